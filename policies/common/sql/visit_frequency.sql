/*
title: {zh: 就诊频次超过阈值, en: More visits than the threshold}
offence:
  zh: 一名职工一个自然月内的就诊次数超过阈值（按就诊日期；只是疑点）
  en: "a worker's visits in a calendar month are more than the threshold (by date of visit; a suspicion only)"
not_an_offence: {zh: 正好等于阈值的；同一就诊号的几张结算单只算一次, en: exactly the threshold; claims of one visit count once}
unknown: {zh: 没有个人编号或就诊日期的结算单, en: claims without person number or date of visit}
money: {zh: 频次本身不是应付的钱，按 0 计, en: "a frequency is no money owed, so 0"}
bearer: fund
judges: claims
needs: {claims: [claim_id, worker_number, starts_on]}
optional: {claims: [visit_id]}
thresholds: {visits_per_month: {zh: 一名职工一个月的就诊次数, en: visits of a worker in a month, unit: 次, type: integer}}
evidence:
  worker_number: {zh: 个人编号, en: person number}
  year_number: {zh: 年, en: year}
  month_number: {zh: 月, en: month}
  visits_count: {zh: 就诊次数, en: visits, unit: 次}
alert:
  zh: "个人编号 {worker_number}：{year_number} 年 {month_number} 月就诊 {visits_count} 次"
  en: "person {worker_number}: {visits_count} visits in {year_number}-{month_number}"
*/
SELECT max(c.claim_id) AS claim_id,
       CAST(NULL AS BIGINT) AS line_row,
       CASE WHEN c.worker_number IS NULL OR year(c.starts_on) IS NULL THEN 'unknown' ELSE 'suspect' END AS verdict,
       CAST(0 AS DECIMAL(18, 6)) AS amount,
       c.worker_number,
       year(c.starts_on) AS year_number,
       month(c.starts_on) AS month_number,
       count(DISTINCT COALESCE(c.visit_id, c.claim_id)) AS visits_count
FROM claims AS c
GROUP BY c.worker_number, year(c.starts_on), month(c.starts_on)
HAVING c.worker_number IS NULL OR year(c.starts_on) IS NULL
    OR count(DISTINCT COALESCE(c.visit_id, c.claim_id)) > $visits_per_month
