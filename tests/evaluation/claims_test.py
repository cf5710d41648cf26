from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

pytest.importorskip("evaluation.score", reason="the evaluation does not stand beside these tests")

from corpus.tools.gold import Report, Unreadable
from evaluation.claims import same_voice
from tests.evaluation.laid import compared, found, shares, wanted

from sayso.records import Entity, Link
from sayso.spans import Span, cut

FLOOD = "[source|A clerk] [cue|said] [content|the ford was flooded at noon]."
RELAYED = "[relay|Radio Idah], [passed|citing] [source|a clerk who saw it], [cue|said] [content|the ford was flooded]."


def test_a_claim_found_as_marked_is_right_in_every_layer() -> None:
    assert {1.0} == set(shares(wanted(FLOOD), found(FLOOD)).values())


def test_recall_counts_what_is_marked_and_precision_what_is_found() -> None:
    want = wanted(
        "[content:1|The ford rose]. [content:2|Nobody crossed]. [content:3|Boats lay idle]. It was a long day."
    )
    got = found("[content:1|The ford rose]. Nobody crossed. Boats lay idle. [content:2|It was a long day].")
    figures = shares(want, got)
    assert (0.3333, 0.5, 0.4) == tuple(figures[f"claims {name}"] for name in ("recall", "precision", "F1"))


def test_an_optional_claim_is_neither_missed_nor_wrong() -> None:
    line = "[content:1|The ford rose]. [content:2|Chilling]."
    want = wanted(line, c2={"optional": True})
    assert 1.0 == shares(want, found("[content|The ford rose]. Chilling."))["claims recall"]
    assert 1.0 == shares(want, found(line))["claims precision"]


def test_nothing_found_is_no_recall_and_no_precision() -> None:
    assert {"claims recall": 0.0, "claims F1": 0.0} == shares(
        wanted(FLOOD), found("A clerk said the ford was flooded at noon.")
    )


@pytest.mark.parametrize(
    ("how", "line", "right"),
    [
        (None, "He said [content|the ford was flooded at] noon and later.", True),
        (None, "He said the ford was flooded [content|at noon and later].", False),
        (None, "[content|He said the ford was flooded at noon and later, and so was the road to the pier].", False),
        ("prefix", "He said the ford [content|was flooded at noon and later, and so was the road to the pier].", True),
        ("prefix", "[content|He said the ford was flooded] at noon and later, and so was the road.", False),
        ("prefix", "He said the ford was [content|flooded at noon and later, and so was the road].", False),
        ("overlap", "He said the ford was flooded [content|at noon] and later.", True),
        ("overlap", "[content|He said the] ford was flooded at noon and later.", False),
    ],
)
def test_a_content_is_the_marked_one_as_its_match_has_it(how: str | None, line: str, right: bool) -> None:
    content = "the ford was flooded at noon and later"
    got, want = found(line), wanted(f"[content|{content}]", c1={"match": how} if how else {})
    want = Report(want.path, got.text.body, want.gold)
    assert float(right) == shares(want, got)["claims recall"]


def test_where_the_reader_gives_two_the_one_most_like_the_marked_is_judged() -> None:
    line = "[source:1|A clerk] [cue:1|said] [content:1|the ford rose and [content:2|the bridge at Idah was closed]]."
    want = wanted("A clerk said the ford rose and [content|the bridge at Idah was closed].")
    assert 1.0 == shares(want, found(line))["source chain"]


def test_a_chain_needs_every_voice_in_order() -> None:
    without = found("Radio Idah, citing [source|a clerk who saw it], [cue|said] [content|the ford was flooded].")
    turned = found(
        "[source|Radio Idah], [cue|citing] [relay|a clerk who saw it], [passed|said] [content|the ford was flooded]."
    )
    assert [1.0, 0.0, 0.0] == [
        shares(wanted(RELAYED), one)["source chain"] for one in (found(RELAYED), without, turned)
    ]


def test_a_second_chain_that_can_be_defended_is_right_too() -> None:
    want = wanted(FLOOD, c1={"chain_also": []})
    assert 1.0 == shares(want, found("A clerk said [content|the ford was flooded at noon]."))["source chain"]


@pytest.mark.parametrize(
    ("label", "right"),
    [
        ("The clerk of the ferry at Idah", True),
        ("clerk", True),
        ("the clerk of a boat", True),
        ("the clerk on duty", False),
        ("the pier", False),
    ],
)
def test_a_label_is_right_that_holds_the_other_or_half_of_its_words(label: str, right: bool) -> None:
    voice = Link(Span(0, len(label), label), "unnamed")
    assert right == same_voice({"label": "the clerk of the ferry"}, voice)


