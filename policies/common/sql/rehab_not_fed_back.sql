/*
title: {zh: 康复确认没有反馈, en: A confirmation not told to the worker}
offence:
  zh: 劳动能力鉴定委员会已确认为康复对象，结论没有反馈给职工和用人单位（反馈日期还没有到的也是）
  en: >-
    the committee confirmed the worker for rehabilitation and its conclusion was not told to worker and employer (or is
    to be told on a day still to come)
not_an_offence:
  zh: 已经反馈的（“及时”没有写几天，不判快慢）；没有确认日期的
  en: "what was told, however soon, since no number of days is stated; workers without a confirmation"
unknown:
  zh: >-
    没有写反馈日期，或者反馈早于确认；确认日期还没有到；写着同一个证件号码的另一个个人编号下，同一次确认（认定书编号、确认日期没有写成不同的）反馈没有写的和这里相反
  en: >-
    the date is not told, or lies before the confirmation; the confirmation is still to come; another person number with
    the same identity number tells the opposite of the same confirmation (its recognition and day do not differ)
money: {zh: 不牵涉金额，按 0 计, en: "no money hangs on it, so 0"}
bearer: fund
judges: {table: workers, where: "rehab_confirmed_on IS NOT NULL"}
needs: {workers: [worker_number, rehab_confirmed_on, rehab_fed_back_on]}
optional:
  workers: [recognition_number, identity_number]
  claims: [worker_number, identity_number, identity_type]
evidence:
  worker_number: {zh: 个人编号, en: person number}
  rehab_confirmed_on: {zh: 确认日期, en: confirmed on}
  rehab_fed_back_on: {zh: 反馈日期, en: told on}
*/
WITH
-- part: numbers_alike,
-- part: confirmed_beside,
elsewhere AS (
    SELECT w.row,
           max(CASE WHEN o.rehab_fed_back_on >= w.rehab_confirmed_on
               AND o.rehab_fed_back_on <= CAST($judged_on AS DATE) THEN 1 ELSE 0 END) AS done,
           max(CASE WHEN o.rehab_fed_back_on_none OR o.rehab_fed_back_on > CAST($judged_on AS DATE)
               OR o.rehab_fed_back_on < w.rehab_confirmed_on THEN 1 ELSE 0 END) AS not_done
    FROM confirmed_beside AS b
    JOIN workers AS w ON w.row = b.row
    JOIN workers AS o ON o.row = b.other_row
    GROUP BY w.row
)
SELECT CAST(NULL AS VARCHAR) AS claim_id,
       CAST(NULL AS BIGINT) AS line_row,
       CASE WHEN w.rehab_confirmed_on > CAST($judged_on AS DATE) OR e.done = 1 THEN 'unknown'
            WHEN w.rehab_fed_back_on_none OR w.rehab_fed_back_on > CAST($judged_on AS DATE) THEN 'fail'
            ELSE 'unknown' END AS verdict,
       CAST(0 AS DECIMAL(18, 6)) AS amount,
       w.worker_number,
       w.rehab_confirmed_on,
       w.rehab_fed_back_on
FROM workers AS w
LEFT JOIN elsewhere AS e ON e.row = w.row
WHERE w.rehab_confirmed_on IS NOT NULL
  AND (w.rehab_fed_back_on >= w.rehab_confirmed_on
       AND w.rehab_fed_back_on <= CAST($judged_on AS DATE)
       AND (e.not_done = 1) IS NOT TRUE) IS NOT TRUE
