"""Notices: the sentences in which an outlet speaks about its own article, with their kind.

Each rule takes a sentence and returns what it found; the expressions are in `notices.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from sayso.clean.credits import agencies, closing_credit, dateline_credit, republished, source_line
from sayso.clean.lexicon import NAME, notice
from sayso.clean.names import is_ourselves, is_outlet, is_publisher
from sayso.clean.speaking import Found, Sentence, covered, named, plain_name
from sayso.clean.unverified import unverified
from sayso.sentences import sentences
from sayso.spans import Span, cut

_TRANSLATED = re.compile(r"\btranslat\w+", re.IGNORECASE)
_LABEL_ALONE = re.compile(r"\W*(?:corrections?|clarifications?|retraction)(?: notice)?\W*", re.IGNORECASE)


def _search(name: str, sentence: Sentence) -> re.Match[str] | None:
    """Search for a list of expressions and, near the edges of the report, for its `_at_edge` companion."""
    hit = notice(name).search(sentence.text)
    if not hit and sentence.edge:
        hit = notice(f"{name}_at_edge").search(sentence.text)
    return None if hit and sentence.quoted(hit.start()) else hit


def translation(sentence: Sentence) -> Found | None:
    """Find the sentence which says that the article is a translation."""
    if not _search("translation", sentence):
        return None
    by = _TRANSLATED.search(sentence.text)
    return Found("translation", sentence.span, named(sentence.text, by.start() if by else 0), covered(sentence))


def responsibility(sentence: Sentence) -> Found | None:
    """Find the sentence which says whose views these are, or that the outlet does not answer for them."""
    text = sentence.text
    hit = notice("responsibility").search(text)
    if not hit and not notice("views_of_others").search(text):
        hit = notice("views").search(text)
    if hit and not sentence.quoted(hit.start()):
        names = (plain_name(name[0]) for name in re.finditer(NAME, text))
        return Found("responsibility", sentence.span, next(filter(is_outlet, names), None), covered(sentence))
    hit = notice("not_liable").search(text)
    agent = next(filter(None, hit.groups()), "") if hit else ""
    if hit and not sentence.quoted(hit.start()) and _is_own(agent, sentence):
        return Found("responsibility", sentence.span, _name(agent), covered(sentence, hit.start()))
    return None


def correction(sentence: Sentence) -> Found | None:
    """Find the sentence in which the outlet corrects, updates or withdraws its own article."""
    text = sentence.text
    regret = notice("regret").search(text)
    if regret and (sentence.quoted(regret.start()) or not _is_own(regret["agent"], sentence)):
        regret = None
    labelled = sentence.first and notice("correction_label").search(text)
    note = notice("correction_note").search(text) and notice("correction_note_says").search(text)
    if labelled or note or regret or _search("correction", sentence):
        return Found("correction", sentence.span, _name(regret["agent"]) if regret else None, covered(sentence))
    return None


def _is_own(agent: str, sentence: Sentence) -> bool:
    return is_ourselves(agent) or is_publisher(agent, sentence.publisher) or is_outlet(agent)


def _name(agent: str) -> str | None:
    return None if is_ourselves(agent) else plain_name(agent)


Rule = Callable[[Sentence], Found | None]
RULES: tuple[Rule, ...] = (
    translation,
    unverified,
    responsibility,
    correction,
    republished,
    agencies,
    source_line,
    dateline_credit,
    closing_credit,
)
_WORTH_A_LOOK = re.compile(
    r"translat|verif|confirm|authent|corrobor|vouch|substantiat|validat|establish|ascertain|possible|responsib|liab"
    r"|views|opinions|endorse|guarantee|correct|clarif|version|error|mistake|apolog|regret|retract|withdr|amend|updat"
    r"|refile|headline|publish|appeared|permission|reprint|courtesy|reporting|writing|written|contribut|agenc|compiled"
    r"|source|original|distribut|this (?:article|story|report|piece)|\([A-Z]|[—–] ?[A-Z][\w ]{1,20}\W?$",
    re.IGNORECASE,
)


def notices_in(body: str, block: Span, publisher: str | None, *, edge: bool) -> tuple[Found, ...]:
    """Return the notices of one block, in order; sentences that carry a correction on belong to it."""
    if len(block) > 60 and not _WORTH_A_LOOK.search(block.text):
        return ()
    found: list[Found] = []
    correcting = False
    for index, span in enumerate(sentences(body, block.start, block.end)):
        sentence = Sentence(body, span, block, publisher, edge, after_notice=bool(found))
        worth = len(span) <= 60 or _WORTH_A_LOOK.search(span.text) or (found and span.text.startswith("It "))
        here = [hit for rule in RULES if (hit := rule(sentence)) is not None] if worth else []
        if not here and correcting and notice("correction_goes_on").search(span.text):
            here = [Found("correction", span)]
        correcting = any(hit.kind == "correction" for hit in here) and (index == 0 or correcting or edge)
        found.extend(here)
    return tuple(found)


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
