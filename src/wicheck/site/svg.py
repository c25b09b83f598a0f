"""Pictures inside pages: text that is safe, broken into lines by how wide it is, coloured by the style sheet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

from wicheck.reports.layout import columns


def figure(name: str, title: str, size: tuple[int, int], parts: Iterable[str]) -> Iterator[str]:
    """A picture ``size`` wide and high, one block of HTML; ``name`` is its class, ``title`` what is read aloud."""
    width, height = size
    yield ""
    drawn = "".join(parts)
    yield (
        f'<figure class="wi-figure {name}"><svg viewBox="0 0 {width} {height}" width="{width}" height="{height}" '
        f'role="img" aria-label="{escape(title)}"><title>{escape(title)}</title>{drawn}</svg></figure>'
    )
    yield ""


def text(x: float, y: float, words: str, name: str = "", anchor: str = "start") -> str:
    """One line of text; ``y`` is its base line."""
    chosen = f' class="{name}"' if name else ""
    return f'<text x="{x:g}" y="{y:g}" text-anchor="{anchor}"{chosen}>{escape(words)}</text>'


def line(start: tuple[float, float], end: tuple[float, float], name: str) -> str:
    return f'<line x1="{start[0]:g}" y1="{start[1]:g}" x2="{end[0]:g}" y2="{end[1]:g}" class="{name}"/>'


def circle(x: float, y: float, radius: float, name: str) -> str:
    return f'<circle cx="{x:g}" cy="{y:g}" r="{radius:g}" class="{name}"/>'


def box(corner: tuple[float, float], size: tuple[float, float], name: str) -> str:
    return f'<rect x="{corner[0]:g}" y="{corner[1]:g}" width="{size[0]:g}" height="{size[1]:g}" rx="3" class="{name}"/>'


def shortened(words: str, most: int) -> str:
    """``words`` within ``most`` columns, of which a Chinese character takes two."""
    if columns(words) <= most:
        return words
    kept = words
    while columns(kept) > most - 1:
        kept = kept[:-1]
    return f"{kept}…"
