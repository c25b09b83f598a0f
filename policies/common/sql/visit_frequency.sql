/*
title: {zh: 就诊频次超过阈值, en: More visits than the threshold}
offence:
  zh: >-
    一名职工一个自然月内的就诊次数超过阈值（按就诊日期；只是疑点）。写着同一个证件号码的两个个人编号合起来算，一个编号一行
  en: >-
    a worker's visits in a calendar month are more than the threshold (by date of visit; a suspicion only). Person
    numbers with one identity number are counted together, one row for each
not_an_offence:
  zh: 正好等于阈值的；同一机构同一就诊号的几张结算单只算一次
  en: exactly the threshold; claims of one visit of one institution count once
unknown:
  zh: 没有个人编号或就诊日期的结算单；几个个人编号可能是一个人（一个编号写着两个证件号码，或者证件号码不足为凭），合起来才超过阈值
  en: >-
    claims without person number or date of visit; more than the threshold only together with person numbers that may be
    the same person's (one stands with two identity numbers, or the number proves little)
money: {zh: 频次本身不是应付的钱，按 0 计, en: "a frequency is no money owed, so 0"}
bearer: fund
judges: claims
needs: {claims: [claim_id, worker_number, starts_on]}
optional:
  claims: [visit_id, institution_code, identity_number, identity_type]
  workers: [worker_number, identity_number]
  batch: [institution_code]
thresholds: {visits_per_month: {zh: 一名职工一个月的就诊次数, en: visits of a worker in a month, unit: 次, type: integer}}
evidence:
  worker_number: {zh: 个人编号, en: person number}
  year_number: {zh: 年, en: year}
  month_number: {zh: 月, en: month}
  visits_count: {zh: 就诊次数, en: visits, unit: 次}
  other_worker_number: {zh: 另一个个人编号, en: other person number}
alert:
  zh: "个人编号 {worker_number}：{year_number} 年 {month_number} 月就诊 {visits_count} 次"
  en: "person {worker_number}: {visits_count} visits in {year_number}-{month_number}"
*/
WITH visits AS (
    SELECT c.worker_number, year(c.starts_on) AS year_number, month(c.starts_on) AS month_number,
           concat(COALESCE(c.institution_code, b.institution_code, ''), ' ',
                  COALESCE(c.visit_id, c.claim_id, concat('row ', CAST(c.row AS VARCHAR)))) AS visit,
           max(c.claim_id) AS claim_id
    FROM claims AS c
    CROSS JOIN batch AS b
    GROUP BY c.worker_number, year(c.starts_on), month(c.starts_on),
             concat(COALESCE(c.institution_code, b.institution_code, ''), ' ',
                    COALESCE(c.visit_id, c.claim_id, concat('row ', CAST(c.row AS VARCHAR))))
),
own AS (
    SELECT worker_number, year_number, month_number, max(claim_id) AS claim_id,
           count(visit) AS visits_count
    FROM visits
    GROUP BY worker_number, year_number, month_number
),
together AS (
    SELECT p.person, v.year_number, v.month_number, count(DISTINCT v.visit) AS visits_count,
           min(v.worker_number) AS lowest, max(v.worker_number) AS highest
    FROM visits AS v
    JOIN worker_persons AS p ON p.worker_number = v.worker_number
    GROUP BY p.person, v.year_number, v.month_number
),
joined AS (
    SELECT p.worker_number, t.year_number, t.month_number, max(t.visits_count) AS perhaps_count,
           max(CASE WHEN p.sure THEN t.visits_count END) AS sure_count,
           max(CASE WHEN t.lowest <> p.worker_number THEN t.lowest
               WHEN t.highest <> p.worker_number THEN t.highest END) AS other_worker_number
    FROM worker_persons AS p
    JOIN together AS t ON t.person = p.person
    GROUP BY p.worker_number, t.year_number, t.month_number
),
counted AS (
    SELECT o.claim_id, o.worker_number, o.year_number, o.month_number,
           greatest(o.visits_count, COALESCE(j.sure_count, 0)) AS visits_count,
           greatest(o.visits_count, COALESCE(j.perhaps_count, 0)) AS perhaps_count,
           CASE WHEN o.visits_count <= $visits_per_month THEN j.other_worker_number END AS other_worker_number
    FROM own AS o
    LEFT JOIN joined AS j ON j.worker_number = o.worker_number AND j.year_number = o.year_number
        AND j.month_number = o.month_number
)
SELECT c.claim_id,
       CAST(NULL AS BIGINT) AS line_row,
       CASE WHEN c.worker_number IS NULL OR c.year_number IS NULL OR c.visits_count <= $visits_per_month THEN 'unknown'
            ELSE 'suspect' END AS verdict,
       CAST(0 AS DECIMAL(18, 6)) AS amount,
       c.worker_number,
       c.year_number,
       c.month_number,
       CASE WHEN c.visits_count > $visits_per_month THEN c.visits_count ELSE c.perhaps_count END AS visits_count,
       c.other_worker_number
FROM counted AS c
WHERE c.worker_number IS NULL OR c.year_number IS NULL OR c.perhaps_count > $visits_per_month
