/*
title: {zh: 有医技费用而没有检查报告, en: Technical fees reimbursed without reports}
offence:
  zh: 事后报销的结算单有检查费或化验费，却没有检查诊断报告单
  en: a reimbursement has examination or laboratory fees but no report of them
not_an_offence:
  zh: 没有医技费用的（金额是 0 的不算）；医技费用已经全部冲销的；实时结算的；还没有来申报、也没有结算的
  en: >-
    no technical fees (of 0 are none), or all of them reversed; settlement in real time; what is neither declared nor
    settled yet
unknown:
  zh: 没有写有没有报告单；没有报告单，而这张结算单没有明细，或者有明细没有写费用类别（写“其他”也是）、没有写是哪张结算单的；检查费、化验费都没有写金额；没有写结算方式；没有结算（申报），而没有写申报（结算）没有
  en: >-
    whether reports are there is not told; there are none and the claim has no lines or lines without charge category
    (“other” is none), or lines of examinations name no claim; no technical fee tells its amount; the mode of settlement
    is not told; not settled (declared), and not told whether declared (settled)
money:
  zh: 检查费和化验费之和；有一条没有写金额的，多少不明
  en: examination and laboratory fees together; not known where a line does not tell its amount
bearer: worker
judges:
  table: claims
  where: "(settlement_mode = 'realtime') IS NOT TRUE AND (declared_on_none AND settled_on_none) IS NOT TRUE"
needs: {claims: [claim_id, settlement_mode, exam_reports], lines: [claim_id, charge_category]}
optional: {claims: [settled_on, declared_on], lines: [amount]}
evidence:
  exam_reports: {zh: 有没有检查报告, en: reports}
  technical_count: {zh: 检查、化验明细, en: examination and laboratory lines, unit: {zh: 条, en: lines}}
  technical_amount: {zh: 检查费和化验费, en: technical fees, unit: 元}
alert: {zh: "有检查、化验费 {technical_amount} 元，缺检查报告单", en: "technical fees of {technical_amount} yuan without reports"}
*/
WITH technical AS (
    SELECT l.claim_id,
           count(*) FILTER (WHERE l.charge_category IN ('examination', 'laboratory')
                                  AND (l.amount <= 0) IS NOT TRUE) AS technical_count,
           count(*) FILTER (WHERE l.charge_category IN ('examination', 'laboratory') AND l.amount > 0) AS charged_count,
           count(*) FILTER (WHERE COALESCE(l.charge_category, 'other') = 'other'
                                  AND (l.amount <= 0) IS NOT TRUE) AS unclear_count,
           count(*) FILTER (WHERE l.charge_category IN ('examination', 'laboratory') AND l.amount IS NULL) AS unpriced,
           sum(l.amount) FILTER (WHERE l.charge_category IN ('examination', 'laboratory')) AS technical_amount
    FROM net_lines AS l
    GROUP BY l.claim_id
)
SELECT c.claim_id,
       CAST(NULL AS BIGINT) AS line_row,
       CASE WHEN c.settlement_mode IS NOT NULL AND c.exam_reports IS FALSE AND t.charged_count > 0
                 AND (COALESCE(c.declared_on, c.settled_on) IS NULL
                      AND (c.declared_on_none OR c.settled_on_none)) IS NOT TRUE THEN 'fail'
            ELSE 'unknown' END AS verdict,
       CASE WHEN t.unpriced = 0 THEN CAST(t.technical_amount AS DECIMAL(18, 6)) END AS amount,
       c.exam_reports,
       t.technical_count,
       CAST(t.technical_amount AS DECIMAL(18, 6)) AS technical_amount
FROM claims AS c
LEFT JOIN technical AS t ON t.claim_id = c.claim_id
WHERE (c.settlement_mode = 'realtime') IS NOT TRUE
  AND (c.declared_on_none AND c.settled_on_none) IS NOT TRUE
  AND (c.settlement_mode IS NOT NULL
       AND (c.exam_reports
            OR (t.technical_count = 0 AND t.unclear_count = 0
                AND (SELECT count(*) FROM technical AS n
                     WHERE n.claim_id IS NULL AND n.technical_count + n.unclear_count > 0) = 0))) IS NOT TRUE
