"""``wicheck init``: what it writes, says and refuses."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Call
from tests.packs.region import CLAUSES, header, write_pack
from wicheck.documents.load import load
from wicheck.documents.schemas import Schemas

pytestmark = pytest.mark.usefixtures("policies")


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_files_are_named_with_the_command_that_checks_them(call: Call, here: Path) -> None:
    code, out, err = call("init", "示例市", "--service", "康复", "--output", "城北医院")
    assert (code, err) == (0, "")
    first, second, after = out.splitlines()
    assert first.startswith(f"已写好 {Path('城北医院/机构.yaml')}：")
    assert second.startswith(f"已写好 {Path('城北医院/申请.yaml')}：")
    assert after.endswith("wicheck check 城北医院 --pack 示例市")
    assert "编号: 城北医院\n" in (here / "城北医院/机构.yaml").read_text(encoding="utf-8")


def test_the_command_it_names_tells_what_is_missing(call: Call) -> None:
    call("init", "示例市", "--service", "康复")
    code, out, _ = call("check", "我院", "--pack", "示例市")
    assert code == 5
    assert "资料不足" in out
    assert "床位数" in out


def test_a_service_kind_that_the_text_leaves_out_is_told_at_once(call: Call) -> None:
    code, out, _ = call("init", "示例市", "--service", "辅助器具", "--service", "康复")
    assert code == 0
    assert out.splitlines()[-1] == "注意：示例市的文件只管医疗、康复，对辅助器具不作判断"


LOST = """\
- id: example-9
  article: 第九条
  kind: gap
  summary: {zh: 前五项缺失, en: the first five}
  damage: {zh: 第九条前五项缺失, en: five items of article 9 are lost}
  lost_conditions: true
"""


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("zh", "示例市的准入条件，我们手里的原文缺了一部分（第九条前五项缺失）"),
        ("en", "are missing from the text that we have (five items of article 9 are lost)"),
    ],
)
def test_lost_conditions_are_told_in_the_form_and_on_the_terminal(
    call: Call, policies: Path, here: Path, lang: str, said: str
) -> None:
    (policies / "example-2026/pack.yaml").write_text(header() + CLAUSES + LOST, encoding="utf-8")
    code, out, _ = call("init", "示例市", "--output", "甲", "--lang", lang)
    assert (code, said in out) == (0, True)
    form = next((here / "甲").glob("[机i]*.yaml")).read_text(encoding="utf-8")
    assert said.replace(" ", "") in "".join(line.lstrip("# ") for line in form.splitlines()).replace(" ", "")


def test_where_no_conditions_are_lost_nothing_is_said_of_it(call: Call) -> None:
    assert "缺了" not in call("init", "示例市", "--output", "-").out


def test_a_kind_without_conditions_of_its_own_is_told(call: Call, policies: Path, here: Path) -> None:
    text = header() + "unconditioned: {rehabilitation: {zh: 条件在别处, en: elsewhere}}\n" + CLAUSES
    (policies / "example-2026/pack.yaml").write_text(text, encoding="utf-8")
    said = "康复机构应当具备什么条件，示例市的文件没有写（条件在别处）"
    assert said in call("init", "示例市", "--service", "康复", "--output", "甲").out
    assert said in (here / "甲/机构.yaml").read_text(encoding="utf-8")
    assert "应当具备什么条件" not in call("init", "示例市", "--service", "医疗", "--output", "-").out


def test_what_is_filled_in_is_judged(call: Call, here: Path) -> None:
    call("init", "示例市", "--service", "康复")
    file = here / "我院/机构.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("床位数: \n", "床位数: 49\n"), encoding="utf-8")
    code, out, _ = call("check", "我院", "--pack", "示例市")
    assert code == 1
    assert "差 1 张" in out


def test_english_keys_in_an_english_call(call: Call, here: Path) -> None:
    out = call("init", "Exampleton", "--lang", "en").out
    assert out.splitlines()[-1].endswith("wicheck check hospital --pack Exampleton --lang en")
    text = (here / "hospital/institution.yaml").read_text(encoding="utf-8")
    assert "\n    beds_count: \n" in text
    assert "beds or more" not in text
    assert "Exampleton 第一条: at least 50 beds" in text


def test_other_stages_are_left_out(call: Call) -> None:
    whole = call("init", "示例市", "--output", "-").out
    assert "床位数" in whole
    assert "床位数" not in call("init", "示例市", "--stage", "办理程序", "--output", "-").out


def test_the_screen_gets_documents_that_are_valid_as_one_file(call: Call, here: Path) -> None:
    code, out, _ = call("init", "示例市", "--output", "-")
    assert code == 0
    (here / "all.yaml").write_text(out, encoding="utf-8")
    loaded = load([here / "all.yaml"], Schemas())
    assert not loaded.errors
    assert [document.kind for document in loaded.documents] == ["institution", "application"]


def test_what_is_there_is_not_written_over(call: Call, here: Path) -> None:
    call("init", "示例市")
    file = here / "我院/机构.yaml"
    file.write_text("mine", encoding="utf-8")
    code, out, err = call("init", "示例市")
    assert (code, out) == (2, "")
    assert "没有改动" in err
    assert "  → 换一个文件夹（--output）" in err
    assert file.read_text(encoding="utf-8") == "mine"


def test_a_region_that_is_not_known_is_told_with_those_that_are(call: Call, here: Path) -> None:
    code, _, err = call("init", "示列市")
    assert code == 2
    assert "没有名为“示列市”的政策包" in err
    assert "示例市（example-2026）" in err
    assert not (here / "我院").exists()


def test_a_folder_of_packs_is_named_in_the_next_command_too(call: Call, here: Path) -> None:
    write_pack(here / "our packs", (header("other-2026") + CLAUSES).replace("示例市", "别处"), "other-2026")
    out = call("init", "别处", "--policies", "our packs").out
    assert out.splitlines()[-1].endswith('wicheck check 我院 --pack 别处 --policies "our packs"')


def test_regions_are_completed_by_their_names(call: Call) -> None:
    from click.shell_completion import ShellComplete

    from wicheck.cli.app import Verbs
    from wicheck.model import Language

    complete = ShellComplete(Verbs(Language.ZH), {}, "wicheck", "_WICHECK_COMPLETE")
    assert "示例市" in [item.value for item in complete.get_completions(["init"], "示")]
    assert "rehabilitation" in [item.value for item in complete.get_completions(["init", "示例市", "--service"], "")]


def test_tables_do_not_go_to_the_screen(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    code, out, err = call("init", "金华", "--claims", "--output", "-")
    assert (code, out) == (2, "")
    assert "--output" in err
