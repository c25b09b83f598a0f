/*
title: {zh: 超过一个月才来报销, en: Reimbursement asked for after more than a month}
offence:
  zh: 事后报销的，医疗终结（出院）满一个月后才申报或结算；到判定日满了一个月还没有申报的也算。原文有“原则上”，所以只交人认定，不判不符合
  en: >-
    a reimbursement declared or settled later than one month after treatment (the stay) ended, or not yet declared when
    the month is over; the text says "in principle", so a person judges and nothing fails
not_an_offence:
  zh: 实时结算的；还在治疗的；一个月内已经申报、由经办机构后来结算的；一个月还没有满的
  en: >-
    settlement in real time; treatment that goes on; what was declared within the month and settled later; a month not
    over yet
unknown:
  zh: 没有结算方式、出院日期，或者申报、结算日期不全以致看不出来过没有
  en: "mode of settlement, end of treatment, or the dates that would tell are missing"
money: {zh: 申请基金支付的金额, en: what the fund is asked to pay}
bearer: worker
judges: {table: claims, where: "(settlement_mode = 'realtime') IS NOT TRUE AND ends_on_none IS NOT TRUE"}
needs: {claims: [claim_id, settlement_mode, ends_on]}
optional: {claims: [settled_on, declared_on, fund_amount]}
evidence:
  ends_on: {zh: 医疗终结（出院）日期, en: treatment ended on}
  due_on: {zh: 期限, en: due by}
  came_on: {zh: 申报（结算）日期, en: declared or settled on}
alert:
  zh: "{ends_on} 医疗终结，原则上应在 {due_on} 前来结算"
  en: "treatment ended on {ends_on}, in principle settled by {due_on}"
*/
WITH judged AS (
    SELECT c.claim_id,
           c.fund_amount,
           c.settlement_mode,
           c.ends_on,
           CAST(c.ends_on + INTERVAL 1 MONTH AS DATE) AS due_on,
           CASE WHEN c.declared_on <= c.settled_on OR c.settled_on IS NULL THEN c.declared_on
                ELSE c.settled_on END AS came_on,
           c.declared_on IS NOT NULL OR c.declared_on_none IS TRUE AS declaration_known,
           c.declared_on_none IS TRUE AND c.settled_on_none IS TRUE AS not_come
    FROM claims AS c
    WHERE (c.settlement_mode = 'realtime') IS NOT TRUE
      AND c.ends_on_none IS NOT TRUE
)
SELECT j.claim_id,
       CAST(NULL AS BIGINT) AS line_row,
       CASE WHEN j.settlement_mode IS NULL OR j.ends_on IS NULL THEN 'unknown'
            WHEN j.not_come THEN 'review'
            WHEN j.came_on IS NULL OR NOT j.declaration_known THEN 'unknown'
            ELSE 'review' END AS verdict,
       j.fund_amount AS amount,
       j.ends_on,
       j.due_on,
       j.came_on
FROM judged AS j
WHERE (j.settlement_mode IS NOT NULL AND j.came_on <= j.due_on) IS NOT TRUE
  AND (j.settlement_mode IS NOT NULL AND j.not_come AND CAST($judged_on AS DATE) <= j.due_on) IS NOT TRUE
