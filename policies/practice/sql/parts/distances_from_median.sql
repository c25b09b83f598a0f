-- Reads costs and middles (disease, visit_category, group_count, median_amount).
-- distances (claim_row, disease, visit_category, group_count, median_amount, above, distance): how far from the median.
distances AS (
    SELECT c.claim_row, c.disease, c.visit_category, m.group_count, m.median_amount,
           c.total_amount - m.median_amount AS above, abs(c.total_amount - m.median_amount) AS distance
    FROM costs AS c
    JOIN middles AS m ON m.disease = c.disease AND m.visit_category = c.visit_category
    WHERE c.total_amount IS NOT NULL
)
