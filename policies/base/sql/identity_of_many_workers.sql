/*
title: {zh: 一个证件号码写给了很多人, en: One identity number for many}
offence:
  zh: 一个证件号码同 50 个以上（不含 50）的个人编号写在一起：一个人没有这么多编号，是随手填的号码；按人核对重叠、重复、频繁的规则不凭它把几个编号当作一个人
  en: >-
    an identity number that stands with more than 50 person numbers: nobody has so many, it was filled in for many; the
    rules that look at one person (overlaps, repetitions, frequency) take no numbers together by it
not_an_offence:
  zh: 50 个及以下的（两个以上的由另一条核对）；有遮盖的号码；没有写的
  en: 50 or fewer, which another check tells of; masked numbers; none told
unknown: {zh: 无（没有写的不核对）, en: none (what is not written is not checked)}
money: {zh: 不计金额（资料核对）, en: none (a check of the data)}
bearer: institution
judges:
- {table: claims, where: "worker_number IS NOT NULL AND identity_number NOT LIKE '%*%'"}
- {table: workers, where: "worker_number IS NOT NULL AND identity_number NOT LIKE '%*%'"}
needs: {claims: [worker_number]}
optional: {claims: [identity_number], workers: [worker_number, identity_number]}
absent: not_applicable
evidence:
  workers_count: {zh: 个人编号, en: person numbers, unit: 个}
  worker_number: {zh: 其中一个, en: one of them}
alert:
  zh: "个人编号 {worker_number} 等 {workers_count} 个编号写的是同一个证件号码，请核对"
  en: "{workers_count} person numbers, {worker_number} among them, have one identity number; please check"
*/
WITH stated AS (
    SELECT worker_number, upper(trim(identity_number)) AS number FROM claims WHERE identity_number NOT LIKE '%*%'
    UNION ALL
    SELECT worker_number, upper(trim(identity_number)) AS number FROM workers WHERE identity_number NOT LIKE '%*%'
),
keyed AS (
    SELECT worker_number,
           CASE WHEN length(number) = 18 THEN substr(number, 1, 17)
                WHEN length(number) = 15 THEN concat(substr(number, 1, 6), '19', substr(number, 7, 9))
                ELSE number END AS number
    FROM stated
    WHERE worker_number IS NOT NULL
)
SELECT CAST(NULL AS VARCHAR) AS claim_id,
       CAST(NULL AS BIGINT) AS line_row,
       'fail' AS verdict,
       CAST(0 AS DECIMAL(18, 6)) AS amount,
       count(DISTINCT k.worker_number) AS workers_count,
       min(k.worker_number) AS worker_number
FROM keyed AS k
GROUP BY k.number
HAVING count(DISTINCT k.worker_number) > 50
