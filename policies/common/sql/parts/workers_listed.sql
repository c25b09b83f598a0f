-- on_the_list (worker_number, identity_number, old_number): identity numbers of the workers' list. Resident numbers
-- only have an old number, of 15 digits: a passport on the list may be that of the same person.
on_the_list AS (
  SELECT
    w.worker_number,
    upper(trim(w.identity_number)) AS identity_number,
    CASE WHEN length(trim(w.identity_number)) = 18
        THEN concat(substr(upper(trim(w.identity_number)), 1, 6), substr(upper(trim(w.identity_number)), 9, 9))
        WHEN length(trim(w.identity_number)) = 15 AND substr(trim(w.identity_number), 1, 1) <= '9'
        THEN trim(w.identity_number) END AS old_number
  FROM workers AS w
  WHERE w.identity_number NOT LIKE '%*%'
)
