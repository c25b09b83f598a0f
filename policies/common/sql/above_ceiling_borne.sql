/*
title: {zh: 超限价费用没有由机构承担, en: Cost above the ceiling not borne by the institution}
offence:
  zh: "单价高于当日、本级机构限价的明细，由基金和个人负担的部分仍多于限价乘以数量；或经办机构查实的违规金额，没有全部拒付或追回"
  en: >-
    a line above the ceiling of its day and level of which fund and worker still bear more than ceiling times quantity;
    or an amount that the agency found to be in breach and that was not wholly refused or recovered
not_an_offence:
  zh: 超出部分由机构自己承担的；没有超过限价的；金额是 0 而没有写单价或单价也是 0 的（没有收费）；已冲销的明细
  en: >-
    what exceeds the ceiling and the institution bore itself; prices within the ceiling; an amount of 0 with no unit
    price or one of 0 (nothing was charged); reversed lines
unknown:
  zh: 不知基金和个人各负担多少；单价、数量（为零而有金额或没有写金额的也是）、限价（只写了别级机构的，条目没有生效日期的，编码只差大小写的，或者同名（或没有写名称）的条目没有编码的也是，明细自己写的限价这时不算）、机构级别等不知道，
    计价单位与目录不同，因而不知是否超出；查实违规而没有金额，或不知拒付、追回多少，或者同一结算单号几行写得不同；
    明细自己写的限价超了，而目录里可能有更高的
  en: >-
    what fund and worker bear is not known; price, quantity (also money, or none told, for a quantity of zero), ceiling
    (also where only other levels have one, an entry is without its first day, a code of another case, or an entry of
    its name, or of none, that has no code, whatever ceiling the line states itself) or level are not known, or units
    other than the catalogue's; a breach found without an amount, or without what was refused and recovered, or told
    otherwise by another row of the number; a price above the ceiling that the line states, where the catalogue may have
    a higher one
money:
  zh: 基金和个人负担的、超出限价的部分；没有拒付或追回的违规金额
  en: what fund and worker bear beyond the ceiling; the amount in breach that was neither refused nor recovered
bearer: institution
judges:
- table: net_lines
  where: >-
    COALESCE(NULLIF(amount, 0), CASE WHEN amount IS NULL THEN COALESCE(NULLIF(quantity, 0), 1)
    WHEN unit_price_amount > 0 THEN COALESCE(quantity, 1) END, 0) > 0
- {table: claims, where: "violation_amount > 0 OR violation_found"}
needs: {lines: [catalogue_code, service_on, quantity], catalogue: [code]}
optional:
  lines: [claim_id, catalogue_name, catalogue_kind, charge_category, institution_item_name, unit, unit_price_amount,
      amount, ceiling_amount, fund_amount, personal_amount]
  catalogue: [valid_from, valid_until, ceiling_amount, kind, name, unit, ceiling_level_3_amount, ceiling_level_2_amount,
      ceiling_level_1_amount]
  claims: [claim_id, institution_code, violation_amount, refused_amount, recovered_amount, violation_found]
  institutions: [institution_code, level]
  batch: [institution_code]
evidence:
  service_on: {zh: 费用日期, en: day of the service}
  name: {zh: 名称, en: name}
  ceiling: {zh: 限价, en: ceiling, unit: 元}
  borne_amount: {zh: 基金和个人负担, en: borne by fund and worker, unit: 元}
  allowed_amount: {zh: 可以负担, en: may be borne, unit: 元}
alert:
  zh: "{service_on} {name}：基金和个人负担了 {borne_amount} 元，超出可以负担的 {allowed_amount} 元，应由机构承担"
  en: >-
    {service_on} {name}: fund and worker bear {borne_amount} yuan, more than {allowed_amount}; the rest is the
    institution's
*/
WITH
-- part: prices_by_level,
billed AS (
    SELECT row, claim_id, catalogue_code, COALESCE(catalogue_name, institution_item_name) AS name, service_on, quantity,
           unit, ceiling_amount,
           COALESCE(NULLIF(catalogue_kind, 'other'), category_kind) AS kind,
           fund_amount + personal_amount AS borne, COALESCE(amount, round(unit_price_amount * quantity, 2)) AS amount,
           greatest(COALESCE(amount, 0), COALESCE(round(unit_price_amount * quantity, 2), 0)) AS charged
    FROM net_lines
    WHERE COALESCE(NULLIF(amount, 0), CASE WHEN amount IS NULL THEN COALESCE(NULLIF(quantity, 0), 1)
                                           WHEN unit_price_amount > 0 THEN COALESCE(quantity, 1) END, 0) > 0
),
doubted AS (
    SELECT b.row, b.claim_id, b.catalogue_code, b.name, b.service_on, b.quantity, b.unit, b.ceiling_amount, b.borne,
           b.amount, b.charged, b.kind
    FROM billed AS b
    LEFT JOIN prices AS p ON p.code = b.catalogue_code AND b.service_on <= p.valid_until
        AND (b.service_on >= p.valid_from OR p.valid_from IS NULL)
    WHERE (p.valid_from IS NOT NULL AND (b.unit <> p.unit) IS NOT TRUE AND b.charged > 0
           AND b.charged <= round(p.lowest_of_all * b.quantity, 2)) IS NOT TRUE
    GROUP BY b.row, b.claim_id, b.catalogue_code, b.name, b.service_on, b.quantity, b.unit, b.ceiling_amount, b.borne,
             b.amount, b.charged, b.kind
),
-- part: levels_of_claims,
limited AS (
    SELECT b.row, b.claim_id, b.catalogue_code, b.name, b.service_on, b.quantity, b.ceiling_amount, b.borne, b.amount,
           b.charged,
           max(COALESCE(b.kind, p.kind)) AS kind,
           max(CASE WHEN p.lowest IS NOT NULL AND p.valid_from IS NOT NULL AND (b.unit <> p.unit
                    OR CASE v.level WHEN 'level_3' THEN p.level_3 WHEN 'level_2' THEN p.level_2
                        WHEN 'level_1' THEN p.level_1 WHEN 'unrated' THEN p.level_1
                        ELSE p.lowest_of_all END IS NULL) THEN 1 ELSE 0 END) AS incomparable,
           max(CASE v.level WHEN 'level_3' THEN p.level_3 WHEN 'level_2' THEN p.level_2 WHEN 'level_1' THEN p.level_1
               WHEN 'unrated' THEN p.level_1
               ELSE greatest(p.level_3, p.level_2, p.level_1) END) FILTER (WHERE p.valid_from IS NOT NULL) AS highest,
           min(CASE v.level WHEN 'level_3' THEN p.level_3 WHEN 'level_2' THEN p.level_2 WHEN 'level_1' THEN p.level_1
               WHEN 'unrated' THEN p.level_1
               ELSE least(p.level_3, p.level_2, p.level_1) END) FILTER (WHERE p.valid_from IS NOT NULL) AS lowest,
           max(greatest(p.level_3, p.level_2, p.level_1)) FILTER (WHERE p.valid_from IS NULL) AS undated_highest,
           min(p.lowest) FILTER (WHERE p.valid_from IS NULL) AS undated_lowest
    FROM doubted AS b
    LEFT JOIN prices AS p ON p.code = b.catalogue_code AND b.service_on <= p.valid_until
        AND (b.service_on >= p.valid_from OR p.valid_from IS NULL)
    LEFT JOIN levels AS v ON v.claim_id = b.claim_id
    GROUP BY b.row, b.claim_id, b.catalogue_code, b.name, b.service_on, b.quantity, b.ceiling_amount, b.borne, b.amount,
             b.charged
),
-- part: ceilings_perhaps,
weighed AS (
    SELECT l.row, l.claim_id, l.catalogue_code, l.name, l.service_on, l.quantity, l.kind, l.amount, l.charged, l.borne,
           l.incomparable, COALESCE(l.highest, l.ceiling_amount) AS ceiling,
           CASE WHEN l.incomparable = 0 THEN round(COALESCE(l.highest, l.ceiling_amount) * l.quantity, 2) END AS most,
           CASE WHEN h.row IS NULL AND l.incomparable = 0 AND l.catalogue_code IS NOT NULL
               THEN round(least(COALESCE(l.lowest, l.ceiling_amount), CASE WHEN COALESCE(l.lowest, l.ceiling_amount)
                   IS NOT NULL THEN l.undated_lowest END) * l.quantity, 2) END AS least_allowed,
           round(greatest(l.undated_highest, h.highest) * l.quantity, 2) AS undated_most, h.row IS NOT NULL AS perhaps
    FROM limited AS l
    LEFT JOIN perhaps AS h ON h.row = l.row
),
unpriced AS (
    SELECT kind, service_on, catalogue_code FROM weighed WHERE most IS NULL
    GROUP BY kind, service_on, catalogue_code
),
-- part: ceilings_in_force,
-- Rows of claims that tell no number are claims each by itself; of several of one number that differ it is open which
-- holds.
settled AS (
    SELECT claim_id, max(violation_amount) AS violation_amount,
           max(CASE WHEN violation_found THEN 1 ELSE 0 END) AS found,
           CASE WHEN count(refused_amount) = count(*) THEN min(refused_amount) END AS refused_amount,
           CASE WHEN count(recovered_amount) = count(*) THEN min(recovered_amount) END AS recovered_amount,
           CASE WHEN count(violation_amount) = count(*) AND min(violation_amount) = max(violation_amount)
                  AND min(refused_amount) = max(refused_amount) AND min(recovered_amount) = max(recovered_amount)
                  OR count(*) = 1 THEN 1 ELSE 0 END AS alike,
           min(CASE WHEN violation_amount > 0
                    THEN CASE WHEN COALESCE(refused_amount, 0) + COALESCE(recovered_amount, 0) >= violation_amount
                         THEN 1 ELSE 0 END
                    WHEN violation_found THEN 0 ELSE 1 END) AS all_settled
    FROM claims
    GROUP BY claim_id, CASE WHEN claim_id IS NULL THEN row END
)
SELECT w.claim_id, w.row AS line_row,
       CASE WHEN w.charged > w.most AND w.borne > w.most AND w.quantity > 0
                 AND (w.charged <= w.undated_most OR w.borne <= w.undated_most) IS NOT TRUE THEN 'fail'
            ELSE 'unknown' END AS verdict,
       least(w.borne - w.most, w.amount) AS amount,
       w.service_on, w.name, w.ceiling, w.borne AS borne_amount, w.most AS allowed_amount
