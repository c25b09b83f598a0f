"""Whether canonical data fits its schema: decided fast, explained slowly."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from functools import cached_property
from typing import Any, TypeAlias

from wicheck.documents.deciding import Understanding
from wicheck.documents.keywords import NotUnderstoodError
from wicheck.documents.schemas import Schemas
from wicheck.errors import InputError
from wicheck.model import Positions

IsValid: TypeAlias = Callable[[Any], bool]

_FEW = 100
"""Fewer documents of a kind than this are decided by ourselves.

To import jsonschema-rs takes longer than that, but it decides ten times faster than we do.
"""


class Validation:
    """Validates documents of all kinds against ``schemas``, one compiled validator per kind."""

    def __init__(self, schemas: Schemas, expected: int = 0) -> None:
        self._schemas = schemas
        self._few = _FEW if expected < 3 * _FEW else 1  # so many at least repay the import at once
        self._deciders: dict[str, IsValid] = {}
        self._decided: Counter[str] = Counter()

    def errors(self, kind: str, data: Mapping[str, Any], positions: Positions) -> tuple[InputError, ...]:
        """What is invalid about ``data``, in words and with places; nothing where it is valid."""
        if self.is_valid(kind, data):
            return ()
        from wicheck.documents.explain import explain

        return explain(self._schemas.shape(kind), data, positions)

    def is_valid(self, kind: str, data: Mapping[str, Any]) -> bool:
        self._decided[kind] += 1
        if kind not in self._deciders or self._decided[kind] == self._few:
            make = decider if self._decided[kind] < self._few else others_decider
            self._deciders[kind] = make(self._schemas.schema(kind))
        return self._deciders[kind](data)


def decider(schema: Mapping[str, Any]) -> IsValid:
    """Decides by ourselves, as far as we understand what the schema asks of a value; else by another's validator."""
    return _Decider(schema).is_valid


class _Decider:
    def __init__(self, schema: Mapping[str, Any]) -> None:
        self._schema = schema

    def is_valid(self, data: Any) -> bool:
        try:
            return self._ours.is_valid(data)
        except NotUnderstoodError:
            return self._others(data)

    @cached_property
    def _ours(self) -> Understanding:
        return Understanding(self._schema)

    @cached_property
    def _others(self) -> IsValid:
        return others_decider(self._schema)


def others_decider(schema: Mapping[str, Any]) -> IsValid:
    """The fastest validator this platform has: jsonschema-rs, or jsonschema where there is no wheel of it."""
    try:
        return fast_decider(schema)
    except ImportError:
        return slow_decider(schema)


def fast_decider(schema: Mapping[str, Any]) -> IsValid:
    import jsonschema_rs

    is_valid: IsValid = jsonschema_rs.validator_for(dict(schema), retriever=_refuse).is_valid
    return is_valid


def slow_decider(schema: Mapping[str, Any]) -> IsValid:
    from wicheck.documents.explain import faults_of

    def is_valid(data: Any) -> bool:
        return next(faults_of(schema, data), None) is None

    return is_valid


def _refuse(uri: str) -> Any:
    """Our schemas are complete; whatever asks for a file or an address is not theirs."""
    raise LookupError(f"{uri} is not among the schemas of wicheck")
