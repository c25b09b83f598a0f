"""From a finished check to its report: the one way that all faces take."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wicheck import __version__
from wicheck.checking import Checked
from wicheck.documents.schemas import Schemas
from wicheck.model import Path, Query, Text, dotted, same
from wicheck.reports import FileDigest, OffenceFiles, Report, RunInfo, assemble

if TYPE_CHECKING:
    from wicheck.reports.billing_data import BatchData


def reported(done: Checked, schemas: Schemas, show_personal: bool = False) -> Report:
    """The report on ``done``, with personal data covered unless ``show_personal``."""

    def label(path: Path) -> Text:
        return key_path(path, schemas)

    def personal(path: Path) -> str | None:
        shape = schemas.at(path, through_arrays=True)
        return shape.personal if shape else None

    report = assemble(
        done.findings,
        done.packs,
        done.dossiers,
        done.notices,
        done.errors,
        run_info(done),
        label,
        personal,
        show_personal,
    )
    if not done.judged_batches:
        return report
    files = [OffenceFiles(each.dossier, each.document.id, each.pack, each.offences) for each in done.judged_batches]
    return report._replace(billing=billed(done, schemas, show_personal), offences=files)


def billed(done: Checked, schemas: Schemas, show_personal: bool) -> list[BatchData]:
    """What the batches of claims came to."""
    from wicheck.billing.opening import table_titles
    from wicheck.billing.personal import personal_columns
    from wicheck.billing.telling import Cover, batch_data, covering

    rules = {rule.id: rule for pack in done.packs for rule in pack.rules}
    names = {dossier.id: dossier.root.data.get("name") for dossier in done.dossiers}
    personal = personal_columns(schemas)
    titles = table_titles(schemas)

    def cover(query: Query) -> Cover:
        return covering(personal.of(query), show_personal)

    return [batch_data(each, rules, names.get(each.dossier), titles, cover) for each in done.judged_batches]


def run_info(done: Checked) -> RunInfo:
    return RunInfo(
        version=__version__,
        judged_on=done.request.on or done.today,
        fixed=done.request.on is not None,
        settings=done.sidecars.settings.figures,
        files=[FileDigest(each.name, each.sha256) for each in done.files],
        chosen_packs=[pack.id for pack in done.packs] if done.request.packs else (),
    )


def key_path(path: Path, schemas: Schemas) -> Text:
    """The keys under which a clerk writes the entry, from the top: ``康复·康复病房·净使用面积``."""
    named = list(schemas.named(path))
    if not named:
        return same(dotted(path))
    zh = "·".join((shape.keys_zh or [shape.name])[0] for shape in named)
    return Text(zh, ".".join(shape.name for shape in named))
