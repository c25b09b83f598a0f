/*
title: {zh: 第三方造成的伤害实时结算, en: Injury by a third party settled in real time}
offence: {zh: 第三方造成的伤害，费用作了实时结算, en: costs of an injury that a third party caused were settled in real time}
not_an_offence: {zh: 事后报销的；不是第三方造成的, en: reimbursement; no third party}
unknown:
  zh: >-
    结算单和职工表都没有写是不是第三方造成，或者两处写的相反；写着不是第三方造成而第三人付了钱；职工有几次受伤而各次不同，结算单又没有写；
    没有结算方式；写着同一个证件号码的另一个个人编号在职工表里的记录与他的不同
  en: >-
    neither claim nor workers tell whether a third party caused it, or they contradict each other; none is said to have
    caused it, and one paid; several injuries that differ and the claim does not tell; mode of settlement
    missing; another number with the same identity number that stands otherwise among the workers
money: {zh: 基金支付的金额（本应先由单位或职工垫付）, en: "what the fund paid, which employer or worker should have advanced"}
bearer: worker
judges: {table: claims, where: "(settlement_mode = 'reimbursement') IS NOT TRUE"}
needs: {claims: [claim_id, settlement_mode]}
optional:
  claims: [worker_number, recognition_number, settled_on, fund_amount, third_party_caused, third_party_amount,
      identity_number, identity_type]
  workers: [worker_number, recognition_number, third_party_caused, identity_number]
absence: [workers]
evidence:
  third_party_caused: {zh: 第三方造成, en: by a third party}
  recognition_number: {zh: 认定书编号, en: recognition number}
  settled_on: {zh: 结算日期, en: settled on}
alert: {zh: "第三方造成的伤害不能实时结算", en: "an injury by a third party cannot be settled in real time"}
*/
WITH
-- part: worker_entries,
realtime AS (
    SELECT c.row AS claim_row, c.claim_id, c.worker_number, c.recognition_number, c.settlement_mode, c.fund_amount,
           c.third_party_caused, c.third_party_amount, c.settled_on
    FROM claims AS c
    WHERE (c.settlement_mode = 'reimbursement') IS NOT TRUE
), known AS (
    SELECT r.claim_row,
           count(*) AS injuries,
           count(*) FILTER (WHERE w.third_party_caused) AS caused,
           count(*) FILTER (WHERE w.third_party_caused IS FALSE) AS not_caused,
           count(*) FILTER (WHERE w.recognition_number = r.recognition_number) AS same,
           count(*) FILTER (WHERE w.recognition_number = r.recognition_number AND w.third_party_caused) AS same_caused,
           count(*) FILTER (WHERE w.recognition_number = r.recognition_number AND w.third_party_caused IS FALSE)
               AS same_not_caused
    FROM realtime AS r
    JOIN worker_entries AS e ON e.worker_number = r.worker_number
    JOIN workers AS w ON w.row = e.entry_row
    WHERE r.recognition_number IS NULL OR w.recognition_number IS NULL
       OR w.recognition_number = r.recognition_number
    GROUP BY r.claim_row
), judged AS (
    SELECT r.claim_id, r.recognition_number, r.settlement_mode, r.fund_amount, r.settled_on,
           CASE WHEN r.third_party_caused IS FALSE AND k.same > 0 AND k.same = k.same_caused THEN NULL
                WHEN r.third_party_caused AND k.same > 0 AND k.same = k.same_not_caused THEN NULL
                WHEN k.caused = k.injuries AND r.third_party_caused IS NOT FALSE THEN TRUE
                WHEN r.third_party_amount > 0 AND r.third_party_caused IS NOT TRUE THEN NULL
                WHEN k.not_caused = k.injuries AND r.third_party_caused IS NOT TRUE THEN FALSE
                WHEN (k.caused = k.injuries OR k.not_caused = k.injuries) IS NOT TRUE THEN r.third_party_caused
           END AS third_party_caused
    FROM realtime AS r
    LEFT JOIN known AS k ON k.claim_row = r.claim_row
)
SELECT j.claim_id,
       CAST(NULL AS BIGINT) AS line_row,
       CASE WHEN j.settlement_mode = 'realtime' AND j.third_party_caused THEN 'fail' ELSE 'unknown' END AS verdict,
       j.fund_amount AS amount,
       j.third_party_caused,
       j.recognition_number,
       j.settled_on
FROM judged AS j
WHERE (j.settlement_mode = 'realtime' AND j.third_party_caused IS FALSE) IS NOT TRUE
