"""What one check costs beside deciding: choosing its rule, handing it its record, keeping its finding.

    python benchmarks/overhead.py [--rules 1000] [--rounds 30]

Judges one institution by an invented pack whose rules all ask ``is_true`` of the same entry, the cheapest check there
is, with files read and rules bound beforehand. A rule's whole cost and the bare call of its decision are timed in
turn; the overhead is the difference of their medians, per finding. Exits 1 where the goal is missed.
"""

from __future__ import annotations

import argparse
import gc
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from goals import Goal, report
from institution_files import write_files

from wicheck.checking import circumstances
from wicheck.documents.load import load
from wicheck.documents.schemas import Schemas
from wicheck.documents.sidecars import load_sidecars
from wicheck.library import Library
from wicheck.model import BoundRule, Dossier, Record
from wicheck.plan import Docket, hearings
from wicheck.plugins import workshop
from wicheck.run import judge
from wicheck.session import Request, Session

PACK = "benchmark-2026"
HEADER = f"""\
wicheck: pack/v1
id: {PACK}
name: {{zh: 测速市, en: Speedton}}
title: {{zh: 测速市办法, en: Rules of Speedton}}
division: "640100"
status: in_force
effective_basis: unknown
service_kinds: [rehabilitation]
clauses:
- id: benchmark-1
  article: 第一条
  kind: rule
  record: institution
  summary: {{zh: 独立康复病房, en: a ward of its own}}
  rules:
"""
RULE = """\
    ward_{number}:
      check: is_true
      value: institution.rehabilitation.ward.dedicated
      topic: rehab_ward
      title: {{zh: 独立康复病房, en: a ward of its own}}
"""


def write_pack(root: Path, rules: int) -> None:
    folder = root / PACK
    folder.mkdir(parents=True)
    text = HEADER + "".join(RULE.format(number=number) for number in range(rules))
    (folder / "pack.yaml").write_text(text, encoding="utf-8")


def prepared(folder: Path, rules: int) -> tuple[Session, Dossier]:
    """A session that has judged its one dossier once: pack loaded, rules bound, chosen and kept."""
    write_pack(folder / "packs", rules)
    write_files(folder / "files", 1)
    schemas = Schemas()
    loaded = load([folder / "files"], schemas)
    known = circumstances(loaded.documents, load_sidecars({}, schemas), date(2026, 3, 10))
    session = Session(Library(schemas, workshop(), [folder / "packs"]), Request((PACK,)), known)
    (dossier,) = loaded.dossiers
    found = sum(finding.pack == PACK for finding in session.judge(dossier))
    if found != rules:
        raise SystemExit(f"{found} findings from {rules} rules: nothing was measured")
    return session, dossier


def docket_and_rules(session: Session, dossier: Dossier) -> tuple[Docket, list[BoundRule]]:
    """The planning of one dossier by one pack, as ``Session.judge`` does it for each of the packs."""
    known = session.circumstances
    (hearing,) = hearings(dossier, None, known.today, (), known.working_days)
    return Docket(hearing, known.working_days), session.rules(session.used[PACK], hearing)


def judging(session: Session, dossier: Dossier) -> None:
    """Plan, decide and keep every finding."""
    docket, rules = docket_and_rules(session, dossier)
    list(judge(docket, session.used[PACK], rules, session.circumstances.statements))


def deciding(record: Record, rules: list[BoundRule]) -> None:
    """The bare calls of all decisions, without what wicheck does around them."""
    for each in rules:
        each.decide(record)


def per_rule(call: Callable[[], object], rules: int) -> float:
    """Microseconds of processor time a rule: what else the machine is doing does not count."""
    start = time.process_time()
    call()
    return (time.process_time() - start) / rules * 1e6


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--rules", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=30)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        session, dossier = prepared(Path(name), asked.rules)
    docket, rules = docket_and_rules(session, dossier)
    gc.disable()  # as the program itself does
    pairs = [
        (
            per_rule(lambda: judging(session, dossier), asked.rules),
            per_rule(lambda: deciding(docket.root, rules), asked.rules),
        )
        for _ in range(asked.rounds)
    ]
    whole, bare = (statistics.median(times) for times in zip(*pairs, strict=True))
    print(f"{asked.rules} rules: {whole:.2f} us a finding, of which {bare:.2f} us decide")
    return report([Goal("overhead per check", whole - bare, 10, at_most=True, unit="us")])


if __name__ == "__main__":
    sys.exit(main())
