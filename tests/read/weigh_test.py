"""Which of two analyses of a sentence stands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from tests.marked import marked

from sayso.read.seen import Place
from sayso.read.weigh import Said, weighed
from sayso.records import Attribution
from sayso.spans import Span, cut


class Judge:
    """Holds an analysis the likelier the more of its spans are among the right ones."""

    def __init__(self, right: set[Place]) -> None:
        self.right = right

    def likelihood(self, layers: Mapping[str, Iterable[Place]], place: Place) -> float:
        found = {span for spans in layers.values() for span in spans}
        return -10.0 * len(found ^ {one for one in self.right if place[0] <= one[0] < place[1]})


BODY = "He said it rained. She left."
FIRST, SECOND = cut(BODY, 0, 18), cut(BODY, 19, 28)


def _attribution(line: str) -> Attribution:
    text, parts = marked(line)
    spans = {part.name: part.span for part in parts}
    return Attribution((spans["content"],), spans.get("source"), spans.get("cue"), "say", cut(text.body, 0, 18))


ENCODER = Said((_attribution("[source|He] [cue|said] [content|it rained]. She left."),), (cut(BODY, 19, 27),))
RULES = Said((_attribution("He [cue|said] [content|it rained]. She left."),), (cut(BODY, 19, 22),))


def _chosen(right: set[Place], start: float = 1.0, sentences: Iterable[Span] = (FIRST, SECOND)) -> Said:
    return weighed(Judge(right), sentences, ENCODER, RULES, start)


def test_the_likelier_analysis_stands_sentence_by_sentence() -> None:
    assert Said(ENCODER.attributions, RULES.own) == _chosen({(0, 2), (3, 7), (8, 17), (19, 22)})


def test_rules_stand_where_they_are_about_as_likely() -> None:
    right = {(0, 2), (3, 7), (8, 17), (19, 27)}
    assert ENCODER == _chosen(right, start=10.0)
    assert RULES == _chosen(right, start=30.0)


def test_what_begins_in_no_sentence_is_dropped() -> None:
    assert Said((), RULES.own) == _chosen({(19, 22)}, sentences=(SECOND,))


def test_an_attribution_that_only_the_rules_see_stands() -> None:
    blind = Said((), (cut(BODY, 0, 17),))
    assert RULES.attributions == weighed(Judge({(0, 17)}), (FIRST,), blind, RULES, 1.0).attributions


def test_an_attribution_that_only_the_encoder_sees_has_to_be_likelier() -> None:
    blind = Said((), (cut(BODY, 0, 17),))
    right = {(0, 2), (3, 7), (8, 17)}
    assert ENCODER.attributions == weighed(Judge(right), (FIRST,), ENCODER, blind, 1.0).attributions
    assert () == weighed(Judge({(0, 17)}), (FIRST,), ENCODER, blind, 1.0).attributions
