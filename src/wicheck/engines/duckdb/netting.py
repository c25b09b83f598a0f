"""``net_lines``: the lines as they stand after reversals and refunds. No money is hidden by it.

A *reversal* is a line with ``reversed_line_number``, or with a negative quantity or amount; its size counts, whatever
its sign. What it takes back is found

1. by reference: the line of that number in the same claim (of several, that of the same codes, else the first);
2. else, if negative, among the lines of the same claim, catalogue code, institution's item code and unit price, and,
   where there is neither code, of the same name: the latest first, those until the (last) reversal's own day before
   later ones, as many as it takes, the last in part. Lines with neither code nor name are nobody's.

A line and its reversals are gone when neither a quantity nor a fen is left. A line reversed in part stays with what
is left: ``quantity``, ``amount`` and the parts of the amount by the amount left (to six digits, rounded down), as
billed in ``gross_quantity`` and ``gross_amount``. Where less money came back than was billed, the line stays with
quantity 0 and that money, which is the fund's as far as the whole was. What a reversal takes back beyond what was
billed stays on the reversal's own row (the last, of several), negative; so does, unchanged, a reversal for which no
line is found, or without a claim or a quantity (``refunds`` has the lines that one of these may take back).

A reversal that tells neither amount nor price takes back what its quantity of the line came to. Of a line whose own
money is not told, what is left is unknown (NULL).

A price can be mistyped so that, times the quantity, it has more digits than a column of money. Such money is unknown
(NULL), of this line alone, and its parts go by the quantity; it is never taken for none.

Nor is an amount of 0 beside a part of it that is more: what was charged is unknown then, and the part stands as it is.

Only lines that a reversal touches are copied; ``net_lines`` is the others and what is left of these. A batch without
reversals costs nothing.

``category_kind`` is the kind of catalogue that a line's category of charge belongs to, NULL where that is "other": what
it is where the line does not say its kind itself.
"""

from __future__ import annotations

from collections.abc import Collection

import duckdb

_PARTS = (
    "fund_amount",
    "in_scope_amount",
    "out_of_scope_amount",
    "over_ceiling_amount",
    "personal_amount",
    "self_pay_first_amount",
)
_CATEGORY_KIND = """
CASE WHEN charge_category IN ('western_drug', 'chinese_patent_drug', 'herbal_drug') THEN 'drug'
     WHEN charge_category = 'bed' THEN 'inpatient_standard'
     WHEN charge_category = 'material' THEN 'consumable'
     WHEN charge_category = 'rehabilitation' THEN 'rehabilitation_item'
     WHEN charge_category = 'assistive_device' THEN 'assistive_device'
     WHEN charge_category <> 'other' THEN 'item' END"""
NEGATIVE = "(quantity < 0 OR amount < 0)"
_FEN = "0.01"
NAME = (
    "CASE WHEN {t}catalogue_code IS NULL AND {t}institution_item_code IS NULL "
    "THEN COALESCE({t}catalogue_name, {t}institution_item_name) END"
)
"""What a line without a code is known by."""
_WIDE_PRICE = "CAST(unit_price_amount AS DECIMAL(25,6))"
"""A product of two columns has the digits of one: it overflows from a million on."""


def _share(part: str, left: str, whole: str) -> str:
    """``part`` in the proportion of ``left`` to ``whole``, in whole millionths, since decimals divide as floats."""
    # A product has the digits of its decimal: those of a column overflow from a million on.
    part, left, whole = (f"CAST(CAST({cell} AS DECIMAL(25,6)) * 1000000 AS HUGEINT)" for cell in (part, left, whole))
    return f"CAST({part} * {left} // NULLIF({whole}, 0) AS DECIMAL(38,0))"


def _money_of(quantity: str, line: str, price: str) -> str:
    """What ``quantity`` of a ``line`` came to where nobody says it: by its price, else by its amount."""
    by_amount = _share(f"TRY_CAST({line}.amount AS DECIMAL(18,6))", quantity, f"{line}.quantity")
    return f"COALESCE({quantity} * CAST({price} AS DECIMAL(25,6)), {by_amount} * 0.000001)"


def _known(total: str) -> str:
    """A sum that is unknown where one of its amounts is."""
    return f"CASE WHEN count({total}) = count(*) THEN sum({total}) END"


