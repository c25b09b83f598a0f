"""Billing rules: a query over a batch of claims returns the rows that offend.

The rule names the query; the query's file says in words what is an offence, what is none, what makes a row unknown
and who bears the money. The kind only declares: an engine runs the query, and one finding tells the batch's counts.
Any certain offence is a failure; without one a row that lacks a fact leaves the batch unknown, and so does a row or a
file that could not be read in a table that the query names. Then come rows that wait for a person, then suspicions. A
batch without anything to judge is not applicable, never met.

```yaml
price_above_ceiling:
  check: sql
  query: price_above_ceiling
  bearer: institution
```

Its parameters and thresholds are bound by name, and beside them ``$rule``, ``$judged_on`` and, for each table,
``$unread_lines`` (how many of its rows and files could not be read). What is not found may be what could not be read: a
query that fails for want of something in other tables names them in its header (``absence: [orders]``), and whatever
would have failed is unknown where rows or files of one of them are lost. Where only some of its offences hang on that,
the text asks ``$unread_orders`` itself. Beside that an offence that a row kept aside may take back (a refund, an order,
a transfer of the same claim, visit or worker) is unknown, and its evidence names the row: its file and line.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from wicheck.checks.support.arguments import closed
from wicheck.model import Answer, Bearer, Binder, CheckKind, Decide, Message, Outcome, Record, Text, Verdict, same

CLEAN = Message("sql.clean", Text("共判定 {judged} 条，没有发现问题", "rows judged: {judged}; nothing to object"))
FOUND = Message(
    "sql.found",
    Text(
        "{fail} 处不符合{risk}（共判定 {judged} 条）",
        "offences: {fail}{risk} (rows judged: {judged})",
    ),
)
FOUND_AND_UNKNOWN = Message(
    "sql.found_and_unknown",
    Text(
        "{fail} 处不符合{risk}；另有 {unknown} 处资料不足（共判定 {judged} 条）",
        "offences: {fail}{risk}; besides, rows that lack a fact: {unknown} (rows judged: {judged})",
    ),
)
AT_RISK = Text("，涉及 {amount} 元", ", {amount} yuan at risk")
UNKNOWN_ROWS = Message(
    "sql.unknown_rows",
    Text(
        "{unknown} 处资料不足，无从判定（共判定 {judged} 条）",
        "rows that lack a fact: {unknown} (rows judged: {judged})",
    ),
)
UNREAD = Message(
    "sql.unread",
    Text(
        "{unread}没有读懂，没有参加判断，所以不能断定符合；其余 {judged} 条中{found}",
        "not read and not judged: {unread}, so that it cannot be decided; of {judged} others: {found}",
    ),
)
FOUND_AND_UNREAD = Message(
    "sql.found_and_unread",
    Text(
        "{fail} 处不符合{risk}；另外{unread}没有读懂，没有参加判断{open}（共判定 {judged} 条）",
        "offences: {fail}{risk}; besides, not read and not judged: {unread}{open} (rows judged: {judged})",
    ),
)
REVIEW_ROWS = Message(
    "sql.review_rows",
    Text("{review} 处须由人认定（共判定 {judged} 条）", "rows for a person to judge: {review} (rows judged: {judged})"),
)
SUSPECT_ROWS = Message(
    "sql.suspect_rows",
    Text("{suspect} 处疑点（共判定 {judged} 条）", "rows that ask for a look: {suspect} (rows judged: {judged})"),
)
ABSENT = Message("sql.absent", Text("没有提供：{labels}，无从判定", "not given: {labels}; it cannot be decided"))
NOTHING_TO_COMPARE = Message(
    "sql.nothing_to_compare", Text("没有提供：{labels}，无可核对", "not given: {labels}; there is nothing to compare")
)
NO_THRESHOLD = Message("sql.no_threshold", Text("须先设定阈值：{names}", "a threshold must be set first: {names}"))
EMPTY = Message("sql.empty", Text("本批没有属于本条判定范围的费用", "the batch holds nothing that this rule judges"))
BROKE = Message("sql.broke", Text("查询未能完成：{what}", "the query did not complete: {what}"))
NO_ENGINE = Message("sql.no_engine", Text("没有运行费用查询", "no engine ran the billing queries"))
ROWS_UNREAD = Text("有 {count} 行", "rows: {count}")
FILES_UNREAD = Text("有 {count} 个文件", "files: {count}")
BESIDES = Text("，还有{found}", "; moreover {found}")
MEND_ROWS = Text(
    "改正没有读懂的行或文件，重新导出，再查一次；明细里写明哪一行可能改变结论",
    "mend the rows or files that were not read, export them again, and check again; offences say which row may matter",
)
NOTHING_FOUND = Text("没有发现问题", "nothing to object")
OPEN = {
    Verdict.UNKNOWN: Text("{count} 处资料不足", "lacking a fact: {count}"),
    Verdict.REVIEW: Text("{count} 处须由人认定", "for a person to judge: {count}"),
    Verdict.SUSPECT: Text("{count} 处疑点", "asking for a look: {count}"),
}
BATCH = ("claims",)
_SEVERITY = (Verdict.FAIL, Verdict.UNKNOWN, Verdict.REVIEW, Verdict.SUSPECT)
_ROWS = {
    Verdict.FAIL: FOUND,
    Verdict.UNKNOWN: UNKNOWN_ROWS,
    Verdict.REVIEW: REVIEW_ROWS,
    Verdict.SUSPECT: SUSPECT_ROWS,
}


def bind(arguments: Mapping[str, Any], binder: Binder) -> Decide:
    rule = binder.rule_id()

    def decide(record: Record) -> Outcome:
        answer = record.answers.get(rule) if record.answers else None
        return concluded(answer, binder) if answer else Outcome(Verdict.ERROR, NO_ENGINE)

    return decide


def concluded(answer: Answer, binder: Binder) -> Outcome:
    """The batch's outcome from the counts of its rows."""
    if answer.failure is not None:
        return Outcome(Verdict.ERROR, BROKE, {"what": answer.failure})
    if answer.missing:
        return lacking(answer, binder)
    if answer.thresholds and answer.judged is None:
        return Outcome(Verdict.REVIEW, NO_THRESHOLD, {"names": _names(answer)})
    counted(answer)
    return _judged(answer)


