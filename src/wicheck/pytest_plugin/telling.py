"""What each test has to tell, as plain data: a finding, an input error, or an institution that nothing judged."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from wicheck.errors import WicheckError
from wicheck.model import Language, Text, Verdict
from wicheck.reports import words
from wicheck.reports.answers import Answer
from wicheck.reports.cases import Result, details, reason, result, title
from wicheck.reports.plain import show_location
from wicheck.reports.voice import Voice

if TYPE_CHECKING:
    from wicheck.reports.data import DossierData, FindingData, InputErrorData, LocationData, TextData

VOICE = Voice(Language.ZH)
INPUT_ERROR = Text("输入错误", "input error")
_OPTION = re.compile(r"--(?=(?:pack|policies|service-kind|on|include-drafts|settings|waivers|attestations)\b)")
_UNSPEAKABLE = str.maketrans({"[": "［", "]": "］"})


@dataclass(frozen=True, slots=True)
class Told:
    """One test. ``text`` says what came out of it, the message in its first line; ``place`` is where to look.

    ``markers`` are (name, argument, value); ``keywords`` further words for ``-k``.
    """

    name: str
    result: Result
    verdict: str
    text: str
    place: LocationData | None
    markers: tuple[tuple[str, str, str], ...] = ()
    keywords: frozenset[str] = frozenset()

    @property
    def suspect(self) -> bool:
        return self.verdict == Verdict.SUSPECT


def of_finding(finding: FindingData, region: TextData) -> Told:
    outcome = result(finding)
    explained = outcome in (Result.FAILED, Result.ERROR)
    kinds = finding["service_kinds"]
    return Told(
        name=node_name(title(finding, VOICE)),
        result=outcome,
        verdict=str(finding["verdict"]),
        text="\n".join(details(finding, region, VOICE)) if explained else reason(finding, VOICE),
        place=finding["location"],
        markers=(
            ("wicheck_pack", "id", finding["pack"]),
            ("wicheck_clause", "id", finding["clause"]["id"]),
            *(("wicheck_service_kind", "name", kind) for kind in kinds),
        ),
        keywords=frozenset((finding["pack"], region["zh"], *kinds, *(words.SERVICE_KINDS[kind].zh for kind in kinds))),
    )


def of_input_error(error: InputErrorData) -> Told:
    place = error["location"]
    where = show_location(place).removeprefix(place["file"]).strip(":") if place else ""
    lines = [VOICE.say(error["text"])]
    if error["hint"]:
        lines.append(own_options(VOICE.say(error["hint"])))
    if place:
        lines.append(VOICE.say(words.PLACES, places=show_location(place)))
    return Told(node_name(f"{VOICE.say(INPUT_ERROR)} {where}"), Result.ERROR, "input", "\n".join(lines), place)


def of_unjudged(dossier: DossierData, answer: TextData) -> Told:
    """An institution that no law judged is no success."""
    return Told(
        name=node_name(f"{dossier['id']} {VOICE.say(answer)}"),
        result=Result.ERROR,
        verdict=Answer.NOT_ASSESSED.value,
        text=VOICE.say(answer),
        place=dossier["location"],
    )


def of_fault(wrong: WicheckError) -> str:
    """What stops the whole check: a faulty pack or plugin, a path or a pack that does not exist."""
    where = f"{wrong.location}: " if wrong.location else ""
    hint = f"\n  → {wrong.hint.zh}" if wrong.hint else ""
    return own_options(f"{where}{wrong.message.zh}{hint}")


def own_options(text: str) -> str:
    """Messages name the options of the command line; pytest's bear a prefix."""
    return _OPTION.sub("--wicheck-", text)


def node_name(text: str) -> str:
    """``text`` fit for a node id: on one line, without what pytest takes for syntax."""
    return " ".join(text.replace("::", ":").split()).translate(_UNSPEAKABLE)
