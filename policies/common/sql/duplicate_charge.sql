/*
title: {zh: 重复收费, en: Duplicate charges}
offence:
  zh: >-
    同一职工、同一天、同一编码收了两条以上：合计多于目录写明的每日最多数量；目录没有写的，诊疗（康复、住院服务）项目时间和数量都相同。
    这些项目数量相同而时间相差不到一分钟的，或者时间相同而医嘱号（或院内编码）条条都有、各不相同的，两家机构各收一次的，两个个人编号写着同一个证件号码、各收一次的，
    编码只差大小写的，药品、耗材、辅助器具同一医嘱、同一时间、同样数量的，是疑点
  en: >-
    the same code charged more than once for one worker on one day: more in all than the catalogue's most a day; where
    it states none, items with the same time and quantity. A suspicion are such items less than a minute apart, or of
    one time with orders or institution's item codes that are all told and differ, what two institutions charge once
    each, what is charged once for each of two person numbers with one identity number or under each of two codes that
    differ in the case of letters only, and drugs, consumables and devices of the same order, time and quantity
not_an_offence:
  zh: >-
    时间相差一分钟以上的两次服务；目录里都有的、只差大小写的两个编码；合计没有超过每日最多数量；一条明细数量多于一（频次由别的规则判定）；没有写每日最多数量的药品、耗材一天用几次；已冲销的明细
  en: >-
    two services a minute or more apart; two codes that differ in case only and are both in the catalogues; no more in
    all than the most a day; one line with a quantity above one (frequency is another rule's); drugs and consumables
    used several times a day where no most is stated; reversed lines
unknown:
  zh: >-
    没有编码、日期、结算单，或者写的结算单本批没有（每张列一条）；
    不知是谁（或者就诊号几名职工、几家机构都有，证件号码已遮盖，或者一张只写个人编号、一张只写证件号码，或者一个个人编号写着两个证件号码），
    而别的结算单里有可能是同一个人的同一天同一时间、同样数量的诊疗项目，或者合起来多于每日最多数量（每张结算单列一条）；
    同一天同一编码、数量相同，而没有时间（或只有零点）；同一时间而不知类别（没有写或写“其他”，编码和费用类别也看不出，或者几条写的不同）；同一天同一编码而没有数量，或者数量为零而有金额；
    几个目录的每日最多数量不同，合计在其间；合计多于每日最多数量，而条目没有生效日期；
    一条就多于每日最多数量，而当天还有别的（可能是几天合写一条）；目录里没有找到编码，而目录有的行没有读懂
  en: >-
    no code, day or claim, or one that is not in the batch (one row a claim); not known whose claim it is (its visit
    number is that of several workers or institutions, its identity number masked, one tells the number, one the
    identity only, or a person number stands with two identity numbers), and the same item, time and quantity in another
    claim that may be of the same person, or with it a total above the most a day (one row a claim); same code, day and
    quantity without a time (or only midnight); same time, and the kind is not known (none or “other” stated, and
    neither code nor category tells, or they tell different ones); same code and day without a quantity, or with money
    for a quantity of zero; a total between the most a day of several catalogues, or above one of which the first day is
    not known; a line that alone is above the most a day, beside others of the day (it may be of several days); a code
    not found while rows of the catalogues could not be read
money: {zh: 多收的数量的金额（每组除第一条以外）, en: "the amount of the surplus quantity, the first line of each group apart"}
bearer: institution
judges: {table: net_lines, where: "(amount <= 0) IS NOT TRUE"}
needs: {lines: [claim_id, catalogue_code, quantity], claims: [claim_id]}
optional:
  lines: [order_id, service_on, service_at, catalogue_name, catalogue_kind, charge_category, institution_item_code,
      institution_item_name, amount]
  claims: [visit_id, institution_code, worker_number, identity_number, identity_type]
  workers: [worker_number, identity_number]
  catalogue: [code, valid_from, valid_until, kind, quantity_per_day_maximum]
  batch: [institution_code]
evidence:
  service_on: {zh: 费用日期, en: day of the service}
  item_name: {zh: 名称, en: name}
  service_at: {zh: 时间, en: time}
  quantity: {zh: 数量, en: quantity}
  lines_count: {zh: 当天条数, en: lines that day}
  quantity_per_day_maximum: {zh: 每日最多数量, en: most a day}
alert:
  zh: "{service_on} {item_name}：当天收了 {lines_count} 条，疑为重复，请核对"
  en: "{service_on} {item_name}: charged {lines_count} times that day; please check"
*/
WITH numbered AS (
    SELECT c.claim_id, c.visit_id, COALESCE(c.institution_code, b.institution_code) AS institution_code,
           c.worker_number,
           CASE WHEN c.identity_number NOT LIKE '%*%'
               AND replace(c.identity_number, substr(c.identity_number, 1, 1), '') <> ''
               THEN upper(trim(c.identity_number)) END AS identity_number
    FROM claims AS c
    CROSS JOIN batch AS b
),
stated AS (
    SELECT identity_number, worker_number, CAST(NULL AS VARCHAR) AS met FROM numbered
    UNION ALL
    SELECT CASE WHEN identity_number NOT LIKE '%*%'
               AND replace(identity_number, substr(identity_number, 1, 1), '') <> ''
               THEN upper(trim(identity_number)) END AS identity_number,
           worker_number, CAST(NULL AS VARCHAR) AS met
    FROM workers
    UNION ALL
    SELECT max(identity_number) AS identity_number, CAST(NULL AS VARCHAR) AS worker_number, max(worker_number) AS met
    FROM numbered
    WHERE visit_id IS NOT NULL
    GROUP BY visit_id
    HAVING min(identity_number) = max(identity_number) AND min(worker_number) = max(worker_number)
       AND (min(institution_code) <> max(institution_code)) IS NOT TRUE
),
known AS (
    SELECT identity_number, COALESCE(max(worker_number), max(met)) AS worker_number FROM stated
    WHERE identity_number IS NOT NULL
    GROUP BY identity_number
),
identified AS (
    SELECT worker_number, CASE WHEN min(identity_number) = max(identity_number) THEN 1 ELSE 0 END AS one FROM (
        SELECT worker_number, identity_number FROM stated WHERE identity_number IS NOT NULL
        UNION ALL
        SELECT worker_number, identity_number FROM known
    ) AS s
    WHERE worker_number IS NOT NULL
    GROUP BY worker_number
),
named AS (
    SELECT c.claim_id, c.visit_id, c.institution_code, COALESCE(c.worker_number, k.worker_number) AS worker_number,
           k.identity_number,
           COALESCE(c.worker_number, CASE WHEN i.one = 0 THEN k.identity_number ELSE k.worker_number END) AS told_as
    FROM numbered AS c
    LEFT JOIN known AS k ON k.identity_number = c.identity_number
    LEFT JOIN identified AS i ON i.worker_number = k.worker_number
),
visitors AS (
    SELECT visit_id, max(worker_number) AS worker_number, max(identity_number) AS identity_number FROM named
    WHERE visit_id IS NOT NULL
    GROUP BY visit_id
    HAVING (min(worker_number) <> max(worker_number) OR min(identity_number) <> max(identity_number)
            OR min(institution_code) <> max(institution_code)) IS NOT TRUE
),
people AS (
    SELECT n.claim_id, max(n.institution_code) AS institution_code,
           max(COALESCE(n.worker_number, v.worker_number)) AS worker_number,
           max(COALESCE(n.told_as, v.worker_number)) AS told_as,
           max(COALESCE(a.person, n.worker_number, n.identity_number, v.worker_number, v.identity_number, n.visit_id))
               AS person,
           max(CASE WHEN i.worker_number IS NOT NULL THEN 3 WHEN n.worker_number IS NOT NULL THEN 2
                    WHEN n.identity_number IS NOT NULL THEN 1 WHEN v.worker_number IS NOT NULL THEN 2
                    WHEN v.identity_number IS NOT NULL THEN 1 ELSE 0 END) AS known_by
    FROM named AS n
    LEFT JOIN visitors AS v ON v.visit_id = n.visit_id
    LEFT JOIN identified AS i ON i.worker_number = COALESCE(n.worker_number, CASE WHEN n.identity_number IS NULL
        THEN v.worker_number END)
    LEFT JOIN worker_persons AS a ON a.sure AND a.worker_number = COALESCE(n.worker_number, CASE
        WHEN n.identity_number IS NULL THEN v.worker_number END)
    GROUP BY n.claim_id
),
strangers AS (
    SELECT p.claim_id, p.known_by, p.worker_number, CAST(NULL AS VARCHAR) AS perhaps
    FROM people AS p
    CROSS JOIN (SELECT count(*) AS workers_count FROM people WHERE known_by = 2) AS w
    WHERE p.known_by = 0 OR (p.known_by = 1 AND w.workers_count > 0)
    UNION ALL
    SELECT p.claim_id, p.known_by, p.worker_number, a.person AS perhaps
    FROM people AS p
    JOIN worker_persons AS a ON a.worker_number = p.worker_number
    WHERE a.sure IS FALSE AND p.known_by > 1
),
strange AS (
    SELECT l.claim_id, s.worker_number, s.perhaps, COALESCE(f.code, l.catalogue_code) AS catalogue_code, l.service_on,
           CASE WHEN l.service_at > CAST(CAST(l.service_at AS DATE) AS TIMESTAMP) THEN l.service_at END AS service_at,
           COALESCE(l.quantity, 0) AS quantity, COALESCE(l.catalogue_name, l.institution_item_name) AS item_name,
           s.known_by
    FROM net_lines AS l
    JOIN strangers AS s ON s.claim_id = l.claim_id
    LEFT JOIN code_spellings AS f ON f.spelling = l.catalogue_code
    WHERE (l.amount <= 0) IS NOT TRUE
      AND COALESCE(NULLIF(l.catalogue_kind, 'other'), l.category_kind, 'item')
          NOT IN ('drug', 'consumable', 'assistive_device')
),
crowds AS (
    SELECT d.catalogue_code, d.service_on, COALESCE(l.quantity, 0) AS quantity,
           CASE WHEN l.service_at > CAST(CAST(l.service_at AS DATE) AS TIMESTAMP) THEN l.service_at END AS service_at,
           min(COALESCE(p.person, l.claim_id)) AS lowest, max(COALESCE(p.person, l.claim_id)) AS highest,
           max(CASE WHEN p.known_by = 2 THEN 1 ELSE 0 END) AS workers
    FROM net_lines AS l
    LEFT JOIN code_spellings AS f ON f.spelling = l.catalogue_code
    JOIN (SELECT catalogue_code, service_on FROM strange WHERE perhaps IS NULL GROUP BY catalogue_code, service_on) AS d
        ON d.catalogue_code = COALESCE(f.code, l.catalogue_code) AND d.service_on = l.service_on
    LEFT JOIN people AS p ON p.claim_id = l.claim_id
    WHERE (l.amount <= 0) IS NOT TRUE
    GROUP BY d.catalogue_code, d.service_on, COALESCE(l.quantity, 0),
             CASE WHEN l.service_at > CAST(CAST(l.service_at AS DATE) AS TIMESTAMP) THEN l.service_at END
),
all_day AS (
    SELECT catalogue_code, service_on, quantity, min(lowest) AS lowest, max(highest) AS highest,
           max(workers) AS workers, max(CASE WHEN service_at IS NULL THEN 1 ELSE 0 END) AS untimed
    FROM crowds
    GROUP BY catalogue_code, service_on, quantity
),
limited_days AS (
    SELECT COALESCE(f.code, l.catalogue_code) AS catalogue_code, l.service_on, min(c.quantity_per_day_maximum) AS fewest
    FROM net_lines AS l
    JOIN strangers AS s ON s.claim_id = l.claim_id AND s.perhaps IS NULL
    LEFT JOIN code_spellings AS f ON f.spelling = l.catalogue_code
    JOIN catalogue AS c ON c.code = COALESCE(f.code, l.catalogue_code)
        AND (l.service_on < c.valid_from OR l.service_on > c.valid_until) IS NOT TRUE
    WHERE (l.amount <= 0) IS NOT TRUE AND c.quantity_per_day_maximum IS NOT NULL
    GROUP BY COALESCE(f.code, l.catalogue_code), l.service_on
),
portions AS (
    SELECT d.catalogue_code, d.service_on, d.fewest, COALESCE(p.person, l.claim_id) AS person,
           max(CASE WHEN p.known_by = 2 THEN 1 ELSE 0 END) AS workers,
           CASE WHEN count(l.quantity) = count(*) THEN sum(l.quantity) END AS quantity,
           min(COALESCE(l.catalogue_name, l.institution_item_name)) AS item_name
    FROM net_lines AS l
    LEFT JOIN code_spellings AS f ON f.spelling = l.catalogue_code
    JOIN limited_days AS d ON d.catalogue_code = COALESCE(f.code, l.catalogue_code) AND d.service_on = l.service_on
    LEFT JOIN people AS p ON p.claim_id = l.claim_id
    WHERE (l.amount <= 0) IS NOT TRUE
    GROUP BY d.catalogue_code, d.service_on, d.fewest, COALESCE(p.person, l.claim_id)
),
-- Of two it is enough to look at the one that is somebody else's.
largest AS (
    SELECT catalogue_code, service_on, person, workers, quantity, row_number() OVER (
               PARTITION BY catalogue_code, service_on, workers ORDER BY quantity DESC NULLS FIRST, person) AS place
    FROM portions
),
perhaps_too_many AS (
    SELECT s.claim_id, w.service_on, w.item_name, w.fewest
    FROM strangers AS s
    JOIN people AS p ON p.claim_id = s.claim_id
    JOIN portions AS w ON w.person = COALESCE(p.person, p.claim_id)
    JOIN largest AS o ON o.catalogue_code = w.catalogue_code AND o.service_on = w.service_on
        AND o.person <> w.person AND o.place <= 2 AND (s.known_by = 0 OR o.workers = 1)
    WHERE s.perhaps IS NULL AND (w.quantity + o.quantity <= w.fewest) IS NOT TRUE
),
repeated AS (
    SELECT COALESCE(p.person, l.claim_id) AS person, COALESCE(f.code, l.catalogue_code) AS catalogue_code,
           l.service_on, count(*) AS lines_count,
           CASE WHEN min(p.institution_code) <> max(p.institution_code) OR min(p.told_as) <> max(p.told_as)
                OR min(f.spelling) <> max(f.spelling) THEN 1 ELSE 0 END AS several
    FROM net_lines AS l
    LEFT JOIN people AS p ON p.claim_id = l.claim_id
    LEFT JOIN code_spellings AS f ON f.spelling = l.catalogue_code
    WHERE (l.amount <= 0) IS NOT TRUE
      AND l.catalogue_code IS NOT NULL
      AND l.service_on IS NOT NULL
    GROUP BY COALESCE(p.person, l.claim_id), COALESCE(f.code, l.catalogue_code), l.service_on
    HAVING count(*) > 1
),
entries AS (
    SELECT r.person, r.catalogue_code, r.service_on, max(c.quantity_per_day_maximum) AS most,
           min(c.quantity_per_day_maximum) AS fewest,
           max(CASE WHEN r.service_on >= c.valid_from AND c.quantity_per_day_maximum IS NOT NULL THEN 1 ELSE 0 END)
               AS limited,
           $unread_catalogue > 0 AND count(c.code) = 0 AS perhaps_unread,
           CASE WHEN min(NULLIF(c.kind, 'other')) = max(NULLIF(c.kind, 'other')) THEN max(NULLIF(c.kind, 'other')) END
               AS kind
    FROM repeated AS r
    LEFT JOIN catalogue AS c ON c.code = r.catalogue_code
        AND (r.service_on < c.valid_from OR r.service_on > c.valid_until) IS NOT TRUE
    GROUP BY r.person, r.catalogue_code, r.service_on
),
twins AS (
    SELECT b.row, b.claim_id, r.person, r.catalogue_code, r.service_on,
           COALESCE(b.catalogue_name, b.institution_item_name) AS item_name,
           CASE WHEN b.service_at > CAST(CAST(b.service_at AS DATE) AS TIMESTAMP) THEN b.service_at END AS service_at,
           b.order_id, b.institution_item_code, CASE WHEN r.several = 1 THEN p.institution_code END AS institution_code,
           CASE WHEN r.several = 1 THEN p.told_as END AS told_as,
           CASE WHEN r.several = 1 THEN f.spelling END AS spelling,
           b.quantity, b.amount, r.lines_count, r.several, e.most, e.fewest, e.limited, e.perhaps_unread,
           COALESCE(NULLIF(b.catalogue_kind, 'other'), e.kind, b.category_kind) AS kind,
           sum(CASE WHEN b.quantity > e.most THEN 0 ELSE b.quantity END) OVER (
               PARTITION BY r.person, r.catalogue_code, r.service_on ORDER BY b.row) AS so_far_anywhere,
           sum(CASE WHEN b.quantity > e.most THEN 0 ELSE b.quantity END) OVER (
               PARTITION BY r.person, r.catalogue_code, r.service_on,
                   CASE WHEN r.several = 1 THEN p.institution_code END,
                   CASE WHEN r.several = 1 THEN p.told_as END, CASE WHEN r.several = 1 THEN f.spelling END
               ORDER BY b.row) AS so_far
    FROM net_lines AS b
    LEFT JOIN people AS p ON p.claim_id = b.claim_id
    LEFT JOIN code_spellings AS f ON f.spelling = b.catalogue_code
    JOIN repeated AS r ON r.person = COALESCE(p.person, b.claim_id)
        AND r.catalogue_code = COALESCE(f.code, b.catalogue_code) AND r.service_on = b.service_on
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
    SELECT person, catalogue_code, service_at, quantity, min(row) AS first_row, count(*) AS twins_count,
           count(order_id) AS ordered_count, count(institution_item_code) AS itemed_count,
           max(CASE WHEN kind IN ('drug', 'consumable', 'assistive_device') THEN 1 ELSE 0 END)
               + max(CASE WHEN kind IN ('item', 'rehabilitation_item', 'inpatient_standard') THEN 1 ELSE 0 END) AS kinds
    FROM twins
    WHERE service_at IS NOT NULL
    GROUP BY person, catalogue_code, service_at, quantity
),
told_apart AS (
    SELECT t.row, row_number() OVER (
               PARTITION BY t.person, t.catalogue_code, t.service_at, t.quantity, t.institution_code, t.told_as,
                   t.spelling,
                   CASE WHEN s.ordered_count = s.twins_count THEN t.order_id END,
                   CASE WHEN s.itemed_count = s.twins_count THEN t.institution_item_code END
               ORDER BY t.row) AS place
    FROM twins AS t
    JOIN same_time AS s ON s.person = t.person AND s.catalogue_code = t.catalogue_code
        AND s.service_at = t.service_at AND s.quantity = t.quantity
    WHERE s.twins_count > 1
),
same_order AS (
    SELECT person, catalogue_code, service_at, order_id, quantity, min(row) AS first_row, count(*) AS twins_count
    FROM twins
    WHERE service_at IS NOT NULL AND order_id IS NOT NULL
    GROUP BY person, catalogue_code, service_at, order_id, quantity
),
clock AS (
    SELECT row, person, catalogue_code, service_on, quantity, CAST(service_at AS DATE) AS done_on,
           CAST(substr(CAST(service_at AS VARCHAR), 12, 2) AS DECIMAL(18,6)) * 3600
               + CAST(substr(CAST(service_at AS VARCHAR), 15, 2) AS DECIMAL(18,6)) * 60
               + CAST(substr(CAST(service_at AS VARCHAR), 18, 9) AS DECIMAL(18,6)) AS seconds
    FROM twins
    WHERE service_at IS NOT NULL
),
nearest AS (
    SELECT row, seconds - lag(seconds) OVER (PARTITION BY person, catalogue_code, service_on, quantity, done_on
        ORDER BY seconds, row) AS seconds_after
    FROM clock
),
judged AS (
    SELECT t.row, t.claim_id, t.service_on, t.item_name, t.service_at, t.quantity, t.amount, t.lines_count, t.most,
           t.so_far,
           CASE WHEN t.quantity > t.most THEN 'unknown'
                WHEN t.limited = 1 THEN CASE WHEN t.so_far > t.most THEN 'fail'
                    WHEN t.so_far_anywhere > t.most THEN 'suspect'
                    WHEN t.so_far_anywhere IS NULL OR t.so_far_anywhere > t.fewest
                        OR (t.quantity > 0) IS NOT TRUE THEN 'unknown' END
                WHEN t.fewest IS NOT NULL AND (t.so_far_anywhere <= t.fewest) IS NOT TRUE THEN 'unknown'
                WHEN s.twins_count > 1 AND s.kinds > 1 AND t.row > s.first_row THEN 'unknown'
                WHEN t.kind IN ('drug', 'consumable', 'assistive_device') THEN CASE
                    WHEN (t.quantity > 0) IS NOT TRUE THEN 'unknown'
                    WHEN o.twins_count > 1 AND t.row > o.first_row THEN 'suspect' END
                WHEN (t.quantity > 0) IS NOT TRUE THEN 'unknown'
                WHEN s.twins_count > 1 AND t.row > s.first_row THEN CASE WHEN t.kind IS NULL OR t.fewest IS NOT NULL
                    THEN 'unknown' WHEN g.place = 1 THEN 'suspect' WHEN t.perhaps_unread THEN 'unknown' ELSE 'fail' END
                WHEN a.twins_count > 1 AND a.untimed_count > 0 AND t.row > a.first_row THEN 'unknown'
                WHEN c.seconds_after < 60 THEN CASE WHEN t.kind IS NULL
                    OR t.fewest IS NOT NULL THEN 'unknown' ELSE 'suspect' END END AS verdict
    FROM twins AS t
    LEFT JOIN nearest AS c ON c.row = t.row
    LEFT JOIN alike AS a ON a.person = t.person AND a.catalogue_code = t.catalogue_code AND a.service_on = t.service_on
        AND a.quantity = t.quantity
    LEFT JOIN same_time AS s ON s.person = t.person AND s.catalogue_code = t.catalogue_code
        AND s.service_at = t.service_at AND s.quantity = t.quantity
    LEFT JOIN told_apart AS g ON g.row = t.row
    LEFT JOIN same_order AS o ON o.person = t.person AND o.catalogue_code = t.catalogue_code
        AND o.service_at = t.service_at AND o.order_id = t.order_id AND o.quantity = t.quantity
)
SELECT claim_id, row AS line_row, verdict,
       CASE WHEN verdict = 'suspect' THEN 0
            WHEN most IS NULL THEN amount
            WHEN so_far <= most OR quantity > most THEN NULL
            ELSE round(CAST(amount * least(so_far - most, quantity) / NULLIF(quantity, 0) AS DECIMAL(18,6)),
                2) END AS amount,
       service_on, item_name, service_at, quantity, lines_count, most AS quantity_per_day_maximum
