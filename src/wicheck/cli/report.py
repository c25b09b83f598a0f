"""``wicheck report``: write a report again, in whatever format, without judging again."""

from __future__ import annotations

from pathlib import Path

from wicheck.cli.faults import complain
from wicheck.cli.help import Command, argument, option
from wicheck.cli.output import TERMINAL
from wicheck.cli.values import FILE, Words
from wicheck.cli.writing import added_writers, options, refuse_unfit
from wicheck.documents.schemas import Schemas
from wicheck.model import Language, Text, Verdict
from wicheck.plugins import workshop
from wicheck.reports import Target, exit_code, words, write_reports, writer_names
from wicheck.reports.output import STANDARD_OUTPUT
from wicheck.reports.reading import read_report

ABOUT = Text(
    "把 wicheck check --report json=报告.json 写出的报告换一种格式写出，不重新判断。退出码同当初的检查一样。",
    "Write a report that wicheck check --report json=report.json has made in another format, without judging again. "
    "The exit code is that of the check.",
)
REPORT_WORD = Text("报告.json", "REPORT.json")
FORMAT_WORD = Text("格式", "FORMAT")
FILE_WORD = Text("文件", "FILE")
VERDICTS_WORD = Text("结论,...", "VERDICT,...")
OUTPUT = Text("写入这个文件；- 为屏幕（默认）", "the file to write; - (the default) is standard output")
FAIL_ON = Text("除“不符合”外，这些结论也算失败", "verdicts that count as failures beside fail")
QUIET = Text("每个机构只写一行", "one line per institution")
VERBOSE = Text("写出全部结论", "every finding")


def command(language: Language) -> Command:
    def call(report: Path, output: str, file: str, fail_on: tuple[str, ...], quiet: bool, verbose: bool) -> int:  # noqa: PLR0913, PLR0917
        verbosity = -1 if quiet else int(verbose)
        return rewrite(report, Target(output, file), language, verbosity, [Verdict(each) for each in fail_on])

    formats = writer_names()
    about = Text(f"报告格式：{'、'.join(formats)}", f"the format: {', '.join(formats)}")
    verdicts = Words({verdict: words.VERDICTS[verdict] for verdict in Verdict})
    parameters = [
        argument(language, "report", REPORT_WORD, required=True, type=FILE),
        option(language, "--format", "output", about=about, shown=FORMAT_WORD, default=TERMINAL),
        option(language, "--output", "file", about=OUTPUT, shown=FILE_WORD, default=STANDARD_OUTPUT),
        option(language, "--fail-on", about=FAIL_ON, shown=VERDICTS_WORD, type=verdicts, default=""),
        option(language, "-q", "--quiet", about=QUIET, is_flag=True),
        option(language, "-v", "--verbose", about=VERBOSE, is_flag=True),
    ]
    return Command("report", language, ABOUT, callback=call, params=parameters)


def rewrite(file: Path, target: Target, language: Language, verbosity: int, fail_on: list[Verdict]) -> int:
    """The exit code of the check that made the report; 2 where it cannot be written."""
    others = added_writers(workshop(), [target])
    report = read_report(file, Schemas()).report
    refuse_unfit([target], others, report.run.get("shows_personal", False))
    faults = write_reports(report, [target], options(language, verbosity), [file], others)
    for fault in faults:
        complain(fault, language)
    return 2 if faults else exit_code(report, fail_on)
