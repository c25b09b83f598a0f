/*
title: {zh: 自费转工伤的费用不在三项目录内, en: Converted costs outside the three catalogues}
offence:
  zh: 认定后由自费转为工伤结算的结算单里，记给基金而费用当日不在诊疗项目（含耗材）、药品、住院服务标准三项目录内的明细
  en: >-
    in a claim turned from self-paid into injury settlement, a line charged to the fund that is in none of the three
    catalogues (items with consumables, drugs, inpatient standard) on its day
not_an_offence:
  zh: 没有转工伤结算的结算单；没有记给基金的明细；已冲销的明细
  en: claims that were not converted; lines not charged to the fund; reversed lines
unknown:
  zh: >-
    不知是否转为工伤结算；没有明细而基金付了（或不知付没有付）；明细没有写结算单号；没有编码、日期；编码与目录里的只差大小写；目录有的条目没有写编码，可能就是它（名称相同或没有写）；没有当日的同类目录；
    不知是否记给基金（基金支付是 0 而符合范围不是的也是）。
    条目没有写种类；只在康复项目、辅助器具目录里的，或者当日一个目录写明基金不付、另一个可付的，须由人认定：第二十六条说三项目录，第十二条说四种，第三十六条说辅助器具参照执行
  en: >-
    whether it was converted is not known; no lines, unless the fund pays nothing; lines that name no claim; no code or
    day; a code that differs from a listed one in its case only; an entry without a code that may be the line's, of its
    name or where a name is not told; no catalogue of the kind for that day; not known
    whether charged to the fund, or stated both ways; an entry of no kind. What one catalogue of the day calls payable
    and another does not, or is only in the catalogue of rehabilitation or of devices, is for a person to decide: one
    article names three catalogues, another four, and a third has devices go by the same rules
money: {zh: 记给基金的金额, en: the amount charged to the fund}
bearer: worker
judges:
- {table: claims, where: "(converted_on IS NULL AND converted_on_none) IS NOT TRUE"}
- {table: net_lines, where: "claim_id IS NULL AND (amount <= 0) IS NOT TRUE"}
needs: {claims: [claim_id, converted_on], lines: [claim_id, catalogue_code, service_on], catalogue: [code]}
optional:
  claims: [fund_amount]
  lines: [catalogue_name, catalogue_kind, charge_category, institution_item_name, amount, out_of_scope_amount,
      in_scope_amount, fund_amount]
  catalogue: [name, valid_from, valid_until, kind, charge_class, fund_payable]
absence: [catalogue]
evidence:
  converted_on: {zh: 转工伤结算日期, en: converted on}
  service_on: {zh: 费用日期, en: day of the service}
  catalogue_code: {zh: 目录编码, en: code}
  name: {zh: 名称, en: name}
  charged_amount: {zh: 记给基金, en: charged to the fund, unit: 元}
alert:
  zh: "{service_on} {name}（{catalogue_code}）不在三项目录内，转工伤结算时不应记入基金"
  en: "{service_on} {name} ({catalogue_code}) is in none of the three catalogues: not the fund's on conversion"
*/
WITH payable AS (
    SELECT code, kind, valid_from, valid_until
    FROM catalogue
    WHERE COALESCE(fund_payable, COALESCE(charge_class, 'a') <> 'c')
),
three AS (
    SELECT code, valid_from, valid_until FROM payable WHERE kind IN ('item', 'consumable', 'drug', 'inpatient_standard')
),
converted AS (
    SELECT claim_id, max(converted_on) AS converted_on,
           CASE WHEN count(fund_amount) = count(*) THEN max(fund_amount) END AS fund_amount
    FROM claims
    WHERE (converted_on IS NULL AND converted_on_none) IS NOT TRUE
    GROUP BY claim_id
),
billed AS (
    SELECT l.row, l.claim_id, l.catalogue_code, COALESCE(l.catalogue_name, l.institution_item_name) AS name,
           l.service_on, l.amount, c.converted_on,
           COALESCE(NULLIF(l.catalogue_kind, 'other'), l.category_kind) AS kind,
           CASE WHEN (l.fund_amount = 0 AND l.in_scope_amount > 0 AND (c.fund_amount = 0) IS NOT TRUE) THEN NULL
                ELSE COALESCE(l.fund_amount, CASE WHEN c.fund_amount = 0 THEN 0 END, l.in_scope_amount,
                    CASE WHEN l.out_of_scope_amount >= l.amount THEN 0 END) END AS charged
    FROM net_lines AS l
    LEFT JOIN converted AS c ON c.claim_id = l.claim_id
    WHERE (l.amount <= 0) IS NOT TRUE AND (c.claim_id IS NOT NULL OR l.claim_id IS NULL)
),
denied AS (
    SELECT code, valid_from, valid_until
    FROM catalogue
    WHERE NOT COALESCE(fund_payable, COALESCE(charge_class, 'a') <> 'c')
      AND kind IN ('item', 'consumable', 'drug', 'inpatient_standard')
),
contested AS (
    SELECT b.row, b.claim_id, b.catalogue_code, b.name, b.service_on, b.amount, b.converted_on, b.charged,
           max(CASE WHEN b.service_on >= d.valid_from THEN 1 ELSE 0 END) AS certain
    FROM billed AS b
    JOIN denied AS d ON d.code = b.catalogue_code AND (b.service_on >= d.valid_from) IS NOT FALSE
        AND b.service_on <= d.valid_until
    JOIN three AS t ON t.code = b.catalogue_code AND b.service_on >= t.valid_from AND b.service_on <= t.valid_until
    WHERE (b.charged <= 0) IS NOT TRUE
    GROUP BY b.row, b.claim_id, b.catalogue_code, b.name, b.service_on, b.amount, b.converted_on, b.charged
),
outside AS (
    SELECT b.row, b.claim_id, b.catalogue_code, b.name, b.service_on, b.amount, b.converted_on, b.kind, b.charged
    FROM billed AS b
    LEFT JOIN three AS t ON t.code = b.catalogue_code AND b.service_on >= t.valid_from AND b.service_on <= t.valid_until
    WHERE t.code IS NULL AND (b.charged <= 0) IS NOT TRUE
),
listed AS (
    SELECT x.row,
           max(CASE WHEN p.valid_from IS NULL OR (COALESCE(p.kind, 'other') = 'other' AND x.service_on >= p.valid_from
               AND x.service_on <= p.valid_until) THEN 1 ELSE 0 END) AS doubtful,
           max(CASE WHEN p.kind IN ('rehabilitation_item', 'assistive_device') AND x.service_on >= p.valid_from
               AND x.service_on <= p.valid_until THEN 1 ELSE 0 END) AS elsewhere
    FROM outside AS x
    JOIN payable AS p ON p.code = x.catalogue_code
    GROUP BY x.row
),
-- part: miswritten_codes,
-- part: kinds_in_force
SELECT x.claim_id, x.row AS line_row,
       CASE WHEN x.converted_on IS NULL OR x.catalogue_code IS NULL OR x.service_on IS NULL
           OR l.doubtful = 1 OR m.row IS NOT NULL THEN 'unknown'
            WHEN l.elsewhere = 1 THEN 'review'
            WHEN f.kind IS NULL OR x.charged IS NULL THEN 'unknown'
            ELSE 'fail' END AS verdict,
       least(COALESCE(x.charged, x.amount), x.amount) AS amount,
       x.converted_on, x.service_on, x.catalogue_code, x.name, x.charged AS charged_amount
FROM outside AS x
LEFT JOIN listed AS l ON l.row = x.row
LEFT JOIN misspelt AS m ON m.row = x.row
LEFT JOIN in_force AS f ON f.kind = x.kind AND f.service_on = x.service_on
UNION ALL
SELECT x.claim_id, x.row AS line_row,
       CASE WHEN x.certain = 1 AND x.converted_on IS NOT NULL THEN 'review' ELSE 'unknown' END AS verdict,
       least(COALESCE(x.charged, x.amount), x.amount) AS amount,
       x.converted_on, x.service_on, x.catalogue_code, x.name, x.charged AS charged_amount
FROM contested AS x
UNION ALL
SELECT c.claim_id, CAST(NULL AS BIGINT) AS line_row, 'unknown' AS verdict, c.fund_amount AS amount,
       c.converted_on, CAST(NULL AS DATE) AS service_on, CAST(NULL AS VARCHAR) AS catalogue_code,
       CAST(NULL AS VARCHAR) AS name, CAST(NULL AS DECIMAL(18,6)) AS charged_amount
FROM converted AS c
WHERE (c.fund_amount = 0) IS NOT TRUE
  AND NOT EXISTS (SELECT 1 FROM lines AS l WHERE l.claim_id = c.claim_id)
