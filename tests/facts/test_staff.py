"""Facts on staff: the roster counts where there is one, and an entry that leaves it open is named."""

from __future__ import annotations

from typing import Any

import pytest

from tests.facts.bench import measured
from wicheck.facts import (
    rehab_doctor_senior_share,
    rehab_doctors_count,
    rehab_doctors_senior_count,
    rehab_therapists_count,
    rehab_therapists_trained_count,
)
from wicheck.model import Fact, Path, Quantity, Text, Told

STAFF: Path = ("institution", "staff")
ROSTER: Path = (*STAFF, "roster")
DOCTORS, SENIORS = rehab_doctors_count.FACT, rehab_doctors_senior_count.FACT
SHARE = rehab_doctor_senior_share.FACT
THERAPISTS, TRAINED = rehab_therapists_count.FACT, rehab_therapists_trained_count.FACT

CHIEF = {"role": "rehab_doctor", "rank": "chief"}
ASSOCIATE = {"role": "rehab_doctor", "rank": "associate_chief"}
JUNIOR = {"role": "rehab_doctor", "rank": "attending"}
UNRANKED = {"role": "rehab_doctor"}
NURSE = {"role": "nurse"}
SOMEBODY = {"name": "某"}
THERAPIST = {"role": "rehab_therapist", "trained": True}
UNTRAINED = {"role": "rehab_therapist", "trained": False}
UNSAID = {"role": "rehab_therapist"}


def entry(index: int, *key: str) -> Path:
    return (*ROSTER, index, *key)


def on_roster(fact: Fact, *roster: dict[str, Any], **stated: int) -> Quantity:
    named = [{"name": f"员工{index}", **entry} for index, entry in enumerate(roster)]
    return measured(fact, staff={"roster": named, **stated})


@pytest.mark.parametrize(
    ("fact", "count", "evidence"),
    [(DOCTORS, 3, (0, 2, 3)), (SENIORS, 2, (0, 3)), (THERAPISTS, 2, (4, 5)), (TRAINED, 1, (4,))],
)
def test_the_roster_counts_and_its_entries_are_the_evidence(fact: Fact, count: int, evidence: tuple[int, ...]) -> None:
    quantity = on_roster(fact, CHIEF, NURSE, JUNIOR, ASSOCIATE, THERAPIST, UNTRAINED)
    assert quantity == Quantity(count, evidence=tuple(entry(index) for index in evidence))


def test_the_roster_goes_before_a_stated_count() -> None:
    assert on_roster(DOCTORS, CHIEF, JUNIOR, rehab_doctors_count=9).part == 2


def test_where_another_count_is_stated_beside_the_roster_both_are_told() -> None:
    said = Text("花名册上 2 人，所填人数为 12", "2 on the roster, 12 stated")
    assert on_roster(DOCTORS, CHIEF, JUNIOR, rehab_doctors_count=12).told == (Told("stated", said, 12),)
    assert on_roster(DOCTORS, CHIEF, JUNIOR, rehab_doctors_count=2).told == ()
    assert on_roster(DOCTORS, CHIEF, JUNIOR).told == ()


@pytest.mark.parametrize(
    ("stated", "share"),
    [
        ({"rehab_doctors_senior_count": 0}, [(0, 2)]),
        ({"rehab_doctors_count": 1}, [(1, 1)]),
        ({"rehab_doctors_senior_count": 1}, []),
    ],
)
def test_the_share_as_stated_is_told_beside_that_of_the_roster(stated: Any, share: list[tuple[int, int]]) -> None:
    assert [(each.part, each.whole) for each in on_roster(SHARE, CHIEF, JUNIOR, **stated).told] == share


@pytest.mark.parametrize(("stated", "part"), [(1, 1), (2, 1), (3, None)])
def test_a_roster_that_is_only_begun_gives_no_share(stated: int, part: int | None) -> None:
    quantity = on_roster(SHARE, CHIEF, JUNIOR, rehab_doctors_count=stated)
    assert quantity.part == part
    if part is None:
        assert quantity.evidence == (ROSTER, (*STAFF, "rehab_doctors_count"))


