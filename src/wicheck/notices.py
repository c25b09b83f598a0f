"""What is worth telling about the packs that did not judge, and about the day on which the others did."""

from __future__ import annotations

from datetime import date

from wicheck.model import DocumentKind, Notice, Pack, Text
from wicheck.packs.load import PackFolder
from wicheck.plan import Hearing


def draft_not_run(folder: PackFolder) -> Notice:
    name = Text(folder.names[1], folder.names[2])
    return Notice(
        "draft_not_run",
        Text(
            f"{name.zh}（{folder.id}）是未生效的草案，没有运行；要按它检查，请加 --pack {name.zh}",
            f"{name.en} ({folder.id}) is a draft and was not run; to judge by it, add --pack {folder.id}",
        ),
    )


def no_pack(hearing: Hearing) -> Notice:
    if hearing.division is None:
        return Notice(
            "no_division",
            Text(
                f"{hearing.dossier.id}：未填写行政区划代码，不知适用哪个地区的规定；"
                "请填上六位代码，或用 --pack 指定，如 --pack 金华",
                f"{hearing.dossier.id}: no division code, so no region's rules apply; "
                "fill it in, or name a region with --pack",
            ),
            hearing.dossier.root.locate((hearing.dossier.root.kind,)),
        )
    return Notice(
        "no_pack",
        Text(
            f"{hearing.dossier.id}：没有行政区划 {hearing.division} 的政策包；wicheck packs 列出已有的",
            f"{hearing.dossier.id}: there is no pack for division {hearing.division}; wicheck packs lists them",
        ),
    )


def not_yet(pack: Pack, on: date) -> Notice:
    return Notice(
        "pack_not_yet",
        Text(
            f"{pack.name.zh}（{pack.id}）自 {pack.effective_from} 起施行，不适用于 {on}",
            f"{pack.name.en} ({pack.id}) is in force from {pack.effective_from}, not on {on}",
        ),
    )


def no_longer(pack: Pack, on: date) -> Notice:
    return Notice(
        "pack_no_longer",
        Text(
            f"{pack.name.zh}（{pack.id}）有效期至 {pack.expires_on}，不适用于 {on}",
            f"{pack.name.en} ({pack.id}) was in force until {pack.expires_on}, not on {on}",
        ),
    )


def still_to_come(hearing: Hearing, today: date) -> Notice:
    """An application may be tried out before it is made; a slip in its year looks just the same."""
    (application,) = hearing.dossier.of_kind(DocumentKind.APPLICATION)
    on = hearing.judged_on
    return Notice(
        "judged_in_future",
        Text(
            f"{application.id}：申请日期 {on} 还没有到（今天 {today}），证照、协议和期限都按那一天判断；写错了请改正",
            f"{application.id}: applied on {on}, which is still to come (today is {today}); permits, agreements and "
            "terms were judged as of that day; correct it if it is a slip",
        ),
        application.locate((DocumentKind.APPLICATION, "applied_on")),
    )
