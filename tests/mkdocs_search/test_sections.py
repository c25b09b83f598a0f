"""What of a page can be found, and where the reader is sent."""

from __future__ import annotations

from wicheck.mkdocs_search.sections import sections


def taken_apart(html: str) -> list[tuple[str, str, str]]:
    return [(section.anchor, section.title, section.text) for section in sections(html)]


def test_every_heading_with_an_anchor_is_a_place() -> None:
    html = '<p>开头</p><h1 id="a">标题</h1><p>一</p><h2 id="b">小标题</h2><p>二</p>'
    assert taken_apart(html) == [("", "", "开头"), ("a", "标题", "一"), ("b", "小标题", "二")]


def test_a_table_row_with_an_anchor_is_a_place_called_by_its_first_cell() -> None:
    html = '<h2 id="t">表</h2><table><tr id="r"><th>康复床位</th><td>50 张</td></tr></table><p>后文</p>'
    assert taken_apart(html) == [("t", "表", "后文"), ("r", "康复床位", "50 张")]


def test_the_anchor_of_a_row_may_stand_in_its_first_cell_and_marks_before_its_title_are_left_out() -> None:
    row = '<tr><td><span id="r"></span>≠ 康复床位</td><td><a id="x">50</a></td></tr>'
    assert taken_apart(f"<table><tr><td>头</td></tr>{row}</table>后文") == [
        ("", "", "头 后文"),
        ("r", "康复床位", "50"),
    ]


def test_the_cells_of_a_row_are_told_with_the_heads_of_their_columns() -> None:
    head = "<thead><tr><th>主题</th><th><a>金华</a>†</th><th>宁夏</th></tr></thead>"
    first = f'<table>{head}<tr id="r"><td>床位</td><td>50 张</td><td>—</td></tr></table>'
    html = f'{first}<table><tr id="s"><td>另</td><td>1</td></tr></table>'
    assert taken_apart(html) == [("", "", "主题 金华† 宁夏"), ("r", "床位", "金华† 50 张 宁夏 —"), ("s", "另", "1")]


def test_a_word_is_not_cut_by_emphasis_but_by_a_cell() -> None:
    assert taken_apart("<p>康复<strong>床位</strong></p><td>甲</td><td>乙</td>") == [("", "", "康复床位 甲 乙")]


def test_code_pictures_marks_of_anchors_and_what_is_excluded_are_not_read() -> None:
    html = (
        '<h1 id="a">标题<a class="headerlink" href="#a">¶</a></h1><pre><code>x: <span>1</span></code></pre>'
        "<svg><text>图</text></svg><div data-search-exclude><div>不要</div>也不要</div><p>正文</p>"
    )
    assert taken_apart(html) == [("a", "标题", "正文")]


def test_a_place_may_be_boosted_beside_its_anchor() -> None:
    row = '<tr><td><i id="c" data-search-boost="2"></i>丙</td></tr>'
    html = f'<h1 id="a">甲</h1><h2 id="b" data-search-boost="0.5">乙</h2>{row}'
    assert [(section.anchor, section.boost) for section in sections(html)] == [("a", 1), ("b", 0.5), ("c", 2)]
