"""What the styles promise: contrast enough to read in both schemes, and pages for A4."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import wicheck.reports.page

FOLDER = Path(wicheck.reports.page.__file__).parent
SCREEN = (FOLDER / "screen.css").read_text(encoding="utf-8")
GROUNDS = ("page", "field")
NOT_TEXT = {*GROUNDS, "line", "track"}


def scheme(block: str) -> dict[str, str]:
    return dict(re.findall(r"--(\w+): (#[0-9a-f]{6});", block))


LIGHT, DARK = (scheme(block) for block in re.findall(r":root \{(.*?)\}", SCREEN, re.DOTALL))


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2 defines it."""
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_black_on_white_is_21_to_1() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


def test_both_schemes_name_the_same_colours() -> None:
    assert LIGHT.keys() == DARK.keys()
    assert LIGHT.keys() > NOT_TEXT


@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("name", sorted(LIGHT.keys() - NOT_TEXT))
def test_every_text_can_be_read_on_every_ground_in_both_schemes(name: str, ground: str) -> None:
    assert min(contrast(colours[name], colours[ground]) for colours in (LIGHT, DARK)) >= 4.5


@pytest.mark.parametrize("name", ["pass", "fail", "suspect", "review", "unknown", "error", "ink"])
def test_bars_and_marks_stand_out_from_their_track(name: str) -> None:
    assert min(contrast(colours[name], colours["track"]) for colours in (LIGHT, DARK)) >= 3


def test_pages_are_a4_and_hold_all_that_the_screen_may_leave_out() -> None:
    printed = (FOLDER / "print.css").read_text(encoding="utf-8")
    assert "size: A4" in printed
    assert "content-visibility: visible" in printed


def test_nothing_comes_from_elsewhere() -> None:
    for file in FOLDER.iterdir():
        if file.suffix in {".css", ".js", ".html"}:
            assert not re.search(r"//[a-z]|url\(|@import", file.read_text(encoding="utf-8")), file.name
