-- Reads outside (claim_row, worker_number, visit_id, institution_code, starts_on) and $region.
-- perhaps (claim_row, transfer_row): the transfers of the worker out of the region that may have led to that care.
perhaps AS (
    SELECT o.claim_row, t.row AS transfer_row
    FROM outside AS o
    JOIN transfers AS t ON t.worker_number = o.worker_number
    WHERE t.to_visit_id = o.visit_id
       OR ((t.to_visit_id IS NULL OR o.visit_id IS NULL)
           AND (t.to_institution_code = o.institution_code OR t.to_institution_code IS NULL)
           AND (t.transferred_on > o.starts_on) IS NOT TRUE
           AND (substr(t.to_division_code, 1, 2) = $region) IS NOT TRUE)
    UNION ALL
    SELECT o.claim_row, t.row AS transfer_row
    FROM outside AS o
    JOIN transfers AS t ON t.to_visit_id = o.visit_id
    WHERE t.worker_number IS NULL
)
