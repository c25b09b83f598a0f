"""A letter in Markdown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from wicheck.model import Text
from wicheck.reports.markdown_text import escaped, table
from wicheck.reports.notice import words
from wicheck.reports.notice.letters import Letter, Point
from wicheck.reports.voice import Voice


def written(letter: Letter, voice: Voice) -> str:
    return "".join(f"{line}\n" for line in _lines(letter, voice))


def _lines(letter: Letter, voice: Voice) -> Iterator[str]:
    yield from (f"# {voice.say(words.TITLE)}", "", f"{voice.say(words.NUMBER)}＿＿＿＿", "")
    yield from (escaped(voice.say(words.ADDRESSEE, name=letter.name)), "", escaped(voice.say(words.INTRODUCTION)), "")
    yield from (f"- {escaped(line)}" for line in letter.about)
    yield from _part(words.CERTAIN, letter.certain, voice)
    yield from _part(words.OPEN, letter.open, voice)
    yield from ("", f"## {voice.say(words.WHAT_TO_DO)}", "")
    yield from (f"{number}. {escaped(voice.say(step))}" for number, step in enumerate(words.STEPS, 1))
    for line in (words.DEADLINE, words.CONTACT, words.AGENCY, words.DAY, words.DISCLAIMER):
        yield from ("", escaped(voice.say(line)))


def _part(title: Text, points: Sequence[Point], voice: Voice) -> Iterator[str]:
    if not points:
        return
    yield from ("", f"## {voice.say(title)}")
    for point in points:
        yield from ("", f"### {escaped(point.heading)}")
        for line in (point.basis, point.remedy, point.shown):
            if line:
                yield from ("", escaped(line))
        yield ""
        yield from table([voice.say(column) for column in words.COLUMNS], point.lines)
