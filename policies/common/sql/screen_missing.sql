/*
title: {zh: 没有按月按季筛查, en: No monthly or quarterly screen}
offence:
  zh: "有费用结算的月份，到下月底没有做月度筛查；所在的季度，到下季度末没有做季度筛查； 或者筛查发现的异常没有标记、没有跟踪"
  en: >-
    a month with settled claims not screened by the end of the next, its quarter not screened by the end of the next
    quarter, or anomalies found and not marked or not followed
not_an_offence:
  zh: 下月、下季还没有过完的；没有发现异常的；还没有结算的费用
  en: the next month or quarter is not over; no anomalies found; what is not settled yet
unknown:
  zh: >-
    没有结算日期；有筛查没有写是月度还是季度，或者期间写得看不懂（月度写 2026-03，季度写 2026Q1）；没有找到筛查而筛查记录有的没有读懂；筛查没有写日期、异常数，或者日期早于它筛查的月份、季度；有异常而没有写标记、跟踪没有
  en: >-
    date of settlement missing; a screen that does not tell month or quarter, or its period in no known form (2026-03,
    2026Q1); no screen found while some could not be read; date or number of anomalies not told, or a
    date before the month or quarter that was screened; anomalies and not told whether marked and followed
money: {zh: 不牵涉金额，按 0 计, en: "no money hangs on it, so 0"}
bearer: fund
judges: {table: claims, where: "settled_on_none IS NOT TRUE"}
needs: {claims: [settled_on], screens: [kind, period, screened_on, anomalies_count, marked, followed]}
evidence:
  month_period: {zh: 月份, en: month}
  quarter_period: {zh: 季度, en: quarter}
  month_screened_on: {zh: 月度筛查日期, en: month screened on}
  quarter_screened_on: {zh: 季度筛查日期, en: quarter screened on}
alert:
  zh: "{month_period}（{quarter_period}）：按月、按季的筛查或对异常的处理不全"
  en: "{month_period} ({quarter_period}): screens or what followed from them are not complete"
*/
WITH settled AS (
    SELECT DISTINCT year(c.settled_on) AS year_number, month(c.settled_on) AS month_number,
           CASE WHEN month(c.settled_on) <= 3 THEN 1 WHEN month(c.settled_on) <= 6 THEN 2
                WHEN month(c.settled_on) <= 9 THEN 3 ELSE 4 END AS quarter_number,
           substr(CAST(c.settled_on AS VARCHAR), 1, 7) AS month_period
    FROM claims AS c
    WHERE c.settled_on_none IS NOT TRUE
), months AS (
    SELECT s.month_period,
           concat(substr(s.month_period, 1, 4), 'Q', CAST(s.quarter_number AS VARCHAR)) AS quarter_period,
           s.year_number * 12 + s.month_number + 1 AS last_month,
           s.year_number * 12 + s.quarter_number * 3 + 3 AS last_month_of_quarter,
           year(CAST($judged_on AS DATE)) * 12 + month(CAST($judged_on AS DATE))
               - s.year_number * 12 - s.month_number > 1 AS month_overdue,
           year(CAST($judged_on AS DATE)) * 12 + month(CAST($judged_on AS DATE))
               - s.year_number * 12 - s.quarter_number * 3 > 3 AS quarter_overdue
    FROM settled AS s
), dated AS (
    SELECT r.kind, upper(r.period) AS period, r.screened_on_none, r.anomalies_count, r.marked, r.followed,
           CASE WHEN r.kind = 'month' THEN length(r.period) = 7 AND substr(r.period, 5, 1) = '-'
                WHEN r.kind = 'quarter' THEN length(r.period) = 6 AND upper(substr(r.period, 5, 1)) = 'Q'
           END AS legible,
           CASE WHEN (CASE r.kind WHEN 'month' THEN substr(CAST(r.screened_on AS VARCHAR), 1, 7)
                          ELSE concat(substr(CAST(r.screened_on AS VARCHAR), 1, 4), 'Q',
                              CASE WHEN month(r.screened_on) <= 3 THEN '1' WHEN month(r.screened_on) <= 6 THEN '2'
                                   WHEN month(r.screened_on) <= 9 THEN '3' ELSE '4' END) END < upper(r.period))
                     IS NOT TRUE
                THEN r.screened_on END AS screened_on
    FROM screens AS r
), held AS (
    SELECT r.kind, r.period,
           min(r.screened_on) AS screened_on,
           min(year(r.screened_on) * 12 + month(r.screened_on)) AS screened_month,
           count(*) FILTER (WHERE r.screened_on IS NULL AND r.screened_on_none IS NOT TRUE) AS undated,
           count(*) FILTER (WHERE r.anomalies_count > 0 AND (r.marked IS FALSE OR r.followed IS FALSE)) AS dropped,
           count(*) FILTER (WHERE r.screened_on IS NOT NULL
                                  AND (r.anomalies_count = 0
                                       OR (r.anomalies_count > 0 AND r.marked IS NOT NULL AND r.followed IS NOT NULL))
                                      IS NOT TRUE) AS unclear
    FROM dated AS r
    GROUP BY r.kind, r.period
), stray AS (
    SELECT count(*) + $unread_screens AS unread FROM dated AS r WHERE r.legible IS NOT TRUE
)
SELECT CAST(NULL AS VARCHAR) AS claim_id,
       CAST(NULL AS BIGINT) AS line_row,
       CASE WHEN m.month_period IS NULL THEN 'unknown'
            WHEN a.dropped > 0 OR q.dropped > 0 THEN 'fail'
            WHEN COALESCE(a.undated, 0) + COALESCE(q.undated, 0) = 0 AND s.unread = 0
             AND (a.screened_month > m.last_month OR q.screened_month > m.last_month_of_quarter) THEN 'fail'
            WHEN s.unread > 0 THEN 'unknown'
            WHEN m.month_overdue AND a.screened_on IS NULL AND COALESCE(a.undated, 0) = 0 THEN 'fail'
            WHEN m.quarter_overdue AND q.screened_on IS NULL AND COALESCE(q.undated, 0) = 0 THEN 'fail'
            ELSE 'unknown' END AS verdict,
       CAST(0 AS DECIMAL(18, 6)) AS amount,
       m.month_period,
       m.quarter_period,
       a.screened_on AS month_screened_on,
       q.screened_on AS quarter_screened_on
FROM months AS m
CROSS JOIN stray AS s
LEFT JOIN held AS a ON a.kind = 'month' AND a.period = m.month_period
LEFT JOIN held AS q ON q.kind = 'quarter' AND q.period = m.quarter_period
WHERE (m.month_period IS NOT NULL
       AND (a.screened_month <= m.last_month OR (a.screened_on IS NULL AND NOT m.month_overdue))
       AND (q.screened_month <= m.last_month_of_quarter OR (q.screened_on IS NULL AND NOT m.quarter_overdue))
       AND COALESCE(a.dropped, 0) + COALESCE(q.dropped, 0) = 0
       AND COALESCE(a.unclear, 0) + COALESCE(q.unclear, 0) = 0
       AND COALESCE(a.undated, 0) + COALESCE(q.undated, 0) = 0
       AND s.unread = $unread_screens) IS NOT TRUE
