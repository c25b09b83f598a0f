/*
title: {zh: 转外省就医没有经审核就直接结算, en: Care in another province settled without approval}
offence:
  zh: 转外省就医、实时结算的，转诊转院备案没有通过审核，或者结算以后才通过，或者就医开始时批准已经过期
  en: >-
    care in another province settled in real time although the transfer was not approved, was approved after settlement,
    or its approval was over when care began
not_an_offence:
  zh: >-
    结算当天或之前通过的；事后报销的；在区内就医或者在区外参保的；还没有结算的。没有转诊转院备案的，可能是急诊、区外受伤或者异地居住备案，交人认定；
    备案写明这次就医而转入另一家机构的，也交人认定
  en: >-
    approved on or before settlement; reimbursement; care in the region or insured outside; not settled yet. Without a
    transfer it may be an emergency, an injury outside or a filed residence, so a person judges; so too where the
    transfer names this visit and another institution
unknown:
  zh: >-
    没有参保地、就医地、结算方式、结算日期，批准写了有效期而没有就医开始的日期，或者没有写审核通过没有、哪天通过；备案的转入地是别的省；
    备案没有写转入就诊号、转入机构，又没有写批准的有效期（没有期限写“无”）或者哪天转，不知道是不是这一次（就医当天转、没有通过的除外）；
    结算单没有就诊号而备案写了转入的是哪一次；写着这次就诊的备案没有写是谁；同一转诊单号，一条写同意，一条写不同意
  en: >-
    a division, mode or date of settlement missing, or the first day of care where the approval has a last one; whether
    and when it was approved is not told; a transfer to yet another province; one that names neither the visit nor the
    institution it led to, nor how long its approval holds (or “none”) or its day, so that it may be another one (but
    for one of the day of care that was not approved); a claim without its visit where the transfer names one; a
    transfer that names the visit and not whose it is; a number of a transfer that stands both as approved and as
    refused
money: {zh: 基金支付的金额, en: "the fund's part"}
bearer: worker
judges:
  table: claims
  where: >-
    (settlement_mode = 'reimbursement') IS NOT TRUE AND settled_on_none IS NOT TRUE AND (substr(insured_division_code,
    1, 2) <> $region) IS NOT TRUE AND (substr(care_division_code, 1, 2) = $region) IS NOT TRUE
needs:
  claims: [claim_id, visit_id, worker_number, settlement_mode, insured_division_code, care_division_code, starts_on,
      settled_on]
  transfers: [worker_number, approved, approved_on]
optional:
  claims: [institution_code, fund_amount]
  transfers: [transfer_id, to_visit_id, to_institution_code, to_division_code, transferred_on, valid_until_on]
absence: [transfers]
parameters: {region: {zh: 省级区划代码的前两位, en: first two digits of the region's code, type: text}}
evidence:
  care_division_code: {zh: 就医地, en: place of care}
  settled_on: {zh: 结算日期, en: settled on}
  approved_on: {zh: 审核通过日期, en: approved on}
  transfers_count: {zh: 转诊转院备案, en: transfers, unit: {zh: 次, en: transfers}}
alert: {zh: "到 {care_division_code} 就医，转诊转院没有经审核通过", en: "care in {care_division_code} without an approved transfer"}
*/
WITH outside AS (
    SELECT c.row AS claim_row, c.claim_id, c.visit_id, c.worker_number, c.institution_code, c.settlement_mode,
           c.insured_division_code, c.care_division_code, c.starts_on, c.settled_on, c.fund_amount
    FROM claims AS c
    WHERE (c.settlement_mode = 'reimbursement') IS NOT TRUE
      AND c.settled_on_none IS NOT TRUE
      AND (substr(c.insured_division_code, 1, 2) <> $region) IS NOT TRUE
      AND (substr(c.care_division_code, 1, 2) = $region) IS NOT TRUE
),
-- part: transfers_perhaps,
torn AS (
    SELECT transfer_id, worker_number
    FROM transfers
    WHERE transfer_id IS NOT NULL AND worker_number IS NOT NULL
    GROUP BY transfer_id, worker_number
    HAVING count(*) FILTER (WHERE approved) > 0 AND count(*) FILTER (WHERE approved IS FALSE) > 0
), known AS (
    SELECT o.claim_row,
           count(*) AS transfers_count,
           count(*) FILTER (WHERE t.worker_number IS NOT NULL AND n.transfer_id IS NULL
                                  AND t.approved AND t.approved_on <= o.settled_on
                                  AND (t.to_visit_id IS NULL OR t.to_visit_id = o.visit_id)
                                  AND (t.to_visit_id = o.visit_id OR t.to_institution_code = o.institution_code
                                       OR t.transferred_on <= o.starts_on)
                                  AND (t.valid_until_on_none OR t.valid_until_on >= o.starts_on
                                       OR (t.valid_until_on IS NULL AND (t.to_visit_id = o.visit_id
                                           OR t.to_institution_code = o.institution_code)))
                                  AND (t.to_institution_code <> o.institution_code) IS NOT TRUE
                                  AND (substr(t.to_division_code, 1, 2) <> substr(o.care_division_code, 1, 2))
                                      IS NOT TRUE) AS good,
           count(*) FILTER (WHERE t.worker_number IS NOT NULL AND t.approved AND t.approved_on <= o.settled_on
                                  AND (t.valid_until_on < o.starts_on) IS NOT TRUE
                                  AND t.to_institution_code <> o.institution_code) AS other_institution,
           count(*) FILTER (WHERE t.worker_number IS NOT NULL AND n.transfer_id IS NULL
                                  AND (t.approved IS FALSE OR t.approved_on_none OR t.approved_on > o.settled_on
                                       OR t.valid_until_on < o.starts_on)
                                  AND (t.to_visit_id = o.visit_id
                                       OR (t.to_visit_id IS NULL
                                           AND (t.to_institution_code = o.institution_code
                                                OR t.transferred_on = o.starts_on
                                                OR (t.transferred_on < o.starts_on
                                                    AND (t.valid_until_on IS NOT NULL OR t.valid_until_on_none)))
                                           AND (substr(t.to_division_code, 1, 2)
                                                <> substr(o.care_division_code, 1, 2)) IS NOT TRUE))) AS bad,
           min(t.approved_on) AS approved_on
    FROM outside AS o
    JOIN perhaps AS p ON p.claim_row = o.claim_row
    JOIN transfers AS t ON t.row = p.transfer_row
    LEFT JOIN torn AS n ON n.transfer_id = t.transfer_id AND n.worker_number = t.worker_number
    GROUP BY o.claim_row
)
SELECT o.claim_id,
       CAST(NULL AS BIGINT) AS line_row,
       CASE WHEN o.settlement_mode IS NULL OR o.insured_division_code IS NULL OR o.care_division_code IS NULL
              OR o.settled_on IS NULL OR o.starts_on IS NULL OR o.worker_number IS NULL THEN 'unknown'
            WHEN k.claim_row IS NULL THEN 'review'
            WHEN k.bad = k.transfers_count THEN 'fail'
            WHEN k.other_institution + k.bad = k.transfers_count THEN 'review'
            ELSE 'unknown' END AS verdict,
       o.fund_amount AS amount,
       o.care_division_code,
       o.settled_on,
       k.approved_on,
       k.transfers_count
FROM outside AS o
LEFT JOIN known AS k ON k.claim_row = o.claim_row
WHERE (o.settlement_mode = 'realtime' AND o.insured_division_code IS NOT NULL AND o.care_division_code IS NOT NULL
       AND k.good > 0) IS NOT TRUE
