-- Reads totals (claim_id) and sums (claim_id): of the claims, and of their lines that are not reversed.
-- all_reversed (claim_id): claims whose lines are all reversed. unnumbered (lines_count): lines of no known claim.
all_reversed AS (
    SELECT t.claim_id
    FROM totals AS t
    LEFT JOIN sums AS s ON s.claim_id = t.claim_id
    JOIN lines AS l ON l.claim_id = t.claim_id
    WHERE s.claim_id IS NULL
    GROUP BY t.claim_id
),
unnumbered AS (
    SELECT count(*) + $unread_lines AS lines_count FROM lines WHERE claim_id IS NULL
)
