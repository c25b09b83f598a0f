/*
title: {zh: 结算地不是就医地, en: Settled away from the place of care}
offence:
  zh: 在本省（区）内就医、实时结算的，办理结算的经办机构不在就医地（两个区划代码不同）
  en: >-
    care within the region settled in real time by an agency that is not that of the place of care (the two codes
    differ)
not_an_offence:
  zh: 还没有结算的；事后报销的（回参保地办）；区外就医的；一个代码只写到市（省）、另一个是它的区县（市县）的，交人认定
  en: >-
    what is not settled yet; reimbursement, which the place of insurance handles; care outside the region; where one
    code is a city's (province's) and the other that of a part of it, a person judges
unknown: {zh: 没有结算方式、就医地或者结算地代码, en: mode of settlement or either code is missing}
money: {zh: 由谁结算不改变应付多少，按 0 计, en: "who settles does not change what is owed, so 0"}
bearer: fund
judges:
  table: claims
  where: >-
    settled_on_none IS NOT TRUE AND (settlement_mode = 'reimbursement') IS NOT TRUE
    AND (substr(care_division_code, 1, 2) <> $region) IS NOT TRUE
needs: {claims: [claim_id, settlement_mode, care_division_code, settling_division_code]}
optional: {claims: [settled_on]}
parameters: {region: {zh: 省级区划代码的前两位, en: first two digits of the region's code, type: text}}
evidence:
  care_division_code: {zh: 就医地, en: place of care}
  settling_division_code: {zh: 结算地, en: place of settlement}
  settlement_mode: {zh: 结算方式, en: mode of settlement}
alert:
  zh: "在 {care_division_code} 就医，由 {settling_division_code} 结算"
  en: "care in {care_division_code}, settled by {settling_division_code}"
*/
SELECT c.claim_id,
       CAST(NULL AS BIGINT) AS line_row,
       CASE WHEN c.settlement_mode IS NULL OR c.care_division_code IS NULL OR c.settling_division_code IS NULL
            THEN 'unknown'
            WHEN substr(c.care_division_code, 1, 4) = substr(c.settling_division_code, 1, 4)
             AND (substr(c.care_division_code, 5, 2) = '00' OR substr(c.settling_division_code, 5, 2) = '00')
            THEN 'review'
            WHEN substr(c.care_division_code, 1, 2) = substr(c.settling_division_code, 1, 2)
             AND (substr(c.care_division_code, 3, 4) = '0000' OR substr(c.settling_division_code, 3, 4) = '0000')
            THEN 'review'
            ELSE 'fail' END AS verdict,
       CAST(0 AS DECIMAL(18, 6)) AS amount,
       c.care_division_code,
       c.settling_division_code,
       c.settlement_mode
FROM claims AS c
WHERE c.settled_on_none IS NOT TRUE
  AND (c.settlement_mode = 'reimbursement') IS NOT TRUE
  AND (substr(c.care_division_code, 1, 2) <> $region) IS NOT TRUE
  AND (c.settlement_mode = 'realtime' AND c.care_division_code = c.settling_division_code) IS NOT TRUE