FROM weighed AS w
LEFT JOIN in_force AS f ON f.kind = w.kind AND f.service_on = w.service_on
LEFT JOIN open_start AS o ON o.code = w.catalogue_code
LEFT JOIN misspelt AS m ON m.catalogue_code = w.catalogue_code AND m.service_on = w.service_on
WHERE (w.charged > 0 AND w.charged <= w.least_allowed) IS NOT TRUE
  AND (w.borne <= w.least_allowed) IS NOT TRUE
  AND (w.ceiling IS NULL AND w.incomparable = 0 AND NOT w.perhaps AND f.kind IS NOT NULL AND o.code IS NULL
       AND m.catalogue_code IS NULL AND w.catalogue_code IS NOT NULL) IS NOT TRUE
UNION ALL
SELECT claim_id, CAST(NULL AS BIGINT) AS line_row,
       CASE WHEN alike = 1 AND COALESCE(refused_amount, 0) + COALESCE(recovered_amount, 0) < violation_amount
                 AND refused_amount IS NOT NULL AND recovered_amount IS NOT NULL THEN 'fail'
            ELSE 'unknown' END AS verdict,
       violation_amount - COALESCE(refused_amount, 0) - COALESCE(recovered_amount, 0) AS amount,
       CAST(NULL AS DATE) AS service_on, CAST(NULL AS VARCHAR) AS name, CAST(NULL AS DECIMAL(18,6)) AS ceiling,
       violation_amount - COALESCE(refused_amount, 0) - COALESCE(recovered_amount, 0) AS borne_amount,
       CAST(0 AS DECIMAL(18,6)) AS allowed_amount
FROM settled
WHERE (violation_amount > 0 OR found = 1)
  AND all_settled = 0
