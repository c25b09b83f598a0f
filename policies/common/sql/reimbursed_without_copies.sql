/*
title: {zh: 报销材料没有原件和复印件, en: Reimbursed without originals and copies of the papers}
offence: {zh: 事后报销的结算单，材料没有原件和复印件, en: a reimbursement comes without originals and copies of the papers}
not_an_offence: {zh: 实时结算的；还没有来申报、也没有结算的, en: settlement in real time; what is neither declared nor settled yet}
unknown:
  zh: 没有写材料有没有原件和复印件，或者没有写结算方式；没有结算（申报），而没有写申报（结算）没有
  en: >-
    whether it is there or the mode of settlement is not told; not settled (declared), and not told whether
    declared (settled)
money: {zh: 申请基金支付的金额, en: what the fund is asked to pay}
bearer: worker
judges:
  table: claims
  where: "(settlement_mode = 'realtime') IS NOT TRUE AND (declared_on_none AND settled_on_none) IS NOT TRUE"
needs: {claims: [claim_id, settlement_mode, papers_original_and_copy]}
optional: {claims: [settled_on, declared_on, fund_amount]}
evidence:
  papers_original_and_copy: {zh: 材料有原件和复印件, en: originals and copies of the papers}
  settlement_mode: {zh: 结算方式, en: mode of settlement}
alert: {zh: "报销材料应有原件和复印件", en: "papers come in original and copy"}
*/
SELECT c.claim_id,
       CAST(NULL AS BIGINT) AS line_row,
       CASE WHEN c.settlement_mode IS NULL OR c.papers_original_and_copy IS NULL THEN 'unknown'
            WHEN COALESCE(c.declared_on, c.settled_on) IS NULL
                 AND (c.declared_on_none OR c.settled_on_none) THEN 'unknown'
            ELSE 'fail' END AS verdict,
       c.fund_amount AS amount,
       c.papers_original_and_copy,
       c.settlement_mode
FROM claims AS c
WHERE (c.settlement_mode = 'realtime') IS NOT TRUE
  AND (c.declared_on_none AND c.settled_on_none) IS NOT TRUE
  AND (c.settlement_mode IS NOT NULL AND c.papers_original_and_copy) IS NOT TRUE
