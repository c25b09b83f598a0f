-- Gives worker_entries (worker_number, entry_row): for each worker number the rows of the list of workers about him or
-- her. Rows of another number that stands with the same identity number count beside the number's own, never alone.
worker_entries AS (
    SELECT w.worker_number, w.row AS entry_row
    FROM workers AS w
    WHERE w.worker_number IS NOT NULL
    UNION
    SELECT p.worker_number, w.row AS entry_row
    FROM worker_persons AS p
    JOIN worker_persons AS o ON o.person = p.person
    JOIN workers AS w ON w.worker_number = o.worker_number
    WHERE o.worker_number <> p.worker_number
      AND EXISTS (SELECT 1 FROM workers AS n WHERE n.worker_number = p.worker_number)
)
