/*
title: {zh: 挂床住院, en: paper admission}
offence:
  zh: >-
    住院期间没有登记就离院过夜，离院的那一夜收了床位费，或者整天不在院的日子收了护理、诊察、治疗、手术、康复费。只是可疑（疑点）的：整天不在院的日子收了检查、化验费（可能是离院以前做的，后来记账）；
    某天收了床位费，床位登记里这一天没有这个人；一次就诊的床位费合计，多于床位登记的天数（转床当天算一天，已登记的请假也算在内）；整张住院结算单没有任何检查、化验、治疗、手术、康复或用药，只有床位、护理、诊察、挂号等费用
  en: >-
    an inpatient stayed away overnight without a registered leave, and the bed was charged for that night, or nursing,
    consultation, treatment, an operation or rehabilitation for a whole day away. Suspect only: examinations and tests
    for such a day (they may have been made before and entered later); a bed charged for a day on which the bed register
    does not show the person; more bed days charged for a visit than its days in the register (a day of moving to
    another bed counted once, registered leave counted too); an inpatient claim without any examination, test,
    treatment, operation, rehabilitation or drug, but of bed, nursing, consultation and registration alone
not_an_offence:
  zh: >-
    已登记的请假；当天离院当天返院；离院当天白天的各项诊疗、返院当天的各项费用；整天不在院的日子收的药费、材料费（可以事先领取带走）；名称里有空调、取暖、陪的项目不算床位天数；已冲销的明细；门诊
  en: >-
    registered leave; away and back on one day; all care on the day of leaving, and everything on the day of return;
    drugs and material entered for a day away (they can be handed out before); air conditioning, heating and carers'
    beds, by their names, are no bed days; reversed lines; outpatients
unknown:
  zh: >-
    没有就诊类别；没有床位登记；没有费用明细；不知道离院是否登记、何时离院或返院（或者写反了），而那几天可能收了费；床位费几天合写一条（或者没有写几天），
    期间又有未登记的过夜离院；离院当天不满一天、按小时的床位费；床位费没有数量或者按小时计价；床位登记或已登记的请假缺日期、写反了，或者加上没有写费用类别的明细，床位天数才会多出；
    没有写费用类别（或写“其他”）而可能在离院期间的费用（写明是药品、耗材、辅助器具的除外），没有写类别又合写几天的也算；
    没有写就诊号的未登记离院；没有写结算单号的床位、护理、诊察、检查、治疗、手术、康复费；护理、诊察费几天合写一条（或者没有写几天），期间又有未登记的整天离院；同一段时间又有登记的请假；
    就诊号两家机构或两名职工都有（结算单或床位登记里），而离院、床位登记没有写是谁的（写着别的机构、别的职工的床位登记不算数）
  en: >-
    no category of the visit; no entry in the bed register; no lines; leave of unknown register, start or end (or with
    the two the wrong way round) that may meet charges; bed days billed in one line, or in one that tells no quantity,
    beside an unregistered night away; a bed by the hour or for part of the day of leaving; bed lines without a quantity
    or by the hour; bed days that are too many only for want of a date of the register or of a registered leave, or
    where these are the wrong way round, or with lines without a category; charges of such days without a category (or
    of “other”), but for drugs, consumables and devices, and of several days in one line that tells no category at all;
    unregistered leave without its visit; such charges without their claim; nursing or consultations of several days in
    one line, or in one that tells no quantity, beside an unregistered whole day away; a registered leave of the same
    time; a visit number that two institutions or workers have (by claims or register), where leave or entry does not
    tell whose it is (entries that tell another institution or worker do not count)
money:
  zh: 不在院期间收取的床位、护理、诊察、治疗、手术、康复费；疑点是相应明细的金额，或多出天数的平均床位费
  en: >-
    what was charged for bed, nursing, consultation, treatment, operation and rehabilitation for the time away; of a
    suspicion the amount of its lines, or of the surplus bed days at their average
bearer: institution
judges:
- {table: claims, where: "visit_category IS NULL OR visit_category IN ('inpatient', 'rehabilitation')"}
- {table: leaves, where: "visit_id IS NULL AND registered IS NOT TRUE"}
- table: net_lines
  where: >-
    claim_id IS NULL AND (charge_category IS NULL OR charge_category IN ('bed', 'nursing', 'consultation',
    'examination', 'laboratory', 'treatment', 'operation', 'rehabilitation'))
needs:
  claims: [claim_id, visit_id, visit_category]
  lines: [claim_id, charge_category, service_on, amount]
  stays: [visit_id, starts_at, ends_at]
  leaves: [visit_id, starts_at, ends_at, registered]
optional:
  claims: [institution_code, worker_number, identity_number, identity_type]
  lines: [catalogue_name, catalogue_kind, institution_item_name, quantity, unit]
  stays: [institution_code, worker_number]
  workers: [worker_number, identity_number]
  batch: [institution_code]
evidence:
  reason:
    zh: 情形
    en: what was found
    words:
      charged_while_away: {zh: 未登记离院期间收费, en: charged while away}
      leave_not_known: {zh: 不知道收费时是否离院、离院是否登记, en: time or register of the leave not known}
      day_or_category_not_known:
        zh: 床位登记或费用没有日期、数量、费用类别
        en: register or charge without day, quantity or category
      bed_not_registered:
        zh: 收了床位费，床位登记里没有这一天，或没有这么多天
        en: bed charged, not in the bed register, or not for so many days
      no_visit_category: {zh: 没有就诊类别, en: no category of the visit}
      no_bed_register: {zh: 没有这名职工的床位登记, en: the worker is not in the bed register}
      no_lines: {zh: 没有费用明细, en: no lines}
      lines_without_category: {zh: 有的明细没有费用类别，不知道有没有诊疗, en: lines without a category}
      no_treatment: {zh: 只有床位、护理等费用，没有诊疗, en: no treatment at all}
      leave_without_visit: {zh: 未登记的离院没有写就诊号, en: leave without its visit}
      charges_without_claim: {zh: 没有写结算单号的费用, en: charges without their claim}
  visit_id: {zh: 就诊号, en: visit}
  service_on: {zh: 费用日期, en: charged for}
  name: {zh: 项目名称, en: name}
  left_on: {zh: 离院日期, en: left on}
  back_on: {zh: 返院日期, en: back on}
alert: {zh: "住院号 {visit_id}：{reason}（{service_on} {name}）", en: "visit {visit_id}: {reason} ({service_on} {name})"}
*/
WITH told AS (
  SELECT c.visit_id, COALESCE(c.institution_code, b.institution_code) AS institution_code, c.worker_number
  FROM claims AS c
  CROSS JOIN batch AS b
  UNION ALL
  SELECT s.visit_id, s.institution_code, s.worker_number
  FROM stays AS s
),
shared AS (
  SELECT
    t.visit_id,
    CASE WHEN min(t.institution_code) <> max(t.institution_code) THEN 1 ELSE 0 END AS by_institution,
    CASE WHEN min(COALESCE(p.person, t.worker_number)) <> max(COALESCE(p.person, t.worker_number)) THEN 1
        ELSE 0 END AS by_person
  FROM told AS t
  LEFT JOIN worker_persons AS p ON p.worker_number = t.worker_number AND p.sure
  WHERE t.visit_id IS NOT NULL
  GROUP BY t.visit_id
  HAVING min(t.institution_code) <> max(t.institution_code)
    OR min(COALESCE(p.person, t.worker_number)) <> max(COALESCE(p.person, t.worker_number))
),
stated AS (
  SELECT
    c.claim_id,
    c.visit_id,
    c.visit_category,
    CASE WHEN min(COALESCE(c.institution_code, b.institution_code)) = max(COALESCE(c.institution_code,
        b.institution_code)) THEN max(COALESCE(c.institution_code, b.institution_code)) END AS institution_code,
    CASE WHEN min(c.worker_number) = max(c.worker_number) THEN max(c.worker_number) END AS worker_number
  FROM claims AS c
  CROSS JOIN batch AS b
  WHERE c.visit_category IS NULL OR c.visit_category IN ('inpatient', 'rehabilitation')
  GROUP BY c.claim_id, c.visit_id, c.visit_category
),
-- A visit is that of one worker at one institution. A claim that does not tell whose it is, of a number that several
-- have, is a visit of its own.
visits AS (
  SELECT
    c.claim_id,
    c.visit_id,
    c.visit_category,
    c.institution_code,
    c.worker_number,
    COALESCE(p.person, c.worker_number) AS person,
    COALESCE(s.by_institution, 0) AS by_institution,
    COALESCE(s.by_person, 0) AS by_person,
    CASE
      WHEN s.visit_id IS NULL THEN c.visit_id
      WHEN (s.by_institution = 1 AND c.institution_code IS NULL) OR (s.by_person = 1 AND c.worker_number IS NULL)
        THEN concat(c.visit_id, ' ? ', COALESCE(c.claim_id, ''))
      ELSE concat(c.visit_id, ' ', CASE WHEN s.by_institution = 1 THEN c.institution_code ELSE '' END, ' ',
          CASE WHEN s.by_person = 1 THEN COALESCE(p.person, c.worker_number) ELSE '' END)
    END AS visit
  FROM stated AS c
  LEFT JOIN shared AS s ON s.visit_id = c.visit_id
  LEFT JOIN worker_persons AS p ON p.worker_number = c.worker_number AND p.sure
),
away AS (
  SELECT
    v.claim_id,
    v.visit,
    CASE WHEN v.by_institution + v.by_person = 0 THEN 1 ELSE 0 END AS certain,
    CASE WHEN v.by_institution + v.by_person = 0 OR e.registered THEN e.registered END AS registered,
    CASE WHEN e.ends_at < e.starts_at THEN CAST(e.ends_at AS DATE) ELSE CAST(e.starts_at AS DATE) END AS left_on,
    CASE
      WHEN e.ends_at_none THEN DATE '9999-12-31'
      WHEN (e.ends_at < e.starts_at) IS NOT TRUE THEN CAST(e.ends_at AS DATE)
    END AS back_on,
    CAST(e.starts_at AS DATE) AS starts_on,
    CASE WHEN e.ends_at_none THEN DATE '9999-12-31' ELSE CAST(e.ends_at AS DATE) END AS ends_on
  FROM leaves AS e
  JOIN visits AS v ON v.visit_id = e.visit_id
),
charged AS (
  SELECT
    l.claim_id,
    l.row,
    v.visit,
    v.visit_id,
    l.service_on,
    COALESCE(l.catalogue_name, l.institution_item_name) AS name,
    CASE
      WHEN COALESCE(l.charge_category, 'other') <> 'other' THEN l.charge_category
      WHEN l.catalogue_kind = 'inpatient_standard' THEN 'bed'
      WHEN l.catalogue_kind = 'rehabilitation_item' THEN 'rehabilitation'
    END AS charge_category,
    CASE WHEN l.charge_category IS NULL AND l.catalogue_kind IS NULL THEN 1 ELSE 0 END AS perhaps_bed,
    CASE WHEN l.unit LIKE '%小时%' THEN NULL ELSE l.quantity END AS days_count,
    l.quantity,
    CASE
      WHEN l.charge_category IN ('nursing', 'consultation') AND l.unit LIKE '%小时%'
        THEN (l.quantity <= 24) IS NOT TRUE
      WHEN l.charge_category IN ('nursing', 'consultation') THEN (l.quantity <= 1) IS NOT TRUE
    END AS several_days,
    l.amount
  FROM net_lines AS l
  JOIN visits AS v ON v.claim_id = l.claim_id
  WHERE COALESCE(NULLIF(l.amount, 0), l.quantity, 1) > 0
    AND (l.charge_category IN ('bed', 'nursing', 'consultation', 'examination', 'laboratory', 'treatment', 'operation',
        'rehabilitation')
      OR (COALESCE(l.charge_category, 'other') = 'other'
        AND COALESCE(l.catalogue_kind, 'other') NOT IN ('drug', 'consumable', 'assistive_device')))
),
met AS (
  SELECT
    g.claim_id,
    g.row,
    g.visit_id,
    g.service_on,
    g.name,
    g.amount,
    CASE WHEN g.charge_category IN ('examination', 'laboratory') THEN 1 ELSE 0 END AS perhaps_entered_later,
    a.registered,
    a.left_on,
    a.back_on,
    CASE
      WHEN g.charge_category IS NULL OR (g.charge_category = 'bed' AND (g.quantity <= 1) IS NOT TRUE) THEN
        CASE
          WHEN a.left_on >= a.back_on THEN FALSE
          WHEN g.charge_category IS NULL AND (g.perhaps_bed = 0 OR g.quantity <= 1)
            AND (g.service_on < a.left_on OR g.service_on >= a.back_on) THEN FALSE
        END
      WHEN g.several_days THEN CASE WHEN date_diff('day', a.left_on, a.back_on) < 2 THEN FALSE END
      ELSE
        (g.service_on > a.left_on AND g.service_on < a.back_on)
        OR (g.charge_category = 'bed' AND g.service_on = a.left_on AND g.service_on < a.back_on
          AND CASE WHEN g.days_count >= 1 THEN TRUE END)
    END AS charged_while_away
  FROM charged AS g
  JOIN away AS a ON a.claim_id = g.claim_id
  WHERE a.registered IS NOT TRUE
),
excused AS (
  SELECT m.row
  FROM met AS m
  JOIN away AS a ON a.claim_id = m.claim_id
  WHERE a.registered AND (a.left_on <= m.service_on AND a.back_on > m.service_on) IS NOT FALSE
  GROUP BY m.row
),
on_lines AS (
  SELECT
    m.claim_id,
    m.row,
    m.visit_id,
    m.service_on,
    m.name,
    m.amount,
    max(
      CASE WHEN m.charged_while_away AND NOT m.registered AND m.perhaps_entered_later = 0 AND x.row IS NULL THEN 1
          ELSE 0 END
    ) AS certain,
    max(CASE WHEN m.charged_while_away AND NOT m.registered AND x.row IS NULL THEN 0 ELSE 1 END) AS vague,
    min(m.left_on) AS left_on,
    max(m.back_on) AS back_on
  FROM met AS m
  LEFT JOIN excused AS x ON x.row = m.row
  WHERE m.charged_while_away IS NOT FALSE
  GROUP BY m.claim_id, m.row, m.visit_id, m.service_on, m.name, m.amount
),
-- part: numbers_alike,
in_bed AS (
  SELECT
    v.visit,
    CAST(s.starts_at AS DATE) AS starts_on,
    CASE WHEN s.ends_at_none THEN DATE '9999-12-31' ELSE CAST(s.ends_at AS DATE) END AS ends_on,
    max(
      CASE WHEN (v.by_institution = 0 OR s.institution_code = v.institution_code)
          AND (v.by_person = 0 OR COALESCE(p.person, s.worker_number) = v.person) THEN 1 ELSE 0 END
    ) AS certain
  FROM visits AS v
  JOIN stays AS s ON s.visit_id = v.visit_id AND (s.institution_code <> v.institution_code) IS NOT TRUE
  LEFT JOIN worker_persons AS p ON p.worker_number = s.worker_number AND p.sure
  LEFT JOIN alike AS k ON k.worker_number = v.worker_number AND k.other_worker_number = s.worker_number
  WHERE (COALESCE(p.person, s.worker_number) <> v.person) IS NOT TRUE OR k.worker_number IS NOT NULL
  GROUP BY v.visit, s.row, s.starts_at, s.ends_at, s.ends_at_none
),
present AS (
  SELECT
    i.visit,
    i.starts_on,
    CASE WHEN i.ends_on > $judged_on THEN $judged_on ELSE i.ends_on END AS ends_on,
    i.certain
  FROM in_bed AS i
  UNION ALL
  SELECT a.visit, a.starts_on, CASE WHEN a.ends_on > $judged_on THEN $judged_on ELSE a.ends_on END AS ends_on, a.certain
  FROM away AS a
  WHERE a.registered
),
one_by_one AS (
  SELECT
    p.visit,
    p.starts_on,
    p.ends_on,
    max(p.ends_on) OVER (
      PARTITION BY p.visit ORDER BY p.starts_on, p.ends_on ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
    ) AS reached_on
  FROM present AS p
  WHERE p.certain = 1 AND p.starts_on <= p.ends_on
),
dated AS (
  SELECT
    o.visit,
    sum(
      CASE
        WHEN o.reached_on >= o.starts_on THEN greatest(date_diff('day', o.reached_on, o.ends_on), 0)
        ELSE date_diff('day', o.starts_on, o.ends_on) + 1
      END
    ) AS days_count
  FROM one_by_one AS o
  GROUP BY o.visit
),
registered_days AS (
  SELECT
    p.visit,
    COALESCE(max(d.days_count), 0) AS days_count,
    max(CASE WHEN p.certain = 1 AND p.starts_on <= p.ends_on THEN 0 ELSE 1 END) AS undated
  FROM present AS p
  LEFT JOIN dated AS d ON d.visit = p.visit
  WHERE EXISTS (SELECT 1 FROM in_bed AS i WHERE i.visit = p.visit AND i.certain = 1)
  GROUP BY p.visit
),
beds_billed AS (
  SELECT
    g.visit,
    min(g.visit_id) AS visit_id,
    min(g.claim_id) AS claim_id,
    min(g.row) AS row,
    min(g.service_on) AS service_on,
    min(g.name) AS name,
    COALESCE(sum(CASE WHEN g.charge_category = 'bed' THEN g.days_count END), 0) AS days_count,
    COALESCE(sum(CASE WHEN g.charge_category = 'bed' THEN g.amount END), 0) AS amount,
    max(CASE WHEN g.charge_category = 'bed' AND g.days_count IS NULL THEN 1 ELSE 0 END) AS uncounted,
    COALESCE(sum(CASE WHEN g.perhaps_bed = 1 THEN COALESCE(g.days_count, 1) END), 0) AS perhaps_count
  FROM charged AS g
  WHERE (g.charge_category = 'bed' OR g.perhaps_bed = 1)
    AND COALESCE(g.name, '') NOT LIKE '%空调%'
    AND COALESCE(g.name, '') NOT LIKE '%取暖%'
    AND COALESCE(g.name, '') NOT LIKE '%陪%'
  GROUP BY g.visit
),
too_many_beds AS (
  SELECT
    b.claim_id,
    b.row,
    b.visit,
    b.visit_id,
    b.service_on,
    b.name,
    round(CAST(b.amount * (b.days_count - d.days_count) / NULLIF(b.days_count, 0) AS DECIMAL(18, 6)), 2) AS amount,
    CASE WHEN b.days_count > d.days_count AND d.undated = 0 THEN 0 ELSE 1 END AS vague
  FROM beds_billed AS b
  JOIN registered_days AS d ON d.visit = b.visit
  WHERE b.uncounted = 1 OR b.days_count + b.perhaps_count > d.days_count
),
beds_without_person AS (
  SELECT
    g.claim_id,
    g.row,
    g.visit,
    g.visit_id,
    g.service_on,
    g.name,
    g.amount,
    max(
      CASE
        WHEN (b.starts_on <= b.ends_on) IS NOT TRUE OR g.service_on IS NULL OR g.charge_category IS NULL THEN 1
        WHEN a.visit IS NOT NULL OR (g.service_on >= b.starts_on AND g.service_on <= b.ends_on) THEN 1
        ELSE 0
      END
    ) AS vague
  FROM charged AS g
  JOIN in_bed AS b ON b.visit = g.visit
  JOIN registered_days AS r ON r.visit = g.visit
  LEFT JOIN away AS a ON a.claim_id = g.claim_id AND a.registered AND a.certain = 0
    AND g.service_on >= a.left_on AND g.service_on <= a.back_on
  WHERE (g.charge_category = 'bed') IS NOT FALSE
    AND (g.quantity > 1) IS NOT TRUE
    AND NOT EXISTS (
      SELECT 1 FROM away AS a
      WHERE a.claim_id = g.claim_id AND a.registered AND a.certain = 1
        AND g.service_on >= a.left_on AND g.service_on <= a.back_on
    )
  GROUP BY g.claim_id, g.row, g.visit, g.visit_id, g.service_on, g.name, g.amount
  HAVING max(CASE WHEN b.certain = 1 AND g.service_on >= b.starts_on AND g.service_on <= b.ends_on THEN 1
      ELSE 0 END) = 0
),
beds_told AS (
  SELECT p.claim_id, p.row, p.visit_id, p.service_on, p.name, p.amount, p.vague FROM beds_without_person AS p
  UNION ALL
  SELECT t.claim_id, t.row, t.visit_id, t.service_on, t.name, t.amount, t.vague
  FROM too_many_beds AS t
  WHERE NOT EXISTS (SELECT 1 FROM beds_without_person AS p WHERE p.visit = t.visit)
),
care AS (
  SELECT
    l.claim_id,
    CASE
      WHEN l.charge_category IN ('examination', 'laboratory', 'treatment', 'operation', 'rehabilitation',
          'western_drug', 'chinese_patent_drug', 'herbal_drug') THEN 1
      WHEN l.charge_category <> 'other' THEN 0
      WHEN l.catalogue_kind IN ('drug', 'rehabilitation_item') THEN 1
      WHEN l.catalogue_kind IN ('inpatient_standard', 'consumable', 'assistive_device') THEN 0
      WHEN l.charge_category = 'other' AND COALESCE(l.catalogue_kind, 'other') = 'other' THEN 0
    END AS is_care
  FROM net_lines AS l
  WHERE COALESCE(NULLIF(l.amount, 0), l.quantity, 1) > 0
),
cared_for AS (
  SELECT e.claim_id, count(*) AS lines_count, count(e.is_care) AS known_count, sum(e.is_care) AS care_count
  FROM care AS e
  GROUP BY e.claim_id
),
in_register AS (
  SELECT i.visit, count(*) AS entries_count FROM in_bed AS i WHERE i.certain = 1 GROUP BY i.visit
)
SELECT
  o.claim_id,
  o.row AS line_row,
  CASE WHEN o.certain = 1 THEN 'fail' WHEN o.vague = 1 THEN 'unknown' ELSE 'suspect' END AS verdict,
  CASE WHEN o.certain = 1 OR o.vague = 0 THEN o.amount END AS amount,
  CASE WHEN o.certain = 1 OR o.vague = 0 THEN 'charged_while_away'
      ELSE 'leave_not_known' END AS reason,
  o.visit_id,
  o.service_on,
  o.name,
  o.left_on,
  o.back_on
