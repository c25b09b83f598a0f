"""``wicheck compare``: one institution against the texts of several regions, side by side."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import chain
from pathlib import Path

import click

from wicheck.checking import Inputs, check
from wicheck.checks import lost_text
from wicheck.cli.help import Command, option
from wicheck.cli.output import JSON, TERMINAL, put, put_json, screen
from wicheck.cli.setup import format_option, pack_option, policies_option
from wicheck.cli.shelf import library
from wicheck.cli.values import PATH, Day
from wicheck.comparing import Cell, Comparison, Row, as_data, comparisons
from wicheck.library import Library
from wicheck.losses import LOST_CONDITIONS
from wicheck.model import Language, Pack, PackStatus, Text
from wicheck.packs.figures import stated_figures
from wicheck.packs.topics import topics
from wicheck.reporting import reported
from wicheck.reports import Report, exit_code, words
from wicheck.reports.layout import indented, table, wrap
from wicheck.reports.phrases import dossier_name, input_error
from wicheck.reports.voice import Voice
from wicheck.session import Request

ABOUT = Text(
    "把一个机构同各地的规定逐项对照：每行一个主题，每列一个地区，数字不同的行标 ≠。不写 --pack 则对照全部地区。",
    "Hold an institution against the texts of all regions, or those named: a row a topic, a column a region. "
    "Rows whose figures differ are marked ≠.",
)
ON = Text("按这一天判断，如 2026-03-10", "judge as of this day, such as 2026-03-10")
ON_WORD = Text("日期", "DATE")
PATHS_WORD = Text("路径...", "PATH...")
TOPIC = Text("主题", "topic")
NOT_ASKED = "—"
DRAFT = Text("{name}：草案", "{name}: a draft")
DAMAGED = Text("{name}：原文有缺失，结论不完整", "{name}: part of the text is lost, so no answer is whole")
NO_TOPICS = {LOST_CONDITIONS: lost_text.KIND.title}
NOTHING = Text("没有可以对照的机构", "there is no institution to compare")


def command(language: Language) -> Command:
    def call(
        paths: tuple[Path, ...], packs: tuple[str, ...], policies: tuple[Path, ...], on: date | None, output: str
    ) -> int:
        shelf = library(policies)
        regions = [pack for pack in shelf.packs(packs) if pack.division]
        request = Request(tuple(pack.id for pack in regions), policies, on)
        done = check(shelf, Inputs(paths), request, date.today())  # noqa: DTZ011  the day where the user is
        report = reported(done, shelf.schemas)
        damaged = [pack.id for pack in regions if is_damaged(pack)]
        figures = Stated(shelf, regions, on or date.today())  # noqa: DTZ011
        found = list(comparisons(report, {**topics(shelf.roots), **NO_TOPICS}, figures, damaged))
        if output == JSON:
            put_json({"comparisons": [as_data(each) for each in found], "input_errors": report.input_errors})
        else:
            put(chain(lines(found, language), faults(report, Voice(language, colour=False))))
        return exit_code(report)

    parameters = [
        click.Argument(["paths"], nargs=-1, required=True, type=PATH, metavar=PATHS_WORD.of(language)),
        pack_option(language),
        policies_option(language),
        option(language, "--on", about=ON, shown=ON_WORD, type=Day()),
        format_option(language, TERMINAL, JSON),
    ]
    return Command("compare", language, ABOUT, callback=call, params=parameters)


class Stated:
    """The figures that a rule of ``packs`` states, by its id."""

    def __init__(self, shelf: Library, packs: Iterable[Pack], on: date) -> None:
        self._shelf = shelf
        self._on = on
        self._rules = {rule.id: (rule, clause) for pack in packs for clause in pack.clauses for rule in clause.rules}

    def __call__(self, rule_id: str) -> Sequence[Text]:
        if rule_id not in self._rules:
            return ()
        rule, clause = self._rules[rule_id]
        return stated_figures(rule, clause, self._on, self._shelf.schemas, self._shelf.workshop)


def is_damaged(pack: Pack) -> bool:
    return any(clause.damage for clause in pack.clauses)


def lines(found: Sequence[Comparison], language: Language) -> Iterator[str]:
    if not found:
        yield NOTHING.of(language)
    for comparison in found:
        yield from of_one(comparison, language)
        yield ""


def faults(report: Report, voice: Voice) -> Iterator[str]:
    """What could not be read, and therefore not compared."""
    if report.input_errors:
        yield voice.say(words.ERRORS_TITLE)
    for error in report.input_errors:
        yield from indented(input_error(error, voice), screen(), 4, "  - ")


def of_one(comparison: Comparison, language: Language) -> Iterator[str]:
    yield from wrap(dossier_name(comparison.dossier, Voice(language, colour=False)), screen())
    yield ""
    for pack in comparison.packs:
        for headline in comparison.headlines[pack["id"]]:
            yield from wrap(headline["text"][language.value], screen())
        yield from remarks(comparison, pack["id"], language)
    yield ""
    regions = [(Text(**pack["name"]).of(language), 24) for pack in comparison.packs]
    headings = [("", 1), (TOPIC.of(language), 22), *regions]
    yield from table(headings, [cells(row, comparison, language) for row in comparison.rows])


def remarks(comparison: Comparison, pack_id: str, language: Language) -> Iterator[str]:
    """What holds for a whole column, said once."""
    pack = next(each for each in comparison.packs if each["id"] == pack_id)
    name = {"name": Text(**pack["name"])}
    if pack["status"] == PackStatus.DRAFT:
        yield f"  {DRAFT.filled(name).of(language)}"
    if pack_id in comparison.damaged:
        yield f"  {DAMAGED.filled(name).of(language)}"


def cells(row: Row, comparison: Comparison, language: Language) -> tuple[str, ...]:
    mark = "≠" if row.differs else ""
    return (mark, row.title.of(language), *(shown(row.cells.get(pack["id"]), language) for pack in comparison.packs))


def shown(cell: Cell | None, language: Language) -> str:
    if cell is None:
        return NOT_ASKED
    verdict = words.VERDICTS[cell.verdict].of(language)
    figures = words.COMMA.of(language).join(figure.of(language) for figure in cell.figures)
    return f"{verdict} {figures}".rstrip()
