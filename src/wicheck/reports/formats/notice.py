"""Notices to institutions (监控提示): a folder with a letter for each, as a Word document and as Markdown.

They are drawn from what the report holds: the offences with most money, with how many there are in all. On the
screen the letters are Markdown.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from wicheck.errors import UsageError
from wicheck.model import Text
from wicheck.reports.characters import file_name
from wicheck.reports.interface import Part, ReportWriter, WriteOptions
from wicheck.reports.notice import docx, markdown, words
from wicheck.reports.notice.letters import Letter, letters
from wicheck.reports.report import Report
from wicheck.reports.voice import Voice


def write(report: Report, options: WriteOptions) -> str:
    voice = Voice(options.language)
    made = _letters(report, voice)
    return "\n".join(markdown.written(each, voice) for each in made) or f"{voice.say(words.NOTHING)}\n"


def parts(report: Report, options: WriteOptions) -> Iterator[Part]:
    """All Markdown first: it needs nothing that may not be there."""
    voice = Voice(options.language)
    made = _letters(report, voice)
    names = _names(made, voice)
    for letter, name in zip(made, names, strict=True):
        yield Part(f"{name}.md", markdown.written(letter, voice))
    for letter, name in zip(made, names, strict=True):
        yield Part(f"{name}.docx", docx.written(letter, voice, report.run["judged_on"]))


def _letters(report: Report, voice: Voice) -> list[Letter]:
    """Raises UsageError where nobody's claims were judged, or personal data would be shown."""
    if not report.billing:
        raise UsageError(words.NO_CLAIMS)
    if report.run.get("shows_personal", False):
        raise UsageError(words.SHOWS_PERSONAL)
    return letters(report, voice)


def _names(made: list[Letter], voice: Voice) -> list[str]:
    """Files by institution; of two with one name the second is numbered."""
    seen: Counter[str] = Counter()
    names = []
    for letter in made:
        name = file_name(voice.say(words.FILE, name=letter.name))
        seen[name.lower()] += 1
        names.append(name if seen[name.lower()] == 1 else f"{name}-{seen[name.lower()]}")
    return names


WRITER = ReportWriter("notice", Text("给机构的监控提示", "notices to institutions"), write, parts=parts, folder=True)
