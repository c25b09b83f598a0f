/*
title: {zh: 考核浮动不是补充, en: A float that is no supplement}
offence:
  zh: 住院以外的结算单有考核浮动金额（不为 0）；考核浮动只是住院付费的补充
  en: "a float by assessment on a claim that is no stay, since it only supplements the payment of stays"
not_an_offence:
  zh: 住院结算单的浮动，不为 0 也可以；浮动比定额（没有定额时比基金支付金额）还大的，看不出是补充，交人认定
  en: >-
    a float on a stay; where it is larger than the quota, or without one than the fund's part, a person judges whether
    it still is a supplement
unknown:
  zh: 住院结算单没有写浮动金额（没有写 0）；没有就诊类别；有浮动而定额和基金支付金额都没有写
  en: >-
    a stay without its float (0 where there is none); no category of visit; a float with neither quota nor fund amount
    to compare
money: {zh: 浮动的金额, en: the float}
bearer: fund
judges:
  table: claims
  where: >-
    visit_category = 'inpatient' OR visit_category IS NULL OR (visit_category <> 'rehabilitation' AND
    assessment_float_amount <> 0)
needs: {claims: [claim_id, visit_category, assessment_float_amount]}
optional: {claims: [quota_amount, fund_amount]}
evidence:
  visit_category: {zh: 就诊类别, en: category of visit}
  assessment_float_amount: {zh: 考核浮动, en: float by assessment, unit: 元}
  base_amount: {zh: 定额或基金支付金额, en: quota or fund amount, unit: 元}
alert: {zh: "考核浮动 {assessment_float_amount} 元", en: "a float of {assessment_float_amount} yuan"}
*/
WITH floats AS (
    SELECT c.claim_id, c.visit_category, c.assessment_float_amount,
           COALESCE(c.quota_amount, c.fund_amount) AS base_amount
    FROM claims AS c
    WHERE c.visit_category = 'inpatient' OR c.visit_category IS NULL
       OR (c.visit_category <> 'rehabilitation' AND c.assessment_float_amount <> 0)
)
SELECT f.claim_id,
       CAST(NULL AS BIGINT) AS line_row,
       CASE WHEN f.visit_category IS NULL OR f.assessment_float_amount IS NULL THEN 'unknown'
            WHEN f.visit_category <> 'inpatient' THEN 'fail'
            WHEN f.base_amount IS NULL THEN 'unknown'
            ELSE 'review' END AS verdict,
       CAST(abs(f.assessment_float_amount) AS DECIMAL(18, 6)) AS amount,
       f.visit_category,
       f.assessment_float_amount,
       f.base_amount
FROM floats AS f
WHERE (f.visit_category = 'inpatient'
       AND (f.assessment_float_amount = 0 OR abs(f.assessment_float_amount) <= f.base_amount)) IS NOT TRUE
