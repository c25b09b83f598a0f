/*
title: {zh: 医疗事故费用按工伤结算, en: a medical accident billed as injury cost}
offence: {zh: 治疗医疗事故造成的伤害，费用由工伤保险基金支付, en: "treatment of what a medical accident caused, paid by the fund"}
not_an_offence: {zh: 不是医疗事故；是医疗事故而基金没有支付, en: "no medical accident; one, of which the fund pays nothing"}
unknown:
  zh: 没有填是不是医疗事故而基金支付了；是医疗事故而不知道基金付了多少
  en: not known whether it was an accident, and the fund pays; an accident, and not known what the fund pays
money: {zh: 结算单中基金支付的金额, en: what the fund pays of the claim}
bearer: institution
judges: claims
needs: {claims: [claim_id, medical_accident, fund_amount]}
optional: {claims: [starts_on]}
evidence:
  starts_on: {zh: 就诊日期, en: visit on}
  fund_amount: {zh: 基金支付金额, en: fund pays, unit: 元}
alert:
  zh: "{starts_on} 就诊：医疗事故的费用不应由工伤保险基金支付 {fund_amount} 元"
  en: "visit of {starts_on}: the fund should not pay {fund_amount} yuan for a medical accident"
*/
SELECT
  c.claim_id,
  CAST(NULL AS BIGINT) AS line_row,
  CASE WHEN c.medical_accident AND c.fund_amount > 0 THEN 'fail' ELSE 'unknown' END AS verdict,
  CASE WHEN c.medical_accident THEN c.fund_amount END AS amount,
  c.starts_on,
  c.fund_amount
FROM claims AS c
WHERE (NOT c.medical_accident OR c.fund_amount <= 0) IS NOT TRUE
