/*
title: {zh: 冒用身份住院, en: inpatient under another's identity}
offence:
  zh: >-
    住院（含康复住院）的人经现场核实，居民身份证号码与结算登记的参保职工不同。两个号码不都是居民身份证号码的，
    两个相同而工伤职工表里这个个人编号是别的居民身份证号码的，须由人认定
  en: >-
    the inpatient found on the spot has another resident identity number than the insured worker billed for; where the
    two are not both resident identity numbers, or agree while the table of workers gives that person number another
    resident number, it is for a person to judge
not_an_offence:
  zh: 同一人的 15 位旧号和 18 位新号；大小写和空格不同；门诊、购药（本条只说住院）；本人就诊而刷了别人的卡（另看核验卡）
  en: >-
    the old number of 15 digits and the new one of 18; case and blanks; outpatients and purchases, since the text speaks
    of inpatients; the worker's own visit with another's card
unknown: {zh: 没有就诊类别；没有核实实际就诊人的证件号码，或号码已遮盖, en: no category; the patient's number was not verified or is masked}
money: {zh: 结算单的总金额, en: the claim's total}
bearer: institution
judges: {table: claims, where: "visit_category IS NULL OR visit_category IN ('inpatient', 'rehabilitation')"}
needs: {claims: [claim_id, visit_category, identity_number, patient_identity_number]}
optional:
  claims: [worker_number, inpatient_number, starts_on, total_amount]
  workers: [worker_number, identity_number]
evidence:
  starts_on: {zh: 入院日期, en: admitted on}
  inpatient_number: {zh: 住院流水号, en: inpatient number}
alert: {zh: "{starts_on} 入院：实际住院的人不是登记的参保职工", en: "admission of {starts_on}: the patient is not the insured worker"}
*/
WITH given AS (
  SELECT
    c.row,
    CASE WHEN c.identity_number NOT LIKE '%*%' THEN upper(trim(c.identity_number)) END AS billed,
    CASE WHEN c.patient_identity_number NOT LIKE '%*%' THEN upper(trim(c.patient_identity_number)) END AS patient
  FROM claims AS c
),
compared AS (
  SELECT
    g.row,
    (length(g.billed) = 18 OR (length(g.billed) = 15 AND substr(g.billed, 1, 1) <= '9'))
      AND (length(g.patient) = 18 OR (length(g.patient) = 15 AND substr(g.patient, 1, 1) <= '9')) AS resident_numbers,
    CASE WHEN length(g.billed) = 18
        AND length(g.patient) = 15 THEN concat(substr(g.billed, 1, 6), substr(g.billed, 9, 9))
            ELSE g.billed END AS billed,
    CASE WHEN length(g.patient) = 18
        AND length(g.billed) = 15 THEN concat(substr(g.patient, 1, 6), substr(g.patient, 9, 9))
            ELSE g.patient END AS patient
  FROM given AS g
),
-- part: workers_listed,
registered AS (
  SELECT
    c.row,
    max(CASE WHEN length(w.identity_number) = length(g.billed) AND w.identity_number <> g.billed THEN 0
        WHEN length(w.identity_number) = 15
            AND w.old_number <> concat(substr(g.billed, 1, 6), substr(g.billed, 9, 9)) THEN 0
        WHEN length(g.billed) = 15 AND w.old_number <> g.billed THEN 0
        ELSE 1 END) AS agrees
  FROM claims AS c
  JOIN given AS g ON g.row = c.row
  JOIN on_the_list AS w ON w.worker_number = c.worker_number AND w.old_number IS NOT NULL
  WHERE length(g.billed) = 18 OR (length(g.billed) = 15 AND substr(g.billed, 1, 1) <= '9')
  GROUP BY c.row
)
SELECT
  c.claim_id,
  CAST(NULL AS BIGINT) AS line_row,
  CASE
    WHEN c.visit_category IS NULL OR m.billed IS NULL OR m.patient IS NULL THEN 'unknown'
    WHEN m.resident_numbers AND m.billed <> m.patient THEN 'fail'
    ELSE 'review'
  END AS verdict,
  CASE WHEN (m.billed <> m.patient OR r.agrees = 0) AND c.visit_category IS NOT NULL
      THEN c.total_amount END AS amount,
  c.starts_on,
  c.inpatient_number
FROM claims AS c
JOIN compared AS m ON m.row = c.row
LEFT JOIN registered AS r ON r.row = c.row
WHERE (
  (m.billed = m.patient AND (r.agrees = 0) IS NOT TRUE)
  OR c.visit_category NOT IN ('inpatient', 'rehabilitation')
) IS NOT TRUE
