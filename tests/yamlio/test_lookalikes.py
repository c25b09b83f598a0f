"""Full-width characters that leave valid YAML behind are refused where they are certainly a slip."""

from __future__ import annotations

import pytest

from tests.yamlio.refusing import place, refusal
from wicheck.yamlio import read_text

pytestmark = pytest.mark.usefixtures("parser")


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("床位：50\n", (1, 1)),
        ("a:\n  床位：50\n", (2, 3)),
        ("a: 1\n  床位：50\n", (2, 3)),
        ("- 姓名：某人\n", (1, 3)),
        ("a:\n  - - 姓名 ：某人\n", (2, 7)),
        ("{床位：50}\n", (1, 2)),
        ("床位（张）：50\n", (1, 1)),
    ],
)
def test_a_line_that_begins_like_a_key_needs_a_half_width_colon(text: str, where: tuple[int, int]) -> None:
    error = refusal(text)
    assert (place(error), "全角冒号" in error.message.zh) == (where, True)


@pytest.mark.parametrize(
    "text",
    [
        "a: 地址：银川市\n",
        "- '姓名：某人'\n",
        "a: |\n  姓名：某人\n",
        "# 床位：50\na: 1\n",
        "a: 1 # 床位：50\n",
        "a: 第一行\n  某某，电话：无\n",
        "a: [见附件：一]\n",
    ],
)
def test_a_full_width_colon_within_text_is_only_text(text: str) -> None:
    assert read_text(text, "a.yaml").nodes


@pytest.mark.parametrize(
    ("written", "narrow"),
    [("５０", "50"), ("５０.５", "50.5"), ("４０％", "40%"), ("－１", "-1"), ("2０", "20"), ("１０：３０", "10:30")],
)
def test_full_width_digits_in_a_number_are_refused_with_what_to_type(written: str, narrow: str) -> None:
    error = refusal(f"a: 1\nb: {written}\n")
    assert error.hint is not None
    assert (place(error), narrow in error.hint.zh) == ((2, 4), True)


def test_long_numbers_may_be_personal_and_are_not_repeated() -> None:
    hint = refusal("a: ９９９９９９１９９００１０１\n").hint
    assert hint is not None
    assert "999999" not in hint.zh + hint.en


@pytest.mark.parametrize("written", ["３号楼", "'５０'", "第５条", "ＣＴ室２"])
def test_full_width_digits_within_text_are_only_text(written: str) -> None:
    assert read_text(f"a: {written}\n", "a.yaml").nodes


def test_full_width_spaces_do_not_indent() -> None:
    assert place(refusal("康复:\n\u3000\u3000床位: 50\n")) == (2, 1)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("床位：50\n面积：30\n人数：3\n", "第 2、3 行看起来也是这样"),
        ("a:\n  床位：50\nb: |\n  说明：无\nc: 地址：银川\nd: [{面积：30}]\n", "第 6 行看起来也是这样"),
    ],
)
def test_all_wide_colons_are_told_at_once_and_no_text_is(text: str, told: str) -> None:
    hint = refusal(text).hint
    assert hint is not None
    assert told in hint.zh


def test_one_wide_colon_is_alone() -> None:
    hint = refusal("a:\n  床位：50\nb: 地址：银川\n").hint
    assert hint is not None
    assert "看起来" not in hint.zh


def test_the_first_slip_is_the_one_told() -> None:
    assert place(refusal("a: ５０\nb:\n  床位：50\n")) == (1, 4)
    assert place(refusal("b:\n  床位：50\na: ５０\n")) == (2, 3)
