import pytest
from tests.clean.reports import LEAD, SECOND

from sayso.clean.draft import Hint
from sayso.clean.top import head_of, is_byline, is_paragraph


def title_of(*texts: str) -> str | None:
    hints: list[Hint] = [""] * len(texts)
    index = head_of(texts, hints).title
    return None if index is None else texts[index]


@pytest.mark.parametrize(
    "line",
    [
        "By Amna Zwai",
        "By Amna Zwai and Omar Deeb in Misrata",
        "BY AMNA ZWAI",
        "Written by Amna Zwai, special correspondent",
        "Amna Zwai | 12 January 2024",
        "From our correspondent in Sirte",
        "12 January 2024, 14:30 GMT",
        "Published: Friday, January 12, 2024",
        "Last updated 14:20 GMT",
        "Omar Deeb contributed reporting.",
    ],
)
def test_a_line_that_says_who_or_when_is_a_byline(line: str) -> None:
    assert is_byline(line)


@pytest.mark.parametrize(
    "line",
    ["By Tuesday the gate was shut.", "By the river they waited", "On 12 January 2024 gunmen entered the store", LEAD],
)
def test_a_sentence_is_no_byline(line: str) -> None:
    assert not is_byline(line)


def test_the_first_line_without_a_stop_is_the_title() -> None:
    assert "Guards wounded at grain store" == title_of("Guards wounded at grain store", LEAD)


def test_a_title_may_ask() -> None:
    assert "Checkpoints vanish on the coast road: withdrawal or redeployment?" == title_of(
        "Checkpoints vanish on the coast road: withdrawal or redeployment?", LEAD
    )


def test_a_caption_a_byline_or_a_date_above_it_is_not_the_title() -> None:
    lines = ("Photo: The store (archive)", "12 January 2024", "By Amna Zwai", "Guards wounded at grain store")
    assert "Guards wounded at grain store" == title_of(*lines, LEAD)


@pytest.mark.parametrize(
    "line", ["Dear colleagues", "Misrata, Libya —", "14:05 GMT", "https://orontes.example/1", LEAD]
)
def test_a_greeting_a_dateline_a_clock_or_a_sentence_is_no_title(line: str) -> None:
    assert title_of(line, LEAD, SECOND) is None


def test_one_line_alone_has_no_title() -> None:
    assert title_of("Guards wounded at grain store") is None


def test_a_title_the_page_marks_is_believed() -> None:
    assert 1 == head_of(["Libya news today", "Guards wounded.", LEAD], ["", "title", ""]).title


def test_running_text_is_long_or_ends_in_a_stop() -> None:
    assert [True, False, False] == [
        is_paragraph(text) for text in (LEAD, "A short line", "Who fired at the guards near the store?")
    ]
