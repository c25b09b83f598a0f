"""Help and faults are in one language, never half and half: none of click's own words shows in Chinese."""

from __future__ import annotations

import re

import pytest

from tests.cli.conftest import Call
from wicheck.cli.app import VERBS, chosen_language
from wicheck.model import Language

CLICKS_OWN = re.compile(
    r"Usage|Options|Commands|Error|Missing|No such|Did you mean|Invalid|unexpected|Show this|requires|argument"
    r"|does not exist|ARGS|OPTIONS|COMMAND|default|required|TEXT|Aborted|Try ",
)
FAULTY_CALLS = [
    ("chek",),
    ("--langg",),
    ("check",),
    ("check", "--packk", "x"),
    ("check", "-x"),
    ("check", "--pack"),
    ("check", "--verbose=3", "."),
    ("check", "no-such-file.yaml"),
    ("check", ".", "--on", "yesterday"),
    ("check", ".", "--on", "2026-02-30"),
    ("check", ".", "--service-kind", "dental"),
    ("check", ".", "--fail-on", "fail,maybe"),
    ("check", ".", "--format", "xml"),
    ("check", ".", "--report", "json"),
    ("check", ".", "--report", "xml=x.xml"),
    ("check", ".", "--baseline", "none.json"),
    ("check", ".", "--new-only"),
    ("check", ".", "--settings", "none.yaml"),
    ("check", ".", "--policies", "none"),
    ("check", ".", "--lang", "fr"),
    ("init",),
    ("init", "nowhere"),
    ("init", "example-2026", "--service", "dental"),
    ("report",),
    ("report", "none.json"),
    ("report", "pyproject.toml"),
    ("packs", "more", "words"),
    ("schema",),
    ("schema", "instituton"),
    ("completion", "cmd"),
    ("coverage", "--inventory", "none.yaml"),
    ("coverage", "--record", "letter"),
]


@pytest.mark.usefixtures("policies")
@pytest.mark.parametrize("words", FAULTY_CALLS)
def test_a_faulty_call_is_told_in_chinese_with_the_next_step(call: Call, words: tuple[str, ...]) -> None:
    code, out, err = call(*words)
    assert (code, out) == (2, "")
    said, hint = err.splitlines()
    assert re.search(r"[\u4e00-\u9fff]", said)
    assert re.match(r"  → .*[\u4e00-\u9fff]", hint)
    assert not CLICKS_OWN.search(err)


@pytest.mark.usefixtures("policies")
@pytest.mark.parametrize("words", [words for words in FAULTY_CALLS if "--lang" not in words])
def test_the_same_call_is_told_in_english(call: Call, words: tuple[str, ...]) -> None:
    code, _, err = call("--lang", "en", *words)
    assert code == 2
    assert not re.search(r"[\u4e00-\u9fff]", err)
    assert "  → " in err


@pytest.mark.parametrize("verb", ["", *VERBS])
def test_help_is_chinese_unless_english_is_asked_for(call: Call, verb: str) -> None:
    words = [verb] if verb else []
    code, chinese, err = call(*words, "--help")
    assert (code, err) == (0, "")
    assert chinese.startswith("用法：wicheck")
    assert not CLICKS_OWN.search(chinese)
    english = call(*words, "-h", "--lang", "en").out
    assert english.startswith("Usage: wicheck")
    assert not re.search(r"[\u4e00-\u9fff]", english.replace("金华", "").replace("康复床位", ""))


@pytest.mark.parametrize(
    ("words", "environment", "language"),
    [
        ([], "", Language.ZH),
        ([], "en", Language.EN),
        ([], "en_US.UTF-8", Language.EN),
        ([], "fr", Language.ZH),
        (["check", "--lang", "en"], "", Language.EN),
        (["check", "--lang=en"], "zh", Language.EN),
        (["--lang", "zh", "check"], "en", Language.ZH),
        (["check", "--lang"], "en", Language.ZH),
    ],
)
def test_the_call_decides_then_the_environment(
    words: list[str], environment: str, language: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WICHECK_LANG", environment)
    assert chosen_language(words) is language


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        (("chek",), "check"),
        (("check", "--paks", "x"), "--pack"),
        (("schema", "instituton"), "institution"),
        (("check", ".", "--format", "jso"), "json"),
        (("check", ".", "--service-kind", "康"), "康复"),
    ],
)
def test_a_slip_is_answered_with_what_was_meant(call: Call, words: tuple[str, ...], meant: str) -> None:
    assert f"是不是 {meant}？" in call(*words).err
