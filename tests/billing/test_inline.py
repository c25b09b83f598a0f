"""Tables that stand in a document, as sources."""

import pytest

from wicheck.billing.inline import source
from wicheck.claims.tables import tables
from wicheck.documents.schemas import Schemas
from wicheck.model import Document, DocumentKind, Location


class Somewhere:
    def locate(self, path):
        return Location("b.yaml", 1)


@pytest.fixture(scope="module")
def panels():
    return tables(Schemas())["panels"]


def batch(entries):
    return Document(DocumentKind.CLAIMS, "b", {"panels": entries}, Somewhere())


def test_a_table_has_the_columns_that_some_row_has(panels):
    made = source(panels, batch([{"claim_id": "J1"}, {"claim_id": "J2", "from_pool": True, "opinion_on": False}]))

    assert made["fields"] == ["claim_id", "from_pool", "opinion_on"]
    assert made["rows"] == [["J1", None, None], ["J2", "是", "无"]]


@pytest.mark.parametrize("none", [[], False])
def test_a_table_declared_as_none_lacks_no_column(panels, none):
    made = source(panels, batch(none))

    assert (made["fields"], made["rows"]) == (list(panels.columns), [])
