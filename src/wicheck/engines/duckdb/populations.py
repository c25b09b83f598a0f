"""How many rows each question judges: the conditions that its populations have on one view are asked in one scan."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import duckdb

from wicheck.engines.duckdb.guard import RefusedError
from wicheck.model import Text

Population = tuple[str, str | None]
"""A view, and the condition that its rows meet."""
Ask = Callable[[str], Sequence[Any]]
"""The one row of a statement's answer. Raises RefusedError, or what the database raises."""


def counts(judging: Sequence[Sequence[Population]], ask: Ask) -> list[int | str | Text]:
    """For each question the rows of all its populations, or what is wrong with one of them."""
    populations = dict.fromkeys(each for question in judging for each in question)
    counted: dict[Population, int | str | Text] = {}
    for view in {view for view, _ in populations}:
        counted |= _of_view(view, [where for each, where in populations if each == view], ask)
    return [_together([counted[each] for each in question]) for question in judging]


def _of_view(view: str, wheres: Sequence[str | None], ask: Ask) -> dict[Population, int | str | Text]:
    """All conditions in one scan; where that fails, one by one, so that a faulty one does not hide the others."""
    cells = ", ".join(f"count(*) FILTER (WHERE (\n{where or 'true'}\n))" for where in wheres)
    try:
        row = ask(f"SELECT {cells} FROM {view}")
        return {(view, where): count for where, count in zip(wheres, row, strict=True)}
    except (RefusedError, duckdb.Error) as error:
        if len(wheres) == 1:
            return {(view, wheres[0]): error.said if isinstance(error, RefusedError) else str(error)}
    return {key: value for where in wheres for key, value in _of_view(view, [where], ask).items()}


def _together(found: Sequence[int | str | Text]) -> int | str | Text:
    """The counts of several populations as one; what is wrong with the first that is faulty."""
    faults = [each for each in found if not isinstance(each, int)]
    return faults[0] if faults else sum(each for each in found if isinstance(each, int))
