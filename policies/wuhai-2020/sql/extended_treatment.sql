/*
title: {zh: 擅自延长治疗期、康复期, en: treatment extended without authority}
offence: {zh: 延长了治疗期或康复期，而延长没有经过批准, en: treatment or rehabilitation was extended without approval}
not_an_offence: {zh: 没有延长；延长经过批准, en: not extended; extended with approval}
unknown: {zh: 不知道是否延长；延长了而不知道是否批准, en: "not known whether it was extended; extended, and not known whether approved"}
money: {zh: 延长期间的费用，数据里分不出来, en: the costs of the extension; the data do not tell them apart}
bearer: institution
judges: claims
needs: {claims: [claim_id, extended, extension_approved]}
optional: {claims: [starts_on, ends_on]}
evidence:
  starts_on: {zh: 就诊日期, en: visit on}
  ends_on: {zh: 出院日期, en: until}
alert: {zh: "{starts_on} 就诊：延长治疗（康复）期限没有经过批准", en: "visit of {starts_on}: extended without approval"}
*/
SELECT
  c.claim_id,
  CAST(NULL AS BIGINT) AS line_row,
  CASE WHEN c.extended AND NOT c.extension_approved THEN 'fail' ELSE 'unknown' END AS verdict,
  CAST(NULL AS DECIMAL(18, 6)) AS amount,
  c.starts_on,
  c.ends_on
FROM claims AS c
WHERE (NOT c.extended OR c.extension_approved) IS NOT TRUE
