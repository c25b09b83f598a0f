"""What stands around the dossiers: the title, the overview of several, what could not be read, and what it rests on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from wicheck.model import Language, Verdict
from wicheck.reports import billing_words, words
from wicheck.reports.batches import Batches
from wicheck.reports.changes import changes_of
from wicheck.reports.judged import coverage
from wicheck.reports.page import words as own
from wicheck.reports.page.views import Frame, Institution, Told
from wicheck.reports.phrases import dossier_name, input_error, notices, place
from wicheck.reports.report import Report
from wicheck.reports.voice import Voice

if TYPE_CHECKING:
    from wicheck.reports.data import AttestationData, WaiverData
    from wicheck.reports.run_data import PackData

_LANGUAGES = {Language.ZH: "zh-CN", Language.EN: "en"}


def frame(report: Report, packs: Mapping[str, PackData], voice: Voice) -> Frame:
    run, totals = report.run, report.totals
    judged = words.JUDGED_FIXED if run["date_fixed"] else words.JUDGED_OPEN
    many = len(report.dossiers) != 1
    return Frame(
        language=_LANGUAGES[voice.language],
        title=_title(report, voice),
        many=many,
        judged_on=voice.say(judged, day=run["judged_on"]),
        totals=_totals(report, voice),
        verdicts=[
            (verdict, voice.say(words.VERDICTS[verdict]), totals["verdict"][verdict])
            for verdict in Verdict
            if verdict in totals["verdict"]
        ],
        overview=list(_overview(report, packs, voice)) if many else [],
        columns=_columns(report, voice),
        money=bool(report.billing),
        first=[told for told in _first(report, voice) if told.lines],
        about=[told for told in _about(report, voice) if told.lines],
        made_by=voice.say(own.MADE_BY, version=run["version"]),
    )


def _title(report: Report, voice: Voice) -> str:
    title = voice.say(own.TITLE)
    if len(report.dossiers) != 1:
        return title
    (dossier,) = report.dossiers
    return voice.say(own.TITLE_OF, name=dossier["name"] or dossier["id"], title=title)


def _totals(report: Report, voice: Voice) -> str:
    totals = report.totals
    if not totals["findings"]:
        return voice.say(words.NOTHING_JUDGED)
    said = voice.say(words.TOTALS, n=totals["findings"], counts=voice.tally(totals["verdict"]))
    if totals["waived"]:
        said = voice.say(words.WITH_HINT, text=said, hint=voice.say(words.WAIVED_TOTAL, n=totals["waived"]))
    return voice.join((said, *Batches(report, voice).totals(report)), billing_words.STOP)


def _columns(report: Report, voice: Voice) -> list[str]:
    answers = (words.COLUMN_INSTITUTION, words.COLUMN_PLACE, words.COLUMN_ANSWER, *words.COLUMN_NUMBERS.values())
    titles = (*answers, billing_words.MONEY) if report.billing else answers
    return [voice.say(title) for title in titles]


def _overview(report: Report, packs: Mapping[str, PackData], voice: Voice) -> Iterator[Institution]:
    """A row for each answer; what is no institution has none, and is told by its counts."""
    sums = Batches(report, voice).by_dossier()
    for number, dossier in enumerate(report.dossiers, 1):
        anchor, name = f"d{number}", dossier_name(dossier, voice)
        for headline in dossier["headlines"]:
            answer, text = headline["answer"], voice.say(words.ANSWERS[headline["answer"]])
            where, numbers = place(headline, packs, voice), _numbers(headline["counts"])
            yield Institution(anchor, name, where, answer, text, numbers, sums.pop(dossier["id"], ""))
        if not dossier["headlines"]:
            kind = voice.say(words.DOCUMENTS[dossier["kind"]])
            money = sums.pop(dossier["id"], "")
            yield Institution(anchor, name, kind, "", "", _numbers(dossier["counts"]), money)


def _numbers(counts: Mapping[str, int]) -> list[int]:
    return [counts.get(verdict, 0) for verdict in words.COLUMN_NUMBERS]


def _first(report: Report, voice: Voice) -> Iterator[Told]:
    """What a reader must know before all else: what could not be read, what was not run, what an earlier run said."""
    yield Told(voice.say(words.ERRORS_TITLE), [input_error(error, voice) for error in report.input_errors])
    yield Told(voice.say(words.NOTICES_TITLE), list(notices(report.notices, voice)))
    if changes := changes_of(report, voice):
        gate = changes.gate()
        yield Told(changes.title(), [changes.counts(), *([gate] if gate else [])])
        for title, entries in changes.lists():
            yield Told(voice.say(words.NUMBERED, title=title, n=len(entries)), entries)


def _about(report: Report, voice: Voice) -> Iterator[Told]:
    say, run = voice.say, report.run
    used = [pack for pack in run["packs"] if pack["id"] in report.totals["pack"]]
    names = {pack["id"]: say(pack["name"]) for pack in used}
    settings = [voice.say(words.HEADLINE, place=name, answer=value) for name, value in run["settings"].items()]
    yield Told(say(own.TEXTS), [_text(pack, voice) for pack in used])
    yield Told(say(own.COVERAGE), [say(own.COVERED, region=names[each["pack"]], **each) for each in coverage(report)])
    yield Told(say(own.SETTINGS), settings)
    yield Told(say(own.ATTESTATIONS), [_attestation(each, voice) for each in report.attestations])
    yield Told(say(own.WAIVERS), [_waiver(each, voice) for each in report.waivers])
    yield Told(say(own.FILES), [f"{each['file']} {each['sha256']}" for each in run["files"]])


def _text(pack: PackData, voice: Voice) -> str:
    name = f"{voice.say(pack['name'])} {pack['id']}"
    title = voice.say(pack["title"])
    if pack["document_number"]:
        title = voice.say(words.WITH_HINT, text=title, hint=pack["document_number"])
    said = voice.say(words.HEADLINE, place=name, answer=title)
    digest = voice.say(own.DIGEST, status=words.STATUSES[pack["status"]], digest=pack["digest"][:12])
    return voice.say(words.WITH_HINT, text=said, hint=digest)


def _attestation(said: AttestationData, voice: Voice) -> str:
    conclusion = own.MET if said["conclusion"] == "met" else own.NOT_MET
    values = {**said, "conclusion": conclusion, "capacity": words.ATTESTORS[said["capacity"]]}
    return voice.say(own.ATTESTATION, **values)


def _waiver(waiver: WaiverData, voice: Voice) -> str:
    return voice.say(own.WAIVER, **waiver)
