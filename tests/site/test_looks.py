"""Pages of every sort on a phone and on a desk: nothing grave for axe, no scrolling sideways, pictures to look at."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.site.conftest import Visit
from tests.site.searching import look_for

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.needs("chromium")

SORTS = [
    *("index", "matrix", "billing", "ledger", "verdicts", "changelog", "authors/packs", "authors/queries"),
    *("regions/index", "regions/jinhua-2020", "regions/wuhai-2020", "rules/jinhua-2020/jinhua-3-2-2"),
    *("kinds/index", "kinds/share_at_least", "data/index", "data/registry"),
    *("en/index", "en/regions/ningxia-2025", "en/rules/ningxia-2025/ningxia-6-2"),
]
WIDTHS = {"phone": {"width": 390, "height": 844}, "desk": {"width": 1280, "height": 900}}
# As far down as pictures go: some pages are twenty windows long.
DEEP = 2400
GRAVE = ("serious", "critical")


@pytest.fixture
def start(address: str) -> str:
    """Served is enough: what a page looks like does not depend on how it came."""
    return address


def faults(page: Page) -> list[str]:
    """What axe finds grave, with the first element that has it."""
    from axe_playwright_python.sync_playwright import Axe

    found = Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]
    return [f"{each['id']}: {each['nodes'][0]['html']}" for each in found if each["impact"] in GRAVE]


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("sort", SORTS)
def test_a_page_is_accessible_fits_its_window_and_is_pictured(
    sort: str, width: str, visit: Visit, tmp_path: Path
) -> None:
    page = visit(f"{sort}.html")
    page.set_viewport_size(WIDTHS[width])  # type: ignore[arg-type]
    page.reload()
    page.screenshot(
        path=tmp_path / f"{width}.png", full_page=True, clip={"x": 0, "y": 0, **WIDTHS[width], "height": DEEP}
    )
    assert faults(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= WIDTHS[width]["width"]
    assert (tmp_path / f"{width}.png").stat().st_size > 10_000


@pytest.mark.parametrize("width", WIDTHS)
def test_the_search_is_accessible_and_has_its_button(width: str, visit: Visit, tmp_path: Path) -> None:
    page = visit("index.html")
    page.set_viewport_size(WIDTHS[width])  # type: ignore[arg-type]
    button = page.get_by_role("banner").get_by_role("button", name="搜索")
    box = button.bounding_box()
    assert box
    assert box["x"] + box["width"] <= WIDTHS[width]["width"]
    button.click()
    look_for(page, "康复床位")
    page.screenshot(path=tmp_path / f"{width}.png")
    assert faults(page) == []


def test_a_wide_table_is_reached_by_keyboard_and_named(visit: Visit) -> None:
    page = visit("data/registry.html")
    page.set_viewport_size(WIDTHS["phone"])  # type: ignore[arg-type]
    wide = page.locator("[role=group][tabindex='0']").first
    wide.focus()
    assert wide.get_attribute("aria-label")
    page.set_viewport_size({"width": 2000, "height": 900})
    page.wait_for_function("!document.querySelector('[role=group][tabindex]')")


@pytest.mark.parametrize(("sort", "said"), [("matrix", "左右滑动"), ("en/matrix", "scroll sideways")])
def test_what_scrolls_sideways_says_so_and_only_then(sort: str, said: str, visit: Visit) -> None:
    page = visit(f"{sort}.html")
    page.set_viewport_size(WIDTHS["phone"])  # type: ignore[arg-type]
    page.reload()
    line = page.locator(".wi-sideways").first
    assert said in line.inner_text()
    assert line.evaluate("line => line.nextElementSibling.matches('.wi-figure')")
    page.emulate_media(media="print")
    assert not line.is_visible()
    page.emulate_media(media="screen")
    page.set_viewport_size({"width": 2000, "height": 900})
    page.wait_for_function("!document.querySelector('.wi-sideways + .wi-figure')")


@pytest.mark.parametrize("sort", ["index", "en/index", "matrix", "en/matrix", "regions/wuhai-2020", "kinds/at_least"])
def test_nothing_makes_a_page_wider_than_its_window(sort: str, visit: Visit) -> None:
    """The theme's list of languages hangs under the middle of a button that may stand at the window's edge."""
    page = visit(f"{sort}.html")
    for width in (360, 768, 1000, 1220, 1280, 1600):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth") == width


def test_what_is_wide_is_printed_whole(visit: Visit, tmp_path: Path) -> None:
    page = visit("matrix.html")
    page.emulate_media(media="print")
    assert page.evaluate("getComputedStyle(document.querySelector('.wi-wide')).overflowX") == "visible"
    assert not page.get_by_role("button", name="搜索").is_visible()
