"""Names and lines that several formats say the same way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from wicheck.reports import words
from wicheck.reports.plain import show_location
from wicheck.reports.report import Report
from wicheck.reports.voice import Voice

if TYPE_CHECKING:
    from wicheck.reports.data import DossierData, HeadlineData, InputErrorData, NoticeData
    from wicheck.reports.run_data import PackData

_MOST_PLACES = 3


def dossier_name(dossier: DossierData, voice: Voice) -> str:
    """``城东康复医院（h1）``, or the id alone."""
    if dossier["name"] in (None, "", dossier["id"]):
        return dossier["id"]
    return voice.say(words.WITH_HINT, text=dossier["name"], hint=dossier["id"])


def place(headline: HeadlineData, packs: Mapping[str, PackData], voice: Voice) -> str:
    """``金华（康复）``: where, and for what kind of service, the answer holds."""
    if headline["pack"] is None:
        return voice.say(words.NO_REGION)
    region = voice.say(packs[headline["pack"]]["name"])
    if headline["service_kind"] is None:
        return region
    return voice.say(words.PLACE, region=region, kind=words.SERVICE_KINDS[headline["service_kind"]])


def input_error(error: InputErrorData, voice: Voice) -> str:
    where = f"{show_location(error['location'])} " if error["location"] else ""
    text = voice.say(error["text"])
    if error["hint"]:
        text = voice.say(words.WITH_HINT, text=text, hint=voice.say(error["hint"]))
    return where + text


def notices(said: Iterable[NoticeData], voice: Voice) -> Iterator[str]:
    """Each on a line; what is said of many places, as of every file of a folder, once."""
    places: dict[str, list[str]] = {}
    for each in said:
        places.setdefault(voice.say(each["text"]), []).append(
            show_location(each["location"]) if each["location"] else ""
        )
    for text, of in places.items():
        if len(of) <= _MOST_PLACES:
            yield from (f"{place} {text}".lstrip() for place in of)
        else:
            listed = voice.join(place for place in of[:_MOST_PLACES] if place)
            yield voice.say(words.TITLED, title=text, text=voice.say(words.MORE_PLACES, places=listed, n=len(of)))


def totals(report: Report, voice: Voice) -> Iterator[str]:
    """How many findings of what verdict, waived ones, money at risk and input errors, each on a line."""
    of_all = report.totals
    if of_all["findings"]:
        yield voice.say(words.TOTALS, n=of_all["findings"], counts=voice.tally(of_all["verdict"]))
    else:
        yield voice.say(words.NOTHING_JUDGED)
    if of_all["waived"]:
        yield voice.say(words.WAIVED_TOTAL, n=of_all["waived"])
    if report.billing:
        from wicheck.reports.batches import Batches  # few reports are about claims

        yield from Batches(report, voice).totals(report)
    if report.input_errors:
        yield voice.say(words.ERROR_COUNT, n=len(report.input_errors))


def judged_on(report: Report, voice: Voice) -> str:
    """As of which day it was judged."""
    phrase = words.JUDGED_FIXED if report.run["date_fixed"] else words.JUDGED_OPEN
    return voice.say(phrase, day=report.run["judged_on"])
