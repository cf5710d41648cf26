"""What is asked of every answer of the pages: nothing in it acts that the program did not put there."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import cache
from importlib import resources
from urllib.parse import urlsplit

from lxml import etree, html
from tests.web.desk import BASE

SCRIPTS = frozenset(
    f"/static/{name}.js"
    for name in (
        "theme",
        "page",
        "review",
        "map",
        "vendor/htmx.min",
        "vendor/maplibre-gl-csp",
        "vendor/mapbox-gl-rtl-text",
    )
)
POLICY = "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
NEVER = {
    "iframe",
    "object",
    "embed",
    "base",
    "style",
    "img",
    "math",
    "video",
    "audio",
    "portal",
    "frameset",
    "plaintext",
}
BIDI = set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


@cache
def own() -> tuple[frozenset[str], frozenset[str]]:
    """The names of the elements and of the attributes that stand in the program's own templates."""
    folder = resources.files("sayso.web") / "templates"
    texts = [one.read_text("utf-8") for one in folder.iterdir() if one.name.endswith(".html")]
    bare = "".join(re.sub(r"\{([{%#]).*?[}%#]\}", " ", text, flags=re.DOTALL) for text in texts)
    found = list(html.document_fromstring(f"<html>{bare}").iter(etree.Element))
    names = {str(name) for element in found for name in element.attrib}
    return frozenset({element.tag for element in found} | {"head", "h1", "h2", "p"}), frozenset(names | {"data-name"})


def unharmed(status: int, headers: Mapping[str, str], text: str) -> None:
    """Fail where an answer is a fault, lacks a header, or holds what a string brought with it."""
    assert status in {200, 303, 307, 400, 404, 422}, text[:300]
    assert (POLICY, "nosniff") == (headers["content-security-policy"], headers["x-content-type-options"])
    assert "set-cookie" not in headers
    assert re.match(rf"({BASE})?/(?![/\\])", headers.get("location", "/"))
    assert re.fullmatch(r'(attachment; filename="[\w.-]+")?', headers.get("content-disposition", ""))
    kind = headers.get("content-type", "").partition(";")[0]
    if kind == "text/html" and "content-disposition" not in headers:
        page(text)
    elif kind.endswith("json"):
        json.loads(text, parse_constant=_no_number)


def _no_number(name: str) -> None:
    raise AssertionError(f"{name} is no JSON")


def page(text: str) -> None:
    """Fail where a page is not well formed or has an element, an attribute or a link that is not the program's own."""
    parser = html.HTMLParser(recover=True)
    tree = html.document_fromstring(text, parser=parser)
    wrong = [one for one in parser.error_log if one.type_name not in {"HTML_UNKNOWN_TAG", "ERR_NONE"}]
    assert [] == [(one.type_name, one.line, text.splitlines()[one.line - 1][:200]) for one in wrong[:3]]
    tags, attributes = own()
    for element in tree.iter(etree.Element):
        assert element.tag in tags - NEVER, element.tag
        assert set(element.attrib) <= attributes, (element.tag, element.attrib)
    assert {str(src).partition("?")[0] for src in tree.xpath("//script/@src")} <= SCRIPTS
    assert [] == tree.xpath("//script[normalize-space(.)]")
    for link in map(str, tree.xpath("//@href | //@action | //@src | //@hx-get | //@hx-post")):
        assert _is_safe(link), link
    assert not BIDI & set(tree.xpath("string(//title)"))


def _is_safe(link: str) -> bool:
    """Whether a link leads to this server, or to a web address that a report was published at."""
    parts = urlsplit(link)
    return (link.startswith(("/", "#", "?")) and not parts.netloc) or parts.scheme in {"http", "https"}
