-- Reads limited (row, catalogue_code, service_on, highest) and unlisted (catalogue_code, service_on).
-- by_name (row): lines of a code that no catalogue has that day, which may be an entry with a ceiling and without a
-- code: of their name, or where a name is not told.
uncoded AS (
    SELECT name, valid_from, valid_until
    FROM catalogue
    WHERE code IS NULL AND COALESCE(ceiling_amount, ceiling_level_3_amount, ceiling_level_2_amount,
                                    ceiling_level_1_amount) IS NOT NULL
    GROUP BY name, valid_from, valid_until
),
by_name AS (
    SELECT l.row
    FROM limited AS l
    JOIN unlisted AS x ON x.catalogue_code = l.catalogue_code AND x.service_on = l.service_on
    JOIN net_lines AS n ON n.row = l.row
    JOIN uncoded AS u ON (u.name <> n.catalogue_name) IS NOT TRUE
    WHERE l.highest IS NULL AND (l.service_on < u.valid_from OR l.service_on > u.valid_until) IS NOT TRUE
    GROUP BY l.row
)
