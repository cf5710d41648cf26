"""Furniture: text that belongs to the page and not to the article.

Each rule's docstring is the reason that is printed.
"""

# ruff: noqa: D401 - a reason is a statement

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Literal

from sayso.clean import house
from sayso.clean.lexicon import alternatives, pattern

_MARK = r"\s?(?::|\||»|>|→|–|—|\s-\s)"
_STORY = pattern(rf"^\W*{alternatives('story_labels')}(?:{_MARK}|\W*$)")
_MARKED = pattern(rf"^\W*{alternatives('also_headings')}{_MARK} ?\w")
_STORY_CAPITALS = re.compile(r"^\W*(?:READ (?:ALSO|MORE|NEXT)|ALSO READ|SEE ALSO|RELATED|MORE)\b[:\s]+[^\W\d_]")
_CAPTION = pattern(
    rf"^\W*{alternatives('caption_labels')}(?:\s?(?::|\||–|—|\s-\s)|\W*$)|^\W*file photo\b|^\W*photo by\b"
)
_CREDIT_WORD = alternatives("credit_words")
_CREDIT = pattern(
    r"[(\[](?-i:(?=[^()\[\]a-z]|via |photo |courtesy |file photo))(?:[^()\[\]]{0,60}[ /:])?"
    rf"{_CREDIT_WORD}\b[^()\[\]]{{0,60}}[)\]]\W*$"
    rf"|(?:\||/|–|—) ?(?:[^.|–—]{{0,40}} )?{_CREDIT_WORD}\W*$"
    r"|(?:©|\bphoto(?:s|graph)?(?: credit)?(?::| by| courtesy of)|\b(?:image|picture|credit)s?:) ?[^.|]{2,60}\W*$"
)
_PHOTOGRAPHER = re.compile(
    r"(?:^|[.)\s])[(\[]?(?:File: )?[^\W\d_a-z][\w .’'-]{2,40}/(?:[A-Z]{2,}|Reuters|Getty|Anadolu|Shutterstock|Pool)"
    r"[\w ./-]{0,30}[)\]]?\W{0,2}$|\b(?:REUTERS|AFP|AP|EPA|Reuters|dpa)/[^\W\d_][\w .’'-]{2,40}$"
)
_PICTURED = pattern(alternatives("pictured"))
_SCENE = pattern(rf"^(?:[\w’'-]+ ){{1,7}}{alternatives('scene_verbs')}\b")
_DAY = re.compile(
    r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\b(?:19|20)\d\d\b"
    r"|\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s\d"
)
_PROMPT = pattern(rf"^[\s(\[*•>|→–-]*{alternatives('prompts')}")
_ADDRESSED = pattern(r"\b(?:us|our|here|newsletters?|app|inbox|subscri\w+)\b")
_READER = pattern(rf"\b{alternatives('reader')}")
_PROMPTING = re.compile(
    r"subscri|newsletter|follow|sign up|click|our |share|download|donat|support|telegram|whatsapp", re.IGNORECASE
)
_LINE = pattern(rf"^\W*{alternatives('page_lines')}\W*$")
_WEB = r"(?:https?://\S+|www\.\S+)"
_ADDRESS = re.compile(rf"^\W*(?:{_WEB}|\S+@\S+\.\w+|@\w+|[\w-]+(?:\.[\w-]+)+/\S*)(?:\s+{_WEB})*\W*$")
_EDITOR = pattern(rf"^\W*{alternatives('editor_labels')}\b[^:.]{{0,30}}:")
_SAYS = re.compile(r"\b(?:said|says|told|according to|reported|announced|added|claimed|denied)\b", re.IGNORECASE)
_QUOTED = re.compile(r"[“\"«][^”\"»]*[”\"»]")
_TAIL = pattern(
    rf"(?<=[.!?”\")])\s(?P<tail>[(\[]?{alternatives('tail_labels')} ?:.*)$"
    rf"|(?P<aside>[(\[]{alternatives('tail_labels')} ?:[^()\[\]]*[)\]])"
)
_BARS = re.compile(r"\s[|•·]\s")  # between the parts of a line of links
_STAMP = re.compile(r"^\W*\d{1,2}[.:h]\d\d\b[\s—–-]*")  # of a live report
_STOP = re.compile(r"(?<=[.!?])\s+")
_LONGEST = 1_000  # characters; nothing longer is furniture, and no expression need be tried on it
_LONGEST_PROMPT = 60  # words
_LONGEST_CAPTION = 70


def _words(text: str) -> int:
    return len(text.split())


def other_story(text: str) -> bool:
    """It leads to another story, and is no part of this one."""
    if _words(text) > 30:
        return False
    told = text.rstrip().endswith(".") and _MARKED.match(text)  # "Background: The depot was built in 1990."
    return not told and bool(_STORY.match(text) or _MARKED.match(text) or _STORY_CAPITALS.match(text))


def caption(text: str) -> bool:
    """It is the caption or the credit of a picture, film or recording."""
    if _words(text) > _LONGEST_CAPTION:
        return False
    if _CAPTION.match(text) and _words(text) <= 45:
        return True
    credited = _CREDIT.search(text) or _PHOTOGRAPHER.search(text)
    said = bool(_SAYS.search(text)) and not re.search(r"[(\[][^()\[\]]*[)\]]\W*$", text)
    return bool(credited) and not said


