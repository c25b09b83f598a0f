/*
title: {zh: 违规费用没有追回, en: Costs of a violation not recovered}
offence:
  zh: 查实违规、已经支付的，违规金额中没有拒付的部分没有全部追回
  en: "a violation found on a paid claim, and what was not refused of its costs is not recovered in full"
not_an_offence:
  zh: 没有违规的；违规金额（至多算到应付金额）全部拒付的；已经全部追回的；还没有支付的（支付日期写“无”，也没有实付金额）
  en: no violation; all of it, the fund's part at most, refused; all of it recovered; nothing paid yet
    (the date of payment declared none, and no amount paid)
unknown:
  zh: >-
    没有写有没有违规，或者写没有而有违规金额；有违规而没有写违规金额、支付日期、追回金额（或写的是负数）；支付日期写“无”而有实付金额；没有追完而没有写拒付多少、基金应付多少；
    追没追完，取决于违规金额里有多少是职工自付的（没有写个人支付金额的，至多是总金额减基金支付；
    总金额也没有写就不知道）
  en: >-
    violation not told, or denied beside an amount of one; a violation without its amount, the date of payment or what
    was recovered (or less than nothing); the date of payment
    declared none beside an amount paid; not all recovered, and what was refused or the fund's part is not told;
    where it hangs on how much of the violation was the worker's part (at most the total less the fund's part where that
    part is not told; nobody knows it without a total)
money: {zh: 还没有追回的部分, en: what is still to be recovered}
bearer: institution
judges:
  table: claims
  where: >-
    (violation_found IS FALSE AND COALESCE(violation_amount, 0) = 0) IS NOT TRUE
    AND (paid_on_none AND COALESCE(paid_amount, 0) <= 0) IS NOT TRUE
needs: {claims: [claim_id, violation_found, violation_amount, recovered_amount]}
optional: {claims: [total_amount, fund_amount, personal_amount, paid_on, paid_amount, refused_amount], batch: [paid_on]}
evidence:
  violation_amount: {zh: 违规金额, en: violation, unit: 元}
  refused_amount: {zh: 拒付, en: refused, unit: 元}
  recovered_amount: {zh: 已追回, en: recovered, unit: 元}
  paid_on: {zh: 支付日期, en: paid on}
alert:
  zh: "违规金额 {violation_amount} 元，已追回 {recovered_amount} 元"
  en: "{recovered_amount} of {violation_amount} yuan recovered"
*/
WITH found AS (
    SELECT c.claim_id, c.violation_found, c.violation_amount, c.fund_amount, c.refused_amount, c.recovered_amount,
           CASE WHEN c.paid_on_none IS NOT TRUE THEN COALESCE(c.paid_on, b.paid_on) END AS paid_on,
           least(c.violation_amount, c.fund_amount) - COALESCE(c.refused_amount, 0) AS possible_amount,
           CASE WHEN c.personal_amount IS NOT NULL
                THEN least(greatest(c.violation_amount - c.personal_amount, 0), c.fund_amount)
                WHEN c.total_amount >= c.fund_amount
                THEN least(greatest(c.violation_amount + c.fund_amount - c.total_amount, 0), c.fund_amount) END
               - COALESCE(c.refused_amount, 0) AS owed_amount
    FROM claims AS c
    CROSS JOIN batch AS b
    WHERE (c.violation_found IS FALSE AND COALESCE(c.violation_amount, 0) = 0) IS NOT TRUE
      AND ((c.paid_on_none OR (c.paid_on IS NULL AND b.paid_on_none)) AND COALESCE(c.paid_amount, 0) <= 0) IS NOT TRUE
)
SELECT f.claim_id,
       CAST(NULL AS BIGINT) AS line_row,
       CASE WHEN f.paid_on IS NOT NULL AND f.violation_amount > 0 AND f.refused_amount IS NOT NULL
             AND f.fund_amount IS NOT NULL AND f.recovered_amount BETWEEN 0 AND f.owed_amount
             AND f.recovered_amount < f.owed_amount AND f.violation_found IS NOT FALSE THEN 'fail'
            ELSE 'unknown' END AS verdict,
       CAST(CASE WHEN f.recovered_amount < f.owed_amount THEN f.owed_amount ELSE f.possible_amount END
           - COALESCE(f.recovered_amount, 0) AS DECIMAL(18, 6)) AS amount,
       f.violation_amount,
       f.refused_amount,
       f.recovered_amount,
       f.paid_on
FROM found AS f
WHERE (f.violation_amount > 0
       AND (f.possible_amount <= 0 OR f.recovered_amount >= f.possible_amount)) IS NOT TRUE
