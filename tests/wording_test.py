from dataclasses import replace
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.records import (
    Block,
    Certainty,
    Claim,
    ClaimKind,
    Entity,
    Link,
    Mention,
    Notice,
    NoticeKind,
    Polarity,
    Quote,
    Reading,
    SourceKind,
    Text,
)
from sayso.spans import Span, check, cut
from sayso.wording import CERTAINTIES, KINDS, NOTICES, POLARITIES, QUOTES, SOURCES, sentence

BODY = (
    "A field source east of Raqqa stressed to Nahr Wire that the convoy was not a withdrawal. "
    "Colonel Sami Daher denied that his men fired. He said the road could close; rockets reportedly fell. "
    "Residents near the mill say shells fell. “We hit the depot,” the Dune Brigades claimed, Nahr Wire reported. "
    "This article was translated by Eastern Digest."
)


def at(words: str, nth: int = 1) -> Span:
    start = -1
    for _ in range(nth):
        start = BODY.index(words, start + 1)
    return cut(BODY, start, start + len(words))


def reading(*notices: Notice, outlet: str | None = None) -> Reading:
    block = Block(cut(BODY, 0, len(BODY)), "paragraph")
    daher = Entity("e1", "Sami Daher", "person", ("m1", "m2"))
    mentions = (Mention("m1", at("Sami Daher"), "person", "e1"), Mention("m2", at("He"), "person", "e1"))
    text = Text(BODY, (block,), outlet=outlet, notices=notices)
    return Reading("0" * 64, "rules", text, mentions=mentions, entities=(daher,))


def said(claim: Claim, source: Reading | None = None) -> str:
    return "".join(part.text for part in sentence(claim, source or reading()))


def link(label: str | None, kind: SourceKind, cue: str | None = None, entity: str | None = None) -> Link:
    return Link(at(label) if label else None, kind, entity, at(cue) if cue else None)


TRANSLATED = Notice("translation", at("This article was translated by Eastern Digest."), "Eastern Digest")
FIELD = link("A field source east of Raqqa", "unnamed", "stressed")
WIRE = link("Nahr Wire", "outlet")
CONVOY = Claim(
    "c1", (at("the convoy was not a withdrawal"),), (FIELD, WIRE), "assessment", polarity="negative", quote="indirect"
)


def test_a_relayed_and_translated_claim_names_everybody_it_went_through() -> None:
    expected = (
        "An unnamed source (“A field source east of Raqqa”), as told to Nahr Wire, translated by Eastern Digest, "
        "says (“stressed”, negative, assessment): the convoy was not a withdrawal"
    )

    assert expected == said(CONVOY, reading(TRANSLATED))


def test_the_outlet_speaks_in_its_own_words() -> None:
    claim = Claim("c1", (at("shells fell"),))

    assert "Coast Live, in its own words, says: shells fell" == said(claim, reading(outlet="Coast Live"))


def test_a_report_of_no_known_outlet_says_it_itself() -> None:
    assert "The report itself says: shells fell" == said(Claim("c1", (at("shells fell"),)))


def test_a_translation_is_not_the_outlet_s_own_words() -> None:
    claim = Claim("c1", (at("shells fell"),))
    source = reading(TRANSLATED, outlet="Eastern Digest")

    assert "The report itself, translated by Eastern Digest, says: shells fell" == said(claim, source)


def test_an_agency_s_text_is_not_the_outlet_s_own_words() -> None:
    notice = Notice("syndication", at("Nahr Wire reported"), "Nahr Wire")
    claim = Claim("c1", (at("shells fell"),))

    assert "The report itself, taken over from Nahr Wire, says: shells fell" == said(claim, reading(notice, outlet="X"))


def test_a_notice_that_covers_other_words_is_not_mentioned() -> None:
    notice = replace(TRANSLATED, covers=at("rockets"))

    assert "translated" not in said(CONVOY, reading(notice))


def test_a_translator_who_is_not_named_is_not_invented() -> None:
    notice = replace(TRANSLATED, outlet=None)

    assert "The report itself, in translation, says: shells fell" == said(
        Claim("c1", (at("shells fell"),)), reading(notice)
    )


def test_hearsay_says_that_nobody_is_named() -> None:
    claim = Claim("c1", (at("rockets"), at("fell")), (link(None, "unspecified", "reportedly"),), certainty="probable")

    assert "It is said — nobody is named — (“reportedly”, probable): rockets … fell" == said(claim)


def test_hearsay_can_be_relayed() -> None:
    claim = Claim("c1", (at("shells fell"),), (link(None, "unspecified"), WIRE), "denial", polarity="negative")

    assert "This is denied — nobody is named, as told to Nahr Wire: shells fell" == said(claim)


