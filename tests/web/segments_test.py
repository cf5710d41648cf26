from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from tests.web.library import claim, marked, reading

from sayso.records import Block, Claim, Furniture, Notice, Reading, Text, Time
from sayso.spans import Span, cut
from sayso.web.segments import Segment, Strand, segments


def flat(found: Reading) -> list[Segment]:
    return [segment for row in segments(found) for segment in row]


def test_a_text_without_marks_is_one_segment_a_block() -> None:
    assert (("One.",), ("Two.",)) == tuple(
        tuple(segment.text for segment in row) for row in segments(reading(marked("One.\n\nTwo.")))
    )


def test_a_nested_claim_cuts_the_outer_one_and_both_run_through_it() -> None:
    source = marked("[c1|the mill [c2|fell] on Sunday].")
    found = flat(reading(source, claim(source, "c1"), claim(source, "c2")))

    expected = [("the mill ", ("c1",)), ("fell", ("c1", "c2")), (" on Sunday", ("c1",)), (".", ())]
    assert expected == [(segment.text, segment.claims) for segment in found]


def test_overlapping_claims_share_the_middle() -> None:
    source = marked("one two three")
    first, second = Claim("c1", (cut(source.body, 0, 7),)), Claim("c2", (cut(source.body, 4, 13),))
    found = flat(reading(source, first, second))

    expected = [("one ", ("c1",)), ("two", ("c2", "c1")), (" three", ("c2",))]
    assert expected == [(segment.text, segment.claims) for segment in found]


def test_a_discontinuous_claim_opens_once_and_closes_once() -> None:
    source = marked("[c1|This], he said, [c1|may serve].")
    found = flat(reading(source, claim(source, "c1")))

    assert [("This", ("c1",))] == [(segment.text, segment.opens) for segment in found if segment.opens]
    assert [("may serve", ("c1",))] == [(segment.text, segment.closes) for segment in found if segment.closes]


def test_a_claim_over_two_paragraphs_is_marked_in_both_and_opens_in_the_first() -> None:
    source = marked("He said [c1|it fell.\n\nIt burned].")
    rows = segments(reading(source, claim(source, "c1")))

    assert ["it fell.", "It burned"] == [segment.text for row in rows for segment in row if segment.claims]
    assert ["it fell."] == [segment.text for row in rows for segment in row if segment.opens]


def test_two_claims_with_the_same_words_have_an_id_each() -> None:
    source = marked("[c1|[c2|it fell]].")
    found = flat(reading(source, claim(source, "c1"), claim(source, "c2")))

    assert [{"c1", "c2"}] == [set(segment.opens) for segment in found if segment.opens]
    assert [("s=0-7",)] == [segment.anchors for segment in found if segment.anchors]


def test_sources_cues_hedges_and_times_are_marked_and_know_their_claim() -> None:
    source = marked("[c1.source|A nurse] [c1.cue|said] [c1|shells [c1.hedge|may] fall on [time|Sunday]].")
    found = reading(source, claim(source, "c1"))
    found = Reading(
        found.sha256, "hand", found.text, times=(Time("t1", source.one("time"), None),), claims=found.claims
    )
    marks = {segment.text: (segment.marks, segment.parts_of) for segment in flat(found)}

    assert (("source",), ("c1",)) == marks["A nurse"]
    assert (("cue",), ("c1",)) == marks["said"]
    assert (("claim", "hedge"), ("c1",)) == marks["may"]
    assert (("claim", "time"), ()) == marks["Sunday"]


def test_notices_and_furniture_are_marked() -> None:
    source = marked("[notice|Translated.]\n\n[furniture|Read also: rain]")
    text = reading(
        source,
        notices=(Notice("translation", source.one("notice")),),
        furniture=(Furniture(source.one("furniture"), "link"),),
    )

    assert [("notice",), ("furniture",)] == [segment.marks for segment in flat(text)]


def test_a_span_that_is_linked_to_has_an_address() -> None:
    source = marked("[name|Sami Daher] spoke.")
    rows = segments(reading(source), [Strand(source.one("name"), "linked")])

    assert [("s=0-10",), ()] == [segment.anchors for row in rows for segment in row]


BODIES = st.text(alphabet="ab \n\u202e😀ع", min_size=1, max_size=40).filter(lambda body: bool(body.strip()))


def test_what_a_strand_names_is_addressed_and_leads_to_its_card() -> None:
    source = marked("The [name|guard] fired at [name|Shibam].")
    guard, shibam = source.spans["name"]
    strands = [Strand(guard, "linked", "v1"), Strand(shibam, "place", "p3", name="p4", card="p3")]
    (row,) = segments(reading(source), strands)

    assert [("guard", ("v1",), ("s=4-9",), ()), ("Shibam", ("p3",), ("s=19-25", "p4"), ("p3",))] == [
        (one.text, one.parts_of, one.anchors, one.refs) for one in row if one.anchors
    ]


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    body = draw(BODIES)
    cuts = sorted({0, len(body), *draw(st.lists(st.integers(1, max(1, len(body) - 1)), max_size=3))})
    blocks = tuple(Block(cut(body, a, b), "paragraph") for a, b in pairwise(cuts))
    place = st.integers(0, len(body) - 1).flatmap(lambda a: st.tuples(st.just(a), st.integers(a + 1, len(body))))
    spans = st.lists(place.map(lambda ends: cut(body, *ends)), min_size=1, max_size=3)
    drawn = draw(st.lists(st.tuples(spans, st.lists(place.map(lambda ends: cut(body, *ends)), max_size=2)), max_size=5))
    claims = tuple(
        Claim(f"c{number}", tuple(content), hedges=tuple(hedges)) for number, (content, hedges) in enumerate(drawn)
    )
    return Reading("0" * 64, "hand", Text(body, blocks), claims=claims)


@given(readings())
def test_the_segments_joined_are_the_text(found: Reading) -> None:
    assert found.text.body == "".join(segment.text for segment in flat(found))


@given(readings())
def test_every_segment_stands_where_it_says(found: Reading) -> None:
    for segment in flat(found):
        assert segment.text == found.text.body[segment.start : segment.start + len(segment.text)]


@given(readings())
def test_every_claim_runs_through_exactly_its_words(found: Reading) -> None:
    for item in found.claims:
        covered = {
            segment.start + at
            for segment in flat(found)
            if item.id in segment.claims
            for at in range(len(segment.text))
        }
        assert covered == {at for span in item.content for at in range(span.start, span.end)}


@given(readings())
def test_every_claim_opens_and_closes_once_and_no_id_is_given_twice(found: Reading) -> None:
    rows = flat(found)
    ids = [name for segment in rows for name in (*segment.opens, *segment.anchors)]

    assert sorted(item.id for item in found.claims) == sorted(name for segment in rows for name in segment.opens)
    assert sorted(item.id for item in found.claims) == sorted(name for segment in rows for name in segment.closes)
    assert len(set(ids)) == len(ids)


def test_a_span_that_begins_in_white_space_between_blocks_is_still_addressed() -> None:
    body = "One.\n\nTwo."
    blocks = (Block(cut(body, 0, 4), "paragraph"), Block(cut(body, 6, 10), "paragraph"))
    found = Reading("0" * 64, "hand", Text(body, blocks), claims=(Claim("c1", (Span(5, 10, body[5:10]),)),))

    assert [("Two.", ("c1",))] == [(segment.text, segment.opens) for segment in flat(found) if segment.opens]
