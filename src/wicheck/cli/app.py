"""The group of all verbs: each is built, in the chosen language, when it is called."""

from __future__ import annotations

import os
from collections.abc import Sequence
from importlib import import_module

import click

from wicheck.cli.help import Command, WideContext, say
from wicheck.errors import WicheckError
from wicheck.model.text import Text
from wicheck.model.words import Language

# The verbs in the order of their use, with the line that the overview shows.
VERBS = {
    "check": Text("检查机构资料与申请是否符合规定", "judge institutions and applications by the rules"),
    "validate": Text("只检查文件格式，不判断是否符合", "only check that the files are well-formed and valid"),
    "explain": Text("解释一条规则或条款", "explain a rule or a clause"),
    "rules": Text("列出规则", "list the rules"),
    "packs": Text("列出政策包", "list the policy packs"),
    "coverage": Text("条款台账：每一条款由什么落实", "the clause ledger: what decides each clause"),
    "schema": Text("输出一种文件的 JSON Schema", "print a document kind's JSON Schema"),
    "test": Text("运行政策包自带的示例", "run the examples of policy packs"),
    "plugins": Text("列出插件、检查方式与推算量", "list plugins, check kinds and facts"),
}


class Verbs(click.Group):
    """Imports a verb's module only when that verb is called."""

    context_class = WideContext

    def __init__(self, language: Language) -> None:
        super().__init__(
            "wicheck",
            help=say(
                language,
                Text(
                    "把工伤保险机构准入与结算规定变成检查。",
                    "The rules for work-injury insurance institutions, as checks.",
                ),
            ),
        )
        self.language = language

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in VERBS:
            return None
        made: Command = import_module(f"wicheck.cli.{cmd_name}").command(self.language)
        return made


def run(arguments: Sequence[str]) -> int:
    """Run one call; the exit code is the design's."""
    language = chosen_language(arguments)
    try:
        code = Verbs(language).main(list(arguments), prog_name="wicheck", standalone_mode=False)
    except click.exceptions.Exit as leaving:
        return leaving.exit_code
    except click.Abort:
        return 130
    except click.ClickException as wrong:
        wrong.show()
        return 2
    except WicheckError as wrong:
        complain(wrong, language)
        return 2
    return code if isinstance(code, int) else 0


def chosen_language(arguments: Sequence[str]) -> Language:
    """``--lang en`` anywhere in the call, else ``WICHECK_LANG``, else Chinese: help is built before parsing."""
    for position, word in enumerate(arguments):
        if (word == "--lang" and arguments[position + 1 : position + 2] == ["en"]) or word == "--lang=en":
            return Language.EN
        if word.startswith("--lang"):
            return Language.ZH
    return Language.EN if os.environ.get("WICHECK_LANG") == "en" else Language.ZH


def complain(wrong: WicheckError, language: Language) -> None:
    """An error with its place and the next step, on standard error."""
    where = f"{wrong.location}: " if wrong.location else ""
    click.echo(f"{where}{wrong.message.of(language)}", err=True)
    if wrong.hint:
        click.echo(f"  → {wrong.hint.of(language)}", err=True)
