/*
title: {zh: 转外就医没有转诊转院证明, en: transfer out of the county without a certificate}
offence: {zh: 转往外省、外市、外县（区）没有转诊转院证明, en: "a transfer to another province, city or county without the certificate"}
not_an_offence: {zh: 有证明的；同一县（区）以内的转院, en: "with the certificate; transfers within one county"}
unknown:
  zh: 没有填是否有证明；没有证明而不知道是否转到县（区）以外（区划代码没有填，或者只写到市、省）
  en: >-
    no answer for the certificate; none, and not known whether it leaves the county (no code, or only a city's or
    province's)
money: {zh: 不涉及金额, en: no money hangs on it}
bearer: institution
judges:
  table: transfers
  where: >-
    from_division_code IS NULL OR to_division_code IS NULL OR from_division_code <> to_division_code OR
    from_division_code LIKE '%00'
needs: {transfers: [from_visit_id, from_division_code, to_division_code, certificate]}
optional: {transfers: [transferred_on], claims: [claim_id, visit_id]}
evidence:
  from_visit_id: {zh: 转出就诊号, en: visit}
  transferred_on: {zh: 转院日期, en: transferred on}
  from_division_code: {zh: 转出地区划代码, en: from}
  to_division_code: {zh: 转入地区划代码, en: to}
alert:
  zh: "{transferred_on} 转往 {to_division_code}（{from_visit_id}）：没有转诊转院证明"
  en: "transfer of {transferred_on} to {to_division_code} ({from_visit_id}): no certificate"
*/
WITH
-- part: visits_with_claim,
-- part: moves
SELECT
  v.claim_id,
  CAST(NULL AS BIGINT) AS line_row,
  CASE WHEN m.out_of_county AND NOT t.certificate THEN 'fail' ELSE 'unknown' END AS verdict,
  CAST(0 AS DECIMAL(18, 6)) AS amount,
  t.from_visit_id,
  t.transferred_on,
  t.from_division_code,
  t.to_division_code
FROM transfers AS t
JOIN moved AS m ON m.row = t.row
LEFT JOIN visits AS v ON v.visit_id = t.from_visit_id
WHERE (NOT m.out_of_county OR t.certificate) IS NOT TRUE
