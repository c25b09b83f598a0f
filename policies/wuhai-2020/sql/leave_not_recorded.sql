/*
title: {zh: 住院离院没有登记, en: inpatients' leave not recorded}
offence: {zh: 住院期间离院，没有登记在请假登记簿上, en: an inpatient left the ward and the leave register does not show it}
not_an_offence:
  zh: 已登记的离院（批准没有批准，本条没有写）
  en: "registered leaves, approved or not, since the text says nothing of approval"
unknown:
  zh: 没有填是否登记；同一次就诊在同一段时间又有登记的离院，可能就是这一次
  en: no answer whether the leave was registered; a registered leave of the same visit and time, which may be this one
money: {zh: 不涉及金额；挂床的费用见挂床住院, en: none here; see paper admission for its costs}
bearer: institution
judges: leaves
needs: {leaves: [visit_id, registered]}
optional: {leaves: [starts_at, ends_at], claims: [claim_id, visit_id]}
evidence:
  visit_id: {zh: 就诊号, en: visit}
  leaves_count: {zh: 没有登记的次数, en: leaves not registered, unit: 次}
  first_left_at: {zh: 最早离院时间, en: first left at}
alert:
  zh: "住院号 {visit_id}：{leaves_count} 次离院没有登记，最早 {first_left_at}"
  en: "visit {visit_id}: {leaves_count} leaves not registered, the first at {first_left_at}"
*/
WITH
-- part: visits_with_claim,
beside_registered AS (
  SELECT e.row
  FROM leaves AS e
  JOIN leaves AS r ON r.visit_id = e.visit_id
  WHERE e.registered IS FALSE AND r.registered AND e.starts_at IS NOT NULL AND r.starts_at IS NOT NULL
    AND (e.starts_at = r.starts_at
         OR (e.ends_at <= r.starts_at) IS NOT TRUE AND (r.ends_at <= e.starts_at) IS NOT TRUE)
  GROUP BY e.row
),
unrecorded AS (
  SELECT e.visit_id, e.starts_at, e.registered IS FALSE AND b.row IS NULL AS certain
  FROM leaves AS e
  LEFT JOIN beside_registered AS b ON b.row = e.row
  WHERE e.registered IS NOT TRUE
)
SELECT
  v.claim_id,
  CAST(NULL AS BIGINT) AS line_row,
  CASE WHEN count(*) FILTER (WHERE u.certain) > 0 THEN 'fail' ELSE 'unknown' END AS verdict,
  CAST(0 AS DECIMAL(18, 6)) AS amount,
  u.visit_id,
  CASE WHEN count(*) FILTER (WHERE u.certain) > 0 THEN count(*) FILTER (WHERE u.certain)
    ELSE count(*) END AS leaves_count,
  min(u.starts_at) AS first_left_at
FROM unrecorded AS u
LEFT JOIN visits AS v ON v.visit_id = u.visit_id
GROUP BY v.claim_id, u.visit_id
