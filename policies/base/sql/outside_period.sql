/*
title: {zh: 费用不在批次的期间, en: Costs outside the period of the batch}
offence:
  zh: "结算单有费用在批次期间的最后一天之后发生。最后一笔费用在期间开始之前，而且不在期间内结算的，是疑点：可能是补报，也可能放错了批次"
  en: >-
    a claim with costs after the last day of the batch's period. Where its last cost lies before the period and it was
    not settled within it, that is a suspicion: declared late, or put into the wrong batch
not_an_offence:
  zh: 期间第一天和最后一天的；住院跨期、在期间内结算或者延续到期间的；已冲销的；退费的；没有写日期的
  en: >-
    the first and the last day; stays that began earlier and reach into the period or are settled within it; reversed
    lines; refunds; lines without a day
unknown: {zh: 无（没有写的不核对）, en: none (what is not written is not checked)}
money: {zh: 不计金额（资料核对）, en: none (a check of the data)}
bearer: institution
judges: {table: net_lines, where: "service_on IS NOT NULL AND COALESCE(quantity, 1) >= 0 AND COALESCE(amount, 1) >= 0"}
needs: {lines: [service_on], batch: [period_starts_on, period_ends_on]}
optional: {lines: [claim_id, quantity, amount], claims: [claim_id, settled_on]}
absent: not_applicable
evidence:
  first_on: {zh: 第一笔费用, en: first cost on}
  last_on: {zh: 最后一笔费用, en: last cost on}
  settled_on: {zh: 结算日期, en: settled on}
  period_starts_on: {zh: 期间开始, en: period from}
  period_ends_on: {zh: 期间结束, en: period until}
alert:
  zh: "费用从 {first_on} 到 {last_on}，批次的期间是 {period_starts_on} 到 {period_ends_on}，请核对"
  en: "costs from {first_on} to {last_on}; the batch's period is {period_starts_on} to {period_ends_on}; please check"
*/
WITH spans AS (
    SELECT claim_id, min(service_on) AS first_on, max(service_on) AS last_on
    FROM net_lines
    WHERE service_on IS NOT NULL AND COALESCE(quantity, 1) >= 0 AND COALESCE(amount, 1) >= 0
    GROUP BY claim_id
),
settled AS (
    SELECT claim_id, max(settled_on) AS settled_on FROM claims WHERE settled_on IS NOT NULL GROUP BY claim_id
)
SELECT s.claim_id,
       CAST(NULL AS BIGINT) AS line_row,
       CASE WHEN s.last_on > b.period_ends_on THEN 'fail' ELSE 'suspect' END AS verdict,
       CAST(0 AS DECIMAL(18,6)) AS amount,
       s.first_on,
       s.last_on,
       d.settled_on,
       b.period_starts_on,
       b.period_ends_on
FROM spans AS s
CROSS JOIN batch AS b
LEFT JOIN settled AS d ON d.claim_id = s.claim_id
WHERE s.last_on > b.period_ends_on
   OR (s.last_on < b.period_starts_on
       AND (d.settled_on >= b.period_starts_on AND d.settled_on <= b.period_ends_on) IS NOT TRUE)
