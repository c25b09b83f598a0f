/*
title: {zh: 非住院实时结算, en: Settled in real time without a stay}
offence: {zh: 门诊、急诊、购药、辅助器具的费用作了实时结算, en: "outpatient, emergency, pharmacy or device costs settled in real time"}
not_an_offence: {zh: 住院；有住院流水号或床号的康复；事后报销的, en: stays; rehabilitation with an inpatient or bed number; reimbursement}
unknown:
  zh: 没有就诊类别或结算方式；康复而看不出是不是住院
  en: category of visit or mode of settlement missing; rehabilitation that does not show whether it was a stay
money: {zh: 基金支付的金额（本应先由单位或职工垫付）, en: "what the fund paid, which employer or worker should have advanced"}
bearer: worker
judges: {table: claims, where: "(settlement_mode = 'reimbursement') IS NOT TRUE"}
needs: {claims: [claim_id, settlement_mode, visit_category]}
optional: {claims: [inpatient_number, bed_number, starts_on, fund_amount]}
evidence:
  visit_category: {zh: 就诊类别, en: category of visit}
  settlement_mode: {zh: 结算方式, en: mode of settlement}
  starts_on: {zh: 就诊日期, en: visited on}
alert: {zh: "没有住院的费用不能实时结算，应先垫付后报销", en: "costs without a stay cannot be settled in real time"}
*/
SELECT c.claim_id,
       CAST(NULL AS BIGINT) AS line_row,
       CASE WHEN c.settlement_mode = 'realtime'
             AND c.visit_category IN ('outpatient', 'emergency', 'pharmacy', 'assistive_device') THEN 'fail'
            ELSE 'unknown' END AS verdict,
       c.fund_amount AS amount,
       c.visit_category,
       c.settlement_mode,
       c.starts_on
FROM claims AS c
WHERE (c.settlement_mode = 'reimbursement') IS NOT TRUE
  AND (c.settlement_mode = 'realtime'
       AND (c.visit_category = 'inpatient'
            OR (c.visit_category = 'rehabilitation'
                AND (c.inpatient_number IS NOT NULL OR c.bed_number IS NOT NULL)))) IS NOT TRUE
