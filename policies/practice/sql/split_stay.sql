/*
title: {zh: 疑似分解住院, en: A stay perhaps split in several}
offence:
  zh: >-
    同一职工（包括写着同一个证件号码的两个个人编号）因同一病种（没有病种的，看诊断编码前三位）在同一机构出院后，没过设定的天数又入院，或者还没有出院又入院。出院当天又入院算 0 天
  en: >-
    the same worker (two person numbers with one identity number included) is admitted to the same institution for the
    same disease group (else the first three characters of the diagnosis code) within the days set after a discharge, or
    before it; a return on the day of discharge counts as 0 days
not_an_offence:
  zh: 写明计划内再入院的；写明急诊的；间隔多于设定的天数；病种不同；同一就诊号分几张结算单（中途结算）；门诊。不知道是不是计划内、急诊的，仍列为疑点，由人看
  en: >-
    readmissions stated as planned, or as emergencies; a longer gap; another disease; several claims of one visit;
    outpatients. Where it is not told whether it was planned or an emergency it is still a suspicion, for a person to
    look at
unknown:
  zh: >-
    没有就诊类别、个人编号、机构代码或入院日期；前一次没有出院日期；间隔够短而诊断不明（或者一次只有病种、一次只有编码），
    或者同一就诊号的两张结算单中间隔了一天以上不在院（可能是两次住院用一个住院号），
    或者两个个人编号可能是一个人（一个编号写着两个证件号码，或者证件号码不足为凭）
  en: >-
    no category, person, institution or day of admission; the earlier stay without its last day; a short gap, and a
    diagnosis is missing (or one tells the group only and one the code), or two claims of one visit number with a day or
    more between them (two stays may have one number), or the two person numbers may be
    one person (one stands with two identity numbers, or the number proves little)
money: {zh: 拆分本身不是应付的钱，按 0 计, en: "splitting is no money owed, so 0"}
bearer: institution
judges: {table: claims, where: "visit_category IS NULL OR visit_category IN ('inpatient', 'rehabilitation')"}
needs: {claims: [claim_id, visit_category, worker_number, starts_on, ends_on]}
optional:
  claims: [visit_id, institution_code, emergency, planned_readmission, diagnosis_code, diagnosis_group, identity_number,
      identity_type]
  workers: [worker_number, identity_number]
  batch: [institution_code]
parameters: {days: {zh: 再入院的天数, en: days until a readmission, unit: 天, type: integer}}
thresholds:
  split_stay_days:
    zh: 分解住院的再入院天数
    en: days until a readmission that may be a split stay
    unit: 天
    type: integer
    optional: true
evidence:
  visit_id: {zh: 就诊号, en: visit}
  starts_on: {zh: 入院日期, en: admitted on}
  earlier_visit_id: {zh: 前一次就诊号, en: earlier visit}
  earlier_ends_on: {zh: 前一次出院日期, en: discharged on}
  gap_days: {zh: 间隔, en: gap, unit: 天}
  other_worker_number: {zh: 另一个个人编号, en: other person number}
alert:
  zh: "{starts_on} 入院（{visit_id}）：上次 {earlier_ends_on} 出院（{earlier_visit_id}），间隔 {gap_days} 天，请说明是否一次住院分开结算"
  en: >-
    admission of {starts_on} ({visit_id}): discharged on {earlier_ends_on} ({earlier_visit_id}), {gap_days} days before;
    is it one stay?
*/
WITH admitted AS (
    SELECT COALESCE(c.visit_id, c.claim_id) AS visit,
           c.claim_id, c.worker_number,
           COALESCE(c.institution_code, b.institution_code) AS institution_code,
           c.starts_on, c.ends_on, c.ends_on_none, c.visit_category, c.planned_readmission,
           c.emergency OR c.visit_category = 'emergency' AS emergency,
           c.diagnosis_group, upper(substr(c.diagnosis_code, 1, 3)) AS diagnosis
    FROM claims AS c
    CROSS JOIN batch AS b
    WHERE c.visit_category IS NULL OR c.visit_category IN ('inpatient', 'rehabilitation')
),
visits AS (
    SELECT visit, institution_code, worker_number,
           min(claim_id) AS claim_id,
           min(starts_on) AS starts_on,
           CASE WHEN count(*) = count(CASE WHEN ends_on IS NOT NULL OR ends_on_none THEN 1 END)
                THEN max(CASE WHEN ends_on_none THEN DATE '9999-12-31' ELSE ends_on END) END AS ends_on,
           max(CASE WHEN planned_readmission OR emergency THEN 1 ELSE 0 END) AS excepted,
           max(CASE WHEN visit_category IS NULL OR starts_on IS NULL THEN 1 ELSE 0 END) AS uncertain,
           count(*) - count(starts_on) AS undated_count,
           CASE WHEN min(diagnosis_group) = max(diagnosis_group) THEN max(diagnosis_group) END AS diagnosis_group,
           CASE WHEN min(diagnosis) = max(diagnosis) THEN max(diagnosis) END AS diagnosis
    FROM admitted
    GROUP BY visit, institution_code, worker_number
),
whose AS (
    SELECT v.visit, v.institution_code, v.worker_number, v.starts_on, v.ends_on, v.excepted, v.diagnosis_group,
           v.diagnosis,
           COALESCE(n.person, v.worker_number) AS person,
           CASE WHEN n.sure IS FALSE THEN 1 ELSE v.uncertain END AS uncertain
    FROM visits AS v
    LEFT JOIN worker_persons AS n ON n.worker_number = v.worker_number
),
pairs AS (
    SELECT v.visit, v.institution_code, v.worker_number,
           CASE WHEN p.worker_number <> v.worker_number THEN p.worker_number END AS other_worker_number,
           p.visit AS earlier_visit, p.ends_on AS earlier_ends_on,
           date_diff('day', p.ends_on, v.starts_on) AS gap_days,
           CASE WHEN v.uncertain = 0 AND p.uncertain = 0 AND p.ends_on IS NOT NULL
                AND COALESCE(v.diagnosis_group = p.diagnosis_group, v.diagnosis = p.diagnosis) THEN 1
               ELSE 0 END AS certain
    FROM whose AS v
    JOIN whose AS p ON p.person = v.person AND p.institution_code = v.institution_code
    WHERE v.excepted = 0
      AND p.visit <> v.visit
      AND CASE WHEN p.starts_on <> v.starts_on THEN p.starts_on < v.starts_on ELSE p.visit < v.visit END
      AND (date_diff('day', p.ends_on, v.starts_on) > COALESCE($split_stay_days, $days)) IS NOT TRUE
      AND COALESCE(v.diagnosis_group <> p.diagnosis_group, v.diagnosis <> p.diagnosis) IS NOT TRUE
),
latest AS (
    SELECT visit, institution_code, worker_number, max(certain) AS certain, max(earlier_ends_on) AS earlier_ends_on,
           min(earlier_visit) AS any_visit, min(CASE WHEN certain = 1 THEN earlier_visit END) AS earlier_visit,
           min(gap_days) AS gap_days,
           CASE WHEN count(*) = count(other_worker_number) THEN min(other_worker_number) END AS other_worker_number
    FROM pairs
    GROUP BY visit, institution_code, worker_number
),
one_by_one AS (
    SELECT visit, institution_code, worker_number, starts_on, planned_readmission, emergency,
           max(CASE WHEN ends_on_none THEN DATE '9999-12-31' ELSE ends_on END) OVER (
               PARTITION BY visit, institution_code, worker_number ORDER BY starts_on, ends_on
               ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
           ) AS left_on
    FROM admitted
),
resumed AS (
    SELECT visit, institution_code, worker_number, max(left_on) AS left_on,
           min(date_diff('day', left_on, starts_on)) AS gap_days
    FROM one_by_one
    WHERE (planned_readmission OR emergency) IS NOT TRUE AND starts_on > left_on + INTERVAL 1 DAY
      AND date_diff('day', left_on, starts_on) <= COALESCE($split_stay_days, $days)
    GROUP BY visit, institution_code, worker_number
)
SELECT v.claim_id,
       CAST(NULL AS BIGINT) AS line_row,
       CASE WHEN l.certain = 1 THEN 'suspect' ELSE 'unknown' END AS verdict,
       CAST(0 AS DECIMAL(18, 6)) AS amount,
       v.visit AS visit_id,
       v.starts_on,
       COALESCE(l.earlier_visit, l.any_visit) AS earlier_visit_id,
       CASE WHEN l.gap_days > -36525 THEN l.earlier_ends_on END AS earlier_ends_on,
       CASE WHEN l.gap_days > -36525 THEN l.gap_days END AS gap_days,
       l.other_worker_number
