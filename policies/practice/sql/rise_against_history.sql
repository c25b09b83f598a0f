/*
title: {zh: 费用、人次比本机构以往突增, en: Cost or visits far above the institution's own past}
offence:
  zh: "同一机构一期（参数 length 为 month 按月，quarter 按季）的费用（measure 为 cost，按结算日期）或就诊人次（visits，按就诊日期），多于之前连续几期平均数的设定比例"
  en: >-
    an institution's cost (by day of settlement) or visits (by day of visit) of a month or quarter, above the mean of
    the periods just before it by more than the share set
not_an_offence:
  zh: 正好等于设定比例的；减少的；同一结算单重复的行只算一次；之前的期数还不够的前几期（至少有一期比较过）；cost：还没有结算的
  en: >-
    exactly the share; a fall; a claim that stands twice, which counts once; the first periods, whose past is too short,
    where a later one was compared; cost: not settled yet
unknown:
  zh: 没有机构代码、日期或金额（或重复的行金额不同）的结算单，使它那一期和比较到它的各期无从判定；之前缺一期；没有一期有足够的以往
  en: >-
    claims without institution, day or total (or whose rows differ in it) leave their period and those compared with it
    open; a period before is missing; no period with enough of a past
money: {zh: 突增本身不是应付的钱，按 0 计, en: "a rise is no money owed, so 0"}
bearer: institution
judges: {table: claims, where: "$measure = 'visits' OR settled_on_none IS NOT TRUE"}
needs: {claims: [claim_id]}
optional: {claims: [visit_id, institution_code, starts_on, settled_on, total_amount], batch: [institution_code]}
parameters:
  length: {zh: 每期长短（month、quarter）, en: "length of a period: month, quarter", type: text}
  measure: {zh: 看什么（cost、visits）, en: "cost or visits", type: text}
  periods: {zh: 以往期数, en: periods of the past, type: integer}
  share: {zh: 比例, en: share, type: number}
thresholds:
  rise_share:
    zh: 比以往平均数多出的比例（0.5 即五成）
    en: share above the mean of the past (0.5 is 50%)
    type: number
    optional: true
evidence:
  institution_code: {zh: 机构代码, en: institution}
  year_number: {zh: 年, en: year}
  period_number: {zh: 月（季）, en: month (quarter)}
  total: {zh: 本期, en: this period}
  past_mean: {zh: 以往平均, en: mean of the past}
alert:
  zh: "{year_number} 年第 {period_number} 期：{total}，以往平均 {past_mean}"
  en: "{year_number}, period {period_number}: {total}, mean of the past {past_mean}"
*/
WITH bills AS (
    SELECT claim_id, max(visit_id) AS visit_id, institution_code, starts_on, settled_on, settled_on_none,
           CASE WHEN min(total_amount) = max(total_amount) AND count(total_amount) = count(*)
                THEN max(total_amount) END AS total_amount
    FROM claims
    GROUP BY claim_id, CASE WHEN claim_id IS NULL THEN row END, institution_code, starts_on, settled_on,
             settled_on_none
),
counted AS (
    SELECT COALESCE(c.institution_code, b.institution_code) AS institution_code,
           COALESCE(c.visit_id, c.claim_id) AS visit, c.total_amount,
           CASE $measure WHEN 'visits' THEN c.starts_on ELSE c.settled_on END AS counted_on
    FROM bills AS c
    CROSS JOIN batch AS b
    WHERE $measure = 'visits' OR c.settled_on_none IS NOT TRUE
),
placed AS (
    SELECT institution_code, visit, total_amount, year(counted_on) AS year_number,
           CASE WHEN $length = 'month' THEN month(counted_on)
                WHEN month(counted_on) <= 3 THEN 1 WHEN month(counted_on) <= 6 THEN 2 WHEN month(counted_on) <= 9 THEN 3
                WHEN month(counted_on) <= 12 THEN 4 END AS period_number
    FROM counted
),
totals AS (
    SELECT institution_code, year_number, period_number,
           year_number * CASE WHEN $length = 'month' THEN 12 ELSE 4 END + period_number AS place,
           CASE WHEN $measure = 'visits' THEN CAST(count(DISTINCT visit) AS DECIMAL(18, 6))
               ELSE CAST(sum(total_amount) AS DECIMAL(18, 6)) END AS total,
           CASE WHEN $measure = 'visits' THEN count(*) - count(visit)
               ELSE count(*) - count(total_amount) END AS unclear_count
    FROM placed
    GROUP BY institution_code, year_number, period_number
),
pasts AS (
    SELECT t.institution_code, t.place, count(p.place) AS periods_count, sum(p.total) AS past_total,
           sum(p.unclear_count) AS unclear_count
    FROM totals AS t
    JOIN totals AS p ON p.institution_code = t.institution_code
    WHERE p.place < t.place AND p.place >= t.place - $periods
    GROUP BY t.institution_code, t.place
),
firsts AS (
    SELECT institution_code, min(place) AS first_place, max(place) AS last_place FROM totals GROUP BY institution_code
)
SELECT CAST(NULL AS VARCHAR) AS claim_id,
       CAST(NULL AS BIGINT) AS line_row,
       CASE WHEN t.unclear_count = 0 AND p.unclear_count = 0 AND p.periods_count = $periods THEN 'suspect'
           ELSE 'unknown' END AS verdict,
       CAST(0 AS DECIMAL(18, 6)) AS amount,
       t.institution_code,
       t.year_number,
       t.period_number,
       t.total,
       round(CAST(p.past_total / NULLIF(p.periods_count, 0) AS DECIMAL(18, 6)), 2) AS past_mean
FROM totals AS t
JOIN firsts AS f ON f.institution_code IS NOT DISTINCT FROM t.institution_code
LEFT JOIN pasts AS p ON p.institution_code = t.institution_code AND p.place = t.place
WHERE (t.unclear_count = 0 AND p.unclear_count = 0 AND p.periods_count = $periods
       AND t.total * $periods <= (1 + COALESCE($rise_share, $share)) * p.past_total) IS NOT TRUE
  AND (t.place - $periods < f.first_place AND t.unclear_count = 0
      AND f.last_place - $periods >= f.first_place) IS NOT TRUE
