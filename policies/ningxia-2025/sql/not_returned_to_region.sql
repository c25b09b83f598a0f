/*
title: {zh: 区外受伤稳定后没有转回, en: not returned to the region}
offence:
  zh: "在自治区外受伤，在区外治疗：伤情稳定后仍在区外，超过设定的天数，是疑点（怎样算及时，文件没有写）；不在事故发生地的协议机构，又不是急诊的，须由人认定（文件说“优先”）"
  en: >-
    injured and treated outside the region: still there longer than the days set once the injury was stable is a
    suspicion, since the text does not say what is in time; no agreement institution of the place, and no emergency, is
    for a person to judge (the text says first choice)
not_an_offence:
  zh: 在区内治疗；在区内受伤（另看转外就医）；稳定后在设定的天数以内离开；没有稳定；急诊就诊本身不超过设定的天数（没有写何时稳定也是）；这名职工的转外就医经经办机构审核通过（批准日期还没有到的不算）
  en: >-
    care within the region; injured within it; gone within the days set; never stable; an emergency visit that is
    itself no longer than the days set (when stable may be untold); a transfer of this worker that the agency approved
    (not on a day still to come)
unknown:
  zh: >-
    不知道在哪里治疗、在哪里受伤（或者写着同一个证件号码的另一个个人编号写在别处受伤）、何时稳定、何时离开（或者离开早于就诊），或者区外的机构是不是协议机构（只有辅助器具的协议不算）；转外就医写着审核通过而批准日期写“无”；
    就诊号几名职工或几家机构都有，而转诊单或结算单没有个人编号（或者两个编号可能是一个人），不知批准的是不是这一次
  en: >-
    not known where it was treated, where the injury happened (or another place by another person number with the same
    identity number), when stable, when gone (or gone before it began), or whether the institution is under agreement
    (one on assistive devices alone is none); a transfer said to be approved that has no day of it (“none”), or that
    need not be of this visit: its number is that of several workers or institutions, and transfer or claim has no
    person number (or one that may be the same person's)
money: {zh: 结算单中基金支付的金额, en: what the fund pays of the claim}
bearer: worker
judges:
  table: claims
  where: "visit_category IS NULL OR visit_category IN ('outpatient', 'inpatient', 'rehabilitation', 'emergency')"
needs:
  claims: [claim_id, worker_number, care_division_code, starts_on, ends_on]
  workers: [worker_number, injured_division_code]
optional:
  claims: [visit_id, institution_code, visit_category, emergency, recognition_number, fund_amount,
      agreement_institution, stable_on, identity_number, identity_type]
  workers: [recognition_number, identity_number]
  agreements: [institution_code, starts_on, ends_on, medical, rehabilitation]
  transfers: [worker_number, to_visit_id, to_institution_code, approved, approved_on]
parameters:
  region: {zh: 自治区的区划代码, en: code of the region, type: text}
thresholds:
  return_after_stable_days: {zh: 稳定后转回自治区的天数（及时）, en: days for the return once stable, unit: 天, type: integer}
evidence:
  starts_on: {zh: 就诊日期, en: visit on}
  stable_on: {zh: 病情稳定日期, en: stable on}
  ends_on: {zh: 离开日期, en: until}
  care_division_code: {zh: 就医地区划代码, en: treated in}
alert:
  zh: "{starts_on} 在区外（{care_division_code}）治疗，{stable_on} 稳定后应及时转回自治区"
  en: "care of {starts_on} outside the region ({care_division_code}), stable on {stable_on}: the worker should return"
*/
WITH
-- part: worker_entries,
-- part: numbers_alike,
visits AS (
  SELECT
    c.row,
    c.claim_id,
    c.visit_id,
    c.worker_number,
    c.recognition_number,
    c.institution_code,
    c.agreement_institution,
    c.care_division_code,
    c.starts_on,
    CASE WHEN c.ends_on_none THEN $judged_on ELSE c.ends_on END AS ends_on,
    c.stable_on,
    c.stable_on_none,
    c.fund_amount,
    c.visit_category = 'emergency' OR c.emergency AS emergency
  FROM claims AS c
  WHERE (c.visit_category IS NULL OR c.visit_category IN ('outpatient', 'inpatient', 'rehabilitation', 'emergency'))
    AND (substr(c.care_division_code, 1, 2) = substr($region, 1, 2)) IS NOT TRUE
),
places AS (
  SELECT
    v.row,
    count(*) AS injuries_count,
    count(CASE WHEN substr(w.injured_division_code, 1, 2) <> substr($region, 1, 2) THEN 1 END) AS outside_count,
    count(CASE WHEN substr(w.injured_division_code, 1, 2) = substr($region, 1, 2) THEN 1 END) AS inside_count
  FROM visits AS v
  JOIN worker_entries AS e ON e.worker_number = v.worker_number
  JOIN workers AS w ON w.row = e.entry_row
  WHERE v.recognition_number IS NULL OR w.recognition_number IS NULL OR w.recognition_number = v.recognition_number
  GROUP BY v.row
),
-- part: agreements_held,
judged AS (
  SELECT
    v.row,
    CASE
      WHEN p.outside_count = p.injuries_count THEN TRUE
      WHEN p.inside_count = p.injuries_count THEN FALSE
    END AS injured_outside,
    CASE WHEN d.covered = 1 THEN TRUE
        WHEN d.perhaps = 0 AND v.agreement_institution THEN NULL
        ELSE COALESCE(v.agreement_institution, CASE WHEN d.perhaps = 0 THEN FALSE END) END AS agreed,
    CASE WHEN v.stable_on_none THEN TRUE WHEN v.ends_on < v.starts_on THEN NULL
        WHEN v.stable_on IS NOT NULL THEN date_diff('day', v.stable_on, v.ends_on) <= $return_after_stable_days
        WHEN v.emergency AND date_diff('day', v.starts_on, v.ends_on) <= $return_after_stable_days THEN TRUE
        END AS in_time
  FROM visits AS v
  LEFT JOIN places AS p ON p.row = v.row
  LEFT JOIN held AS d ON d.row = v.row
),
shared AS (
  SELECT c.visit_id
  FROM claims AS c
  LEFT JOIN worker_persons AS p ON p.worker_number = c.worker_number AND p.sure
  WHERE c.visit_id IS NOT NULL
  GROUP BY c.visit_id
  HAVING min(COALESCE(p.person, c.worker_number)) <> max(COALESCE(p.person, c.worker_number))
    OR min(c.institution_code) <> max(c.institution_code) OR (count(*) > 1 AND count(c.worker_number) < count(*))
),
approvals AS (
  SELECT
    v.row,
    t.approved_on_none,
    k.worker_number IS NOT NULL AS alike,
    COALESCE(o.person, t.worker_number) = COALESCE(p.person, v.worker_number) AS same_person,
    s.visit_id IS NOT NULL AS shared
  FROM visits AS v
  JOIN transfers AS t ON t.to_visit_id = v.visit_id AND (t.to_institution_code <> v.institution_code) IS NOT TRUE
  LEFT JOIN worker_persons AS p ON p.worker_number = v.worker_number AND p.sure
  LEFT JOIN worker_persons AS o ON o.worker_number = t.worker_number AND o.sure
  LEFT JOIN alike AS k ON k.worker_number = v.worker_number AND k.other_worker_number = t.worker_number
  LEFT JOIN shared AS s ON s.visit_id = v.visit_id
  WHERE t.approved AND (t.approved_on > CAST($judged_on AS DATE)) IS NOT TRUE
),
sent AS (
  SELECT
    a.row,
    max(CASE WHEN a.approved_on_none THEN 0 WHEN a.same_person THEN 1 WHEN a.same_person IS NULL AND NOT a.shared THEN 1
        ELSE 0 END) AS approved
  FROM approvals AS a
  WHERE a.same_person IS NOT FALSE OR a.alike
  GROUP BY a.row
)
SELECT
  v.claim_id,
  CAST(NULL AS BIGINT) AS line_row,
  CASE
    WHEN v.care_division_code IS NULL OR j.injured_outside IS NULL OR s.approved = 0 THEN 'unknown'
    WHEN NOT j.in_time THEN 'suspect'
    WHEN j.in_time AND NOT j.agreed AND NOT v.emergency THEN 'review'
    ELSE 'unknown'
  END AS verdict,
  CASE WHEN j.injured_outside AND NOT j.in_time AND v.care_division_code IS NOT NULL AND s.row IS NULL
      THEN v.fund_amount END AS amount,
  v.starts_on,
  v.stable_on,
  v.ends_on,
  v.care_division_code
FROM visits AS v
JOIN judged AS j ON j.row = v.row
LEFT JOIN sent AS s ON s.row = v.row
WHERE (NOT j.injured_outside OR (j.in_time AND (j.agreed OR v.emergency))) IS NOT TRUE
  AND (s.approved = 1) IS NOT TRUE
