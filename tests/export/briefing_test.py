"""A briefing holds quotations and fixed phrases, and says who says what."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from tests.export.cases import Draft, again, case, depot, disputed
from tests.export.making import MADE

from sayso.export import Redactor, brief, markdown, printing
from sayso.export.briefing import Briefing, Digest, Piece
from sayso.incidents import Origin
from sayso.outgoing import Case, Terms
from sayso.records import Notice

ALL = Terms(unreviewed=True)


def digested(*cases: Case, terms: Terms = ALL) -> Briefing:
    return brief(cases, terms, Redactor(()), MADE)


def pieces(digest: Digest) -> list[Piece]:
    told = [piece for _, sentences in digest.sections for one in sentences for piece in one.pieces]
    told += [piece for one in digest.differing for held in one.values for by, _ in held.by for piece in by]
    return told + [one.piece for one in digest.notices] + ([digest.place] if digest.place else [])


def test_every_quotation_stands_in_a_stored_text_where_it_says() -> None:
    made = disputed()
    quoted = [piece for piece in pieces(digested(made).incidents[0]) if piece.report]
    assert len(quoted) > 5
    for piece in quoted:
        assert made.sources[piece.report or ""].reading.text.body[piece.start : piece.end] == piece.text


def test_whatever_stands_between_quotation_marks_stands_in_a_stored_text() -> None:
    made = case(noticed(), again())
    bodies = [source.reading.text.body for source in made.sources.values()]
    found = re.findall("“([^”]+)”", markdown.render(digested(made)).replace("\\", ""))
    assert len(found) >= 4
    for words in found:
        assert any(words in body for body in bodies)


FIXED = re.compile(
    r"|[\s,:;.()—…“”]+|in its own words|says?|The report itself|negative|outlet not known| in |Nahr Wire|Badia Mail"
)


def test_what_is_no_quotation_is_a_fixed_phrase_or_the_name_of_an_outlet() -> None:
    for piece in pieces(digested(disputed()).incidents[0]):
        assert piece.report or FIXED.fullmatch(piece.text), piece.text


def test_each_sentence_is_cited_with_outlet_date_and_hash() -> None:
    made = disputed()
    digest = digested(made).incidents[0]
    notes = {note.number: note for note in digest.notes}
    for _, sentences in digest.sections:
        for one in sentences:
            source = made.sources[notes[one.note].report]
            text = source.reading.text
            expected = (text.outlet, text.published, source.report.sha256)
            assert expected == (notes[one.note].outlet, notes[one.note].published, notes[one.note].sha256)
            assert all(text.body[start:end] for start, end in one.at)


def test_a_dispute_is_a_range_with_who_says_what() -> None:
    text = markdown.render(digested(disputed()))
    assert (
        "- killed: 3 to 5\n  - 3: The ministry in Nahr Wire \\[1\\]\n  - 5: The brigade in Badia Mail \\[2\\]\n" in text
    )


def test_the_state_is_said_in_words() -> None:
    text = markdown.render(digested(disputed(state="corroborated")))
    assert "Told by several origins shown to be independent. 2 reports, 2 origins." in text


def noticed() -> Draft:
    draft = depot()
    draft.body += "The outlet could not verify this.\n"
    draft.notices.append(Notice("unverified", draft.span("The outlet could not verify this.")))
    return draft


def test_the_notices_of_reports_are_repeated() -> None:
    text = markdown.render(digested(case(noticed())))
    assert "- not verified by the outlet: “The outlet could not verify this.” \\[1\\]" in text


def test_what_nobody_reviewed_is_marked() -> None:
    made = case(depot(), everything=False)
    assert "\\] (unreviewed)\n" in markdown.render(digested(made))
    assert "(unreviewed)" not in markdown.render(digested(case(depot())))


def test_of_copies_the_first_is_told() -> None:
    made = disputed()
    first, second = made.sources
    told = replace(made.incident, origins=(Origin("o1", (first, second), (), (second,)),))
    digest = digested(replace(made, incident=told)).incidents[0]
    assert [first] == [note.report for note in digest.notes]
    assert ("2 reports, 1 origin", "1 further claim of its reports not given here") == (digest.tally, digest.left_out)


def test_a_denial_stands_under_a_heading_of_its_own() -> None:
    draft = again()
    draft.stances[0] = "denies"
    headings = [heading for heading, _ in digested(case(depot(), draft)).incidents[0].sections]
    assert ["What is said to have happened", "What is denied"] == headings


def test_without_incidents_it_says_so() -> None:
    assert "No incident is in it." in markdown.render(digested())
    assert "No incident is in it." in printing.render(digested())


def test_an_incident_of_which_nothing_was_reviewed_is_left_out_where_that_is_asked() -> None:
    assert () == digested(case(depot(), everything=False), terms=Terms()).incidents


class _Tags(HTMLParser):
    """Gathers what a page is made of."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: set[str] = set()
        self.links: set[str] = set()
        self.ids: set[str] = set()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.add(tag)
        given = dict(attrs)
        assert not [name for name in given if name.startswith("on")]
        self.links |= {value for name, value in attrs if name in {"href", "src"} and value}
        self.ids |= {given["id"] or ""} if "id" in given else set()
        if tag not in {"meta"}:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert tag == self.open.pop()


@pytest.mark.parametrize("made", [disputed(), case(noticed())])
def test_the_page_needs_nothing_else_and_runs_nothing(made: Case) -> None:
    page = _Tags()
    page.feed(printing.render(digested(made)))
    assert [] == page.open
    assert set() == page.seen & {"script", "link", "img", "iframe", "form", "object"}
    assert {link.removeprefix("#") for link in page.links if link.startswith("#")} <= page.ids
    assert {"https://nahr.example/2031/depot"} >= {link for link in page.links if not link.startswith("#")}
    assert "@media print" in printing.render(digested(made))
