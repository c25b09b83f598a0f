"""``wicheck validate``: are the files well-formed and valid? Nothing is judged."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from wicheck.cli.help import Command, argument
from wicheck.cli.output import JSON, TERMINAL, put, put_json
from wicheck.cli.setup import format_option
from wicheck.cli.values import PATH
from wicheck.documents.load import NO_FILES, SIDECAR_NOT_USED, Loaded, load
from wicheck.documents.reading import FILE_SKIPPED
from wicheck.documents.schemas import Schemas
from wicheck.model import Language, Notice, Text
from wicheck.reports.assemble import error_data
from wicheck.reports.plain import optional_location

ABOUT = Text(
    "只检查文件格式：能否读取、键和值是否认识、引用的编号是否存在；不判断是否符合规定。\n\n"
    "路径是 YAML 文件或文件夹，可写多个。",
    "Only check the files: whether they can be read, their keys and values are known, and what they refer to is there."
    "\n\nPATH is a YAML file or a folder; several may be given.",
)
PATHS_WORD = Text("路径...", "PATH...")
SUMMARY = Text("{files} 个文件，{errors} 处错误", "files: {files}, errors: {errors}")
VALID = Text("{files} 个文件，格式无误", "files: {files}, all valid")


def command(language: Language) -> Command:
    def call(paths: tuple[Path, ...], output: str) -> int:
        loaded = load(paths, Schemas())
        if output == JSON:
            put_json(data(loaded))
        else:
            put(lines(loaded, language))
        return exit_code(loaded)

    parameters = [
        argument(language, "paths", PATHS_WORD, nargs=-1, required=True, type=PATH),
        format_option(language, TERMINAL, JSON),
    ]
    return Command("validate", language, ABOUT, callback=call, params=parameters)


def exit_code(loaded: Loaded) -> int:
    """3 where a file is invalid, 4 where there was none."""
    if loaded.errors:
        return 3
    return 0 if checked(loaded) else 4


def checked(loaded: Loaded) -> int:
    """How many files were ours to check; a folder may hold others."""
    return len(loaded.files) - sum(notice.code == FILE_SKIPPED for notice in loaded.notices)


def notices(loaded: Loaded) -> list[Notice]:
    """What is worth telling; that settings count only where they are named is not, here."""
    of_no_matter = (SIDECAR_NOT_USED, NO_FILES.code)
    return [notice for notice in loaded.notices if notice.code not in of_no_matter]


def data(loaded: Loaded) -> dict[str, object]:
    return {
        "files": [{"file": each.name, "sha256": each.sha256} for each in loaded.files],
        "errors": [error_data(each, show_personal=False) for each in loaded.errors],
        "notices": [
            {"code": each.code, "text": each.text, "location": optional_location(each.location)}
            for each in notices(loaded)
        ],
    }


def lines(loaded: Loaded, language: Language) -> Iterator[str]:
    for error in loaded.errors:
        told = error_data(error, show_personal=False)
        text = told["text"][language.value]
        yield f"{error.location}: {text}" if error.location else text
        if told["hint"]:
            yield f"  → {told['hint'][language.value]}"
    for notice in notices(loaded):
        yield f"{notice.location}: {notice.text.of(language)}" if notice.location else notice.text.of(language)
    summary = SUMMARY if loaded.errors else VALID if checked(loaded) else NO_FILES.text
    yield summary.of(language).format(files=checked(loaded), errors=len(loaded.errors))
