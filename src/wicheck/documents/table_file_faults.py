"""What is said of the file that a list names, where it is no table that can be read."""

from __future__ import annotations

from collections.abc import Sequence

from wicheck.errors import InputError, why
from wicheck.model import Location, Text

_TOO_MUCH = Text("请删去用不着的内容，或在设置里提高上限", "take out what is of no use, or raise the limit in settings")
_SAVE_AS = Text(
    "请用 Excel 或 WPS 打开，去掉密码，另存为 .xlsx 或 CSV UTF-8，再改写这里的文件名",
    "open it in a spreadsheet program, take any password off, save it as .xlsx or CSV UTF-8, and name that",
)


def other_format(at: Location) -> InputError:
    return InputError(Text("这种表格文件读不了", "tables of this format are not read"), at, _SAVE_AS)


def outside(at: Location) -> InputError:
    return InputError(
        Text("表格不在这份文件所在的文件夹里", "the table does not lie in this document's folder"),
        at,
        Text(
            "请把表格放到这份文件旁边（或下面的文件夹），只写文件名或相对路径",
            "put it beside this document or in a folder below, and write its name or relative path",
        ),
    )


def missing(at: Location) -> InputError:
    return InputError(
        Text("找不到这个表格文件", "there is no such table"),
        at,
        Text(
            "请检查文件名和扩展名；路径从这份文件所在的文件夹算起",
            "check its name and extension; paths count from this document's folder",
        ),
    )


def locked(error: OSError, at: Location) -> InputError:
    reason = why(error)
    return InputError(
        Text(f"打不开这个表格文件：{reason.zh}", f"the table cannot be opened: {reason.en}"),
        at,
        Text(
            "请检查是否有权限读取、是否被别的程序占用",
            "check that you may read it and that no program holds it",
        ),
    )


def no_sheets(at: Location) -> InputError:
    return InputError(
        Text("只有 Excel 文件有工作表", "only workbooks have sheets"),
        at,
        Text("请只写文件名", "write the file's name alone"),
    )


def no_such_sheet(at: Location) -> InputError:
    return InputError(
        Text("这个文件里没有这个工作表", "the workbook has no such sheet"),
        at,
        Text("请检查工作表的名字，一字不差", "check the name of the sheet, letter by letter"),
    )


def several_sheets(names: Sequence[str], shown: str) -> InputError:
    zh, en = "、".join(names), ", ".join(names)
    return InputError(
        Text(f"不止一个工作表有内容：{zh}", f"several sheets hold something: {en}"),
        Location(shown),
        Text(
            "请只留一个，或者写明是哪一个：{文件: 文件名, 工作表: 名字}",
            "keep one of them, or say which: {file: NAME, sheet: NAME}",
        ),
    )


def empty(shown: str) -> InputError:
    return InputError(
        Text("表格是空的，连列名也没有", "the table is empty, without even column names"),
        Location(shown),
        Text("第一行请写列名；确实没有的请在 YAML 里写“无”", "name its columns; for none write 无 in the document"),
    )


def protected(shown: str) -> InputError:
    return InputError(
        Text("这个 Excel 文件加了密码，或者是旧格式（.xls）", "the workbook is protected, or of the old format (.xls)"),
        Location(shown),
        _SAVE_AS,
    )


def damaged(shown: str) -> InputError:
    return InputError(
        Text("不是能读的 Excel 文件，可能已损坏", "no workbook that can be read; perhaps it is damaged"),
        Location(shown),
        _SAVE_AS,
    )


def is_workbook(shown: str) -> InputError:
    return InputError(
        Text("这是 Excel 或 WPS 文件，只是名字叫 CSV", "this is a workbook that is only called CSV"),
        Location(shown),
        _SAVE_AS,
    )


def no_text(shown: str) -> InputError:
    return InputError(
        Text("不是文本：读不出它的编码", "no text in any encoding that is known"),
        Location(shown),
        Text("请在 Excel 里另存为“CSV UTF-8”", "save it as CSV UTF-8"),
    )


def broken_row(shown: str, row: int) -> InputError:
    return InputError(
        Text("这一行读不出来：引号没有成对，或者格子比列名多", "quotes do not pair here, or there are cells too many"),
        Location(shown, row=row),
        Text(
            "内容里有逗号、引号的，请用 Excel 打开核对，再另存为“CSV UTF-8”",
            "where texts hold commas or quotes: open it in a spreadsheet program, check it and save it as CSV UTF-8",
        ),
    )


def too_large(shown: str, limit: int) -> InputError:
    size = f"{limit / 1024 / 1024:g} MiB"
    return InputError(
        Text(f"表格太大，超过上限 {size}", f"the table is larger than the limit of {size}"),
        Location(shown),
        _TOO_MUCH,
    )


def too_many(shown: str, limit: int) -> InputError:
    return InputError(
        Text(f"表格的内容太多，超过上限 {limit} 格", f"the table holds more than {limit} cells, which is the limit"),
        Location(shown),
        _TOO_MUCH,
    )
