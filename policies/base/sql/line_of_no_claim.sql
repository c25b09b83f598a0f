/*
title: {zh: 明细的结算单不在结算单表里, en: Lines of a claim that is not there}
offence:
  zh: 明细写的结算单号，在本批的结算单里没有（一个结算单号一行）
  en: lines with a number that no claim of the batch has (a row for each number)
not_an_offence: {zh: 没有写结算单号的明细另有规则, en: lines without a number are for another rule}
unknown:
  zh: 本批有的结算单没有写结算单号，或者没有读懂，可能正是这一张
  en: some claim of the batch has no number, or could not be read, and may be the one
money: {zh: 不计金额（资料核对）, en: none (a check of the data)}
bearer: institution
judges: {table: lines, where: "claim_id IS NOT NULL"}
needs: {lines: [claim_id], claims: [claim_id]}
optional: {lines: [amount]}
absent: not_applicable
evidence:
  lines_count: {zh: 条数, en: lines, unit: 条}
  lines_amount: {zh: 明细金额, en: amount of the lines, unit: 元}
alert:
  zh: "{lines_count} 条明细（{lines_amount} 元）的结算单不在本批，请补上"
  en: "{lines_count} lines ({lines_amount} yuan) of a claim that is not in the batch; please add it"
*/
WITH numbered AS (
    SELECT claim_id FROM claims WHERE claim_id IS NOT NULL GROUP BY claim_id
),
unnumbered AS (
    SELECT count(*) + $unread_claims AS claims_count FROM claims WHERE claim_id IS NULL
)
SELECT l.claim_id,
       min(l.row) AS line_row,
       CASE WHEN max(u.claims_count) > 0 THEN 'unknown' ELSE 'fail' END AS verdict,
       CAST(0 AS DECIMAL(18,6)) AS amount,
       count(*) AS lines_count,
       CAST(sum(l.amount) AS DECIMAL(18,6)) AS lines_amount
FROM lines AS l
CROSS JOIN unnumbered AS u
LEFT JOIN numbered AS n ON n.claim_id = l.claim_id
WHERE l.claim_id IS NOT NULL AND n.claim_id IS NULL
GROUP BY l.claim_id