def test_hearsay_is_right_as_hearsay_alone() -> None:
    hearsay = {"chain": [{"label": None, "cue": "is said", "kind": "unspecified"}]}
    line = "The ford [cue|is said] [content|to have been flooded]."
    cue = cut("The ford is said to have been flooded.", 9, 16)
    got = found(line, c1={"chain": (Link(None, "unspecified", None, cue),)})
    own = found(line)
    assert [1.0, 0.0] == [shares(wanted(line, c1=hearsay), one)["source chain"] for one in (got, own)]


@pytest.mark.parametrize(
    ("part", "right"), [("had [cue|said]", 1.0), ("[cue|had said]", 1.0), ("[cue|had] said", 0.0), ("had said", 0.0)]
)
def test_a_cue_is_right_that_holds_the_other(part: str, right: float) -> None:
    line = "[source|A clerk] {} [content|it rained]."
    assert right == shares(wanted(line.format("had [cue|said]")), found(line.format(part)))["cue"]


def test_the_kind_of_source_is_that_of_the_speaker() -> None:
    link = found(FLOOD).claims[0].chain[0]
    got = found(FLOOD, c1={"chain": (Link(link.label, "named_role", None, link.cue),)})
    assert [1.0, 0.0] == [shares(wanted(FLOOD), one)["source kind"] for one in (found(FLOOD), got)]


@pytest.mark.parametrize(("name", "right"), [("Ana Brod", 1.0), ("Brod", 0.0)])
def test_a_speaker_is_resolved_to_the_fullest_name(name: str, right: float) -> None:
    line = "[source|He] [cue|said] [content|it rained]."
    marked = {"label": "He", "cue": "said", "kind": "named_person", "entity": "Ana Brod"}
    voice = Link(cut("He", 0, 2), "named_person", "e1", None)
    got = replace(found(line, c1={"chain": (voice,)}), entities=(Entity("e1", name, "person", ()),))
    assert right == shares(wanted(line, c1={"chain": [marked]}), got)["speaker resolved"]


@pytest.mark.parametrize(
    ("layer", "wrong", "also"),
    [
        ("kind", "assessment", "kind_also"),
        ("polarity", "negative", "polarity_also"),
        ("certainty", "possible", "certainty_also"),
        ("quote", "direct", "quote_also"),
    ],
)
def test_a_class_is_the_marked_one_or_a_second_reading(layer: str, wrong: str, also: str) -> None:
    got = found(FLOOD, c1={layer: wrong})
    assert [0.0, 1.0] == [shares(wanted(FLOOD, c1=more), got)[layer] for more in ({}, {also: [wrong]})]


def test_what_is_not_marked_is_not_judged() -> None:
    want = wanted(FLOOD)
    del want.claims[0]["certainty"]
    assert "certainty" not in shares(want, found(FLOOD, c1={"certainty": "possible"}))


def test_every_hedge_counts() -> None:
    want = wanted(FLOOD, c1={"hedges": ["at noon", "perhaps"]})
    got = found(FLOOD, c1={"hedges": (cut("A clerk said the ford was flooded at noon.", 34, 41),)})
    assert 0.5 == shares(want, got)["hedges"]


def test_what_is_no_claim_is_left_alone() -> None:
    def told(line: str) -> float:
        gold: dict[str, Any] = {"not_claims": ["Who closed the ford?"]}
        return shares(wanted("Who closed the ford? [content|It rained].", gold), found(line))["left alone"]

    lines = ("Who closed the ford? [content|It rained].", "[content|Who closed the ford]? It rained.")
    assert [1.0, 0.0] == [told(line) for line in lines]


def test_a_report_that_is_not_marked_completely_says_nothing_of_precision() -> None:
    assert "claims precision" not in shares(wanted(FLOOD, {"complete": False}), found(FLOOD))


def test_a_miss_is_named_with_its_report() -> None:
    got = compared(wanted(FLOOD), found(FLOOD, c1={"kind": "forecast"}))
    assert (("kind", "x01 c1 want report got forecast"),) == got.misses


def test_a_text_that_lost_a_marked_quote_is_refused() -> None:
    with pytest.raises(Unreadable, match="lacks what is marked: 'a lost line'"):
        compared(wanted(FLOOD, {"not_claims": ["a lost line"]}), found(FLOOD))
