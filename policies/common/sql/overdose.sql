/*
title: {zh: 超剂量用药, en: Overdose}
offence:
  zh: 药品的每日用量（明细没有写的，看这次就诊的同一医嘱）多于目录当日写明的每日最大用量
  en: >-
    a drug's daily dose (of the line, else of its order in this visit) above the highest daily dose that the catalogue
    states for that day
not_an_offence:
  zh: 每日用量不多于最大用量；另一次就诊的同号医嘱；已冲销的明细；写明目录类别不是药品的明细（没有写或写“其他”的，看编码，再看费用类别）
  en: >-
    a dose up to the highest; an order of this number in another visit; reversed lines; lines of another stated kind
    (without one, or of “other”, the code tells, then the category)
unknown:
  zh: 没有编码、日期、每日用量（用量不大于 0 的也是）；数量为零而没有写金额；明细的用量不超而同一医嘱的超过；同号的几条医嘱用量不同、有的不超，或者有的没有写用量、编码；目录当日没有这一药品，或没有写每日最大用量
  en: >-
    no code, day or daily dose (or one not above 0); a dose of the line within the highest where that of its order is
    above; a quantity of zero without an amount; of two orders of one number only one above it, or one that does not
    tell its dose or code; the catalogue does not have the drug on that day or states no highest dose
money: {zh: 这条明细的金额（可以拒付）, en: the line's amount (payment may be refused)}
bearer: institution
judges: drug_lines
needs: {lines: [catalogue_code, service_on], catalogue: [code, daily_dose_maximum]}
optional:
  lines: [claim_id, visit_id, order_id, catalogue_name, catalogue_kind, charge_category, institution_item_name,
      quantity, amount, daily_dose]
  catalogue: [valid_from, valid_until, kind]
  orders: [order_id, visit_id, catalogue_code, daily_dose]
  claims: [claim_id, visit_id]
evidence:
  service_on: {zh: 费用日期, en: day of the service}
  name: {zh: 名称, en: name}
  daily_dose: {zh: 每日用量, en: daily dose}
  daily_dose_maximum: {zh: 每日最大用量, en: highest daily dose}
alert:
  zh: "{service_on} {name}：每日用量 {daily_dose}，超过最大用量 {daily_dose_maximum}"
  en: "{service_on} {name}: daily dose {daily_dose}, highest {daily_dose_maximum}"
*/
WITH visits AS (
    SELECT claim_id, CASE WHEN min(visit_id) = max(visit_id) THEN max(visit_id) END AS visit_id
    FROM claims
    GROUP BY claim_id
),
drugs AS (
    SELECT l.row, l.claim_id, l.order_id, l.catalogue_code, COALESCE(l.catalogue_name, l.institution_item_name) AS name,
           l.service_on, l.amount, l.daily_dose, COALESCE(l.visit_id, v.visit_id) AS visit_id,
           CASE WHEN l.quantity = 0 AND l.amount IS NULL THEN 1 ELSE 0 END AS untold
    FROM drug_lines AS l
    LEFT JOIN visits AS v ON v.claim_id = l.claim_id
),
limits AS (
    SELECT d.row, max(c.daily_dose_maximum) AS highest, min(c.daily_dose_maximum) AS lowest
    FROM drugs AS d
    JOIN catalogue AS c ON c.code = d.catalogue_code AND d.service_on >= c.valid_from AND d.service_on <= c.valid_until
    GROUP BY d.row
),
ordered AS (
    SELECT d.row, max(CASE WHEN o.catalogue_code = d.catalogue_code THEN o.daily_dose END) AS daily_dose,
           min(CASE WHEN o.catalogue_code = d.catalogue_code THEN o.daily_dose END) AS least_dose,
           count(*) - count(CASE WHEN o.catalogue_code = d.catalogue_code THEN o.daily_dose END) AS untold_count
    FROM drugs AS d
    JOIN orders AS o ON o.order_id = d.order_id
    WHERE (o.visit_id <> d.visit_id) IS NOT TRUE
      AND (upper(o.catalogue_code) <> upper(d.catalogue_code)) IS NOT TRUE
    GROUP BY d.row
),
dosed AS (
    SELECT d.row, d.claim_id, d.name, d.service_on, d.amount, d.untold,
           COALESCE(d.daily_dose, CASE WHEN o.untold_count = 0 THEN o.daily_dose END) AS daily_dose,
           o.daily_dose AS ordered_dose,
           COALESCE(d.daily_dose, CASE WHEN o.untold_count = 0 THEN o.least_dose END) AS least_dose
    FROM drugs AS d
    LEFT JOIN ordered AS o ON o.row = d.row
)
SELECT d.claim_id, d.row AS line_row,
       CASE WHEN d.least_dose > l.highest AND d.untold = 0 THEN 'fail' ELSE 'unknown' END AS verdict,
       d.amount, d.service_on, d.name, d.daily_dose, l.highest AS daily_dose_maximum
FROM dosed AS d
LEFT JOIN limits AS l ON l.row = d.row
WHERE (d.daily_dose > 0 AND d.daily_dose <= l.lowest AND (d.ordered_dose > l.highest) IS NOT TRUE) IS NOT TRUE
