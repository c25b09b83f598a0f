"""Personal data that was planted into documents comes out nowhere: in no format, and in no error message.

Names, identity numbers, phones, addresses and dates of birth are planted in every place that the schemas mark, and
bank cards where none belongs. What a mask leaves in sight is not looked for.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from io import BytesIO
from itertools import groupby
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any
from zipfile import ZipFile

import pytest
from openpyxl import Workbook

from tests.cli.conftest import Call
from tests.packs.region import header, write_pack
from tests.planting import MAKERS, Garden, Put, Secret, quoted
from tests.reports.formats.writing import OF_ANYTHING
from wicheck.billing.personal import personal_columns
from wicheck.documents.schemas import Schemas
from wicheck.packs.queries import header as header_of
from wicheck.reports import writer, writer_names

SAMPLES = ("institution-zh", "application-zh", "agreement", "episode", "registry")
WITH_PEOPLE = ("institution-zh", "application-zh", "episode", "registry", "claims")
CLAIMS = ("claims", "institution-zh", "catalogue", "mapping")
PACKS = ("jinhua-2020", "ningxia-2025", "jingdezhen-2022", "shandong-2022", "wuhai-2020", "base")
CHECK = ("--on", "2026-06-01", *(word for pack in PACKS for word in ("--pack", pack)))


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    made = tmp_path / "papers"
    made.mkdir()
    return made


def plant(folder: Path, samples: Iterable[str], put: Put | None = None) -> dict[str, Secret]:
    garden = Garden(put) if put else Garden()
    secrets: dict[str, Secret] = {}
    for sample in samples:
        planted = garden.planted(sample)
        (folder / f"{sample}.yaml").write_text(planted.text, encoding="utf-8")
        secrets |= planted.secrets
    return secrets


def reports(folder: Path, names: Iterable[str] = OF_ANYTHING) -> list[str]:
    return [word for name in names for word in ("--report", f"{name}={folder / 'out' / name}")]


def everything(folder: Path) -> str:
    """All that was written, workbooks unpacked."""
    files = sorted(file for file in (folder / "out").rglob("*") if file.is_file())
    return "\n".join(unpacked(file.read_bytes()) for file in files)


def unpacked(content: bytes) -> str:
    if content.startswith(b"PAR1"):
        return rows_of(content)
    if not content.startswith(b"PK"):
        return content.decode()
    with ZipFile(BytesIO(content)) as parts:
        return "\n".join(parts.read(name).decode(errors="replace") for name in parts.namelist())


def rows_of(parquet: bytes) -> str:
    """What a Parquet file says."""
    import duckdb

    with NamedTemporaryFile(suffix=".parquet") as file:
        file.write(parquet)
        file.flush()
        with duckdb.connect() as connection:
            return str(connection.execute("FROM read_parquet($1)", [file.name]).fetchall())


def seen(secrets: dict[str, Secret], output: str) -> list[str]:
    return [path for path, secret in secrets.items() if secret.hidden in output]


def statements(folder: Path) -> dict[str, Secret]:
    """An attestation and a waiver that people have signed, with the evidence that they speak of."""
    (folder / "证据").mkdir()
    (folder / "证据" / "评定.pdf").write_text("评定记录", encoding="utf-8")
    secrets = plant(folder, ("attestations", "waivers"))
    exchange(folder / "attestations.yaml", "ningxia-6-1/leading_attested", "jinhua-3-2-4/equipment_list")
    return secrets


def exchange(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def nosy_region(root: Path, paths: Iterable[str]) -> Path:
    """A pack whose findings repeat what stands at ``paths``; those within lists no rule can name."""
    clauses = "clauses:\n"
    for kind, asked in groupby(sorted(path for path in paths if "[" not in path), lambda path: path.partition(".")[0]):
        rules = [ASKING.format(number=number, path=path) for number, path in enumerate(asked)]
        clauses += CLAUSE.format(kind=kind) + "".join(rules)
    return write_pack(root, header() + clauses)


CLAUSE = """\
- id: example-{kind}
  article: 第一条
  kind: rule
  record: {kind}
  summary: {{zh: 问, en: asks}}
  rules:
