"""The indexes find what the words say, wherever in a reading it stands."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text
from tests.store.making import incident, line, reading, report

from sayso.errors import BadValue
from sayso.incidents import Stated
from sayso.records import Custody, Place, Reading, Time
from sayso.search import Filters, Scope
from sayso.spans import cut
from sayso.store import Store
from sayso.store.hits import hits, snippets
from sayso.store.outlining import outline
from sayso.store.search import Asked
from sayso.store.terms import terms
from sayso.store.words import shadow

QUAY = "Officials in Tartus said the quay was quiet on Sunday."
BRIDGE = "قال حارس إن والجِسر أُغلق قرب Tall Baydar 👩‍🚒 ليلة الأحد"
LOCK = "השומר אמר שהגשר נסגר ליד ﬁve locks"


def told(body: str) -> Reading:
    """A reading in which Tartus is a place of two names and Sunday a day."""
    places: tuple[Place, ...] = ()
    if "Tartus" in body:
        at = body.index("Tartus")
        places = (Place("p1", cut(body, at, at + 6), "gazetteer", "Ṭarṭūs", country="SY", lat=34.9, lon=35.9),)
    times = (
        (Time("t1", cut(body, body.index("Sunday"), body.index("Sunday") + 6), "2031-02-23"),)
        if "Sunday" in body
        else ()
    )
    return replace(reading(body), places=places, times=times)


def keep(store: Store, *bodies: str) -> None:
    for body in bodies:
        numbered(store, told(body), body)


def numbered(store: Store, found: Reading, body: str) -> None:
    def follows(previous: Custody | None) -> Custody:
        return replace(line(previous), sha256=report(body).sha256)

    store.save(report(body), found, follows)


def found(store: Store, words: str, **given: str) -> list[str]:
    """The first word of each report that is found."""
    asked = Asked(terms(words), Filters(**given), tuple(filter(None, [given.get("source")])))  # type: ignore[arg-type]
    rows = store.search.page(asked)
    assert store.search.count(asked) == len(rows)
    return [store.reading(listed.report.id)[1].text.body.split()[0] for _, listed in rows]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("qui", ["Officials"]),
        ("QUIET tartus", ["Officials"]),
        ('"quay was"', ["Officials"]),
        ('"was quay"', []),
        ("الجسر", ["قال"]),
        ("جسر اغلق", ["قال"]),
        ("הגשר", ["השומר"]),
        ("גשר five", ["השומר"]),
        ("baydar", ["قال"]),
        ("uie", []),
        ("2031-02-23", ["Officials"]),
    ],
)
def test_words_are_found_in_every_script(store: Store, words: str, expected: list[str]) -> None:
    keep(store, QUAY, BRIDGE, LOCK)
    assert expected == found(store, words)


@pytest.mark.parametrize(
    ("scope", "words", "expected"),
    [
        ("places", "tartus", 1),
        ("places", "quay", 0),
        ("text", "Ṭarṭūs", 1),
        ("sources", "Quay Post", 1),
        ("sources", "Tartus", 0),
        ("dates", "2031-02", 1),
        ("dates", "quiet", 0),
        ("claims", "fficials", 1),
    ],
)
def test_words_are_looked_for_where_it_is_said(store: Store, scope: Scope, words: str, expected: int) -> None:
    keep(store, QUAY)
    assert expected == len(found(store, words, scope=scope))


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"since": "2031-03-02", "until": "2031-03"}, 1),
        ({"since": "2031-03-03"}, 0),
        ({"since": "2031-02-23", "until": "2031-02-23", "dated": "event"}, 1),
        ({"until": "2031-02-22", "dated": "event"}, 0),
        ({"place": "tart"}, 1),
        ({"place": "SY"}, 1),
        ({"place": "YE"}, 0),
        ({"source": "quay"}, 1),
        ({"source": "harbour"}, 0),
        ({"language": "und"}, 1),
        ({"language": "ar"}, 0),
        ({"reviewed": "no"}, 1),
        ({"reviewed": "yes"}, 0),
        ({"state": "disputed"}, 1),
        ({"state": "denied"}, 0),
        ({"stance": "denies"}, 1),
        ({"state": "disputed", "stance": "supports"}, 0),
    ],
)
def test_what_else_must_hold_narrows_what_is_found(store: Store, given: dict[str, str], expected: int) -> None:
    keep(store, QUAY)
    told_of = (Stated(report(QUAY).id, "quay.txt", "c1", (), "denies"),)
    with store._writing() as connection:
        name = {"name": "i-1", "day": 1, "document": incident("i-1", claims=told_of, state="disputed")}
        connection.execute(text("INSERT INTO incidents (id, day, document) VALUES (:name, :day, :document)"), name)
        outline(connection, str(name["document"]))
        told_by = "INSERT INTO tellings (id, report, account, claims, incident) VALUES ('t', 1, 'a', '[]', 'i-1')"
        connection.execute(text(told_by))
    assert expected == len(found(store, "", **given))


def test_a_later_reading_takes_the_place_of_the_earlier_one(store: Store) -> None:
    keep(store, QUAY)
    later = "Nobody in Tartus said a word on Sunday."
    store.append(report(QUAY).id, replace(told(later), sha256=report(QUAY).sha256))
    assert ([], ["Nobody"]) == (found(store, "officials"), found(store, "nobody"))


def test_what_another_version_filed_is_filed_anew(store: Store, folder: Path) -> None:
    keep(store, QUAY, BRIDGE)
    with store._writing() as connection:
        connection.execute(text("UPDATE sought_by SET version = 'older'"))
        connection.execute(text("DELETE FROM sought_places"))
    with Store.open(folder) as again:
        assert (["Officials"], ["قال"]) == (found(again, "quiet", place="tartus"), found(again, "الجسر"))


def test_only_reports_after_a_certain_one_can_be_asked_for(store: Store) -> None:
    keep(store, QUAY, LOCK)
    assert [0, 1, 2] == [store.search.count(Asked((), Filters(), after=after)) for after in (2, 1, 0)]
    assert 2 == store.search.newest()


def test_a_date_that_is_none_is_refused(store: Store) -> None:
    with pytest.raises(BadValue, match="not a date"):
        found(store, "", since="yesterday")


def test_hits_bear_the_words_as_they_stand_in_the_text() -> None:
    shown = [snippet.span.text for snippet in snippets(told(BRIDGE), hits(told(BRIDGE), terms("جسر baydar")))]
    assert ["جِسر"] == shown
    assert [("Tartus", "place"), ("Sunday", "date")] == [
        (cut(QUAY, hit.start, hit.end).text, hit.what)
        for hit in hits(told(QUAY), terms("Ṭarṭūs 2031"), "everything") if hit.what != "text"
    ]  # fmt: skip


def test_hits_in_claims_are_those_that_a_claim_holds() -> None:
    one = replace(told(QUAY), claims=(replace(told(QUAY).claims[0], content=(cut(QUAY, 25, 43),)),))
    assert (1, 0) == (len(hits(one, terms("quay"), "claims")), len(hits(one, terms("officials"), "claims")))


def test_a_snippet_is_cut_between_words_and_within_its_paragraph() -> None:
    body = "Before it.\n\n" + "word " * 40 + "the quay fell " + "word " * 40 + "\n\nAfter it."
    (shown,) = snippets(reading(body), hits(reading(body), terms("quay")))
    around = "".join(piece.text for piece in shown.pieces)
    assert (["quay"], True) == ([piece.text for piece in shown.pieces if piece.hit], around in body)
    assert {"word", "the", "quay", "fell"} == set(around.split())


WORDS = st.sampled_from(
    ["bridge", "الجسر", "والجِسر", "גשר", "e\u0301te\u0301", "ﬁre", "👩‍🚒", "٣١", "Straße", "מים", "\u202eover"]
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40, deadline=None)
@given(st.lists(WORDS | st.text(min_size=1, max_size=6), min_size=1, max_size=12), st.data())
def test_whatever_word_of_a_text_is_asked_for_is_shown_at_its_place(parts: list[str], data: st.DataObject) -> None:
    body = "¶ " + " ".join(parts)
    wanted = terms(data.draw(st.sampled_from(parts)).replace('"', " "))
    found = hits(reading(body), wanted, "text")
    assert set(range(len(wanted))) == {hit.term for hit in found}
    assert all(wanted[hit.term].pattern.search(shadow(body[hit.start : hit.end])) for hit in found)
    for snippet in snippets(reading(body), found):
        assert body[snippet.span.start : snippet.span.end] == snippet.span.text
        assert "".join(piece.text for piece in snippet.pieces) in body
        assert any(piece.hit and piece.text for piece in snippet.pieces)
