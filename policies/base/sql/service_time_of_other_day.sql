/*
title: {zh: 费用时间不在费用日期那一天, en: A time of service on another day}
offence:
  zh: 同一条明细的费用日期和费用时间差两天以上。只差一天的是疑点：可能是半夜前后记的账
  en: >-
    the day and the time of one line lie two days apart or more. One day apart is a suspicion: it may have been entered
    around midnight
not_an_offence:
  zh: 同一天的；已冲销的；退费的明细（金额为负）；只写了其中一个的
  en: the same day; reversed lines; refunds (negative amounts); lines that tell only one of the two
unknown: {zh: 无（没有写的不核对）, en: none (what is not written is not checked)}
money: {zh: 不计金额（资料核对）, en: none (a check of the data)}
bearer: institution
judges:
  table: net_lines
  where: "service_on IS NOT NULL AND service_at IS NOT NULL AND COALESCE(quantity, 1) >= 0 AND COALESCE(amount, 1) >= 0"
needs: {lines: [service_on, service_at]}
optional: {lines: [claim_id, catalogue_name, institution_item_name, quantity, amount]}
absent: not_applicable
evidence:
  service_on: {zh: 费用日期, en: day of the service}
  service_at: {zh: 费用时间, en: time of the service}
  name: {zh: 名称, en: name}
alert:
  zh: "{name}：费用日期 {service_on}，费用时间 {service_at}，请核对"
  en: "{name}: service on {service_on}, at {service_at}; please check"
*/
SELECT claim_id,
       row AS line_row,
       CASE WHEN abs(date_diff('day', service_on, CAST(service_at AS DATE))) > 1 THEN 'fail' ELSE 'suspect'
           END AS verdict,
       CAST(0 AS DECIMAL(18,6)) AS amount,
       service_on,
       service_at,
       COALESCE(catalogue_name, institution_item_name) AS name
FROM net_lines
WHERE COALESCE(quantity, 1) >= 0
  AND COALESCE(amount, 1) >= 0
  AND service_on <> CAST(service_at AS DATE)
