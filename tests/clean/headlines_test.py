import pytest
from tests.clean.reports import LEAD, SECOND, THIRD

from sayso.clean.headlines import (
    Surroundings,
    has_headline_verb,
    is_headline_shaped,
    is_time_stamp,
    is_title_case,
    leads_elsewhere,
    reads_as_sentence,
)


def judged(line: str) -> bool:
    texts = [LEAD, line, SECOND, THIRD]
    return leads_elsewhere(line, Surroundings(texts, [1]).around(1))


@pytest.mark.parametrize(
    "line",
    [
        "Eleven Teachers Dismissed in Zuwara After Salary Protest",
        "Ferry Company Sues Port Over Unpaid Fees",
        "Tripoli: Bread Crisis Deepens",
        "Turkey shells villages north of Manbij, killing three",
        "Why Is Rain Late in the Nafusa Mountains This Year?",
    ],
)
def test_a_headline_the_article_does_not_take_up_leads_elsewhere(line: str) -> None:
    assert judged(line)


@pytest.mark.parametrize(
    "line",
    [
        "A second attack",
        "Fear at the grain store",
        "Who fired at the guards?",
        "What the driver told the council",
        "Background",
    ],
)
def test_a_heading_of_the_article_stays(line: str) -> None:
    assert not judged(line)


def test_a_strange_headline_is_further_from_the_article_than_a_heading() -> None:
    texts = [
        LEAD,
        "Bread Prices Double in Tunis as Strike Bites",
        SECOND,
        "Shots from a van at the gate of the store",
        THIRD,
    ]
    surroundings = Surroundings(texts, [1, 3])
    assert [True, False] == [leads_elsewhere(texts[index], surroundings.around(index)) for index in (1, 3)]


@pytest.mark.parametrize(
    "text",
    ["The gate was shut.", "- first point", "the lower case line", "One thing. Another thing", "“No,” — A driver"],
)
def test_sentences_points_and_signed_quotations_are_no_headlines(text: str) -> None:
    assert not is_headline_shaped(text)


def test_a_line_may_be_a_headline_with_a_question_mark() -> None:
    assert is_headline_shaped("Who Controls the Roads of Western Tripoli?")


@pytest.mark.parametrize("text", ["14:05 GMT", "18:40 What we know so far", "9:15 am"])
def test_the_clock_of_a_live_report_is_seen(text: str) -> None:
    assert is_time_stamp(text)


def test_title_case_leaves_small_words_aside() -> None:
    assert [True, False] == [
        is_title_case("Guards Shot at the Gate of a Store"),
        is_title_case("Guards shot at the gate"),
    ]


def test_a_headline_verb_is_known_in_its_forms() -> None:
    assert [True, True, False] == [
        has_headline_verb(text) for text in ("Army Denies Raid", "Towns Seized", "The road south")
    ]


def test_a_sentence_that_lost_its_stop_reads_as_one() -> None:
    assert [True, False] == [
        reads_as_sentence(text) for text in ("The army has not commented on it", "Army denies the raid on it")
    ]
