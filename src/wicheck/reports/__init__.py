"""From findings to what people and machines read. ``formats`` holds one module per format."""

from wicheck.reports.assemble import assemble
from wicheck.reports.exit_code import ExitCode, exit_code
from wicheck.reports.interface import FileDigest, ReportWriter, RunInfo, WriteOptions
from wicheck.reports.output import Target, write_reports
from wicheck.reports.report import OffenceFiles, Report
from wicheck.reports.writers import writer, writer_names

__all__ = [
    "ExitCode",
    "FileDigest",
    "OffenceFiles",
    "Report",
    "ReportWriter",
    "RunInfo",
    "Target",
    "WriteOptions",
    "assemble",
    "exit_code",
    "write_reports",
    "writer",
    "writer_names",
]
