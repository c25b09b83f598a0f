"""Files that belong together go to one process, however long the chain between them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from wicheck.parallel.shares import Ties, moves, split

KEYS = st.lists(st.tuples(st.just("institution"), st.sampled_from("abcdefgh")), max_size=3).map(tuple)
FILES = st.lists(st.builds(Ties, KEYS, KEYS), min_size=1, max_size=12)


def defines(name: str) -> Ties:
    return Ties((("institution", name),), ())


def refers(name: str) -> Ties:
    return Ties((("application", f"of-{name}"),), (("institution", name),))


def test_files_are_split_into_stretches_of_about_the_same_length() -> None:
    assert split(10, 3) == [range(3), range(3, 6), range(6, 10)]
    assert split(1, 2) == [range(0), range(1)]


def test_a_file_goes_to_the_process_that_holds_what_it_refers_to() -> None:
    assert moves(split(4, 2), [defines("a"), defines("b"), refers("a"), refers("b")]) == {2: 0, 3: 0}


def test_neighbours_that_belong_together_stay_where_they_are() -> None:
    assert moves(split(4, 2), [defines("a"), refers("a"), defines("b"), refers("b")]) == {}


def test_two_files_that_define_the_same_document_meet() -> None:
    assert moves(split(2, 2), [defines("a"), defines("a")]) == {1: 0}


@given(FILES, st.integers(1, 4))
def test_whoever_mentions_the_same_document_ends_in_the_same_process(files: list[Ties], jobs: int) -> None:
    stretches = split(len(files), jobs)
    home = {number: part for part, stretch in enumerate(stretches) for number in stretch}
    home |= moves(stretches, files)
    for one, first in enumerate(files):
        for other, second in enumerate(files):
            if set(first.defines + first.refers) & set(second.defines + second.refers):
                assert home[one] == home[other]
