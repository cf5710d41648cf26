"""Who says what, in one sentence: each cue with its source and its content, in every order that English allows."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from sayso.read.lexicon import CueVerb, lexicon
from sayso.read.phrases import Range, Sentence, after_adjuncts, is_clause, phrase_before, phrase_from
from sayso.records import Sense


@dataclass(frozen=True, slots=True)
class Frame:
    """A cue with what hangs on it, in tokens. `edge` is where the words of the attribution itself begin."""

    cue: Range
    source: Range | None
    content: tuple[Range, ...]
    sense: Sense
    edge: int
    order: str  # before, after, inside, adverb, passive, participle, noun
    relays: tuple[tuple[Range, Range | None], ...] = ()
    addressee: Range | None = None


Finder = Callable[[Sentence, int], Frame | None]


def frames(sentence: Sentence) -> list[Frame]:
    """All attributions of a sentence in the order of their cues; nested ones are left for `reading.settle`."""
    found: list[Frame] = []
    for at in range(len(sentence.tokens)):
        if any(left <= at < right for frame in found for left, right in [frame.cue]):
            continue
        frame = next((frame for find in FINDERS if (frame := find(sentence, at)) is not None), None)
        if frame is not None:
            found.append(frame)
    inside = [f.source for f in found if f.source is not None]
    found = [f for f in found if not any(left < f.cue[0] < right for left, right in inside)]
    return _with_citations(sentence, [_who_reports(sentence, frame) for frame in found])


def _who_reports(sentence: Sentence, frame: Frame) -> Frame:
    """In "reports from residents indicate" the residents speak, not the reports."""
    if frame.source is None or not re.match(
        r"(?:reports|accounts|testimonies|information|messages|word) from ", sentence.words(*frame.source)
    ):
        return frame
    return replace(frame, source=(frame.source[0] + 2, frame.source[1]))


def _end(sentence: Sentence) -> int:
    return len(sentence.tags)


def _content(sentence: Sentence, left: int, right: int) -> tuple[Range, ...]:
    left, right = sentence.trimmed(left, right)
    return ((left, right),) if left < right else ()


# ---- cues that are verbs ----


def by_verb(sentence: Sentence, at: int) -> Frame | None:
    """A verb of saying with its subject: "X said that …", "…, X said", "This, X suggests, might …"."""
    verb = sentence.tokens[at].verb
    if verb is None or not _is_verb(sentence, at, verb):
        return None
    if verb.form == "ing" and not re.search(r"x[ag]*$", sentence.tags[:at]):
        return _participle(sentence, at, verb)
    passive = re.search(r"(x)[ag]*$", sentence.tags[:at])
    if verb.form == "ed" and passive and sentence.tokens[passive.start()].text.lower() in _BE:
        return _passive(sentence, at, verb, passive.start())
    if verb.form == "ed" and sentence.words(at + 1, at + 2) == "by":
        return _by_agent(sentence, at, verb, at)
    return _active(sentence, at, verb)


_BE = frozenset("is are was were be been being".split())
_NOT_SAID = re.compile(r"(?:declined|refused|failed|unable|neither|nor|not|never|[a-z]+n[’']t|without)\b(?: \w+){0,2}$")


def _is_verb(sentence: Sentence, at: int, verb: CueVerb) -> bool:
    """Leave out nouns of the same form, infinitives, and what is said not to have been said."""
    if verb.form in {"base", "s"} and sentence.words(at + 1, at + 2) == "of":
        return False
    needed = lexicon().needs.get(verb.lemma)
    if needed and not re.match(needed, sentence.words(at + 1, at + 12)):
        return False
    if sentence.tags[:at].endswith("t") and not re.search(
        r"(?:went|goes|going) on to$", sentence.words(max(0, at - 3), at)
    ):
        return False
    return not _NOT_SAID.search(sentence.words(max(0, at - 4), at))


def _active(sentence: Sentence, at: int, verb: CueVerb) -> Frame | None:
    tags = sentence.tags
    cue = (at, at + 1)
    subject = phrase_before(sentence, at)
    listener = phrase_from(sentence, at + 1) if "addressee" in verb.takes else None
    stop = after_adjuncts(sentence, listener[1] if listener else at + 1)
    if tags[at - 1 : at] in {",", "q", "-"} and "addressee" not in verb.takes:
        inverted = _inverted(sentence, at, verb)
        if inverted is not None:
            return inverted
    if subject is None:
        return _coordinated(sentence, at, verb)
    if _NOBODY.match(sentence.words(*subject)) or _is_thing(sentence, subject, verb):
        return None
    if _is_aside(sentence, subject, stop):
        return replace(_aside(sentence, subject, cue, verb, stop), addressee=listener)
    found = _after_verb(sentence, at, verb)
    if found is None:
        return None
    content, addressee = found
    return Frame(cue, subject, content, verb.sense, subject[0], "before", addressee=addressee)


_NOBODY = re.compile(r"(?:no|none|nobody|neither|few|hardly any)\b")


def _coordinated(sentence: Sentence, at: int, verb: CueVerb) -> Frame | None:
    """ "… and added that …": a further verb of the speaker named before."""
    joined = re.search(r"c[axk]*$", sentence.tags[:at])
    found = _after_verb(sentence, at, verb) if joined else None
    return (
        Frame((at, at + 1), None, found[0], verb.sense, joined.start(), "participle", addressee=found[1])
        if joined and found
        else None
    )


_EVIDENT = frozenset(
    "suggest indicate show demonstrate highlight underscore underline signal stress reveal note put".split()
)


def _is_thing(sentence: Sentence, subject: Range, verb: CueVerb) -> bool:
    """Whether a verb that things can have too has a thing for its subject: "the wreckage suggests …" is nobody's word."""
    words = sentence.words(*subject)
    if (
        verb.lemma not in _EVIDENT
        or "N" in sentence.tags[subject[0] : subject[1]]
        or "r" in sentence.tags[subject[0] : subject[1]]
    ):
        return verb.lemma in _EVIDENT and words in {"it", "this"}
    return words.startswith(("this ", "these ", "that ")) or not SPEAKERS.search(words)


