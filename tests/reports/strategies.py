"""Any findings at all of one dossier: every verdict, stage, binding, pack and kind."""

from __future__ import annotations

from hypothesis import strategies as st

from tests.reports.factory import dossier, finding, record, waiver
from wicheck.model import Binds, Disposition, Finding, ServiceKind, Stage, Verdict

HOSPITAL = dossier()
KINDS = st.sampled_from([(), *((kind,) for kind in ServiceKind), tuple(ServiceKind)])


@st.composite
def any_finding(draw: st.DrawFn, verdicts: tuple[Verdict, ...] = tuple(Verdict)) -> Finding:
    verdict = draw(st.sampled_from(verdicts))
    waived = verdict is Verdict.FAIL and draw(st.booleans())
    return finding(
        verdict,
        draw(st.sampled_from(["jinhua-3/a", "jinhua-3/b", "jinhua-3/c"])),
        draw(st.sampled_from(["jinhua", "base"])),
        record(HOSPITAL),
        {
            "stage": draw(st.sampled_from(list(Stage))),
            "binds": draw(st.sampled_from(list(Binds))),
            "service_kinds": draw(KINDS),
            "check": draw(st.sampled_from(["at_least", "lost_text"])),
        },
        disposition=Disposition.WAIVED if waived else Disposition.NONE,
        waiver=waiver() if waived else None,
    )


any_findings = st.lists(any_finding(), max_size=8)
