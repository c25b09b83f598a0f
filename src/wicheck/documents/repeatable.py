"""Which wrong values a message may repeat: those that cannot be a person's name.

In the wrong place anything may stand: a cell too far to the left puts a name where a rank is due. What is written is
repeated where it is a number or a measure, or close to a word that could stand there; of all else only the length is
told, beside the place, where whoever may see it finds it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from wicheck.model import Text

_LONGEST = 40
# A number with what people write around one: 约 50 张, 三级甲等, 2026年13月, 50m2. A digit begins it: 张三 is somebody.
_MEASURE = (
    r"[约近共第<>≥≤~+-]?\s*[0-9０-９零一二三四五六七八九十两半]"
    r"[0-9０-９零一二三四五六七八九十两半百千万亿年月日号时点分秒整张人名个床位间台平方米元份次天成级等流甲乙丙类条款上下午"
    r"约余多左右以内外到至于\s.,，。．、:：/／%％‰+＋~～\-－—()（）㎡²]*[A-Za-z]{0,3}[0-9]?"
)


_VAGUE = frozenset(
    {"可能", "大概", "若干", "很多", "很少", "全部", "部分", "其他", "去年", "今年", "明年", "上月", "本月", "下月"}
    | {".nan", ".inf", "-.inf", "nan", "NaN", "inf", "-inf", "Infinity", "-Infinity"}
)
"""Words that people write where a figure or a day is due."""


# As many digits as a telephone, an identity or a card has, and no figure that is due.
_LONG_NUMBER = r"(?<![0-9０-９])[0-9０-９]{11,19}(?![0-9０-９])"


def tells_of_nobody(text: str, known: Iterable[str] = ()) -> bool:
    """Whether ``text`` can be repeated; ``known`` are words that could stand in its place."""
    if re.search(_LONG_NUMBER, text):
        return False
    if text in _VAGUE or not any(map(str.isalpha, text)) or re.fullmatch(_MEASURE, text.strip()):
        return True
    words = list(known)
    if any(text.find(word) > 0 for word in words):  # perhaps after a name: 李明主任医师
        return False
    from difflib import get_close_matches

    return bool(get_close_matches(text, words, n=1, cutoff=0.6))


def repeated(text: str, known: Iterable[str] = ()) -> Text:
    """``text`` in quotation marks, the beginning of a long one; or only how long it is."""
    if not tells_of_nobody(text, known):
        return Text(f"写的内容（{len(text)} 个字）", f"what is written ({len(text)} characters)")
    short = text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
    return Text(f"“{short}”", f'"{short}"')
