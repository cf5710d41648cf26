"""Known triggers retyped, and triggers passed over."""

from __future__ import annotations

from tests.marked import marked

from sayso.claims.telling import added, retyped, tellings
from sayso.records import Trigger
from sayso.sentences import sentences


def _retyped(line: str, kind: str) -> str:
    text, parts = marked(line)
    return retyped(Trigger(parts[0].span, kind), tellings(text.body, sentences(text.body)[0])).type


def _added(line: str, *, hinted: bool = False) -> list[tuple[str, str, str]]:
    text, parts = marked(line)
    spans = [part.span for part in parts]
    told = tellings(text.body, sentences(text.body)[0])
    known = [] if hinted else [Trigger(span, "ASSAULT") for span in spans]
    return [(one.span.text, one.type, one.certainty) for one in added(told, known, spans if hinted else None)]


def test_a_verb_of_the_list_gives_a_trigger_its_type() -> None:
    assert "SANCTION" == _retyped("The league [trigger|severed] ties.", "COERCE")


def test_a_noun_leaves_a_trigger_its_type() -> None:
    assert "COERCE" == _retyped("The [trigger|raid] ended.", "COERCE")


def test_what_is_to_come_keeps_its_type() -> None:
    assert "ASSAULT" == _retyped("The front will [trigger|attack] the port.", "ASSAULT")


def test_a_type_that_is_told_already_is_not_added() -> None:
    assert [] == _added("Riders [trigger|shelled] the mill and burned down a barn.")


def test_what_is_yet_to_come_is_added_as_possible() -> None:
    assert [("will visit", "AGREE", "possible")] == _added("The premier will visit the coast.")


def test_a_noun_is_added_where_nothing_else_tells() -> None:
    assert [("ambush", "ASSAULT", "certain")] == _added("An ambush near Sefa.")
    assert [] == _added("A [trigger|blast] in an ambush near Sefa.")


def test_a_word_in_ing_is_added_where_nothing_else_tells() -> None:
    assert [] == _added("A [trigger|blast] near those praising the judges.")


def test_a_hint_bears_out_more_than_a_bare_verb() -> None:
    assert [("severed ties", "SANCTION", "certain")] == _added("The league [hint|severed] ties.", hinted=True)
    assert [] == _added("Police [hint|detained] two men.", hinted=True)
