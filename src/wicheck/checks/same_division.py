"""The first code is that of the agency of the territory the second lies in (GB/T 2260).

`level` says whose agency is due:

- `province`: the first two digits agree;
- `city`: the first four digits agree, so 640100 and 640105 answer for 640105, but 640000 does not;
- `county`: the codes agree, or the first is a city's (640100, or 640101 for its 市辖区) and the second one of that
  city's urban districts (the last two digits 01 to 20, the city proper); a county or county-level city has an
  agency of its own.

A second code that is too coarse to be placed at the level (640000 for a city's agency) is not known. Where an agency
states the codes it answers for, `territory` names that list, which then decides at any level; whether a code in it
that is coarser than the level means more than an agency with that code answers for is not known.

```yaml
local_agency:
  check: same_division
  value: application.agency.division_code
  other: institution.division_code
  level: city
  territory: application.agency.territory_codes
```
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from wicheck.checks.support.arguments import PATH, closed, unknown
from wicheck.checks.support.divisions import agree, significant
from wicheck.checks.support.presence import asked
from wicheck.model import Binder, CheckKind, Decide, Message, Outcome, Record, Text, Verdict

LOCAL = Message(
    "same_division.local", Text("{label} {code} 管辖{other} {place}", "{label} {code} answers for {other} {place}")
)
ELSEWHERE = Message(
    "same_division.elsewhere",
    Text("{label} {code} 不管辖{other} {place}", "{label} {code} does not answer for {other} {place}"),
)
TOO_COARSE = Message(
    "same_division.too_coarse",
    Text(
        "{other} {place} 不够具体，无法确定属地，请填写到县（市、区）",
        "{other} {place} is too coarse to be placed; give the county's code",
    ),
)
UNSURE = Message(
    "same_division.unsure",
    Text(
        "{territory}写得太粗，不知是否含{other} {place}，请逐一写明县（市、区）",
        "{territory} is too coarse to tell whether it holds {other} {place}; name each county",
    ),
)
DIGITS: Mapping[str, int] = {"province": 2, "city": 4, "county": 6}
_CITY_PROPER = ("00", "01")
_URBAN_DISTRICTS = range(1, 21)


def bind(arguments: Mapping[str, Any], binder: Binder) -> Decide:
    agency, place = paths = binder.path(arguments["value"]), binder.path(arguments["other"])
    digits = DIGITS[arguments["level"]]
    territory = binder.path(arguments["territory"]) if "territory" in arguments else None
    names = {"label": binder.label(agency), "other": binder.label(place)}

    def decide(record: Record) -> Outcome:
        missing, none = asked(record, paths)
        if missing or none:
            return unknown(missing + none)
        code, where = record.value(agency), record.value(place)
        stated = record.value(territory) if territory else None
        local = within(where, stated, digits) if stated else answers_for(code, where, digits)
        values = {**names, "code": code, "place": where}
        if local is None and territory and len(significant(where)) >= digits:
            values["territory"] = binder.label(territory)
            return Outcome(Verdict.UNKNOWN, UNSURE, values, missing=(territory,), evidence=(*paths, territory))
        if local is None:
            return Outcome(Verdict.UNKNOWN, TOO_COARSE, values, missing=(place,), evidence=paths)
        verdict, message = (Verdict.PASS, LOCAL) if local else (Verdict.FAIL, ELSEWHERE)
        return Outcome(verdict, message, values, code, where, evidence=paths)

    return decide


def answers_for(code: str, place: str, digits: int) -> bool | None:
    """Whether the agency with ``code`` is the one due for ``place``; None where ``place`` is too coarse to tell."""
    if code[:digits] == place[:digits]:
        return True
    if len(significant(place)) < digits and agree(code, place):
        return None
    own_city = code[:4] == place[:4] and code[4:] in _CITY_PROPER
    return own_city and int(place[4:]) in _URBAN_DISTRICTS


def within(place: str, codes: list[str], digits: int) -> bool | None:
    """Whether ``place`` lies in one of the territories of ``codes``; None where one is too coarse to tell."""
    answers = [covered(place, code, digits) for code in codes]
    return True if True in answers else None if None in answers else False


def covered(place: str, code: str, digits: int) -> bool | None:
    fine = len(significant(code)) >= digits
    local = place.startswith(significant(code)) if fine else answers_for(code, place, digits)
    return local or (None if agree(code, place) else False)


KIND = CheckKind(
    name="same_division",
    title=Text("属地一致", "same division"),
    page=__doc__ or "",
    arguments=closed(
        {"value": PATH, "other": PATH, "level": {"enum": list(DIGITS)}, "territory": PATH},
        required=("value", "other", "level"),
    ),
    messages=(LOCAL, ELSEWHERE, TOO_COARSE, UNSURE),
    bind=bind,
)
