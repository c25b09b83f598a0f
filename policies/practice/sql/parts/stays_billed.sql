-- stayed (claim_id, visit_id, visit_category, visit, starts_on, ends_on): claims with the visit of one worker they are
-- of; without an end the last day there is. one_by_one (visit, starts_on, left_on): where a visit was left before.
stayed AS (
    SELECT c.claim_id, c.visit_id, c.visit_category,
           concat(COALESCE(c.visit_id, c.claim_id), ' ', COALESCE(c.institution_code, b.institution_code, ''), ' ',
                  COALESCE(c.worker_number, '')) AS visit,
           c.starts_on,
           CASE WHEN c.ends_on_none THEN DATE '9999-12-31' ELSE c.ends_on END AS ends_on
    FROM claims AS c
    CROSS JOIN batch AS b
),
one_by_one AS (
    SELECT visit, starts_on,
           max(ends_on) OVER (
               PARTITION BY visit ORDER BY starts_on, ends_on ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
           ) AS left_on
    FROM stayed
)
