"""Settings, waivers, attestations and calendars, loaded only from paths that somebody named. Uses our own schemas."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from wicheck.documents.schemas import Schemas
from wicheck.documents.settings import Settings
from wicheck.documents.sidecars import Sidecars, load_sidecars
from wicheck.model import Attestor, DocumentKind

Load = Callable[..., Sidecars]

EVIDENCE = b"what was seen on the spot"
DIGEST = hashlib.sha256(EVIDENCE).hexdigest()

ATTESTATION = f"""wicheck: attestations/v1
编号: 认定
认定:
  - 规则: ningxia-6-2/beds_min_50
    对象: 甲
    结论: 符合
    认定人: {{姓名: 何示例, 单位: 某经办机构, 身份: 经办机构}}
    认定日期: 2026-03-10
    有效期至: 2027-03-09
    证明文件: {{文件: 证据/记录.txt, 校验值: {DIGEST}}}
"""
WAIVER = """wicheck: waivers/v1
编号: 豁免
豁免:
  - 规则: ningxia-6-2/beds_min_50
    对象: 甲
    理由: 新病房年内交付
    决定机关: 某局
    批准人: 吕示例
    决定日期: 2026-03-10
    到期日期: 2026-12-31
"""
SETTINGS = """wicheck: settings/v1
编号: 口径
口径:
  - {规则: ningxia-6-2/area, 最低值: 5.5, 经办机构: 某中心, 依据机关: 某局, 文件: 某文, 日期: 2026-03-10}
阈值:
  - {名称: long_stay_days, 数值: 30}
