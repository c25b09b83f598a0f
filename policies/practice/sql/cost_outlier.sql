/*
title: {zh: 费用远高于同病种, en: Cost far above its diagnosis group}
offence:
  zh: "结算单的总金额高于同组中位数，超出部分多于设定倍数的离差（绝对离差的中位数乘以 1.4826）。同组是病种（没有的，看诊断编码前三位）和就诊类别都相同的结算单， 不少于最少张数才比较"
  en: >-
    a claim's total above the median of its group by more than the set times the deviation (median of absolute
    deviations times 1.4826). A group is the claims of one disease group (else the first three characters of the
    diagnosis code) and category of visit, of the minimum size
not_an_offence:
  zh: 正好等于设定的倍数；低于中位数的；张数太少的组（不作统计）
  en: "exactly the times; below the median; groups that are too small, which say nothing"
unknown:
  zh: 没有病种和诊断编码、就诊类别或总金额；没有一组够最少张数；同组离差为零而高于中位数
  en: >-
    neither disease group nor diagnosis code, no category or no total; no group of the minimum size; above the median of
    a group without any deviation
money: {zh: 高于中位数的部分（只是疑点）, en: "what exceeds the median, as a suspicion"}
bearer: institution
judges: claims
needs: {claims: [claim_id, visit_category, diagnosis_code, total_amount]}
optional: {claims: [diagnosis_group]}
parameters:
  times: {zh: 离差的倍数, en: times the deviation, type: number}
  minimum_size: {zh: 每组最少张数, en: least claims of a group, type: integer}
thresholds:
  cost_outlier_times: {zh: 高于同病种中位数多少倍离差, en: deviations above the median of the group, type: number, optional: true}
evidence:
  disease: {zh: 病种, en: disease group}
  total_amount: {zh: 总金额, en: total, unit: 元}
  median_amount: {zh: 同组中位数, en: median of the group, unit: 元}
  deviation_amount: {zh: 绝对离差的中位数, en: median of absolute deviations, unit: 元}
  group_count: {zh: 同组结算单, en: claims of the group, unit: 个}
alert:
  zh: "病种 {disease}：总金额 {total_amount} 元，同组 {group_count} 张的中位数 {median_amount} 元"
  en: "disease {disease}: {total_amount} yuan, the median of {group_count} claims is {median_amount} yuan"
*/
WITH
-- part: costs_of_claims,
middles AS (
    SELECT disease, visit_category, count(total_amount) AS group_count,
           CAST(median(total_amount) AS DECIMAL(18, 6)) AS median_amount
    FROM costs
    WHERE disease IS NOT NULL AND visit_category IS NOT NULL AND total_amount IS NOT NULL
    GROUP BY disease, visit_category
    HAVING count(total_amount) >= $minimum_size
),
-- part: distances_from_median,
spreads AS (
    SELECT disease, visit_category, CAST(median(distance) AS DECIMAL(18, 6)) AS deviation_amount
    FROM distances
    GROUP BY disease, visit_category
)
SELECT c.claim_id,
       CAST(NULL AS BIGINT) AS line_row,
       CASE WHEN s.deviation_amount = 0 THEN 'unknown' ELSE 'suspect' END AS verdict,
       d.above AS amount,
       c.disease,
       c.total_amount,
       d.median_amount,
       s.deviation_amount,
       d.group_count
FROM distances AS d
JOIN spreads AS s ON s.disease = d.disease AND s.visit_category = d.visit_category
JOIN costs AS c ON c.claim_row = d.claim_row
WHERE d.above > CAST(COALESCE($cost_outlier_times, $times) AS DECIMAL(9, 4)) * CAST(1.4826 AS DECIMAL(5, 4))
    * CAST(s.deviation_amount AS DECIMAL(18, 4))
UNION ALL
SELECT c.claim_id,
       CAST(NULL AS BIGINT) AS line_row,
       'unknown' AS verdict,
       CAST(NULL AS DECIMAL(18, 6)) AS amount,
       c.disease,
       c.total_amount,
       CAST(NULL AS DECIMAL(18, 6)) AS median_amount,
       CAST(NULL AS DECIMAL(18, 6)) AS deviation_amount,
       CAST(NULL AS BIGINT) AS group_count
FROM costs AS c
WHERE c.disease IS NULL OR c.visit_category IS NULL OR c.total_amount IS NULL
UNION ALL
SELECT CAST(NULL AS VARCHAR) AS claim_id,
       CAST(NULL AS BIGINT) AS line_row,
       'unknown' AS verdict,
       CAST(NULL AS DECIMAL(18, 6)) AS amount,
       CAST(NULL AS VARCHAR) AS disease,
       CAST(NULL AS DECIMAL(18, 6)) AS total_amount,
       CAST(NULL AS DECIMAL(18, 6)) AS median_amount,
       CAST(NULL AS DECIMAL(18, 6)) AS deviation_amount,
       count(*) AS group_count
FROM costs AS c
WHERE (SELECT count(*) FROM middles AS m WHERE m.group_count > 0) = 0
HAVING count(*) > 0
