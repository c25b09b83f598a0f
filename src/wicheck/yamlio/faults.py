"""The wording of what the reader refuses: what is wrong, and what to type instead.

No message repeats a value from the file, since a value may be somebody's name or identity number; keys are shown.
"""

from __future__ import annotations

from collections.abc import Sequence
from unicodedata import normalize

from wicheck.errors import InputError
from wicheck.model import Location, Text

_LINES_SHOWN = 20
_WRITE_OUT = Text("请把内容在每一处都完整写出。", "Write the content out in full in every place.")
_QUOTE_IT = Text("如果这是文字，请用英文引号把整个内容括起来。", "If this is text, put the whole of it in quotes.")


def _fault(at: Location, zh: str, en: str, hint: Text) -> InputError:
    return InputError(Text(zh, en), at, hint)


def too_large(file: str, limit: int) -> InputError:
    size = f"{limit / 1024 / 1024:g} MiB"
    return _fault(
        Location(file),
        f"文件太大，超过上限 {size}",
        f"the file is larger than the limit of {size}",
        Text(
            "请拆成几个文件，或在设置里提高上限。大批明细请用 CSV 或 Excel。",
            "Split it into several files or raise the limit in the settings. Give large tables as CSV or Excel.",
        ),
    )


def too_many_entries(file: str, limit: int) -> InputError:
    return _fault(
        Location(file),
        f"文件里的条目太多，超过上限 {limit}",
        f"the file has more entries than the limit of {limit}",
        Text("请拆成几个文件。大批明细请用 CSV 或 Excel。", "Split it. Give large tables as CSV or Excel."),
    )


def too_deep(at: Location, limit: int) -> InputError:
    return _fault(
        at,
        f"嵌套超过 {limit} 层",
        f"more than {limit} levels are nested here",
        Text("请检查是否有多余的括号、短横线或缩进。", "Look for brackets, dashes or indentation too many."),
    )


def alias(at: Location) -> InputError:
    return _fault(
        at,
        "这里用了别名（* 开头的内容），不允许",
        "an alias (what begins with *) is not allowed",
        Text(_WRITE_OUT.zh + _QUOTE_IT.zh, f"{_WRITE_OUT.en} {_QUOTE_IT.en}"),
    )


def anchor(at: Location) -> InputError:
    return _fault(
        at,
        "这里用了锚点（& 开头的内容），不允许",
        "an anchor (what begins with &) is not allowed",
        Text(_WRITE_OUT.zh + _QUOTE_IT.zh, f"{_WRITE_OUT.en} {_QUOTE_IT.en}"),
    )


def tag(at: Location) -> InputError:
    return _fault(
        at,
        "这里用了标签（! 开头的内容），不允许",
        "a tag (what begins with !) is not allowed",
        Text("请删去标签。" + _QUOTE_IT.zh, f"Remove the tag. {_QUOTE_IT.en}"),
    )


def merge_key(at: Location) -> InputError:
    return _fault(at, "不允许用合并键 <<", "the merge key << is not allowed", _WRITE_OUT)


def directive(at: Location) -> InputError:
    return _fault(
        at,
        "不允许用 % 开头的 YAML 指令",
        "YAML directives (lines that begin with %) are not allowed",
        Text("请删去这一行。", "Remove this line."),
    )


def complex_key(at: Location) -> InputError:
    return _fault(
        at,
        "键只能是一个词，不能是列表或一组内容",
        "a key must be a single word, not a list or a mapping",
        Text("请写成「键: 值」，并检查括号和问号。", "Write `key: value`, and look at brackets and question marks."),
    )


def no_key(at: Location) -> InputError:
    return _fault(
        at,
        "冒号前面没有键",
        "there is no key before the colon",
        Text("请在冒号前写上键，如「床位: 50」。", "Write the key before the colon, as in `beds: 50`."),
    )


def duplicate_key(at: Location, key: str, first_line: int) -> InputError:
    return _fault(
        at,
        f"「{key}」写了两次，第一次在第 {first_line} 行",
        f"`{key}` is given twice, first in line {first_line}",
        Text("请只留一处。", "Keep one of them."),
    )


def control_character(at: Location, code: int) -> InputError:
    return _fault(
        at,
        f"有看不见的控制字符（U+{code:04X}）",
        f"there is an invisible control character (U+{code:04X})",
        Text(
            "请删去它：把光标移到此处，删去前后各一个字再重新输入。",
            "Delete it: at this place, delete and retype a character on either side.",
        ),
    )


def tab_indentation(at: Location) -> InputError:
    return _fault(
        at,
        "这一行用了制表符（Tab）缩进",
        "this line is indented with a tab",
        Text("请改用空格，每一级两个空格。", "Use spaces instead, two for each level."),
    )


def wide_space(at: Location) -> InputError:
    return _fault(
        at,
        "这一行用了全角空格缩进",
        "this line is indented with full-width or non-breaking spaces",
        Text("请切换到英文输入法，改用半角空格，每一级两个。", "Use ordinary spaces instead, two for each level."),
    )


def wide_colon(at: Location, key: str, more: Sequence[int] = ()) -> InputError:
    """``more`` are the numbers of further lines that seem to have one."""
    zh, en = _lines_too(more)
    return _fault(
        at,
        f"「{key}」后面用了全角冒号「：」",
        f"`{key}` is followed by a full-width colon `：`",
        Text(
            f"请写成「{key}: 」，英文冒号后面加一个空格。如果整行是一段文字，请用英文引号括起来。{zh}",
            f"Type `{key}: `, a half-width colon and a space. If the whole line is text, put it in quotes.{en}",
        ),
    )


def _lines_too(numbers: Sequence[int]) -> Text:
    if not numbers:
        return Text("", "")
    shown = [str(each) for each in numbers[:_LINES_SHOWN]]
    zh, en = (
        (f" 等 {len(numbers)} 行", f" and others, {len(numbers)} in all") if len(numbers) > len(shown) else (" 行", "")
    )
    return Text(f"第 {'、'.join(shown)}{zh}看起来也是这样。", f" So, it seems, have lines {', '.join(shown)}{en}.")


def wide_digits(at: Location, wide: str) -> InputError:
    narrow = normalize("NFKC", wide)
    shown = narrow if len(narrow) <= 8 else "0123456789"
    return _fault(
        at,
        "数字用了全角字符",
        "the number is written with full-width characters",
        Text(f"请改成半角，如 {shown}。", f"Write half-width characters, such as {shown}."),
    )


def reserved_character(at: Location, character: str) -> InputError:
    return _fault(
        at,
        f"内容不能直接以 {character} 开头",
        f"a value cannot begin with {character}",
        Text(
            f'请用英文引号括起来，如 "{character}…"。',
            f'Put it in quotes, as in "{character}...".',
        ),
    )
