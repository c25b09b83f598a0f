/*
title: {zh: 同日第二台手术没有减收, en: Second operation at full price}
offence:
  zh: "同一次就诊同一天收了两台以上手术：限价最高的一台以外，金额多于限价的设定比例（次数不足一次的按一次）。各地对同台手术的减收比例不同，比例由设置给出，默认 0.8"
  en: >-
    two or more operations charged for one visit on one day: beside the one with the highest ceiling, an amount above
    the share set of its ceiling (a quantity below one counts as one). How much less is charged differs from place to
    place; the share comes from settings, 0.8 by default
not_an_offence:
  zh: 当天只有一台；金额不多于限价的设定比例；已冲销的明细。不同时间、不同部位分别进行的两台手术也会列出，由人看
  en: >-
    one operation; no more than that share; reversed lines. Separate operations at different times or sites are shown
    too, for a person to look at
unknown:
  zh: 同日有两台以上而没有金额、数量（或数量为零而有金额、没有写金额）、限价（目录和明细都没有；目录的限价没有生效日期、只写了别级机构的、不知机构级别而各级不同的或者编码只差大小写，或者明细没有编码时，明细自己写的不算）；
    手术没有日期；当天有两台以上，或者没有日期，而其中有的明细没有费用类别（或写“其他费”），目录类别和编码也没有说明不是诊疗项目，可能是手术；
    就诊号两家机构或两名职工都有，而没有写是谁的；手术的结算单不在本批；同一职工（或者没有写是谁）同一天的另一张结算单也收了手术，而有一张没有就诊号，不知是不是同一次就诊
  en: >-
    two or more, and amount, quantity (or money, or none told, for a quantity of zero) or ceiling (of catalogue and
    line; the line's own does not count without a code, or where the catalogue may have one: without its first day, of
    other levels or of several while the institution's is not known, of a code of another case) is missing; an operation
    without its day; two or more that day, or no day, where one of them is a line without category (or of “other”) that
    neither kind nor code tells to be no item, which may be an operation; a visit number that two institutions or
    workers have, and whose it is is not told; an operation whose claim is not in the batch; another one that day on
    another claim of the worker (or of nobody known) where one of the two tells no visit
money: {zh: 多于限价设定比例的部分, en: what exceeds that share of the ceiling}
bearer: institution
judges:
  table: net_lines
  where: >-
    (charge_category = 'operation' OR (NULLIF(charge_category, 'other') IS NULL AND COALESCE(NULLIF(catalogue_kind,
    'other'), 'item') = 'item')) AND ((quantity < 0 AND (amount > 0) IS NOT TRUE) OR (quantity = 0 AND amount <= 0)) IS
    NOT TRUE
needs: {lines: [claim_id, catalogue_code, charge_category, service_on, quantity, amount]}
optional:
  lines: [visit_id, catalogue_name, catalogue_kind, institution_item_name, unit_price_amount,
      ceiling_amount]
  claims: [claim_id, visit_id, institution_code, worker_number]
  institutions: [institution_code, level]
  batch: [institution_code]
  catalogue: [code, kind, valid_from, valid_until, ceiling_amount, ceiling_level_3_amount, ceiling_level_2_amount,
      ceiling_level_1_amount]
parameters: {share: {zh: 第二台手术最多按限价的比例, en: most of the ceiling for a second operation, type: number}}
thresholds:
  second_operation_share:
    zh: 第二台手术最多按限价的比例
    en: most of the ceiling for a second operation
    type: number
    optional: true
evidence:
  service_on: {zh: 费用日期, en: service on}
  name: {zh: 名称, en: name}
  quantity: {zh: 数量, en: quantity}
  ceiling: {zh: 限价, en: ceiling, unit: 元}
  operations_count: {zh: 当天手术, en: operations that day, unit: 次}
alert:
  zh: "{service_on} {name}：当天第 {operations_count} 台以内的手术，限价 {ceiling} 元，似未减收"
  en: >-
    {service_on} {name}: one of {operations_count} operations that day, ceiling {ceiling} yuan, seemingly at full price
*/
WITH
-- part: shared_visits,
levels AS (
    SELECT c.claim_id, max(c.visit_id) AS told_visit, max(c.worker_number) AS worker_number,
           max(COALESCE(c.institution_code, b.institution_code, '')) AS institution_code,
           max(CASE WHEN s.visit_id IS NULL THEN COALESCE(c.visit_id, c.claim_id)
                    WHEN (s.by_institution = 0 OR COALESCE(c.institution_code, b.institution_code) IS NOT NULL)
                     AND (s.by_worker = 0 OR c.worker_number IS NOT NULL)
                    THEN concat(c.visit_id, ' ', CASE WHEN s.by_institution = 1
                                    THEN COALESCE(c.institution_code, b.institution_code) ELSE '' END, ' ',
                                CASE WHEN s.by_worker = 1 THEN c.worker_number ELSE '' END) END) AS visit,
           CASE WHEN min(i.level) = max(i.level) AND count(i.level) = count(*) THEN max(i.level) END AS level
    FROM claims AS c
    CROSS JOIN batch AS b
    LEFT JOIN shared AS s ON s.visit_id = c.visit_id
    LEFT JOIN institutions AS i ON i.institution_code = COALESCE(c.institution_code, b.institution_code)
    WHERE c.claim_id IS NOT NULL
    GROUP BY c.claim_id
),
codes AS (
    SELECT code, CASE WHEN min(NULLIF(kind, 'other')) = max(NULLIF(kind, 'other')) THEN max(NULLIF(kind, 'other')) END
               AS kind
    FROM catalogue WHERE code IS NOT NULL GROUP BY code
),
operations AS (
    SELECT l.row, l.claim_id, v.told_visit, v.worker_number, v.institution_code,
           CASE WHEN v.claim_id IS NULL AND l.visit_id IS NULL THEN 1 ELSE 0 END AS unclaimed,
           CASE WHEN v.claim_id IS NOT NULL THEN v.visit WHEN s.visit_id IS NULL THEN COALESCE(l.visit_id, l.claim_id)
                END AS visit, v.level, l.catalogue_code,
           l.ceiling_amount,
           COALESCE(l.catalogue_name, l.institution_item_name) AS name,
           l.service_on,
           CASE WHEN l.quantity > 0 THEN l.quantity END AS quantity,
           COALESCE(l.amount, l.quantity * l.unit_price_amount) AS amount,
           NULLIF(l.charge_category, 'other') AS charge_category
    FROM net_lines AS l
    LEFT JOIN levels AS v ON v.claim_id = l.claim_id
    LEFT JOIN shared AS s ON s.visit_id = l.visit_id
    LEFT JOIN codes AS k ON k.code = l.catalogue_code
    WHERE (l.charge_category = 'operation'
        OR (NULLIF(l.charge_category, 'other') IS NULL
            AND COALESCE(NULLIF(l.catalogue_kind, 'other'), k.kind, 'item') = 'item'))
      AND ((l.quantity < 0 AND (l.amount > 0) IS NOT TRUE) OR (l.quantity = 0 AND l.amount <= 0)) IS NOT TRUE
),
-- Those of one day that may be one visit's: some tell no visit, and the worker is the same or not told.
loose AS (
    SELECT institution_code, worker_number, service_on
    FROM operations
    WHERE worker_number IS NOT NULL
    GROUP BY institution_code, worker_number, service_on
    HAVING count(DISTINCT claim_id) > 1 AND count(told_visit) < count(*) AND count(charge_category) > 0
    UNION ALL
    SELECT institution_code, CAST(NULL AS VARCHAR) AS worker_number, service_on
    FROM operations
    WHERE institution_code IS NOT NULL
    GROUP BY institution_code, service_on
    HAVING count(DISTINCT claim_id) > 1 AND count(worker_number) < count(*) AND count(charge_category) > 0
),
crowded AS (
    SELECT visit, service_on FROM operations GROUP BY visit, service_on
    HAVING sum(CASE WHEN quantity > 1 THEN ceil(quantity) ELSE 1 END) > 1 OR count(*) > count(quantity)
),
-- What an institution writes of a ceiling itself counts only where no catalogue may tell another.
told AS (
    SELECT o.row
    FROM operations AS o
    JOIN catalogue AS c ON upper(c.code) = upper(o.catalogue_code)
    WHERE (o.service_on < c.valid_from OR o.service_on > c.valid_until) IS NOT TRUE
      AND COALESCE(c.ceiling_amount, c.ceiling_level_3_amount, c.ceiling_level_2_amount, c.ceiling_level_1_amount)
          IS NOT NULL
    GROUP BY o.row
),
priced AS (
    SELECT o.row, o.claim_id, o.visit, o.name, o.service_on, o.quantity, o.amount,
           COALESCE(max(CASE o.level WHEN 'level_3' THEN COALESCE(c.ceiling_level_3_amount, c.ceiling_amount)
                                     WHEN 'level_2' THEN COALESCE(c.ceiling_level_2_amount, c.ceiling_amount)
                                     WHEN 'level_1' THEN COALESCE(c.ceiling_level_1_amount, c.ceiling_amount)
                                     WHEN 'unrated' THEN COALESCE(c.ceiling_level_1_amount, c.ceiling_amount)
                                     ELSE CASE WHEN COALESCE(c.ceiling_level_3_amount, c.ceiling_amount)
                                                        = COALESCE(c.ceiling_level_2_amount, c.ceiling_amount)
                                                    AND COALESCE(c.ceiling_level_2_amount, c.ceiling_amount)
                                                        = COALESCE(c.ceiling_level_1_amount, c.ceiling_amount)
                                               THEN COALESCE(c.ceiling_level_3_amount, c.ceiling_amount) END END),
               CASE WHEN t.row IS NULL AND o.catalogue_code IS NOT NULL THEN o.ceiling_amount END) AS ceiling
    FROM operations AS o
    LEFT JOIN catalogue AS c ON c.code = o.catalogue_code AND o.service_on >= c.valid_from
        AND o.service_on <= c.valid_until
    LEFT JOIN told AS t ON t.row = o.row
    WHERE o.charge_category = 'operation'
    GROUP BY o.row, o.claim_id, o.visit, o.name, o.service_on, o.quantity, o.amount, o.ceiling_amount, o.catalogue_code,
             t.row
),
several AS (
    SELECT visit, service_on, sum(CASE WHEN quantity > 1 THEN ceil(quantity) ELSE 1 END) AS operations_count,
           count(*) - count(ceiling) + count(*) - count(amount) + count(*) - count(quantity) AS vague_count
    FROM priced
    WHERE visit IS NOT NULL AND service_on IS NOT NULL
    GROUP BY visit, service_on
    HAVING sum(CASE WHEN quantity > 1 THEN ceil(quantity) ELSE 1 END) > 1 OR count(*) > count(quantity)
),
ranked AS (
    SELECT p.row, p.claim_id, p.name, p.service_on, p.quantity, p.amount, p.ceiling, s.operations_count, s.vague_count,
           CASE WHEN row_number() OVER (PARTITION BY p.visit, p.service_on ORDER BY COALESCE(p.ceiling, 0) DESC,
               p.row) = 1 THEN 1 ELSE 0 END AS first_ones
    FROM priced AS p
    JOIN several AS s ON s.visit = p.visit AND s.service_on = p.service_on
),
weighed AS (
    SELECT row, claim_id, name, service_on, quantity, amount, ceiling, operations_count, vague_count, first_ones,
           amount - ceiling * first_ones
               - round(CAST(ceiling * COALESCE($second_operation_share, $share) AS DECIMAL(18, 6)), 2)
                   * greatest(ceil(quantity) - first_ones, 0) AS excess
    FROM ranked
)
SELECT claim_id,
       row AS line_row,
       CASE WHEN vague_count > 0 THEN 'unknown' ELSE 'suspect' END AS verdict,
       CASE WHEN vague_count = 0 THEN least(excess, amount) END AS amount,
       service_on,
       name,
       quantity,
       ceiling,
       operations_count
FROM weighed
WHERE (excess <= 0 AND vague_count = 0) IS NOT TRUE
  AND (first_ones = 1 AND quantity <= 1 AND vague_count = 0) IS NOT TRUE
UNION ALL
SELECT o.claim_id,
       CAST(NULL AS BIGINT) AS line_row,
       'unknown' AS verdict,
       CAST(NULL AS DECIMAL(18, 6)) AS amount,
       min(o.service_on) AS service_on,
       min(o.name) AS name,
       CAST(NULL AS DECIMAL(18, 6)) AS quantity,
       CAST(NULL AS DECIMAL(18, 6)) AS ceiling,
       count(*) AS operations_count
FROM operations AS o
LEFT JOIN crowded AS d ON d.visit = o.visit AND d.service_on = o.service_on
LEFT JOIN loose AS g ON g.institution_code = o.institution_code AND g.service_on = o.service_on
    AND g.worker_number IS NOT DISTINCT FROM o.worker_number AND o.told_visit IS NULL
WHERE (o.charge_category IS NULL AND d.visit IS NOT NULL) OR o.service_on IS NULL OR o.visit IS NULL
   OR o.unclaimed = 1 OR g.service_on IS NOT NULL
GROUP BY o.claim_id
