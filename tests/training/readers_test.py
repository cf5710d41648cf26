from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest

pytest.importorskip("training", reason="the training does not stand beside these tests")

from training.example import Example
from training.readers import conll, factuality, gum, re3d
from training.readers.joining import joined

from training import card, readers

TREE = """<rst><header><relations>
<rel name="attribution-positive" type="rst"/><rel name="same-unit" type="multinuc"/></relations></header><body>
<segment id="1" parent="2" relname="attribution-positive">Mayor Ana Brod said</segment>
<segment id="2" parent="5" relname="span">that the well is dry ,</segment>
<segment id="3" parent="2" relname="elaboration-additional">which holds little .</segment>
<segment id="4" parent="6" relname="attribution-positive">I think</segment>
<segment id="6" relname="span">it rains .</segment>
<group id="5" type="span"/></body></rst>"""
WORDS = [
    ("Mayor", "NOUN", 4, "nsubj", "(1-person-new"), ("Ana", "PROPN", 1, "flat", "_"),
    ("Brod", "PROPN", 1, "flat", "1)"),
    ("said", "VERB", 0, "root", "_"), ("that", "SCONJ", 8, "mark", "_"), ("the", "DET", 7, "det", "(2-place-new"),
    ("well", "NOUN", 8, "nsubj", "2)"), ("is", "AUX", 4, "ccomp", "_"), ("dry", "ADJ", 8, "xcomp", "_"),
    (",", "PUNCT", 8, "punct", "_"), ("which", "PRON", 12, "nsubj", "_"), ("holds", "VERB", 8, "acl", "_"),
    ("little", "ADJ", 12, "obj", "_"), (".", "PUNCT", 4, "punct", "_"), ("I", "PRON", 16, "nsubj", "_"),
    ("think", "VERB", 0, "root", "_"), ("it", "PRON", 18, "nsubj", "_"), ("rains", "VERB", 16, "ccomp", "_"),
    (".", "PUNCT", 16, "punct", "_"),
]  # fmt: skip


def conllu() -> str:
    lines = [
        "\t".join([str(at), form, "_", tag, "_", "_", str(head), relation, "_", f"Entity={entity}"])
        for at, (form, tag, head, relation, entity) in enumerate(WORDS, 1)
    ]
    return "\n".join(lines)


def words(example: Example) -> list[tuple[str, str]]:
    return [(one.layer, example.text[one.start : one.end]) for one in example.spans]


def test_tokens_are_joined_as_they_are_typed() -> None:
    tokens = ["He", "said", ":", '"', "Go", "(", "now", ")", '"', ",", "it", "'s", "5", "%"]
    text, places = joined(tokens)
    assert 'He said: "Go (now)", it\'s 5%' == text
    assert tokens == [text[start:end] for start, end in places]


def test_columns_become_entities_whatever_the_scheme(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "Ana B-PER\nBrod I-PER\nBrod B-person\nin O\nNis I-LOC\n\nGo O\nUno I-MISC\n", "utf-8"
    )
    (example,) = conll.examples(tmp_path)
    assert "Ana Brod Brod in Nis Go Uno" == example.text
    assert [("person",), ("person",), ("place", "facility")] == [one.types for one in example.spans]
    assert ["Ana Brod", "Brod", "Nis"] == [text for _, text in words(example)]


def test_a_folder_of_re3d_is_held_out(tmp_path: Path) -> None:
    for folder in ("Wikipedia", re3d.HELD_OUT):
        (tmp_path / folder).mkdir()
        document = {"_id": "d1", "text": f"Minister Ana Brod left Nis. {folder}"}
        places = {"Person": (0, 17), "Location": (23, 26), "Url": (0, 4)}
        entities = [{"documentId": "d1", "begin": a, "end": b, "type": name} for name, (a, b) in places.items()]
        (tmp_path / folder / "documents.json").write_text(json.dumps(document), "utf-8")
        (tmp_path / folder / "entities.json").write_text("\n".join(map(json.dumps, entities)), "utf-8")
    (example,) = re3d.examples(tmp_path)
    assert example.text.endswith("Wikipedia")
    assert [("phrase", "Minister Ana Brod"), ("mention", "Nis"), ("phrase", "Nis")] == words(example)
    assert ["Wikipedia/documents.json", "Wikipedia/entities.json"] == _hashed(tmp_path, "re3d")


def _hashed(folder: Path, name: str) -> list[str]:
    """The files of a corpus that the card names."""
    (source,) = (one for one in readers.LICENSED if one.name == name)
    here = readers.Source(name, ".", source.licence, source.read, source.files)
    return sorted(card.data([(here, folder)])[0]["files"])


def test_factuality_stands_at_its_word(tmp_path: Path) -> None:
    row = {"text": "It did n't rain .", "targets": [{"span1": [3, 4], "label": -2.5}]}
    (tmp_path / "train.jsonl").write_text(json.dumps(row), "utf-8")
    (example,) = factuality.examples(tmp_path)
    (mark,) = example.classes
    assert ("It didn't rain.", "rain.", -2.5) == (example.text, example.text[mark.at :], mark.value)


def test_an_attributing_clause_gives_source_and_cue_and_its_nucleus_the_content() -> None:
    example = gum.document(list(gum.words(conllu())), ElementTree.fromstring(TREE))
    found = [("source", "Mayor Ana Brod"), ("mention", "Ana Brod"), ("cue", "said"), ("content", "the well is dry")]
    found += [("phrase", "Mayor Ana Brod"), ("phrase", "the well")]
    assert sorted(found) == sorted(words(example))
    assert {("source", "the", "Mayor"), ("cue", "the", "said")} == {
        (one.relation, example.text[one.origin :].split()[0], example.text[one.target or 0 :].split()[0])
        for one in example.links
    }


def test_a_phrase_without_a_name_stays_open() -> None:
    example = gum.document(list(gum.words(conllu())), ElementTree.fromstring(TREE))
    assert [("person", "organisation"), ()] == [one.types for one in example.spans if one.layer == "phrase"]


def test_only_the_training_split_is_named(tmp_path: Path) -> None:
    (tmp_path / "splits.md").write_text(
        "## dev\n\n  * GUM_a\n\n## train\n\n  * GUM_b\n  * GUM_c\n\n## x\n  * GUM_d\n", "utf-8"
    )
    assert ["GUM_b", "GUM_c"] == gum.train(tmp_path / "splits.md")


def test_no_corpus_is_trained_on_that_may_not_be() -> None:
    assert not {"polnear_dev", "ecbplus", "plover", "petrarch"} & {source.folder for source in readers.LICENSED}
