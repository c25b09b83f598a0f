-- Reads outside (row, catalogue_code, service_on) and payable (code, valid_from, valid_until).
-- misspelt (row): lines whose code stands in the catalogues in other letters, upper or lower case, on that day.
misspelt AS (
    SELECT x.row
    FROM outside AS x
    JOIN payable AS p ON upper(p.code) = upper(x.catalogue_code)
    WHERE p.code <> x.catalogue_code AND (x.service_on < p.valid_from OR x.service_on > p.valid_until) IS NOT TRUE
    GROUP BY x.row
)