SPEAKERS = re.compile(
    r"\b(?:sources?|residents?|accounts?|reports?|officials?|witness(?:es)?|officers?|spokes\w+|analysts?|experts?|statements?|"
    r"ministry|army|police|minister|study|survey|documents?|letters?|records?|data|figures|rulings?|court|agency|\w+ers|\w+ors|"
    r"people|locals|investigat\w+|monitors?|council|command|governor|mayor|commission|government|military|memo\w*|leaders?|he|she|they)\b"
)


def _is_aside(sentence: Sentence, subject: Range, stop: int) -> bool:
    """Whether source and cue follow their content or stand in the middle of it, between commas."""
    left, tags = subject[0], sentence.tags
    if left == 0 or tags[left - 1] not in ",q-;" or (left == 1 and tags[0] != "q"):
        return False
    return (stop == _end(sentence) or tags[stop] in ".,;-sc") and (
        tags[left - 1] == "q" or is_clause(tags[: left - 1]) or tags[stop : stop + 1] == ","
    )  # fmt: skip


def _aside(sentence: Sentence, subject: Range, cue: Range, verb: CueVerb, stop: int) -> Frame:
    tags = sentence.tags
    content = _content(sentence, 0, subject[0])
    middle = tags[stop : stop + 1] == "," and stop + 2 < _end(sentence)
    following = tags[stop + 1 : stop + 2]
    if middle and following not in {"i", "s", "w"} and not _cue_follows(sentence, stop + 1):
        content += _content(sentence, stop + 1, _end(sentence))
        return Frame(cue, subject, content, verb.sense, subject[0], "inside")
    quoted = tags.find("q", stop)
    if quoted != -1 and tags[subject[0] - 1] in ",q" and "q" in tags[: subject[0]]:
        content += _content(sentence, quoted, _end(sentence))
    return Frame(cue, subject, content, verb.sense, subject[0], "after")


def _cue_follows(sentence: Sentence, left: int) -> bool:
    return sentence.tokens[left].verb is not None


def _inverted(sentence: Sentence, at: int, verb: CueVerb) -> Frame | None:
    """ "…, said the governor": the source follows the verb, and nothing but adjuncts follows the source."""
    source = phrase_from(sentence, at + 1)
    if source is None or (sentence.tags[at - 1] != "q" and not is_clause(sentence.tags[:at])):
        return None
    stop = after_adjuncts(sentence, source[1])
    if stop < _end(sentence) and sentence.tags[stop] not in ".,;:-":
        return None
    content = _content(sentence, 0, at)
    quoted = sentence.tags.find("q", stop)
    if quoted != -1:
        content += _content(sentence, quoted, _end(sentence))
    return Frame((at, at + 1), source, content, verb.sense, at, "after") if content else None


_THAT = re.compile(r"(?:,?[dmnNeakptcbrisq]*,?)h")


