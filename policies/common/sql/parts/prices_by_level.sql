-- prices (code, name, kind, unit, valid_from, valid_until, level_3, level_2, level_1, lowest, lowest_of_all): the
-- ceilings of the catalogue by level, the lowest told, and the lowest where every level has one.
prices AS (
    SELECT code, name, kind, unit, valid_from, valid_until,
           COALESCE(ceiling_level_3_amount, ceiling_amount) AS level_3,
           COALESCE(ceiling_level_2_amount, ceiling_amount) AS level_2,
           COALESCE(ceiling_level_1_amount, ceiling_amount) AS level_1,
           least(ceiling_amount, ceiling_level_3_amount, ceiling_level_2_amount, ceiling_level_1_amount) AS lowest,
           CASE WHEN ceiling_amount IS NOT NULL
                  OR (ceiling_level_3_amount + ceiling_level_2_amount + ceiling_level_1_amount) IS NOT NULL
                THEN least(ceiling_amount, ceiling_level_3_amount, ceiling_level_2_amount, ceiling_level_1_amount)
           END AS lowest_of_all
    FROM catalogue
)
