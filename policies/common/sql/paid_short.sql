/*
title: {zh: 经办机构没有足额支付, en: Not paid in full by the agency}
offence:
  zh: 已经支付的结算单，实际支付金额少于基金支付金额减去拒付（违规）金额
  en: "a paid claim for which the agency paid less than the fund's part without what it refused or found in violation"
not_an_offence:
  zh: 少付的部分都是拒付或违规金额的；多付的；还没有支付的（由按时那一条判）
  en: "what was held back was refused or in violation; paid more; nothing paid yet, which another rule judges"
unknown:
  zh: 没有支付日期、基金支付金额或实际支付金额；少付了而没有写拒付多少，或者查实违规而没有写违规金额；写明没有违规，却有违规金额，少付的要靠它才说得通
  en: >-
    date of payment, fund's part or amount paid missing; paid less and what was refused is not told, or a violation was
    found and its amount is not; no violation told and yet an amount in violation without which too little was paid
money: {zh: 少付的部分, en: what is still owed}
bearer: fund
judges: {table: claims, where: "paid_on_none IS NOT TRUE"}
needs: {claims: [claim_id, fund_amount, paid_amount]}
optional: {claims: [paid_on, violation_found, violation_amount, refused_amount], batch: [paid_on]}
evidence:
  fund_amount: {zh: 基金支付, en: "fund's part", unit: 元}
  refused_amount: {zh: 拒付, en: refused, unit: 元}
  paid_amount: {zh: 实际支付, en: paid, unit: 元}
  paid_on: {zh: 支付日期, en: paid on}
alert: {zh: "应付 {fund_amount} 元，实付 {paid_amount} 元", en: "{fund_amount} yuan due, {paid_amount} paid"}
*/
WITH payments AS (
    SELECT c.claim_id, c.fund_amount, c.refused_amount, c.paid_amount,
           c.violation_found IS FALSE AND c.violation_amount > COALESCE(c.refused_amount, 0)
               AND c.paid_amount < c.fund_amount - COALESCE(c.refused_amount, 0) AS contradictory,
           COALESCE(c.paid_on, b.paid_on) AS paid_on,
           c.violation_found AND c.violation_amount IS NULL AS untold,
           c.fund_amount - greatest(COALESCE(c.refused_amount, 0), COALESCE(c.violation_amount, 0)) AS payable_amount
    FROM claims AS c
    CROSS JOIN batch AS b
    WHERE c.paid_on_none IS NOT TRUE
      AND (c.paid_on IS NULL AND b.paid_on_none) IS NOT TRUE
)
SELECT p.claim_id,
       CAST(NULL AS BIGINT) AS line_row,
       CASE WHEN p.paid_on IS NOT NULL AND p.refused_amount IS NOT NULL AND p.paid_amount < p.payable_amount
             AND p.untold IS NOT TRUE THEN 'fail'
            ELSE 'unknown' END AS verdict,
       CAST(p.payable_amount - p.paid_amount AS DECIMAL(18, 6)) AS amount,
       p.fund_amount,
       p.refused_amount,
       p.paid_amount,
       p.paid_on
FROM payments AS p
WHERE (p.paid_on IS NOT NULL AND p.paid_amount >= p.payable_amount AND p.contradictory IS NOT TRUE) IS NOT TRUE
