from __future__ import annotations

import re
from datetime import date, timedelta

from hypothesis import example, given
from hypothesis import strategies as st

from sayso.records import Block, Role, Text, Time
from sayso.spans import cut
from sayso.times import find
from sayso.times.edtf import cover

DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
ONE = r"(?:-?\d{4}(?:-\d\d(?:-\d\d)?)?|\d{3}X|\d\dXX)[?~]?"
LEVEL_1 = re.compile(rf"{ONE}(?:/{ONE})?|{ONE}/\.\.|\.\./{ONE}")
WORDS = """on in at by of the a and from to until since between early late mid - – , . ; ( ) 's 3 16 31 45 2014
    1990s 16th 0530 2024-01-16 16/01/2024 99/99/9999 3:30 p.m. 9/11 Jan. March May may Tuesday Sun
    spring fall dawn night hours days weeks months years ago earlier later before after last past next
    this that same previous following recent overnight today yesterday tonight weekend ten twenty few
    consecutive then half first quarters century Q1 BC GMT Ramadan said will meet fighters Brigade now
    o'clock three past 20.25 0740: hrs noon midnight dawn beginning said by until had closed on
    about more than for 9999 0000 1 12 100"""
PROSE = st.lists(st.sampled_from(re.split(r"\s+", WORDS)), max_size=14).map(" ".join)
ODD = st.sampled_from(
    [
        "2024",
        "2024-03",
        "nonsense",
        "2024-03~",
        "../2024",
        "2024-XX-XX",
        "-0100",
        "2024-03-01/2024-03-04",
        "T",
        "9999-12",
    ]
)


def paragraph(body: str, published: str | None = None, role: Role = "paragraph") -> Text:
    blocks = (Block(cut(body, 0, len(body)), role),) if body else ()
    return Text(body, blocks, published=published, language="en")


def only(body: str, published: date) -> Time:
    (found,) = find(paragraph(body, published.isoformat()))
    return found


@given(DAYS, st.integers(1, 9999))
def test_days_ago_are_counted_from_publication(published: date, count: int) -> None:
    found = only(f"Shells fell {count} days ago.", published)
    assert (published - timedelta(days=count)).isoformat() == found.edtf


@given(DAYS, st.integers(0, 6))
def test_a_weekday_is_the_last_one_not_after_publication(published: date, number: int) -> None:
    found = only(f"Shells fell on {WEEKDAYS[number]}.", published)
    there = date.fromisoformat(found.edtf or "")
    assert there.weekday() == number
    assert timedelta(0) <= published - there < timedelta(7)


@given(DAYS, st.integers(0, 6))
def test_a_weekday_to_come_is_the_first_one_not_before_publication(published: date, number: int) -> None:
    found = only(f"Ministers will meet on {WEEKDAYS[number]}.", published)
    there = date.fromisoformat(found.edtf or "")
    assert there.weekday() == number
    assert timedelta(0) <= there - published < timedelta(7)


@given(DAYS, DAYS)
def test_a_day_without_a_year_lies_within_a_year_before_publication(published: date, day: date) -> None:
    found = only(f"The town fell on {day.day} {day:%B}.", published)
    if found.edtf is not None:
        there = date.fromisoformat(found.edtf)
        assert (day.month, day.day) == (there.month, there.day)
        assert timedelta(0) <= published - there <= timedelta(366)


@given(DAYS)
def test_a_written_date_is_itself_whatever_the_publication(day: date) -> None:
    body = f"The town fell on {day.day} {day:%B} {day.year}."
    assert [day.isoformat()] == [time.edtf for time in find(paragraph(body))]


