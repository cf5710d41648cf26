"""2,000 inputs that no desk wishes for, the same on every run: `python -m tests.hostile NAME > file` writes one."""

from __future__ import annotations

import codecs
import json
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from random import Random

from tests import hostile_pdf

Maker = Callable[[Random], str | bytes]

BIDI = "\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
ENDS = ["\n", "\r\n", "\r", "\x85", "\u2028", "\u2029", "\v", "\f", "\n\n", "\r\n\r\n", "\n\r", "\x1c", "\x1e"]
MARKS = [codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE, b"+/v8"]
QUOTES = "\"'“”‘’«»„‟‹›「」『』`´"
ARABIC = "قال المجلس المحلي في سرمدا يوم الثلاثاء إن القصف استمر حتى الفجر، ونفى ناطق باسم الفصيل ذلك. "
RUSSIAN = "Министерство сообщило во вторник, что город Изюм был обстрелян. «Мы это отрицаем», — заявил его глава. "
JAPANESE = "外務省は火曜日、町が砲撃を受けたと発表した。報道官は「確認できない」と述べた。"
ENGLISH = (
    "Two people were killed in Izium on Tuesday, the regional council said.",
    "“We saw no aircraft,” Olha Demchuk, a nurse, told the Orontes Wire.",
    "A field source denied that the depot near Sarmada had been hit overnight.",
    "The Harbour Brigade claimed responsibility, according to a statement read by its spokesman.",
    "It was not possible to verify the report; three days ago the ministry had said the road was “probably” safe.",
    "He added: “It may have been",
    "Read also: Ferries stop at Odesa",
    "Translated by the Delta Courier from Arabic.",
)


@dataclass(frozen=True, slots=True)
class Case:
    """One input: its name, which ends as the file's would, and the bytes, made only when asked for."""

    name: str
    make: Callable[[], bytes]


def prose(random: Random, sentences: int = 12) -> str:
    return "".join(random.choice(ENGLISH) + random.choice([" ", " ", "\n\n"]) for _ in range(sentences))


def any_script(random: Random) -> str:
    text = random.choice([prose(random), ARABIC * 4, RUSSIAN * 4, JAPANESE * 4, prose(random, 4) + ARABIC + JAPANESE])
    return web_page(text) if random.random() < 0.4 else text


def web_page(body: str, head: str = "") -> str:
    return (
        f"<!DOCTYPE html><html><head><title>Izium shelled</title>{head}</head><body><article><h1>Izium shelled</h1>"
        f"<p>{body}</p></article></body></html>"
    )


def strewn(random: Random, text: str, pieces: str | list[str], times: int) -> str:
    """Return the text with pieces put in at random places."""
    for _ in range(times):
        at = random.randrange(len(text) + 1)
        text = text[:at] + random.choice(pieces) + text[at:]
    return text


def damaged(random: Random, data: bytes, times: int) -> bytes:
    """Return the bytes with some changed, left out or put in."""
    out = bytearray(data)
    for _ in range(times):
        at = random.randrange(len(out) + 1)
        out[at : at + random.randrange(3)] = random.randbytes(random.randrange(3))
    return bytes(out)


def cut_short(random: Random, data: bytes) -> bytes:
    return data[: random.randrange(len(data))]


# ---- encodings ----


def broken_utf8(random: Random) -> bytes:
    return damaged(random, any_script(random).encode(), random.choice([1, 5, 50, 500]))


def lone_surrogates(random: Random) -> bytes:
    return strewn(random, any_script(random), ["\ud800", "\udfff", "\ud83d\ude00", "\udc80\ud800"], 9).encode(
        "utf-8", "surrogatepass"
    )


def with_nuls(random: Random) -> str:
    return strewn(
        random, any_script(random), ["\0", "\0\0\0", "\x01\x02", "\x1b[31m", "\x7f"], random.choice([1, 9, 300])
    )


def with_bidi(random: Random) -> str:
    return strewn(random, any_script(random), list(BIDI), random.choice([1, 20, 400]))


