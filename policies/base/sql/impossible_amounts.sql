/*
title: {zh: 结算单金额为负或大于总额, en: Negative amounts of a claim or parts above its total}
offence:
  zh: 总金额不为负，而基金支付或个人支付为负，或者大于总金额。总金额为负的是疑点：可能是整单退费
  en: >-
    the total is not negative, and the fund's or the personal part is, or exceeds it. A negative total is a suspicion:
    it may be a claim given back as a whole
not_an_offence: {zh: 各项金额都在 0 与总金额之间, en: both parts between 0 and the total}
unknown: {zh: 无（没有写总金额的不核对）, en: none (claims without a total are not checked)}
money: {zh: 不计金额（资料核对）, en: none (a check of the data)}
bearer: institution
judges: {table: claims, where: "total_amount IS NOT NULL"}
needs: {claims: [total_amount]}
optional: {claims: [claim_id, fund_amount, personal_amount]}
absent: not_applicable
evidence:
  total_amount: {zh: 总金额, en: total, unit: 元}
  fund_amount: {zh: 基金支付, en: fund, unit: 元}
  personal_amount: {zh: 个人支付, en: personal, unit: 元}
alert:
  zh: "总金额 {total_amount} 元，基金支付 {fund_amount} 元，个人支付 {personal_amount} 元，请核对"
  en: "total {total_amount} yuan, fund {fund_amount}, personal {personal_amount}; please check them"
*/
WITH strange AS (
    SELECT claim_id, row, total_amount, fund_amount, personal_amount,
           CASE WHEN total_amount < 0 THEN 0 ELSE 1 END AS certain
    FROM claims
    WHERE total_amount < 0
       OR (total_amount >= 0 AND (fund_amount < 0 OR personal_amount < 0))
       OR fund_amount > total_amount
       OR personal_amount > total_amount
)
SELECT claim_id,
       CAST(NULL AS BIGINT) AS line_row,
       CASE WHEN max(certain) = 1 THEN 'fail' ELSE 'suspect' END AS verdict,
       CAST(0 AS DECIMAL(18,6)) AS amount,
       min(total_amount) AS total_amount,
       max(fund_amount) AS fund_amount,
       max(personal_amount) AS personal_amount
FROM strange
GROUP BY claim_id, CASE WHEN claim_id IS NULL THEN row END
