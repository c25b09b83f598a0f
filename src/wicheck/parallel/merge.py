"""The reports of all parts as the one report that a single process would have made."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeVar

from wicheck.model.tuples import NamedTuple
from wicheck.parallel.findings import Ask, DistantFindings, Stretch
from wicheck.reports import Report
from wicheck.reports.data import DossierData, InputErrorData, NoticeData

Told = TypeVar("Told", InputErrorData, NoticeData)


class PartReport(NamedTuple):
    """A part's report without its findings; ``ask`` fetches those."""

    report: Report
    ask: Ask


def merged(parts: Sequence[PartReport], order: Mapping[str, int]) -> Report:
    """``order`` ranks files: dossiers stand in the order of the files they were written in."""
    reports = [part.report for part in parts]
    dossiers, stretches = _in_order(parts, order)
    return Report(
        run={
            **reports[0].run,
            "packs": _once(pack for each in reports for pack in each.run["packs"]),
            "files": sorted(
                _once(file for each in reports for file in each.run["files"]),
                key=lambda file: order.get(file["file"], len(order)),
            ),
            "chosen_packs": _once(pack for each in reports for pack in each.run["chosen_packs"]),
        },
        dossiers=dossiers,
        totals=_added([each.totals for each in reports]),
        findings=DistantFindings(stretches),
        notices=_placed(_notices([each.notices for each in reports]), order),
        input_errors=_placed(_once(error for each in reports for error in each.input_errors), order),
        attestations=_once(said for each in reports for said in each.attestations),
        waivers=_once(waiver for each in reports for waiver in each.waivers),
    )


def _in_order(parts: Sequence[PartReport], order: Mapping[str, int]) -> tuple[list[DossierData], list[Stretch]]:
    found: list[tuple[tuple[int, int], DossierData, Stretch]] = []
    for part in parts:
        start = 0
        for dossier in part.report.dossiers:
            end = start + sum(dossier["counts"].values())
            place = dossier["location"]
            found.append(((order.get(place["file"], 0), place.get("line", 0)), dossier, Stretch(part.ask, start, end)))
            start = end
    found.sort(key=lambda each: each[0])
    return [dossier for _, dossier, _ in found], _joined([stretch for _, _, stretch in found])


def _joined(stretches: Iterable[Stretch]) -> list[Stretch]:
    """Neighbours of one process as one stretch, so that they are fetched together."""
    made: list[Stretch] = []
    for stretch in stretches:
        if made and made[-1].ask is stretch.ask and made[-1].end == stretch.start:
            made[-1] = Stretch(stretch.ask, made[-1].start, stretch.end)
        else:
            made.append(stretch)
    return made


def _added(tables: Sequence[Any]) -> Any:
    """Numbers added, tables of them key by key."""
    if isinstance(tables[0], int):
        return sum(tables)
    keys = dict.fromkeys(key for table in tables for key in table)
    return {key: _added([table[key] for table in tables if key in table]) for key in keys}


def _notices(of_parts: Sequence[Sequence[NoticeData]]) -> list[NoticeData]:
    """Each once. That a statement served nothing holds only where no part had a use for it.

    A part that judged nothing by a pack does not know its rules: its word on a statement comes last.
    """
    told = [notice for notices in of_parts for notice in notices if not _of_statement(notice)]
    idle: dict[str, list[NoticeData]] = {}
    for notices in of_parts:
        for notice in filter(_of_statement, notices):
            idle.setdefault(repr(notice["location"]), []).append(notice)
    useless = (sorted(said, key=_ignorant)[0] for said in idle.values() if len(said) == len(of_parts))
    return [*_once(told), *useless]


def _placed(told: list[Told], order: Mapping[str, int]) -> list[Told]:
    """In the order of the files and lines they speak of, as a check in one process tells them."""

    def place(each: Told) -> tuple[int, int]:
        location = each["location"]
        if location is None:
            return len(order), 0
        return order.get(location["file"], len(order)), location.get("line", 0)

    return sorted(told, key=place)


def _of_statement(notice: NoticeData) -> bool:
    return notice["code"].startswith("statement_")


def _ignorant(notice: NoticeData) -> bool:
    return notice["code"] == "statement_unknown"


def _once(things: Iterable[Any]) -> list[Any]:
    return list({repr(thing): thing for thing in things}.values())
