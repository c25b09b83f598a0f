"""Planting a template: its own numbers for everything, so that what one planting needs no other one disturbs."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any, NamedTuple

from wicheck.claims.tables import ENTRIES
from wicheck.model import DocumentKind
from wicheck.synth.template import Row, Spot, Template

OWN = frozenset({
    "claim_id", "visit_id", "from_visit_id", "to_visit_id", "worker_number", "order_id", "transfer_id",
    "recognition_number", "inpatient_number", "bed_number", "ward", "trace_code", "card_number",
    "catalogue_code", "actual_code", "code", "part_of_code", "institution_item_code",
    "catalogue_name", "actual_name", "name", "institution_item_name", "diagnosis_group",
})  # fmt: skip
"""Columns whose values get the planting's mark. What the law reads (dates, kinds, divisions) stays as it is."""
OF_INSTITUTIONS = frozenset({
    "institution_code", "declaring_institution_code", "from_institution_code", "to_institution_code",
})  # fmt: skip
_PEOPLE = ("workers",)
"""Tables whose ``name`` is a person's."""
CODE = "institution_code"


class Planting(NamedTuple):
    """A template's rows with numbers of their own. ``entries`` go into a catalogue headed ``listed_in``."""

    template: Template
    tables: Mapping[str, Sequence[Row]]
    registry: Sequence[Row]
    entries: Sequence[Row]
    listed_in: Mapping[str, Any]
    spots: tuple[Spot, ...]


def plant(template: Template, mark: str, shared: str | None = None) -> Planting:
    """``template`` with its own claims, people, beds, codes: all marked with ``mark``.

    Institutions are marked with ``shared`` where the batch's own document is one of them.
    """
    catalogue = template.catalogue or {}
    registry = template.others.get(DocumentKind.REGISTRY, {}).get(ENTRIES, ())
    columns = OWN if shared else OWN | OF_INSTITUTIONS
    if shared:
        template = template._replace(
            tables={
                name: [_marked(row, OF_INSTITUTIONS, shared) for row in rows] for name, rows in template.tables.items()
            }
        )
        registry = [_marked(row, OF_INSTITUTIONS, shared) for row in registry]
    return Planting(
        template,
        {
            name: [_marked(row, _of_table(columns, name), mark) for row in rows]
            for name, rows in template.tables.items()
        },
        [_marked(row, columns, mark) for row in registry],
        [_marked(row, columns, mark) for row in catalogue.get(ENTRIES) or ()],
        {name: value for name, value in catalogue.items() if name not in ("wicheck", "id", ENTRIES)},
        tuple(spot if spot.claim is None else spot._replace(claim=spot.claim + mark) for spot in template.spots),
    )


def _of_table(columns: frozenset[str], table: str) -> frozenset[str]:
    return columns - {"name"} if table in _PEOPLE else columns


def _marked(row: Row, columns: frozenset[str], mark: str) -> Row:
    return {name: _with(value, mark) if name in columns else value for name, value in row.items()}


def _with(value: Any, mark: str) -> Any:
    """A code, or none: 无 stays what it is."""
    return value + mark if isinstance(value, str) else value


class Group(NamedTuple):
    """Templates that can share a batch: its header, its documents, the day it is seen and the thresholds agree."""

    head: Mapping[str, Any]
    institution: Mapping[str, Any]
    agreement: Mapping[str, Any]
    seen_on: str | None
    templates: list[Template]


class Grouping(NamedTuple):
    """``groups`` in the order of their batches, and the templates that would have needed a batch of their own."""

    groups: list[Group]
    left: list[Template]


def grouped(templates: Sequence[Template], free: Collection[str]) -> Grouping:
    """The first group takes what asks nothing of a batch; of the others those that bring a rule not yet planted.

    ``free`` are the rules that read nothing of a batch's header.
    """
    groups: dict[str, Group] = {}
    for template in templates:
        wanted = _wanted(template)
        easy = template.rule in free and not any(wanted) and not template.alone
        key = "" if easy else repr((wanted, template.origin if template.alone else None))
        groups.setdefault(key, Group(*wanted, [])).templates.append(template)
    first = groups.pop("", Group({}, {}, {}, None, []))
    grouping, planted = Grouping([first], []), _planted(first)
    for group in sorted(groups.values(), key=lambda each: -len(each.templates)):
        if _planted(group) - planted:
            planted |= _planted(group)
            grouping.groups.append(group)
        else:
            grouping.left.extend(group.templates)
    return grouping


def _planted(group: Group) -> set[str]:
    return {template.rule for template in group.templates if template.verdict}


def _wanted(template: Template) -> tuple[Mapping[str, Any], Mapping[str, Any], Mapping[str, Any], str | None]:
    institution, agreement = (_own(template, kind) for kind in (DocumentKind.INSTITUTION, DocumentKind.AGREEMENT))
    return template.head, institution, agreement, template.seen_on


def _own(template: Template, kind: DocumentKind) -> Mapping[str, Any]:
    data = template.others.get(kind, {})
    return {name: value for name, value in data.items() if name not in ("wicheck", "id")}
