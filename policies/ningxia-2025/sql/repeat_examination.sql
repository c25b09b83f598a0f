/*
title: {zh: 重复检查, en: repeated examinations}
offence:
  zh: >-
    同一职工（包括写着同一个证件号码的两个个人编号）在同级或者更高级别的另一家协议机构做过同一项检查、化验，在设定的天数以内又做一次。是否必要由人判断，所以最多是疑点
  en: >-
    the same worker (two person numbers with one identity number included) had the same examination or test at another
    institution of the same or a higher level within the days set; whether it was needed is for a person to say, so that
    it is at most a suspicion
not_an_offence:
  zh: 急诊；在同一家机构复查；先在级别更低的机构做的（只作参考）；间隔超过设定的天数；已冲销的明细；退费
  en: >-
    emergencies; repeats at the same institution; the first one at a lower level, which is only to be considered; more
    than the days set apart; reversed lines; refunds
unknown:
  zh: >-
    本批只有一家机构的费用（看不到在别处做过的检查）；
    明细没有费用类别、项目编码或日期，结算单没有个人编号或机构代码；
    费用类别写“其他”，而同一编码在另一家机构是检查、化验（目录类别写明是药品、耗材、住院服务、康复、辅助器具的除外）；有一家机构的级别不知道；数量为零而没有写金额；同一天在两家做，不知先后；编码只差大小写；
    两个个人编号可能是一个人（一个编号写着两个证件号码，或者证件号码不足为凭）
  en: >-
    the batch holds one institution only, so that examinations elsewhere cannot be seen; lines without category, code or
    day, claims without person or institution; a category of “other” where the code is an examination's or test's at
    another institution (but for drugs, consumables, inpatient services, rehabilitation and devices by their kind); the
    level of either institution is not known; a quantity of zero without an amount; on one day at two institutions,
    and not known which came first; codes that differ in their case only; two person numbers that may be one person (one
    stands with two identity numbers, or the number proves little)
money: {zh: 重复的那条明细的金额, en: the amount of the repeated line}
bearer: institution
judges: {table: net_lines, where: "charge_category IS NULL OR charge_category IN ('examination', 'laboratory')"}
needs:
  claims: [claim_id, worker_number, institution_code]
  lines: [claim_id, charge_category, catalogue_code, service_on, amount]
optional:
  claims: [visit_category, emergency, identity_number, identity_type]
  workers: [worker_number, identity_number]
  lines: [catalogue_name, catalogue_kind, institution_item_name, quantity]
  institutions: [institution_code, level]
thresholds:
  repeat_examination_days: {zh: 检查结果互认的天数（合理期间）, en: days for which results are accepted, unit: 天, type: integer}
evidence:
  service_on: {zh: 费用日期, en: service on}
  name:
    zh: 项目名称
    en: name
    words:
      one_institution_only: {zh: 本批只有一家机构, en: one institution only}
  earlier_on: {zh: 上次检查日期, en: examined before on}
  earlier_institution_code: {zh: 上次检查机构, en: examined before at}
alert:
  zh: "{service_on} {name}：{earlier_on} 已在同级或更高级别的机构（{earlier_institution_code}）做过"
  en: "{service_on} {name}: done before on {earlier_on} at {earlier_institution_code}, of the same or a higher level"
*/
WITH ranks AS (
  SELECT
    i.institution_code,
    CASE WHEN min(i.level) = max(i.level) THEN max(CASE i.level WHEN 'level_3' THEN 3 WHEN 'level_2' THEN 2
        WHEN 'level_1' THEN 1 WHEN 'unrated' THEN 0 END) END AS place
  FROM institutions AS i
  WHERE i.institution_code IS NOT NULL
  GROUP BY i.institution_code
),
examined AS (
  SELECT
    l.row,
    l.claim_id,
    l.charge_category,
    l.catalogue_code,
    COALESCE(l.catalogue_name, l.institution_item_name) AS name,
    l.service_on,
    l.amount,
    CASE WHEN l.charge_category = 'other' OR (l.quantity = 0 AND l.amount IS NULL) THEN 0 ELSE 1 END AS told,
    c.worker_number,
    c.institution_code,
    c.emergency OR c.visit_category = 'emergency' AS emergency,
    r.place
  FROM net_lines AS l
  LEFT JOIN claims AS c ON c.claim_id = l.claim_id
  LEFT JOIN ranks AS r ON r.institution_code = c.institution_code
  WHERE ((l.quantity < 0 AND (l.amount > 0) IS NOT TRUE) OR (l.quantity = 0 AND l.amount <= 0)) IS NOT TRUE
    AND (l.charge_category IS NULL OR l.charge_category IN ('examination', 'laboratory')
      OR (l.charge_category = 'other' AND COALESCE(l.catalogue_kind, 'other') IN ('item', 'other')))
),
days AS (
  SELECT
    COALESCE(n.person, e.worker_number) AS person,
    e.catalogue_code,
    e.institution_code,
    e.service_on,
    max(e.place) AS place,
    max(e.told) AS told
  FROM examined AS e
  LEFT JOIN worker_persons AS n ON n.worker_number = e.worker_number
  WHERE e.charge_category IS NOT NULL
  GROUP BY COALESCE(n.person, e.worker_number), e.catalogue_code, e.institution_code, e.service_on
),
repeated AS (
  SELECT
    e.row,
    max(CASE WHEN d.place >= e.place AND d.service_on < e.service_on AND d.catalogue_code = e.catalogue_code
        AND n.sure IS NOT FALSE AND d.told = 1 AND e.told = 1 THEN 1 ELSE 0 END) AS certain,
    max(concat(CAST(d.service_on AS VARCHAR), d.institution_code)) AS latest
  FROM examined AS e
  LEFT JOIN worker_persons AS n ON n.worker_number = e.worker_number
  JOIN days AS d ON d.person = COALESCE(n.person, e.worker_number) AND upper(d.catalogue_code) = upper(e.catalogue_code)
  WHERE e.charge_category IS NOT NULL
    AND e.emergency IS NOT TRUE
    AND d.institution_code <> e.institution_code
    AND d.service_on <= e.service_on
    AND date_diff('day', d.service_on, e.service_on) <= $repeat_examination_days
    AND (d.place < e.place) IS NOT TRUE
    AND (d.told = 1 OR e.charge_category <> 'other')
  GROUP BY e.row
)
SELECT
  e.claim_id,
  e.row AS line_row,
  CASE WHEN p.certain = 1 THEN 'suspect' ELSE 'unknown' END AS verdict,
  CASE WHEN p.certain = 1 THEN e.amount END AS amount,
  e.service_on,
  e.name,
  CAST(substr(p.latest, 1, 10) AS DATE) AS earlier_on,
  substr(p.latest, 11) AS earlier_institution_code
FROM examined AS e
LEFT JOIN repeated AS p ON p.row = e.row
WHERE e.emergency IS NOT TRUE
  AND (
    p.row IS NOT NULL
    OR e.charge_category IS NULL
    OR (e.charge_category <> 'other'
      AND (e.catalogue_code IS NULL OR e.service_on IS NULL OR e.worker_number IS NULL OR e.institution_code IS NULL))
  )
UNION ALL
SELECT
  CAST(NULL AS VARCHAR) AS claim_id,
  CAST(NULL AS BIGINT) AS line_row,
  'unknown' AS verdict,
  CAST(NULL AS DECIMAL(18, 6)) AS amount,
  CAST(NULL AS DATE) AS service_on,
  'one_institution_only' AS name,
  CAST(NULL AS DATE) AS earlier_on,
  min(c.institution_code) AS earlier_institution_code
FROM claims AS c
WHERE (SELECT count(*) FROM examined AS e WHERE e.charge_category <> 'other') > 0
HAVING count(DISTINCT c.institution_code) = 1
