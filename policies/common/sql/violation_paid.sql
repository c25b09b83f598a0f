/*
title: {zh: 违规费用由基金支付, en: Costs of a violation paid by the fund}
offence:
  zh: 查实违规的，基金实际支付（减去已追回）超过应付金额减去违规金额，也就是违规费用由基金付了而没有收回
  en: >-
    after a violation was found the fund paid, less what it recovered, more than its part without the costs of the
    violation
not_an_offence:
  zh: 没有违规的；违规费用没有付的（违规金额至多算到应付金额）；付了又全部追回的；还没有支付的（支付日期写“无”，也没有实付金额）
  en: >-
    no violation; its costs, which are the fund's part at most, not paid; paid and recovered in full; nothing paid yet
    (the date of payment declared none, and no amount paid)
unknown:
  zh: >-
    没有写有没有违规，或者写没有而有违规金额；有违规而没有写违规金额、应付、实付金额；多付了而没有写追回多少（或写的是负数）；多付了，支付日期却写“无”；
    付的多不多，取决于违规金额里有多少是职工自付的（没有写个人支付金额的，至多是总金额减基金支付；
    总金额也没有写就不知道）
  en: >-
    violation not told, or denied beside an amount of one; a violation without its amount, the fund's part or what was
    paid; paid too much and not told what was recovered (or less than nothing); paid too much while the date of payment
    is declared none; where it hangs on how much of the violation was the worker's part (at most the total less the
    fund's part where that part is not told; nobody knows it without a total)
money: {zh: 违规费用中由基金付出而没有收回的部分, en: what the fund paid of the costs of the violation and did not get back}
bearer: institution
judges:
  table: claims
  where: >-
    (violation_found IS FALSE AND COALESCE(violation_amount, 0) = 0) IS NOT TRUE
    AND (paid_on_none AND COALESCE(paid_amount, 0) <= 0) IS NOT TRUE
needs: {claims: [claim_id, violation_found, violation_amount, fund_amount, paid_amount]}
optional: {claims: [total_amount, personal_amount, paid_on, recovered_amount]}
evidence:
  violation_amount: {zh: 违规金额, en: violation, unit: 元}
  fund_amount: {zh: 应付, en: "fund's part", unit: 元}
  paid_amount: {zh: 实付, en: paid, unit: 元}
  recovered_amount: {zh: 已追回, en: recovered, unit: 元}
alert:
  zh: "违规金额 {violation_amount} 元，基金不予支付"
  en: "costs of {violation_amount} yuan of a violation are not paid by the fund"
*/
WITH found AS (
    SELECT c.claim_id, c.violation_found, c.violation_amount, c.fund_amount, c.paid_amount, c.recovered_amount,
           c.paid_on_none,
           c.paid_amount - COALESCE(c.recovered_amount, 0) - c.fund_amount + least(c.violation_amount, c.fund_amount)
               AS possible_excess,
           c.paid_amount - COALESCE(c.recovered_amount, 0) - c.fund_amount
               + CASE WHEN c.personal_amount IS NOT NULL
                      THEN least(greatest(c.violation_amount - c.personal_amount, 0), c.fund_amount)
                      WHEN c.total_amount >= c.fund_amount
                      THEN least(greatest(c.violation_amount + c.fund_amount - c.total_amount, 0), c.fund_amount) END
               AS excess
    FROM claims AS c
    WHERE (c.violation_found IS FALSE AND COALESCE(c.violation_amount, 0) = 0) IS NOT TRUE
      AND (c.paid_on_none AND COALESCE(c.paid_amount, 0) <= 0) IS NOT TRUE
)
SELECT f.claim_id,
       CAST(NULL AS BIGINT) AS line_row,
       CASE WHEN f.excess > 0 AND f.violation_amount > 0 AND f.recovered_amount >= 0
             AND f.violation_found IS NOT FALSE AND f.paid_on_none IS NOT TRUE THEN 'fail'
            ELSE 'unknown' END AS verdict,
       CAST(least(CASE WHEN f.excess > 0 THEN f.excess ELSE f.possible_excess END, f.violation_amount)
           AS DECIMAL(18, 6)) AS amount,
       f.violation_amount,
       f.fund_amount,
       f.paid_amount,
       f.recovered_amount
FROM found AS f
WHERE (f.violation_amount > 0 AND f.possible_excess <= 0) IS NOT TRUE
  AND (f.paid_amount = 0) IS NOT TRUE
