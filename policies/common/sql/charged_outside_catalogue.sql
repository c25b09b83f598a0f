/*
title: {zh: 目录外费用记入基金, en: Cost outside the catalogue charged to the fund}
offence:
  zh: >-
    记给工伤保险基金的明细，其编码在费用当日不在这一类目录里，或目录写明基金不付（丙类、自费）。
    规则不限目录种类的，不在任何一种目录里才算
  en: >-
    a line charged to the fund whose code is, on the day of the service, not in the catalogue of its kind, or is there
    as not payable (class C); where a rule asks of no kind in particular, not in any catalogue
not_an_offence:
  zh: 没有记给基金的目录外费用（目录外本身不违规）；已冲销的明细；没写目录类别（或写其他）而编码在别的目录里的明细（那就是别的类别，除非这一类目录写明基金不付）
  en: >-
    costs outside the catalogue that are not charged to the fund (being outside is no offence by itself); reversed
    lines; a line without a stated kind, or of kind “other”, whose code stands in another catalogue (it then is of that
    kind, unless the one of this kind says that the fund does not pay)
unknown:
  zh: >-
    没有编码、日期或类别（写其他也是没有说明类别）；编码与目录里的只差大小写；目录有的条目没有写编码，可能就是它（名称相同或没有写）；费用当日没有这一类目录（没有提供）；条目没有生效日期；
    不知是否记给基金（明细的基金支付、符合范围、全自费金额都没有，
    或者基金支付是 0 而符合范围不是，结算单的基金支付也不是 0；明细没有写基金支付，而有的结算单没有读懂、其中可能有它的，或者它没有写结算单号而有的结算单基金没有付）。
    写明的类别与编码所在的目录不同的，当日一个目录写明基金不付、另一个可付的，须由人认定
  en: >-
    no code, day or kind (“other” tells no kind either); a code that differs from a listed one in its case only; an
    entry without a code that may be the line's, of its name or where a name is not told; no catalogue of the kind given
    for that day; an entry without its first day; not known whether it is charged to the fund, or stated both ways, or
    not stated by the line where its claim may be one that could not be read, or is not told while the fund pays nothing
    of some claim. Where the stated kind differs from the catalogue that has the code, or one catalogue of the day says
    that the fund does not pay and another that it does, a person decides
money: {zh: 记给基金的金额, en: the amount charged to the fund}
bearer: worker
judges:
  table: net_lines
  where: "$kind = 'any' OR COALESCE(NULLIF(catalogue_kind, 'other'), category_kind, $kind) = $kind"
needs: {lines: [catalogue_code, service_on], catalogue: [code]}
optional:
  lines: [claim_id, catalogue_name, catalogue_kind, charge_category, institution_item_name, amount,
      out_of_scope_amount, in_scope_amount, fund_amount]
  catalogue: [name, valid_from, valid_until, kind, charge_class, fund_payable]
  claims: [claim_id, fund_amount]
absence: [catalogue]
parameters:
  kind: {zh: 目录类别, en: kind of catalogue, type: text}
  also: {zh: 同样算数的目录类别, en: kind that counts too, type: text}
evidence:
  service_on: {zh: 费用日期, en: day of the service}
  catalogue_code: {zh: 目录编码, en: code}
  name: {zh: 名称, en: name}
  charged_amount: {zh: 记给基金, en: charged to the fund, unit: 元}
alert:
  zh: "{service_on} {name}（{catalogue_code}）当日不在目录内，基金不付，不应记入基金"
  en: "{service_on} {name} ({catalogue_code}) is not in the catalogue on that day: not the fund's"
*/
WITH payable AS (
    SELECT code, kind, valid_from, valid_until
    FROM catalogue
    WHERE COALESCE(fund_payable, COALESCE(charge_class, 'a') <> 'c')
),
own AS (
    SELECT code, valid_from, valid_until
    FROM payable
    WHERE $kind = 'any' OR kind = $kind OR kind = $also
),
billed AS (
    SELECT row, claim_id, catalogue_code, COALESCE(catalogue_name, institution_item_name) AS name, service_on, amount,
           NULLIF(catalogue_kind, 'other') AS stated,
           COALESCE(NULLIF(catalogue_kind, 'other'), category_kind) AS kind,
           CASE WHEN (fund_amount = 0 AND in_scope_amount > 0) IS NOT TRUE
                THEN COALESCE(fund_amount, in_scope_amount, CASE WHEN out_of_scope_amount >= amount THEN 0 END)
                END AS charged, fund_amount
    FROM net_lines
    WHERE (amount <= 0) IS NOT TRUE
),
denied AS (
    SELECT code, valid_from, valid_until
    FROM catalogue
    WHERE NOT COALESCE(fund_payable, COALESCE(charge_class, 'a') <> 'c')
      AND ($kind = 'any' OR kind = $kind OR kind = $also)
),
contested AS (
    SELECT b.row, b.claim_id, b.catalogue_code, b.name, b.service_on, b.amount, b.charged,
           b.fund_amount, max(CASE WHEN b.service_on >= d.valid_from THEN 1 ELSE 0 END) AS certain
    FROM billed AS b
    JOIN denied AS d ON d.code = b.catalogue_code AND (b.service_on >= d.valid_from) IS NOT FALSE
        AND b.service_on <= d.valid_until
    JOIN own AS o ON o.code = b.catalogue_code AND b.service_on >= o.valid_from AND b.service_on <= o.valid_until
    WHERE ($kind = 'any' OR COALESCE(b.kind, $kind) = $kind) AND (b.charged <= 0) IS NOT TRUE
    GROUP BY b.row, b.claim_id, b.catalogue_code, b.name, b.service_on, b.amount, b.charged, b.fund_amount
),
outside AS (
    SELECT b.row, b.claim_id, b.catalogue_code, b.name, b.service_on, b.amount, b.stated, b.kind, b.charged,
           b.fund_amount
    FROM billed AS b
    LEFT JOIN own AS o ON o.code = b.catalogue_code AND b.service_on >= o.valid_from AND b.service_on <= o.valid_until
    WHERE o.code IS NULL
      AND ($kind = 'any' OR COALESCE(b.kind, $kind) = $kind)
      AND (b.charged <= 0) IS NOT TRUE
),
listed AS (
    SELECT x.row,
           max(CASE WHEN p.valid_from IS NULL AND ($kind = 'any' OR p.kind = $kind OR p.kind = $also) THEN 1
               ELSE 0 END) AS doubtful,
           max(CASE WHEN p.valid_from IS NULL AND (x.service_on > p.valid_until) IS NOT TRUE THEN 1 ELSE 0
               END) AS perhaps_elsewhere,
           max(CASE WHEN x.service_on >= p.valid_from AND x.service_on <= p.valid_until THEN 1 ELSE 0 END) AS elsewhere
    FROM outside AS x
    JOIN payable AS p ON p.code = x.catalogue_code
    GROUP BY x.row
),
refused AS (
    SELECT x.row
    FROM outside AS x
    JOIN denied AS d ON d.code = x.catalogue_code AND (x.service_on >= d.valid_from) IS NOT FALSE
        AND x.service_on <= d.valid_until
    GROUP BY x.row
),
-- part: miswritten_codes,
days AS (
    SELECT kind, service_on FROM outside GROUP BY kind, service_on
),
periods AS (
    SELECT kind, valid_from, valid_until FROM catalogue GROUP BY kind, valid_from, valid_until
),
in_force AS (
    SELECT d.kind, d.service_on
    FROM days AS d
    JOIN periods AS p ON d.service_on >= p.valid_from AND d.service_on <= p.valid_until
    WHERE p.kind = d.kind OR (d.kind = $kind AND p.kind = $also)
    GROUP BY d.kind, d.service_on
),
-- part: claims_unpaid,
paid AS (
    SELECT claim_id, CASE WHEN count(fund_amount) = count(*) THEN max(fund_amount) END AS fund_amount
    FROM claims
    GROUP BY claim_id
)
SELECT x.claim_id, x.row AS line_row,
       CASE WHEN x.catalogue_code IS NULL OR x.service_on IS NULL OR l.doubtful = 1 OR f.kind IS NULL
                OR m.row IS NOT NULL THEN 'unknown'
            WHEN l.elsewhere = 1 THEN 'review'
            WHEN x.charged IS NULL OR l.perhaps_elsewhere = 1 THEN 'unknown'
            WHEN x.fund_amount IS NULL AND c.claim_id IS NULL
                 AND ($unread_claims > 0 OR (x.claim_id IS NULL AND z.claims_count > 0)) THEN 'unknown'
            ELSE 'fail' END AS verdict,
       least(COALESCE(x.charged, x.amount), x.amount) AS amount,
       x.service_on, x.catalogue_code, x.name, x.charged AS charged_amount
FROM outside AS x
CROSS JOIN unpaid AS z
LEFT JOIN listed AS l ON l.row = x.row
LEFT JOIN misspelt AS m ON m.row = x.row
LEFT JOIN refused AS r ON r.row = x.row
LEFT JOIN in_force AS f ON f.kind = x.kind AND f.service_on = x.service_on
LEFT JOIN paid AS c ON c.claim_id = x.claim_id
WHERE ((x.charged IS NULL OR x.fund_amount IS NULL) AND c.fund_amount = 0) IS NOT TRUE
  AND (l.elsewhere = 1 AND x.stated IS NULL AND r.row IS NULL) IS NOT TRUE
UNION ALL
SELECT x.claim_id, x.row AS line_row, CASE WHEN x.certain = 1 THEN 'review' ELSE 'unknown' END AS verdict,
       least(COALESCE(x.charged, x.amount), x.amount) AS amount,
       x.service_on, x.catalogue_code, x.name, x.charged AS charged_amount
FROM contested AS x
LEFT JOIN paid AS c ON c.claim_id = x.claim_id
WHERE ((x.charged IS NULL OR x.fund_amount IS NULL) AND c.fund_amount = 0) IS NOT TRUE
