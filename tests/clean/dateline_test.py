import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.clean.reports import LEAD, SECOND, cleaned, report, roles

from sayso.clean.dateline import dateline

DATELINES = [
    "SIRTE - ",
    "SIRTE/MISRATA: ",
    "BEIRUT, March 12 (Nahr Wire) - ",
    "MARIB — ",
    "PORT SUDAN, Sudan, Oct. 3 (Nahr Wire) -- ",
    "Sirte: ",
    "Sirte, 13 Feb. 2024 (NWA) - ",
    "TRIPOLI (Nahr Wire), October 17, 2024 – ",
    "Zuwara, September 17 (Coast Press). ",
    "MISRATA. ",
]


@pytest.mark.parametrize("front", DATELINES)
def test_a_dateline_is_measured_with_the_white_space_after_it(front: str) -> None:
    assert len(front) == dateline(front + LEAD)


@pytest.mark.parametrize(
    "text",
    [
        LEAD,
        "Summary: Two guards were wounded near Sirte on Monday.",
        "Police: Two guards were wounded near Sirte on Monday.",
        "The mayor, Omar Deeb - a former driver - said so.",
        "Monday was quiet. Two guards slept.",
        "“Sirte: never again,” a banner read.",
    ],
)
def test_a_sentence_a_label_or_a_speaker_is_no_dateline(text: str) -> None:
    assert 0 == dateline(text)


def test_the_dateline_is_a_block_of_its_own_in_front_of_the_first_paragraph() -> None:
    text = cleaned(report("Guards wounded at grain store", f"SIRTE, March 12 (Nahr Wire) - {LEAD}", SECOND))
    assert ["SIRTE, March 12 (Nahr Wire) -"] == roles(text, "dateline")
    assert [LEAD, SECOND] == roles(text, "paragraph")


def test_only_the_first_paragraph_has_a_dateline() -> None:
    text = cleaned(report("Guards wounded at grain store", LEAD, f"MISRATA — {SECOND}"))
    assert [] == roles(text, "dateline")


def test_a_line_that_only_dates_the_report_is_a_dateline_and_no_part_of_the_article() -> None:
    line = "Sirte, Friday 12 January 2024"
    text = cleaned(report("Guards wounded at grain store near Sirte", line, LEAD, SECOND))
    assert ([line], [line]) == (roles(text, "dateline"), [item.span.text for item in text.furniture])


@given(st.text(max_size=200))
def test_a_dateline_never_takes_the_whole_text(text: str) -> None:
    assert 0 <= dateline(text) <= max(0, len(text) - 1)
