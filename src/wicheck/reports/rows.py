"""Findings as rows of a spreadsheet: CSV and XLSX have the same columns."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from wicheck.reports import baseline_words, sheet_words, words
from wicheck.reports.characters import inert
from wicheck.reports.report import Report
from wicheck.reports.since import since
from wicheck.reports.voice import Voice

if TYPE_CHECKING:
    from wicheck.reports.baseline_data import ChangeData
    from wicheck.reports.data import FindingData, InputErrorData, LocationData

Cell = str | int | float | None
"""A number, a text that no program takes for a formula, or nothing."""


class Rows:
    """Writes rows in one language. ``columns`` are keys of ``sheet_words.COLUMNS``."""

    def __init__(self, report: Report, voice: Voice, columns: Sequence[str] = tuple(sheet_words.COLUMNS)) -> None:
        """Without an earlier report there is no column for what changed."""
        self._names = {dossier["id"]: dossier["name"] for dossier in report.dossiers}
        self._regions = {pack["id"]: pack["name"] for pack in report.run["packs"]}
        self._voice = voice
        self.columns = [each for each in columns if each != "change" or report.baseline]

    def headings(self) -> list[str]:
        return [self._voice.say(sheet_words.COLUMNS[column]) for column in self.columns]

    def of(self, finding: FindingData) -> list[Cell]:
        say = self._voice.say
        cells: dict[str, Cell] = {
            "name": self._names.get(finding["dossier"]),
            "dossier": finding["dossier"],
            "region": say(self._regions[finding["pack"]]),
            "pack": finding["pack"],
            "article": finding["clause"]["article"],
            "title": say(finding["title"]),
            "verdict": say(words.VERDICTS[finding["verdict"]]),
            "disposition": say(sheet_words.DISPOSITIONS[finding["disposition"]]),
            "message": say(finding["message"]),
            "observed": self.figure(finding["observed"]),
            "required": self.figure(finding["required"]),
            "shortfall": self.figure(finding["shortfall"]),
            "unit": say(finding["unit"]) if finding["unit"] else None,
            "remedy": say(finding["remedy"]) if finding["remedy"] else None,
            "missing": self._voice.join(say(entry["label"]) for entry in finding["missing"]),
            "due_on": finding["due_on"],
            "stage": say(words.STAGES[finding["stage"]]),
            "binds": say(sheet_words.BINDS[finding["binds"]]),
            "service_kinds": self._voice.join(say(words.SERVICE_KINDS[kind]) for kind in finding["service_kinds"]),
            "judged_on": finding["judged_on"],
            "change": since(finding, self._voice),
            "record": finding["record"]["id"],
            **place(finding["location"]),
            "rule": finding["rule"],
            "fingerprint": finding["fingerprint"],
        }
        return self._row(cells)

    def of_error(self, error: InputErrorData) -> list[Cell]:
        """What could not be read stands among the findings: whoever has only this file must not miss it."""
        say = self._voice.say
        return self._row(
            {
                "verdict": say(sheet_words.INPUT_ERROR),
                "message": say(error["text"]),
                "remedy": say(error["hint"]) if error["hint"] else None,
                **place(error["location"]),
            }
        )

    def of_change(self, change: ChangeData) -> list[Cell]:
        """A failure of the earlier report that nothing was said of this time: it has no verdict."""
        return self._row(
            {
                "name": self._names.get(change["dossier"]),
                "dossier": change["dossier"],
                "pack": change["pack"],
                "title": self._voice.say(change["title"]),
                "change": self._voice.say(baseline_words.SINCE["not_judged"]),
                "record": change["record"]["id"],
                "rule": change["rule"],
                "fingerprint": change["fingerprint"],
            }
        )

    def figure(self, value: Any) -> Cell:
        """Numbers stay numbers; yes and no, words and lists are told in words."""
        match value:
            case None | int() | float() if not isinstance(value, bool):
                return value
            case bool():
                return self._voice.say(sheet_words.YES if value else sheet_words.NO)
            case dict():
                return self._voice.say({"zh": value["zh"], "en": value["en"]})
            case list():
                return self._voice.join(str(self.figure(each)) for each in value)
        return str(value)

    def _row(self, cells: dict[str, Cell]) -> list[Cell]:
        return safe(cells.get(column) for column in self.columns)


def safe(cells: Iterable[Cell]) -> list[Cell]:
    return [inert(cell) if isinstance(cell, str) else cell for cell in cells]


def place(location: LocationData | None) -> dict[str, Cell]:
    """The file, and the place in it in cells of its own: a spreadsheet takes ``7:5`` for a time of day."""
    if location is None:
        return {}
    cell = f"{location['sheet']}!{location.get('cell', '')}" if "sheet" in location else None
    line = location.get("line") or location.get("row")
    return {"file": location["file"], "line": line, "column": location.get("column"), "cell": cell}
