/*
title: {zh: 为协议中止的机构结算, en: Settled for an institution whose agreement is suspended}
offence:
  zh: 申报机构申报了别的机构的费用，而那家机构在服务当天正被中止（暂停）协议
  en: >-
    the institution that declares the batch declared costs of another one whose agreement was suspended on the day of
    service
not_an_offence:
  zh: >-
    本机构自己的费用；中止开始前已经出院的、结束后的；住院期间才开始中止的（不知出院日期的，算到判定当日；门诊等没有写的，算当天），和没有那家机构当天的协议文件的（名单上没有中止记录，不知道中止没有），
    交人认定
  en: >-
    its own costs; what ended before a suspension begins and what begins after it ends; a stay during which it began (to
    the day of judging where its end is not known; a visit of no inpatient ends on its day) goes to a person, and so it
    does where no document is the other one's agreement of that day: a registry does not tell of suspensions
unknown:
  zh: 没有申报机构或就诊机构的代码，没有服务日期，或者中止没有写开始日期、结束早于开始、不知道是哪家机构的
  en: >-
    code of either institution or date of service missing, or a suspension without its first day, ending before it began
    or of an institution without a code
money: {zh: 基金支付的金额, en: "the fund's part"}
bearer: institution
judges: claims
needs:
  claims: [claim_id, institution_code, starts_on]
  agreements: [institution_code, starts_on, ends_on, suspensions_told]
  suspensions: [institution_code, starts_on, ends_on]
optional: {claims: [declaring_institution_code, visit_category, ends_on, fund_amount], batch: [institution_code]}
evidence:
  declaring_institution_code: {zh: 申报机构, en: declared by}
  institution_code: {zh: 就诊机构, en: place of care}
  starts_on: {zh: 服务日期, en: service on}
alert:
  zh: "{starts_on} 在 {institution_code} 发生的费用由 {declaring_institution_code} 申报，该机构当天被中止协议"
  en: "costs of {institution_code} on {starts_on}, which was suspended, declared by {declaring_institution_code}"
*/
WITH
-- part: settled_by_others,
agreed AS (
    SELECT o.claim_row
    FROM others AS o
    JOIN agreements AS a ON a.institution_code = o.institution_code
    WHERE a.suspensions_told AND a.starts_on <= o.starts_on AND a.ends_on >= o.starts_on
    GROUP BY o.claim_row
), known AS (
    SELECT o.claim_row,
           count(*) FILTER (WHERE s.starts_on <= o.starts_on AND s.ends_on >= o.starts_on) AS in_force,
           count(*) FILTER (WHERE (s.starts_on > o.starts_on OR s.ends_on < o.starts_on) IS NOT TRUE
                            OR s.ends_on < s.starts_on) AS possible,
           count(*) FILTER (WHERE s.starts_on > o.starts_on AND s.starts_on <= o.until_on) AS later
    FROM others AS o
    JOIN suspensions AS s ON s.institution_code = o.institution_code
    GROUP BY o.claim_row
), nameless AS (
    SELECT count(*) AS suspensions_count FROM suspensions WHERE institution_code IS NULL
)
SELECT o.claim_id,
       CAST(NULL AS BIGINT) AS line_row,
       CASE WHEN o.institution_code IS NULL OR o.declaring_institution_code IS NULL
           OR o.starts_on IS NULL THEN 'unknown'
            WHEN k.in_force > 0 THEN 'fail'
            WHEN k.possible > 0 OR n.suspensions_count > 0 THEN 'unknown'
            ELSE 'review' END AS verdict,
       o.fund_amount AS amount,
       o.declaring_institution_code,
       o.institution_code,
       o.starts_on
FROM others AS o
LEFT JOIN agreed AS a ON a.claim_row = o.claim_row
LEFT JOIN known AS k ON k.claim_row = o.claim_row
CROSS JOIN nameless AS n
WHERE (o.declaring_institution_code IS NOT NULL AND o.starts_on IS NOT NULL
       AND a.claim_row IS NOT NULL AND COALESCE(k.possible, 0) = 0 AND COALESCE(k.later, 0) = 0
       AND n.suspensions_count = 0) IS NOT TRUE
