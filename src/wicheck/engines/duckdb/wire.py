"""What host and child say to each other: one JSON object a line; money and dates keep their types."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any

Message = Mapping[str, Any]
_TYPE, _TEXT = "$type", "$text"


def line(message: Message) -> bytes:
    return json.dumps(message, default=_marked, ensure_ascii=False).encode("utf-8", "surrogatepass") + b"\n"


def message(line: bytes) -> dict[str, Any]:
    read: dict[str, Any] = json.loads(line.decode("utf-8", "surrogatepass"), object_hook=_plain)
    return read


def _marked(value: object) -> dict[str, str]:
    if isinstance(value, Decimal):
        return {_TYPE: "decimal", _TEXT: str(value)}
    if isinstance(value, datetime):
        return {_TYPE: "datetime", _TEXT: value.isoformat()}
    if isinstance(value, date):
        return {_TYPE: "date", _TEXT: value.isoformat()}
    raise TypeError(f"{type(value).__name__} cannot be sent")


def _plain(found: dict[str, Any]) -> Any:
    match found:
        case {"$type": "decimal", "$text": text}:
            return Decimal(text)
        case {"$type": "datetime", "$text": text}:
            return datetime.fromisoformat(text)
        case {"$type": "date", "$text": text}:
            return date.fromisoformat(text)
    return found
