/*
title: {zh: 药品明细没有追溯码, en: Drug line without a traceability code}
offence: {zh: 药品明细的追溯码写明“无”, en: a drug line that says it has no traceability code}
not_an_offence: {zh: 有追溯码的；已冲销的明细；写明不是药品的明细, en: lines with a code; reversed lines; lines that are no drugs}
unknown:
  zh: 追溯码空着（不知是没有采集，还是没有导出）。中药饮片通常没有追溯码，而条文没有例外，须由人认定
  en: >-
    the code is left empty: not collected, or not exported. Herbal pieces commonly bear none while the text makes no
    exception: for a person to decide
money: {zh: 不计金额, en: none}
bearer: institution
judges:
  table: net_lines
  where: >-
    (catalogue_kind = 'drug' OR (catalogue_kind IS NULL AND COALESCE(charge_category, 'western_drug') IN
    ('western_drug', 'chinese_patent_drug', 'herbal_drug'))) AND COALESCE(quantity, 1) > 0
needs: {lines: [trace_code]}
optional:
  lines: [claim_id, service_on, catalogue_code, catalogue_name, catalogue_kind, charge_category, institution_item_name,
      quantity]
  catalogue: [code, kind]
evidence:
  service_on: {zh: 费用日期, en: day of the service}
  catalogue_code: {zh: 目录编码, en: code}
  name: {zh: 名称, en: name}
alert:
  zh: "{service_on} {name} 没有药品追溯码"
  en: "{service_on} {name} has no traceability code"
*/
WITH other_codes AS (
    SELECT code FROM catalogue WHERE code IS NOT NULL GROUP BY code
    HAVING max(CASE WHEN COALESCE(kind, 'drug') = 'drug' THEN 1 ELSE 0 END) = 0
)
SELECT l.claim_id, l.row AS line_row,
       CASE WHEN l.charge_category = 'herbal_drug' THEN 'review' WHEN l.trace_code_none THEN 'fail'
           ELSE 'unknown' END AS verdict,
       CAST(0 AS DECIMAL(18,6)) AS amount, l.service_on, l.catalogue_code,
       COALESCE(l.catalogue_name, l.institution_item_name) AS name
FROM net_lines AS l
LEFT JOIN other_codes AS k ON k.code = l.catalogue_code
WHERE l.trace_code IS NULL
  AND (l.catalogue_kind = 'drug'
      OR (l.catalogue_kind IS NULL
          AND COALESCE(l.charge_category, 'western_drug') IN ('western_drug', 'chinese_patent_drug', 'herbal_drug')))
  AND COALESCE(l.quantity, 1) > 0
  AND (k.code IS NOT NULL AND l.catalogue_kind IS NULL AND l.charge_category IS NULL) IS NOT TRUE
