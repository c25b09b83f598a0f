/*
title: {zh: 医嘱外用药, en: Drugs without an order}
offence:
  zh: "药品明细的医嘱号在医嘱里没有，或该医嘱是另一次就诊的、没有这一药品，或用在开立之前、停止之后；没有医嘱号的，这次就诊的医嘱里没有这一药品"
  en: >-
    a drug line whose order does not exist, is of another visit, does not have this drug, or begins later or ended
    earlier; without an order number, a drug that is in none of the visit's orders
not_an_offence:
  zh: 当天有这一药品的医嘱；已冲销的明细；写明目录类别不是药品的明细（没有写或写“其他”的，看编码，再看费用类别）
  en: >-
    a drug with an order for that day; reversed lines; lines of another stated kind (without one, or of “other”, the
    code tells, then the category)
unknown:
  zh: 没有医嘱号而这次就诊没有任何医嘱；医嘱没有写编码、开立或停止日期；临时医嘱、处方没有写停止日期而用在开立三天以后；没有费用日期或编码。没有提供医嘱表则整条无从判定；写“无”是知道一条医嘱也没有
  en: >-
    no order number, and no orders of that visit at all; an order without code or dates; an order that is not long-term
    and tells no end, used more than three days after its day; no day or code of the line. Without the table of orders
    nothing can be said; “none” says that there is not one
money: {zh: 这条明细的金额（可以拒付）, en: the line's amount (payment may be refused)}
bearer: institution
judges:
  table: net_lines
  where: "COALESCE(catalogue_kind, 'other') IN ('drug', 'other') AND COALESCE(NULLIF(amount, 0), quantity, 1) > 0"
needs: {lines: [catalogue_code, service_on], orders: []}
optional:
  lines: [claim_id, visit_id, order_id, catalogue_name, catalogue_kind, charge_category, institution_item_name,
      quantity, amount]
  orders: [order_id, visit_id, ordered_on, stopped_on, order_kind, catalogue_code]
  claims: [claim_id, visit_id]
  catalogue: [code, kind]
absence: [orders]
evidence:
  service_on: {zh: 费用日期, en: day of the service}
  name: {zh: 名称, en: name}
  order_id: {zh: 医嘱号, en: order}
  ordered_on: {zh: 开立日期, en: ordered on}
alert:
  zh: "{service_on} {name}：没有当天有效的医嘱（医嘱号 {order_id}）"
  en: "{service_on} {name}: no order for that day (order {order_id})"
*/
WITH visits AS (
    SELECT claim_id, max(visit_id) AS visit_id FROM claims GROUP BY claim_id
),
codes AS (
    SELECT code, CASE WHEN max(CASE WHEN COALESCE(kind, 'drug') = 'drug' THEN 1 ELSE 0 END) = 0 THEN 'other'
                      WHEN min(CASE WHEN kind = 'drug' THEN 1 ELSE 0 END) = 1 THEN 'drug' END AS kind
    FROM catalogue WHERE code IS NOT NULL GROUP BY code
),
drugs AS (
    SELECT l.row, l.claim_id, COALESCE(l.visit_id, v.visit_id) AS visit_id, l.order_id, l.catalogue_code,
           COALESCE(l.catalogue_name, l.institution_item_name) AS name, l.service_on, l.amount
    FROM net_lines AS l
    LEFT JOIN visits AS v ON v.claim_id = l.claim_id
    LEFT JOIN codes AS k ON k.code = l.catalogue_code
    WHERE COALESCE(NULLIF(l.amount, 0), l.quantity, 1) > 0
      AND CASE WHEN COALESCE(l.catalogue_kind, 'other') <> 'other' THEN l.catalogue_kind = 'drug'
               WHEN k.kind = 'drug' THEN TRUE
               WHEN COALESCE(l.charge_category, 'other') <> 'other'
                   THEN l.charge_category IN ('western_drug', 'chinese_patent_drug', 'herbal_drug')
               ELSE (k.kind = 'other') IS NOT TRUE END
),
candidates AS (
    SELECT d.row, d.service_on, d.catalogue_code, o.catalogue_code AS ordered_code, o.ordered_on, o.stopped_on,
           o.stopped_on_none, o.order_kind
    FROM drugs AS d
    JOIN orders AS o ON o.order_id = d.order_id
    WHERE (o.visit_id <> d.visit_id) IS NOT TRUE
    UNION ALL
    SELECT d.row, d.service_on, d.catalogue_code, o.catalogue_code AS ordered_code, o.ordered_on, o.stopped_on,
           o.stopped_on_none, o.order_kind
    FROM drugs AS d
    JOIN orders AS o ON o.visit_id = d.visit_id
    WHERE d.order_id IS NULL
),
fits AS (
    SELECT row, ordered_on,
           ordered_code = catalogue_code AND ordered_on <= service_on
               AND COALESCE(service_on <= stopped_on, CASE WHEN service_on = ordered_on
                   OR (order_kind <> 'long_term' AND service_on <= ordered_on + INTERVAL 3 DAY)
                   OR (stopped_on_none AND COALESCE(order_kind, 'long_term') = 'long_term') THEN TRUE END) AS fit
    FROM candidates
),
found AS (
    SELECT row, max(CASE WHEN fit THEN 2 WHEN fit IS NULL THEN 1 ELSE 0 END) AS fit, min(ordered_on) AS ordered_on
    FROM fits GROUP BY row
),
all_orders AS (
    SELECT count(*) AS orders_count FROM orders
)
SELECT d.claim_id, d.row AS line_row,
       CASE WHEN d.catalogue_code IS NULL OR d.service_on IS NULL OR f.fit = 1 THEN 'unknown'
            WHEN f.fit IS NULL AND d.order_id IS NULL AND a.orders_count > 0 THEN 'unknown'
            ELSE 'fail' END AS verdict,
       d.amount, d.service_on, d.name, d.order_id, f.ordered_on
FROM drugs AS d
CROSS JOIN all_orders AS a
LEFT JOIN found AS f ON f.row = d.row
WHERE (f.fit = 2) IS NOT TRUE
