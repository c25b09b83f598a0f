/*
title: {zh: 报销没有病历或出院证明, en: Reimbursed without record or discharge certificate}
offence: {zh: 事后报销的结算单，病历和出院证明都没有, en: a reimbursement comes with neither medical record nor discharge certificate}
not_an_offence:
  zh: 两样有一样的；实时结算的；还没有来申报、也没有结算的
  en: one of the two is there; settlement in real time; what is neither declared nor settled yet
unknown:
  zh: 一样没有、另一样没有写，或者没有写结算方式；没有结算（申报），而没有写申报（结算）没有
  en: >-
    none is known to be there and one is not told, or the mode of settlement is not; not settled (declared), and not
    told whether declared (settled)
money: {zh: 申请基金支付的金额, en: what the fund is asked to pay}
bearer: worker
judges:
  table: claims
  where: "(settlement_mode = 'realtime') IS NOT TRUE AND (declared_on_none AND settled_on_none) IS NOT TRUE"
needs: {claims: [claim_id, settlement_mode]}
optional: {claims: [settled_on, declared_on, fund_amount, medical_record, discharge_certificate]}
evidence:
  medical_record: {zh: 病历, en: medical record}
  discharge_certificate: {zh: 出院证明, en: discharge certificate}
  settlement_mode: {zh: 结算方式, en: mode of settlement}
alert: {zh: "报销材料缺病历或出院证明", en: "record or discharge certificate is missing"}
*/
SELECT c.claim_id,
       CAST(NULL AS BIGINT) AS line_row,
       CASE WHEN c.settlement_mode IS NULL OR c.medical_record IS NULL OR c.discharge_certificate IS NULL THEN 'unknown'
            WHEN COALESCE(c.declared_on, c.settled_on) IS NULL
                 AND (c.declared_on_none OR c.settled_on_none) THEN 'unknown'
            ELSE 'fail' END AS verdict,
       c.fund_amount AS amount,
       c.medical_record,
       c.discharge_certificate,
       c.settlement_mode
FROM claims AS c
WHERE (c.settlement_mode = 'realtime') IS NOT TRUE
  AND (c.declared_on_none AND c.settled_on_none) IS NOT TRUE
  AND (c.settlement_mode IS NOT NULL AND (c.medical_record OR c.discharge_certificate)) IS NOT TRUE
