"""Files as tools that look at a repository want them: relative, with forward slashes, as URIs."""

from __future__ import annotations

from pathlib import Path

import pytest

from wicheck.reports.places import from_here, is_relative, uri


@pytest.mark.parametrize(
    ("named", "seen"),
    [("a/机构.yaml", "a/机构.yaml"), ("./a.yaml", "a.yaml"), ("a\\b.yaml", "a/b.yaml"), ("../a.yaml", "../a.yaml")],
)
def test_a_file_is_named_from_the_folder_one_is_in(named: str, seen: str) -> None:
    assert from_here(named) == seen


def test_an_absolute_name_below_the_folder_becomes_a_relative_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert from_here(str(tmp_path / "a" / "b.yaml")) == "a/b.yaml"
    assert from_here(f"{tmp_path}-other/b.yaml") == f"{tmp_path}-other/b.yaml"


@pytest.mark.parametrize(("place", "relative"), [("a.yaml", True), ("/srv/a.yaml", False), ("C:/srv/a.yaml", False)])
def test_what_lies_elsewhere_is_not_relative(place: str, relative: bool) -> None:
    assert is_relative(place) is relative


@pytest.mark.parametrize(
    ("place", "reference"),
    [
        ("a b/机构#1.yaml", "a%20b/%E6%9C%BA%E6%9E%84%231.yaml"),
        ("a:b.yaml", "a%3Ab.yaml"),
        ("/srv/a b.yaml", "file:///srv/a%20b.yaml"),
        ("C:/srv/a.yaml", "file:///C:/srv/a.yaml"),
    ],
)
def test_a_place_as_a_uri(place: str, reference: str) -> None:
    assert uri(place) == reference
