/*
title: {zh: 不符合入院标准, en: admission without indication}
offence: {zh: 经审查，住院（含康复住院）不符合入院标准, en: reviewed and found that the admission does not meet the standards}
not_an_offence: {zh: 经审查符合入院标准；门诊、购药, en: found to meet them; outpatients and purchases}
unknown:
  zh: 没有就诊类别。没有审查过的，须由人认定，不算资料不足
  en: no category of the visit; where nobody has reviewed the admission, it is for a person to judge
money: {zh: 结算单的总金额, en: the claim's total}
bearer: institution
judges: {table: claims, where: "visit_category IS NULL OR visit_category IN ('inpatient', 'rehabilitation')"}
needs: {claims: [claim_id, visit_category, admission_indicated]}
optional: {claims: [diagnosis_name, starts_on, total_amount]}
absent: review
evidence:
  starts_on: {zh: 入院日期, en: admitted on}
  diagnosis_name: {zh: 诊断名称, en: diagnosis}
alert:
  zh: "{starts_on} 入院（{diagnosis_name}）：经审查不符合入院标准"
  en: "admission of {starts_on} ({diagnosis_name}): it does not meet the standards"
*/
SELECT
  c.claim_id,
  CAST(NULL AS BIGINT) AS line_row,
  CASE
    WHEN c.visit_category IS NULL THEN 'unknown'
    WHEN c.admission_indicated IS NULL THEN 'review'
    ELSE 'fail'
  END AS verdict,
  CASE WHEN NOT c.admission_indicated AND c.visit_category IS NOT NULL THEN c.total_amount END AS amount,
  c.starts_on,
  c.diagnosis_name
FROM claims AS c
WHERE (c.admission_indicated OR c.visit_category NOT IN ('inpatient', 'rehabilitation')) IS NOT TRUE