_STEPS = f"""
CREATE TABLE reversals AS
    SELECT row, claim_id, reversed_line_number AS reference, catalogue_code, institution_item_code,
           {NAME.format(t="")} AS name, service_on, abs(unit_price_amount) AS price,
           abs(quantity) AS quantity, {NEGATIVE} AS negative,
           COALESCE(abs(amount), abs(quantity * {_WIDE_PRICE})) AS amount
    FROM lines WHERE claim_id IS NOT NULL AND ({NEGATIVE} OR reversed_line_number IS NOT NULL);

CREATE TABLE referred AS
    WITH numbered AS (
        SELECT r.row AS reversal, l.row, l.quantity, abs(l.unit_price_amount) AS price,
               COALESCE(l.amount, l.quantity * {_WIDE_PRICE}) AS amount,
               l.catalogue_code IS NOT DISTINCT FROM r.catalogue_code
                   AND l.institution_item_code IS NOT DISTINCT FROM r.institution_item_code AS alike
        FROM reversals AS r
        JOIN lines AS l ON l.claim_id = r.claim_id AND l.line_number = r.reference AND l.row <> r.row
        WHERE l.quantity > 0 AND (l.amount < 0) IS NOT TRUE AND l.reversed_line_number IS NULL
            AND r.quantity IS NOT NULL)
    SELECT reversal, first(row ORDER BY alike DESC, row) AS row, first(quantity ORDER BY alike DESC, row) AS quantity,
           first(amount ORDER BY alike DESC, row) AS amount, first(price ORDER BY alike DESC, row) AS price
    FROM numbered GROUP BY reversal;

CREATE TABLE first_taken AS
    SELECT f.row, any_value(f.quantity) AS quantity, any_value(f.amount) AS amount,
           sum(r.quantity) AS wanted, max(r.row) AS last_reversal,
           {_known(f"COALESCE(r.amount, {_money_of('r.quantity', 'f', 'f.price')})")} AS money
    FROM referred AS f JOIN reversals AS r ON r.row = f.reversal GROUP BY f.row;

CREATE TABLE wanting AS
    SELECT row_number() OVER () AS number, *
    FROM (SELECT claim_id, catalogue_code, institution_item_code, name, price, sum(quantity) AS wanted,
                 {_known("amount")} AS money, max(row) AS last_reversal, max(service_on) AS last_on
          FROM reversals AS r
          WHERE negative AND quantity IS NOT NULL AND NOT EXISTS (SELECT 1 FROM referred AS f WHERE f.reversal = r.row)
              AND COALESCE(catalogue_code, institution_item_code, name) IS NOT NULL
          GROUP BY claim_id, catalogue_code, institution_item_code, name, price);

CREATE TABLE second_taken AS
    WITH billed AS (
        SELECT w.number, w.wanted, w.last_on, l.row, l.service_on, l.quantity, w.price,
               COALESCE(l.amount, l.quantity * {_WIDE_PRICE}) AS amount,
               l.quantity - COALESCE(least(f.wanted, f.quantity), 0) AS available
        FROM wanting AS w
        JOIN lines AS l ON l.claim_id = w.claim_id AND l.catalogue_code IS NOT DISTINCT FROM w.catalogue_code
            AND l.institution_item_code IS NOT DISTINCT FROM w.institution_item_code
            AND {NAME.format(t="l.")} IS NOT DISTINCT FROM w.name
            AND abs(l.unit_price_amount) IS NOT DISTINCT FROM w.price
        LEFT JOIN first_taken AS f ON f.row = l.row
        WHERE l.quantity > 0 AND (l.amount < 0) IS NOT TRUE AND l.reversed_line_number IS NULL),
    stacked AS (
        SELECT *, sum(available) OVER (PARTITION BY number
            ORDER BY (service_on > last_on) IS TRUE, service_on DESC NULLS LAST, row DESC) - available AS before
        FROM billed WHERE available > 0),
    taken AS (SELECT *, least(available, wanted - before) AS taken FROM stacked WHERE before < wanted)
    SELECT number, row, quantity, amount, before, taken,
           CASE WHEN taken = quantity THEN amount ELSE {_money_of("taken", "taken", "price")} END AS money
    FROM taken;

CREATE TABLE found_for AS
    SELECT w.number, w.last_reversal, w.wanted - t.taken AS left_over, w.money - t.money AS money_over
    FROM wanting AS w
    JOIN (SELECT number, sum(taken) AS taken, {_known("money")} AS money FROM second_taken GROUP BY number) AS t
        ON t.number = w.number;

CREATE TABLE touched AS
    SELECT row, sum(quantity) AS quantity, {_known("amount")} AS amount FROM (
        SELECT row, quantity, amount FROM first_taken
        UNION ALL
        SELECT row, quantity, amount FROM second_taken AS s
        WHERE NOT EXISTS (SELECT 1 FROM first_taken AS f WHERE f.row = s.row)
        UNION ALL
        SELECT row, -least(wanted, quantity), -CASE WHEN wanted > quantity THEN amount ELSE money END
        FROM first_taken
        UNION ALL
        SELECT s.row, -s.taken,
               -(s.money + CASE WHEN s.before = 0 AND t.left_over <= 0 THEN COALESCE(t.money_over, 0) ELSE 0 END)
        FROM second_taken AS s JOIN found_for AS t ON t.number = s.number
        UNION ALL
        SELECT r.row, CAST(0 AS DECIMAL(18,6)), CAST(0 AS DECIMAL(18,6)) FROM reversals AS r
        WHERE EXISTS (SELECT 1 FROM referred AS f WHERE f.reversal = r.row)
        UNION ALL
        SELECT r.row, CAST(0 AS DECIMAL(18,6)), CAST(0 AS DECIMAL(18,6))
        FROM reversals AS r JOIN wanting AS w ON w.claim_id = r.claim_id
            AND w.catalogue_code IS NOT DISTINCT FROM r.catalogue_code
            AND w.institution_item_code IS NOT DISTINCT FROM r.institution_item_code
            AND w.name IS NOT DISTINCT FROM r.name
            AND w.price IS NOT DISTINCT FROM r.price
        JOIN found_for AS t ON t.number = w.number
        WHERE r.negative AND r.quantity IS NOT NULL
            AND NOT EXISTS (SELECT 1 FROM referred AS f WHERE f.reversal = r.row)
        UNION ALL
        SELECT last_reversal, -(wanted - quantity), -(money - amount) FROM first_taken WHERE wanted > quantity
        UNION ALL
        SELECT last_reversal, -left_over, -money_over FROM found_for WHERE left_over > 0)
    GROUP BY row;

CREATE TABLE left_over AS
    SELECT row, TRY_CAST(quantity AS DECIMAL(18,6)) AS quantity, TRY_CAST(amount AS DECIMAL(18,6)) AS amount
    FROM touched
    WHERE (quantity = 0 AND (abs(amount) >= {_FEN}) IS NOT TRUE) IS NOT TRUE;
"""


