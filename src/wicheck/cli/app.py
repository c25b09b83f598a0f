"""The group of all verbs: each is built, in the chosen language, when it is called."""

from __future__ import annotations

import os
from collections.abc import Sequence
from importlib import import_module
from typing import TYPE_CHECKING

import click

from wicheck import __version__
from wicheck.cli.faults import complain, confess, no_such_verb
from wicheck.cli.help import Spoken, option
from wicheck.errors import UsageError, WicheckError
from wicheck.model.text import Text, same
from wicheck.model.words import Language

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

# The verbs in the order of their use, with the line that the overview shows.
VERBS = {
    "init": Text("写出空白的资料文件，照着填", "write empty documents to fill in"),
    "check": Text("检查机构资料与申请是否符合规定", "judge institutions and applications by the rules"),
    "report": Text("把检查报告换一种格式写出", "write a report in another format"),
    "validate": Text("只检查文件格式，不判断是否符合", "only check that the files are well-formed and valid"),
    "compare": Text("把一个机构同各地的规定逐项对照", "hold an institution against several regions' texts"),
    "explain": Text("解释一条规则、一个条款或一种检查方式", "explain a rule, a clause or a check kind"),
    "rules": Text("列出规则", "list the rules"),
    "packs": Text("列出政策包", "list the policy packs"),
    "coverage": Text("条款台账：每一条款由什么落实", "the clause ledger: what decides each clause"),
    "schema": Text("输出一种文件的 JSON Schema", "print a document kind's JSON Schema"),
    "test": Text("运行政策包自带的示例", "run the examples of policy packs"),
    "synth": Text("生成虚构的费用数据，用来试规则", "invented claims to try the rules on"),
    "policies": Text("编写政策包：新建、查缺、改数验证", "write packs: begin one, lint, mutate"),
    "docs": Text("把各地标准做成网站：生成、边写边看", "the criteria as a site: build it, or see it while you write"),
    "plugins": Text("列出插件、检查方式、推算量与报告格式", "list plugins, check kinds, facts and report formats"),
    "completion": Text("输出命令行自动补全脚本", "print a shell completion script"),
}
ABOUT = Text("把工伤保险机构准入与结算规定变成检查。", "The rules for work-injury insurance institutions, as checks.")
COMMANDS = Text("命令：", "Commands:")
COMMANDS_WORD = Text("命令 [参数]...", "COMMAND [ARGS]...")
SHOW_VERSION = Text("显示版本", "show the version")


class Verbs(Spoken, click.Group):
    """Imports a verb's module only when that verb is called."""

    def __init__(self, language: Language) -> None:
        super().__init__(
            "wicheck",
            language,
            ABOUT,
            subcommand_metavar=COMMANDS_WORD.of(language),
            invoke_without_command=True,
            callback=overview,
            params=[version_option(language)],
        )

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in VERBS:
            return None
        made: click.Command = import_module(f"wicheck.cli.{cmd_name}").command(self.language)
        return made

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args[0] not in VERBS and not ctx.resilient_parsing:
            raise no_such_verb(args[0], VERBS, ctx)
        return super().resolve_command(ctx, args)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section(COMMANDS.of(self.language)):
            formatter.write_dl([(name, about.of(self.language)) for name, about in VERBS.items()])
        super().format_options(ctx, formatter)

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        from click.shell_completion import CompletionItem

        verbs = (name for name in VERBS if name.startswith(incomplete))
        options = click.Command.shell_complete(self, ctx, incomplete)
        return [*(CompletionItem(name, help=VERBS[name].of(self.language)) for name in verbs), *options]


def run(arguments: Sequence[str]) -> int:
    """Run one call; the exit code is the design's."""
    language = chosen_language(arguments)
    try:
        code = Verbs(language).main(expanded(arguments), prog_name="wicheck", standalone_mode=False)
    except click.Abort:
        return 130
    except WicheckError as wrong:
        complain(wrong, language)
        return 2
    except click.ClickException as wrong:
        complain(UsageError(same(wrong.format_message())), language)
        return 2
    except Exception as broken:
        confess(broken, language)
        return 2
    return code if isinstance(code, int) else 0


def overview() -> int:
    """All verbs, where none was named: a call that does nothing is no success."""
    context = click.get_current_context()
    if context.invoked_subcommand is None:
        click.echo(context.get_help())
    return 2


def chosen_language(arguments: Sequence[str]) -> Language:
    """``--lang en`` anywhere in the call, else ``WICHECK_LANG``, else Chinese: help is built before parsing."""
    for position, word in enumerate(arguments):
        if word == "--lang" or word.startswith("--lang="):
            value = word.partition("=")[2] or "".join(arguments[position + 1 : position + 2])
            return Language.EN if value.lower() in ("en", "english") else Language.ZH
    return Language.EN if os.environ.get("WICHECK_LANG", "").lower().startswith("en") else Language.ZH


def expanded(arguments: Sequence[str]) -> list[str]:
    """The arguments with ``*.yaml`` written out: the shells of Windows leave that to the program."""
    if os.name != "nt":
        return list(arguments)
    from glob import glob

    return [found for word in arguments for found in sorted(glob(word)) or [word]]  # noqa: PTH207  a whole path


def version_option(language: Language) -> click.Option:
    def show(context: click.Context, _parameter: click.Parameter, asked: bool) -> None:
        if asked and not context.resilient_parsing:
            click.echo(f"wicheck {__version__}")
            context.exit()

    return option(
        language, "--version", about=SHOW_VERSION, is_flag=True, is_eager=True, expose_value=False, callback=show
    )
