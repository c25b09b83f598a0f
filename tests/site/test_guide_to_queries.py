"""The guide to billing queries: every key of a header and every view is told of, and its example proves its rule."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from wicheck.dates import WorkingDayCalendar
from wicheck.documents.schemas import Schemas
from wicheck.engines.columns import COMPARED, MADE_FROM, REFERENCES
from wicheck.engines.duckdb.host import DuckdbEngine
from wicheck.engines.interface import Limits
from wicheck.library import Library
from wicheck.plugins import workshop
from wicheck.proving.billing import ExampleBilling
from wicheck.proving.example import examples_in
from wicheck.proving.prove import Prover

ROOT = Path(__file__).parents[2]
OWN_VIEWS = ({*MADE_FROM, *REFERENCES, *COMPARED}) - {"catalogues"}
KEYS = json.loads((ROOT / "schemas" / "query.schema.json").read_text(encoding="utf-8"))["properties"]


@pytest.fixture(params=["queries.md", "queries.en.md"])
def guide(request: pytest.FixtureRequest) -> str:
    return (ROOT / "site" / "docs" / "authors" / str(request.param)).read_text(encoding="utf-8")


@pytest.fixture
def prover() -> Iterator[Prover]:
    with ExampleBilling(Schemas(), lambda: DuckdbEngine(Limits(threads=1))) as billing:
        yield Prover(Schemas(), workshop(), WorkingDayCalendar(), billing)


def test_it_tells_of_every_key_of_a_header_and_of_every_view(guide: str) -> None:
    told = set(re.findall(r"`(\w+)`", guide))
    assert ({*KEYS} | OWN_VIEWS) - told == set()


def test_its_examples_agree_with_their_rule(guide: str, prover: Prover, tmp_path: Path) -> None:
    *_, block = re.findall(r"^```yaml\n(.*?)^```", guide, re.DOTALL | re.MULTILINE)
    file = tmp_path / "examples.yaml"
    file.write_text(f"wicheck: examples/v1\nexamples:\n{block}", encoding="utf-8")
    (pack,) = Library(Schemas(), workshop()).packs(["wuhai-2020"])
    proofs = [prover.prove(pack, example) for example in examples_in(file, file.name)]

    assert len(proofs) == 3
    assert [each.problems for each in proofs if each.problems] == []
