"""The invented reports that the browser is shown: a long one, one in Arabic, one that tries to do harm."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from tests.web.library import blocks, claim, keep, marked, reading

from sayso.records import (
    Block,
    DateCandidate,
    Entity,
    Furniture,
    Link,
    Mention,
    Meta,
    Notice,
    Reading,
    Role,
    Time,
)

BRIDGE = marked(
    "[title|Bridge at Deir ez-Zor closed after night of shelling]\n\n"
    "[byline|By our correspondent in Deir ez-Zor]\n\n"
    "[c1|The iron bridge across the Euphrates was closed to lorries on [time1|Sunday].] [c2.source|A field source east "
    "of the city] [c2.cue|stressed] to [c2.relay|Nahr Wire] that [c2|the closure was not a retreat by the guard]. "
    "[c3|Rather, it [c3.hedge|appears] to be a precaution after the shelling of the quay].\n\n"
    "[furniture|Read also: Bakers of Raqqa count the cost of flour]\n\n"
    "[name|Colonel Sami Daher], who commands the river guard, [c4.cue|denied] that [c4|his men had fired first]. "
    "[c5.source|He] [c5.cue|said] [c5|the road to the quay [c5.hedge|could] stay shut until [c6|the mines are cleared, "
    "which [c6.source|engineers] [c6.cue|say] takes [time2|a week]]].\n\n"
    "“[c7|We struck the depot],” [c7.source|the Dune Brigades] [c7.cue|claimed] in a message, “[c7|and will strike "
    "again].” [c8|Two lorries were [c8.cue|reportedly] burned], 😀 wrote one reader.\n\n"
    "[notice1|This article was translated by [outlet|Eastern Digest].] [notice2|Eastern Digest has not verified it.]"
)
ROLES: tuple[Role, ...] = ("title", "byline", "paragraph", "furniture", "paragraph", "paragraph", "notice")
ARABIC = marked(
    "[title|إغلاق الجسر بعد ليلة من القصف]\n\n"
    "[c1.source|قال العقيد سامي ضاهر] إن [c1|رجاله لم يطلقوا النار] قرب قاعدة Tal Baydar في 2025-03-02."
)
HARMFUL = marked("<script>document.title = 'run'</script>\u202ednuora denrut [c1|<b>It fell</b>\u2067 \u202eback].")


@dataclass(frozen=True, slots=True)
class Shelf:
    """The workspace folder and the ids of the reports in it."""

    folder: Path
    bridge: str
    arabic: str
    harmful: str


def fill(folder: Path) -> Shelf:
    """Store the reports in a workspace folder."""
    return Shelf(
        folder,
        keep(folder, bridge(), Meta(url="sample:eastern-digest/1"), name="bridge.txt"),
        keep(folder, arabic(), name="bridge-ar.txt"),
        keep(folder, reading(HARMFUL, claim(HARMFUL, "c1"), outlet="\u202eegdirB"), name="harm\u202etxt.exe"),
    )


def bridge() -> Reading:
    """Everything that a page can show, in one report."""
    one = BRIDGE.one
    source = Link(one("c2.source"), "unnamed", cue=one("c2.cue"))
    daher = Link(one("name"), "named_person", "e1", one("c4.cue"))
    he = Link(one("c5.source"), "named_person", "e1", one("c5.cue"))
    brigades = Link(one("c7.source"), "organisation", cue=one("c7.cue"))
    found = reading(
        BRIDGE,
        claim(BRIDGE, "c1"),
        claim(BRIDGE, "c2", chain=(source, Link(one("c2.relay"), "outlet")), kind="assessment", polarity="negative"),
        claim(BRIDGE, "c3", kind="assessment", certainty="probable"),
        claim(BRIDGE, "c4", chain=(daher,), kind="denial", polarity="negative", quote="indirect"),
        claim(BRIDGE, "c5", chain=(he,), kind="forecast", certainty="possible", quote="indirect"),
        claim(BRIDGE, "c6", quote="indirect"),
        claim(BRIDGE, "c7", chain=(brigades,), kind="responsibility", quote="direct"),
        claim(BRIDGE, "c8"),
        blocks=tuple(Block(block.span, role) for block, role in zip(blocks(BRIDGE.body), ROLES, strict=True)),
        title=one("title"),
        byline=one("byline"),
        outlet="Eastern Digest",
        published="2025-03-04",
        timezone="Asia/Damascus",
        language="en",
        notices=(
            Notice("translation", one("notice1"), "Eastern Digest"),
            Notice("unverified", one("notice2"), "Eastern Digest"),
        ),
        furniture=(Furniture(one("furniture"), "It links to another story."),),
        dates=(
            DateCandidate("2025-03-04", "the sidecar", True, "What the user says outranks the rest."),
            DateCandidate("2025-03-05", "meta article:published_time", False, "The sidecar outranks it."),
        ),
    )
    return replace(
        found,
        mentions=(Mention("m1", one("name"), "person", "e1"), Mention("m2", one("c5.source"), "person", "e1")),
        entities=(Entity("e1", "Colonel Sami Daher", "person", ("m1", "m2")),),
        times=(
            Time("t1", one("time1"), "2025-03-02", anchor="published 2025-03-04 (Asia/Damascus)"),
            Time("t2", one("time2"), None),
        ),
        remarks=("Two quotations have no speaker that could be found.",),
    )


def arabic() -> Reading:
    """A report in Arabic with a place name in Latin letters."""
    roles: tuple[Role, ...] = ("title", "paragraph")
    return reading(
        ARABIC,
        claim(ARABIC, "c1"),
        blocks=tuple(Block(block.span, role) for block, role in zip(blocks(ARABIC.body), roles, strict=True)),
        title=ARABIC.one("title"),
        outlet="صوت النهر",
        published="2025-03-03",
        language="ar",
    )


def long_reading(count: int) -> Reading:
    """Paragraphs of five sentences, each with a source, a cue and a claim."""
    sentence = (
        "[c{0}.source|A watchman at the lock] [c{0}.cue|said] that "
        "[c{0}|barge {0} [c{0}.hedge|may] have sunk near the old quay]."
    )
    paragraphs = (map(sentence.format, range(start, start + 5)) for start in range(1, count + 1, 5))
    source = marked("\n\n".join(map(" ".join, paragraphs)))
    return reading(source, *(claim(source, f"c{number}") for number in range(1, count + 1)))
