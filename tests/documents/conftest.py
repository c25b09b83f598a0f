"""Small schemas that show every convention, and short ways to read a text with them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from wicheck.documents.canonical import Canonical, CanonicalPass
from wicheck.documents.files import SourceFile
from wicheck.documents.reading import FileReading, Reader
from wicheck.documents.schemas import Schemas
from wicheck.yamlio import Mapping, read_text

HEADER = "wicheck: institution/v1\nid: 甲\n"


@pytest.fixture(scope="session")
def schemas() -> Schemas:
    return Schemas(Path(__file__).parent / "schemas")


@pytest.fixture
def canonical(schemas: Schemas) -> Callable[[str], Canonical]:
    """Reads the entries of an institution; its header takes lines 1 and 2, so they begin on line 3."""

    def read(entries: str) -> Canonical:
        (node,) = read_text(HEADER + entries, "a.yaml").nodes
        assert isinstance(node, Mapping)
        return CanonicalPass(schemas.shape("institution")).read(node, "a.yaml")

    return read


@pytest.fixture
def value(canonical: Callable[[str], Canonical]) -> Callable[[str], Any]:
    """The canonical value of an institution's only entry; None where nothing was given."""

    def read(entry: str) -> Any:
        result = canonical(entry)
        assert [str(error) for error in result.errors] == []
        rest = {key: each for key, each in result.data.items() if key not in ("wicheck", "id")}
        assert len(rest) < 2
        return next(iter(rest.values()), None)

    return read


@pytest.fixture
def fault(canonical: Callable[[str], Canonical]) -> Callable[[str], tuple[str, str, int, int]]:
    """Message and hint in Chinese, line and column of an institution's only fault."""

    def read(entries: str) -> tuple[str, str, int, int]:
        (error,) = canonical(entries).errors
        assert error.location is not None
        assert error.location.line is not None
        assert error.location.column is not None
        assert error.hint is not None
        return error.message.zh, error.hint.zh, error.location.line, error.location.column

    return read


@pytest.fixture
def read_file(schemas: Schemas, tmp_path: Path) -> Callable[..., FileReading]:
    """Writes a file and reads it, as if it had been named or as if it lay in a folder."""

    def read(content: str | bytes, named: bool = True) -> FileReading:
        path = tmp_path / "a.yaml"
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return Reader(schemas).read(SourceFile(str(path), "a.yaml", named))

    return read