FROM on_lines AS o
UNION ALL
SELECT
  p.claim_id,
  p.row AS line_row,
  CASE WHEN p.vague = 1 THEN 'unknown' ELSE 'suspect' END AS verdict,
  CASE WHEN p.vague = 1 THEN NULL ELSE p.amount END AS amount,
  CASE WHEN p.vague = 1 THEN 'day_or_category_not_known'
      ELSE 'bed_not_registered' END AS reason,
  p.visit_id,
  p.service_on,
  p.name,
  CAST(NULL AS DATE) AS left_on,
  CAST(NULL AS DATE) AS back_on
FROM beds_told AS p
WHERE NOT EXISTS (SELECT 1 FROM on_lines AS o WHERE o.row = p.row)
UNION ALL
SELECT
  v.claim_id,
  CAST(NULL AS BIGINT) AS line_row,
  CASE
    WHEN v.visit_category IS NULL OR r.entries_count IS NULL OR f.lines_count IS NULL THEN 'unknown'
    WHEN f.known_count < f.lines_count THEN 'unknown'
    ELSE 'suspect'
  END AS verdict,
  CAST(NULL AS DECIMAL(18, 6)) AS amount,
  CASE
    WHEN v.visit_category IS NULL THEN 'no_visit_category'
    WHEN r.entries_count IS NULL THEN 'no_bed_register'
    WHEN f.lines_count IS NULL THEN 'no_lines'
    WHEN f.known_count < f.lines_count THEN 'lines_without_category'
    ELSE 'no_treatment'
  END AS reason,
  v.visit_id,
  CAST(NULL AS DATE) AS service_on,
  CAST(NULL AS VARCHAR) AS name,
  CAST(NULL AS DATE) AS left_on,
  CAST(NULL AS DATE) AS back_on
