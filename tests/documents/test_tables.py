"""Tables in a document stay texts with their lines; their keys are looked up as everywhere."""

from __future__ import annotations

import pickle

import pytest

from wicheck.documents.files import SourceFile
from wicheck.documents.reading import FileReading, Reader
from wicheck.documents.schemas import Schemas
from wicheck.model import Document, Rows

HEADER = "wicheck: claims/v1\nid: b\n"


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader(Schemas())


class Reads:
    """Reads a batch whose header takes the first two lines."""

    def __init__(self, reader: Reader, folder: str) -> None:
        self._reader, self._folder = reader, folder

    def reading(self, text: str) -> FileReading:
        path = f"{self._folder}/b.yaml"
        with open(path, "w", encoding="utf-8") as out:  # noqa: PTH123
            out.write(HEADER + text)
        return self._reader.read(SourceFile(path, "b.yaml", named=True))

    def document(self, text: str) -> Document:
        reading = self.reading(text)
        assert not reading.errors
        return reading.documents[0].document

    def faults(self, text: str) -> list[tuple[int | None, int | None, str]]:
        return [
            (error.location.line, error.location.column, error.message.zh)
            for error in self.reading(text).errors
            if error.location
        ]


@pytest.fixture
def batch(reader: Reader, tmp_path_factory: pytest.TempPathFactory) -> Reads:
    return Reads(reader, str(tmp_path_factory.mktemp("batch")))


def test_rows_are_texts_with_the_lines_they_begin_on(batch: Reads) -> None:
    document = batch.document('明细:\n  - {结算单号: J1, 数量: 2}\n  - {结算单号: "007", 数量: 2.50}\n')
    assert document.tables["lines"] == Rows(("claim_id", "quantity"), [["J1", "2"], ["007", "2.50"]], [4, 5])


def test_the_header_stays_data_and_tables_are_not_in_it(batch: Reads) -> None:
    document = batch.document("declared_on: 2026年4月5日\nlines:\n  - {amount: 1}\n")
    assert dict(document.data) == {"wicheck": "claims/v1", "id": "b", "declared_on": "2026-04-05"}


def test_rows_may_have_different_keys(batch: Reads) -> None:
    document = batch.document("lines:\n  - {claim_id: a}\n  - {单价: 1, 结算单号: b}\n")
    assert document.tables["lines"] == Rows(("claim_id", "unit_price_amount"), [["a", None], ["b", "1"]], [4, 5])


@pytest.mark.parametrize("written", ["", "~", "null", '""'])
def test_an_empty_cell_is_not_given(batch: Reads, written: str) -> None:
    document = batch.document(f"lines:\n  - claim_id: a\n    unit: {written}\n")
    assert document.tables["lines"].rows == [["a", None]]


def test_none_is_an_empty_table_and_an_empty_entry_is_no_table(batch: Reads) -> None:
    document = batch.document("consents: 无\norders:\nlines: []\n")
    assert document.tables == {"consents": Rows((), [], [])}


def test_a_missing_column_is_looked_for_at_the_table(batch: Reads) -> None:
    document = batch.document("lines:\n  - {claim_id: a}\n")
    place = document.locate(("claims", "lines", "unit_price_amount"))
    assert (place.line, place.column) == (3, 1)


def test_an_unknown_key_is_an_error_at_its_place(batch: Reads) -> None:
    ((line, column, message),) = batch.faults("lines:\n  - {claim_id: a, 单价格: 1}\n")
    assert (line, column) == (4, 19)
    assert "单价格" in message


def test_two_keys_for_one_column_are_an_error(batch: Reads) -> None:
    ((line, column, message),) = batch.faults("lines:\n  - {claim_id: a, 结算单号: b}\n")
    assert (line, column) == (4, 19)
    assert "claim_id" in message


def test_one_table_written_twice_is_an_error(batch: Reads) -> None:
    ((line, _, message),) = batch.faults("lines:\n  - {claim_id: a}\n明细:\n  - {claim_id: b}\n")
    assert line == 5
    assert "明细" in message


@pytest.mark.parametrize("written", ["lines: 3\n", "lines: {a: b}\n", "lines:\n  - 3\n", "lines:\n  - {unit: [a]}\n"])
def test_what_is_no_table_is_an_error(batch: Reads, written: str) -> None:
    assert len(batch.faults(written)) == 1


def test_a_document_with_tables_goes_to_another_process(batch: Reads) -> None:
    document = batch.document("lines:\n  - {claim_id: a}\n")
    assert pickle.loads(pickle.dumps(document)).tables == document.tables  # noqa: S301 - our own
