/*
title: {zh: 外省就医报销材料不全, en: Papers missing for care in another province}
offence:
  zh: 转外省就医、事后报销的，缺转诊转院证明、票据或费用清单
  en: "care in another province claimed back without proof of the transfer, invoice or cost list"
not_an_offence:
  zh: 直接结算的；急诊；在区内就医或者在区外参保的；还没有申报也没有结算的；已核对材料齐全的
  en: >-
    settled directly; emergencies; care in the region or insured outside; neither declared nor settled yet; papers
    checked as complete
unknown:
  zh: >-
    没有写三样材料有没有；没有转诊记录（也可能是异地居住备案）；转诊记录都没有证明，而有的没有读懂；
    转诊记录没有写转入就诊号、转入机构，又早于就医那天而批准没有写到就医时还有效（或者写着已经过期），
    或者没有写哪天转，不知道是不是这一次；转诊记录的转入地是别的省，或者写着这次就诊而转入另一家机构；
    转诊记录写着材料不全，另一次没有写或者写着齐全；结算单没有就诊号而转诊记录写了转入的是哪一次；写着这次就诊的转诊记录没有写是谁；
    同一转诊单号，一条写有证明，一条写没有；没有参保地、就医地或结算方式
  en: >-
    one of the three is not told; no record of a transfer, which may be a filed residence; no record with the proof
    while some could not be read; a transfer of an earlier day (or of none told) that names neither the visit nor the
    institution it led to and was not approved until the care began, or whose approval was over, so that it may be
    another one; a transfer to yet another province, or one that names this visit and another institution; papers that
    one transfer calls incomplete and another does not; a claim without its visit where the transfer names one; a
    transfer that names the visit and not whose it is; a number of a transfer that stands both with the proof and
    without; a division or mode of settlement missing
money: {zh: 申请基金支付的金额, en: what the fund is asked to pay}
bearer: worker
judges:
  table: claims
  where: >-
    (settlement_mode = 'realtime') IS NOT TRUE AND (emergency OR visit_category = 'emergency') IS NOT TRUE AND
    (declared_on_none AND settled_on_none) IS NOT TRUE AND (substr(insured_division_code, 1, 2) <> $region) IS NOT TRUE
    AND (substr(care_division_code, 1, 2) = $region) IS NOT TRUE
needs:
  claims: [claim_id, visit_id, worker_number, settlement_mode, insured_division_code, care_division_code,
      invoice_original, cost_list]
  transfers: [worker_number, certificate]
optional:
  claims: [institution_code, visit_category, emergency, starts_on, settled_on, declared_on, fund_amount]
  transfers: [transfer_id, to_visit_id, to_institution_code, to_division_code, transferred_on, valid_until_on,
      reimbursement_papers]
parameters: {region: {zh: 省级区划代码的前两位, en: first two digits of the region's code, type: text}}
evidence:
  invoice_original: {zh: 票据, en: invoice}
  cost_list: {zh: 费用清单, en: cost list}
  certificate: {zh: 转诊转院证明, en: proof of the transfer}
alert: {zh: "转外省就医报销应有转诊证明、票据和费用清单", en: "proof of the transfer, invoice and cost list are needed"}
*/
WITH outside AS (
    SELECT c.row AS claim_row, c.claim_id, c.visit_id, c.worker_number, c.institution_code, c.settlement_mode,
           c.insured_division_code, c.care_division_code, c.starts_on, c.fund_amount, c.invoice_original, c.cost_list
    FROM claims AS c
    WHERE (c.settlement_mode = 'realtime') IS NOT TRUE
      AND (c.emergency OR c.visit_category = 'emergency') IS NOT TRUE
      AND (c.declared_on_none AND c.settled_on_none) IS NOT TRUE
      AND (substr(c.insured_division_code, 1, 2) <> $region) IS NOT TRUE
      AND (substr(c.care_division_code, 1, 2) = $region) IS NOT TRUE
),
-- part: transfers_perhaps,
torn AS (
    SELECT transfer_id, worker_number
    FROM transfers
    WHERE transfer_id IS NOT NULL AND worker_number IS NOT NULL
    GROUP BY transfer_id, worker_number
    HAVING count(*) FILTER (WHERE certificate) > 0 AND count(*) FILTER (WHERE certificate IS FALSE) > 0
), led AS (
    SELECT o.claim_row, CASE WHEN n.transfer_id IS NULL THEN t.certificate END AS certificate, t.reimbursement_papers,
           t.worker_number IS NOT NULL
               AND (t.to_visit_id IS NULL OR t.to_visit_id = o.visit_id)
               AND (t.to_institution_code <> o.institution_code) IS NOT TRUE
               AND (substr(t.to_division_code, 1, 2) <> substr(o.care_division_code, 1, 2)) IS NOT TRUE
               AND (t.valid_until_on < o.starts_on) IS NOT TRUE
               AND (t.to_visit_id = o.visit_id OR t.to_institution_code = o.institution_code
                    OR t.transferred_on = o.starts_on
                    OR (t.transferred_on < o.starts_on
                        AND (t.valid_until_on >= o.starts_on OR t.valid_until_on_none)))
               AS of_this_care
    FROM outside AS o
    JOIN perhaps AS p ON p.claim_row = o.claim_row
    JOIN transfers AS t ON t.row = p.transfer_row
    LEFT JOIN torn AS n ON n.transfer_id = t.transfer_id AND n.worker_number = t.worker_number
), known AS (
    SELECT l.claim_row,
           count(*) AS transfers_count,
           count(*) FILTER (WHERE l.certificate AND l.of_this_care) AS certified,
           count(*) FILTER (WHERE l.certificate IS FALSE AND l.of_this_care) AS uncertified,
           count(*) FILTER (WHERE l.reimbursement_papers AND l.of_this_care) AS complete,
           count(*) FILTER (WHERE l.reimbursement_papers IS FALSE AND l.of_this_care) AS incomplete
    FROM led AS l
    GROUP BY l.claim_row
), papers AS (
    SELECT o.claim_id, o.fund_amount, o.invoice_original, o.cost_list,
           CASE WHEN k.certified > 0 THEN TRUE WHEN k.uncertified = k.transfers_count THEN FALSE END AS certificate,
           CASE WHEN k.complete > 0 AND k.incomplete = 0 THEN TRUE
                WHEN k.incomplete = k.transfers_count THEN FALSE END AS complete,
           k.incomplete > 0 AS doubted,
           o.settlement_mode IS NOT NULL AND o.insured_division_code IS NOT NULL AND o.care_division_code IS NOT NULL
               AS concerned,
           k.claim_row IS NOT NULL AS transferred
    FROM outside AS o
    LEFT JOIN known AS k ON k.claim_row = o.claim_row
)
SELECT p.claim_id,
       CAST(NULL AS BIGINT) AS line_row,
       CASE WHEN NOT p.concerned OR NOT p.transferred THEN 'unknown'
            WHEN p.invoice_original IS FALSE OR p.cost_list IS FALSE
              OR (p.certificate IS FALSE OR p.complete IS FALSE) AND $unread_transfers = 0 THEN 'fail'
            ELSE 'unknown' END AS verdict,
       p.fund_amount AS amount,
       p.invoice_original,
       p.cost_list,
       p.certificate
FROM papers AS p
WHERE (p.concerned AND p.transferred
       AND p.doubted IS NOT TRUE AND p.invoice_original AND p.cost_list AND p.certificate) IS NOT TRUE
  AND (p.concerned AND p.transferred AND p.complete
       AND p.invoice_original IS NOT FALSE AND p.cost_list IS NOT FALSE AND p.certificate IS NOT FALSE) IS NOT TRUE