@pytest.mark.parametrize(("therapists", "part"), [(20, 20), (19, None), (0, None), (None, 20)])
def test_more_trained_therapists_than_therapists_are_no_number(therapists: int | None, part: int | None) -> None:
    stated = {"rehab_therapists_trained_count": 20, "rehab_therapists_count": therapists}
    quantity = measured(TRAINED, staff={name: count for name, count in stated.items() if count is not None})
    assert quantity.part == part
    if part is None:
        assert quantity.evidence == tuple((*STAFF, name) for name in stated)


def test_without_a_roster_the_stated_count_holds() -> None:
    path = (*STAFF, "rehab_doctors_count")
    assert measured(DOCTORS, staff={"rehab_doctors_count": 9}) == Quantity(9, evidence=(path,))


@pytest.mark.parametrize(("count", "known"), [(9, None), (0, 0)])
def test_a_roster_declared_as_none_holds_nobody(count: int, known: int | None) -> None:
    quantity = measured(DOCTORS, staff={"rehab_doctors_count": count, "roster": []})
    assert (quantity.part, quantity.missing) == (known, ())


def test_without_either_the_stated_count_is_what_to_fill_in() -> None:
    assert measured(DOCTORS) == Quantity(None, missing=((*STAFF, "rehab_doctors_count"),))


@pytest.mark.parametrize("fact", [DOCTORS, SENIORS, SHARE, THERAPISTS, TRAINED])
def test_somebody_without_a_role_could_be_anybody(fact: Fact) -> None:
    quantity = on_roster(fact, CHIEF, SOMEBODY, THERAPIST)
    assert quantity.part is None
    assert entry(1, "role") in quantity.missing


def test_a_doctor_without_a_rank_matters_to_the_seniors_only() -> None:
    assert on_roster(DOCTORS, CHIEF, UNRANKED).part == 2
    assert on_roster(SENIORS, CHIEF, UNRANKED) == Quantity(None, missing=(entry(1, "rank"),))
    assert on_roster(SHARE, CHIEF, UNRANKED) == Quantity(None, missing=(entry(1, "rank"),))


def test_a_nurse_without_a_rank_matters_to_nobody() -> None:
    assert on_roster(SHARE, CHIEF, JUNIOR, NURSE) == Quantity(1, 2, evidence=(entry(0), entry(1)))


def test_an_entry_that_is_out_anyhow_leaves_nothing_open() -> None:
    assert on_roster(SENIORS, CHIEF, {"rank": "resident"}).part == 1
    assert on_roster(TRAINED, THERAPIST, {"trained": False}).part == 1


def test_training_that_is_not_written_is_not_taken_for_granted() -> None:
    assert on_roster(TRAINED, THERAPIST, UNSAID) == Quantity(None, missing=(entry(1, "trained"),))


def test_one_person_twice_on_the_roster_counts_once() -> None:
    same = {**CHIEF, "name": "王示例", "identity_number": "999999199001010010"}
    assert on_roster(DOCTORS, same, JUNIOR, same).evidence == (entry(0), entry(1))


def test_somebody_without_name_and_number_is_nobody() -> None:
    assert measured(DOCTORS, staff={"roster": [CHIEF, CHIEF]}).missing == (entry(0, "name"), entry(1, "name"))


def test_one_name_twice_is_two_people_only_by_their_numbers() -> None:
    first, second = {**CHIEF, "name": "王示例"}, {**JUNIOR, "name": "王示例"}
    assert on_roster(DOCTORS, first, second).missing == (entry(0, "identity_number"), entry(1, "identity_number"))
    numbered = {**first, "identity_number": "999999199001010010"}
    assert on_roster(DOCTORS, numbered, second).missing == (entry(1, "identity_number"),)
    assert on_roster(DOCTORS, numbered, {**second, "identity_number": "999999199001010029"}).part == 2


def test_numbers_alone_do_if_everybody_has_one() -> None:
    numbers = [{**CHIEF, "identity_number": f"99999919900101{last}"} for last in ("0010", "0029")]
    assert measured(DOCTORS, staff={"roster": numbers}).part == 2
    mixed = {"roster": [*numbers, {**CHIEF, "name": "王示例"}]}
    assert measured(DOCTORS, staff=mixed).missing == (entry(0, "name"), entry(1, "name"))


