-- Reads unpriced (kind, service_on, catalogue_code) of lines without a ceiling and prices (code, kind, valid_from,
-- valid_until, lowest).
-- in_force (kind, service_on): some ceiling of the kind is in force that day. open_start (code): codes with a ceiling
-- of which nobody knows since when. misspelt (catalogue_code, service_on): codes that are listed in other letters only,
-- altogether or on that day.
days AS (
    SELECT kind, service_on FROM unpriced GROUP BY kind, service_on
),
periods AS (
    SELECT kind, valid_from, valid_until FROM prices WHERE lowest IS NOT NULL GROUP BY kind, valid_from, valid_until
),
in_force AS (
    SELECT d.kind, d.service_on
    FROM days AS d
    JOIN periods AS p ON p.kind = d.kind AND d.service_on >= p.valid_from AND d.service_on <= p.valid_until
    GROUP BY d.kind, d.service_on
),
open_start AS (
    SELECT code FROM prices WHERE valid_from IS NULL AND lowest IS NOT NULL GROUP BY code
),
unlisted AS (
    SELECT c.catalogue_code, c.service_on
    FROM (SELECT catalogue_code, service_on FROM unpriced GROUP BY catalogue_code, service_on) AS c
    LEFT JOIN prices AS p ON p.code = c.catalogue_code
        AND (c.service_on < p.valid_from OR c.service_on > p.valid_until) IS NOT TRUE
    WHERE p.code IS NULL
),
listed AS (
    SELECT code FROM prices GROUP BY code
),
misspelt AS (
    SELECT u.catalogue_code, u.service_on
    FROM unlisted AS u
    JOIN prices AS p ON upper(p.code) = upper(u.catalogue_code)
    LEFT JOIN listed AS e ON e.code = u.catalogue_code
    WHERE p.lowest IS NOT NULL AND p.code <> u.catalogue_code
      AND (e.code IS NULL OR (u.service_on < p.valid_from OR u.service_on > p.valid_until) IS NOT TRUE)
    GROUP BY u.catalogue_code, u.service_on
)
