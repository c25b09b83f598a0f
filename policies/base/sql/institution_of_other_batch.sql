/*
title: {zh: 结算单的机构不是批次的机构, en: Claims of an institution that is not the batch's}
offence:
  zh: 结算单写的申报机构不是本批次的机构。没有写申报机构，而就诊机构不是本批次机构的，是疑点：放错了批次，或者替别的机构申报（各地条款另判）
  en: >-
    the claim says that another institution than the batch's declares it. Where it does not say who declares it and the
    institution of the care is another, it is a suspicion: the wrong batch, or declared for others (which the regions
    judge)
not_an_offence: {zh: 写明由本批次的机构申报的；没有写机构代码的, en: claims that the batch's institution declares; claims without a code}
unknown: {zh: 无（没有写的不核对）, en: none (what is not written is not checked)}
money: {zh: 不计金额（资料核对）, en: none (a check of the data)}
bearer: institution
judges: {table: claims, where: "institution_code IS NOT NULL OR declaring_institution_code IS NOT NULL"}
needs: {claims: [], batch: [institution_code]}
optional: {claims: [claim_id, institution_code, declaring_institution_code]}
absent: not_applicable
evidence:
  institution_code: {zh: 就诊机构, en: institution of the care}
  declaring_institution_code: {zh: 申报机构, en: declared by}
  batch_institution_code: {zh: 批次的机构, en: institution of the batch}
alert:
  zh: "就诊机构 {institution_code}，申报机构 {declaring_institution_code}，批次的机构 {batch_institution_code}，请核对"
  en: >-
    care at {institution_code}, declared by {declaring_institution_code}, in a batch of {batch_institution_code}; please
    check
*/
WITH strange AS (
    SELECT c.claim_id, c.row, c.institution_code, c.declaring_institution_code,
           b.institution_code AS batch_institution_code
    FROM claims AS c
    CROSS JOIN batch AS b
    WHERE COALESCE(c.declaring_institution_code, c.institution_code) <> b.institution_code
)
SELECT claim_id,
       CAST(NULL AS BIGINT) AS line_row,
       CASE WHEN max(declaring_institution_code) IS NOT NULL THEN 'fail' ELSE 'suspect' END AS verdict,
       CAST(0 AS DECIMAL(18,6)) AS amount,
       max(institution_code) AS institution_code,
       max(declaring_institution_code) AS declaring_institution_code,
       max(batch_institution_code) AS batch_institution_code
FROM strange
GROUP BY claim_id, CASE WHEN claim_id IS NULL THEN row END
