/*
title: {zh: 急救稳定后没有及时转入协议机构, en: no transfer after an emergency}
offence:
  zh: "急诊急救在不是协议机构的医疗机构，伤情稳定后仍在那里治疗，超过设定的天数。怎样算及时，文件没有写，所以最多是疑点"
  en: >-
    an emergency at an institution without agreement, with care there going on longer than the days set once the injury
    was stable; the text does not say what is in time, so that it is at most a suspicion
not_an_offence:
  zh: 在协议机构急救的；就诊期间伤情没有稳定的；稳定后在设定的天数以内离开的
  en: "an emergency at an institution under agreement; never stable during the visit; gone within the days set"
unknown:
  zh: 不知道是不是急诊、是不是协议机构（只有辅助器具的协议不算）、何时稳定、何时离开，而住的天数超过设定的天数；离开早于就诊
  en: >-
    not known whether it was an emergency, under agreement (one on assistive devices alone is none), when stable, when
    gone, in a visit longer than the days set; gone before it began
money: {zh: 结算单中基金支付的金额, en: what the fund pays of the claim}
bearer: worker
judges: {table: claims, where: "emergency IS NULL OR emergency OR visit_category = 'emergency'"}
needs: {claims: [claim_id, emergency, starts_on, ends_on, stable_on]}
optional:
  claims: [institution_code, institution_name, visit_category, fund_amount, agreement_institution]
  batch: [institution_code]
  agreements: [institution_code, starts_on, ends_on, medical, rehabilitation]
thresholds:
  transfer_after_stable_days: {zh: 稳定后转入协议机构的天数（及时）, en: days for the transfer once stable, unit: 天, type: integer}
evidence:
  starts_on: {zh: 就诊日期, en: visit on}
  stable_on: {zh: 病情稳定日期, en: stable on}
  ends_on: {zh: 离开日期, en: until}
  institution_name: {zh: 机构名称, en: institution}
alert:
  zh: "{starts_on} 在 {institution_name} 急救，{stable_on} 稳定后没有及时转入协议机构"
  en: "emergency of {starts_on} at {institution_name}, stable on {stable_on}, and no transfer in time"
*/
WITH visits AS (
  SELECT
    c.row,
    c.claim_id,
    c.starts_on,
    CASE WHEN c.ends_on_none THEN $judged_on ELSE c.ends_on END AS ends_on,
    c.stable_on,
    c.stable_on_none,
    COALESCE(c.institution_code, h.institution_code) AS institution_code,
    c.institution_name,
    c.agreement_institution,
    c.fund_amount,
    c.visit_category = 'emergency' OR c.emergency AS emergency
  FROM claims AS c
  CROSS JOIN batch AS h
  WHERE c.emergency IS NULL OR c.emergency OR c.visit_category = 'emergency'
),
-- part: agreements_held,
judged AS (
  SELECT
    v.row,
    CASE WHEN d.covered = 1 THEN TRUE
        WHEN d.perhaps = 0 AND v.agreement_institution THEN NULL
        ELSE COALESCE(v.agreement_institution, CASE WHEN d.perhaps = 0 THEN FALSE END) END AS agreed,
    CASE WHEN v.ends_on < v.starts_on THEN NULL
        ELSE date_diff('day', v.starts_on, v.ends_on) <= $transfer_after_stable_days
          OR date_diff('day', v.stable_on, v.ends_on) <= $transfer_after_stable_days END AS in_time
  FROM visits AS v
  LEFT JOIN held AS d ON d.row = v.row
)
SELECT
  v.claim_id,
  CAST(NULL AS BIGINT) AS line_row,
  CASE WHEN v.emergency AND NOT j.agreed AND NOT j.in_time THEN 'suspect' ELSE 'unknown' END AS verdict,
  CASE WHEN v.emergency AND NOT j.agreed AND NOT j.in_time THEN v.fund_amount END AS amount,
  v.starts_on,
  v.stable_on,
  v.ends_on,
  v.institution_name
FROM visits AS v
JOIN judged AS j ON j.row = v.row
WHERE (j.agreed OR v.stable_on_none OR j.in_time) IS NOT TRUE
