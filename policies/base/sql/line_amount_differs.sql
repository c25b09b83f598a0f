/*
title: {zh: 明细金额不等于数量乘以单价, en: A line's amount is not quantity times unit price}
offence:
  zh: >-
    金额与“数量乘以单价”之差，多于四舍五入所能解释的：单价末位的半个单位乘以数量，加金额的半分；数量不是整数的，再加数量末位的半个单位乘以单价。例如单价 1.03 元写到分，10 片可以差 0.055 元以内；
    单价写到万分位的，10 片只能差 0.0055 元。比较时不看正负号
  en: >-
    an amount that differs from quantity times unit price by more than rounding explains: half a unit of the price's
    last digit for each of the quantity, and half a fen of the amount; where the quantity is not whole, half a unit of
    its last digit at that price too. A price of 1.03 to the fen allows 0.055 yuan for 10 tablets, one to four digits
    0.0055. Signs are not compared
not_an_offence:
  zh: 差额在上述范围内的（以所写的金额为准）；数量、单价、金额缺一样的（数量为零的不看单价）
  en: >-
    a difference within that, where the stated amount stands; lines that lack one of the three (of a quantity of zero
    the price is not asked)
unknown: {zh: 无（缺一样的不核对）, en: none (lines that lack one of the three are not checked)}
money: {zh: 不计金额（资料核对）, en: none (a check of the data)}
bearer: institution
judges:
  table: lines
  where: quantity IS NOT NULL AND amount IS NOT NULL AND (unit_price_amount IS NOT NULL OR quantity = 0)
needs: {lines: [quantity, amount]}
optional: {lines: [claim_id, catalogue_name, institution_item_name, unit_price_amount]}
absent: not_applicable
evidence:
  name: {zh: 名称, en: name}
  quantity: {zh: 数量, en: quantity}
  unit_price_amount: {zh: 单价, en: unit price, unit: 元}
  stated_amount: {zh: 所写的金额, en: amount stated, unit: 元}
  product_amount: {zh: 数量乘以单价, en: quantity times unit price, unit: 元}
  tolerance: {zh: 四舍五入所能解释的, en: what rounding explains, unit: 元}
alert:
  zh: "{name}：{quantity} 乘以 {unit_price_amount} 元是 {product_amount} 元，写的是 {stated_amount} 元"
  en: "{name}: {quantity} times {unit_price_amount} yuan is {product_amount}, and {stated_amount} is stated"
*/
WITH compared AS (
    SELECT row, claim_id, quantity, unit_price_amount, amount,
           COALESCE(catalogue_name, institution_item_name) AS name,
           CAST(abs(quantity * COALESCE(unit_price_amount, 0)) AS DECIMAL(34,8)) AS product,
           CASE WHEN unit_price_amount = round(unit_price_amount, 2) THEN 0.005
                WHEN unit_price_amount = round(unit_price_amount, 3) THEN 0.0005
                WHEN unit_price_amount = round(unit_price_amount, 4) THEN 0.00005
                ELSE 0.0000005 END AS of_price,
           CASE WHEN quantity = round(quantity, 0) THEN 0
                WHEN quantity = round(quantity, 1) THEN 0.05
                WHEN quantity = round(quantity, 2) THEN 0.005
                WHEN quantity = round(quantity, 3) THEN 0.0005
                WHEN quantity = round(quantity, 4) THEN 0.00005
                ELSE 0.0000005 END AS of_quantity
    FROM lines
    WHERE quantity IS NOT NULL AND amount IS NOT NULL AND (unit_price_amount IS NOT NULL OR quantity = 0)
),
tolerated AS (
    SELECT row, claim_id, quantity, unit_price_amount, amount, name, product,
           CAST(abs(quantity) * of_price AS DECIMAL(28,8))
               + CAST(abs(COALESCE(unit_price_amount, 0)) * of_quantity AS DECIMAL(28,8))
               + CAST(0.005 AS DECIMAL(28,8)) AS tolerance
    FROM compared
)
SELECT claim_id,
       row AS line_row,
       'fail' AS verdict,
       CAST(0 AS DECIMAL(18,6)) AS amount,
       name,
       quantity,
       unit_price_amount,
       amount AS stated_amount,
       product AS product_amount,
       tolerance
FROM tolerated
WHERE abs(abs(amount) - product) > tolerance
