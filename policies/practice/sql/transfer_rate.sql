/*
title: {zh: 转院率明显高于其他机构, en: Transfer rate far above others}
offence:
  zh: 一家机构的转院率（转出次数除以住院人次）多于本批其他机构合计转院率的设定倍数；住院人次和转出次数都不少于最少数才比较
  en: >-
    an institution's transfers out, over its stays, are more than the set times the rate of the other institutions of
    the batch together; compared only where stays and transfers reach the minimum
not_an_offence:
  zh: 正好等于设定的倍数；人次或转出次数太少的机构（不作统计）
  en: "exactly the times; institutions of too few stays or transfers, which say nothing"
unknown:
  zh: 本批没有第二家机构，或其他机构的人次太少，无从比较；有的转院不知道从哪家转出；有的住院没有机构代码或就诊类别
  en: >-
    no other institution, or too few stays of others to compare with; a transfer whose institution is not known; stays
    without institution or category
money: {zh: 转院率本身不是应付的钱，按 0 计, en: "a rate is no money owed, so 0"}
bearer: institution
judges:
- {table: claims, where: "visit_category IS NULL OR visit_category IN ('inpatient', 'rehabilitation')"}
- {table: transfers, where: "from_institution_code IS NULL"}
needs: {claims: [claim_id, visit_category], transfers: [from_institution_code]}
optional: {claims: [visit_id, institution_code], transfers: [transfer_id, from_visit_id], batch: [institution_code]}
parameters:
  times: {zh: 倍数, en: times, type: number}
  minimum_stays: {zh: 最少住院人次, en: least stays, type: integer}
  minimum_transfers: {zh: 最少转出次数, en: least transfers, type: integer}
thresholds:
  transfer_rate_times: {zh: 转院率是其他机构的多少倍, en: times the transfer rate of others, type: number, optional: true}
evidence:
  institution_code: {zh: 机构代码, en: institution}
  transfers_count: {zh: 转出, en: transfers out, unit: 次}
  stays_count: {zh: 住院, en: stays, unit: 次}
  other_transfers_count: {zh: 其他机构转出, en: transfers of others, unit: 次}
  other_stays_count: {zh: 其他机构住院, en: stays of others, unit: 次}
alert:
  zh: >-
    机构 {institution_code}：住院 {stays_count} 次，转出 {transfers_count} 次；其他机构住院 {other_stays_count} 次，
    转出 {other_transfers_count} 次
  en: >-
    {institution_code}: {transfers_count} transfers in {stays_count} stays; others {other_transfers_count} in
    {other_stays_count}
*/
WITH stayed AS (
    SELECT COALESCE(c.institution_code, b.institution_code) AS institution_code,
           COALESCE(c.visit_id, c.claim_id) AS visit,
           max(CASE WHEN c.visit_category IS NULL THEN 1 ELSE 0 END) AS uncertain
    FROM claims AS c
    CROSS JOIN batch AS b
    WHERE c.visit_category IS NULL OR c.visit_category IN ('inpatient', 'rehabilitation')
    GROUP BY COALESCE(c.institution_code, b.institution_code), COALESCE(c.visit_id, c.claim_id)
),
transferred AS (
    SELECT COALESCE(t.from_institution_code, CASE WHEN min(s.institution_code) = max(s.institution_code)
               THEN max(s.institution_code) END) AS institution_code,
           COALESCE(t.transfer_id, CAST(t.row AS VARCHAR)) AS transfer
    FROM transfers AS t
    LEFT JOIN stayed AS s ON s.visit = t.from_visit_id
    GROUP BY t.from_institution_code, COALESCE(t.transfer_id, CAST(t.row AS VARCHAR))
),
counted AS (
    SELECT institution_code, count(*) AS stays_count, sum(uncertain) AS uncertain_count FROM stayed
    GROUP BY institution_code
),
sent AS (
    SELECT institution_code, count(DISTINCT transfer) AS transfers_count FROM transferred GROUP BY institution_code
),
totals AS (
    SELECT sum(c.stays_count) AS stays_count, sum(COALESCE(s.transfers_count, 0)) AS transfers_count
    FROM counted AS c
    LEFT JOIN sent AS s ON s.institution_code = c.institution_code
),
vague AS (
    SELECT (SELECT count(*) FROM transferred WHERE institution_code IS NULL) + (SELECT count(*) FROM stayed
           WHERE institution_code IS NULL OR uncertain = 1) AS vague_count
),
compared AS (
    SELECT c.institution_code, c.stays_count, COALESCE(s.transfers_count, 0) AS transfers_count,
           t.stays_count - c.stays_count AS other_stays_count,
           t.transfers_count - COALESCE(s.transfers_count, 0) AS other_transfers_count
    FROM counted AS c
    CROSS JOIN totals AS t
    LEFT JOIN sent AS s ON s.institution_code = c.institution_code
)
SELECT CAST(NULL AS VARCHAR) AS claim_id,
       CAST(NULL AS BIGINT) AS line_row,
       CASE WHEN other_stays_count < $minimum_stays THEN 'unknown' ELSE 'suspect' END AS verdict,
       CAST(0 AS DECIMAL(18, 6)) AS amount,
       institution_code,
       transfers_count,
       stays_count,
       other_transfers_count,
       other_stays_count
FROM compared
WHERE stays_count >= $minimum_stays AND institution_code IS NOT NULL
  AND (other_stays_count < $minimum_stays
       OR (transfers_count >= $minimum_transfers
           AND transfers_count * other_stays_count > COALESCE($transfer_rate_times, $times) * other_transfers_count
               * stays_count))
UNION ALL
SELECT CAST(NULL AS VARCHAR) AS claim_id,
       CAST(NULL AS BIGINT) AS line_row,
       'unknown' AS verdict,
       CAST(0 AS DECIMAL(18, 6)) AS amount,
       CAST(NULL AS VARCHAR) AS institution_code,
       t.transfers_count,
       t.stays_count,
       CAST(NULL AS BIGINT) AS other_transfers_count,
       CAST(NULL AS BIGINT) AS other_stays_count
FROM totals AS t
CROSS JOIN vague AS v
WHERE v.vague_count > 0
   OR (t.stays_count > 0 AND (SELECT count(*) FROM compared AS c WHERE c.stays_count >= $minimum_stays) = 0)
