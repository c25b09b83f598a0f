"""How often the texts of a table were read by which stated rule."""

from __future__ import annotations

from collections import Counter

from wicheck.engines.duckdb.meanings import Cell, Note
from wicheck.model.loading import Cleaned

_WORDS_TOLD = 20


class Tally:
    """What the texts of a table were read as, and how often."""

    def __init__(self, table: str) -> None:
        self._table = table
        self._cleaned: Counter[tuple[str, str]] = Counter()
        self._words: Counter[tuple[str, str]] = Counter()
        self.losses = 0

    def count(self, column: str, text: str, cell: Cell, times: int = 1) -> None:
        """A text that stands ``times`` in a column."""
        if cell.note is None or cell.rejected:
            return
        self._cleaned[column, cell.note] += times
        if cell.note is Note.DIGITS_LOST:
            self.losses += times
        if cell.note is Note.UNKNOWN_WORD:
            self._words[column, text] += times

    def details(self) -> list[Cleaned]:
        """By column and reason; of words that nobody knows, the most frequent by themselves."""
        table = self._table
        found: list[Cleaned] = [
            {"table": table, "column": column, "reason": reason, "count": count}
            for (column, reason), count in self._cleaned.items()
            if reason != Note.UNKNOWN_WORD
        ]
        for (column, word), count in self._words.most_common(_WORDS_TOLD):
            found.append({"table": table, "column": column, "reason": Note.UNKNOWN_WORD, "count": count, "word": word})
        return found
