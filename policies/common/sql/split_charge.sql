/*
title: {zh: 分解收费, en: Split charges}
offence:
  zh: >-
    目录写明已包含在另一项价格里的项目，与那一项在同一次就诊（没有就诊号的，同一结算单）、同一天分别收费；或价格已含耗材的项目，同一医嘱又收耗材。
    两项时间都知道而不同（可能另做一次）、又没有写明是同一医嘱的，或者同一医嘱而日期不同的（可能晚一天才记账），是疑点
  en: >-
    an item that the catalogue says is part of another one's price, charged on the same day of the same visit (of the
    claim, where no visit is told) beside it; or consumables charged on the same order as an item whose price includes
    them. Where both times are known and differ, and not one order is told of both, it may have been done once more: a
    suspicion, as are charges of one order on different days, which may only have been posted later
not_an_offence:
  zh: 目录没有写明包含关系的项目；不同日（又不是同一医嘱）、不同就诊的（两家机构或两名职工的就诊号相同也不是同一次）；耗材属于别的医嘱的；已冲销的明细
  en: >-
    items for which the catalogue states no such thing; other days, without one order, or visits (one number at two
    institutions or of two workers is no one visit); consumables of another order; reversed lines
unknown:
  zh: >-
    有含耗材的项目，同一天收的耗材没有医嘱号，不知是不是用于那一项，或者同一医嘱的明细不知是不是耗材；两条中有一条没有日期；就诊号相同而只有一条知道机构；
    同一职工（或者没有写是谁）同一天的另一张结算单收了那一项，而有一张没有就诊号；就诊号两名职工都有，而有一张没有写是谁的（或者两个编号可能是一个人）；写明是两条医嘱，而两项时间没有都写；
    目录写有包含关系，而明细没有编码、没有结算单（或者写的结算单本批没有），条目没有生效日期，当日没有任何目录，编码与目录里的只差大小写，或者编码不在目录而不知类别（没有写或写“其他”，费用类别也看不出）
  en: >-
    an item that includes consumables, and consumables of the same day of which the order is not known, or what may be
    consumables on its order; no day of one of the two; one visit number, and the institution of one of them alone is
    known; the other one on another claim of the worker (or of nobody known) and day, of which one tells no visit; a
    visit number of two workers, where a claim does not tell whose it is (or their numbers may be one person's); two
    orders that are told, of which not both times are; where the catalogue states such things: a line without code or
    claim (or of one that is not in the batch), an entry without its first day, no catalogue in force on the day, a code
    that differs from a listed one in its case only, a code in no catalogue where the kind is not known (none or “other”
    stated, and the category does not tell)
money: {zh: 被分解出来另收的金额, en: what was charged apart}
bearer: institution
judges: {table: net_lines, where: "(amount <= 0) IS NOT TRUE"}
needs: {lines: [claim_id, catalogue_code, service_on], catalogue: [code, part_of_code]}
optional:
  lines: [visit_id, order_id, service_at, catalogue_name, catalogue_kind, charge_category, institution_item_name,
      amount]
  catalogue: [kind, valid_from, valid_until, includes_consumables]
  claims: [claim_id, visit_id, institution_code, worker_number, identity_number, identity_type]
  workers: [worker_number, identity_number]
  batch: [institution_code]
evidence:
  service_on: {zh: 费用日期, en: day of the service}
  name: {zh: 另收项目, en: charged apart}
  whole_code: {zh: 已包含它的项目, en: item that includes it}
alert:
  zh: "{service_on} {name} 已包含在 {whole_code} 的价格里，不应另收"
  en: "{service_on} {name} is part of the price of {whole_code} and may not be charged apart"
*/
WITH
-- part: numbers_alike,
own AS (
    SELECT max(institution_code) AS institution_code FROM batch
),
visits AS (
    SELECT c.claim_id, CASE WHEN min(c.visit_id) = max(c.visit_id) THEN max(c.visit_id) END AS visit_id,
           max(c.institution_code) AS institution_code,
           CASE WHEN min(c.worker_number) = max(c.worker_number) THEN max(c.worker_number) END AS worker_number,
           CASE WHEN min(COALESCE(p.person, c.worker_number)) = max(COALESCE(p.person, c.worker_number))
               THEN max(COALESCE(p.person, c.worker_number)) END AS person
    FROM claims AS c
    LEFT JOIN worker_persons AS p ON p.worker_number = c.worker_number AND p.sure
    WHERE c.claim_id IS NOT NULL
    GROUP BY c.claim_id
),
shared AS (
    SELECT visit_id FROM visits WHERE visit_id IS NOT NULL GROUP BY visit_id HAVING min(person) <> max(person)
),
parts AS (
    SELECT l.row, l.claim_id, COALESCE(v.visit_id, l.visit_id, l.claim_id) AS visit,
           COALESCE(l.catalogue_name, l.institution_item_name) AS name,
           l.service_on, l.order_id,
           CASE WHEN l.service_at > CAST(CAST(l.service_at AS DATE) AS TIMESTAMP) THEN l.service_at END AS done_at,
           l.amount, COALESCE(v.institution_code, o.institution_code) AS institution_code, v.worker_number,
           v.person,
           CASE WHEN v.person IS NULL AND s.visit_id IS NOT NULL THEN 1 ELSE 0 END AS unsure,
           COALESCE(v.visit_id, l.visit_id) AS told_visit, c.part_of_code AS whole_code, c.valid_from
    FROM net_lines AS l
    CROSS JOIN own AS o
    JOIN catalogue AS c ON c.code = l.catalogue_code
    LEFT JOIN visits AS v ON v.claim_id = l.claim_id
    LEFT JOIN shared AS s ON s.visit_id = COALESCE(v.visit_id, l.visit_id)
    WHERE (l.amount <= 0) IS NOT TRUE
      AND c.part_of_code IS NOT NULL
      AND (l.service_on < c.valid_from
           OR l.service_on > c.valid_until) IS NOT TRUE
),
including AS (
    SELECT part_of_code AS code FROM catalogue WHERE part_of_code IS NOT NULL GROUP BY part_of_code
),
wholes AS (
    SELECT l.catalogue_code, l.claim_id, COALESCE(v.visit_id, l.visit_id, l.claim_id) AS visit, v.worker_number,
           v.person,
           CASE WHEN v.person IS NULL AND s.visit_id IS NOT NULL THEN 1 ELSE 0 END AS unsure,
           COALESCE(v.visit_id, l.visit_id) AS told_visit,
           COALESCE(v.institution_code, o.institution_code) AS institution_code, l.service_on, l.order_id,
           CASE WHEN l.service_at > CAST(CAST(l.service_at AS DATE) AS TIMESTAMP) THEN l.service_at END AS done_at
    FROM net_lines AS l
    CROSS JOIN own AS o
    JOIN including AS i ON i.code = l.catalogue_code
    LEFT JOIN visits AS v ON v.claim_id = l.claim_id
    LEFT JOIN shared AS s ON s.visit_id = COALESCE(v.visit_id, l.visit_id)
    WHERE (l.amount <= 0) IS NOT TRUE
),
-- Whether another claim has it is enough to know: a whole day of a hospital is not held against each of its parts.
whole_days AS (
    SELECT catalogue_code, service_on, institution_code, CASE WHEN person IS NULL THEN 1 ELSE 0 END AS nobodys,
           CASE WHEN told_visit IS NULL THEN 1 ELSE 0 END AS unvisited,
           min(claim_id) AS lowest, max(claim_id) AS highest
    FROM wholes
    GROUP BY catalogue_code, service_on, institution_code, CASE WHEN person IS NULL THEN 1 ELSE 0 END,
             CASE WHEN told_visit IS NULL THEN 1 ELSE 0 END
),
all_in AS (
    SELECT l.row, l.claim_id, COALESCE(v.visit_id, l.visit_id, l.claim_id) AS visit, v.worker_number, v.person,
           CASE WHEN v.person IS NULL AND s.visit_id IS NOT NULL THEN 1 ELSE 0 END AS unsure,
           COALESCE(v.institution_code, o.institution_code) AS institution_code, l.catalogue_code,
           l.service_on, l.order_id, c.valid_from
    FROM net_lines AS l
    CROSS JOIN own AS o
    JOIN catalogue AS c ON c.code = l.catalogue_code
    LEFT JOIN visits AS v ON v.claim_id = l.claim_id
    LEFT JOIN shared AS s ON s.visit_id = COALESCE(v.visit_id, l.visit_id)
    WHERE (l.amount <= 0) IS NOT TRUE AND c.includes_consumables
      AND (l.service_on < c.valid_from
           OR l.service_on > c.valid_until) IS NOT TRUE
),
codes AS (
    SELECT code, CASE WHEN min(CASE WHEN kind = 'consumable' THEN 1 ELSE 0 END) = 1 THEN 'consumable'
                      WHEN max(CASE WHEN COALESCE(NULLIF(kind, 'other'), 'consumable') = 'consumable' THEN 1
                           ELSE 0 END) = 0 THEN 'item' END AS kind
    FROM catalogue WHERE code IS NOT NULL GROUP BY code
),
materials AS (
    SELECT m.row, m.claim_id, COALESCE(v.visit_id, m.visit_id, m.claim_id) AS visit, v.worker_number, v.person,
           CASE WHEN v.person IS NULL AND s.visit_id IS NOT NULL THEN 1 ELSE 0 END AS unsure,
           COALESCE(v.institution_code, o.institution_code) AS institution_code,
           COALESCE(m.catalogue_name, m.institution_item_name) AS name,
           m.service_on, m.order_id, m.amount,
           COALESCE(NULLIF(m.catalogue_kind, 'other'), CASE
               WHEN k.kind = 'consumable' OR m.charge_category = 'material' THEN 'consumable'
               ELSE COALESCE(k.kind, NULLIF(m.charge_category, 'other')) END) AS kind
    FROM net_lines AS m
    CROSS JOIN own AS o
    LEFT JOIN visits AS v ON v.claim_id = m.claim_id
    JOIN (SELECT visit FROM all_in GROUP BY visit) AS w ON w.visit = COALESCE(v.visit_id, m.visit_id, m.claim_id)
    LEFT JOIN codes AS k ON k.code = m.catalogue_code
    LEFT JOIN shared AS s ON s.visit_id = COALESCE(v.visit_id, m.visit_id)
    WHERE (m.amount <= 0) IS NOT TRUE
),
-- Materials and what includes them, of one visit; sure where it certainly is one worker's.
of_one_visit AS (
    SELECT m.row, w.row AS whole_row, w.catalogue_code AS whole_code, w.order_id, m.service_on,
           w.service_on AS whole_on, w.valid_from,
           CASE WHEN (w.institution_code IS NULL) <> (m.institution_code IS NULL) THEN 0
                WHEN (m.claim_id = w.claim_id) IS NOT TRUE AND (m.unsure = 1 OR w.unsure = 1 OR m.person <> w.person)
                THEN 0 ELSE 1 END AS sure
    FROM materials AS m
    JOIN all_in AS w ON w.visit = m.visit AND (w.institution_code <> m.institution_code) IS NOT TRUE
    LEFT JOIN alike AS k ON k.worker_number = m.worker_number AND k.other_worker_number = w.worker_number
    WHERE m.claim_id = w.claim_id OR (m.person <> w.person) IS NOT TRUE OR k.worker_number IS NOT NULL
),
beside AS (
    SELECT row, whole_row, whole_code, order_id, CASE WHEN service_on <> whole_on THEN 1 ELSE 0 END AS other_day,
           CASE WHEN valid_from IS NULL OR sure = 0 THEN 1 WHEN service_on = whole_on THEN 3
                WHEN service_on <> whole_on THEN 0 ELSE 1 END AS certainty
    FROM of_one_visit
),
apart AS (
    SELECT p.row, p.claim_id, p.name, p.service_on, p.amount, w.catalogue_code AS whole_code,
           CASE WHEN p.service_on IS NULL OR w.service_on IS NULL OR p.valid_from IS NULL
                  OR (w.institution_code IS NULL) <> (p.institution_code IS NULL) THEN 1
                WHEN (p.claim_id = w.claim_id) IS NOT TRUE AND (p.unsure = 1 OR w.unsure = 1 OR p.person <> w.person)
                THEN 1
                WHEN p.service_on <> w.service_on THEN 0
                WHEN p.order_id = w.order_id THEN 3
                WHEN p.done_at <> w.done_at THEN 0
                WHEN p.order_id <> w.order_id AND (p.done_at = w.done_at) IS NOT TRUE THEN 1
                ELSE 3 END AS certainty
    FROM parts AS p
    JOIN wholes AS w ON w.visit = p.visit AND w.catalogue_code = p.whole_code
        AND (w.institution_code <> p.institution_code) IS NOT TRUE
    LEFT JOIN alike AS k ON k.worker_number = p.worker_number AND k.other_worker_number = w.worker_number
    WHERE ((w.service_on <> p.service_on) IS NOT TRUE OR p.order_id = w.order_id)
      AND (p.claim_id = w.claim_id OR (p.person <> w.person) IS NOT TRUE OR k.worker_number IS NOT NULL)
    UNION ALL
    SELECT p.row, p.claim_id, p.name, p.service_on, p.amount, w.catalogue_code AS whole_code, 1 AS certainty
    FROM parts AS p
    JOIN wholes AS w ON w.person = p.person AND w.catalogue_code = p.whole_code
        AND (w.institution_code <> p.institution_code) IS NOT TRUE
    WHERE (w.service_on <> p.service_on) IS NOT TRUE AND w.claim_id <> p.claim_id
      AND (w.told_visit IS NULL OR p.told_visit IS NULL)
    UNION ALL
    SELECT p.row, p.claim_id, p.name, p.service_on, p.amount, w.catalogue_code AS whole_code, 1 AS certainty
    FROM parts AS p
    JOIN whole_days AS w ON w.catalogue_code = p.whole_code AND w.service_on = p.service_on
        AND (w.institution_code <> p.institution_code) IS NOT TRUE
    WHERE (w.nobodys = 1 OR p.person IS NULL) AND (w.lowest <> p.claim_id OR w.highest <> p.claim_id)
      AND (w.unvisited = 1 OR p.told_visit IS NULL)
    UNION ALL
    SELECT m.row, m.claim_id, m.name, m.service_on, m.amount, w.whole_code,
           CASE WHEN m.kind IS NOT NULL AND m.order_id = w.order_id THEN w.certainty ELSE 1 END AS certainty
    FROM materials AS m
    JOIN beside AS w ON w.row = m.row
    WHERE (m.kind <> 'consumable') IS NOT TRUE
      AND ((m.order_id <> w.order_id) IS NOT TRUE AND w.other_day = 0 OR m.order_id = w.order_id)
      AND m.row <> w.whole_row
),
worst AS (
    SELECT row, claim_id, name, service_on, amount, min(whole_code) AS whole_code, max(certainty) AS certainty
    FROM apart
    GROUP BY row, claim_id, name, service_on, amount
),
handed_in AS (
    SELECT count(*) AS claims_count FROM visits
),
stating AS (
    SELECT count(*) AS entries_count FROM catalogue WHERE part_of_code IS NOT NULL OR includes_consumables
),
days AS (
    SELECT service_on FROM net_lines
    WHERE (amount <= 0) IS NOT TRUE AND service_on IS NOT NULL
    GROUP BY service_on
),
periods AS (
    SELECT valid_from, valid_until FROM catalogue GROUP BY valid_from, valid_until
),
in_force AS (
    SELECT d.service_on FROM days AS d JOIN periods AS p ON d.service_on >= p.valid_from
           AND d.service_on <= p.valid_until GROUP BY d.service_on
),
misspelt AS (
    SELECT b.catalogue_code
    FROM (SELECT catalogue_code FROM net_lines WHERE catalogue_code IS NOT NULL GROUP BY catalogue_code) AS b
    JOIN (SELECT upper(code) AS code FROM codes GROUP BY upper(code)) AS u ON u.code = upper(b.catalogue_code)
    LEFT JOIN codes AS k ON k.code = b.catalogue_code
    WHERE k.code IS NULL
),
unlisted AS (
    SELECT d.service_on FROM days AS d LEFT JOIN in_force AS f ON f.service_on = d.service_on WHERE f.service_on IS NULL
)
SELECT claim_id, row AS line_row,
       CASE certainty WHEN 3 THEN 'fail' WHEN 1 THEN 'unknown' ELSE 'suspect' END AS verdict,
       CASE WHEN certainty = 0 THEN 0 ELSE amount END AS amount,
       service_on, name, whole_code
