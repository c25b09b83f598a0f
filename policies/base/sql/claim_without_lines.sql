/*
title: {zh: 结算单没有明细, en: A claim without lines}
offence: {zh: 总金额不是 0 的结算单，一条明细也没有, en: a claim with a total other than 0 and not one line}
not_an_offence: {zh: 总金额为 0 的；明细后来全部冲销的, en: a total of 0; claims of which all lines are reversed}
unknown:
  zh: 没有明细，而总金额没有填写；或者本批有的明细没有结算单号，或者没有读懂，可能正是它的
  en: >-
    no lines and no total either; or lines of the batch without a claim number, or that could not be read, may be
    its own
money: {zh: 不计金额（资料核对）, en: none (a check of the data)}
bearer: institution
judges: {table: claims, where: "claim_id IS NOT NULL"}
needs: {claims: [claim_id], lines: [claim_id]}
optional: {claims: [total_amount]}
absent: not_applicable
evidence:
  total_amount: {zh: 总金额, en: total, unit: 元}
alert: {zh: "总金额 {total_amount} 元，没有明细，请补上", en: "a total of {total_amount} yuan and no lines; please add them"}
*/
WITH billed AS (
    SELECT claim_id FROM lines WHERE claim_id IS NOT NULL GROUP BY claim_id
),
unnumbered AS (
    SELECT count(*) + $unread_lines AS lines_count FROM lines WHERE claim_id IS NULL
)
SELECT c.claim_id,
       CAST(NULL AS BIGINT) AS line_row,
       CASE WHEN max(u.lines_count) > 0 OR max(abs(c.total_amount)) IS NULL THEN 'unknown' ELSE 'fail' END AS verdict,
       CAST(0 AS DECIMAL(18,6)) AS amount,
       max(c.total_amount) AS total_amount
FROM claims AS c
CROSS JOIN unnumbered AS u
LEFT JOIN billed AS b ON b.claim_id = c.claim_id
WHERE c.claim_id IS NOT NULL AND b.claim_id IS NULL AND (c.total_amount = 0) IS NOT TRUE
GROUP BY c.claim_id
