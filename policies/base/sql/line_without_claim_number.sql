/*
title: {zh: 明细没有结算单号, en: A line without a claim number}
offence: {zh: 无（缺的是资料，不是矛盾）, en: "none: a fact is missing, nothing contradicts"}
not_an_offence: {zh: 写了结算单号的；只写就诊号而能由就诊号找到结算单的, en: "lines with a claim's number, or with a visit that tells the claim"}
unknown:
  zh: 没有结算单号的明细：不知道属于哪张结算单，各条规则都无从判定（所有明细都没有的，合成一行）
  en: lines without the number of a claim, of which no rule can tell whose they are (told in one row where all are so)
money: {zh: 不计金额（资料核对）, en: none (a check of the data)}
bearer: institution
judges: lines
needs: {lines: []}
optional: {lines: [line_number, claim_id, visit_id, service_on, catalogue_name, institution_item_name]}
absent: not_applicable
evidence:
  line_number: {zh: 明细号, en: line}
  visit_id: {zh: 就诊号, en: visit}
  service_on: {zh: 费用日期, en: day of the service}
  name: {zh: 名称, en: name}
  lines_count: {zh: 条数, en: lines, unit: 条}
*/
WITH known AS (
    SELECT count(*) AS lines_count, count(claim_id) AS numbered_count FROM lines
)
SELECT l.claim_id,
       l.row AS line_row,
       'unknown' AS verdict,
       CAST(0 AS DECIMAL(18,6)) AS amount,
       l.line_number,
       l.visit_id,
       l.service_on,
       COALESCE(l.catalogue_name, l.institution_item_name) AS name,
       CAST(1 AS BIGINT) AS lines_count
FROM lines AS l
CROSS JOIN known AS k
WHERE l.claim_id IS NULL AND k.numbered_count > 0
UNION ALL
SELECT CAST(NULL AS VARCHAR) AS claim_id,
       CAST(NULL AS BIGINT) AS line_row,
       'unknown' AS verdict,
       CAST(0 AS DECIMAL(18,6)) AS amount,
       CAST(NULL AS VARCHAR) AS line_number,
       CAST(NULL AS VARCHAR) AS visit_id,
       CAST(NULL AS DATE) AS service_on,
       CAST(NULL AS VARCHAR) AS name,
       lines_count
FROM known
WHERE numbered_count = 0 AND lines_count > 0