def test_numbers_with_asterisks_tell_people_apart_by_name() -> None:
    masked = {**CHIEF, "identity_number": "9999**********0010"}
    assert on_roster(DOCTORS, masked, masked).part == 2
    assert on_roster(DOCTORS, *[{**masked, "name": "王示例"}] * 2).part == 1


def test_one_person_cannot_be_doctor_and_therapist() -> None:
    number = {"identity_number": "999999199001010010"}
    quantity = on_roster(TRAINED, {**CHIEF, **number}, {**THERAPIST, **number}, THERAPIST)
    assert quantity == Quantity(None, evidence=(entry(0), entry(1)))


def test_one_person_may_be_doctor_and_manager() -> None:
    number = {"identity_number": "999999199001010010"}
    assert on_roster(DOCTORS, {**CHIEF, **number}, {"role": "manager", **number}).part == 1


@pytest.mark.parametrize("role", ["doctor", "nurse", "technician"])
def test_a_doctor_listed_elsewhere_as_something_else_is_not_known(role: str) -> None:
    number = {"identity_number": "999999199001010010"}
    quantity = on_roster(DOCTORS, {**CHIEF, **number}, JUNIOR, {"role": role, **number})
    assert quantity == Quantity(None, evidence=(entry(0), entry(2)))


def test_a_licence_lost_in_the_entry_of_a_manager_is_not_known_to_hold() -> None:
    number = {"identity_number": "999999199001010010"}
    held, lost = {**CHIEF, **number, "licence_status": "valid"}, {"role": "manager", "licence_status": "revoked"}
    assert on_roster(DOCTORS, held, {**lost, **number}).part is None
    assert on_roster(DOCTORS, held, {**lost, "identity_number": "999999199001010029"}).part == 1


@pytest.mark.parametrize("other", ["999999900101001", "999999199001010011", "99999919900101001x"])
def test_one_person_written_with_an_old_number_or_another_check_digit_counts_once(other: str) -> None:
    first = {**CHIEF, "identity_number": "99999919900101001X"}
    assert on_roster(DOCTORS, first, {**CHIEF, "identity_number": other}, JUNIOR).part == 2


@pytest.mark.parametrize(
    ("one", "other", "count"),
    [
        ("110999900000001", "110 999900000001", None),
        ("110999900000001", "110999900000002", 2),
        ("已取得", "已取得", 2),
        ("无编号", "无编号", 2),
    ],
)
def test_two_people_do_not_hold_one_certificate(one: str, other: str, count: int | None) -> None:
    first = {**CHIEF, "identity_number": "999999199001010010", "licence_number": one}
    second = {**JUNIOR, "identity_number": "999999199002020029", "licence_number": other}
    assert on_roster(DOCTORS, first, second).part == count
    assert on_roster(DOCTORS, first, {**first, "licence_number": other}).part == 1


@pytest.mark.parametrize(
    ("number", "count"),
    [("9999**********0010", None), ("9999***********029", 2), ("9999****0010", None), ("999999199001010029", 2)],
)
def test_one_name_with_a_number_partly_hidden_may_be_one_person(number: str, count: int | None) -> None:
    who = {**CHIEF, "name": "王示例", "identity_number": "999999199001010010"}
    assert on_roster(DOCTORS, who, {**who, "identity_number": number}).part == count
    assert on_roster(DOCTORS, who, {**who, "identity_number": number, "name": "赵示例"}).part == 2


def test_the_share_of_stated_counts() -> None:
    quantity = measured(SHARE, staff={"rehab_doctors_count": 10, "rehab_doctors_senior_count": 3})
    assert (quantity.part, quantity.whole) == (3, 10)


@pytest.mark.parametrize("given", ["rehab_doctors_count", "rehab_doctors_senior_count"])
def test_one_of_the_two_stated_counts_is_not_enough(given: str) -> None:
    (other,) = {"rehab_doctors_count", "rehab_doctors_senior_count"} - {given}
    assert measured(SHARE, staff={given: 3}) == Quantity(None, missing=((*STAFF, other),))


def test_no_doctors_are_a_whole_of_zero() -> None:
    assert on_roster(SHARE, NURSE)[:2] == (0, 0)


