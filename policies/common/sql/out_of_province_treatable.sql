/*
title: {zh: 区内能治而转外省, en: Sent to another province though the region can treat}
offence:
  zh: 转往外省，而区内协议机构的技术和设备能够诊治或康复
  en: "a transfer to another province although agreement institutions of the region can treat or rehabilitate"
not_an_offence:
  zh: 转往区内的；区内不能诊治或康复的；外省参保的
  en: transfers within the region; the region cannot treat; who is insured in another province
unknown:
  zh: >-
    没有写区内能不能诊治，或者没有转入地；转入后的结算单和职工表写的参保地，一处在区内（或者没有写）、一处在区外；
    就诊号几名职工（几家机构）都有，写着区外参保的那张结算单，因为转诊单或结算单没有个人编号（或者两个编号可能是一个人），不知是不是这名职工的
  en: >-
    whether the region can treat or where it led is not told; insured in the region, or it is not told where, by one
    row of the visit's claims and the table of workers, and outside it by another; a visit number that several workers
    or institutions have, where transfer or claim has no person number (or one that may be the same person's), so that
    whoever is insured outside need not be this worker
money:
  zh: 转入后那次就医由基金支付的金额；不在本批的不明
  en: "what the fund pays for the visit it led to; not known where that is not in the batch"
bearer: institution
judges: {table: transfers, where: "(substr(to_division_code, 1, 2) = $region) IS NOT TRUE"}
needs: {transfers: [to_division_code, region_cannot_treat]}
optional:
  transfers: [transfer_id, to_visit_id, to_institution_code, worker_number]
  claims: [claim_id, visit_id, institution_code, worker_number, identity_number, identity_type, fund_amount,
      insured_division_code]
  workers: [worker_number, identity_number, insured_division_code]
parameters: {region: {zh: 省级区划代码的前两位, en: first two digits of the region's code, type: text}}
evidence:
  transfer_id: {zh: 转诊单号, en: transfer}
  to_division_code: {zh: 转入地, en: transferred to}
  region_cannot_treat: {zh: 区内不能诊治, en: the region cannot treat}
alert:
  zh: "转诊单 {transfer_id}：转往 {to_division_code}，区内可以诊治"
  en: "transfer {transfer_id} to {to_division_code}: the region can treat"
*/
WITH
-- part: numbers_alike,
-- part: worker_entries,
led_to AS (
    SELECT t.row, c.claim_id, c.institution_code, c.worker_number, t.worker_number AS own_number, c.fund_amount,
           c.insured_division_code, COALESCE(p.person, c.worker_number) AS person,
           COALESCE(o.person, t.worker_number) AS own_person, k.worker_number IS NOT NULL AS alike
    FROM transfers AS t
    JOIN claims AS c ON c.visit_id = t.to_visit_id AND (c.institution_code <> t.to_institution_code) IS NOT TRUE
    LEFT JOIN worker_persons AS p ON p.worker_number = c.worker_number AND p.sure
    LEFT JOIN worker_persons AS o ON o.worker_number = t.worker_number AND o.sure
    LEFT JOIN alike AS k ON k.worker_number = t.worker_number AND k.other_worker_number = c.worker_number
),
shared AS (
    SELECT row
    FROM led_to
    GROUP BY row
    HAVING (min(person) <> max(person) OR min(institution_code) <> max(institution_code)
            OR max(CASE WHEN person <> own_person THEN 1 ELSE 0 END) = 1
            OR (count(*) > 1 AND count(person) < count(*)))
       AND count(*) > count(*) FILTER (WHERE substr(insured_division_code, 1, 2) <> $region)
),
visited AS (
    SELECT v.row, v.claim_id, v.worker_number, v.own_number, v.fund_amount, v.insured_division_code,
           -- Of several claims, of which it is not known whose they are, that say the same it does not matter.
           CASE WHEN v.person = v.own_person THEN 1 WHEN v.person <> v.own_person OR s.row IS NOT NULL THEN 0
               ELSE 1 END AS sure
    FROM led_to AS v
    LEFT JOIN shared AS s ON s.row = v.row
    WHERE (v.person <> v.own_person) IS NOT TRUE OR v.alike
),
arrived AS (
    SELECT row, min(claim_id) AS claim_id, count(*) AS claims_count,
           CASE WHEN count(fund_amount) = count(*) AND min(sure) = 1 THEN sum(fund_amount) END AS fund_amount,
           count(*) FILTER (WHERE substr(insured_division_code, 1, 2) = $region) AS in_region,
           count(*) FILTER (WHERE substr(insured_division_code, 1, 2) <> $region) AS elsewhere,
           count(*) FILTER (WHERE substr(insured_division_code, 1, 2) <> $region AND sure = 1) AS surely_elsewhere
    FROM visited
    GROUP BY row
),
candidates AS (
    SELECT row, worker_number, 1 AS sure FROM transfers WHERE worker_number IS NOT NULL
    UNION ALL
    SELECT row, worker_number, min(sure) AS sure
    FROM visited
    WHERE own_number IS NULL AND worker_number IS NOT NULL
    GROUP BY row, worker_number
),
listed AS (
    SELECT c.row,
           count(*) FILTER (WHERE substr(w.insured_division_code, 1, 2) = $region) AS in_region,
           count(*) FILTER (WHERE substr(w.insured_division_code, 1, 2) <> $region) AS elsewhere,
           count(*) FILTER (WHERE substr(w.insured_division_code, 1, 2) <> $region AND c.sure = 1) AS surely_elsewhere,
           count(*) FILTER (WHERE w.insured_division_code IS NULL) AS untold
    FROM candidates AS c
    JOIN worker_entries AS e ON e.worker_number = c.worker_number
    JOIN workers AS w ON w.row = e.entry_row
    GROUP BY c.row
),
insured AS (
    SELECT t.row, a.claim_id, a.claims_count, a.fund_amount,
           COALESCE(a.in_region, 0) + COALESCE(l.in_region, 0) > 0 AS in_region,
           COALESCE(a.elsewhere, 0) + COALESCE(l.elsewhere, 0) > 0 AS elsewhere,
           a.surely_elsewhere > 0 OR (l.surely_elsewhere > 0 AND l.untold = 0) AS told
    FROM transfers AS t
    LEFT JOIN arrived AS a ON a.row = t.row
    LEFT JOIN listed AS l ON l.row = t.row
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
