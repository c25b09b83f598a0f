"""The ranking of missing entries says exactly what is true: how many rules lack nothing after the first n."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.reports.factory import document, dossier, finding, lacking, record
from wicheck.model import DocumentKind, Verdict
from wicheck.reports.missing import Entry, ranking

NEEDS = st.lists(st.frozensets(st.sampled_from("abcdef"), min_size=1, max_size=4), max_size=8)


def test_the_entry_that_settles_most_rules_comes_first() -> None:
    ranked = list(
        ranking(
            [
                lacking("institution.a", id_="c/1"),
                lacking("institution.b", id_="c/2"),
                lacking("institution.b", id_="c/3"),
            ]
        )
    )
    assert [each.entry.path for each in ranked] == [("institution", "b"), ("institution", "a")]
    assert ranked[0].rules == ("c/2", "c/3")
    assert (ranked[0].alone, ranked[0].settled) == (2, 2)


def test_rules_that_lack_several_entries_are_settled_with_the_last_of_them() -> None:
    ranked = list(ranking([lacking("institution.a", "institution.b")]))
    assert [(each.alone, each.settled) for each in ranked] == [(0, 0), (0, 1)]


def test_what_does_not_lack_data_does_not_count() -> None:
    assert list(ranking([finding(Verdict.FAIL), finding(Verdict.UNKNOWN)])) == []


def test_an_entry_of_another_document_is_one_entry_for_all_records() -> None:
    hospital = dossier("h1", "医院", document(DocumentKind.AGREEMENT, "x1"), document(DocumentKind.AGREEMENT, "x2"))
    agreements = [record(hospital, document=each) for each in hospital.of_kind(DocumentKind.AGREEMENT)]
    (ranked,) = ranking([lacking("institution.level", on=each) for each in agreements])
    assert ranked.entry == Entry("institution", "h1", ("institution", "level"))
    assert ranked.alone == 2


def test_the_same_entry_of_two_records_is_two_entries() -> None:
    hospital = dossier("h1", "医院", document(DocumentKind.AGREEMENT, "x1"), document(DocumentKind.AGREEMENT, "x2"))
    agreements = [record(hospital, document=each) for each in hospital.of_kind(DocumentKind.AGREEMENT)]
    ranked = ranking([lacking("agreement.signed_on", on=each) for each in agreements])
    assert [each.entry.id for each in ranked] == ["x1", "x2"]


def test_a_document_that_does_not_exist_has_no_id() -> None:
    (ranked,) = ranking([lacking("application")])
    assert ranked.entry == Entry("application", "", ("application",))


@given(NEEDS)
def test_every_entry_is_ranked_once_and_the_claims_hold(needs: list[frozenset[str]]) -> None:
    findings = [
        lacking(*(f"institution.{name}" for name in sorted(need)), id_=f"c/{n}") for n, need in enumerate(needs)
    ]
    ranked = list(ranking(findings))
    order = [str(each.entry.path[1]) for each in ranked]
    assert sorted(order) == sorted(frozenset().union(*needs))
    for position, each in enumerate(ranked):
        given_so_far = set(order[: position + 1])
        assert each.settled == sum(need <= given_so_far for need in needs)
        assert len(each.rules) == sum(order[position] in need for need in needs)
        assert each.alone == sum(need == {order[position]} for need in needs)