def _after_verb(sentence: Sentence, at: int, verb: CueVerb) -> tuple[tuple[Range, ...], Range | None] | None:
    """The content that follows an active verb, and the listener where one is named; None where there is no content."""
    tags, left, end = sentence.tags, at + 1, _end(sentence)
    if tags[left : left + 1] in {"", ".", ";"}:
        return None
    addressee = _addressee(sentence, left, verb)
    that = _THAT.match(tags, left)
    if that and _that_is_content(sentence, left, that.end() - 1, verb, addressee):
        return _content(sentence, that.end(), end), addressee
    if addressee is not None:
        left = addressee[1]
    colon = re.match(r"([dmnNeakptcbr,]*)[:]", tags[left:])
    if colon and "nominal" in verb.takes and colon.group(1)[:1] in {"d", "n", "N", "r"} and verb.sense != "say":
        return _content(sentence, left, left + colon.end(1)), addressee
    if colon:
        return _content(sentence, left + colon.end(), end), addressee
    if tags[left : left + 1] in {"", ".", ";"}:
        return None
    rest = after_adjuncts(sentence, left)
    if tags[rest : rest + 1] == "q":
        return _content(sentence, rest, end), addressee
    if "infinitive" in verb.takes and re.match(r"(?:p?[dmnNekpcb]*)t", tags[left:]):
        return _content(sentence, left + (tags[left] == "t"), end), addressee
    if "bare" in verb.takes and (is_clause(tags[left:]) or re.match(r"[dnN]+q", tags[left:])):
        start = rest if is_clause(tags[rest:]) else left
        return _content(sentence, start, end), addressee
    if "nominal" in verb.takes or "addressee" in verb.takes:
        return _content(sentence, left + (tags[left] in "pt"), end), addressee
    return None


def _addressee(sentence: Sentence, left: int, verb: CueVerb) -> Range | None:
    if sentence.tags[left : left + 1] == "t" and verb.sense not in {"intend", "demand"}:
        return phrase_from(sentence, left + 1)
    return phrase_from(sentence, left) if "addressee" in verb.takes else None


def _that_is_content(sentence: Sentence, left: int, that: int, verb: CueVerb, addressee: Range | None) -> bool:
    """Whether "that" opens the content, and is not the start of a relative clause in a nominal one."""
    between = sentence.tags[left:that]
    if not between or between[0] in "ptaks," or addressee is not None or "nominal" not in verb.takes:
        return True
    return verb.sense == "deny" and sentence.tokens[that - 1].text.lower() in lexicon().nouns


def _participle(sentence: Sentence, at: int, verb: CueVerb) -> Frame | None:
    """ "…, adding that …": the source is that of the clause it hangs on."""
    if at == 0 or (sentence.tags[at - 1] not in ",c" and sentence.words(at - 1, at) != "by"):
        return None
    found = _after_verb(sentence, at, verb)
    if found is None:
        return None
    return Frame((at, at + 1), None, found[0], verb.sense, at, "participle", addressee=found[1])


def _passive(sentence: Sentence, at: int, verb: CueVerb, be: int) -> Frame | None:
    """ "is believed to …", "it was reported that …", "was confirmed by X", "was quoted as saying"."""
    if verb.lemma in {"quote", "cite"}:
        return _quoted_as_saying(sentence, at, be)
    words = sentence.tokens[at].text.lower()
    after = sentence.tags[at + 1 : at + 2]
    if sentence.words(at + 1, at + 2) == "by":
        return _by_agent(sentence, at, verb, be)
    if words not in lexicon().participles or after not in {"t", "h"}:
        return None
    if after == "h":
        return Frame((be, at + 1), None, _content(sentence, at + 2, _end(sentence)), "hearsay", be, "passive")
    start = _clause_start(sentence, be)
    return Frame((be, at + 1), None, _content(sentence, start, _end(sentence)), "hearsay", start, "passive")


def _quoted_as_saying(sentence: Sentence, at: int, be: int) -> Frame | None:
    """ "X was quoted (by Y) as saying …" and "…, X was quoted as saying": X speaks, Y relays."""
    subject = phrase_before(sentence, be)
    saying = re.search(r"\bas (?:saying|telling|having said)\b", sentence.words(at, len(sentence.tokens)))
    if subject is None:
        return None
    relay = phrase_from(sentence, at + 2) if sentence.words(at + 1, at + 2) == "by" else None
    relays = ((relay, (be, at + 2)),) if relay else ()
    after = (
        next((i + 2 for i in range(at, _end(sentence) - 1) if sentence.words(i, i + 1) == "as"), at + 1)
        if saying
        else at + 1
    )
    content = _content(sentence, after + (sentence.tags[after : after + 1] == "h"), _end(sentence))
    order = "before"
    if subject[0] > 1 or not content:
        content, order = _content(sentence, 0, subject[0]), "after"
    return Frame((be, at + 1), subject, content, "say", subject[0], order, relays) if content else None


