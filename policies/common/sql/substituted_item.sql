/*
title: {zh: 目录外药品、物品串换成目录内药品, en: Things outside the catalogue billed as catalogue drugs}
offence:
  zh: 按目录内药品收费的明细，经核查实际使用的编码不同，而且当日不在目录内
  en: >-
    a line billed as a catalogue drug of which a check found that another code was used, one that is in no catalogue on
    that day
not_an_offence:
  zh: 实际使用的与所收的一致（不分大小写）；实际使用的也在目录内（那是套用别的项目，由别的规则判定）；所收的本来就不在目录内；已冲销的明细
  en: >-
    what was used is what was billed (case aside); what was used is in a catalogue too (that is another rule's); what
    was billed is not in the catalogue itself; reversed lines
unknown:
  zh: >-
    没有编码、日期，没有当日的药品目录，或者不知是不是药品；所收的、实际的编码同目录里的只差大小写，或者可能是没有写编码的一项（同名，或没有写名称）。
    没有核查实际使用的，须由人认定（一张结算单记一处）；只有实际名称而与目录名称不同的，也须由人认定
  en: >-
    no code or day, no drug catalogue for that day, or not known to be a drug; the code billed or used differs from a
    listed one in its case only, or may be of an entry without a code (of its name, or of none). What nobody has checked
    is for a person to decide (one row a claim), and so is an actual name that differs from the catalogue's where the
    actual code is not given
money: {zh: 这条明细的金额（可以拒付）, en: the line's amount (payment may be refused)}
bearer: institution
judges: drug_lines
needs: {lines: [actual_code]}
optional:
  lines: [claim_id, service_on, catalogue_code, catalogue_name, catalogue_kind, charge_category, institution_item_name,
      quantity, amount, actual_name]
  catalogue: [code, name, valid_from, valid_until, kind, charge_class, fund_payable]
absent: review
absence: [catalogue]
evidence:
  service_on: {zh: 费用日期, en: day of the service}
  catalogue_code: {zh: 所收编码, en: code billed}
  name: {zh: 所收名称, en: name billed}
  actual_code: {zh: 实际编码, en: code used}
  actual_name: {zh: 实际名称, en: name used}
  unchecked_count: {zh: 未核查明细, en: lines not checked}
alert:
  zh: "{service_on} 按 {name} 收费，实际使用 {actual_name}（{actual_code}），不在目录内"
  en: "{service_on}: billed as {name}, used {actual_name} ({actual_code}), which is in no catalogue"
*/
WITH drugs AS (
    SELECT l.row, l.claim_id, l.catalogue_code, COALESCE(l.catalogue_name, l.institution_item_name) AS name,
           l.catalogue_name, l.service_on, l.amount, l.actual_code, l.actual_name, l.is_drug
    FROM drug_lines AS l
),
swapped AS (
    SELECT row, claim_id, catalogue_code, name, catalogue_name, service_on, amount, actual_code, actual_name, is_drug
    FROM drugs
    WHERE (upper(actual_code) = upper(catalogue_code)) IS NOT TRUE
      AND (actual_code IS NOT NULL OR (actual_name IS NOT NULL AND (actual_name = catalogue_name) IS NOT TRUE))
),
listed AS (
    SELECT s.row,
           max(CASE WHEN c.code = s.catalogue_code AND c.valid_from IS NOT NULL THEN 1 ELSE 0 END) AS billed_inside,
           max(CASE WHEN upper(c.code) = upper(s.catalogue_code) THEN 1 ELSE 0 END) AS billed_listed,
           max(CASE WHEN c.code = s.actual_code AND c.valid_from IS NOT NULL THEN 1 ELSE 0 END) AS used_inside,
           max(CASE WHEN upper(c.code) = upper(s.actual_code) THEN 1 ELSE 0 END) AS used_listed
    FROM swapped AS s
    JOIN catalogue AS c ON (upper(c.code) = upper(s.catalogue_code) OR upper(c.code) = upper(s.actual_code))
    WHERE COALESCE(c.fund_payable, COALESCE(c.charge_class, 'a') <> 'c')
      AND (c.valid_from IS NULL OR s.service_on IS NULL
          OR (s.service_on >= c.valid_from AND s.service_on <= c.valid_until))
    GROUP BY s.row
),
uncoded AS (
    SELECT s.row, max(CASE WHEN (c.name <> s.catalogue_name) IS NOT TRUE THEN 1 ELSE 0 END) AS billed,
           max(CASE WHEN (c.name <> s.actual_name) IS NOT TRUE THEN 1 ELSE 0 END) AS used
    FROM swapped AS s
    CROSS JOIN catalogue AS c
    WHERE c.code IS NULL AND COALESCE(c.fund_payable, COALESCE(c.charge_class, 'a') <> 'c')
      AND (s.service_on < c.valid_from OR s.service_on > c.valid_until) IS NOT TRUE
    GROUP BY s.row
),
days AS (
    SELECT service_on FROM swapped GROUP BY service_on
),
periods AS (
    SELECT valid_from, valid_until FROM catalogue WHERE kind = 'drug' GROUP BY valid_from, valid_until
),
in_force AS (
    SELECT d.service_on FROM days AS d JOIN periods AS p ON d.service_on >= p.valid_from
           AND d.service_on <= p.valid_until GROUP BY d.service_on
)
SELECT s.claim_id, s.row AS line_row,
       CASE WHEN s.catalogue_code IS NULL OR s.service_on IS NULL OR f.service_on IS NULL THEN 'unknown'
            WHEN COALESCE(l.billed_inside, 0) = 0 OR COALESCE(l.used_listed, 0) = 1 OR u.used = 1 THEN 'unknown'
            WHEN s.actual_code IS NULL THEN 'review'
            WHEN s.is_drug IS NULL THEN 'unknown'
            ELSE 'fail' END AS verdict,
       s.amount, s.service_on, s.catalogue_code, s.name, s.actual_code, s.actual_name,
       CAST(NULL AS BIGINT) AS unchecked_count
FROM swapped AS s
LEFT JOIN listed AS l ON l.row = s.row
LEFT JOIN uncoded AS u ON u.row = s.row
LEFT JOIN in_force AS f ON f.service_on = s.service_on
WHERE (s.service_on IS NOT NULL AND s.catalogue_code IS NOT NULL AND f.service_on IS NOT NULL
       AND (COALESCE(l.billed_listed, 0) = 0 AND COALESCE(u.billed, 0) = 0 OR l.used_inside = 1)) IS NOT TRUE
UNION ALL
SELECT claim_id, CAST(NULL AS BIGINT) AS line_row, 'review' AS verdict, CAST(0 AS DECIMAL(18,6)) AS amount,
       min(service_on) AS service_on,
       CAST(NULL AS VARCHAR) AS catalogue_code, CAST(NULL AS VARCHAR) AS name, CAST(NULL AS VARCHAR) AS actual_code,
       CAST(NULL AS VARCHAR) AS actual_name,
       count(*) AS unchecked_count
FROM drugs
WHERE actual_code IS NULL AND actual_name IS NULL
GROUP BY claim_id
