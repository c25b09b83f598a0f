"""Searching as a reader does: the dialog is opened, words are typed, places are read."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from playwright.sync_api import Page


class Place(NamedTuple):
    """An entry of the list: where it leads, and what it says, line by line."""

    href: str
    lines: tuple[str, ...]

    @property
    def title(self) -> str:
        return self.lines[0]


class Answer(NamedTuple):
    """What the dialog says, and the places it lists."""

    said: str
    places: tuple[Place, ...]

    @property
    def titles(self) -> list[str]:
        return [place.title for place in self.places]


def look_for(page: Page, words: str) -> Answer:
    """The answer to ``words``, in the dialog, which is opened where it is not yet."""
    dialog = page.get_by_role("dialog")
    if not dialog.count():
        page.keyboard.press("Control+k")
        page.wait_for_function("globalThis.wicheckIndex")
    dialog.get_by_role("searchbox").fill(words)
    links = dialog.get_by_role("link").all()
    return Answer(dialog.get_by_role("status").inner_text(), tuple(_place(link) for link in links))


def _place(link) -> Place:  # type: ignore[no-untyped-def]
    return Place(link.evaluate("a => a.href"), tuple(link.inner_text().splitlines()))
