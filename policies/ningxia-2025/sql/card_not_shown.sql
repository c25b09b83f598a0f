/*
title: {zh: 就医没有出示卡, en: card not shown}
offence:
  zh: 工伤职工就医期间没有出示本人社会保障卡（电子社保卡）。急诊没有出示的，须由人认定是否不及时
  en: >-
    the worker did not show the social-security card (or e-card) during the visit; in an emergency it is for a person to
    judge
not_an_offence:
  zh: 出示了的；机构已经核验了卡，或者是持卡结算的（可见出示了）
  en: "shown; or checked by the institution, or settled with it, and so shown"
unknown:
  zh: 没有填是否出示，又没有核验或者持卡结算（机构没有核验，不等于职工没有出示）；写着没有出示，却又核验了或者持卡结算
  en: >-
    no answer, and neither checked nor settled with; that the institution did not check it does not mean that it was
    not shown; said to be not shown, and yet checked or settled with
money: {zh: 不涉及金额, en: no money hangs on it}
bearer: worker
judges: claims
needs: {claims: [claim_id, card_checked]}
optional: {claims: [visit_category, emergency, starts_on, settled_with_card, card_shown]}
evidence:
  starts_on: {zh: 就诊日期, en: visit on}
  visit_category: {zh: 就诊类别, en: category}
alert: {zh: "{starts_on} 就诊：工伤职工没有出示社会保障卡", en: "visit of {starts_on}: the worker did not show the card"}
*/
SELECT
  c.claim_id,
  CAST(NULL AS BIGINT) AS line_row,
  CASE
    WHEN c.card_shown IS NULL OR c.card_checked OR c.settled_with_card THEN 'unknown'
    WHEN c.emergency OR c.visit_category = 'emergency' THEN 'review'
    ELSE 'fail'
  END AS verdict,
  CAST(0 AS DECIMAL(18, 6)) AS amount,
  c.starts_on,
  c.visit_category
FROM claims AS c
WHERE (COALESCE(c.card_shown, c.card_checked OR c.settled_with_card)) IS NOT TRUE
