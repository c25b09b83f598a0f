"""What a batch of claims is held against: institutions, their agreements and suspensions, and the batch's own header.

Rows have the columns of the reference views (see the engine), in their order; a date is ISO text, None is unknown.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from wicheck.model import Document, DocumentKind, ServiceKind
from wicheck.model.tuples import NamedTuple

Row = tuple[Any, ...]
OPEN_END = date.max.isoformat()
_KINDS = (ServiceKind.MEDICAL, ServiceKind.REHABILITATION, ServiceKind.ASSISTIVE_DEVICE)
_BATCH_DATES = ("declared_on", "uploaded_on", "reviewed_on", "paid_on")


def references(batch: Document, documents: Sequence[Document], catalogues: Sequence[Document]) -> dict[str, list[Row]]:
    """What the documents of the run say of institutions, the ``catalogues`` and the header of the batch, by view.

    A view of which nothing is known is left out; one without rows says that there certainly are none.
    """
    known = [each for each in documents if each.kind is DocumentKind.INSTITUTION]
    codes = {each.id: each.data.get("institution_code") for each in known}
    entries = [entry for each in documents if each.kind is DocumentKind.REGISTRY for entry in _listed(each, "entries")]
    agreements = [each for each in documents if each.kind is DocumentKind.AGREEMENT]
    rows = {
        "institutions": _merged(list(map(_institution, known)), list(map(_registered, entries))),
        "agreements": _agreements(
            [*(_agreement(each, codes) for each in agreements), *map(_listed_agreement, entries)]
        ),
        "catalogues": list(map(_catalogue, catalogues)),
        "batch": [_batch(batch, codes)],
    }
    made = {view: found for view, found in rows.items() if found}
    if agreements and all("suspensions" in each.data for each in agreements):
        made["suspensions"] = [row for each in agreements for row in _suspensions(each, codes)]
    return made


def _listed(document: Document, name: str) -> list[Mapping[str, Any]]:
    return document.data.get(name) or []


def _institution(document: Document) -> Row:
    data = document.data
    return (
        data.get("institution_code"),
        document.id,
        data.get("name"),
        data.get("division_code"),
        data.get("level"),
        *_kinds(data),
        *_realtime(data.get("settlement")),
    )


def _realtime(settlement: Any) -> tuple[bool | None, str | None]:
    """Whether an institution settles in real time, and since when; one that settles in no way (无) does not."""
    if settlement is False:
        return False, None
    return (settlement or {}).get("realtime"), (settlement or {}).get("realtime_since_on") or None


def _registered(entry: Mapping[str, Any]) -> Row:
    return (
        entry.get("institution_code"),
        None,
        entry.get("name"),
        entry.get("division_code"),
        entry.get("level"),
        *_kinds(entry),
        None,
        None,
    )


class _Agreement(NamedTuple):
    """One agreement as a document or an entry of a registry tells it; the days are ISO text."""

    institution_code: str | None
    starts_on: str | None
    ends_on: str | None
    signed_on: str | None
    kinds: tuple[bool | None, ...]
    suspensions_told: bool

    def terms(self, signed: str | None) -> Iterator[Row]:
        """Its rows. Signed after its first day, it is one from then on; of the days before nobody knows."""
        rest = (*self.kinds, self.suspensions_told)
        if not (signed and self.starts_on and signed > self.starts_on):
            yield self.institution_code, self.starts_on, self.ends_on, *rest
            return
        eve = _day_before(signed)
        yield self.institution_code, None, min(eve, self.ends_on or eve), *rest
        if self.ends_on is None or signed <= self.ends_on:
            yield self.institution_code, signed, self.ends_on, *rest


def _agreements(told: Sequence[_Agreement]) -> list[Row]:
    """The agreements, each once. When it was signed may stand in the one place and not in the other."""
    signed: dict[tuple[str | None, str | None], str] = {}
    for each in told:
        of = (each.institution_code, each.starts_on)
        signed[of] = max(signed.get(of, ""), each.signed_on or "")
    return _distinct(
        [row for each in told for row in each.terms(signed[each.institution_code, each.starts_on] or None)]
    )


def _agreement(document: Document, codes: Mapping[str, str | None]) -> _Agreement:
    data = document.data
    last = _last_day(data.get("ends_on"), data.get("termination"))
    code, told = _code(document, codes), "suspensions" in data
    return _Agreement(code, data.get("starts_on"), last, data.get("signed_on"), _kinds(data), told)


def _last_day(ends: str | None, termination: Any) -> str | None:
    """The last day of an agreement: its end, or the day before it was dissolved or its designation was lost.

    Dissolved nobody says when, it may have ended on any day.
    """
    if not termination:
        return ends
    stated = [termination.get(name) for name in ("terminated_on", "designation_cancelled_on")]
    ended = [_day_before(day) for day in stated if day]
    return min(day for day in (ends, *ended) if day) if ended else None


def _listed_agreement(entry: Mapping[str, Any]) -> _Agreement:
    """An entry of a registry, which tells nothing of suspensions."""
    code, signed = entry.get("institution_code"), entry.get("signed_on")
    return _Agreement(code, entry.get("starts_on"), entry.get("ends_on"), signed, _kinds(entry), False)


def _suspensions(document: Document, codes: Mapping[str, str | None]) -> Iterator[Row]:
    for each in _listed(document, "suspensions"):
        ends = each.get("ends_on")
        yield _code(document, codes), each.get("starts_on"), OPEN_END if ends is False else ends


def _catalogue(document: Document) -> Row:
    data = document.data
    updated, ends = data.get("updated_on"), data.get("valid_until")
    return (
        document.id,
        data.get("kind"),
        data.get("issued_by"),
        data.get("division_code"),
        updated or None,
        data.get("valid_from"),
        OPEN_END if ends is False else ends,
    )


def _batch(document: Document, codes: Mapping[str, str | None]) -> Row:
    data = document.data
    period = data.get("period") or {}
    dates = (value for name in _BATCH_DATES for value in _date_or_none(data.get(name)))
    return (
        document.id,
        _code(document, codes),
        data.get("fund_division_code"),
        period.get("starts_on"),
        period.get("ends_on"),
        *dates,
    )


def _date_or_none(value: Any) -> tuple[str | None, bool | None]:
    """A date and whether it is known not to have happened."""
    if value is None:
        return None, None
    return (None, True) if value is False else (value, False)


def owner(document: Document, documents: Sequence[Document]) -> str | None:
    """Whose ``document`` is: the institution's code, or its id where no code is known."""
    named = document.data.get("institution")
    found = (each for each in documents if each.kind is DocumentKind.INSTITUTION and each.id == named)
    return next((each.data.get("institution_code") for each in found), None) or named


