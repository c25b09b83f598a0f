-- Reads alike (worker_number, other_worker_number).
-- confirmed_beside (row, other_row): entries of workers that may tell of one confirmation, under two numbers.
confirmed_beside AS (
  SELECT w.row, o.row AS other_row
  FROM workers AS w
  JOIN alike AS k ON k.worker_number = w.worker_number
  JOIN workers AS o ON o.worker_number = k.other_worker_number
  WHERE w.rehab_confirmed_on IS NOT NULL AND o.rehab_confirmed_on_none IS NOT TRUE
    AND (o.recognition_number <> w.recognition_number OR o.rehab_confirmed_on <> w.rehab_confirmed_on) IS NOT TRUE
)
