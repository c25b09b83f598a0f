/*
title: {zh: 疑难情形没有专家意见, en: A difficult case without experts}
offence:
  zh: "应交专家讨论而没有相应专家组的结算单：治疗非工伤疾病的；住院（含康复住院）费用异常而按项目结算的；审查认为入院指征、诊疗有问题的"
  en: >-
    a claim that has to go to experts and has no panel for it: care of a disease not caused by the injury; a stay of
    abnormal cost settled by item; an admission or care that review finds doubtful
not_an_offence:
  zh: 有同一事由的专家组的；这几种情形都明确没有的；调整单病种定额的由定额那一条判
  en: >-
    a panel for the same reason exists; none of these holds for certain; adjusted quotas are judged by the rule on
    quotas
unknown:
  zh: >-
    没有写是不是非工伤治疗、是否异常、是否符合入院标准（住院）、是否过度医疗；康复看不出是不是住院（没有住院流水号、床号），而异常或入院标准要看它；专家组没有写事由、写的是其他，
    或者没有写是哪张结算单的；结算单没有编号
  en: >-
    non-injury, abnormal, indicated (stays) or overtreatment is not told; rehabilitation that does not show whether it
    was a stay (neither inpatient nor bed number) where cost or admission hangs on it; a panel's reason is not told or
    other, or its claim is not; a claim without its number
money: {zh: 基金支付的金额, en: "the fund's part"}
bearer: fund
judges: claims
needs:
  claims: [claim_id, visit_category, payment_method, non_injury, abnormal, overtreatment, admission_indicated]
  panels: [claim_id, reason]
optional: {claims: [fund_amount, inpatient_number, bed_number]}
absence: [panels]
evidence:
  non_injury: {zh: 非工伤治疗, en: non-injury}
  abnormal: {zh: 费用异常, en: abnormal}
  admission_indicated: {zh: 符合入院标准, en: admission indicated}
  overtreatment: {zh: 过度医疗, en: overtreatment}
alert: {zh: "属于应由专家组确认的情形，没有相应的专家意见", en: "has to be confirmed by experts, and no such panel is there"}
*/
WITH held AS (
    SELECT p.claim_id,
           count(*) FILTER (WHERE p.reason = 'non_injury') AS on_non_injury,
           count(*) FILTER (WHERE p.reason = 'abnormal_cost') AS on_cost,
           count(*) FILTER (WHERE p.reason = 'doubtful_care') AS on_care,
           count(*) FILTER (WHERE p.reason IS NULL OR p.reason = 'other') AS on_other
    FROM panels AS p
    GROUP BY p.claim_id
), stayed AS (
    SELECT c.row,
           CASE WHEN c.visit_category <> 'rehabilitation' THEN c.visit_category = 'inpatient'
                WHEN c.visit_category = 'rehabilitation'
                 AND (c.inpatient_number IS NOT NULL OR c.bed_number IS NOT NULL OR NOT c.admission_indicated) THEN TRUE
           END AS inpatient
    FROM claims AS c
), told AS (
    SELECT c.claim_id, c.fund_amount, c.non_injury, c.abnormal, c.admission_indicated, c.overtreatment,
           CASE WHEN h.on_non_injury > 0 THEN FALSE ELSE c.non_injury END AS wants_injury,
           CASE WHEN h.on_cost > 0 THEN FALSE
                ELSE s.inpatient AND c.payment_method = 'by_item' AND c.abnormal END AS wants_cost,
           CASE WHEN h.on_care > 0 THEN FALSE
                ELSE c.overtreatment OR (s.inpatient AND NOT c.admission_indicated)
           END AS wants_care,
           COALESCE(h.on_other, 0) + (SELECT count(*) FROM panels AS p WHERE p.claim_id IS NULL OR c.claim_id IS NULL)
               AS on_other
    FROM claims AS c
    JOIN stayed AS s ON s.row = c.row
    LEFT JOIN held AS h ON h.claim_id = c.claim_id
)
SELECT t.claim_id,
       CAST(NULL AS BIGINT) AS line_row,
       CASE WHEN t.on_other = 0 AND (t.wants_injury OR t.wants_cost OR t.wants_care) THEN 'fail'
            ELSE 'unknown' END AS verdict,
       t.fund_amount AS amount,
       t.non_injury,
       t.abnormal,
       t.admission_indicated,
       t.overtreatment
FROM told AS t
WHERE (t.wants_injury OR t.wants_cost OR t.wants_care) IS NOT FALSE
