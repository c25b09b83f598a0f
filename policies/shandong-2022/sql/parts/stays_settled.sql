-- settled (stay, visit_id, institution_code, worker_number, claim_id, visit_category, starts_on, ends_on,
-- ends_on_none): inpatient claims with a visit number; one without a worker is of the visit's only one. A stay is a
-- visit of one worker.
only_worker AS (
  SELECT
    c.visit_id,
    COALESCE(c.institution_code, b.institution_code, '') AS institution_code,
    CASE WHEN min(c.worker_number) = max(c.worker_number) THEN max(c.worker_number) END AS worker_number
  FROM claims AS c
  CROSS JOIN batch AS b
  WHERE c.visit_id IS NOT NULL
  GROUP BY c.visit_id, COALESCE(c.institution_code, b.institution_code, '')
),
settled AS (
  SELECT
    c.visit_id,
    o.institution_code,
    COALESCE(c.worker_number, o.worker_number) AS worker_number,
    concat(c.visit_id, ' ', o.institution_code, ' ', COALESCE(c.worker_number, o.worker_number, '')) AS stay,
    c.claim_id,
    c.visit_category,
    c.starts_on,
    c.ends_on,
    c.ends_on_none
  FROM claims AS c
  CROSS JOIN batch AS b
  JOIN only_worker AS o ON o.visit_id = c.visit_id
    AND o.institution_code = COALESCE(c.institution_code, b.institution_code, '')
  WHERE c.visit_category IS NULL OR c.visit_category IN ('inpatient', 'rehabilitation')
)
