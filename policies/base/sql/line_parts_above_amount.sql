/*
title: {zh: 明细的支付多于明细金额, en: Parts of a line above its amount}
offence:
  zh: 明细的基金支付、个人支付、符合范围或全自费金额，有一项多于明细金额半分以上（比较时不看正负号），或者与明细金额一正一负
  en: >-
    the fund's, the personal, the in-scope or the out-of-scope part of a line is more than its amount by over half a fen
    (signs are not compared), or one of them is negative where the other is positive
not_an_offence:
  zh: 各项都不多于明细金额的；没有写明细金额（也没有数量和单价），或者四项都没有写的
  en: parts up to the amount; lines without an amount (or quantity and price), or without any of the four
unknown: {zh: 无（没有写的不核对）, en: none (what is not written is not checked)}
money: {zh: 不计金额（资料核对）, en: none (a check of the data)}
bearer: institution
judges:
  table: lines
  where: >-
    COALESCE(amount, quantity * unit_price_amount) IS NOT NULL
    AND COALESCE(fund_amount, personal_amount, in_scope_amount, out_of_scope_amount) IS NOT NULL
needs: {lines: []}
optional:
  lines: [claim_id, catalogue_name, institution_item_name, quantity, unit_price_amount, amount, fund_amount,
      personal_amount, in_scope_amount, out_of_scope_amount]
absent: not_applicable
evidence:
  name: {zh: 名称, en: name}
  stated_amount: {zh: 明细金额, en: amount of the line, unit: 元}
  fund_part_amount: {zh: 基金支付, en: fund, unit: 元}
  personal_part_amount: {zh: 个人支付, en: personal, unit: 元}
  in_scope_amount: {zh: 符合范围, en: in scope, unit: 元}
  out_of_scope_amount: {zh: 全自费, en: out of scope, unit: 元}
alert:
  zh: "{name}：明细金额 {stated_amount} 元，基金支付 {fund_part_amount} 元，个人支付 {personal_part_amount} 元，请核对"
  en: "{name}: {stated_amount} yuan, fund {fund_part_amount}, personal {personal_part_amount}; please check them"
*/
WITH priced AS (
    SELECT row, claim_id, COALESCE(catalogue_name, institution_item_name) AS name,
           COALESCE(amount, CAST(quantity * unit_price_amount AS DECIMAL(38,6))) AS amount, fund_amount,
           personal_amount, in_scope_amount, out_of_scope_amount
    FROM lines
)
SELECT claim_id,
       row AS line_row,
       'fail' AS verdict,
       CAST(0 AS DECIMAL(18,6)) AS amount,
       name,
       amount AS stated_amount,
       fund_amount AS fund_part_amount,
       personal_amount AS personal_part_amount,
       in_scope_amount,
       out_of_scope_amount
FROM priced
WHERE abs(fund_amount) > abs(amount) + 0.005
   OR abs(personal_amount) > abs(amount) + 0.005
   OR abs(in_scope_amount) > abs(amount) + 0.005
   OR abs(out_of_scope_amount) > abs(amount) + 0.005
   OR (amount > 0 AND least(fund_amount, personal_amount, in_scope_amount, out_of_scope_amount) < 0)
   OR (amount < 0 AND greatest(fund_amount, personal_amount, in_scope_amount, out_of_scope_amount) > 0)
