"""The explanations of a clause, a check kind and a fact."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from wicheck.documents.schemas import Schemas
from wicheck.explaining import words
from wicheck.explaining.data import entries
from wicheck.explaining.page import Line, Page, code, listed, page, said, section
from wicheck.explaining.rule import clause_lines
from wicheck.model import CheckKind, Clause, Fact, Pack, Rule, Text, same

_YAML = re.compile(r"```yaml\n(.*?)```", re.DOTALL)
_NAMED = Text("{id}：{title}", "{id}: {title}")


def explain_clause(pack: Pack, clause: Clause) -> Page:
    title = Text(f"{pack.name.zh}{clause.article}", f"{pack.name.en} {clause.article}")
    return page(
        clause.id,
        title,
        (
            section("clause", words.CLAUSE, clause_lines(pack, clause)),
            section("decided", words.DECIDED, said(words.CLAUSE_KINDS[clause.kind])),
            section("rules", words.RULES, named(clause.rules)),
        ),
    )


def explain_kind(kind: CheckKind, users: Iterable[Rule]) -> Page:
    """``users`` are the rules that are decided by it."""
    return page(
        kind.name,
        kind.title,
        (
            section("about", words.ABOUT, prose(kind.page)),
            section("arguments", words.ARGUMENTS, listed(map(same, kind.arguments.get("properties", {})))),
            section("written", words.WRITTEN, map(code, _YAML.findall(kind.page))),
            section("answers", words.ANSWERS, listed(message.text for message in kind.messages)),
            section("rules", words.RULES, named(users)),
        ),
    )


def explain_fact(fact: Fact, users: Iterable[Rule], schemas: Schemas) -> Page:
    paths = [tuple(step for step in path if isinstance(step, str)) for path in fact.paths]
    return page(
        fact.name,
        fact.title,
        (
            section("about", words.ABOUT, prose(fact.page)),
            section("data", words.DATA, entries(paths, schemas)),
            section("rules", words.RULES, named(users)),
        ),
    )


def named(rules: Iterable[Rule]) -> Iterator[Line]:
    return listed(_NAMED.filled({"id": rule.id, "title": rule.title}) for rule in rules)


def prose(docstring: str) -> Iterator[Line]:
    """A module's docstring, which is its page: paragraphs without the code, and a table as a list of its rows."""
    for paragraph in _YAML.sub("", docstring).strip().split("\n\n"):
        if paragraph.startswith("|"):
            yield from listed(same(row) for row in rows(paragraph))
        else:
            yield from said(same(" ".join(paragraph.split())) if paragraph.strip() else None)


def rows(table: str) -> Iterator[str]:
    """The rows of a table, without its headings, each as ``what: the answer``."""
    for line in table.splitlines()[2:]:
        what, _, answer = line.strip().strip("|").partition("|")
        yield f"{what.strip()}: {answer.strip()}"
