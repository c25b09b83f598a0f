"""Which packs judge an institution: by the division code, or by name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from wicheck.checks.support.divisions import significant
from wicheck.errors import UsageError
from wicheck.model import PackStatus, Text
from wicheck.model.text import same
from wicheck.packs.load import PackFolder

BASE = "base"


def covers(division: str, code: str) -> bool:
    """Whether a GB/T 2260 division holds another: 370000 holds 370100, 330700 holds 330702."""
    return code.startswith(significant(division))


def named(names: Sequence[str], packs: Iterable[PackFolder]) -> list[PackFolder]:
    """The packs called ``names`` (ids or region names). Raises UsageError on a name that none bears."""
    by_name = {name: pack for pack in packs for name in pack.names}
    for name in names:
        if name not in by_name:
            raise unknown_name(name, by_name)
    return list({by_name[name].id: by_name[name] for name in names}.values())


def unknown_name(name: str, by_name: Mapping[str, PackFolder]) -> UsageError:
    """Names all packs there are, those of similar names first: 义乌 is like 乌海 in writing only, 金华市 is 金华."""
    from difflib import get_close_matches

    near = get_close_matches(name, by_name, n=3, cutoff=0.5)
    known = {by_name[each].id: by_name[each].names for each in (*near, *by_name)}.values()
    zh = "、".join(f"{region}（{pack}）" for pack, region, _ in known)
    en = ", ".join(f"{pack} ({region})" for pack, _, region in known)
    meant = next((pack.names for each, pack in by_name.items() if each in name), None)
    asked = Text(f"是不是 {meant[1]}？", f"did you mean {meant[2]}? ") if meant else same("")
    return UsageError(
        Text(f"没有名为“{name}”的政策包", f"there is no pack “{name}”"),
        hint=Text(f"{asked.zh}可用：{zh}", f"{asked.en}there are: {en}"),
    )


def matching(code: str | None, packs: Iterable[PackFolder]) -> list[PackFolder]:
    """The packs whose division holds ``code``, drafts included; none where the code is not known."""
    return [pack for pack in packs if code and pack.division and covers(pack.division, code)]


def runs_unasked(pack: PackFolder) -> bool:
    """A draft runs only when it is named or drafts are asked for."""
    return pack.status is not PackStatus.DRAFT
