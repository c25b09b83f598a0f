/*
title: {zh: 虚列项目, en: Invented items}
offence: {zh: 经核查没有实施（发放）而收费的明细, en: a line charged for what a check found was not done or handed out}
not_an_offence: {zh: 经核查已经实施的；已冲销的明细, en: what a check found was done; reversed lines}
unknown:
  zh: 没有核查是否实施的，须由人认定：病历没有记录的逐条列出，其余一张结算单记一处
  en: >-
    what nobody has checked is for a person to decide: line by line where the record does not mention it, else one row a
    claim
money: {zh: 这条明细的金额, en: the line's amount}
bearer: institution
judges: {table: net_lines, where: "(amount <= 0) IS NOT TRUE"}
needs: {lines: [performed]}
optional: {lines: [claim_id, service_on, catalogue_name, institution_item_name, amount, recorded]}
absent: review
evidence:
  service_on: {zh: 费用日期, en: day of the service}
  name: {zh: 名称, en: name}
  recorded: {zh: 病历有记录, en: in the record}
  unchecked_count: {zh: 未核查明细, en: lines not checked}
alert:
  zh: "{service_on} {name}：收了费而没有实施"
  en: "{service_on} {name}: charged and not done"
*/
SELECT claim_id, row AS line_row, CASE WHEN performed = FALSE THEN 'fail' ELSE 'review' END AS verdict, amount,
       service_on, COALESCE(catalogue_name, institution_item_name) AS name, recorded,
       CAST(NULL AS BIGINT) AS unchecked_count
FROM net_lines
WHERE (amount <= 0) IS NOT TRUE AND (performed = FALSE OR (performed IS NULL AND recorded = FALSE))
UNION ALL
SELECT claim_id, CAST(NULL AS BIGINT) AS line_row, 'review' AS verdict, CAST(0 AS DECIMAL(18,6)) AS amount,
       min(service_on) AS service_on, CAST(NULL AS VARCHAR) AS name, CAST(NULL AS BOOLEAN) AS recorded,
       count(*) AS unchecked_count
FROM net_lines
WHERE (amount <= 0) IS NOT TRUE AND performed IS NULL AND (recorded = FALSE) IS NOT TRUE
GROUP BY claim_id
