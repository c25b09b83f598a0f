"""A new pack runs, proves itself and lacks nothing from its first minute."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.packs.region import library_of
from wicheck.dates import WorkingDayCalendar
from wicheck.errors import UsageError
from wicheck.packs.topics import topics
from wicheck.proving.example import examples_of
from wicheck.proving.lint import lacks
from wicheck.proving.mutate import survivors
from wicheck.proving.prove import Prover
from wicheck.proving.scaffold import NewPack, scaffold

SIXTH = NewPack("sixth-2026", "第六市", "Sixth", "999900")


def test_a_new_pack_proves_itself(tmp_path: Path) -> None:
    scaffold(SIXTH, tmp_path)
    library = library_of(tmp_path)
    (pack,) = library.packs(["第六市"])
    examples = list(examples_of(Path(pack.folder)))
    prover = Prover(library.schemas, library.workshop, WorkingDayCalendar())
    assert [prover.prove(pack, example).problems for example in examples] == [()] * 5
    assert list(lacks(pack, examples, topics(library.roots))) == []
    assert not any(survived for _, survived in survivors(pack, examples, prover))


@pytest.mark.parametrize(("name", "stem"), [("sixth-2026", "sixth"), ("sixth", "sixth"), ("new-sixth", "new-sixth")])
def test_clauses_are_named_after_the_region_without_its_year(name: str, stem: str) -> None:
    assert SIXTH._replace(id=name).stem == stem


def test_a_folder_that_is_there_is_left_alone(tmp_path: Path) -> None:
    scaffold(SIXTH, tmp_path)
    with pytest.raises(UsageError, match="sixth-2026"):
        scaffold(SIXTH, tmp_path)
