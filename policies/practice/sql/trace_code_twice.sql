/*
title: {zh: 同一追溯码用了两次, en: Trace code used twice}
offence:
  zh: 同一个药品追溯码在两次就诊的明细里都出现（记在后一次就诊的明细上）；两家机构、两名职工的就诊号相同，也是两次
  en: >-
    one traceability code of a drug in lines of two visits (told of the lines of the later visits); a visit number that
    two institutions or workers have is that of two visits
not_an_offence:
  zh: 同一次就诊里拆零多次发药、同一就诊号分几张结算单；已冲销的明细，退费；写明没有追溯码的（另有规则判定）
  en: >-
    several part-packs within one visit, or claims of one visit; reversed lines; refunds; lines that say they have no
    code, which another rule is about
unknown:
  zh: >-
    药品明细的追溯码空着，或者一格里写了几个码、全是同一个字符（整批列一条）；有追溯码的明细没有结算单号；两张结算单有一张没有就诊号，可能是一次就诊；
    就诊号两家机构或两名职工都有，而有一张没有写是谁的；数量为零而没有写金额，不知发了没有
  en: >-
    drug lines whose code is left empty, is one sign repeated, or several in one cell (one row for the batch); lines
    with a code that name no claim; two claims of which one tells no visit, which may be one visit; a visit number that
    two institutions or workers have, and whose it is is not told; a quantity of zero without an amount, of which nobody
    knows whether it was dispensed
money: {zh: 这条明细的金额, en: the line's amount}
bearer: institution
judges:
  table: net_lines
  where: >-
    trace_code IS NOT NULL OR (trace_code_none IS NOT TRUE AND (catalogue_kind = 'drug' OR charge_category IN
    ('western_drug', 'chinese_patent_drug', 'herbal_drug')))
needs: {lines: [claim_id, trace_code]}
optional:
  lines: [visit_id, service_on, catalogue_name, catalogue_kind, charge_category, institution_item_name,
      quantity, amount]
  claims: [claim_id, visit_id, institution_code, worker_number, identity_number, identity_type]
  workers: [worker_number, identity_number]
  batch: [institution_code]
evidence:
  service_on: {zh: 费用日期, en: service on}
  name: {zh: 名称, en: name}
  trace_code: {zh: 追溯码, en: code}
  first_claim_id: {zh: 先用的结算单, en: first used in claim}
  lines_count: {zh: 用过的明细, en: lines with it, unit: 个}
alert:
  zh: "{service_on} {name}：追溯码 {trace_code} 在结算单 {first_claim_id} 已用过"
  en: "{service_on} {name}: the code {trace_code} was used in claim {first_claim_id} already"
*/
WITH
-- part: shared_visits,
visits AS (
    SELECT c.claim_id, max(c.visit_id) AS visit_id,
           max(COALESCE(c.institution_code, b.institution_code)) AS institution_code,
           max(COALESCE(p.person, c.worker_number)) AS person
    FROM claims AS c
    CROSS JOIN batch AS b
    LEFT JOIN worker_persons AS p ON p.worker_number = c.worker_number AND p.sure
    WHERE c.claim_id IS NOT NULL
    GROUP BY c.claim_id
),
coded AS (
    SELECT l.row, l.claim_id, upper(replace(l.trace_code, ' ', '')) AS code,
           COALESCE(v.visit_id, l.visit_id) AS told_visit, COALESCE(v.visit_id, l.visit_id, l.claim_id) AS visit,
           v.institution_code, v.person, l.service_on, l.amount,
           CASE WHEN (s.by_institution = 1 AND v.institution_code IS NULL) OR (s.by_worker = 1 AND v.person IS NULL)
                  OR (l.quantity = 0 AND l.amount IS NULL) THEN 1 ELSE 0 END AS unsure,
           COALESCE(l.catalogue_name, l.institution_item_name) AS name
    FROM net_lines AS l
    LEFT JOIN visits AS v ON v.claim_id = l.claim_id
    LEFT JOIN shared AS s ON s.visit_id = COALESCE(v.visit_id, l.visit_id)
    WHERE l.trace_code IS NOT NULL AND (l.amount < 0 OR (l.quantity < 0 AND (l.amount > 0) IS NOT TRUE)
                                        OR (l.quantity = 0 AND l.amount <= 0)) IS NOT TRUE
      AND replace(l.trace_code, substr(l.trace_code, 1, 1), '') <> ''
      AND l.trace_code NOT LIKE '%,%' AND l.trace_code NOT LIKE '%;%' AND l.trace_code NOT LIKE '%，%'
      AND l.trace_code NOT LIKE '%；%' AND l.trace_code NOT LIKE '%、%' AND l.trace_code NOT LIKE '%|%'
),
repeated AS (
    SELECT code, count(*) AS lines_count
    FROM coded
    GROUP BY code
    HAVING count(DISTINCT visit) > 1 OR count(DISTINCT institution_code) > 1 OR count(DISTINCT person) > 1
        OR (count(*) > 1 AND (count(*) > count(visit) OR max(unsure) = 1))
),
ranked AS (
    SELECT c.row, c.code, c.told_visit, c.institution_code, c.person, c.claim_id, c.unsure, r.lines_count,
           row_number() OVER (PARTITION BY c.code ORDER BY COALESCE(c.service_on, DATE '9999-12-31'), c.row) AS place
    FROM coded AS c
    JOIN repeated AS r ON r.code = c.code
)
SELECT c.claim_id,
       c.row AS line_row,
       CASE WHEN c.unsure + f.unsure = 0
                 AND (c.told_visit <> f.told_visit OR c.institution_code <> f.institution_code OR c.person <> f.person)
                THEN 'suspect' ELSE 'unknown' END AS verdict,
       c.amount,
       c.service_on,
       c.name,
       c.code AS trace_code,
       f.claim_id AS first_claim_id,
       r.lines_count
