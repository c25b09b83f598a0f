"""share_at_least: a share is decided without dividing, and no doctors at all are no share."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest

from tests.checks.bench import BenchBinder, deciding, record
from wicheck.checks import at_least
from wicheck.checks.share_at_least import KIND
from wicheck.model import Measure, Outcome, Quantity, ReadingSource, Text, Told, Verdict

COUNTED = {"zh": "副高级以上医师", "en": "of associate-chief rank"}
SHARE = {"fact": "share", "minimum": Decimal("0.4"), "together_with": "doctors_min_10", "counted": COUNTED}
DOCTORS = {"fact": "doctors", "minimum": 10, "together_with": "senior_share"}


def staff(seniors: int | None, doctors: int, **more: object) -> BenchBinder:
    facts: dict[str, Measure] = {
        "share": lambda _: Quantity(seniors, doctors, **more),  # type: ignore[arg-type]
        "doctors": lambda _: Quantity(doctors),
    }
    return BenchBinder(facts=facts, siblings={"doctors_min_10": DOCTORS, "senior_share": SHARE})


def asking(seniors: int | None, doctors: int, **arguments: object) -> Outcome:
    given = {"fact": "share", "minimum": Decimal("0.4"), **arguments}
    return deciding(KIND, staff(seniors, doctors), **given)(record(institution={}))


@pytest.mark.parametrize(
    ("seniors", "doctors", "verdict"),
    [(3, 10, "fail"), (4, 10, "pass"), (5, 10, "pass"), (0, 3, "fail"), (4, 11, "fail")],
)
def test_the_share_itself_is_included(seniors: int, doctors: int, verdict: str) -> None:
    assert asking(seniors, doctors).verdict == verdict


def test_a_third_of_three_is_exact() -> None:
    assert asking(1, 3, minimum=Decimal("0.3334")).verdict is Verdict.FAIL
    assert asking(1, 3, minimum=Decimal("0.3333")).verdict is Verdict.PASS


def test_the_finding_says_how_many_of_how_many_are_needed() -> None:
    outcome = asking(3, 10)
    assert (outcome.observed, outcome.required, outcome.shortfall) == (Decimal("0.3"), Decimal("0.4"), 1)
    assert "3 of 10, 30%; 40% needs 4 of 10: 1 short" in outcome.message.text.filled(outcome.values).en


def test_a_share_just_below_does_not_look_as_if_it_reached() -> None:
    assert asking(3999999, 10000000).observed == Decimal("0.3999")


def test_no_doctors_at_all_are_no_share() -> None:
    assert asking(0, 0).verdict is Verdict.UNKNOWN
    assert asking(0, 0, minimum=0).verdict is Verdict.UNKNOWN


def test_more_seniors_than_doctors_is_contradictory() -> None:
    outcome = asking(5, 4)
    assert (outcome.verdict, outcome.message.id) == (Verdict.UNKNOWN, "share_at_least.more_than_all")


def test_a_rank_that_is_not_written_is_named() -> None:
    rank = ("institution", "staff", "roster", 3, "rank")
    decide = deciding(KIND, staff(None, 1, missing=(rank,)), fact="share", minimum=Decimal("0.4"))
    outcome = decide(record(institution={}))
    assert (outcome.verdict, outcome.missing) == (Verdict.UNKNOWN, (rank,))


@pytest.mark.parametrize(("seniors", "verdict"), [(3, "review"), (4, "pass")])
def test_a_vague_word_leaves_a_shortfall_to_people(seniors: int, verdict: str) -> None:
    assert asking(seniors, 10, exceptions_allowed="一般").verdict == verdict


@pytest.mark.parametrize(("seniors", "verdict"), [(2, "fail"), (3, "pass")])
def test_an_agencys_reading_decides(seniors: int, verdict: str) -> None:
    outcome = asking(seniors, 10, exceptions_allowed="一般", readings={"agency": Decimal("0.3")})
    assert (outcome.verdict, outcome.reading) == (verdict, ReadingSource.AGENCY)


@pytest.mark.parametrize("ask", [lambda b: deciding(KIND, b, **SHARE), lambda b: deciding(at_least.KIND, b, **DOCTORS)])
def test_both_of_the_coupled_demands_tell_the_same_way(ask: Callable[[BenchBinder], Callable[..., Outcome]]) -> None:
    # Two short of 10 doctors and one short of 40 %: not three changes, but two, one of them senior.
    assert ask(staff(3, 8))(record(institution={})).remedy == Text(
        "新增 2 人，其中至少 1 名副高级以上医师（4/10）", "hire 2, at least 1 of them of associate-chief rank (4 of 10)"
    )


def test_enough_doctors_need_no_new_one() -> None:
    outcome = deciding(KIND, staff(3, 10), **SHARE)(record(institution={}))
    assert outcome.remedy is not None
    assert outcome.remedy.zh.startswith("将现有人员中的 1 人更换或晋升为副高级以上医师（4/10）")
    assert outcome.remedy.en.endswith("by hiring alone: hire 2, at least 2 of them of associate-chief rank (5 of 12)")


def test_what_passes_needs_no_remedy() -> None:
    assert deciding(KIND, staff(4, 10), **SHARE)(record(institution={})).remedy is None


def test_a_share_that_holds_only_for_too_few_is_part_of_the_way() -> None:
    # 4 of 9 is enough today; a tenth doctor may be a junior: 4 of 10 is 40 %.
    outcome = deciding(at_least.KIND, staff(4, 9), **DOCTORS)(record(institution={}))
    assert outcome.remedy == Text("新增 1 人（4/10）", "hire 1 (4 of 10)")


def test_without_known_ranks_there_is_no_way_to_tell() -> None:
    assert deciding(at_least.KIND, staff(None, 8), **DOCTORS)(record(institution={})).remedy is None


def test_what_must_be_told_beside_the_share_stands_in_the_message() -> None:
    note = Text("花名册上 10 人，所填人数为 12", "10 on the roster, 12 stated")
    doctors = staff(3, 10, told=(Told("stated", note, 3, 12),))
    outcome = deciding(KIND, doctors, fact="share", minimum=Decimal("0.4"))(record(institution={}))
    assert "30%（花名册上 10 人，所填人数为 12）" in outcome.message.text.filled(outcome.values).zh
