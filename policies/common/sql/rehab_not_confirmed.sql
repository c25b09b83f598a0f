/*
title: {zh: 未经确认的康复, en: Rehabilitation without confirmation}
offence:
  zh: "由基金支付的康复，职工没有经参保地设区的市劳动能力鉴定委员会确认为康复对象；或者康复开始时还没有确认； 或者超过了确认的康复期限；或者确认的是别的市的委员会"
  en: >-
    rehabilitation paid by the fund for a worker whom the committee of the city of insurance has not confirmed,
    confirmed later than it began, for a term that is over, or whom another city's committee confirmed
not_an_offence:
  zh: 基金没有支付的康复；确认当天开始的；期限最后一天结束的；写明确认没有期限（“无”）的
  en: >-
    the fund pays nothing; begun on the day of confirmation; ended on the last day of the term; a confirmation that
    states to have no term (“none”)
unknown:
  zh: >-
    职工表里没有这个人；职工表和结算单的参保地不在一个市；没有写确认日期、期限、委员会或参保地；
    委员会或者参保地的代码是自治区一级的；几期确认各自不够、连起来够；还在康复（没有结算的看判定日）而期限已过；几次受伤（或者写着同一个证件号码的另一个个人编号）的结果不同；没有就诊类别、开始日期或基金支付金额
  en: >-
    the worker is not among the workers, or with another city of insurance than on the claim; date, term or body of the
    confirmation or the place of insurance is not told; the body's or the insurance's code is the region's; terms that
    reach only one after another; still in rehabilitation when settled (or judged) after the term; several injuries that
    differ (or another number with the same identity number); category of visit, first day or the fund's part missing
money:
  zh: 没有确认的，基金支付的全部；一部分在确认的期间内的，多少不明
  en: "without confirmation all that the fund pays; where a part lies within it, not known"
bearer: institution
judges:
  table: claims
  where: "(visit_category = 'rehabilitation' OR visit_category IS NULL) AND (fund_amount = 0) IS NOT TRUE"
needs:
  claims: [claim_id, worker_number, visit_category, starts_on]
  workers: [worker_number, rehab_confirmed_on, rehab_committee_division_code]
optional:
  claims: [insured_division_code, recognition_number, ends_on, settled_on, fund_amount, identity_number, identity_type]
  workers: [insured_division_code, recognition_number, rehab_confirmed_until_on, identity_number]
absence: [workers]
evidence:
  starts_on: {zh: 康复开始日期, en: rehabilitation began on}
  ends_on: {zh: 康复结束日期, en: ended on}
  rehab_confirmed_on: {zh: 确认日期, en: confirmed on}
  rehab_confirmed_until_on: {zh: 确认的期限, en: confirmed until}
alert: {zh: "{starts_on} 开始的康复没有有效的康复对象确认", en: "rehabilitation from {starts_on} without a valid confirmation"}
*/
WITH
-- part: worker_entries,
care AS (
    SELECT c.row AS claim_row, c.claim_id, c.worker_number, c.recognition_number, c.visit_category, c.fund_amount,
           c.insured_division_code, c.starts_on, c.ends_on, COALESCE(c.ends_on, c.starts_on) AS last_on,
           COALESCE(c.ends_on, CASE WHEN c.ends_on_none THEN COALESCE(c.settled_on, CAST($judged_on AS DATE)) END)
               AS stayed_until
    FROM claims AS c
    WHERE (c.visit_category = 'rehabilitation' OR c.visit_category IS NULL)
      AND (c.fund_amount = 0) IS NOT TRUE
), matched AS (
    SELECT r.claim_row, w.rehab_confirmed_on, w.rehab_confirmed_until_on, r.starts_on, r.last_on,
           CASE WHEN w.rehab_confirmed_until_on_none THEN CAST('9999-12-31' AS DATE)
                ELSE w.rehab_confirmed_until_on END AS until_on,
           w.rehab_confirmed_on_none OR w.rehab_confirmed_on > r.starts_on
               OR w.rehab_confirmed_until_on < r.last_on
               OR (substr(w.rehab_committee_division_code, 3, 2) NOT IN ('00', '99')
                   AND substr(COALESCE(r.insured_division_code, w.insured_division_code), 3, 2) NOT IN ('00', '99')
                   AND substr(w.rehab_committee_division_code, 1, 4)
                       <> substr(COALESCE(r.insured_division_code, w.insured_division_code), 1, 4)
                   AND (substr(w.rehab_committee_division_code, 1, 4) = substr(w.insured_division_code, 1, 4))
                       IS NOT TRUE) AS bad,
           (substr(w.rehab_committee_division_code, 3, 2) NOT IN ('00', '99')
               AND substr(COALESCE(r.insured_division_code, w.insured_division_code), 3, 2) NOT IN ('00', '99')
               AND substr(w.rehab_committee_division_code, 1, 4)
                   <> substr(COALESCE(r.insured_division_code, w.insured_division_code), 1, 4)) AS other_city,
           w.rehab_confirmed_on <= r.starts_on
               AND (w.rehab_confirmed_until_on_none
                    OR (w.rehab_confirmed_until_on >= r.stayed_until AND w.rehab_confirmed_until_on >= r.starts_on))
               AND substr(w.rehab_committee_division_code, 3, 2) NOT IN ('00', '99')
               AND substr(w.rehab_committee_division_code, 1, 4)
                   = substr(COALESCE(r.insured_division_code, w.insured_division_code), 1, 4)
               AND (substr(w.insured_division_code, 3, 2) <> '00'
                   AND substr(w.insured_division_code, 1, 4) <> substr(r.insured_division_code, 1, 4))
                   IS NOT TRUE AS good,
           w.rehab_confirmed_on > r.starts_on AND w.rehab_confirmed_on <= r.last_on
               OR w.rehab_confirmed_until_on >= r.starts_on AND w.rehab_confirmed_until_on < r.last_on AS partly
    FROM care AS r
    JOIN worker_entries AS e ON e.worker_number = r.worker_number
    JOIN workers AS w ON w.row = e.entry_row
    WHERE r.recognition_number IS NULL OR w.recognition_number IS NULL
       OR w.recognition_number = r.recognition_number
), dead_ends AS (
    SELECT m.claim_row
    FROM matched AS m
    LEFT JOIN matched AS n ON n.claim_row = m.claim_row AND n.until_on > m.until_on
        AND n.rehab_confirmed_on <= m.until_on + INTERVAL 1 DAY
    WHERE m.until_on >= m.starts_on AND m.until_on < m.last_on AND n.claim_row IS NULL
    GROUP BY m.claim_row
), chained AS (
    SELECT m.claim_row
    FROM matched AS m
    LEFT JOIN dead_ends AS d ON d.claim_row = m.claim_row
    WHERE d.claim_row IS NULL
    GROUP BY m.claim_row
    HAVING min(CASE WHEN m.until_on >= m.starts_on THEN m.rehab_confirmed_on END) <= min(m.starts_on)
       AND max(m.until_on) >= max(m.last_on)
       AND max(CASE WHEN m.other_city THEN 1 ELSE 0 END) = 0 AND count(*) > 1
), known AS (
    SELECT m.claim_row,
           count(*) AS injuries,
           count(*) FILTER (WHERE m.good) AS good,
           count(*) FILTER (WHERE m.bad) AS bad,
           count(*) FILTER (WHERE m.partly) AS partly,
           min(m.rehab_confirmed_on) AS rehab_confirmed_on,
           max(m.rehab_confirmed_until_on) AS rehab_confirmed_until_on
    FROM matched AS m
    GROUP BY m.claim_row
)
SELECT r.claim_id,
       CAST(NULL AS BIGINT) AS line_row,
       CASE WHEN r.visit_category = 'rehabilitation' AND r.starts_on IS NOT NULL AND r.fund_amount IS NOT NULL
                AND k.bad = k.injuries AND h.claim_row IS NULL THEN 'fail'
            ELSE 'unknown' END AS verdict,
       CASE WHEN k.partly > 0 THEN NULL ELSE r.fund_amount END AS amount,
       r.starts_on,
       r.ends_on,
       k.rehab_confirmed_on,
       k.rehab_confirmed_until_on
FROM care AS r
LEFT JOIN known AS k ON k.claim_row = r.claim_row
LEFT JOIN chained AS h ON h.claim_row = r.claim_row
WHERE (r.visit_category = 'rehabilitation' AND k.good = k.injuries) IS NOT TRUE
