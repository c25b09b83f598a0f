-- Reads billed (row, catalogue_code, service_on) and limits (code, valid_from, valid_until).
-- miswritten (row): lines whose code no catalogue has that day, while one in other letters, upper or lower case, has a
-- limit that day.
listed AS (
    SELECT l.row
    FROM billed AS l
    JOIN catalogue AS c ON c.code = l.catalogue_code
    WHERE (l.service_on < c.valid_from OR l.service_on > c.valid_until) IS NOT TRUE
    GROUP BY l.row
),
miswritten AS (
    SELECT l.row
    FROM billed AS l
    JOIN limits AS c ON upper(c.code) = upper(l.catalogue_code)
    LEFT JOIN listed AS k ON k.row = l.row
    WHERE k.row IS NULL AND (l.service_on < c.valid_from OR l.service_on > c.valid_until) IS NOT TRUE
    GROUP BY l.row
)
