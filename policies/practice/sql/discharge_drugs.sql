/*
title: {zh: 出院带药天数过多, en: Drugs for too many days at discharge}
offence:
  zh: 住院明细的药品，开药天数减去从费用日期到出院日期的天数，多于设定的天数（即出院以后还够用的天数）；同一住院号几次住院的，看那一次的出院日期
  en: >-
    a drug of an inpatient whose days of supply reach beyond the day of discharge (of that stay, where several have one
    number) by more than the days set
not_an_offence:
  zh: 正好等于设定的天数；医嘱是长期、临时的（在院用药）；已冲销的明细；还没有出院；门诊；目录类别、编码（没有写类别或写“其他”的）或费用类别说明不是药品的
  en: >-
    exactly the days set; orders of long or short term, used in hospital; reversed lines; not discharged yet;
    outpatients; what is no drug by its kind or, without one or of “other”, by its code, then its category
unknown:
  zh: 没有费用日期、出院日期或就诊类别；没有开药天数（明细和医嘱都没有），又不知道是不是在院用药（每张结算单列一条）
  en: >-
    day of service, discharge or category of the visit missing; days of supply told by neither line nor order, and not
    known to be used in hospital (one row a claim)
money: {zh: 多开的天数的金额（按开药天数平均）, en: "the surplus days, by the average of the days supplied"}
bearer: institution
judges: drug_lines
needs: {claims: [claim_id, visit_category, ends_on], lines: [claim_id, service_on]}
optional:
  claims: [starts_on, visit_id, institution_code, worker_number]
  batch: [institution_code]
  lines: [order_id, catalogue_code, catalogue_name, catalogue_kind, charge_category,
      institution_item_name, quantity, amount, days_supplied]
  orders: [order_id, visit_id, order_kind, days_supplied]
  catalogue: [code, kind]
parameters: {days: {zh: 出院带药天数, en: days of drugs at discharge, unit: 天, type: integer}}
thresholds:
  discharge_drug_days: {zh: 出院带药的最多天数, en: most days of drugs at discharge, unit: 天, type: integer, optional: true}
evidence:
  service_on: {zh: 费用日期, en: service on}
  name: {zh: 名称, en: name}
  days_supplied: {zh: 开药天数, en: days supplied, unit: 天}
  ends_on: {zh: 出院日期, en: discharged on}
  days_after: {zh: 出院后还够用, en: days left after discharge, unit: 天}
alert:
  zh: "{service_on} {name}：开药 {days_supplied} 天，{ends_on} 出院后还够用 {days_after} 天"
  en: "{service_on} {name}: {days_supplied} days supplied, {days_after} of them after the discharge of {ends_on}"
*/
WITH
-- part: stays_billed,
away AS (
    SELECT visit, left_on FROM one_by_one WHERE starts_on > left_on + INTERVAL 1 DAY GROUP BY visit, left_on
),
-- Of several claims of a visit, one without its first day may be of another stay.
periods AS (
    SELECT visit, CASE WHEN count(*) = count(ends_on) AND (count(*) = count(starts_on) OR min(ends_on) = max(ends_on))
               THEN max(ends_on) END AS ends_on
    FROM stayed
    GROUP BY visit
),
visits AS (
    SELECT c.claim_id, max(c.visit_id) AS visit_id, max(c.visit) AS visit, max(p.ends_on) AS ends_on,
           max(CASE WHEN c.visit_category IN ('inpatient', 'rehabilitation') THEN 2 WHEN c.visit_category IS NULL THEN 1
               ELSE 0 END) AS inpatient
    FROM stayed AS c
    JOIN periods AS p ON p.visit = c.visit
    WHERE c.claim_id IS NOT NULL
    GROUP BY c.claim_id
),
several AS (
    SELECT visit FROM away GROUP BY visit
),
left_after AS (
    SELECT l.row, min(a.left_on) AS ends_on
    FROM drug_lines AS l
    JOIN visits AS v ON v.claim_id = l.claim_id
    JOIN away AS a ON a.visit = v.visit AND a.left_on >= l.service_on
    GROUP BY l.row
),
ordered AS (
    SELECT l.row, max(o.days_supplied) AS days_supplied,
           max(CASE WHEN o.order_kind IN ('long_term', 'temporary') THEN 0 ELSE 1 END) AS taken_home
    FROM drug_lines AS l
    JOIN orders AS o ON o.order_id = l.order_id
    LEFT JOIN visits AS v ON v.claim_id = l.claim_id
    WHERE (o.visit_id <> v.visit_id) IS NOT TRUE
    GROUP BY l.row
),
supplied AS (
    SELECT l.row, l.claim_id, l.service_on,
           COALESCE(l.catalogue_name, l.institution_item_name) AS name,
           l.amount, COALESCE(l.days_supplied, o.days_supplied) AS days_supplied,
           COALESCE(e.ends_on, v.ends_on) AS ends_on, v.inpatient
    FROM drug_lines AS l
    LEFT JOIN visits AS v ON v.claim_id = l.claim_id
    LEFT JOIN ordered AS o ON o.row = l.row
    LEFT JOIN left_after AS e ON e.row = l.row
    LEFT JOIN several AS t ON t.visit = v.visit
    WHERE (v.inpatient = 0 OR o.taken_home = 0
           OR (COALESCE(e.ends_on, v.ends_on) = DATE '9999-12-31'
               AND (l.service_on IS NOT NULL OR t.visit IS NULL))) IS NOT TRUE
),
reached AS (
    SELECT row, claim_id, service_on, name, amount, days_supplied, ends_on, inpatient,
           days_supplied - date_diff('day', service_on, ends_on) AS days_after
    FROM supplied
)
SELECT claim_id,
       row AS line_row,
       CASE WHEN inpatient = 2 THEN 'suspect' ELSE 'unknown' END AS verdict,
       round(CAST(amount * least(days_after - COALESCE($discharge_drug_days, $days),
           days_supplied) / NULLIF(days_supplied, 0) AS DECIMAL(18, 6)), 2) AS amount,
       service_on,
       name,
       days_supplied,
       ends_on,
       days_after
FROM reached
WHERE days_after > COALESCE($discharge_drug_days, $days)
UNION ALL
SELECT claim_id,
       CAST(NULL AS BIGINT) AS line_row,
       'unknown' AS verdict,
       CAST(NULL AS DECIMAL(18, 6)) AS amount,
       min(service_on) AS service_on,
       min(name) AS name,
       CAST(NULL AS DECIMAL(18, 6)) AS days_supplied,
       min(ends_on) AS ends_on,
       CAST(NULL AS DECIMAL(18, 6)) AS days_after
FROM reached
WHERE days_after IS NULL
GROUP BY claim_id
