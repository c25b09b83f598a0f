/*
title: {zh: 药品明细没有追溯码, en: Drug line without a traceability code}
offence: {zh: 药品明细的追溯码写明“无”, en: a drug line that says it has no traceability code}
not_an_offence:
  zh: 有追溯码的；已冲销的明细；写明目录类别不是药品的明细（没有写或写“其他”的，看编码，再看费用类别）
  en: >-
    lines with a code; reversed lines; lines of another stated kind (without one, or of “other”, the code tells,
    then the category)
unknown:
  zh: 追溯码空着（不知是没有采集，还是没有导出）；写着“无”而不知是不是药品。中药饮片通常没有追溯码，而条文没有例外，须由人认定
  en: >-
    the code is left empty: not collected, or not exported; none, and not known to be a drug. Herbal pieces commonly
    bear none while the text makes no exception: for a person to decide
money: {zh: 不计金额, en: none}
bearer: institution
judges: drug_lines
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
SELECT claim_id, row AS line_row,
       CASE WHEN charge_category = 'herbal_drug' THEN 'review' WHEN is_drug AND trace_code_none THEN 'fail'
           ELSE 'unknown' END AS verdict,
       CAST(0 AS DECIMAL(18,6)) AS amount, service_on, catalogue_code,
       COALESCE(catalogue_name, institution_item_name) AS name
FROM drug_lines
WHERE trace_code IS NULL
