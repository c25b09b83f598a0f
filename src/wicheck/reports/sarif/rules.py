"""The rules of a SARIF log: those that its results name, each with help that stands by itself."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from wicheck.addresses import published
from wicheck.addresses import rule as rule_address
from wicheck.reports import ci_words, words
from wicheck.reports.markdown_text import escaped
from wicheck.reports.report import Report
from wicheck.reports.voice import Voice

if TYPE_CHECKING:
    from wicheck.reports.billing_data import BilledRuleData
    from wicheck.reports.data import FindingData, RuleData, TextData

INPUT = "wicheck/input"
"""The rule that every input error breaks."""


class Rules:
    """Describes each rule when a result first names it, with its page on ``site`` where there is one."""

    def __init__(self, report: Report, voice: Voice, site: str) -> None:
        self._packs = {pack["id"]: pack for pack in report.run["packs"]}
        self._voice = voice
        self._site = site
        self._numbers: dict[str, int] = {}
        self.descriptors: list[dict[str, Any]] = []

    def of(self, finding: FindingData) -> dict[str, Any]:
        """How a result names its rule."""
        if finding["rule"] not in self._numbers:
            self._describe(finding["rule"], self._voice.say(finding["title"]), list(self._help(finding)))
            self.descriptors[-1]["properties"] = {"tags": [finding["stage"], finding["topic"]], "pack": finding["pack"]}
            if self._site:
                self.descriptors[-1]["helpUri"] = published(self._site, rule_address(finding["pack"], finding["rule"]))
        return self._name(finding["rule"])

    def of_billed(self, rule: BilledRuleData, pack: str) -> dict[str, Any]:
        """A rule that the finding on its batch has described, unless that finding was left out."""
        return self.of_change(rule["rule"], rule["title"], pack)

    def of_change(self, rule: str, title: TextData, pack: str) -> dict[str, Any]:
        """A rule of which an earlier report says something; its pack may not be among those of this run."""
        if rule not in self._numbers:
            known = [self._region(pack)] if pack in self._packs else []
            self._describe(rule, self._voice.say(title), [*known, self._voice.say(ci_words.EXPLAIN, rule=rule)])
        return self._name(rule)

    def of_input(self) -> dict[str, Any]:
        if INPUT not in self._numbers:
            self._describe(INPUT, self._voice.say(ci_words.INPUT_RULE), [self._voice.say(ci_words.INPUT_HELP)])
        return self._name(INPUT)

    def _name(self, rule: str) -> dict[str, Any]:
        return {"ruleId": rule, "ruleIndex": self._numbers[rule]}

    def _describe(self, rule: str, title: str, lines: list[str]) -> None:
        self._numbers[rule] = len(self.descriptors)
        bullets = "\n".join(f"- {escaped(line)}" for line in lines)
        self.descriptors.append(
            {
                "id": rule,
                "shortDescription": {"text": title},
                "help": {"text": "\n".join((title, *lines)), "markdown": f"**{escaped(title)}**\n\n{bullets}"},
                "defaultConfiguration": {"level": "error"},
            }
        )

    def _region(self, pack: str) -> str:
        say, named = self._voice.say, self._packs[pack]
        return say(ci_words.REGION_WITHOUT_ARTICLE, region=say(named["name"]), document=say(named["title"]))

    def _help(self, rule: RuleData) -> Iterator[str]:
        say = self._voice.say
        pack, clause = self._packs[rule["pack"]], rule["clause"]
        phrase = ci_words.REGION if clause["article"] else ci_words.REGION_WITHOUT_ARTICLE
        yield say(phrase, region=say(pack["name"]), document=say(pack["title"]), article=clause["article"])
        if clause["damage"]:
            yield say(words.DAMAGE, text=say(clause["damage"]))
        if not rule["grounded"]:
            yield say(ci_words.NOT_GROUNDED)
        yield say(ci_words.STAGE, stage=words.STAGES[rule["stage"]])
        if rule["attested_by"]:
            who = self._voice.join((say(words.ATTESTORS[each]) for each in rule["attested_by"]), words.OR)
            yield say(ci_words.ATTESTED_BY, who=who)
        yield say(ci_words.EXPLAIN, rule=rule["rule"])
