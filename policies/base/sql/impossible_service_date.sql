/*
title: {zh: 费用日期不可能, en: An impossible day of service}
offence:
  zh: 费用日期晚于所属结算单的结算日期，或者还没有到。早于 2000 年的是疑点：多半是笔误
  en: >-
    the day of a service after the settlement of its claim, or still to come. A day before 2000 is a suspicion, likely a
    slip
not_an_offence:
  zh: 结算当天的；已冲销的；退费的明细（金额为负）；没有写日期的
  en: the day of the settlement; reversed lines; refunds (negative amounts); lines without a day
unknown: {zh: 无（没有写的不核对）, en: none (what is not written is not checked)}
money: {zh: 不计金额（资料核对）, en: none (a check of the data)}
bearer: institution
judges: {table: net_lines, where: "service_on IS NOT NULL AND COALESCE(quantity, 1) >= 0 AND COALESCE(amount, 1) >= 0"}
needs: {lines: [service_on]}
optional: {lines: [claim_id, catalogue_name, institution_item_name, quantity, amount], claims: [claim_id, settled_on]}
absent: not_applicable
evidence:
  service_on: {zh: 费用日期, en: day of the service}
  name: {zh: 名称, en: name}
  settled_on: {zh: 结算日期, en: settled on}
alert:
  zh: "{name}：费用日期 {service_on}，结算日期 {settled_on}，请核对"
  en: "{name}: service on {service_on}, settled on {settled_on}; please check"
*/
WITH settled AS (
    SELECT claim_id, max(settled_on) AS settled_on FROM claims WHERE settled_on IS NOT NULL GROUP BY claim_id
)
SELECT l.claim_id,
       l.row AS line_row,
       CASE WHEN l.service_on > s.settled_on OR l.service_on > $judged_on THEN 'fail' ELSE 'suspect' END AS verdict,
       CAST(0 AS DECIMAL(18,6)) AS amount,
       l.service_on,
       COALESCE(l.catalogue_name, l.institution_item_name) AS name,
       s.settled_on
FROM net_lines AS l
LEFT JOIN settled AS s ON s.claim_id = l.claim_id
WHERE COALESCE(l.quantity, 1) >= 0
  AND COALESCE(l.amount, 1) >= 0
  AND (l.service_on > s.settled_on OR l.service_on > $judged_on OR l.service_on < DATE '2000-01-01')
