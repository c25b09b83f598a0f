/*
title: {zh: 过度诊疗, en: over-treatment}
offence: {zh: 经审查，诊疗过度, en: reviewed and found to be treated beyond need}
not_an_offence: {zh: 经审查没有过度诊疗, en: reviewed and found in order}
unknown: {zh: 没有审查过的，须由人认定, en: "where nobody has reviewed the treatment, it is for a person to judge"}
money: {zh: 过度的部分要由人核定，数据里没有, en: the part beyond need is for a person to find; the data do not tell it}
bearer: institution
judges: claims
needs: {claims: [claim_id, overtreatment]}
optional: {claims: [diagnosis_name, starts_on]}
absent: review
evidence:
  starts_on: {zh: 就诊日期, en: visit on}
  diagnosis_name: {zh: 诊断名称, en: diagnosis}
alert:
  zh: "{starts_on} 就诊（{diagnosis_name}）：经审查过度诊疗"
  en: "visit of {starts_on} ({diagnosis_name}): treated beyond need"
*/
SELECT
  c.claim_id,
  CAST(NULL AS BIGINT) AS line_row,
  CASE WHEN c.overtreatment THEN 'fail' ELSE 'review' END AS verdict,
  CAST(NULL AS DECIMAL(18, 6)) AS amount,
  c.starts_on,
  c.diagnosis_name
FROM claims AS c
WHERE (NOT c.overtreatment) IS NOT TRUE
