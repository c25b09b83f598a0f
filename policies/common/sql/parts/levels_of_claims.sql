-- levels (claim_id, level): the level of the institution; NULL where it is not known, or not one.
levels AS (
    SELECT c.claim_id, CASE WHEN min(i.level) = max(i.level)
           AND count(i.level) = count(*) THEN max(i.level) END AS level
    FROM claims AS c
    CROSS JOIN batch AS b
    LEFT JOIN institutions AS i ON i.institution_code = COALESCE(c.institution_code, b.institution_code)
    GROUP BY c.claim_id
)
