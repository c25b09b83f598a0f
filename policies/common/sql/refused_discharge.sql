/*
title: {zh: 拒不出院的费用由基金支付, en: costs after a refused discharge charged to the fund}
offence:
  zh: 符合出院条件而拒不出院，通知出院日以后发生、由基金支付的费用
  en: costs that arose after the day of the discharge order, which the patient refused, and that the fund pays
not_an_offence:
  zh: 通知出院当日和以前的费用；没有拒绝出院；没有通知过出院；基金没有支付的；已冲销的明细；没有写拒绝出院的门诊、急诊
  en: >-
    costs up to the day of the order; no refusal; no order; what the fund does not pay; reversed lines; outpatients and
    emergencies of which no refusal is told
unknown:
  zh: >-
    拒绝出院而没有通知出院的日期；通知之后还有费用而不知道是不是拒绝；不知道费用日期、基金支付金额或就诊类别；基金支付了而没有明细；
    结算单写的基金支付多于各条明细之和（每条差一分以内不算），多的也许是通知之后的（通知当日和以前的、已冲销的明细里，记给基金的还可以多出这么多的，除外）
  en: >-
    a refusal without the day of an order; costs after an order, and not known whether it was refused; day, fund's part
    or category not known; the fund pays and there are no lines, or more than the lines tell (by more than a fen a
    line) and than those up to the order, or reversed, leave room for, which may be for what came after
money: {zh: 明细中由基金支付的金额, en: what the fund pays of the line}
bearer: worker
judges:
  table: claims
  where: "visit_category IS NULL OR visit_category IN ('inpatient', 'rehabilitation') OR discharge_refused"
needs:
  claims: [claim_id, visit_category, discharge_ordered_on, discharge_refused]
  lines: [claim_id, service_on, fund_amount]
optional: {claims: [fund_amount], lines: [catalogue_name, institution_item_name, amount]}
evidence:
  discharge_ordered_on: {zh: 通知出院日期, en: discharge ordered on}
  service_on: {zh: 费用日期, en: service on}
  name:
    zh: 项目名称
    en: name
    words:
      lines_without_claim: {zh: 没有写结算单号的明细, en: lines that name no claim}
      claim_without_number: {zh: 没有结算单号的结算单, en: a claim without its number}
  fund_part_amount: {zh: 基金支付金额, en: fund pays, unit: 元}
alert:
  zh: "{service_on} {name}：{discharge_ordered_on} 已通知出院，之后的费用基金不予支付"
  en: "{service_on} {name}: discharge was ordered on {discharge_ordered_on}; the fund does not pay what came after"
*/
WITH stayed AS (
  SELECT
    c.claim_id,
    c.visit_category IN ('inpatient', 'rehabilitation')
      OR CASE WHEN c.visit_category IS NOT NULL THEN c.discharge_refused END AS inpatient,
    c.discharge_ordered_on,
    CASE WHEN c.discharge_ordered_on_none AND c.discharge_refused IS NULL THEN FALSE
        ELSE c.discharge_refused END AS refused,
    c.fund_amount
  FROM claims AS c
  WHERE c.visit_category IS NULL OR c.visit_category IN ('inpatient', 'rehabilitation') OR c.discharge_refused
),
numbered AS (
  SELECT
    s.claim_id,
    min(s.discharge_ordered_on) AS discharge_ordered_on,
    max(s.fund_amount) AS fund_amount
  FROM stayed AS s
  WHERE s.refused IS NOT FALSE
  GROUP BY s.claim_id
),
billed AS (
  SELECT l.claim_id, sum(CASE WHEN l.fund_amount > 0 THEN l.fund_amount ELSE 0 END) AS fund_amount
  FROM lines AS l
  GROUP BY l.claim_id
),
charged AS (
  SELECT
    l.claim_id,
    l.row,
    s.inpatient,
    s.refused,
    s.discharge_ordered_on,
    l.service_on,
    COALESCE(l.catalogue_name, l.institution_item_name) AS name,
    l.amount,
    COALESCE(l.fund_amount, CASE WHEN s.fund_amount = 0 THEN s.fund_amount END) AS fund_part_amount
  FROM net_lines AS l
  JOIN stayed AS s ON s.claim_id = l.claim_id
  WHERE s.refused IS NOT FALSE
),
judged AS (
  SELECT
    g.claim_id,
    g.row,
    g.discharge_ordered_on,
    g.service_on,
    g.name,
    g.amount,
    g.fund_part_amount,
    g.inpatient AND g.refused AND g.service_on > g.discharge_ordered_on AND g.fund_part_amount > 0 AS offends
  FROM charged AS g
)
SELECT
  j.claim_id,
  j.row AS line_row,
  'fail' AS verdict,
  least(j.fund_part_amount, j.amount) AS amount,
  j.discharge_ordered_on,
  j.service_on,
  j.name,
  j.fund_part_amount
