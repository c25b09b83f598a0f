/*
title: {zh: 大处方, en: Oversized prescription}
offence:
  zh: "药品的开药天数多于目录当日写明的最长用药天数，是不符合；目录没有写而多于经办机构设定的天数，是疑点 （条文没有给数字）"
  en: >-
    more days of a drug supplied than the catalogue states for it on that day is an offence; where it states none, more
    than the agency's number is a suspicion (the text gives no number)
not_an_offence:
  zh: 天数不多于目录写明的（设定的）天数；已冲销的明细；写明目录类别不是药品的明细（没有写或写“其他”的，看编码，再看费用类别）
  en: >-
    no more days than the catalogue's or the agency's number; reversed lines; lines of another stated kind (without
    one, or of “other”, the code tells, then the category)
unknown:
  zh: >-
    没有开药天数（明细和这次就诊的同一医嘱都没有，或者不大于 0）；数量为零而没有写金额。当日几个目录写的天数不同，而开药天数在它们之间的，也不知以哪一处为准；同号的医嘱写的天数不同的，也是这样；
    同号的有的没有写天数、编码的，不知是几天。
    目录写了天数，而不知道是不是这一条：条目没有生效日期，明细没有编码或费用日期，或者编码当日不在目录、同写了天数的只差大小写
  en: >-
    the days of supply are given neither by the line nor by its order in this visit, or are not above 0; a quantity of
    zero without an amount. Between the numbers of two catalogues of that day, or of two orders of one number, it is not
    known which of them counts (nor where one of such orders does not tell its days or its code); nor whether a number
    stated is the line's, where the entry lacks its first day, the line its code or day, or a code that no catalogue has
    that day differs from one with a number in its case only
money: {zh: 超出天数的部分（金额乘以超出天数占开药天数的比例）；疑点不计金额, en: the share of the amount for the days beyond; none for a suspicion}
bearer: institution
judges: drug_lines
needs: {lines: [catalogue_code, service_on]}
optional:
  lines: [claim_id, visit_id, order_id, catalogue_name, catalogue_kind, charge_category, institution_item_name,
      quantity, amount, days_supplied]
  catalogue: [code, valid_from, valid_until, kind, days_maximum]
  orders: [order_id, visit_id, catalogue_code, days_supplied]
  claims: [claim_id, visit_id]
thresholds:
  prescription_days: {zh: 一次开药的最多天数, en: most days of supply at once, unit: 天, type: integer, optional: true}
evidence:
  service_on: {zh: 费用日期, en: day of the service}
  name: {zh: 名称, en: name}
  days_supplied: {zh: 开药天数, en: days supplied, unit: 天}
  days_maximum: {zh: 最多天数, en: most days, unit: 天}
alert:
  zh: "{service_on} {name}：开药 {days_supplied} 天，多于 {days_maximum} 天"
  en: "{service_on} {name}: {days_supplied} days supplied, more than {days_maximum}"
*/
WITH visits AS (
    SELECT claim_id, CASE WHEN min(visit_id) = max(visit_id) THEN max(visit_id) END AS visit_id
    FROM claims
    GROUP BY claim_id
),
drugs AS (
    SELECT l.row, l.claim_id, l.order_id, l.catalogue_code, COALESCE(l.catalogue_name, l.institution_item_name) AS name,
           l.service_on, l.amount, l.days_supplied, COALESCE(l.visit_id, v.visit_id) AS visit_id,
           CASE WHEN l.quantity = 0 AND l.amount IS NULL THEN 1 ELSE 0 END AS untold
    FROM drug_lines AS l
    LEFT JOIN visits AS v ON v.claim_id = l.claim_id
),
limits AS (
    SELECT d.row, max(c.days_maximum) AS highest, min(c.days_maximum) AS lowest
    FROM drugs AS d
    JOIN catalogue AS c ON c.code = d.catalogue_code AND d.service_on >= c.valid_from AND d.service_on <= c.valid_until
    GROUP BY d.row
),
listed AS (
    SELECT d.row
    FROM drugs AS d
    JOIN catalogue AS c ON c.code = d.catalogue_code
    WHERE (d.service_on < c.valid_from OR d.service_on > c.valid_until) IS NOT TRUE
    GROUP BY d.row
),
stating AS (
    SELECT upper(code) AS folded, code, valid_from, valid_until, days_maximum
    FROM catalogue
    WHERE days_maximum IS NOT NULL
),
doubted AS (
    SELECT d.row, max(s.days_maximum) AS highest, min(s.days_maximum) AS lowest
    FROM drugs AS d
    JOIN stating AS s ON s.folded = upper(d.catalogue_code)
    LEFT JOIN listed AS k ON k.row = d.row
    WHERE (d.service_on < s.valid_from OR d.service_on > s.valid_until) IS NOT TRUE
      AND CASE WHEN s.code = d.catalogue_code THEN d.service_on IS NULL OR s.valid_from IS NULL ELSE k.row IS NULL END
    GROUP BY d.row
    UNION ALL
    SELECT d.row, CAST(NULL AS BIGINT) AS highest, CAST(NULL AS BIGINT) AS lowest
    FROM drugs AS d
    WHERE d.catalogue_code IS NULL AND (SELECT count(s.folded) FROM stating AS s) > 0
),
ordered AS (
    SELECT d.row, max(CASE WHEN o.catalogue_code = d.catalogue_code THEN o.days_supplied END) AS most_days,
           min(CASE WHEN o.catalogue_code = d.catalogue_code THEN o.days_supplied END) AS least_days,
           count(*) - count(CASE WHEN o.catalogue_code = d.catalogue_code THEN o.days_supplied END) AS untold_count
    FROM drugs AS d
    JOIN orders AS o ON o.order_id = d.order_id
    WHERE (o.visit_id <> d.visit_id) IS NOT TRUE
      AND (upper(o.catalogue_code) <> upper(d.catalogue_code)) IS NOT TRUE
    GROUP BY d.row
),
supplied AS (
    SELECT d.row, d.claim_id, d.name, d.service_on, d.amount, d.untold,
           COALESCE(d.days_supplied, CASE WHEN o.untold_count = 0 THEN o.most_days END) AS days_supplied,
           COALESCE(d.days_supplied, CASE WHEN o.untold_count = 0 THEN o.least_days END) AS least_days,
           CASE WHEN l.highest IS NOT NULL THEN greatest(l.highest, q.highest) END AS own_maximum,
           COALESCE(l.lowest, $prescription_days) AS days_maximum, q.lowest AS perhaps_maximum,
           CASE WHEN l.lowest IS NULL AND q.row IS NOT NULL THEN 1 ELSE 0 END AS doubtful
    FROM drugs AS d
    LEFT JOIN limits AS l ON l.row = d.row
    LEFT JOIN doubted AS q ON q.row = d.row
    LEFT JOIN ordered AS o ON o.row = d.row
)
SELECT claim_id, row AS line_row,
       CASE WHEN days_maximum IS NULL THEN 'review'
            WHEN (days_supplied > 0) IS NOT TRUE OR doubtful = 1 THEN 'unknown'
            WHEN own_maximum IS NULL THEN 'suspect'
            WHEN least_days <= own_maximum OR untold = 1 THEN 'unknown'
            ELSE 'fail' END AS verdict,
       CASE WHEN own_maximum IS NULL THEN 0
           ELSE round(CAST(amount * (least_days - days_maximum) / NULLIF(least_days, 0) AS DECIMAL(18,6)),
               2) END AS amount,
       service_on, name, days_supplied, days_maximum
FROM supplied
WHERE (days_supplied > 0 AND days_supplied <= days_maximum AND doubtful = 0
       AND (days_supplied > perhaps_maximum) IS NOT TRUE) IS NOT TRUE
