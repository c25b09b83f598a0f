/*
title: {zh: 床位费天数多于住院天数, en: More bed days charged than days of the stay}
offence:
  zh: >-
    一次住院的床位费数量合计，多于从入院到出院的天数（入院当天算，出院当天不算，当天入院当天出院算 1 天）；同一住院号几次住院的，中间不在院的日子不算
  en: >-
    the bed days charged for a stay are more than its days (day of admission counted, day of discharge not; admission
    and discharge on one day is one; not the days between two stays of one number). A number that two institutions or
    workers have is that of two stays
not_an_offence:
  zh: 正好等于住院天数；名称里有空调、取暖、陪的项目（不是床位本身）；已冲销的明细
  en: "exactly the days of the stay; air conditioning, heating and carers' beds, by their names; reversed lines"
unknown:
  zh: 没有结算单、入院或出院日期；床位费没有数量、数量为零而有金额（或没有写金额），或者按小时计价；天数没有超过而有的明细没有费用类别（或写“其他费”），目录类别和编码也没有说明不是床位费
  en: >-
    claim, admission or discharge missing; a bed line without quantity, with money, or none told, for a quantity of
    zero, or charged by the hour; within the days, and lines without category (or of “other”) that neither kind nor code
    tells to be none may be beds
money: {zh: 多收的天数的金额（按平均每日床位费）, en: the surplus days at the average charge of a day}
bearer: institution
judges:
  table: net_lines
  where: >-
    charge_category = 'bed' OR (NULLIF(charge_category, 'other') IS NULL AND COALESCE(NULLIF(catalogue_kind, 'other'),
    'inpatient_standard') = 'inpatient_standard')
needs: {claims: [claim_id, starts_on, ends_on], lines: [claim_id, charge_category, quantity]}
optional:
  claims: [visit_id, institution_code, worker_number]
  batch: [institution_code]
  lines: [catalogue_code, catalogue_name, catalogue_kind, institution_item_name, unit, amount]
  catalogue: [code, kind]
evidence:
  visit_id: {zh: 就诊号, en: visit}
  starts_on: {zh: 入院日期, en: admitted on}
  ends_on: {zh: 出院日期, en: discharged on}
  bed_days: {zh: 床位费天数, en: bed days charged, unit: 天}
  stay_days: {zh: 住院天数, en: days of the stay, unit: 天}
alert:
  zh: "就诊号 {visit_id}（{starts_on} 至 {ends_on}）：收床位费 {bed_days} 天，住院 {stay_days} 天"
  en: "visit {visit_id} ({starts_on} to {ends_on}): {bed_days} bed days charged, {stay_days} days of stay"
*/
WITH visits AS (
    SELECT c.claim_id, COALESCE(c.visit_id, c.claim_id) AS visit_id,
           concat(COALESCE(c.visit_id, c.claim_id), ' ', COALESCE(c.institution_code, b.institution_code, ''), ' ',
                  COALESCE(c.worker_number, '')) AS visit,
           c.starts_on,
           CASE WHEN c.ends_on_none THEN CAST($judged_on + INTERVAL 1 DAY AS DATE) ELSE c.ends_on END AS ends_on
    FROM claims AS c
    CROSS JOIN batch AS b
),
one_by_one AS (
    SELECT visit, visit_id, starts_on, ends_on,
           max(ends_on) OVER (
               PARTITION BY visit ORDER BY starts_on, ends_on ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
           ) AS reached_on
    FROM visits
),
periods AS (
    SELECT visit, max(visit_id) AS visit_id,
           CASE WHEN count(*) = count(starts_on) THEN min(starts_on) END AS starts_on,
           CASE WHEN count(*) = count(ends_on) THEN max(ends_on) END AS ends_on,
           COALESCE(sum(CASE WHEN starts_on > reached_on + INTERVAL 1 DAY
               THEN date_diff('day', reached_on, starts_on) END), 0) AS days_away
    FROM one_by_one
    GROUP BY visit
),
whose AS (
    SELECT claim_id, max(visit) AS visit FROM visits WHERE claim_id IS NOT NULL GROUP BY claim_id
),
codes AS (
    SELECT code, CASE WHEN min(NULLIF(kind, 'other')) = max(NULLIF(kind, 'other')) THEN max(NULLIF(kind, 'other')) END
               AS kind
    FROM catalogue WHERE code IS NOT NULL GROUP BY code
),
beds AS (
    SELECT v.visit, min(l.claim_id) AS claim_id,
           sum(CASE WHEN l.charge_category = 'bed' THEN l.quantity END) AS bed_days,
           sum(CASE WHEN l.charge_category = 'bed' THEN l.amount END) AS amount,
           max(CASE WHEN l.charge_category = 'bed' AND ((l.quantity > 0) IS NOT TRUE OR l.unit LIKE '%小时%') THEN 1
               ELSE 0 END) AS vague,
           max(CASE WHEN l.charge_category = 'bed' THEN 0 ELSE 1 END) AS perhaps
    FROM net_lines AS l
    LEFT JOIN whose AS v ON v.claim_id = l.claim_id
    LEFT JOIN codes AS k ON k.code = l.catalogue_code
    WHERE (l.charge_category = 'bed'
        OR (NULLIF(l.charge_category, 'other') IS NULL
            AND COALESCE(NULLIF(l.catalogue_kind, 'other'), k.kind, 'inpatient_standard') = 'inpatient_standard'))
      AND ((l.quantity < 0 AND (l.amount > 0) IS NOT TRUE) OR (l.quantity = 0 AND l.amount <= 0)) IS NOT TRUE
      AND COALESCE(l.catalogue_name, l.institution_item_name, '') NOT LIKE '%空调%'
      AND COALESCE(l.catalogue_name, l.institution_item_name, '') NOT LIKE '%取暖%'
      AND COALESCE(l.catalogue_name, l.institution_item_name, '') NOT LIKE '%陪%'
    GROUP BY v.visit
),
weighed AS (
    SELECT b.visit, p.visit_id, b.claim_id, b.bed_days, b.amount, b.vague, b.perhaps, p.starts_on, p.ends_on,
           greatest(date_diff('day', p.starts_on, p.ends_on) - p.days_away, 1) AS stay_days
    FROM beds AS b
    LEFT JOIN periods AS p ON p.visit = b.visit
)
SELECT claim_id,
       CAST(NULL AS BIGINT) AS line_row,
       CASE WHEN bed_days > stay_days AND vague = 0 AND starts_on <= ends_on THEN 'suspect'
           ELSE 'unknown' END AS verdict,
       CASE WHEN bed_days > stay_days
           THEN round(CAST(amount * (bed_days - stay_days) / NULLIF(bed_days, 0) AS DECIMAL(18, 6)), 2) END AS amount,
       visit_id,
       starts_on,
       ends_on,
       bed_days,
       CASE WHEN starts_on <= ends_on THEN stay_days END AS stay_days
FROM weighed
WHERE (visit IS NOT NULL AND starts_on <= ends_on AND COALESCE(bed_days, 0) <= stay_days AND vague = 0
    AND perhaps = 0) IS NOT TRUE
