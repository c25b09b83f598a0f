/*
title: {zh: 专家组没有出具意见, en: A panel without its opinion}
offence:
  zh: 费用已经结算或支付，而提交的专家组没有出具意见（意见日期还没有到的也是）
  en: the claim is settled or paid, and the panel it went to issued no opinion (or will only on a day still to come)
not_an_offence: {zh: 有意见的；还没有意见，但费用也还没有结算、支付的, en: with an opinion; without one while nothing is settled or paid}
unknown:
  zh: 没有写意见日期；没有意见而看不出费用结算没有
  en: "the opinion's date is not told; there is none and it is not told whether the claim is settled"
money: {zh: 基金支付的金额, en: "the fund's part"}
bearer: fund
judges: panels
needs: {panels: [claim_id, opinion_on], claims: [claim_id]}
optional: {claims: [settled_on, paid_on, fund_amount]}
evidence:
  panels_count: {zh: 有问题的专家组, en: panels concerned, unit: 个}
  settled_on: {zh: 结算（支付）日期, en: settled or paid on}
alert: {zh: "{settled_on} 已结算，专家组没有出具意见", en: "settled on {settled_on} without the panel's opinion"}
*/
WITH open_panels AS (
    SELECT p.claim_id,
           count(*) AS panels_count,
           count(*) FILTER (WHERE p.opinion_on_none OR p.opinion_on > CAST($judged_on AS DATE)) AS without_count
    FROM panels AS p
    WHERE (p.opinion_on <= CAST($judged_on AS DATE)) IS NOT TRUE
    GROUP BY p.claim_id
)
SELECT o.claim_id,
       CAST(NULL AS BIGINT) AS line_row,
       CASE WHEN o.without_count > 0 AND COALESCE(c.settled_on, c.paid_on) IS NOT NULL THEN 'fail'
            ELSE 'unknown' END AS verdict,
       c.fund_amount AS amount,
       o.panels_count,
       COALESCE(c.settled_on, c.paid_on) AS settled_on
FROM open_panels AS o
LEFT JOIN claims AS c ON c.claim_id = o.claim_id
WHERE (o.without_count = o.panels_count AND c.settled_on_none AND (c.paid_on_none OR c.paid_on IS NULL)) IS NOT TRUE
