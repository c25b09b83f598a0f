/*
title: {zh: 超品种用药, en: Too many kinds of drugs}
offence:
  zh: 同一张处方（同一次就诊的医嘱号相同，不论开在几张结算单上；没有就诊号的看同一结算单）的药品种数多于经办机构设定的数量，是疑点：条文没有给数字，由人按用药规范认定
  en: >-
    one prescription (one order number of a visit, on however many claims; of a claim where no visit is told) with more
    kinds of drugs than the agency's number is a suspicion: the text gives no number, and people decide by the rules of
    good practice
not_an_offence:
  zh: 种数不多于设定的数量（编码只差大小写的是一种）；两次就诊、两家机构的同一个医嘱号；已冲销的明细；写明目录类别不是药品的明细（没有写或写“其他”的，看编码，再看费用类别）
  en: >-
    no more kinds than the number set (codes that differ in their case only are one); one order number of two visits or
    institutions; reversed lines; lines of another stated kind (without one, or of “other”, the code tells, then the
    category)
unknown:
  zh: >-
    没有处方号，而同一次就诊当天没有处方号的药品（连同一张有处方号的）加起来超过设定的数量（不知是否同一张处方）；同一处方号有的没有写结算单号，加起来超过；
    同一职工几张结算单上有同一处方号，有的没有就诊号，加起来超过；
    没有编码或者不知是不是药品，算不清种数
  en: >-
    without order numbers, where those drugs of one visit and day, or they and one prescription with a number, exceed
    the number taken together; one order number with lines that name no claim, or on several claims of a worker of which
    some tell no visit, which exceed it together; no codes to count kinds by, or not known to be drugs
money: {zh: 不计金额（疑点）, en: none (a suspicion)}
bearer: institution
judges: drug_lines
needs: {lines: [claim_id, catalogue_code]}
optional:
  lines: [visit_id, order_id, service_on, catalogue_kind, charge_category, quantity, amount]
  claims: [claim_id, visit_id, institution_code, worker_number]
  batch: [institution_code]
  catalogue: [code, kind]
thresholds:
  drugs_per_prescription: {zh: 每张处方最多药品种数, en: most kinds of drugs on a prescription, unit: 种, type: integer}
evidence:
  order_id: {zh: 处方号, en: order}
  service_on: {zh: 费用日期, en: day of the service}
  drugs_count: {zh: 药品种数, en: kinds of drugs, unit: 种}
alert:
  zh: "{service_on} 处方 {order_id}：药品 {drugs_count} 种，请核对用药规范"
  en: "{service_on} order {order_id}: {drugs_count} kinds of drugs; please check them against good practice"
*/
WITH claimed AS (
    SELECT claim_id, max(institution_code) AS institution_code,
           CASE WHEN min(visit_id) = max(visit_id) THEN max(visit_id) END AS visit_id,
           CASE WHEN min(worker_number) = max(worker_number) THEN max(worker_number) END AS worker_number
    FROM claims
    WHERE claim_id IS NOT NULL
    GROUP BY claim_id
),
drugs AS (
    SELECT l.row, l.claim_id, COALESCE(l.visit_id, v.visit_id) AS visit_id, v.worker_number,
           COALESCE(v.institution_code, b.institution_code, '') AS institution_code,
           CASE WHEN COALESCE(l.visit_id, v.visit_id) IS NULL THEN l.claim_id END AS claim_only,
           l.order_id, CASE WHEN l.order_id IS NULL THEN l.service_on END AS day,
           COALESCE(f.code, l.catalogue_code) AS catalogue_code, l.service_on, l.is_drug
    FROM drug_lines AS l
    CROSS JOIN batch AS b
    LEFT JOIN claimed AS v ON v.claim_id = l.claim_id
    LEFT JOIN code_spellings AS f ON f.spelling = l.catalogue_code
),
prescriptions AS (
    SELECT visit_id, claim_only, institution_code, order_id, day, min(row) AS row,
           CASE WHEN min(worker_number) = max(worker_number) THEN max(worker_number) END AS worker_number,
           min(service_on) AS service_on, max(service_on) AS last_on,
           count(DISTINCT catalogue_code) AS drugs_count, count(*) - count(catalogue_code) AS uncoded_count,
           count(CASE WHEN is_drug IS NULL THEN 1 END) AS doubtful_count
    FROM drugs
    GROUP BY visit_id, claim_only, institution_code, order_id, day
),
loose AS (
    SELECT order_id, day, sum(drugs_count + uncoded_count) AS drugs_count
    FROM prescriptions
    WHERE visit_id IS NULL AND claim_only IS NULL
    GROUP BY order_id, day
),
-- What has no number may belong to a prescription of the day that has one.
numberless AS (
    SELECT p.row, sum(n.drugs_count + n.uncoded_count) AS drugs_count
    FROM prescriptions AS p
    JOIN prescriptions AS n ON COALESCE(n.visit_id, n.claim_only) = COALESCE(p.visit_id, p.claim_only)
        AND n.institution_code = p.institution_code AND (n.visit_id IS NULL) = (p.visit_id IS NULL)
    WHERE p.order_id IS NOT NULL AND n.order_id IS NULL
      AND (n.day < p.service_on OR n.day > p.last_on) IS NOT TRUE
    GROUP BY p.row
),
-- What several claims of a worker have under one order number, of which some do not tell their visit.
untold AS (
    SELECT worker_number, institution_code, COALESCE(order_id, '') AS order_id,
           COALESCE(day, DATE '9999-12-31') AS day,
           count(DISTINCT catalogue_code) + count(*) - count(catalogue_code) AS drugs_count
    FROM drugs
    WHERE worker_number IS NOT NULL AND (order_id IS NOT NULL OR day IS NOT NULL)
    GROUP BY worker_number, institution_code, COALESCE(order_id, ''), COALESCE(day, DATE '9999-12-31')
    HAVING count(claim_only) > 0 AND min(claim_id) <> max(claim_id)
)
SELECT d.claim_id, p.row AS line_row,
       CASE WHEN p.order_id IS NOT NULL AND p.drugs_count - p.doubtful_count > $drugs_per_prescription THEN 'suspect'
           ELSE 'unknown' END AS verdict,
       CAST(0 AS DECIMAL(18,6)) AS amount, p.order_id, p.service_on, p.drugs_count
FROM prescriptions AS p
JOIN drugs AS d ON d.row = p.row
LEFT JOIN loose AS n ON COALESCE(p.visit_id, p.claim_only) IS NOT NULL
    AND COALESCE(n.order_id, '') = COALESCE(p.order_id, '') AND (n.order_id IS NOT NULL OR n.day = p.day)
LEFT JOIN numberless AS m ON m.row = p.row
LEFT JOIN untold AS u ON u.worker_number = p.worker_number AND u.institution_code = p.institution_code
    AND u.order_id = COALESCE(p.order_id, '') AND u.day = COALESCE(p.day, DATE '9999-12-31')
WHERE (greatest(p.drugs_count + p.uncoded_count + COALESCE(n.drugs_count, 0) + COALESCE(m.drugs_count, 0),
       COALESCE(u.drugs_count, 0))
       <= $drugs_per_prescription) IS NOT TRUE
