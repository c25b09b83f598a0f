/*
title: {zh: 转外就医不合职工意愿, en: transfer out of the county against the worker's wish}
offence:
  zh: 转往外省、外市、外县（区）不是出于职工本人（家属）的意愿
  en: "a transfer to another province, city or county that is not the worker's (family's) wish"
not_an_offence: {zh: 合意愿的；同一县（区）以内的转院, en: "by the worker's wish; transfers within one county"}
unknown:
  zh: 没有填是否出于职工意愿；不合意愿而不知道是否转到县（区）以外（区划代码没有填，或者只写到市、省）
  en: >-
    no answer for the wish; against it, and not known whether it leaves the county (no code, or only a city's or
    province's)
money: {zh: 不涉及金额, en: no money hangs on it}
bearer: institution
judges:
  table: transfers
  where: >-
    from_division_code IS NULL OR to_division_code IS NULL OR from_division_code <> to_division_code OR
    from_division_code LIKE '%00'
needs: {transfers: [from_visit_id, from_division_code, to_division_code, worker_agreed]}
optional: {transfers: [transferred_on], claims: [claim_id, visit_id]}
evidence:
  from_visit_id: {zh: 转出就诊号, en: visit}
  transferred_on: {zh: 转院日期, en: transferred on}
  from_division_code: {zh: 转出地区划代码, en: from}
  to_division_code: {zh: 转入地区划代码, en: to}
alert:
  zh: "{transferred_on} 转往 {to_division_code}（{from_visit_id}）：没有职工（家属）同意"
  en: "transfer of {transferred_on} to {to_division_code} ({from_visit_id}): not by the worker's wish"
*/
WITH
-- part: visits_with_claim,
-- part: moves
SELECT
  v.claim_id,
  CAST(NULL AS BIGINT) AS line_row,
  CASE WHEN m.out_of_county AND NOT t.worker_agreed THEN 'fail' ELSE 'unknown' END AS verdict,
  CAST(0 AS DECIMAL(18, 6)) AS amount,
  t.from_visit_id,
  t.transferred_on,
  t.from_division_code,
  t.to_division_code
FROM transfers AS t
JOIN moved AS m ON m.row = t.row
LEFT JOIN visits AS v ON v.visit_id = t.from_visit_id
WHERE (NOT m.out_of_county OR t.worker_agreed) IS NOT TRUE
