"""The report of a run, put together from what the rooms below found."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from typing import TYPE_CHECKING

from wicheck.errors import InputError
from wicheck.model import Attestation, Binds, DocumentKind, Dossier, Finding, Notice, Pack, Path, Text, Waiver
from wicheck.reports.findings import Findings
from wicheck.reports.headline import headlines
from wicheck.reports.interface import Label, Personal, RunInfo
from wicheck.reports.lazy import LazyList
from wicheck.reports.masking import Veil, scrubbed
from wicheck.reports.missing import Ranked, ranking
from wicheck.reports.plain import iso, location_data, optional_location, plain, text_data
from wicheck.reports.report import Report
from wicheck.reports.shape import Shaper
from wicheck.reports.statements import attestation_data, waiver_data
from wicheck.reports.totals import counts, totals

if TYPE_CHECKING:
    from wicheck.reports.data import DossierData, InputErrorData, MissingData, NoticeData, TextData
    from wicheck.reports.run_data import PackData, RunData

Group = tuple[Dossier, Sequence[Finding]]


def nothing_personal(_path: Path) -> None:
    """For data of which nothing is personal."""


def assemble(  # noqa: PLR0913, PLR0917 - all that a run yields meets here
    findings: Sequence[Finding],
    packs: Sequence[Pack],
    dossiers: Sequence[Dossier],
    notices: Iterable[Notice],
    errors: Sequence[InputError],
    run: RunInfo,
    label: Label,
    personal: Personal = nothing_personal,
    show_personal: bool = False,
) -> Report:
    """The report. ``label`` tells what a clerk calls the entry at a path, ``personal`` its ``x-personal`` class.

    Every pack that has findings must be among ``packs``. Dossiers without a finding are told of as not assessed.
    Personal data is covered here, once for all formats, unless ``show_personal``.
    """
    by_id = {pack.id: pack for pack in packs}
    shaper = Shaper(by_id, label, None if show_personal else Veil(personal))
    groups = grouped(findings, dossiers)
    ordered = list(chain.from_iterable(of_dossier for _, of_dossier in groups))
    return Report(
        run=run_data(run, packs, show_personal),
        dossiers=[dossier_data(dossier, of_dossier, by_id, shaper) for dossier, of_dossier in groups],
        totals=totals(ordered),
        findings=Findings(ordered, shaper),
        notices=[notice_data(notice) for notice in notices],
        input_errors=[error_data(error, show_personal) for error in errors],
        attestations=[attestation_data(each, show_personal) for each in attestations(ordered)],
        waivers=[waiver_data(each, show_personal) for each in waivers(ordered)],
    )


def grouped(findings: Iterable[Finding], dossiers: Iterable[Dossier]) -> list[Group]:
    """Findings by the dossier as it was heard (one for each application), then dossiers that nothing was said of."""
    heard: dict[tuple[str, str, str], tuple[Dossier, list[Finding]]] = {}
    for finding in findings:
        dossier = finding.record.dossier
        name = dossier.id, dossier.root.id, dossier.root.kind
        group = heard.get(name)
        if group is None:
            group = heard[name] = (dossier, [])
        group[1].append(finding)
    named = {(dossier.root.kind, dossier.root.id) for dossier, _ in heard.values()}
    unheard = [(dossier, ()) for dossier in dossiers if (dossier.root.kind, dossier.root.id) not in named]
    return [*heard.values(), *unheard]


def dossier_data(
    dossier: Dossier, findings: Sequence[Finding], packs: Mapping[str, Pack], shaper: Shaper
) -> DossierData:
    """Only an institution can apply, so only its dossier has headlines."""
    root = dossier.root
    name = root.data.get("name")
    return {
        "id": dossier.id,
        "kind": root.kind,
        "name": name if isinstance(name, str) else None,
        "location": location_data(root.locate((root.kind,))),
        "headlines": list(headlines(findings, packs)) if root.kind is DocumentKind.INSTITUTION else [],
        "counts": counts(findings),
        "missing": LazyList(lambda: to_fill_in(findings, shaper)),
    }


def to_fill_in(findings: Iterable[Finding], shaper: Shaper) -> list[MissingData]:
    """What the institution is to fill in, ranked."""
    return [missing_data(ranked, shaper) for ranked in ranking(filter(binds_institution, findings))]


def binds_institution(finding: Finding) -> bool:
    return finding.rule.binds is Binds.INSTITUTION


def missing_data(ranked: Ranked, shaper: Shaper) -> MissingData:
    entry = ranked.entry
    return {
        **shaper.entry(ranked.record, entry.path),
        "record": {"kind": entry.kind, "id": entry.id},
        "rules": list(ranked.rules),
        "alone": ranked.alone,
        "settled": ranked.settled,
    }


def run_data(run: RunInfo, packs: Iterable[Pack], show_personal: bool) -> RunData:
    made: RunData = {
        "version": run.version,
        "judged_on": run.judged_on.isoformat(),
        "date_fixed": run.fixed,
        "chosen_packs": list(run.chosen_packs),
        "settings": plain(dict(run.settings)),
        "packs": [pack_data(pack) for pack in packs],
        "files": [{"file": each.file, "sha256": each.sha256} for each in run.files],
    }
    if show_personal:
        made["shows_personal"] = True
    return made


def pack_data(pack: Pack) -> PackData:
    return {
        "id": pack.id,
        "name": text_data(pack.name),
        "title": text_data(pack.title),
        "document_number": pack.document_number,
        "division": pack.division,
        "status": pack.status,
        "issued_on": iso(pack.issued_on),
        "effective_from": iso(pack.effective_from),
        "expires_on": iso(pack.expires_on),
        "effective_basis": pack.effective_basis,
        "service_kinds": list(pack.service_kinds),
        "clauses": [clause.id for clause in pack.clauses],
        "rules": [rule.id for rule in pack.rules],
        "digest": pack.digest,
    }


def notice_data(notice: Notice) -> NoticeData:
    return {"code": notice.code, "text": text_data(notice.text), "location": optional_location(notice.location)}


def error_data(error: InputError, show_personal: bool) -> InputErrorData:
    def told(text: Text) -> TextData:
        return text_data(text if show_personal else Text(scrubbed(text.zh), scrubbed(text.en)))

    return {
        "text": told(error.message),
        "hint": told(error.hint) if error.hint else None,
        "location": optional_location(error.location),
    }


def attestations(findings: Iterable[Finding]) -> Iterable[Attestation]:
    """Those that decided a finding, each once."""
    return {id(each): each for finding in findings if (each := finding.attestation)}.values()


def waivers(findings: Iterable[Finding]) -> Iterable[Waiver]:
    """Those that let a failure stand, each once."""
    return {id(each): each for finding in findings if (each := finding.waiver)}.values()
