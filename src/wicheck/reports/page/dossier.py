"""What the page shows of one dossier: the answer, what there is to do, what is to be signed, then every finding."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from wicheck.model import Binds, PackStatus, Stage, Text, Verdict
from wicheck.packs.select import BASE
from wicheck.reports import words
from wicheck.reports.arrangement import Arrangement, arranged, batches, first_batches, first_steps, with_one_cause
from wicheck.reports.batches import certain_count
from wicheck.reports.page import words as own
from wicheck.reports.page.money import Money
from wicheck.reports.page.numbers import bars, message_of
from wicheck.reports.page.rows import Rows, stacks
from wicheck.reports.page.views import DossierView, Entry, Item, Line, Paper, Section, Sheet
from wicheck.reports.remarks import Remarks
from wicheck.reports.since import marked
from wicheck.reports.voice import Voice

if TYPE_CHECKING:
    from wicheck.reports.billing_data import BatchData
    from wicheck.reports.data import DossierData, FindingData, MissingData
    from wicheck.reports.run_data import PackData

_MATERIALS = "application.materials."


class Dossiers:
    """Makes the views of one report's dossiers."""

    def __init__(self, packs: Mapping[str, PackData], voice: Voice, money: Money) -> None:
        self._packs = packs
        self._money = money
        self._voice = voice
        self._remarks = Remarks(packs, voice)
        self._rows = Rows(packs, voice, self._remarks)

    def view(self, number: int, dossier: DossierData, lazy: Sequence[FindingData]) -> DossierView:
        findings = list(lazy)
        say = self._voice.say
        used = [self._packs[each] for each in dict.fromkeys(finding["pack"] for finding in findings)]
        laws = [pack for pack in used if pack["id"] != BASE]
        anchor = f"d{number}"
        claims = self._money.taken(dossier["id"])
        sections = [*self._claims(anchor, claims), *self._sections(anchor, dossier, findings)]
        return DossierView(
            anchor=anchor,
            name=dossier["name"] or dossier["id"],
            id=dossier["id"],
            regions=[Line(f"{say(pack['name'])} {pack['id']}", say(pack["title"])) for pack in laws],
            judged_on=self._judged_on(findings),
            answers=[Line(each["answer"], say(each["text"])) for each in dossier["headlines"]],
            drafts=[self._draft(pack) for pack in laws if pack["status"] == PackStatus.DRAFT],
            tally=self._voice.tally(dossier["counts"]),
            claims=[self._money.risk(batch) for batch in claims],
            sections=[each for each in sections if each.number],
        )

    def _judged_on(self, findings: Iterable[FindingData]) -> str:
        days = sorted({finding["judged_on"] for finding in findings})
        if not days:
            return self._voice.say(own.NOT_JUDGED)
        return days[0] if len(days) == 1 else self._voice.say(own.JUDGED_BETWEEN, first=days[0], last=days[-1])

    def _draft(self, pack: PackData) -> str:
        return self._voice.say(words.HEADLINE, place=self._voice.say(pack["name"]), answer=words.STATUSES["draft"])

    def _sections(self, anchor: str, dossier: DossierData, findings: list[FindingData]) -> Iterator[Section]:
        """In the order in which a clerk acts on them; those without anything in them are left out."""
        found = arranged(findings)
        law = [each for each in findings if each["binds"] == Binds.INSTITUTION and each["pack"] != BASE]
        yield self._items(f"{anchor}-failing", words.FAILURES_TITLE, found.failing)
        yield self._items(f"{anchor}-contradictions", words.CONTRADICTIONS_TITLE, found.contradictions)
        yield self._missing(f"{anchor}-missing", dossier["missing"])
        yield self._open(f"{anchor}-open", found.stuck)
        yield self._items(f"{anchor}-broken", words.BROKEN_TITLE, found.broken)
        yield self._items(f"{anchor}-suspects", words.SUSPECTS_TITLE, found.suspects)
        drawn = bars(law, self._voice)
        yield self._section("figures", f"{anchor}-figures", own.FIGURES, len(drawn))._replace(bars=drawn)
        papers = list(self._papers(law))
        yield self._section("papers", f"{anchor}-papers", own.MATERIALS, len(papers))._replace(papers=papers)
        yield self._dates(f"{anchor}-dates", found)
        yield self._signatures(f"{anchor}-sign", found.reviews, law)
        yield self._items(f"{anchor}-later", words.LATER_TITLE, found.later)
        yield from self._everything(anchor, findings, law, told_apart(found))

    def _claims(self, anchor: str, claims: Iterable[BatchData]) -> Iterator[Section]:
        """A part for each batch of claims, whatever was found in it."""
        for number, batch in enumerate(claims, 1):
            title = self._money.title(batch)
            view = self._money.view(batch)
            yield Section("money", f"{anchor}-money{number}", title, title, max(certain_count(batch), 1), money=view)

    def _section(self, kind: str, anchor: str, title: Text, number: int) -> Section:
        said = self._voice.say(title)
        return Section(kind, anchor, said, self._voice.say(words.NUMBERED, title=said, n=number), number)

    def _items(self, anchor: str, title: Text, findings: Sequence[FindingData]) -> Section:
        section = self._section("items", anchor, title, len(findings))
        return section._replace(items=[self._item(each) for each in findings])

    def _open(self, anchor: str, stuck: Sequence[FindingData]) -> Section:
        """What only unread rows keep from a decision is one item: one thing is to be done for all of it."""
        groups = with_one_cause(stuck)
        items = [self._unread(each) if len(each) > 1 else self._item(each[0]) for each in groups]
        return self._section("items", anchor, words.OPEN_TITLE, len(stuck))._replace(items=items)

    def _unread(self, findings: Sequence[FindingData]) -> Item:
        say = self._voice.say
        title, rules = say(words.UNREAD, n=len(findings)), say(words.UNREAD_RULES, rules=self._remarks.titles(findings))
        return Item(
            verdict=Verdict.UNKNOWN,
            mark="",
            title=title,
            message="",
            remarks=(say(words.UNREAD_REMEDY), rules),
            basis="",
            place=self._remarks.places(findings[0]),
        )

    def _item(self, finding: FindingData) -> Item:
        say, mark = self._voice.say, ""
        title = marked(say(finding["title"]), finding, self._voice)
        if finding["stage"] != Stage.ADMISSION:
            mark = say(words.VERDICTS[finding["verdict"]])
            title = say(words.WITH_HINT, text=title, hint=words.STAGES[finding["stage"]])
        message, remarks = message_of(finding, self._voice), tuple(self._remarks.of(finding))
        if title in message:  # of a text that is lost both say the same
            title, message = message, ""
        basis, places = self._remarks.basis(finding), self._remarks.places(finding)
        return Item(finding["verdict"], mark, title, message, remarks, basis, places)

    def _missing(self, anchor: str, missing: Sequence[MissingData]) -> Section:
        section = self._section("missing", anchor, words.MISSING_TITLE, len(missing))
        if not missing:
            return section
        named, groups = first_steps(missing), batches(missing)
        first = first_batches(groups, named, missing)
        phrase, n = (words.SETTLED, first) if first < len(groups) else (words.ALL_SETTLED, len(missing))
        lead = self._voice.say(phrase, n=n, rules=missing[named - 1]["settled"])
        return section._replace(lead=lead, entries=[self._entry(each) for each in groups])

    def _entry(self, group: Sequence[MissingData]) -> Entry:
        """Entries that one would write in one go, as one."""
        entry, path = group[0], group[0]["path"] if len(group) == 1 else group[0]["path"].rpartition(".")[0]
        return Entry(self._remarks.named(group), self._remarks.use(entry), path, self._remarks.where(entry))

    def _papers(self, law: Iterable[FindingData]) -> Iterator[Paper]:
        """The demands of clauses about papers, as far as they apply."""
        applying = [each for each in law if each["verdict"] != Verdict.NOT_APPLICABLE]
        clauses = {(each["pack"], each["clause"]["id"]) for each in applying if asks_for_papers(each)}
        for each in applying:
            if (each["pack"], each["clause"]["id"]) in clauses:
                verdict, say = each["verdict"], self._voice.say
                word, article = say(words.VERDICTS[verdict]), each["clause"]["article"]
                yield Paper(verdict, word, say(each["title"]), message_of(each, self._voice), article)

    def _dates(self, anchor: str, found: Arrangement) -> Section:
        say = self._voice.say
        dates = [
            Line(day, say(words.TITLED, title=say(each["title"]), text=say(each["message"])))
            for day, each in found.dates
        ]
        return self._section("dates", anchor, words.DATES_TITLE, len(dates))._replace(dates=dates)

    def _signatures(self, anchor: str, reviews: Sequence[FindingData], law: Iterable[FindingData]) -> Section:
        """A sheet for each set of people who may attest; then what was attested before."""
        sheets: dict[str, list[Item]] = {}
        for each in reviews:
            who = self._remarks.attestors(each) if each["attested_by"] else ""
            remarks = tuple(self._remarks.said(each))  # who is to decide is the heading of the sheet
            sheets.setdefault(who, []).append(self._item(each)._replace(remarks=remarks))
        made = [Sheet(self._signed_by(who), items) for who, items in sheets.items()]
        attested = [self._item(each)._replace(mark=self._verdict(each)) for each in law if each["attestation"]]
        title = own.SIGNATURES if made else own.ALREADY
        section = self._section("sign", anchor, title, len(reviews) + len(attested))
        return section._replace(sheets=made, attested=attested)

    def _signed_by(self, who: str) -> str:
        return self._voice.say(own.SIGNED_BY, who=who) if who else ""

    def _verdict(self, finding: FindingData) -> str:
        return self._voice.say(words.VERDICTS[finding["verdict"]])

    def _everything(
        self, anchor: str, findings: Sequence[FindingData], law: Sequence[FindingData], told: set[int]
    ) -> Iterator[Section]:
        """Every finding once: what binds the institution by text, what others owe, the checks of the data."""
        for number, pack in enumerate(dict.fromkeys(each["pack"] for each in law), 1):
            title = own.CRITERIA_OF.filled({"region": self._voice.say(self._packs[pack]["name"])})
            of_pack = [each for each in law if each["pack"] == pack]
            section = self._listed(f"{anchor}-all{number}", title, of_pack, told)
            draft = self._packs[pack]["status"] == PackStatus.DRAFT
            drawn = list(stacks(section.chapters, self._voice))
            yield section._replace(stacks=drawn, draft=self._voice.say(own.DRAFT) if draft else "")
        for binds, title in words.OWED.items():
            of_others = [each for each in findings if each["binds"] == binds]
            yield self._listed(f"{anchor}-{binds}", title, of_others, told)
        data = [each for each in findings if each["binds"] == Binds.INSTITUTION and each["pack"] == BASE]
        yield self._listed(f"{anchor}-data", own.DATA_CHECKS, data, told)

    def _listed(self, anchor: str, title: Text, findings: Sequence[FindingData], told: set[int]) -> Section:
        section = self._section("rows", anchor, title, len(findings))
        return section._replace(chapters=self._rows.chapters(findings, anchor, told))


def asks_for_papers(finding: FindingData) -> bool:
    """Whether a material of the application decided it, or would."""
    places = (*finding["evidence"], *finding["missing"])
    return finding["check"] == "documents" or any(place["path"].startswith(_MATERIALS) for place in places)


def told_apart(found: Arrangement) -> set[int]:
    """The ids of those told in full before the list of all."""
    lists = (found.failing, found.contradictions, found.stuck, found.broken, found.reviews, found.suspects, found.later)
    return {id(each) for findings in lists for each in findings}
