/*
title: {zh: 认定前实时结算, en: Settled in real time before recognition}
offence: {zh: 实时结算时，职工这次受伤还没有认定为工伤, en: at the time of a settlement in real time the injury was not recognised yet}
not_an_offence:
  zh: 事后报销的；还没有结算的；结算当天（没有结算日期的，出院当天）或者之前已经认定的
  en: >-
    reimbursement; what is not settled yet; recognised on or before the day of settlement, or of discharge where that of
    settlement is not told
unknown:
  zh: 职工表里没有这个人（这次认定）；没有认定日期；一个人有几次受伤而结算单没有写认定书编号，各次结果不同，或者写着同一个证件号码的另一个个人编号结果不同；没有结算方式或日期；没有结算日期而出院以后才认定，或者没有认定
  en: >-
    the worker or this recognition is not among the workers; no date of recognition; several injuries that differ and no
    recognition number on the claim, or another number with the same identity number that differs; mode or date of
    settlement missing; recognised after discharge or not at all, where the day of settlement is not told
money: {zh: 基金支付的金额（本应先由单位或职工垫付）, en: "what the fund paid, which employer or worker should have advanced"}
bearer: worker
judges: {table: claims, where: "(settlement_mode = 'reimbursement') IS NOT TRUE AND settled_on_none IS NOT TRUE"}
needs: {claims: [claim_id, settlement_mode, worker_number], workers: [worker_number, recognized_on]}
optional:
  claims: [recognition_number, ends_on, settled_on, fund_amount, identity_number, identity_type]
  workers: [recognition_number, identity_number]
absence: [workers]
evidence:
  settled_on: {zh: 结算（出院）日期, en: settled or discharged on}
  recognized_on: {zh: 认定日期, en: recognised on}
  recognition_number: {zh: 认定书编号, en: recognition number}
alert: {zh: "{settled_on} 实时结算时还没有认定工伤", en: "settled in real time on {settled_on}, the injury not recognised yet"}
*/
WITH
-- part: worker_entries,
realtime AS (
    SELECT c.row AS claim_row, c.claim_id, c.worker_number, c.recognition_number, c.settlement_mode, c.fund_amount,
           COALESCE(c.settled_on, c.ends_on) AS settled_on, c.settled_on AS told_settled_on
    FROM claims AS c
    WHERE (c.settlement_mode = 'reimbursement') IS NOT TRUE
      AND c.settled_on_none IS NOT TRUE
), known AS (
    SELECT r.claim_row,
           count(*) AS injuries,
           count(*) FILTER (WHERE w.recognized_on <= r.settled_on) AS in_time,
           count(*) FILTER (WHERE (w.recognized_on_none AND r.told_settled_on IS NOT NULL)
                            OR w.recognized_on > r.told_settled_on) AS late,
           min(w.recognized_on) AS recognized_on
    FROM realtime AS r
    JOIN worker_entries AS e ON e.worker_number = r.worker_number
    JOIN workers AS w ON w.row = e.entry_row
    WHERE r.recognition_number IS NULL
       OR w.recognition_number = r.recognition_number
       OR (w.recognition_number IS NULL AND w.recognized_on_none IS NOT TRUE)
    GROUP BY r.claim_row
)
SELECT r.claim_id,
       CAST(NULL AS BIGINT) AS line_row,
       CASE WHEN r.settlement_mode = 'realtime' AND k.late = k.injuries THEN 'fail' ELSE 'unknown' END AS verdict,
       r.fund_amount AS amount,
       r.settled_on,
       k.recognized_on,
       r.recognition_number
FROM realtime AS r
LEFT JOIN known AS k ON k.claim_row = r.claim_row
WHERE (r.settlement_mode = 'realtime' AND k.in_time = k.injuries) IS NOT TRUE
