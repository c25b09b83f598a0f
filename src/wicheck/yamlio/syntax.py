"""From a parser's complaint to what a person should type instead.

The parser stops where the text makes no more sense to it, often a line or two after the mistake. So the lines about
that place are looked at for the mistakes that people make; the parser's own words only choose among the rest.
"""

from __future__ import annotations

import re

from wicheck.errors import InputError
from wicheck.model import Location, Text
from wicheck.model.tuples import NamedTuple
from wicheck.yamlio import earlier, faults
from wicheck.yamlio.lookalikes import KEY_WITH_WIDE_COLON, WIDE_INDENTATION, wide_colon_lines

_NO_SPACE_AFTER_COLON = re.compile(
    r"""[ ]*(?:-[ ]+)*(?P<key>[^\s:"'#{}\[\],]*[^\s:"'#{}\[\],0-9]):(?=[^\s:/\\]|[\u3000\u00a0])"""
)
_NO_KEY = re.compile(r"[ ]*(?:-[ ]+)*:(?:[ ]|$)")
_NO_SPACE_AFTER_DASH = re.compile("[ ]*(?:(?P<wide>[－—–•·●・])|-(?=[^\\s\\-0-9]))")
_SECOND_COLON = re.compile(r"""[ ]*(?:-[ ]+)*[^\s:"'#][^:"'#]*:[ ]+[^"'\[{|>#].*?:(?:[ ]|$)""")
_MARKED = {"*": faults.alias, "&": faults.anchor, "!": faults.tag}


class Complaint(NamedTuple):
    """What a parser says of a text: places count from 0; ``begun`` is where what it was reading begins."""

    words: str
    line: int
    column: int
    begun: tuple[int, int]


class _Case(NamedTuple):
    """What to tell where the parser's words contain ``sign``."""

    sign: str
    at_beginning: bool
    message: Text
    hint: Text


_BRACKETS = Text(
    "请检查：括号要成对，各项之间用英文逗号「,」，键后面用英文冒号加空格。",
    "Brackets must come in pairs, with half-width commas between the entries and `: ` after keys.",
)
_CASES = (
    _Case(
        "escape character",
        True,
        Text("从这里开始的双引号里有不能识别的反斜杠", "the quoted text that begins here has a bad backslash"),
        Text("文件路径等内容请改用单引号。", "Use single quotes for file paths and the like."),
    ),
    _Case(
        "quoted scalar",
        True,
        earlier.NO_END,
        earlier.CLOSE_IT,
    ),
    _Case(
        "flow node",
        False,
        Text("括号里到这里缺内容，或者括号没有收尾", "something is missing here within a bracket, or its end is"),
        _BRACKETS,
    ),
    _Case(
        "flow ",
        True,
        Text("从这里开始的括号没有写完整", "the bracket that begins here is not complete"),
        _BRACKETS,
    ),
    _Case(
        "block scalar",
        False,
        Text("「|」或「>」后面的写法不对", "what follows `|` or `>` is wrong"),
        Text("「|」或「>」后面请换行，文字从下一行起缩进书写。", "Begin the text on the next line, indented."),
    ),
    _Case(
        "could not find expected ':'",
        True,
        Text("这一行没有冒号，不知道哪里是键", "this line has no colon, so it has no key"),
        Text(
            "请写成「键: 值」（英文冒号加空格）；如果它接着上一行，请比上一行的键多缩进两格。",
            "Write `key: value`. If it continues the line above, indent it two more spaces than that line's key.",
        ),
    ),
    _Case(
        "cannot start any token",
        False,
        Text("内容不能以这个字符开头", "a value cannot begin with this character"),
        Text("请用英文引号把内容括起来。", "Put the value in quotes."),
    ),
)
_INDENTATION = _Case(
    "",
    False,
    Text(
        "这一行与上面的行接不上，多半是缩进没有对齐",
        "this line does not fit the lines above; most likely it is not aligned",
    ),
    Text(
        "同一级的内容要从同一列开始，下一级多缩进两个空格；列表每项以「- 」开头。",
        "Entries of one level begin in the same column, a lower level two spaces further; list entries with `- `.",
    ),
)
_SURPLUS = _Case(
    "",
    False,
    Text("从这里起的内容与前面接不上", "what follows here does not fit what stands before it"),
    Text(
        "请检查引号和括号是否成对；如果都是文字，请用英文引号把整个值括起来。",
        "Look for quotes and brackets that do not pair. If all of it is text, put the whole value in quotes.",
    ),
)


def explain(text: str, file: str, complaint: Complaint) -> InputError:
    """The error to show for what a parser said of ``text``."""
    lines = text.splitlines()
    complaint = _within(lines, complaint)
    return (
        _bad_beginning(lines, file, complaint)
        or _bad_line(lines, file, complaint)
        or _bad_before(lines, file, complaint)
        or _by_words(lines, file, complaint)
    )