def _by_agent(sentence: Sentence, at: int, verb: CueVerb, left: int) -> Frame | None:
    """ "strikes claimed by X": the content is what stands before, the source follows "by"."""
    source = phrase_from(sentence, at + 2) if at + 2 < _end(sentence) else None
    content = phrase_before(sentence, left)
    if source is None or content is None or verb.sense in {"assess", "forecast"}:
        return None
    sense: Sense = "responsibility" if verb.lemma == "claim" else verb.sense
    if sentence.words(*content).endswith("responsibility"):
        return None
    return Frame((at, at + 2), source, (content,), sense, content[0], "noun")


def _clause_start(sentence: Sentence, at: int) -> int:
    """Where the clause around a token begins: after the last semicolon, or a comma before a new subject."""
    for left in range(at - 1, 0, -1):
        if sentence.tags[left] in ";:" or (sentence.tags[left] in "cs" and is_clause(sentence.tags[:left])):
            return left + 1
    return 0


# ---- cues that are not verbs ----


def by_phrase(sentence: Sentence, at: int) -> Frame | None:
    """ "According to X, …" and "…, according to X"."""
    if sentence.words(at, at + 2) not in {"according to", "as per"}:
        return None
    cue = (at, at + 2)
    source = phrase_from(sentence, at + 2) if at + 2 < _end(sentence) else None
    if source is None:
        return None
    stop = after_adjuncts(sentence, source[1])
    if at <= 1:
        stop = sentence.tags.find(",", source[1] - 1)
        content = _content(sentence, stop, _end(sentence)) if stop != -1 else ()
    else:
        content = _content(sentence, _clause_start(sentence, at) if sentence.tags[at - 1] != "," else 0, at)
        if sentence.tags[stop : stop + 1] == "," and not is_clause(sentence.tags[:at]):
            content += _content(sentence, stop + 1, _end(sentence))
    return Frame(cue, source, content, "say", at, "after" if at > 1 else "before") if content else None


_VIEW = re.compile(
    r"(?:view|words|version|telling|account|opinion|judge?ment|estimate|estimation|reckoning|eyes|assessment|reading)"
)


def by_opinion(sentence: Sentence, at: int) -> Frame | None:
    """ "In X's view, …", "by his account, …", "by the account of X, …"."""
    if sentence.words(at, at + 1) not in {"in", "by"} or (at and sentence.tags[at - 1] not in ",c"):
        return None
    head = next(
        (i for i in range(at + 2, min(at + 9, _end(sentence))) if _VIEW.fullmatch(sentence.tokens[i].text.lower())),
        None,
    )
    if head is None or re.search(r"[xvV,h]", sentence.tags[at:head]):
        return None
    owner: Range | None = (at + 1, head)
    if sentence.words(head + 1, head + 2) == "of":
        owner = phrase_from(sentence, head + 2) if head + 2 < _end(sentence) else None
    elif sentence.tags[head - 1] != "N" and not re.search(
        r"[’']s?$|^(?:his|her|their|its)$", sentence.tokens[head - 1].text.lower()
    ):
        return None
    if owner is None:
        return None
    stop = max(head + 1, owner[1])
    content = (
        _content(sentence, stop, _end(sentence))
        if at <= 1
        else _content(sentence, 0, at) + _content(sentence, stop, _end(sentence))
    )
    return Frame(
        (at, head + 1),
        owner,
        content,
        "assess" if "account" not in sentence.words(head, head + 1) else "say",
        at,
        "before" if at <= 1 else "after",
    )


def by_adverb(sentence: Sentence, at: int) -> Frame | None:
    """ "reportedly", "allegedly": hearsay with nobody named, over the whole clause."""
    if sentence.tokens[at].text.lower() not in lexicon().adverbs:
        return None
    content = _content(sentence, _clause_start(sentence, at), _end(sentence))
    return Frame((at, at + 1), None, content, "hearsay", at, "adverb") if content else None


def by_noun(sentence: Sentence, at: int) -> Frame | None:
    """ "reports that …", "rumours that …": hearsay, unless a verb of denial took it as its object."""
    if sentence.tokens[at].text.lower() not in lexicon().nouns or sentence.tags[at + 1 : at + 2] != "h":
        return None
    content = _content(sentence, at + 2, _end(sentence))
    return Frame((at, at + 1), None, content, "hearsay", at, "noun") if content else None


