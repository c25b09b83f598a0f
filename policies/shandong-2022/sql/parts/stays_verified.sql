-- Reads visits (stay, visit_id, institution_code, worker_number, starts_on, left_on).
-- verified (stay, once, unanswered): whether the real name was verified once, and whether an entry does not say.
matched AS (
  SELECT
    v.stay,
    v.starts_on,
    v.left_on,
    s.row,
    s.worker_number,
    s.real_name_verified,
    s.real_name_verified_on,
    s.real_name_verified_on_none
  FROM visits AS v
  JOIN stays AS s ON s.visit_id = v.visit_id
    AND (s.institution_code <> v.institution_code AND v.institution_code <> '') IS NOT TRUE
    AND (s.worker_number <> v.worker_number) IS NOT TRUE
  UNION ALL
  -- An entry that does not tell its visit may be of this one, and says nothing certain of it.
  SELECT
    v.stay,
    v.starts_on,
    v.left_on,
    s.row,
    s.worker_number,
    CAST(NULL AS BOOLEAN) AS real_name_verified,
    s.real_name_verified_on,
    s.real_name_verified_on_none
  FROM visits AS v
  CROSS JOIN stays AS s
  WHERE s.visit_id IS NULL AND s.real_name_verified IS NOT FALSE
    AND (s.institution_code <> v.institution_code AND v.institution_code <> '') IS NOT TRUE
    AND (s.worker_number <> v.worker_number) IS NOT TRUE
    AND (s.real_name_verified_on < v.starts_on OR s.real_name_verified_on > v.left_on) IS NOT TRUE
),
-- Where the claim does not tell its worker, entries of two of them do not tell which of them it is.
of_several AS (
  SELECT m.stay
  FROM matched AS m
  GROUP BY m.stay
  HAVING min(m.worker_number) <> max(m.worker_number)
),
shared AS (
  SELECT m.row, count(*) AS stays_count
  FROM matched AS m
  GROUP BY m.row
),
answered AS (
  SELECT
    m.stay,
    CASE
      WHEN NOT m.real_name_verified THEN FALSE
      WHEN n.stays_count > 1 OR t.stay IS NOT NULL THEN NULL
      WHEN m.real_name_verified AND m.real_name_verified_on > CAST($judged_on AS DATE) THEN FALSE
      WHEN m.real_name_verified_on_none OR m.real_name_verified_on < m.starts_on
        OR m.real_name_verified_on > m.left_on THEN NULL
      ELSE m.real_name_verified
    END AS verified
  FROM matched AS m
  JOIN shared AS n ON n.row = m.row
  LEFT JOIN of_several AS t ON t.stay = m.stay
  WHERE (n.stays_count > 1 AND NOT m.real_name_verified) IS NOT TRUE
),
verified AS (
  SELECT
    a.stay,
    max(CASE WHEN a.verified THEN 1 ELSE 0 END) AS once,
    max(CASE WHEN a.verified IS NULL THEN 1 ELSE 0 END) AS unanswered
  FROM answered AS a
  GROUP BY a.stay
)
