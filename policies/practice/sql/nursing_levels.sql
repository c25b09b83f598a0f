/*
title: {zh: 一天收了几种级别护理, en: Several nursing levels on one day}
offence:
  zh: 同一次就诊同一天收了两种以上的级别护理（名称里有“级护理”或“重症监护”）；记在金额最大的一条以外
  en: >-
    two or more levels of nursing charged for one visit on one day (by their names); told of all but the dearest line
not_an_offence:
  zh: 只有一种级别；口腔护理、引流管护理等专项护理；已冲销的明细
  en: "one level only; special nursing as of mouth or drains; reversed lines"
unknown:
  zh: >-
    护理明细没有名称；级别护理没有日期或结算单；就诊号两家机构或两名职工都有，而结算单没有写是谁的；
    同一职工（或者没有写是谁）同一天的另一张结算单收了另一种级别，而有一张没有就诊号，不知是不是同一次就诊（每张没有就诊号的列一条）
  en: >-
    a nursing line without a name; a level of nursing without its day or claim; a visit number that two institutions or
    workers have, where the claim does not tell whose it is; another level that day on another claim of the worker (or
    of nobody known) where one of the two tells no visit, so that it may be the same one (a row for each such claim)
money: {zh: 金额最大的一条以外的金额, en: all but the dearest line}
bearer: institution
judges:
  table: net_lines
  where: >-
    COALESCE(catalogue_name, institution_item_name) LIKE '%级护理%' OR COALESCE(catalogue_name, institution_item_name) LIKE
    '%重症监护%' OR (COALESCE(catalogue_name, institution_item_name) IS NULL AND charge_category = 'nursing')
needs: {claims: [claim_id], lines: [claim_id, catalogue_name, service_on]}
optional:
  claims: [visit_id, institution_code, worker_number]
  lines: [visit_id, charge_category, institution_item_name, quantity, amount]
  batch: [institution_code]
evidence:
  service_on: {zh: 费用日期, en: service on}
  name: {zh: 名称, en: name}
  other_name: {zh: 当天另一种, en: other level that day}
alert:
  zh: "{service_on}：已收 {other_name}，又收 {name}"
  en: "{service_on}: {other_name} is charged already, and {name} too"
*/
WITH
-- part: shared_visits,
visits AS (
    SELECT c.claim_id, max(c.visit_id) AS told_visit, max(c.worker_number) AS worker_number,
           max(COALESCE(c.institution_code, b.institution_code, '')) AS institution_code,
           max(CASE WHEN s.visit_id IS NULL THEN COALESCE(c.visit_id, c.claim_id)
                    WHEN (s.by_institution = 0 OR COALESCE(c.institution_code, b.institution_code) IS NOT NULL)
                     AND (s.by_worker = 0 OR c.worker_number IS NOT NULL)
                    THEN concat(c.visit_id, ' ', CASE WHEN s.by_institution = 1
                                    THEN COALESCE(c.institution_code, b.institution_code) ELSE '' END, ' ',
                                CASE WHEN s.by_worker = 1 THEN c.worker_number ELSE '' END) END) AS visit
    FROM claims AS c
    CROSS JOIN batch AS b
    LEFT JOIN shared AS s ON s.visit_id = c.visit_id
    WHERE c.claim_id IS NOT NULL
    GROUP BY c.claim_id
),
nursed AS (
    SELECT l.row, l.claim_id, v.told_visit, v.worker_number, v.institution_code,
           CASE WHEN v.claim_id IS NOT NULL THEN v.visit WHEN s.visit_id IS NULL THEN l.visit_id END AS visit,
           l.service_on,
           trim(COALESCE(l.catalogue_name, l.institution_item_name)) AS name, l.amount
    FROM net_lines AS l
    LEFT JOIN visits AS v ON v.claim_id = l.claim_id
    LEFT JOIN shared AS s ON s.visit_id = l.visit_id
    WHERE (l.quantity <= 0 AND l.amount <= 0) IS NOT TRUE
      AND (COALESCE(l.catalogue_name, l.institution_item_name) LIKE '%级护理%'
          OR COALESCE(l.catalogue_name, l.institution_item_name) LIKE '%重症监护%'
           OR (COALESCE(l.catalogue_name, l.institution_item_name) IS NULL AND l.charge_category = 'nursing'))
),
several AS (
    SELECT visit, service_on
    FROM nursed
    WHERE visit IS NOT NULL AND service_on IS NOT NULL
    GROUP BY visit, service_on
    HAVING count(DISTINCT name) > 1
),
ranked AS (
    SELECT n.row, n.visit, n.service_on, n.name,
           row_number() OVER (PARTITION BY n.visit, n.service_on ORDER BY COALESCE(n.amount, 0) DESC, n.row) AS place
    FROM nursed AS n
    JOIN several AS s ON s.visit = n.visit AND s.service_on = n.service_on
    WHERE n.name IS NOT NULL
),
-- Those of one day that may be one visit's: some tell no visit, and the worker is the same or not told.
loose AS (
    SELECT institution_code, worker_number, service_on
    FROM nursed
    WHERE worker_number IS NOT NULL
    GROUP BY institution_code, worker_number, service_on
    HAVING count(DISTINCT name) > 1 AND count(DISTINCT claim_id) > 1 AND count(told_visit) < count(*)
    UNION ALL
    SELECT institution_code, CAST(NULL AS VARCHAR) AS worker_number, service_on
    FROM nursed
    WHERE institution_code IS NOT NULL
    GROUP BY institution_code, service_on
    HAVING count(DISTINCT name) > 1 AND count(DISTINCT claim_id) > 1 AND count(worker_number) < count(*)
),
perhaps AS (
    SELECT n.claim_id, min(n.service_on) AS service_on, min(n.name) AS name
    FROM nursed AS n
    JOIN loose AS g ON g.institution_code = n.institution_code AND g.service_on = n.service_on
        AND g.worker_number IS NOT DISTINCT FROM n.worker_number
    WHERE n.told_visit IS NULL
    GROUP BY n.claim_id
)
SELECT n.claim_id,
       n.row AS line_row,
       CASE WHEN r.row IS NOT NULL THEN 'suspect' ELSE 'unknown' END AS verdict,
       n.amount,
       n.service_on,
       n.name,
       d.name AS other_name
FROM nursed AS n
LEFT JOIN ranked AS r ON r.row = n.row
LEFT JOIN ranked AS d ON d.visit = r.visit AND d.service_on = r.service_on AND d.place = 1
WHERE (r.place > 1 AND n.name <> d.name) OR n.name IS NULL OR n.service_on IS NULL OR n.visit IS NULL
UNION ALL
SELECT p.claim_id,
       CAST(NULL AS BIGINT) AS line_row,
       'unknown' AS verdict,
       CAST(NULL AS DECIMAL(18, 6)) AS amount,
       p.service_on,
       p.name,
       CAST(NULL AS VARCHAR) AS other_name
FROM perhaps AS p
