"""Our named tuples are those of ``typing`` in all that a reader or a caller sees."""

from __future__ import annotations

import pickle
import typing
from collections.abc import Callable
from typing import Any

import pytest

from wicheck.model import tuples


class Ours(tuples.NamedTuple):
    """A bed in a ward."""

    ward: str
    beds: int
    area: float = 6.0
    notes: tuple[str, ...] = ()

    @property
    def total(self) -> float:
        return self.beds * self.area

    def of_more(self, beds: int) -> Ours:
        return self._replace(beds=self.beds + beds)


class Theirs(typing.NamedTuple):
    """A bed in a ward."""

    ward: str
    beds: int
    area: float = 6.0
    notes: tuple[str, ...] = ()


class Wider(Ours):
    """One that says more of itself."""

    __slots__ = ()

    @property
    def total(self) -> float:
        return super().total + 1


USES: list[Callable[[Any], Any]] = [
    lambda made: made("a", 5),
    lambda made: made(ward="a", beds=5, notes=("x",)),
    lambda made: made("a", 5).area,
    lambda made: made("a", 5)[1:],
    lambda made: list(made("a", 5)),
    lambda made: made("a", 5)._replace(beds=7),
    lambda made: made("a", 5)._asdict(),
    lambda made: made._make(["a", 5, 1, 2]),
    lambda made: made._fields,
    lambda made: made._field_defaults,
    lambda made: made.__match_args__,
    lambda made: made.__doc__,
    lambda made: made.ward.__doc__,
    lambda made: made("a", 5) == ("a", 5, 6.0, ()),
    lambda made: hash(made("a", 5)),
    lambda made: repr(made("a", 5)).partition("(")[2],
    lambda made: tuple.__new__(made, ("a", 5, 1, 2)).beds,
    typing.get_type_hints,
]
REFUSED: list[Callable[[Any], Any]] = [
    lambda made: made("a"),
    lambda made: made("a", 5, 6, (), 7),
    lambda made: made("a", 5, colour="red"),
    lambda made: made("a", 5, ward="b"),
    lambda made: made._make(["a"]),
    lambda made: made("a", 5)._replace(colour="red"),
    lambda made: setattr(made("a", 5), "beds", 7),
    lambda made: setattr(made("a", 5), "colour", "red"),
]


@pytest.mark.parametrize("use", USES)
def test_they_do_what_those_of_typing_do(use: Callable[[Any], Any]) -> None:
    assert use(Ours) == use(Theirs)


@pytest.mark.parametrize("use", REFUSED)
def test_they_refuse_what_those_of_typing_refuse(use: Callable[[Any], Any]) -> None:
    with pytest.raises((TypeError, ValueError, AttributeError)) as theirs:
        use(Theirs)
    with pytest.raises(theirs.type):
        use(Ours)


def test_they_have_methods_and_can_be_matched_and_sent() -> None:
    made = Ours("a", 5)
    assert (made.total, made.of_more(2)) == (30.0, Ours("a", 7))
    match made:
        case Ours(ward, beds):
            assert (ward, beds) == ("a", 5)
    again = pickle.loads(pickle.dumps(made))  # noqa: S301  our own
    assert (type(again), again) == (Ours, made)


def test_a_class_made_from_one_is_a_class_of_its_own_whichever_is_used_first() -> None:
    assert type(Wider("a", 5)) is Wider
    assert (Wider("a", 5).total, Ours("a", 5).total) == (31.0, 30.0)
    assert type(Ours("a", 5)) is Ours


def test_a_field_that_must_be_given_cannot_follow_one_that_need_not() -> None:
    with pytest.raises(TypeError, match="without a default"):

        class Wrong(tuples.NamedTuple):
            first: int = 1
            second: int  # type: ignore[misc]