@given(
    PROSE | st.text(),
    DAYS.map(date.isoformat) | st.sampled_from(["2024", "2024-03", "nonsense", "2024-03~", "../2024"]),
)
@example("0000-00-00 99/99/9999 31 April 0000", "2024-03-14")
@example("9999 years ago, 99999 days ago and the next 99999 weeks", "2024-03-14")
@example("9999 months later than 1 January 1", "0001-01-01")
@example("next year, tomorrow, the next decade", "9999-12-31")
def test_any_text_gives_ordered_quoting_spans_with_values_of_the_calendar(body: str, published: str) -> None:
    end = 0
    for number, time in enumerate(find(paragraph(body, published)), 1):
        assert f"t{number}" == time.id
        assert body[time.span.start : time.span.end] == time.span.text
        assert end <= time.span.start
        end = time.span.end
        assert time.edtf is None or LEVEL_1.fullmatch(time.edtf)
        assert time.edtf is None or ".." in time.edtf or time.edtf.startswith(("-", "0000")) or cover(time.edtf)


RELATIVE = """yesterday; on Tuesday; last week; two days ago; overnight; this morning; in the past 24 hours; next year;
    over the weekend; earlier this month; last summer; for the third day; two days later; on 16 January"""


@given(st.lists(st.sampled_from(re.split(r";\s+", RELATIVE)), min_size=1, max_size=6))
def test_with_no_publication_date_nothing_relative_is_guessed(expressions: list[str]) -> None:
    found = find(paragraph("Shells fell " + ", then ".join(expressions) + "."))
    assert len(expressions) == len(found)
    assert {(None, None)} == {(time.edtf, time.anchor) for time in found}


def test_the_publication_date_is_named_as_the_anchor() -> None:
    (found,) = find(paragraph("Shells fell yesterday.", "2024-03-14"))
    assert "published 2024-03-14" == found.anchor


def test_a_time_in_the_text_is_named_as_the_anchor_with_its_id() -> None:
    _, found = find(paragraph("Shells fell on 2 February 2024 and again two days later."))
    assert "2024-02-02 (t1)" == found.anchor


def test_a_whole_date_has_no_anchor() -> None:
    (found,) = find(paragraph("Shells fell on 2 February 2024.", "2024-03-14"))
    assert found.anchor is None


def test_a_value_that_is_not_known_names_no_anchor() -> None:
    (found,) = find(paragraph("Shells fell in recent days.", "2024-03-14"))
    assert (None, None) == (found.edtf, found.anchor)


def test_everything_but_furniture_is_read() -> None:
    roles: tuple[Role, ...] = ("title", "heading", "paragraph", "byline", "dateline", "furniture", "notice")
    read = [role for role in roles if find(paragraph("Shells fell yesterday.", "2024-03-14", role))]
    assert [role for role in roles if role != "furniture"] == read


def test_a_moment_of_publication_counts_in_the_outlets_time_zone() -> None:
    body = "Shells fell today."
    blocks = (Block(cut(body, 0, len(body)), "paragraph"),)
    late = Text(body, blocks, published="2024-03-14T22:30:00+00:00", timezone="Asia/Damascus")
    assert "2024-03-15" == find(late)[0].edtf


def test_a_date_hangs_on_the_paragraph_before_but_not_on_one_further_up() -> None:
    lines = ["It fell on 2 February 2024.", "The next day it rained.", "Nobody spoke.", "The next day it rained."]
    body = "\n".join(lines)
    starts = [sum(len(line) + 1 for line in lines[:number]) for number in range(len(lines))]
    blocks = tuple(
        Block(cut(body, start, start + len(line)), "paragraph") for start, line in zip(starts, lines, strict=True)
    )
    assert ["2024-02-02", "2024-02-03", None] == [time.edtf for time in find(Text(body, blocks, language="en"))]


def test_offsets_count_code_points_after_emoji_and_combining_marks() -> None:
    (found,) = find(paragraph("🚀🚀 e\u0301 shells fell on 2 February 2024", "2024-03-14"))
    assert "2 February 2024" == found.span.text


def test_a_report_in_another_language_is_read_for_what_it_shares() -> None:
    body = "تم القصف في 2024-01-16 ليلا"
    text = Text(body, (Block(cut(body, 0, len(body)), "paragraph"),), language="ar")
    assert ["2024-01-16"] == [time.edtf for time in find(text)]
