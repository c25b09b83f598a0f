"""Fresh templates say nothing and pass nothing; filled in, they are judged as the dossier they were filled from."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path as FilePath
from typing import Any

import pytest

from wicheck.cli.app import run
from wicheck.cli.shelf import library
from wicheck.dates import WorkingDayCalendar
from wicheck.documents.load import load
from wicheck.documents.shapes import Shape
from wicheck.explaining.written import pruned
from wicheck.model import DocumentKind, Dossier, Language, Pack, Path, ServiceKind, Stage, Verdict
from wicheck.proving.example import examples_of
from wicheck.proving.prove import Prover
from wicheck.run import Statements
from wicheck.session import Circumstances, Request, Session
from wicheck.templates.asking import Asked, Wanted, asked
from wicheck.templates.folder import Order, files, put
from wicheck.templates.tree import grown, leaves
from wicheck.templates.values import flow
from wicheck.yamlio import Mapping as MappingNode
from wicheck.yamlio import read_text

SHELF = library()
PACKS = [folder.id for folder in SHELF.folders]
EXAMPLES = FilePath(__file__).parent.parent.parent / "examples"
TODAY = date(2026, 6, 30)
KINDS: list[tuple[ServiceKind, ...]] = [(), *((kind,) for kind in ServiceKind)]
STAGES: list[tuple[Stage, ...]] = [(), *((stage,) for stage in Stage)]
OPEN = {Verdict.UNKNOWN, Verdict.REVIEW, Verdict.NOT_APPLICABLE}
OF_CLERKS = (DocumentKind.INSTITUTION, DocumentKind.APPLICATION)


def order(wanted: Wanted, language: Language = Language.ZH) -> Order:
    return Order(wanted, "我院", language, "wicheck check 我院")


def verdicts(paths: list[FilePath], pack: str) -> Mapping[str, Verdict]:
    """By rule, what the pack, and the base pack beside it, say of the only dossier there."""
    loaded = load(paths, SHELF.schemas)
    assert not loaded.errors
    known = Circumstances(WorkingDayCalendar(), TODAY, Statements.of(TODAY, (), ()))
    session = Session(SHELF, Request(packs=(pack,)), known)
    (dossier,) = loaded.dossiers
    return {each.rule.id: each.verdict for each in session.judge(dossier)}


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("kinds", KINDS, ids="-".join)
@pytest.mark.parametrize("pack", PACKS)
def test_a_fresh_template_is_valid_and_no_rule_passes(
    pack: str, kinds: tuple[ServiceKind, ...], language: Language, tmp_path: FilePath
) -> None:
    for stages in STAGES:
        folder = tmp_path / "-".join(stages)
        put(files(order(Wanted(SHELF.packs([pack]), kinds, stages), language), SHELF), folder)
        assert set(verdicts([folder], pack).values()) <= OPEN


@pytest.mark.parametrize("pack", PACKS)
def test_no_rule_passes_on_fresh_tables_either(
    pack: str, tmp_path: FilePath, capsys: pytest.CaptureFixture[str]
) -> None:
    pytest.importorskip("duckdb")
    put(files(order(Wanted(SHELF.packs([pack]), claims=True)), SHELF), tmp_path)
    run(["check", str(tmp_path), "--pack", pack, "--format", "json"])
    report = json.loads(capsys.readouterr().out)
    assert not report["input_errors"]
    assert {finding["verdict"] for finding in report["findings"]} <= OPEN


def uncommented(text: str) -> Iterator[str]:
    """The lines, those of the examples of lists without their mark, as the guide says."""
    within = False
    for line in text.splitlines():
        within = line.lstrip().startswith("#  -") or (within and line.lstrip().startswith("#     "))
        yield line.replace("#", "", 1) if within else line


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("pack", PACKS)
def test_the_examples_of_lists_are_valid_once_their_mark_is_gone(
    pack: str, language: Language, tmp_path: FilePath
) -> None:
    lists = 0
    for file in files(order(Wanted(SHELF.packs([pack])), language), SHELF):
        lists += file.text.count("#  - {")
        (tmp_path / file.name).write_text("\n".join(uncommented(file.text)), encoding="utf-8")
    assert not load([tmp_path], SHELF.schemas).errors
    assert lists or pack in ("practice", "shandong-2022")


def filled(text: str, data: Mapping[str, Any], shape: Shape) -> str:
    """The template ``text`` with the values of ``data`` written behind its keys, by line as a clerk does."""
    (root,) = read_text(text, "x").nodes
    lines = text.splitlines()
    assert isinstance(root, MappingNode)
    for line, value in typed(root, data, shape):
        lines[line - 1] = f"{lines[line - 1].partition(': ')[0].rstrip(':')}: {value}"
    return "\n".join(lines)


def typed(node: MappingNode, data: Mapping[str, Any], shape: Shape) -> Iterator[tuple[int, str]]:
    for key, (line, _) in node.keys.items():
        name, child = shape.entries[key]
        inner = node.items[key]
        if name not in data or name == "wicheck":
            continue
        if isinstance(inner, MappingNode) and isinstance(data[name], Mapping):
            yield from typed(inner, data[name], child)
        else:
            yield line, flow(data[name], child, Language.ZH)


@pytest.mark.parametrize("region", ["jinhua", "ningxia"])
@pytest.mark.parametrize("pack", [pack for pack in PACKS if pack not in ("base", "practice")])
def test_filled_in_by_hand_it_is_judged_as_the_dossier_it_was_filled_from(
    pack: str, region: str, tmp_path: FilePath
) -> None:
    original = [EXAMPLES / "rehab-hospital/institution.yaml", EXAMPLES / "rehab-hospital" / region]
    documents = {each.kind: each for each in load(original, SHELF.schemas).documents}
    made = files(order(Wanted(SHELF.packs([pack]), (ServiceKind.REHABILITATION,))), SHELF)
    for kind, file in zip(OF_CLERKS, made, strict=True):
        text = filled(file.text, documents[kind].data, SHELF.schemas.shape(kind))
        (tmp_path / file.name).write_text(text, encoding="utf-8")
    expected = verdicts(original, pack)
    found = verdicts([tmp_path], pack)
    own = [rule.id for rule in SHELF.packs([pack])[0].rules if rule.id in expected]
    assert {rule: found[rule] for rule in own} == {rule: expected[rule] for rule in own}


def held(pack: Pack) -> Mapping[DocumentKind, list[Path]]:
    """What a clerk can say in the templates of a pack, below the document."""
    found = asked(Wanted([pack]), SHELF)
    return {kind: list(entries(found, kind)) for kind in OF_CLERKS}


def entries(found: Asked, kind: DocumentKind) -> Iterator[Path]:
    """Of a paper, whatever can be said of it: that it is dated tomorrow counts, though no rule asks for its date."""
    root = grown(SHELF.schemas.shape(kind), {path[1:]: askers for path, askers in found.items() if path[0] == kind})
    for path, _ in leaves(root):
        above = SHELF.schemas.at((kind, *path[:-1]))
        yield path[:-1] if above and above.short else path


def only(dossier: Dossier, kept: Mapping[DocumentKind, list[Path]]) -> Dossier:
    documents = {
        kind: tuple(each._replace(data=pruned(each.data, kept[kind])) if kind in kept else each for each in several)
        for kind, several in dossier.documents.items()
    }
    return dossier._replace(root=documents[DocumentKind.INSTITUTION][0], documents=documents)


@pytest.mark.parametrize("pack", PACKS)
def test_no_rule_reads_what_its_template_lacks(pack: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every example of every rule gets its verdict from what the template has of its documents alone."""
    (region,) = SHELF.packs([pack])
    kept, judged = held(region), {rule.id for rule in region.rules if rule.record in OF_CLERKS}
    examples = [each for each in examples_of(FilePath(region.folder)) if each.rule in judged]
    prover = Prover(SHELF.schemas, SHELF.workshop, WorkingDayCalendar())
    whole = Prover.dossier
    monkeypatch.setattr(Prover, "dossier", lambda self, example: only(whole(self, example), kept))
    differing = [str(each.location) for each in examples if prover.prove(region, each).problems]
    assert not differing
