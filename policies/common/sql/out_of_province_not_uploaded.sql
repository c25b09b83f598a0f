/*
title: {zh: 转外省备案没有办理或没有上传, en: A transfer to another province not filed or not uploaded}
offence:
  zh: 转往外省，协议机构没有办理备案，或者没有把备案上传参保地经办机构
  en: >-
    a transfer to another province that the agreement institution did not file or did not upload to the agency of the
    place of insurance
not_an_offence:
  zh: 转往区内的；办理备案当天上传的；备案以后才上传的，因原文要求“同步”，交人认定
  en: >-
    transfers within the region; uploaded on the day of filing; uploaded later goes to a person, since the text wants
    both at the same time
unknown:
  zh: 没有写是否由协议机构备案、备案日期或上传日期；上传早于备案；上传的日期还没有到；没有转入地
  en: >-
    filing by the institution, its date or the upload is not told; an upload before the filing or on a day still to
    come; where it led is not told
money: {zh: 不牵涉金额，按 0 计, en: "no money hangs on it, so 0"}
bearer: institution
judges: {table: transfers, where: "(substr(to_division_code, 1, 2) = $region) IS NOT TRUE"}
needs: {transfers: [to_division_code, filed_by_agreement_institution, applied_on, uploaded_on]}
optional: {transfers: [transfer_id]}
parameters: {region: {zh: 省级区划代码的前两位, en: first two digits of the region's code, type: text}}
evidence:
  transfer_id: {zh: 转诊单号, en: transfer}
  filed_by_agreement_institution: {zh: 协议机构备案, en: filed by the institution}
  applied_on: {zh: 备案日期, en: filed on}
  uploaded_on: {zh: 上传日期, en: uploaded on}
alert:
  zh: "转诊单 {transfer_id}：转外省备案应由协议机构办理并同步上传"
  en: "transfer {transfer_id}: the institution files it and uploads it at the same time"
*/
SELECT CAST(NULL AS VARCHAR) AS claim_id,
       CAST(NULL AS BIGINT) AS line_row,
       CASE WHEN t.to_division_code IS NULL THEN 'unknown'
            WHEN t.filed_by_agreement_institution IS FALSE OR t.applied_on_none OR t.uploaded_on_none THEN 'fail'
            WHEN t.filed_by_agreement_institution AND t.uploaded_on > t.applied_on
             AND t.uploaded_on <= CAST($judged_on AS DATE) THEN 'review'
            ELSE 'unknown' END AS verdict,
       CAST(0 AS DECIMAL(18, 6)) AS amount,
       t.transfer_id,
       t.filed_by_agreement_institution,
       t.applied_on,
       t.uploaded_on
FROM transfers AS t
WHERE (substr(t.to_division_code, 1, 2) = $region) IS NOT TRUE
  AND (t.to_division_code IS NOT NULL AND t.filed_by_agreement_institution AND t.uploaded_on = t.applied_on
       AND t.uploaded_on <= CAST($judged_on AS DATE)) IS NOT TRUE
