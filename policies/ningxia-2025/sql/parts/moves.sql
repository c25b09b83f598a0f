-- moved (row, out_of_county): of each transfer whether it leaves the county; NULL where the codes do not tell.
moved AS (
  SELECT
    t.row,
    -- A code that ends in 00 is a city's, in 0000 a province's: it does not tell the county.
    CASE
      WHEN substr(t.from_division_code, 1, 2) <> substr(t.to_division_code, 1, 2) THEN TRUE
      WHEN t.from_division_code LIKE '%0000' OR t.to_division_code LIKE '%0000' THEN NULL
      WHEN substr(t.from_division_code, 1, 4) <> substr(t.to_division_code, 1, 4) THEN TRUE
      WHEN t.from_division_code LIKE '%00' OR t.to_division_code LIKE '%00' THEN NULL
      ELSE t.from_division_code <> t.to_division_code
    END AS out_of_county
  FROM transfers AS t
)
