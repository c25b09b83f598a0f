/*
title: {zh: 为非定点机构结算, en: Settled for an institution that is not designated}
offence:
  zh: 申报机构申报了别的机构的费用，而那家机构在服务当天没有有效的协议
  en: >-
    the institution that declares the batch declared costs of another one that had no agreement in force on the day of
    service
not_an_offence:
  zh: >-
    本机构自己的费用；那家机构当天有协议的（被中止的由另一条判）；当天的协议写明的服务类别都不是这一类的，住院期间协议才开始的，或者协议到期而第二天没有接上的（不知出院日期的，算到判定当日；门诊等没有写的，算当天），
    和所给协议里查不到那家机构的，
    交人认定
  en: >-
    its own costs; the other one had an agreement then (another rule judges suspensions); where the agreement is on
    other kinds of service, began during the stay, or ended during it (to the day of judging where its end is not
    known; a visit of no inpatient ends on its day)
    and none followed on the next day, or where none of the agreements given is the other one's, a person judges
unknown:
  zh: 没有申报机构或就诊机构的代码，没有服务日期，或者那家机构的协议没有写起止、截止早于开始、服务以后才签订
  en: >-
    code of either institution or date of service missing, or the other one's agreement without its days, ending
    before it starts or signed after the service
money: {zh: 基金支付的金额, en: "the fund's part"}
bearer: institution
judges: claims
needs: {claims: [claim_id, institution_code, starts_on], agreements: [institution_code, starts_on, ends_on]}
optional: {claims: [declaring_institution_code, visit_category, ends_on, fund_amount], batch: [institution_code],
    agreements: [medical, rehabilitation, assistive_device]}
absence: [agreements]
evidence:
  declaring_institution_code: {zh: 申报机构, en: declared by}
  institution_code: {zh: 就诊机构, en: place of care}
  starts_on: {zh: 服务日期, en: service on}
alert:
  zh: "{starts_on} 在 {institution_code} 发生的费用由 {declaring_institution_code} 申报，该机构当天没有协议"
  en: "costs of {institution_code} on {starts_on}, which had no agreement, declared by {declaring_institution_code}"
*/
WITH
-- part: settled_by_others,
known AS (
    SELECT o.claim_row,
           count(*) FILTER (WHERE a.starts_on <= o.starts_on AND a.ends_on >= o.starts_on) AS in_force,
           count(*) FILTER (WHERE a.starts_on <= o.starts_on AND a.ends_on >= o.starts_on
                            AND CASE WHEN o.visit_category = 'rehabilitation' THEN a.rehabilitation
                                     WHEN o.visit_category = 'assistive_device' THEN a.assistive_device
                                     WHEN o.visit_category IS NOT NULL THEN a.medical END IS NOT FALSE) AS of_the_kind,
           count(*) FILTER (WHERE (a.starts_on > o.starts_on OR a.ends_on < o.starts_on) IS NOT TRUE
                            OR a.ends_on < a.starts_on) AS possible,
           count(*) FILTER (WHERE a.starts_on > o.starts_on AND a.starts_on <= o.until_on) AS begun
    FROM others AS o
    JOIN agreements AS a ON a.institution_code = o.institution_code
    GROUP BY o.claim_row
), expiries AS (
    SELECT a.institution_code, a.ends_on
    FROM agreements AS a
    LEFT JOIN agreements AS n ON n.institution_code = a.institution_code AND n.starts_on <= a.ends_on + INTERVAL 1 DAY
        AND n.ends_on > a.ends_on
    WHERE n.institution_code IS NULL
    GROUP BY a.institution_code, a.ends_on
), lapsed AS (
    SELECT o.claim_row
    FROM others AS o
    JOIN expiries AS e ON e.institution_code = o.institution_code AND e.ends_on >= o.starts_on
        AND e.ends_on < o.until_on
    GROUP BY o.claim_row
)
SELECT o.claim_id,
       CAST(NULL AS BIGINT) AS line_row,
       CASE WHEN o.institution_code IS NULL OR o.declaring_institution_code IS NULL
           OR o.starts_on IS NULL THEN 'unknown'
            WHEN k.claim_row IS NULL THEN 'review'
            WHEN k.in_force > 0 THEN 'review'
            WHEN k.possible > 0 THEN 'unknown'
            WHEN k.begun > 0 THEN 'review'
            ELSE 'fail' END AS verdict,
       o.fund_amount AS amount,
       o.declaring_institution_code,
       o.institution_code,
       o.starts_on
FROM others AS o
LEFT JOIN known AS k ON k.claim_row = o.claim_row
LEFT JOIN lapsed AS x ON x.claim_row = o.claim_row
WHERE (o.declaring_institution_code IS NOT NULL AND k.of_the_kind > 0 AND x.claim_row IS NULL) IS NOT TRUE
