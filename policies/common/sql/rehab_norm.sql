/*
title: {zh: 不合康复规范的费用记入基金, en: Rehabilitation outside the norm charged to the fund}
offence:
  zh: 康复明细经审查不符合工伤康复诊疗规范，而记给基金
  en: "a line of rehabilitation that a review found outside the norm, and that is charged to the fund"
not_an_offence:
  zh: 审查认为符合规范的；没有记给基金的；已冲销的明细；写明别的目录类别的明细（没有写或写“其他”，而编码在康复目录里或经审查不符合的，算康复）
  en: >-
    what the review found within the norm; what is not charged to the fund; reversed lines; lines of another stated kind
    (without one, or of “other”, a code of the rehabilitation catalogue or a review that found it outside tells)
unknown:
  zh: >-
    不知是否记给基金（基金支付是 0 而符合范围不是的，或者明细没有写而它的结算单可能没有读懂、没有写结算单号而有的结算单基金没有付的也是）。没有审查，而类别、费用类别、编码都没有说明是不是康复的，一张结算单记一处。
    康复没有审查的，须由人认定（一张结算单记一处）
  en: >-
    not known whether it is charged to the fund, or stated both ways, or not stated by the line where its claim may be
    one that could not be read, or is not told while the fund pays nothing of some claim; not reviewed, and neither kind
    nor category nor code tells whether it is rehabilitation (one row a claim). Rehabilitation that nobody has reviewed
    is for a person to decide (one row a claim)
money: {zh: 记给基金的金额, en: the amount charged to the fund}
bearer: worker
judges:
  table: net_lines
  where: >-
    (catalogue_kind = 'rehabilitation_item' OR charge_category = 'rehabilitation' OR (COALESCE(catalogue_kind, 'other')
    = 'other' AND (rehab_norm_met = FALSE OR catalogue_code IN (SELECT code FROM catalogue WHERE kind =
    'rehabilitation_item') OR (rehab_norm_met IS NULL AND catalogue_code IS NULL AND COALESCE(charge_category, 'other')
    = 'other')))) AND (amount <= 0) IS NOT TRUE
needs: {lines: [rehab_norm_met]}
optional:
  lines: [claim_id, service_on, catalogue_code, catalogue_name, catalogue_kind, charge_category, institution_item_name,
      amount, out_of_scope_amount, in_scope_amount, fund_amount]
  claims: [claim_id, fund_amount]
  catalogue: [code, kind]
absent: review
evidence:
  service_on: {zh: 费用日期, en: day of the service}
  name: {zh: 名称, en: name}
  charged_amount: {zh: 记给基金, en: charged to the fund, unit: 元}
  unreviewed_count: {zh: 未审查明细, en: lines not reviewed}
alert:
  zh: "{service_on} {name} 不符合康复诊疗规范，基金不付"
  en: "{service_on} {name} is outside the norm of rehabilitation: not the fund's"
*/
WITH items AS (
    SELECT code FROM catalogue WHERE kind = 'rehabilitation_item' AND code IS NOT NULL GROUP BY code
),
billed AS (
    SELECT l.row, l.claim_id, l.service_on, COALESCE(l.catalogue_name, l.institution_item_name) AS name, l.amount,
           l.rehab_norm_met,
           CASE WHEN (l.fund_amount = 0 AND l.in_scope_amount > 0) IS NOT TRUE
                THEN COALESCE(l.fund_amount, l.in_scope_amount, CASE WHEN l.out_of_scope_amount >= l.amount THEN 0 END)
                END AS charged, l.fund_amount
    FROM net_lines AS l
    LEFT JOIN items AS k ON k.code = l.catalogue_code
    WHERE (l.amount <= 0) IS NOT TRUE
      AND (l.catalogue_kind = 'rehabilitation_item' OR l.charge_category = 'rehabilitation'
          OR (COALESCE(l.catalogue_kind, 'other') = 'other' AND (l.rehab_norm_met = FALSE OR k.code IS NOT NULL)))
),
-- Neither kind nor category nor code tells whether it is rehabilitation.
untold AS (
    SELECT row, claim_id, service_on, fund_amount,
           CASE WHEN (fund_amount = 0 AND in_scope_amount > 0) IS NOT TRUE
                THEN COALESCE(fund_amount, in_scope_amount, CASE WHEN out_of_scope_amount >= amount THEN 0 END)
                END AS charged
    FROM net_lines
    WHERE (amount <= 0) IS NOT TRUE AND rehab_norm_met IS NULL AND catalogue_code IS NULL
      AND COALESCE(catalogue_kind, 'other') = 'other' AND COALESCE(charge_category, 'other') = 'other'
),
-- part: claims_unpaid,
paid AS (
    SELECT claim_id, CASE WHEN count(fund_amount) = count(*) THEN max(fund_amount) END AS fund_amount
    FROM claims
    GROUP BY claim_id
)
SELECT b.claim_id, b.row AS line_row,
       CASE WHEN b.charged IS NULL OR (b.fund_amount IS NULL AND p.claim_id IS NULL
                                    AND ($unread_claims > 0 OR (b.claim_id IS NULL AND z.claims_count > 0)))
           THEN 'unknown' ELSE 'fail' END AS verdict,
       least(COALESCE(b.charged, b.amount), b.amount) AS amount, b.service_on, b.name, b.charged AS charged_amount,
       CAST(NULL AS BIGINT) AS unreviewed_count
FROM billed AS b
CROSS JOIN unpaid AS z
LEFT JOIN paid AS p ON p.claim_id = b.claim_id
WHERE b.rehab_norm_met = FALSE AND (b.charged <= 0) IS NOT TRUE
  AND ((b.charged IS NULL OR b.fund_amount IS NULL) AND p.fund_amount = 0) IS NOT TRUE
UNION ALL
SELECT b.claim_id, CAST(NULL AS BIGINT) AS line_row, 'unknown' AS verdict, CAST(0 AS DECIMAL(18,6)) AS amount,
       min(b.service_on) AS service_on,
       CAST(NULL AS VARCHAR) AS name, CAST(NULL AS DECIMAL(18,6)) AS charged_amount, count(*) AS unreviewed_count
FROM untold AS b
LEFT JOIN paid AS p ON p.claim_id = b.claim_id
WHERE (b.charged <= 0) IS NOT TRUE
  AND ((b.charged IS NULL OR b.fund_amount IS NULL) AND p.fund_amount = 0) IS NOT TRUE
GROUP BY b.claim_id
UNION ALL
SELECT claim_id, CAST(NULL AS BIGINT) AS line_row, 'review' AS verdict, CAST(0 AS DECIMAL(18,6)) AS amount,
       min(service_on) AS service_on,
       CAST(NULL AS VARCHAR) AS name, CAST(NULL AS DECIMAL(18,6)) AS charged_amount, count(*) AS unreviewed_count
FROM billed
WHERE rehab_norm_met IS NULL AND (charged <= 0) IS NOT TRUE
GROUP BY claim_id