def with_marks(random: Random) -> bytes:
    encoding = random.choice(["utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "cp1251"])
    text = strewn(random, any_script(random), "\ufeff\ufffe", 2)
    return random.choice(MARKS) * random.choice([1, 2]) + text.encode(encoding, "replace")


def wide(random: Random) -> bytes:
    encoding = random.choice(["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"])
    text = random.choice([any_script(random), any_script(random), "a", "é", "😀" * 9])
    data = text.encode(encoding)
    return random.choice([data, data[:-1], data[1:], damaged(random, data, 5)])


def legacy(random: Random) -> bytes:
    text, encodings = random.choice([
        (ARABIC * 4, "cp1256 iso8859-6"), (RUSSIAN * 4, "cp1251 koi8-r iso8859-5 cp866 mac-cyrillic"),
        (JAPANESE * 4, "shift-jis euc-jp iso2022-jp gb18030"), (prose(random), "cp1252 mac-roman utf-7 cp500 gb18030"),
    ])  # fmt: skip
    wrapped = web_page(text) if random.random() < 0.3 else text
    return wrapped.encode(random.choice(encodings.split()), "replace")


def any_characters(random: Random) -> bytes:
    top = random.choice([0x80, 0x300, 0x3000, 0xFFFF, 0x10FFFF])
    return "".join(chr(random.randrange(top + 1)) for _ in range(2_000)).encode("utf-8", "surrogatepass")


def combining(random: Random) -> str:
    stack = "".join(chr(random.randrange(0x300, 0x370)) for _ in range(random.choice([3, 40, 3_000])))
    return "".join(letter + (stack if random.random() < 0.02 else "") for letter in prose(random))


def emoji(random: Random) -> str:
    family = ["👩‍👩‍👧‍👦", "🏳️‍🌈", "👍🏽", "🇺🇦", "1️⃣", "\u200d" * 50, "👩" + "\u200d👩" * 2_000, "🏴" + "\U000e0067" * 30]
    return strewn(random, prose(random), family, random.choice([3, 30]))


def line_ends(random: Random) -> str:
    return "".join(random.choice(ENGLISH) + random.choice(ENDS) * random.choice([1, 1, 3]) for _ in range(40))


# ---- pages ----


def deep(random: Random) -> str:
    tags = random.choice([["div"], ["span", "b"], ["blockquote", "p"], ["ul", "li"], ["table", "tr", "td"], ["font"]])
    depth = random.choice([300, 500, 2_000, 10_000, 100_000])
    opened = "".join(f"<{tags[at % len(tags)]}>" for at in range(depth))
    closed = "".join(f"</{tags[at % len(tags)]}>" for at in reversed(range(depth))) if random.random() < 0.5 else ""
    return web_page(opened + prose(random) + closed)


def attributes(random: Random) -> str:
    kinds = [
        f'<p class="{"x " * 500_000}">',
        "<p " + " ".join(f'a{at}="{at}"' for at in range(10_000)) + ">",
        f'<a href="{"/a" * 200_000}">link</a><p>',
        f'<p style="{"(" * 50_000}" title=">" onclick=\'"\'>',
        f'<img alt="{prose(random)}" src="data:image/png;base64,{"A" * 500_000}">',
    ]
    return web_page(random.choice(kinds) + prose(random))


def tag_soup(random: Random) -> str:
    pieces = [
        "<", ">", "<!--", "-->", "</p>", "<p>", "<script>", "</script>", "<![CDATA[", "]]>", "<table>", "<svg>",
        "<math>", "<title>", "<textarea>", "<plaintext>", "</html>", "<p", '="', "<?", "<template>", "<noscript>",
        "\0", "<a href=", "<br>" * 500, "<base href='//x'>", "<style>", "<select>", "<iframe>", "<frameset>",
        "<form>" * 50,
    ]  # fmt: skip
    return strewn(random, web_page(prose(random)), pieces, random.choice([1, 5, 60]))


def entities(random: Random) -> str:
    odd = [
        "&#0;", "&#xD800;", "&#x110000;", "&#99999999999999999999;", "&amp;amp;amp;", "&nbsp;" * 5_000, "&unknown;",
        "&#x202e;", "&lt;script&gt;", "&", "&#", "&#x;", "&quot;" * 2_000, "&#13;&#10;", "&shy;", "&zwj;", "&#128;",
    ]  # fmt: skip
    laughs = "".join(f'<!ENTITY l{at} "{f"&l{at - 1};" * 10}">' for at in range(1, 10))
    bomb = f'<?xml version="1.0"?><!DOCTYPE html [<!ENTITY l0 "said">{laughs}]><html><body><p>&l9;</p></body></html>'
    return bomb if random.random() < 0.1 else strewn(random, web_page(prose(random)), odd, 20)


def charset_lies(random: Random) -> bytes:
    said = random.choice(["utf-8", "utf-16", "windows-1256", "shift_jis", "no-such", "", "\0", "utf-7", "x" * 9_999])
    page = web_page(
        any_script(random), f'<meta charset="{said}"><meta http-equiv="Content-Type" content="a; charset={said}">'
    )
    return page.encode(random.choice(["utf-8", "cp1251", "utf-16", "shift-jis", "cp1256"]), "replace")


def dates_and_data(random: Random) -> str:
    said = random.choice(
        ["99999-01-01", "2024-02-30", "0000-00-00", "yesterday", "16/01/24", "2024-01-16T25:61Z", "-1", "", "\0"]
    )
    linked = random.choice(
        [json.dumps({"@type": "NewsArticle", "datePublished": said, "author": [{}, 1]}), "{" * 9_999, "[]", "{'"]
    )
    address = random.choice(["//[", "x", ""])
    head = (
        f'<meta property="article:published_time" content="{said}"><meta name="date" content="{said}">'
        f'<script type="application/ld+json">{linked}</script><link rel="canonical" href="{address}">'
    )
    return web_page(f'<time datetime="{said}">{said}</time> {prose(random)}', head)


# ---- PDF ----


def pdf_report(random: Random) -> bytes:
    return hostile_pdf.report(prose(random).split("\n"))


def pdf_cut_short(random: Random) -> bytes:
    return cut_short(random, pdf_report(random))


def pdf_damaged(random: Random) -> bytes:
    return damaged(random, pdf_report(random), random.choice([1, 5, 30, 200]))


# ---- nothing, and other things ----


def nothing(random: Random) -> bytes:
    blank = random.choice(["", " ", "\n", "\u00a0", "\u200b", "\ufeff", "\u3000", "\0", "\t\r\n", "\u2028", "\x1c"])
    return (blank * random.choice([1, 10, 100_000])).encode(random.choice(["utf-8", "utf-16", "utf-32-le"]))


def binary(random: Random) -> bytes:
    return random.randbytes(random.choice([1, 2, 3, 7, 64, 1_000, 100_000]))


def other_formats(random: Random) -> bytes:
    magics = [
        b"PK\x03\x04", b"PK\x03\x04\x14\0\x06\0word/document.xml", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff\xe0",
        b"GIF89a", b"\x7fELF", b"MZ\x90\0", b"\x1f\x8b\x08", b"BZh91AY&SY", b"Rar!\x1a\x07\0", b"{\\rtf1",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"%!PS-Adobe", b"SQLite format 3\0", b"\0\0\0\x18ftypheic",
        b"WARC/1.0\r\n", b"OggS", b"%PDF-1.7",
    ]  # fmt: skip
    return random.choice(magics) + random.randbytes(random.choice([0, 10, 5_000]))


def sixty_megabytes(_random: Random) -> bytes:
    return b"The ministry said so. " * (60_000_000 // 22)


# ---- JSON ----


def json_object(random: Random) -> bytes:
    kinds = [
        lambda: '{"text": ' * 50_000,
        lambda: '{"text": "a", "x": ' + "[" * 99_999 + "]" * 99_999 + "}",
        lambda: json.dumps({"text": prose(random), "published": random.choice(["soon", "2024-02-30", 5, "2024~"])}),
        lambda: json.dumps({"text": strewn(random, prose(random), ["\ud800", "\udc00", "\0", "\u202e"], 9)}),
        lambda: json.dumps(
            {"html": web_page(prose(random)), "outlet": random.choice(["Orontes Wire", "\ud800", [], {}])}
        ),
        lambda: json.dumps(
            {"text": random.choice([None, 1, [], "", " "]), "html": random.choice([None, "<p>", "<p>Said."])}
        ),
        lambda: (
            json.dumps({"text": prose(random), "timezone": random.choice(["Asia/Damascus", "../x", "Mars"])})[:-1]
            + ",}"
        ),
        lambda: '{"text": "a", "n": 1' + "0" * 9_999 + "}",
        lambda: json.dumps({"text": prose(random) + random.choice("\ud800\udfff")}, ensure_ascii=False),
        lambda: "[" * 99_999,
    ]
    return damaged(random, random.choice(kinds)().encode("utf-8", "surrogatepass"), random.choice([0, 0, 2]))


def json_lines(random: Random) -> bytes:
    return b"\n".join(random.choice([json_object, empty_line, long_line])(random) for _ in range(6))


def empty_line(random: Random) -> bytes:
    return random.choice([b"", b" ", b"{}", b"null", b"\xff\xfe", b"\0"])


def long_line(random: Random) -> bytes:
    return json.dumps({"text": prose(random, 200)}).encode()


# ---- texts that tire a reader ----


def without_spaces(random: Random) -> str:
    return "".join(random.choices("abcdefghij", k=1_000)) * random.choice([10, 100, 5_000])


def tiny_paragraphs(random: Random) -> str:
    return random.choice(["a\n\n", "A.\n\n", "“\n\n", "said\n"]) * random.choice([1_000, 20_000, 200_000])


def long_sentence(random: Random) -> str:
    return random.choice(
        ["the council said and ", "which, ", "who said that ", "Olha Demchuk, ", "and the Harbour Brigade of "]
    ) * (random.choice([50, 1_000, 8_000]))


def unbalanced(random: Random) -> str:
    few = "".join(random.sample(QUOTES, 3))
    return random.choice(
        [strewn(random, prose(random, 30), few, 2_000), few * 3_000, f"{few[0]}It was, he said. " * 3_000]
    )


def cues(random: Random) -> str:
    cue = random.choice(
        ["said ", "said, ", "according to ", "he said she said that ", "denied denying ", "told told ", "“x” said Y. "]
    )
    return cue * random.choice([100, 2_000, 10_000])


def regex_killers(random: Random) -> str:
    unit = random.choice([
        " ", ",", "A", "0", "a a a a ", "(", "—", ".", "\n", "\t ", "A. ", "1,", "Mr. ", "a-", "-", "'s ", "\u00a0",
        "A b ", "...", "!?", "http://", "@a", "#", "0:", "2024-", "[", "*", "_", "of the ", "Al-", "…", "\u061f",
        "\u3002",
    ])  # fmt: skip
    return (
        random.choice(["", "The ministry said "])
        + unit * random.choice([500, 20_000, 100_000])
        + random.choice(["", "!", "said"])
    )


def times_without_sense(random: Random) -> str:
    odd = [
        "on 99 January 0000", "99999999999999999999 days ago", "early early mid late March", "overnight " * 200,
        "-3 weeks ago", "between Monday and Monday and Monday", "31 February 2023", "at 25:99", "last next Tuesday",
        "the 1990s2000s", "٣ أيام ago", "since 1 January 9999 to 1 January 0001", "a few " * 300 + "days ago",
        "10/10/10/10/10", "²³ May", "Ⅳ May 2024",
    ]  # fmt: skip
    return strewn(random, prose(random), [f" {item} " for item in odd], 30)


FAMILIES: tuple[tuple[Maker, str, int], ...] = (
    (broken_utf8, "txt html", 140), (lone_surrogates, "txt html", 80), (with_nuls, "txt html", 80),
    (with_bidi, "txt html", 60), (with_marks, "txt html", 80), (wide, "txt html", 120), (legacy, "txt", 140),
    (any_characters, "txt html", 100), (combining, "txt", 40), (emoji, "txt", 40), (line_ends, "txt", 60),
    (deep, "html", 40), (attributes, "html", 20), (tag_soup, "html", 160), (entities, "html", 50),
    (charset_lies, "html", 60), (dates_and_data, "html", 50), (pdf_report, "pdf", 10), (pdf_cut_short, "pdf", 120),
    (pdf_damaged, "pdf", 120), (hostile_pdf.bomb, "pdf", 6), (hostile_pdf.locked, "pdf", 10),
    (hostile_pdf.looped, "pdf", 14), (hostile_pdf.odd, "pdf", 29), (nothing, "txt html pdf json jsonl", 40),
    (binary, "txt html pdf json jsonl", 50), (other_formats, "txt docx png pdf", 50), (sixty_megabytes, "txt", 1),
    (json_object, "json", 30), (json_lines, "jsonl", 30), (without_spaces, "txt", 10), (tiny_paragraphs, "txt", 10),
    (long_sentence, "txt", 30), (unbalanced, "txt", 30), (cues, "txt", 30), (regex_killers, "txt", 50),
    (times_without_sense, "txt", 10),
)  # fmt: skip


def cases() -> Iterator[Case]:
    """Yield all the inputs, in an order that spreads each family evenly, so that a step through them meets all."""
    drawn = []
    for maker, endings, count in FAMILIES:
        for number, ending in zip(range(count), [*endings.split()] * count, strict=False):
            drawn.append((number / count, case(maker, f"{maker.__name__}-{number}.{ending}")))
    yield from (item for _, item in sorted(drawn, key=lambda pair: (pair[0], pair[1].name)))


def case(maker: Maker, name: str) -> Case:
    def make() -> bytes:
        made = maker(Random(name))
        return made if isinstance(made, bytes) else made.encode("utf-8", "surrogatepass")

    return Case(name, make)


if __name__ == "__main__":
    wanted = {item.name: item for item in cases()}
    sys.stdout.buffer.write(wanted[sys.argv[1]].make())
