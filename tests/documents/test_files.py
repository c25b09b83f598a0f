"""Which files are read, and what they are called."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from wicheck.documents.files import find_files
from wicheck.errors import UsageError


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in ("b.yaml", "a.yml", "sub/C.YAML", "sub/note.txt", ".git/x.yaml", ".hidden.yaml"):
        path = tmp_path / "资料" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("", encoding="utf-8")
    return tmp_path


def shown(*paths: Path) -> list[str]:
    return [source.shown for source in find_files(paths)]


def test_a_folder_means_its_visible_yaml_files_in_order(folder: Path) -> None:
    assert shown(Path("资料")) == ["资料/a.yml", "资料/b.yaml", "资料/sub/C.YAML"]


def test_what_notepad_calls_yaml_txt_is_read_too(folder: Path) -> None:
    (folder / "资料" / "b.yaml").rename(folder / "资料" / "b.yaml.txt")
    assert shown(Path("资料")) == ["资料/a.yml", "资料/b.yaml.txt", "资料/sub/C.YAML"]


def test_tables_and_word_files_beside_the_documents_are_known_but_not_what_office_leaves_there(folder: Path) -> None:
    for name in ("花名册.xlsx", "申请.DOCX", "~$花名册.xlsx", "照片.jpg", "附件/证书.pdf", "附件/清单.xlsx"):
        path = folder / "资料" / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("", encoding="utf-8")
    beside = {source.shown: source.beside for source in find_files([Path("资料")])}
    assert beside == {
        "资料/a.yml": ("资料/申请.DOCX", "资料/花名册.xlsx"),
        "资料/b.yaml": (),
        "资料/sub/C.YAML": (),
    }


def test_names_are_as_seen_from_here(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder / "资料")
    assert shown(Path()) == ["a.yml", "b.yaml", "sub/C.YAML"]
    assert shown(folder / "资料" / "a.yml") == ["a.yml"]


def test_what_lies_elsewhere_keeps_its_whole_name(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder / "资料" / "sub")
    assert shown(folder / "资料" / "a.yml") == [(folder / "资料" / "a.yml").as_posix()]


def test_a_named_file_may_be_called_anything(folder: Path) -> None:
    (source,) = find_files([Path("资料/sub/note.txt")])
    assert source.named


def test_a_file_is_read_once_and_counts_as_named_if_it_was(folder: Path) -> None:
    sources = find_files([Path("资料"), Path("资料/b.yaml"), folder / "资料"])
    assert [(source.shown, source.named) for source in sources] == [
        ("资料/a.yml", False),
        ("资料/b.yaml", True),
        ("资料/sub/C.YAML", False),
    ]


def test_a_missing_path_is_a_usage_error(folder: Path) -> None:
    with pytest.raises(UsageError, match="没有了"):
        find_files([Path("没有了")])


def test_a_locked_folder_below_stands_for_itself_and_the_rest_is_read(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lock(monkeypatch, "sub")
    sources = {source.shown: source for source in find_files([folder / "资料"])}
    assert "资料/a.yml" in sources
    assert sources["资料/sub"].named


def test_a_locked_folder_that_was_asked_for_is_a_usage_error(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lock(monkeypatch, "资料")
    with pytest.raises(UsageError, match="the folder 资料 cannot be opened"):
        find_files([folder / "资料"])


def lock(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """Root may open everything, so that a mode would lock nothing where tests run as root."""
    listed = os.scandir

    def scandir(path: str) -> object:
        if Path(path).name == name:
            raise PermissionError(13, "Permission denied")
        return listed(path)

    monkeypatch.setattr(os, "scandir", scandir)
