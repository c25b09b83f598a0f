/*
title: {zh: 异常没有提示机构, en: An anomaly not told to the institution}
offence:
  zh: 发现的异常没有提示机构（没有写结算单号、结算单不在本批的也是），或者提示没有内容；标记为异常的结算单没有任何提示
  en: >-
    an anomaly found and not told to the institution, or told without a text, also where it names no claim or one that
    is not in the batch; a claim marked as abnormal without any alert
not_an_offence:
  zh: 已经提示并有内容的（“及时”没有写几天，不判快慢）；没有标记异常的
  en: "told with a text, however soon, since no number of days is stated; claims not marked"
unknown:
  zh: 没有写提示日期或内容；提示早于发现，或者到判定之日还没有提示；有结算单没有写是否异常而又没有提示；标记为异常的没有提示，
    而有的提示没有写结算单号或者没有读懂，或者这张结算单没有写号、有的提示写着本批没有的号
  en: >-
    day or text of the alert not told; told before it was found, or still to be told on the day of judging; a claim
    without an alert for which abnormal is not told, or which is marked while some alerts name no claim or could not be
    read, or, where the claim has no number, name one that is not in the batch
money: {zh: 不牵涉金额，按 0 计, en: "no money hangs on it, so 0"}
bearer: fund
judges: [claims, alerts]
needs: {claims: [claim_id, abnormal], alerts: [claim_id, found_on, told_on, text]}
evidence:
  abnormal: {zh: 异常标记, en: abnormal}
  found_on: {zh: 发现日期, en: found on}
  alerts_count: {zh: 提示, en: alerts, unit: 次}
  untold_count: {zh: 没有提示到的, en: not told, unit: 次}
alert: {zh: "发现异常，请核对这笔费用", en: "an anomaly was found, please check this claim"}
*/
WITH sent AS (
    SELECT a.claim_id,
           count(*) AS alerts_count,
           min(a.found_on) AS found_on,
           count(*) FILTER (WHERE a.told_on_none OR a.text_none) AS untold_count,
           count(*) FILTER (WHERE a.told_on >= a.found_on AND a.told_on <= CAST($judged_on AS DATE)
                            AND a.text IS NOT NULL) AS told_count
    FROM alerts AS a
    GROUP BY a.claim_id
),
nameless AS (
    SELECT count(*) AS alerts_count FROM alerts WHERE claim_id IS NULL
),
-- A claim without a number may be the one that such an alert names.
of_no_claim AS (
    SELECT count(*) AS alerts_count
    FROM sent AS s
    LEFT JOIN claims AS c ON c.claim_id = s.claim_id
    WHERE s.claim_id IS NOT NULL AND c.claim_id IS NULL
)
SELECT c.claim_id,
       CAST(NULL AS BIGINT) AS line_row,
       CASE WHEN s.untold_count > 0 OR (s.claim_id IS NULL AND c.abnormal AND n.alerts_count = 0
                AND (c.claim_id IS NOT NULL OR o.alerts_count = 0) AND $unread_alerts = 0) THEN 'fail'
            ELSE 'unknown' END AS verdict,
       CAST(0 AS DECIMAL(18, 6)) AS amount,
       c.abnormal,
       s.found_on,
       COALESCE(s.alerts_count, 0) AS alerts_count,
       COALESCE(s.untold_count, 0) AS untold_count
FROM claims AS c
LEFT JOIN sent AS s ON s.claim_id = c.claim_id
CROSS JOIN nameless AS n
CROSS JOIN of_no_claim AS o
WHERE (s.told_count = s.alerts_count) IS NOT TRUE
  AND (s.claim_id IS NULL AND c.abnormal IS FALSE) IS NOT TRUE
UNION ALL
SELECT s.claim_id,
       CAST(NULL AS BIGINT) AS line_row,
       CASE WHEN s.untold_count > 0 THEN 'fail' ELSE 'unknown' END AS verdict,
       CAST(0 AS DECIMAL(18, 6)) AS amount,
       CAST(NULL AS BOOLEAN) AS abnormal,
       s.found_on,
       s.alerts_count,
       s.untold_count
FROM sent AS s
LEFT JOIN claims AS c ON c.claim_id = s.claim_id
WHERE c.claim_id IS NULL AND s.told_count < s.alerts_count
