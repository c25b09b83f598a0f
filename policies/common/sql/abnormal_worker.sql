/*
title: {zh: 就医或费用异常的职工, en: Workers with abnormal visits or costs}
offence: {zh: 没有异常标记的职工被暂停即时结算, en: immediate settlement suspended for a worker who is not marked as abnormal}
not_an_offence:
  zh: 有异常而暂停的；没有异常也没有暂停的；有异常而没有暂停的，因“根据需要可以”，交经办机构核查、约谈或决定
  en: >-
    abnormal and suspended; neither of both; abnormal and not suspended goes to the agency, which may look into it, talk
    to the worker or suspend as needed
unknown:
  zh: >-
    没有写职工是否异常，或者没有写是否暂停即时结算；结算单标了异常而职工表里没有这个人；没有异常，而写着同一个证件号码的另一个个人编号有异常；
    没有异常而暂停，而有标了异常的结算单、职工表里有（可能）异常的一行没有写个人编号，可能是他的
  en: >-
    whether the worker is abnormal or suspended is not told; a claim marked as abnormal whose worker is not listed; not
    abnormal, but another person number with the same identity number is; suspended and not abnormal, while a claim
    marked as abnormal, or a worker not told to be normal, has no number and may be his or hers
money: {zh: 暂停不改变应付多少，按 0 计, en: "a suspension does not change what is owed, so 0"}
bearer: worker
judges: [workers, {table: claims, where: "abnormal"}]
needs: {workers: [worker_number, abnormal, immediate_settlement_suspended]}
optional: {claims: [worker_number, abnormal, identity_number, identity_type], workers: [identity_number]}
evidence:
  worker_number: {zh: 个人编号, en: person number}
  abnormal: {zh: 异常标记, en: abnormal}
  suspended: {zh: 暂停即时结算, en: suspended}
alert:
  zh: "个人编号 {worker_number}：请核对是否异常、是否应当暂停即时结算"
  en: "person {worker_number}: please check whether abnormal and whether immediate settlement is to be suspended"
*/
WITH marked AS (
    SELECT c.worker_number, count(*) AS claims_count
    FROM claims AS c
    WHERE c.abnormal
    GROUP BY c.worker_number
), persons AS (
    SELECT w.worker_number,
           CASE WHEN count(*) FILTER (WHERE w.abnormal) > 0 THEN TRUE
                WHEN count(*) = count(w.abnormal) THEN FALSE END AS abnormal,
           CASE WHEN count(*) FILTER (WHERE w.immediate_settlement_suspended) > 0 THEN TRUE
                WHEN count(*) = count(w.immediate_settlement_suspended) THEN FALSE END AS suspended
    FROM workers AS w
    GROUP BY w.worker_number
), known AS (
    SELECT p.worker_number, p.abnormal, p.suspended FROM persons AS p
    UNION ALL
    SELECT m.worker_number, CAST(NULL AS BOOLEAN) AS abnormal, CAST(NULL AS BOOLEAN) AS suspended
    FROM marked AS m
    LEFT JOIN persons AS p ON p.worker_number = m.worker_number
    WHERE p.worker_number IS NULL
), flagged AS (
    SELECT worker_number FROM marked
    UNION ALL
    SELECT worker_number FROM persons WHERE abnormal
), doubtful AS (
    SELECT w.worker_number
    FROM worker_persons AS w
    JOIN worker_persons AS o ON o.person = w.person
    JOIN flagged AS f ON f.worker_number = o.worker_number
    WHERE o.worker_number <> w.worker_number
    GROUP BY w.worker_number
), nameless AS (
    SELECT sum(f.rows_count) AS rows_count
    FROM (SELECT count(*) AS rows_count FROM claims WHERE abnormal AND worker_number IS NULL
          UNION ALL
          SELECT count(*) AS rows_count FROM workers WHERE abnormal IS NOT FALSE AND worker_number IS NULL) AS f
), judged AS (
    SELECT p.worker_number, p.suspended,
           CASE WHEN m.claims_count > 0 OR p.abnormal THEN TRUE
                WHEN d.worker_number IS NULL AND (n.rows_count > 0 AND p.suspended) IS NOT TRUE
                    THEN p.abnormal END AS abnormal
    FROM known AS p
    CROSS JOIN nameless AS n
    LEFT JOIN marked AS m ON m.worker_number = p.worker_number
    LEFT JOIN doubtful AS d ON d.worker_number = p.worker_number
)
SELECT CAST(NULL AS VARCHAR) AS claim_id,
       CAST(NULL AS BIGINT) AS line_row,
       CASE WHEN j.abnormal IS NULL OR j.suspended IS NULL THEN 'unknown'
            WHEN j.suspended THEN 'fail'
            ELSE 'review' END AS verdict,
       CAST(0 AS DECIMAL(18, 6)) AS amount,
       j.worker_number,
       j.abnormal,
       j.suspended
FROM judged AS j
WHERE (j.abnormal = j.suspended) IS NOT TRUE