def pictured(text: str) -> bool:
    """It says what is seen in a picture that stood here."""
    return (
        _words(text) <= 45
        and not _SAYS.search(text)
        and bool(_PICTURED.search(text))
        and bool(_DAY.search(text) or _words(text) <= 14)
    )


def scene(text: str) -> bool:
    """It describes, in the present tense and with a date, the picture above the article."""
    short = _words(text) <= 35 and text.count(". ") == 0
    return short and not _SAYS.search(text) and bool(_SCENE.match(text)) and bool(_DAY.search(text))


def prompt(text: str) -> bool:
    """It asks the reader to subscribe, follow, share, donate or click."""
    if _words(text) > _LONGEST_PROMPT:
        return False
    if _BARS.search(text) and any(_asks(part) or house.programme(part) for part in _BARS.split(text)):
        return True
    parts = _STOP.split(_STAMP.sub("", text))
    asking = [part for part in parts if _asks(part)]
    if len(asking) == len(parts):
        return True
    most = sum(map(len, asking)) >= 0.5 * len(text)  # "Get it in your inbox. It is free."
    return most and _words(text) <= 40 and not _SAYS.search(text)


def _asks(sentence: str) -> bool:
    if _SAYS.search(sentence):
        return False
    return bool(_PROMPT.match(sentence) or _READER.search(_QUOTED.sub("", sentence)))


def prompt_inside(text: str) -> bool:
    """It asks the reader, inside a paragraph, to subscribe, follow, share, donate or click."""
    return prompt(text) and bool(_ADDRESSED.search(_QUOTED.sub("", text)) or _READER.search(text))


def page_line(text: str) -> bool:
    """It belongs to the page: an advertisement, tags, counts, buttons or a copyright line."""
    return _words(text) <= 40 and bool(_LINE.match(text))


def address(text: str) -> bool:
    """It is nothing but a link or an address."""
    return bool(_ADDRESS.match(text))


def editors_note(text: str) -> bool:
    """It is a remark of the editors to the reader, not part of the report."""
    return _words(text) <= 80 and bool(_EDITOR.match(text))


Rule = Callable[[str], bool]
Place = Literal["", "above", "lead", "below"]  # above the first paragraph, that paragraph, under the last ones
HOUSE_RULES: tuple[Rule, ...] = (
    house.greeting,
    house.contact,
    house.appeal,
    house.programme,
    house.method,
    house.cited,
)
ABOVE_RULES: tuple[Rule, ...] = (house.issued, house.unsigned, house.letterhead)
BELOW_RULES: tuple[Rule, ...] = (house.end_mark, house.issued, house.unsigned, house.author_note)
BLOCK_RULES: tuple[Rule, ...] = (
    *(address, page_line, other_story, caption, prompt, pictured, editors_note),
    *(*HOUSE_RULES, house.rule_off),
)
SENTENCE_RULES: tuple[Rule, ...] = (prompt_inside,)

_RULES: dict[Place, tuple[Rule, ...]] = {
    "": BLOCK_RULES,
    "above": (*BLOCK_RULES, *ABOVE_RULES, scene),
    "lead": (*BLOCK_RULES, scene),
    "below": (*BLOCK_RULES, *BELOW_RULES),
}

ASIDE = "The page marks it as a caption or a box beside the article."
LINK = "The whole line is a link to another page."
HEADLINE = (
    "It is the headline of another story: it stands alone between paragraphs and the article does not take it up."
)
LISTED = "It is one of several headlines in a row, which lead to other stories."
KICKER = "It stands above the title: the name of the house, of the series or of the section."
BYLINE = "It says who wrote the report, or from where."
CREDIT = "It says who of the house reported, wrote or edited."
REPEATED = "It is repeated on the pages of the document."


def reason(text: str, place: Place = "") -> str | None:
    """Return why the block is furniture, or None; `place` says where it stands, for what counts only there."""
    return _first(_RULES[place], text)


def sentence_reason(text: str, *, edge: bool = False) -> str | None:
    """Return why one sentence of a paragraph is furniture, or None; `edge`: near the top or the end of the report."""
    asking = SENTENCE_RULES if _PROMPTING.search(text) else ()
    return _first((*asking, *HOUSE_RULES) if edge else asking, text)


def may_ask(text: str) -> bool:
    """Whether a paragraph has a word without which none of its sentences asks anything of the reader."""
    return bool(_PROMPTING.search(text))


def _first(rules: Iterable[Rule], text: str) -> str | None:
    if len(text) > _LONGEST:
        return None
    return next((reason_of(rule) for rule in rules if rule(text)), None)


def reason_of(rule: Rule) -> str:
    """Return the printed reason, the first line of the rule's docstring."""
    return (rule.__doc__ or "").strip().splitlines()[0]


def tail(text: str) -> tuple[int, int] | None:
    """Return the range of a "READ MORE: …" that hangs on a paragraph, or stands in brackets inside it."""
    hit = _TAIL.search(text) if len(text) < 10 * _LONGEST else None
    if not hit:
        return None
    return hit.span("tail") if hit["tail"] else hit.span("aside")
