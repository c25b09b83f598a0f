/*
title: {zh: 目录外费用的告知和签字, en: Notice and signature for costs outside the catalogues}
offence:
  zh: >-
    费用当日不在任何目录里（或机构自己记为全自费）的明细，
    没有做到条文所要求的那一项（规则的参数 asks 指明）：signed 职工、家属（条文允许时用人单位）签字同意； before_use 使用当天或之前签字同意；told 使用当天或之前告知基金不予支付；written 书面告
    知；noticed_before 服务当天或之前书面告知（只是口头的不算）；borne 没有签字同意，却由基金或个人负担。签字、书面告知的日期还没有到的，不算
  en: >-
    a line that is in no catalogue on that day (or that the institution itself enters as wholly self-paid) for which the
    thing asked (the parameter) was not done: signed by worker or family (or employer, where the text has it);
    before_use: signed no later than the day of use; told, no later than that day, that the fund will not pay; written
    notice; noticed_before:
    told in writing no later than the day of service (by word of mouth is not enough);
    borne: not signed, and yet borne by fund or worker. What is to be signed or
    told in writing on a day still to come is not
not_an_offence:
  zh: 目录内的明细；金额为零或已冲销的明细；同一结算单（就诊）的告知没有限定明细、编码的，算作针对该单全部目录外费用；borne：没有签字但机构自己承担的费用
  en: >-
    lines in a catalogue; lines of no amount or reversed; a notice of the claim or visit that names no line or code
    covers all that is outside; borne: what was not signed for and the institution bore itself
unknown:
  zh: >-
    没有编码、日期、类别（写“其他”也是没有说明）；编码与目录里的、签字的只差大小写；目录有的条目没有写编码，可能就是它（名称相同或没有写）；没有提供当日的同类目录；机构没有自己记为全自费，而目录有的行没有读懂；
    告知限定了明细、编码而明细没有写，不知是不是针对它；
    签字写在同一次就诊的另一张结算单上；签字只写了就诊号，而两家机构或两名职工有这个就诊号；明细没有写哪张结算单，或者签字没有写哪张结算单、哪次就诊，可能是针对它的；没有找到结算单，而有的没有读懂；
    不知道签字、告知、日期、由谁签字（条文只认职工和家属时），写着已签字（已书面告知）而签字（告知）日期写“无”；
    borne：不知由谁负担。告知签字表没有提供则整条无从判定；写“无”是知道一份也没有。在住院服务标准内的项目，收的多于标准（各级中最高的）而由个人负担的，超出的部分没有做到的，须由人认定
  en: >-
    no code, day or kind (“other” tells none); a code that differs from a listed or a signed one in its case only; an
    entry without a code that may be the line's, of its name or where a name is not told; no catalogue of the kind
    given for that day; rows of the catalogues that could not be read, where the institution
    itself does not enter the line as self-paid; a notice that names a line or code which the line itself does not, or
    another claim of the same visit; one that names only a visit number that two institutions or workers have; a line
    without its claim, or a notice without claim and visit, that may belong together; a claim not found while some could
    not be read; whether, when or by whom it was signed or told is not known, or signed (told in writing) with no day of
    it; borne: who bore it is not known. Without the table of notices nothing can be said; “none” says that there is not
    one. What the worker bears beyond the inpatient standard (the highest of all levels) without the thing asked is for
    a person to decide
money:
  zh: 目录外的金额（没有签字、用后才签）；只是告知不合要求的不计金额
  en: "the amount outside the catalogues (unsigned, or signed too late); none where only the notice falls short"
bearer: institution
judges: {table: net_lines, where: "(amount <= 0) IS NOT TRUE"}
needs: {lines: [catalogue_code, service_on], catalogue: [code], consents: []}
optional:
  lines: [line_number, claim_id, visit_id, catalogue_name, catalogue_kind, charge_category, institution_item_code,
      institution_item_name, quantity, amount, out_of_scope_amount, fund_amount, personal_amount]
  catalogue: [name, valid_from, valid_until, ceiling_amount, kind, charge_class, fund_payable, ceiling_level_3_amount,
      ceiling_level_2_amount, ceiling_level_1_amount]
  consents: [claim_id, visit_id, line_number, catalogue_code, institution_item_code, informed_on, in_writing,
      fund_will_not_pay_told, signed, signed_by, signed_on]
  claims: [claim_id, visit_id, institution_code, worker_number]
absence: [consents]
parameters:
  asks: {zh: 要求, en: what is asked, type: text}
  employer_signs: {zh: 用人单位签字算数, en: an employer's signature counts, type: boolean}
evidence:
  service_on: {zh: 费用日期, en: day of the service}
  catalogue_code: {zh: 目录编码, en: code}
  name: {zh: 名称, en: name}
  outside_amount: {zh: 目录外金额, en: amount outside the catalogues, unit: 元}
  consents_count: {zh: 对应的告知签字, en: notices that cover it, unit: 次}
  informed_on: {zh: 告知日期, en: told on}
  signed_on: {zh: 签字日期, en: signed on}
alert:
  zh: "{service_on} {name}（目录外 {outside_amount} 元）的告知、签字不合要求"
  en: "{service_on} {name}: notice or signature for {outside_amount} yuan outside the catalogues falls short"
*/
WITH payable AS (
    SELECT code, kind, valid_from, valid_until,
           CASE WHEN kind = 'inpatient_standard'
                THEN greatest(ceiling_amount, ceiling_level_3_amount, ceiling_level_2_amount, ceiling_level_1_amount)
                END AS standard
    FROM catalogue
    WHERE COALESCE(fund_payable, COALESCE(charge_class, 'a') <> 'c')
),
billed AS (
    SELECT row, claim_id, visit_id, line_number, catalogue_code, institution_item_code,
           COALESCE(catalogue_name, institution_item_name) AS name,
           service_on, amount, quantity, out_of_scope_amount, fund_amount, personal_amount,
           COALESCE(NULLIF(catalogue_kind, 'other'), category_kind) AS kind
    FROM net_lines
    WHERE (amount <= 0) IS NOT TRUE
),
outside AS (
    SELECT b.row, b.claim_id, b.visit_id, b.line_number, b.catalogue_code, b.institution_item_code, b.name,
           b.service_on, b.amount, b.kind,
           b.fund_amount, b.personal_amount, max(CASE WHEN b.out_of_scope_amount > 0 THEN 1 ELSE 0 END) AS declared,
           max(CASE WHEN p.code IS NOT NULL AND (b.out_of_scope_amount > 0) IS NOT TRUE THEN 1 ELSE 0 END) AS beyond,
           CASE WHEN max(p.code) IS NULL THEN b.amount
                WHEN b.out_of_scope_amount > 0 THEN least(b.out_of_scope_amount, b.amount)
                ELSE least(b.amount - round(max(p.standard) * b.quantity, 2), COALESCE(b.personal_amount, b.amount))
                END AS outside_amount
    FROM billed AS b
    LEFT JOIN payable AS p ON p.code = b.catalogue_code AND b.service_on >= p.valid_from
        AND b.service_on <= p.valid_until
    WHERE p.code IS NULL OR b.out_of_scope_amount > 0
       OR (b.amount > round(p.standard * b.quantity, 2) AND (b.personal_amount <= 0) IS NOT TRUE)
    GROUP BY b.row, b.claim_id, b.visit_id, b.line_number, b.catalogue_code, b.institution_item_code, b.name,
             b.service_on, b.amount, b.quantity, b.kind,
             b.fund_amount, b.personal_amount, b.out_of_scope_amount
),
doubtful AS (
    SELECT code FROM payable WHERE valid_from IS NULL GROUP BY code
),
-- part: miswritten_codes,
-- part: kinds_in_force,
visits AS (
    SELECT claim_id, visit_id FROM claims WHERE visit_id IS NOT NULL GROUP BY claim_id, visit_id
),
shared AS (
    SELECT visit_id FROM claims WHERE visit_id IS NOT NULL GROUP BY visit_id
    HAVING min(institution_code) <> max(institution_code) OR min(worker_number) <> max(worker_number)
),
notices AS (
    SELECT COALESCE(k.claim_id, v.claim_id) AS claim_id, k.claim_id AS signed_claim_id, k.visit_id,
           k.claim_id IS NOT NULL OR w.visit_id IS NULL AS of_this_claim,
           k.line_number, k.catalogue_code, k.institution_item_code, k.informed_on, k.informed_on_none,
           k.in_writing, k.fund_will_not_pay_told, k.signed_on, k.signed_on_none,
           CASE WHEN k.signed AND k.signed_on_none THEN NULL
                WHEN k.signed_on > CAST($judged_on AS DATE) THEN FALSE
                ELSE COALESCE(k.signed, CASE WHEN k.signed_on IS NOT NULL THEN TRUE
                    WHEN k.signed_on_none THEN FALSE END) END
               AND (k.signed_by IN ('worker', 'relative') OR $employer_signs) AS agreed
    FROM consents AS k
    LEFT JOIN visits AS v ON k.claim_id IS NULL AND v.visit_id = k.visit_id
    LEFT JOIN shared AS w ON w.visit_id = k.visit_id
),
counted AS (
    SELECT count(*) AS all_of_them, count(CASE WHEN catalogue_code IS NULL THEN 1 END) AS without_code,
           count(CASE WHEN claim_id IS NULL AND visit_id IS NULL THEN 1 END) AS loose,
           count(CASE WHEN claim_id IS NULL AND visit_id IS NULL AND catalogue_code IS NULL THEN 1 END) AS loosest
    FROM notices
),
noticed AS (
    SELECT upper(catalogue_code) AS code,
           max(CASE WHEN claim_id IS NULL AND visit_id IS NULL THEN 1 ELSE 0 END) AS loose
    FROM notices
    WHERE catalogue_code IS NOT NULL
    GROUP BY upper(catalogue_code)
),
-- A stay may be billed in several claims: what was signed under one of them may be meant for all.
elsewhere AS (
    SELECT v.claim_id, n.catalogue_code, n.institution_item_code, n.informed_on,
           n.informed_on_none, n.in_writing, n.fund_will_not_pay_told, n.signed_on, n.signed_on_none, n.agreed
    FROM notices AS n
    LEFT JOIN visits AS h ON h.claim_id = n.signed_claim_id
    JOIN visits AS v ON v.visit_id = COALESCE(h.visit_id, n.visit_id) AND v.claim_id <> n.signed_claim_id
    WHERE n.signed_claim_id IS NOT NULL AND n.line_number IS NULL
),
covering AS (
    SELECT claim_id, line_number, catalogue_code, institution_item_code, informed_on, informed_on_none, in_writing,
           fund_will_not_pay_told, signed_on, signed_on_none, agreed, of_this_claim
    FROM notices
    UNION ALL
    SELECT claim_id, CAST(NULL AS VARCHAR) AS line_number, catalogue_code, institution_item_code, informed_on,
           informed_on_none, in_writing, fund_will_not_pay_told, signed_on, signed_on_none, agreed,
           FALSE AS of_this_claim
    FROM elsewhere
),
asked AS (
    SELECT x.row, n.informed_on, n.signed_on,
           n.of_this_claim AND (n.line_number IS NULL OR n.line_number = x.line_number)
               AND (n.catalogue_code IS NULL OR n.catalogue_code = x.catalogue_code)
               AND (n.institution_item_code IS NULL OR n.institution_item_code = x.institution_item_code) AS covered,
           CASE $asks WHEN 'before_use' THEN n.agreed
               AND COALESCE(n.signed_on <= x.service_on, CASE WHEN n.signed_on_none THEN FALSE END)
                      WHEN 'told' THEN n.fund_will_not_pay_told AND n.informed_on <= x.service_on
                      WHEN 'written' THEN n.in_writing AND CASE WHEN n.informed_on_none THEN NULL
                          ELSE COALESCE(n.informed_on <= CAST($judged_on AS DATE), TRUE) END
                      WHEN 'noticed_before' THEN n.in_writing AND COALESCE(n.informed_on <= x.service_on, CASE
                          WHEN n.informed_on_none THEN FALSE END)
                      ELSE n.agreed END AS done
    FROM outside AS x
    JOIN covering AS n ON n.claim_id = x.claim_id
    WHERE (n.line_number IS NULL OR n.line_number = x.line_number OR x.line_number IS NULL)
      AND (n.catalogue_code IS NULL OR upper(n.catalogue_code) = upper(x.catalogue_code) OR x.catalogue_code IS NULL)
      AND (n.institution_item_code IS NULL OR n.institution_item_code = x.institution_item_code
          OR x.institution_item_code IS NULL)
),
matched AS (
    SELECT row, count(*) AS consents_count, min(informed_on) AS informed_on, min(signed_on) AS signed_on,
           max(CASE WHEN done AND covered THEN 2 WHEN done IS NOT FALSE THEN 1 ELSE 0 END) AS met
    FROM asked
    GROUP BY row
)
SELECT x.claim_id, x.row AS line_row,
       CASE WHEN x.declared = 0 AND x.beyond = 0
           AND (x.catalogue_code IS NULL OR x.service_on IS NULL OR d.code IS NOT NULL OR f.kind IS NULL
               OR w.row IS NOT NULL OR $unread_catalogue > 0) THEN 'unknown'
            WHEN x.service_on IS NULL AND $asks IN ('before_use', 'noticed_before') THEN 'unknown'
            WHEN m.met = 1 OR (n.claim_id IS NULL AND $unread_claims > 0) THEN 'unknown'
            WHEN x.claim_id IS NULL AND (a.without_code > 0 OR c.code IS NOT NULL
                OR (x.catalogue_code IS NULL AND a.all_of_them > 0)) THEN 'unknown'
            WHEN a.loosest > 0 OR c.loose = 1 OR (x.catalogue_code IS NULL AND a.loose > 0) THEN 'unknown'
            WHEN x.beyond = 1 THEN 'review'
            WHEN $asks = 'borne' AND COALESCE(x.fund_amount, 0) + COALESCE(x.personal_amount, 0) = 0 THEN 'unknown'
            ELSE 'fail' END AS verdict,
       CASE WHEN $asks IN ('signed', 'before_use') THEN x.outside_amount
            WHEN $asks = 'borne' THEN least(COALESCE(x.fund_amount + x.personal_amount, x.outside_amount),
                x.outside_amount)
            ELSE 0 END AS amount,
       x.service_on, x.catalogue_code, x.name, x.outside_amount, COALESCE(m.consents_count, 0) AS consents_count,
       m.informed_on, m.signed_on
FROM outside AS x
CROSS JOIN counted AS a
LEFT JOIN noticed AS c ON c.code = upper(x.catalogue_code)
LEFT JOIN doubtful AS d ON d.code = x.catalogue_code
LEFT JOIN in_force AS f ON f.kind = x.kind AND f.service_on = x.service_on
LEFT JOIN matched AS m ON m.row = x.row
LEFT JOIN misspelt AS w ON w.row = x.row
LEFT JOIN (SELECT claim_id FROM claims GROUP BY claim_id) AS n ON n.claim_id = x.claim_id
WHERE (m.met = 2) IS NOT TRUE
  AND ($asks = 'borne' AND x.fund_amount + x.personal_amount = 0) IS NOT TRUE