"""
ASKING = """\
    asks_{number}:
      check: one_of
      value: {path}
      allowed: [x]
      topic: asks
      title: {{zh: 问, en: asks}}
"""


@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_format_shows_anything_of_a_person(call: Call, folder: Path, tmp_path: Path, language: str) -> None:
    secrets = plant(folder, SAMPLES) | statements(tmp_path)
    exchange(folder / "institution-zh.yaml", "床位数: 60", "床位数: 40")
    signed = ("--attestations", tmp_path / "attestations.yaml", "--waivers", tmp_path / "waivers.yaml")
    code, out, err = call("check", folder, *CHECK, *signed, "-v", "--lang", language, *reports(tmp_path))
    assert (code, err) == (1, "")
    assert len(list((tmp_path / "out").iterdir())) == len(OF_ANYTHING)
    assert seen(secrets, out + everything(tmp_path)) == []


def test_who_signed_is_shown_where_that_is_asked_for(call: Call, folder: Path, tmp_path: Path) -> None:
    """Else the test above could not fail."""
    plant(folder, SAMPLES)
    exchange(folder / "institution-zh.yaml", "床位数: 60", "床位数: 40")
    secrets = statements(tmp_path)
    signed = ("--attestations", tmp_path / "attestations.yaml", "--waivers", tmp_path / "waivers.yaml")
    out = call("check", folder, *CHECK, *signed, "--show-personal", "--format", "json").out
    assert seen(secrets, out) == list(secrets)


def test_rules_that_repeat_what_they_read_do_not_give_it_away(call: Call, folder: Path, tmp_path: Path) -> None:
    secrets = plant(folder, SAMPLES)
    asked = ("check", folder, "--policies", nosy_region(tmp_path / "packs", secrets), "--pack", "example-2026")
    code, out, err = call(*asked, "-v", *reports(tmp_path))
    assert (code, err) == (1, "")
    assert seen(secrets, out + everything(tmp_path)) == []
    named = [path for path in secrets if "[" not in path]
    assert seen(secrets, call(*asked, "--show-personal", "--format", "json").out) == named


@pytest.mark.parametrize("name", OF_ANYTHING)
def test_formats_for_logs_refuse_to_show_it(call: Call, folder: Path, tmp_path: Path, name: str) -> None:
    plant(folder, SAMPLES)
    code = call("check", folder, *CHECK, "--show-personal", "-q", "--report", f"{name}={tmp_path / 'x'}").code
    assert (code == 2) is writer(name).for_ci
    assert (tmp_path / "x").exists() is not writer(name).for_ci


def test_every_format_that_is_made_for_logs_says_so() -> None:
    assert {name for name in writer_names() if writer(name).for_ci} == {"github", "junit", "markdown", "sarif"}


def as_a_list(tree: dict[str, Any], key: str, secret: str) -> None:
    tree[key] = [quoted(secret)]


def as_a_mapping(tree: dict[str, Any], key: str, secret: str) -> None:
    tree[key] = {secret: quoted(secret)}


def of_the_wrong_form(tree: dict[str, Any], key: str, secret: str) -> None:
    tree[key] = quoted(f"{secret}！？" * 20)


def under_an_unknown_key(tree: dict[str, Any], key: str, secret: str) -> None:
    tree[f"{key}x"] = quoted(secret)


def as_a_key(tree: dict[str, Any], key: str, secret: str) -> None:
    tree[secret] = quoted("是")


@pytest.mark.parametrize("sample", WITH_PEOPLE)
@pytest.mark.parametrize(
    "put", [as_a_list, as_a_mapping, of_the_wrong_form, under_an_unknown_key, as_a_key], ids=lambda put: put.__name__
)
def test_an_invalid_document_is_faulted_without_repeating_it(
    call: Call, folder: Path, tmp_path: Path, sample: str, put: Put
) -> None:
    secrets = plant(folder, [sample], put)
    code, out, err = call("check", folder, *CHECK, *reports(tmp_path))
    assert code == 3
    assert seen(secrets, out + err + everything(tmp_path)) == []
    for more in ((), ("--lang", "en"), ("--format", "json")):
        code, out, err = call("validate", folder, *more)
        assert code == 3
        assert seen(secrets, out + err) == []


ROSTER = ["姓名", "身份证号", "岗位", "职称", "经过专业培训"]
HEADERLESS, UNNAMED, UNKNOWN, TOTAL = "headerless", "unnamed", "unknown", "total"


def people(count: int = 4) -> list[tuple[Secret, Secret]]:
    return [(MAKERS["name"](number + 50), MAKERS["identity"](number + 50)) for number in range(count)]


def write_roster(folder: Path, name: str, rows: list[list[Any]]) -> None:
    """The institution's roster as a table beside its document."""
    (folder / "机构.yaml").write_text(HOSPITAL.format(name=name), encoding="utf-8")
    if name.endswith(".csv"):
        text = "".join(",".join(str("" if cell is None else cell) for cell in row) + "\n" for row in rows)
        (folder / name).write_text(text, encoding="utf-8-sig")
        return
    book = Workbook()
    assert book.active is not None
    for row in rows:
        book.active.append(row)
    book.save(folder / name)