def test_a_relay_nobody_names_is_said_to_be_one() -> None:
    relay = Link(None, "unspecified", cue=at("reportedly"))
    claim = Claim("c1", (at("shells fell"),), (WIRE, relay))

    assert "Nahr Wire, as relayed by somebody not named (“reportedly”), says: shells fell" == said(claim)


def test_a_denial_denies() -> None:
    source = link("Colonel Sami Daher", "named_person", "denied", "e1")
    claim = Claim("c1", (at("his men fired"),), (source,), "denial", polarity="negative")

    assert "Colonel Sami Daher denies this (“denied”): his men fired" == said(claim)


def test_a_pronoun_is_shown_with_the_full_name_and_a_link_to_it() -> None:
    claim = Claim(
        "c1",
        (at("the road could close"),),
        (link("He", "named_person", "said", "e1"),),
        "forecast",
        certainty="possible",
        hedges=(at("could"),),
    )
    named = [part.span for part in sentence(claim, reading()) if part.role == "name"]

    assert "He (Sami Daher) says (“said”, forecast, possible: “could”): the road could close" == said(claim)
    assert [at("Sami Daher")] == named


def test_a_responsibility_claim_keeps_its_relay_and_its_quotation_marks() -> None:
    relay = Link(at("Nahr Wire", 2), "outlet", cue=at("reported", 2))
    speaker = link("the Dune Brigades", "organisation", "claimed")
    claim = Claim("c1", (at("We hit the depot"),), (speaker, relay), "responsibility", quote="direct")
    expected = (
        "the Dune Brigades, as relayed by Nahr Wire (“reported”), "
        "claim responsibility for this (“claimed”): “We hit the depot”"
    )

    assert expected == said(claim)


def test_several_unnamed_sources_are_several() -> None:
    claim = Claim("c1", (at("shells fell"),), (link("Residents near the mill", "unnamed", "say"),))

    assert "Unnamed sources (“Residents near the mill”) say (“say”): shells fell" == said(claim)


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("the police", True),
        ("the police office", False),
        ("they", True),
        ("engineers", True),
        ("a nurse and a driver", True),
        ("a resident of the suburbs", False),
        ("his boss", False),
    ],
)
def test_the_verb_agrees_with_the_source(label: str, expected: bool) -> None:
    body = f"{label} spoke."
    source = Link(cut(body, 0, len(label)), "unnamed")
    claim = Claim("c1", (cut(body, len(label) + 1, len(body)),), (source,))
    text = Text(body, (Block(cut(body, 0, len(body)), "paragraph"),))

    assert expected == ("”) say:" in said(claim, Reading("0" * 64, "rules", text)))


def test_a_hedge_that_is_the_cue_is_not_said_twice() -> None:
    chain = (link(None, "unspecified", "reportedly"),)
    claim = Claim("c1", (at("fell"),), chain, certainty="certain", hedges=(at("reportedly"),))

    assert 1 == said(claim).count("reportedly")


def test_a_hedged_claim_without_a_degree_is_still_hedged() -> None:
    claim = Claim("c1", (at("the road could close"),), hedges=(at("could"),))

    assert "The report itself says (hedged: “could”): the road could close" == said(claim)


@pytest.mark.parametrize("kind", ["assessment", "forecast", "intention", "demand"])
def test_no_kind_is_worded_more_strongly_than_says(kind: ClaimKind) -> None:
    assert f"The report itself says ({kind}): shells fell" == said(Claim("c1", (at("shells fell"),), kind=kind))


@given(
    kind=st.sampled_from(get_args(ClaimKind)),
    chain=st.lists(st.sampled_from([FIELD, WIRE, link("He", "unnamed", "said", "e1"), Link(None, "unspecified")])),
    polarity=st.sampled_from(get_args(Polarity)),
    certainty=st.sampled_from(get_args(Certainty)),
)
def test_every_part_that_quotes_stands_in_the_report(
    kind: ClaimKind, chain: list[Link], polarity: Polarity, certainty: Certainty
) -> None:
    claim = Claim("c1", CONVOY.content, tuple(chain), kind, polarity, certainty)
    for part in sentence(claim, reading(TRANSLATED)):
        if part.span is not None:
            assert part.text == check(BODY, part.span).text


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        (SOURCES, SourceKind),
        (NOTICES, NoticeKind),
        (KINDS, ClaimKind),
        (POLARITIES, Polarity),
        (CERTAINTIES, Certainty),
        (QUOTES, Quote),
    ],
)
def test_every_kind_has_words(words: dict[str, str], kind: object) -> None:
    assert set(get_args(kind)) == set(words)
