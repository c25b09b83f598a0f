/*
title: {zh: 在不同机构的住院时间重叠, en: Overlapping stays at different institutions}
offence:
  zh: 同一职工（包括写着同一个证件号码的两个个人编号）在两家机构的住院日期重叠至少一夜（记在后入院的一次名下）
  en: >-
    the same worker (two person numbers with one identity number included) was an inpatient of two institutions for at
    least one same night (told of the later admission)
not_an_offence:
  zh: 一家出院当天另一家入院（转院）；写着同一个就诊号的两次住院之间的日子；同一机构（由分解住院判定）；门诊
  en: >-
    discharged and admitted elsewhere on one day, as in a transfer; the days between two stays of one visit number;
    one institution, which split stays are about; outpatients
unknown:
  zh: >-
    没有就诊类别、个人编号、机构代码或入院日期；可能重叠的那次没有出院日期；两个个人编号可能是一个人（一个编号写着两个证件号码，或者证件号码不足为凭）；
    本批只有一家机构的住院（看不到别处的）
  en: >-
    no category, person, institution or day of admission; the stay that may overlap lacks its last day; two person
    numbers that may be one person (one stands with two identity numbers, or the number proves little); inpatients of
    one institution only, so that others cannot be seen
money: {zh: 重叠本身不是应付的钱，按 0 计, en: "an overlap is no money owed, so 0"}
bearer: institution
judges: {table: claims, where: "visit_category IS NULL OR visit_category IN ('inpatient', 'rehabilitation')"}
needs: {claims: [claim_id, visit_category, worker_number, institution_code, starts_on, ends_on]}
optional: {claims: [visit_id, identity_number, identity_type], workers: [worker_number, identity_number]}
evidence:
  visit_id: {zh: 就诊号, en: visit}
  starts_on: {zh: 入院日期, en: admitted on}
  other_institution_code: {zh: 另一家机构, en: other institution}
  other_starts_on: {zh: 在另一家的入院日期, en: admitted there on}
  other_ends_on: {zh: 在另一家的出院日期, en: discharged there on}
  other_worker_number: {zh: 另一个个人编号, en: other person number}
alert:
  zh: "{starts_on} 入院（{visit_id}）：当时在 {other_institution_code} 住院（{other_starts_on} 至 {other_ends_on}）"
  en: >-
    admission of {starts_on} ({visit_id}): an inpatient of {other_institution_code} from {other_starts_on} to
    {other_ends_on}
*/
WITH admitted AS (
    SELECT COALESCE(c.visit_id, c.claim_id) AS visit, c.claim_id, c.worker_number, c.institution_code, c.starts_on,
           c.ends_on, c.ends_on_none, c.visit_category
    FROM claims AS c
    WHERE c.visit_category IS NULL OR c.visit_category IN ('inpatient', 'rehabilitation')
),
visits AS (
    SELECT visit, institution_code, worker_number,
           min(claim_id) AS claim_id,
           min(starts_on) AS starts_on,
           count(*) - count(starts_on) AS undated_count
    FROM admitted
    GROUP BY visit, institution_code, worker_number
),
one_by_one AS (
    SELECT visit, institution_code, worker_number, claim_id, starts_on, ends_on, ends_on_none, visit_category,
           max(CASE WHEN ends_on_none THEN DATE '9999-12-31' ELSE ends_on END) OVER (
               PARTITION BY visit, institution_code, worker_number ORDER BY starts_on, ends_on
               ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
           ) AS left_on
    FROM admitted
),
numbered AS (
    SELECT visit, institution_code, worker_number, claim_id, starts_on, ends_on, ends_on_none, visit_category,
           sum(CASE WHEN starts_on > left_on + INTERVAL 1 DAY THEN 1 ELSE 0 END) OVER (
               PARTITION BY visit, institution_code, worker_number ORDER BY starts_on, ends_on
               ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
           ) AS stay
    FROM one_by_one
),
lain AS (
    SELECT visit, institution_code, worker_number, stay,
           min(claim_id) AS claim_id,
           min(starts_on) AS starts_on,
           CASE WHEN count(*) = count(CASE WHEN ends_on IS NOT NULL OR ends_on_none THEN 1 END)
                THEN max(CASE WHEN ends_on_none THEN DATE '9999-12-31' ELSE ends_on END) END AS ends_on,
           max(CASE WHEN visit_category IS NULL THEN 1 ELSE 0 END) AS uncertain
    FROM numbered
    GROUP BY visit, institution_code, worker_number, stay
),
whose AS (
    SELECT v.visit, v.institution_code, v.worker_number, v.claim_id, v.starts_on, v.ends_on,
           COALESCE(p.person, v.worker_number) AS person,
           CASE WHEN p.sure IS FALSE THEN 1 ELSE v.uncertain END AS uncertain
    FROM lain AS v
    LEFT JOIN worker_persons AS p ON p.worker_number = v.worker_number
),
met AS (
    SELECT v.visit, v.institution_code, v.worker_number, v.claim_id, v.starts_on,
           o.institution_code AS other_institution_code,
           o.starts_on AS other_starts_on, o.ends_on AS other_ends_on,
           CASE WHEN o.worker_number <> v.worker_number THEN o.worker_number END AS other_worker_number,
           CASE WHEN o.starts_on < v.ends_on AND v.starts_on < o.ends_on AND v.uncertain = 0 AND o.uncertain = 0 THEN 1
               ELSE 0 END AS certain
    FROM whose AS v
    JOIN whose AS o ON o.person = v.person
    WHERE o.institution_code <> v.institution_code
      AND CASE WHEN o.starts_on <> v.starts_on THEN o.starts_on < v.starts_on
               ELSE o.institution_code < v.institution_code END
      AND (o.starts_on >= v.ends_on) IS NOT TRUE
      AND (v.starts_on >= o.ends_on) IS NOT TRUE
),
ranked AS (
    SELECT visit, institution_code, worker_number, claim_id, starts_on, other_institution_code, other_starts_on,
           other_ends_on, other_worker_number, certain,
           row_number() OVER (PARTITION BY visit, institution_code, worker_number ORDER BY certain DESC,
               other_starts_on, other_institution_code, other_ends_on, other_worker_number) AS place
    FROM met
)
SELECT m.claim_id,
       CAST(NULL AS BIGINT) AS line_row,
       CASE WHEN m.certain = 1 THEN 'suspect' ELSE 'unknown' END AS verdict,
       CAST(0 AS DECIMAL(18, 6)) AS amount,
       m.visit AS visit_id,
       m.starts_on,
       m.other_institution_code,
       m.other_starts_on,
       m.other_ends_on,
       m.other_worker_number
