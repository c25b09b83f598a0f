/*
title: {zh: 不合康复规范的费用记入基金, en: Rehabilitation outside the norm charged to the fund}
offence:
  zh: 康复明细经审查不符合工伤康复诊疗规范，而记给基金
  en: "a line of rehabilitation that a review found outside the norm, and that is charged to the fund"
not_an_offence:
  zh: 审查认为符合规范的；没有记给基金的；已冲销的明细；不是康复的明细
  en: "what the review found within the norm; what is not charged to the fund; reversed lines; other care"
unknown:
  zh: 不知是否记给基金。没有审查的，须由人认定（一张结算单记一处）
  en: not known whether it is charged to the fund. What nobody has reviewed is for a person to decide (one row a claim)
money: {zh: 记给基金的金额, en: the amount charged to the fund}
bearer: worker
judges:
  table: net_lines
  where: "(catalogue_kind = 'rehabilitation_item' OR charge_category = 'rehabilitation') AND (amount <= 0) IS NOT TRUE"
needs: {lines: [rehab_norm_met]}
optional:
  lines: [claim_id, service_on, catalogue_name, catalogue_kind, charge_category, institution_item_name, amount,
      out_of_scope_amount, in_scope_amount, fund_amount]
  claims: [claim_id, fund_amount]
absent: review
evidence:
  service_on: {zh: 费用日期, en: day of the service}
  name: {zh: 名称, en: name}
  charged_amount: {zh: 记给基金, en: charged to the fund, unit: 元}
  unreviewed_count: {zh: 未审查明细, en: lines not reviewed}
alert:
  zh: "{service_on} {name} 不符合康复诊疗规范，基金不付"
  en: "{service_on} {name} is outside the norm of rehabilitation: not the fund's"
*/
WITH billed AS (
    SELECT row, claim_id, service_on, COALESCE(catalogue_name, institution_item_name) AS name, amount, rehab_norm_met,
           COALESCE(fund_amount, in_scope_amount, CASE WHEN out_of_scope_amount >= amount THEN 0 END) AS charged
    FROM net_lines
    WHERE (catalogue_kind = 'rehabilitation_item' OR charge_category = 'rehabilitation') AND (amount <= 0) IS NOT TRUE
),
paid AS (
    SELECT claim_id, CASE WHEN count(fund_amount) = count(*) THEN max(fund_amount) END AS fund_amount
    FROM claims
    GROUP BY claim_id
)
SELECT b.claim_id, b.row AS line_row, CASE WHEN b.charged IS NULL THEN 'unknown' ELSE 'fail' END AS verdict,
       least(COALESCE(b.charged, b.amount), b.amount) AS amount, b.service_on, b.name, b.charged AS charged_amount,
       CAST(NULL AS BIGINT) AS unreviewed_count
FROM billed AS b
LEFT JOIN paid AS p ON p.claim_id = b.claim_id
WHERE b.rehab_norm_met = FALSE AND (b.charged <= 0) IS NOT TRUE
  AND (b.charged IS NULL AND p.fund_amount = 0) IS NOT TRUE
UNION ALL
SELECT claim_id, CAST(NULL AS BIGINT) AS line_row, 'review' AS verdict, CAST(0 AS DECIMAL(18,6)) AS amount,
       min(service_on) AS service_on,
       CAST(NULL AS VARCHAR) AS name, CAST(NULL AS DECIMAL(18,6)) AS charged_amount, count(*) AS unreviewed_count
FROM billed
WHERE rehab_norm_met IS NULL AND (charged <= 0) IS NOT TRUE
GROUP BY claim_id
