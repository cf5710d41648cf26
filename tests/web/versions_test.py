from __future__ import annotations

from pathlib import Path

from lxml import html
from tests.web.conftest import Open
from tests.web.library import claim, keep, marked, reading

from sayso.records import Meta, Notice, Reading

ADDRESS = Meta(url="https://post.example/ferry")
BEFORE = (
    "[title|Ferry shot at]\n\n[c1.source|The prefect] [c1.cue|said] [c1|three died].\n\n"
    "[c2|It rained].\n\nNobody saw it."
)
AFTER = BEFORE.replace("three", "<b>four</b>\u202e") + "\n\n[notice|Correction: three was wrong.]"


def made(text: str) -> Reading:
    source = marked(text)
    notices = (Notice("correction", source.one("notice")),) if "notice" in source.spans else ()
    fields = {"title": source.one("title"), "published": "2031-04-08", "notices": notices}
    return reading(source, claim(source, "c1"), claim(source, "c2"), **fields)


def kept(folder: Path) -> tuple[str, str]:
    return keep(folder, made(BEFORE), ADDRESS, "early.txt"), keep(folder, made(AFTER), ADDRESS, "late.txt")


def shown(folder: Path, browse: Open) -> html.HtmlElement:
    return html.fromstring(browse(folder).get(f"/d/{kept(folder)[1]}/versions").text)


def test_the_words_that_were_put_in_and_taken_out_are_marked_and_say_so(tmp_path: Path, browse: Open) -> None:
    page = shown(tmp_path, browse)
    marks = [
        " ".join(node.text_content().split()) for node in page.xpath("//p[@class='block']/*[self::ins or self::del]")
    ]

    assert ["Taken out: three", "Put in: <b>four</b>\u202e", "Put in: Correction: three was wrong."] == marks
    assert [] == page.xpath("//b")


def test_paragraphs_without_a_change_are_folded(tmp_path: Path, browse: Open) -> None:
    assert ["1 paragraph without a change", "2 paragraphs without a change"] == shown(tmp_path, browse).xpath(
        "//details/summary/text()"
    )


def test_a_correction_is_flagged_and_leads_to_its_words(tmp_path: Path, browse: Open) -> None:
    page = shown(tmp_path, browse)
    (link,) = page.xpath("//p[@class='correction']//a")
    body = made(AFTER).text.body
    start, end = map(int, link.get("href").partition("#s=")[2].split("-"))

    assert "Correction: three was wrong." == body[start:end] == link.text_content()


def test_a_changed_claim_stands_as_it_was_and_as_it_is(tmp_path: Path, browse: Open) -> None:
    early, late = kept(tmp_path)
    page = html.fromstring(browse(tmp_path).get(f"/d/{early}/versions").text)
    (change,) = page.xpath("//ul[@class='changes']/li")

    assert [f"/d/{early}/v/1#c1", f"/d/{late}/v/1#c1"] == change.xpath(".//a[@class='address']/@href")
    assert "Its words are others." in change.text_content()
    assert "1 claim is as it was." in page.text_content()


def test_a_report_read_once_says_what_would_be_shown(tmp_path: Path, browse: Open) -> None:
    report, alone = keep(tmp_path, made(BEFORE), ADDRESS), keep(tmp_path, made(AFTER))
    pages = [browse(tmp_path).get(f"/d/{one}/versions").text for one in (report, alone)]

    assert [True, True] == ["There is one version, read once" in page for page in pages]
    assert [False, True] == ["added without its address" in page for page in pages]


def test_the_twin_gives_the_same_as_data(tmp_path: Path, browse: Open) -> None:
    early, late = kept(tmp_path)
    value = browse(tmp_path).get(f"/d/{late}/versions.json").json()

    assert ("sayso/versions/1", [early, late]) == (value["schema"], [one["report"]["id"] for one in value["versions"]])


def test_the_reading_view_tells_of_other_versions(tmp_path: Path, browse: Open) -> None:
    early, _ = kept(tmp_path)
    page = html.fromstring(browse(tmp_path).get(f"/d/{early}/v/1").text)

    assert ["1 other version of this article"] == page.xpath(f"//a[@class='badge'][@href='/d/{early}/versions']/text()")


def test_what_is_not_there_has_no_versions(tmp_path: Path, browse: Open) -> None:
    assert [404, 404] == [browse(tmp_path).get(f"/d/ffffffff/versions{end}").status_code for end in ("", ".json")]


HOSTILE = "<script>alert(1)</script>{{7*7}}\u202e<img src=x onerror=alert(1)>"


def test_nothing_in_an_article_can_act_on_the_page(tmp_path: Path, browse: Open) -> None:
    for number, words in enumerate((f"{HOSTILE} one", f"{HOSTILE} two")):
        source = marked("[title|x]\n\n[c1|y].".replace("x", HOSTILE).replace("y", words))
        keep(tmp_path, reading(source, claim(source, "c1"), title=source.one("title")), ADDRESS, f"{HOSTILE}{number}")
    report = browse(tmp_path).get("/reports.json").json()["reports"][0]["report"]["id"]
    page = browse(tmp_path).get(f"/d/{report}/versions").text
    tree = html.fromstring(page)

    assert [] == tree.xpath("//img | //script[not(@src)] | //@onerror | //@style | //style")
    assert "49" not in tree.xpath("string(//main)")
    assert "\u202e" not in page.replace("<span hidden>\u202e</span>", "")