FROM visits AS v
JOIN latest AS l ON l.visit = v.visit AND l.institution_code = v.institution_code AND l.worker_number = v.worker_number
UNION ALL
SELECT v.claim_id,
       CAST(NULL AS BIGINT) AS line_row,
       'unknown' AS verdict,
       CAST(0 AS DECIMAL(18, 6)) AS amount,
       v.visit AS visit_id,
       v.starts_on,
       v.visit AS earlier_visit_id,
       r.left_on AS earlier_ends_on,
       r.gap_days,
       CAST(NULL AS VARCHAR) AS other_worker_number
FROM visits AS v
JOIN resumed AS r ON r.visit = v.visit AND r.institution_code = v.institution_code AND r.worker_number = v.worker_number
LEFT JOIN latest AS l ON l.visit = v.visit AND l.institution_code = v.institution_code
    AND l.worker_number = v.worker_number
WHERE l.visit IS NULL AND v.starts_on IS NOT NULL
UNION ALL
SELECT v.claim_id,
       CAST(NULL AS BIGINT) AS line_row,
       'unknown' AS verdict,
       CAST(0 AS DECIMAL(18, 6)) AS amount,
       v.visit AS visit_id,
       v.starts_on,
       CAST(NULL AS VARCHAR) AS earlier_visit_id,
       CAST(NULL AS DATE) AS earlier_ends_on,
       CAST(NULL AS BIGINT) AS gap_days,
       CAST(NULL AS VARCHAR) AS other_worker_number
FROM visits AS v
WHERE v.visit IS NULL OR v.worker_number IS NULL OR v.institution_code IS NULL OR v.undated_count > 0
