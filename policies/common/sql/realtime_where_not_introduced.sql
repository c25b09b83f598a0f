/*
title: {zh: 机构没有实行实时结算, en: No settlement in real time at the institution}
offence:
  zh: 结算单写的是实时结算，而就诊机构当时没有实行实时结算
  en: "a claim settled in real time, at an institution that had not introduced it then"
not_an_offence: {zh: 事后报销的, en: reimbursement}
unknown:
  zh: 没有写机构当时是否实行实时结算，或者没有结算方式
  en: whether the institution had introduced it or the mode of settlement is not told
money: {zh: 基金支付的金额（本应先由单位或职工垫付）, en: "what the fund paid, which employer or worker should have advanced"}
bearer: worker
judges: {table: claims, where: "(settlement_mode = 'reimbursement') IS NOT TRUE"}
needs: {claims: [claim_id, settlement_mode, institution_realtime]}
optional: {claims: [institution_name, settled_on, fund_amount]}
evidence:
  institution_name: {zh: 机构, en: institution}
  institution_realtime: {zh: 机构已实行实时结算, en: institution settles in real time}
  settled_on: {zh: 结算日期, en: settled on}
alert: {zh: "机构还没有实行实时结算", en: "the institution has not introduced settlement in real time"}
*/
SELECT c.claim_id,
       CAST(NULL AS BIGINT) AS line_row,
       CASE WHEN c.settlement_mode = 'realtime' AND c.institution_realtime IS FALSE THEN 'fail'
            ELSE 'unknown' END AS verdict,
       c.fund_amount AS amount,
       c.institution_name,
       c.institution_realtime,
       c.settled_on
FROM claims AS c
WHERE (c.settlement_mode = 'reimbursement') IS NOT TRUE
  AND (c.settlement_mode = 'realtime' AND c.institution_realtime) IS NOT TRUE
