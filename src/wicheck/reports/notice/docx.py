"""A letter as a Word document: docxtpl fills a template that is made here, so that no binary file has to be kept.

Both libraries are imported when a letter is written, not before.
"""

from __future__ import annotations

from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING, Any

from wicheck.errors import UsageError
from wicheck.model import Text
from wicheck.reports.notice import words
from wicheck.reports.notice.letters import Letter
from wicheck.reports.voice import Voice

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import _Cell

_FONT, _CHINESE_FONT = "Times New Roman", "宋体"
_WIDTHS_CM = (1.2, 3.4, 2.3, 5.8, 2.0, 2.3)
_CELLS = ("number", "claim", "line", "text", "amount", "place")
_AMOUNT = _CELLS.index("amount")


def written(letter: Letter, voice: Voice, day: str) -> bytes:
    """The document; ``day`` (ISO) is when it was made. Raises UsageError where docxtpl is not installed."""
    try:
        from docxtpl import DocxTemplate  # type: ignore[import-untyped]
    except ModuleNotFoundError as missing:
        raise UsageError(words.NO_DOCX, hint=words.INSTALL) from missing
    template = DocxTemplate(BytesIO(_template(voice, day)))
    template.render({"letter": letter._asdict()}, autoescape=True)
    held = BytesIO()
    template.save(held)
    return held.getvalue()


def _template(voice: Voice, day: str) -> bytes:
    """The letter with tags where a letter's own words go. ``{%p``: the paragraph is the tag, ``{%tr``: the row."""
    import docx

    document = docx.Document()
    _page(document, voice, day)
    _title(document, voice)
    for line in (voice.say(words.ADDRESSEE, name="{{ letter.name }}"), voice.say(words.INTRODUCTION)):
        document.add_paragraph(line)
    _repeated(document, "line in letter.about", "{{ line }}", "List Bullet")
    _part(document, voice, words.CERTAIN, "certain")
    _part(document, voice, words.OPEN, "open")
    document.add_heading(voice.say(words.WHAT_TO_DO), 2)
    for step in words.STEPS:  # a stamp alone on a page could be put under anything
        document.add_paragraph(voice.say(step), "List Number").paragraph_format.keep_with_next = True
    _end(document, voice)
    held = BytesIO()
    document.save(held)
    return held.getvalue()


def _page(document: Document, voice: Voice, day: str) -> None:
    """A4, in fonts that every office has; the document's properties say nothing of the machine."""
    from docx.oxml.ns import qn
    from docx.shared import Cm, Pt, RGBColor

    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2)
    section.top_margin = section.bottom_margin = Cm(2.2)
    for name in ("Normal", "Heading 1", "Heading 2", "Heading 3", "List Bullet", "List Number"):
        style: Any = document.styles[name]
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):  # a theme's font would win over ours
            fonts.attrib.pop(qn(f"w:{theme}"), None)
        style.font.name = _FONT
        fonts.set(qn("w:eastAsia"), _CHINESE_FONT)
        style.font.color.rgb = RGBColor(0, 0, 0)
    normal: Any = document.styles["Normal"]
    normal.font.size = Pt(10.5)
    for language in document.styles.element.iter(qn("w:lang")):  # else some programs take the commas of Taiwan
        language.set(qn("w:eastAsia"), "zh-CN")
    properties = document.core_properties
    properties.title, properties.author, properties.comments = voice.say(words.TITLE), "", ""
    properties.created = properties.modified = datetime.fromisoformat(day)


def _title(document: Document, voice: Voice) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Pt

    title = document.add_heading(voice.say(words.TITLE), 1)
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    title.runs[0].font.size = Pt(20)
    number = document.add_paragraph(voice.say(words.NUMBER) + "________")
    number.alignment = WD_ALIGN_PARAGRAPH.RIGHT


def _part(document: Document, voice: Voice, title: Text, name: str) -> None:
    """Left out where the letter has no such points."""
    document.add_paragraph(f"{{%p if letter.{name} %}}")
    document.add_heading(voice.say(title), 2)
    document.add_paragraph(f"{{%p for point in letter.{name} %}}")
    document.add_heading("{{ point.heading }}", 3)
    _with_the_table(document, "{{ point.basis }}")
    for optional in ("remedy", "shown"):
        document.add_paragraph(f"{{%p if point.{optional} %}}")
        _with_the_table(document, f"{{{{ point.{optional} }}}}")
        document.add_paragraph("{%p endif %}")
    _table(document, voice)
    document.add_paragraph("{%p endfor %}")
    document.add_paragraph("{%p endif %}")


def _with_the_table(document: Document, text: str) -> None:
    """What introduces a table is not left behind on the page before."""
    from docx.shared import Pt

    layout = document.add_paragraph(text).paragraph_format
    layout.keep_with_next, layout.space_after = True, Pt(4)


def _table(document: Document, voice: Voice) -> None:
    """A row for each offence; the heading is repeated on every page, and no row goes over two."""
    from docx.oxml import OxmlElement
    from docx.shared import Cm

    table = document.add_table(rows=4, cols=len(_CELLS))
    table.style, table.autofit = "Table Grid", False
    heading, before, row, after = table.rows
    for mark in ("w:tblHeader", "w:cantSplit"):
        heading._tr.get_or_add_trPr().append(OxmlElement(mark))
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    before.cells[0].text, after.cells[0].text = "{%tr for line in point.lines %}", "{%tr endfor %}"
    for column, (title, name) in enumerate(zip(words.COLUMNS, _CELLS, strict=True)):
        table.columns[column].width = Cm(_WIDTHS_CM[column])
        _cell(heading.cells[column], voice.say(title), column, bold=True)
        _cell(row.cells[column], f"{{{{ line.{name} }}}}", column)


def _cell(cell: _Cell, text: str, column: int, bold: bool = False) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Cm, Pt

    cell.width = Cm(_WIDTHS_CM[column])
    paragraph = cell.paragraphs[0]
    run = paragraph.add_run(text)
    run.font.size, run.bold = Pt(9), bold
    if column == _AMOUNT:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT


def _repeated(document: Document, loop: str, text: str, style: str) -> None:
    document.add_paragraph(f"{{%p for {loop} %}}")
    document.add_paragraph(text, style)
    document.add_paragraph("{%p endfor %}")


def _end(document: Document, voice: Voice) -> None:
    """What the agency fills in: until when, whom to call, its stamp and the day."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    for line in (words.DEADLINE, words.CONTACT):
        document.add_paragraph(voice.say(line)).paragraph_format.keep_with_next = True
    for line in (words.AGENCY, words.DAY):
        paragraph = document.add_paragraph(voice.say(line))
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        paragraph.paragraph_format.keep_with_next = True
    document.add_paragraph(voice.say(words.DISCLAIMER))
