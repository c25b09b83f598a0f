"""Text in GB18030 to UTF-8, in one pass. A large file is shared between processes: only so is it as fast as reading.

Run as a program it converts a stretch of a file: ``python -m wicheck.tabular.converting FILE START END TO``.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

_CHUNK = 1 << 17
"""Small enough to stay in a processor's cache: twice as fast as a megabyte."""
_SHARED_BYTES = 32 << 20
_MOST_PROCESSES = 8
NO_TEXT = b"\xff"


def convert(path: Path, to: Path) -> None:
    """Write ``path`` to ``to`` in UTF-8. Lines stay lines; one that is no text gets a byte that is none in UTF-8."""
    size = path.stat().st_size
    shares = min(os.cpu_count() or 1, _MOST_PROCESSES, size // _SHARED_BYTES + 1)
    if shares == 1:
        convert_stretch(path, 0, size, to)
        return
    parts = [to if number == 0 else to.with_name(f"{to.name}.{number}") for number in range(shares)]
    _convert_together(path, list(_stretches(path, shares)), parts)
    with to.open("ab") as out:
        for part in parts[1:]:
            with part.open("rb") as stream:
                shutil.copyfileobj(stream, out, 1 << 20)
            part.unlink()


def _convert_together(path: Path, stretches: list[tuple[int, int]], parts: list[Path]) -> None:
    """The first stretch by ourselves, each other one by a process."""
    program = (sys.executable, "-P", "-m", __spec__.name)
    helpers = [
        subprocess.Popen([*program, str(path), str(start), str(end), str(part)])  # noqa: S603 - our own module
        for (start, end), part in zip(stretches[1:], parts[1:], strict=True)
    ]
    convert_stretch(path, *stretches[0], parts[0])
    failed = [helper for helper in helpers if helper.wait()]
    if failed:
        raise OSError(f"{path} could not be converted")


def _stretches(path: Path, shares: int) -> Iterator[tuple[int, int]]:
    """Where each share begins and ends: at the beginning of a line."""
    size = path.stat().st_size
    start = 0
    with path.open("rb") as stream:
        for number in range(1, shares + 1):
            stream.seek(size * number // shares)
            stream.readline()
            end = stream.tell() if number < shares else size
            yield start, max(start, end)
            start = max(start, end)


def convert_stretch(path: Path, start: int, end: int, to: Path) -> None:
    with path.open("rb") as stream, to.open("wb") as out:
        stream.seek(start)
        for chunk in whole_lines(stream, end - start):
            out.write(chunk if chunk.isascii() else _converted(chunk))


def whole_lines(stream: BinaryIO, size: int | None = None) -> Iterator[bytes]:
    """The next ``size`` bytes in pieces that end where a line does; no character of these encodings holds its sign."""
    rest = b""
    left = sys.maxsize if size is None else size
    while data := stream.read(min(_CHUNK, left)):
        left -= len(data)
        end = data.rfind(b"\n") + 1
        if not end:
            rest += data
            continue
        yield rest + data[:end]
        rest = data[end:]
    if rest:
        yield rest


def _converted(chunk: bytes) -> bytes:
    """GBK is a part of GB18030 that holds nearly every text, and is read faster."""
    for encoding in ("gbk", "gb18030"):
        try:
            return chunk.decode(encoding).encode("utf-8")
        except UnicodeDecodeError:
            continue
    return b"".join(_converted_line(line) for line in chunk.splitlines(keepends=True))


def _converted_line(line: bytes) -> bytes:
    try:
        return line.decode("gb18030").encode("utf-8")
    except UnicodeDecodeError:
        text = line.rstrip(b"\r\n")
        return text + NO_TEXT + line[len(text) :]


if __name__ == "__main__":
    file, first, last, target = sys.argv[1:]
    convert_stretch(Path(file), int(first), int(last), Path(target))
