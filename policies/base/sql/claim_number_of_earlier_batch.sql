/*
title: {zh: 结算单号前面的批次已有, en: A claim number of an earlier batch}
offence:
  zh: >-
    同一机构先判的另一批（文件在前）里有同一个结算单号的结算单。有一批只给了明细的，可能是一张结算单的明细分在两批，
    由人核对
  en: >-
    another batch of the same institution that is judged before (its file comes first) has a claim of this number; where
    one of the two has only lines, they may be lines of one claim in two batches, and a person looks
not_an_offence:
  zh: 别的机构的同号结算单；前面各批或本批里这个号的金额合计不是正数的（退费、冲销后没有剩下的）
  en: >-
    a claim of another institution with the same number; a number under which no money is left in the batches before, or
    in this one (refunds and reversals)
unknown: {zh: 一批写了机构代码而另一批没有，不知是不是同一家机构, en: only one of the two says of which institution it is}
money: {zh: 不计金额（资料核对）, en: none (a check of the data)}
bearer: institution
judges: claim_numbers
needs: {batch: []}
optional:
  claims: [claim_id, institution_code, declaring_institution_code, total_amount]
  lines: [claim_id, amount]
absent: not_applicable
evidence:
  earlier_batch: {zh: 前面的批次, en: earlier batch}
  earlier_file: {zh: 前面批次的文件, en: its file}
  earlier_row: {zh: 前面批次的行, en: its row}
alert:
  zh: "结算单号在批次 {earlier_batch} 里也有（{earlier_file} 第 {earlier_row} 行），请核对是不是重复申报"
  en: "batch {earlier_batch} has this number too ({earlier_file}, row {earlier_row}); please check for a double claim"
*/
WITH shared AS (
    SELECT n.claim_id, n.row, n.listed, e.row AS earlier_row, e.listed AS earlier_listed,
           e.total_amount AS earlier_amount,
           (n.institution_code IS NULL) = (e.institution_code IS NULL) AS of_one_institution
    FROM claim_numbers AS n
    JOIN earlier_claims AS e ON e.claim_id = n.claim_id
    WHERE (n.institution_code <> e.institution_code) IS NOT TRUE AND (n.total_amount <= 0) IS NOT TRUE
),
numbers AS (
    SELECT claim_id, min(row) AS row, min(earlier_row) AS earlier_row,
           max(CASE WHEN listed THEN 1 ELSE 0 END) AS listed,
           max(CASE WHEN earlier_listed THEN 1 ELSE 0 END) AS earlier_listed,
           max(CASE WHEN of_one_institution THEN 1 ELSE 0 END) AS of_one_institution
    FROM shared
    GROUP BY claim_id
    HAVING (sum(earlier_amount) <= 0 AND count(earlier_amount) = count(*)) IS NOT TRUE
)
SELECT n.claim_id,
       CASE WHEN n.listed = 0 THEN n.row END AS line_row,
       CASE WHEN n.of_one_institution = 0 THEN 'unknown'
            WHEN n.listed = 1 AND n.earlier_listed = 1 THEN 'fail'
            ELSE 'review' END AS verdict,
       CAST(0 AS DECIMAL(18,6)) AS amount,
       e.batch_id AS earlier_batch,
       e.file AS earlier_file,
       e.file_row AS earlier_row
FROM numbers AS n
JOIN earlier_claims AS e ON e.row = n.earlier_row
