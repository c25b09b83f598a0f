-- Reads stays_in_region (claim_row, worker_number, recognition_number, ends_on, settled_on, told_settled_on).
-- known (claim_row, injuries, in_time, late): the worker's injuries; those recognised by the day of settlement, and
-- those that certainly were not. Of one recognised after the discharge neither is certain: the day of settlement may be
-- that of the reimbursement of what was advanced.
known AS (
    SELECT s.claim_row,
           count(*) AS injuries,
           count(*) FILTER (WHERE w.recognized_on <= s.settled_on AND (w.recognized_on > s.ends_on) IS NOT TRUE)
               AS in_time,
           count(*) FILTER (WHERE w.recognized_on_none OR w.recognized_on > s.told_settled_on) AS late
    FROM stays_in_region AS s
    JOIN worker_entries AS e ON e.worker_number = s.worker_number
    JOIN workers AS w ON w.row = e.entry_row
    WHERE s.recognition_number IS NULL OR w.recognition_number = s.recognition_number
    GROUP BY s.claim_row
)
