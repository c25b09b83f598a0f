/*
title: {zh: 工伤与非工伤费用没有分开, en: costs of the injury not kept apart}
offence:
  zh: 结算单标明工伤与非工伤费用没有分开（明细又没有全部标为工伤费用）
  en: the claim says that injury and other costs were not kept apart, and its lines are not all marked as injury costs
not_an_offence:
  zh: 费用已经分开；明细全部标为工伤费用（没有别的费用要分）；没有填是否分开，而明细逐条标明了是否用于工伤；已冲销的明细不算
  en: >-
    costs kept apart; every line marked as an injury cost, so that there is nothing to keep apart; no answer for the
    claim, but every line marked one way or the other; reversed lines do not count
unknown:
  zh: 没有填工伤费用是否分开，明细也没有逐条标明；一条明细也没有而有的没有读懂；标明非工伤就诊，而明细全部标为工伤费用；有明细没有写结算单号（没有填是否分开的，只看没有标明的），不知道是不是这一张的
  en: >-
    no answer for the claim, and lines without a mark; not a line of it while some could not be read; a visit marked as
    not for the injury of which every line is marked for it; lines that name no claim and may be of this one (without an
    answer for the claim, those without a mark)
money: {zh: 整张结算单的总金额（没有分开，就分不出哪些是工伤费用）, en: the claim's total since what is not kept apart cannot be told apart}
bearer: institution
judges: claims
needs: {claims: [claim_id, injury_costs_separated]}
optional: {claims: [starts_on, total_amount, non_injury], lines: [claim_id, injury_related]}
evidence:
  starts_on: {zh: 就诊日期, en: visit on}
  lines_count: {zh: 明细数, en: lines}
  marked_count: {zh: 已标明的明细数, en: lines marked}
alert:
  zh: "{starts_on} 就诊：工伤与非工伤费用没有分开，请逐条标明哪些明细用于工伤"
  en: "visit of {starts_on}: injury and other costs are not kept apart; please mark each line"
*/
WITH marked AS (
  SELECT
    l.claim_id,
    count(*) AS lines_count,
    count(l.injury_related) AS marked_count,
    count(CASE WHEN l.injury_related THEN 1 END) AS injury_count
  FROM net_lines AS l
  GROUP BY l.claim_id
),
nameless AS (
  SELECT count(*) AS lines_count, count(*) - count(l.injury_related) AS unmarked_count
  FROM net_lines AS l
  WHERE l.claim_id IS NULL
)
SELECT
  c.claim_id,
  CAST(NULL AS BIGINT) AS line_row,
  CASE WHEN c.injury_costs_separated IS NULL OR m.injury_count = m.lines_count
      OR (m.claim_id IS NULL AND $unread_lines > 0) THEN 'unknown' ELSE 'fail' END AS verdict,
  c.total_amount AS amount,
  c.starts_on,
  COALESCE(m.lines_count, 0) AS lines_count,
  COALESCE(m.marked_count, 0) AS marked_count
FROM claims AS c
CROSS JOIN nameless AS n
LEFT JOIN marked AS m ON m.claim_id = c.claim_id
WHERE (
  c.injury_costs_separated
  OR (m.injury_count = m.lines_count AND c.non_injury IS NOT TRUE AND n.lines_count = 0)
  OR (c.injury_costs_separated IS NULL AND m.marked_count = m.lines_count AND n.unmarked_count = 0
    AND (c.non_injury AND m.injury_count = m.lines_count) IS NOT TRUE)
) IS NOT TRUE
