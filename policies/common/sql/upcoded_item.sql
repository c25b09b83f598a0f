/*
title: {zh: 套项目收费, en: Charged as another item}
offence: {zh: 经核查，实际做（用）的项目与所收的项目编码不同, en: a check found that another item was done or used than the one charged}
not_an_offence: {zh: 实际的与所收的一致（不分大小写）；已冲销的明细, en: what was done is what was charged (case aside); reversed lines}
unknown:
  zh: >-
    核查出了实际编码而所收的没有编码；实际项目有限价而没有写单价、也算不出；没有费用日期、条目没有生效日期或者编码只差大小写，实际项目的限价可能不低于所收单价。
    没有核查的（一张结算单记一处）、只有实际名称而与目录名称不同的、实际项目的限价（几个中最高的）不低于所收单价的，须由人认定
  en: >-
    an actual code where the charged one is not given; an actual item with a ceiling, and no price told or to be worked
    out; a ceiling no lower than the price charged that may be the actual item's (no day of the service, an entry
    without its first day, a code of another case). What nobody has checked (one row a claim), an actual name that
    differs without a code, and an actual item with a ceiling (the highest of several) no lower than the price charged
    are for a person to decide
money:
  zh: 知道实际项目限价的，算差额；不知道的，算这条明细的金额；没有金额、也算不出的，多少不明
  en: "the difference where the actual item has a ceiling, else the line's amount; not known where that is not"
bearer: institution
judges: {table: net_lines, where: "COALESCE(NULLIF(amount, 0), quantity, 1) > 0"}
needs: {lines: [actual_code]}
optional:
  lines: [claim_id, service_on, catalogue_code, catalogue_name, institution_item_name, quantity, unit_price_amount,
      amount, actual_name]
  catalogue: [code, valid_from, valid_until, ceiling_amount, ceiling_level_3_amount, ceiling_level_2_amount,
      ceiling_level_1_amount]
absent: review
evidence:
  service_on: {zh: 费用日期, en: day of the service}
  catalogue_code: {zh: 所收编码, en: code charged}
  name: {zh: 所收名称, en: name charged}
  actual_code: {zh: 实际编码, en: code done}
  actual_name: {zh: 实际名称, en: name done}
  actual_ceiling: {zh: 实际项目限价, en: ceiling of the item done, unit: 元}
  unchecked_count: {zh: 未核查明细, en: lines not checked}
alert:
  zh: "{service_on} 按 {name} 收费，实际是 {actual_name}（{actual_code}）"
  en: "{service_on}: charged as {name}, in fact {actual_name} ({actual_code})"
*/
WITH recoded AS (
    SELECT row, claim_id, catalogue_code, COALESCE(catalogue_name, institution_item_name) AS name, service_on, quantity,
           COALESCE(unit_price_amount, CAST(amount / NULLIF(quantity, 0) AS DECIMAL(18,6))) AS unit_price_amount,
           COALESCE(amount, CAST(unit_price_amount * quantity AS DECIMAL(18,6))) AS amount, actual_code, actual_name
    FROM net_lines
    WHERE COALESCE(NULLIF(amount, 0), quantity, 1) > 0
      AND (upper(actual_code) = upper(catalogue_code)) IS NOT TRUE
      AND (actual_code IS NOT NULL OR (actual_name IS NOT NULL AND (actual_name = catalogue_name) IS NOT TRUE))
),
priced AS (
    SELECT r.row,
           max(CASE WHEN c.code = r.actual_code AND r.service_on >= c.valid_from AND r.service_on <= c.valid_until
               THEN greatest(c.ceiling_amount, c.ceiling_level_3_amount, c.ceiling_level_2_amount,
                   c.ceiling_level_1_amount) END) AS ceiling,
           max(greatest(c.ceiling_amount, c.ceiling_level_3_amount, c.ceiling_level_2_amount,
               c.ceiling_level_1_amount)) AS perhaps
    FROM recoded AS r
    JOIN catalogue AS c ON upper(c.code) = upper(r.actual_code)
    WHERE (r.service_on < c.valid_from OR r.service_on > c.valid_until) IS NOT TRUE
    GROUP BY r.row
)
SELECT r.claim_id, r.row AS line_row,
       CASE WHEN r.actual_code IS NULL THEN 'review'
            WHEN r.catalogue_code IS NULL THEN 'unknown'
            WHEN p.ceiling >= r.unit_price_amount THEN 'review'
            WHEN p.perhaps >= r.unit_price_amount THEN 'unknown'
            WHEN p.perhaps IS NOT NULL AND r.unit_price_amount IS NULL THEN 'unknown'
            ELSE 'fail' END AS verdict,
       CASE WHEN r.amount IS NOT NULL THEN greatest(r.amount - COALESCE(p.perhaps * r.quantity, 0), 0) END AS amount,
       r.service_on, r.catalogue_code, r.name, r.actual_code, r.actual_name, p.perhaps AS actual_ceiling,
       CAST(NULL AS BIGINT) AS unchecked_count
FROM recoded AS r
LEFT JOIN priced AS p ON p.row = r.row
UNION ALL
SELECT claim_id, CAST(NULL AS BIGINT) AS line_row, 'review' AS verdict, CAST(0 AS DECIMAL(18,6)) AS amount,
       min(service_on) AS service_on,
       CAST(NULL AS VARCHAR) AS catalogue_code, CAST(NULL AS VARCHAR) AS name, CAST(NULL AS VARCHAR) AS actual_code,
       CAST(NULL AS VARCHAR) AS actual_name,
       CAST(NULL AS DECIMAL(18,6)) AS actual_ceiling, count(*) AS unchecked_count
FROM net_lines
WHERE COALESCE(NULLIF(amount, 0), quantity, 1) > 0 AND actual_code IS NULL AND actual_name IS NULL
GROUP BY claim_id
