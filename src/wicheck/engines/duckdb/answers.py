"""The child's plain replies as answers: numbers of queries become rules, numbers of files their names."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from wicheck.engines.duckdb import stops
from wicheck.engines.duckdb.process import GoneError
from wicheck.engines.interface import Answer, Failure, Judgement, Loaded, Reason, Reject, Totals
from wicheck.errors import InputError, WicheckError
from wicheck.model import Asked, Bearer, Location, Offence, Text, Verdict

Files = Mapping[str, Sequence[str]]
Words = str | Sequence[str]
"""What a reply says: the database's own words, or ours in Chinese and English."""
OUT_OF_MEMORY = Text(
    "查询要用的内存超过了上限；用 --memory 给更多，再运行一次",
    "the query needs more memory than it may use; give more with --memory, and run again",
)
_OVER_DATA = re.compile(r"(Conversion|Invalid Input|Out of Range|Invalid Type|Constraint|Mismatch Type) Error\b")
NOTHING_SETTLED: Mapping[str, Any] = {"amounts": [], "rows": []}


def loaded(reply: Mapping[str, Any]) -> Loaded:
    result = reply["result"]
    return Loaded(
        tables=result["tables"],
        rejects=tuple(Reject(*row) for row in reply["rejects"]),
        rejects_count=result["rejects"],
        losses=tuple(Reject(*row) for row in reply["losses"]),
        losses_count=result["losses"],
        cleaned=result["cleaned"],
        details=tuple(result["details"]),
    )


def bound(asked: Asked, judged_on: date) -> dict[str, Any]:
    """The values a query may be bound with; one that is a date by its figure becomes one."""
    figures = {**asked.query.parameters, **asked.query.thresholds}
    values = {
        name: date.fromisoformat(value) if value and name in figures and figures[name].type == "date" else value
        for name, value in asked.values.items()
    }
    return {**values, "rule": asked.rule, "judged_on": judged_on}


def exported(number: int, asked: Asked, hidden: Collection[str]) -> list[Any]:
    """What the child must know of a question to write its offences: the ``hidden`` evidence, and codes in words."""
    alert = asked.query.alert.zh if asked.query.alert else None
    words = {
        name: {code: word.zh for code, word in column.words.items()}
        for name, column in asked.query.evidence.items()
        if column.words
    }
    return [number, asked.rule, alert, [name for name in asked.query.evidence if name in hidden], words]


def counted(count: int | Words) -> Answer:
    if not isinstance(count, int):
        return Answer(failure=Failure(Reason.REFUSED, _said("判定的范围有错", "what it judges is faulty", count)))
    return Answer(judged=count)


def refused_here() -> Answer:
    words = Text(
        "这个系统不能限制查询占用的内存和时间，所以只运行 wicheck 自带的查询；请在 Linux 上运行这个规则包",
        "this system cannot hold a query to its memory and time, so that only wicheck's own queries run here; "
        "run this pack on Linux",
    )
    return Answer(failure=Failure(Reason.REFUSED, words))


def killed(gone: GoneError, seconds: float) -> Failure:
    if gone.late:
        return late(seconds)
    why = gone.told.why
    zh, en = f"查询使计算进程中断（{why.zh}）", f"the query broke the engine's process ({why.en})"
    return Failure(Reason.KILLED, _said(zh, en, gone.words))


def late(seconds: float) -> Failure:
    words = Text(f"查询超过 {seconds:g} 秒，已停止", f"the query was stopped after {seconds:g} seconds")
    return Failure(Reason.KILLED, words)


def ran(answer: Answer, reply: Mapping[str, Any], allowed: float) -> Answer:
    """``answer`` with what running the query, for the seconds ``allowed`` at most, came to."""
    match reply:
        case {"failed": "late"}:
            return answer._replace(failure=late(allowed))
        case {"failed": "memory"}:
            return answer._replace(failure=Failure(Reason.KILLED, OUT_OF_MEMORY))
        case {"failed": "refused", "words": words}:
            return answer._replace(
                failure=Failure(Reason.REFUSED, _said("不允许这样查询", "this query is not allowed", words))
            )
        case {"failed": _, "words": words}:
            return answer._replace(failure=Failure(Reason.ERROR, _said("查询没有完成", "the query failed", words)))
    counts = {Verdict(verdict): count for verdict, count in reply["counts"].items()}
    return answer._replace(counts=counts)