_RESPONSIBILITY = re.compile(r"^(?:full )?(?:responsibility|credit) for$")


def by_responsibility(sentence: Sentence, at: int) -> Frame | None:
    """ "X claimed responsibility for Y", "responsibility for Y was claimed by X"."""
    if sentence.tokens[at].text.lower() != "responsibility" or sentence.words(at + 1, at + 2) != "for":
        return None
    end = _end(sentence)
    verb = next((i for i in range(at - 1, max(-1, at - 4), -1) if sentence.tags[i] in "Vv"), None)
    if verb is not None:
        source = phrase_before(sentence, verb)
        return Frame((verb, at + 1), source, _content(sentence, at + 2, end), "responsibility",
                     source[0] if source else verb, "before") if source else None  # fmt: skip
    by = next((i for i in range(at, end - 1) if sentence.words(i, i + 2) == "claimed by"), None)
    source = phrase_from(sentence, by + 2) if by is not None and by + 2 < end else None
    if by is None or source is None:
        return None
    content = phrase_from(sentence, at + 2) or (at + 2, by)
    return Frame((by, by + 2), source, (content,), "responsibility", at, "before")


def by_colon(sentence: Sentence, at: int) -> Frame | None:
    """ "The mayor: “…”" and verbs no list knows, when a quotation follows the colon."""
    if sentence.tags[at] != ":" or sentence.tags[at + 1 : at + 2] != "q" or at == 0:
        return None
    source = phrase_from(sentence, 0)
    if source is None or source[1] > at:
        return None
    cue = (at - 1, at) if source[1] < at else (at, at + 1)
    return Frame(cue, (source[0], min(source[1], cue[0])), ((at + 1, at + 2),), "say", 0, "before")


_ADJECTIVES = frozenset(
    "certain confident sure convinced adamant clear worried afraid hopeful aware positive doubtful sceptical".split()
)


def by_shape(sentence: Sentence, at: int) -> Frame | None:
    """Verbs and adjectives that no list knows, where what follows or surrounds them shows that they attribute."""
    tags = sentence.tags
    if (
        tags[at] == "n"
        and sentence.tokens[at].text.lower() in _ADJECTIVES
        and tags[at + 1 : at + 2] == "h"
        and tags[at - 1 : at] == "x"
    ):
        subject = phrase_before(sentence, at)
        return (
            Frame((at - 1, at + 1), subject, _content(sentence, at + 2, _end(sentence)), "assess", subject[0], "before")
            if subject
            else None
        )
    if tags[at] not in "env" or at == 0:
        return None
    if tags[at] == "e" and tags[at + 1 : at + 2] == "h":
        subject = phrase_before(sentence, at)
        return (
            Frame((at, at + 1), subject, _content(sentence, at + 2, _end(sentence)), "say", subject[0], "before")
            if subject
            else None
        )
    after = tags[at + 1 : at + 2]
    aside = re.search(r"(q)(?:[dmnN]*[nN]|r)$|[,;](r)$", tags[:at])
    particle = after == "p" and tags[at + 2 : at + 3] in {"", ".", ","}
    if aside is None or not (particle or after in {"", ".", ","}):
        return None
    subject = (aside.start() + 1, at)
    return _aside(sentence, subject, (at, at + 1 + particle), CueVerb("", "say", frozenset(), "ed"), at + 1 + particle)


FINDERS: tuple[Finder, ...] = (
    by_responsibility,
    by_phrase,
    by_opinion,
    by_verb,
    by_adverb,
    by_noun,
    by_colon,
    by_shape,
)


# ---- citations: one source through another ----


def _with_citations(sentence: Sentence, found: list[Frame]) -> list[Frame]:
    """ "X, citing Y, said …" and "quoted Y as saying …": Y speaks, X relays."""
    for left, right, source in _citations(sentence):
        for number, frame in enumerate(found):
            if frame.source is None or frame.source[0] <= left < frame.source[1] and frame.source[0] == left:
                continue
            outer = (frame.source[0], min(frame.source[1], left)) if frame.source[0] < left else frame.source
            found[number] = replace(frame, source=source, cue=(left, right), relays=((outer, frame.cue), *frame.relays))
            break
    return found


def _citations(sentence: Sentence) -> Iterator[tuple[int, int, Range]]:
    for at, token in enumerate(sentence.tokens):
        if token.text.lower() in {"citing", "quoting"}:
            source = phrase_from(sentence, at + 1) if at + 1 < _end(sentence) else None
            if source is not None:
                yield at, at + 1, source
