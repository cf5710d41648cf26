from collections.abc import Sequence

from sayso.clean.pdf_lines import Line, paragraphs, without_running_lines


def placed(texts: Sequence[str], top: float = 700.0) -> list[Line]:
    """Lines of ten-point letters, five points wide; an empty text leaves a gap."""
    lines = []
    for number, text in enumerate(texts):
        upper = top - 12 * number
        if text:
            lines.append(Line(text, 72, 72 + 5 * len(text), upper - 10, upper))
    return lines


def joined(*texts: str) -> list[str]:
    return list(paragraphs([placed(texts)]))


def test_a_word_broken_at_the_line_end_is_mended() -> None:
    assert ["The council said that the gover- nor".replace("- ", "")] == joined(
        "The council said that the gover-", "nor"
    )


def test_a_hyphen_stays_where_the_word_has_one_elsewhere() -> None:
    assert "long-term" in joined("A ceasefire that is long-term was asked for, and a long-", "term one it was")[0]


def test_a_hyphen_stays_before_a_capital() -> None:
    assert ["They left on the road from Qamishli to Hassakeh-Darbasiya"] == joined(
        "They left on the road from Qamishli to Hassakeh-", "Darbasiya"
    )


def test_a_wider_gap_begins_a_paragraph() -> None:
    assert ["The gate was shut", "Nobody knew why"] == joined("The gate was", "shut", "", "Nobody", "knew why")


def test_a_page_of_one_line_paragraphs_is_not_run_together() -> None:
    lines = (
        "Shells hit the mill",
        "",
        "By Lena Orvik",
        "",
        "Three men were hurt when",
        "shells fell",
        "",
        "Nobody knew why",
    )
    assert [
        "Shells hit the mill",
        "By Lena Orvik",
        "Three men were hurt when shells fell",
        "Nobody knew why",
    ] == joined(*lines)


def test_larger_letters_are_a_paragraph_of_their_own() -> None:
    large = Line("Guards wounded", 72, 300, 706, 730)
    assert ["Guards wounded", "Two guards were wounded"] == list(
        paragraphs([[large, *placed(["Two guards were wounded"])]])
    )


def test_points_of_a_list_are_not_joined() -> None:
    assert 3 == len(joined("The council asks for these things and no others", "• a patrol", "• a fence"))


def test_no_lines_make_no_paragraphs() -> None:
    assert [] == list(paragraphs([]))


def test_what_repeats_at_the_margins_is_taken_out_once() -> None:
    pages = [placed(["Bulletin no. 4", f"first {word}", "second", "third", "fourth", "fifth", str(number)])
             for number, word in enumerate(("north", "south", "east"), 1)]  # fmt: skip
    kept, repeated = without_running_lines(pages)
    assert ("Bulletin no. 4", "first north", False) == (
        repeated[0],
        kept[0][0].text,
        any(line.text.isdigit() for page in kept for line in page),
    )


def test_one_page_has_nothing_that_repeats() -> None:
    assert [] == without_running_lines([placed(["Bulletin", "text"])])[1]
