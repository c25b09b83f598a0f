"""1 000 institution files of 200 lines: read, validated and judged by one pack, against check-jsonschema validating.

    python benchmarks/institutions.py [--files 1000] [--rounds 3]

Needs check-jsonschema (in the extra ``dev``). Prints ratios of whole processes from one run, and exits 1 where a
goal is missed. The files use canonical keys and plain YAML numbers, so that both programs read the same. Every program
runs as on all days but the first: its bytecode, and what wicheck keeps of its packs, are there from a first round.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

from goals import Goal, report
from institution_files import write_files
from processes import compared, peak, ratio

# Some of the hospitals fall short, and all leave something open: those are answers, every other code is a failure.
JUDGED = (0, 1, 5)
DONE = {"wicheck": JUDGED, "wicheck --jobs 2": JUDGED, "wicheck, one dossier": JUDGED}


def commands(folder: Path, schema: Path) -> dict[str, list[str]]:
    wicheck = [sys.executable, "-m", "wicheck"]
    check = [*wicheck, "check", str(folder), "--pack", "ningxia-2025", "--quiet"]
    other = [sys.executable, str(Path(__file__).with_name("check_jsonschema_as_installed.py"))]
    fast_parser = [sys.executable, "-m", "check_jsonschema"]
    files = [str(file) for file in sorted(folder.glob("*.yaml"))]
    one = files[0]
    return {
        "check-jsonschema": [*other, "--schemafile", str(schema), *files],
        "check-jsonschema, C parser": [*fast_parser, "--schemafile", str(schema), *files],
        "wicheck": check,
        "wicheck --jobs 2": [*check, "--jobs", "2"],
        "python -c pass": [sys.executable, "-c", "pass"],
        "wicheck --version": [*wicheck, "--version"],
        "wicheck, one dossier": [*wicheck, "check", one, "--pack", "ningxia-2025", "--quiet"],
    }


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--files", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=3)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "institutions"
        write_files(folder, asked.files)
        schema = Path(name) / "institution.schema.json"
        printing = [sys.executable, "-m", "wicheck", "schema", "institution"]
        schema.write_bytes(subprocess.run(printing, capture_output=True, check=True).stdout)
        runs = compared(commands(folder, schema), asked.rounds)
    codes = {each: runs[each][0].code for each in runs}
    print("exit codes:", codes)
    if refused := [each for each, code in codes.items() if code not in DONE.get(each, (0,))]:
        print(f"{', '.join(refused)}: the work was not done, so nothing was compared")
        return 2
    slow, c_parser, ours = runs["check-jsonschema"], runs["check-jsonschema, C parser"], runs["wicheck"]
    start = runs["python -c pass"]
    return report(
        [
            Goal("faster than check-jsonschema, one process", ratio(slow, ours), 15),
            Goal("faster than check-jsonschema, --jobs 2", ratio(slow, runs["wicheck --jobs 2"]), 25),
            Goal("faster than check-jsonschema with the C parser", ratio(c_parser, ours), 6),
            Goal("peak memory", peak(ours), 120, at_most=True, unit="MiB"),
            Goal(
                "wicheck --version against python -c pass", ratio(runs["wicheck --version"], start), 4.5, at_most=True
            ),
            Goal("one dossier against python -c pass", ratio(runs["wicheck, one dossier"], start), 9, at_most=True),
        ]
    )


if __name__ == "__main__":
    sys.exit(main())
