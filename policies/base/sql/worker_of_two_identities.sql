/*
title: {zh: 一个个人编号有两个证件号码, en: One person number with two identity numbers}
offence:
  zh: 同一个人编号，在结算单和工伤职工表里写了两个以上证件号码（不分大小写；每个号码取第一张结算单，一张一行）
  en: >-
    a person number that claims and the table of workers give two identity numbers or more (case aside; the first claim
    of each number, one row for each)
not_an_offence: {zh: 证件类型不同的两个号码；没有写的, en: numbers of documents of different types; what is not written}
unknown: {zh: 无（没有写的不核对）, en: none (what is not written is not checked)}
money: {zh: 不计金额（资料核对）, en: none (a check of the data)}
bearer: institution
judges: {table: claims, where: "worker_number IS NOT NULL AND identity_number IS NOT NULL"}
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
    SELECT claim_id, worker_number, upper(trim(identity_number)) AS identity_number, identity_type FROM claims
    UNION ALL
    SELECT CAST(NULL AS VARCHAR) AS claim_id, worker_number, upper(trim(identity_number)) AS identity_number,
           CAST(NULL AS VARCHAR) AS identity_type
    FROM workers
),
several AS (
    SELECT worker_number, count(DISTINCT identity_number) AS numbers_count
    FROM stated
    WHERE worker_number IS NOT NULL AND identity_number IS NOT NULL
    GROUP BY worker_number
    HAVING count(DISTINCT identity_number) > 1 AND count(DISTINCT identity_type) < 2
),
firsts AS (
    SELECT s.worker_number, s.identity_number, min(s.claim_id) AS claim_id, max(v.numbers_count) AS numbers_count
    FROM stated AS s
    JOIN several AS v ON v.worker_number = s.worker_number
    WHERE s.identity_number IS NOT NULL
    GROUP BY s.worker_number, s.identity_number
)
SELECT claim_id,
       CAST(NULL AS BIGINT) AS line_row,
       'fail' AS verdict,
       CAST(0 AS DECIMAL(18,6)) AS amount,
       min(worker_number) AS worker_number,
       max(numbers_count) AS numbers_count
FROM firsts
WHERE claim_id IS NOT NULL
GROUP BY claim_id
