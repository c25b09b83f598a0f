/*
title: {zh: 重复收费, en: Duplicate charges}
offence:
  zh: "同一职工、同一天、同一编码收了两条以上：合计多于目录写明的每日最多数量；目录没有写的，诊疗（康复、住院服务）项目时间和数量都相同。 药品、耗材、辅助器具同一医嘱、同一时间、同样数量的，是疑点"
  en: >-
    the same code charged more than once for one worker on one day: more in all than the catalogue's most a day; where
    it states none, items with the same time and quantity. Drugs, consumables and devices of the same order, time and
    quantity are a suspicion
not_an_offence:
  zh: 时间不同的两次服务；合计没有超过每日最多数量；一条明细数量多于一（频次由别的规则判定）；没有写每日最多数量的药品、耗材一天用几次；已冲销的明细
  en: >-
    two services at different times; no more in all than the most a day; one line with a quantity above one (frequency
    is another rule's); drugs and consumables used several times a day where no most is stated; reversed lines
unknown:
  zh: 没有编码、日期；同一天同一编码、数量相同，而没有时间（或只有零点）；不知类别；同一天同一编码而没有数量，或者数量为零而有金额；几个目录的每日最多数量不同，合计在其间
  en: >-
    no code or day; same code, day and quantity without a time (or only midnight); kind not known; same code and day
    without a quantity, or with money for a quantity of zero; a total between the most a day of several catalogues
money: {zh: 多收的数量的金额（每组除第一条以外）, en: "the amount of the surplus quantity, the first line of each group apart"}
bearer: institution
judges: {table: net_lines, where: "(amount <= 0) IS NOT TRUE"}
needs: {lines: [claim_id, catalogue_code, quantity], claims: [claim_id]}
optional:
  lines: [order_id, service_on, service_at, catalogue_name, catalogue_kind, charge_category, institution_item_name,
      amount]
  claims: [visit_id, worker_number, identity_number]
  catalogue: [code, valid_from, valid_until, kind, quantity_per_day_maximum]
evidence:
  service_on: {zh: 费用日期, en: day of the service}
  name: {zh: 名称, en: name}
  service_at: {zh: 时间, en: time}
  quantity: {zh: 数量, en: quantity}
  lines_count: {zh: 当天条数, en: lines that day}
  quantity_per_day_maximum: {zh: 每日最多数量, en: most a day}
alert:
  zh: "{service_on} {name}：当天收了 {lines_count} 条，疑为重复，请核对"
  en: "{service_on} {name}: charged {lines_count} times that day; please check"
*/
WITH visitors AS (
    SELECT visit_id, max(COALESCE(worker_number, identity_number)) AS person FROM claims WHERE visit_id IS NOT NULL
    GROUP BY visit_id
),
known AS (
    SELECT identity_number, max(worker_number) AS worker_number FROM claims
    WHERE identity_number IS NOT NULL AND worker_number IS NOT NULL
    GROUP BY identity_number
),
people AS (
    SELECT c.claim_id,
           max(COALESCE(c.worker_number, k.worker_number, c.identity_number, v.person, c.visit_id)) AS person
    FROM claims AS c
    LEFT JOIN known AS k ON k.identity_number = c.identity_number
    LEFT JOIN visitors AS v ON v.visit_id = c.visit_id
    GROUP BY c.claim_id
),
repeated AS (
    SELECT COALESCE(p.person, l.claim_id) AS person, l.catalogue_code,
           COALESCE(l.service_on, CAST(l.service_at AS DATE)) AS service_on, count(*) AS lines_count
    FROM net_lines AS l
    LEFT JOIN people AS p ON p.claim_id = l.claim_id
    WHERE (l.amount <= 0) IS NOT TRUE
      AND l.catalogue_code IS NOT NULL
      AND COALESCE(l.service_on, CAST(l.service_at AS DATE)) IS NOT NULL
    GROUP BY COALESCE(p.person, l.claim_id), l.catalogue_code, COALESCE(l.service_on, CAST(l.service_at AS DATE))
    HAVING count(*) > 1
),
entries AS (
    SELECT r.person, r.catalogue_code, r.service_on, max(c.quantity_per_day_maximum) AS most,
           min(c.quantity_per_day_maximum) AS fewest, max(c.kind) AS kind
    FROM repeated AS r
    LEFT JOIN catalogue AS c ON c.code = r.catalogue_code AND r.service_on >= c.valid_from
        AND r.service_on <= c.valid_until
    GROUP BY r.person, r.catalogue_code, r.service_on
),
twins AS (
    SELECT b.row, b.claim_id, r.person, b.catalogue_code, COALESCE(b.catalogue_name, b.institution_item_name) AS name,
           r.service_on,
           CASE WHEN b.service_at > CAST(CAST(b.service_at AS DATE) AS TIMESTAMP) THEN b.service_at END AS service_at,
           b.order_id, b.quantity, b.amount, r.lines_count, e.most, e.fewest,
           COALESCE(COALESCE(b.catalogue_kind, CASE
               WHEN charge_category IN ('western_drug', 'chinese_patent_drug', 'herbal_drug') THEN 'drug'
               WHEN charge_category = 'bed' THEN 'inpatient_standard'
               WHEN charge_category = 'material' THEN 'consumable'
               WHEN charge_category = 'rehabilitation' THEN 'rehabilitation_item'
               WHEN charge_category = 'assistive_device' THEN 'assistive_device'
               WHEN charge_category <> 'other' THEN 'item' END), e.kind) AS kind,
           sum(b.quantity) OVER (PARTITION BY r.person, r.catalogue_code, r.service_on ORDER BY b.row) AS so_far
    FROM net_lines AS b
    LEFT JOIN people AS p ON p.claim_id = b.claim_id
    JOIN repeated AS r ON r.person = COALESCE(p.person, b.claim_id) AND r.catalogue_code = b.catalogue_code
        AND r.service_on = COALESCE(b.service_on, CAST(b.service_at AS DATE))
    JOIN entries AS e ON e.person = r.person AND e.catalogue_code = r.catalogue_code AND e.service_on = r.service_on
    WHERE (b.amount <= 0) IS NOT TRUE
),
alike AS (
    SELECT person, catalogue_code, service_on, quantity, min(row) AS first_row, count(*) AS twins_count,
           count(*) - count(service_at) AS untimed_count
    FROM twins
    GROUP BY person, catalogue_code, service_on, quantity
),
same_time AS (
    SELECT person, catalogue_code, service_at, quantity, min(row) AS first_row, count(*) AS twins_count
    FROM twins
    WHERE service_at IS NOT NULL
    GROUP BY person, catalogue_code, service_at, quantity
),
same_order AS (
    SELECT person, catalogue_code, service_at, order_id, quantity, min(row) AS first_row, count(*) AS twins_count
    FROM twins
    WHERE service_at IS NOT NULL AND order_id IS NOT NULL
    GROUP BY person, catalogue_code, service_at, order_id, quantity
),
judged AS (
    SELECT t.row, t.claim_id, t.service_on, t.name, t.service_at, t.quantity, t.amount, t.lines_count, t.most, t.so_far,
           CASE WHEN t.most IS NOT NULL THEN CASE WHEN t.so_far > t.most THEN 'fail' WHEN t.so_far IS NULL
               OR t.so_far > t.fewest OR (t.quantity > 0) IS NOT TRUE THEN 'unknown' END
                WHEN t.kind IN ('drug', 'consumable', 'assistive_device') THEN CASE WHEN o.twins_count > 1
                    AND t.row > o.first_row THEN 'suspect' END
                WHEN s.twins_count > 1 AND t.row > s.first_row THEN CASE WHEN t.kind IS NULL THEN 'unknown'
                ELSE 'fail' END
                WHEN (t.quantity > 0) IS NOT TRUE THEN 'unknown'
                WHEN a.twins_count > 1 AND a.untimed_count > 0 AND t.row > a.first_row THEN 'unknown' END AS verdict
    FROM twins AS t
    LEFT JOIN alike AS a ON a.person = t.person AND a.catalogue_code = t.catalogue_code AND a.service_on = t.service_on
        AND a.quantity = t.quantity
    LEFT JOIN same_time AS s ON s.person = t.person AND s.catalogue_code = t.catalogue_code
        AND s.service_at = t.service_at AND s.quantity = t.quantity
    LEFT JOIN same_order AS o ON o.person = t.person AND o.catalogue_code = t.catalogue_code
        AND o.service_at = t.service_at AND o.order_id = t.order_id AND o.quantity = t.quantity
)
SELECT claim_id, row AS line_row, verdict,
       CASE WHEN verdict = 'suspect' THEN 0
            WHEN most IS NULL THEN amount
            WHEN so_far <= most THEN NULL
            ELSE round(CAST(amount * least(so_far - most, quantity) / NULLIF(quantity, 0) AS DECIMAL(18,6)),
                2) END AS amount,
       service_on, name, service_at, quantity, lines_count, most AS quantity_per_day_maximum
FROM judged
WHERE verdict IS NOT NULL
UNION ALL
SELECT claim_id, row AS line_row, 'unknown' AS verdict, amount,
       COALESCE(service_on, CAST(service_at AS DATE)) AS service_on,
       COALESCE(catalogue_name, institution_item_name) AS name,
       CASE WHEN service_at > CAST(CAST(service_at AS DATE) AS TIMESTAMP) THEN service_at END AS service_at, quantity,
       CAST(NULL AS BIGINT) AS lines_count,
       CAST(NULL AS DECIMAL(18,6)) AS quantity_per_day_maximum
FROM net_lines
WHERE (amount <= 0) IS NOT TRUE
  AND (catalogue_code IS NULL OR COALESCE(service_on, CAST(service_at AS DATE)) IS NULL)
