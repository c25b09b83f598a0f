/*
title: {zh: 长期在院没有实名核验, en: long stay not verified by name}
offence:
  zh: 住院天数达到设定的天数，而各段床位占用都没有实名核验在院（核验日期还没有到的不算）。两家机构、两名职工的就诊号相同，是两次住院
  en: >-
    a stay of the days set or more, of which no entry in the bed register was verified by name (not on a day still to
    come). A visit number that two institutions or workers have is that of two stays
not_an_offence:
  zh: 住院天数不到设定的天数；至少核验过一次（多久核验一次，文件没有写）
  en: "shorter stays; verified at least once, since the text does not say how often"
unknown:
  zh: >-
    没有就诊类别、就诊号或入院日期；没有填出院日期，或者出院早于入院；
    长期在院而没有（这名职工、这家机构的）床位登记，或者没有填是否核验；核验早于入院、晚于出院，或者写着核验而日期写“无”；写着核验而没有写是谁、是哪家机构，同一个就诊号有几次住院；结算单没有写职工，登记里有两名；
    没有写就诊号的登记可能就是这一次的
  en: >-
    no category, visit or day of admission; no day of discharge, or one before the admission; a long stay
    without an entry (of this worker and institution), or without an answer for the verification; verified before the
    admission or after the discharge, or with no day of it (“none”), or by an entry that tells neither person nor
    institution where several stays have its number, or that tells no visit and may be this one's; entries of two
    workers where the claim does not tell which
money: {zh: 不涉及金额, en: no money hangs on it}
bearer: institution
judges: {table: claims, where: "visit_category IS NULL OR visit_category IN ('inpatient', 'rehabilitation')"}
needs:
  claims: [claim_id, visit_id, visit_category, starts_on, ends_on]
  stays: [visit_id, real_name_verified]
optional:
  claims: [institution_code, worker_number]
  stays: [institution_code, worker_number, real_name_verified_on]
  batch: [institution_code]
absence: [stays]
thresholds:
  long_stay_days: {zh: 长期在院的天数, en: days of a long stay, unit: 天, type: integer}
evidence:
  visit_id: {zh: 就诊号, en: visit}
  starts_on: {zh: 入院日期, en: admitted on}
  days_count: {zh: 住院天数, en: days, unit: 天}
alert:
  zh: "{starts_on} 入院（{visit_id}）：已住院 {days_count} 天，应当实名核验在院"
  en: "admission of {starts_on} ({visit_id}): {days_count} days, to be verified by name"
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
    date_diff('day', min(c.starts_on), max(CASE WHEN c.ends_on_none THEN $judged_on ELSE c.ends_on END)) AS days_count,
    max(CASE WHEN c.starts_on IS NULL OR (c.ends_on IS NULL AND c.ends_on_none IS NOT TRUE) OR c.ends_on < c.starts_on
        THEN 1 ELSE 0 END) AS vague,
    max(CASE WHEN c.visit_category IS NULL THEN 1 ELSE 0 END) AS uncertain
  FROM settled AS c
  GROUP BY c.stay, c.visit_id, c.institution_code, c.worker_number
),
-- part: stays_verified
SELECT
  v.claim_id,
  CAST(NULL AS BIGINT) AS line_row,
  CASE
    WHEN v.uncertain = 0 AND v.days_count >= $long_stay_days AND k.once = 0 AND k.unanswered = 0 THEN 'fail'
    ELSE 'unknown'
  END AS verdict,
  CAST(0 AS DECIMAL(18, 6)) AS amount,
  v.visit_id,
  v.starts_on,
  v.days_count
FROM visits AS v
LEFT JOIN verified AS k ON k.stay = v.stay
WHERE (k.once = 1 OR (v.vague = 0 AND v.days_count < $long_stay_days)) IS NOT TRUE
UNION ALL
SELECT
  c.claim_id,
  CAST(NULL AS BIGINT) AS line_row,
  'unknown' AS verdict,
  CAST(0 AS DECIMAL(18, 6)) AS amount,
  c.visit_id,
  c.starts_on,
  CAST(NULL AS BIGINT) AS days_count
FROM claims AS c
WHERE c.visit_id IS NULL AND (c.visit_category IS NULL OR c.visit_category IN ('inpatient', 'rehabilitation'))
