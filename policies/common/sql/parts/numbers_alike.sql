-- alike (worker_number, other_worker_number): pairs of worker numbers that are one person's, or may be.
alike AS (
  SELECT p.worker_number, o.worker_number AS other_worker_number
  FROM worker_persons AS p
  JOIN worker_persons AS o ON o.person = p.person
  WHERE o.worker_number <> p.worker_number
  GROUP BY p.worker_number, o.worker_number
)
