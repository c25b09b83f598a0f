"""The notice as a word processor shows it: LibreOffice opens it and its pages hold what they should.

How wide its columns are hangs on the fonts: Liberation Serif is as wide as the Times New Roman that an office has.
"""

from __future__ import annotations

import subprocess

import pytest

from tests.reports.claims import PRICE, batch, billed, offence, rule
from tests.reports.formats.test_notice import put
from wicheck.model import Text

NAME = "监控提示-城东康复医院"


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """The text of each page of a letter with fifty rows of one rule."""
    folder = tmp_path_factory.mktemp("letter")
    rows = [offence(each, 100.5 - each, claim_id=f"370000G20260300{each:02d}") for each in range(60)]
    found = rule(PRICE, Text("不超过限价", "no price above the ceiling"), rows, 3000, {"fail": 60})
    assert put(billed(batch(rules=[found])), folder) == []
    home = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    asked = [
        "soffice",
        home,
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        str(folder),
        str(folder / f"{NAME}.docx"),
    ]
    subprocess.run(asked, check=True, capture_output=True, timeout=180)
    told = ["pdftotext", "-layout", str(folder / f"{NAME}.pdf"), "-"]
    text = subprocess.run(told, check=True, capture_output=True, timeout=60).stdout.decode()
    return text.rstrip("\f").split("\f")


@pytest.mark.needs("soffice", "pdftotext", "font:Liberation Serif")
def test_it_opens_with_its_title_and_addressee_on_the_first_page(pages: list[str]) -> None:
    assert "工伤保险费用监控提示" in pages[0]
    assert "城东康复医院：" in pages[0]


@pytest.mark.needs("soffice", "pdftotext", "font:Liberation Serif")
def test_the_table_s_heading_goes_on_every_page_that_it_covers(pages: list[str]) -> None:
    covered = [page for page in pages if "370000G20260300" in page]
    assert len(covered) > 1
    assert all("情况" in page and "金额（元）" in page for page in covered)


@pytest.mark.needs("soffice", "pdftotext", "font:Liberation Serif")
def test_a_claim_s_number_and_what_was_found_each_stand_on_one_line(pages: list[str]) -> None:
    (line,) = [line for page in pages for line in page.splitlines() if "370000G2026030007" in line]
    assert "单价 131 元，高于限价 100 元" in line


@pytest.mark.needs("soffice", "pdftotext", "font:Liberation Serif")
def test_the_end_has_room_for_the_agency_s_stamp(pages: list[str]) -> None:
    assert "经办机构（盖章）" in pages[-1]
    assert "处理要求" in pages[-1], "a stamp does not stand on a page of its own"
    assert "{" not in "".join(pages)
