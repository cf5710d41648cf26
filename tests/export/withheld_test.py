"""What a profile withholds, and that none of it stands anywhere in what leaves."""

from __future__ import annotations

import html
import io
import json
import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace

import pyarrow.parquet
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.export.cases import MARIB, Draft, case, depot
from tests.export.making import MADE, exported

from sayso.errors import StoreError
from sayso.export import FORMATS, Redactor, brief, markdown, masked, preview, printing
from sayso.outgoing import Case, Format, Preview, Profile, Redaction, Terms

PUBLIC, PARTNER = Terms("public"), Terms("partner")
NAMES: tuple[Format, ...] = tuple(FORMATS)
FORMS = ("{} fled", "{}’s house stood there", "a neighbour, {}, ran", "({}) died", "{}\nand others", "“{}!”")


def words(found: Preview, kind: str) -> set[str]:
    return {one.words for one in found.withheld if one.kind == kind}


def bazaar(name: str = "Hadi Tamrin", source: str = "A nurse at the clinic", village: str = "Tell Anab") -> Draft:
    """A report with a private person, an official, a source whom nobody names, and a village."""
    body = (
        f"Strike near {village}\n{source} said {name} was killed in {village}. "
        f"The governor of Marib, Salim Haddad, said the drone struck a house. "
        f"{name} sold bread, {source.lower()} added.\n"
    )
    draft = Draft(body, url=f"https://nahr.example/{'-'.join(name.lower().split())}-killed")
    person = draft.named(name)
    official = draft.named("Salim Haddad")
    nurse = draft.named(source)
    place = draft.place(village)
    draft.event("struck", place=place)
    draft.claim(f"{name} was killed in {village}", by=source, kind="unnamed", entity=nurse)
    draft.claim("the drone struck a house", by="Salim Haddad", kind="named_person", entity=official)
    draft.claim(f"{name} sold bread", stance="mentions")
    assert person
    return draft


def told(name: Format, made: Case, terms: Terms) -> Iterator[str]:
    """Give all that an export holds, as bytes and as it is read back."""
    data = exported(name, made, terms=terms)
    if name == "parquet":
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            yield from (archive.read(one).decode() for one in ("schema.json", "export.json"))
            for table in ("events", "claims", "evidence"):
                yield json.dumps(
                    pyarrow.parquet.read_table(archive.open(f"{table}.parquet")).to_pylist(), ensure_ascii=False
                )
    else:
        yield data.decode()


def briefings(made: Case, terms: Terms) -> Iterator[str]:
    found = preview([made], terms)
    digest = brief([made], terms, Redactor(found.withheld, found.readings), MADE)
    yield markdown.render(digest).replace("\\", "")
    yield html.unescape(re.sub(r"<[^>]+>", "", printing.render(digest)))


def leaks(one: Redaction, text: str) -> bool:
    """Whether withheld words stand in a text, as words."""
    spaced = r"\s+".join(map(re.escape, one.words.split()))
    return re.search(rf"(?<!\w){spaced}(?!\w)", text) is not None


@pytest.mark.parametrize("name", NAMES)
def test_nothing_that_the_preview_lists_leaves(name: Format) -> None:
    made = case(bazaar())
    found = preview([made], PUBLIC)
    assert {"name", "source", "place", "address"} == {one.kind for one in found.withheld}
    for text in told(name, made, PUBLIC):
        assert [] == [one.words for one in found.withheld if leaks(one, text)]


def test_nothing_that_the_preview_lists_stands_in_a_briefing() -> None:
    made = case(bazaar())
    for text in briefings(made, PUBLIC):
        assert [] == [one.words for one in preview([made], PUBLIC).withheld if leaks(one, text)]


