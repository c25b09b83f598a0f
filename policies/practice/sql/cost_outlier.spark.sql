/*
The text of cost_outlier.sql for Spark, whose percentile is a float of what it is given: of millionths of a yuan, which
are whole numbers, it is exact; half a millionth is cut off, as DuckDB's median does it.
*/
WITH
-- part: costs_of_claims,
middles AS (
    SELECT disease, visit_category, count(total_amount) AS group_count,
           CAST(CAST(percentile(CAST(total_amount * 1000000 AS BIGINT), 0.5) AS BIGINT) * 0.000001
               AS DECIMAL(18, 6)) AS median_amount
    FROM costs
    WHERE disease IS NOT NULL AND visit_category IS NOT NULL AND total_amount IS NOT NULL
    GROUP BY disease, visit_category
    HAVING count(total_amount) >= :minimum_size
),
-- part: distances_from_median,
spreads AS (
    SELECT disease, visit_category,
           CAST(CAST(percentile(CAST(distance * 1000000 AS BIGINT), 0.5) AS BIGINT) * 0.000001
               AS DECIMAL(18, 6)) AS deviation_amount
    FROM distances
    GROUP BY disease, visit_category
)
SELECT c.claim_id,
       CAST(NULL AS BIGINT) AS line_row,
       CASE WHEN s.deviation_amount = 0 THEN 'unknown' ELSE 'suspect' END AS verdict,
       d.above AS amount,
       c.disease,
       c.total_amount,
       d.median_amount,
       s.deviation_amount,
       d.group_count
FROM distances AS d
JOIN spreads AS s ON s.disease = d.disease AND s.visit_category = d.visit_category
JOIN costs AS c ON c.claim_row = d.claim_row
WHERE d.above > CAST(COALESCE(:cost_outlier_times, :times) AS DECIMAL(9, 4)) * CAST(1.4826 AS DECIMAL(5, 4))
    * CAST(s.deviation_amount AS DECIMAL(18, 4))
UNION ALL
SELECT c.claim_id,
       CAST(NULL AS BIGINT) AS line_row,
       'unknown' AS verdict,
       CAST(NULL AS DECIMAL(18, 6)) AS amount,
       c.disease,
       c.total_amount,
       CAST(NULL AS DECIMAL(18, 6)) AS median_amount,
       CAST(NULL AS DECIMAL(18, 6)) AS deviation_amount,
       CAST(NULL AS BIGINT) AS group_count
FROM costs AS c
WHERE c.disease IS NULL OR c.visit_category IS NULL OR c.total_amount IS NULL
UNION ALL
SELECT CAST(NULL AS STRING) AS claim_id,
       CAST(NULL AS BIGINT) AS line_row,
       'unknown' AS verdict,
       CAST(NULL AS DECIMAL(18, 6)) AS amount,
       CAST(NULL AS STRING) AS disease,
       CAST(NULL AS DECIMAL(18, 6)) AS total_amount,
       CAST(NULL AS DECIMAL(18, 6)) AS median_amount,
       CAST(NULL AS DECIMAL(18, 6)) AS deviation_amount,
       count(*) AS group_count
FROM costs AS c
WHERE (SELECT count(*) FROM middles AS m WHERE m.group_count > 0) = 0
HAVING count(*) > 0
