/*
title: {zh: 未经批准转院的费用由基金支付, en: costs of an unapproved transfer charged to the fund}
offence:
  zh: >-
    未经经办机构批准，转往自治区以外的医疗机构，转入后的费用由基金支付。在自治区以内转院的，须由人认定：
    第三十条（三）要批准，第十九条又允许在区内自行选择；批准晚于转院、转院时批准已过期的，或者去的不是批准转入的机构的，也须由人认定
  en: >-
    a transfer out of the region without the agency's approval, and the fund pays for the care after it. Within the
    region it is for a person to judge, since article 30 (3) asks for approval and article 19 leaves the choice; so
    is an approval later than the transfer, run out before it, or for another institution than the one of the care
not_an_offence:
  zh: >-
    已经批准；转入时是急诊；这名职工急救以后转入区内机构（第十七条要求转）；外省参保的；转入后的费用基金没有支付；本批没有转入后的费用；
    转入就诊号相同的是另一名职工的结算单（两个个人编号是或可能是一个人的除外）
  en: >-
    approved; an emergency on arrival; after an emergency of this worker, to an institution of the region, which article
    17 asks for; insured in another province; costs after it that the fund does not pay, or that are not in the batch;
    another worker's claim that has the number of the visit (but for two person numbers that are, or may be, one
    person's)
unknown:
  zh: 没有填是否批准，或者写着批准而批准日期写“无”；没有批准而不知道转到哪里、基金付了多少；没有批准又没有写转入就诊号；
    几条转院记录转入同一次就诊，有的批准、有的没有，或者都没有批准而有的转到区外、有的在区内；没有批准的是另一个个人编号，可能是同一个人；
    没有批准而转往区外，不知道转入时是不是急诊
  en: >-
    no answer for the approval, or one without a day (“none”); none, and not known where to or what the fund pays;
    none, and the visit after it is not named; several transfers led to one visit, some approved and some not, or none
    and some out of the region and some within; one not approved of another person number that may be the same person's;
    none, out of the region, and not known whether it was an emergency on arrival
money: {zh: 转入后的结算单中基金支付的金额, en: what the fund pays of the claim after the transfer}
bearer: worker
judges: transfers
needs:
  transfers: [from_visit_id, to_visit_id, to_division_code, transferred_on, approved]
  claims: [claim_id, visit_id, fund_amount]
optional:
  transfers: [worker_number, to_institution_code, approved_on, valid_until_on]
  claims: [worker_number, identity_number, identity_type, institution_code, visit_category, emergency,
      insured_division_code]
  workers: [worker_number, identity_number]
parameters:
  region: {zh: 自治区的区划代码, en: code of the region, type: text}
evidence:
  transferred_on: {zh: 转院日期, en: transferred on}
  to_division_code: {zh: 转入地区划代码, en: to}
  approved_on: {zh: 批准日期, en: approved on}
  fund_amount: {zh: 基金支付金额, en: fund pays, unit: 元}
alert:
  zh: "{transferred_on} 转往 {to_division_code}：没有经办机构批准，费用基金不予支付"
  en: "transfer of {transferred_on} to {to_division_code}: not approved; the fund does not pay for it"
*/
WITH alike AS (
  SELECT
    p.worker_number,
    o.worker_number AS other_worker_number,
    max(CASE WHEN p.sure AND o.sure THEN 1 ELSE 0 END) AS sure
  FROM worker_persons AS p
  JOIN worker_persons AS o ON o.person = p.person
  GROUP BY p.worker_number, o.worker_number
),
left_after AS (
  SELECT
    t.row,
    min(c.claim_id) AS claim_id,
    -- Where the claims of that number are, or may be, of several workers, one of them that was no emergency leaves open
    -- which of them the transfer is about.
    min(CASE WHEN c.emergency OR c.visit_category = 'emergency' THEN 1 ELSE 0 END) = 1
      OR (max(CASE WHEN c.emergency OR c.visit_category = 'emergency' THEN 1 ELSE 0 END) = 1
          AND (count(c.worker_number) = 0
               OR (count(c.worker_number) = count(*) AND min(c.worker_number) = max(c.worker_number)))) AS emergency
  FROM transfers AS t
  JOIN claims AS c ON c.visit_id = t.from_visit_id
  LEFT JOIN alike AS a ON a.worker_number = c.worker_number AND a.other_worker_number = t.worker_number
  WHERE (t.worker_number <> c.worker_number) IS NOT TRUE OR a.worker_number IS NOT NULL
  GROUP BY t.row
),
moved AS (
  SELECT
    t.row,
    f.claim_id AS from_claim_id,
    t.worker_number,
    t.to_visit_id,
    t.to_institution_code,
    t.transferred_on,
    t.to_division_code,
    t.approved_on,
    CASE
      WHEN t.approved AND (t.approved_on > t.transferred_on OR t.valid_until_on < t.transferred_on) THEN FALSE
      WHEN t.approved AND t.approved_on_none THEN NULL
      ELSE t.approved
    END AS approved,
    t.approved AND (t.approved_on > t.transferred_on OR t.valid_until_on < t.transferred_on) AS approved_otherwise,
    substr(t.to_division_code, 1, 2) = substr($region, 1, 2) AS within_region,
    COALESCE(f.emergency, FALSE) AS after_emergency
  FROM transfers AS t
  LEFT JOIN left_after AS f ON f.row = t.row
),
reached AS (
  SELECT m.row AS transfer_row, c.row AS claim_row, a.sure
  FROM moved AS m
  JOIN claims AS c ON c.visit_id = m.to_visit_id
  LEFT JOIN alike AS a ON a.worker_number = c.worker_number AND a.other_worker_number = m.worker_number
  WHERE (m.worker_number <> c.worker_number) IS NOT TRUE OR a.worker_number IS NOT NULL
),
arrived AS (
  SELECT
    c.claim_id,
    max(m.row) AS row,
    min(CASE WHEN m.approved THEN 2 WHEN m.approved IS NULL THEN 1 ELSE 0 END)
      <> max(CASE WHEN m.approved THEN 2 WHEN m.approved IS NULL THEN 1 ELSE 0 END) AS told_differently,
    max(CASE WHEN m.approved THEN 1 ELSE 0 END) = 0
      AND min(CASE WHEN m.within_region THEN 2 WHEN m.within_region IS NULL THEN 1 ELSE 0 END)
      <> max(CASE WHEN m.within_region THEN 2 WHEN m.within_region IS NULL THEN 1 ELSE 0 END) AS here_and_there,
    max(CASE WHEN m.worker_number <> c.worker_number AND r.sure = 0 THEN 1 ELSE 0 END) AS perhaps_another,
    c.emergency IS NULL AS perhaps_emergency,
    c.institution_code,
    c.fund_amount
  FROM reached AS r
  JOIN claims AS c ON c.row = r.claim_row
  JOIN moved AS m ON m.row = r.transfer_row
  WHERE (c.emergency OR c.visit_category = 'emergency') IS NOT TRUE
    AND (substr(c.insured_division_code, 1, 2) <> substr($region, 1, 2)) IS NOT TRUE
  GROUP BY c.claim_id, c.emergency, c.institution_code, c.fund_amount
)
SELECT
  a.claim_id,
  CAST(NULL AS BIGINT) AS line_row,
  CASE
    WHEN a.told_differently OR a.here_and_there OR a.perhaps_another = 1
      OR m.approved IS NULL OR m.within_region IS NULL OR a.fund_amount IS NULL THEN 'unknown'
    WHEN m.within_region OR m.approved_otherwise OR m.approved THEN 'review'
    WHEN a.perhaps_emergency THEN 'unknown'
    ELSE 'fail'
  END AS verdict,
  CASE WHEN m.approved IS NOT NULL AND NOT a.told_differently AND NOT a.here_and_there AND a.perhaps_another = 0
      THEN a.fund_amount END AS amount,
  m.transferred_on,
  m.to_division_code,
  m.approved_on,
  a.fund_amount
FROM arrived AS a
JOIN moved AS m ON m.row = a.row
WHERE ((m.approved AND NOT a.told_differently AND (m.to_institution_code <> a.institution_code) IS NOT TRUE)
  OR a.fund_amount <= 0
  OR (m.within_region AND m.after_emergency AND NOT a.here_and_there)) IS NOT TRUE
UNION ALL
SELECT
  m.from_claim_id AS claim_id,
  CAST(NULL AS BIGINT) AS line_row,
  'unknown' AS verdict,
  CAST(NULL AS DECIMAL(18, 6)) AS amount,
  min(m.transferred_on) AS transferred_on,
  min(m.to_division_code) AS to_division_code,
  min(m.approved_on) AS approved_on,
  CAST(NULL AS DECIMAL(18, 6)) AS fund_amount
FROM moved AS m
LEFT JOIN reached AS r ON r.transfer_row = m.row
WHERE (m.approved OR (m.within_region AND m.after_emergency)) IS NOT TRUE
  AND (
    m.to_visit_id IS NULL
    OR (r.transfer_row IS NULL AND (SELECT count(*) FROM claims AS c WHERE c.visit_id IS NULL) > 0)
  )
GROUP BY m.from_claim_id
