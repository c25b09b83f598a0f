"""Sentences and lists made of parts, in both languages."""

from __future__ import annotations

from collections.abc import Iterable

from wicheck.model import Outcome, Text, dotted, same

COMMA = Text("、", ", ")
SEMICOLON = Text("；", "; ")


def listed(parts: Iterable[Text], between: Text = COMMA) -> Text:
    """The parts one after the other: ``甲、乙`` / ``a, b``."""
    parts = tuple(parts)
    return Text(between.zh.join(part.zh for part in parts), between.en.join(part.en for part in parts))


def sentence(outcome: Outcome) -> Text:
    """What ``outcome`` says, as part of a longer sentence."""
    missing = listed(same(dotted(path)) for path in outcome.missing)
    return outcome.message.text.filled({"missing": missing, **outcome.values})
