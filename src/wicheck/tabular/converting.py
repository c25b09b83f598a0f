"""Text in GB18030 to UTF-8, in one pass. A large file is shared between processes: only so is it as fast as reading.

Run as a program it converts a stretch of a file: ``python -m wicheck.tabular.converting FILE START END TO``.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from wicheck.tabular.stretches import Stretch, stretches

_SHARED_BYTES = 32 << 20
_MOST_PROCESSES = 8
NO_TEXT = b"\xff"


def convert(path: Path, to: Path) -> None:
    """Write ``path`` to ``to`` in UTF-8. Lines stay lines; one that is no text gets a byte that is none in UTF-8."""
    shares = min(os.cpu_count() or 1, _MOST_PROCESSES, path.stat().st_size // _SHARED_BYTES + 1)
    pieces = stretches(path, shares)
    parts = [to if number == 0 else to.with_name(f"{to.name}.{number}") for number in range(len(pieces))]
    _convert_together(pieces, parts)
    with to.open("ab") as out:
        for part in parts[1:]:
            with part.open("rb") as stream:
                shutil.copyfileobj(stream, out, 1 << 20)
            part.unlink()


def _convert_together(pieces: list[Stretch], parts: list[Path]) -> None:
    """The first stretch by ourselves, each other one by a process."""
    program = (sys.executable, "-P", "-m", __spec__.name)
    helpers = [
        subprocess.Popen([*program, str(path), str(start), str(end), str(part)])  # noqa: S603 - our own module
        for (path, start, end), part in zip(pieces[1:], parts[1:], strict=True)
    ]
    convert_stretch(pieces[0], parts[0])
    failed = [helper for helper in helpers if helper.wait()]
    if failed:
        raise OSError(f"{pieces[0].path} could not be converted")


def convert_stretch(stretch: Stretch, to: Path) -> None:
    with to.open("wb") as out:
        for chunk in whole_lines(stretch.pieces()):
            out.write(chunk if chunk.isascii() else _converted(chunk))


def whole_lines(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """``pieces`` of a text, cut where lines end; no character of these encodings holds the sign of that."""
    rest = b""
    for data in pieces:
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
    convert_stretch(Stretch(Path(file), int(first), int(last)), Path(target))
