/*
title: {zh: 结算清单没有按时送交, en: Cost list not handed in on time}
offence:
  zh: 清单送交日期晚于约定的日期；或到判定之日已过约定的日期而没有送交
  en: "the list was handed in after the day agreed, or not at all although that day has passed"
not_an_offence:
  zh: 约定日当天送交；还没有到约定的日期；写明没有约定日期的
  en: handed in on the day itself; the day has not come yet; no day was agreed
unknown:
  zh: 不知约定的日期，或不知是否送交；送交日期早于就诊（入院）日期；约定的日期、送交的日期都还没有到，而送交在后
  en: >-
    the day agreed or the day handed in is not known; handed in before the care began; both days are still to come, the
    latter after the former
money: {zh: 不计金额, en: none}
bearer: institution
judges: claims
needs: {claims: [claim_id, list_due_on, list_handed_on]}
optional: {claims: [starts_on]}
evidence:
  list_due_on: {zh: 应交日期, en: due on}
  list_handed_on: {zh: 送交日期, en: handed in on}
  days_late: {zh: 晚了, en: late by, unit: 天}
alert:
  zh: "费用结算清单应于 {list_due_on} 前送交"
  en: "the cost list was due on {list_due_on}"
*/
SELECT claim_id, CAST(NULL AS BIGINT) AS line_row,
       CASE WHEN (list_handed_on > list_due_on
                AND (list_due_on >= $judged_on AND list_handed_on > $judged_on) IS NOT TRUE)
           OR (list_handed_on IS NULL AND list_handed_on_none AND list_due_on < $judged_on) THEN 'fail'
            ELSE 'unknown' END AS verdict,
       CAST(0 AS DECIMAL(18,6)) AS amount, list_due_on, list_handed_on,
       date_diff('day', list_due_on, COALESCE(list_handed_on, $judged_on)) AS days_late
FROM claims
WHERE (list_due_on_none) IS NOT TRUE
  AND (list_handed_on <= list_due_on AND (list_handed_on < starts_on) IS NOT TRUE) IS NOT TRUE
  AND (list_handed_on IS NULL AND list_due_on >= $judged_on) IS NOT TRUE
