/*
title: {zh: 结算地不是参保地, en: Settled away from the place of insurance}
offence:
  zh: 办理结算的经办机构不在职工参保地（两个区划代码不同）
  en: the agency that settled is not that of the place of insurance (the two division codes differ)
not_an_offence:
  zh: 还没有结算的；一个代码只写到市（省）、另一个是它的区县（市县）时，可能只是写得粗，也可能真的不是一处，交人认定
  en: >-
    what is not settled yet; where one code is a city's (province's) and the other that of a part of it, it may be
    written roughly or really be another place, so a person judges
unknown: {zh: 没有参保地或者结算地代码, en: either code is missing}
money: {zh: 由谁结算不改变应付多少，按 0 计, en: "who settles does not change what is owed, so 0"}
bearer: fund
judges: {table: claims, where: "settled_on_none IS NOT TRUE"}
needs: {claims: [claim_id, insured_division_code, settling_division_code]}
optional: {claims: [settled_on]}
evidence:
  insured_division_code: {zh: 参保地, en: place of insurance}
  settling_division_code: {zh: 结算地, en: place of settlement}
  settled_on: {zh: 结算日期, en: settled on}
alert:
  zh: "职工在 {insured_division_code} 参保，由 {settling_division_code} 结算"
  en: "insured in {insured_division_code}, settled by {settling_division_code}"
*/
SELECT c.claim_id,
       CAST(NULL AS BIGINT) AS line_row,
       CASE WHEN c.insured_division_code IS NULL OR c.settling_division_code IS NULL THEN 'unknown'
            WHEN substr(c.insured_division_code, 1, 4) = substr(c.settling_division_code, 1, 4)
             AND (substr(c.insured_division_code, 5, 2) = '00' OR substr(c.settling_division_code, 5, 2) = '00')
            THEN 'review'
            WHEN substr(c.insured_division_code, 1, 2) = substr(c.settling_division_code, 1, 2)
             AND (substr(c.insured_division_code, 3, 4) = '0000' OR substr(c.settling_division_code, 3, 4) = '0000')
            THEN 'review'
            ELSE 'fail' END AS verdict,
       CAST(0 AS DECIMAL(18, 6)) AS amount,
       c.insured_division_code,
       c.settling_division_code,
       c.settled_on
FROM claims AS c
WHERE c.settled_on_none IS NOT TRUE
  AND (c.insured_division_code = c.settling_division_code) IS NOT TRUE
