/*
title: {zh: 机构是否实时结算，两处不同, en: Real-time settlement told in two ways}
offence:
  zh: >-
    结算单写就诊机构结算时已实行（没有实行）实时结算，机构资料写的开始日期却晚于（不晚于）结算日期。是疑点的：机构资料写没有实行、结算单写已实行；机构资料写已实行而没有写哪天开始（或者没有写结算日期）、结算单写没有实行
  en: >-
    a claim that says its institution settled in real time then (or did not), while the institution's document begins
    later (or not later) than the claim was settled. Suspect: the document says it does not and the claim that it did;
    the document says it does, not since when (or the claim not when it was settled), and the claim that it did not
not_an_offence: {zh: 开始当天起结算的，写着已实行；两处一致的；有一处没有写的, en: "settled from the first day on; both agree; one of them silent"}
unknown: {zh: 无（没有写的不核对）, en: none (what is not written is not checked)}
money: {zh: 不计金额（资料核对）, en: none (a check of the data)}
bearer: institution
judges: {table: claims, where: "institution_realtime IS NOT NULL"}
needs: {claims: [institution_realtime], institutions: [institution_code, realtime]}
optional:
  claims: [claim_id, institution_code, settled_on]
  institutions: [realtime_since_on]
  batch: [institution_code]
absent: not_applicable
evidence:
  institution_code: {zh: 机构代码, en: institution}
  institution_realtime: {zh: 结算单写已实行, en: in use by the claim}
  realtime: {zh: 机构资料写已实行, en: in use by the document}
  realtime_since_on: {zh: 开始日期, en: since}
  settled_on: {zh: 结算日期, en: settled on}
alert:
  zh: "结算单和机构资料写的实时结算不同（开始日期 {realtime_since_on}，结算日期 {settled_on}），请核对"
  en: "claim and document differ on real-time settlement (since {realtime_since_on}, settled {settled_on}); check both"
*/
WITH held AS (
    SELECT c.claim_id, c.row, c.institution_realtime, c.settled_on, i.institution_code, i.realtime,
           i.realtime_since_on,
           CASE WHEN i.realtime AND c.settled_on IS NOT NULL THEN c.settled_on >= i.realtime_since_on END AS in_use
    FROM claims AS c
    CROSS JOIN batch AS b
    JOIN institutions AS i ON i.institution_code = COALESCE(c.institution_code, b.institution_code)
    WHERE c.institution_realtime IS NOT NULL
)
SELECT h.claim_id,
       CAST(NULL AS BIGINT) AS line_row,
       CASE WHEN max(CASE WHEN h.in_use <> h.institution_realtime THEN 1 ELSE 0 END) = 1 THEN 'fail'
            ELSE 'suspect' END AS verdict,
       CAST(0 AS DECIMAL(18, 6)) AS amount,
       max(h.institution_code) AS institution_code,
       bool_or(h.institution_realtime) AS institution_realtime,
       bool_or(h.realtime) AS realtime,
       max(h.realtime_since_on) AS realtime_since_on,
       max(h.settled_on) AS settled_on
FROM held AS h
WHERE COALESCE(h.in_use, h.realtime) <> h.institution_realtime
GROUP BY h.claim_id, CASE WHEN h.claim_id IS NULL THEN h.row END
