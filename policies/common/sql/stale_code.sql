/*
title: {zh: 用了停用或未启用的编码, en: Code not in force}
offence:
  zh: 编码在国家或省级目录库里，但费用当日已经失效或还没有生效
  en: "a code of the catalogues of state or province that, on the day of the service, is no longer or not yet in force"
not_an_offence:
  zh: 当日有效的编码（有效期的首日和末日都算有效）；目录库里从来没有的编码（由标准编码的规则判定）；已冲销的明细
  en: >-
    codes in force that day, first and last day included; codes that were never there (another rule's); reversed lines
unknown:
  zh: 没有编码或日期；条目没有生效日期；当日有效的条目编码只差大小写、没有写由谁制定，或者同名（或没有写名称）而没有编码；没有提供国家或省级目录
  en: >-
    no code or day; an entry without its first day; an entry in force that day whose code differs in its case only, that
    does not say who issued it, or (of its name, or of none) has no code; no catalogue of state or province given
money: {zh: 不计金额, en: none}
bearer: institution
judges: {table: net_lines, where: "(amount <= 0) IS NOT TRUE"}
needs: {lines: [catalogue_code, service_on], catalogue: [code]}
optional:
  lines: [claim_id, catalogue_name, institution_item_name, amount]
  catalogue: [valid_from, valid_until, name, issued_by]
absence: [catalogue]
evidence:
  service_on: {zh: 费用日期, en: day of the service}
  catalogue_code: {zh: 目录编码, en: code}
  name: {zh: 名称, en: name}
  valid_from: {zh: 生效日期, en: in force from}
  valid_until: {zh: 失效日期, en: in force until}
alert:
  zh: "{service_on} {name}（{catalogue_code}）的编码当日无效（{valid_from} 至 {valid_until}）"
  en: "{service_on} {name}: code {catalogue_code} is in force from {valid_from} until {valid_until}"
*/
WITH standard AS (
    SELECT code, valid_from, valid_until FROM catalogue WHERE issued_by IN ('state', 'province')
),
known AS (
    SELECT count(*) AS entries_count FROM standard
),
billed AS (
    SELECT row, claim_id, catalogue_code, COALESCE(catalogue_name, institution_item_name) AS name,
           catalogue_name AS listed_name, service_on
    FROM net_lines
    WHERE (amount <= 0) IS NOT TRUE
),
not_in_force AS (
    SELECT b.row, b.claim_id, b.catalogue_code, b.name, b.listed_name, b.service_on
    FROM billed AS b
    LEFT JOIN standard AS s ON s.code = b.catalogue_code AND b.service_on >= s.valid_from
        AND b.service_on <= s.valid_until
    WHERE s.code IS NULL
),
listed AS (
    SELECT n.row, max(CASE WHEN s.valid_from IS NULL THEN 1 ELSE 0 END) AS doubtful, min(s.valid_from) AS valid_from,
           max(s.valid_until) AS valid_until
    FROM not_in_force AS n
    JOIN standard AS s ON s.code = n.catalogue_code
    GROUP BY n.row
),
perhaps AS (
    SELECT a.row
    FROM (SELECT n.row
          FROM not_in_force AS n
          JOIN catalogue AS c ON upper(c.code) = upper(n.catalogue_code)
          WHERE (c.issued_by = 'local') IS NOT TRUE AND (c.issued_by IS NULL OR c.code <> n.catalogue_code)
            AND (n.service_on < c.valid_from OR n.service_on > c.valid_until) IS NOT TRUE
          UNION ALL
          SELECT n.row
          FROM not_in_force AS n
          JOIN catalogue AS c ON (c.name <> n.listed_name) IS NOT TRUE
          WHERE c.code IS NULL AND (c.issued_by = 'local') IS NOT TRUE
            AND (n.service_on < c.valid_from OR n.service_on > c.valid_until) IS NOT TRUE) AS a
    GROUP BY a.row
)
SELECT n.claim_id, n.row AS line_row,
       CASE WHEN n.catalogue_code IS NULL OR n.service_on IS NULL OR k.entries_count = 0
           OR l.doubtful = 1 OR p.row IS NOT NULL THEN 'unknown' ELSE 'fail' END AS verdict,
       CAST(0 AS DECIMAL(18,6)) AS amount, n.service_on, n.catalogue_code, n.name, l.valid_from, l.valid_until
FROM not_in_force AS n
CROSS JOIN known AS k
LEFT JOIN listed AS l ON l.row = n.row
LEFT JOIN perhaps AS p ON p.row = n.row
WHERE l.row IS NOT NULL OR n.catalogue_code IS NULL OR n.service_on IS NULL OR k.entries_count = 0
