/*
title: {zh: 转院没有原因, en: transfer without a reason}
offence:
  zh: 转院没有写明原因（转院只限于技术、设备等条件所限）。写明了原因而又标明本地能够诊治的，须由人认定
  en: a transfer that does not state why; with a reason, though the place could treat, it is for a person to judge
not_an_offence: {zh: 写明了原因的转院, en: transfers that state why}
unknown: {zh: 没有填转院原因, en: no answer for the reason}
money: {zh: 不涉及金额, en: no money hangs on it}
bearer: institution
judges: transfers
needs: {transfers: [from_visit_id, reason]}
optional: {transfers: [transferred_on, region_cannot_treat], claims: [claim_id, visit_id]}
evidence:
  from_visit_id: {zh: 转出就诊号, en: visit}
  transferred_on: {zh: 转院日期, en: transferred on}
  reason: {zh: 转院原因, en: reason}
alert:
  zh: "{transferred_on} 转院（{from_visit_id}）：须写明因什么条件所限转院"
  en: "transfer of {transferred_on} ({from_visit_id}): it must state why"
*/
WITH
-- part: visits_with_claim
SELECT
  v.claim_id,
  CAST(NULL AS BIGINT) AS line_row,
  CASE WHEN t.reason_none THEN 'fail' WHEN t.reason IS NULL THEN 'unknown' ELSE 'review' END AS verdict,
  CAST(0 AS DECIMAL(18, 6)) AS amount,
  t.from_visit_id,
  t.transferred_on,
  t.reason
FROM transfers AS t
LEFT JOIN visits AS v ON v.visit_id = t.from_visit_id
WHERE (t.reason IS NOT NULL AND COALESCE(t.region_cannot_treat, TRUE)) IS NOT TRUE
