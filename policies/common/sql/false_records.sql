/*
title: {zh: 虚假病历, en: false records}
offence: {zh: 经审查，病历或文书是虚假的, en: reviewed and found that records or papers are false}
not_an_offence: {zh: 经审查没有虚假, en: reviewed and found true}
unknown: {zh: 没有审查过的，须由人认定, en: "where nobody has reviewed the records, it is for a person to judge"}
money: {zh: 结算单的总金额, en: the claim's total}
bearer: institution
judges: claims
needs: {claims: [claim_id, records_false]}
optional: {claims: [diagnosis_name, starts_on, total_amount]}
absent: review
evidence:
  starts_on: {zh: 就诊日期, en: visit on}
  diagnosis_name: {zh: 诊断名称, en: diagnosis}
alert:
  zh: "{starts_on} 就诊（{diagnosis_name}）：经审查病历虚假"
  en: "visit of {starts_on} ({diagnosis_name}): the records are false"
*/
SELECT
  c.claim_id,
  CAST(NULL AS BIGINT) AS line_row,
  CASE WHEN c.records_false THEN 'fail' ELSE 'review' END AS verdict,
  CASE WHEN c.records_false THEN c.total_amount END AS amount,
  c.starts_on,
  c.diagnosis_name
FROM claims AS c
WHERE (NOT c.records_false) IS NOT TRUE
