"""What is kept counts only for the same bytes and code, whole, and where nobody else could have put it."""

from __future__ import annotations

import os
from decimal import Decimal
from importlib import invalidate_caches
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wicheck.cache import Cache, _packed, _unpacked, users_cache

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text() | st.decimals(allow_nan=False),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text() | st.integers(), inner, max_size=4),
)


@given(VALUES)
def test_a_value_comes_back_as_it_was(value: object) -> None:
    assert repr(_unpacked(*_packed(value))) == repr(value)


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """An entry, and where it lies."""
    cache = Cache(tmp_path / "kept")
    cache.put("entry", cache.key([b"law"]), {"minimum": Decimal("0.4")})
    return tmp_path / "kept" / "entry"


def got(entry: Path, part: bytes = b"law") -> object:
    cache = Cache(entry.parent)
    return cache.get(entry.name, cache.key([part]))


def test_what_was_put_is_there_for_the_same_bytes_only(kept: Path) -> None:
    assert got(kept) == {"minimum": Decimal("0.4")}
    assert got(kept, b"lax") is None
    assert got(kept.with_name("other")) is None


def test_bytes_are_told_apart_however_they_are_cut(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    assert len({cache.key(parts) for parts in ([b"ab", b"c"], [b"a", b"bc"], [b"abc"], [b"abc", b""])}) == 4


def test_a_change_of_the_code_that_reads_is_seen(tmp_path: Path) -> None:
    (tmp_path / "reader.py").write_bytes(b"SIX = 6")
    before = Cache(tmp_path, [tmp_path]).key([])
    (tmp_path / "reader.py").write_bytes(b"SIX = 9")
    assert Cache(tmp_path, [tmp_path]).key([]) != before


def test_another_yaml_parser_is_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    module = tmp_path / "ruamel" / "yaml" / "__init__.py"
    module.parent.mkdir(parents=True)
    monkeypatch.syspath_prepend(str(tmp_path))
    keys = [Cache(tmp_path / "kept").key([])]
    for name, content in ((module, "version = 1"), (module, "version = 2"), (tmp_path / "_ruamel_yaml.py", "")):
        name.write_text(content, encoding="utf-8")
        invalidate_caches()
        keys.append(Cache(tmp_path / "kept").key([]))
    assert len(set(keys)) == len(keys) == 4


@pytest.mark.parametrize("place", [0, 31, 32, 63, 64, -1])
def test_a_damaged_entry_is_not_there(kept: Path, place: int) -> None:
    content = bytearray(kept.read_bytes())
    content[place] ^= 1
    kept.write_bytes(content)
    assert got(kept) is None


@pytest.mark.parametrize("length", [0, 40, 64, 70])
def test_half_an_entry_is_none(kept: Path, length: int) -> None:
    kept.write_bytes(kept.read_bytes()[:length])
    assert got(kept) is None


@pytest.mark.skipif(os.name == "nt", reason="a user's folder there is the user's")
@pytest.mark.parametrize("mode", [0o020, 0o002])
@pytest.mark.parametrize("which", ["entry", "folder"])
def test_what_others_may_write_is_not_trusted(kept: Path, which: str, mode: int) -> None:
    target = kept if which == "entry" else kept.parent
    target.chmod(target.stat().st_mode | mode)
    assert got(kept) is None


@pytest.mark.skipif(os.name == "nt", reason="a user's folder there is the user's")
def test_what_belongs_to_others_is_not_trusted(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: kept.stat().st_uid + 1)
    assert got(kept) is None


def test_where_nothing_can_be_written_nothing_is_said(tmp_path: Path) -> None:
    taken = tmp_path / "taken"
    taken.write_text("a file")
    cache = Cache(taken / "kept")
    cache.put("entry", cache.key([]), 1)
    assert cache.get("entry", cache.key([])) is None


def test_without_a_folder_nothing_is_kept() -> None:
    cache = Cache()
    cache.put("entry", cache.key([b"law"]), 1)
    assert cache.get("entry", cache.key([b"law"])) is None


def test_only_the_entry_is_left_behind_and_it_is_private(kept: Path) -> None:
    assert list(kept.parent.iterdir()) == [kept]
    assert os.name == "nt" or (kept.stat().st_mode & 0o777, kept.parent.stat().st_mode & 0o777) == (0o600, 0o700)


@pytest.mark.skipif(os.name == "nt", reason="LOCALAPPDATA there")
@pytest.mark.parametrize(
    ("environment", "below"),
    [
        ({"WICHECK_CACHE": "elsewhere/kept"}, "elsewhere/kept"),
        ({"WICHECK_CACHE": "elsewhere", "XDG_CACHE_HOME": "/x"}, "elsewhere"),
        ({"WICHECK_CACHE": "off"}, None),
        ({"WICHECK_CACHE": "off", "XDG_CACHE_HOME": "/x"}, None),
    ],
)
def test_the_environment_says_where(environment: dict[str, str], below: str | None) -> None:
    assert users_cache(environment).folder == (Path(below) if below else None)


@pytest.mark.skipif(os.name == "nt", reason="LOCALAPPDATA there")
def test_else_it_lies_where_the_system_keeps_such_things(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/h")
    monkeypatch.setattr("sys.platform", "linux")
    assert users_cache({}).folder == Path("/h/.cache/wicheck")
    assert users_cache({"XDG_CACHE_HOME": "/x"}).folder == Path("/x/wicheck")
    assert users_cache({"XDG_CACHE_HOME": "relative"}).folder == Path("/h/.cache/wicheck")
    monkeypatch.setattr("sys.platform", "darwin")
    assert users_cache({}).folder == Path("/h/Library/Caches/wicheck")


@pytest.mark.skipif(os.name == "nt", reason="LOCALAPPDATA there")
def test_who_has_no_home_keeps_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os.path, "expanduser", lambda path: path)
    assert users_cache({}).folder is None
