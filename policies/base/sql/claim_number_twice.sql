/*
title: {zh: 结算单号重复, en: A claim number twice}
offence: {zh: 两张以上结算单写同一个结算单号, en: the same number on more than one claim}
not_an_offence: {zh: 每个结算单号只有一张, en: every number stands on one claim only}
unknown: {zh: 没有结算单号的结算单（合成一行）, en: claims without a number (told in one row)}
money: {zh: 不计金额（资料核对）, en: none (a check of the data)}
bearer: institution
judges: claims
needs: {claims: []}
optional: {claims: [claim_id]}
absent: not_applicable
evidence:
  rows_count: {zh: 张数, en: claims, unit: 张}
alert: {zh: "结算单号写在 {rows_count} 张结算单上，请核对", en: "{rows_count} claims bear this number; please check them"}
*/
SELECT claim_id,
       CAST(NULL AS BIGINT) AS line_row,
       CASE WHEN claim_id IS NULL THEN 'unknown' ELSE 'fail' END AS verdict,
       CAST(0 AS DECIMAL(18,6)) AS amount,
       count(*) AS rows_count
FROM claims
GROUP BY claim_id
HAVING claim_id IS NULL OR count(*) > 1
