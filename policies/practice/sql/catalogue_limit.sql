/*
title: {zh: 不合目录的性别、年龄或机构级别限制, en: "Against a catalogue's limit of sex, age or level"}
offence:
  zh: "目录当日对这一编码写明的限制没有守住（规则的参数 limit 指明看哪一种）：sex 性别不是所限的；age 年龄（按费用当日的周岁）小于最小或大于最大年龄； level 机构级别低于最低级别"
  en: >-
    what the catalogue states for the code on that day is not kept (the parameter says which): sex, another than the one
    it is limited to; age, younger than the youngest or older than the oldest (full years on the day of service); level,
    an institution below the lowest level
not_an_offence:
  zh: 目录没有写这种限制的；正好在界限上的年龄、级别；已冲销的明细
  en: "entries without that limit; exactly the youngest, the oldest or the lowest level; reversed lines"
unknown:
  zh: >-
    没有编码；没有费用日期而编码有限制；没有提供当日的同类目录；编码不在目录而不知类别（没有写或写“其他”，费用类别也看不出），或者当日不在目录而和有限制的编码只差大小写；
    有限制而不知道性别、年龄（也没有出生日期）、机构级别，或者同一结算单写得不一致
  en: >-
    no code; a limit, and no day of service; no catalogue of the kind for that day; a code in no catalogue where the
    kind is not known (none or “other” stated, and the category does not tell), or one not listed that day that differs
    from one with a limit in its case only; a limit, and sex, age (or date of birth) or level is not known or stated in
    two ways
money: {zh: 这条明细的金额, en: the line's amount}
bearer: institution
judges: {table: net_lines, where: "(quantity <= 0 AND amount <= 0) IS NOT TRUE"}
needs: {lines: [claim_id, catalogue_code, service_on], catalogue: [code]}
optional:
  lines: [catalogue_name, catalogue_kind, charge_category, institution_item_name, quantity, amount]
  catalogue: [valid_from, valid_until, kind, sex_only, age_years_minimum, age_years_maximum, level_minimum]
  claims: [claim_id, institution_code, sex, birth_on, age_years]
  institutions: [institution_code, level]
  batch: [institution_code]
parameters: {limit: {zh: 限制种类（sex、age、level）, en: "kind of limit: sex, age, level", type: text}}
evidence:
  service_on: {zh: 费用日期, en: service on}
  name: {zh: 名称, en: name}
  found: {zh: 实际, en: found}
  lowest: {zh: 限制（只限、最小、最低）, en: "limit: only, youngest, lowest"}
  highest: {zh: 最大年龄, en: oldest}
alert:
  zh: "{service_on} {name}：不合目录的限制（实际 {found}，限 {lowest} {highest}）"
  en: "{service_on} {name}: against the catalogue's limit (found {found}, limit {lowest} {highest})"
*/
WITH billed AS (
    SELECT row, claim_id, catalogue_code, service_on, amount, COALESCE(catalogue_name, institution_item_name) AS name,
           COALESCE(NULLIF(catalogue_kind, 'other'), category_kind) AS kind
    FROM net_lines
    WHERE (quantity <= 0 AND amount <= 0) IS NOT TRUE
),
limits AS (
    SELECT code, valid_from, valid_until,
           sex_only, age_years_minimum, age_years_maximum,
           CASE level_minimum WHEN 'level_3' THEN 3 WHEN 'level_2' THEN 2 WHEN 'level_1' THEN 1
               WHEN 'unrated' THEN 0 END AS rank_minimum, level_minimum
    FROM catalogue
    WHERE CASE $limit WHEN 'sex' THEN sex_only IS NOT NULL
                      WHEN 'age' THEN age_years_minimum IS NOT NULL OR age_years_maximum IS NOT NULL
                      ELSE level_minimum IS NOT NULL END
),
people AS (
    SELECT c.claim_id,
           CASE WHEN min(c.sex) = max(c.sex) THEN max(c.sex) END AS sex,
           CASE WHEN min(c.birth_on) = max(c.birth_on) THEN max(c.birth_on) END AS birth_on,
           CASE WHEN min(c.age_years) = max(c.age_years) THEN max(c.age_years) END AS age_years,
           CASE WHEN min(i.level) = max(i.level) AND count(i.level) = count(*) THEN max(i.level) END AS level
    FROM claims AS c
    CROSS JOIN batch AS b
    LEFT JOIN institutions AS i ON i.institution_code = COALESCE(c.institution_code, b.institution_code)
    WHERE c.claim_id IS NOT NULL
    GROUP BY c.claim_id
),
limited AS (
    SELECT l.row, l.service_on, c.sex_only, c.age_years_minimum, c.age_years_maximum, c.rank_minimum, c.level_minimum,
           p.sex, p.level,
           CASE p.level WHEN 'level_3' THEN 3 WHEN 'level_2' THEN 2 WHEN 'level_1' THEN 1
               WHEN 'unrated' THEN 0 END AS rank,
           COALESCE(CASE WHEN p.birth_on <= l.service_on
                         THEN year(l.service_on) - year(p.birth_on)
                              - CASE WHEN month(l.service_on) * 100 + day(l.service_on) < month(p.birth_on) * 100
                                  + day(p.birth_on) THEN 1 ELSE 0 END END,
                    p.age_years) AS age,
           l.service_on >= c.valid_from AND l.service_on <= c.valid_until AS in_force
    FROM billed AS l
    JOIN limits AS c ON c.code = l.catalogue_code
    LEFT JOIN people AS p ON p.claim_id = l.claim_id
    WHERE (l.service_on < c.valid_from OR l.service_on > c.valid_until) IS NOT TRUE
),
judged AS (
    SELECT row, sex_only, age_years_minimum, age_years_maximum, level_minimum, sex, age, level,
           CASE WHEN in_force IS NULL THEN NULL
                ELSE CASE $limit WHEN 'sex' THEN sex = sex_only
                                 WHEN 'age' THEN CASE WHEN age < age_years_minimum THEN FALSE
                                                      WHEN age > age_years_maximum
                                                          AND floor(age) <> age_years_maximum THEN FALSE
                                                      WHEN age IS NOT NULL THEN TRUE END
                                 ELSE rank >= rank_minimum END END AS kept
    FROM limited
),
broken AS (
    SELECT row,
           max(CASE WHEN kept IS NULL THEN 1 WHEN kept THEN 0 ELSE 2 END) AS worst,
           max(CASE $limit WHEN 'sex' THEN sex WHEN 'age' THEN CAST(age AS VARCHAR) ELSE level END) AS found,
           max(CASE $limit WHEN 'sex' THEN sex_only WHEN 'age' THEN CAST(age_years_minimum AS VARCHAR)
               ELSE level_minimum END) AS lowest,
           max(CASE WHEN $limit = 'age' THEN CAST(age_years_maximum AS VARCHAR) END) AS highest
    FROM judged
    WHERE kept IS NOT TRUE
    GROUP BY row
),
periods AS (
    SELECT kind, valid_from, valid_until FROM catalogue GROUP BY kind, valid_from, valid_until
),
days AS (
    SELECT kind, service_on FROM billed GROUP BY kind, service_on
),
in_force AS (
    SELECT d.kind, d.service_on
    FROM days AS d
    JOIN periods AS p ON d.service_on >= p.valid_from AND d.service_on <= p.valid_until
    WHERE p.kind = d.kind OR d.kind IS NULL
    GROUP BY d.kind, d.service_on
),
known AS (
    SELECT code FROM catalogue WHERE code IS NOT NULL GROUP BY code
),
-- part: limits_miswritten
SELECT l.claim_id,
       l.row AS line_row,
       CASE WHEN x.worst = 2 THEN 'suspect' ELSE 'unknown' END AS verdict,
       l.amount,
       l.service_on,
       l.name,
       x.found,
       x.lowest,
       x.highest
FROM billed AS l
LEFT JOIN broken AS x ON x.row = l.row
LEFT JOIN in_force AS f ON f.kind IS NOT DISTINCT FROM l.kind AND f.service_on = l.service_on
LEFT JOIN known AS k ON k.code = l.catalogue_code
LEFT JOIN miswritten AS m ON m.row = l.row
WHERE x.row IS NOT NULL
   OR l.catalogue_code IS NULL
   OR m.row IS NOT NULL
   OR (k.code IS NULL AND (f.service_on IS NULL OR l.kind IS NULL))
   OR (k.code IS NOT NULL AND l.service_on IS NOT NULL AND f.service_on IS NULL)