FROM judged
WHERE verdict IS NOT NULL
UNION ALL
SELECT claim_id, row AS line_row, 'unknown' AS verdict, amount,
       service_on,
       COALESCE(catalogue_name, institution_item_name) AS item_name,
       CASE WHEN service_at > CAST(CAST(service_at AS DATE) AS TIMESTAMP) THEN service_at END AS service_at, quantity,
       CAST(NULL AS BIGINT) AS lines_count,
       CAST(NULL AS DECIMAL(18,6)) AS quantity_per_day_maximum
FROM net_lines
WHERE (amount <= 0) IS NOT TRUE
  AND (claim_id IS NULL OR catalogue_code IS NULL OR service_on IS NULL)
UNION ALL
SELECT l.claim_id, CAST(NULL AS BIGINT) AS line_row, 'unknown' AS verdict, CAST(NULL AS DECIMAL(18,6)) AS amount,
       min(l.service_on) AS service_on, min(COALESCE(l.catalogue_name, l.institution_item_name)) AS item_name,
       CAST(NULL AS TIMESTAMP) AS service_at, CAST(NULL AS DECIMAL(18,6)) AS quantity, count(*) AS lines_count,
       CAST(NULL AS DECIMAL(18,6)) AS quantity_per_day_maximum
FROM net_lines AS l
LEFT JOIN people AS p ON p.claim_id = l.claim_id
WHERE (l.amount <= 0) IS NOT TRUE AND l.claim_id IS NOT NULL AND p.claim_id IS NULL
GROUP BY l.claim_id
UNION ALL
SELECT t.claim_id, CAST(NULL AS BIGINT) AS line_row, 'unknown' AS verdict, CAST(NULL AS DECIMAL(18,6)) AS amount,
       min(t.service_on) AS service_on, min(t.item_name) AS item_name, CAST(NULL AS TIMESTAMP) AS service_at,
       CAST(NULL AS DECIMAL(18,6)) AS quantity, CAST(NULL AS BIGINT) AS lines_count,
       min(t.fewest) AS quantity_per_day_maximum
