/*
title: {zh: 医疗费用超过预警阈值, en: medical cost above the warning threshold}
offence:
  zh: 一张医疗结算单的总金额超过预警阈值（只是疑点，应提示机构）
  en: >-
    a claim of medical cost whose total exceeds the warning threshold (a suspicion only, to be told to the institution)
not_an_offence: {zh: 正好等于阈值的；其他类别的, en: exactly the threshold; claims of other kinds}
unknown: {zh: 没有就诊类别或总金额, en: category of visit or total missing}
money: {zh: 超过阈值的部分, en: what exceeds the threshold}
bearer: fund
judges:
  table: claims
  where: "visit_category IN ('outpatient', 'inpatient', 'emergency', 'pharmacy') OR visit_category IS NULL"
needs: {claims: [claim_id, visit_category, total_amount]}
thresholds:
  alert_medical_amount: {zh: 一张医疗结算单的预警金额, en: warning amount of one claim of medical cost, unit: 元, type: number}
evidence:
  visit_category: {zh: 就诊类别, en: category of visit}
  total_amount: {zh: 总金额, en: total, unit: 元}
  threshold_amount: {zh: 预警阈值, en: threshold, unit: 元}
alert:
  zh: "总金额 {total_amount} 元，超过医疗费用预警阈值 {threshold_amount} 元"
  en: "total {total_amount} yuan, above the threshold of {threshold_amount} for medical cost"
*/
SELECT c.claim_id,
       CAST(NULL AS BIGINT) AS line_row,
       CASE WHEN c.visit_category IS NULL OR c.total_amount IS NULL THEN 'unknown' ELSE 'suspect' END AS verdict,
       CAST(c.total_amount - $alert_medical_amount AS DECIMAL(18, 6)) AS amount,
       c.visit_category,
       c.total_amount,
       CAST($alert_medical_amount AS DECIMAL(18, 6)) AS threshold_amount
FROM claims AS c
WHERE (c.visit_category IN ('outpatient', 'inpatient', 'emergency', 'pharmacy') OR c.visit_category IS NULL)
  AND (c.visit_category IS NOT NULL AND c.total_amount <= $alert_medical_amount) IS NOT TRUE
