/*
title: {zh: 结算单总金额不等于明细之和, en: A claim's total is not the sum of its lines}
offence:
  zh: "结算单的总金额与它的明细金额之和（冲销后）之差，多于逐条四舍五入所能解释的（每条明细半分，总金额半分）。 差额在这以内、又多于总金额本身的半分的，是疑点"
  en: >-
    a total that differs from the sum of the claim's lines (net of reversals) by more than rounding each of them
    explains (half a fen a line, and half a fen of the total). A difference within that, yet more than half a fen, is a
    suspicion
not_an_offence:
  zh: 相差半分以内的；没有写总金额的；一条明细也没有的另有规则
  en: no more than half a fen; claims without a total; claims without any line are for another rule
unknown:
  zh: 有的明细没有金额（也没有数量和单价）；总金额多于明细之和，而本批有的明细没有结算单号，或者没有读懂，可能是它的
  en: >-
    a line without its amount (or quantity and price); a total above the sum where lines without a claim number, or
    that could not be read, may be its own
money: {zh: 不计金额（资料核对）, en: none (a check of the data)}
bearer: institution
judges: {table: claims, where: "claim_id IS NOT NULL AND total_amount IS NOT NULL"}
needs: {claims: [claim_id, total_amount], lines: [claim_id]}
optional: {lines: [quantity, unit_price_amount, amount]}
absent: not_applicable
evidence:
  total_amount: {zh: 总金额, en: total, unit: 元}
  lines_amount: {zh: 明细之和, en: sum of the lines, unit: 元}
  lines_count: {zh: 明细条数, en: lines, unit: 条}
  difference_amount: {zh: 差额, en: difference, unit: 元}
alert:
  zh: "总金额 {total_amount} 元，{lines_count} 条明细之和 {lines_amount} 元，相差 {difference_amount} 元"
  en: "a total of {total_amount} yuan; {lines_count} lines make {lines_amount}; the difference is {difference_amount}"
*/
WITH totals AS (
    SELECT claim_id, min(total_amount) AS lowest, max(total_amount) AS highest
    FROM claims
    WHERE claim_id IS NOT NULL AND total_amount IS NOT NULL
    GROUP BY claim_id
),
billed AS (
    SELECT claim_id, CASE WHEN gross_amount = 0 THEN 0 ELSE COALESCE(amount, round(quantity * unit_price_amount, 2)) END
               AS amount
    FROM net_lines
    WHERE claim_id IS NOT NULL
),
sums AS (
    SELECT claim_id, sum(amount) AS lines_amount, count(*) AS lines_count, count(amount) AS priced_count
    FROM billed
    GROUP BY claim_id
),
-- part: claims_reversed,
compared AS (
    SELECT t.claim_id, t.lowest, t.highest, s.lines_amount, s.lines_count, s.priced_count
    FROM totals AS t
    JOIN sums AS s ON s.claim_id = t.claim_id
    UNION ALL
    SELECT t.claim_id, t.lowest, t.highest, CAST(0 AS DECIMAL(18,6)) AS lines_amount, 0 AS lines_count,
           0 AS priced_count
    FROM totals AS t
    JOIN all_reversed AS r ON r.claim_id = t.claim_id
),
differing AS (
    SELECT claim_id, lines_amount, lines_count, priced_count,
           CASE WHEN abs(lowest - lines_amount) > abs(highest - lines_amount) THEN lowest
               ELSE highest END AS total_amount
    FROM compared
)
SELECT d.claim_id,
       CAST(NULL AS BIGINT) AS line_row,
       CASE WHEN d.priced_count < d.lines_count THEN 'unknown'
            WHEN d.total_amount > d.lines_amount AND u.lines_count > 0 THEN 'unknown'
            WHEN abs(d.total_amount - d.lines_amount) > 0.005 * (d.lines_count + 1) THEN 'fail'
            ELSE 'suspect' END AS verdict,
       CAST(0 AS DECIMAL(18,6)) AS amount,
       d.total_amount,
       CAST(d.lines_amount AS DECIMAL(38,6)) AS lines_amount,
       d.lines_count,
       CAST(abs(d.total_amount - d.lines_amount) AS DECIMAL(38,6)) AS difference_amount
FROM differing AS d
CROSS JOIN unnumbered AS u
WHERE (d.priced_count = d.lines_count AND abs(d.total_amount - d.lines_amount) <= 0.005) IS NOT TRUE
