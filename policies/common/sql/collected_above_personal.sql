/*
title: {zh: 多收职工或单位的钱, en: More collected than the personal part}
offence:
  zh: 实时结算的，机构向职工或用人单位实际收取的金额超过个人支付金额
  en: "settled in real time, and the institution collected more than the personal part from worker or employer"
not_an_offence:
  zh: 等于或少于个人支付金额的；多收不到半角、收的是整角的（现金四舍五入到角），交人认定；事后报销、先行垫付还没有转工伤结算的；还没有结算的
  en: >-
    as much as the personal part or less; where whole jiao are collected, half a jiao above at most, as cash is rounded,
    a person judges; reimbursement and what is advanced and not converted yet; not settled yet
unknown: {zh: 没有实收金额、个人支付金额或结算方式, en: "collected or personal amount or mode of settlement missing"}
money: {zh: 多收的部分, en: what was collected above it}
bearer: institution
judges:
  table: claims
  where: "(settlement_mode = 'reimbursement') IS NOT TRUE AND settled_on_none IS NOT TRUE"
needs: {claims: [claim_id, settlement_mode, collected_amount, personal_amount]}
optional: {claims: [settled_on]}
evidence:
  collected_amount: {zh: 实收, en: collected, unit: 元}
  personal_amount: {zh: 个人支付, en: personal part, unit: 元}
alert:
  zh: "实收 {collected_amount} 元，个人只应付 {personal_amount} 元"
  en: "{collected_amount} yuan collected, the personal part is {personal_amount}"
*/
SELECT c.claim_id,
       CAST(NULL AS BIGINT) AS line_row,
       CASE WHEN (c.settlement_mode = 'realtime' AND c.collected_amount > c.personal_amount) IS NOT TRUE THEN 'unknown'
            WHEN c.collected_amount = round(c.collected_amount, 1)
             AND c.collected_amount - c.personal_amount <= 0.05 THEN 'review'
            ELSE 'fail' END AS verdict,
       CAST(c.collected_amount - c.personal_amount AS DECIMAL(18, 6)) AS amount,
       c.collected_amount,
       c.personal_amount
FROM claims AS c
WHERE (c.settlement_mode = 'reimbursement') IS NOT TRUE
  AND c.settled_on_none IS NOT TRUE
  AND (c.settlement_mode = 'realtime' AND c.collected_amount <= c.personal_amount) IS NOT TRUE
