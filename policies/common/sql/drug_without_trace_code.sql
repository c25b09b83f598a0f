/*
title: {zh: 药品明细没有追溯码, en: Drug line without a traceability code}
offence: {zh: 药品明细的追溯码写明“无”, en: a drug line that says it has no traceability code}
not_an_offence:
  zh: 有追溯码的；已冲销的明细；写明目录类别不是药品的明细（没有写或写“其他”的，看编码，再看费用类别）
  en: >-
    lines with a code; reversed lines; lines of another stated kind (without one, or of “other”, the code tells,
    then the category)
unknown:
  zh: 追溯码空着（不知是没有采集，还是没有导出）。中药饮片通常没有追溯码，而条文没有例外，须由人认定
  en: >-
    the code is left empty: not collected, or not exported. Herbal pieces commonly bear none while the text makes no
    exception: for a person to decide
money: {zh: 不计金额, en: none}
bearer: institution
judges:
  table: net_lines
  where: "COALESCE(catalogue_kind, 'other') IN ('drug', 'other') AND COALESCE(NULLIF(amount, 0), quantity, 1) > 0"
needs: {lines: [trace_code]}
optional:
  lines: [claim_id, service_on, catalogue_code, catalogue_name, catalogue_kind, charge_category, institution_item_name,
      quantity, amount]
  catalogue: [code, kind]
evidence:
  service_on: {zh: 费用日期, en: day of the service}
  catalogue_code: {zh: 目录编码, en: code}
  name: {zh: 名称, en: name}
alert:
  zh: "{service_on} {name} 没有药品追溯码"
  en: "{service_on} {name} has no traceability code"
*/
WITH codes AS (
    SELECT code, CASE WHEN max(CASE WHEN COALESCE(kind, 'drug') = 'drug' THEN 1 ELSE 0 END) = 0 THEN 'other'
                      WHEN min(CASE WHEN kind = 'drug' THEN 1 ELSE 0 END) = 1 THEN 'drug' END AS kind
    FROM catalogue WHERE code IS NOT NULL GROUP BY code
)
SELECT l.claim_id, l.row AS line_row,
       CASE WHEN l.charge_category = 'herbal_drug' THEN 'review' WHEN l.trace_code_none THEN 'fail'
           ELSE 'unknown' END AS verdict,
       CAST(0 AS DECIMAL(18,6)) AS amount, l.service_on, l.catalogue_code,
       COALESCE(l.catalogue_name, l.institution_item_name) AS name
FROM net_lines AS l
LEFT JOIN codes AS k ON k.code = l.catalogue_code
WHERE l.trace_code IS NULL
  AND COALESCE(NULLIF(l.amount, 0), l.quantity, 1) > 0
  AND CASE WHEN COALESCE(l.catalogue_kind, 'other') <> 'other' THEN l.catalogue_kind = 'drug'
           WHEN k.kind = 'drug' THEN TRUE
           WHEN COALESCE(l.charge_category, 'other') <> 'other'
               THEN l.charge_category IN ('western_drug', 'chinese_patent_drug', 'herbal_drug')
           ELSE (k.kind = 'other') IS NOT TRUE END
