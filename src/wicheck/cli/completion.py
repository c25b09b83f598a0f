"""``wicheck completion``: the script that lets a shell complete verbs, options, packs and files."""

from __future__ import annotations

from collections.abc import Mapping

from click.shell_completion import BashComplete, FishComplete, ShellComplete, ZshComplete

from wicheck.cli.app import Verbs
from wicheck.cli.help import Command, argument
from wicheck.cli.output import put
from wicheck.cli.values import Word
from wicheck.model import Language, Text, same

ABOUT = Text(
    "输出自动补全脚本。bash 用户在 ~/.bashrc 末尾加一行：\n\n"
    '    eval "$(wicheck completion bash)"\n\n'
    "zsh 写进 ~/.zshrc；fish 把输出存为 ~/.config/fish/completions/wicheck.fish。",
    "Print a completion script. With bash, add to the end of ~/.bashrc:\n\n"
    '    eval "$(wicheck completion bash)"\n\n'
    "With zsh, to ~/.zshrc; with fish, save the output as ~/.config/fish/completions/wicheck.fish.",
)
SHELL_WORD = Text("[bash|zsh|fish]", "[bash|zsh|fish]")
SHELLS: Mapping[str, type[ShellComplete]] = {"bash": BashComplete, "zsh": ZshComplete, "fish": FishComplete}
VARIABLE = "_WICHECK_COMPLETE"


def command(language: Language) -> Command:
    def call(shell: str) -> int:
        made = SHELLS[shell](Verbs(language), {}, "wicheck", VARIABLE)
        # Not made.source(): for bash that starts a bash of its own, to complain in English about its age.
        put([made.source_template % made.source_vars()])
        return 0

    named = argument(language, "shell", SHELL_WORD, type=Word({shell: same(shell) for shell in SHELLS}))
    return Command("completion", language, ABOUT, callback=call, params=[named])
