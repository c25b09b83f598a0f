"""What only a browser shows: search and filter from a file, ten thousand findings at once, the page on paper."""

from __future__ import annotations

import json
import subprocess
from html import unescape
from pathlib import Path
from re import DOTALL, search
from typing import Any

import pytest

from tests.reports.factory import dossier, finding, record, report
from wicheck.model import Finding, Language, Message, Verdict, same
from wicheck.reports import Report, WriteOptions, writer

CHROMIUM = (
    *("chromium", "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"),
    *("--disable-background-networking", "--disable-component-update", "--virtual-time-budget=5000"),
)
# Types the words, ticks the verdicts, waits for the page to answer and notes what it shows then.
DRIVER = """
<script>
const form = document.querySelector(".bar"), asked = ASKED;
form.elements.words.value = asked.words;
for (const box of form.querySelectorAll("[name=verdict]")) box.checked = asked.verdicts.includes(box.value);
form.dispatchEvent(new Event("input"));
setTimeout(() => {
  const shown = [...document.querySelectorAll(".clause li")].filter((row) => row.checkVisibility());
  const seen = {rows: shown.length, said: form.querySelector("output").value, open: !form.hidden,
    first: shown[0]?.querySelector("p").textContent, headings: [...document.querySelectorAll(".part h3")]
      .filter((each) => each.checkVisibility()).map((each) => each.textContent.trim())};
  document.body.innerHTML = "<pre id=seen></pre>";
  document.querySelector("#seen").textContent = JSON.stringify(seen);
}, 1000);
</script>
"""

# Shows the page as wide as a telephone, and notes what reaches beyond its own edge.
TELEPHONE = """
<iframe src="page.html" width="360" height="640"></iframe>
<script>
window.onload = () => {
  const page = document.querySelector("iframe").contentDocument;
  const wide = [page.documentElement, ...page.querySelectorAll("main, .wide")]
    .filter((each) => each.scrollWidth > each.clientWidth);
  const names = wide.map((each) => `${each.tagName} ${each.className} ${each.scrollWidth}`);
  document.body.innerHTML = "<pre id=seen></pre>";
  document.querySelector("#seen").textContent = JSON.stringify(names);
};
</script>
"""


def said(number: int) -> Finding:
    """Every tenth is a failure; each has a message of its own."""
    verdict = Verdict.PASS if number % 10 else Verdict.FAIL
    return finding(verdict, f"c{number % 50}/{number}", outcome_={"message": Message("x", same(f"第 {number} 项检查"))})


def written(made: Report, folder: Path, driver: str = "", language: Language = Language.ZH) -> Path:
    """The page in a file. The driver is not ours, so the policy that would refuse it is taken out with it put in."""
    text = "".join(writer("html").write(made, WriteOptions(language)))  # type: ignore[arg-type]
    if driver:
        text = text.replace("Content-Security-Policy", "x-policy").replace("</body>", driver + "</body>")
    file = folder / "page.html"
    file.write_text(text, encoding="utf-8")
    return file


def chromium(folder: Path, *arguments: str) -> str:
    done = subprocess.run(
        [*CHROMIUM, f"--user-data-dir={folder / 'profile'}", *arguments], capture_output=True, timeout=120, check=True
    )
    return done.stdout.decode()


def seen(made: Report, folder: Path, words: str = "", verdicts: tuple[str, ...] = ()) -> Any:
    """What the page shows once somebody has asked for ``words`` and ``verdicts``."""
    asked = json.dumps({"words": words, "verdicts": verdicts})
    file = written(made, folder, DRIVER.replace("ASKED", asked))
    found = search(r'<pre id="seen">(.*?)</pre>', chromium(folder, "--dump-dom", file.as_uri()), DOTALL)
    assert found, "the driver did not come to its end"
    return json.loads(unescape(found[1]))


@pytest.mark.needs("chromium")
def test_nothing_asked_shows_everything(tmp_path: Path) -> None:
    shown = seen(report([said(number) for number in range(20)]), tmp_path)
    assert (shown["rows"], shown["said"], shown["open"]) == (20, "", True)


@pytest.mark.needs("chromium")
def test_words_and_verdicts_narrow_the_list_and_leave_out_what_is_empty(tmp_path: Path) -> None:
    other = finding(on=record(dossier("h2", "城西医院")))
    shown = seen(report([*map(said, range(20)), other]), tmp_path, "城东 项检查", ("fail",))
    assert (shown["rows"], shown["said"]) == (2, "显示 2 项，共 21 项")
    assert shown["headings"] == ["金华：逐条对照（20）"]


@pytest.mark.needs("chromium")
def test_what_is_nowhere_is_said_to_be_nowhere(tmp_path: Path) -> None:
    shown = seen(report([said(1)]), tmp_path, "没有的词")
    assert (shown["rows"], shown["said"]) == (0, "没有这样的结论")


@pytest.mark.needs("chromium")
def test_ten_thousand_findings_open_and_can_be_searched(tmp_path: Path) -> None:
    shown = seen(report([said(number) for number in range(10_000)]), tmp_path, "第 9999 项检查")
    assert (shown["rows"], shown["said"]) == (1, "显示 1 项，共 10,000 项")


@pytest.mark.needs("chromium")
@pytest.mark.parametrize("language", Language)
def test_on_a_telephone_nothing_is_scrolled_sideways(tmp_path: Path, language: Language) -> None:
    other = finding(Verdict.FAIL, on=record(dossier("h2", "城西医院" * 5)))
    written(report([*map(said, range(20)), other]), tmp_path, language=language)
    (tmp_path / "telephone.html").write_text(TELEPHONE, encoding="utf-8")
    dom = chromium(tmp_path, "--allow-file-access-from-files", "--dump-dom", (tmp_path / "telephone.html").as_uri())
    found = search(r'<pre id="seen">(.*?)</pre>', dom, DOTALL)
    assert found, "the driver did not come to its end"
    assert json.loads(unescape(found[1])) == []


@pytest.mark.needs("chromium", "pdftotext")
def test_paper_has_cover_lines_to_sign_and_every_finding(tmp_path: Path) -> None:
    made = report([*map(said, range(30)), finding(Verdict.REVIEW, "c/judged")])
    paper = tmp_path / "page.pdf"
    chromium(tmp_path, "--no-pdf-header-footer", f"--print-to-pdf={paper}", written(made, tmp_path).as_uri())
    text = subprocess.run(["pdftotext", "-layout", paper, "-"], capture_output=True, check=True).stdout.decode()
    pages = text.split("\f")
    assert all(f"第 {number} 项检查" in text for number in range(30))
    assert "申请机构（盖章）" in pages[0]
    assert "不符合的（3）" in pages[1]
    assert "认定人（签名）" in text
    assert "在各项结论中查找" not in text
