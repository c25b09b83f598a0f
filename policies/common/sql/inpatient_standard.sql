/*
title: {zh: 超出住院服务标准, en: Beyond the inpatient service standard}
offence:
  zh: 床位等住院服务费记给基金，而编码在费用当日不在住院服务标准里，或记给基金的部分超过本级机构的标准（每单位标准乘以数量，四舍五入到分）
  en: >-
    a bed or other inpatient service charged to the fund whose code is not in the inpatient standard on that day, or for
    more than the standard of the institution's level times the quantity, rounded to the fen
not_an_offence:
  zh: 没有记给基金的住院服务费；超出标准而由个人负担的部分（是否告知、签字由别的规则判定）；已冲销的明细；写明目录类别不是住院服务标准的（没有写或写“其他”的，看编码当日在哪个目录，再看费用类别）
  en: >-
    services not charged to the fund; what the worker pays beyond the standard (notice and signature are for other
    rules); reversed lines; lines of another stated kind (without one, or of “other”, the catalogues that have
    the code that day tell, then the category)
unknown:
  zh: >-
    没有编码、日期、数量；编码与标准里的只差大小写；目录有的条目没有写编码，可能就是它（名称相同或没有写）；当日没有住院服务标准；没有找到编码而目录有的行没有读懂；条目没有写标准金额；
    不知机构级别而各级标准不同、或者不是各级都写了；不知是不是住院服务费，而住院服务标准和别的目录都有这个编码；
    不知记给基金多少（明细没有写而它的结算单可能没有读懂、没有写结算单号而有的结算单基金没有付的也是）。不在标准而在别的目录的，或者当日一个目录写明基金不付、另一个可付的，
    须由人认定
  en: >-
    no code, day or quantity; a code that differs from a listed one in its case only; an entry without a code that may
    be the line's, of its name or where a name is not told; no standard given for that day;
    a code not found while rows of the catalogues could not be read; an entry without an amount; the institution's level
    is not known where it matters, or not every level has an amount; not known to be an inpatient service while both
    the standard and another catalogue have the code; not known how much is charged to the fund (so too where
    the line does not state it and its claim may be one that could not be read, or is not told while the fund pays
    nothing of some claim). What is in another catalogue instead,
    or not payable by one catalogue of the day and payable by another, is for a person to decide
money: {zh: 记给基金而超出标准的部分, en: what is charged to the fund beyond the standard}
bearer: worker
judges: {table: net_lines, where: "COALESCE(catalogue_kind, 'other') IN ('inpatient_standard', 'other')"}
needs: {lines: [catalogue_code, service_on, quantity], catalogue: [code]}
optional:
  lines: [claim_id, catalogue_name, catalogue_kind, charge_category, institution_item_name, amount,
      out_of_scope_amount, in_scope_amount, fund_amount]
  catalogue: [name, valid_from, valid_until, ceiling_amount, kind, charge_class, fund_payable, ceiling_level_3_amount,
      ceiling_level_2_amount, ceiling_level_1_amount]
  claims: [claim_id, institution_code, fund_amount]
  institutions: [institution_code, level]
  batch: [institution_code]
evidence:
  service_on: {zh: 费用日期, en: day of the service}
  catalogue_code: {zh: 目录编码, en: code}
  name: {zh: 名称, en: name}
  quantity: {zh: 数量, en: quantity}
  standard_amount: {zh: 标准, en: standard, unit: 元}
  charged_amount: {zh: 记给基金, en: charged to the fund, unit: 元}
alert:
  zh: "{service_on} {name}：记给基金 {charged_amount} 元，超出住院服务标准（每单位 {standard_amount} 元，数量 {quantity}）"
  en: >-
    {service_on} {name}: {charged_amount} yuan charged to the fund, beyond the inpatient standard of {standard_amount}
    times {quantity}
*/
WITH payable AS (
    SELECT code, kind, valid_from, valid_until, ceiling_amount,
           COALESCE(ceiling_level_3_amount, ceiling_amount) AS level_3,
           COALESCE(ceiling_level_2_amount, ceiling_amount) AS level_2,
           COALESCE(ceiling_level_1_amount, ceiling_amount) AS level_1
    FROM catalogue
    WHERE COALESCE(fund_payable, COALESCE(charge_class, 'a') <> 'c')
),
standards AS (
    SELECT code FROM catalogue WHERE code IS NOT NULL GROUP BY code
    HAVING min(CASE WHEN kind = 'inpatient_standard' THEN 1 ELSE 0 END) = 1
),
several AS (
    SELECT code FROM catalogue WHERE code IS NOT NULL GROUP BY code
    HAVING min(CASE WHEN kind = 'inpatient_standard' THEN 1 ELSE 0 END) = 0
       AND max(CASE WHEN kind = 'inpatient_standard' THEN 1 ELSE 0 END) = 1
),
doubted_days AS (
    SELECT l.catalogue_code AS code, l.service_on
    FROM net_lines AS l JOIN several AS s ON s.code = l.catalogue_code
    WHERE COALESCE(l.catalogue_kind, 'other') = 'other' AND l.service_on IS NOT NULL
    GROUP BY l.catalogue_code, l.service_on
),
standards_that_day AS (
    SELECT d.code, d.service_on
    FROM doubted_days AS d JOIN catalogue AS c ON c.code = d.code
    WHERE (d.service_on < c.valid_from OR d.service_on > c.valid_until) IS NOT TRUE
    GROUP BY d.code, d.service_on
    HAVING min(CASE WHEN c.kind = 'inpatient_standard' THEN 1 ELSE 0 END) = 1
),
billed AS (
    SELECT l.row, l.claim_id, l.catalogue_code, COALESCE(l.catalogue_name, l.institution_item_name) AS name,
           l.service_on, l.quantity, l.amount, NULLIF(l.catalogue_kind, 'other') AS stated,
           NULLIF(l.charge_category, 'other') AS charge_category,
           COALESCE(k.code, t.code) AS known_code,
           CASE WHEN (l.fund_amount = 0 AND l.in_scope_amount > 0) IS NOT TRUE
                THEN COALESCE(l.fund_amount, l.in_scope_amount, CASE WHEN l.out_of_scope_amount >= l.amount THEN 0 END)
                END AS charged, l.fund_amount
    FROM net_lines AS l
    LEFT JOIN standards AS k ON k.code = l.catalogue_code
    LEFT JOIN standards_that_day AS t ON t.code = l.catalogue_code AND t.service_on = l.service_on
    WHERE (l.amount <= 0) IS NOT TRUE
      AND CASE WHEN COALESCE(l.catalogue_kind, 'other') <> 'other' THEN l.catalogue_kind = 'inpatient_standard'
               WHEN COALESCE(k.code, t.code) IS NOT NULL THEN TRUE
               ELSE COALESCE(l.charge_category, 'other') IN ('bed', 'other') END
),
levels AS (
    SELECT c.claim_id, CASE WHEN count(c.fund_amount) = count(*) THEN max(c.fund_amount) END AS fund_amount, CASE
           WHEN min(i.level) = max(i.level) AND count(i.level) = count(*) THEN max(i.level) END AS level
    FROM claims AS c
    CROSS JOIN batch AS b
    LEFT JOIN institutions AS i ON i.institution_code = COALESCE(c.institution_code, b.institution_code)
    GROUP BY c.claim_id
),
held AS (
    SELECT b.row,
           max(CASE WHEN l.kind = 'inpatient_standard' AND b.service_on >= l.valid_from
               AND b.service_on <= l.valid_until THEN 1 ELSE 0 END) AS standing,
           max(CASE WHEN l.kind = 'inpatient_standard' AND l.valid_from IS NULL THEN 1 ELSE 0 END) AS doubtful,
           max(CASE WHEN l.kind <> 'inpatient_standard' AND b.service_on >= l.valid_from
               AND b.service_on <= l.valid_until THEN 1 ELSE 0 END) AS elsewhere,
           max(CASE WHEN l.kind = 'inpatient_standard' AND b.service_on >= l.valid_from
               AND b.service_on <= l.valid_until THEN
               CASE v.level WHEN 'level_3' THEN l.level_3 WHEN 'level_2' THEN l.level_2 WHEN 'level_1' THEN l.level_1
                   WHEN 'unrated' THEN l.level_1
               ELSE CASE WHEN l.level_3 + l.level_2 + l.level_1 IS NOT NULL
                    THEN greatest(l.level_3, l.level_2, l.level_1) END END END) AS highest,
           min(CASE WHEN l.kind = 'inpatient_standard' AND b.service_on >= l.valid_from
               AND b.service_on <= l.valid_until THEN
               CASE v.level WHEN 'level_3' THEN l.level_3 WHEN 'level_2' THEN l.level_2 WHEN 'level_1' THEN l.level_1
                   WHEN 'unrated' THEN l.level_1
               ELSE CASE WHEN l.level_3 + l.level_2 + l.level_1 IS NOT NULL
                    THEN least(l.level_3, l.level_2, l.level_1) END END END) AS lowest
    FROM billed AS b
    LEFT JOIN levels AS v ON v.claim_id = b.claim_id
    JOIN payable AS l ON l.code = b.catalogue_code
    GROUP BY b.row
),
denied AS (
    SELECT b.row, max(CASE WHEN b.service_on >= c.valid_from THEN 1 ELSE 0 END) AS certain
    FROM billed AS b
    JOIN catalogue AS c ON c.code = b.catalogue_code
    WHERE NOT COALESCE(c.fund_payable, COALESCE(c.charge_class, 'a') <> 'c') AND c.kind = 'inpatient_standard'
      AND (b.service_on >= c.valid_from) IS NOT FALSE AND b.service_on <= c.valid_until
    GROUP BY b.row
),
outside AS (
    SELECT b.row, b.catalogue_code, b.service_on
    FROM billed AS b
    LEFT JOIN held AS h ON h.row = b.row
    WHERE (h.standing = 1) IS NOT TRUE
),
-- part: miswritten_codes,
days AS (
    SELECT service_on FROM billed GROUP BY service_on
),
periods AS (
    SELECT valid_from, valid_until FROM catalogue WHERE kind = 'inpatient_standard' GROUP BY valid_from, valid_until
),
in_force AS (
    SELECT d.service_on FROM days AS d JOIN periods AS p ON d.service_on >= p.valid_from
           AND d.service_on <= p.valid_until GROUP BY d.service_on
),
-- part: claims_unpaid,
weighed AS (
    SELECT b.row, b.claim_id, b.catalogue_code, b.name, b.service_on, b.quantity, b.amount, b.stated, b.charge_category,
           b.known_code,
           CASE WHEN b.fund_amount IS NULL AND v.fund_amount = 0 THEN 0
                WHEN b.fund_amount IS NOT NULL OR v.claim_id IS NOT NULL
                  OR ($unread_claims = 0 AND (b.claim_id IS NOT NULL OR z.claims_count = 0)) THEN b.charged
                END AS charged,
           CASE WHEN (b.charged IS NULL OR b.fund_amount IS NULL) AND v.fund_amount = 0 THEN 0
                ELSE COALESCE(b.charged, b.amount) END AS most,
           f.service_on AS known_on, m.row AS misspelt, h.standing, h.doubtful, h.elsewhere, h.lowest, h.highest,
           CASE WHEN h.standing = 1 THEN d.certain END AS denied, d.row AS denied_row
    FROM billed AS b
    CROSS JOIN unpaid AS z
    LEFT JOIN levels AS v ON v.claim_id = b.claim_id
    LEFT JOIN held AS h ON h.row = b.row
    LEFT JOIN denied AS d ON d.row = b.row
    LEFT JOIN misspelt AS m ON m.row = b.row
    LEFT JOIN in_force AS f ON f.service_on = b.service_on
)
SELECT claim_id, row AS line_row,
       CASE WHEN standing = 1 AND charged > round(highest * quantity, 2)
                AND COALESCE(stated, charge_category, known_code) IS NOT NULL THEN 'fail'
            WHEN denied = 1 THEN 'review'
            WHEN standing = 1 OR catalogue_code IS NULL OR service_on IS NULL OR doubtful = 1
                OR known_on IS NULL OR misspelt IS NOT NULL OR $unread_catalogue > 0 THEN 'unknown'
            WHEN elsewhere = 1 THEN 'review'
            WHEN charged IS NULL OR (stated IS NULL AND charge_category IS NULL) THEN 'unknown'
            ELSE 'fail' END AS verdict,
       CASE WHEN standing = 1 AND denied IS NULL THEN least(greatest(most - round(highest * quantity, 2), 0), amount)
           ELSE least(most, amount) END AS amount,
       service_on, catalogue_code, name, quantity, highest AS standard_amount, charged AS charged_amount
FROM weighed
WHERE (most <= 0) IS NOT TRUE
  AND (standing = 1 AND denied IS NULL AND most <= round(lowest * quantity, 2)) IS NOT TRUE
  AND (elsewhere = 1 AND stated IS NULL AND charge_category IS NULL AND standing = 0 AND denied_row IS NULL) IS NOT TRUE
