/*
title: {zh: 不在协议机构治疗, en: care at an institution without agreement}
offence: {zh: 不是急诊，而在不是协议机构的医疗机构治疗, en: "care at an institution that is under no agreement, without an emergency"}
not_an_offence:
  zh: 就诊当日在协议期内的机构；标明是协议机构、资料里的协议也不与它矛盾的；急诊急救先到就近的机构；购药、辅助器具
  en: >-
    an institution under agreement on the day, or said to be so and not contradicted by its agreements; an emergency at
    the nearest one; purchases and devices
unknown:
  zh: >-
    没有填是否协议机构，资料里也没有这家机构的协议（名单可能不全，不等于没有协议），或者协议起止日期不全、没有就诊日期；
    没有机构代码，而机构名称同批次的机构不同；
    标明是协议机构，而资料里它的协议都不在就诊当日；不在协议机构而不知道是否急诊；没有就诊类别
  en: >-
    no answer, and none of its agreements among the documents (lists may be incomplete, which is not the same as no
    agreement), or without dates; no code, and another name than the batch's institution; said to be under agreement,
    and none of its agreements among the documents is of that day; no agreement, and not known whether it was an
    emergency; no category of the visit
money: {zh: 结算单中基金支付的金额, en: what the fund pays of the claim}
bearer: worker
judges:
  table: claims
  where: "visit_category IS NULL OR visit_category IN ('outpatient', 'inpatient', 'rehabilitation', 'emergency')"
needs: {claims: [claim_id, visit_category, starts_on]}
optional:
  claims: [institution_code, institution_name, emergency, fund_amount, agreement_institution]
  batch: [institution_code]
  institutions: [institution_code, name]
  agreements: [institution_code, starts_on, ends_on]
evidence:
  starts_on: {zh: 就诊日期, en: visit on}
  institution_code: {zh: 机构代码, en: institution}
  institution_name: {zh: 机构名称, en: name}
alert:
  zh: "{starts_on} 在 {institution_name} 治疗：不是协议机构"
  en: "care of {starts_on} at {institution_name}: not under agreement"
*/
WITH visits AS (
  SELECT
    c.row,
    c.claim_id,
    c.visit_category,
    c.starts_on,
    CASE WHEN c.institution_code IS NOT NULL THEN c.institution_code
        WHEN c.institution_name IS NULL OR c.institution_name = own.name
        THEN h.institution_code END AS institution_code,
    c.institution_name,
    c.agreement_institution,
    c.fund_amount,
    c.visit_category = 'emergency' OR c.emergency AS emergency
  FROM claims AS c
  CROSS JOIN batch AS h
  LEFT JOIN (
    SELECT institution_code, CASE WHEN min(name) = max(name) THEN min(name) END AS name
    FROM institutions GROUP BY institution_code
  ) AS own ON own.institution_code = h.institution_code
  WHERE c.visit_category IS NULL OR c.visit_category IN ('outpatient', 'inpatient', 'rehabilitation', 'emergency')
),
held AS (
  SELECT
    v.row,
    max(CASE WHEN a.starts_on <= v.starts_on AND v.starts_on <= a.ends_on THEN 1 ELSE 0 END) AS covered,
    max(CASE WHEN v.starts_on < a.starts_on OR v.starts_on > a.ends_on THEN 0 ELSE 1 END) AS perhaps
  FROM visits AS v
  JOIN agreements AS a ON a.institution_code = v.institution_code
  GROUP BY v.row
),
judged AS (
  SELECT
    v.row,
    CASE WHEN d.covered = 1 THEN TRUE
        WHEN d.perhaps = 0 AND v.agreement_institution THEN NULL
        ELSE COALESCE(v.agreement_institution, CASE WHEN d.perhaps = 0 THEN FALSE END) END AS agreed
  FROM visits AS v
  LEFT JOIN held AS d ON d.row = v.row
)
SELECT
  v.claim_id,
  CAST(NULL AS BIGINT) AS line_row,
  CASE WHEN NOT j.agreed AND NOT v.emergency AND v.visit_category IS NOT NULL THEN 'fail' ELSE 'unknown' END AS verdict,
  CASE WHEN NOT j.agreed AND NOT v.emergency THEN v.fund_amount END AS amount,
  v.starts_on,
  v.institution_code,
  v.institution_name
FROM visits AS v
JOIN judged AS j ON j.row = v.row
WHERE (j.agreed OR v.emergency) IS NOT TRUE
