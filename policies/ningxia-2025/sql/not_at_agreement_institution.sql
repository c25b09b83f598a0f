/*
title: {zh: 不在协议机构治疗, en: care at an institution without agreement}
offence: {zh: 不是急诊，而在不是协议机构的医疗机构治疗, en: "care at an institution that is under no agreement, without an emergency"}
not_an_offence:
  zh: >-
    就诊当日在协议期内的机构；标明是协议机构、资料里的协议也不与它矛盾的；急诊急救先到就近的机构；购药、辅助器具。
    协议在就诊期间暂停（中止）的，住院期间协议才开始而以前的费用基金都没有付的，协议到期而第二天没有接上的（不知出院日期的，算到判定当日；门诊等没有写的，算当天），交人认定
  en: >-
    an institution under agreement on the day, or said to be so and not contradicted by its agreements; an emergency at
    the nearest one; purchases and devices. To a person goes an agreement that was suspended meanwhile, one that began
    during the stay where the fund pays nothing for the days before, and one that ended during it (to the day of judging
    where its end is not known; a visit of no inpatient ends on its day) while none followed on the next day
unknown:
  zh: >-
    没有填是否协议机构，资料里也没有这家机构的协议（名单可能不全，不等于没有协议），或者协议起止日期不全、就诊以后才签订、没有就诊日期；
    没有机构代码，而机构名称同批次的机构不同；
    标明是协议机构，而资料里它的协议都不在就诊当日；不在协议机构而不知道是否急诊；没有就诊类别；协议暂停没有写起止日期。
    只配置辅助器具的协议不算
  en: >-
    no answer, and none of its agreements among the documents (lists may be incomplete, which is not the same as no
    agreement), or without dates or signed after the visit; no code, and another name than the batch's institution;
    said to be under agreement,
    and none of its agreements among the documents is of that day; no agreement, and not known whether it was an
    emergency; no category of the visit; a suspension without its days. An agreement on assistive devices alone is none
money:
  zh: 结算单中基金支付的金额；住院期间协议开始、到期的，只算没有协议那几天的明细，明细没有都写日期、基金支付的不明
  en: >-
    what the fund pays of the claim; where an agreement began or ended during the stay, of the lines of days without
    one, not known where not all lines tell their day and the fund's part
bearer: worker
judges:
  table: claims
  where: "visit_category IS NULL OR visit_category IN ('outpatient', 'inpatient', 'rehabilitation', 'emergency')"
needs: {claims: [claim_id, visit_category, starts_on]}
optional:
  claims: [institution_code, institution_name, emergency, ends_on, fund_amount, agreement_institution]
  lines: [claim_id, service_on, fund_amount]
  batch: [institution_code]
  institutions: [institution_code, name]
  agreements: [institution_code, starts_on, ends_on, medical, rehabilitation]
  suspensions: [institution_code, starts_on, ends_on]
absence: [agreements]
evidence:
  starts_on: {zh: 就诊日期, en: visit on}
  institution_code: {zh: 机构代码, en: institution}
  institution_name: {zh: 机构名称, en: name}
alert:
  zh: "{starts_on} 在 {institution_name} 治疗：不是协议机构"
  en: "care of {starts_on} at {institution_name}: not under agreement"
*/
WITH visits AS (
  SELECT
    c.row,
    c.claim_id,
    c.visit_category,
    c.starts_on,
    CASE WHEN c.institution_code IS NOT NULL THEN c.institution_code
        WHEN c.institution_name IS NULL OR c.institution_name = own.name
        THEN h.institution_code END AS institution_code,
    c.institution_name,
    c.agreement_institution,
    c.fund_amount,
    c.visit_category = 'emergency' OR c.emergency AS emergency,
    CASE WHEN c.ends_on >= c.starts_on THEN c.ends_on
        WHEN c.ends_on_none IS NOT TRUE AND c.visit_category NOT IN ('inpatient', 'rehabilitation') THEN c.starts_on
        ELSE CAST($judged_on AS DATE) END AS until_on
  FROM claims AS c
  CROSS JOIN batch AS h
  LEFT JOIN (
    SELECT institution_code, CASE WHEN min(name) = max(name) THEN min(name) END AS name
    FROM institutions GROUP BY institution_code
  ) AS own ON own.institution_code = h.institution_code
  WHERE c.visit_category IS NULL OR c.visit_category IN ('outpatient', 'inpatient', 'rehabilitation', 'emergency')
),
agreed_on AS (
  SELECT a.institution_code, a.starts_on, a.ends_on
  FROM agreements AS a
  WHERE (a.medical OR a.rehabilitation) IS NOT FALSE
),
held AS (
  SELECT
    v.row,
    max(CASE WHEN a.starts_on <= v.starts_on AND v.starts_on <= a.ends_on THEN 1 ELSE 0 END) AS covered,
    max(CASE WHEN v.starts_on < a.starts_on OR v.starts_on > a.ends_on THEN 0 ELSE 1 END) AS perhaps,
    max(CASE WHEN a.starts_on > v.starts_on AND a.starts_on <= v.until_on THEN 1 ELSE 0 END) AS begun
  FROM visits AS v
  JOIN agreed_on AS a ON a.institution_code = v.institution_code
  GROUP BY v.row
),
hindered AS (
  SELECT
    v.row,
    max(CASE WHEN s.starts_on <= v.until_on AND s.ends_on > v.starts_on THEN 1 ELSE 0 END) AS suspended
  FROM visits AS v
  JOIN suspensions AS s ON s.institution_code = v.institution_code
  WHERE (s.starts_on > v.until_on OR s.ends_on <= v.starts_on) IS NOT TRUE
  GROUP BY v.row
),
expiries AS (
  SELECT a.institution_code, a.ends_on
  FROM agreed_on AS a
  LEFT JOIN agreed_on AS n ON n.institution_code = a.institution_code AND n.starts_on <= a.ends_on + INTERVAL 1 DAY
      AND n.ends_on > a.ends_on
  WHERE n.institution_code IS NULL
  GROUP BY a.institution_code, a.ends_on
),
partly AS (
  SELECT d.row FROM held AS d WHERE d.begun = 1 AND d.covered = 0
  UNION
  SELECT v.row
  FROM visits AS v
  JOIN expiries AS e ON e.institution_code = v.institution_code AND e.ends_on >= v.starts_on AND e.ends_on < v.until_on
),
charged AS (
  SELECT
    v.row,
    l.row AS line_row,
    l.fund_amount,
    max(CASE WHEN l.service_on >= a.starts_on AND l.service_on <= a.ends_on THEN 1 ELSE 0 END) AS covered,
    max(CASE WHEN l.service_on < a.starts_on OR l.service_on > a.ends_on THEN 0 ELSE 1 END) AS perhaps
  FROM visits AS v
  JOIN partly AS p ON p.row = v.row
  JOIN net_lines AS l ON l.claim_id = v.claim_id
  JOIN agreed_on AS a ON a.institution_code = v.institution_code
  GROUP BY v.row, l.row, l.fund_amount
),
outside AS (
  SELECT
    g.row,
    CASE WHEN count(CASE WHEN g.covered = 0 AND (g.perhaps = 1 OR g.fund_amount IS NULL) THEN 1 END) = 0
        THEN sum(CASE WHEN g.covered = 0 THEN g.fund_amount ELSE 0 END) END AS amount
  FROM charged AS g
  GROUP BY g.row
),
judged AS (
  SELECT
    v.row,
    CASE WHEN d.covered = 1 THEN TRUE
        WHEN d.perhaps = 0 AND v.agreement_institution THEN NULL
        ELSE COALESCE(v.agreement_institution, CASE WHEN d.perhaps = 0 THEN FALSE END) END AS agreed
  FROM visits AS v
  LEFT JOIN held AS d ON d.row = v.row
)
SELECT
  v.claim_id,
  CAST(NULL AS BIGINT) AS line_row,
  CASE
    WHEN v.visit_category IS NULL OR v.emergency IS NULL OR j.agreed IS NULL THEN 'unknown'
    WHEN j.agreed AND p.row IS NULL AND u.suspended = 0 THEN 'unknown'
    WHEN j.agreed OR x.amount = 0 THEN 'review'
    ELSE 'fail'
  END AS verdict,
  CASE WHEN p.row IS NOT NULL THEN CAST(x.amount AS DECIMAL(18, 6)) ELSE v.fund_amount END AS amount,
  v.starts_on,
  v.institution_code,
  v.institution_name
FROM visits AS v
JOIN judged AS j ON j.row = v.row
LEFT JOIN partly AS p ON p.row = v.row
LEFT JOIN outside AS x ON x.row = v.row
LEFT JOIN hindered AS u ON u.row = v.row
WHERE ((j.agreed AND u.row IS NULL AND (p.row IS NULL OR x.amount = 0)) OR v.emergency) IS NOT TRUE
