/*
title: {zh: 费用日期不在住院期间, en: Service dated outside the stay}
offence:
  zh: 住院明细的费用日期早于入院日期或晚于出院日期，或者在同一住院号的两次住院之间不在院的日子
  en: >-
    an inpatient line dated before the admission or after the discharge, or between two stays that have one number. A
    number that two institutions or workers have is that of two stays
not_an_offence:
  zh: 入院、出院当天的；同一就诊号几张结算单合起来的期间以内的；已冲销的明细；门诊
  en: >-
    the days of admission and discharge themselves; within the period of all claims of the visit together; reversed
    lines; outpatients
unknown:
  zh: 没有费用日期、入院或出院日期，而不能确定在期间以内；期间以外而没有就诊类别；明细找不到结算单
  en: >-
    day of service, admission or discharge missing where it decides; outside, and the category of the visit is not told;
    a line without its claim
money: {zh: 这条明细的金额, en: the line's amount}
bearer: institution
judges: {table: net_lines, where: "(quantity <= 0 AND amount <= 0) IS NOT TRUE"}
needs: {claims: [claim_id, visit_category, starts_on, ends_on], lines: [claim_id, service_on]}
optional:
  claims: [visit_id, institution_code, worker_number]
  lines: [catalogue_name, institution_item_name, quantity, amount]
  batch: [institution_code]
evidence:
  service_on: {zh: 费用日期, en: service on}
  name: {zh: 名称, en: name}
  starts_on: {zh: 入院日期, en: admitted on}
  ends_on: {zh: 出院日期, en: discharged on}
alert:
  zh: "{service_on} {name}：不在住院期间（{starts_on} 至 {ends_on}）"
  en: "{service_on} {name}: outside the stay ({starts_on} to {ends_on})"
*/
WITH
-- part: stays_billed,
away AS (
    SELECT visit, left_on, starts_on AS back_on FROM one_by_one
    WHERE starts_on > left_on + INTERVAL 1 DAY
    GROUP BY visit, left_on, starts_on
),
periods AS (
    SELECT visit,
           CASE WHEN count(*) = count(starts_on) THEN min(starts_on) END AS starts_on,
           CASE WHEN count(*) = count(ends_on) THEN max(ends_on) END AS ends_on
    FROM stayed
    GROUP BY visit
),
visits AS (
    SELECT c.claim_id, max(c.visit) AS visit,
           max(CASE WHEN c.visit_category IN ('inpatient', 'rehabilitation') THEN 2 WHEN c.visit_category IS NULL THEN 1
               ELSE 0 END) AS inpatient,
           min(p.starts_on) AS starts_on, max(p.ends_on) AS ends_on
    FROM stayed AS c
    JOIN periods AS p ON p.visit = c.visit
    WHERE c.claim_id IS NOT NULL
    GROUP BY c.claim_id
)
SELECT l.claim_id,
       l.row AS line_row,
       CASE WHEN s.inpatient = 2
                 AND (l.service_on < s.starts_on
                     OR l.service_on > s.ends_on
                     OR a.visit IS NOT NULL)
            THEN 'suspect' ELSE 'unknown' END AS verdict,
       l.amount,
       l.service_on,
       COALESCE(l.catalogue_name, l.institution_item_name) AS name,
       s.starts_on,
       CASE WHEN s.ends_on < DATE '9999-12-31' THEN s.ends_on END AS ends_on
FROM net_lines AS l
LEFT JOIN visits AS s ON s.claim_id = l.claim_id
LEFT JOIN away AS a ON a.visit = s.visit AND l.service_on > a.left_on AND l.service_on < a.back_on
WHERE (l.quantity <= 0 AND l.amount <= 0) IS NOT TRUE
  AND (s.inpatient = 0) IS NOT TRUE
  AND (l.service_on >= s.starts_on
      AND l.service_on <= s.ends_on
      AND a.visit IS NULL) IS NOT TRUE
