/*
title: {zh: 经办机构没有按时支付, en: Not paid in time by the agency}
offence: {zh: 支付晚于协议约定的应付日期，或者到判定日已经过了应付日期还没有支付, en: "paid after the day agreed, or not paid although that day is over"}
not_an_offence:
  zh: 应付当天支付的；应付日期还没有过的；没有约定应付日期的；基金没有要付的，或者全部拒付的；依法暂停结算的，交人认定
  en: >-
    paid on the day agreed; that day not over; no day agreed; nothing due from the fund, or all of it refused; where
    settlement is suspended a person judges
unknown:
  zh: 没有应付日期，或者没有支付日期（结算单和批次都没有写）
  en: "the day agreed or the day of payment missing, on the claim and on the batch"
money: {zh: 还没有支付的金额；迟付的按 0 计, en: what is not paid; 0 where it was paid late}
bearer: fund
judges: {table: claims, where: "due_on_none IS NOT TRUE"}
needs: {claims: [claim_id, due_on]}
optional: {claims: [paid_on, fund_amount, refused_amount, settlement_suspended], batch: [paid_on]}
evidence:
  due_on: {zh: 应付日期, en: due by}
  paid_on: {zh: 支付日期, en: paid on}
  fund_amount: {zh: 基金支付, en: "fund's part", unit: 元}
alert: {zh: "应在 {due_on} 前支付", en: "to be paid by {due_on}"}
*/
WITH payments AS (
    SELECT c.claim_id, c.due_on, c.fund_amount, c.refused_amount, c.settlement_suspended,
           COALESCE(c.paid_on, CASE WHEN c.paid_on_none THEN NULL ELSE b.paid_on END) AS paid_on,
           COALESCE(c.paid_on_none, b.paid_on_none) AS paid_on_none
    FROM claims AS c
    CROSS JOIN batch AS b
    WHERE c.due_on_none IS NOT TRUE
)
SELECT p.claim_id,
       CAST(NULL AS BIGINT) AS line_row,
       CASE WHEN p.due_on IS NULL OR (p.paid_on IS NULL AND p.paid_on_none IS NOT TRUE) THEN 'unknown'
            WHEN p.settlement_suspended THEN 'review'
            ELSE 'fail' END AS verdict,
       CASE WHEN p.paid_on IS NOT NULL THEN CAST(0 AS DECIMAL(18, 6))
            ELSE CAST(p.fund_amount - COALESCE(p.refused_amount, 0) AS DECIMAL(18, 6)) END AS amount,
       p.due_on,
       p.paid_on,
       p.fund_amount
FROM payments AS p
WHERE (p.paid_on <= p.due_on) IS NOT TRUE
  AND (p.paid_on IS NULL AND (p.fund_amount <= 0 OR p.fund_amount <= p.refused_amount)) IS NOT TRUE
  AND (p.paid_on IS NULL AND p.paid_on_none AND CAST($judged_on AS DATE) <= p.due_on) IS NOT TRUE