def _within(lines: list[str], complaint: Complaint) -> Complaint:
    """The complaint at the last character there is, where it stands after everything that is written."""
    last = _before(lines, len(lines))
    if complaint.line > last:
        complaint = complaint._replace(line=max(last, 0), column=len(_line(lines, last)))
    return complaint._replace(begun=min(complaint.begun, (complaint.line, complaint.column)))


def _bad_beginning(lines: list[str], file: str, complaint: Complaint) -> InputError | None:
    """A value that begins with a character that YAML keeps for itself."""
    at = Location(file, complaint.line + 1, complaint.column + 1)
    character = _line(lines, complaint.line)[complaint.column : complaint.column + 1]
    if "cannot start any token" in complaint.words and character in ("@", "`", "%"):
        return faults.reserved_character(at, character)
    begun_line, begun_column = complaint.begun
    marked = _MARKED.get(_line(lines, begun_line)[begun_column : begun_column + 1])
    if marked and any(word in complaint.words for word in ("anchor", "alias", "tag")):
        return marked(Location(file, begun_line + 1, begun_column + 1))
    return None


def _bad_line(lines: list[str], file: str, complaint: Complaint) -> InputError | None:
    """A mistake that shows in the line itself, or in the one that it was taken to continue."""
    suspects = [complaint.line, complaint.begun[0]]
    if "mapping" in complaint.words:
        suspects.append(_before(lines, complaint.line))
    for number in suspects:
        if fault := _in_line(lines, file, number):
            return fault
    if "mapping values" in complaint.words and _SECOND_COLON.match(_line(lines, complaint.line)):
        return _second_colon(Location(file, complaint.line + 1, complaint.column + 1))
    return None


def _bad_before(lines: list[str], file: str, complaint: Complaint) -> InputError | None:
    """A mistake on the line before, which the parser takes for right until here."""
    if not any(words in complaint.words for words in ("mapping values", "expected key", "expected <block end>")):
        return None
    above, number = _before(lines, complaint.line), complaint.line
    return earlier.open_quote(lines, file, above, number, complaint.column) or earlier.value_above(
        lines, file, above, number
    )


def _wide_colon(lines: list[str], file: str, number: int, column: int) -> InputError:
    """Lines in a row that have one are a single text for the parser, which stops at the last."""
    slips = wide_colon_lines(lines)
    while slips.get(number - 1, (-1, ""))[0] == column:
        number -= 1
    return faults.wide_colon(
        Location(file, number + 1, column + 1), slips[number][1], [each + 1 for each in slips if each > number]
    )


def _in_line(lines: list[str], file: str, number: int) -> InputError | None:
    line = _line(lines, number)
    if match := re.match(KEY_WITH_WIDE_COLON, line):
        return _wide_colon(lines, file, number, match.start("key"))
    if match := re.match(WIDE_INDENTATION, line):
        return faults.wide_space(Location(file, number + 1, match.end()))
    if match := _NO_KEY.match(line):
        return faults.no_key(Location(file, number + 1, line.index(":") + 1))
    if match := _NO_SPACE_AFTER_COLON.match(line):
        return _no_space(Location(file, number + 1, match.end()), match["key"])
    if match := _NO_SPACE_AFTER_DASH.match(line):
        return _no_dash(Location(file, number + 1, match.end()))
    return None


def _line(lines: list[str], number: int) -> str:
    return lines[number] if 0 <= number < len(lines) else ""


def _before(lines: list[str], number: int) -> int:
    """The nearest line before ``number`` that says something."""
    number -= 1
    while number >= 0 and (not _line(lines, number).strip() or _line(lines, number).lstrip().startswith("#")):
        number -= 1
    return number


def _no_space(at: Location, key: str) -> InputError:
    return InputError(
        Text(f"「{key}:」后面少一个空格", f"there is no space after `{key}:`"),
        at,
        Text(f"请写成「{key}: 」，英文冒号后面加一个空格。", f"Type `{key}: `, with a space after the colon."),
    )


def _no_dash(at: Location) -> InputError:
    return InputError(
        Text("列表的每一项要以英文短横线加一个空格开头", "an entry of a list begins with a hyphen and a space"),
        at,
        Text("请写成「- 内容」。", "Type `- `, then the entry."),
    )


def _second_colon(at: Location) -> InputError:
    return InputError(
        Text("一行里有两个「冒号加空格」", "a line has `: ` twice"),
        at,
        Text(
            "如果后一个冒号属于文字，请用英文引号把整个值括起来；否则请换行另写。",
            "If the second colon is part of the text, put the whole value in quotes; else begin a new line.",
        ),
    )


def _by_words(lines: list[str], file: str, complaint: Complaint) -> InputError:
    before = _line(lines, complaint.line)[: complaint.column].strip(" -")
    rest = _SURPLUS if before and "mapping values" not in complaint.words else _INDENTATION
    case = next((case for case in _CASES if case.sign in complaint.words), rest)
    line, column = complaint.begun if case.at_beginning else (complaint.line, complaint.column)
    return InputError(case.message, Location(file, line + 1, column + 1), case.hint)
