/*
title: {zh: 转院证明没有原因, en: transfer certificate without a reason}
offence:
  zh: 开了转院证明，没有写明转院原因。写明了原因而又标明本地能够诊治的，须由人认定
  en: >-
    a transfer certificate was issued without stating why; with a reason, though the place could treat, it is for a
    person to judge
not_an_offence: {zh: 写明了原因的转院证明；没有开证明的转院, en: certificates that state why; transfers without a certificate}
unknown: {zh: 没有填转院原因；没有填原因又不知道是否开了证明, en: "no answer for the reason, or for the certificate where there is no reason"}
money: {zh: 不涉及金额, en: no money hangs on it}
bearer: institution
judges: {table: transfers, where: "certificate IS NULL OR certificate"}
needs: {transfers: [from_visit_id, certificate, reason]}
optional: {transfers: [transferred_on, region_cannot_treat], claims: [claim_id, visit_id]}
evidence:
  from_visit_id: {zh: 转出就诊号, en: visit}
  transferred_on: {zh: 转院日期, en: transferred on}
  reason: {zh: 转院原因, en: reason}
alert:
  zh: "{transferred_on} 转院（{from_visit_id}）：转院证明的原因须写明"
  en: "transfer of {transferred_on} ({from_visit_id}): the certificate must state why"
*/
WITH
-- part: visits_with_claim
SELECT
  v.claim_id,
  CAST(NULL AS BIGINT) AS line_row,
  CASE
    WHEN t.reason_none AND t.certificate THEN 'fail'
    WHEN t.reason IS NOT NULL THEN 'review'
    ELSE 'unknown'
  END AS verdict,
  CAST(0 AS DECIMAL(18, 6)) AS amount,
  t.from_visit_id,
  t.transferred_on,
  t.reason
FROM transfers AS t
LEFT JOIN visits AS v ON v.visit_id = t.from_visit_id
WHERE (NOT t.certificate OR (t.reason IS NOT NULL AND COALESCE(t.region_cannot_treat, TRUE))) IS NOT TRUE
