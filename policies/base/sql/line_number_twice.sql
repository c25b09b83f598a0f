/*
title: {zh: 明细号重复, en: A line number twice}
offence: {zh: 同一张结算单里，两条以上明细写同一个明细号, en: the same number on more than one line of a claim}
not_an_offence:
  zh: 冲销的明细沿用原明细的号；不同结算单里的号相同；没有明细号的明细
  en: a reversal that bears the number of its line; the same number in different claims; lines without a number
unknown: {zh: 无（没有明细号的不核对）, en: none (lines without a number are not checked)}
money: {zh: 不计金额（资料核对；重复收费另有规则）, en: none (a check of the data; charges made twice are for other rules)}
bearer: institution
judges: {table: lines, where: "claim_id IS NOT NULL AND line_number IS NOT NULL"}
needs: {lines: [claim_id, line_number]}
optional: {lines: [quantity, amount, reversed_line_number]}
absent: not_applicable
evidence:
  line_number: {zh: 明细号, en: line}
  lines_count: {zh: 条数, en: lines, unit: 条}
alert:
  zh: "明细号 {line_number} 写在 {lines_count} 条明细上，请核对"
  en: "{lines_count} lines bear the number {line_number}; please check them"
*/
SELECT claim_id,
       min(row) AS line_row,
       'fail' AS verdict,
       CAST(0 AS DECIMAL(18,6)) AS amount,
       line_number,
       count(*) AS lines_count
FROM lines
WHERE claim_id IS NOT NULL
  AND line_number IS NOT NULL
  AND (quantity < 0 OR amount < 0 OR reversed_line_number IS NOT NULL) IS NOT TRUE
GROUP BY claim_id, line_number
HAVING count(*) > 1
