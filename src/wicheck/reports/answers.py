"""The answers a headline can give."""

from __future__ import annotations

from enum import StrEnum


class Answer(StrEnum):
    """Can this institution apply here? Only ``MET`` says yes."""

    NOT_MET = "not_met"
    TEXT_LOST = "text_lost"
    CONTRADICTORY = "contradictory"
    INSUFFICIENT = "insufficient"
    REVIEW = "review"
    MET = "met"
    NOT_ASSESSED = "not_assessed"
