/*
title: {zh: 超品种用药, en: Too many kinds of drugs}
offence:
  zh: 同一张处方（医嘱号相同）的药品种数多于经办机构设定的数量，是疑点：条文没有给数字，由人按用药规范认定
  en: >-
    one prescription (one order number) with more kinds of drugs than the agency's number is a suspicion: the text gives
    no number, and people decide by the rules of good practice
not_an_offence:
  zh: 种数不多于设定的数量（编码只差大小写的是一种）；已冲销的明细；写明目录类别不是药品的明细（没有写或写“其他”的，看编码，再看费用类别）
  en: >-
    no more kinds than the number set (codes that differ in their case only are one); reversed lines; lines of another
    stated kind (without one, or of “other”, the code tells, then the category)
unknown:
  zh: >-
    没有处方号，而同一结算单当天没有处方号的药品加起来超过设定的数量（不知是否同一张处方）；同一处方号有的没有写结算单号，加起来超过；
    没有编码或者不知是不是药品，算不清种数
  en: >-
    without order numbers, where the drugs of one claim and day taken together exceed the number; one order number with
    lines that name no claim, which exceed it together; no codes to count kinds by, or not known to be drugs
money: {zh: 不计金额（疑点）, en: none (a suspicion)}
bearer: institution
judges: drug_lines
needs: {lines: [claim_id, catalogue_code]}
optional: {lines: [order_id, service_on, catalogue_kind, charge_category, quantity, amount], catalogue: [code, kind]}
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
WITH drugs AS (
    SELECT l.row, l.claim_id, l.order_id, COALESCE(f.code, l.catalogue_code) AS catalogue_code, l.service_on, l.is_drug
    FROM drug_lines AS l
    LEFT JOIN code_spellings AS f ON f.spelling = l.catalogue_code
),
prescriptions AS (
    SELECT claim_id, order_id, CASE WHEN order_id IS NULL THEN service_on END AS day, min(row) AS row,
           min(service_on) AS service_on,
           count(DISTINCT catalogue_code) AS drugs_count, count(*) - count(catalogue_code) AS uncoded_count,
           count(CASE WHEN is_drug IS NULL THEN 1 END) AS doubtful_count
    FROM drugs
    GROUP BY claim_id, order_id, CASE WHEN order_id IS NULL THEN service_on END
),
loose AS (
    SELECT order_id, day, sum(drugs_count + uncoded_count) AS drugs_count
    FROM prescriptions
    WHERE claim_id IS NULL
    GROUP BY order_id, day
)
SELECT p.claim_id, p.row AS line_row,
       CASE WHEN p.order_id IS NOT NULL AND p.drugs_count - p.doubtful_count > $drugs_per_prescription THEN 'suspect'
           ELSE 'unknown' END AS verdict,
       CAST(0 AS DECIMAL(18,6)) AS amount, p.order_id, p.service_on, p.drugs_count
FROM prescriptions AS p
LEFT JOIN loose AS n ON p.claim_id IS NOT NULL AND COALESCE(n.order_id, '') = COALESCE(p.order_id, '')
    AND (n.order_id IS NOT NULL OR n.day = p.day)
WHERE (p.drugs_count + p.uncoded_count + COALESCE(n.drugs_count, 0) <= $drugs_per_prescription) IS NOT TRUE
