"""Wording in both languages."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from wicheck.model.words import Language


class Text(NamedTuple):
    """The same words in Chinese and English; Chinese leads."""

    zh: str
    en: str

    def of(self, language: Language) -> str:
        return self.zh if language is Language.ZH else self.en

    def filled(self, values: Mapping[str, object]) -> Text:
        """Both languages with ``{name}`` filled in; a value that is itself a Text gives each its own."""
        return Text(
            self.zh.format_map({k: v.zh if isinstance(v, Text) else v for k, v in values.items()}),
            self.en.format_map({k: v.en if isinstance(v, Text) else v for k, v in values.items()}),
        )


def same(words: str) -> Text:
    """Words that are alike in both languages: a number, a name, a code."""
    return Text(words, words)
