/*
title: {zh: 基金支付与个人支付之和不等于总额, en: Fund and personal parts do not add up}
offence:
  zh: 基金支付金额与个人支付金额之和不等于总金额，差一分也算；写明第三人已付金额的，加上它相等也可以
  en: >-
    fund and personal amount do not make the total, to the fen, without tolerance; where an amount paid by a third party
    is stated, a sum that includes it is right too
not_an_offence:
  zh: 还没有结算的；按病种、人头、床日等付费的，基金支付可能是定额，交人认定
  en: >-
    what is not settled yet; where payment is by disease, head or day, the fund's part may be the quota, and a person
    judges
unknown:
  zh: >-
    总金额、基金支付、个人支付缺一样；或者是第三人造成而没有写第三人已付多少，两项之和又比总额小；
    写着不是第三人造成，却加上第三人已付的才相等
  en: >-
    one of the three is missing; or a third party caused the injury, its payment is not told and the two parts are less
    than the total; or none is said to have caused it and only what one paid makes the total
money: {zh: 差额, en: the difference}
bearer: institution
judges: {table: claims, where: "settled_on_none IS NOT TRUE"}
needs: {claims: [claim_id, total_amount, fund_amount, personal_amount]}
optional: {claims: [payment_method, settled_on, third_party_caused, third_party_amount]}
evidence:
  total_amount: {zh: 总金额, en: total, unit: 元}
  fund_amount: {zh: 基金支付, en: fund, unit: 元}
  personal_amount: {zh: 个人支付, en: personal, unit: 元}
  third_party_amount: {zh: 第三人已付, en: third party, unit: 元}
alert:
  zh: "基金 {fund_amount} 元加个人 {personal_amount} 元，不等于总额 {total_amount} 元"
  en: "{fund_amount} yuan of the fund and {personal_amount} personal are not {total_amount}"
*/
SELECT c.claim_id,
       CAST(NULL AS BIGINT) AS line_row,
       CASE WHEN c.total_amount IS NULL OR c.fund_amount IS NULL OR c.personal_amount IS NULL THEN 'unknown'
            WHEN c.third_party_caused AND c.third_party_amount IS NULL
             AND c.fund_amount + c.personal_amount < c.total_amount THEN 'unknown'
            WHEN c.third_party_amount > 0 AND c.fund_amount + c.personal_amount + c.third_party_amount = c.total_amount
            THEN 'unknown'
            WHEN COALESCE(c.payment_method, 'by_item') <> 'by_item' THEN 'review'
            ELSE 'fail' END AS verdict,
       CAST(abs(c.total_amount - c.fund_amount - c.personal_amount) AS DECIMAL(18, 6)) AS amount,
       c.total_amount,
       c.fund_amount,
       c.personal_amount,
       c.third_party_amount
FROM claims AS c
WHERE c.settled_on_none IS NOT TRUE
  AND (c.fund_amount + c.personal_amount = c.total_amount) IS NOT TRUE
  AND (c.fund_amount + c.personal_amount + c.third_party_amount = c.total_amount AND c.third_party_amount > 0
       AND c.third_party_caused IS NOT FALSE) IS NOT TRUE
