/*
title: {zh: 使用非治疗药物, en: Non-therapeutic drugs}
offence:
  zh: 药品明细标明是非治疗性药品，或目录当日写明不是治疗性药品
  en: "a drug line marked as non-therapeutic, or one that the catalogue calls non-therapeutic on that day"
not_an_offence:
  zh: 目录写明是治疗性药品，明细也没有标为非治疗性；已冲销的明细；写明目录类别不是药品的明细（没有写或写“其他”的，看编码，再看费用类别）
  en: >-
    drugs that the catalogue calls therapeutic and the line does not call otherwise; reversed lines; lines of
    another stated kind (without one, or of “other”, the code tells, then the category)
unknown:
  zh: 目录和明细都没有写是不是治疗性药品；数量为零而没有写金额；目录写明不是治疗性药品，而不知道费用日期或生效日期、当日是否这样写；没有编码，或者编码当日不在目录而与这样写明的只差大小写，而明细只说不是非治疗性；当日两个目录写的不同
  en: >-
    neither catalogue nor line says whether the drug is therapeutic; the catalogue calls it non-therapeutic, and for
    want of a day it is not known whether on that one; the catalogue calls some non-therapeutic, and the line that says
    otherwise has no code, or one not listed that day that differs from theirs in its case only; two catalogues of the
    day contradict each other; a quantity of zero without an amount
money: {zh: 这条明细的金额（可以拒付）, en: the line's amount (payment may be refused)}
bearer: institution
judges: drug_lines
needs: {lines: [catalogue_code, service_on]}
optional:
  lines: [claim_id, catalogue_name, catalogue_kind, charge_category, institution_item_name, quantity, amount,
      non_therapeutic]
  catalogue: [code, valid_from, valid_until, kind, therapeutic]
evidence:
  service_on: {zh: 费用日期, en: day of the service}
  catalogue_code: {zh: 目录编码, en: code}
  name: {zh: 名称, en: name}
alert:
  zh: "{service_on} {name} 是非治疗性药品"
  en: "{service_on} {name} is a non-therapeutic drug"
*/
WITH drugs AS (
    SELECT l.row, l.claim_id, l.catalogue_code, COALESCE(l.catalogue_name, l.institution_item_name) AS name,
           l.service_on, l.amount, l.non_therapeutic,
           CASE WHEN l.quantity = 0 AND l.amount IS NULL THEN 1 ELSE 0 END AS untold
    FROM drug_lines AS l
),
spelt AS (
    SELECT d.row
    FROM drugs AS d
    JOIN catalogue AS c ON c.code = d.catalogue_code
    WHERE (d.service_on < c.valid_from OR d.service_on > c.valid_until) IS NOT TRUE
    GROUP BY d.row
),
listed AS (
    SELECT d.row,
           max(CASE WHEN c.therapeutic AND c.code = d.catalogue_code AND d.service_on >= c.valid_from
               AND d.service_on <= c.valid_until THEN 1 ELSE 0 END) AS therapeutic,
           max(CASE WHEN c.therapeutic = FALSE AND c.code = d.catalogue_code AND d.service_on >= c.valid_from
               AND d.service_on <= c.valid_until THEN 1 ELSE 0 END) AS non_therapeutic,
           max(CASE WHEN c.therapeutic = FALSE AND (c.code = d.catalogue_code OR k.row IS NULL) THEN 1 ELSE 0 END)
               AS perhaps_non_therapeutic
    FROM drugs AS d
    JOIN catalogue AS c ON upper(c.code) = upper(d.catalogue_code)
    LEFT JOIN spelt AS k ON k.row = d.row
    WHERE (d.service_on < c.valid_from OR d.service_on > c.valid_until) IS NOT TRUE
    GROUP BY d.row
),
named AS (
    SELECT count(*) AS non_therapeutic_count FROM catalogue WHERE therapeutic = FALSE AND (kind <> 'drug') IS NOT TRUE
)
SELECT d.claim_id, d.row AS line_row,
       CASE WHEN d.untold = 0 AND (d.non_therapeutic OR (l.non_therapeutic = 1 AND l.therapeutic = 0)) THEN 'fail'
            ELSE 'unknown' END AS verdict,
       d.amount, d.service_on, d.catalogue_code, d.name
FROM drugs AS d
CROSS JOIN named AS n
LEFT JOIN listed AS l ON l.row = d.row
WHERE (NOT COALESCE(d.non_therapeutic, FALSE) AND COALESCE(l.perhaps_non_therapeutic, 0) = 0
    AND (d.catalogue_code IS NOT NULL OR n.non_therapeutic_count = 0)
    AND (l.therapeutic = 1 OR d.non_therapeutic IS NOT NULL)) IS NOT TRUE
