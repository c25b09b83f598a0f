"""The built site and a browser to read it; playwright is imported only where a test opens it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from shutil import which
from typing import TYPE_CHECKING

import pytest

from tests.site.building import built, serve

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page, Route

ARGUMENTS = ["--no-sandbox", "--disable-quic", "--disable-background-networking", "--disable-component-update"]
PATIENCE_MS = 30_000

Visit = Callable[[str], "Page"]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The system's Chromium: nothing is downloaded."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=which("chromium"), args=ARGUMENTS)
        yield opened
        opened.close()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    with browser.new_context(locale="zh-CN") as opened:
        opened.set_default_timeout(PATIENCE_MS)
        yield opened


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Path:
    """The folder of the whole site, one for all processes of the run."""
    own = tmp_path_factory.getbasetemp()
    return built(own.parent if hasattr(request.config, "workerinput") else own)


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Where the site is served."""
    server = serve(site)
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


@pytest.fixture(params=["served", "folder"])
def start(request: pytest.FixtureRequest) -> str:
    """The address of the site's folder: over HTTP, and as files without any server."""
    return (
        str(request.getfixturevalue("address"))
        if request.param == "served"
        else f"{request.getfixturevalue('site').as_uri()}/"
    )


@pytest.fixture
def visit(context: BrowserContext, start: str) -> Iterator[Visit]:
    """Opens a page of the site. Whatever a test does, nothing outside the site may be asked for."""
    outside: list[str] = []

    def guard(route: Route) -> None:
        if route.request.url.startswith((start, "data:", "blob:")):
            return route.continue_()
        outside.append(route.request.url)
        return route.abort()

    context.route("**/*", guard)
    page = context.new_page()

    def go(path: str) -> Page:
        page.goto(start + path)
        return page

    yield go
    assert outside == []
