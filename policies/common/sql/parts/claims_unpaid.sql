-- unpaid (claims_count): how many claims there are of which the fund pays nothing, or may pay nothing.
unpaid AS (
    SELECT count(*) AS claims_count FROM claims WHERE (fund_amount <> 0) IS NOT TRUE
)
