/*
title: {zh: 认定前由基金结算或认定后没有转, en: Fund before recognition or not converted after it}
offence:
  zh: "认定决定书下达前，费用已经由基金支付（结算、转工伤结算或者支付早于认定日期，或者至今没有认定）。 认定后，认定前垫付的费用没有转工伤结算的，因没有写多久要转，交人认定"
  en: >-
    the fund settled costs before the recognition decision (settled, converted or paid before its date, or there is
    none). What was advanced before the decision and is not converted after it goes to a person, since no time is stated
not_an_offence:
  zh: 认定当天或以后才发生的费用；先垫付、认定后转了的；还没有认定、也没有由基金支付的；还没有结算、转工伤结算，也没有支付的
  en: >-
    costs that arose on the day of recognition or later; advanced and converted afterwards; not recognised yet and not
    paid by the fund; neither settled, converted nor paid yet
unknown:
  zh: >-
    职工表里没有这个人（这次认定），没有认定日期，几次受伤（或者写着同一个证件号码的另一个个人编号）的结果不同；没有开始日期、基金支付金额、结算日期；
    事后报销的（没有写结算方式的也可能是）写了认定以前的结算日期（可能是自费结算的日子），而在认定以后支付或者没有写何时支付；垫付的没有写转没有转
  en: >-
    the worker or this recognition is not among the workers, its date is missing, or several injuries differ (or another
    number with the same identity number does); first day, fund amount or date of settlement missing; a reimbursement
    (or what may be one, the mode not told) with a settlement before the recognition, which may be the worker's own, and
    paid after it or on a day not told; whether what was advanced is converted is not told
money: {zh: 基金支付的金额；没有转的，多少不明, en: what the fund paid; not known where it is not converted}
bearer: worker
judges: {table: claims, where: "(settled_on_none AND converted_on IS NULL AND paid_on IS NULL) IS NOT TRUE"}
needs: {claims: [claim_id, worker_number, starts_on, settled_on, fund_amount], workers: [worker_number, recognized_on]}
optional:
  claims: [recognition_number, settlement_mode, converted_on, paid_on, identity_number, identity_type]
  workers: [recognition_number, identity_number]
absence: [workers]
evidence:
  starts_on: {zh: 就诊（入院）日期, en: care began on}
  settled_on: {zh: 结算（转工伤结算、支付）日期, en: "settled, converted or paid on"}
  recognized_on: {zh: 认定日期, en: recognised on}
  fund_amount: {zh: 基金支付, en: "fund's part", unit: 元}
alert: {zh: "认定前的费用应先垫付，认定后转工伤结算", en: "costs before the recognition are advanced and converted after it"}
*/
WITH
-- part: worker_entries,
costs AS (
    SELECT c.row AS claim_row, c.claim_id, c.worker_number, c.recognition_number, c.starts_on, c.fund_amount,
           c.converted_on_none, c.converted_on,
           least(COALESCE(c.converted_on, c.settled_on), c.paid_on) AS settled_on,
           c.paid_on, (c.settlement_mode = 'realtime') IS NOT TRUE AND c.converted_on IS NULL AS claimed_back
    FROM claims AS c
    WHERE (c.settled_on_none AND c.converted_on IS NULL AND c.paid_on IS NULL) IS NOT TRUE
), matched AS (
    SELECT s.claim_row,
           w.recognized_on,
           w.recognized_on <= s.starts_on OR (s.fund_amount > 0 AND w.recognized_on <= s.settled_on)
               OR (s.fund_amount = 0 AND w.recognized_on_none) AS good,
           s.fund_amount > 0
               AND (w.recognized_on_none OR (w.recognized_on > s.settled_on AND w.recognized_on > s.starts_on
                   AND (s.claimed_back IS NOT TRUE OR w.recognized_on > s.paid_on)))
               AS bad,
           s.fund_amount = 0 AND w.recognized_on > s.starts_on AND s.converted_on_none AS not_converted
    FROM costs AS s
    JOIN worker_entries AS e ON e.worker_number = s.worker_number
    JOIN workers AS w ON w.row = e.entry_row
    WHERE s.recognition_number IS NULL OR w.recognition_number = s.recognition_number
       OR (w.recognition_number IS NULL AND w.recognized_on_none IS NOT TRUE)
), known AS (
    SELECT m.claim_row,
           count(*) AS injuries,
           count(*) FILTER (WHERE m.good) AS good,
           count(*) FILTER (WHERE m.bad) AS bad,
           count(*) FILTER (WHERE m.not_converted) AS not_converted,
           min(m.recognized_on) AS recognized_on
    FROM matched AS m
    GROUP BY m.claim_row
)
SELECT s.claim_id,
       CAST(NULL AS BIGINT) AS line_row,
       CASE WHEN s.starts_on IS NULL THEN 'unknown'
            WHEN k.bad = k.injuries AND s.settled_on IS NOT NULL THEN 'fail'
            WHEN k.not_converted = k.injuries THEN 'review'
            ELSE 'unknown' END AS verdict,
       CASE WHEN s.fund_amount > 0 THEN s.fund_amount END AS amount,
       s.starts_on,
       s.settled_on,
       k.recognized_on,
       s.fund_amount
FROM costs AS s
LEFT JOIN known AS k ON k.claim_row = s.claim_row
WHERE (s.starts_on IS NOT NULL AND k.good = k.injuries) IS NOT TRUE
