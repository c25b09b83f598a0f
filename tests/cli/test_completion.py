"""``wicheck completion``, and what the shells get when they ask."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.shell_completion import ShellComplete

from tests.cli.conftest import Call
from wicheck.cli.app import VERBS, Verbs
from wicheck.model import Language


def offered(*words: str) -> list[str]:
    """What is offered for the last of ``words``."""
    asked = ShellComplete(Verbs(Language.ZH), {}, "wicheck", "_WICHECK_COMPLETE")
    return [each.value for each in asked.get_completions(list(words[:-1]), words[-1])]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_shell_gets_its_script(call: Call, shell: str) -> None:
    code, out, err = call("completion", shell)
    assert (code, err) == (0, "")
    assert f"_WICHECK_COMPLETE={shell}_complete" in out


def test_verbs_complete(call: Call) -> None:
    assert offered("") == list(VERBS)
    assert offered("cov") == ["coverage"]
    assert "--version" in offered("--v")


def test_packs_complete_by_id_and_by_name(policies: Path) -> None:
    assert offered("check", "--pack", "") == ["example-2026", "示例市"]
    assert offered("check", "--pack", "示") == ["示例市"]
    assert offered("test", "ex") == ["example-2026"]


def test_choices_complete(policies: Path) -> None:
    assert offered("check", "--service-kind", "re") == ["rehabilitation"]
    assert offered("check", "--service-kind", "康") == ["rehabilitation"]
    assert offered("schema", "set") == ["settings"]