HOSPITAL = """\
wicheck: institution/v1
编号: 名册医院
名称: 名册医院
行政区划代码: "330702"
服务类别: [康复]
人员: {{花名册: {name}, 康复医师人数: 9}}
"""


@pytest.mark.parametrize("name", ["花名册.xlsx", "花名册.csv"])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_roster_in_a_table_is_covered_like_one_in_yaml(
    call: Call, folder: Path, tmp_path: Path, name: str, language: str
) -> None:
    secrets = {text.hidden: text for person in people() for text in person}
    rows = [[who.written, number.written, "康复医师", None, "是"] for who, number in people()]
    rows[1][1] = rows[0][1]  # twice: a finding
    write_roster(folder, name, [ROSTER, *rows])
    code, out, err = call("check", folder, *CHECK, "-v", "--lang", language, *reports(tmp_path))
    assert (code, err) == (1, "")
    assert "花名册" in out
    assert seen(secrets, out + everything(tmp_path)) == []
    assert not seen(secrets, call("validate", folder).out)


@pytest.mark.parametrize("name", ["花名册.xlsx", "花名册.csv"])
@pytest.mark.parametrize("column", [*range(5), HEADERLESS, UNNAMED, UNKNOWN, TOTAL])
def test_an_invalid_table_is_faulted_without_repeating_it(
    call: Call, folder: Path, tmp_path: Path, name: str, column: int | str
) -> None:
    secrets = {which: MAKERS[which](77) for which in ("name", "identity", "phone", "card", "address")}
    write_roster(folder, name, badly([secret.written for secret in secrets.values()], column))
    told = [
        call("validate", folder),
        call("validate", folder, "--lang", "en"),
        call("check", folder, "-q", *reports(tmp_path)),
    ]
    assert {each.code for each in told} == {3}
    assert seen(secrets, "".join(each.out + each.err for each in told) + everything(tmp_path)) == []


def badly(secrets: list[str], column: int | str) -> list[list[Any]]:
    """A roster with each secret in that column, beside one that is wrong anyway; or where no column is."""
    person = ["张示例", "999999198001010011", "康复医师", "主任医师", "五十张"]
    match column:
        case int():
            return [ROSTER, *([*person[:column], secret, *person[column + 1 :]] for secret in secrets), person]
        case "headerless":
            return [secrets, secrets]
        case "unnamed":
            return [[*ROSTER, None], *([*person, secret] for secret in secrets)]
        case "unknown":
            return [[*ROSTER, *secrets], [*person, *secrets]]
    return [ROSTER, person, *([f"制表人：{secret}"] for secret in secrets), [*secrets[:4], "合计"]]


