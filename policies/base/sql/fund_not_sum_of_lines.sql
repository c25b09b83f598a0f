/*
title: {zh: 结算单基金支付不等于明细之和, en: A claim's fund part is not the sum of its lines}
offence:
  zh: >-
    结算单的基金支付金额，多于它的明细（冲销后）写明的基金支付金额之和，也多于没有写的那几条明细的金额（写了全自费、符合范围金额的，只算可以由基金支付的部分）所能补上的，
    而且多于逐条四舍五入所能解释的（每条明细半分，结算单半分）：
    明细写着基金没有支付，或者已经全部冲销，结算单却记给了基金。按病种、人头、床日等付费的多出部分是疑点；少于明细之和的也是疑点
  en: >-
    a fund part above the sum of what the claim's lines (net of reversals) state for the fund, with the whole of those
    that state nothing (but not what these call out of scope, or beyond what they call in scope), by more than rounding
    each of them explains (half a fen a line and half a fen of the claim): the lines say that the fund does not pay, or
    are all reversed, and the claim charges it. Where payment is by disease, head or day this is a suspicion, and so is
    a fund part below the sum
not_an_offence:
  zh: 相等的；结算单没有写基金支付金额的；一条明细也没有写基金支付，而结算单不多于明细金额之和的；少于明细之和而第三人付了一部分的
  en: >-
    equal sums; claims without a fund part; claims of which no line states one, within the amounts of the lines; less
    than the sum where a third party paid
unknown:
  zh: 有的明细没有写基金支付，又没有金额（也没有数量和单价）；结算单多于明细之和，而本批有的明细没有结算单号，或者没有读懂，可能是它的
  en: >-
    a line without the fund's part and without its amount (or quantity and price); a claim above the sum where lines
    without a claim number, or that could not be read, may be its own
money: {zh: 不计金额（资料核对）, en: none (a check of the data)}
bearer: institution
judges: {table: claims, where: "claim_id IS NOT NULL AND fund_amount IS NOT NULL"}
needs: {claims: [claim_id, fund_amount], lines: [claim_id]}
optional:
  claims: [payment_method, third_party_amount]
  lines: [quantity, unit_price_amount, amount, fund_amount, in_scope_amount, out_of_scope_amount]
absent: not_applicable
evidence:
  fund_amount: {zh: 结算单的基金支付, en: fund's part of the claim, unit: 元}
  lines_amount: {zh: 明细的基金支付之和, en: fund's part of its lines, unit: 元}
  lines_count: {zh: 明细条数, en: lines, unit: 条}
  difference_amount: {zh: 差额, en: difference, unit: 元}
alert:
  zh: "基金支付 {fund_amount} 元，{lines_count} 条明细的基金支付之和 {lines_amount} 元，相差 {difference_amount} 元"
  en: "the fund pays {fund_amount} yuan; {lines_count} lines make {lines_amount}; the difference is {difference_amount}"
*/
WITH totals AS (
    SELECT claim_id, min(fund_amount) AS lowest, max(fund_amount) AS highest,
           max(CASE WHEN COALESCE(payment_method, 'by_item') = 'by_item' THEN 1 ELSE 0 END) AS by_item,
           max(CASE WHEN third_party_amount > 0 THEN 1 ELSE 0 END) AS third_party
    FROM claims
    WHERE claim_id IS NOT NULL AND fund_amount IS NOT NULL
    GROUP BY claim_id
),
billed AS (
    SELECT claim_id, fund_amount,
           CASE WHEN fund_amount IS NULL THEN least(billed_amount, billed_amount - out_of_scope_amount, in_scope_amount)
               ELSE 0 END AS possible
    FROM (SELECT claim_id, fund_amount, in_scope_amount, out_of_scope_amount,
                 CASE WHEN gross_amount = 0 THEN 0 ELSE COALESCE(amount, round(quantity * unit_price_amount, 2)) END
                     AS billed_amount
          FROM net_lines) AS n
    WHERE claim_id IS NOT NULL
),
sums AS (
    SELECT claim_id, COALESCE(sum(fund_amount), 0) AS lines_amount,
           COALESCE(sum(greatest(possible, 0)), 0) AS possible_amount,
           count(*) AS lines_count, count(possible) AS known_count, count(fund_amount) AS stated_count
    FROM billed
    GROUP BY claim_id
),
-- part: claims_reversed,
compared AS (
    SELECT t.claim_id, t.by_item, t.third_party, s.lines_amount, s.lines_count, s.known_count,
           t.highest, t.lowest, t.highest - s.lines_amount - s.possible_amount AS above,
           CASE WHEN s.stated_count > 0 THEN s.lines_amount - t.lowest END AS below,
           0.005 * (s.lines_count + 1) AS tolerance
    FROM totals AS t
    JOIN sums AS s ON s.claim_id = t.claim_id
    UNION ALL
    SELECT t.claim_id, t.by_item, t.third_party, CAST(0 AS DECIMAL(18,6)) AS lines_amount, 0 AS lines_count,
           0 AS known_count, t.highest, t.lowest, t.highest AS above, 0 - t.lowest AS below, 0.005 AS tolerance
    FROM totals AS t
    JOIN all_reversed AS r ON r.claim_id = t.claim_id
)
SELECT c.claim_id,
       CAST(NULL AS BIGINT) AS line_row,
       CASE WHEN c.above > c.tolerance AND (c.known_count < c.lines_count OR u.lines_count > 0) THEN 'unknown'
            WHEN c.above > c.tolerance AND c.by_item = 1 THEN 'fail'
            ELSE 'suspect' END AS verdict,
       CAST(0 AS DECIMAL(18,6)) AS amount,
       CASE WHEN c.above > c.tolerance THEN c.highest ELSE c.lowest END AS fund_amount,
       CAST(c.lines_amount AS DECIMAL(18,6)) AS lines_amount,
       c.lines_count,
       CAST(abs(CASE WHEN c.above > c.tolerance THEN c.highest ELSE c.lowest END - c.lines_amount) AS DECIMAL(18,6))
           AS difference_amount
FROM compared AS c
CROSS JOIN unnumbered AS u
WHERE c.above > c.tolerance OR (c.below > c.tolerance AND c.third_party = 0)
