/*
title: {zh: 没有凭卡校验身份, en: identity not checked by card}
offence:
  zh: 就诊、购药时没有凭社会保障卡（含电子卡）校验身份。职工没有出示卡的，须由人认定
  en: >-
    identity was not checked by the social-security card (or e-card); where the worker showed none, it is for a person
    to judge
not_an_offence: {zh: 已凭卡校验的, en: checked by card}
unknown: {zh: 没有填是否核验卡, en: no answer whether the card was checked}
money: {zh: 不涉及金额, en: no money hangs on it}
bearer: institution
judges: claims
needs: {claims: [claim_id, card_checked]}
optional: {claims: [visit_category, starts_on, card_shown]}
evidence:
  starts_on: {zh: 就诊日期, en: visit on}
  visit_category: {zh: 就诊类别, en: category}
alert: {zh: "{starts_on} 就诊：没有凭社会保障卡校验身份", en: "visit of {starts_on}: identity was not checked by card"}
*/
SELECT
  c.claim_id,
  CAST(NULL AS BIGINT) AS line_row,
  CASE WHEN c.card_checked IS NULL THEN 'unknown' WHEN NOT c.card_shown THEN 'review' ELSE 'fail' END AS verdict,
  CAST(0 AS DECIMAL(18, 6)) AS amount,
  c.starts_on,
  c.visit_category
FROM claims AS c
WHERE c.card_checked IS NOT TRUE
