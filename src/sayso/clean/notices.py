"""Notices: the sentences in which an outlet speaks about its own article, with their kind.

Each rule takes a sentence and returns what it found; the expressions are in `notices.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from sayso.clean.credits import agencies, closing_credit, dateline_credit, reproduction, republished, source_line
from sayso.clean.house import end_mark
from sayso.clean.lexicon import NAME, find, has_cue
from sayso.clean.names import Outlets, is_ourselves, is_outlet
from sayso.clean.speaking import Found, Sentence, covered, named, plain_name
from sayso.clean.unverified import governed, unverified
from sayso.sentences import sentences
from sayso.spans import Span, cut

_TRANSLATED = re.compile(r"\btranslat\w+", re.IGNORECASE)
_LABEL_ALONE = re.compile(r"\W*(?:corrections?|clarifications?|retraction)(?: notice)?\W*", re.IGNORECASE)


def _search(name: str, sentence: Sentence) -> re.Match[str] | None:
    """Search for a list of expressions and, near the edges of the report, for its `_at_edge` companion."""
    hit = find(name, sentence.text)
    if not hit and sentence.edge:
        hit = find(f"{name}_at_edge", sentence.text)
    return None if hit and governed(sentence, hit.start()) else hit


def translation(sentence: Sentence) -> Found | None:
    """Find the sentence which says that the article is a translation."""
    if not _search("translation", sentence):
        return None
    by = _TRANSLATED.search(sentence.text)
    return Found("translation", sentence.span, named(sentence.text, by.start() if by else 0), covered(sentence))


def responsibility(sentence: Sentence) -> Found | None:
    """Find the sentence which says whose views these are, or that the outlet does not answer for them."""
    text = sentence.text
    hit = find("responsibility", text)
    if not hit and not find("views_of_others", text):
        hit = find("views", text)
    if hit and not governed(sentence, hit.start()):
        names = (plain_name(name[0]) for name in re.finditer(NAME, text))
        return Found("responsibility", sentence.span, next(filter(is_outlet, names), None), covered(sentence))
    hit = find("not_liable", text)
    agent = next(filter(None, hit.groups()), "") if hit else ""
    if hit and not sentence.quoted(hit.start()) and _is_own(agent, sentence):
        return Found("responsibility", sentence.span, _name(agent), covered(sentence, hit.start()))
    return None


def correction(sentence: Sentence) -> Found | None:
    """Find the sentence in which the outlet corrects, updates or withdraws its own article."""
    text = sentence.text
    regret = find("regret", text)
    if regret and (sentence.quoted(regret.start()) or not _is_own(regret["agent"], sentence)):
        regret = None
    labelled = (sentence.first and find("correction_label", text)) or find("correction_label_inside", text)
    note = find("correction_note", text) and find("correction_note_says", text)
    if labelled or note or regret or _search("correction", sentence):
        return Found("correction", sentence.span, _name(regret["agent"]) if regret else None, covered(sentence))
    return None


def _is_own(agent: str, sentence: Sentence) -> bool:
    return is_ourselves(agent) or sentence.outlets.is_publisher(agent) or is_outlet(agent)


def _name(agent: str) -> str | None:
    return None if is_ourselves(agent) else plain_name(agent)


Rule = Callable[[Sentence], Found | None]
RULES: tuple[Rule, ...] = (
    translation,
    unverified,
    responsibility,
    correction,
    republished,
    reproduction,
    agencies,
    source_line,
    dateline_credit,
    closing_credit,
)
_MARK = re.compile(r"\([A-Z]|[—–] ?[A-Z][\w ]{1,20}\W?$")  # a credit in a dateline or after the last words
_LABELLED = 3  # sentences that a label takes along; later ones must themselves speak of the correction
_LONGEST = 1_000  # characters; no longer sentence is tried, so that nothing can keep an expression busy
_SHORT = 60  # characters of a line that is looked at whatever it says


def notices_in(body: str, block: Span, outlets: Outlets, *, edge: bool) -> tuple[Found, ...]:
    """Return the notices of one block, in order; sentences that carry a correction on belong to it."""
    if not _could_hold(block.text):
        return ()
    found: list[Found] = []
    correcting = whole = False
    for index, span in enumerate(sentences(body, block.start, block.end)):
        sentence = Sentence(body, span, block, outlets, edge, after_notice=bool(found))
        here = [hit for rule in RULES if (hit := rule(sentence)) is not None] if _worth_trying(span.text) else []
        if not here and correcting and _goes_on(span.text, whole=whole and index <= _LABELLED):
            here = [Found("correction", span)]
        whole = whole or (index == 0 and len(block) <= _LONGEST and find("correction_label", span.text) is not None)
        correcting = any(hit.kind == "correction" for hit in here) and (index == 0 or correcting or edge)
        found.extend(here)
    return tuple(found)


def _could_hold(text: str) -> bool:
    return len(text) <= _SHORT or has_cue(text) or _MARK.search(text) is not None


def _worth_trying(text: str) -> bool:
    return len(text) <= _LONGEST and _could_hold(text)


def _goes_on(text: str, *, whole: bool) -> bool:
    """Whether a sentence after a correction belongs to it; `whole`: a label says so of the whole block."""
    return not end_mark(text) and (whole or find("correction_goes_on", text) is not None)


def whole_block(body: str, block: Span) -> Found:
    """Return the block as the text of a correction whose label stood in a line of its own."""
    return Found("correction", cut(body, block.start, block.end))


def is_label(text: str) -> bool:
    """Whether the line is only the label of a correction, and what it corrects follows."""
    return len(text) < 40 and bool(_LABEL_ALONE.fullmatch(text))


def outlets_named(found: Iterable[Found]) -> tuple[str, ...]:
    """Return the outlets that say of themselves that they publish the article."""
    own = ("unverified", "responsibility")
    return tuple(hit.outlet for hit in found if hit.outlet and hit.kind in own and not hit.inline)
