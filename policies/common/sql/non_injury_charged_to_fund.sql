/*
title: {zh: 非工伤费用由基金支付, en: costs of another disease charged to the fund}
offence:
  zh: 标明不用于工伤的明细（没有逐条标明的，整次就诊标为非工伤就诊），基金支付金额大于 0；标为非工伤就诊而没有明细的结算单，基金支付金额大于 0
  en: >-
    a line marked as not for the injury (or without a mark, in a visit marked as not for the injury) of which the fund
    pays something; a claim without lines of such a visit of which the fund pays something
not_an_offence:
  zh: 用于工伤的明细；不用于工伤而基金没有支付的明细；已冲销的明细
  en: lines for the injury; other lines of which the fund pays nothing; reversed lines
unknown:
  zh: "基金支付了，而不知道明细是否用于工伤（只知道“不是非工伤就诊”还不够：工伤和别的病可能一起治）；整次标为非工伤就诊，明细却标为用于工伤；不用于工伤，而不知道基金付了多少；
    没有明细的结算单，基金支付了（或不知付没有付），而没有写是不是非工伤就诊（或标为非工伤就诊而不知付没有付）"
  en: >-
    the fund pays, and whether the line is for the injury is not known (that the visit is for the injury is not enough,
    another disease may be treated with it); a line marked as for the injury in a visit marked as not for it; or what
    the fund pays of such a line is not known; a claim without lines of which the fund
    pays, where it is not told whether the visit is for the injury, or which is of such a visit and does not tell what
    the fund pays
money: {zh: 明细中由基金支付的金额, en: what the fund pays of the line}
bearer: worker
judges: [net_lines, {table: claims, where: "non_injury IS NOT FALSE AND (fund_amount <= 0) IS NOT TRUE"}]
needs: {lines: [claim_id, injury_related, fund_amount]}
optional:
  lines: [service_on, catalogue_name, institution_item_name, amount]
  claims: [claim_id, fund_amount, non_injury]
evidence:
  service_on: {zh: 费用日期, en: service on}
  name: {zh: 项目名称, en: name}
  fund_part_amount: {zh: 基金支付金额, en: fund pays, unit: 元}
alert:
  zh: "{service_on} {name}：不用于治疗工伤，{fund_part_amount} 元不应由工伤保险基金支付"
  en: "{service_on} {name}: not for the injury; the fund should not pay {fund_part_amount} yuan"
*/
WITH visited AS (
  SELECT
    claim_id,
    max(CASE WHEN non_injury THEN 1 ELSE 0 END) AS some_other,
    min(CASE WHEN non_injury THEN 1 ELSE 0 END) AS all_other,
    CASE WHEN count(fund_amount) = count(*) AND max(fund_amount) = 0 AND min(fund_amount) = 0 THEN 0 END AS no_fund
  FROM claims
  GROUP BY claim_id
),
charged AS (
  SELECT
    l.claim_id,
    l.row,
    l.service_on,
    COALESCE(l.catalogue_name, l.institution_item_name) AS name,
    l.amount,
    CASE
      WHEN l.injury_related AND c.some_other = 1 THEN NULL
      WHEN l.injury_related IS NOT NULL THEN NOT l.injury_related
      WHEN c.all_other = 1 THEN TRUE
    END AS other_disease,
    COALESCE(l.fund_amount, c.no_fund) AS fund_part_amount
  FROM net_lines AS l
  LEFT JOIN visited AS c ON c.claim_id = l.claim_id
)
SELECT
  g.claim_id,
  g.row AS line_row,
  CASE WHEN g.other_disease AND g.fund_part_amount > 0 THEN 'fail' ELSE 'unknown' END AS verdict,
  CASE WHEN g.other_disease AND g.fund_part_amount > 0 THEN least(g.fund_part_amount, g.amount) END AS amount,
  g.service_on,
  g.name,
  g.fund_part_amount
FROM charged AS g
WHERE (NOT g.other_disease OR g.fund_part_amount <= 0) IS NOT TRUE
UNION ALL
SELECT
  c.claim_id,
  CAST(NULL AS BIGINT) AS line_row,
  CASE WHEN min(CASE WHEN c.non_injury THEN 1 ELSE 0 END) = 1 AND max(c.fund_amount) > 0 THEN 'fail'
    ELSE 'unknown' END AS verdict,
  max(c.fund_amount) AS amount,
  CAST(NULL AS DATE) AS service_on,
  CAST(NULL AS VARCHAR) AS name,
  max(c.fund_amount) AS fund_part_amount
FROM claims AS c
WHERE c.non_injury IS NOT FALSE AND (c.fund_amount <= 0) IS NOT TRUE
  AND NOT EXISTS (SELECT 1 FROM net_lines AS l WHERE l.claim_id = c.claim_id)
GROUP BY c.claim_id
