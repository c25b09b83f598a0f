/*
title: {zh: 住院不以单病种付费为主, en: Single disease is not the main method for stays}
offence:
  zh: 批次里的住院结算单，按单病种付费的没有超过一半；“为主”没有写多少，所以只交人认定，不判不符合
  en: >-
    of the batch's stays no more than half are paid by single disease; the text says "mainly" without a number, so a
    person judges and nothing fails
not_an_offence: {zh: 单张结算单用别的方式付费（其他方式可以为辅）, en: "a single claim paid otherwise, since other methods may come second"}
unknown: {zh: 有住院结算单没有付费方式，或者有结算单没有就诊类别, en: "a stay without method of payment, or a claim without category of visit"}
money: {zh: 全批的情况，不牵涉哪一笔钱，按 0 计, en: "about the whole batch and no money of its own, so 0"}
bearer: fund
judges: {table: claims, where: "visit_category = 'inpatient' OR visit_category IS NULL"}
needs: {claims: [claim_id, visit_category, payment_method]}
evidence:
  stays_count: {zh: 住院结算单, en: stays, unit: {zh: 张, en: claims}}
  single_disease_count: {zh: 单病种付费, en: by single disease, unit: {zh: 张, en: claims}}
  unclear_count: {zh: 没有写明的, en: not told, unit: {zh: 张, en: claims}}
*/
SELECT CAST(NULL AS VARCHAR) AS claim_id,
       CAST(NULL AS BIGINT) AS line_row,
       CASE WHEN count(*) FILTER (WHERE c.visit_category IS NULL OR c.payment_method IS NULL) > 0 THEN 'unknown'
            ELSE 'review' END AS verdict,
       CAST(0 AS DECIMAL(18, 6)) AS amount,
       count(*) FILTER (WHERE c.visit_category = 'inpatient') AS stays_count,
       count(*) FILTER (WHERE c.visit_category = 'inpatient' AND c.payment_method = 'single_disease')
           AS single_disease_count,
       count(*) FILTER (WHERE c.visit_category IS NULL OR c.payment_method IS NULL) AS unclear_count
FROM claims AS c
WHERE c.visit_category = 'inpatient' OR c.visit_category IS NULL
HAVING count(*) > 0
   AND (count(*) FILTER (WHERE c.visit_category IS NULL OR c.payment_method IS NULL) > 0
        OR 2 * count(*) FILTER (WHERE c.payment_method = 'single_disease') <= count(*))
