"""The words that people come with bring the right place first, over HTTP and from a folder, in both languages."""

from __future__ import annotations

import pytest

from tests.site.conftest import Visit
from tests.site.searching import look_for

pytestmark = pytest.mark.needs("chromium")

# Decided by hand: who comes with this word wants ...
CHINESE = {
    # ... to know how many; two regions say so, hence the row that has them side by side, before either's rule.
    "康复床位": "matrix.html#rehab_beds",
    # ... the share that is asked of senior doctors: again several regions, and two figures that differ.
    "副高": "matrix.html#senior_share",
    # ... who forbids admission on paper, and what follows from it: two regions do, and one refuses its costs.
    "挂床住院": "matrix.html#paper_admission",
    # ... how the deposit is reckoned. One region has it, in article 28: nothing to compare, hence its rule; not the
    # entry that one fills in for it.
    "质量保证金": "rules/wuhai-2020/wuhai-28-",
    # ... the demand that every drug carries its code. One region has it, in article 9; not the columns for codes.
    "追溯码": "ningxia-9-2",
    # ... whether one has to apply anew: Wuhai's article 7, second paragraph, is the rule that says who need not.
    "重新申请": "rules/wuhai-2020/wuhai-7-p2.html#grandfathered",
}
ENGLISH = {
    "rehabilitation beds": "en/matrix.html#rehab_beds",
    "quality deposit": "en/rules/wuhai-2020/wuhai-28-",
    "traceability code": "ningxia-9-2",
    "senior doctors": "en/matrix.html#senior_share",
}


@pytest.mark.parametrize("words", CHINESE)
def test_the_right_place_comes_first(words: str, visit: Visit, start: str) -> None:
    found = look_for(visit("index.html"), words)
    assert CHINESE[words] in found.places[0].href.removeprefix(start)


@pytest.mark.parametrize("words", ENGLISH)
def test_the_right_place_comes_first_in_english(words: str, visit: Visit, start: str) -> None:
    found = look_for(visit("en/index.html"), words)
    assert ENGLISH[words] in found.places[0].href.removeprefix(start)


def test_the_place_found_is_where_the_reader_is_led(visit: Visit, start: str) -> None:
    """From a page in a folder, to an anchor on another."""
    page = visit("regions/wuhai-2020.html")
    look_for(page, "康复床位")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{start}matrix.html#rehab_beds")
    assert page.locator("#rehab_beds").is_visible() or page.locator("tr:has(#rehab_beds)").is_visible()


def test_the_id_of_a_rule_in_a_report_leads_to_it(visit: Visit, start: str) -> None:
    found = look_for(visit("index.html"), "jinhua-3-2-2/beds_min_50")
    assert found.places[0].href == f"{start}rules/jinhua-2020/jinhua-3-2-2.html#beds_min_50"
