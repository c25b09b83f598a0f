/*
title: {zh: 请假的返院早于离院, en: A return before the leave}
offence: {zh: 返院时间早于离院时间, en: back before leaving}
not_an_offence:
  zh: 同一时间的；返院写的是离院当天零点的（只有日期没有时刻）；还没有返院的；没有写的
  en: "the same time; back at midnight of the day (a day without an hour); a leave not over yet; what is not told"
unknown: {zh: 无（没有写的不核对）, en: none (what is not written is not checked)}
money: {zh: 不计金额（资料核对）, en: none (a check of the data)}
bearer: institution
judges: {table: leaves, where: "starts_at IS NOT NULL AND ends_at IS NOT NULL"}
needs: {leaves: [starts_at, ends_at]}
optional: {leaves: [visit_id]}
absent: not_applicable
evidence:
  visit_id: {zh: 就诊号, en: visit}
  starts_at: {zh: 离院时间, en: left at}
  ends_at: {zh: 返院时间, en: back at}
alert:
  zh: "就诊号 {visit_id}：离院 {starts_at}，返院 {ends_at}，请核对"
  en: "visit {visit_id}: left at {starts_at}, back at {ends_at}; please check"
*/
SELECT CAST(NULL AS VARCHAR) AS claim_id,
       CAST(NULL AS BIGINT) AS line_row,
       'fail' AS verdict,
       CAST(0 AS DECIMAL(18,6)) AS amount,
       visit_id,
       starts_at,
       ends_at
FROM leaves
WHERE ends_at < starts_at
  AND ends_at <> CAST(CAST(starts_at AS DATE) AS TIMESTAMP)
