from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as some
from tests.link.ruled import IDS, POST, moved, post, radio

from sayso.errors import NotFound
from sayso.link.passages import Lost, find, passage
from sayso.records import Entity, Reading
from sayso.spans import cut


def lost(wanted: str, reading: Reading, *, alike: bool = True) -> str:
    """Why a passage of the Post's report is not found in a reading; "" where it is."""
    found = find(passage(post(), wanted), reading, alike=alike)
    return found.because if isinstance(found, Lost) else ""


def test_a_claim_is_referred_to_by_bytes_words_and_sense() -> None:
    found = passage(post(), "c3")
    assert (IDS["post"], "claim", "any shell was fired") == (found.sha256, found.what, found.words)
    assert ("denial", "negative", "The garrison", "old") == (found.kind, found.polarity, found.speaker, found.model)


def test_an_event_is_referred_to_by_its_trigger() -> None:
    found = passage(post(), "v0")
    assert ("event", "struck", "ASSAULT") == (found.what, found.words, found.kind)


def test_a_speaker_is_known_by_the_fullest_name() -> None:
    reading = post()
    link = replace(reading.claims[1].chain[0], entity="e1")
    reading = replace(
        reading,
        entities=(Entity("e1", "Hala Osman Ali", "person", ()),),
        claims=(replace(reading.claims[1], chain=(link,)),),
    )
    assert "Hala Osman Ali" == passage(reading, "c2").speaker


def test_an_item_that_is_not_there_is_named() -> None:
    with pytest.raises(NotFound, match="no claim or event c9"):
        passage(post(), "c9")


@pytest.mark.parametrize("item", ["c1", "c2", "c3", "v0"])
def test_what_is_read_as_before_is_found_under_its_new_id(item: str) -> None:
    reading = post(model="new")
    claims = tuple(replace(claim, id=f"c{9 - number}") for number, claim in enumerate(reading.claims))
    events = tuple(replace(event, id="v7") for event in reading.events)
    new = {"c1": "c9", "c2": "c8", "c3": "c7", "v0": "v7"}
    assert new[item] == find(passage(post(), item), replace(reading, claims=claims, events=events), alike=True)


@pytest.mark.parametrize("item", ["c1", "c2", "c3", "v0"])
@given(before=some.text("ab \n", min_size=1, max_size=40))
def test_words_are_found_wherever_they_have_moved_to(item: str, before: str) -> None:
    assert item == find(passage(post(), item), post(before + POST), alike=True)


def test_of_the_same_words_twice_the_nearest_is_meant() -> None:
    body = POST + "Later two drivers were killed elsewhere.\n"
    reading = post(body)
    at = body.rindex("two drivers")
    again = replace(reading.claims[1], id="c4", content=(cut(body, at, at + len("two drivers were killed")),))
    assert "c4" == find(
        passage(replace(reading, claims=(again,)), "c4"), replace(reading, claims=(*reading.claims, again)), alike=True
    )


def test_a_claim_with_other_edges_is_still_that_claim() -> None:
    reading = post()
    wider = moved(reading, content=(cut(POST, 0, len("A shell struck the dairy in Kosti on Friday.")),))
    assert "c1" == find(passage(reading, "c1"), wider, alike=True)


def test_a_claim_cut_in_half_is_another_claim() -> None:
    half = moved(post(), content=(cut(POST, 0, len("A shell struck")),))
    assert "No claim is read any more in the words “A shell struck the dairy in Kosti on Friday”." == lost("c1", half)


def test_an_event_with_another_trigger_at_the_place_is_still_that_event() -> None:
    start = POST.index("shell struck")
    events = (replace(post().events[0], trigger=cut(POST, start, start + len("shell struck"))),)
    assert "" == lost("v0", replace(post(), events=events))


def test_words_that_are_gone_from_the_text_are_said_to_be() -> None:
    because = "The words “A shell struck the dairy in Kosti on Friday” no longer stand in the report's text."
    assert because == lost("c1", radio())


@pytest.mark.parametrize(
    ("changes", "because"),
    [
        ({"polarity": "negative"}, "is now read as negative, and was positive."),
        ({"kind": "forecast"}, "is now read as forecast, and was report."),
        ({"chain": post().claims[2].chain}, "is now said by The garrison, and was by the report itself."),
    ],
)
def test_a_claim_read_in_another_sense_is_found_only_by_those_who_do_not_mind(
    changes: dict[str, object], because: str
) -> None:
    reading = moved(post(), **changes)
    assert f"“A shell struck the dairy in Kosti on Friday” {because}" == lost("c1", reading)
    assert "" == lost("c1", reading, alike=False)


def test_a_longer_label_is_the_same_speaker() -> None:
    reading = post()
    at = POST.index("The mayor")
    label = cut(POST, at, at + len("The mayor, Hala Osman"))
    claim = replace(reading.claims[1], chain=(replace(reading.claims[1].chain[0], label=label),))
    assert "" == lost("c2", replace(reading, claims=(claim,)))


def test_of_two_claims_in_the_same_words_the_one_in_the_same_sense_is_meant() -> None:
    reading = post()
    rival = replace(reading.claims[0], id="c0", kind="forecast")
    assert "c1" == find(passage(reading, "c1"), replace(reading, claims=(rival, *reading.claims)), alike=True)
