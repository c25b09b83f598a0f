/*
title: {zh: 分解收费, en: Split charges}
offence:
  zh: >-
    目录写明已包含在另一项价格里的项目，与那一项在同一结算单、同一天分别收费；或价格已含耗材的项目，同一医嘱又收耗材。
    两项时间都知道而不同（可能另做一次）的，是疑点
  en: >-
    an item that the catalogue says is part of another one's price, charged on the same day of the same claim beside it; or consumables charged on the same
    order as an item whose price includes them. Where both times are known and differ it may have been done once more: a suspicion
not_an_offence: {zh: 目录没有写明包含关系的项目；不同日、不同结算单的；耗材属于别的医嘱的；已冲销的明细, en: items for which the catalogue states no such thing; other days or claims; consumables of another order; reversed lines}
unknown: {zh: 有含耗材的项目，同一天收的耗材没有医嘱号，不知是不是用于那一项；没有日期, en: "an item that includes consumables, and consumables of the same day of which the order is not known; no day"}
money: {zh: 被分解出来另收的金额, en: what was charged apart}
bearer: institution
judges: {table: net_lines, where: "(amount <= 0) IS NOT TRUE"}
needs: {lines: [claim_id, catalogue_code, service_on], catalogue: [code, part_of_code]}
evidence:
  service_on: {zh: 费用日期, en: day of the service}
  name: {zh: 另收项目, en: charged apart}
  whole_code: {zh: 已包含它的项目, en: item that includes it}
alert:
  zh: "{service_on} {name} 已包含在 {whole_code} 的价格里，不应另收"
  en: "{service_on} {name} is part of the price of {whole_code} and may not be charged apart"
*/
WITH billed AS (
    SELECT row, claim_id, catalogue_code, COALESCE(catalogue_name, institution_item_name) AS name, service_on, order_id, amount,
           CASE WHEN service_at > CAST(CAST(service_at AS DATE) AS TIMESTAMP) THEN service_at END AS done_at,
           COALESCE(catalogue_kind, CASE WHEN charge_category IN ('western_drug', 'chinese_patent_drug', 'herbal_drug') THEN 'drug'
               WHEN charge_category = 'bed' THEN 'inpatient_standard' WHEN charge_category = 'material' THEN 'consumable'
               WHEN charge_category = 'rehabilitation' THEN 'rehabilitation_item' WHEN charge_category = 'assistive_device' THEN 'assistive_device'
               WHEN charge_category <> 'other' THEN 'item' END) AS kind
    FROM net_lines
    WHERE (amount <= 0) IS NOT TRUE
),
parts AS (
    SELECT b.row, b.claim_id, b.name, b.service_on, b.order_id, b.done_at, b.amount, c.part_of_code AS whole_code
    FROM billed AS b
    JOIN catalogue AS c ON c.code = b.catalogue_code
    WHERE c.part_of_code IS NOT NULL
      AND (b.service_on IS NULL OR (b.service_on >= c.valid_from AND b.service_on <= c.valid_until))
),
apart AS (
    SELECT p.row, p.claim_id, p.name, p.service_on, p.amount, w.catalogue_code AS whole_code,
           CASE WHEN p.service_on IS NULL OR w.service_on IS NULL THEN 1
                WHEN p.order_id = w.order_id THEN 3
                WHEN p.done_at <> w.done_at THEN 0
                ELSE 3 END AS certainty
    FROM parts AS p
    JOIN billed AS w ON w.claim_id = p.claim_id AND w.catalogue_code = p.whole_code
    WHERE (w.service_on <> p.service_on) IS NOT TRUE
    UNION ALL
    SELECT m.row, m.claim_id, m.name, m.service_on, m.amount, w.catalogue_code AS whole_code,
           CASE WHEN m.order_id = w.order_id AND m.service_on IS NOT NULL THEN 3 ELSE 1 END AS certainty
    FROM billed AS m
    JOIN billed AS w ON w.claim_id = m.claim_id AND w.service_on = m.service_on
    JOIN catalogue AS c ON c.code = w.catalogue_code AND w.service_on >= c.valid_from AND w.service_on <= c.valid_until
    WHERE m.kind = 'consumable' AND c.includes_consumables AND (m.order_id <> w.order_id) IS NOT TRUE AND m.row <> w.row
),
worst AS (
    SELECT row, claim_id, name, service_on, amount, min(whole_code) AS whole_code, max(certainty) AS certainty
    FROM apart
    GROUP BY row, claim_id, name, service_on, amount
)
SELECT claim_id, row AS line_row,
       CASE certainty WHEN 3 THEN 'fail' WHEN 1 THEN 'unknown' ELSE 'suspect' END AS verdict,
       CASE WHEN certainty = 0 THEN 0 ELSE amount END AS amount,
       service_on, name, whole_code
FROM worst
