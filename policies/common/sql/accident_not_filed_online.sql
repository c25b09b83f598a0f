/*
title: {zh: 工伤事故没有网上备案, en: Accident not filed online}
offence:
  zh: 工伤事故没有网上备案。要求的是能够网上办，没有写每件都必须网上办，所以交人认定，不判不符合
  en: >-
    the accident was not filed online; what is required is that it can be done online and not that each filing is, so a
    person judges and nothing fails
not_an_offence: {zh: 已经网上备案的, en: filed online}
unknown: {zh: 没有写是否网上备案, en: whether it was filed online is not told}
money: {zh: 不牵涉金额，按 0 计, en: "no money hangs on it, so 0"}
bearer: fund
judges: claims
needs: {claims: [claim_id, accident_filed_online]}
evidence: {accident_filed_online: {zh: 事故网上备案, en: accident filed online}}
alert: {zh: "工伤事故没有网上备案", en: "the accident was not filed online"}
*/
SELECT c.claim_id,
       CAST(NULL AS BIGINT) AS line_row,
       CASE WHEN c.accident_filed_online IS NULL THEN 'unknown' ELSE 'review' END AS verdict,
       CAST(0 AS DECIMAL(18, 6)) AS amount,
       c.accident_filed_online
FROM claims AS c
WHERE c.accident_filed_online IS NOT TRUE
