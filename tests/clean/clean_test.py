import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.clean.reports import LEAD, SECOND, THIRD, cleaned, report, roles

from sayso.errors import NoText, SaysoError, TooLarge
from sayso.records import Meta
from sayso.settings import Settings
from sayso.spans import check


def test_plain_text_is_kept_to_the_letter() -> None:
    body = report(
        "Guards wounded at grain store", LEAD, "“Rien”, e\u0301 \u202bعربي\u202c 👩\u200d🚒  two  blanks\tand a tab."
    )
    assert body == cleaned(body + "\n").body


def test_a_title_is_the_short_line_above_the_text() -> None:
    text = cleaned(report("Guards wounded at grain store near Sirte", LEAD, SECOND))
    assert text.title is not None
    assert "Guards wounded at grain store near Sirte" == text.title.text


def test_a_text_that_begins_with_a_sentence_has_no_title() -> None:
    assert cleaned(report(LEAD, SECOND)).title is None


def test_a_kicker_above_the_title_is_furniture() -> None:
    text = cleaned(report("Libya", "Guards wounded at grain store near Sirte", LEAD))
    assert (["Libya"], ["Guards wounded at grain store near Sirte"]) == (roles(text, "furniture"), roles(text, "title"))


def test_a_byline_is_told_from_a_sentence_that_begins_with_by() -> None:
    text = cleaned(
        report("Guards wounded at grain store", "By Amna Zwai in Misrata", LEAD, "By Tuesday the gate was shut again.")
    )
    assert (["By Amna Zwai in Misrata"], True) == (roles(text, "byline"), "By Tuesday" in roles(text, "paragraph")[-1])


def test_the_headline_of_another_story_is_furniture_with_its_reason() -> None:
    link = "Ferry Company Sues Port of Zuwara Over Unpaid Fees"
    text = cleaned(report("Guards wounded at grain store", LEAD, link, SECOND, THIRD))
    assert [(link, True)] == [(item.span.text, "another story" in item.reason) for item in text.furniture]


def test_a_heading_of_the_article_is_no_furniture() -> None:
    text = cleaned(report("Guards wounded at grain store", LEAD, "A second attack", SECOND, THIRD))
    assert ((), ["A second attack"]) == (text.furniture, roles(text, "heading"))


def test_a_prompt_inside_a_paragraph_is_cut_out_of_it() -> None:
    text = cleaned(report("Guards wounded at grain store", f"{LEAD} Sign up for our newsletter here. {SECOND}", THIRD))
    assert ["Sign up for our newsletter here."] == [item.span.text for item in text.furniture]
    assert [LEAD, SECOND, THIRD] == roles(text, "paragraph")


def test_an_outlet_that_speaks_of_its_own_story_publishes_it() -> None:
    text = cleaned(report(LEAD, SECOND, "The Levant Courier has not verified the details in this report."))
    assert "The Levant Courier" == text.outlet


def test_what_the_user_gives_outranks_the_text() -> None:
    text = cleaned(report("Published 3 May 2024", LEAD), meta=Meta(outlet="Nahr Wire", published="2024-05-02"))
    assert ("Nahr Wire", "2024-05-02") == (text.outlet, text.published)
    assert [("2024-05-02", True), ("2024-05-03", False)] == [(item.edtf, item.chosen) for item in text.dates]


def test_no_date_is_none() -> None:
    assert cleaned(report(LEAD, SECOND)).published is None


def test_a_long_text_is_refused() -> None:
    with pytest.raises(TooLarge, match="characters"):
        cleaned(LEAD * 20, settings=Settings(max_characters=1000))


def test_a_text_without_a_word_is_refused() -> None:
    with pytest.raises(NoText, match="words"):
        cleaned("— … —\n\n!!!")


@settings(deadline=None)
@given(
    st.lists(
        st.sampled_from([LEAD, SECOND, "A short line", "Read also: More", "\u202e", "e\u0301", " ", "😀", "(AFP)"])
    )
)
def test_blocks_are_in_order_and_cover_all_that_is_not_white_space(blocks: list[str]) -> None:
    try:
        text = cleaned("\n\n".join(blocks) or "x")
    except SaysoError:
        return
    at, covered = 0, []
    for block in text.blocks:
        check(text.body, block.span)
        assert at <= block.span.start
        covered.append(text.body[at : block.span.start])
        at = block.span.end
    assert "" == "".join([*covered, text.body[at:]]).strip()


@settings(deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_become_a_text_or_a_named_refusal(data: bytes) -> None:
    try:
        text = cleaned(data)
    except SaysoError as error:
        assert error.cause
    else:
        assert "\x00" not in text.body
