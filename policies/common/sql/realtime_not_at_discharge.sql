/*
title: {zh: 不在出院时实时结算, en: Not settled in real time at discharge}
offence: {zh: 住院费用在出院之前就实时结算了（包括还没有出院的）, en: "a stay settled in real time before discharge, or without one"}
not_an_offence:
  zh: 出院当天结算的；门诊、急诊、购药、辅助器具（它们能不能实时结算由另一条判）；事后报销的；出院以后才结算的，因原文没有写到哪一天为止，交人认定
  en: >-
    settled on the day of discharge; visits without a stay, which another rule judges; reimbursement; where it was
    settled after discharge a person judges, since the text names no last day
unknown:
  zh: 没有出院日期、结算日期、结算方式或就诊类别
  en: "date of discharge or settlement, mode of settlement or category of visit missing"
money: {zh: 时间不对不改变应付多少，按 0 计, en: "the time does not change what is owed, so 0"}
bearer: fund
judges:
  table: claims
  where: >-
    (settlement_mode = 'reimbursement') IS NOT TRUE AND settled_on_none IS NOT TRUE
    AND (visit_category IN ('outpatient', 'emergency', 'pharmacy', 'assistive_device')) IS NOT TRUE
needs: {claims: [claim_id, settlement_mode, visit_category, ends_on, settled_on]}
evidence:
  ends_on: {zh: 出院日期, en: discharged on}
  settled_on: {zh: 结算日期, en: settled on}
  visit_category: {zh: 就诊类别, en: category of visit}
alert: {zh: "{ends_on} 出院，{settled_on} 结算", en: "discharged on {ends_on}, settled on {settled_on}"}
*/
SELECT c.claim_id,
       CAST(NULL AS BIGINT) AS line_row,
       CASE WHEN c.settlement_mode IS NULL OR c.visit_category IS NULL OR c.settled_on IS NULL THEN 'unknown'
            WHEN c.ends_on_none OR c.settled_on < c.ends_on THEN 'fail'
            WHEN c.settled_on > c.ends_on THEN 'review'
            ELSE 'unknown' END AS verdict,
       CAST(0 AS DECIMAL(18, 6)) AS amount,
       c.ends_on,
       c.settled_on,
       c.visit_category
FROM claims AS c
WHERE (c.settlement_mode = 'reimbursement') IS NOT TRUE
  AND c.settled_on_none IS NOT TRUE
  AND (c.visit_category IN ('outpatient', 'emergency', 'pharmacy', 'assistive_device')) IS NOT TRUE
  AND (c.settlement_mode = 'realtime' AND c.visit_category IS NOT NULL AND c.settled_on = c.ends_on) IS NOT TRUE
