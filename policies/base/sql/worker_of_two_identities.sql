/*
title: {zh: 一个个人编号有两个证件号码, en: One person number with two identity numbers}
offence:
  zh: >-
    同一个人编号，在结算单和工伤职工表里写了两个以上同一类型证件的号码（不分大小写；每个号码取第一张结算单，一张一行；结算单都没有结算单号的，一个人合成一行）。哪里都没有写类型的号码，与各种类型的都比
  en: >-
    a person number that claims and the table of workers give two numbers or more of one type of document (case aside;
    the first claim of each number, one row for each; of claims without their number one row a person). A number whose
    type is nowhere told is compared with those of every type
not_an_offence:
  zh: 写明证件类型不同的号码；同一人的 15 位旧号和 18 位新号；没有写、已遮盖的；本批没有结算单的人
  en: >-
    numbers of documents of different stated types; the old number of 15 digits and the new one of 18; what is not
    written or masked; who has no claim in the batch
unknown: {zh: 无（没有写、已遮盖的不核对）, en: none (what is not written or masked is not checked)}
money: {zh: 不计金额（资料核对）, en: none (a check of the data)}
bearer: institution
judges: {table: claims, where: "worker_number IS NOT NULL AND identity_number NOT LIKE '%*%'"}
needs: {claims: [worker_number, identity_number]}
optional: {claims: [claim_id, identity_type], workers: [worker_number, identity_number]}
absent: not_applicable
evidence:
  worker_number: {zh: 个人编号, en: person number}
  numbers_count: {zh: 证件号码数, en: identity numbers, unit: 个}
alert:
  zh: "个人编号 {worker_number} 写了 {numbers_count} 个证件号码，请核对"
  en: "person number {worker_number} stands with {numbers_count} identity numbers; please check"
*/
WITH stated AS (
    SELECT claim_id, 1 AS billed, worker_number, upper(trim(identity_number)) AS identity_number, identity_type
    FROM claims
    WHERE identity_number NOT LIKE '%*%'
    UNION ALL
    SELECT CAST(NULL AS VARCHAR) AS claim_id, 0 AS billed, worker_number,
           upper(trim(identity_number)) AS identity_number, CAST(NULL AS VARCHAR) AS identity_type
    FROM workers
    WHERE identity_number NOT LIKE '%*%'
),
several AS (
    SELECT worker_number
    FROM stated
    WHERE worker_number IS NOT NULL AND identity_number IS NOT NULL
    GROUP BY worker_number
    HAVING count(DISTINCT identity_number) > 1
),
-- A number of 18 digits without the century and the check digit is the old one of 15.
renewed AS (
    SELECT s.worker_number, concat(substr(s.identity_number, 1, 6), substr(s.identity_number, 9, 9)) AS old_number,
           min(s.identity_number) AS identity_number
    FROM stated AS s
    JOIN several AS v ON v.worker_number = s.worker_number
    WHERE length(s.identity_number) = 18
    GROUP BY s.worker_number, concat(substr(s.identity_number, 1, 6), substr(s.identity_number, 9, 9))
),
latest AS (
    SELECT s.claim_id, s.billed, s.worker_number, COALESCE(r.identity_number, s.identity_number) AS identity_number,
           s.identity_type
    FROM stated AS s
    JOIN several AS v ON v.worker_number = s.worker_number
    LEFT JOIN renewed AS r ON r.worker_number = s.worker_number AND r.old_number = s.identity_number
    WHERE s.identity_number IS NOT NULL
),
numbers AS (
    SELECT worker_number, identity_number, identity_type, min(claim_id) AS claim_id, max(billed) AS billed
    FROM latest
    GROUP BY worker_number, identity_number, identity_type
),
alike AS (
    SELECT worker_number, identity_type
    FROM numbers
    WHERE identity_type IS NOT NULL
    GROUP BY worker_number, identity_type
    HAVING count(*) > 1
),
firsts AS (
    SELECT n.worker_number, n.identity_number, min(n.claim_id) AS claim_id, max(n.billed) AS billed,
           CASE WHEN count(n.identity_type) = 0 THEN 1 ELSE 0 END AS untyped,
           CASE WHEN count(a.identity_type) > 0 THEN 1 ELSE 0 END AS same_type
    FROM numbers AS n
    LEFT JOIN alike AS a ON a.worker_number = n.worker_number AND a.identity_type = n.identity_type
    GROUP BY n.worker_number, n.identity_number
),
persons AS (
    SELECT worker_number, max(untyped) AS untyped,
           CASE WHEN max(untyped) = 1 THEN count(*) ELSE sum(same_type) END AS numbers_count
    FROM firsts
    GROUP BY worker_number
)
SELECT f.claim_id,
       CAST(NULL AS BIGINT) AS line_row,
       'fail' AS verdict,
       CAST(0 AS DECIMAL(18,6)) AS amount,
       min(f.worker_number) AS worker_number,
       max(p.numbers_count) AS numbers_count
FROM firsts AS f
JOIN persons AS p ON p.worker_number = f.worker_number
WHERE f.billed = 1 AND p.numbers_count > 1 AND (f.same_type = 1 OR p.untyped = 1)
GROUP BY f.claim_id, CASE WHEN f.claim_id IS NULL THEN f.worker_number END
