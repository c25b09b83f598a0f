"""What goes wrong, told in the chosen language with the next step, on standard error."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

import click

from wicheck.cli.values import Place
from wicheck.errors import UsageError, WicheckError
from wicheck.model.text import Text, same
from wicheck.model.words import Language


def complain(wrong: WicheckError, language: Language) -> None:
    """An error with its place and the next step."""
    where = f"{wrong.location}: " if wrong.location else ""
    click.echo(f"{where}{wrong.message.of(language)}", err=True)
    if wrong.hint:
        click.echo(f"  → {wrong.hint.of(language)}", err=True)


def confess(broken: Exception, language: Language) -> None:
    """An error of our own: where it happened, but not its message, which may repeat personal data."""
    import traceback

    click.echo("".join(traceback.format_tb(broken.__traceback__)), err=True, nl=False)
    what = type(broken).__name__
    wrong = WicheckError(
        Text(f"程序内部错误（{what}），没有得出结果", f"an error inside wicheck ({what}): there is no result"),
        hint=Text("请把以上内容报告给维护者", "please report the lines above to the maintainers"),
    )
    complain(wrong, language)


def understood(wrong: click.UsageError, ctx: click.Context) -> UsageError:
    """A fault that click found, in our words."""
    match wrong:
        case click.NoSuchOption():
            return no_such_option(wrong.option_name, ctx)
        case click.MissingParameter() if wrong.param:
            return missing(wrong.param, ctx)
        case click.BadOptionUsage():
            return value_out_of_place(wrong.option_name, ctx)
    return UsageError(same(wrong.format_message()), hint=see_help(ctx))


def missing(parameter: click.Parameter, ctx: click.Context) -> UsageError:
    name = parameter.metavar or parameter.opts[0]
    hint = see_help(ctx)
    if isinstance(parameter, click.Argument) and isinstance(parameter.type, Place):
        here = f"{ctx.command_path} ."
        hint = Text(
            f"写上文件或文件夹；当前文件夹写一个点：{here}。{hint.zh}",
            f"name a file or a folder; the one you are in is a dot: {here}; {hint.en}",
        )
    return UsageError(Text(f"缺少参数：{name}", f"missing: {name}"), hint=hint)


def no_such_option(name: str, ctx: click.Context) -> UsageError:
    known = [each for parameter in ctx.command.get_params(ctx) for each in parameter.opts if each.startswith("-")]
    said = Text(f"{ctx.command_path} 没有选项 {name}", f"{ctx.command_path} has no option {name}")
    return UsageError(said, hint=perhaps(name, known) or see_help(ctx))


def no_such_verb(name: str, verbs: Iterable[str], ctx: click.Context) -> UsageError:
    said = Text(f"没有命令 {name}", f"there is no command {name}")
    return UsageError(said, hint=perhaps(name, verbs) or _to_check(name) or see_help(ctx))


def _to_check(name: str) -> Text | None:
    """What to write where a file or a folder stands in the place of a command."""
    path = f'"{name}"' if " " in name else name
    call = f"wicheck check {path}"
    return Text(f"要检查它，请写 {call}", f"to check it, write {call}") if Path(name).exists() else None


def value_out_of_place(name: str, ctx: click.Context) -> UsageError:
    """A value behind a switch, or none behind an option."""
    switch = any(
        name in each.opts and (each.is_flag or each.count)
        for each in ctx.command.get_params(ctx)
        if isinstance(each, click.Option)
    )
    needs = Text(f"选项 {name} 后面要写一个值", f"option {name} needs a value")
    takes_none = Text(f"选项 {name} 后面不能写值", f"option {name} takes no value")
    return UsageError(takes_none if switch else needs, hint=see_help(ctx))


def extra_arguments(words: Sequence[str], ctx: click.Context) -> UsageError:
    more = " ".join(words)
    return UsageError(Text(f"多出的参数：{more}", f"unexpected: {more}"), hint=see_help(ctx))


def see_help(ctx: click.Context) -> Text:
    call = f"{ctx.command_path} --help"
    return Text(f"用 {call} 查看用法", f"see {call}")


def perhaps(word: str, known: Iterable[str]) -> Text | None:
    """The most similar of ``known``, as a question; None where none is similar."""
    from difflib import get_close_matches

    close = get_close_matches(word, list(known), n=1)
    return Text(f"是不是 {close[0]}？", f"did you mean {close[0]}?") if close else None