FROM ranked AS r
JOIN coded AS c ON c.row = r.row
JOIN ranked AS f ON f.code = r.code AND f.place = 1
WHERE r.place > 1
  AND (c.claim_id = f.claim_id
       OR (c.unsure + f.unsure = 0 AND c.told_visit = f.told_visit
           AND (c.institution_code <> f.institution_code) IS NOT TRUE
           AND (c.person <> f.person) IS NOT TRUE)) IS NOT TRUE
UNION ALL
SELECT CAST(NULL AS VARCHAR) AS claim_id,
       CAST(NULL AS BIGINT) AS line_row,
       'unknown' AS verdict,
       CAST(NULL AS DECIMAL(18, 6)) AS amount,
       min(l.service_on) AS service_on,
       min(COALESCE(l.catalogue_name, l.institution_item_name)) AS name,
       CAST(NULL AS VARCHAR) AS trace_code,
       min(l.claim_id) AS first_claim_id,
       count(*) AS lines_count
FROM net_lines AS l
WHERE (l.trace_code IS NULL OR replace(l.trace_code, substr(l.trace_code, 1, 1), '') = ''
       OR l.trace_code LIKE '%,%' OR l.trace_code LIKE '%;%' OR l.trace_code LIKE '%，%'
       OR l.trace_code LIKE '%；%' OR l.trace_code LIKE '%、%' OR l.trace_code LIKE '%|%')
  AND l.trace_code_none IS NOT TRUE
  AND (l.amount < 0 OR (l.quantity < 0 AND (l.amount > 0) IS NOT TRUE)
       OR (l.quantity = 0 AND l.amount <= 0)) IS NOT TRUE
  AND (l.trace_code IS NOT NULL OR l.catalogue_kind = 'drug'
       OR l.charge_category IN ('western_drug', 'chinese_patent_drug', 'herbal_drug'))
HAVING count(*) > 0