限额: {单个文件大小: 20}
"""


@pytest.fixture(scope="module")
def own_schemas() -> Schemas:
    return Schemas()


@pytest.fixture
def load(own_schemas: Schemas, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Load:
    """Loads texts by kind, each from a file of its own, with the evidence beside them."""

    def read(evidence: bytes | None = EVIDENCE, **texts: str) -> Sidecars:
        monkeypatch.chdir(tmp_path)
        if evidence is not None:
            (tmp_path / "证据").mkdir(exist_ok=True)
            (tmp_path / "证据" / "记录.txt").write_bytes(evidence)
        named: dict[DocumentKind, list[Path]] = {}
        for kind, text in texts.items():
            (tmp_path / f"{kind}.yaml").write_text(text, encoding="utf-8")
            named[DocumentKind(kind)] = [Path(f"{kind}.yaml")]
        return load_sidecars(named, own_schemas)

    return read


def said(sidecars: Sidecars) -> list[str]:
    return [f"{error.location}: {error.message.zh}" for error in sidecars.errors]


def test_no_table_is_offered_where_none_is_read(load: Load) -> None:
    hints = [
        error.hint.zh
        for error in load(waivers="wicheck: waivers/v1\n编号: 豁免\n豁免: 豁免.xlsx\n").errors
        if error.hint
    ]
    assert "请另起一行，每项以“- ”开头；没有的写“无”" in hints


def test_nothing_named_is_nothing_set(load: Load) -> None:
    loaded = load()
    assert loaded.settings == Settings()
    assert (loaded.waivers, loaded.attestations, loaded.calendars, loaded.errors) == ((), (), (), ())


def test_an_attestation_with_its_evidence(load: Load) -> None:
    loaded = load(attestations=ATTESTATION)
    assert loaded.errors == ()
    (attestation,) = loaded.attestations
    assert attestation.met
    assert attestation.by == "何示例"
    assert attestation.capacity is Attestor.AGENCY
    assert (attestation.attested_on, attestation.valid_until) == (date(2026, 3, 10), date(2027, 3, 9))
    assert str(attestation.location) == "attestations.yaml:4:5"
    assert [file.name for file in loaded.files] == ["attestations.yaml"]


def test_a_negative_conclusion_is_not_met(load: Load) -> None:
    (attestation,) = load(attestations=ATTESTATION.replace("结论: 符合", "结论: 不符合")).attestations
    assert not attestation.met


def test_an_attestation_that_ends_before_it_is_made_is_an_error(load: Load) -> None:
    loaded = load(attestations=ATTESTATION.replace("有效期至: 2027-03-09", "有效期至: 2020-01-01"))
    assert [text.partition(" 晚于")[2] for text in said(loaded)] == ["有效期 2020-01-01"]
    assert loaded.attestations == ()


def test_missing_evidence_is_an_error(load: Load) -> None:
    loaded = load(evidence=None, attestations=ATTESTATION)
    assert said(loaded) == ["attestations.yaml:4:5: 打不开证明文件“证据/记录.txt”"]
    assert loaded.attestations == ()


@pytest.mark.parametrize("digest", [DIGEST, hashlib.sha256(b"").hexdigest()])
def test_an_empty_file_proves_nothing_even_where_its_digest_is_right(load: Load, digest: str) -> None:
    loaded = load(evidence=b"", attestations=ATTESTATION.replace(DIGEST, digest))
    assert said(loaded) == ["attestations.yaml:4:5: 证明文件“证据/记录.txt”是空的，什么也证明不了"]
    assert loaded.attestations == ()


def test_a_digest_in_capitals_is_the_same(load: Load) -> None:
    (attestation,) = load(attestations=ATTESTATION.replace(DIGEST, DIGEST.upper())).attestations
    assert attestation.evidence_sha256 == DIGEST


def test_changed_evidence_is_an_error_that_tells_its_digest(load: Load) -> None:
    loaded = load(evidence=b"something else", attestations=ATTESTATION)
    assert said(loaded) == ["attestations.yaml:4:5: 证明文件“证据/记录.txt”与认定时不是同一份"]
    (error,) = loaded.errors
    assert error.hint is not None
    assert hashlib.sha256(b"something else").hexdigest() in error.hint.zh
    assert loaded.attestations == ()


def test_an_entry_is_called_what_its_list_is(load: Load) -> None:
    told = said(load(waivers="wicheck: waivers/v1\n编号: 豁免\n豁免:\n- 1\n"))
    assert told
    assert [each for each in told if "“豁免”（waivers）" not in each] == []


def test_a_waiver_lacking_anything_is_invalid(load: Load) -> None:
    loaded = load(waivers=WAIVER.replace("    批准人: 吕示例\n", ""))
    assert said(loaded) == ["waivers.yaml:4:5: 缺少“批准人”（approver）"]
    assert loaded.waivers == ()


def test_a_waiver(load: Load) -> None:
    (waiver,) = load(waivers=WAIVER).waivers
    assert (waiver.rule, waiver.subject, waiver.approver) == ("ningxia-6-2/beds_min_50", "甲", "吕示例")
    assert (waiver.issued_on, waiver.expires_on) == (date(2026, 3, 10), date(2026, 12, 31))


def test_settings(load: Load) -> None:
    settings = load(settings=SETTINGS).settings
    assert settings.figures == {"ningxia-6-2/area": Decimal("5.5")}
    assert [(each.name, each.number) for each in settings.thresholds] == [("long_stay_days", Decimal(30))]
    assert settings.limits.max_bytes == 20 * 1024 * 1024
    assert settings.readings[0].issued_on == date(2026, 3, 10)


def test_a_reading_has_exactly_one_figure(load: Load) -> None:
    for figures in ("", "最低值: 5, 最高值: 7, "):
        loaded = load(settings=SETTINGS.replace("最低值: 5.5, ", figures))
        assert said(loaded) == ["settings.yaml:4:5: 规则 ningxia-6-2/area 的口径要有一个数值"]
        assert loaded.settings.figures == {}


def test_a_reading_cannot_lift_a_demand(load: Load) -> None:
    loaded = load(settings=SETTINGS.replace("最低值: 5.5, ", "最低值: 0, "))
    assert said(loaded) == ["settings.yaml:4:5: 规则 ningxia-6-2/area 的口径为 0，等于不作要求"]
    assert loaded.settings.figures == {}


def test_the_same_thing_set_twice_is_an_error(load: Load) -> None:
    reading = SETTINGS.splitlines()[3]
    threshold = SETTINGS.splitlines()[5]
    text = SETTINGS.replace(reading, f"{reading}\n{reading}").replace(threshold, f"{threshold}\n{threshold}")
    assert said(load(settings=text)) == [
        "settings.yaml:5:5: “ningxia-6-2/area”已在 settings.yaml:4:5 写过",
        "settings.yaml:8:5: “long_stay_days”已在 settings.yaml:7:5 写过",
    ]


def test_a_document_named_for_another_kind_is_an_error(load: Load) -> None:
    loaded = load(waivers=SETTINGS)
    assert said(loaded) == ["waivers.yaml:1:1: 这里应是 waivers/v1 文件，这份却是 settings/v1"]
    assert loaded.settings == Settings()


def test_a_calendar_is_handed_on(load: Load) -> None:
    year = "{年份: 2027, 放假日期: [2027-01-01], 调休上班日期: 无, 依据: 通知}"
    text = f"wicheck: calendar/v1\n编号: 放假\n年度: [{year}]\n"
    (calendar,) = load(calendar=text).calendars
    assert calendar.data["years"][0]["working_weekends"] == []
