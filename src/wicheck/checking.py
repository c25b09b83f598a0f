"""A whole check: read, judge, and keep together what was found. The command line and pytest call it alike."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from wicheck.announcements import announcements
from wicheck.dates import WorkingDayCalendar
from wicheck.documents.files import InputFile
from wicheck.documents.load import Loaded, load
from wicheck.documents.sidecars import Sidecars, load_sidecars
from wicheck.errors import InputError
from wicheck.library import Library
from wicheck.model import Document, DocumentKind, Dossier, Finding, Location, Notice, Pack
from wicheck.model.tuples import NamedTuple
from wicheck.run import Statements, unread, unused
from wicheck.session import Circumstances, Request, Session

if TYPE_CHECKING:
    from wicheck.billing.batches import Judged
    from wicheck.billing.opening import Means


class Inputs(NamedTuple):
    """Which files to read: ``paths`` are judged; the others count only because somebody names them."""

    paths: tuple[Path, ...]
    settings: tuple[Path, ...] = ()
    waivers: tuple[Path, ...] = ()
    attestations: tuple[Path, ...] = ()


class Checked(NamedTuple):
    """What a check came to. ``findings`` stand in the order of ``dossiers``; ``packs`` are those that judged."""

    request: Request
    today: date
    dossiers: tuple[Dossier, ...]
    findings: tuple[Finding, ...]
    packs: tuple[Pack, ...]
    errors: tuple[InputError, ...]
    notices: tuple[Notice, ...]
    files: tuple[InputFile, ...]
    sidecars: Sidecars
    judged_batches: tuple[Judged, ...] = ()


def check(
    library: Library, inputs: Inputs, request: Request, today: date, means: Callable[[], Means] | None = None
) -> Checked:
    """Read ``inputs`` and judge every dossier in them.

    Raises UsageError on a path or a pack that does not exist, PackError on a faulty pack. Faults of the
    documents are among the errors, and never hide what the others got.
    """
    sidecars = read_sidecars(inputs, library)
    loaded = load(inputs.paths, library.schemas, sidecars.settings.limits)
    known = circumstances(loaded.documents, sidecars, request.on or today)
    if any(each.kind is DocumentKind.CLAIMS for each in loaded.documents):
        return check_with_batches(library, request, known, loaded, sidecars, means)
    session = Session(library, request, known)
    findings = session.judge_all(loaded.dossiers)
    return checked(session, loaded, sidecars, findings)


def check_with_batches(  # noqa: PLR0913, PLR0917 - all that is known so far
    library: Library,
    request: Request,
    known: Circumstances,
    loaded: Loaded,
    sidecars: Sidecars,
    means: Callable[[], Means] | None,
) -> Checked:
    """The same where there are claims: an engine answers the queries. Its modules are large, and seldom needed."""
    from wicheck.billing.intake import told
    from wicheck.billing.opening import Means, billing, column_labels
    from wicheck.billing.thresholds import unasked

    using = means() if means else Means()
    thresholds = {each.name: each.number for each in sidecars.settings.thresholds}
    with billing(library, using, loaded.documents, thresholds, loaded.lost_agreements) as biller:
        session = Session(library, request, known, biller)
        findings = session.judge_all(loaded.dossiers)
    done = checked(session, loaded, sidecars, findings)
    labels = column_labels(library.schemas)
    batches = {id(each.document): each for each in biller.judged}.values()
    said = [told(each.loaded, using.accepted_rejects, labels) for each in batches]
    wanted = {name for each in biller.judged for answer in each.answers.values() for name in answer.query.thresholds}
    astray = unasked(((each.name, each.location) for each in sidecars.settings.thresholds), wanted)
    return done._replace(
        judged_batches=tuple(biller.judged),
        errors=(*done.errors, *biller.errors, *(error for each in said for error in each.errors)),
        notices=(*done.notices, *astray, *biller.notices, *(notice for each in said for notice in each.notices)),
    )


def checked(session: Session, loaded: Loaded, sidecars: Sidecars, findings: tuple[Finding, ...]) -> Checked:
    packs = tuple(session.used.values())
    idle = unused(session.circumstances.statements, findings, packs)
    astray = unread(((each.rule, each.location) for each in sidecars.settings.readings), packs)
    notices = (*sidecars.notices, *loaded.notices, *session.notices.values(), *idle, *astray)
    errors = (*sidecars.errors, *loaded.errors, *session.circumstances.errors, *session.errors.values())
    rank = {file.name: number for number, file in enumerate(loaded.files)}
    return Checked(
        request=session.request,
        today=session.circumstances.today,
        dossiers=loaded.dossiers,
        findings=findings,
        packs=packs,
        errors=tuple(sorted(errors, key=lambda error: place(error.location, rank))),
        notices=tuple(sorted(notices, key=lambda notice: place(notice.location, rank))),
        files=(*loaded.files, *sidecars.files),
        sidecars=sidecars,
    )


def place(location: Location | None, rank: Mapping[str, int]) -> tuple[int, int]:
    """Where something is told: in the order of the files, then of their lines; what has no place comes last."""
    if location is None:
        return len(rank), 0
    return rank.get(location.file, len(rank)), location.line or 0


def read_sidecars(inputs: Inputs, library: Library) -> Sidecars:
    named: Mapping[DocumentKind, Sequence[Path]] = {
        DocumentKind.SETTINGS: inputs.settings,
        DocumentKind.WAIVERS: inputs.waivers,
        DocumentKind.ATTESTATIONS: inputs.attestations,
    }
    return load_sidecars(named, library.schemas)


def circumstances(documents: Sequence[Document], sidecars: Sidecars, today: date) -> Circumstances:
    announced = announcements(documents)
    return Circumstances(
        working_days=WorkingDayCalendar(announced.years),
        today=today,
        statements=Statements.of(today, sidecars.attestations, sidecars.waivers),
        readings={each.rule: each for each in sidecars.settings.readings},
        errors=announced.errors,
    )
