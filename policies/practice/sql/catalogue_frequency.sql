/*
title: {zh: 收费次数多于目录的限制, en: More often than the catalogue allows}
offence:
  zh: >-
    同一编码的数量合计多于目录当日写明的每日最多数量（参数 per 为 day：同一职工同一天，写着同一个证件号码的两个个人编号合起来算）或每次住院最多数量（stay：同一次住院）。记在这一组的最后一条明细上
  en: >-
    the quantities of one code add up to more than the catalogue's most a day (per “day”: one worker, one day, two
    person numbers with one identity number counted together) or most a stay (“stay”: one stay); told of the last line
    of the group
not_an_offence:
  zh: 目录没有写这种限制的；正好等于最多数量；已冲销的明细；stay：门诊
  en: "entries without that limit; exactly the most; reversed lines; per stay: outpatients"
unknown:
  zh: >-
    没有编码；编码有限制而没有数量（或数量为零而有金额、没有写金额）、日期、职工或结算单；
    没有提供当日的同类目录；编码不在目录而不知类别（没有写或写“其他”，费用类别也看不出），或者当日不在目录而和有限制的编码只差大小写；计价单位与目录不同；
    几个个人编号可能是一个人（一个编号写着两个证件号码，或者证件号码不足为凭），合起来才超过；stay：超过而没有就诊类别，就诊号两家机构或两名职工都有而结算单没有写是谁的，
    同一职工（或者没有写是谁）的几张结算单合起来才超过，而有一张没有就诊号，不知是不是同一次住院（每张没有就诊号的列一条）
  en: >-
    no code; a limit, and quantity (or money, or none told, for a quantity of zero), day, worker or claim is missing; no
    catalogue of the kind for that day; a code in no catalogue where the kind is not known (none or “other” stated, and
    the category does not tell), or one not listed that day that differs from one with a limit in its case only; other
    units than the catalogue's; above it only together with person numbers that may be the same person's (one stands
    with two identity numbers, or the number proves little); per stay: above it, and the category of the visit is not
    told; a visit number that two institutions or workers have, where the claim does not tell whose it is; above it only
    together with other claims of the worker (or of nobody known) of which some tell no visit, so that it may be one
    stay (a row for each such claim)
money: {zh: 多收的数量的金额（至多是这一条明细的金额）, en: "the amount of the surplus, at most the line's"}
bearer: institution
judges:
  table: net_lines
  where: >-
    ((quantity < 0 AND (amount > 0) IS NOT TRUE) OR (quantity = 0 AND amount <= 0)) IS NOT TRUE
needs: {lines: [claim_id, catalogue_code, service_on, quantity], catalogue: [code]}
optional:
  lines: [catalogue_name, catalogue_kind, charge_category, institution_item_name, unit, amount]
  catalogue: [valid_from, valid_until, kind, unit, quantity_per_day_maximum, quantity_per_stay_maximum]
  claims: [claim_id, visit_id, institution_code, worker_number, identity_number, identity_type, visit_category]
  workers: [worker_number, identity_number]
  batch: [institution_code]
parameters: {per: {zh: 按天还是按次住院（day、stay）, en: "a day or a stay", type: text}}
evidence:
  service_on: {zh: 费用日期, en: service on}
  name: {zh: 名称, en: name}
  total_quantity: {zh: 合计数量, en: quantity in all}
  most_quantity: {zh: 最多数量, en: most}
alert:
  zh: "{service_on} {name}：合计 {total_quantity}，多于目录的 {most_quantity}"
  en: "{service_on} {name}: {total_quantity} in all, the catalogue allows {most_quantity}"
*/
WITH billed AS (
    SELECT row, claim_id, catalogue_code, service_on, quantity,
           amount, unit,
           COALESCE(catalogue_name, institution_item_name) AS name,
           COALESCE(NULLIF(catalogue_kind, 'other'), category_kind) AS kind
    FROM net_lines
    WHERE ((quantity < 0 AND (amount > 0) IS NOT TRUE) OR (quantity = 0 AND amount <= 0)) IS NOT TRUE
),
limits AS (
    SELECT code, unit, valid_from, valid_until,
           CASE $per WHEN 'day' THEN quantity_per_day_maximum ELSE quantity_per_stay_maximum END AS most
    FROM catalogue
    WHERE CASE $per WHEN 'day' THEN quantity_per_day_maximum ELSE quantity_per_stay_maximum END IS NOT NULL
),
visited AS (
    SELECT c.claim_id, c.visit_id, COALESCE(c.institution_code, b.institution_code) AS institution_code,
           COALESCE(p.person, c.worker_number) AS person,
           CASE WHEN u.worker_number IS NULL THEN 0 ELSE 1 END AS unsure,
           c.visit_category, c.worker_number, c.identity_number
    FROM claims AS c
    CROSS JOIN batch AS b
    LEFT JOIN worker_persons AS p ON p.worker_number = c.worker_number AND p.sure
    LEFT JOIN (SELECT worker_number FROM worker_persons WHERE NOT sure GROUP BY worker_number) AS u
        ON u.worker_number = c.worker_number
),
shared AS (
    SELECT visit_id,
           CASE WHEN min(institution_code) <> max(institution_code) THEN 1 ELSE 0 END AS of_institutions,
           CASE WHEN min(person) <> max(person) THEN 1 ELSE 0 END AS of_persons
    FROM visited
    WHERE visit_id IS NOT NULL
    GROUP BY visit_id
    HAVING min(institution_code) <> max(institution_code) OR min(person) <> max(person)
),
stated AS (
    SELECT c.claim_id, c.visit_category, c.worker_number, c.visit_id, c.institution_code, c.person,
           CASE WHEN s.visit_id IS NULL THEN COALESCE(c.visit_id, c.claim_id)
                WHEN (s.of_institutions = 0 OR c.institution_code IS NOT NULL)
                 AND (s.of_persons = 0 OR (c.person IS NOT NULL AND c.unsure = 0))
                THEN concat(c.visit_id, ' ', CASE WHEN s.of_institutions = 1 THEN c.institution_code ELSE '' END, ' ',
                            CASE WHEN s.of_persons = 1 THEN c.person ELSE '' END) END AS visit,
           CASE WHEN c.identity_number NOT LIKE '%*%'
               AND replace(c.identity_number, substr(c.identity_number, 1, 1), '') <> ''
               THEN upper(trim(c.identity_number)) END AS identity_number
    FROM visited AS c
    LEFT JOIN shared AS s ON s.visit_id = c.visit_id
),
workers_by_identity AS (
    SELECT identity_number, max(worker_number) AS worker_number
    FROM stated
    WHERE identity_number IS NOT NULL AND worker_number IS NOT NULL
    GROUP BY identity_number
),
named AS (
    SELECT c.claim_id, max(c.visit_id) AS told_visit, max(c.person) AS person,
           max(COALESCE(c.institution_code, '')) AS institution_code,
           CASE $per WHEN 'day' THEN max(COALESCE(c.worker_number, w.worker_number)) END AS worker_number,
           CASE $per WHEN 'day' THEN max(c.identity_number) ELSE max(c.visit) END AS otherwise,
           max(CASE WHEN c.visit_category IN ('inpatient', 'rehabilitation') THEN 2 WHEN c.visit_category IS NULL THEN 1
               ELSE 0 END) AS inpatient
    FROM stated AS c
    LEFT JOIN workers_by_identity AS w ON w.identity_number = c.identity_number
    WHERE c.claim_id IS NOT NULL
    GROUP BY c.claim_id
),
people AS (
    SELECT c.claim_id, COALESCE(n.person, c.worker_number, c.otherwise) AS whose, c.inpatient,
           CASE WHEN n.sure IS FALSE THEN 1 ELSE 0 END AS perhaps
    FROM named AS c
    LEFT JOIN worker_persons AS n ON n.worker_number = c.worker_number
),
limited AS (
    SELECT l.row, min(c.most) AS most,
           max(CASE WHEN (l.service_on >= c.valid_from) IS NULL OR l.unit <> c.unit THEN 1 ELSE 0 END) AS vague
    FROM billed AS l
    JOIN limits AS c ON c.code = l.catalogue_code
    WHERE (l.service_on < c.valid_from OR l.service_on > c.valid_until) IS NOT TRUE
    GROUP BY l.row
),
counted AS (
    SELECT l.row, l.claim_id, l.catalogue_code, l.service_on, l.name, l.quantity, l.amount, x.most, p.whose,
           p.inpatient, COALESCE(p.perhaps, 0) AS perhaps,
           CASE WHEN x.vague = 1 OR (l.quantity > 0) IS NOT TRUE OR l.service_on IS NULL OR p.whose IS NULL THEN 1
               ELSE 0 END AS vague,
           CASE $per WHEN 'day' THEN l.service_on ELSE DATE '9999-12-31' END AS period_on
    FROM billed AS l
    JOIN limited AS x ON x.row = l.row
    LEFT JOIN people AS p ON p.claim_id = l.claim_id
    WHERE ($per = 'stay' AND p.inpatient = 0) IS NOT TRUE
),
-- Those that may be one stay's: some tell no visit, and the worker is the same or not told.
of_stays AS (
    SELECT c.claim_id, c.catalogue_code, c.service_on, c.name, c.quantity, c.most, n.told_visit, n.person,
           n.institution_code
    FROM counted AS c
    JOIN named AS n ON n.claim_id = c.claim_id
    WHERE $per = 'stay'
),
loose AS (
    SELECT institution_code, catalogue_code, person
    FROM of_stays
    WHERE person IS NOT NULL
    GROUP BY institution_code, catalogue_code, person
    HAVING count(DISTINCT claim_id) > 1 AND count(told_visit) < count(*) AND (sum(quantity) <= min(most)) IS NOT TRUE
    UNION ALL
    SELECT institution_code, catalogue_code, CAST(NULL AS VARCHAR) AS person
    FROM of_stays
    GROUP BY institution_code, catalogue_code
    HAVING count(DISTINCT claim_id) > 1 AND count(person) < count(*) AND (sum(quantity) <= min(most)) IS NOT TRUE
),
groups AS (
    SELECT whose, catalogue_code, period_on, max(row) AS last_row, sum(quantity) AS total, sum(amount) AS amount,
           min(most) AS most, max(perhaps) AS perhaps,
           max(vague) AS vague, min(inpatient) AS inpatient
    FROM counted
    WHERE whose IS NOT NULL AND period_on IS NOT NULL
    GROUP BY whose, catalogue_code, period_on
    HAVING (max(vague) = 1 AND max(perhaps) = 0) OR (sum(quantity) <= min(most)) IS NOT TRUE
),
placed AS (
    SELECT last_row, total, amount, most, perhaps, vague, inpatient,
           row_number() OVER (PARTITION BY last_row ORDER BY perhaps, total DESC, whose) AS place
    FROM groups
),
periods AS (
    SELECT kind, valid_from, valid_until FROM catalogue GROUP BY kind, valid_from, valid_until
),
days AS (
    SELECT service_on FROM billed GROUP BY service_on
),
in_force AS (
    SELECT p.kind, d.service_on
    FROM days AS d
    JOIN periods AS p ON d.service_on >= p.valid_from AND d.service_on <= p.valid_until
    GROUP BY p.kind, d.service_on
),
some_in_force AS (
    SELECT service_on FROM in_force GROUP BY service_on
),
known AS (
    SELECT code, CASE WHEN min(NULLIF(kind, 'other')) = max(NULLIF(kind, 'other')) THEN max(NULLIF(kind, 'other')) END
               AS kind
    FROM catalogue WHERE code IS NOT NULL GROUP BY code
),
-- part: limits_miswritten
SELECT c.claim_id,
       c.row AS line_row,
       CASE WHEN g.total > g.most AND g.vague = 0 AND g.perhaps = 0 AND ($per = 'day' OR g.inpatient = 2) THEN 'suspect'
           ELSE 'unknown' END AS verdict,
       least(c.amount, CASE
           WHEN g.total > g.most THEN round(CAST(g.amount * (g.total - g.most) / NULLIF(g.total, 0) AS DECIMAL(18, 6)),
               2) END) AS amount,
       c.service_on,
       c.name,
       g.total AS total_quantity,
       g.most AS most_quantity