FROM judged AS j
WHERE j.offends
UNION ALL
SELECT
  j.claim_id,
  CAST(NULL AS BIGINT) AS line_row,
  'unknown' AS verdict,
  CAST(NULL AS DECIMAL(18, 6)) AS amount,
  min(j.discharge_ordered_on) AS discharge_ordered_on,
  min(j.service_on) AS service_on,
  CAST(NULL AS VARCHAR) AS name,
  sum(j.fund_part_amount) AS fund_part_amount
FROM judged AS j
WHERE j.offends IS NULL
GROUP BY j.claim_id
UNION ALL
SELECT
  CAST(NULL AS VARCHAR) AS claim_id,
  CAST(NULL AS BIGINT) AS line_row,
  'unknown' AS verdict,
  CAST(NULL AS DECIMAL(18, 6)) AS amount,
  CAST(NULL AS DATE) AS discharge_ordered_on,
  min(l.service_on) AS service_on,
  'lines_without_claim' AS name,
  sum(l.fund_amount) AS fund_part_amount
FROM net_lines AS l
WHERE l.claim_id IS NULL AND (l.fund_amount <= 0) IS NOT TRUE
  AND (SELECT count(*) FROM stayed AS s WHERE s.refused IS NOT FALSE) > 0
HAVING count(*) > 0
UNION ALL
SELECT
  CAST(NULL AS VARCHAR) AS claim_id,
  CAST(NULL AS BIGINT) AS line_row,
  'unknown' AS verdict,
  CAST(NULL AS DECIMAL(18, 6)) AS amount,
  min(s.discharge_ordered_on) AS discharge_ordered_on,
  CAST(NULL AS DATE) AS service_on,
  'claim_without_number' AS name,
  CAST(NULL AS DECIMAL(18, 6)) AS fund_part_amount
FROM stayed AS s
WHERE s.claim_id IS NULL AND s.refused IS NOT FALSE
HAVING count(*) > 0
UNION ALL
SELECT
  s.claim_id,
  CAST(NULL AS BIGINT) AS line_row,
  'unknown' AS verdict,
  CAST(NULL AS DECIMAL(18, 6)) AS amount,
  min(s.discharge_ordered_on) AS discharge_ordered_on,
  CAST(NULL AS DATE) AS service_on,
  CAST(NULL AS VARCHAR) AS name,
  max(s.fund_amount) AS fund_part_amount
FROM stayed AS s
WHERE s.claim_id IS NOT NULL AND s.refused IS NOT FALSE AND (s.fund_amount <= 0) IS NOT TRUE
  AND NOT EXISTS (SELECT 1 FROM net_lines AS l WHERE l.claim_id = s.claim_id)
GROUP BY s.claim_id
UNION ALL
SELECT
  s.claim_id,
  CAST(NULL AS BIGINT) AS line_row,
  'unknown' AS verdict,
  CAST(NULL AS DECIMAL(18, 6)) AS amount,
  s.discharge_ordered_on,
  CAST(NULL AS DATE) AS service_on,
  CAST(NULL AS VARCHAR) AS name,
  s.fund_amount AS fund_part_amount
FROM numbered AS s
JOIN net_lines AS l ON l.claim_id = s.claim_id
JOIN billed AS b ON b.claim_id = s.claim_id
WHERE NOT EXISTS (SELECT 1 FROM judged AS j WHERE j.claim_id = s.claim_id AND j.offends IS NULL)
GROUP BY s.claim_id, s.discharge_ordered_on, s.fund_amount, b.fund_amount
HAVING s.fund_amount - sum(COALESCE(l.fund_amount, 0)) > count(*) * 0.01
   AND (count(*) FILTER (WHERE (l.service_on <= s.discharge_ordered_on OR l.amount <= 0 OR l.fund_amount >= l.amount)
                               IS NOT TRUE) > 0
        OR s.fund_amount - b.fund_amount - sum(
               CASE WHEN (l.service_on <= s.discharge_ordered_on) IS NOT TRUE THEN 0
                    WHEN l.amount IS NULL THEN s.fund_amount
                    WHEN l.amount > COALESCE(l.fund_amount, 0) THEN l.amount - COALESCE(l.fund_amount, 0)
                    ELSE 0 END) > count(*) * 0.01)
