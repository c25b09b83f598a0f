-- Reads outside (row, catalogue_code, service_on) and payable (code, valid_from, valid_until).
-- misspelt (row): lines whose code stands in the catalogues in other letters, upper or lower case, on that day, or
-- which may be an entry that tells no code, of their name or where a name is not told.
uncoded AS (
    SELECT name, valid_from, valid_until
    FROM catalogue
    WHERE code IS NULL AND COALESCE(fund_payable, COALESCE(charge_class, 'a') <> 'c')
    GROUP BY name, valid_from, valid_until
),
misspelt AS (
    SELECT a.row
    FROM (SELECT x.row
          FROM outside AS x
          JOIN payable AS p ON upper(p.code) = upper(x.catalogue_code)
          WHERE p.code <> x.catalogue_code
            AND (x.service_on < p.valid_from OR x.service_on > p.valid_until) IS NOT TRUE
          UNION ALL
          SELECT x.row
          FROM outside AS x
          JOIN net_lines AS l ON l.row = x.row
          JOIN uncoded AS u ON (u.name <> l.catalogue_name) IS NOT TRUE
          WHERE (x.service_on < u.valid_from OR x.service_on > u.valid_until) IS NOT TRUE) AS a
    GROUP BY a.row
)
