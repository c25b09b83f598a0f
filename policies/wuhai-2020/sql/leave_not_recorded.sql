/*
title: {zh: 住院离院没有登记, en: inpatients' leave not recorded}
offence: {zh: 住院期间离院，没有登记在请假登记簿上, en: an inpatient left the ward and the leave register does not show it}
not_an_offence:
  zh: 已登记的离院（批准没有批准，本条没有写）
  en: "registered leaves, approved or not, since the text says nothing of approval"
unknown: {zh: 没有填是否登记, en: no answer whether the leave was registered}
money: {zh: 不涉及金额；挂床的费用见挂床住院, en: none here; see paper admission for its costs}
bearer: institution
judges: leaves
needs: {leaves: [visit_id, registered]}
optional: {leaves: [starts_at], claims: [claim_id, visit_id]}
evidence:
  visit_id: {zh: 就诊号, en: visit}
  leaves_count: {zh: 没有登记的次数, en: leaves not registered, unit: 次}
  first_left_at: {zh: 最早离院时间, en: first left at}
alert:
  zh: "住院号 {visit_id}：{leaves_count} 次离院没有登记，最早 {first_left_at}"
  en: "visit {visit_id}: {leaves_count} leaves not registered, the first at {first_left_at}"
*/
WITH
-- part: visits_with_claim
SELECT
  v.claim_id,
  CAST(NULL AS BIGINT) AS line_row,
  CASE WHEN count(e.registered) > 0 THEN 'fail' ELSE 'unknown' END AS verdict,
  CAST(0 AS DECIMAL(18, 6)) AS amount,
  e.visit_id,
  CASE WHEN count(e.registered) > 0 THEN count(e.registered) ELSE count(*) END AS leaves_count,
  min(e.starts_at) AS first_left_at
FROM leaves AS e
LEFT JOIN visits AS v ON v.visit_id = e.visit_id
WHERE e.registered IS NOT TRUE
GROUP BY v.claim_id, e.visit_id
