/*
title: {zh: 没有用标准编码, en: No standard code}
offence:
  zh: 药品、诊疗项目、耗材（或按参数，辅助器具）的编码，从来不在国家或省级目录库里，而当日有该类的国家或省级目录
  en: >-
    the code of a drug, item or consumable (or, by the parameter, device) was never in a catalogue of state or province,
    while one of its kind is in force on that day
not_an_offence:
  zh: >-
    曾在目录库、当日已失效的编码（由停用编码的规则判定）；已冲销的、金额不大于 0 的明细；别类的明细。
    写明的类别与编码在目录库里的类别不同的（药品用了辅助器具的编码），须由人认定
  en: >-
    codes that were there once (another rule's); reversed lines and lines of no amount; lines of other kinds. Where the
    stated kind is not the one of the code (a drug under the code of a device), a person decides
unknown:
  zh: >-
    没有编码或日期；编码与目录库里的只差大小写；目录库（或不知由谁制定的目录）有的条目没有写编码，可能就是它（名称相同或没有写）；
    不知类别（写“其他”也是）；没有当日的国家或省级同类目录（耗材只有诊疗项目目录也是）；目录没有写由谁制定
  en: >-
    no code, day or kind (“other” is none); a code that differs from a listed one in its case only; an entry without a
    code, not of a local catalogue, that may be the line's, of its name or where a name is not told; no catalogue of
    state or province of the kind for that day (for a consumable one of items alone is none); a catalogue that does not
    say who issued it
money: {zh: 不计金额, en: none}
bearer: institution
judges:
  table: net_lines
  where: >-
    (amount <= 0) IS NOT TRUE AND CASE WHEN $devices THEN COALESCE(NULLIF(catalogue_kind, 'other'), category_kind,
    'assistive_device') = 'assistive_device' ELSE COALESCE(NULLIF(catalogue_kind, 'other'), category_kind, 'item') IN
    ('drug', 'item', 'consumable') END
needs: {lines: [catalogue_code, service_on], catalogue: [code]}
optional:
  lines: [claim_id, catalogue_name, catalogue_kind, charge_category, institution_item_code, institution_item_name,
      amount]
  catalogue: [name, valid_from, valid_until, kind, issued_by]
absence: [catalogue]
parameters:
  devices: {zh: 辅助器具, en: devices, type: boolean}
evidence:
  service_on: {zh: 费用日期, en: day of the service}
  catalogue_code: {zh: 目录编码, en: code}
  institution_item_code: {zh: 院内编码, en: institution's code}
  name: {zh: 名称, en: name}
alert:
  zh: "{service_on} {name}（{catalogue_code}）不是目录库里的标准编码"
  en: "{service_on} {name} ({catalogue_code}) is no standard code"
*/
WITH standard AS (
    SELECT code,
           max(CASE WHEN kind = 'drug' THEN 1 ELSE 0 END) AS drug,
           max(CASE WHEN kind = 'assistive_device' THEN 1 ELSE 0 END) AS device,
           max(CASE WHEN kind NOT IN ('drug', 'assistive_device') THEN 1 ELSE 0 END) AS other,
           max(CASE WHEN kind IS NULL THEN 1 ELSE 0 END) AS unsure
    FROM catalogue
    WHERE issued_by IN ('state', 'province') AND code IS NOT NULL
    GROUP BY code
),
uncoded AS (
    SELECT name FROM catalogue WHERE code IS NULL AND (issued_by = 'local') IS NOT TRUE GROUP BY name
),
unattributed AS (
    SELECT upper(code) AS code FROM catalogue WHERE issued_by IS NULL AND code IS NOT NULL GROUP BY upper(code)
),
billed AS (
    SELECT row, claim_id, catalogue_code, catalogue_name, institution_item_code,
           COALESCE(catalogue_name, institution_item_name) AS name, service_on,
           NULLIF(catalogue_kind, 'other') AS stated, COALESCE(NULLIF(catalogue_kind, 'other'), category_kind) AS kind
    FROM net_lines
    WHERE (amount <= 0) IS NOT TRUE
),
strange AS (
    SELECT b.row, b.claim_id, b.catalogue_code, b.catalogue_name, b.institution_item_code, b.name, b.service_on, b.kind
    FROM billed AS b
    LEFT JOIN standard AS s ON s.code = b.catalogue_code
    WHERE s.code IS NULL
      AND (b.kind IS NULL OR ($devices AND b.kind = 'assistive_device')
          OR (NOT $devices AND b.kind IN ('drug', 'item', 'consumable')))
),
misspelt AS (
    SELECT a.row
    FROM (SELECT x.row FROM strange AS x JOIN standard AS s ON upper(s.code) = upper(x.catalogue_code)
          UNION ALL
          SELECT x.row FROM strange AS x JOIN uncoded AS u ON (u.name <> x.catalogue_name) IS NOT TRUE) AS a
    GROUP BY a.row
),
days AS (
    SELECT kind, service_on FROM strange GROUP BY kind, service_on
),
periods AS (
    SELECT kind, valid_from, valid_until FROM catalogue WHERE issued_by IN ('state', 'province')
    GROUP BY kind, valid_from, valid_until
),
in_force AS (
    SELECT d.kind, d.service_on
    FROM days AS d
    JOIN periods AS p ON d.service_on >= p.valid_from AND d.service_on <= p.valid_until
    WHERE p.kind = d.kind
    GROUP BY d.kind, d.service_on
)
SELECT x.claim_id, x.row AS line_row,
       CASE WHEN x.catalogue_code IS NULL OR x.service_on IS NULL OR f.kind IS NULL OR u.code IS NOT NULL
           OR m.row IS NOT NULL THEN 'unknown'
           ELSE 'fail' END AS verdict,
       CAST(0 AS DECIMAL(18,6)) AS amount, x.service_on, x.catalogue_code, x.institution_item_code, x.name
FROM strange AS x
LEFT JOIN unattributed AS u ON u.code = upper(x.catalogue_code)
LEFT JOIN misspelt AS m ON m.row = x.row
LEFT JOIN in_force AS f ON f.kind = x.kind AND f.service_on = x.service_on
UNION ALL
SELECT b.claim_id, b.row AS line_row, 'review' AS verdict, CAST(0 AS DECIMAL(18,6)) AS amount, b.service_on,
       b.catalogue_code, b.institution_item_code, b.name
FROM billed AS b
JOIN standard AS s ON s.code = b.catalogue_code
WHERE s.unsure = 0
  AND (($devices AND b.stated = 'assistive_device' AND s.device = 0)
      OR (NOT $devices AND b.stated = 'drug' AND s.drug = 0)
      OR (NOT $devices AND b.stated IN ('item', 'consumable') AND s.other = 0))
