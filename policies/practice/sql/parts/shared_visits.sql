-- shared (visit_id, by_institution, by_worker): visit numbers that claims of several institutions or workers have.
shared AS (
    SELECT c.visit_id,
           CASE WHEN min(COALESCE(c.institution_code, b.institution_code))
                     <> max(COALESCE(c.institution_code, b.institution_code)) THEN 1 ELSE 0 END AS by_institution,
           CASE WHEN min(c.worker_number) <> max(c.worker_number) THEN 1 ELSE 0 END AS by_worker
    FROM claims AS c
    CROSS JOIN batch AS b
    WHERE c.visit_id IS NOT NULL
    GROUP BY c.visit_id
    HAVING min(COALESCE(c.institution_code, b.institution_code))
           <> max(COALESCE(c.institution_code, b.institution_code))
        OR min(c.worker_number) <> max(c.worker_number)
)