@pytest.mark.parametrize(
    ("one", "other"),
    [(CHIEF, JUNIOR), (JUNIOR, CHIEF), (UNTRAINED, THERAPIST), (CHIEF, THERAPIST)],
)
@pytest.mark.parametrize("fact", [DOCTORS, SENIORS, SHARE, TRAINED])
def test_two_things_said_of_one_person_contradict_each_other(
    fact: Fact, one: dict[str, Any], other: dict[str, Any]
) -> None:
    who = {"name": "王示例", "identity_number": "99999919900101001X"}
    quantity = on_roster(fact, {**one, **who}, NURSE, {**other, **who, "identity_number": "99999919900101001x"})
    assert quantity == Quantity(None, evidence=(entry(0), entry(2)))


@pytest.mark.parametrize("status", ["revoked", "cancelled", "expired", "suspended"])
def test_nobody_counts_whose_licence_does_not_hold(status: str) -> None:
    roster = CHIEF, {**ASSOCIATE, "licence_status": status}, JUNIOR, {**THERAPIST, "licence_status": status}
    assert [on_roster(fact, *roster).part for fact in (DOCTORS, SENIORS, TRAINED)] == [2, 1, 0]
    share = on_roster(SHARE, *roster)
    assert (share.part, share.whole) == (1, 2)


def test_a_licence_that_holds_or_of_which_nothing_is_said_counts() -> None:
    assert on_roster(DOCTORS, CHIEF, {**JUNIOR, "licence_status": "valid"}).part == 2


def test_a_licence_lost_in_another_entry_of_the_same_person_is_lost() -> None:
    who = {"name": "王示例", "identity_number": "99999919900101001X"}
    assert on_roster(DOCTORS, {**CHIEF, **who}, {**CHIEF, **who, "licence_status": "revoked"}, JUNIOR).part == 1


def test_a_licence_both_held_and_lost_is_not_known() -> None:
    who = {"name": "王示例", "identity_number": "99999919900101001X"}
    held, lost = {**CHIEF, **who, "licence_status": "valid"}, {**CHIEF, **who, "licence_status": "revoked"}
    assert on_roster(DOCTORS, held, lost) == Quantity(None, evidence=(entry(0), entry(1)))


def test_what_one_entry_leaves_unsaid_contradicts_nothing() -> None:
    who = {"name": "王示例", "identity_number": "99999919900101001X"}
    assert on_roster(DOCTORS, {**CHIEF, **who}, {**UNRANKED, **who}).part == 1


def test_a_small_x_makes_no_second_person() -> None:
    who = {**CHIEF, "identity_number": "99999919900101001X"}
    assert on_roster(DOCTORS, who, {**who, "identity_number": "99999919900101001x"}).part == 1


def test_a_blank_within_a_name_makes_no_second_person() -> None:
    spaced = ("王示", "王 示", "王\u3000示")
    quantity = on_roster(DOCTORS, *({**CHIEF, "name": each} for each in spaced))
    assert quantity.missing == tuple(entry(index, "identity_number") for index in range(3))


def test_a_namesake_among_the_therapists_may_be_the_doctor_again() -> None:
    roster = ({**CHIEF, "name": "王示例"}, {**THERAPIST, "name": "王示例"}, {**NURSE, "name": "王示例"})
    assert on_roster(DOCTORS, *roster).missing == (entry(0, "identity_number"),)
    assert on_roster(TRAINED, *roster).missing == (entry(1, "identity_number"),)
    assert on_roster(DOCTORS, roster[0], roster[2]).part == 1


def test_who_is_not_full_time_here_is_counted_and_told() -> None:
    elsewhere = {**JUNIOR, "full_time": False}
    quantity = on_roster(DOCTORS, CHIEF, {**JUNIOR, "full_time": True}, elsewhere)
    said = Text("花名册上 3 人，其中 1 人不在本机构专职执业", "3 on the roster, 1 of them not full time here")
    assert (quantity.part, quantity.told) == (3, (Told("full_time", said, 2),))
    assert [(each.part, each.whole) for each in on_roster(SHARE, CHIEF, JUNIOR, elsewhere).told] == [(1, 2)]


def test_who_is_not_full_time_here_is_told_also_where_another_count_is_stated() -> None:
    elsewhere = {**JUNIOR, "full_time": False}
    told = on_roster(DOCTORS, CHIEF, elsewhere, rehab_doctors_count=5).told
    assert [(each.way, each.part) for each in told] == [("stated", 5), ("full_time", 1)]
