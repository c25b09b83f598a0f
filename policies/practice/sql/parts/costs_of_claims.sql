-- costs (claim_row, claim_id, visit_category, disease, total_amount): each claim with the group of its diagnosis.
costs AS (
    SELECT c.row AS claim_row, c.claim_id, c.visit_category,
           COALESCE(c.diagnosis_group, upper(substr(c.diagnosis_code, 1, 3))) AS disease, c.total_amount
    FROM claims AS c
)
