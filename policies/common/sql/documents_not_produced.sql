/*
title: {zh: 没有及时提供医学材料, en: Medical documents not produced in time}
offence:
  zh: 经办机构调阅的材料晚于要求的日期提供、过期没有提供，或提供不全
  en: "documents asked for came after the day set, not at all although that day has passed, or incomplete"
not_an_offence: {zh: 要求之日当天及以前齐全提供；还没有到要求的日期, en: produced completely by the day set; the day has not come yet}
unknown:
  zh: >-
    不知是否提供、是否齐全、要求的日期；提供日期或应交日期早于要求日期的。没有定期限而还没有提供的（提供日期还没有到的也是），是否及时须由人认定
  en: >-
    whether, when or how completely is not known; produced or due before it was asked for. What has no term and is not
    produced yet (or on a day still to come) is for a person to judge
money: {zh: 不计金额, en: none}
bearer: institution
judges: requests
needs: {requests: [requested_on, due_on, produced_on, produced_complete]}
optional: {requests: [claim_id]}
evidence:
  requests_count: {zh: 不合要求的调阅, en: requests that fall short, unit: 次}
  requested_on: {zh: 要求日期, en: asked on}
  due_on: {zh: 应交日期, en: due on}
  produced_on: {zh: 提供日期, en: produced on}
alert:
  zh: "{requested_on} 调阅的材料应于 {due_on} 前齐全提供"
  en: "the documents asked for on {requested_on} were due, complete, on {due_on}"
*/
WITH answered AS (
    SELECT claim_id, requested_on, due_on, produced_on,
           CASE WHEN (produced_on > due_on AND (produced_on > $judged_on AND due_on >= $judged_on) IS NOT TRUE)
                     OR (produced_on <= $judged_on AND produced_complete = FALSE)
                     OR (produced_on IS NULL AND produced_on_none AND due_on < $judged_on) THEN 3
                WHEN produced_on < requested_on OR due_on < requested_on THEN 2
                WHEN produced_on > $judged_on AND due_on_none THEN 1
                WHEN produced_on IS NOT NULL AND produced_complete AND (produced_on <= due_on OR due_on_none) THEN 0
                WHEN produced_on IS NULL AND due_on >= $judged_on THEN 0
                WHEN produced_on IS NULL AND produced_on_none AND due_on_none THEN 1
                ELSE 2 END AS severity
    FROM requests
)
SELECT claim_id, CAST(NULL AS BIGINT) AS line_row,
       CASE max(severity) WHEN 3 THEN 'fail' WHEN 2 THEN 'unknown' ELSE 'review' END AS verdict,
       CAST(0 AS DECIMAL(18,6)) AS amount, count(*) AS requests_count, min(requested_on) AS requested_on,
       min(due_on) AS due_on,
       min(produced_on) AS produced_on
FROM answered
WHERE severity > 0
GROUP BY claim_id