FROM (SELECT s.claim_id, s.service_on, s.item_name, CAST(NULL AS DECIMAL(18,6)) AS fewest
      FROM strange AS s
      JOIN all_day AS a ON a.catalogue_code = s.catalogue_code AND a.service_on = s.service_on
          AND a.quantity = s.quantity
      LEFT JOIN crowds AS c ON c.catalogue_code = s.catalogue_code AND c.service_on = s.service_on
          AND c.quantity = s.quantity AND c.service_at = s.service_at
      WHERE s.perhaps IS NULL
        AND CASE WHEN a.untimed = 1 THEN a.workers = 1 OR (s.known_by = 0 AND a.lowest <> a.highest)
                 ELSE c.workers = 1 OR (s.known_by = 0 AND c.lowest <> c.highest) END
      UNION ALL
      SELECT claim_id, service_on, item_name, fewest FROM perhaps_too_many) AS t
GROUP BY t.claim_id
UNION ALL
SELECT s.claim_id, CAST(NULL AS BIGINT) AS line_row, 'unknown' AS verdict, CAST(NULL AS DECIMAL(18,6)) AS amount,
       min(s.service_on) AS service_on, min(s.item_name) AS item_name, CAST(NULL AS TIMESTAMP) AS service_at,
       CAST(NULL AS DECIMAL(18,6)) AS quantity, CAST(NULL AS BIGINT) AS lines_count,
       CAST(NULL AS DECIMAL(18,6)) AS quantity_per_day_maximum
FROM strange AS s
JOIN strange AS o ON o.perhaps = s.perhaps AND o.catalogue_code = s.catalogue_code AND o.service_on = s.service_on
    AND o.quantity = s.quantity
WHERE o.worker_number <> s.worker_number AND (o.service_at <> s.service_at) IS NOT TRUE
GROUP BY s.claim_id
