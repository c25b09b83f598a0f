-- Reads visits (row, institution_code, starts_on).
-- held (row, covered, perhaps): whether an agreement of the institution covers the first day of a visit, or may.
held AS (
  SELECT
    v.row,
    max(CASE WHEN a.starts_on <= v.starts_on AND v.starts_on <= a.ends_on THEN 1 ELSE 0 END) AS covered,
    max(CASE WHEN v.starts_on < a.starts_on OR v.starts_on > a.ends_on THEN 0 ELSE 1 END) AS perhaps
  FROM visits AS v
  JOIN agreements AS a ON a.institution_code = v.institution_code AND (a.medical OR a.rehabilitation) IS NOT FALSE
  GROUP BY v.row
)
