"""Invented people: nobody can be taken for somebody."""

from __future__ import annotations

from stdnum.iso7064 import mod_11_2

from wicheck.synth.people import NOWHERE, person


def test_identity_numbers_are_well_formed_but_of_a_division_that_does_not_exist() -> None:
    for index in (0, 1, 12_001, 5_999_999):
        who = person(index)
        assert who.identity_number.startswith(NOWHERE)
        assert mod_11_2.is_valid(who.identity_number)
        assert who.identity_number[6:14] == f"{who.birth_on:%Y%m%d}"


def test_the_number_tells_the_sex_as_real_ones_do() -> None:
    for index in range(20):
        who = person(index)
        assert (int(who.identity_number[16]) % 2 == 1) == (who.sex == "male")


def test_no_two_share_a_number() -> None:
    assert len({person(index).identity_number for index in range(30_000)}) == 30_000
