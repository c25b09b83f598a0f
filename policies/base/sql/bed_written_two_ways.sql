/*
title: {zh: 一张床两种写法, en: One bed written in two ways}
offence:
  zh: 疑点：同一机构、同一病区的床号，只差大小写、空格、前面的 0 或者“床”“号”字（如 01 和 1、a1 和 A1）；多半是一张床，按床号核对重叠的规则当作两张
  en: >-
    suspect: bed numbers of one ward that differ in case, blanks, zeros before them or the words “床”, “号” only (01 and
    1, a1 and A1): likely one bed, which the rules that compare beds take for two
not_an_offence: {zh: 别的病区、别的机构的同号床；没有写床号的, en: "the same number in another ward or institution; no bed number"}
unknown: {zh: 无（没有写的不核对）, en: none (what is not written is not checked)}
money: {zh: 不计金额（资料核对）, en: none (a check of the data)}
bearer: institution
judges: {table: stays, where: "bed_number IS NOT NULL"}
needs: {stays: [bed_number]}
optional: {stays: [institution_code, ward], batch: [institution_code]}
absent: not_applicable
evidence:
  ward: {zh: 病区, en: ward}
  bed_number: {zh: 床号, en: bed}
  other_bed_number: {zh: 另一种写法, en: also written}
alert:
  zh: "{ward} 床号 {bed_number} 和 {other_bed_number} 是不是一张床，请核对并统一写法"
  en: "{ward}: beds {bed_number} and {other_bed_number}: one bed? please check, and write it in one way"
*/
WITH bare AS (
    SELECT COALESCE(s.institution_code, b.institution_code, '') AS institution_code,
           upper(replace(COALESCE(s.ward, ''), ' ', '')) AS ward_key, s.ward, s.bed_number,
           upper(replace(replace(replace(s.bed_number, ' ', ''), '床', ''), '号', '')) AS bed
    FROM stays AS s
    CROSS JOIN batch AS b
    WHERE s.bed_number IS NOT NULL
),
keyed AS (
    SELECT e.institution_code, e.ward_key, e.ward, e.bed_number,
           CASE WHEN length(e.bed) > 3 AND substr(e.bed, 1, 3) = '000' THEN substr(e.bed, 4)
                WHEN length(e.bed) > 2 AND substr(e.bed, 1, 2) = '00' THEN substr(e.bed, 3)
                WHEN length(e.bed) > 1 AND substr(e.bed, 1, 1) = '0' THEN substr(e.bed, 2)
                ELSE e.bed END AS bed
    FROM bare AS e
)
SELECT CAST(NULL AS VARCHAR) AS claim_id,
       CAST(NULL AS BIGINT) AS line_row,
       'suspect' AS verdict,
       CAST(0 AS DECIMAL(18, 6)) AS amount,
       max(k.ward) AS ward,
       min(k.bed_number) AS bed_number,
       max(k.bed_number) AS other_bed_number
FROM keyed AS k
GROUP BY k.institution_code, k.ward_key, k.bed
HAVING min(k.bed_number) <> max(k.bed_number)
