"""What is told of tables that were found: how they were taken, so that a wrong guess shows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from wicheck.claims.asides import Aside, Kind
from wicheck.claims.headers import Header
from wicheck.claims.naming import FLAG, Naming
from wicheck.claims.tables import Table
from wicheck.errors import InputError
from wicheck.model import Location, Notice, Text
from wicheck.tabular.encodings import Encoding

_SHOWN = 20
_ENCODINGS = {
    Encoding.UTF_8_MARKED: Text("UTF-8（带 BOM）", "UTF-8 with a byte order mark"),
    Encoding.GB18030: Text("GB18030（GBK）", "GB18030 (GBK)"),
    Encoding.UTF_16: Text("UTF-16", "UTF-16"),
}

_ASIDES = {
    Kind.TOTAL: Text("合计", "totals"),
    Kind.HEADER: Text("重复的表头", "the header again"),
    Kind.REMARK: Text("说明", "remarks"),
}


def told_of_encoding(encoding: Encoding, shown: str) -> Notice:
    name = _ENCODINGS[encoding]
    return Notice("table_encoding", Text(f"编码：{name.zh}", f"read as {name.en}"), Location(shown))


def told_of_asides(asides: Sequence[Aside], shown: str) -> Iterator[Notice]:
    """Rows that were not taken for records, once a file, so that a wrong guess shows. Nobody misses an empty one."""
    rows = {kind: [aside.row for aside in asides if aside.kind is kind] for kind in _ASIDES}
    said = [(_ASIDES[kind], found) for kind, found in rows.items() if found]
    if said:
        zh = "、".join(f"{words.zh} {len(found)} 行（第 {_rows(found, '、')} 行）" for words, found in said)
        en = "; ".join(f"{words.en} (row {_rows(found, ', ')})" for words, found in said)
        yield Notice("rows_left_out", Text(f"没有当作记录的：{zh}", f"not taken for records: {en}"), Location(shown))


def told_of_joined(sheets: Sequence[str], shown: str) -> Notice:
    zh, en = "、".join(sheets), ", ".join(sheets)
    return Notice(
        "sheets_joined", Text(f"表头相同，一并读取的工作表：{zh}", f"sheets read as one: {en}"), Location(shown)
    )


def told_of_others(names: Sequence[str], folder: str, at: Location) -> Notice:
    """Within a folder that was read: its files are each named where something is told of them."""
    listed = "、".join(names[:_SHOWN]) + (f" 等 {len(names)} 个" if len(names) > _SHOWN else "")
    english = ", ".join(names[:_SHOWN]) + (f" ... ({len(names)})" if len(names) > _SHOWN else "")
    text = Text(f"文件夹“{folder}”里没有读的：{listed}", f'not read in the folder "{folder}": {english}')
    return Notice("files_unused", text, at)


def told_of_more(names: Sequence[str], folder: str, table: Table, at: Location) -> Notice:
    title, zh, en = table.keys_zh[0], "、".join(names[:_SHOWN]), ", ".join(names[:_SHOWN])
    said = Text(
        f"文件夹“{folder}”里的 {zh} 可能也是“{title}”，没有读，所以用到“{title}”的规则都不算符合："
        "是的，把表格移到这个文件夹里（压缩的先解压，别的格式另存为 .xlsx）；不是的，移走",
        f"{en} in the folder {folder} may be more of {table.name} and was not read, so that no rule on {table.name} "
        "passes: put the tables into the folder itself (unpacked, as .xlsx) if they belong there, else take them away",
    )
    return Notice("files_doubtful", said, at)


def told_of_unused(sheets: Sequence[str], shown: str) -> Notice:
    zh, en = "、".join(sheets), ", ".join(sheets)
    return Notice("sheets_unused", Text(f"没有读的工作表：{zh}", f"sheets not read: {en}"), Location(shown))


def told_of_doubtful(sheet: str, table: Table, shown: str) -> Notice:
    title = table.keys_zh[0]
    said = Text(
        f"工作表“{sheet}”也像“{title}”，没有读，所以用到“{title}”的规则都不算通过：是的，把表头改成一样；不是的，删掉它",
        f"the sheet {sheet} looks like {table.name} too and was not read, so that no rule on {table.name} passes: "
        "give it the same header if it belongs there, remove it if not",
    )
    return Notice("sheet_doubtful", said, Location(shown))


def _rows(numbers: Sequence[int], sign: str) -> str:
    return sign.join(map(str, numbers[:_SHOWN])) + (" ..." if len(numbers) > _SHOWN else "")


def told_of_formulas(shown: str) -> Notice:
    text = Text(
        "有公式出错的单元格（#N/A 等），但看不出是哪些，它们会当作没有填写；请用 Excel 或 WPS 另存为 .xlsx 再试",
        "formulas failed (#N/A) in cells that look as if nobody had filled them in: save the workbook as .xlsx",
    )
    return Notice("formulas_unseen", text, Location(shown))


def told_of_uncomputed(rows: Sequence[int], shown: str) -> Iterator[Notice]:
    if rows:
        text = Text(
            f"有公式没有保存结果，按未填写处理：{len(rows)} 行（第 {_rows(rows, '、')} 行）；"
            "请用 Excel 或 WPS 打开，再保存一次",
            f"formulas whose result was not saved, taken as not given: {len(rows)} rows (row {_rows(rows, ', ')}); "
            "open the workbook in a spreadsheet program and save it again",
        )
        yield Notice("formulas_not_computed", text, Location(shown))


def told_of_header(header: Header, table: Table, shown: str) -> Iterator[Notice]:
    """Whose names the columns have, and which of them nobody knows; once a file."""
    if header.naming:
        yield Notice("table_naming", _named_as(header.naming), Location(shown))
    if header.unexplained:
        yield Notice("flag_unexplained", _FLAG_UNEXPLAINED, Location(shown))
    nameless = [Text(f"第 {place} 列（没有列名）", f"column {place} (no name)") for place in header.nameless]
    names = [*(_unknown(name, header) for name in header.unknown), *nameless]
    if names:
        listed = "、".join(name.zh for name in names[:_SHOWN]) + (f" 等 {len(names)} 列" if len(names) > _SHOWN else "")
        english = ", ".join(name.en for name in names[:_SHOWN]) + (
            f" ... ({len(names)})" if len(names) > _SHOWN else ""
        )
        text = Text(
            f"没有使用的列（{table.title.zh}表不认识）：{listed}。"
            "其中有要用的，把列名改成 wicheck init --claims 写出的空白表里的，或者写一份列名对照（mapping/v1）",
            f"columns not used: {english}. Where one is wanted, name it as wicheck init --claims does,"
            " or write a mapping (mapping/v1)",
        )
        yield Notice("columns_unknown", text, Location(shown))


def _unknown(name: str, header: Header) -> Text:
    """A column that is not used; where it may be one with a slip, which."""
    meant = header.meant.get(name)
    name = name.strip()
    return Text(f"{name}（是不是“{meant}”？）", f"{name} ({meant}?)") if meant else Text(name, name)


def _named_as(naming: Naming) -> Text:
    """By its title, and the id that documents name it by. Titles are Chinese."""
    known_by = "" if naming.title.zh == naming.id else f"（{naming.id}）"
    return Text(f"列名按“{naming.title.zh}”{known_by}识别", f"columns are named as in {naming.id}")


_FLAG_UNEXPLAINED = Text(
    f"{FLAG}（非工伤标志）各地含义不同，没有使用；请在列名对照的“非工伤标志含义”里写明",
    f"{FLAG} means different things in different places and is not used; say in a mapping what it means",
)


def no_sheet(table: Table, sheets: Sequence[str], shown: str) -> InputError:
    listed = "、".join(sheets)
    return InputError(
        Text(
            f"工作簿有几张表（{listed}），看不出哪一张是{table.title.zh}",
            f"the workbook has several sheets ({', '.join(sheets)}), and none is clearly the table {table.name}",
        ),
        Location(shown),
        Text(
            f"请把那张工作表命名为“{table.keys_zh[0]}”；几张都是的，把表头改成一样，或者分别存成文件",
            f"call that sheet {table.name}; where several are, give them the same header or save each as a file",
        ),
    )


def not_parquet(shown: str) -> InputError:
    return InputError(
        Text("Parquet 文件已损坏或不完整", "the Parquet file is damaged or incomplete"),
        Location(shown),
        Text("请重新导出", "export it again"),
    )


def reserved(name: str, shown: str) -> InputError:
    return InputError(
        Text(f"不能有叫“{name}”的列", f'no column can be called "{name}"'),
        Location(shown),
        Text("请给这一列改名，或者删去", "give it another name, or leave it out"),
    )


def empty(shown: str) -> InputError:
    return InputError(
        Text("文件是空的，没有列名，也没有数据", "the file is empty: no column names, no data"),
        Location(shown),
        Text(
            "请重新导出；确实一条也没有的，第一行也要写列名",
            "export it again; where there certainly is nothing, name the columns in the first row",
        ),
    )


def no_text(shown: str) -> InputError:
    return InputError(
        Text("不是表格，也不是能读的文字", "neither a table nor text that can be read"),
        Location(shown),
        Text(
            "请用 Excel 或 WPS 打开，点「另存为」，选 .xlsx 或 CSV UTF-8",
            "open it in Excel, choose Save as and take .xlsx or CSV UTF-8",
        ),
    )
