"""A pack from the cache is the pack; whatever a verdict rests on is seen at once when it changes."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import pytest

from tests.checks.bench import EveryWeekday, Nowhere
from tests.packs.region import CLAUSES, header, write_pack
from wicheck.cache import Cache
from wicheck.documents.data import data_folder
from wicheck.documents.schemas import Schemas
from wicheck.errors import PackError
from wicheck.hookspecs import hookimpl
from wicheck.library import Library
from wicheck.model import CheckKind, Document, DocumentKind, Dossier, Fact, Message, Outcome, Quantity, Verdict, same
from wicheck.plugins import workshop
from wicheck.run import Statements
from wicheck.session import Circumstances, Request, Session

TODAY = date(2026, 3, 10)
RULE = "beds_min_50"
KIND_RULE = """\
clauses:
- id: example-1
  article: 第一条
  kind: rule
  record: institution
  summary: {zh: 床位, en: beds}
  rules:
    beds_min_50:
      check: liked
      colour: red
      topic: rehab_beds
      title: {zh: 床位, en: beds}
"""
FACT_RULE = CLAUSES.replace("value: institution.rehabilitation.ward.beds_count", "fact: beds_of_ours")


class Region:
    """A plugin with packs of its own, and perhaps with a check kind or a fact."""

    def __init__(self, root: Path, kind: CheckKind | None = None, fact: Fact | None = None) -> None:
        self._root, self._kinds, self._facts = root, [kind] if kind else [], [fact] if fact else []

    @hookimpl
    def wicheck_policy_dirs(self) -> Iterable[Path]:
        return [self._root]

    @hookimpl
    def wicheck_check_kinds(self) -> Iterable[CheckKind]:
        return self._kinds

    @hookimpl
    def wicheck_facts(self) -> Iterable[Fact]:
        return self._facts


class Start:
    """One start of the program after another, with one cache."""

    def __init__(self, folder: Path) -> None:
        self.cache = Cache(folder / "cache")
        self.root = folder / "packs"
        self.schemas = folder / "schemas"
        shutil.copytree(data_folder("schemas"), self.schemas)

    def session(self, kind: CheckKind | None = None, fact: Fact | None = None) -> Session:
        schemas = Schemas(self.schemas, self.cache)
        library = Library(schemas, workshop([Region(self.root, kind, fact)]), (), self.cache)
        known = Circumstances(EveryWeekday(), TODAY, Statements.of(TODAY, (), ()))
        return Session(library, Request(packs=("example-2026",)), known)

    def verdict(self, kind: CheckKind | None = None, fact: Fact | None = None) -> str:
        findings = self.session(kind, fact).judge(hospital())
        (verdict,) = [each.verdict.value for each in findings if each.rule.demand == RULE]
        return verdict


def hospital() -> Dossier:
    data = {"service_kinds": ["rehabilitation"], "rehabilitation": {"ward": {"beds_count": 55}}}
    root = Document(DocumentKind.INSTITUTION, "h", data, Nowhere())
    return Dossier("h", root, {DocumentKind.INSTITUTION: (root,)})


@pytest.fixture
def start(tmp_path: Path) -> Start:
    made = Start(tmp_path)
    write_pack(made.root)
    return made


def rewritten(file: Path, old: str, new: str) -> None:
    """``file`` with other content and everything else as it was: size and times too."""
    before, text = file.stat(), file.read_text(encoding="utf-8")
    assert old in text
    assert len(old) == len(new)
    file.write_text(text.replace(old, new), encoding="utf-8")
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))


def test_every_pack_and_schema_of_our_own_comes_back_as_it_was(tmp_path: Path) -> None:
    cache, now = Cache(tmp_path), Library(Schemas(), workshop())
    for _ in ("to keep them", "as they were kept"):
        library = Library(Schemas(cache=cache), workshop(), (), cache)
        assert repr(library.packs()) == repr(now.packs())
        for pack in library.packs():
            library.note_verified(pack)
        for kind in now.schemas.kinds:
            assert repr(library.schemas.schema(kind)) == repr(now.schemas.schema(kind))


def test_the_second_start_need_not_verify_and_judges_alike(start: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    assert start.verdict() == "pass"

    def unexpected(*_: object) -> None:
        raise AssertionError("read anew")

    monkeypatch.setattr("wicheck.packs.load.verify", unexpected)
    monkeypatch.setattr("wicheck.packs.load.read_text", unexpected)
    assert start.verdict() == "pass"


def test_a_figure_that_changes_is_seen_at_once(start: Start) -> None:
    assert start.verdict() == "pass"
    rewritten(start.root / "example-2026" / "pack.yaml", "minimum: 50", "minimum: 56")
    assert start.verdict() == "fail"


def test_a_figure_in_another_file_of_the_pack_too(start: Start) -> None:
    folder = start.root / "example-2026"
    (folder / "pack.yaml").write_text(header(), encoding="utf-8")
    (folder / "01-first.yaml").write_text("wicheck: clauses/v1\n" + CLAUSES, encoding="utf-8")
    assert (start.verdict(), start.verdict()) == ("pass", "pass")
    rewritten(folder / "01-first.yaml", "minimum: 50", "minimum: 56")
    assert start.verdict() == "fail"
    (folder / "01-first.yaml").rename(folder / "02-first.yaml")
    assert str(start.session().library.packs(["example-2026"])[0].rules[0].location).startswith("packs/example-2026/02")


def test_a_schema_that_changes_is_seen_at_once(start: Start) -> None:
    assert start.verdict() == "pass"
    rewritten(start.schemas / "institution.schema.json", '"beds_count"', '"bods_count"')
    with pytest.raises(PackError, match="beds_count"):
        start.verdict()


def test_the_schema_of_packs_too(start: Start) -> None:
    assert start.verdict() == "pass"
    rewritten(start.schemas / "pack.schema.json", '"topic"', '"tapic"')
    with pytest.raises(PackError):
        start.verdict()


def liked(verdict: Verdict, colour: str = "red") -> CheckKind:
    outcome = Outcome(verdict, Message("liked.said", same("?")))
    arguments = {"type": "object", "properties": {"colour": {"const": colour}}}
    return CheckKind(
        "liked", same("liked"), "A page.", arguments, (), lambda _arguments, _binder: lambda _record: outcome
    )


def test_a_check_kind_whose_code_changes_decides_anew(start: Start) -> None:
    (start.root / "example-2026" / "pack.yaml").write_text(header() + KIND_RULE, encoding="utf-8")
    assert [start.verdict(liked(each)) for each in (Verdict.PASS, Verdict.FAIL)] == ["pass", "fail"]
    with pytest.raises(PackError, match="colour"):
        start.verdict(liked(Verdict.PASS, colour="blue"))
    with pytest.raises(PackError, match="liked"):
        start.verdict()


def of_ours(beds: int) -> Fact:
    return Fact("beds_of_ours", same("beds"), same(""), "A page.", (), lambda _record: Quantity(beds))


def test_a_fact_whose_code_changes_counts_anew(start: Start) -> None:
    (start.root / "example-2026" / "pack.yaml").write_text(header() + FACT_RULE, encoding="utf-8")
    assert [start.verdict(fact=of_ours(beds)) for beds in (50, 49)] == ["pass", "fail"]
    with pytest.raises(PackError, match="beds_of_ours"):
        start.verdict()


@pytest.mark.parametrize("wrong", ["beds_coumt", "beds_count\n      colour: red"])
def test_a_faulty_pack_is_told_at_every_start_also_where_nothing_asks_for_the_rule(start: Start, wrong: str) -> None:
    for_claims = CLAUSES.replace("example-1", "example-2").replace("record: institution", "record: claims")
    faulty = for_claims.replace("beds_count", wrong)
    file = start.root / "example-2026" / "pack.yaml"
    file.write_text(header() + CLAUSES + faulty.removeprefix("clauses:\n"), encoding="utf-8")
    for _ in range(2):
        with pytest.raises(PackError):
            list(start.session().judge(hospital()))


def test_packs_that_somebody_is_writing_are_not_kept(tmp_path: Path) -> None:
    root, cache = write_pack(tmp_path / "packs"), Cache(tmp_path / "cache")
    library = Library(Schemas(), workshop(), [root], cache)
    (pack,) = library.packs(["example-2026"])
    library.note_verified(pack)
    assert not [each.name for each in (tmp_path / "cache").iterdir() if "example" in each.name]
