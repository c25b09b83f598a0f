-- Reads limited (row, catalogue_code, service_on, highest, ceiling_amount) and prices (code, valid_from, valid_until,
-- lowest).
-- perhaps (row): lines that tell a ceiling themselves, whose code in any letters may have another one on that day.
perhaps AS (
    SELECT l.row
    FROM limited AS l
    JOIN prices AS p ON upper(p.code) = upper(l.catalogue_code)
    WHERE l.highest IS NULL AND l.ceiling_amount IS NOT NULL AND p.lowest IS NOT NULL
      AND (l.service_on < p.valid_from OR l.service_on > p.valid_until) IS NOT TRUE
    GROUP BY l.row
)
