/*
title: {zh: 区内外地职工没有持卡就医、直接结算, en: A worker from elsewhere in the region not served by card}
offence:
  zh: 本省（区）其他市县参保的职工来本机构住院，就医没有持卡（码），或者没有实时结算，要职工回参保地报销
  en: >-
    a stay of a worker insured elsewhere in the region without the card at the visit, or not settled in real time so
    that the worker has to claim back
not_an_offence:
  zh: 本地参保的；区外参保或区外就医的；还没有结算的；没有认定书编号而事后报销的（认定前先垫付）。不收治的职工不会出现在结算单里，这里查不出来
  en: >-
    insured in the same place; insured or treated outside the region; not settled yet; reimbursement without a
    recognition number, as before the recognition costs are advanced. Workers who were turned away have no claim, so
    they cannot be found here
unknown:
  zh: 没有就诊类别、参保地、就医地、结算方式，或者没有写是否持卡
  en: "category of visit, a division, mode of settlement or the card missing"
money: {zh: 结算方式不改变应付多少，按 0 计, en: "the way of settlement does not change what is owed, so 0"}
bearer: worker
judges:
  table: claims
  where: >-
    (visit_category = 'inpatient' OR visit_category IS NULL) AND settled_on_none IS NOT TRUE AND (insured_division_code
    = care_division_code) IS NOT TRUE AND (substr(insured_division_code, 1, 2) <> $region) IS NOT TRUE AND
    (substr(care_division_code, 1, 2) <> $region) IS NOT TRUE
needs:
  claims: [claim_id, visit_category, insured_division_code, care_division_code, settlement_mode, settled_with_card]
optional: {claims: [recognition_number, settled_on]}
parameters: {region: {zh: 省级区划代码的前两位, en: first two digits of the region's code, type: text}}
evidence:
  insured_division_code: {zh: 参保地, en: place of insurance}
  care_division_code: {zh: 就医地, en: place of care}
  settlement_mode: {zh: 结算方式, en: mode of settlement}
  settled_with_card: {zh: 持卡, en: by card}
alert:
  zh: "{insured_division_code} 参保的职工应持卡就医、直接结算"
  en: "a worker insured in {insured_division_code} is served by card and settled directly"
*/
SELECT c.claim_id,
       CAST(NULL AS BIGINT) AS line_row,
       CASE WHEN c.visit_category IS NULL OR c.insured_division_code IS NULL
           OR c.care_division_code IS NULL THEN 'unknown'
            WHEN c.settlement_mode = 'reimbursement' AND c.recognition_number IS NOT NULL THEN 'fail'
            WHEN c.settlement_mode = 'realtime' AND c.settled_with_card IS FALSE THEN 'fail'
            ELSE 'unknown' END AS verdict,
       CAST(0 AS DECIMAL(18, 6)) AS amount,
       c.insured_division_code,
       c.care_division_code,
       c.settlement_mode,
       c.settled_with_card
FROM claims AS c
WHERE (c.visit_category = 'inpatient' OR c.visit_category IS NULL)
  AND c.settled_on_none IS NOT TRUE
  AND (c.insured_division_code = c.care_division_code) IS NOT TRUE
  AND (substr(c.insured_division_code, 1, 2) <> $region) IS NOT TRUE
  AND (substr(c.care_division_code, 1, 2) <> $region) IS NOT TRUE
  AND (c.visit_category = 'inpatient' AND c.insured_division_code IS NOT NULL AND c.care_division_code IS NOT NULL
       AND ((c.settlement_mode = 'realtime' AND c.settled_with_card)
            OR (c.settlement_mode = 'reimbursement' AND c.recognition_number IS NULL))) IS NOT TRUE
