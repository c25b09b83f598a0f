/*
title: {zh: 费用波动超过阈值, en: Cost fluctuating beyond the threshold}
offence:
  zh: 同一机构某月的次均费用比上月升降超过阈值（按结算月份；只是疑点）
  en: >-
    an institution's average cost of a claim rose or fell against the month before by more than the threshold (by month
    of settlement; a suspicion only)
not_an_offence:
  zh: 升降正好等于阈值的；还没有结算的；一串月份里的第一个月
  en: exactly the threshold; what is not settled yet; the first of a row of months
unknown:
  zh: 没有机构代码、结算日期或总金额；批次里没有相邻的月份，无从比较
  en: "institution, date of settlement or total missing; no adjacent month in the batch to compare with"
money: {zh: 波动本身不是应付的钱，按 0 计, en: "a fluctuation is no money owed, so 0"}
bearer: fund
judges: {table: claims, where: "settled_on_none IS NOT TRUE"}
needs: {claims: [institution_code, settled_on, total_amount]}
optional: {claims: [claim_id]}
thresholds:
  cost_fluctuation_share:
    zh: 次均费用比上月升降的比例（0.3 即三成）
    en: "share by which the average cost may change from month to month (0.3 is 30%)"
    type: number
evidence:
  institution_code: {zh: 机构代码, en: institution}
  year_number: {zh: 年, en: year}
  month_number: {zh: 月, en: month}
  average_amount: {zh: 次均费用, en: average cost, unit: 元}
  previous_average_amount: {zh: 上月次均费用, en: the month before, unit: 元}
alert:
  zh: "{year_number} 年 {month_number} 月：次均费用 {average_amount} 元，上月 {previous_average_amount} 元"
  en: "{year_number}-{month_number}: average cost {average_amount} yuan, {previous_average_amount} the month before"
*/
WITH bills AS (
    SELECT institution_code, settled_on,
           CASE WHEN min(total_amount) = max(total_amount) AND count(total_amount) = count(*)
                THEN max(total_amount) END AS total_amount
    FROM claims
    WHERE settled_on_none IS NOT TRUE
    GROUP BY claim_id, CASE WHEN claim_id IS NULL THEN row END, institution_code, settled_on
),
months AS (
    SELECT c.institution_code,
           year(c.settled_on) AS year_number,
           month(c.settled_on) AS month_number,
           year(c.settled_on) * 12 + month(c.settled_on) AS month_index,
           count(*) - count(c.total_amount) AS unclear_count,
           CAST(count(*) AS DECIMAL(8, 0)) AS claims_count,
           CAST(sum(c.total_amount) AS DECIMAL(20, 6)) AS total_amount,
           CAST(sum(c.total_amount) / NULLIF(count(c.total_amount), 0) AS DECIMAL(18, 6)) AS average_amount
    FROM bills AS c
    GROUP BY c.institution_code, year(c.settled_on), month(c.settled_on)
)
SELECT CAST(NULL AS VARCHAR) AS claim_id,
       CAST(NULL AS BIGINT) AS line_row,
       CASE WHEN m.institution_code IS NULL OR m.month_index IS NULL OR m.unclear_count > 0
              OR p.month_index IS NULL OR p.unclear_count > 0 THEN 'unknown'
            ELSE 'suspect' END AS verdict,
       CAST(0 AS DECIMAL(18, 6)) AS amount,
       m.institution_code,
       m.year_number,
       m.month_number,
       CAST(m.average_amount AS DECIMAL(18, 2)) AS average_amount,
       CAST(p.average_amount AS DECIMAL(18, 2)) AS previous_average_amount
FROM months AS m
LEFT JOIN months AS p ON p.institution_code = m.institution_code AND p.month_index = m.month_index - 1
LEFT JOIN months AS n ON n.institution_code = m.institution_code AND n.month_index = m.month_index + 1
WHERE (m.unclear_count = 0 AND p.unclear_count = 0
       AND abs(m.total_amount * p.claims_count - p.total_amount * m.claims_count)
           <= p.total_amount * m.claims_count * CAST($cost_fluctuation_share AS DECIMAL(10, 6))) IS NOT TRUE
  AND (m.unclear_count = 0 AND p.month_index IS NULL AND n.month_index IS NOT NULL) IS NOT TRUE
