"""One file at a time."""

from __future__ import annotations

import hashlib
import pickle
from collections.abc import Callable
from pathlib import Path

import pytest

from wicheck.documents.files import SourceFile
from wicheck.documents.reading import FileReading, Reader
from wicheck.documents.schemas import Schemas
from wicheck.yamlio import Limits

Read = Callable[..., FileReading]

GOOD = "wicheck: institution/v1\n编号: 甲\n床位: 50\n"


def messages(reading: FileReading) -> list[str]:
    return [f"{error.location}: {error.message.zh}" for error in reading.errors]


def hints(reading: FileReading) -> list[str]:
    return [error.hint.zh if error.hint else "" for error in reading.errors]


def test_a_good_file_gives_its_document_and_what_it_was(read_file: Read) -> None:
    reading = read_file(GOOD)
    assert reading.errors == ()
    ((document, references, _),) = reading.documents
    assert (document.kind, document.id, document.data["beds_count"]) == ("institution", "甲", 50)
    assert references == ()
    assert str(document.locate(("institution", "beds_count"))) == "a.yaml:3:1"
    assert reading.input is not None
    assert reading.input.size == len(GOOD.encode())
    assert reading.input.sha256 == hashlib.sha256(GOOD.encode()).hexdigest()


def test_a_file_may_hold_several_documents_and_one_fault_hides_no_other(read_file: Read) -> None:
    reading = read_file(
        GOOD + "---\nwicheck: institution/v1\nid: 乙\nbeds_count: 很多\n---\n" + GOOD.replace("甲", "丙")
    )
    assert [read.document.id for read in reading.documents] == ["甲", "丙"]
    assert messages(reading) == ["a.yaml:7:13: “床位数”（beds_count）应为整数，“很多”不是"]
    assert reading.invalid == (("institution", "乙"),)
    assert reading.owners == ()


def test_faults_of_form_and_of_content_come_together_in_order(read_file: Read) -> None:
    reading = read_file("wicheck: institution/v1\n行政区划代码: 33\n床位: 很多\n")
    assert messages(reading) == [
        "a.yaml:1:1: 缺少“编号”（id）",
        "a.yaml:2:1: “行政区划代码”（division_code）的格式不对：“33”",
        "a.yaml:3:5: “床位数”（beds_count）应为整数，“很多”不是",
    ]


@pytest.mark.parametrize(
    ("content", "message", "hint"),
    [
        ("id: 甲\n", "文件开头没有写明种类", "请把 wicheck: institution/v1 写在第一行（按文件种类改）"),
        ("- 甲\n", "文件开头没有写明种类", "请把 wicheck: institution/v1 写在第一行（按文件种类改）"),
        ("id: 甲\nwicheck: institution/v1\n", "“wicheck”应是文件的第一项", "请把这一行移到最前面"),
        ("wicheck: instituton/v1\n", "没有“instituton”这种文件", "是不是 institution/v1？"),
        ("wicheck: institution/v2\n", "不认识的版本：“institution/v2”", "请写成 institution/v1"),
        ("wicheck: institution\n", "不认识的版本：“institution”", "请写成 institution/v1"),
    ],
)
def test_a_named_file_must_say_what_it_is(read_file: Read, content: str, message: str, hint: str) -> None:
    reading = read_file(content)
    assert [error.message.zh for error in reading.errors] == [message]
    assert hints(reading) == [hint]


def test_an_unlike_kind_is_answered_with_all_kinds(read_file: Read) -> None:
    (hint,) = hints(read_file("wicheck: 医院/v1\n"))
    assert hint.startswith("可以写：institution, application, agreement")


def test_an_empty_named_file_is_an_error(read_file: Read) -> None:
    assert messages(read_file("")) == ["a.yaml:1:1: 文件是空的"]


