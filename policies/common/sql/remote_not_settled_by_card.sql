/*
title: {zh: 异地就医没有持卡直接结算, en: Care elsewhere not settled directly by card}
offence:
  zh: 在参保市以外就医，没有持社会保障卡直接结算。要求是“尽快实现”，所以交人认定，不判不符合
  en: >-
    care outside the city of insurance not settled directly by card; that is to come as soon as possible, so a person
    judges and nothing fails
not_an_offence:
  zh: 在参保市以内就医的；持卡联网结算的；还没有结算的
  en: care within the city of insurance; settled online by card; not settled yet
unknown:
  zh: 没有参保地、就医地，或者只写到省而没有持卡联网结算；没有写是否持卡、是否联网结算；写着持卡联网结算，结算方式却是事后报销
  en: >-
    either division missing, or told by its province only and not settled online by card; card or online settlement is
    not told; settled online by card and yet reimbursed afterwards
money: {zh: 结算方式不改变应付多少，按 0 计, en: "the way of settlement does not change what is owed, so 0"}
bearer: worker
judges:
  table: claims
  where: >-
    (substr(insured_division_code, 1, 4) = substr(care_division_code, 1, 4) AND substr(insured_division_code, 3, 2) <>
    '00') IS NOT TRUE AND settled_on_none IS NOT TRUE
needs: {claims: [claim_id, insured_division_code, care_division_code, settled_with_card, settled_online]}
optional: {claims: [settled_on, settlement_mode]}
evidence:
  insured_division_code: {zh: 参保地, en: place of insurance}
  care_division_code: {zh: 就医地, en: place of care}
  settled_with_card: {zh: 持卡结算, en: settled by card}
  settled_online: {zh: 联网结算, en: settled online}
alert:
  zh: "{insured_division_code} 参保，在 {care_division_code} 就医，没有持卡直接结算"
  en: "insured in {insured_division_code}, care in {care_division_code} not settled by card"
*/
SELECT c.claim_id,
       CAST(NULL AS BIGINT) AS line_row,
       CASE WHEN c.insured_division_code IS NULL OR c.care_division_code IS NULL THEN 'unknown'
            WHEN substr(c.insured_division_code, 1, 2) = substr(c.care_division_code, 1, 2)
                 AND (substr(c.insured_division_code, 3, 2) = '00' OR substr(c.care_division_code, 3, 2) = '00')
            THEN 'unknown'
            WHEN c.settled_with_card IS FALSE OR c.settled_online IS FALSE THEN 'review'
            ELSE 'unknown' END AS verdict,
       CAST(0 AS DECIMAL(18, 6)) AS amount,
       c.insured_division_code,
       c.care_division_code,
       c.settled_with_card,
       c.settled_online
FROM claims AS c
WHERE (substr(c.insured_division_code, 1, 4) = substr(c.care_division_code, 1, 4)
       AND substr(c.insured_division_code, 3, 2) <> '00') IS NOT TRUE
  AND c.settled_on_none IS NOT TRUE
  AND (c.insured_division_code IS NOT NULL AND c.care_division_code IS NOT NULL
       AND c.settled_with_card AND c.settled_online
       AND (c.settlement_mode = 'reimbursement') IS NOT TRUE) IS NOT TRUE