def _code(document: Document, codes: Mapping[str, str | None]) -> str | None:
    return codes.get(document.data.get("institution", ""))


def _kinds(data: Mapping[str, Any]) -> tuple[bool | None, ...]:
    """For each service kind whether it is covered; unknown where the kinds are not given."""
    kinds = data.get("service_kinds")
    return tuple(kind in kinds if kinds else None for kind in _KINDS)


def _day_before(iso: str) -> str:
    return (date.fromisoformat(iso) - timedelta(days=1)).isoformat()


def _merged(own: Sequence[Row], registered: Sequence[Row]) -> list[Row]:
    """One row an institution: its own document comes before a registry, and what two of either dispute is unknown."""
    told, listed = _undisputed(own), _undisputed(registered)
    return [
        tuple(mine if mine is not None else other for mine, other in zip(told[code], listed[code], strict=True))
        if code in told and code in listed
        else told.get(code) or listed[code]
        for code in dict.fromkeys((*told, *listed))
    ]


def _undisputed(rows: Sequence[Row]) -> dict[Any, Row]:
    """One row an institution, by its code or id, with those words that no two of ``rows`` dispute."""
    by_code: dict[Any, list[Row]] = {}
    for row in rows:
        by_code.setdefault(row[0] or row[1], []).append(row)
    return {code: tuple(map(_one_word, zip(*each, strict=True))) for code, each in by_code.items()}


def _one_word(said: Sequence[Any]) -> Any:
    """Of yes and no it is yes: each agreement is an entry of its own, and tells the services of that one."""
    words = {each for each in said if each is not None}
    return True if True in words else words.pop() if len(words) == 1 else None


def _distinct(rows: Sequence[Row]) -> list[Row]:
    """Without repetitions: an agreement that also stands in a registry must not double what a query counts.

    Of two that differ only in whether suspensions are told, the one that tells of them stays.
    """
    told: dict[Row, bool] = {}
    for row in rows:
        told[row[:-1]] = told.get(row[:-1], False) or row[-1]
    return [(*agreement, each) for agreement, each in told.items()]
