/*
title: {zh: 没有按月申报, en: Not declared monthly}
offence:
  zh: 某月结算的费用，到下一个月底还没有向经办机构申报（至少跳过了一次月度申报）
  en: >-
    costs settled in one month and not declared by the end of the next, so that at least one monthly declaration was
    skipped
not_an_offence:
  zh: 当月或下月申报的；还没有到下月底的；没有基金支付部分的（基金支付金额为 0）；事后报销的；还没有结算的
  en: >-
    declared in that month or the next; the next month not over; nothing to be paid by the fund; reimbursement; what is
    not settled yet
unknown:
  zh: 没有结算日期、申报日期（结算单和批次都没有写），申报早于结算，或者迟报而没有写基金支付金额
  en: >-
    date of settlement or of declaration missing, on the claim and on the batch; declared before the
    settlement; or late with the fund's part not told
money: {zh: 迟报不改变应付多少，按 0 计, en: "being late does not change what is owed, so 0"}
bearer: institution
judges:
  table: claims
  where: >-
    (settlement_mode = 'reimbursement') IS NOT TRUE AND settled_on_none IS NOT TRUE AND (fund_amount = 0) IS NOT TRUE
needs: {claims: [claim_id, settled_on, fund_amount]}
optional: {claims: [settlement_mode, declared_on], batch: [declared_on]}
evidence:
  settled_on: {zh: 结算日期, en: settled on}
  declared_on: {zh: 申报日期, en: declared on}
  fund_amount: {zh: 基金支付, en: fund's part, unit: 元}
alert: {zh: "{settled_on} 结算，没有按月申报", en: "settled on {settled_on}, not declared monthly"}
*/
WITH declared AS (
    SELECT c.claim_id, c.fund_amount, c.settled_on,
           COALESCE(c.declared_on, CASE WHEN c.declared_on_none THEN NULL ELSE b.declared_on END) AS declared_on,
           COALESCE(c.declared_on_none, b.declared_on_none) AS declared_on_none
    FROM claims AS c
    CROSS JOIN batch AS b
    WHERE (c.settlement_mode = 'reimbursement') IS NOT TRUE
      AND c.settled_on_none IS NOT TRUE
      AND (c.fund_amount = 0) IS NOT TRUE
), counted AS (
    SELECT d.claim_id, d.fund_amount, d.settled_on, d.declared_on,
           CASE WHEN d.declared_on < d.settled_on THEN -1
                WHEN d.declared_on IS NOT NULL
                THEN year(d.declared_on) * 12 + month(d.declared_on) - year(d.settled_on) * 12 - month(d.settled_on)
                WHEN d.declared_on_none
                THEN year(CAST($judged_on AS DATE)) * 12 + month(CAST($judged_on AS DATE)) - year(d.settled_on) * 12
                    - month(d.settled_on)
           END AS months_between
    FROM declared AS d
)
SELECT n.claim_id,
       CAST(NULL AS BIGINT) AS line_row,
       CASE WHEN n.months_between > 1 AND n.fund_amount IS NOT NULL THEN 'fail' ELSE 'unknown' END AS verdict,
       CAST(0 AS DECIMAL(18, 6)) AS amount,
       n.settled_on,
       n.declared_on,
       n.fund_amount
FROM counted AS n
WHERE (n.months_between >= 0 AND n.months_between <= 1) IS NOT TRUE
