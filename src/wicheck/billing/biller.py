"""Has the billing queries of batches answered: each batch is loaded once, each pack's queries run together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

from wicheck.billing.asking import question
from wicheck.billing.batches import NOT_READ, Judged, Unread, present, told, unread
from wicheck.billing.catalogues import holding
from wicheck.billing.personal import NOTHING_PERSONAL, PersonalColumns
from wicheck.billing.reference import owner, references
from wicheck.claims.gathering import Gathered
from wicheck.engines.interface import Batch, Engine, Loaded, Tell
from wicheck.errors import InputError
from wicheck.model import Answer, Asked, Document, DocumentKind, Notice, Pack, Rule
from wicheck.packs.queries import Queries
from wicheck.packs.views import absent
from wicheck.plan import Hearing

Gather = Callable[[Document, Sequence[Document]], Gathered]
"""Finds the tables of a batch and of its catalogues."""


class Keeping(NamedTuple):
    """Files of offences to keep: in which folder, of which suffixes, without what is ``personal``."""

    folder: Path
    suffixes: tuple[str, ...] = ()
    personal: PersonalColumns = NOTHING_PERSONAL


NOTHING_KEPT = Keeping(Path())


class _Opened(NamedTuple):
    """A batch in the engine: what was loaded, which columns are there by view, what could not be read."""

    loaded: Loaded
    present: Mapping[str, set[str]]
    unread: Unread


class Biller:
    """Asks one ``engine`` for all batches of a run; it is called for when the first batch comes.

    ``documents`` are all of the run, ``thresholds`` the figures that settings give, ``keeping`` which files of
    offences are wanted. ``mentions`` are the words of all queries to come, where they are known: less is loaded
    then, and no totals are made.
    """

    def __init__(  # noqa: PLR0913, PLR0917 - what a run knows and what it may use meet here
        self,
        queries: Queries,
        engine: Callable[[], Engine],
        gather: Gather,
        documents: Sequence[Document],
        thresholds: Mapping[str, Decimal],
        keeping: Keeping = NOTHING_KEPT,
        tell: Tell | None = None,
        mentions: Set[str] | None = None,
    ) -> None:
        self._queries = queries
        self._engine = engine
        self._gather = gather
        self._documents = documents
        self._thresholds = thresholds
        self._keeping = keeping
        self._tell = tell
        self._mentions = mentions
        self._batches = Counter(owner(each, documents) for each in documents if each.kind is DocumentKind.CLAIMS)
        self._before: dict[str | None, dict[str, Unread]] = {}
        self._open: tuple[Document, _Opened] | None = None
        self.judged: list[Judged] = []
        self.errors: list[InputError] = []
        self.notices: list[Notice] = []

    def answers(self, hearing: Hearing, pack: Pack, rules: Sequence[Rule]) -> Mapping[str, Answer]:
        """What each of ``rules`` found in the hearing's batch. Raises PackError on a faulty query."""
        batch = hearing.batch
        assert batch is not None, "only batches of claims are billed"  # noqa: S101
        questions = {rule.id: question(rule, self._queries.of(rule, pack), self._thresholds) for rule in rules}
        opened = self._opened(batch, hearing)
        answers = {name: each for name, each in questions.items() if isinstance(each, Answer)}
        asked: list[Asked] = []
        for name, each in questions.items():
            if isinstance(each, Asked):
                lacking = absent(each.query, opened.present)
                if lacking:
                    answers[name] = Answer(each.query, missing=lacking)
                else:
                    asked.append(opened.unread.asking(each))
        return self._ask(hearing, pack, asked, answers, opened)

    def _ask(
        self, hearing: Hearing, pack: Pack, asked: Sequence[Asked], answers: dict[str, Answer], opened: _Opened
    ) -> Mapping[str, Answer]:
        judgement = self._engine().judge(asked, hearing.as_of, self._tell, totals=self._mentions is None)
        answers |= {each.rule: told(each, judgement.answers[each.rule], opened.unread) for each in asked}
        batch = hearing.batch
        assert batch is not None  # noqa: S101
        self.judged.append(
            Judged(hearing.dossier.id, batch, pack.id, opened.loaded, answers, judgement.totals, self._exported(asked))
        )
        return answers

    def _opened(self, batch: Document, hearing: Hearing) -> _Opened:
        """The batch in the engine; several packs that judge it one after the other find it there."""
        if self._open is None or self._open[0] is not batch:
            catalogues, foreign = holding(hearing)
            gathered = self._gather(batch, catalogues)
            self.errors += gathered.errors
            self.notices += (*foreign, *gathered.notices)
            rows = references(batch, self._documents, catalogues)
            whole = Batch(gathered.tables, rows, self._mentions)
            before = self._before.setdefault(owner(batch, self._documents), {})
            earlier = {name: each for name, each in before.items() if name != batch.id}
            before[batch.id] = NOT_READ  # as long as it is not open
            loaded = self._engine().open(self._compared(whole, batch, earlier), self._tell)
            before[batch.id] = lacking = unread(loaded, gathered.unread)
            self._open = (batch, _Opened(loaded, present(loaded, rows), lacking.beside([*earlier.values()])))
        return self._open[1]

    def _compared(self, whole: Batch, batch: Document, earlier: Iterable[str]) -> Batch:
        """Held against the batches of the same institution that came before it; most runs have one batch only."""
        several = self._batches[owner(batch, self._documents)] > 1
        return whole._replace(name=batch.id, earlier=tuple(earlier)) if several else whole

    def _exported(self, asked: Sequence[Asked]) -> Mapping[str, Path]:
        """Files with every offence of the judgement just made. What is personal is not in them."""
        number = len(self.judged) + 1
        files = {suffix: self._keeping.folder / f"offences-{number}{suffix}" for suffix in self._keeping.suffixes}
        hidden = self._keeping.personal.hidden(each.query for each in asked)
        for path in files.values():
            self._engine().export(path, hidden)
        return files
