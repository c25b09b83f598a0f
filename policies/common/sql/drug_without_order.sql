/*
title: {zh: 医嘱外用药, en: Drugs without an order}
offence:
  zh: "药品明细的医嘱号在医嘱里没有，或该医嘱是另一次就诊的、没有这一药品，或用在开立之前、停止之后；没有医嘱号的，这次就诊的医嘱里没有这一药品。
    费用只有日期而正好是停止的第二天的，是疑点（可能停止以前用的，第二天记账）"
  en: >-
    a drug line whose order does not exist, is of another visit, does not have this drug, or begins later or ended
    earlier; without an order number, a drug that is in none of the visit's orders. A charge that tells a day and no
    time, the one after the order ended, is a suspicion: it may have been used before and entered later
not_an_offence:
  zh: 当天有这一药品的医嘱；已冲销的明细；写明目录类别不是药品的明细（没有写或写“其他”的，看编码，再看费用类别）
  en: >-
    a drug with an order for that day; reversed lines; lines of another stated kind (without one, or of “other”, the
    code tells, then the category)
unknown:
  zh: >-
    没有医嘱号而这次就诊没有任何医嘱；医嘱没有写编码、开立或停止日期，编码只差大小写；停止写在开立以前，用在两者之间；
    几次就诊都有这个医嘱号，而明细是哪一次的不知道；同号的结算单写着两次就诊；
    当天有这一药品的医嘱没有写医嘱号（明细没有医嘱号的，没有写就诊号），可能就是它；
    临时医嘱、处方没有写停止日期而用在开立三天以后；没有费用日期或编码；不知是不是药品。没有提供医嘱表则整条无从判定；写“无”是知道一条医嘱也没有
  en: >-
    no order number, and no orders of that visit at all; an order without code or dates, or with a code of another
    case; an order that ended before it began, used between the two; an order number of several visits on a line that
    tells no visit; a claim that stands with two visits; an order for that drug and day that does not tell its number
    (for a line without one, its visit) and may be the one; an order that is not long-term and tells no end, used more
    than three days after its day; no day or code of the line; not known to be a drug. Without the table of orders
    nothing can be said; “none” says that there is not one
money: {zh: 这条明细的金额（可以拒付）, en: the line's amount (payment may be refused)}
bearer: institution
judges: drug_lines
needs: {lines: [catalogue_code, service_on], orders: []}
optional:
  lines: [claim_id, visit_id, order_id, service_at, catalogue_name, catalogue_kind, charge_category,
      institution_item_name, quantity, amount]
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
    SELECT claim_id, CASE WHEN min(visit_id) = max(visit_id) THEN min(visit_id) END AS visit_id,
           CASE WHEN min(visit_id) <> max(visit_id) THEN '' END AS several
    FROM claims
    GROUP BY claim_id
),
drugs AS (
    SELECT l.row, l.claim_id, COALESCE(l.visit_id, v.visit_id) AS visit_id, l.order_id, l.catalogue_code,
           COALESCE(l.catalogue_name, l.institution_item_name) AS name, l.service_on, l.amount, l.is_drug,
           (l.service_at > CAST(CAST(l.service_at AS DATE) AS TIMESTAMP)) IS NOT TRUE AS untimed, v.several
    FROM drug_lines AS l
    LEFT JOIN visits AS v ON v.claim_id = l.claim_id
),
shared AS (
    SELECT order_id FROM orders WHERE order_id IS NOT NULL GROUP BY order_id HAVING count(DISTINCT visit_id) > 1
),
candidates AS (
    SELECT d.row, d.service_on, d.untimed, d.catalogue_code, o.catalogue_code AS ordered_code, o.ordered_on,
           o.stopped_on, o.stopped_on_none, o.order_kind,
           CASE WHEN d.visit_id IS NULL THEN COALESCE(s.order_id, d.several) END AS shared_id
    FROM drugs AS d
    JOIN orders AS o ON o.order_id = d.order_id
    LEFT JOIN shared AS s ON s.order_id = d.order_id
    WHERE (o.visit_id <> d.visit_id) IS NOT TRUE
    UNION ALL
    SELECT d.row, d.service_on, d.untimed, d.catalogue_code, o.catalogue_code AS ordered_code, o.ordered_on,
           o.stopped_on, o.stopped_on_none, o.order_kind, CAST(NULL AS VARCHAR) AS shared_id
    FROM drugs AS d
    JOIN orders AS o ON o.visit_id = d.visit_id
    WHERE d.order_id IS NULL
    UNION ALL
    -- An order that does not tell its number, or its visit where the line has none, may be the one, and is not surely.
    SELECT d.row, d.service_on, d.untimed, d.catalogue_code, o.catalogue_code AS ordered_code, o.ordered_on,
           o.stopped_on, o.stopped_on_none, o.order_kind, '' AS shared_id
    FROM drugs AS d
    JOIN orders AS o ON upper(o.catalogue_code) = upper(d.catalogue_code)
    WHERE (o.visit_id <> d.visit_id) IS NOT TRUE
      AND CASE WHEN d.order_id IS NULL THEN o.visit_id IS NULL ELSE o.order_id IS NULL END
    UNION ALL
    SELECT d.row, d.service_on, d.untimed, d.catalogue_code, o.catalogue_code AS ordered_code, o.ordered_on,
           o.stopped_on, o.stopped_on_none, o.order_kind, '' AS shared_id
    FROM drugs AS d
    JOIN orders AS o ON o.visit_id = d.visit_id
    WHERE d.order_id IS NOT NULL AND o.order_id IS NULL AND o.catalogue_code IS NULL
),
fits AS (
    SELECT row, ordered_on,
           CASE WHEN upper(ordered_code) <> upper(catalogue_code) THEN FALSE
                WHEN ordered_code = catalogue_code AND shared_id IS NULL THEN TRUE END
               AND CASE
                   WHEN stopped_on < ordered_on
                       THEN CASE WHEN service_on < stopped_on OR service_on > ordered_on THEN FALSE END
                   ELSE ordered_on <= service_on
                       AND COALESCE(service_on <= stopped_on, CASE WHEN service_on = ordered_on
                           OR (order_kind <> 'long_term' AND service_on <= ordered_on + INTERVAL 3 DAY)
                           OR (stopped_on_none AND COALESCE(order_kind, 'long_term') = 'long_term') THEN TRUE END)
               END AS fit,
           (upper(ordered_code) <> upper(catalogue_code)) IS NOT TRUE AND untimed
               AND service_on = stopped_on + INTERVAL 1 DAY AS entered_later,
           shared_id IS NOT NULL OR (ordered_code = catalogue_code) IS NOT TRUE AS doubtful
    FROM candidates
),
found AS (
    SELECT row, min(ordered_on) AS ordered_on,
           max(CASE WHEN fit THEN 3 WHEN fit IS NULL OR (entered_later AND doubtful) THEN 2
                    WHEN entered_later THEN 1 ELSE 0 END) AS fit
    FROM fits GROUP BY row
),
all_orders AS (
    SELECT count(*) AS orders_count FROM orders
)
SELECT d.claim_id, d.row AS line_row,
       CASE WHEN d.is_drug IS NULL OR d.catalogue_code IS NULL OR d.service_on IS NULL OR f.fit = 2 THEN 'unknown'
            WHEN f.fit = 1 THEN 'suspect'
            WHEN f.fit IS NULL AND d.order_id IS NULL AND a.orders_count > 0 THEN 'unknown'
            ELSE 'fail' END AS verdict,
       d.amount, d.service_on, d.name, d.order_id, f.ordered_on
FROM drugs AS d
CROSS JOIN all_orders AS a
LEFT JOIN found AS f ON f.row = d.row
WHERE (f.fit = 3) IS NOT TRUE