FROM worst
UNION ALL
SELECT l.claim_id, l.row AS line_row, 'unknown' AS verdict, CAST(NULL AS DECIMAL(18,6)) AS amount,
       l.service_on,
       COALESCE(l.catalogue_name, l.institution_item_name) AS name, CAST(NULL AS VARCHAR) AS whole_code
FROM net_lines AS l
CROSS JOIN stating AS s
CROSS JOIN handed_in AS h
LEFT JOIN unlisted AS u ON u.service_on = l.service_on
LEFT JOIN codes AS k ON k.code = l.catalogue_code
LEFT JOIN misspelt AS m ON m.catalogue_code = l.catalogue_code
LEFT JOIN worst AS w ON w.row = l.row
LEFT JOIN visits AS v ON v.claim_id = l.claim_id
WHERE (l.amount <= 0) IS NOT TRUE AND s.entries_count > 0 AND w.row IS NULL
  AND (l.claim_id IS NULL OR (v.claim_id IS NULL AND h.claims_count > 0) OR l.catalogue_code IS NULL
       OR u.service_on IS NOT NULL OR m.catalogue_code IS NOT NULL
       OR (k.code IS NULL AND COALESCE(NULLIF(l.catalogue_kind, 'other'), NULLIF(l.charge_category, 'other')) IS NULL))
