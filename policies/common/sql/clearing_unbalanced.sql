/*
title: {zh: 异地清算不平, en: Clearing that does not balance}
offence:
  zh: 参保地清算给就医地的金额不等于就医地已经结算的金额
  en: "what the place of insurance cleared is not what the place of care had settled"
not_an_offence:
  zh: 两个金额相等的；就医地结算金额为 0、清算也为 0 或没有清算的；没有清算的（清算日期还没有到的也是），因“定期”没有写多久，交人认定
  en: >-
    both amounts are the same; nothing was settled and nothing cleared; a period not cleared (or to be cleared on a day
    still to come) goes to a person, since how often is not said
unknown:
  zh: 没有结算金额、清算金额或清算日期；清算日期早于清算的期间
  en: amount settled, amount cleared or date of clearing missing; cleared before the period began
money: {zh: 差额, en: the difference}
bearer: fund
judges: clearings
needs: {clearings: [period, creditor_division_code, debtor_division_code, settled_amount, cleared_amount, cleared_on]}
evidence:
  period: {zh: 清算期间, en: period}
  creditor_division_code: {zh: 就医地, en: place of care}
  debtor_division_code: {zh: 参保地, en: place of insurance}
  settled_amount: {zh: 就医地结算, en: settled, unit: 元}
  cleared_amount: {zh: 清算, en: cleared, unit: 元}
alert:
  zh: "{period}：{debtor_division_code} 应清算给 {creditor_division_code} {settled_amount} 元，清算了 {cleared_amount} 元"
  en: >-
    {period}: {debtor_division_code} owes {creditor_division_code} {settled_amount} yuan and cleared {cleared_amount}
*/
SELECT CAST(NULL AS VARCHAR) AS claim_id,
       CAST(NULL AS BIGINT) AS line_row,
       CASE WHEN g.settled_amount IS NULL THEN 'unknown'
            WHEN g.cleared_on_none OR g.cleared_on > CAST($judged_on AS DATE) THEN 'review'
            WHEN g.cleared_on IS NULL OR g.cleared_amount IS NULL
             OR substr(CAST(g.cleared_on AS VARCHAR), 1, 7) < g.period THEN 'unknown'
            ELSE 'fail' END AS verdict,
       CAST(abs(g.settled_amount - COALESCE(g.cleared_amount, 0)) AS DECIMAL(18, 6)) AS amount,
       g.period,
       g.creditor_division_code,
       g.debtor_division_code,
       g.settled_amount,
       g.cleared_amount
FROM clearings AS g
WHERE (g.cleared_on <= CAST($judged_on AS DATE) AND g.cleared_amount = g.settled_amount
       AND (substr(CAST(g.cleared_on AS VARCHAR), 1, 7) < g.period) IS NOT TRUE) IS NOT TRUE
  AND (g.settled_amount = 0 AND (g.cleared_amount = 0 OR (g.cleared_amount IS NULL AND g.cleared_on_none))) IS NOT TRUE
