/*
title: {zh: 没有执行当日适用的目录, en: Not by the catalogue that applies on the day}
offence:
  zh: 记给基金的明细，编码只在地方制定的目录里，而当日国家或省级的同类目录已经执行
  en: >-
    a line charged to the fund whose code is only in a local catalogue while one of the state or the province for its
    kind is in force on that day
not_an_offence:
  zh: 在国家或省级目录内的；省级的诊疗项目、耗材、住院服务标准还没有执行时，按地方目录的；没有记给基金的；哪个目录都没有的（另有规则判定）；已冲销的明细
  en: >-
    what a catalogue of state or province has; items, consumables and inpatient services by a local catalogue before the
    province's is in force; what is not charged to the fund; what is in no catalogue (another rule's); reversed lines
unknown:
  zh: >-
    目录（也包括同类的别的目录）没有写由谁制定，或者国家、省级的同类目录没有写生效日期；
    目录有的条目没有写编码，可能就是它（名称相同或没有写），算上它结论就不同；编码在几种地方目录里，
    有的已由国家或省级的代替、有的没有；药品、康复项目、辅助器具只在地方目录而没有提供国家或省级目录；耗材只在地方目录，而省级诊疗项目目录（含耗材）已经执行、
    其中一种耗材也没有；没有编码、日期；
    不知是否记给基金（基金支付是 0 而符合范围不是的，或者明细没有写而它的结算单可能没有读懂、没有写结算单号而有的结算单基金没有付的也是）。省级目录按开始执行的日期算，是我们的理解
  en: >-
    a catalogue that does not say who issued it, also another one of its kind, or one of state or province of its kind
    without its first day; an entry without a code that may be the line's, of its name or where a name is not told, and
    would change what follows; a code in local catalogues of several kinds of which only some are replaced; drugs,
    rehabilitation and devices only in a local one while none of state or province is given; a consumable only in a
    local one while the province's items, which include consumables, are in force without any; no code or day; not known
    whether charged to the fund, or stated both ways, or not stated by the line where its claim may be one that could
    not be read, or is not told while the fund pays nothing of some claim. That a provincial catalogue counts from its
    first day in force is a reading
money: {zh: 记给基金的金额, en: the amount charged to the fund}
bearer: worker
judges: {table: net_lines, where: "(amount <= 0) IS NOT TRUE"}
needs: {lines: [catalogue_code, service_on], catalogue: [code]}
optional:
  lines: [claim_id, catalogue_name, institution_item_name, amount, out_of_scope_amount, in_scope_amount, fund_amount]
  catalogue: [name, valid_from, valid_until, kind, issued_by, charge_class, fund_payable]
  claims: [claim_id, fund_amount]
absence: [catalogue]
evidence:
  service_on: {zh: 费用日期, en: day of the service}
  catalogue_code: {zh: 目录编码, en: code}
  name: {zh: 名称, en: name}
  charged_amount: {zh: 记给基金, en: charged to the fund, unit: 元}
alert:
  zh: "{service_on} {name}（{catalogue_code}）只在地方目录内，当日应执行国家或省级目录"
  en: "{service_on} {name} ({catalogue_code}) is only in a local catalogue, while that of state or province applies"
*/
WITH payable AS (
    SELECT code, name, kind, issued_by, valid_from, valid_until
    FROM catalogue
    WHERE COALESCE(fund_payable, COALESCE(charge_class, 'a') <> 'c')
),
upper_codes AS (
    SELECT code, valid_from, valid_until FROM payable WHERE issued_by IN ('state', 'province')
),
billed AS (
    SELECT row, claim_id, catalogue_code, catalogue_name, COALESCE(catalogue_name, institution_item_name) AS name,
           service_on, amount,
           CASE WHEN (fund_amount = 0 AND in_scope_amount > 0) IS NOT TRUE
                THEN COALESCE(fund_amount, in_scope_amount, CASE WHEN out_of_scope_amount >= amount THEN 0 END)
                END AS charged, fund_amount
    FROM net_lines
    WHERE (amount <= 0) IS NOT TRUE
),
below AS (
    SELECT b.row, b.claim_id, b.catalogue_code, b.catalogue_name, b.name, b.service_on, b.amount, b.charged,
           b.fund_amount
    FROM billed AS b
    LEFT JOIN upper_codes AS u ON u.code = b.catalogue_code AND b.service_on >= u.valid_from
        AND b.service_on <= u.valid_until
    WHERE u.code IS NULL AND (b.charged <= 0) IS NOT TRUE
),
uncoded AS (
    SELECT name, kind, issued_by, valid_from, valid_until
    FROM payable
    WHERE code IS NULL
    GROUP BY name, kind, issued_by, valid_from, valid_until
),
-- Entries without a code that may be the line's; in those of state or province it is no offence.
perhaps AS (
    SELECT b.row, b.service_on, COALESCE(u.kind, 'other') AS kind,
           CASE WHEN u.issued_by IS NULL OR u.valid_from IS NULL THEN 1 ELSE 0 END AS doubtful,
           CASE WHEN u.issued_by = 'local' THEN 0 ELSE 1 END AS above,
           CASE WHEN u.issued_by IN ('state', 'province') THEN 0 ELSE 1 END AS local
    FROM below AS b
    JOIN uncoded AS u ON (u.name <> b.catalogue_name) IS NOT TRUE
    WHERE (b.service_on < u.valid_from OR b.service_on > u.valid_until) IS NOT TRUE
),
local_kinds AS (
    SELECT b.row, b.service_on, COALESCE(p.kind, 'other') AS kind,
           max(CASE WHEN p.issued_by IS NULL OR p.valid_from IS NULL THEN 1 ELSE 0 END) AS doubtful
    FROM below AS b
    JOIN payable AS p ON p.code = b.catalogue_code
    WHERE p.valid_from IS NULL OR (b.service_on >= p.valid_from AND b.service_on <= p.valid_until)
    GROUP BY b.row, b.service_on, COALESCE(p.kind, 'other')
),
days AS (
    SELECT kind, service_on FROM local_kinds GROUP BY kind, service_on
    UNION
    SELECT kind, service_on FROM perhaps GROUP BY kind, service_on
),
periods AS (
    SELECT kind, issued_by, valid_from, valid_until FROM catalogue WHERE COALESCE(issued_by, 'state') <> 'local'
    GROUP BY kind, issued_by, valid_from, valid_until
),
-- Of its own kind and certainly in force, or one that may be.
in_force AS (
    SELECT d.kind, d.service_on,
           max(CASE WHEN p.kind = d.kind AND d.kind <> 'other' AND p.issued_by IS NOT NULL
               AND d.service_on >= p.valid_from THEN 1 ELSE 0 END) AS own
    FROM days AS d
    JOIN periods AS p ON d.service_on <= p.valid_until
    WHERE (d.service_on >= p.valid_from) IS NOT FALSE
      AND (p.kind = d.kind OR (d.kind = 'consumable' AND p.kind = 'item'))
    GROUP BY d.kind, d.service_on
),
-- A code may be in local catalogues of several kinds, of which some are replaced and some are not.
placed AS (
    SELECT l.row,
           max(CASE WHEN l.doubtful = 1 OR f.own = 0
               OR (f.kind IS NULL AND l.kind NOT IN ('item', 'consumable', 'inpatient_standard')) THEN 1
               ELSE 0 END) AS doubtful,
           max(CASE WHEN f.own = 1 THEN 1 ELSE 0 END) AS replaced,
           max(CASE WHEN f.kind IS NULL THEN 1 ELSE 0 END) AS standing
    FROM local_kinds AS l
    LEFT JOIN in_force AS f ON f.kind = l.kind AND f.service_on = l.service_on
    GROUP BY l.row
),
unplaced AS (
    SELECT p.row, max(p.above) AS above,
           max(CASE WHEN p.local = 1 AND (p.doubtful = 1 OR f.kind IS NOT NULL
               OR p.kind NOT IN ('item', 'consumable', 'inpatient_standard')) THEN 1 ELSE 0 END) AS offends
    FROM perhaps AS p
    LEFT JOIN in_force AS f ON f.kind = p.kind AND f.service_on = p.service_on
    GROUP BY p.row
),
-- part: claims_unpaid,
paid AS (
    SELECT claim_id, CASE WHEN count(fund_amount) = count(*) THEN max(fund_amount) END AS fund_amount
    FROM claims
    GROUP BY claim_id
)
SELECT b.claim_id, b.row AS line_row,
       CASE WHEN b.catalogue_code IS NULL OR b.service_on IS NULL OR l.row IS NULL OR l.doubtful = 1 OR l.standing = 1
           OR u.above = 1
           OR b.charged IS NULL OR (b.fund_amount IS NULL AND c.claim_id IS NULL
                                    AND ($unread_claims > 0 OR (b.claim_id IS NULL AND z.claims_count > 0)))
           THEN 'unknown'
           ELSE 'fail' END AS verdict,
       least(COALESCE(b.charged, b.amount), b.amount) AS amount,
       b.service_on, b.catalogue_code, b.name, b.charged AS charged_amount
FROM below AS b
CROSS JOIN unpaid AS z
LEFT JOIN placed AS l ON l.row = b.row
LEFT JOIN unplaced AS u ON u.row = b.row
LEFT JOIN paid AS c ON c.claim_id = b.claim_id
WHERE (l.row IS NOT NULL OR b.catalogue_code IS NULL OR b.service_on IS NULL OR u.offends = 1)
  AND (l.doubtful = 0 AND l.replaced = 0) IS NOT TRUE
  AND ((b.charged IS NULL OR b.fund_amount IS NULL) AND c.fund_amount = 0) IS NOT TRUE
