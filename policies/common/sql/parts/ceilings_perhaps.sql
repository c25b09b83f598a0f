-- Reads limited (row, catalogue_code, service_on, kind, highest, ceiling_amount) and prices (code, name, kind,
-- valid_from, valid_until, level_3, level_2, level_1, lowest).
-- perhaps (row, highest): lines that tell a ceiling themselves, whose code in any letters may have another one on that
-- day, and lines of no listed code, where an entry with a ceiling tells no code (of their name, or of none); the
-- highest that may be.
perhaps AS (
    SELECT a.row, max(a.highest) AS highest
    FROM (SELECT l.row, greatest(p.level_3, p.level_2, p.level_1) AS highest
          FROM limited AS l
          JOIN prices AS p ON upper(p.code) = upper(l.catalogue_code)
          WHERE l.highest IS NULL AND l.ceiling_amount IS NOT NULL AND p.lowest IS NOT NULL
            AND (l.service_on < p.valid_from OR l.service_on > p.valid_until) IS NOT TRUE
          UNION ALL
          SELECT l.row, greatest(p.level_3, p.level_2, p.level_1) AS highest
          FROM limited AS l
          JOIN net_lines AS n ON n.row = l.row
          JOIN prices AS p ON (p.name <> n.catalogue_name) IS NOT TRUE AND (p.kind <> l.kind) IS NOT TRUE
          LEFT JOIN prices AS e ON e.code = l.catalogue_code
              AND (l.service_on < e.valid_from OR l.service_on > e.valid_until) IS NOT TRUE
          WHERE p.code IS NULL AND e.code IS NULL AND l.highest IS NULL AND p.lowest IS NOT NULL
            AND (l.service_on < p.valid_from OR l.service_on > p.valid_until) IS NOT TRUE) AS a
    GROUP BY a.row
)
