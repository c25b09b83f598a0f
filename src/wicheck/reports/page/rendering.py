"""From views to the page, by templates that escape everything they are given."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from wicheck.reports import billing_words
from wicheck.reports.page import words
from wicheck.reports.page.dossier import Dossiers
from wicheck.reports.page.frame import frame
from wicheck.reports.page.money import Money
from wicheck.reports.page.numbers import LIMIT
from wicheck.reports.report import Report
from wicheck.reports.voice import Voice, grouped

if TYPE_CHECKING:
    from jinja2 import Environment

_HERE = Path(__file__).parent
_STYLES = ("screen.css", "rows.css", "money.css", "print.css")
_SCRIPT = "search.js"


def rendered(report: Report, voice: Voice) -> Iterator[str]:
    """The page dossier by dossier: never more than one of them is in memory as views and text."""
    packs = {pack["id"]: pack for pack in report.run["packs"]}
    templates = environment(voice)
    whole, dossiers = frame(report, packs, voice), Dossiers(packs, voice, Money(report, voice))
    style, script = "".join(map(_source, _STYLES)), _source(_SCRIPT)
    yield templates.get_template("head.html").render(
        frame=whole, style=style, style_digest=digest(style), script_digest=digest(script)
    )
    of_dossier = templates.get_template("dossier.html")
    for number, (dossier, findings) in enumerate(report.by_dossier(), 1):
        yield of_dossier.render(frame=whole, dossier=dossiers.view(number, dossier, findings))
    yield templates.get_template("foot.html").render(frame=whole, script=script)


def environment(voice: Voice) -> Environment:
    """Templates that fail on a name they do not know, and say ``w.NAME``, of claims ``m.NAME``, in the report's
    language."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    made = Environment(
        loader=FileSystemLoader(_HERE),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.globals |= {"say": voice.say, "w": words, "m": billing_words, "limit": LIMIT, "grouped": grouped}
    return made


def digest(source: str) -> str:
    """What a content security policy knows a style or a script by."""
    return "sha256-" + b64encode(sha256(source.encode()).digest()).decode()


def _source(name: str) -> str:
    return (_HERE / name).read_text(encoding="utf-8")
