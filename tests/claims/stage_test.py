"""What stands where in a report, and whose words it is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.marked import marked, paragraph

from sayso.claims.stage import Stage, gap
from sayso.records import Block, Claim, ClaimKind, Link, Text
from sayso.spans import Span, cut


def _stage(line: str, kind: ClaimKind = "report") -> tuple[Stage, dict[str, Span]]:
    """The stage of a marked line, with its parts by name; `content` is what the `cue` gives to others."""
    text, parts = marked(line)
    spans = {part.name: part.span for part in parts}
    link = Link(None, "unnamed", cue=spans.get("cue"))
    claims = [Claim("c1", (spans["content"],), (link,), kind)] if "content" in spans else []
    return Stage(text, claims, [part.span for part in parts if part.name in {"place", "time"}]), spans


def _heads(line: str) -> list[str]:
    stage, _ = _stage(line)
    return [stage.sentences[number].text for number in sorted(stage.heads)]


def test_the_edge_of_a_clause_sets_things_apart() -> None:
    near, far = "They fired near Sirte", "They fired; so Sirte"
    assert gap(near, cut(near, 5, 10), cut(near, 16, 21)) < gap(far, cut(far, 5, 10), cut(far, 15, 20))


def test_a_span_stands_in_the_sentence_it_begins_in() -> None:
    stage, spans = _stage("Nobody knew. Rebels [x|fired] twice.")
    assert "Rebels fired twice." == stage.sentence(spans["x"]).text


def test_outside_of_sentences_a_span_stands_by_itself() -> None:
    text = Text("Raid on Marib", (Block(cut("Raid on Marib", 0, 13), "title"),))
    assert "Raid" == Stage(text, ()).sentence(cut(text.body, 0, 4)).text
    assert "title" == Stage(text, ()).role(cut(text.body, 0, 4))


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("[place|Marib], [time|3 May]. Gunmen fired on a bus.", ["Marib, 3 May."]),
        ("2. [time|Wed 15 Oct], Khirba (B). Police held six men.", ["2. Wed 15 Oct, Khirba (B)."]),
        ("Gunmen came to [place|Marib] again. They fired.", []),
        ("They fled. [place|Marib], [time|3 May].", []),
        ("[place|Marib].", []),
    ],
)
def test_a_paragraph_may_be_headed_by_a_place_and_a_day(line: str, expected: list[str]) -> None:
    assert expected == _heads(line)


def test_a_head_may_name_a_place_that_nobody_knows() -> None:
    stage, _ = _stage("[time|Wed 15 Oct], Khirba (B). Police held six men.")
    assert ["Khirba"] == [span.text for span in stage.strange]


def test_words_belong_to_the_claims_that_hold_them() -> None:
    stage, spans = _stage("He [cue|said] [content|rebels [x|fired]].")
    assert (frozenset({"c1"}), frozenset()) == (stage.voices(spans["x"]), stage.voices(spans["cue"]))


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("He [cue|said] in [x|Aden] that [content|rebels fired].", True),
        ("In [x|Aden], he [cue|said], [content|rebels fired].", False),
        ("He [cue|said] [content|rebels fired in [x|Aden]].", False),
        ("He [cue|said] [content|rebels fired], on the road to [x|Aden].", False),
        ("Rebels fired in [x|Aden].", False),
    ],
)
def test_what_follows_the_verb_of_saying_is_where_somebody_spoke(line: str, *, expected: bool) -> None:
    stage, spans = _stage(line)
    assert expected == stage.spoken_at(spans["x"])


@given(st.lists(st.sampled_from(["Rebels fired.", "Nobody knew.", "Who won?"]), min_size=1, max_size=6), st.data())
def test_sentences_around_a_span_hold_its_own(said: list[str], data: st.DataObject) -> None:
    stage = Stage(paragraph(" ".join(said)), ())
    own = data.draw(st.sampled_from(stage.sentences))
    start, end = stage.around(own, data.draw(st.integers(0, 9)), data.draw(st.integers(0, 9)))
    assert start <= own.start < own.end <= end


def test_what_stands_behind_a_claim_of_responsibility_tells_of_the_act() -> None:
    line = "Missiles fell: [content|strikes] [cue|claimed] by the River Guard on a depot in [x|Erbil]."
    told, claimed = _stage(line), _stage(line, "responsibility")
    assert told[0].spoken_at(told[1]["x"])
    assert not claimed[0].spoken_at(claimed[1]["x"])
