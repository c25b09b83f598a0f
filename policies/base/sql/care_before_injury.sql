/*
title: {zh: 受伤以前的治疗, en: Care before the injury}
offence:
  zh: 疑点：职工的结算单、床位占用或费用日期，早于他受伤（诊断）的日期。职业病的诊断可能在治疗以后，所以不断定
  en: >-
    suspect: a visit, a bed or a service of a worker before the day of the injury (or diagnosis); an occupational
    disease may be diagnosed after it was treated, so that nothing fails
not_an_offence:
  zh: >-
    受伤当天的；旧伤复发（受伤日期更早）；同一职工有几次工伤，有一次早于治疗，而结算单没有写是哪一次的；写明是非工伤就诊、明细不用于工伤的；已冲销的；没有写的
  en: >-
    the day of the injury; a relapse, whose injury lies earlier; another injury of the same worker before it, where the
    claim does not tell which it is for; what is told not to be for the injury; reversed lines; what is not told
unknown: {zh: 无（没有写的不核对）, en: none (what is not written is not checked)}
money: {zh: 不计金额（资料核对）, en: none (a check of the data)}
bearer: institution
judges:
- {table: claims, where: "worker_number IS NOT NULL"}
- {table: stays, where: "worker_number IS NOT NULL AND starts_at IS NOT NULL"}
needs: {workers: [worker_number, injured_on]}
optional:
  claims: [claim_id, worker_number, recognition_number, starts_on, non_injury]
  lines: [claim_id, service_on, quantity, amount, injury_related]
  stays: [claim_id, worker_number, starts_at]
  workers: [recognition_number]
absent: not_applicable
evidence:
  care_on: {zh: 治疗日期, en: care on}
  injured_on: {zh: 受伤日期, en: injured on}
alert:
  zh: "{care_on} 的治疗早于受伤日期 {injured_on}，请核对"
  en: "care of {care_on} before the injury of {injured_on}; please check"
*/
WITH treated AS (
    SELECT c.claim_id, c.starts_on, min(w.injured_on) AS injured_on
    FROM claims AS c
    JOIN workers AS w ON w.worker_number = c.worker_number
    WHERE c.non_injury IS NOT TRUE AND (w.recognition_number = c.recognition_number) IS NOT FALSE
    GROUP BY c.claim_id, c.starts_on, c.row
    HAVING count(*) = count(w.injured_on)
),
lain AS (
    SELECT s.claim_id, s.row, CAST(s.starts_at AS DATE) AS starts_on, min(w.injured_on) AS injured_on
    FROM stays AS s
    JOIN workers AS w ON w.worker_number = s.worker_number
    WHERE s.starts_at IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM claims AS c WHERE c.claim_id = s.claim_id AND c.non_injury)
    GROUP BY s.claim_id, s.row, s.starts_at
    HAVING count(*) = count(w.injured_on)
),
early AS (
    SELECT t.claim_id, CAST(NULL AS BIGINT) AS stay_row, t.starts_on, t.injured_on
    FROM treated AS t
    WHERE t.starts_on < t.injured_on
    UNION ALL
    SELECT n.claim_id, CASE WHEN n.claim_id IS NULL THEN n.row END AS stay_row, n.starts_on, n.injured_on
    FROM lain AS n
    WHERE n.starts_on < n.injured_on
)
SELECT e.claim_id,
       CAST(NULL AS BIGINT) AS line_row,
       'suspect' AS verdict,
       CAST(0 AS DECIMAL(18, 6)) AS amount,
       min(e.starts_on) AS care_on,
       min(e.injured_on) AS injured_on
FROM early AS e
GROUP BY e.claim_id, e.stay_row
UNION ALL
SELECT l.claim_id,
       l.row AS line_row,
       'suspect' AS verdict,
       CAST(0 AS DECIMAL(18, 6)) AS amount,
       l.service_on AS care_on,
       max(t.injured_on) AS injured_on
FROM net_lines AS l
JOIN treated AS t ON t.claim_id = l.claim_id
WHERE l.service_on < t.injured_on
  AND l.injury_related IS NOT FALSE
  AND NOT (COALESCE(l.quantity, 1) < 0 OR COALESCE(l.amount, 1) < 0)
  AND NOT EXISTS (SELECT 1 FROM early AS e WHERE e.claim_id = l.claim_id)
GROUP BY l.claim_id, l.row, l.service_on
