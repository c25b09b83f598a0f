/*
title: {zh: 区内住院没有持卡联网结算, en: A stay in the region not settled online by card}
offence:
  zh: 本省（区）参保、已认定工伤的职工，在本省（区）协议机构住院（含康复住院），没有联网结算或者没有持卡（码）结算
  en: >-
    a stay (of rehabilitation too) in the region of a worker insured there with a recognised injury, not settled
    online or not by card or code
not_an_offence:
  zh: 门诊；区外参保或区外就医的；还没有结算的；结算时还没有认定的（先垫付，认定后再转）；急诊先到最近机构的，交人认定
  en: >-
    visits without a stay; insured or treated outside the region; not settled yet; not recognised when settled, which is
    advanced first; emergencies, which may be at the nearest institution, go to a person
unknown:
  zh: >-
    没有就诊类别、参保地、就医地；没有写是否联网、是否持卡；写着持卡联网结算，结算方式却是事后报销；没有联网、持卡的康复看不出是不是住院（没有住院流水号、床号）；没有联网而看不出结算时认定没有（结算单没有认定书编号，
    职工表也没有；出院以后、结算以前认定或者没有结算日期（结算的可能是先垫付的）；写着同一个证件号码的另一个个人编号在职工表里的记录与他的不同）
  en: >-
    category of visit or a division missing; online or card not told; settled online by card and yet reimbursed
    afterwards; rehabilitation not settled so that does not show whether it was a stay (neither inpatient nor bed
    number); not online and nothing tells whether the injury was recognised when it was settled (recognised after
    discharge and before the settlement, or its day not told: it may be of what was advanced; another number with the
    same identity number stands otherwise among the workers)
money: {zh: 结算方式不改变应付多少，按 0 计, en: "the way of settlement does not change what is owed, so 0"}
bearer: worker
judges:
  table: claims
  where: >-
    (visit_category IN ('inpatient', 'rehabilitation') OR visit_category IS NULL) AND settled_on_none IS NOT TRUE AND
    (substr(insured_division_code, 1, 2) <> $region) IS NOT TRUE AND (substr(care_division_code, 1, 2) <> $region) IS
    NOT TRUE
needs:
  claims: [claim_id, visit_category, insured_division_code, care_division_code, settled_online, settled_with_card]
optional:
  claims: [worker_number, emergency, recognition_number, inpatient_number, bed_number, ends_on, settled_on,
      settlement_mode, identity_number, identity_type]
  workers: [worker_number, recognition_number, recognized_on, identity_number]
absence: [workers]
parameters: {region: {zh: 省级区划代码的前两位, en: first two digits of the region's code, type: text}}
evidence:
  settled_online: {zh: 联网结算, en: settled online}
  settled_with_card: {zh: 持卡结算, en: settled by card}
  insured_division_code: {zh: 参保地, en: place of insurance}
  care_division_code: {zh: 就医地, en: place of care}
alert: {zh: "区内住院应持卡联网结算", en: "stays in the region settle online by card"}
*/
WITH
-- part: worker_entries,
stays_in_region AS (
    SELECT c.row AS claim_row, c.claim_id, c.worker_number, c.recognition_number, c.visit_category, c.emergency,
           c.insured_division_code, c.care_division_code, c.settled_online, c.settled_with_card,
           c.settled_online AND c.settled_with_card AND c.settlement_mode = 'reimbursement' AS contradicted,
           c.visit_category = 'inpatient' OR c.inpatient_number IS NOT NULL OR c.bed_number IS NOT NULL AS inpatient,
           c.ends_on, COALESCE(c.settled_on, c.ends_on) AS settled_on, c.settled_on AS told_settled_on
    FROM claims AS c
    WHERE (c.visit_category IN ('inpatient', 'rehabilitation') OR c.visit_category IS NULL)
      AND c.settled_on_none IS NOT TRUE
      AND (substr(c.insured_division_code, 1, 2) <> $region) IS NOT TRUE
      AND (substr(c.care_division_code, 1, 2) <> $region) IS NOT TRUE
),
-- part: recognitions_of_stays
SELECT s.claim_id,
       CAST(NULL AS BIGINT) AS line_row,
       CASE WHEN s.visit_category IS NULL OR s.insured_division_code IS NULL OR s.care_division_code IS NULL
              OR s.inpatient IS NOT TRUE OR s.contradicted THEN 'unknown'
            WHEN s.settled_online AND s.settled_with_card IS NULL THEN 'unknown'
            WHEN s.settled_with_card AND s.settled_online IS NULL THEN 'unknown'
            WHEN s.settled_online IS NULL AND s.settled_with_card IS NULL THEN 'unknown'
            WHEN (k.in_time = k.injuries OR (k.claim_row IS NULL AND s.recognition_number IS NOT NULL)) IS NOT TRUE
            THEN 'unknown'
            WHEN s.emergency THEN 'review'
            ELSE 'fail' END AS verdict,
       CAST(0 AS DECIMAL(18, 6)) AS amount,
       s.settled_online,
       s.settled_with_card,
       s.insured_division_code,
       s.care_division_code
FROM stays_in_region AS s
LEFT JOIN known AS k ON k.claim_row = s.claim_row
WHERE (s.visit_category IS NOT NULL AND s.insured_division_code IS NOT NULL AND s.care_division_code IS NOT NULL
       AND s.settled_online AND s.settled_with_card AND s.contradicted IS NOT TRUE) IS NOT TRUE
  AND (k.late = k.injuries) IS NOT TRUE
