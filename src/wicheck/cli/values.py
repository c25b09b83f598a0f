"""What may stand behind an option: each kind of value with its faults in both languages."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

import click

from wicheck.errors import UsageError
from wicheck.model.text import Text

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    Value = click.ParamType[Any]
else:
    Value = click.ParamType  # generic since click 8.5 only

_COMMAS = str.maketrans("，、", ",,")


class Word(Value):
    """One of a few words: itself, or what it is called in either language."""

    name = "word"

    def __init__(self, words: Mapping[str, Text]) -> None:
        self.words = words
        self.meanings = {name.lower(): word for word, title in words.items() for name in (word, title.zh, title.en)}

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        meant = self.meanings.get(str(value).strip().lower())
        if meant is None:
            raise UsageError(
                Text(f"{opt(param)} 不能是“{value}”", f"{opt(param)} cannot be “{value}”"),
                hint=self.choices(str(value)),
            )
        return meant

    def shown(self) -> Text:
        return Text(f"[{'|'.join(each.zh for each in self.words.values())}]", f"[{'|'.join(self.words)}]")

    def choices(self, value: str) -> Text:
        """What can be written instead, the most similar first where one is similar."""
        from difflib import get_close_matches

        named = [f"{title.zh}（{word}）" if title.zh != word else word for word, title in self.words.items()]
        all_of_them = Text(f"可用：{'、'.join(named)}", f"write one of: {', '.join(self.words)}")
        close = get_close_matches(value.lower(), self.meanings, n=1)
        if not close:
            return all_of_them
        return Text(f"是不是 {close[0]}？{all_of_them.zh}", f"did you mean {close[0]}? {all_of_them.en}")

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
        from click.shell_completion import CompletionItem

        return [
            CompletionItem(word, help=title.zh)
            for word, title in self.words.items()
            if word.startswith(incomplete) or title.zh.startswith(incomplete)
        ]


class Words(Word):
    """Several of a few words, with commas between them."""

    name = "words"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        if not isinstance(value, str):
            return value
        return tuple(
            super(Words, self).convert(word, param, ctx) for word in value.translate(_COMMAS).split(",") if word.strip()
        )


class Day(Value):
    """A date in any of the forms that documents may have."""

    name = "day"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        from wicheck.documents.dates import iso_date

        try:
            return date.fromisoformat(iso_date(str(value)))
        except ValueError as wrong:
            raise UsageError(
                Text(f"{opt(param)}：“{value}”不是日期", f"{opt(param)}: “{value}” is no date"),
                hint=Text("请写成 2026-03-10", "write it like 2026-03-10"),
            ) from wrong


class Count(Value):
    """How many: a whole number from 1."""

    name = "count"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        written = str(value).strip()
        if not (written.isdecimal() and int(written)):
            raise UsageError(
                Text(f"{opt(param)}：“{value}”不是个数", f"{opt(param)}: “{value}” is no number of things"),
                hint=Text("请写 1 或更大的整数", "write a whole number from 1"),
            )
        return int(written)


class CountFromZero(Count):
    """How many are allowed: a whole number from 0."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        return 0 if str(value).strip() == "0" else super().convert(value, param, ctx)


class Size(Value):
    """An amount of memory: a number with its unit, MB or GB; in bytes."""

    name = "size"
    UNITS: ClassVar[Mapping[str, int]] = {
        "mb": 1 << 20,
        "mib": 1 << 20,
        "m": 1 << 20,
        "gb": 1 << 30,
        "gib": 1 << 30,
        "g": 1 << 30,
    }

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        written = str(value).strip().lower().replace(" ", "")
        number = written.rstrip("gmib")
        unit = self.UNITS.get(written[len(number) :])
        if not (number.isdecimal() and int(number) and unit):
            raise UsageError(
                Text(f"{opt(param)}：“{value}”不是内存大小", f"{opt(param)}: “{value}” is no amount of memory"),
                hint=Text("请写成 256MB 或 2GB", "write it like 256MB or 2GB"),
            )
        return int(number) * unit


_CHECK_PATH = Text(
    "请检查路径是否写对；路径里有空格的，前后要加英文引号", "check the path; one with blanks needs quotes"
)


class Place(Value):
    """Something that is there on the disk; ``what`` says what it should be."""

    name = "path"

    def __init__(self, what: Text, suits: Callable[[Path], bool], completes_to: str) -> None:
        self.what = what
        self.suits = suits
        self.completes_to = completes_to

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        path = Path(value)
        if not self.suits(path):
            raise UsageError(
                Text(f"找不到{self.what.zh} {path}", f"there is no {self.what.en} {path}"),
                hint=near(path) or _CHECK_PATH,
            )
        return path

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
        from click.shell_completion import CompletionItem

        return [CompletionItem(incomplete, type=self.completes_to)]


PATH = Place(Text("文件或文件夹", "file or folder"), Path.exists, "file")
FILE = Place(Text("文件", "file"), Path.is_file, "file")
FOLDER = Place(Text("文件夹", "folder"), Path.is_dir, "dir")


class PackName(Value):
    """A pack's id or its region's name; which there are is the library's to say."""

    name = "pack"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        return str(value)

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
        from click.shell_completion import CompletionItem

        from wicheck.cli.shelf import library

        named = library(ctx.params.get("policies") or ()).folders
        return [
            CompletionItem(word, help=folder.names[1])
            for folder in named
            for word in folder.names[:2]
            if word.startswith(incomplete)
        ]


def near(path: Path) -> Text | None:
    """What lies there under a similar name."""
    from difflib import get_close_matches

    try:
        close = get_close_matches(path.name, [each.name for each in path.parent.iterdir()], n=1)
    except OSError:
        return None
    found = path.with_name(close[0]) if close else None
    return Text(f"是不是 {found}？", f"did you mean {found}?") if found else None


def opt(param: click.Parameter | None) -> str:
    """The parameter as it is written: the long form of an option, the word for an argument."""
    if param is None:
        return ""
    return param.opts[-1] if isinstance(param, click.Option) else str(param.metavar)