BROKEN = [
    "  name：{}\n",
    '  name: "{}\n',
    "  name: *{}\n",
    "  name: &{} x\n",
    "  name: !{} x\n",
    "  name: @{}\n",
    "  name: `{}\n",
    "  name: {}: x\n",
    "  {}\n",
    "  - {}\n",
    "\tname: {}\n",
    "  name: [{}\n",
    "  name: {{{}\n",
    "  ? {}\n",
    "  name: |2{}\n",
    "  name: {0}\n  name: {0}\n",
    "  name: %{}\n",
    "  <<: {}\n",
    "  name: {}\n identity_number: 1\n",
    "  [{}]: x\n",
]


@pytest.mark.parametrize("line", BROKEN)
def test_what_is_no_yaml_is_faulted_without_repeating_it(call: Call, folder: Path, tmp_path: Path, line: str) -> None:
    secrets = {name: maker(7) for name, maker in MAKERS.items()}
    for secret in secrets.values():
        content = "wicheck: institution/v1\nid: a\nhead:\n" + line.format(secret.written)
        (folder / "broken.yaml").write_text(content, encoding="utf-8")
        told = [call("validate", folder), call("check", folder, "-q", *reports(tmp_path))]
        assert {each.code for each in told} == {3}
        assert seen(secrets, "".join(each.out + each.err for each in told) + everything(tmp_path)) == []


@pytest.mark.parametrize("key", ["level", "opened_on", "service_kinds", "sites", "ownership_typo"])
def test_numbers_of_people_in_a_wrong_place_are_not_repeated(
    call: Call, folder: Path, tmp_path: Path, key: str
) -> None:
    secrets = {name: MAKERS[name](7) for name in ("identity", "phone", "card")}
    for secret in secrets.values():
        content = f'wicheck: institution/v1\nid: a\n{key}: "{secret.written}"\n'
        (folder / "wrong.yaml").write_text(content, encoding="utf-8")
        told = [call("validate", folder), call("check", folder, "-q", *reports(tmp_path))]
        assert {each.code for each in told} == {3}
        assert seen(secrets, "".join(each.out + each.err for each in told) + everything(tmp_path)) == []


WRONG_PLACES = [
    *("level: {}", "opened_on: {}", "service_kinds: [{}]", "rehabilitation: {{ward: {{beds_count: {}}}}}"),
    *(f"staff: {{{{roster: [{{{{{key}: {{}}}}}}]}}}}" for key in ("rank", "role", "full_time", "trained")),
]
NAMES = ("欧阳植", "张三", "李四·买买提", "Zhang Wei", "zhangwei", "王二麻子的家属", "一位姓赵的先生")


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("entry", WRONG_PLACES)
def test_a_name_where_a_rank_or_a_day_is_due_is_not_repeated(
    call: Call, folder: Path, tmp_path: Path, name: str, entry: str
) -> None:
    content = entry.format(f'"{name}"')
    (folder / "wrong.yaml").write_text(f"wicheck: institution/v1\nid: a\n{content}\n", encoding="utf-8")
    told = [
        call("validate", folder),
        call("validate", folder, "--lang", "en"),
        call("check", folder, "-q", *reports(tmp_path)),
    ]
    assert {each.code for each in told} == {3}
    output = "".join(each.out + each.err for each in told) + everything(tmp_path)
    assert name not in output
    assert f"写的内容（{len(name)} 个字）" in output


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        ("level: 三等", "“三等”"),
        ("level: 三级甲等医院", "“三级甲等医院”"),
        ("opened_on: 2026年13月", "“2026年13月”"),
        ("rehabilitation: {ward: {beds_count: 五十张}}", "“五十张”"),
        ("rehabilitation: {ward: {beds_count: 约50}}", "“约50”"),
        ("ownership: 公立医院", "“公立医院”"),
    ],
)
def test_what_can_be_nobody_s_name_is_repeated(call: Call, folder: Path, entry: str, said: str) -> None:
    (folder / "wrong.yaml").write_text(f"wicheck: institution/v1\nid: a\n{entry}\n", encoding="utf-8")
    code, out, err = call("validate", folder)
    assert code == 3
    assert said in out + err


