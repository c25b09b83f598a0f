/*
title: {zh: 一个证件号码有两个个人编号, en: One identity number with two person numbers}
offence:
  zh: >-
    同一个证件号码写了两个以上个人编号，而参保地相同（每个编号取第一张结算单，一张一行；结算单都没有结算单号的，一个证件号码合成一行）。参保地不同或没有写的是疑点：换过参保地的人可能有两个编号
  en: >-
    an identity number that stands with two person numbers or more of the same division of insurance (the first claim of
    each number, one row for each; of claims without their number one row an identity number). Where the divisions
    differ or are not told it is a suspicion: who moved may have two
not_an_offence: {zh: 没有写、已遮盖的；本批没有结算单的人, en: what is not written or masked; who has no claim in the batch}
unknown: {zh: 无（没有写、已遮盖的不核对）, en: none (what is not written or masked is not checked)}
money: {zh: 不计金额（资料核对）, en: none (a check of the data)}
bearer: institution
judges: {table: claims, where: "worker_number IS NOT NULL AND identity_number NOT LIKE '%*%'"}
needs: {claims: [worker_number, identity_number]}
optional: {claims: [claim_id, insured_division_code], workers: [worker_number, identity_number, insured_division_code]}
absent: not_applicable
evidence:
  worker_number: {zh: 个人编号, en: person number}
  other_worker_number: {zh: 另一个个人编号, en: other person number}
alert:
  zh: "个人编号 {worker_number} 和 {other_worker_number} 写了同一个证件号码，请核对"
  en: "the person numbers {worker_number} and {other_worker_number} stand with one identity number; please check"
*/
WITH stated AS (
    SELECT claim_id, 1 AS billed, worker_number, upper(trim(identity_number)) AS identity_number, insured_division_code
    FROM claims
    WHERE identity_number NOT LIKE '%*%'
    UNION ALL
    SELECT CAST(NULL AS VARCHAR) AS claim_id, 0 AS billed, worker_number,
           upper(trim(identity_number)) AS identity_number, insured_division_code
    FROM workers
    WHERE identity_number NOT LIKE '%*%'
),
several AS (
    SELECT identity_number, min(worker_number) AS lowest, max(worker_number) AS highest
    FROM stated
    WHERE worker_number IS NOT NULL AND identity_number IS NOT NULL
    GROUP BY identity_number
    HAVING count(DISTINCT worker_number) > 1
),
firsts AS (
    SELECT s.identity_number, s.worker_number, min(s.claim_id) AS claim_id, max(s.billed) AS billed,
           min(v.lowest) AS lowest, min(v.highest) AS highest,
           min(s.insured_division_code) AS division, count(DISTINCT s.insured_division_code) AS divisions_count
    FROM stated AS s
    JOIN several AS v ON v.identity_number = s.identity_number
    WHERE s.worker_number IS NOT NULL
    GROUP BY s.identity_number, s.worker_number
),
alike AS (
    SELECT identity_number, division
    FROM firsts
    WHERE divisions_count = 1
    GROUP BY identity_number, division
    HAVING count(*) > 1
)
SELECT f.claim_id,
       CAST(NULL AS BIGINT) AS line_row,
       CASE WHEN max(a.division) IS NOT NULL THEN 'fail' ELSE 'suspect' END AS verdict,
       CAST(0 AS DECIMAL(18,6)) AS amount,
       min(f.worker_number) AS worker_number,
       min(CASE WHEN f.worker_number = f.lowest THEN f.highest ELSE f.lowest END) AS other_worker_number
FROM firsts AS f
LEFT JOIN alike AS a ON a.identity_number = f.identity_number AND f.divisions_count = 1 AND a.division = f.division
WHERE f.billed = 1
GROUP BY f.claim_id, CASE WHEN f.claim_id IS NULL THEN f.identity_number END
