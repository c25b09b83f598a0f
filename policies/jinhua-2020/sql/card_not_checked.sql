/*
title: {zh: 没有凭卡校验身份, en: identity not checked by card}
offence:
  zh: >-
    就诊、购药时没有凭社会保障卡（含电子卡）校验身份。职工没有出示卡的，写着已校验而所读的卡是别的证件号码的，须由人认定
  en: >-
    identity was not checked by the social-security card (or e-card); where the worker showed none, or the check is
    stated and the card read bears another identity number, it is for a person to judge
not_an_offence:
  zh: 已凭卡校验的；没有写所读的卡是谁的；15 位旧号和 18 位新号，大小写和空格不同
  en: >-
    checked by card; whose card was read is not told; the old number of 15 digits and the new one of 18, case and blanks
unknown:
  zh: 没有填是否核验卡；写着没有出示卡而又已凭卡校验
  en: no answer whether the card was checked; none was shown and yet it was checked
money: {zh: 不涉及金额, en: no money hangs on it}
bearer: institution
judges: claims
needs: {claims: [claim_id, card_checked]}
optional: {claims: [visit_category, starts_on, card_shown, identity_number, card_identity_number]}
evidence:
  starts_on: {zh: 就诊日期, en: visit on}
  visit_category: {zh: 就诊类别, en: category}
alert: {zh: "{starts_on} 就诊：没有凭社会保障卡校验身份", en: "visit of {starts_on}: identity was not checked by card"}
*/
WITH given AS (
  SELECT
    c.row,
    CASE WHEN c.identity_number NOT LIKE '%*%' THEN upper(trim(c.identity_number)) END AS billed,
    CASE WHEN c.card_identity_number NOT LIKE '%*%' THEN upper(trim(c.card_identity_number)) END AS card
  FROM claims AS c
),
another AS (
  SELECT
    g.row,
    CASE
      WHEN length(g.billed) = 18 AND length(g.card) = 15
        THEN concat(substr(g.billed, 1, 6), substr(g.billed, 9, 9)) <> g.card
      WHEN length(g.billed) = 15 AND length(g.card) = 18
        THEN concat(substr(g.card, 1, 6), substr(g.card, 9, 9)) <> g.billed
      ELSE g.billed <> g.card
    END AS differs
  FROM given AS g
)
SELECT
  c.claim_id,
  CAST(NULL AS BIGINT) AS line_row,
  CASE
    WHEN c.card_checked IS NULL OR (c.card_checked AND NOT COALESCE(c.card_shown, TRUE)) THEN 'unknown'
    WHEN c.card_checked OR NOT c.card_shown THEN 'review'
    ELSE 'fail'
  END AS verdict,
  CAST(0 AS DECIMAL(18, 6)) AS amount,
  c.starts_on,
  c.visit_category
FROM claims AS c
JOIN another AS a ON a.row = c.row
WHERE (c.card_checked AND c.card_shown IS NOT FALSE AND a.differs IS NOT TRUE) IS NOT TRUE
