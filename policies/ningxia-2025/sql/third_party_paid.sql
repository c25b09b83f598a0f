/*
title: {zh: 第三方已付的费用由基金再付, en: the fund pays what a third party has paid}
offence:
  zh: 基金支付金额加上第三方已付的医疗费，超过费用总额
  en: what the fund pays and what the third party has paid come to more than the total
not_an_offence:
  zh: 没有第三方责任；第三方没有付过医疗费；两者之和不超过总额
  en: no third party; nothing paid by one; together no more than the total
unknown:
  zh: 有第三方责任（或者不知道有没有，或者结算单写没有而职工表写有，或者写着同一个证件号码的另一个个人编号有）而没有填第三方已付金额；没有总额或基金支付金额；第三方已付金额是负数
  en: >-
    a third party (or none known of, or none by the claim and one by the list of workers, or one of another number with
    the same identity number) and no answer for what it paid; no total, or nothing known of the fund's part; less than
    nothing paid by the third party
money: {zh: 超过总额的部分（至多是基金支付金额）, en: "what exceeds the total, at most what the fund pays"}
bearer: worker
judges:
- {table: claims, where: "third_party_caused IS NULL OR third_party_caused OR third_party_amount <> 0"}
- {table: workers, where: third_party_caused}
needs: {claims: [claim_id, third_party_caused, third_party_amount, total_amount, fund_amount]}
optional:
  claims: [worker_number, recognition_number, starts_on, identity_number, identity_type]
  workers: [worker_number, recognition_number, third_party_caused, identity_number]
evidence:
  starts_on: {zh: 就诊日期, en: visit on}
  total_amount: {zh: 总金额, en: total, unit: 元}
  fund_amount: {zh: 基金支付金额, en: fund pays, unit: 元}
  third_party_amount: {zh: 第三方已付金额, en: paid by the third party, unit: 元}
alert:
  zh: "{starts_on} 就诊：第三方已付 {third_party_amount} 元，基金不应再支付这一部分"
  en: "visit of {starts_on}: the third party has paid {third_party_amount} yuan, which the fund should not pay again"
*/
WITH
-- part: worker_entries,
injuries AS (
  SELECT
    c.row,
    count(*) AS injuries_count,
    count(CASE WHEN w.third_party_caused THEN 1 END) AS caused_count,
    count(CASE WHEN NOT w.third_party_caused THEN 1 END) AS not_caused_count,
    count(CASE WHEN w.recognition_number = c.recognition_number THEN 1 END) AS same_count,
    count(CASE WHEN w.third_party_caused AND w.recognition_number = c.recognition_number THEN 1 END) AS same_caused
  FROM claims AS c
  JOIN worker_entries AS e ON e.worker_number = c.worker_number
  JOIN workers AS w ON w.row = e.entry_row
  WHERE c.recognition_number IS NULL OR w.recognition_number IS NULL OR w.recognition_number = c.recognition_number
  GROUP BY c.row
),
judged AS (
  SELECT
    c.row,
    CASE
      WHEN NOT c.third_party_caused AND (k.caused_count = k.injuries_count
        OR (k.same_caused > 0 AND k.same_caused = k.same_count)) THEN NULL
      ELSE COALESCE(c.third_party_caused, CASE WHEN k.not_caused_count = k.injuries_count THEN FALSE
          WHEN k.caused_count = k.injuries_count THEN TRUE END)
    END AS third_party,
    c.fund_amount + c.third_party_amount - c.total_amount AS paid_twice_amount
  FROM claims AS c
  LEFT JOIN injuries AS k ON k.row = c.row
)
SELECT
  c.claim_id,
  CAST(NULL AS BIGINT) AS line_row,
  CASE WHEN j.paid_twice_amount > 0 AND c.third_party_amount > 0 THEN 'fail' ELSE 'unknown' END AS verdict,
  CASE WHEN j.paid_twice_amount > 0 THEN least(j.paid_twice_amount, c.fund_amount) END AS amount,
  c.starts_on,
  c.total_amount,
  c.fund_amount,
  c.third_party_amount
FROM claims AS c
JOIN judged AS j ON j.row = c.row
WHERE (
  (NOT j.third_party AND COALESCE(c.third_party_amount, 0) = 0)
  OR c.third_party_amount = 0
  OR c.fund_amount <= 0
  OR (j.paid_twice_amount <= 0 AND c.third_party_amount > 0)
) IS NOT TRUE
