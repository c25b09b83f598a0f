"""Help in both languages, with wide characters aligned: click counts characters, not columns."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import click

from wicheck.cli.faults import extra_arguments, understood
from wicheck.cli.values import Word
from wicheck.model.text import Text, same
from wicheck.model.words import Language

USAGE = Text("用法：", "Usage: ")
OPTIONS = Text("选项：", "Options:")
OPTIONS_WORD = Text("[选项]", "[OPTIONS]")
SHOW_HELP = Text("显示本帮助", "show this help")
LANGUAGES = {Language.ZH.value: same("中文"), Language.EN.value: same("English")}
MOST_COLUMNS = 96
NAME_COLUMNS = 34


class WideFormatter(click.HelpFormatter):
    """click's formatter, counting columns. Headings bring their own colon."""

    def write_heading(self, heading: str) -> None:
        self.write(f"{' ' * self.current_indent}{heading}\n")

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = NAME_COLUMNS, col_spacing: int = 2) -> None:
        from wicheck.reports.layout import columns, indented

        rows = list(rows)
        indent = " " * self.current_indent
        behind = min(max((columns(name) for name, _ in rows), default=0), col_max) + col_spacing
        for name, about in rows:
            fits = columns(name) + col_spacing <= behind
            lines = indented(about, self.width - self.current_indent, behind, name if fits else "")
            self.write("".join(f"{indent}{line}\n" for line in ([] if fits else [name]) + lines))

    def write_text(self, text: str) -> None:
        import textwrap

        from wicheck.reports.layout import wrap

        indent = " " * self.current_indent
        for number, paragraph in enumerate(textwrap.dedent(text).strip().split("\n\n")):
            lines = wrap(" ".join(paragraph.split()), self.width - self.current_indent)
            self.write("\n" * bool(number) + "".join(f"{indent}{line}\n" for line in lines))


class WideContext(click.Context):
    formatter_class = WideFormatter

    def make_formatter(self) -> click.HelpFormatter:
        from shutil import get_terminal_size

        return WideFormatter(width=min(self.terminal_width or get_terminal_size().columns, MOST_COLUMNS))


class Spoken(click.Command):
    """A command whose help and faults are in one language: click's own words never show."""

    context_class = WideContext

    def __init__(self, name: str, language: Language, about: Text, **options: Any) -> None:
        super().__init__(
            name,
            help=about.of(language),
            options_metavar=OPTIONS_WORD.of(language),
            context_settings={"help_option_names": ["-h", "--help"]},
            **options,
        )
        self.language = language
        self.params.append(language_option(language))
        self._shows_help: click.Option | None = None

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        formatter.write_usage(ctx.command_path, " ".join(self.collect_usage_pieces(ctx)), USAGE.of(self.language))

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        options = (parameter for parameter in self.get_params(ctx) if isinstance(parameter, click.Option))
        with formatter.section(OPTIONS.of(self.language)):
            formatter.write_dl([row for each in options if (row := each.get_help_record(ctx))])

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """One of our own: to make its own, click looks for translations, which takes three milliseconds."""
        if self._shows_help is None:
            names = self.get_help_option_names(ctx)
            self._shows_help = option(
                self.language,
                *names,
                about=SHOW_HELP,
                is_flag=True,
                is_eager=True,
                expose_value=False,
                callback=show_help,
            )
        return self._shows_help

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        try:
            return super().parse_args(ctx, args)
        except click.UsageError as wrong:
            raise understood(wrong, ctx) from wrong


class Command(Spoken):
    """A verb."""

    # Taken here and refused below: click's own refusal cannot be told from its other faults.
    allow_extra_args = True

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        rest = super().parse_args(ctx, args)
        if rest and not ctx.resilient_parsing:
            raise extra_arguments(rest, ctx)
        return rest


def show_help(ctx: click.Context, _parameter: click.Parameter, asked: bool) -> None:
    if asked and not ctx.resilient_parsing:
        click.echo(ctx.get_help())
        ctx.exit()


def argument(language: Language, name: str, shown: Text, **more: Any) -> click.Argument:
    """A positional argument, called ``shown`` in the usage line."""
    return click.Argument([name], metavar=shown.of(language), **more)


def option(language: Language, *names: str, about: Text, shown: Text | None = None, **more: Any) -> click.Option:
    """An option; the word for its value is ``shown``, or the list of what a ``Word`` may be."""
    value = more.get("type")
    if isinstance(value, Word):
        shown = shown or value.shown()
    return click.Option(list(names), help=about.of(language), metavar=shown.of(language) if shown else None, **more)


def language_option(language: Language) -> click.Option:
    """Read before parsing (see ``chosen_language``); declared so that click accepts and shows it."""
    about = Text("界面与报告的语言", "language of the interface and the report")
    codes = same(f"[{'|'.join(LANGUAGES)}]")
    return option(language, "--lang", about=about, shown=codes, type=Word(LANGUAGES), expose_value=False)
