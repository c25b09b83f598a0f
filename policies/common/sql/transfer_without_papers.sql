/*
title: {zh: 转院没有手续, en: transfer without its papers}
offence: {zh: 转院没有办理转院手续（转院证明）, en: a transfer without its papers (certificate)}
not_an_offence: {zh: 办了转院手续的, en: transfers with their papers}
unknown: {zh: 没有填是否有转院证明, en: no answer whether there is a certificate}
money: {zh: 不涉及金额, en: no money hangs on it}
bearer: institution
judges: transfers
needs: {transfers: [from_visit_id, certificate]}
optional: {transfers: [to_institution_code, transferred_on], claims: [claim_id, visit_id]}
evidence:
  from_visit_id: {zh: 转出就诊号, en: visit}
  transferred_on: {zh: 转院日期, en: transferred on}
  to_institution_code: {zh: 转入机构代码, en: to}
alert:
  zh: "{transferred_on} 转院（{from_visit_id}）：没有转院手续"
  en: "transfer of {transferred_on} ({from_visit_id}): its papers are missing"
*/
WITH
-- part: visits_with_claim
SELECT
  v.claim_id,
  CAST(NULL AS BIGINT) AS line_row,
  CASE WHEN t.certificate IS NULL THEN 'unknown' ELSE 'fail' END AS verdict,
  CAST(0 AS DECIMAL(18, 6)) AS amount,
  t.from_visit_id,
  t.transferred_on,
  t.to_institution_code
FROM transfers AS t
LEFT JOIN visits AS v ON v.visit_id = t.from_visit_id
WHERE t.certificate IS NOT TRUE
