"""The page's own words are complete: both languages, the same blanks to fill."""

from __future__ import annotations

import pytest

from tests.reports.test_words import blanks
from wicheck.model import Text
from wicheck.reports.page import words

ALL = [(name, value) for name, value in vars(words).items() if isinstance(value, Text)]


@pytest.mark.parametrize(("name", "text"), ALL)
def test_both_languages_are_there_and_ask_for_the_same(name: str, text: Text) -> None:
    assert text.zh
    assert text.en.isascii()
    assert blanks(text.zh) == blanks(text.en), name