@pytest.mark.parametrize(
    "content", ["services:\n  web: 1\n", "- 1\n", "# wicheck\n", "a: &x 1\nb: *x\n", "a: [\n", "wicheck: pack/v1\n"]
)
def test_other_peoples_files_in_a_folder_are_skipped_with_a_notice(read_file: Read, content: str) -> None:
    reading = read_file(content, named=False)
    assert (reading.documents, reading.errors) == ((), ())
    assert [notice.code for notice in reading.notices] == ["file_skipped"]


@pytest.mark.parametrize("content", ["", "\n \n"])
def test_an_empty_file_in_a_folder_is_an_error_for_nobody_knows_what_it_was(read_file: Read, content: str) -> None:
    assert messages(read_file(content, named=False)) == ["a.yaml:1:1: 文件是空的"]


@pytest.mark.parametrize("key", ["Wicheck", "WICHECK", "ｗｉｃｈｅｃｋ", '"“wicheck”"'])
@pytest.mark.parametrize("named", [True, False])
def test_a_slip_in_the_first_key_is_told_and_never_skipped(read_file: Read, key: str, named: bool) -> None:
    (message,) = messages(read_file(f"{key}: institution/v1\nid: 甲\n", named=named))
    assert message.startswith("a.yaml:1:1: 文件的种类要用“wicheck”这个键来写")


def test_so_is_a_file_that_cannot_be_read_for_its_full_width_letters(read_file: Read) -> None:
    assert len(read_file("ｗｉｃｈｅｃｋ：institution/v1\nid: [\n", named=False).errors) == 1


def test_a_broken_file_of_ours_in_a_folder_is_an_error(read_file: Read) -> None:
    reading = read_file("wicheck: institution/v1\nid: [\n", named=False)
    assert len(reading.errors) == 1


def test_bytes_that_are_no_utf8_are_an_error(read_file: Read) -> None:
    reading = read_file(GOOD.encode("gb18030"), named=False)
    assert len(reading.errors) == 1
    assert reading.input is not None


def test_a_file_that_cannot_be_opened_is_an_error(schemas: Schemas, tmp_path: Path) -> None:
    reading = Reader(schemas).read(SourceFile(str(tmp_path / "gone.yaml"), "gone.yaml", True))
    assert [error.location.file for error in reading.errors if error.location] == ["gone.yaml"]
    assert reading.input is None


@pytest.mark.parametrize("name", ["明细.XLSX", "明细.csv", "lines.parquet"])
def test_a_table_is_not_told_to_be_a_text_in_the_wrong_encoding(schemas: Schemas, tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes("结算单号,金额\nJ1,1\n".encode("gb18030"))
    reading = Reader(schemas).read(SourceFile(str(tmp_path / name), name, named=True))
    assert messages(reading) == [f"{name}: 这是表格，不能直接检查"]
    assert "wicheck: claims/v1" in hints(reading)[0]


def test_a_folder_that_cannot_be_opened_says_that_nothing_in_it_was_read(schemas: Schemas, tmp_path: Path) -> None:
    reading = Reader(schemas).read(SourceFile(str(tmp_path), "locked", True))
    assert messages(reading) == ["locked: 这个文件夹打不开，里面的文件都没有读"]


def test_a_file_over_the_limit_is_not_read(schemas: Schemas, tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(GOOD, encoding="utf-8")
    size = path.stat().st_size
    source = SourceFile(str(path), "a.yaml", True)
    assert Reader(schemas, Limits(max_bytes=size)).read(source).errors == ()
    assert len(Reader(schemas, Limits(max_bytes=size - 1)).read(source).errors) == 1


def test_a_reading_travels_between_processes(read_file: Read) -> None:
    reading = read_file(GOOD + "---\nwicheck: institution/v1\n")
    travelled = pickle.loads(pickle.dumps(reading))  # noqa: S301 - our own bytes
    assert travelled.documents[0].document.data == reading.documents[0].document.data
    assert str(travelled.documents[0].document.locate(("institution", "beds_count"))) == "a.yaml:3:1"
    assert messages(travelled) == messages(reading)
