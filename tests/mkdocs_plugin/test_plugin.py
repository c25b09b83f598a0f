"""Another agency's site, in MkDocs' own theme, with its own pack and nothing else of ours."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer

from tests.packs.region import CLAUSES, header, write_pack
from wicheck.mkdocs_plugin import STYLE, WicheckPlugin
from wicheck.mkdocs_plugin.languages import Alternates
from wicheck.site import MORE_POLICIES, ONLY_PACKS

CONFIG = """\
site_name: x
plugins: []
use_directory_urls: false
markdown_extensions: [attr_list, admonition, md_in_html]
nav:
- index.md
- 标准: wicheck
- more.md
"""
RULE = "rules/example-2026/example-1.html"


class Site:
    """A site in a folder; ``options`` are what stands under ``wicheck:``."""

    def __init__(self, folder: Path, config: str = CONFIG) -> None:
        self.folder = folder
        self.policies = write_pack(folder / "policies")
        (folder / "docs").mkdir()
        for name in ("index.md", "index.en.md", "more.md"):
            (folder / "docs" / name).write_text(f"# {name}\n", encoding="utf-8")
        (folder / "mkdocs.yml").write_text(config, encoding="utf-8")

    def built(self, **options: object) -> Path:
        config = load_config(str(self.folder / "mkdocs.yml"), site_dir=str(self.folder / "site"), strict=True)
        config.plugins["wicheck"] = self.plugin = WicheckPlugin()
        chosen = {"policies": [str(self.policies)], "packs": ["example-2026"], **options}
        assert self.plugin.load_config(chosen, str(self.folder / "mkdocs.yml")) == ([], [])
        self.config = config
        build(config)
        return self.folder / "site"

    def page(self, name: str, **options: object) -> str:
        return (self.built(**options) / name).read_text(encoding="utf-8")


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return Site(tmp_path)


def test_the_pages_stand_where_the_navigation_has_the_word(site: Site) -> None:
    page = site.page("index.html")
    places = [page.index(each) for each in ("index.html", "标准", "regions/example-2026.html", "more.html")]
    assert places == sorted(places)


def test_only_the_chosen_packs_are_published(site: Site) -> None:
    made = site.built()
    assert {file.stem for file in (made / "regions").iterdir()} == {"index", "example-2026"}
    assert (made / RULE).is_file()


def test_a_site_without_a_navigation_has_them_by_folder(tmp_path: Path) -> None:
    site = Site(tmp_path, CONFIG.partition("nav:")[0])
    assert "regions/example-2026.html" in site.page("index.html")
    assert RULE not in (tmp_path / "site" / "index.html").read_text(encoding="utf-8")


def test_pages_have_their_style_and_ask_nothing_outside(site: Site) -> None:
    assert STYLE in site.page("index.html")
    assert (site.folder / "site" / STYLE).stat().st_size


def test_pages_written_by_hand_in_both_languages_come_in_one(site: Site) -> None:
    assert "index.en.md" not in site.page("index.html")
    english = site.page("index.html", language="en")
    assert "index.en.md" in english
    assert not (site.folder / "site" / "index.en.html").exists()
    assert "at least 50 beds" in (site.folder / "site" / RULE).read_text(encoding="utf-8")


def test_the_other_language_is_reached_on_the_same_page(tmp_path: Path) -> None:
    alternate = "  - {name: 中文, link: index.html, lang: zh}\n  - {name: E, link: en/index.html, lang: en}\n"
    site = Site(tmp_path, f"{CONFIG}extra:\n  alternate:\n{alternate}")
    site.built()
    site.plugin.alternates.lead_to("rules/a/b.html", site.config)
    links = [f'href="{each["link"]}"' for each in site.config.extra["alternate"]]
    assert [Alternates.cleared(link) for link in links] == ['href="b.html"', 'href="../../en/rules/a/b.html"']


def test_a_faulty_pack_stops_the_build_with_its_place(site: Site, caplog: pytest.LogCaptureFixture) -> None:
    file = site.policies / "example-2026" / "pack.yaml"
    file.write_text((header() + CLAUSES).replace("beds_count", "beds_cout"), encoding="utf-8")
    with pytest.raises(Abort):
        site.built()
    assert re.search(r"example-2026/pack\.yaml:\d+:\d+: .*beds_cout.*\n  → .*beds_count", "\n".join(caplog.messages))


def test_a_changed_pack_shows_in_the_next_build_and_is_watched(site: Site) -> None:
    assert "50 张" in site.page(RULE)
    file = site.policies / "example-2026" / "pack.yaml"
    file.write_text((header() + CLAUSES).replace("50", "70"), encoding="utf-8")
    assert "70 张" in site.page(RULE)
    with LiveReloadServer(lambda: None, "127.0.0.1", 0, str(site.folder / "site")) as server:
        site.plugin.on_serve(server, config=site.config, builder=None)
        assert str(site.policies) in server._watched_paths


def test_the_environment_can_add_folders_of_packs_and_choose_among_all(
    site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    more = write_pack(tmp_path / "more", header("other-2026", "999800") + CLAUSES, "other-2026")
    monkeypatch.setenv(MORE_POLICIES, os.pathsep.join([str(more)]))
    assert "other-2026" in site.page("index.html", packs=["example-2026", "other-2026"])
    monkeypatch.setenv(ONLY_PACKS, "other-2026")
    only = site.page("index.html", packs=["example-2026", "other-2026"])
    assert ("other-2026" in only, "regions/example-2026" in only) == (True, False)
