"""Values a rule names: what a clerk calls them, and whether the schema knows them at all."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from wicheck.checks.support.wording import listed
from wicheck.errors import PackError
from wicheck.model import Text, same


def labelled(values: Iterable[str], choices: Mapping[str, Text]) -> Mapping[str, Text]:
    """Each value with its label; itself where the entry is no choice.

    Raises PackError on a value that is none of the choices: such a rule could never be met.
    """
    for value in values:
        if choices and value not in choices:
            raise PackError(
                Text(f"规则中的取值“{value}”不在可选范围内", f"the rule names “{value}”, which is no possible value"),
                hint=listed(map(same, choices)),
            )
    return {value: choices.get(value) or same(value) for value in values}
