/*
title: {zh: 床位占用的结束早于开始, en: A bed left before it was taken}
offence: {zh: 离床时间早于入床时间（一张结算单一行）, en: a bed left before it was taken (a row for each claim)}
not_an_offence:
  zh: 同一时间的；离床写的是入床当天零点的（只有日期没有时刻）；还没有离床的；没有写的
  en: "the same time; a bed left at midnight of the day (a day without an hour); one still taken; what is not told"
unknown: {zh: 无（没有写的不核对）, en: none (what is not written is not checked)}
money: {zh: 不计金额（资料核对）, en: none (a check of the data)}
bearer: institution
judges: {table: stays, where: "starts_at IS NOT NULL AND ends_at IS NOT NULL"}
needs: {stays: [starts_at, ends_at]}
optional: {stays: [visit_id, claim_id]}
absent: not_applicable
evidence:
  visit_id: {zh: 就诊号, en: visit}
  starts_at: {zh: 入床时间, en: taken at}
  ends_at: {zh: 离床时间, en: left at}
alert:
  zh: "就诊号 {visit_id}：入床 {starts_at}，离床 {ends_at}，请核对"
  en: "visit {visit_id}: bed taken at {starts_at}, left at {ends_at}; please check"
*/
SELECT claim_id,
       CAST(NULL AS BIGINT) AS line_row,
       'fail' AS verdict,
       CAST(0 AS DECIMAL(18,6)) AS amount,
       min(visit_id) AS visit_id,
       max(starts_at) AS starts_at,
       min(ends_at) AS ends_at
FROM stays
WHERE ends_at < starts_at
  AND ends_at <> CAST(CAST(starts_at AS DATE) AS TIMESTAMP)
GROUP BY claim_id, CASE WHEN claim_id IS NULL THEN row END
