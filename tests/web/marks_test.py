from __future__ import annotations

from sayso.web.marks import stylesheet


def test_each_claim_lights_up_with_its_parts_and_its_card() -> None:
    rules = stylesheet(["c1", "c2"])

    assert [3, 3] == [rules.count(f":has(:is(#{claim},#card-{claim})") for claim in ("c1", "c2")]
    assert '[data-claims~="c1"]{' in rules


def test_an_id_that_could_act_in_a_stylesheet_is_left_out() -> None:
    assert "" == stylesheet(["c1{}*", "", "1", "c1,c2", 'c"'])
