/*
title: {zh: 经办机构审核超期, en: Review by the agency overdue}
offence:
  zh: 费用上传后，经办机构超过规定的天数（自然日，上传当天不算）才审核完毕，或者到判定日超过了还没有审核完毕
  en: >-
    the agency finished its review later than the days allowed (calendar days, the day of the upload not counted), or
    has not finished when they are over
not_an_offence:
  zh: "最后一天审核完毕的；期限还没有到的；还没有上传的。最后一天是休息日的要顺延，查询不知道哪天放假：迟了不超过 9 天、 又不能肯定其间有工作日的，交人认定（周一到周五而且在没有法定节假日的 3、7、8、11 月，可以肯定）"
  en: >-
    finished on the last day; the term still runs; not uploaded yet. A last day that is no working day rolls on and the
    query knows no holidays: up to 9 days late a person judges, unless the last day was a Monday to Friday in a month
    without public holidays (March, July, August, November)
unknown:
  zh: 没有上传日期或审核日期（结算单和批次都没有写）；审核早于上传；写没有上传，却已审核完毕
  en: "date of upload or review missing, on the claim and on the batch; a review before its upload, or without one"
money: {zh: 迟审不改变应付多少，按 0 计, en: "being late does not change what is owed, so 0"}
bearer: fund
judges:
  table: claims
  where: >-
    (reviewed_on IS NULL AND (uploaded_on_none OR (uploaded_on IS NULL AND EXISTS (SELECT 1 FROM batch AS b WHERE
    b.uploaded_on_none AND b.reviewed_on IS NULL)))) IS NOT TRUE
needs: {claims: [claim_id]}
optional: {claims: [uploaded_on, reviewed_on], batch: [uploaded_on, reviewed_on]}
parameters: {days: {zh: 审核期限, en: days to review, unit: 天, type: integer}}
evidence:
  uploaded_on: {zh: 上传日期, en: uploaded on}
  due_on: {zh: 期限, en: due by}
  reviewed_on: {zh: 审核完成日期, en: reviewed on}
alert: {zh: "{uploaded_on} 上传，应在 {due_on} 前审核完毕", en: "uploaded on {uploaded_on}, review due by {due_on}"}
*/
WITH dates AS (
    SELECT c.claim_id,
           COALESCE(c.uploaded_on, CASE WHEN c.uploaded_on_none THEN NULL ELSE b.uploaded_on END) AS uploaded_on,
           CASE WHEN c.uploaded_on_none THEN c.reviewed_on IS NULL
                WHEN c.uploaded_on IS NULL AND b.uploaded_on_none THEN COALESCE(c.reviewed_on, b.reviewed_on) IS NULL
                END AS not_uploaded,
           COALESCE(c.reviewed_on, CASE WHEN c.reviewed_on_none THEN NULL ELSE b.reviewed_on END) AS reviewed_on,
           COALESCE(c.reviewed_on_none, b.reviewed_on_none) AS reviewed_on_none
    FROM claims AS c
    CROSS JOIN batch AS b
), terms AS (
    SELECT d.claim_id, d.uploaded_on, d.not_uploaded, d.reviewed_on,
           CAST(d.uploaded_on + $days * INTERVAL 1 DAY AS DATE) AS due_on,
           CASE WHEN d.reviewed_on IS NOT NULL THEN d.reviewed_on
                WHEN d.reviewed_on_none THEN CAST($judged_on AS DATE) END AS until_on
    FROM dates AS d
)
SELECT t.claim_id,
       CAST(NULL AS BIGINT) AS line_row,
       CASE WHEN t.uploaded_on IS NULL OR t.until_on IS NULL OR t.until_on < t.uploaded_on THEN 'unknown'
            WHEN date_diff('day', t.due_on, t.until_on) > 9 THEN 'fail'
            WHEN month(t.due_on) IN (3, 7, 8, 11)
             AND date_diff('day', CAST('1900-01-01' AS DATE), t.due_on) % 7 < 5 THEN 'fail'
            ELSE 'review' END AS verdict,
       CAST(0 AS DECIMAL(18, 6)) AS amount,
       t.uploaded_on,
       t.due_on,
       t.reviewed_on
FROM terms AS t
WHERE t.not_uploaded IS NOT TRUE
  AND (t.until_on >= t.uploaded_on AND t.until_on <= t.due_on) IS NOT TRUE
