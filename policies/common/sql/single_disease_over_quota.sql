/*
title: {zh: 单病种结算超过定额, en: Single disease settled above its quota}
offence:
  zh: 按单病种付费的结算单，基金支付金额超过该病种定额（加上考核上浮的金额）
  en: "a claim paid by single disease whose fund amount exceeds the quota, a float upwards added"
not_an_offence:
  zh: 按其他方式付费的；不超过定额的；专家组已就定额调整出具意见的（就费用异常、按项目结算出具意见的，交人认定）；还没有结算的
  en: >-
    other methods of payment; no more than the quota; experts gave their opinion on an adjustment (one on abnormal
    cost settled by item goes to a person); what is not settled
    yet
unknown:
  zh: 没有付费方式、定额或基金支付金额；超过定额而没有写考核浮动；专家组没有写意见日期，没有写事由（或写的是其他），或者没有写是哪张结算单的，不知道是不是就定额调整出具了意见
  en: >-
    method of payment, quota or fund amount missing; above the quota, and the float is not told; a panel without the
    date of its opinion, its reason (“other” is none) or its claim, which may have given its opinion on an adjustment
money: {zh: 超过定额的部分, en: what exceeds the quota}
bearer: institution
judges:
  table: claims
  where: "(payment_method = 'single_disease' OR payment_method IS NULL) AND settled_on_none IS NOT TRUE"
needs: {claims: [claim_id, payment_method, quota_amount, fund_amount], panels: [claim_id, reason, opinion_on]}
optional: {claims: [diagnosis_group, settled_on, assessment_float_amount]}
absence: [panels]
evidence:
  quota_amount: {zh: 定额, en: quota, unit: 元}
  fund_amount: {zh: 基金支付, en: fund amount, unit: 元}
  assessment_float_amount: {zh: 考核浮动, en: float by assessment, unit: 元}
  diagnosis_group: {zh: 病种, en: disease}
alert:
  zh: "基金支付 {fund_amount} 元，高于单病种定额 {quota_amount} 元"
  en: "{fund_amount} yuan of the fund, above the quota of {quota_amount}"
*/
WITH adjusted AS (
    SELECT p.claim_id,
           count(*) FILTER (WHERE p.reason = 'quota_adjustment' AND p.opinion_on IS NOT NULL) AS opinions,
           count(*) FILTER (WHERE p.reason = 'abnormal_cost' AND p.opinion_on IS NOT NULL) AS on_cost
    FROM panels AS p
    WHERE COALESCE(p.reason, 'other') IN ('quota_adjustment', 'abnormal_cost', 'other')
      AND (p.opinion_on <= CAST($judged_on AS DATE) OR (p.opinion_on IS NULL AND p.opinion_on_none IS NOT TRUE))
    GROUP BY p.claim_id
), quotas AS (
    SELECT c.claim_id, c.payment_method, c.quota_amount, c.fund_amount, c.assessment_float_amount, c.diagnosis_group,
           c.fund_amount - c.quota_amount - greatest(COALESCE(c.assessment_float_amount, 0), 0) AS excess
    FROM claims AS c
    WHERE (c.payment_method = 'single_disease' OR c.payment_method IS NULL)
      AND c.settled_on_none IS NOT TRUE
)
SELECT q.claim_id,
       CAST(NULL AS BIGINT) AS line_row,
       CASE WHEN q.payment_method IS NULL OR q.excess IS NULL OR q.assessment_float_amount IS NULL THEN 'unknown'
            WHEN a.on_cost > 0 THEN 'review'
            WHEN a.claim_id IS NOT NULL OR (q.claim_id IS NULL AND (SELECT count(*) FROM adjusted) > 0) THEN 'unknown'
            WHEN (SELECT count(*) FROM adjusted AS o WHERE o.claim_id IS NULL) > 0 THEN 'unknown'
            ELSE 'fail' END AS verdict,
       CAST(least(q.excess, q.fund_amount) AS DECIMAL(18, 6)) AS amount,
       q.quota_amount,
       q.fund_amount,
       q.assessment_float_amount,
       q.diagnosis_group
FROM quotas AS q
LEFT JOIN adjusted AS a ON a.claim_id = q.claim_id
WHERE (q.payment_method IS NOT NULL AND q.excess <= 0) IS NOT TRUE
  AND (q.payment_method IS NOT NULL AND q.excess IS NOT NULL AND a.opinions > 0) IS NOT TRUE
