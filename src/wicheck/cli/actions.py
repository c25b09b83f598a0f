"""Verbs that have several actions: ``wicheck policies new``, ``wicheck docs serve``."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import click

from wicheck.cli.faults import no_such_verb
from wicheck.cli.help import Command, Spoken
from wicheck.model.text import Text
from wicheck.model.words import Language

COMMANDS = Text("命令：", "Commands:")
COMMANDS_WORD = Text("命令 [参数]...", "COMMAND [ARGS]...")


class Actions(Spoken, click.Group):
    """The actions of one verb, each made by a function of the language."""

    def __init__(
        self, name: str, language: Language, about: Text, actions: Mapping[str, Callable[[Language], Command]]
    ) -> None:
        made = {name: make(language) for name, make in actions.items()}
        word = COMMANDS_WORD.of(language)
        super().__init__(name, language, about, commands=made, subcommand_metavar=word)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args[0] not in self.commands and not ctx.resilient_parsing:
            raise no_such_verb(args[0], self.commands, ctx)
        return super().resolve_command(ctx, args)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section(COMMANDS.of(self.language)):
            formatter.write_dl([(name, each.help or "") for name, each in self.commands.items()])
        super().format_options(ctx, formatter)
