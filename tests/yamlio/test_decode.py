"""Only UTF-8 is read; for other encodings the error says how to convert."""

from __future__ import annotations

import pytest

from wicheck.errors import InputError
from wicheck.yamlio import decode


def error(data: bytes) -> InputError:
    with pytest.raises(InputError) as raised:
        decode(data, "a.yaml")
    return raised.value


@pytest.mark.parametrize("data", ["名称: 𠮷院\n".encode(), "\ufeff名称: 𠮷院\n".encode()])
def test_utf_8_is_read_with_and_without_a_byte_order_mark(data: bytes) -> None:
    assert decode(data, "a.yaml") == "名称: 𠮷院\n"


@pytest.mark.parametrize(
    ("data", "name", "where"),
    [
        ("a: 1\nb: 康复医院\n".encode("gbk"), "GBK", (2, 4)),
        ("a: 䶮\n".encode("gb18030"), "GBK", (1, 4)),
        ("a: 康复\n".encode("utf-16"), "UTF-16", (1, 1)),
        ("a: 康复\n".encode("utf-16-be").join([b"\xfe\xff", b""]), "UTF-16", (1, 1)),
        (b"a: 1\n\xff\xff", "UTF-8", (2, 1)),
        ("甲乙: ".encode() + b"\x81", "UTF-8", (1, 5)),
    ],
)
def test_other_encodings_are_named_where_they_first_show(data: bytes, name: str, where: tuple[int, int]) -> None:
    found = error(data)
    assert name in found.message.zh
    assert found.location is not None
    assert (found.location.line, found.location.column) == where


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"PK\x03\x04\x14\x00\x06\x00", "Word、Excel"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "Word、Excel"),
        (b"%PDF-1.7\n", "PDF"),
        (b"\xff\xd8\xff\xe0", "图片"),
        (b"{\\rtf1\\ansi", "Word"),
    ],
)
def test_what_is_no_text_is_called_what_it_is_and_not_sent_to_another_encoding(data: bytes, what: str) -> None:
    found = error(data)
    assert what in found.message.zh
    assert found.hint is not None
    assert "改扩展名没有用" in found.hint.zh


def test_the_hint_leads_through_notepad() -> None:
    hint = error("康复".encode("gbk")).hint
    assert hint is not None
    assert all(word in hint.zh for word in ("记事本", "另存为", "UTF-8"))
    assert "Notepad" in hint.en
