"""One institution against several regions, side by side: a row a topic, a column a region."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from wicheck.model import Text, Verdict, same
from wicheck.reports.plain import text_data
from wicheck.reports.report import Report

if TYPE_CHECKING:
    from wicheck.reports.data import DossierData, FindingData, HeadlineData
    from wicheck.reports.run_data import PackData

# Where a region asks several things of one topic, its cell shows what needs attention most.
_GRAVEST_FIRST = (
    Verdict.ERROR,
    Verdict.FAIL,
    Verdict.UNKNOWN,
    Verdict.REVIEW,
    Verdict.SUSPECT,
    Verdict.PASS,
    Verdict.NOT_APPLICABLE,
)


Figures = Callable[[str], Sequence[Text]]
"""The figures that a rule, named by its id, states."""


@dataclass(frozen=True, slots=True)
class Cell:
    """What one region says of one topic: its gravest verdict, the figures it asks for, and the rules it is made of."""

    verdict: str
    figures: tuple[Text, ...]
    rules: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A topic; ``cells`` by pack, without an entry where the region does not ask. ``differs``: the figures do."""

    topic: str
    title: Text
    cells: Mapping[str, Cell]

    @property
    def differs(self) -> bool:
        return len({cell.figures for cell in self.cells.values() if cell.figures}) > 1


@dataclass(frozen=True, slots=True)
class Comparison:
    """One dossier. ``damaged`` are the packs of which some text is lost; ``headlines`` the answers by pack."""

    dossier: DossierData
    packs: tuple[PackData, ...]
    damaged: frozenset[str]
    headlines: Mapping[str, tuple[HeadlineData, ...]]
    rows: tuple[Row, ...]


def comparisons(
    report: Report, topics: Mapping[str, Text], figures: Figures, damaged: Iterable[str]
) -> Iterator[Comparison]:
    """One for each dossier that was judged by a region's text. Packs that stand outside the law are left out.

    ``figures`` tells what figures a rule states, whether or not it could be decided; ``damaged`` are the ids of
    packs of which some text is lost.
    """
    packs = tuple(pack for pack in report.run["packs"] if pack["division"])
    lost = frozenset(damaged)
    for dossier, findings in report.by_dossier():
        rows = tuple(_rows(findings, [pack["id"] for pack in packs], topics, figures))
        headlines = {pack["id"]: _answers(dossier, pack["id"]) for pack in packs}
        if rows:
            yield Comparison(dossier, packs, lost, headlines, rows)


def as_data(comparison: Comparison) -> dict[str, Any]:
    """The comparison in the shape of JSON."""
    return {
        "dossier": comparison.dossier["id"],
        "name": comparison.dossier["name"],
        "columns": [
            {
                "pack": pack["id"],
                "name": pack["name"],
                "status": pack["status"],
                "damaged": pack["id"] in comparison.damaged,
                "answers": [
                    {"service_kind": each["service_kind"], "answer": each["answer"], "text": each["text"]}
                    for each in comparison.headlines[pack["id"]]
                ],
            }
            for pack in comparison.packs
        ],
        "rows": [
            {
                "topic": row.topic,
                "title": text_data(row.title),
                "differs": row.differs,
                "cells": {pack: _cell_data(cell) for pack, cell in row.cells.items()},
            }
            for row in comparison.rows
        ],
    }


def _cell_data(cell: Cell) -> dict[str, Any]:
    figures = [text_data(figure) for figure in cell.figures]
    return {"verdict": cell.verdict, "figures": figures, "rules": list(cell.rules)}


def _answers(dossier: DossierData, pack: str) -> tuple[HeadlineData, ...]:
    return tuple(headline for headline in dossier["headlines"] if headline["pack"] == pack)


def _rows(
    findings: Sequence[FindingData], packs: Sequence[str], topics: Mapping[str, Text], figures: Figures
) -> Iterator[Row]:
    """Topics in the order in which the texts come to them."""
    by_topic: dict[str, dict[str, list[FindingData]]] = {}
    for finding in findings:
        if finding["pack"] in packs:
            by_topic.setdefault(finding["topic"], {}).setdefault(finding["pack"], []).append(finding)
    for topic, asked in by_topic.items():
        yield Row(topic, topics.get(topic, same(topic)), _cells(asked, figures))


def _cells(asked: Mapping[str, Sequence[FindingData]], figures: Figures) -> Mapping[str, Cell]:
    return {pack: _cell(found, figures) for pack, found in asked.items()}


def _cell(findings: Sequence[FindingData], figures: Figures) -> Cell:
    verdicts = {finding["verdict"] for finding in findings}
    return Cell(
        verdict=next(verdict.value for verdict in _GRAVEST_FIRST if verdict in verdicts),
        figures=tuple(dict.fromkeys(figure for finding in findings for figure in figures(finding["rule"]))),
        rules=tuple(finding["rule"] for finding in findings),
    )
