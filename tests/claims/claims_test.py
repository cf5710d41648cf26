"""What a claim is: its kind, its polarity, how sure, and who makes it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from tests.marked import lines, marked, paragraph

from sayso.claims import find
from sayso.read.rules import read
from sayso.records import Claim, ClaimKind, Judgement


def _claims(body: str, outlet: str | None = None) -> tuple[Claim, ...]:
    text = paragraph(body, outlet)
    return find(text, read(text))


@pytest.mark.parametrize("line", lines(Path(__file__).with_name("cases.txt")))
def test_one_sentence_makes_one_claim(line: str) -> None:
    wanted, _, sentence = line.partition(" :: ")
    text, parts = marked(sentence)
    [claim] = find(text, read(text))
    source = claim.chain[0].kind if claim.chain else "-"
    assert wanted == " ".join((claim.kind, claim.polarity, claim.certainty, claim.quote, source))
    assert [part.span for part in parts] == list(claim.hedges)


def test_the_outlet_that_publishes_is_not_in_its_own_chain() -> None:
    body = "The governor told the Ostra Post that the bank was safe."
    assert ["The governor"] == [link.label.text for link in _claims(body, "Ostra Post")[0].chain if link.label]
    assert 2 == len(_claims(body, "Radio Sefa")[0].chain)


def test_the_weakest_hedge_holds() -> None:
    [claim] = _claims("Residents said the bridge may have probably been mined.")
    assert ("possible", ["may", "probably"]) == (claim.certainty, [span.text for span in claim.hedges])


def test_a_negation_in_a_side_clause_leaves_the_claim_positive() -> None:
    assert ["positive"] == [c.polarity for c in _claims("He said the men fled because nobody stopped them.")]


def test_a_speaker_s_entity_is_named_in_the_chain() -> None:
    first, second = _claims("Lena Orvik said the list was old. She said the names were wrong.")
    assert ("named_person", first.chain[0].entity) == (second.chain[0].kind, second.chain[0].entity)


def test_hearsay_has_a_link_without_a_label() -> None:
    [link] = _claims("Two men are said to have fled.")[0].chain
    assert (None, "unspecified") == (link.label, link.kind)


def test_a_text_without_statements_makes_no_claims() -> None:
    assert () == _claims("")
    assert () == _claims("Who opened the gate?")


@pytest.mark.parametrize(
    ("sentence", "judged", "kind"),
    [
        ("The mayor denied the raid on the mill.", "assessment", "denial"),
        ("The mayor said the list was never opened.", "denial", "report"),
        ("The mayor said the list was never opened.", "assessment", "assessment"),
        ("The mayor urged the camp to leave the mill.", "denial", "denial"),
        ("The mayor predicted that the raid could lead to a war.", "assessment", "forecast"),
        ("The mayor said the camp plans to leave the mill.", "report", "intention"),
    ],
)
def test_a_reader_judges_the_kind_unless_the_words_settle_it(sentence: str, judged: ClaimKind, kind: ClaimKind) -> None:
    text = paragraph(sentence)
    tags = read(text)
    judgements = (Judgement(tags.attributions[0].content[0], judged, "positive", "certain"),)
    assert kind == find(text, replace(tags, judgements=judgements))[0].kind
