"""The plugin in a site that knows nothing else of wicheck."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

from wicheck.mkdocs_search.plugin import FOLDER, INDEX, SCRIPT, STYLE, SearchPlugin

PAGES = {
    "index.md": "# 开始\n\n想做什么",
    "more.md": "---\nsearch: {boost: 2, keywords: [别名]}\n---\n# 更多\n\n## 小标题\n\n正文",
    "hidden.md": "---\nsearch: {exclude: true}\n---\n# 不找",
}


def built(folder: Path, pages: dict[str, str], times: int = 1) -> Path:
    """A site of ``pages`` in MkDocs' own theme."""
    (folder / "docs").mkdir()
    for name, text in pages.items():
        (folder / "docs" / name).write_text(text, encoding="utf-8")
    (folder / "mkdocs.yml").write_text("site_name: x\nplugins: []\nuse_directory_urls: false\n")
    config = load_config(str(folder / "mkdocs.yml"), site_dir=str(folder / "site"))
    config.plugins["wicheck-search"] = plugin = SearchPlugin()
    assert plugin.load_config({}) == ([], [])
    for _ in range(times):
        build(config)
    return folder / "site"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return built(tmp_path, PAGES)


def index(site: Path) -> Any:
    name, _, rows = (site / FOLDER / INDEX).read_text(encoding="utf-8").partition("=")
    assert name == "wicheckIndex"
    return json.loads(rows.strip().removesuffix(";"))


def test_pages_are_indexed_as_their_front_matter_wishes(site: Path) -> None:
    assert index(site) == [
        ["index.html", "开始", 1, [], [["_1", "开始", "想做什么"]]],
        ["more.html", "更多", 2, ["别名"], [["_1", "更多", ""], ["_2", "小标题", "正文"]]],
    ]


def test_every_page_loads_the_dialog_but_not_the_index(site: Path) -> None:
    page = (site / "index.html").read_text(encoding="utf-8")
    assert f'<script src="{FOLDER}/{SCRIPT}"></script>' in page
    assert f'<link href="{FOLDER}/{STYLE}" rel="stylesheet">' in page
    assert INDEX not in page
    assert {SCRIPT, STYLE, INDEX} == {file.name for file in (site / FOLDER).iterdir()}


def test_a_second_build_forgets_the_first(tmp_path: Path) -> None:
    assert len(index(built(tmp_path, {"index.md": "# 一\n"}, times=2))) == 1
