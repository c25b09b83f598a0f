"""Chinese help is aligned by columns, of which a Chinese character takes two."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Call
from wicheck.cli.app import VERBS
from wicheck.reports.layout import columns


def test_the_overview_lists_every_verb_in_one_column(call: Call) -> None:
    code, out, _ = call("--help")
    assert code == 0
    rows = {line.split()[0]: line for line in out.splitlines() if line.startswith("  ") and line.split()[0] in VERBS}
    assert list(rows) == list(VERBS)
    starts = {len(line) - len(line.split(None, 1)[1]) for line in rows.values()}
    assert len(starts) == 1


def test_a_call_without_a_verb_shows_the_overview_and_is_no_success(call: Call) -> None:
    code, out, _ = call()
    assert code == 2
    assert "coverage" in out
    assert call("--lang", "en")[:2] == (2, call("--help", "--lang", "en").out)


@pytest.mark.parametrize("verb", VERBS)
@pytest.mark.parametrize("width", [60, 80, 200])
def test_no_line_is_wider_than_the_screen(call: Call, verb: str, width: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    out = call(verb, "--help").out
    assert max(map(columns, out.splitlines())) <= min(width, 96)


def test_what_options_do_begins_in_the_same_column(call: Call) -> None:
    lines = call("check", "--help").out.splitlines()
    explained = {"--pack": "政策包，写", "--policies": "另加一个", "--on": "按这一天", "-q": "每个机构"}
    starts = {
        columns(line[: line.index(about)])
        for line in lines
        for option, about in explained.items()
        if line.strip().startswith(option) and about in line
    }
    assert len(starts) == 1


def test_the_version_is_shown_anywhere(call: Call) -> None:
    assert call("--lang", "en", "--version").out.startswith("wicheck ")


def test_who_names_no_file_is_told_how_to_name_the_folder_he_is_in(call: Call) -> None:
    code, _, err = call("check", "--pack", "example-2026")
    assert (code, err.splitlines()[0]) == (2, "缺少参数：路径...")
    assert "当前文件夹写一个点：wicheck check ." in err


def test_a_file_in_the_place_of_a_command_is_one_to_check(call: Call, tmp_path: Path) -> None:
    folder = tmp_path / "我院 资料"
    folder.mkdir()
    assert f'→ 要检查它，请写 wicheck check "{folder}"' in call(str(folder))[2]
    assert "用 wicheck --help 查看用法" in call(str(tmp_path / "没有"))[2]


def test_a_path_cut_at_a_blank_is_told_to_need_quotes(call: Call, tmp_path: Path) -> None:
    (tmp_path / "我的 文档").mkdir()
    code, _, err = call("check", str(tmp_path / "我的"), "文档")
    assert code == 2
    assert "路径里有空格的，前后要加英文引号" in err
