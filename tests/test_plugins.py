"""What plugins add, and what becomes of a run whose plugins are faulty."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest

from wicheck.checks.is_true import KIND as IS_TRUE
from wicheck.errors import PluginError
from wicheck.hookspecs import hookimpl
from wicheck.model import CheckKind, Fact
from wicheck.plugins import workshop

OWN = IS_TRUE._replace(name="is_so")


class Adds:
    """A plugin with the kinds and facts it is made with."""

    def __init__(
        self,
        *kinds: str | CheckKind,
        facts: Iterable[str | Fact] = (),
        folders: Iterable[Path] = (),
        mappings: Iterable[Path] = (),
    ) -> None:
        self.kinds, self.facts, self.folders, self.mappings = kinds, facts, folders, mappings

    @hookimpl
    def wicheck_check_kinds(self) -> Iterable[str | CheckKind]:
        return self.kinds

    @hookimpl
    def wicheck_facts(self) -> Iterable[str | Fact]:
        return self.facts

    @hookimpl
    def wicheck_policy_dirs(self) -> Iterable[Path]:
        return self.folders

    @hookimpl
    def wicheck_column_mappings(self) -> Iterable[Path]:
        return self.mappings


def test_a_kind_of_a_plugin_stands_beside_the_built_in_ones() -> None:
    shop = workshop([Adds(OWN)])
    assert shop.kind("is_so") is OWN
    assert shop.kind("is_true") is IS_TRUE


def test_what_nobody_offers_is_not_there() -> None:
    shop = workshop()
    assert shop.kind("is_so") is None
    assert shop.fact("is_so") is None


def test_folders_of_packs_come_after_those_of_wicheck(tmp_path: Path) -> None:
    *built_in, last = workshop([Adds(folders=[tmp_path])]).policy_dirs
    assert built_in
    assert last == tmp_path


def test_mappings_of_columns_come_after_those_of_wicheck(tmp_path: Path) -> None:
    mapping = tmp_path / "ours.yaml"
    mapping.touch()
    *built_in, last = workshop([Adds(mappings=[mapping])]).column_mappings
    assert [path.stem for path in built_in] == ["hrss", "nhsa"]
    assert last == mapping


def test_a_mapping_that_is_no_file_stops_the_run_that_asks_for_it(tmp_path: Path) -> None:
    shop = workshop([Adds(mappings=[tmp_path / "nowhere.yaml"])])
    with pytest.raises(PluginError, match="nowhere"):
        _ = shop.column_mappings


def test_a_name_that_two_plugins_give_stops_the_run() -> None:
    with pytest.raises(PluginError, match="is_true"):
        workshop([Adds(OWN._replace(name="is_true"))])


def test_the_same_module_offered_twice_is_no_clash() -> None:
    module = "wicheck.checks.is_true"
    assert workshop([Adds(module), Adds(module)]).kind("is_true") is IS_TRUE


@pytest.mark.parametrize("place", ["no_such_package.kinds.is_so", "wicheck.dates.is_so", "wicheck.dates"])
def test_a_kind_that_does_not_load_stops_the_run_that_asks_for_it(place: str) -> None:
    shop = workshop([Adds(place)])
    assert shop.kind("is_true") is IS_TRUE
    with pytest.raises(PluginError, match=place):
        shop.kind(place.rpartition(".")[2])


class Misspelt:
    @hookimpl
    def wicheck_check_knids(self) -> list[str]:
        return []


class Breaks:
    @hookimpl
    def wicheck_check_kinds(self) -> list[str]:
        raise RuntimeError("out of order")


@pytest.mark.parametrize(("plugin", "said"), [(Misspelt(), "wicheck_check_knids"), (Breaks(), "out of order")])
def test_a_plugin_that_breaks_the_contract_stops_the_run(plugin: object, said: str) -> None:
    with pytest.raises(PluginError, match=said):
        workshop([plugin])
