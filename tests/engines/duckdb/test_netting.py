"""Lines after reversals: what was taken back is gone, and no money is hidden."""

from decimal import Decimal

import duckdb
import pytest

from wicheck.engines.duckdb import netting

COLUMNS = {
    "row": "BIGINT",
    "line_number": "VARCHAR",
    "claim_id": "VARCHAR",
    "catalogue_code": "VARCHAR",
    "institution_item_code": "VARCHAR",
    "catalogue_name": "VARCHAR",
    "institution_item_name": "VARCHAR",
    "service_on": "DATE",
    "quantity": "DECIMAL(18,6)",
    "unit_price_amount": "DECIMAL(18,6)",
    "amount": "DECIMAL(18,6)",
    "fund_amount": "DECIMAL(18,6)",
    "reversed_line_number": "VARCHAR",
    "charge_category": "VARCHAR",
}
DRUG = {"claim_id": "C1", "catalogue_code": "X", "service_on": "2026-03-01", "unit_price_amount": 10}


def net(*lines):
    """Row numbers (from 1) with the quantity and amount that are left."""
    connection = loaded(*lines)
    found = connection.execute("SELECT row, quantity, amount FROM net_lines ORDER BY row").fetchall()
    return {row: (plain(quantity), plain(amount)) for row, quantity, amount in found}


def loaded(*lines):
    connection = duckdb.connect(":memory:")
    cells = ", ".join(f"{name} {kind}" for name, kind in COLUMNS.items())
    connection.execute(f"CREATE TABLE lines ({cells})")
    for row, each in enumerate(lines, start=1):
        values = {"line_number": str(row), **DRUG, **each, "row": row}
        connection.execute(f"INSERT INTO lines BY NAME SELECT {', '.join(f'${n} AS {n}' for n in values)}", values)
    netting.net(connection, COLUMNS, given=True)
    return connection


@pytest.mark.parametrize(
    ("category", "kind"),
    [
        ("western_drug", "drug"),
        ("herbal_drug", "drug"),
        ("bed", "inpatient_standard"),
        ("material", "consumable"),
        ("rehabilitation", "rehabilitation_item"),
        ("assistive_device", "assistive_device"),
        ("operation", "item"),
        ("other", None),
        (None, None),
    ],
)
@pytest.mark.parametrize("taken_back", [0, 1])
def test_a_category_of_charge_tells_the_kind_of_catalogue_also_of_what_a_reversal_leaves(category, kind, taken_back):
    billed = {"quantity": 2, "amount": 20, "charge_category": category}
    refund = {"quantity": -1, "amount": -10, "charge_category": category}

    connection = loaded(billed, *[refund] * taken_back)

    assert connection.execute("SELECT category_kind FROM net_lines").fetchall() == [(kind,)]


@pytest.mark.parametrize(("amount", "fund", "left"), [(0, 100, None), (0, 0, 0), (0, None, 0), (5, 100, 5)])
@pytest.mark.parametrize("taken_back", [0, 1])
def test_an_amount_of_nothing_beside_a_part_of_it_is_not_known(amount, fund, left, taken_back):
    elsewhere = {"catalogue_code": "Y", "quantity": -taken_back, "amount": -10 * taken_back}
    billed = {"catalogue_code": "Y", "quantity": 1, "amount": 10}

    connection = loaded({"quantity": 2, "amount": amount, "fund_amount": fund}, billed, elsewhere)

    told = connection.execute("SELECT amount, gross_amount, fund_amount FROM net_lines WHERE row = 1").fetchone()
    assert tuple(map(plain, told)) == (left, amount, fund)


def test_without_categories_no_kind_is_known():
    connection = duckdb.connect(":memory:")
    columns = {name: kind for name, kind in COLUMNS.items() if name != "charge_category"}
    connection.execute(f"CREATE TABLE lines ({', '.join(f'{name} {kind}' for name, kind in columns.items())})")
    connection.execute("INSERT INTO lines (quantity) VALUES (1)")

    netting.net(connection, columns, given=True)

    assert connection.execute("SELECT category_kind FROM net_lines").fetchall() == [(None,)]


