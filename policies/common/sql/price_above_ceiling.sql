/*
title: {zh: 超过限价收费, en: Price above the ceiling}
offence:
  zh: 单价高于费用当日、本级机构的最高限价，或金额多于限价乘以数量（四舍五入到分）。目录没有写限价时，按明细自带的限价
  en: >-
    a unit price above the ceiling of the day and of the institution's level, or an amount above ceiling times quantity
    (rounded to the cent); where the catalogue states no ceiling, the line's own
not_an_offence:
  zh: 没有限价的项目（同类目录当日有限价，而这一项没有）；金额是 0 而没有写单价或单价也是 0 的（没有收费）；已冲销的明细；目录外项目另有规则判定
  en: >-
    an item without a ceiling where other entries of its kind have one on that day; an amount of 0 with no unit price or
    one of 0 (nothing was charged); reversed lines; what is outside the catalogue is for other rules
unknown:
  zh: >-
    没有编码、日期、单价（也算不出；没有编码、没有日期或编码只差大小写时，明细自带的限价说明不了没有超）；没有数量而金额多于一个单位的限价，数量为零而有金额或没有写金额；
    明细自带的限价超了，而没有日期或编码只差大小写，目录里可能有更高的；
    当日没有同类的限价（条目和明细都没有说明类别也是，写“其他”是没有说明）；目录写了别级机构的限价而没有写本级的；编码当日不在目录而只差大小写的项目有限价；
    编码当日不在目录，而同名（或没有写名称）的条目有限价、没有编码；条目没有生效日期；计价单位与目录不同；不知机构级别，而各级限价不同或者没有写全。几个目录限价不同而价格在其间的，须由人认定
  en: >-
    no code, day or price (and none that follows; without code or day, or with a code of another case, the line's own
    ceiling does not show that it is kept); no quantity, and an amount above the ceiling of one; money, or none told,
    for a quantity of zero; a price above the line's own ceiling, where without the day or with a code of another case
    the catalogue may have a higher one; no ceilings of that kind for the day (or no kind told; “other” tells none), or
    only of other levels; a code not listed that day that differs from one with a ceiling in its case only, or of no
    listed code while an entry of its name (or of none) has a ceiling and no code; an entry without its first day; other
    units than the catalogue's; the level is not known where it matters, or where not every level's ceiling is told. A
    price between the ceilings of several catalogues is for a person to decide
money: {zh: 超出限价的部分（金额减限价乘以数量）, en: what exceeds the ceiling times the quantity}
bearer: institution
judges:
  table: net_lines
  where: >-
    COALESCE(NULLIF(amount, 0), CASE WHEN amount IS NULL THEN COALESCE(NULLIF(quantity, 0), 1)
    WHEN unit_price_amount > 0 THEN COALESCE(quantity, 1) END, 0) > 0
needs: {lines: [catalogue_code, service_on], catalogue: [code]}
optional:
  lines: [claim_id, catalogue_name, catalogue_kind, charge_category, institution_item_name, unit, quantity,
      unit_price_amount, amount, ceiling_amount]
  catalogue: [valid_from, valid_until, ceiling_amount, kind, name, unit, ceiling_level_3_amount, ceiling_level_2_amount,
      ceiling_level_1_amount]
  claims: [claim_id, institution_code]
  institutions: [institution_code, level]
  batch: [institution_code]
evidence:
  service_on: {zh: 费用日期, en: day of the service}
  catalogue_code: {zh: 目录编码, en: code}
  name: {zh: 名称, en: name}
  quantity: {zh: 数量, en: quantity}
  unit_price_amount: {zh: 单价, en: unit price, unit: 元}
  ceiling: {zh: 限价, en: ceiling, unit: 元}
alert:
  zh: "{service_on} {name}：单价 {unit_price_amount} 元，高于限价 {ceiling} 元"
  en: "{service_on} {name}: unit price {unit_price_amount} yuan, ceiling {ceiling} yuan"
*/
WITH
-- part: prices_by_level,
billed AS (
    SELECT row, claim_id, catalogue_code, COALESCE(catalogue_name, institution_item_name) AS name, service_on, unit,
           quantity, unit_price_amount, amount,
           ceiling_amount,
           COALESCE(NULLIF(catalogue_kind, 'other'), category_kind) AS kind
    FROM net_lines
    WHERE COALESCE(NULLIF(amount, 0), CASE WHEN amount IS NULL THEN COALESCE(NULLIF(quantity, 0), 1)
                                           WHEN unit_price_amount > 0 THEN COALESCE(quantity, 1) END, 0) > 0
),
doubted AS (
    SELECT b.row, b.claim_id, b.catalogue_code, b.name, b.service_on, b.unit, b.quantity, b.unit_price_amount, b.amount,
           b.ceiling_amount, b.kind
    FROM billed AS b
    LEFT JOIN prices AS p ON p.code = b.catalogue_code AND b.service_on <= p.valid_until
        AND (b.service_on >= p.valid_from OR p.valid_from IS NULL)
    WHERE (p.valid_from IS NOT NULL AND (b.unit <> p.unit) IS NOT TRUE
           AND CASE WHEN b.unit_price_amount IS NULL THEN b.amount <= round(p.lowest_of_all * b.quantity, 2)
                    ELSE b.unit_price_amount <= p.lowest_of_all
                         AND (b.amount > round(p.lowest_of_all * b.quantity, 2)) IS NOT TRUE
                         AND (b.quantity IS NULL AND b.amount > p.lowest_of_all) IS NOT TRUE END) IS NOT TRUE
    GROUP BY b.row, b.claim_id, b.catalogue_code, b.name, b.service_on, b.unit, b.quantity, b.unit_price_amount,
             b.amount, b.ceiling_amount, b.kind
),
-- part: levels_of_claims,
limited AS (
    SELECT d.row, d.claim_id, d.catalogue_code, d.name, d.service_on, d.quantity, d.unit_price_amount, d.amount,
           d.ceiling_amount,
           max(COALESCE(d.kind, p.kind)) AS kind,
           max(CASE WHEN d.unit <> p.unit AND p.lowest IS NOT NULL AND p.valid_from IS NOT NULL THEN 1 ELSE 0 END)
               AS other_unit,
           max(CASE WHEN p.lowest IS NOT NULL AND p.valid_from IS NOT NULL
                    AND CASE v.level WHEN 'level_3' THEN p.level_3 WHEN 'level_2' THEN p.level_2
                        WHEN 'level_1' THEN p.level_1 WHEN 'unrated' THEN p.level_1
                        ELSE p.lowest_of_all END IS NULL THEN 1 ELSE 0 END) AS other_levels,
           max(CASE v.level WHEN 'level_3' THEN p.level_3 WHEN 'level_2' THEN p.level_2 WHEN 'level_1' THEN p.level_1
               WHEN 'unrated' THEN p.level_1
               ELSE greatest(p.level_3, p.level_2, p.level_1) END) FILTER (WHERE p.valid_from IS NOT NULL) AS highest,
           min(CASE v.level WHEN 'level_3' THEN p.level_3 WHEN 'level_2' THEN p.level_2 WHEN 'level_1' THEN p.level_1
               WHEN 'unrated' THEN p.level_1
               ELSE least(p.level_3, p.level_2, p.level_1) END) FILTER (WHERE p.valid_from IS NOT NULL) AS lowest,
           max(greatest(p.level_3, p.level_2, p.level_1)) FILTER (WHERE p.valid_from IS NULL) AS undated_highest,
           min(p.lowest) FILTER (WHERE p.valid_from IS NULL) AS undated_lowest,
           max(v.level) AS level
    FROM doubted AS d
    LEFT JOIN prices AS p ON p.code = d.catalogue_code AND d.service_on <= p.valid_until
        AND (d.service_on >= p.valid_from OR p.valid_from IS NULL)
    LEFT JOIN levels AS v ON v.claim_id = d.claim_id
    GROUP BY d.row, d.claim_id, d.catalogue_code, d.name, d.service_on, d.quantity, d.unit_price_amount, d.amount,
             d.ceiling_amount
),
-- part: ceilings_perhaps,
ceilings AS (
    SELECT l.row, l.claim_id, l.catalogue_code, l.name, l.service_on, l.quantity, l.unit_price_amount, l.amount, l.kind,
           l.other_unit, l.other_levels, l.level, greatest(l.undated_highest, h.highest) AS undated_highest,
           l.undated_lowest, h.row IS NOT NULL AS perhaps,
           COALESCE(l.highest, l.ceiling_amount) AS highest,
           CASE WHEN l.catalogue_code IS NULL OR h.row IS NOT NULL THEN l.lowest
               ELSE COALESCE(l.lowest, l.ceiling_amount) END AS lowest,
           COALESCE(l.unit_price_amount, CAST(l.amount / NULLIF(l.quantity, 0) AS DECIMAL(18,6))) AS price
    FROM limited AS l
    LEFT JOIN perhaps AS h ON h.row = l.row
),
unpriced AS (
    SELECT kind, service_on, catalogue_code FROM ceilings WHERE highest IS NULL
    GROUP BY kind, service_on, catalogue_code
),
-- part: ceilings_in_force
SELECT c.claim_id, c.row AS line_row,
       CASE WHEN c.highest IS NULL OR c.other_unit = 1 OR c.price IS NULL OR c.quantity <= 0 THEN 'unknown'
            WHEN c.level IS NULL AND c.other_levels = 1 THEN 'unknown'
            WHEN (c.unit_price_amount > c.highest OR c.amount > round(c.highest * c.quantity, 2))
                 AND (c.unit_price_amount <= c.undated_highest
                      AND (c.amount > round(c.undated_highest * c.quantity, 2)) IS NOT TRUE) IS NOT TRUE THEN 'fail'
            WHEN c.lowest IS NULL OR c.level IS NULL OR c.quantity IS NULL OR c.undated_lowest IS NOT NULL
                 OR c.other_levels = 1 THEN 'unknown'
            ELSE 'review' END AS verdict,
       CASE WHEN c.quantity IS NULL THEN NULL
            ELSE greatest(COALESCE(c.amount, c.price * c.quantity) - round(c.highest * c.quantity, 2), 0) END AS amount,
       c.service_on, c.catalogue_code, c.name, c.quantity, c.unit_price_amount, c.highest AS ceiling
FROM ceilings AS c
LEFT JOIN in_force AS f ON f.kind = c.kind AND f.service_on = c.service_on
LEFT JOIN open_start AS o ON o.code = c.catalogue_code
LEFT JOIN misspelt AS m ON m.catalogue_code = c.catalogue_code AND m.service_on = c.service_on
WHERE (c.highest IS NULL AND c.other_levels = 0 AND NOT c.perhaps AND f.kind IS NOT NULL AND o.code IS NULL
       AND m.catalogue_code IS NULL AND c.catalogue_code IS NOT NULL) IS NOT TRUE
  AND (c.other_unit = 0 AND c.other_levels = 0
       AND (c.undated_lowest IS NULL OR c.price <= c.undated_lowest AND c.quantity > 0
            AND (c.amount > round(c.undated_lowest * c.quantity, 2)) IS NOT TRUE)
       AND CASE WHEN c.unit_price_amount IS NULL THEN c.amount <= round(c.lowest * c.quantity, 2)
                ELSE c.unit_price_amount <= c.lowest AND (c.amount > round(c.lowest * c.quantity, 2)) IS NOT TRUE
                     AND (c.quantity IS NULL AND c.amount > c.lowest) IS NOT TRUE END) IS NOT TRUE
