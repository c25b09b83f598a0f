"""The explanation of a rule."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path as FilePath

from wicheck.dates import WorkingDayCalendar
from wicheck.documents.schemas import Schemas
from wicheck.explaining import words
from wicheck.explaining.billing import definition, figures, query_section
from wicheck.explaining.data import Reader, entries
from wicheck.explaining.decision import Teller, asks_a_person, joined
from wicheck.explaining.examples import BAD, GOOD, Shown
from wicheck.explaining.page import Line, Page, Section, listed, page, said, section
from wicheck.model import Clause, Pack, Rule, Text, same
from wicheck.packs.bind import SQL, Vocabulary
from wicheck.packs.queries import Queries
from wicheck.packs.views import needed
from wicheck.proving.example import Example, examples_of
from wicheck.proving.prove import Prover
from wicheck.reports.words import ATTESTORS, DOCUMENTS, SERVICE_KINDS, STAGES


class Shelf:
    """What explanations draw on: schemas, check kinds and facts, the titles of topics, and the packs' examples."""

    def __init__(self, schemas: Schemas, vocabulary: Vocabulary, topics: Mapping[str, Text]) -> None:
        self.schemas = schemas
        self.vocabulary = vocabulary
        self.topics = topics
        self.prover = Prover(schemas, vocabulary, WorkingDayCalendar())
        self.queries = Queries(schemas)
        self._examples: dict[str, list[Example]] = {}

    def examples(self, pack: Pack, rule: Rule) -> list[Example]:
        """Those of one rule; a pack's files are read once. Raises PackError on a faulty one."""
        if pack.folder not in self._examples:
            self._examples[pack.folder] = list(examples_of(FilePath(pack.folder)))
        return [example for example in self._examples[pack.folder] if example.rule == rule.id]


def explain_rule(pack: Pack, clause: Clause, rule: Rule, shelf: Shelf) -> Page:
    """What the rule asks and how it is decided, from the data to the clause. Raises PackError on a faulty example."""
    return page(rule.id, rule.title, sections(pack, clause, rule, shelf))


def sections(pack: Pack, clause: Clause, rule: Rule, shelf: Shelf) -> Iterator[Section]:
    reader = Reader(shelf.schemas, shelf.vocabulary)
    teller = Teller(reader)
    query = shelf.queries.of(rule, pack) if rule.check == SQL else None
    paths = tuple(needed(query)) if query else reader.paths(rule.arguments, rule.only_if)
    arguments = {"check": rule.check, **rule.arguments}
    shown = Shown(pack, shelf.examples(pack, rule), paths, shelf.prover, judged=query is None)
    told = figures(rule, query) if query else teller.figures(arguments)
    yield section("asks", words.ASKS, said(rule.title))
    yield section("figure", words.FIGURE, listed(unique(told)))
    yield section("condition", words.CONDITION, teller.steps(rule.only_if) if rule.only_if else ())
    yield section("decided", words.DECIDED, definition(rule, query) if query else teller.steps(arguments))
    yield section("data", words.DATA, entries(paths, shelf.schemas))
    yield section("meets", words.MEETS, shown.lines(GOOD))
    yield section("breaks", words.BREAKS, shown.lines(BAD))
    if query:
        yield query_section(query)
    yield section("remedy", words.REMEDY, said(rule.remedy))
    yield section("clause", words.CLAUSE, clause_lines(pack, clause, rule))
    yield section("scope", words.SCOPE, listed(scope(pack, rule, shelf)))


def clause_lines(pack: Pack, clause: Clause, rule: Rule | None = None) -> Iterator[Line]:
    """Where the clause stands, what it says in our words, and what is lost of it."""
    yield from said(
        words.ARTICLE.filled({"region": pack.name, "title": pack.title, "article": clause.article}),
        words.CHAPTER.filled({"chapter": clause.chapter}) if clause.chapter else None,
        words.SUMMARY.filled({"summary": clause.summary}),
        words.DAMAGE.filled({"damage": clause.damage}) if clause.damage else None,
        words.LOST if clause.lost_conditions else None,
        words.DERIVED if rule and not rule.grounded else None,
    )


def scope(pack: Pack, rule: Rule, shelf: Shelf) -> Iterator[Text]:
    kinds = [SERVICE_KINDS[kind] for kind in rule.service_kinds] or [words.ALL_KINDS]
    yield words.BINDS.filled({"who": words.BOUND[rule.binds]})
    yield words.STAGE.filled({"stage": STAGES[rule.stage]})
    yield words.KINDS.filled({"kinds": joined(kinds, words.COMMA)})
    yield words.RECORD.filled({"record": DOCUMENTS[rule.record]})
    yield words.TOPIC.filled({"topic": shelf.topics.get(rule.topic, same(rule.topic)), "name": rule.topic})
    if asks_a_person([rule.arguments, rule.only_if]):
        who = joined([ATTESTORS[each] for each in rule.attested_by], words.COMMA)
        yield words.ATTESTED_BY.filled({"who": who})
    if pack.division:
        yield words.SINCE.filled({"since": period(pack)})


def period(pack: Pack) -> Text:
    """Since when the pack is in force, why we believe so, and until when."""
    if pack.effective_from is None:
        return words.NO_DAY
    since = words.FROM.filled({"day": pack.effective_from, "basis": words.BASES[pack.effective_basis]})
    if pack.expires_on is None:
        return since
    return joined([since, words.UNTIL.filled({"day": pack.expires_on})], words.PAUSE)


def unique(texts: Iterable[Text]) -> tuple[Text, ...]:
    return tuple(dict.fromkeys(texts))
