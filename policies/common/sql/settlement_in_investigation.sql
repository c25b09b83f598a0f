/*
title: {zh: 调查期间的结算, en: Settlement during an investigation}
offence:
  zh: 没有在调查处理，却暂停了结算（本文件只在调查处理期间允许暂停）
  en: settlement suspended with nothing under investigation, which is the only time for which this text allows it
not_an_offence:
  zh: 调查期间暂停的；没有调查也没有暂停的；正在调查而没有暂停的，因“可以”暂停不是必须，交经办机构决定
  en: >-
    suspended while under investigation; neither of both; under investigation and not suspended goes to the agency,
    which may suspend and need not
unknown: {zh: 没有写是否在调查，或者没有写是否暂停结算, en: whether it is under investigation or suspended is not told}
money: {zh: 基金支付的金额, en: the fund's part}
bearer: fund
judges: claims
needs: {claims: [claim_id, under_investigation, settlement_suspended]}
optional: {claims: [paid_on, fund_amount]}
evidence:
  under_investigation: {zh: 调查中, en: under investigation}
  settlement_suspended: {zh: 暂停结算, en: settlement suspended}
  paid_on: {zh: 支付日期, en: paid on}
alert:
  zh: "请核对这笔费用是否正在调查处理、是否应当暂停结算"
  en: "please check whether it is under investigation and whether settlement is to be suspended"
*/
SELECT c.claim_id,
       CAST(NULL AS BIGINT) AS line_row,
       CASE WHEN c.under_investigation IS NULL OR c.settlement_suspended IS NULL THEN 'unknown'
            WHEN c.settlement_suspended THEN 'fail'
            ELSE 'review' END AS verdict,
       c.fund_amount AS amount,
       CASE WHEN c.settlement_suspended THEN 'institution' ELSE 'fund' END AS bearer,
       c.under_investigation,
       c.settlement_suspended,
       c.paid_on
FROM claims AS c
WHERE (c.under_investigation = c.settlement_suspended) IS NOT TRUE