@pytest.mark.parametrize("million", [1, 900_000])
def test_parts_of_large_amounts_go_by_what_is_left(million):
    amount = million * 1_000_000
    connection = loaded(
        {"quantity": 2, "amount": amount, "unit_price_amount": amount // 2, "fund_amount": amount},
        {"quantity": -1, "amount": -amount // 2, "unit_price_amount": amount // 2, "reversed_line_number": "1"},
    )

    assert connection.execute("SELECT amount, fund_amount FROM net_lines").fetchall() == [(amount // 2, amount // 2)]


HUGE = {"unit_price_amount": 999_999_999_999, "amount": None}


@pytest.mark.parametrize("reference", ["1", None])
def test_money_too_large_to_be_told_is_unknown_and_the_other_lines_are_netted(reference):
    """Twelve digits of a mistyped price fit a cell, times a quantity they do not."""
    slip = {**HUGE, "quantity": 10, "fund_amount": 50}
    fine = {"quantity": 2, "amount": 20, "catalogue_code": "Y"}
    found = net(
        slip,
        {**HUGE, "quantity": -3, "reversed_line_number": reference},
        fine,
        {**fine, "quantity": -1, "amount": -10, "reversed_line_number": "3"},
    )

    assert found == {1: (7, None), 3: (1, 10)}


def test_of_money_too_large_to_be_told_the_parts_go_by_quantity():
    connection = loaded({**HUGE, "quantity": 10, "fund_amount": 50}, {**HUGE, "quantity": -5})

    assert connection.execute("SELECT quantity, amount, fund_amount FROM net_lines").fetchall() == [(5, None, 25)]


def test_money_too_large_to_be_told_stays_where_too_little_came_back():
    """No quantity is left, but money is: the line is not gone."""
    slip = {**HUGE, "quantity": 10}

    assert net(slip, {"unit_price_amount": 999_999_999_999, "quantity": -10, "amount": -5}) == {1: (0, None)}


def test_a_part_that_is_too_large_to_be_told_is_unknown():
    """A price mistyped in a refund of a line that cost next to nothing, all of it the fund's."""
    line = {"quantity": 1, "amount": 0.01, "fund_amount": 900_000_000_000}
    found = loaded(line, {"quantity": 0.5, "amount": 900_000_000_000, "reversed_line_number": "1"})

    assert found.execute("SELECT fund_amount FROM net_lines WHERE row = 1").fetchall() == [(None,)]


def plain(number):
    return None if number is None else float(number)


def test_without_reversals_every_line_stands_as_billed():
    assert net({"quantity": 2, "amount": 20}, {"quantity": 1, "amount": None}) == {1: (2, 20), 2: (1, None)}


@pytest.mark.parametrize("reference", ["1", None])
def test_a_line_and_its_reversal_are_gone(reference):
    assert net({"quantity": 2, "amount": 20}, {"quantity": -2, "amount": -20, "reversed_line_number": reference}) == {}


@pytest.mark.parametrize("reference", ["1", None])
def test_a_line_reversed_in_part_stays_with_the_rest(reference):
    reversal = {"quantity": -1, "amount": -10, "reversed_line_number": reference}

    assert net({"quantity": 3, "amount": 30}, reversal) == {1: (2, 20)}


def test_what_was_billed_stays_readable_and_parts_of_the_amount_shrink_with_it():
    connection = loaded({"quantity": 3, "amount": 30, "fund_amount": 10}, {"quantity": -1, "amount": -10})

    found = connection.execute("SELECT gross_quantity, gross_amount, fund_amount FROM net_lines").fetchall()

    assert found == [(Decimal(3), Decimal(30), Decimal("6.666666"))]


@pytest.mark.parametrize("reference", ["1", None])
def test_a_reversal_of_a_fen_leaves_the_fund_its_part_of_the_money(reference):
    reversal = {"quantity": -1, "amount": -0.01, "fund_amount": -0.01, "reversed_line_number": reference}
    connection = loaded({"quantity": 1, "amount": 100, "fund_amount": 100, "unit_price_amount": 10}, reversal)

    assert connection.execute("SELECT quantity, amount, fund_amount FROM net_lines").fetchall() == [
        (Decimal(0), Decimal("99.99"), Decimal("99.99"))
    ]


def test_without_an_amount_parts_go_by_price_or_by_quantity():
    priced = loaded({"quantity": 4, "amount": None, "fund_amount": 40}, {"quantity": -1, "amount": None})
    unpriced = {"unit_price_amount": None, "amount": None}
    counted = loaded({"quantity": 4, "fund_amount": 40, **unpriced}, {"quantity": -1, **unpriced})

    for connection in (priced, counted):
        assert connection.execute("SELECT quantity, fund_amount FROM net_lines").fetchall() == [(3, 30)]


def test_a_reference_goes_before_a_line_that_looks_the_same():
    twins = ({"quantity": 1, "amount": 10}, {"quantity": 1, "amount": 10})

    assert net(*twins, {"quantity": -1, "amount": -10, "reversed_line_number": "1"}) == {2: (1, 10)}


def test_a_reversal_written_without_its_sign_is_one_all_the_same():
    assert net({"quantity": 1, "amount": 10}, {"quantity": 1, "amount": 10, "reversed_line_number": "1"}) == {}


def test_without_a_reference_the_latest_lines_are_taken_back_first():
    first, second = {"quantity": 2, "amount": 20}, {"quantity": 2, "amount": 20, "service_on": "2026-03-02"}

    assert net(first, second, {"quantity": -3, "amount": -30, "service_on": "2026-03-05"}) == {1: (1, 10)}


def test_a_line_billed_after_the_reversal_is_taken_back_last():
    before, after = {"quantity": 1, "amount": 10}, {"quantity": 1, "amount": 10, "service_on": "2026-03-09"}

    assert net(before, after, {"quantity": -1, "amount": -10, "service_on": "2026-03-05"}) == {2: (1, 10)}


@pytest.mark.parametrize(
    "other", [{"claim_id": "C2"}, {"catalogue_code": "Y"}, {"institution_item_code": "H"}, {"unit_price_amount": 9}]
)
def test_a_reversal_takes_back_only_what_is_of_its_own_kind(other):
    assert net({"quantity": 1, "amount": 10} | other, {"quantity": -1, "amount": -10}) == {1: (1, 10), 2: (-1, -10)}


@pytest.mark.parametrize("price", [10, None])
def test_without_a_code_the_name_tells_what_is_taken_back(price):
    uncoded = {"catalogue_code": None, "unit_price_amount": price}
    later = {"catalogue_name": "甲", "service_on": "2026-03-03", "quantity": 1, "amount": 10}
    earlier = {"institution_item_name": "乙", "service_on": "2026-03-02", "quantity": 1, "amount": 10}
    reversal = {"institution_item_name": "乙", "service_on": "2026-03-03", "quantity": -1, "amount": -10}

    assert net(uncoded | later, uncoded | earlier, uncoded | reversal) == {1: (1, 10)}
    assert net(uncoded | later, uncoded | reversal) == {1: (1, 10), 2: (-1, -10)}


def test_with_a_code_names_may_be_written_differently():
    assert net({"catalogue_name": "甲", "quantity": 1, "amount": 10}, {"quantity": -1, "amount": -10}) == {}


def test_lines_with_neither_code_nor_name_take_nothing_back():
    nameless = {"catalogue_code": None}

    assert net({"quantity": 1, "amount": 10} | nameless, {"quantity": -1, "amount": -10} | nameless) == {
        1: (1, 10),
        2: (-1, -10),
    }


def test_a_reversal_without_any_line_stays_visible_as_negative():
    assert net({"quantity": -1, "amount": -10}) == {1: (-1, -10)}


@pytest.mark.parametrize("reference", ["1", None])
def test_what_is_taken_back_beyond_the_billed_stays_on_the_reversal(reference):
    reversal = {"quantity": -3, "amount": -30, "reversed_line_number": reference}

    assert net({"quantity": 1, "amount": 10}, reversal) == {2: (-2, -20)}


@pytest.mark.parametrize("reference", ["1", None])
def test_money_that_did_not_come_back_stays_on_the_line(reference):
    reversal = {"quantity": -1, "amount": -8, "reversed_line_number": reference}

    assert net({"quantity": 1, "amount": 10}, reversal) == {1: (0, 2)}


def test_several_reversals_take_back_one_line_together():
    half = {"quantity": -1, "amount": -10}

    assert net({"quantity": 2, "amount": 20}, half, {**half, "reversed_line_number": "1"}) == {}


def test_a_reversal_without_a_claim_or_a_quantity_stays_as_billed():
    assert net({"quantity": 1, "amount": 10}, {"claim_id": None, "quantity": -1, "amount": -10}) == {
        1: (1, 10),
        2: (-1, -10),
    }
    assert net({"quantity": 1, "amount": 10}, {"quantity": None, "amount": -10}) == {1: (1, 10), 2: (None, -10)}


def test_lines_of_one_claim_with_the_same_number_lose_only_one():
    line = {"line_number": "7", "quantity": 1, "amount": 10}

    assert net(line, line, {"quantity": -1, "amount": -10, "reversed_line_number": "7"}) == {2: (1, 10)}


def test_of_lines_with_the_same_number_that_of_the_reversals_code_is_taken_back():
    lines = [{"line_number": "7", "catalogue_code": code, "quantity": 1, "amount": 10} for code in "YX"]

    assert net(*lines, {"quantity": -1, "amount": -10, "reversed_line_number": "7"}) == {1: (1, 10)}


@pytest.mark.parametrize("reference", ["1", None])
@pytest.mark.parametrize("price", [None, 10])
def test_a_reversal_of_untold_money_takes_back_its_share_of_the_line(reference, price):
    """Not none of it, by which more would stay billed; not all of it, by which the rest would cost nothing."""
    reversal = {"quantity": -1, "amount": None, "unit_price_amount": None, "reversed_line_number": reference}

    assert net({"quantity": 4, "amount": 40, "unit_price_amount": price if reference else None}, reversal) == {
        1: (3, 30)
    }


def test_where_one_of_several_reversals_tells_no_money_the_line_is_taken_back_by_its_own():
    unpriced = {"unit_price_amount": None}
    reversals = [{"quantity": -1, "amount": amount, **unpriced} for amount in (-10, None)]

    assert net({"quantity": 4, "amount": 40, **unpriced}, *reversals) == {1: (2, 20)}


def test_what_is_left_of_untold_money_is_untold():
    unpriced = {"unit_price_amount": None}

    assert net({"quantity": 2, "amount": None, **unpriced}, {"quantity": -1, "amount": -10, **unpriced}) == {
        1: (1, None)
    }


def test_a_refund_with_a_positive_quantity_is_no_line_that_a_reference_takes_back():
    """It would be taken back and take back the line: money of which nothing is left would hide what was billed."""
    refund = {"quantity": 1, "amount": -10}

    assert net({"quantity": 1, "amount": 10}, refund, {"quantity": 1, "amount": 10, "reversed_line_number": "2"}) == {
        3: (1, 10)
    }


def test_the_sum_of_all_money_is_the_same_before_and_after():
    lines = [
        {"quantity": number % 5 + 1, "amount": 10 * (number % 5 + 1), "catalogue_code": str(number % 7)}
        for number in range(60)
    ] + [
        {
            "quantity": -(number % 3 + 1),
            "amount": -10 * (number % 3 + 1) + number % 2,
            "catalogue_code": str(number % 7),
            "reversed_line_number": str(number) if number % 2 else None,
        }
        for number in range(1, 30)
    ]

    left = net(*lines)

    assert sum(amount for _, amount in left.values()) == sum(each["amount"] for each in lines)
    assert sum(quantity for quantity, _ in left.values()) == sum(each["quantity"] for each in lines)