BATCH_PACK = """\
- id: example-claims
  article: 第一条
  kind: rule
  record: claims
  stage: performance
  summary: {zh: 问, en: asks}
  rules:
"""
BATCH_RULE = """\
    asks_{number}:
      check: sql
      query: asks_{number}
      topic: asks
      title: {{zh: 问, en: asks}}
"""
QUERY = """\
/*
title: {{zh: 问, en: asks}}
offence: {{zh: 有, en: any}}
bearer: fund
judges: claims
needs: {{{table}: [{column}]}}
evidence:
  {column}: {{zh: 甲, en: a}}
  renamed: {{zh: 乙, en: b}}
alert: {{zh: "{{{column}}}、{{renamed}}", en: "{{{column}}}, {{renamed}}"}}
*/
SELECT c.claim_id, CAST(NULL AS BIGINT) AS line_row, 'fail' AS verdict, CAST(1 AS DECIMAL(18,6)) AS amount,
       t.{column}, t.{column} AS renamed
FROM claims AS c CROSS JOIN {table} AS t
"""


def nosy_queries(root: Path) -> Path:
    """A pack whose queries show every personal column of claims, under its own and under another name."""
    found = personal_columns(Schemas()).by_table
    columns = [(table, column) for table, names in found.items() for column in names]
    made = write_pack(root, header() + "clauses:\n" + BATCH_PACK + "".join(map(asking, range(len(columns)))))
    (folder,) = (path.parent for path in made.rglob("pack.yaml"))
    (folder / "sql").mkdir()
    for number, (table, column) in enumerate(columns):
        (folder / "sql" / f"asks_{number}.sql").write_text(QUERY.format(table=table, column=column), encoding="utf-8")
    return made


def asking(number: int) -> str:
    return BATCH_RULE.format(number=number)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_queries_that_show_persons_do_not_give_them_away(
    call: Call, folder: Path, tmp_path: Path, language: str
) -> None:
    secrets = plant(folder, CLAIMS)
    tables = {path: secret for path, secret in secrets.items() if path.startswith("claims.")}
    assert len(tables) >= 6
    asked = ("check", folder, "--policies", nosy_queries(tmp_path / "packs"), "--pack", "example-2026")
    code, out, err = call(*asked, "-v", "--lang", language, *reports(tmp_path, writer_names()))
    assert (code, err) == (1, "")
    assert seen(secrets, out + everything(tmp_path)) == []
    told = json.loads((tmp_path / "out" / "json").read_text(encoding="utf-8"))["billing"]
    (nosy,) = (batch for batch in told if batch["pack"] == "example-2026")
    assert all(rule["offences"] for rule in nosy["rules"])
    assert seen(tables, call(*asked, "--show-personal", "--format", "json").out) == list(tables)


def test_our_own_rules_tell_nothing_of_the_people_in_claims(call: Call, folder: Path, tmp_path: Path) -> None:
    secrets = plant(folder, CLAIMS)
    code, out, err = call("check", folder, *CHECK, "-v", *reports(tmp_path, writer_names()))
    assert (code, err) == (1, "")
    assert seen(secrets, out + everything(tmp_path)) == []


@pytest.mark.parametrize("kind", ["INTEGER", "DATE", "TIMESTAMP", "DECIMAL(18,6)", "BOOLEAN"])
def test_a_query_that_stumbles_over_a_person_does_not_say_over_whom(
    call: Call, folder: Path, tmp_path: Path, kind: str
) -> None:
    secrets = plant(folder, CLAIMS)
    packs = nosy_queries(tmp_path / "packs")
    for file in packs.rglob("*.sql"):
        exchange(file, f"t.{column_of(file)} AS renamed", f"CAST('·' || t.{column_of(file)} AS {kind}) AS renamed")
    asked = ("check", folder, "--policies", packs, "--pack", "example-2026")
    code, out, err = call(*asked, "-v", *reports(tmp_path, [name for name in writer_names() if name != "notice"]))
    assert code == 2
    assert "查询没有完成" in "".join(out.split())
    assert seen(secrets, out + err + everything(tmp_path)) == []


def column_of(file: Path) -> str:
    return next(iter(header_of(file.read_text(encoding="utf-8"), file.name).data["evidence"]))
