"""Figures as people read them: short, with their unit, and never rounded across a limit."""

from __future__ import annotations

from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from wicheck.model import Quantity, Text

PERCENT = Text("%", "%")
_HUNDREDTH = Decimal("0.01")


def quotient(quantity: Quantity) -> Decimal | int:
    """The quantity as one number, for showing only: decisions compare part and whole."""
    if quantity.part is None:
        raise ValueError("an unknown quantity has no quotient")
    return quantity.part if quantity.whole == 1 else Decimal(quantity.part) / Decimal(quantity.whole)


def floor(value: Decimal | int) -> Decimal | int:
    """At most two decimals, rounded down: what falls short must not look as if it reached."""
    return value if isinstance(value, int) else neat(value.quantize(_HUNDREDTH, ROUND_FLOOR))


def ceiling(value: Decimal | int) -> Decimal | int:
    """At most two decimals, rounded up: a shortfall must not look like nothing."""
    return value if isinstance(value, int) else neat(value.quantize(_HUNDREDTH, ROUND_CEILING))


def neat(value: Decimal) -> Decimal:
    """Without trailing zeros and without an exponent: 50, not 5E+1; 5.6, not 5.60."""
    return value.quantize(Decimal(1)) if value == value.to_integral_value() else value.normalize()


def shown(value: Decimal | int, unit: Text) -> Text:
    """``49 张`` / ``49 beds``; a share as ``30%``. ``value`` is shown as it is: round it before."""
    if unit == PERCENT:
        number = f"{neat(Decimal(value) * 100):f}%"
        return Text(number, number)
    number = str(value) if isinstance(value, int) else f"{neat(value):f}"
    return Text(f"{number} {unit.zh}".rstrip(), f"{number} {unit.en}".rstrip())


def noted(value: Decimal | int, unit: Text, quantity: Quantity) -> Text:
    """``value`` with its unit, and in brackets what must be told beside ``quantity``."""
    text = shown(value, unit)
    if not quantity.told:
        return text
    notes = [each.note for each in quantity.told]
    zh, en = "；".join(note.zh for note in notes), "; ".join(note.en for note in notes)
    return Text(f"{text.zh}（{zh}）", f"{text.en} ({en})")
