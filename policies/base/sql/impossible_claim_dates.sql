/*
title: {zh: 结算单日期不可能, en: Impossible dates of a claim}
offence:
  zh: 出院日期早于入院日期；结算日期早于入院日期；入院、出院或结算日期还没有到；结算日期写“无”，却转了工伤结算或已经支付。入院日期早于 2000 年的是疑点：多半是笔误
  en: >-
    discharged or settled before the admission; a day of admission, discharge or settlement that is still to come; said
    to be not settled, and yet converted or paid. An admission before 2000 is a suspicion, likely a slip
not_an_offence: {zh: 同一天的；没有写的；写“无”的, en: "the same day; what is not written, or declared as none"}
unknown: {zh: 无（没有写的不核对）, en: none (what is not written is not checked)}
money: {zh: 不计金额（资料核对）, en: none (a check of the data)}
bearer: institution
judges:
  table: claims
  where: "starts_on IS NOT NULL OR ends_on IS NOT NULL OR settled_on IS NOT NULL OR settled_on_none"
needs: {claims: []}
optional: {claims: [claim_id, starts_on, ends_on, settled_on, converted_on, paid_on, paid_amount]}
absent: not_applicable
evidence:
  starts_on: {zh: 入院日期, en: admitted on}
  ends_on: {zh: 出院日期, en: discharged on}
  settled_on: {zh: 结算日期, en: settled on}
  paid_on: {zh: 转工伤结算（支付）日期, en: converted or paid on}
alert:
  zh: "入院 {starts_on}，出院 {ends_on}，结算 {settled_on}，支付 {paid_on}，请核对"
  en: "admitted on {starts_on}, discharged on {ends_on}, settled on {settled_on}, paid on {paid_on}; please check"
*/
WITH strange AS (
    SELECT claim_id, row, starts_on, ends_on, settled_on, COALESCE(converted_on, paid_on) AS paid_on,
           CASE WHEN ends_on < starts_on OR settled_on < starts_on
                     OR starts_on > $judged_on OR ends_on > $judged_on OR settled_on > $judged_on
                     OR (settled_on_none
                         AND (converted_on IS NOT NULL OR paid_on IS NOT NULL OR paid_amount > 0)) THEN 1
                ELSE 0 END AS certain
    FROM claims
    WHERE ends_on < starts_on
       OR settled_on < starts_on
       OR starts_on > $judged_on
       OR ends_on > $judged_on
       OR settled_on > $judged_on
       OR starts_on < DATE '2000-01-01'
       OR (settled_on_none AND (converted_on IS NOT NULL OR paid_on IS NOT NULL OR paid_amount > 0))
)
SELECT claim_id,
       CAST(NULL AS BIGINT) AS line_row,
       CASE WHEN max(certain) = 1 THEN 'fail' ELSE 'suspect' END AS verdict,
       CAST(0 AS DECIMAL(18,6)) AS amount,
       max(starts_on) AS starts_on,
       min(ends_on) AS ends_on,
       min(settled_on) AS settled_on,
       min(paid_on) AS paid_on
FROM strange
GROUP BY claim_id, CASE WHEN claim_id IS NULL THEN row END
