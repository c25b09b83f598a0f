/*
title: {zh: 叠床住院, en: double-booked bed}
offence:
  zh: 同一机构同一病区同一张床，两名不同职工的占用时间重叠（记在后住进来的人名下）
  en: >-
    two different persons in one bed of one ward of an institution at overlapping times (told of the one who came later)
not_an_offence:
  zh: 前一人离床、后一人入床的时刻正好相接，同一天出院和入院也一样；不同病区的同号床；同一个人换床或分段登记；还在床（离床时间写“无”）而没有别人住进来
  en: >-
    one leaves and the next comes at that very time, also where both happen on one day; beds of the same number in
    different wards; entries of one and the same person; still in bed, and nobody else in it
unknown:
  zh: >-
    没有病区或床号；有的写了机构代码，这一条没有（批次也没有）；重叠与否要看的时间没有填，或者入床只有日期没有时刻（零点）、那一天才有重叠；入床、离床写反而中间有别人；
    重叠的病区、床号只差大小写或者“床”“号”字样，可能是同一张；
    重叠而不知道是不是同一个人（两个个人编号写着同一个证件号码，或者一次就诊的几张结算单写了两个人的也是）
  en: >-
    no ward or bed; no institution, neither here nor of the batch, where others have one; a time missing that decides,
    or a bed taken on a day without an hour (midnight) on which alone they overlap; somebody else between an entry and
    a leave that are the wrong way round; an overlap in wards or beds that differ in upper and lower case only, or in
    the word for bed or number, and may be one; an overlap of persons who may be one, also two person numbers with one
    identity number, or where the claims of a visit name two
money: {zh: 不涉及金额（文件没有写叠床的费用怎么办）, en: none (the text hangs no money on it)}
bearer: institution
judges: stays
needs: {stays: [visit_id, worker_number, ward, bed_number, starts_at, ends_at]}
optional:
  stays: [claim_id, institution_code]
  claims: [claim_id, visit_id, institution_code, worker_number, identity_number, identity_type]
  workers: [worker_number, identity_number]
  batch: [institution_code]
evidence:
  ward: {zh: 病区, en: ward}
  bed_number: {zh: 床号, en: bed}
  visit_id: {zh: 就诊号, en: visit}
  starts_at: {zh: 入床时间, en: in bed from}
  other_visit_id: {zh: 先在床者就诊号, en: visit of the one already there}
  other_starts_at: {zh: 先在床者入床时间, en: who was there from}
  other_ends_at: {zh: 先在床者离床时间, en: until}
alert:
  zh: "{ward} {bed_number} 床：{visit_id} 于 {starts_at} 入床，{other_visit_id} 尚未离床"
  en: "{ward}, bed {bed_number}: {visit_id} came at {starts_at} before {other_visit_id} had left"
*/
WITH visits AS (
  SELECT
    s.row,
    min(c.claim_id) AS claim_id,
    CASE WHEN min(c.institution_code) = max(c.institution_code) THEN min(c.institution_code) END AS institution_code,
    CASE WHEN min(c.worker_number) = max(c.worker_number) THEN min(c.worker_number) END AS worker_number
  FROM stays AS s
  JOIN claims AS c ON c.visit_id = s.visit_id
  WHERE (c.institution_code <> s.institution_code OR c.claim_id <> s.claim_id) IS NOT TRUE
  GROUP BY s.row
),
taken AS (
  SELECT
    s.row,
    s.starts_at,
    CASE
      WHEN s.ends_at_none THEN TIMESTAMP '9999-12-31 00:00:00'
      WHEN s.ends_at = CAST(CAST(s.starts_at AS DATE) AS TIMESTAMP) THEN s.starts_at
      ELSE s.ends_at
    END AS ends_at
  FROM stays AS s
),
beds AS (
  SELECT
    s.row,
    COALESCE(s.claim_id, v.claim_id) AS claim_id,
    s.visit_id,
    COALESCE(s.institution_code, v.institution_code, h.institution_code, '') AS institution_code,
    s.ward,
    s.bed_number,
    upper(s.ward) AS ward_key,
    upper(replace(replace(s.bed_number, '床', ''), '号', '')) AS bed_key,
    COALESCE(s.worker_number, v.worker_number) AS worker_number,
    CASE WHEN t.ends_at < t.starts_at THEN t.ends_at ELSE t.starts_at END AS starts_at,
    CASE WHEN t.ends_at < t.starts_at THEN t.starts_at ELSE t.ends_at END AS ends_at,
    CASE WHEN t.ends_at < t.starts_at THEN 1 ELSE 0 END AS swapped
  FROM stays AS s
  JOIN taken AS t ON t.row = s.row
  LEFT JOIN visits AS v ON v.row = s.row
  CROSS JOIN batch AS h
),
-- part: numbers_alike,
met AS (
  SELECT
    a.row AS earlier_row,
    b.row AS later_row,
    COALESCE(b.claim_id, a.claim_id) AS claim_id,
    a.starts_at < b.ends_at AND b.starts_at < a.ends_at
      AND CASE
        WHEN a.swapped = 1 OR b.swapped = 1 OR a.ward <> b.ward OR a.bed_number <> b.bed_number THEN NULL
        WHEN a.ends_at < b.starts_at + INTERVAL 1 DAY AND b.starts_at = CAST(CAST(b.starts_at AS DATE) AS TIMESTAMP)
          THEN NULL
        WHEN b.ends_at < a.starts_at + INTERVAL 1 DAY AND a.starts_at = CAST(CAST(a.starts_at AS DATE) AS TIMESTAMP)
          THEN NULL
        ELSE TRUE
      END AS overlapping,
    CASE
      WHEN k.worker_number IS NULL
        THEN COALESCE(a.worker_number <> b.worker_number, CASE WHEN a.visit_id = b.visit_id THEN FALSE END)
    END AS two_persons
  FROM beds AS a
  JOIN beds AS b
    ON b.institution_code = a.institution_code AND b.ward_key = a.ward_key AND b.bed_key = a.bed_key
  LEFT JOIN alike AS k ON k.worker_number = a.worker_number AND k.other_worker_number = b.worker_number
  WHERE a.row <> b.row
    AND CASE WHEN a.starts_at <> b.starts_at THEN a.starts_at < b.starts_at ELSE a.row < b.row END
),
ranked AS (
  SELECT
    m.earlier_row,
    m.later_row,
    m.claim_id,
    CASE WHEN m.overlapping AND m.two_persons THEN 1 ELSE 0 END AS certain,
    row_number() OVER (
      PARTITION BY m.claim_id, CASE WHEN m.claim_id IS NULL THEN m.later_row END
      ORDER BY CASE WHEN m.overlapping AND m.two_persons THEN 0 ELSE 1 END, m.later_row, m.earlier_row
    ) AS place
  FROM met AS m
  WHERE (m.overlapping AND m.two_persons) IS NOT FALSE
),
nowhere AS (
  SELECT s.claim_id, min(s.row) AS row
  FROM beds AS s
  WHERE s.ward IS NULL OR s.bed_number IS NULL
    OR (s.institution_code = '' AND (SELECT count(*) FROM beds AS o WHERE o.institution_code <> '') > 0)
  GROUP BY s.claim_id
)
SELECT
  k.claim_id,
  CAST(NULL AS BIGINT) AS line_row,
  CASE WHEN k.certain = 1 THEN 'fail' ELSE 'unknown' END AS verdict,
  CAST(0 AS DECIMAL(18, 6)) AS amount,
  b.ward,
  b.bed_number,
  b.visit_id,
  b.starts_at,
  a.visit_id AS other_visit_id,
  a.starts_at AS other_starts_at,
  a.ends_at AS other_ends_at
FROM ranked AS k
JOIN beds AS a ON a.row = k.earlier_row
JOIN beds AS b ON b.row = k.later_row
WHERE k.place = 1
UNION ALL
SELECT
  n.claim_id,
  CAST(NULL AS BIGINT) AS line_row,
  'unknown' AS verdict,
  CAST(0 AS DECIMAL(18, 6)) AS amount,
  s.ward,
  s.bed_number,
  s.visit_id,
  s.starts_at,
  CAST(NULL AS VARCHAR) AS other_visit_id,
  CAST(NULL AS TIMESTAMP) AS other_starts_at,
  CAST(NULL AS TIMESTAMP) AS other_ends_at
FROM nowhere AS n
JOIN beds AS s ON s.row = n.row
WHERE NOT EXISTS (SELECT 1 FROM ranked AS k WHERE k.claim_id = n.claim_id)
