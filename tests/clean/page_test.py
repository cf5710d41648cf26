import pytest
from lxml import html

from sayso.clean.page import PageFacts, page_facts
from sayso.records import Meta


def facts_of(head: str, body: str = "<p>x</p>", meta: Meta | None = None) -> PageFacts:
    return page_facts(html.fromstring(f"<html><head>{head}</head><body>{body}</body></html>"), meta or Meta())


def linked(text: str) -> str:
    return f'<script type="application/ld+json">{text}</script>'


def test_the_article_speaks_before_the_site() -> None:
    found = facts_of(
        linked('[{"@type": "WebSite", "headline": "Home"}, {"@type": "NewsArticle", "headline": "Guards"}]')
    )
    assert "Guards" == found.title


@pytest.mark.parametrize("text", ["{", "", "[1, null]", '{"@type": 5, "author": 7, "publisher": []}', "[" * 5000])
def test_broken_json_ld_is_passed_over(text: str) -> None:
    found = facts_of(linked(text))
    assert (None, (), ()) == (found.title, found.authors, found.facts.dates)


def test_authors_may_be_names_objects_or_a_list() -> None:
    found = facts_of(linked('{"@type": "Article", "author": ["Amna Zwai", {"name": "Omar Deeb"}]}'))
    assert ("Amna Zwai", "Omar Deeb") == found.authors


def test_a_time_element_of_the_article_counts() -> None:
    found = facts_of(
        "",
        '<time datetime="2020-01-01"></time><article><time datetime="2024-05-03T10:00Z"></time></article>',
    )
    assert [("2024-05-03", "<time> on the page")] == [(item.edtf, item.found_in) for item in found.facts.dates]


def test_each_date_tells_where_it_was_found() -> None:
    head = '<meta name="date" content="2024-05-03"><meta property="article:modified_time" content="2024-05-04">'
    assert [("2024-05-03", False), ("2024-05-04", True)] == [
        (item.edtf, "changed" in item.because) for item in facts_of(head).facts.dates
    ]


def test_the_day_is_that_of_the_zone_which_the_user_gives() -> None:
    head = '<meta name="date" content="2024-05-03T23:30:00Z">'
    assert ["2024-05-04"] == [item.edtf for item in facts_of(head, meta=Meta(timezone="Asia/Damascus")).facts.dates]
