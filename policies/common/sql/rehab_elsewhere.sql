/*
title: {zh: 不在协议康复机构康复, en: Rehabilitation elsewhere than at an agreement institution}
offence:
  zh: 由基金支付的康复，开始那天就诊机构没有有效的协议，或者它的协议不包括康复
  en: >-
    rehabilitation paid by the fund at an institution that on its first day had no agreement in force, or one without
    rehabilitation
not_an_offence:
  zh: >-
    基金没有支付的康复；当天有包括康复的协议的；所给协议里查不到这家机构的，协议在康复期间暂停（中止）的，康复期间协议才开始而以前的费用基金都没有付的，协议到期而第二天没有接上的（不知结束日期的，算到判定当日），交人认定
  en: >-
    the fund pays nothing; an agreement that includes rehabilitation was in force. To a person goes an institution
    without any of the agreements given, one that was suspended meanwhile, an agreement that began meanwhile where the
    fund pays nothing for the days before, and one that ended meanwhile (until the day of judging where the end of the
    care is not known) while none followed on the next day
unknown:
  zh: 没有就诊类别、机构代码、开始日期、基金支付金额，或者协议没有写服务类别、开始以后才签订；协议暂停没有写起止日期
  en: >-
    category of visit, institution, first day or the fund's part missing, or the agreement does not tell its services,
    or was signed later; a suspension without its days
money:
  zh: 基金支付的金额；康复期间协议开始、到期的，只算没有协议那几天的明细，明细没有都写日期、基金支付的不明
  en: >-
    the fund's part; where an agreement began or ended meanwhile, that of the lines of days without one, not known where
    not all lines tell their day and the fund's part
bearer: institution
judges:
  table: claims
  where: "(visit_category = 'rehabilitation' OR visit_category IS NULL) AND (fund_amount = 0) IS NOT TRUE"
needs:
  claims: [claim_id, visit_category, institution_code, starts_on]
  agreements: [institution_code, starts_on, ends_on, rehabilitation]
optional:
  claims: [institution_name, ends_on, fund_amount]
  lines: [claim_id, service_on, fund_amount]
  suspensions: [institution_code, starts_on, ends_on]
absence: [agreements]
evidence:
  institution_code: {zh: 机构代码, en: institution}
  institution_name: {zh: 机构, en: name}
  starts_on: {zh: 康复开始日期, en: rehabilitation began on}
alert:
  zh: "{starts_on} 在 {institution_code} 康复，该机构当天没有康复协议"
  en: "no agreement for rehabilitation at {institution_code} on {starts_on}"
*/
WITH care AS (
    SELECT c.row AS claim_row, c.claim_id, c.visit_category, c.institution_code, c.institution_name, c.starts_on,
           c.fund_amount,
           CASE WHEN c.ends_on >= c.starts_on THEN c.ends_on ELSE CAST($judged_on AS DATE) END AS until_on
    FROM claims AS c
    WHERE (c.visit_category = 'rehabilitation' OR c.visit_category IS NULL)
      AND (c.fund_amount = 0) IS NOT TRUE
), known AS (
    SELECT r.claim_row,
           count(*) FILTER (WHERE a.starts_on <= r.starts_on AND a.ends_on >= r.starts_on AND a.rehabilitation)
               AS allowing,
           count(*) FILTER (WHERE (a.starts_on > r.starts_on OR a.ends_on < r.starts_on OR a.rehabilitation IS FALSE)
                                  IS NOT TRUE) AS possible,
           count(*) FILTER (WHERE a.starts_on > r.starts_on AND a.starts_on <= r.until_on
                                  AND a.rehabilitation IS NOT FALSE) AS begun
    FROM care AS r
    JOIN agreements AS a ON a.institution_code = r.institution_code
    GROUP BY r.claim_row
), hindered AS (
    SELECT r.claim_row, max(CASE WHEN s.starts_on <= r.until_on AND s.ends_on > r.starts_on THEN 1 ELSE 0 END)
               AS suspended
    FROM care AS r
    JOIN suspensions AS s ON s.institution_code = r.institution_code
    WHERE (s.starts_on > r.until_on OR s.ends_on <= r.starts_on) IS NOT TRUE
    GROUP BY r.claim_row
), expiries AS (
    SELECT a.institution_code, a.ends_on
    FROM agreements AS a
    LEFT JOIN agreements AS n ON n.institution_code = a.institution_code AND n.starts_on <= a.ends_on + INTERVAL 1 DAY
        AND n.ends_on > a.ends_on AND n.rehabilitation
    WHERE a.rehabilitation AND n.institution_code IS NULL
    GROUP BY a.institution_code, a.ends_on
), partly AS (
    SELECT r.claim_row FROM care AS r JOIN known AS k ON k.claim_row = r.claim_row
    WHERE k.begun > 0 AND k.allowing = 0
    UNION
    SELECT r.claim_row
    FROM care AS r
    JOIN expiries AS e ON e.institution_code = r.institution_code AND e.ends_on >= r.starts_on
        AND e.ends_on < r.until_on
), charged AS (
    SELECT r.claim_row, l.row, l.fund_amount,
           max(CASE WHEN l.service_on >= a.starts_on AND l.service_on <= a.ends_on AND a.rehabilitation THEN 1
               ELSE 0 END) AS covered,
           max(CASE WHEN l.service_on < a.starts_on OR l.service_on > a.ends_on OR a.rehabilitation IS FALSE THEN 0
               ELSE 1 END) AS perhaps
    FROM care AS r
    JOIN partly AS p ON p.claim_row = r.claim_row
    JOIN net_lines AS l ON l.claim_id = r.claim_id
    JOIN agreements AS a ON a.institution_code = r.institution_code
    GROUP BY r.claim_row, l.row, l.fund_amount
), outside AS (
    SELECT claim_row,
           CASE WHEN count(CASE WHEN covered = 0 AND (perhaps = 1 OR fund_amount IS NULL) THEN 1 END) = 0
                THEN sum(CASE WHEN covered = 0 THEN fund_amount ELSE 0 END) END AS amount
    FROM charged
    GROUP BY claim_row
)
SELECT r.claim_id,
       CAST(NULL AS BIGINT) AS line_row,
       CASE WHEN r.visit_category IS NULL OR r.institution_code IS NULL OR r.starts_on IS NULL THEN 'unknown'
            WHEN k.allowing > 0 AND p.claim_row IS NULL AND u.suspended = 0 THEN 'unknown'
            WHEN k.claim_row IS NULL OR k.allowing > 0 THEN 'review'
            WHEN k.possible > 0 THEN 'unknown'
            WHEN x.amount = 0 THEN 'review'
            WHEN r.fund_amount IS NULL THEN 'unknown'
            ELSE 'fail' END AS verdict,
       CASE WHEN p.claim_row IS NULL THEN r.fund_amount ELSE CAST(x.amount AS DECIMAL(18, 6)) END AS amount,
       r.institution_code,
       r.institution_name,
       r.starts_on
FROM care AS r
LEFT JOIN known AS k ON k.claim_row = r.claim_row
LEFT JOIN partly AS p ON p.claim_row = r.claim_row
LEFT JOIN outside AS x ON x.claim_row = r.claim_row
LEFT JOIN hindered AS u ON u.claim_row = r.claim_row
WHERE (r.visit_category = 'rehabilitation' AND k.allowing > 0 AND u.claim_row IS NULL
       AND (p.claim_row IS NULL OR x.amount = 0)) IS NOT TRUE
