"""Examples of a rule, from its pack: shown as documents with the finding they get."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from wicheck.errors import InputError
from wicheck.explaining import words
from wicheck.explaining.decision import joined
from wicheck.explaining.page import Line, code
from wicheck.explaining.written import pruned, yaml_lines
from wicheck.model import Dossier, Finding, Language, Pack, Path, Text
from wicheck.packs.bind import path_label
from wicheck.proving.example import Example
from wicheck.proving.prove import Prover
from wicheck.reports.words import VERDICTS

GOOD = ("pass",)
BAD = ("fail", "review", "suspect")


class Shown(NamedTuple):
    """The examples of one rule; of their documents, ``paths`` are shown.

    Those of a billing rule are not ``judged`` anew, which takes an engine and a batch each: what they state is shown.
    """

    pack: Pack
    examples: Sequence[Example]
    paths: Sequence[Path]
    prover: Prover
    judged: bool = True

    def lines(self, expected: Collection[str]) -> Iterator[Line]:
        """The first example with one of the verdicts ``expected``: what is given, and what is found.

        One that the tool does not agree with (``wicheck test`` tells) is never shown.
        """
        for example in self.examples:
            if example.expected.get("expect") in expected:
                found = self._judged(example) if self.judged else stated(example.expected)
                document = self._read(example)
                if found and document:
                    yield code(self.document(document))
                    yield Line(found)
                    return

    def _judged(self, example: Example) -> Text | None:
        proof = self.prover.prove(self.pack, example)
        return self.said(proof.finding) if proof.finding and not proof.problems else None

    def _read(self, example: Example) -> Dossier | None:
        """The example's documents; None where one is invalid, which is for ``wicheck test`` to tell."""
        try:
            return self.prover.dossier(example)
        except InputError:
            return None

    def document(self, dossier: Dossier) -> Text:
        """What the dossier says, as a clerk would write it, in either language."""
        zh, en = ("\n".join(self._written(dossier, language)) for language in (Language.ZH, Language.EN))
        return Text(zh or words.NOTHING_GIVEN.zh, en or words.NOTHING_GIVEN.en)

    def said(self, finding: Finding) -> Text:
        outcome = finding.outcome
        missing = joined([path_label(path, self.prover.schemas) for path in outcome.missing], words.COMMA)
        message = outcome.message.text.filled({"missing": missing, **outcome.values})
        return words.SAYS.filled({"verdict": VERDICTS[finding.verdict], "message": message})

    def _written(self, dossier: Dossier, language: Language) -> Iterator[str]:
        between = ""
        for kind, document in ((kind, each) for kind, of_kind in dossier.documents.items() for each in of_kind):
            data = pruned(document.data, [path[1:] for path in self.paths if path[0] == kind])
            if data:
                yield from (between,) if between else ()
                between = "---"
                yield f"wicheck: {kind}/v1"
                yield from yaml_lines(data, self.prover.schemas.shape(kind), language)


def stated(expected: Mapping[str, Any]) -> Text:
    """What an example states of a batch: the verdict, how many rows offend, and the money."""
    parts = [words.STATED.filled({"verdict": VERDICTS[expected["expect"]]})]
    if "offences" in expected:
        parts.append(words.OFFENCES.filled({"n": expected["offences"]}))
    if "amount" in expected:
        parts.append(words.AT_RISK.filled({"amount": expected["amount"]}))
    return joined(parts, words.PAUSE)
