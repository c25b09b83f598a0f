"""The samples that show each kind as a clerk would write it are valid, and there is one for every kind."""

from __future__ import annotations

from pathlib import Path

from tests.schemas.walking import KINDS
from wicheck.documents.load import load
from wicheck.documents.schemas import Schemas

SAMPLES = Path(__file__).parents[1] / "data" / "samples"


def test_every_kind_has_a_sample():
    headers = {
        path.read_text(encoding="utf-8").split("wicheck: ")[1].split("/v1")[0] for path in SAMPLES.glob("*.yaml")
    }

    assert headers == set(KINDS)


def test_the_samples_are_valid_and_belong_together():
    loaded = load([SAMPLES], Schemas())

    assert loaded.errors == ()
    assert [dossier.id for dossier in loaded.dossiers] == ["sample-community-centre", "示例康复医院", "示例协议机构库"]


def test_an_application_may_be_told_with_few_words():
    """Yes for a paper handed in, a name for a reviewer, 无 for what never happened."""
    loaded = load([SAMPLES / "institution-zh.yaml", SAMPLES / "application-zh.yaml"], Schemas())
    application = next(document.data for document in loaded.documents if document.kind == "application")

    assert application["materials"]["floor_plan"] == {"provided": True}
    assert application["materials"]["commitment_letter"] == {"provided": False}
    assert application["review"]["reviewers"][0] == {"name": "周示例"}
    assert application["events"]["deficiency_notified_on"] is False
    assert application["history"]["terminations"] == []
    assert application["history"]["responsible_person"] == {"involved": False}
