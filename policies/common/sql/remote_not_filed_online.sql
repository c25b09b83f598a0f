/*
title: {zh: 异地就医没有网上备案, en: Care elsewhere not filed online}
offence:
  zh: 在参保市以外就医，没有网上备案。要求的是能够网上办，没有写每件都必须网上办，所以交人认定，不判不符合
  en: >-
    care outside the city of insurance not filed online; what is required is that it can be done online and not that
    each filing is, so a person judges and nothing fails
not_an_offence: {zh: 在参保市以内就医的；已经网上备案的, en: care within the city of insurance; filed online}
unknown:
  zh: 没有参保地、就医地，或者只写到省而没有网上备案；没有写是否网上备案
  en: "either division missing, or told by its province only and not filed; whether it was filed online is not told"
money: {zh: 不牵涉金额，按 0 计, en: "no money hangs on it, so 0"}
bearer: fund
judges:
  table: claims
  where: >-
    (substr(insured_division_code, 1, 4) = substr(care_division_code, 1, 4) AND substr(insured_division_code, 3, 2) <>
    '00') IS NOT TRUE
needs: {claims: [claim_id, insured_division_code, care_division_code, remote_filed_online]}
evidence:
  insured_division_code: {zh: 参保地, en: place of insurance}
  care_division_code: {zh: 就医地, en: place of care}
  remote_filed_online: {zh: 网上备案, en: filed online}
alert:
  zh: "{insured_division_code} 参保，在 {care_division_code} 就医，没有网上备案"
  en: "insured in {insured_division_code}, care in {care_division_code} not filed online"
*/
SELECT c.claim_id,
       CAST(NULL AS BIGINT) AS line_row,
       CASE WHEN c.insured_division_code IS NULL OR c.care_division_code IS NULL OR c.remote_filed_online IS NULL
            THEN 'unknown'
            WHEN substr(c.insured_division_code, 1, 2) = substr(c.care_division_code, 1, 2)
                 AND (substr(c.insured_division_code, 3, 2) = '00' OR substr(c.care_division_code, 3, 2) = '00')
            THEN 'unknown'
            ELSE 'review' END AS verdict,
       CAST(0 AS DECIMAL(18, 6)) AS amount,
       c.insured_division_code,
       c.care_division_code,
       c.remote_filed_online
FROM claims AS c
WHERE (substr(c.insured_division_code, 1, 4) = substr(c.care_division_code, 1, 4)
       AND substr(c.insured_division_code, 3, 2) <> '00') IS NOT TRUE
  AND (c.insured_division_code IS NOT NULL AND c.care_division_code IS NOT NULL AND c.remote_filed_online) IS NOT TRUE
