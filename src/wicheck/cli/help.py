"""Help in both languages, with wide characters aligned: click counts characters, not columns."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable
from typing import Any
from unicodedata import east_asian_width

import click

from wicheck.model.text import Text
from wicheck.model.words import Language

USAGE = Text("用法：", "Usage: ")
OPTIONS = Text("选项", "Options")
COMMANDS = Text("命令", "Commands")
SHOW_HELP = Text("显示本帮助", "show this help")
DEFAULT_COLUMNS = 96


def say(language: Language, text: Text) -> str:
    return text.of(language)


def columns(text: str) -> int:
    """How many terminal columns ``text`` takes; wide characters take two."""
    return sum(2 if east_asian_width(character) in "WF" else 1 for character in text)


def padded(text: str, width: int) -> str:
    return text + " " * (width - columns(text))


def wrapped(text: str, width: int) -> list[str]:
    """``text`` in lines of at most ``width`` columns; Chinese may break anywhere, English between words."""
    lines = [""]
    for piece in pieces(text):
        if columns(lines[-1]) + columns(piece.rstrip()) > width and lines[-1]:
            lines.append("")
        lines[-1] += piece if lines[-1] else piece.lstrip()
    return [line.rstrip() for line in lines]


def pieces(text: str) -> list[str]:
    """Words with the space after them, and each wide character by itself."""
    found: list[str] = [""]
    for character in " ".join(text.split()):
        if east_asian_width(character) in "WF":
            found += [character, ""]
        else:
            found[-1] += character
            if character == " ":
                found.append("")
    return [piece for piece in found if piece]


class WideFormatter(click.HelpFormatter):
    """click's formatter, counting columns."""

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 34, col_spacing: int = 2) -> None:
        rows = list(rows)
        first = min(max((columns(name) for name, _ in rows), default=0), col_max) + col_spacing
        for name, about in rows:
            lines = wrapped(about, max(self.width - self.current_indent - first, 20))
            head = padded(name, first) if columns(name) + col_spacing <= first else f"{name}\n{' ' * (first + 2)}"
            self.write(f"{' ' * self.current_indent}{head}{lines[0]}\n")
            for line in lines[1:]:
                self.write(f"{' ' * (self.current_indent + first)}{line}\n")

    def write_text(self, text: str) -> None:
        for paragraph in textwrap.dedent(text).strip().split("\n\n"):
            for line in wrapped(paragraph, self.width - self.current_indent):
                self.write(f"{' ' * self.current_indent}{line}\n")
            self.write("\n")


class WideContext(click.Context):
    formatter_class = WideFormatter

    def make_formatter(self) -> click.HelpFormatter:
        return WideFormatter(width=min(self.terminal_width or DEFAULT_COLUMNS, DEFAULT_COLUMNS))


class Command(click.Command):
    """A verb with its help in one language."""

    context_class = WideContext

    def __init__(self, name: str, language: Language, about: Text, **options: Any) -> None:
        super().__init__(name, help=about.of(language), **options)
        self.language = language
        self.params.append(language_option(language))

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        formatter.write_usage(ctx.command_path, " ".join(self.collect_usage_pieces(ctx)), USAGE.of(self.language))

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        rows = [row for parameter in self.get_params(ctx) if (row := parameter.get_help_record(ctx))]
        with formatter.section(OPTIONS.of(self.language)):
            formatter.write_dl(rows)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        option = super().get_help_option(ctx)
        if option:
            option.help = SHOW_HELP.of(self.language)
        return option


def option(language: Language, *names: str, about: Text, **more: Any) -> click.Option:
    return click.Option(list(names), help=about.of(language), **more)


def language_option(language: Language) -> click.Option:
    """Read before parsing (see ``chosen_language``); declared so that click accepts and shows it."""
    about = Text("界面与报告的语言", "language of the interface and the report")
    choice = click.Choice([each.value for each in Language])
    return option(language, "--lang", about=about, type=choice, default=language.value, expose_value=False)
