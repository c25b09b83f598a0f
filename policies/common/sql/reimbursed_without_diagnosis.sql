/*
title: {zh: 报销没有诊断证明, en: Reimbursed without a diagnosis certificate}
offence: {zh: 事后报销的结算单没有诊断证明, en: a reimbursement comes without a diagnosis certificate}
not_an_offence: {zh: 实时结算的；还没有来申报、也没有结算的, en: settlement in real time; what is neither declared nor settled yet}
unknown:
  zh: 没有写有没有诊断证明，或者没有写结算方式；没有结算（申报），而没有写申报（结算）没有
  en: >-
    whether it is there or the mode of settlement is not told; not settled (declared), and not told whether
    declared (settled)
money: {zh: 申请基金支付的金额, en: what the fund is asked to pay}
bearer: worker
judges:
  table: claims
  where: "(settlement_mode = 'realtime') IS NOT TRUE AND (declared_on_none AND settled_on_none) IS NOT TRUE"
needs: {claims: [claim_id, settlement_mode, diagnosis_certificate]}
optional: {claims: [settled_on, declared_on, fund_amount]}
evidence:
  diagnosis_certificate: {zh: 有没有诊断证明, en: a diagnosis certificate}
  settlement_mode: {zh: 结算方式, en: mode of settlement}
alert: {zh: "报销材料缺诊断证明", en: "a diagnosis certificate is missing"}
*/
SELECT c.claim_id,
       CAST(NULL AS BIGINT) AS line_row,
       CASE WHEN c.settlement_mode IS NULL OR c.diagnosis_certificate IS NULL THEN 'unknown'
            WHEN COALESCE(c.declared_on, c.settled_on) IS NULL
                 AND (c.declared_on_none OR c.settled_on_none) THEN 'unknown'
            ELSE 'fail' END AS verdict,
       c.fund_amount AS amount,
       c.diagnosis_certificate,
       c.settlement_mode
FROM claims AS c
WHERE (c.settlement_mode = 'realtime') IS NOT TRUE
  AND (c.declared_on_none AND c.settled_on_none) IS NOT TRUE
  AND (c.settlement_mode IS NOT NULL AND c.diagnosis_certificate) IS NOT TRUE
