"""Subjects, objects and agents by the order of words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.marked import marked

from sayso.claims.named import Named
from sayso.claims.parties import cast
from sayso.claims.syntax import Scene, stretch
from sayso.records import Trigger
from sayso.spans import cut

WORDS = [
    "Riders",
    "the army",
    "that",
    "who",
    "said",
    "to",
    "shell",
    "shelled",
    "shelling",
    "and",
    ",",
    "was",
    "by",
    "if",
]


def _scene(line: str) -> tuple[Scene, int, str]:
    """The scene of a line, the number of its verb, and its subject as marked."""
    text, parts = marked(line)
    spans = {part.name: part.span for part in parts}
    scene = Scene(text.body, (0, len(text.body)), Named())
    verb = next(at for at, word in enumerate(scene.words) if word.start == spans["verb"].start)
    return scene, verb, spans["subject"].text if "subject" in spans else ""


@pytest.mark.parametrize(
    "line",
    [
        "[subject|The army] [verb|shelled] Sefa.",
        "[subject|The army] of the coast, on Monday, [verb|shelled] Sefa.",
        "[subject|The mayor], a former judge, [verb|fled].",
        "The mayor, [subject|Ali Sidou], [verb|fled].",
        "[subject|Ali Sidou], Sefa, [verb|fled].",
        "Workers of [subject|the union] who [verb|met] left.",
        "[subject|Men] armed with rifles [verb|stormed] Sefa.",
        "[subject|The union] vowed to [verb|march].",
        "The court ordered [subject|the army] to [verb|leave].",
        "[subject|The army] raided a farm, [verb|seizing] maize.",
        "By [verb|shelling] Sefa, [subject|the army] lost it.",
        "He said [subject|the army] [verb|shelled] Sefa.",
        "[subject|The shop] where guns were found would be [verb|searched].",
        "Nobody knew; [verb|shelled] again.",
    ],
)
def test_a_verb_has_the_subject_that_the_order_of_words_gives_it(line: str) -> None:
    scene, verb, wanted = _scene(line)
    one = scene.subject(verb)
    assert wanted == (scene.body[scene.words[one.first].start : scene.words[one.last - 1].end] if one else "")


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Sefa was [verb|shelled].", True),
        ("A mill [verb|shelled] by riders burned.", True),
        ("They were [verb|shelling] Sefa.", False),
        ("They had [verb|shelled] Sefa by noon.", False),
    ],
)
def test_a_passive_is_told_by_its_auxiliary_or_its_agent(line: str, *, expected: bool) -> None:
    scene, verb, _ = _scene(line)
    assert expected == scene.is_passive(verb)


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=40), st.integers(0, 39))
def test_whatever_the_order_the_sides_are_words_of_the_text(words: list[str], at: int) -> None:
    body = " ".join(words)
    start = len(" ".join(words[: at % len(words)])) + (at % len(words) > 0)
    trigger = Trigger(cut(body, start, start + len(words[at % len(words)])), "ASSAULT")
    [found] = cast(body, [trigger], cut(body, 0, len(body)))
    for side in (found.actor, found.recipient):
        assert side is None or side.text == body[side.start : side.end]


def test_of_a_long_sentence_a_part_is_looked_at_that_neighbours_share() -> None:
    whole = cut("a" * 9_000, 0, 9_000)
    assert (0, 9_000) != stretch(whole, 4_500) == stretch(whole, 4_600)
    assert [(0, 2_000), (7_000, 9_000)] == [stretch(whole, 10), stretch(whole, 8_990)]


def test_a_long_chain_of_infinitives_is_read_to_its_end() -> None:
    body = "Riders vowed " + "to help " * 400 + "Sefa."
    [found] = cast(body, [Trigger(cut(body, 7, 12), "AGREE")], cut(body, 0, len(body)))
    assert "Riders" == (found.actor and found.actor.text)