def broken(gone: GoneError) -> WicheckError:
    """The engine itself is at fault; no rule is."""
    why, hint = gone.told
    return WicheckError(_said(f"计算引擎中断：{why.zh}", f"the engine broke: {why.en}", gone.words), hint=hint)


def not_loaded(gone: GoneError) -> InputError:
    """Why the process ended that should have taken in a batch."""
    why, hint = gone.told
    return InputError(
        _said(f"费用数据读不进来：{why.zh}", f"the batch cannot be loaded: {why.en}", gone.words), hint=hint
    )


def unreadable(reply: Mapping[str, Any]) -> InputError:
    """Why a batch was not taken in, by a process that goes on."""
    said = reply.get("words", "")
    zh, en = "费用数据读不进来", "the batch cannot be loaded"
    if known := stops.of_reply(reply["failed"], said):
        return InputError(Text(f"{zh}：{known.why.zh}", f"{en}: {known.why.en}"), hint=known.hint)
    words = said or reply["failed"]
    return InputError(Text(f"{zh}：{words}", f"{en}: {words}"), hint=Text("检查数据文件", "look at the files"))


def kept(reply: dict[str, Any]) -> dict[str, Any]:
    """A reply to what must not fail."""
    if "failed" in reply:
        said = reply.get("words", "")
        why, hint = stops.of_reply(reply["failed"], said) or stops.FAULT
        raise WicheckError(_said(f"计算引擎中断：{why.zh}", f"the engine broke: {why.en}", said), hint=hint)
    return reply


def judgement(settled: Mapping[str, Any], found: Mapping[str, Answer], files: Files) -> Judgement:
    rules = list(found)
    amounts: dict[str, dict[Verdict, Decimal]] = defaultdict(dict)
    unpriced: dict[str, int] = {}
    for number, verdict, amount, unknown in settled["amounts"]:
        amounts[rules[number]][Verdict(verdict)] = amount or Decimal(0)
        if verdict == Verdict.FAIL:
            unpriced[rules[number]] = unknown
    rows: dict[str, list[Offence]] = defaultdict(list)
    for number, *row in settled["rows"]:
        rows[rules[number]].append(offence(rules[number], row, files))
    answers = {
        rule: answer._replace(amounts=amounts[rule], unpriced=unpriced.get(rule, 0), rows=tuple(rows[rule]))
        for rule, answer in found.items()
    }
    return Judgement(answers, totals(settled.get("totals", ()), settled.get("counts", (0, 0))))


def totals(rows: Iterable[Sequence[Any]], counts: Sequence[int]) -> Totals:
    bearers: dict[Bearer, Decimal] = defaultdict(Decimal)
    months: dict[str, Decimal] = defaultdict(Decimal)
    for bearer, month, amount in rows:
        bearers[Bearer(bearer)] += amount
        months[month] += amount
    return Totals(sum(bearers.values(), Decimal(0)), dict(bearers), dict(sorted(months.items())), *counts)


def offence(rule: str, row: Sequence[Any], files: Files) -> Offence:
    """A row as ``money`` gives it, without the number of its query."""
    claim_id, line_number, table, file_number, file_line, verdict, amount, bearer, evidence = row
    names = files.get(table, ())
    place = None
    if file_number is not None and file_number <= len(names):
        place = Location(names[file_number - 1], row=file_line)
    known = {name: value for name, value in json.loads(evidence).items() if value is not None}
    return Offence(rule, claim_id, line_number, Verdict(verdict), amount, Bearer(bearer), known, place)


def _said(zh: str, en: str, words: Words) -> Text:
    """Our own words are in both languages. The database speaks English only; its first lines say what is wrong, and
    after them what it would advise.

    Of what it stumbled over in the data only the kind of mistake is told: its words repeat the cell.
    """
    if not words:
        return Text(zh, en)
    if not isinstance(words, str):
        return Text(f"{zh}：{words[0]}", f"{en}: {words[1]}")
    said = words.split("\n\n", maxsplit=1)[0]
    if over_data := _OVER_DATA.match(said):
        return Text(
            f"{zh}：{over_data[0]}（数据里有的值不合查询的要求）", f"{en}: {over_data[0]} (over a value in the data)"
        )
    return Text(f"{zh}：{said}", f"{en}: {said}")
