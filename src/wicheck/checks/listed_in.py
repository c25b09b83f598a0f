"""Every entry of a list stands in another one too: the sites of an institution among those that it applied for.

For data that contradict each other, not for demands of a law: entries belong together where they agree at `key`. Where
either list is not written or empty, or an entry of either leaves the key open, there is nothing to hold against each
other and the rule is not applicable.

```yaml
sites_applied_for:
  check: listed_in
  entries: institution.sites
  by: application.applicant.sites
  key: name
```
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from wicheck.checks.support.arguments import KEY, PATH, closed
from wicheck.checks.support.entries import entries
from wicheck.checks.support.wording import listed
from wicheck.model import Binder, CheckKind, Decide, Message, Outcome, Record, Text, Verdict, same

LISTED = Message("listed_in.listed", Text("{label}均列入{by}", "{label}: all listed under {by}"))
UNLISTED = Message(
    "listed_in.unlisted", Text("{label}第 {numbers} 项没有列入{by}", "{label}: {numbers} not listed under {by}")
)
NOTHING = Message("listed_in.nothing", Text("{label}或{by}未写全，无可核对", "{label} or {by} is not given to compare"))


def bind(arguments: Mapping[str, Any], binder: Binder) -> Decide:
    path, by, key = binder.path(arguments["entries"]), binder.path(arguments["by"]), arguments["key"]
    known = {"label": binder.label(path), "by": binder.label(by)}
    nothing = Outcome(Verdict.NOT_APPLICABLE, NOTHING, known)

    def decide(record: Record) -> Outcome:
        found, others = entries(record, path, key), entries(record, by, key)
        if not found or not others or None in (*found.values(), *others.values()):
            return nothing
        lacking = [place for place, value in found.items() if value not in others.values()]
        if not lacking:
            return Outcome(Verdict.PASS, LISTED, known, evidence=(*found, *others))
        numbers = (same(str(int(place[-2]) + 1)) for place in lacking)
        values = {**known, "numbers": listed(numbers)}
        return Outcome(Verdict.FAIL, UNLISTED, values, shortfall=len(lacking), evidence=tuple(lacking))

    return decide


KIND = CheckKind(
    name="listed_in",
    title=Text("另一处也列出", "listed in another list"),
    page=__doc__ or "",
    arguments=closed({"entries": PATH, "by": PATH, "key": KEY}, required=("entries", "by", "key")),
    messages=(LISTED, UNLISTED, NOTHING),
    bind=bind,
)
