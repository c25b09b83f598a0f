/*
title: {zh: 基金支付多于目录内费用, en: Fund pays more than what fits the catalogues}
offence:
  zh: 结算单的基金支付金额，多于它的明细中当日在目录以内的金额之和（住院服务费只算到标准）
  en: >-
    the fund's part of a claim is more than the sum of its lines that are in a catalogue on their day (inpatient
    services up to the standard)
not_an_offence:
  zh: 基金支付不多于目录内金额（结算单四舍五入到分，多出半分以内不算）；已冲销的明细两边都不算；基金支付为零的结算单
  en: >-
    the fund pays no more than that, to half a fen, by which a claim is rounded; reversed lines count on neither side;
    claims of which the fund pays nothing
unknown:
  zh: 不知基金支付金额；没有明细；差额取决于没有写结算单号的明细，或者不知是否在目录内的明细（没有编码、日期、金额，编码与目录里的只差大小写，目录有的条目没有写编码而可能就是它，没有当日的同类目录，
    或者当日一个目录写明基金不付、另一个可付；退费也是，写“其他”是没有说明类别），
    或者取决于内容完全相同的几条明细（明细号也相同，或者都没有写）是不是同一条交了两次，
    或者取决于有限价、而条目和明细都没有写种类的项目是不是住院服务。按病种、人头、床日付费的多出部分，须由人认定
  en: >-
    the fund's part is not known; no lines; the difference hangs on lines that name no claim, or of which it is not
    known whether they are in a catalogue (an entry without a code may be theirs; one of the day may call payable what
    another does not; refunds among them;
    “other” tells no kind), or whether what has a ceiling is an inpatient service (no kind stated by entry or line), or
    whether lines alike in everything (also in their number, or without one) are one line handed in twice. Where payment
    is by disease, head or day, the surplus is for a person to decide
money:
  zh: 基金支付多出的部分（不能确定是否在目录内的，判不符合时不算在内）
  en: what the fund pays beyond; where that fails, without what is not to be told
bearer: institution
judges: {table: claims, where: "(fund_amount = 0) IS NOT TRUE"}
needs: {claims: [claim_id, fund_amount], lines: [claim_id, catalogue_code, service_on, amount], catalogue: [code]}
optional:
  claims: [institution_code, payment_method]
  lines: [line_number, order_id, service_at, catalogue_name, catalogue_kind, charge_category, institution_item_code,
      trace_code, quantity]
  catalogue: [name, valid_from, valid_until, ceiling_amount, kind, charge_class, fund_payable, ceiling_level_3_amount,
      ceiling_level_2_amount, ceiling_level_1_amount]
  institutions: [institution_code, level]
  batch: [institution_code]
absence: [lines, catalogue]
evidence:
  fund_amount: {zh: 基金支付, en: paid by the fund, unit: 元}
  inside_amount: {zh: 目录内金额, en: within the catalogues, unit: 元}
  doubtful_amount: {zh: 不能确定的金额, en: not to be told, unit: 元}
alert:
  zh: "基金支付 {fund_amount} 元，目录内费用只有 {inside_amount} 元"
  en: "the fund pays {fund_amount} yuan, while {inside_amount} yuan fit the catalogues"
*/
WITH payable AS (
    SELECT code, kind, valid_from, valid_until,
           COALESCE(ceiling_level_3_amount, ceiling_amount) AS level_3,
           COALESCE(ceiling_level_2_amount, ceiling_amount) AS level_2,
           COALESCE(ceiling_level_1_amount, ceiling_amount) AS level_1
    FROM catalogue
    WHERE COALESCE(fund_payable, COALESCE(charge_class, 'a') <> 'c')
),
asking AS (
    SELECT c.claim_id, CASE WHEN count(c.fund_amount) = count(*) THEN max(c.fund_amount) END AS fund_amount,
           max(c.payment_method) AS payment_method, CASE WHEN min(i.level) = max(i.level)
               AND count(i.level) = count(*) THEN max(i.level) END AS level
    FROM claims AS c
    CROSS JOIN batch AS b
    LEFT JOIN institutions AS i ON i.institution_code = COALESCE(c.institution_code, b.institution_code)
    WHERE (c.fund_amount = 0) IS NOT TRUE
    GROUP BY c.claim_id
),
billed AS (
    SELECT row, claim_id, catalogue_code, service_on, quantity, amount,
           COALESCE(NULLIF(catalogue_kind, 'other'), category_kind) AS kind
    FROM net_lines
),
outside AS (
    SELECT b.row, b.claim_id, b.catalogue_code, b.service_on, b.amount, b.kind
    FROM billed AS b
    LEFT JOIN payable AS p ON p.code = b.catalogue_code AND b.service_on >= p.valid_from
        AND b.service_on <= p.valid_until
    WHERE p.code IS NULL
),
doubtful AS (
    SELECT code FROM payable WHERE valid_from IS NULL GROUP BY code
),
-- part: miswritten_codes,
-- part: kinds_in_force,
left_out AS (
    SELECT o.claim_id, sum(CASE WHEN o.doubtful THEN greatest(o.amount, 0) ELSE o.amount END) AS amount,
           sum(CASE WHEN o.doubtful THEN abs(o.amount) ELSE 0 END) AS doubtful_amount
    FROM (SELECT x.claim_id, x.amount, x.catalogue_code IS NULL OR x.service_on IS NULL OR d.code IS NOT NULL
                     OR f.kind IS NULL OR m.row IS NOT NULL AS doubtful
          FROM outside AS x
          LEFT JOIN doubtful AS d ON d.code = x.catalogue_code
          LEFT JOIN misspelt AS m ON m.row = x.row
          LEFT JOIN in_force AS f ON f.kind = x.kind AND f.service_on = x.service_on) AS o
    GROUP BY o.claim_id
),
standards AS (
    SELECT b.row, b.claim_id, b.amount, b.quantity,
           max(CASE WHEN COALESCE(p.kind, b.kind) IS NULL THEN NULL
               WHEN a.level = 'level_3' THEN p.level_3 WHEN a.level = 'level_2' THEN p.level_2
               WHEN a.level IN ('level_1', 'unrated') THEN p.level_1
               WHEN p.level_3 + p.level_2 + p.level_1 IS NOT NULL THEN greatest(p.level_3, p.level_2, p.level_1)
               END) AS highest,
           min(CASE a.level WHEN 'level_3' THEN p.level_3 WHEN 'level_2' THEN p.level_2 WHEN 'level_1' THEN p.level_1
               WHEN 'unrated' THEN p.level_1
               ELSE CASE WHEN p.level_3 + p.level_2 + p.level_1 IS NOT NULL
                    THEN least(p.level_3, p.level_2, p.level_1) END END) AS lowest
    FROM billed AS b
    JOIN payable AS p ON p.code = b.catalogue_code AND b.service_on >= p.valid_from AND b.service_on <= p.valid_until
    JOIN asking AS a ON a.claim_id = b.claim_id
    WHERE CASE WHEN COALESCE(p.kind, b.kind) IS NULL THEN COALESCE(p.level_3, p.level_2, p.level_1) IS NOT NULL
               ELSE COALESCE(p.kind, b.kind) = 'inpatient_standard' END
    GROUP BY b.row, b.claim_id, b.amount, b.quantity
),
excess AS (
    SELECT claim_id,
           sum(CASE WHEN highest * quantity IS NULL THEN 0
               ELSE greatest(amount - round(highest * quantity, 2), 0) END) AS certain_amount,
           sum(CASE WHEN lowest * quantity IS NULL THEN amount
               ELSE greatest(amount - round(lowest * quantity, 2), 0) END) AS possible_amount
    FROM standards
    GROUP BY claim_id
),
disputed AS (
    SELECT d.claim_id, sum(greatest(d.amount, 0)) AS amount, sum(abs(d.amount)) AS doubtful_amount
    FROM (SELECT b.row, b.claim_id, b.amount
          FROM billed AS b
          JOIN catalogue AS c ON c.code = b.catalogue_code AND b.service_on <= c.valid_until
              AND (b.service_on >= c.valid_from OR c.valid_from IS NULL)
          WHERE NOT COALESCE(c.fund_payable, COALESCE(c.charge_class, 'a') <> 'c')
            AND (b.kind <> c.kind) IS NOT TRUE
          GROUP BY b.row, b.claim_id, b.amount) AS d
    LEFT JOIN outside AS x ON x.row = d.row
    WHERE x.row IS NULL
    GROUP BY d.claim_id
),
given_twice AS (
    SELECT min(row) AS first_row, claim_id, line_number, order_id, service_on, service_at, catalogue_code,
           institution_item_code, trace_code, quantity, amount, (count(*) - 1) * amount AS surplus_amount
    FROM lines
    WHERE claim_id IS NOT NULL AND amount <> 0
    GROUP BY claim_id, line_number, order_id, service_on, service_at, catalogue_code, institution_item_code, trace_code,
             quantity, amount
    HAVING count(*) > 1
),
left_of_them AS (
    SELECT g.claim_id, least(sum(n.amount), max(g.surplus_amount)) AS amount
    FROM given_twice AS g
    JOIN net_lines AS n ON n.claim_id = g.claim_id AND n.line_number IS NOT DISTINCT FROM g.line_number
        AND n.order_id IS NOT DISTINCT FROM g.order_id AND n.service_on IS NOT DISTINCT FROM g.service_on
        AND n.service_at IS NOT DISTINCT FROM g.service_at AND n.catalogue_code IS NOT DISTINCT FROM g.catalogue_code
        AND n.institution_item_code IS NOT DISTINCT FROM g.institution_item_code
        AND n.trace_code IS NOT DISTINCT FROM g.trace_code AND n.gross_quantity IS NOT DISTINCT FROM g.quantity
        AND n.gross_amount = g.amount
    LEFT JOIN outside AS x ON x.row = n.row
    WHERE g.amount > 0 AND x.row IS NULL
    GROUP BY g.first_row, g.claim_id
),
repeated AS (
    SELECT claim_id, sum(amount) AS amount FROM left_of_them GROUP BY claim_id
),
refunds_repeated AS (
    SELECT claim_id, -sum(surplus_amount) AS amount FROM given_twice WHERE amount < 0 GROUP BY claim_id
),
totals AS (
    SELECT claim_id, sum(amount) AS amount, count(*) AS lines_count, count(amount) AS priced_count,
           count(CASE WHEN amount IS NULL AND quantity < 0 THEN 1 END) AS untold_refunds
    FROM net_lines
    GROUP BY claim_id
),
nameless AS (
    SELECT COALESCE(sum(greatest(amount, 0)), 0) AS amount, COALESCE(sum(least(amount, 0)), 0) AS refunded,
           count(*) - count(amount) AS unpriced_count,
           count(CASE WHEN amount IS NULL AND quantity < 0 THEN 1 END) AS untold_refunds
    FROM net_lines
    WHERE claim_id IS NULL
),
weighed AS (
    SELECT a.claim_id, a.fund_amount, a.payment_method, t.lines_count, t.priced_count, t.untold_refunds,
           COALESCE(t.amount, 0) - COALESCE(o.amount, 0) - COALESCE(e.possible_amount, 0)
               - COALESCE(d.amount, 0) - COALESCE(r.amount, 0) AS inside,
           COALESCE(o.doubtful_amount, 0) + COALESCE(e.possible_amount, 0) - COALESCE(e.certain_amount, 0)
               + COALESCE(d.doubtful_amount, 0) + COALESCE(r.amount, 0) + COALESCE(f.amount, 0) AS doubtful
    FROM asking AS a
    LEFT JOIN totals AS t ON t.claim_id = a.claim_id
    LEFT JOIN left_out AS o ON o.claim_id = a.claim_id
    LEFT JOIN excess AS e ON e.claim_id = a.claim_id
    LEFT JOIN disputed AS d ON d.claim_id = a.claim_id
    LEFT JOIN repeated AS r ON r.claim_id = a.claim_id
    LEFT JOIN refunds_repeated AS f ON f.claim_id = a.claim_id
)
SELECT w.claim_id, CAST(NULL AS BIGINT) AS line_row,
       CASE WHEN w.fund_amount IS NULL OR w.lines_count IS NULL OR w.priced_count < w.lines_count
           OR w.fund_amount <= w.inside + w.doubtful + n.amount + 0.005 OR n.unpriced_count > 0 THEN 'unknown'
            WHEN COALESCE(w.payment_method, 'by_item') <> 'by_item' THEN 'review'
            ELSE 'fail' END AS verdict,
       greatest(w.fund_amount - w.inside - CASE WHEN w.fund_amount > w.inside + w.doubtful + n.amount
           THEN w.doubtful + n.amount ELSE 0 END, 0) AS amount,
       w.fund_amount, w.inside AS inside_amount, w.doubtful AS doubtful_amount
FROM weighed AS w
CROSS JOIN nameless AS n
WHERE (w.fund_amount <= w.inside + n.refunded + 0.005 AND w.lines_count > 0
       AND w.untold_refunds + n.untold_refunds = 0) IS NOT TRUE