def _judged(answer: Answer) -> Outcome:
    worst = next((verdict for verdict in _SEVERITY if answer.counts.get(verdict)), None)
    if worst is Verdict.REVIEW and answer.thresholds:
        return Outcome(worst, NO_THRESHOLD, {"names": _names(answer)}, observed=answer.counts[worst], evidence=(BATCH,))
    if answer.unread_rows or answer.unread_files:
        return _with_unread(answer)
    if worst is None:
        return _nothing_found(answer)
    message = FOUND_AND_UNKNOWN if worst is Verdict.FAIL and answer.counts.get(Verdict.UNKNOWN) else _ROWS[worst]
    return Outcome(worst, message, _values(answer), observed=answer.counts[worst], evidence=(BATCH,))


def _with_unread(answer: Answer) -> Outcome:
    """What could not be read may offend, whoever allowed that it is left out: only what is certain stays so.

    Of what fails the engine has left that alone which no row that was not read may take back.
    """
    rows = [ROWS_UNREAD.filled({"count": answer.unread_rows})] if answer.unread_rows else []
    files = [FILES_UNREAD.filled({"count": answer.unread_files})] if answer.unread_files else []
    values = {**_values(answer), "unread": _listed([*rows, *files])}
    found = [OPEN[verdict].filled({"count": count}) for verdict in OPEN if (count := answer.counts.get(verdict))]
    if failing := answer.counts.get(Verdict.FAIL):
        values["open"] = BESIDES.filled({"found": _listed(found)}) if found else same("")
        return Outcome(Verdict.FAIL, FOUND_AND_UNREAD, values, observed=failing, evidence=(BATCH,))
    values["found"] = _listed(found or [NOTHING_FOUND])
    return Outcome(Verdict.UNKNOWN, UNREAD, values, evidence=(BATCH,), remedy=MEND_ROWS)


def lacking(answer: Answer, binder: Binder) -> Outcome:
    """What a query needs is not there. A check of the data alone asks for nothing, so that nothing is missing."""
    values = {"labels": _listed([binder.label(path) for path in answer.missing])}
    if answer.query.absent is Verdict.NOT_APPLICABLE:
        return Outcome(Verdict.NOT_APPLICABLE, NOTHING_TO_COMPARE, values, evidence=(BATCH,))
    return Outcome(answer.query.absent, ABSENT, values, missing=answer.missing)


def counted(answer: Answer) -> None:
    """A query that says anything but these four verdicts is faulty: such rows must not vanish."""
    strange = sorted(set(answer.counts) - set(_SEVERITY))
    if strange:
        raise ValueError(f"{answer.query.name}: {strange}")


def _nothing_found(answer: Answer) -> Outcome:
    if not answer.judged:
        return Outcome(Verdict.NOT_APPLICABLE, EMPTY, evidence=(BATCH,))
    return Outcome(Verdict.PASS, CLEAN, {"judged": answer.judged}, evidence=(BATCH,))


def _values(answer: Answer) -> Mapping[str, Any]:
    counts: dict[str, Any] = {verdict.value: answer.counts.get(verdict, 0) for verdict in _SEVERITY}
    amount = {"amount": answer.amount.quantize(Decimal("0.01"))}
    return {**counts, "judged": answer.judged or 0, "risk": AT_RISK.filled(amount) if answer.amount else same("")}


def _listed(texts: list[Text]) -> Text:
    return Text("、".join(each.zh for each in texts), ", ".join(each.en for each in texts))


def _names(answer: Answer) -> Text:
    """The thresholds by what they are called and by the name under which settings give them."""
    figures = [(answer.query.thresholds[name].title, same(name)) for name in answer.thresholds]
    zh = "、".join(f"{title.zh}（{name.zh}）" for title, name in figures)
    return Text(zh, ", ".join(f"{title.en} ({name.en})" for title, name in figures))


KIND = CheckKind(
    name="sql",
    title=Text("费用查询", "billing query"),
    page=__doc__ or "",
    arguments=closed(
        {
            "query": {"type": "string", "pattern": "^[a-z][a-z0-9_]*$"},
            "parameters": {"type": "object"},
            "bearer": {"enum": [each.value for each in Bearer]},
        },
        required=("query",),
    ),
    messages=(
        CLEAN,
        FOUND,
        FOUND_AND_UNKNOWN,
        FOUND_AND_UNREAD,
        UNREAD,
        UNKNOWN_ROWS,
        REVIEW_ROWS,
        SUSPECT_ROWS,
        ABSENT,
        NOTHING_TO_COMPARE,
        NO_THRESHOLD,
        EMPTY,
        BROKE,
        NO_ENGINE,
    ),
    bind=bind,
)
