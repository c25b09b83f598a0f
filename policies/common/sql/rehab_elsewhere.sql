/*
title: {zh: 不在协议康复机构康复, en: Rehabilitation elsewhere than at an agreement institution}
offence:
  zh: 由基金支付的康复，开始那天就诊机构没有有效的协议，或者它的协议不包括康复
  en: >-
    rehabilitation paid by the fund at an institution that on its first day had no agreement in force, or one without
    rehabilitation
not_an_offence:
  zh: 基金没有支付的康复；当天有包括康复的协议的；所给协议里查不到这家机构的，交人认定
  en: >-
    the fund pays nothing; an agreement that includes rehabilitation was in force; an institution without any of the
    agreements given goes to a person
unknown:
  zh: 没有就诊类别、机构代码、开始日期，或者协议没有写服务类别
  en: "category of visit, institution or first day missing, or the agreement does not tell its services"
money: {zh: 基金支付的金额, en: "the fund's part"}
bearer: institution
judges:
  table: claims
  where: "(visit_category = 'rehabilitation' OR visit_category IS NULL) AND (fund_amount = 0) IS NOT TRUE"
needs:
  claims: [claim_id, visit_category, institution_code, starts_on]
  agreements: [institution_code, starts_on, ends_on, rehabilitation]
optional: {claims: [institution_name, fund_amount]}
evidence:
  institution_code: {zh: 机构代码, en: institution}
  institution_name: {zh: 机构, en: name}
  starts_on: {zh: 康复开始日期, en: rehabilitation began on}
alert:
  zh: "{starts_on} 在 {institution_code} 康复，该机构当天没有康复协议"
  en: "no agreement for rehabilitation at {institution_code} on {starts_on}"
*/
WITH care AS (
    SELECT c.row AS claim_row, c.claim_id, c.visit_category, c.institution_code, c.institution_name, c.starts_on,
           c.fund_amount
    FROM claims AS c
    WHERE (c.visit_category = 'rehabilitation' OR c.visit_category IS NULL)
      AND (c.fund_amount = 0) IS NOT TRUE
), known AS (
    SELECT r.claim_row,
           count(*) FILTER (WHERE a.starts_on <= r.starts_on AND a.ends_on >= r.starts_on AND a.rehabilitation)
               AS allowing,
           count(*) FILTER (WHERE (a.starts_on > r.starts_on OR a.ends_on < r.starts_on OR a.rehabilitation IS FALSE)
                                  IS NOT TRUE) AS possible
    FROM care AS r
    JOIN agreements AS a ON a.institution_code = r.institution_code
    GROUP BY r.claim_row
)
SELECT r.claim_id,
       CAST(NULL AS BIGINT) AS line_row,
       CASE WHEN r.visit_category IS NULL OR r.institution_code IS NULL OR r.starts_on IS NULL THEN 'unknown'
            WHEN k.claim_row IS NULL THEN 'review'
            WHEN k.possible > 0 THEN 'unknown'
            ELSE 'fail' END AS verdict,
       r.fund_amount AS amount,
       r.institution_code,
       r.institution_name,
       r.starts_on
FROM care AS r
LEFT JOIN known AS k ON k.claim_row = r.claim_row
WHERE (r.visit_category = 'rehabilitation' AND k.allowing > 0) IS NOT TRUE
