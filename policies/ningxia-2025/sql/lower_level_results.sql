/*
title: {zh: 低级别机构的结果没有参考, en: results of lower-level institutions not considered}
offence:
  zh: 做了检查、化验，经审查没有参考低级别机构已有的结果
  en: examined or tested, and the reviewer found that results of lower-level institutions were not considered
not_an_offence:
  zh: 参考了，或者没有低级别机构的结果（都填“是”）；没有做检查、化验；退费
  en: considered, or none there to consider (both answered yes); nothing examined or tested; refunds
unknown:
  zh: 没有费用明细，检查、化验的数量为零而没有写金额，或者明细没有费用类别（写“其他”也是，目录类别写明是药品、耗材、住院服务、康复、辅助器具的除外）。没有审查过的，须由人认定
  en: >-
    no lines, an examination or test of quantity zero without an amount, or lines without a category (“other” is none,
    but for drugs, consumables, inpatient services, rehabilitation and devices by their kind); where nobody has reviewed
    it, it is for a person to judge
money: {zh: 不涉及金额（重复的检查另判）, en: none here; repeated examinations are judged apart}
bearer: institution
judges: claims
needs: {claims: [claim_id, lower_results_considered], lines: [claim_id, charge_category]}
optional: {claims: [diagnosis_name, starts_on], lines: [catalogue_kind, quantity, amount]}
absent: review
evidence:
  starts_on: {zh: 就诊日期, en: visit on}
  diagnosis_name: {zh: 诊断名称, en: diagnosis}
alert:
  zh: "{starts_on} 就诊：低级别机构已有的检查结果应作参考"
  en: "visit of {starts_on}: results of lower-level institutions should be considered"
*/
WITH charged AS (
  SELECT
    l.claim_id,
    CASE WHEN ((l.quantity < 0 AND (l.amount > 0) IS NOT TRUE) OR (l.quantity = 0 AND l.amount <= 0)) IS NOT TRUE
        THEN 1 ELSE 0 END AS counted,
    CASE WHEN l.charge_category IN ('examination', 'laboratory') AND l.quantity = 0 AND l.amount IS NULL THEN 0
        WHEN l.charge_category <> 'other' OR (l.charge_category = 'other'
        AND COALESCE(l.catalogue_kind, 'other') NOT IN ('item', 'other')) THEN 1 ELSE 0 END AS known,
    CASE WHEN l.charge_category IN ('examination', 'laboratory') AND (l.quantity = 0 AND l.amount IS NULL) IS NOT TRUE
        THEN 1 ELSE 0 END AS examination
  FROM net_lines AS l
),
examined AS (
  SELECT
    claim_id,
    sum(counted) AS lines_count,
    sum(counted * known) AS known_count,
    sum(counted * examination) AS examinations_count
  FROM charged
  GROUP BY claim_id
)
SELECT
  c.claim_id,
  CAST(NULL AS BIGINT) AS line_row,
  CASE
    WHEN c.lower_results_considered IS NULL AND e.examinations_count > 0 THEN 'review'
    WHEN NOT c.lower_results_considered AND e.examinations_count > 0 THEN 'fail'
    ELSE 'unknown'
  END AS verdict,
  CAST(0 AS DECIMAL(18, 6)) AS amount,
  c.starts_on,
  c.diagnosis_name
FROM claims AS c
LEFT JOIN examined AS e ON e.claim_id = c.claim_id
WHERE (c.lower_results_considered OR (e.examinations_count = 0 AND e.known_count = e.lines_count)) IS NOT TRUE
