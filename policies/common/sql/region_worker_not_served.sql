/*
title: {zh: 区内外地职工没有持卡就医、直接结算, en: A worker from elsewhere in the region not served by card}
offence:
  zh: 本省（区）其他市县参保的职工来本机构住院（含康复住院），就医没有持卡（码），或者已认定工伤而没有实时结算，要职工回参保地报销
  en: >-
    a stay (of rehabilitation too) of a worker insured elsewhere in the region without the card at the visit, or, of a
    recognised injury, not settled in real time so that the worker has to claim back
not_an_offence:
  zh: 本地参保的；区外参保或区外就医的；还没有结算的；结算时还没有认定而事后报销的（认定前先垫付）。不收治的职工不会出现在结算单里，这里查不出来
  en: >-
    insured in the same place; insured or treated outside the region; not settled yet; reimbursement of an injury not
    recognised when it was settled, since costs are advanced before. Workers who were turned away have no claim, so they
    cannot be found here
unknown:
  zh: >-
    没有就诊类别、参保地、就医地（或者两处都只写到自治区）、结算方式，或者没有写是否持卡；康复而看不出是不是住院（没有住院流水号、床号）；
    事后报销而看不出结算时认定没有（结算单没有认定书编号，职工表也没有；出院以后、结算以前认定或者没有结算日期（结算的可能是先垫付的）；写着同一个证件号码的另一个个人编号在职工表里的记录与他的不同）
  en: >-
    category of visit, a division (or both told by the region only), mode of settlement or the card missing;
    rehabilitation that does not show whether it was a stay (neither inpatient nor bed number); reimbursed and nothing
    tells whether the injury was recognised when it was settled (recognised after discharge and before the settlement,
    or its day not told: it may be of what was advanced; another number with the same identity number stands otherwise
    among the workers)
money: {zh: 结算方式不改变应付多少，按 0 计, en: "the way of settlement does not change what is owed, so 0"}
bearer: worker
judges:
  table: claims
  where: >-
    (visit_category IN ('inpatient', 'rehabilitation') OR visit_category IS NULL) AND settled_on_none IS NOT TRUE AND
    (insured_division_code = care_division_code AND substr(care_division_code, 3, 4) <> '0000') IS NOT TRUE AND
    (substr(insured_division_code, 1, 2) <> $region) IS NOT TRUE AND (substr(care_division_code, 1, 2) <> $region) IS
    NOT TRUE
needs:
  claims: [claim_id, visit_category, insured_division_code, care_division_code, settlement_mode, settled_with_card]
optional:
  claims: [worker_number, recognition_number, inpatient_number, bed_number, ends_on, settled_on,
      identity_number, identity_type]
  workers: [worker_number, recognition_number, recognized_on, identity_number]
absence: [workers]
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
WITH
-- part: worker_entries,
stays_in_region AS (
    SELECT c.row AS claim_row, c.claim_id, c.worker_number, c.recognition_number, c.insured_division_code,
           c.care_division_code, c.settlement_mode, c.settled_with_card,
           c.insured_division_code IS NOT NULL AND c.care_division_code IS NOT NULL AND c.visit_category IS NOT NULL
               AND (c.insured_division_code = c.care_division_code) IS NOT TRUE AS elsewhere,
           c.visit_category = 'inpatient' OR c.inpatient_number IS NOT NULL OR c.bed_number IS NOT NULL AS inpatient,
           c.ends_on, COALESCE(c.settled_on, c.ends_on) AS settled_on, c.settled_on AS told_settled_on
    FROM claims AS c
    WHERE (c.visit_category IN ('inpatient', 'rehabilitation') OR c.visit_category IS NULL)
      AND c.settled_on_none IS NOT TRUE
      AND (c.insured_division_code = c.care_division_code AND substr(c.care_division_code, 3, 4) <> '0000') IS NOT TRUE
      AND (substr(c.insured_division_code, 1, 2) <> $region) IS NOT TRUE
      AND (substr(c.care_division_code, 1, 2) <> $region) IS NOT TRUE
),
-- part: recognitions_of_stays
SELECT s.claim_id,
       CAST(NULL AS BIGINT) AS line_row,
       CASE WHEN NOT s.elsewhere OR s.inpatient IS NOT TRUE THEN 'unknown'
            WHEN s.settlement_mode = 'reimbursement'
             AND (k.in_time = k.injuries OR (k.claim_row IS NULL AND s.recognition_number IS NOT NULL)) THEN 'fail'
            WHEN s.settlement_mode = 'realtime' AND s.settled_with_card IS FALSE THEN 'fail'
            ELSE 'unknown' END AS verdict,
       CAST(0 AS DECIMAL(18, 6)) AS amount,
       s.insured_division_code,
       s.care_division_code,
       s.settlement_mode,
       s.settled_with_card
FROM stays_in_region AS s
LEFT JOIN known AS k ON k.claim_row = s.claim_row
WHERE (s.elsewhere AND s.settlement_mode = 'realtime' AND s.settled_with_card) IS NOT TRUE
  AND (s.elsewhere AND s.settlement_mode = 'reimbursement' AND k.late = k.injuries) IS NOT TRUE
