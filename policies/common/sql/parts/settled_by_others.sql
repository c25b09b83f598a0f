-- others (claim_row, claim_id, institution_code, starts_on, until_on, declaring_institution_code, fund_amount,
-- visit_category): claims of care that another institution gave than the one that declares them, or may have given.
others AS (
    SELECT c.row AS claim_row, c.claim_id, c.institution_code, c.starts_on, c.fund_amount, c.visit_category,
           CASE WHEN c.ends_on >= c.starts_on THEN c.ends_on
                WHEN c.ends_on_none IS NOT TRUE AND c.visit_category NOT IN ('inpatient', 'rehabilitation')
                    THEN c.starts_on
                ELSE CAST($judged_on AS DATE) END AS until_on,
           COALESCE(c.declaring_institution_code, b.institution_code) AS declaring_institution_code
    FROM claims AS c
    CROSS JOIN batch AS b
    WHERE (c.institution_code = COALESCE(c.declaring_institution_code, b.institution_code)) IS NOT TRUE
)