PARTS = ("ba", "dor", "ki", "lum", "nef", "osh", "qi", "rav", "tul", "ye", "zan", "gho’", "al-Ni", "é-Ti")
SYLLABLES = st.lists(st.sampled_from(PARTS), min_size=2, max_size=3).map("".join)
NAME = st.lists(SYLLABLES.map(lambda word: word[0].upper() + word[1:]), min_size=1, max_size=3).map(" ".join)
TRADES = st.sampled_from(["nurse", "grocer", "colonel's aide", "guard", "cook"])
WHERE = st.sampled_from(["at the clinic", "from the eastern side", "who lives beside the mill", "of the 4th brigade"])
SOURCES = st.builds("A {} {}".format, TRADES, WHERE)


@settings(max_examples=40, deadline=None)
@given(NAME, SOURCES, NAME, st.sampled_from(NAMES), st.sampled_from(FORMS))
def test_whatever_people_sources_and_villages_are_called_they_stay(
    name: str, source: str, village: str, format_: Format, form: str
) -> None:
    draft = bazaar(name, source, village)
    told_again = form.format(name)
    draft.body += told_again
    draft.claim(told_again, by="Salim Haddad", kind="named_person", entity="e2")
    made = case(draft)
    found = preview([made], PUBLIC)
    assert name in words(found, "name")
    for text in (*told(format_, made, PUBLIC), *briefings(made, PUBLIC)):
        assert [] == [one.words for one in found.withheld if leaks(one, text)]


@pytest.mark.parametrize("name", NAMES)
def test_no_format_tells_where_a_village_lies(name: Format) -> None:
    draft = bazaar()
    draft.places[0] = replace(draft.places[0], lat=15.4123, lon=45.3789, geonames=246_813)
    made = case(draft)
    assert any("15.4123" in text for text in told("jsonl", made, PARTNER))
    for text in told(name, made, PUBLIC):
        assert not re.search(r"15\.41|45\.37|246813", text)


DISTANCES = [
    ("about 20 km north-west of Marib", "about [place withheld] Marib"),
    ("two miles from the river", "[place withheld] the river"),
    ("a few hundred metres to the south of it", "[place withheld] it"),
    ("12.5 kilometres outside the town", "[place withheld] the town"),
    ("sent from outside the governorate", "sent from outside the governorate"),
    ("a team from Aden", "a team from Aden"),
    ("300 metres of cable", "300 metres of cable"),
]


@pytest.mark.parametrize(("words_", "expected"), DISTANCES)
def test_how_far_a_village_lies_from_elsewhere_is_withheld(words_: str, expected: str) -> None:
    draft = bazaar()
    draft.body += f"It was {words_}, they said.\n"
    draft.claim(f"It was {words_}")
    assert f"It was {expected}" in "".join(told("csv-claims", case(draft), PUBLIC))


# ---- profiles ----


def test_a_partner_has_places_and_descriptions_but_no_private_names() -> None:
    made = case(bazaar())
    text = "".join(told("csv-claims", made, PARTNER))
    assert {"name", "address"} == {one.kind for one in preview([made], PARTNER).withheld}
    assert "A nurse at the clinic" in text
    assert "[name withheld] was killed in Tell Anab" in text


def test_the_desk_has_everything() -> None:
    made = case(bazaar())
    assert () == preview([made], Terms()).withheld
    assert "Hadi Tamrin was killed in Tell Anab" in "".join(told("csv-claims", made, Terms()))


@pytest.mark.parametrize("profile", ["partner", "public"])
def test_who_bears_an_office_is_named(profile: Profile) -> None:
    assert "Salim Haddad" in "".join(told("csv-claims", case(bazaar()), Terms(profile)))


def test_an_official_of_one_report_is_one_in_the_other_reports_of_the_incident() -> None:
    other = Draft("Later\nSalim Haddad left the town.\n")
    other.named("Salim Haddad")
    other.claim("Salim Haddad left the town")
    assert "Salim Haddad" not in words(preview([case(bazaar(), other)], PUBLIC), "name")


def test_a_person_called_by_the_family_name_is_withheld_too() -> None:
    draft = bazaar()
    draft.body += "Tamrin was forty.\n"
    draft.claim("Tamrin was forty")
    assert "Tamrin" not in "".join(told("jsonl", case(draft), PUBLIC))


