"""200 strings made to act on a page, to break a file, or to lead a reader astray; each is used in every role.

Those that would run script say `window.__hit = 1`, so that a browser can be asked whether one did.
"""

from __future__ import annotations

MARKUP = (
    "<script>window.__hit=1</script>", "<ScRiPt >window.__hit=1</sCrIpT>", "<script src=//hit.example/x.js></script>",
    "<scr<script>ipt>window.__hit=1</script>", "<script>/*",
    "<noscript><p title=\"</noscript><img src=x onerror=window.__hit=1>\">", "<iframe src=//hit.example></iframe>",
    "<object data=//hit.example>", "<embed src=//hit.example>",
    "<meta http-equiv=refresh content='0;url=//hit.example'>", "<link rel=stylesheet href=//hit.example/x.css>",
    "<input autofocus onfocus=window.__hit=1>", "<a href=//hit.example>here</a>", "</p></div></main>",
    "</title><h1>taken</h1>", "</style><h1>taken", "<style>*{display:none}</style>", "<template><b>", "<slot name=x>",
    "<table><tr><td>", "<select><option>", "<frameset>", "<marquee>", "<html hidden>", "<portal src=//hit.example>",
)  # fmt: skip
EVENTS = (
    "<img src=x onerror=window.__hit=1>", "<svg/onload=window.__hit=1//", "<body onload=window.__hit=1>",
    "<video><source onerror=window.__hit=1>", "<audio src=x onerror=window.__hit=1>",
    "<svg><script>window.__hit=1</script></svg>", "<svg><use href='data:image/svg+xml,<svg onload=window.__hit=1>'>",
    "\" onmouseover=\"window.__hit=1", "' onfocus='window.__hit=1' autofocus='",
    "\"><img src=x onerror=window.__hit=1>", "'><svg onload=window.__hit=1>",
    "x\" style=\"position:fixed;inset:0\" y=\"", "\" hx-get=\"/review\" hx-trigger=\"load",
    "\" data-hx-post=\"/judge\" x=\"", "<div hx-get=/judge hx-trigger=load>", "<img src=`x`onerror=window.__hit=1>",
    "<IMG SRC=x ONERROR=\"window.__hit=1\">", "<a\u00a0href=x onclick=window.__hit=1>x",
)  # fmt: skip
ADDRESSES = (
    "javascript:window.__hit=1", "java\tscript:window.__hit=1", "java\nscript:window.__hit=1",
    "\x01javascript:window.__hit=1", "javascript://hit.example/%0awindow.__hit=1", "&#106;avascript:window.__hit=1",
    "data:text/html,<script>window.__hit=1</script>", "vbscript:msgbox(1)", "file:///etc/passwd", "//hit.example/x",
    "https://hit.example/\" onclick=\"window.__hit=1", "https://user:pass@hit.example/", "https://[::1",
    "https://hit.example/%00%0d%0aSet-Cookie:x=1", "https://hit.example/a b<c>d|e",
    "https://nahr.example\\@hit.example/", "https://hit.example/){x}",
)  # fmt: skip
DIRECTION = (
    "\u202eevil\u202c", "\u202dleft\u202c", "\u2066isolate", "\u2067right\u2069", "\u2068first\u2069\u2069",
    "\u202a\u202b", "report\u202etxt.exe", "\u061cmark", "\u200eleft\u200f", "\u200fאבג", "مرحبا بالعالم",
    "قال <b>الناطق</b>", "سلام ‌دنیا", "שלום 123 abc", "\u202e" * 40, "abc \u2067def \u2069 ghi\u202e", "ܫܠܡܐ",
    "ދިވެހި",
)  # fmt: skip
TEMPLATES = (
    "{{7*7}}", "{{ ''.__class__.__mro__ }}", "{% include '/etc/passwd' %}", "{# gone #}", "${7*7}", "<%= 7*7 %>",
    "<?php echo 49; ?>", "[[7*7]]", "@(7*7)", "{0.__class__}", "{name}", "$ENV{HOME}", "`id`", "{{ t('site.name') }}",
    "{% endblock %}", "%}",
)  # fmt: skip
FORMULAS = (
    "=1+1", "=cmd|' /C calc'!A0", "+1+1", "@SUM(1)", "\t=1+1", "＝1＋1", "－1", "＠SUM(1)",
    "=IMPORTXML(\"http://hit.example\",\"//a\")", "\"=1+1\"", "%=1+1", "\n=1+1", "\u00a0=1+1", "\u200b=1+1", "-", "@",
    "=", ",=1+1", "a\n=1+1",
)  # fmt: skip
TAGS = ("#event+id", "#date +start", "#adm1+name", "#", "##", "#tag,#tag", "#affected+killed")
BREAKERS = (
    "a\"b", "a,b", "a;b", "a\tb", "a\nb", "a\rb", "a\u2028b", "a\x85b", "a\x0bb", "a\x1eb", "\\", "\\u0000", "\\n",
    "]}", "{\"a\":1}", "true", "NaN", "1e309", "'", "\"", "]]>", "<?xml version='1.0'?>",
    "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>", "&lt;b&gt;", "&#x3c;b&#x3e;", "&nbsp;", "&", ">", "<>",
    "-->", "<!-- -->", "[x](javascript:x)", "![x](//hit.example/x.png)", "~~~", "| a | b |", "> x", "\\[x\\]",
)  # fmt: skip
QUERIES = (
    "' OR '1'='1", "\" OR \"\"=\"", "1; ATTACH DATABASE '/tmp/x' AS x", "_", "*", "\"a", "NEAR(a b)", "NOT a",
    "title:a", "(", ")", "{a b}:c", "') UNION SELECT sql FROM sqlite_master --",
)  # fmt: skip
PATHS = (
    "../../etc/passwd", "/etc/passwd", "%2e%2e%2f", "C:\\x", "CON", "~root", "a/b", "..", "-rf", "$HOME", "a b",
)  # fmt: skip
CONTROLS = (
    "a\x00b", "\x00", "\x1b[31mred\x1b[0m", "\x1b]0;taken\x07", "\x1b]8;;http://hit.example\x07x", "\x07",
    "\x08\x08\x08gone", "\x7f", "\x9b31m", "a\ud800b", "\udfff", "\ufffe", "\uffff", "\ufffd", "\U000e0041",
    "\x01\x02\x03", "\xad",
)  # fmt: skip
SIGNS = (
    "Cafe\u0301", "Z" + "\u0335\u0321\u0489" * 60, "\u0301", "a\u200bb", "\u200d", "\u2060\u2060", "\ufeff", "👩🏽‍🚒",
    "👨‍👩‍👧‍👦", "🏳️‍🌈", "🇾🇪🇸🇩", "1️⃣", "𝒯𝑒𝓁𝓁", "ﬁle", "Ⅷ", "ⓐ", "ａｄｍｉｎ", "раураl", "İi̇ıI", "ß", "नमस्ते", "ไทย", "한글",
    "外務省", "𐍈", "\U0010ffff", "🏴" + "\U000e0067" * 30, "x" * 3_000, "<b>" * 600, "é " * 900, "(" * 500,
    "\u202e<script>" * 99, "A" * 200 + " =1",
)  # fmt: skip

STRINGS = (
    *MARKUP, *EVENTS, *ADDRESSES, *DIRECTION, *TEMPLATES, *FORMULAS, *TAGS, *BREAKERS, *QUERIES, *PATHS, *CONTROLS,
    *SIGNS,
)  # fmt: skip
WORST = (*MARKUP, *EVENTS, *ADDRESSES, *DIRECTION, *TEMPLATES[:4], *SIGNS[-6:])


def is_storable(text: str) -> bool:
    """Whether a database takes the string: no NUL and no half of a character."""
    return "\0" not in text and not any("\ud800" <= letter <= "\udfff" for letter in text)