def net(connection: duckdb.DuckDBPyConnection, columns: Collection[str], given: bool) -> bool:
    """Make the view ``net_lines`` of the table ``lines``, which has ``columns``; whether there are reversals.

    Then ``touched`` has the rows that they touch, and ``left_over`` what is left of them.
    """
    if not given or not _has_reversals(connection):
        _view(connection, _as_billed(), columns)
        return False
    connection.execute(_STEPS)
    connection.execute(f"CREATE TABLE net_of_reversals AS {_netted(columns)}")
    untouched = f"{_as_billed()} ANTI JOIN touched AS t ON t.row = l.row"
    _view(connection, f"{untouched} UNION ALL SELECT * FROM net_of_reversals", columns)
    return True


def _view(connection: duckdb.DuckDBPyConnection, netted: str, columns: Collection[str]) -> None:
    contradicted = _contradicted(connection, columns)
    kind = _CATEGORY_KIND if "charge_category" in columns else "CAST(NULL AS VARCHAR)"
    cells = f"* REPLACE (CASE WHEN {contradicted} THEN NULL ELSE amount END AS amount)" if contradicted else "*"
    connection.execute(f"CREATE VIEW net_lines AS SELECT {cells}, {kind} AS category_kind FROM ({netted})")


def _has_reversals(connection: duckdb.DuckDBPyConnection) -> bool:
    found = connection.execute(f"SELECT 1 FROM lines WHERE {NEGATIVE} OR reversed_line_number IS NOT NULL LIMIT 1")
    return found.fetchone() is not None


def _contradicted(connection: duckdb.DuckDBPyConnection, columns: Collection[str]) -> str:
    """Of which lines nothing is charged and yet somebody pays; nothing where there are none."""
    told = " OR ".join(f"{part} > 0" for part in _PARTS if part in columns)
    condition = f"amount = 0 AND ({told})"
    if not told or not connection.execute(f"SELECT 1 FROM lines WHERE {condition} LIMIT 1").fetchone():
        return ""
    return condition


def _as_billed() -> str:
    return "SELECT l.*, l.quantity AS gross_quantity, l.amount AS gross_amount FROM lines AS l"


def _netted(columns: Collection[str]) -> str:
    """The touched lines with what is left of them: their own table, so that filters reach the scan of the others."""
    cells = ", ".join(f"{_cell(column)} AS {column}" for column in columns if column in {*_PARTS, "quantity", "amount"})
    return (
        f"SELECT l.* REPLACE ({cells}), l.quantity AS gross_quantity, l.amount AS gross_amount "
        "FROM lines AS l JOIN left_over AS n ON n.row = l.row"
    )


def _cell(column: str) -> str:
    """What is left of a column.

    A part goes by the amount left, so that no money of the fund is hidden by a quantity; where no amount was billed,
    by the quantity.
    """
    if column not in _PARTS:
        return f"n.{column}"
    billed = f"TRY_CAST(COALESCE(l.amount, l.quantity * {_WIDE_PRICE}) AS DECIMAL(18,6))"
    by_amount = _share(f"l.{column}", "n.amount", billed)
    by_quantity = _share(f"l.{column}", "n.quantity", "l.quantity")
    return f"TRY_CAST(COALESCE({by_amount}, {by_quantity}) * 0.000001 AS DECIMAL(18,6))"
