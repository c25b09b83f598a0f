"""The catalogue is complete: both languages, the same blanks to fill, every value of every enum."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain
from string import Formatter

import pytest

from wicheck.model import Attestor, Binds, Disposition, PackStatus, ReadingSource, ServiceKind, Stage, Text, Verdict
from wicheck.reports import ci_words, sheet_words, words
from wicheck.reports.answers import Answer


def everything() -> Iterator[tuple[str, Text]]:
    for name, value in chain(*(vars(module).items() for module in (words, ci_words, sheet_words))):
        if isinstance(value, Text):
            yield name, value
        elif isinstance(value, Mapping) and name.isupper():
            yield from ((f"{name}[{key}]", text) for key, text in value.items())


def blanks(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


@pytest.mark.parametrize(("name", "text"), list(everything()))
def test_both_languages_are_there_and_ask_for_the_same(name: str, text: Text) -> None:
    assert text.zh
    assert text.en
    assert blanks(text.zh) == blanks(text.en), name


@pytest.mark.parametrize(("name", "text"), list(everything()))
def test_english_is_english(name: str, text: Text) -> None:
    assert text.en.isascii(), name


@pytest.mark.parametrize(
    ("table", "keys"),
    [
        (words.VERDICTS, Verdict),
        (words.ANSWERS, Answer),
        (words.SERVICE_KINDS, ServiceKind),
        (words.STAGES, Stage),
        (words.ATTESTORS, Attestor),
        (words.STATUSES, PackStatus),
        (words.OWED, set(Binds) - {Binds.INSTITUTION}),
        (sheet_words.BINDS, Binds),
        (sheet_words.DISPOSITIONS, Disposition),
        (words.READINGS, set(ReadingSource) - {ReadingSource.TEXT}),
    ],
)
def test_every_value_has_a_word(table: Mapping[str, Text], keys: set[str]) -> None:
    assert set(table) == set(keys)