FROM ranked AS m
WHERE m.place = 1
UNION ALL
SELECT v.claim_id,
       CAST(NULL AS BIGINT) AS line_row,
       'unknown' AS verdict,
       CAST(0 AS DECIMAL(18, 6)) AS amount,
       v.visit AS visit_id,
       v.starts_on,
       CAST(NULL AS VARCHAR) AS other_institution_code,
       CAST(NULL AS DATE) AS other_starts_on,
       CAST(NULL AS DATE) AS other_ends_on,
       CAST(NULL AS VARCHAR) AS other_worker_number
FROM visits AS v
WHERE v.visit IS NULL OR v.worker_number IS NULL OR v.institution_code IS NULL OR v.undated_count > 0
UNION ALL
SELECT CAST(NULL AS VARCHAR) AS claim_id,
       CAST(NULL AS BIGINT) AS line_row,
       'unknown' AS verdict,
       CAST(0 AS DECIMAL(18, 6)) AS amount,
       CAST(NULL AS VARCHAR) AS visit_id,
       CAST(NULL AS DATE) AS starts_on,
       CAST(NULL AS VARCHAR) AS other_institution_code,
       CAST(NULL AS DATE) AS other_starts_on,
       CAST(NULL AS DATE) AS other_ends_on,
       CAST(NULL AS VARCHAR) AS other_worker_number
FROM visits AS v
HAVING count(*) > 0 AND count(DISTINCT v.institution_code) = 1 AND count(*) = count(v.institution_code)
