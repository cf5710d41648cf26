import pytest
from tests.clean.reports import LEAD, SECOND, THIRD, cleaned, roles

from sayso.errors import NoText, SaysoError, TooLarge
from sayso.records import Meta
from sayso.settings import Settings

TITLE = "Guards wounded at grain store near Sirte"
LINKED = """<script type="application/ld+json">{"@graph": [{"@type": "WebSite", "name": "Orontes Post"}, {
"@type": "NewsArticle", "headline": "Guards wounded at grain store near Sirte",
"datePublished": "2024-05-03T23:15:00+02:00", "dateModified": "2024-05-04T07:00:00+02:00",
"publisher": {"@type": "Organization", "name": "Orontes Post"}, "author": [{"name": "Amna Zwai"}]}]}</script>"""
MIDDLE = f"""<h1>{TITLE}</h1><p class="who">Amna Zwai</p>
<figure><img src="a.jpg"><figcaption>The store on Monday. Photo: Karim Issa</figcaption></figure>
<p>{LEAD}</p><p>{SECOND}</p><p><a href="/a">Ferry Company Sues Port of Zuwara Over Fees</a></p><h2>A quiet road</h2>
<p>{THIRD}</p><p>Read also: <a href="/b">The long road to Tawergha</a></p><p>Sign up for our newsletter.</p>"""
NAV = '<nav><ul><li><a href="/">Home</a></li><li><a href="/w">World</a></li></ul></nav>'
FOOT = "<footer><p>© 2024 Orontes Post</p></footer>"


def page(head: str = LINKED, middle: str = MIDDLE, after: str = "") -> str:
    title = f"<title>{TITLE} | Orontes Post</title>"
    return (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">{title}{head}</head>'
        f"<body>{NAV}<main><article>{middle}{after}</article></main>{FOOT}</body></html>"
    )


def test_the_text_is_the_title_and_the_paragraphs() -> None:
    text = cleaned(page(), "html")
    assert text.title is not None
    assert (TITLE, 0) == (text.title.text, text.title.start)
    assert [LEAD, SECOND, THIRD] == roles(text, "paragraph")


def test_menus_captions_and_feet_do_not_get_into_the_article() -> None:
    body = cleaned(page(), "html").body
    assert [False] * 3 == [word in body for word in ("Home", "©", "Karim Issa")]


def test_bylines_links_and_prompts_in_the_article_are_furniture() -> None:
    found = [item.span.text for item in cleaned(page(), "html").furniture]
    links = ["Ferry Company Sues Port of Zuwara Over Fees", "Read also: The long road to Tawergha"]
    assert ["Amna Zwai", *links, "Sign up for our newsletter."] == found


def test_a_heading_of_the_article_stays_a_heading() -> None:
    assert ["A quiet road"] == roles(cleaned(page(), "html"), "heading")


def test_the_page_says_who_published_it_and_when() -> None:
    text = cleaned(page(), "html")
    assert ("Orontes Post", "2024-05-03", "Etc/GMT-2", "en") == (
        text.outlet,
        text.published,
        text.timezone,
        text.language,
    )
    assert [("2024-05-03", True), ("2024-05-04", False)] == [(item.edtf, item.chosen) for item in text.dates]


def test_meta_tags_serve_where_there_is_no_json_ld() -> None:
    head = (
        '<meta property="og:site_name" content="Nahr Wire">'
        '<meta property="article:published_time" content="2024-05-03">'
        '<link rel="canonical" href="https://nahr.example/2024/05/02/guards">'
    )
    text = cleaned(page(head), "html")
    assert ("Nahr Wire", "2024-05-03") == (text.outlet, text.published)
    assert ["2024-05-03", "2024-05-02"] == [item.edtf for item in text.dates]


def test_what_the_user_gives_outranks_the_page() -> None:
    text = cleaned(page(), "html", Meta(outlet="Nahr Wire", published="2024-05-01", timezone="Africa/Tripoli"))
    assert ("Nahr Wire", "2024-05-01", "Africa/Tripoli") == (text.outlet, text.published, text.timezone)


def test_the_author_is_the_byline() -> None:
    byline = cleaned(page(), "html").byline
    assert byline is not None
    assert "Amna Zwai" == byline.text


@pytest.mark.parametrize(
    "box",
    [
        '<aside class="note">Correction: An earlier version of this article said that three were wounded.</aside>',
        '<div class="related"><p>This article was translated from the Arabic by Mona Kassab.</p></div>',
    ],
)
def test_a_notice_in_a_box_beside_the_article_is_kept(box: str) -> None:
    assert 1 == len(cleaned(page(after=box), "html").notices)


def test_characters_of_the_page_are_not_composed() -> None:
    assert (
        "Cafe\u0301 Élan"
        in cleaned(page(middle=f"<h1>{TITLE}</h1><p>Cafe\u0301 Élan. {LEAD}</p><p>{SECOND}</p>"), "html").body
    )


def test_a_short_page_without_a_head_is_read() -> None:
    assert LEAD in cleaned(f"<html><body><p>{LEAD}</p><p>No one has said who fired.</p></body></html>", "html").body


def test_the_encoding_named_in_the_page_is_used() -> None:
    words = "Комендант порта заявил, что ночью было слышно три взрыва. "
    data = f'<html><head><meta charset="koi8-r"></head><body><p>{words * 4}</p></body></html>'.encode("koi8-r")
    assert words.strip() in cleaned(data, "html").body


def test_a_page_without_an_article_is_refused() -> None:
    with pytest.raises(NoText, match="No article"):
        cleaned(f"<html><body>{NAV}</body></html>", "html")


def test_a_deep_page_is_refused_before_it_is_parsed() -> None:
    with pytest.raises(TooLarge, match="deep"):
        cleaned("<div>" * 5000 + LEAD, "html")


def test_an_enormous_page_is_refused() -> None:
    with pytest.raises(TooLarge, match="markup"):
        cleaned(page(after=" " * 50_000), "html", settings=Settings(max_characters=1000))


@pytest.mark.parametrize(
    "data", ["<", "<html", "<p>" * 300, "<!--", '<a href="', "<script>" * 50, "\x00<p>a</p>", "<p>&#x0;&#xD800;</p>"]
)
def test_broken_pages_are_read_or_refused_in_words(data: str) -> None:
    try:
        text = cleaned(data, "html")
    except SaysoError as error:
        assert error.cause
    else:
        assert text.body
