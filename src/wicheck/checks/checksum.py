"""A code carries the right check digit: a unified social credit code, an identity number.

It finds slips of the pen, nothing else. Of an identity number the date of birth is looked at too, but never the
division code: residence-permit numbers (81, 82, 83) and divisions that are gone are valid. Numbers that are masked, and
documents of other kinds (letters other than a last X), have no check digit to look at: not applicable, like no number.

`key` names the entry to look at where the path is a list of objects; the finding names each wrong entry.

```yaml
uscc: {check: checksum, value: institution.uscc, code: uscc}
identity_numbers: {check: checksum, value: institution.staff.roster, key: identity_number, code: identity}
```
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from wicheck.checks.support.arguments import KEY, PATH, closed
from wicheck.checks.support.entries import entries
from wicheck.checks.support.wording import SEMICOLON, listed
from wicheck.model import Binder, CheckKind, Decide, Message, Outcome, Path, Record, Text, Verdict

VALID = Message("checksum.valid", Text("{label}：校验无误", "{label}: the check digit is right"))
WRONG = Message("checksum.wrong", Text("{label}有误：{faults}，请核对有无错字", "{label}: {faults}; look for a slip"))
NOTHING = Message("checksum.nothing", Text("{label}：没有可校验的号码", "{label}: no number to check"))

LENGTH = Text("应为 18 位", "must have 18 characters")
CHARACTERS = Text("含有不应出现的字符", "has characters that cannot occur")
DATE = Text("第 7 至 14 位不是日期", "characters 7 to 14 are no date")
CHECK = Text("末位校验码不符", "the last character does not check")
ENTRY = Text("第 {place} 条{fault}", "entry {place} {fault}")

_LENGTH = 18
_OLD_LENGTH = 15


def bind(arguments: Mapping[str, Any], binder: Binder) -> Decide:
    path, key = binder.path(arguments["value"]), arguments.get("key")
    label = binder.label((*path, key) if key else path)
    checkable, fault_of = CODES[arguments["code"]]
    nothing = Outcome(Verdict.NOT_APPLICABLE, NOTHING, {"label": label})

    def decide(record: Record) -> Outcome:
        numbers = {place: value for place, value in written(record, path, key).items() if checkable(value)}
        if not numbers:
            return nothing
        faults = {place: fault for place, value in numbers.items() if (fault := fault_of(value))}
        if not faults:
            return Outcome(Verdict.PASS, VALID, {"label": label}, evidence=tuple(numbers))
        named = listed((at_entry(place, fault) for place, fault in faults.items()), SEMICOLON)
        return Outcome(Verdict.FAIL, WRONG, {"label": label, "faults": named}, evidence=tuple(faults))

    return decide


def written(record: Record, path: Path, key: str | None) -> Mapping[Path, str]:
    """The numbers at ``path``, by their own paths."""
    value = record.value(path)
    found = entries(record, path, key) if isinstance(value, list) else {path: value}
    return {place: value for place, value in (found or {}).items() if isinstance(value, str)}


def at_entry(path: Path, fault: Text) -> Text:
    """The fault with the number of the list's entry it is in, if it is in a list."""
    places = [step for step in path if isinstance(step, int)]
    return ENTRY.filled({"place": places[-1] + 1, "fault": fault}) if places else fault


def uscc_fault(code: str) -> Text | None:
    from stdnum.cn import uscc

    if len(code) != _LENGTH:
        return LENGTH
    try:
        return None if uscc.calc_check_digit(code) == code[-1] else CHECK
    except ValueError:
        return CHARACTERS


def identity_fault(number: str) -> Text | None:
    from stdnum.cn import ric
    from stdnum.exceptions import InvalidComponent

    if len(number) != _LENGTH:
        return LENGTH
    try:
        ric.get_birth_date(number)
    except InvalidComponent:
        return DATE
    return None if ric.calc_check_digit(number) == number[-1].upper() else CHECK


def is_identity_number(number: str) -> bool:
    """Whether this is meant as an identity number: digits, the last perhaps an X, and not as few as a passport has."""
    return len(number) >= _OLD_LENGTH and number[:-1].isdecimal() and (number[-1].isdecimal() or number[-1] in "Xx")


def is_written(code: str) -> bool:
    return bool(code)


CODES: Mapping[str, tuple[Callable[[str], bool], Callable[[str], Text | None]]] = {
    "uscc": (is_written, uscc_fault),
    "identity": (is_identity_number, identity_fault),
}

KIND = CheckKind(
    name="checksum",
    title=Text("校验码", "checksum"),
    page=__doc__ or "",
    arguments=closed({"value": PATH, "key": KEY, "code": {"enum": list(CODES)}}, required=("value", "code")),
    messages=(VALID, WRONG, NOTHING),
    bind=bind,
)