def test_a_name_broken_over_lines_or_by_what_nobody_sees_is_withheld() -> None:
    draft = bazaar()
    draft.body += "Hadi\n  Tamrin ran. Ha\u00addi Tam\u200brin fell. HADI TAMRIN rose.\n"
    draft.claim("Hadi\n  Tamrin ran. Ha\u00addi Tam\u200brin fell. HADI TAMRIN rose")
    text = "".join(told("csv-claims", case(draft), PUBLIC))
    assert "[name withheld] ran. [name withheld] fell. [name withheld] rose" in text


def test_a_word_that_only_holds_a_name_stays() -> None:
    draft = bazaar("Ali")
    draft.body += "They fled to Somalia, a reality.\n"
    draft.claim("They fled to Somalia, a reality")
    assert "They fled to Somalia, a reality" in "".join(told("csv-claims", case(draft), PUBLIC))


def test_a_source_described_by_no_more_than_that_it_is_one_is_no_secret() -> None:
    draft = depot()
    draft.body += "Two witnesses said it burned.\n"
    draft.claim("it burned", by="Two witnesses", kind="unnamed")
    assert () == preview([case(draft)], PUBLIC).withheld[1:]
    assert {"Tell Anab"} == words(preview([case(draft)], PUBLIC), "place")


# ---- places and addresses ----


def event_of(made: Case) -> dict[str, object]:
    lines = exported("jsonl", made, terms=PUBLIC).decode().split("\n")
    return next(one for line in lines if (one := json.loads(line))["record"] == "event")


def test_a_place_becomes_its_district_with_the_districts_radius() -> None:
    event = event_of(case(bazaar()))
    expected = (MARIB.name, MARIB.lat, MARIB.lon, MARIB.radius_m)
    assert expected == tuple(event[name] for name in ("place", "lat", "lon", "radius_m"))


def test_a_place_of_which_nobody_knows_the_district_keeps_no_coordinates() -> None:
    made = case(bazaar())
    event = event_of(Case(made.incident, made.sources, made.accepted, {}))
    assert ("[place withheld]", None, None) == (event["place"], event["lat"], event["lon"])


def test_a_town_that_bears_the_name_of_its_province_is_named() -> None:
    made = case(bazaar(village="Marib"))
    assert set() == words(preview([made], PUBLIC), "place")
    assert "Marib" in "".join(told("csv-claims", made, PUBLIC))


def test_an_address_that_tells_a_name_keeps_its_site() -> None:
    (one,) = [one for one in preview([case(bazaar())], PUBLIC).withheld if one.kind == "address"]
    assert "https://nahr.example/" == one.instead


def test_an_address_that_tells_nothing_stays() -> None:
    assert set() == words(preview([case(depot())], PARTNER), "address")


# ---- the preview itself ----


def test_what_the_preview_did_not_see_does_not_leave() -> None:
    found = preview([case(bazaar())], PUBLIC)
    with pytest.raises(StoreError):
        masked(case(depot()), Redactor(found.withheld, found.readings), "public")


def test_the_preview_says_where_and_why() -> None:
    draft = bazaar()
    made = case(draft)
    one = next(one for one in preview([made], PUBLIC).withheld if one.words == "Hadi Tamrin")
    where = one.found[0]
    assert "Hadi Tamrin" == made.sources[where.report].reading.text.body[where.start : where.end]
    assert "A person is named, and no report gives that person an office." == one.because
    assert "[name withheld]" == one.instead


def test_the_preview_counts_what_leaves_and_what_nobody_reviewed() -> None:
    made = case(bazaar(), everything=False)
    (report,) = made.sources
    some = Case(made.incident, made.sources, frozenset({(report, "c1")}), made.districts)
    assert Preview(1, 1, 2, 1) == preview([some], Terms())
    assert Preview(0, 0, 3, 0) == preview([made], Terms())
