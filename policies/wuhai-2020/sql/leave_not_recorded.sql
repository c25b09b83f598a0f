/*
title: {zh: 住院离院没有登记, en: inpatients' leave not recorded}
offence: {zh: 住院期间离院，没有登记在请假登记簿上, en: an inpatient left the ward and the leave register does not show it}
not_an_offence:
  zh: 已登记的离院（批准没有批准，本条没有写）
  en: "registered leaves, approved or not, since the text says nothing of approval"
unknown:
  zh: 没有填是否登记；同一次就诊在同一段时间又有登记的（没有填是否登记的）离院，可能就是这一次；时间、就诊号没有写而可能相同的，也是这样
  en: >-
    no answer whether the leave was registered; a leave of the same visit and time that is registered, or may be, and
    may be this one, also where time or visit are not told and may be the same
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
told AS (
  SELECT e.row, e.visit_id, e.starts_at, e.ends_at FROM leaves AS e WHERE e.registered IS FALSE
),
perhaps_registered AS (
  SELECT r.visit_id, r.starts_at, r.ends_at FROM leaves AS r WHERE r.registered IS NOT FALSE
),
-- One that does not tell its visit may be that of any.
pairs AS (
  SELECT t.row, t.starts_at, t.ends_at, r.starts_at AS other_starts_at, r.ends_at AS other_ends_at
  FROM told AS t
  JOIN perhaps_registered AS r ON r.visit_id = t.visit_id
  UNION ALL
  SELECT t.row, t.starts_at, t.ends_at, r.starts_at AS other_starts_at, r.ends_at AS other_ends_at
  FROM told AS t
  CROSS JOIN perhaps_registered AS r
  WHERE r.visit_id IS NULL
  UNION ALL
  SELECT t.row, t.starts_at, t.ends_at, r.starts_at AS other_starts_at, r.ends_at AS other_ends_at
  FROM told AS t
  CROSS JOIN perhaps_registered AS r
  WHERE t.visit_id IS NULL
),
beside_registered AS (
  SELECT p.row
  FROM pairs AS p
  WHERE p.starts_at = p.other_starts_at
    OR (p.ends_at <= p.other_starts_at) IS NOT TRUE AND (p.other_ends_at <= p.starts_at) IS NOT TRUE
  GROUP BY p.row
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
