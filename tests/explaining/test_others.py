"""A docstring is a page: its paragraphs, its tables row by row, its YAML apart."""

from __future__ import annotations

from wicheck.explaining.others import prose
from wicheck.explaining.page import Style

DOCSTRING = """A step is taken
within a term.

| dates given | the answer |
|---|---|
| both | in time, or late |
| only the start | not yet due |

```yaml
rule: {check: within}
```
"""


def test_a_docstring_is_told_in_paragraphs_and_rows() -> None:
    told = [(line.text.zh, line.style) for line in prose(DOCSTRING)]
    assert told == [
        ("A step is taken within a term.", Style.PARAGRAPH),
        ("both: in time, or late", Style.ITEM),
        ("only the start: not yet due", Style.ITEM),
    ]
