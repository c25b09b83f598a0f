/*
title: {zh: 人、卡、码不符, en: "person, card and code do not agree"}
offence:
  zh: >-
    结算登记、读卡（社保卡、电子社保卡或宁夏融合码）、实际就诊人三个证件号码中，已知的居民身份证号码有两个不同。不都是居民身份证号码的，
    三个相同而工伤职工表里这个个人编号是别的居民身份证号码的，须由人认定
  en: >-
    of the identity numbers billed for, read from card or code, and of the patient, two known resident numbers differ;
    where they are not both resident identity numbers, or agree while the table of workers gives that person number
    another resident number, it is for a person to judge
not_an_offence:
  zh: 同一人的 15 位旧号和 18 位新号；大小写和空格不同
  en: the old number of 15 digits and the new one of 18; case and blanks
unknown: {zh: 三个号码没有不同，但有的没有填或已遮盖, en: "none differ, but one of the three is missing or masked"}
money: {zh: 结算单的总金额, en: the claim's total}
bearer: institution
judges: claims
needs: {claims: [claim_id, identity_number, card_identity_number, patient_identity_number]}
optional: {claims: [worker_number, starts_on, total_amount], workers: [worker_number, identity_number]}
evidence:
  starts_on: {zh: 就诊日期, en: visit on}
  differing:
    zh: 不符的是
    en: what differs
    words:
      patient_and_bill: {zh: 就诊人与登记, en: patient and bill}
      card_and_bill: {zh: 卡与登记, en: card and bill}
      card_and_patient: {zh: 卡与就诊人, en: card and patient}
      bill_and_worker: {zh: 登记与工伤职工表, en: bill and table of workers}
      not_all_known: {zh: 资料不全, en: not all known}
alert:
  zh: "{starts_on} 就诊：人、卡、码不符（{differing}）"
  en: "visit of {starts_on}: person, card and code do not agree ({differing})"
*/
WITH given AS (
  SELECT
    c.row,
    CASE WHEN c.identity_number NOT LIKE '%*%' THEN upper(trim(c.identity_number)) END AS billed,
    CASE WHEN c.card_identity_number NOT LIKE '%*%' THEN upper(trim(c.card_identity_number)) END AS card,
    CASE WHEN c.patient_identity_number NOT LIKE '%*%' THEN upper(trim(c.patient_identity_number)) END AS patient
  FROM claims AS c
),
-- A number of 18 digits without the century and the check digit is the old one of 15.
short AS (
  SELECT
    g.row,
    g.billed,
    g.card,
    g.patient,
    CASE WHEN length(g.billed) = 18 THEN concat(substr(g.billed, 1, 6), substr(g.billed, 9, 9))
        ELSE g.billed END AS old_billed,
    CASE WHEN length(g.card) = 18 THEN concat(substr(g.card, 1, 6), substr(g.card, 9, 9)) ELSE g.card END AS old_card,
    CASE WHEN length(g.patient) = 18 THEN concat(substr(g.patient, 1, 6), substr(g.patient, 9, 9))
        ELSE g.patient END AS old_patient
  FROM given AS g
),
compared AS (
  SELECT
    s.row,
    CASE WHEN length(s.billed) = length(s.card) THEN s.billed = s.card
        ELSE s.old_billed = s.old_card END AS card_agrees,
    CASE WHEN length(s.billed) = length(s.patient) THEN s.billed = s.patient
        ELSE s.old_billed = s.old_patient END AS patient_agrees,
    CASE WHEN length(s.card) = length(s.patient) THEN s.card = s.patient
        ELSE s.old_card = s.old_patient END AS reader_agrees,
    length(s.billed) = 18 OR (length(s.billed) = 15 AND substr(s.billed, 1, 1) <= '9') AS billed_resident,
    length(s.card) = 18 OR (length(s.card) = 15 AND substr(s.card, 1, 1) <= '9') AS card_resident,
    length(s.patient) = 18 OR (length(s.patient) = 15 AND substr(s.patient, 1, 1) <= '9') AS patient_resident
  FROM short AS s
),
-- part: workers_listed,
registered AS (
  SELECT
    c.row,
    max(CASE WHEN length(w.identity_number) = length(s.billed) AND w.identity_number <> s.billed THEN 0
        WHEN length(w.identity_number) <> length(s.billed) AND w.old_number <> s.old_billed THEN 0
        ELSE 1 END) AS agrees
  FROM claims AS c
  JOIN short AS s ON s.row = c.row
  JOIN on_the_list AS w ON w.worker_number = c.worker_number AND w.old_number IS NOT NULL
  WHERE length(s.billed) = 18 OR (length(s.billed) = 15 AND substr(s.billed, 1, 1) <= '9')
  GROUP BY c.row
),
judged AS (
  SELECT
    m.row,
    m.card_agrees AND m.patient_agrees AND m.reader_agrees AS agree,
    (NOT m.card_agrees AND m.billed_resident AND m.card_resident)
    OR (NOT m.patient_agrees AND m.billed_resident AND m.patient_resident)
    OR (NOT m.reader_agrees AND m.card_resident AND m.patient_resident) AS certain,
    CASE
      WHEN NOT m.patient_agrees THEN 'patient_and_bill'
      WHEN NOT m.card_agrees THEN 'card_and_bill'
      WHEN NOT m.reader_agrees THEN 'card_and_patient'
      WHEN r.agrees = 0 THEN 'bill_and_worker'
      ELSE 'not_all_known'
    END AS differing,
    r.agrees = 0 AS somebody_else
  FROM compared AS m
  LEFT JOIN registered AS r ON r.row = m.row
)
SELECT
  c.claim_id,
  CAST(NULL AS BIGINT) AS line_row,
  CASE WHEN j.certain THEN 'fail' WHEN NOT j.agree OR j.somebody_else THEN 'review' ELSE 'unknown' END AS verdict,
  CASE WHEN NOT j.agree OR j.somebody_else THEN c.total_amount END AS amount,
  c.starts_on,
  j.differing
FROM claims AS c
JOIN judged AS j ON j.row = c.row
WHERE (j.agree AND j.somebody_else IS NOT TRUE) IS NOT TRUE
