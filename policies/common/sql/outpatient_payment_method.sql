/*
title: {zh: 门诊付费方式不对, en: Outpatient care paid by another method}
offence:
  zh: 门诊、急诊费用既不是按项目付费，也不是按人头与按项目相结合付费（单独按人头也不行）
  en: >-
    outpatient or emergency care paid neither by item nor by capitation together with items (capitation alone is not
    enough)
not_an_offence: {zh: 住院、康复、辅助器具和购药, en: "stays, rehabilitation, devices and purchases of drugs"}
unknown: {zh: 没有付费方式或就诊类别, en: method of payment or category of visit missing}
money: {zh: 按别的方式应付多少算不出来, en: what the right method would come to cannot be computed}
bearer: fund
judges: {table: claims, where: "visit_category IN ('outpatient', 'emergency') OR visit_category IS NULL"}
needs: {claims: [claim_id, visit_category, payment_method]}
evidence:
  visit_category: {zh: 就诊类别, en: category of visit}
  payment_method: {zh: 付费方式, en: method of payment}
alert: {zh: "门诊应按项目付费，或者按人头与按项目相结合付费", en: "outpatient care is paid by item, or by capitation together with items"}
*/
SELECT c.claim_id,
       CAST(NULL AS BIGINT) AS line_row,
       CASE WHEN c.visit_category IS NULL OR c.payment_method IS NULL THEN 'unknown' ELSE 'fail' END AS verdict,
       CAST(NULL AS DECIMAL(18, 6)) AS amount,
       c.visit_category,
       c.payment_method
FROM claims AS c
WHERE (c.visit_category IN ('outpatient', 'emergency') OR c.visit_category IS NULL)
  AND (c.visit_category IS NOT NULL AND c.payment_method IN ('by_item', 'capitation_and_item')) IS NOT TRUE
