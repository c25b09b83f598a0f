"""Which catalogues hold for a batch: those it refers to, of the fund's region or of the institution's own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from wicheck.model import Document, DocumentKind, Notice, Text
from wicheck.model.tuples import NamedTuple
from wicheck.packs.select import covers
from wicheck.plan import Hearing

_STATE = "state"
_FIRST_PROVINCE = "110000"  # codes below it are used for the whole country


class Holding(NamedTuple):
    """The catalogues that hold, and what is to be told of those that do not."""

    catalogues: tuple[Document, ...]
    notices: tuple[Notice, ...]


def holding(hearing: Hearing) -> Holding:
    """The catalogues of ``hearing`` that hold for its batch.

    Several batches of an institution may be of several funds, each with catalogues of its own. One that says that it
    is another region's holds for nothing here; one that does not say where it applies holds.
    """
    referred = list(_referred(hearing))
    own = (hearing.division, hearing.dossier.root.data.get("division_code"))
    places = tuple(dict.fromkeys(str(code) for code in own if code))
    foreign = [each for each in referred if places and not _holds_in(each, places)]
    return Holding(
        tuple(each for each in referred if each not in foreign), tuple(_told(each, places) for each in foreign)
    )


def _referred(hearing: Hearing) -> Iterator[Document]:
    """The catalogues that the batch names; where it names none, all that its dossier has."""
    named = hearing.batch.data.get("catalogues") if hearing.batch else None
    for each in hearing.dossier.of_kind(DocumentKind.CATALOGUE):
        if not named or each.id in named:
            yield each


def _holds_in(catalogue: Document, places: Sequence[str]) -> bool:
    """Whether it applies in one of ``places``: in a region that holds it, or in a part of it."""
    code = catalogue.data.get("division_code")
    if code is None or catalogue.data.get("issued_by") == _STATE or code < _FIRST_PROVINCE:
        return True
    return any(covers(code, place) or covers(place, code) for place in places)


def _told(catalogue: Document, places: Sequence[str]) -> Notice:
    code = catalogue.data["division_code"]
    said = Text(
        f"目录“{catalogue.id}”写明适用于 {code}，不是结算批次的基金或机构所在的 {'、'.join(places)}，没有采用",
        f"the catalogue “{catalogue.id}” applies in {code} and not in {', '.join(places)}, where the batch's fund or "
        "institution is: it was not used",
    )
    return Notice("catalogue_of_other_region", said, catalogue.locate((catalogue.kind, "division_code")))
