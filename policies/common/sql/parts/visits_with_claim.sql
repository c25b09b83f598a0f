-- visits (visit_id, claim_id): the first claim of each visit number.
visits AS (
  SELECT c.visit_id, min(c.claim_id) AS claim_id FROM claims AS c WHERE c.visit_id IS NOT NULL GROUP BY c.visit_id
)
