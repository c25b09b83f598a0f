/*
title: {zh: 经常住院没有实名核验, en: frequent stays not verified by name}
offence:
  zh: >-
    同一职工在设定的天数以内住院达到设定的次数（从那一次入院往回数），那一次的床位占用都没有实名核验在院（核验日期还没有到的不算）。
    两家机构、两名职工的就诊号相同，也是两次住院。两个个人编号写着同一个证件号码，合起来才达到的，是疑点
  en: >-
    the same worker is admitted as often as is set within the days set, counted back from the admission, and no entry of
    that stay in the bed register was verified by name (not on a day still to come). A visit number that two
    institutions or workers have is that of two stays. Where it takes two person numbers with one identity number it is
    a suspicion
not_an_offence:
  zh: 次数不到；同一次住院分几张结算单（按就诊号算一次）；至少核验过一次。计划内的再住院也要核验，核验不等于违规
  en: >-
    fewer admissions; several claims of one stay, which count as one; verified at least once. Planned readmissions are
    to be verified as well, and a verification is no reproach
unknown:
  zh: >-
    没有就诊类别、就诊号、个人编号或入院日期；经常住院而没有（这名职工、这家机构的）床位登记，或者没有填是否核验；
    核验早于入院、晚于出院，或者写着核验而日期写“无”；写着核验而没有写是谁、是哪家机构，同一个就诊号有几次住院；
    没有写就诊号的登记可能就是这一次的；几个个人编号可能是一个人（一个编号写着两个证件号码，或者证件号码不足为凭），合起来才达到
  en: >-
    no category, visit, person or day of admission; frequent stays without an entry (of this worker and institution), or
    without an answer for the verification; verified before the admission or after the discharge, or with no day of it
    (“none”), or by an entry that tells neither person nor institution where several stays have its number, or that
    tells no visit and may be this one's; frequent only together with person numbers that may be the same person's (one
    stands with two identity numbers, or the number proves little)
money: {zh: 不涉及金额, en: no money hangs on it}
bearer: institution
judges: {table: claims, where: "visit_category IS NULL OR visit_category IN ('inpatient', 'rehabilitation')"}
needs:
  claims: [claim_id, visit_id, visit_category, worker_number, starts_on]
  stays: [visit_id, real_name_verified]
optional:
  claims: [institution_code, ends_on, identity_number, identity_type]
  stays: [institution_code, worker_number, real_name_verified_on]
  batch: [institution_code]
  workers: [worker_number, identity_number]
absence: [stays]
thresholds:
  frequent_stays_count: {zh: 经常住院的次数, en: number of frequent stays, unit: 次, type: integer}
  frequent_stays_days: {zh: 经常住院按多少天数, en: days within which they are counted, unit: 天, type: integer}
evidence:
  visit_id: {zh: 就诊号, en: visit}
  starts_on: {zh: 入院日期, en: admitted on}
  stays_count: {zh: 住院次数, en: stays, unit: 次}
  other_worker_number: {zh: 另一个个人编号, en: other person number}
alert:
  zh: "{starts_on} 入院（{visit_id}）：已住院 {stays_count} 次，应当实名核验在院"
  en: "admission of {starts_on} ({visit_id}): {stays_count} stays, to be verified by name"
*/
WITH
-- part: stays_settled,
visits AS (
  SELECT
    c.stay,
    c.visit_id,
    c.institution_code,
    c.worker_number,
    min(c.claim_id) AS claim_id,
    min(c.starts_on) AS starts_on,
    CASE WHEN count(c.ends_on) = count(*) THEN max(c.ends_on) END AS left_on,
    max(CASE WHEN c.visit_category IS NULL THEN 1 ELSE 0 END) AS uncertain
  FROM settled AS c
  GROUP BY c.stay, c.visit_id, c.institution_code, c.worker_number
),
whose AS (
  SELECT
    v.stay,
    v.worker_number,
    v.starts_on,
    v.uncertain,
    COALESCE(p.person, v.worker_number) AS person,
    CASE WHEN p.sure IS FALSE THEN 0 ELSE 1 END AS sure
  FROM visits AS v
  LEFT JOIN worker_persons AS p ON p.worker_number = v.worker_number
),
frequent AS (
  SELECT
    v.stay,
    count(DISTINCT e.stay) AS stays_count,
    count(DISTINCT CASE WHEN e.uncertain = 0 AND v.sure = 1 THEN e.stay END) AS sure_count,
    count(DISTINCT CASE WHEN e.uncertain = 0 AND e.worker_number = v.worker_number THEN e.stay END) AS own_count,
    max(CASE WHEN e.worker_number <> v.worker_number THEN e.worker_number END) AS other_worker_number
  FROM whose AS v
  JOIN whose AS e ON e.person = v.person
  WHERE e.starts_on <= v.starts_on AND date_diff('day', e.starts_on, v.starts_on) <= $frequent_stays_days
  GROUP BY v.stay
),
perhaps AS (
  SELECT
    v.stay,
    count(DISTINCT e.stay) AS stays_count
  FROM whose AS v
  JOIN whose AS e ON e.person = v.person
  WHERE e.starts_on IS NULL
  GROUP BY v.stay
),
-- part: stays_verified
SELECT
  v.claim_id,
  CAST(NULL AS BIGINT) AS line_row,
  CASE
    WHEN (v.uncertain = 0 AND k.once = 0 AND k.unanswered = 0) IS NOT TRUE THEN 'unknown'
    WHEN f.own_count >= $frequent_stays_count THEN 'fail'
    WHEN f.sure_count >= $frequent_stays_count THEN 'suspect'
    ELSE 'unknown'
  END AS verdict,
  CAST(0 AS DECIMAL(18, 6)) AS amount,
  v.visit_id,
  v.starts_on,
  f.stays_count,
  f.other_worker_number
FROM visits AS v
LEFT JOIN frequent AS f ON f.stay = v.stay
LEFT JOIN perhaps AS q ON q.stay = v.stay
LEFT JOIN verified AS k ON k.stay = v.stay
WHERE (
  k.once = 1
  OR f.stays_count + COALESCE(q.stays_count, 0)
    + (SELECT count(*) FROM visits AS e WHERE e.worker_number IS NULL) < $frequent_stays_count
) IS NOT TRUE
UNION ALL
SELECT
  c.claim_id,
  CAST(NULL AS BIGINT) AS line_row,
  'unknown' AS verdict,
  CAST(0 AS DECIMAL(18, 6)) AS amount,
  c.visit_id,
  c.starts_on,
  CAST(NULL AS BIGINT) AS stays_count,
  CAST(NULL AS VARCHAR) AS other_worker_number
FROM claims AS c
WHERE c.visit_id IS NULL AND (c.visit_category IS NULL OR c.visit_category IN ('inpatient', 'rehabilitation'))