FROM billed AS c
JOIN placed AS g ON g.last_row = c.row
WHERE g.place = 1
UNION ALL
SELECT l.claim_id,
       l.row AS line_row,
       'unknown' AS verdict,
       CAST(NULL AS DECIMAL(18, 6)) AS amount,
       l.service_on,
       l.name,
       l.quantity AS total_quantity,
       x.most AS most_quantity
FROM billed AS l
LEFT JOIN counted AS c ON c.row = l.row AND c.perhaps = 0
LEFT JOIN limited AS x ON x.row = l.row
LEFT JOIN known AS k ON k.code = l.catalogue_code
LEFT JOIN in_force AS f ON f.kind = COALESCE(l.kind, k.kind) AND f.service_on = l.service_on
LEFT JOIN some_in_force AS s ON s.service_on = l.service_on
LEFT JOIN miswritten AS m ON m.row = l.row
WHERE (c.row IS NOT NULL AND (c.whose IS NULL OR c.period_on IS NULL))
   OR l.catalogue_code IS NULL
   OR m.row IS NOT NULL
   OR (x.row IS NULL AND f.service_on IS NULL
       AND (k.code IS NULL OR (l.service_on IS NOT NULL
            AND (COALESCE(l.kind, k.kind) IS NOT NULL OR s.service_on IS NULL))))
UNION ALL
SELECT c.claim_id,
       CAST(NULL AS BIGINT) AS line_row,
       'unknown' AS verdict,
       CAST(NULL AS DECIMAL(18, 6)) AS amount,
       min(c.service_on) AS service_on,
       min(c.name) AS name,
       CAST(NULL AS DECIMAL(18, 6)) AS total_quantity,
       min(c.most) AS most_quantity
FROM of_stays AS c
JOIN loose AS g ON g.institution_code = c.institution_code AND g.catalogue_code = c.catalogue_code
    AND g.person IS NOT DISTINCT FROM c.person
WHERE c.told_visit IS NULL
GROUP BY c.claim_id
