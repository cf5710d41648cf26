"""Which sources stand for the same person or body."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from tests.found import Pointed, found

from sayso.read.coreference import named
from sayso.read.told import Told, said


def _speakers(line: str, pointing: type[Pointed] = Pointed) -> list[str]:
    """The full name of each source, in the order of the text."""
    text, read = found(line)
    told = Told(text, read)
    attributions = said(told).attributions
    names = named(text.body, told.layers["mention"], told.shown)
    names.resolve(attributions, pointing(read), told.layers["phrase"])
    known = {(one.span.start, one.span.end): one.entity for one in names.mentions}
    sources = sorted(item.source for item in attributions if item.source)
    return [names.entities[known[source.start, source.end] or ""].name for source in sources]


def test_a_surname_is_the_person_named_before() -> None:
    line = "[person|Lamia Qasbaji] left. [source:2|[person|Qasbaji]] [cue:2|said] [content:2|it was late]."
    assert ["Lamia Qasbaji"] == _speakers(line)


def test_a_pronoun_is_whom_it_refers_back_to() -> None:
    line = "[person:2|Lamia Qasbaji] left. [he:2|She] [cue:2|said] [content:2|it was late]."
    assert ["Lamia Qasbaji"] == _speakers(line)


def test_what_refers_to_a_source_is_what_that_source_is() -> None:
    line = (
        "[source:23|A nurse at the clinic] [cue:2|said] [content:2|it was late]. "
        "[he:3|She] [cue:3|added] [content:3|nobody came]."
    )
    assert ["A nurse at the clinic", "A nurse at the clinic"] == _speakers(line)


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("the governor, [person|Lamia Qasbaji]", "Lamia Qasbaji"),
        ("[person|Lamia Qasbaji], the governor of Marib", "Lamia Qasbaji"),
        ("the [organisation|River Guard]", "River Guard"),
        ("the spokesman of the [organisation|River Guard]", "the spokesman of the River Guard"),
        ("an aide to [person|Lamia Qasbaji]", "an aide to Lamia Qasbaji"),
        ("[person|Lamia Qasbaji]’s deputy", "Lamia Qasbaji’s deputy"),
    ],
)
def test_a_label_stands_for_the_name_at_its_head(label: str, name: str) -> None:
    assert [name] == _speakers(f"[source:2|{label}] [cue:2|said] [content:2|it was late].")


def test_two_amounts_are_not_one_thing() -> None:
    text, read = found("[quantity|Twelve] left and [quantity|twelve] came.")
    assert [None, None] == [mention.entity for mention in named(text.body, read.spans, [(0, len(text.body))]).mentions]


def _alike(line: str) -> list[tuple[str, str]]:
    """Each mention with the name of the thing that it stands for."""
    text, read = found(line)
    names = named(text.body, Told(text, read).layers["mention"], [(0, len(text.body))])
    return [(one.span.text, names.entities[one.entity].name) for one in names.mentions if one.entity]


@pytest.mark.parametrize(
    "line",
    [
        "[organisation|The Coalition of the Loop] spoke; [organisation|the Coalition] left.",
        "[facility|Hemlock Mill] burned and the mill closed.",
        "[organisation|Frente del Lago] ([organisation|FDL]) left.",
        "[vehicle|a white van] left; the van came back.",
        "[organisation|The Marib Ledger] was shut; the Ledger went to court.",
        "[armed_group|the River Guard] left; the group came back.",
    ],
)
def test_a_thing_may_be_called_by_a_part_of_its_name(line: str) -> None:
    things = {thing for _, thing in _alike(line)}
    assert 1 == len(things)
    assert 2 == len(_alike(line))


def test_a_word_that_nothing_was_called_by_names_nothing() -> None:
    assert [("Hemlock Mill", "Hemlock Mill")] == _alike("[facility|Hemlock Mill] burned and the bridge closed.")


def test_what_is_part_of_a_name_is_not_named_again() -> None:
    line = "[facility|Hemlock Mill] burned near [organisation|the Mill Workers]."
    assert ["Hemlock Mill", "the Mill Workers"] == [words for words, _ in _alike(line)]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        (
            "[source:2|A nurse] [cue:2|said] [content:2|it was late]. [source:3|She] [cue:3|wept] [content:3|so].",
            "A nurse",
        ),
        (
            "[source:2|[person|Lamia Qasbaji], a surgeon,] [cue:2|said] [content:2|it was late]. "
            "[source:3|The surgeon] [cue:3|added] [content:3|nobody came].",
            "Lamia Qasbaji",
        ),
        (
            "Colonel [person|Lamia Qasbaji] left. [source:3|The colonel] [cue:3|added] [content:3|nobody came].",
            "Lamia Qasbaji",
        ),
    ],
)
def test_where_the_encoder_is_silent_roles_and_turns_tell(line: str, names: str) -> None:
    assert {names} == set(_speakers(line))


@pytest.mark.parametrize(
    ("line", "name"),
    [
        (
            "[person|Lamia Qasbaji], a surgeon, left. [source:2|[person|The surgeon]] [cue:2|said] [content:2|it was].",
            "Lamia Qasbaji",
        ),
        (
            "[organisation|The Relief Team] left. [source:2|[organisation|the team]] [cue:2|said] [content:2|it did].",
            "The Relief Team",
        ),
        ("[source:2|[person|a boy]] [cue:2|said] [content:2|so it was].", "a boy"),
    ],
)
def test_who_bears_no_name_may_have_been_brought_in_by_one(line: str, name: str) -> None:
    assert [name] == _speakers(line)


def test_an_agency_is_not_the_ministry_it_had_the_words_from() -> None:
    line = (
        "[organisation:2|The Defence Ministry] left. [he:2|The agency] [cue:2|said] [content:2|so it was]. "
        "[organisation:3|Nahr Wire] left. [he:3|the agency] [cue:3|said] [content:3|so it was]."
    )
    assert ["The agency", "Nahr Wire"] == _speakers(line)


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("[phrase:2|His sergeant] left. [he:2|He] [cue:2|said] [content:2|it was late].", "His sergeant"),
        ("[phrase:2|two drivers] left. [he:2|They] [cue:2|said] [content:2|it was late].", "two drivers"),
        ("[phrase|a sad colonel] left. [source:2|The colonel] [cue:2|said] [content:2|it was].", "a sad colonel"),
        (
            "[person|Lamia Qasbaji] met [phrase|a boatman]. [source:2|The boatman] [cue:2|said] [content:2|it was].",
            "a boatman",
        ),
    ],
)
def test_who_bears_no_name_is_referred_back_to(line: str, name: str) -> None:
    assert [name] == _speakers(line)


@pytest.mark.parametrize("later", ["Barzani", "Rueda", "Omar", "O. B. R."])
def test_a_person_may_be_called_by_any_part_of_the_name(later: str) -> None:
    line = f"[person|Omar al-Barzani Rueda] left. [source:2|[person|{later}]] [cue:2|said] [content:2|it was late]."
    assert ["Omar al-Barzani Rueda"] == _speakers(line)


def test_a_title_by_itself_is_nobodys_name() -> None:
    line = "[source:2|[person|Sheikh] [person|Idris Tarig], the imam,] [cue:2|said] [content:2|it was late]."
    assert ["Idris Tarig"] == _speakers(line)


def test_a_company_is_not_the_spokeswoman_who_speaks_for_it() -> None:
    line = (
        "[person:2|Lamia Qasbaji], spokeswoman of the company, left. "
        "[he:2|The company] [cue:2|said] [content:2|it was late]."
    )
    assert ["The company"] == _speakers(line)


class _Near(Pointed):
    """Holds everybody for as likely."""

    def scored(self, relation: str, start: int, targets: Sequence[tuple[int, int]]) -> dict[tuple[int, int], float]:
        return {one: 1.0 for one in targets if one[0] != start}


def test_who_was_named_in_full_far_up_is_near_where_last_spoken_of() -> None:
    line = (
        "[person|Lamia Qasbaji] met [person|Nahla Osman]. [source:2|[person|Qasbaji]] [cue:2|said] [content:2|it was]. "
        "[source:3|She] [cue:3|added] [content:3|nobody came]."
    )
    assert ["Lamia Qasbaji", "Lamia Qasbaji"] == _speakers(line, _Near)


def test_the_group_is_nobody_where_there_are_two() -> None:
    line = "[armed_group|the River Guard] fought [armed_group|the Hill Front]; the group came back."
    assert ["the River Guard", "the Hill Front"] == [words for words, _ in _alike(line)]
