/*
title: {zh: 区内能治而转外省, en: Sent to another province though the region can treat}
offence:
  zh: 转往外省，而区内协议机构的技术和设备能够诊治或康复
  en: "a transfer to another province although agreement institutions of the region can treat or rehabilitate"
not_an_offence:
  zh: 转往区内的；区内不能诊治或康复的；外省参保的
  en: transfers within the region; the region cannot treat; who is insured in another province
unknown:
  zh: 没有写区内能不能诊治，或者没有转入地；转入后的结算单和职工表写的参保地，一处在区内（或者没有写）、一处在区外
  en: >-
    whether the region can treat or where it led is not told; insured in the region, or it is not told where, by one
    row of the visit's claims and the table of workers, and outside it by another
money:
  zh: 转入后那次就医由基金支付的金额；不在本批的不明
  en: "what the fund pays for the visit it led to; not known where that is not in the batch"
bearer: institution
judges: {table: transfers, where: "(substr(to_division_code, 1, 2) = $region) IS NOT TRUE"}
needs: {transfers: [to_division_code, region_cannot_treat]}
optional:
  transfers: [transfer_id, to_visit_id, worker_number]
  claims: [claim_id, visit_id, worker_number, fund_amount, insured_division_code]
  workers: [worker_number, insured_division_code]
parameters: {region: {zh: 省级区划代码的前两位, en: first two digits of the region's code, type: text}}
evidence:
  transfer_id: {zh: 转诊单号, en: transfer}
  to_division_code: {zh: 转入地, en: transferred to}
  region_cannot_treat: {zh: 区内不能诊治, en: the region cannot treat}
alert:
  zh: "转诊单 {transfer_id}：转往 {to_division_code}，区内可以诊治"
  en: "transfer {transfer_id} to {to_division_code}: the region can treat"
*/
WITH arrived AS (
    SELECT t.row, min(c.claim_id) AS claim_id, count(*) AS claims_count,
           CASE WHEN count(c.fund_amount) = count(*) THEN sum(c.fund_amount) END AS fund_amount,
           count(*) FILTER (WHERE substr(c.insured_division_code, 1, 2) = $region) AS in_region,
           count(*) FILTER (WHERE substr(c.insured_division_code, 1, 2) <> $region) AS elsewhere
    FROM transfers AS t
    JOIN claims AS c ON c.visit_id = t.to_visit_id AND (c.worker_number <> t.worker_number) IS NOT TRUE
    GROUP BY t.row
), listed AS (
    SELECT w.worker_number,
           count(*) FILTER (WHERE substr(w.insured_division_code, 1, 2) = $region) AS in_region,
           count(*) FILTER (WHERE substr(w.insured_division_code, 1, 2) <> $region) AS elsewhere,
           count(*) FILTER (WHERE w.insured_division_code IS NULL) AS untold
    FROM workers AS w
    GROUP BY w.worker_number
), insured AS (
    SELECT t.row, a.claim_id, a.claims_count, a.fund_amount,
           COALESCE(a.in_region, 0) + COALESCE(l.in_region, 0) > 0 AS in_region,
           COALESCE(a.elsewhere, 0) + COALESCE(l.elsewhere, 0) > 0 AS elsewhere,
           a.elsewhere > 0 OR l.untold = 0 AS told
    FROM transfers AS t
    LEFT JOIN arrived AS a ON a.row = t.row
    LEFT JOIN listed AS l ON l.worker_number = t.worker_number
)
SELECT CASE WHEN i.claims_count = 1 THEN i.claim_id END AS claim_id,
       CAST(NULL AS BIGINT) AS line_row,
       CASE WHEN t.to_division_code IS NULL OR t.region_cannot_treat IS NOT FALSE OR i.elsewhere THEN 'unknown'
            ELSE 'fail' END AS verdict,
       CAST(i.fund_amount AS DECIMAL(18, 6)) AS amount,
       t.transfer_id,
       t.to_division_code,
       t.region_cannot_treat
FROM transfers AS t
JOIN insured AS i ON i.row = t.row
WHERE (substr(t.to_division_code, 1, 2) = $region) IS NOT TRUE
  AND (i.elsewhere AND NOT i.in_region AND i.told) IS NOT TRUE
  AND (t.to_division_code IS NOT NULL AND t.region_cannot_treat) IS NOT TRUE