FROM visits AS v
LEFT JOIN in_register AS r ON r.visit = v.visit
LEFT JOIN cared_for AS f ON f.claim_id = v.claim_id
WHERE (v.visit_category IS NOT NULL AND r.entries_count > 0 AND f.care_count > 0) IS NOT TRUE
UNION ALL
SELECT
  CAST(NULL AS VARCHAR) AS claim_id,
  CAST(NULL AS BIGINT) AS line_row,
  'unknown' AS verdict,
  CAST(NULL AS DECIMAL(18, 6)) AS amount,
  'leave_without_visit' AS reason,
  CAST(NULL AS VARCHAR) AS visit_id,
  CAST(NULL AS DATE) AS service_on,
  CAST(NULL AS VARCHAR) AS name,
  min(CAST(e.starts_at AS DATE)) AS left_on,
  max(CAST(e.ends_at AS DATE)) AS back_on
FROM leaves AS e
WHERE e.visit_id IS NULL AND e.registered IS NOT TRUE
HAVING count(*) > 0
UNION ALL
SELECT
  CAST(NULL AS VARCHAR) AS claim_id,
  CAST(NULL AS BIGINT) AS line_row,
  'unknown' AS verdict,
  CAST(NULL AS DECIMAL(18, 6)) AS amount,
  'charges_without_claim' AS reason,
  CAST(NULL AS VARCHAR) AS visit_id,
  min(l.service_on) AS service_on,
  CAST(NULL AS VARCHAR) AS name,
  CAST(NULL AS DATE) AS left_on,
  CAST(NULL AS DATE) AS back_on
FROM net_lines AS l
WHERE l.claim_id IS NULL
  AND (l.charge_category IS NULL
    OR l.charge_category IN ('bed', 'nursing', 'consultation', 'examination', 'laboratory', 'treatment', 'operation',
      'rehabilitation'))
HAVING count(*) > 0
