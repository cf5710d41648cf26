from __future__ import annotations

from collections import Counter

import pytest

from sayso.times.cascade import Hit, run, stage
from sayso.times.english import ENGLISH
from sayso.times.english_words import LEXICON
from sayso.times.language import Language, Tenses
from sayso.times.lexicon import CODE, KINDS, Item, Lexicon
from sayso.times.meanings import Dated, Fixed, Meaning
from sayso.times.scene import Scene

NAMES = {code: kind for kind, code in CODE.items()}


def kinds(body: str) -> list[str]:
    return [NAMES[item.kind] for item in LEXICON.items(body, 0, len(body))]


def test_every_kind_has_its_own_character() -> None:
    assert len(KINDS) == len(set(CODE.values()))


def test_every_word_of_the_lexicon_has_a_known_kind() -> None:
    assert set() == {kind for kind, _ in [*LEXICON.words.values(), *LEXICON.phrases.values()]} - set(KINDS)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("on 16 January 2024", ["on", "num", "month", "year"]),
        ("may march on May", ["other", "other", "on", "month"]),
        ("Jan. 16", ["mabbr", "num"]),
        ("The end. Then", ["the", "edge", "stop", "then"]),
        ("F-16 and T-72", ["name", "dash", "other", "and", "name", "dash", "other"]),
        ("mid-2023", ["mid", "dash", "year"]),
        ("2,000 men", ["other", "counted"]),
        ("$2014 16%", ["other", "other"]),
        ("3:30 p.m. GMT", ["clock", "ampm", "zone"]),
        ("3pm 9.45 pm", ["num", "ampm", "clock", "ampm"]),
        ("the 1990s", ["the", "decade"]),
        ("5 March Street", ["num", "month", "tail"]),
        ("https://a.example/2024/01/16", ["other"]),
        ("9/11 19/11 9/11/2023", ["feast", "pair", "slash"]),
        ("New Year's Eve", ["feast"]),
        ("Tuesday’s", ["weekday", "poss"]),
    ],
)
def test_words_and_figures_are_told_apart(body: str, expected: list[str]) -> None:
    assert expected == kinds(body)


def test_items_quote_their_place_in_the_whole_text() -> None:
    body = "🚀 on 16 January"
    assert ["16", "January"] == [body[item.start : item.end] for item in LEXICON.items(body, 5, len(body))]


@pytest.mark.parametrize(
    ("sentence", "tense"),
    [
        ("They will meet on Tuesday", "future"),
        ("They met on Tuesday", "past"),
        ("On Tuesday they will meet", "future"),
        ("On Tuesday they left", "past"),
        ("Guards will be replaced on Tuesday", "future"),
        ("Ministers to meet on Tuesday", "future"),
        ("They agreed to meet on Tuesday", "future"),
        ("They refused to meet on Tuesday", "past"),
        ("He said it would open on Tuesday", "future"),
        ("It will open, he said on Tuesday", "past"),
        ("It will open. On Tuesday", "none"),
        ("The raid on Tuesday", "none"),
    ],
)
def test_the_nearest_cue_gives_the_tense(sentence: str, tense: str) -> None:
    items = run(LEXICON.items(sentence, 0, len(sentence)), ENGLISH.stages)
    (at,) = [number for number, item in enumerate(items) if item.kind == CODE["Wday"]]
    assert tense == ENGLISH.tenses.tense(items, at)


def test_the_longest_rule_wins_and_a_refusal_gives_way_to_the_next() -> None:
    refused: list[str] = []

    def refuse(hit: Hit) -> Meaning | None:
        refused.append(hit.one("num").word)
        return None

    rules = (("Date", "<num><month>", lambda _: Fixed("2024")), ("Date", "<num><month><year>", refuse))
    made = run(LEXICON.items("16 January 2024", 0, 15), [stage(rules, {}, "")])
    assert (["16"], ["16 january", "2024"]) == (refused, [item.word for item in made])


def test_another_language_is_data() -> None:
    words = {"januar": ("month", 1), "am": ("on", 0)}
    feasts = {"Silvester": ("feast", 1231)}
    lexicon = Lexicon(words, frozenset({"month"}), ("Jan",), feasts, ("ste",), "'s", "Uhr", {".": "stop"})
    rules = (("Date", "<num><stop><month>", lambda hit: Dated(hit.one("month").value, hit.one("num").value, 2024)),)
    tenses = Tenses(frozenset(), frozenset({"wird"}), frozenset(), frozenset(), "te", "zu")
    german = Language(lexicon, (stage(rules, {}, ""),), tenses)
    items = run(german.lexicon.items("am 16. Januar", 0, 13), german.stages)
    (date,) = [item.meaning for item in items if item.meaning is not None]
    assert "2024-01-16" == date.resolve(Scene(None)).edtf


def test_no_item_is_lost_by_the_stages() -> None:
    body = "On Tuesday, 16 January, at dawn, shells fell from 3 to 5 a.m. near Homs."
    made: list[Item] = run(LEXICON.items(body, 0, len(body)), ENGLISH.stages)
    covered = Counter(at for item in made for at in range(item.start, item.end))
    assert {1} == set(covered.values())
    assert all(covered[at] for at, sign in enumerate(body) if not sign.isspace() and made[0].start <= at)
