"""The search dialog over a small index of its own: what is found, in which order, and how it is operated."""

from __future__ import annotations

from pathlib import Path
from shutil import copy
from typing import TYPE_CHECKING

import pytest

from tests.site.searching import look_for
from wicheck.mkdocs_search import plugin
from wicheck.mkdocs_search.index import IndexedPage, program
from wicheck.mkdocs_search.sections import Section

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Page

pytestmark = pytest.mark.needs("chromium")

PAGE = (
    '<!doctype html><html lang="{lang}"><meta charset="utf-8"><title>x</title>'
    '<link rel="stylesheet" href="assets/wicheck/search.css">'
    '<header></header><script src="assets/wicheck/search.js"></script>'
)


def section(anchor: str, title: str, text: str = "", boost: float = 1) -> Section:
    made = Section(anchor, boost)
    made.titles, made.texts = [title], [text]
    return made


def indexed(url: str, *sections: Section, boost: float = 1, keywords: tuple[str, ...] = ()) -> IndexedPage:
    return IndexedPage(url, sections[0].title, boost, keywords, list(sections))


WUHAI = section("", "乌海"), section("34-1", "第三十四条（一）", "挂床住院的费用可以拒付")
MATRIX = section("", "各地对照"), section("beds", "康复床位", "金华 50 张"), section("s", "副高以上比例")
TRAINING = section("", "其他"), section("t", "培训", boost=0.2), section("u", "培训记录")
INDEX = [
    indexed("training.html", *TRAINING),
    indexed("data.html", section("", "数据字典"), section("d", "康复床位", "填写整数"), boost=0.5),
    indexed("matrix.html", *MATRIX),
    indexed("wuhai.html", *WUHAI, keywords=("内蒙古",)),
    indexed("ningxia.html", section("", "宁夏"), section("13", "第十三条", "不得挂床、无指征住院，康复床位另计")),
    indexed("rules.html", section("", "Quality deposit"), section("r", "Deposit", "康复医师中副高级 ＡＢＣ（甲）")),
]


def opened(context: BrowserContext, folder: Path, lang: str = "zh") -> Page:
    assets = folder / plugin.FOLDER
    assets.mkdir(parents=True)
    copy(Path(plugin.__file__).with_name(plugin.SCRIPT), assets)
    copy(Path(plugin.__file__).with_name(plugin.STYLE), assets)
    (assets / plugin.INDEX).write_text(program(INDEX), encoding="utf-8")
    (folder / "index.html").write_text(PAGE.format(lang=lang), encoding="utf-8")
    (folder / "matrix.html").touch()
    page = context.new_page()
    page.goto((folder / "index.html").as_uri())
    return page


@pytest.fixture
def page(context: BrowserContext, tmp_path: Path) -> Page:
    return opened(context, tmp_path)


def test_a_title_that_is_the_words_comes_before_one_that_holds_them_and_before_text(page: Page) -> None:
    answer = look_for(page, "康复床位")
    assert [place.href.rsplit("/", 1)[1] for place in answer.places] == [
        "matrix.html#beds",
        "data.html#d",
        "ningxia.html#13",
    ]
    assert answer.said == "找到 3 处"


def test_a_place_of_less_weight_comes_after_one_that_answers_less_well(page: Page) -> None:
    assert look_for(page, "培训").titles == ["培训记录", "培训"]


def test_chinese_is_found_within_a_sentence_without_knowing_its_words(page: Page) -> None:
    assert look_for(page, "床住院").titles == ["第三十四条（一）"]


def test_every_word_has_to_be_there_and_the_page_counts_for_its_places(page: Page) -> None:
    assert look_for(page, "宁夏 康复床位").titles == ["第十三条"]


def test_a_page_s_title_alone_does_not_bring_all_of_its_places(page: Page) -> None:
    assert look_for(page, "乌海").titles == ["乌海"]


def test_keywords_find_the_page(page: Page) -> None:
    assert look_for(page, "内蒙古").titles == ["乌海"]


def test_width_and_case_do_not_matter(page: Page) -> None:
    assert look_for(page, "abc(甲)").titles == look_for(page, "ＡＢＣ（甲）").titles == ["Deposit"]


def test_what_comes_near_is_offered_and_called_so(page: Page) -> None:
    answer = look_for(page, "挂床现象")
    assert answer.said == "没有一字不差的，下面是相近的"
    assert answer.titles == ["第三十四条（一）", "第十三条"]
    assert look_for(page, "deposits").titles == ["Quality deposit", "Deposit"]


def test_nothing_found_is_said(page: Page) -> None:
    assert look_for(page, "xyz") == ("没有找到，换个说法试试", ())


def test_nothing_typed_says_nothing(page: Page) -> None:
    assert look_for(page, " ") == ("", ())


def test_the_words_are_marked_in_the_passage_around_them(page: Page) -> None:
    look_for(page, "挂床")
    assert page.locator("mark").all_inner_texts() == ["挂床", "挂床"]


def test_characters_with_a_meaning_in_patterns_are_only_characters(page: Page) -> None:
    assert look_for(page, "（一）").titles == ["第三十四条（一）"]
    assert look_for(page, "[.*").titles == []


def test_enter_goes_to_the_first_place(page: Page) -> None:
    look_for(page, "副高以上")
    page.keyboard.press("Enter")
    page.wait_for_url("**/matrix.html#s")


def test_arrows_walk_and_escape_gives_the_focus_back(page: Page) -> None:
    page.get_by_role("button", name="搜索").click()
    page.wait_for_function("globalThis.wicheckIndex")
    page.keyboard.type("康复床位")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.href").endswith("data.html#d")
    for _ in range(3):
        page.keyboard.press("ArrowUp")
    assert page.evaluate("document.activeElement.type") == "search"
    page.keyboard.press("Escape")  # empties the box
    page.keyboard.press("Escape")
    assert not page.get_by_role("dialog").count()
    assert page.evaluate("document.activeElement.textContent") == "搜索"


def test_letters_of_a_word_being_composed_are_not_looked_for(page: Page) -> None:
    look_for(page, "副高")
    page.evaluate(
        """() => {
          const box = document.querySelector("dialog input");
          box.value = "kang";
          box.dispatchEvent(new InputEvent("input", {isComposing: true}));
        }"""
    )
    assert page.get_by_role("status").inner_text() == "找到 2 处"
    page.evaluate("document.querySelector('dialog input').dispatchEvent(new CompositionEvent('compositionend'))")
    assert page.get_by_role("status").inner_text() == "没有找到，换个说法试试"


def test_an_english_page_speaks_english(context: BrowserContext, tmp_path: Path) -> None:
    page = opened(context, tmp_path, "en")
    assert page.get_by_role("button", name="Search").count() == 1
    assert look_for(page, "quality deposit").titles == ["Quality deposit", "Deposit"]
    assert look_for(page, "deposit").said == "2 found"


def test_an_index_that_is_missing_is_told(context: BrowserContext, tmp_path: Path) -> None:
    page = opened(context, tmp_path)
    (tmp_path / plugin.FOLDER / plugin.INDEX).unlink()
    page.keyboard.press("Control+k")
    page.get_by_role("status").get_by_text("索引没有读到，请刷新页面再试").wait_for()
