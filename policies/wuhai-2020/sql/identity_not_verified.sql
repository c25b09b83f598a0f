/*
title: {zh: 住院登记没有核对身份, en: identity not verified at admission}
offence: {zh: 住院（含康复住院）登记时没有核对身份, en: identity not verified when an inpatient was registered}
not_an_offence:
  zh: 门诊、购药：原文“住院登记”以前的另一种手续缺失，不能断定
  en: outpatients and purchases of drugs, since the other step that stood before inpatient registration is lost
unknown: {zh: 没有填是否核验身份，或者没有填就诊类别, en: no answer whether identity was verified; no category of the visit}
money: {zh: 不涉及金额, en: no money hangs on it}
bearer: institution
judges: {table: claims, where: "visit_category IS NULL OR visit_category IN ('inpatient', 'rehabilitation')"}
needs: {claims: [claim_id, visit_category, identity_verified]}
optional: {claims: [department, starts_on]}
evidence:
  starts_on: {zh: 入院日期, en: admitted on}
  department: {zh: 科室, en: department}
alert: {zh: "{starts_on} 入院：住院登记时没有核对身份", en: "admission of {starts_on}: identity was not verified"}
*/
SELECT
  c.claim_id,
  CAST(NULL AS BIGINT) AS line_row,
  CASE WHEN NOT c.identity_verified AND c.visit_category IS NOT NULL THEN 'fail' ELSE 'unknown' END AS verdict,
  CAST(0 AS DECIMAL(18, 6)) AS amount,
  c.starts_on,
  c.department
FROM claims AS c
WHERE (c.identity_verified OR c.visit_category NOT IN ('inpatient', 'rehabilitation')) IS NOT TRUE
