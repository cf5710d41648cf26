"""Which place and which time of a report are those of an event: the likelier outweighs the nearer."""

from __future__ import annotations

import pytest
from tests.marked import Part, marked

from sayso.claims.setting import Grounds, Setting
from sayso.records import Block, Claim, Link, Mention, Place, Text, Time, Trigger
from sayso.spans import Span, cut

PUBLISHED = "2024-05-03"


def _setting(line: str, sort: str) -> tuple[Setting, list[Trigger]]:
    """A marked line: `place` parts (`wide` for a province), `time` parts each a day later, `trigger` parts of a type.

    `building` is a mention on no map; `link` is what the first trigger is linked to; `title` stands in a block of its
    own; `content` is what somebody else says.
    """
    text, parts = marked(line)
    link = next((part.span for part in parts if part.name == "link"), None)
    found = [Trigger(part.span, sort) for part in parts if part.name == "trigger"]
    found[:1] = [Trigger(found[0].span, sort, place=link, time=link)]
    claims = [Claim("c1", (part.span,), (Link(None, "unnamed"),)) for part in parts if part.name == "content"]
    mentions = [Mention("m1", part.span, "facility") for part in parts if part.name == "building"]
    return Setting(_titled(text, parts), claims, _grounds(parts), mentions), found


def _grounds(parts: list[Part]) -> Grounds:
    sites = [part for part in parts if part.name in {"place", "wide"}]
    places = [
        Place(f"p{n}", part.span, "gazetteer", precision=3 if part.name == "wide" else 1)
        for n, part in enumerate(sites, 1)
    ]
    days = enumerate((part.span for part in parts if part.name == "time"), 1)
    return Grounds([Time(f"t{n}", span, f"2024-05-{n:02}") for n, span in days], places)


def _titled(text: Text, parts: list[Part]) -> Text:
    title = next((part.span for part in parts if part.name == "title"), None)
    if title is None:
        return Text(text.body, text.blocks, published=PUBLISHED, language="en")
    rest = cut(text.body, title.end + 1, len(text.body))
    return Text(text.body, (Block(title, "title"), Block(rest, "paragraph")), title=title, published=PUBLISHED)


def _place(line: str, sort: str = "ASSAULT") -> str | None:
    """The words of the place of the last event of a line."""
    setting, found = _setting(line, sort)
    spans = [trigger.span for trigger in found]
    places = [setting.where(trigger, spans) for trigger in found]
    return places[-1].span.text if places[-1] else None


def _time(line: str, sort: str = "ASSAULT") -> str | None:
    """The words of the time of the last event of a line."""
    setting, found = _setting(line, sort)
    spans: list[Span] = [trigger.span for trigger in found]
    times = [setting.when(trigger, spans) for trigger in found]
    return times[-1].span.text if times[-1] else None


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("In [place|Aden] nobody knew; rebels [trigger|fired] in [place|Marib].", "nearer"),
        ("Rebels from [place|Aden] [trigger|fired] in [place|Marib].", "put, not come from"),
        ("[place|Aden]’s army [trigger|fired] in [place|Marib].", "no owner"),
        ("In [place|Marib], far west of [place|Aden], rebels [trigger|fired].", "not what it is told from"),
        ("In [place|Marib], on the [place|Aden]-Lahij road, rebels [trigger|fired].", "not what a road is called by"),
        (
            "In [place|Marib] shots were [trigger|fired] by the Dawn Front in [place|Aden].",
            "not where the group belongs",
        ),
        ("Rebels [trigger|fired] in [wide|Yemen], in [place|Marib].", "the finer"),
        ("Rebels [trigger|fired] at [building|the mill] in [place|Marib].", "the town before the building"),
    ],
)
def test_the_likelier_place_is_taken(line: str, why: str) -> None:
    assert "Marib" == _place(line), why


def test_a_name_in_the_words_for_a_wider_place_is_not_taken_for_it() -> None:
    body = "Rebels fired on the road from Marib to Harib."
    road, town = (
        cut(body, body.index(words), body.index(words) + len(words)) for words in ("road from Marib", "Marib")
    )
    trigger = Trigger(cut(body, 7, 12), "ASSAULT")
    grounds = Grounds([], [Place("p1", road, "relative", precision=2), Place("p2", town, "gazetteer", precision=1)])
    text = Text(body, (Block(cut(body, 0, len(body)), "paragraph"),), published=PUBLISHED, language="en")
    place = Setting(text, [], grounds).where(trigger)
    assert place and "p1" == place.id


def test_a_place_beside_another_event_belongs_to_that_one() -> None:
    assert "Aden" == _place("Rebels [trigger|fired] in [place|Marib] and [trigger|looted] shops in [place|Aden].")


def test_a_link_tips_the_scales() -> None:
    line = "Rebels [trigger|fired] near [place|Marib] and near {}[place|Aden]{}."
    assert ("Marib", "Aden") == (_place(line.format("", "")), _place(line.format("[link|", "]")))


def test_the_head_of_a_paragraph_counts_for_all_of_it() -> None:
    line = "Quiet came to [place|Aden].\n[place|Marib]. Nobody knew why. Rebels [trigger|fired]."
    assert "Marib" == _place(line)


def test_what_goes_on_is_where_it_was_told_before() -> None:
    line = "Rebels [trigger|fired] on a bus in [place|Marib]. Two [trigger|attacked] the driver."
    assert "Marib" == _place(line)


def test_a_place_far_away_in_the_report_is_none() -> None:
    line = "It was quiet in [place|Marib]." + " Nobody knew why." * 20 + "\nRebels [trigger|fired]."
    assert None is _place(line)


def test_a_title_places_an_event_that_nothing_else_does() -> None:
    assert "Marib" == _place("[title|Four die in [place|Marib]]\nRebels [trigger|fired] on a bus.")


def test_an_act_of_speech_is_nowhere_unless_it_is_said_where() -> None:
    told = "Rebels fired in [place|Marib]. The governor [trigger|denied] it."
    assert (None, "Aden") == (
        _place(told, "REJECT"),
        _place("The governor [trigger|denied] it in [place|Aden].", "REJECT"),
    )


def test_the_nearer_day_is_taken() -> None:
    assert "Monday" == _time("A truce was signed on [time|Friday], but on [time|Monday] rebels [trigger|fired].")


def test_the_day_in_the_same_words_outweighs_a_nearer_one() -> None:
    line = "On [time|Friday] he said that [content|on [time|Monday] at the old mill rebels had [trigger|fired]]."
    assert "Monday" == _time(line)


def test_an_act_told_again_was_when_it_was_told_first() -> None:
    assert "Monday" == _time("Rebels [trigger|fired] on [time|Monday]. They [trigger|attacked] a bus.")


def test_no_event_done_lies_in_the_future() -> None:
    line = (
        "Rebels [trigger|fired] on [time|Monday]; on [time|Tuesday] and [time|Friday] and [time|Sunday] there is rest."
    )
    assert "Monday" == _time(line)


def test_a_time_that_is_unknown_is_none() -> None:
    text, parts = marked("Rebels [trigger|fired] at [time|7:11].")
    setting = Setting(text, (), Grounds([Time("t1", parts[1].span, None)]))
    assert None is setting.when(Trigger(parts[0].span, "ASSAULT"))
