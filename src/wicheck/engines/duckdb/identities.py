"""Identity numbers that a spreadsheet program took for numbers: of eighteen digits fifteen are kept, the rest zeros."""

from __future__ import annotations

from wicheck.model.loading import Form

_LENGTH, _ZEROS = 18, "000"
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECK = "10X98765432"


def is_identity(form: Form) -> bool:
    return form.get("personal") == "identity"


def seems_cut(number: str) -> bool:
    """Whether it ends as such numbers do; one in eleven thousand does so by nature."""
    return len(number) == _LENGTH and number.endswith(_ZEROS)


def is_cut(number: str) -> bool:
    """Whether it ends in zeros that its check digit contradicts."""
    if not seems_cut(number) or not (number.isascii() and number.isdigit()):
        return False
    total = sum(int(digit) * weight for digit, weight in zip(number, _WEIGHTS, strict=False))
    return _CHECK[total % len(_CHECK)] != number[-1]
