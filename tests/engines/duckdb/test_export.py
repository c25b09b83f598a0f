"""Every offence of a judgement, in a file or one after the other."""

import csv
import json

from wicheck.model import EvidenceColumn, Text, same

from .asking import asked, batch, judge, line, offending


def test_all_offences_are_exported_with_the_text_for_the_institution(engine, tmp_path):
    lines = [line(str(number), amount=str(number), doctor="某某") for number in range(1, 6)]
    text = offending().replace(" FROM", ", amount AS price, doctor, department FROM")
    question = asked(text, evidence=["price", "doctor", "department"], alert="{price} 元 {doctor} {department}")
    judge(engine, batch(lines=lines), question)

    count = engine.export(tmp_path / "offences.csv", hidden={"doctor"})

    with (tmp_path / "offences.csv").open(encoding="utf-8", newline="") as file:
        rows = sorted(csv.DictReader(file), key=lambda row: row["line_number"])
    assert count == len(rows) == 5
    assert rows[4]["alert"] == "5 元 *** —"
    assert json.loads(rows[4]["evidence"]) == {"price": "5", "doctor": "***", "department": None}
    assert (rows[4]["file"], rows[4]["row"], rows[4]["rule"]) == ("batch.yaml", "14", "r/a")
    assert [path.name for path in tmp_path.iterdir()] == ["offences.csv"]


def test_a_code_is_written_in_words_in_the_text_for_the_institution(engine, tmp_path):
    text = offending().replace(" FROM", ", CASE WHEN amount > 1 THEN 'away' ELSE '别的' END AS reason FROM")
    question = asked(text, evidence=["reason"], alert="情形：{reason}")
    told = EvidenceColumn(same("reason"), words={"away": Text("离院期间", "while away")})
    question = question._replace(query=question.query._replace(evidence={"reason": told}))
    judge(engine, batch(lines=[line("1", amount="1"), line("2", amount="2")]), question)

    engine.export(tmp_path / "offences.csv")

    with (tmp_path / "offences.csv").open(encoding="utf-8", newline="") as file:
        alerts = {row["line_number"]: row["alert"] for row in csv.DictReader(file)}
    assert alerts == {"1": "情形：别的", "2": "情形：离院期间"}


def test_all_offences_can_be_read_one_after_the_other(engine):
    judge(engine, batch(lines=[line(str(number), amount=str(number)) for number in range(1, 6)]), asked(offending()))

    assert [row.amount for row in engine.offences()] == [5, 4, 3, 2, 1]


def test_without_offences_the_export_has_no_rows_but_its_columns(engine, tmp_path):
    judge(engine, batch(lines=[line("1")]), asked(offending(condition="false")))

    assert engine.export(tmp_path / "none.csv") == 0
    assert (tmp_path / "none.csv").read_text("utf-8").startswith("rule,claim_id,")
    assert list(engine.offences()) == []
