-- Reads outside (kind, service_on).
-- in_force (kind, service_on): of its kinds and days those for which some catalogue of the kind is in force.
days AS (
    SELECT kind, service_on FROM outside GROUP BY kind, service_on
),
periods AS (
    SELECT kind, valid_from, valid_until FROM catalogue GROUP BY kind, valid_from, valid_until
),
in_force AS (
    SELECT d.kind, d.service_on
    FROM days AS d
    JOIN periods AS p ON p.kind = d.kind AND d.service_on >= p.valid_from AND d.service_on <= p.valid_until
    GROUP BY d.kind, d.service_on
)
