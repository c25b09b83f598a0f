"""From a finished check to its report: the one way that all faces take."""

from __future__ import annotations

from wicheck import __version__
from wicheck.checking import Checked
from wicheck.documents.schemas import Schemas
from wicheck.model import Path, Text, dotted, same
from wicheck.reports import FileDigest, Report, RunInfo, assemble


def reported(done: Checked, schemas: Schemas, show_personal: bool = False) -> Report:
    """The report on ``done``, with personal data covered unless ``show_personal``."""

    def label(path: Path) -> Text:
        return key_path(path, schemas)

    def personal(path: Path) -> str | None:
        shape = schemas.at(path, through_arrays=True)
        return shape.personal if shape else None

    return assemble(
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
