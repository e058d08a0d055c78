"""Base forms of verbs."""

import pytest

from kg.grammar.lemmas import verb_lemma


@pytest.mark.parametrize(
    ("word", "lemma", "tag", "base"),
    [
        ("shred", "shre", "VB", "shred"),
        ("found", "find", "VB", "found"),
        ("instal", "instal", "VB", "install"),
        ("'ve", "have", "VB", "have"),
        ("’d", "’d", "MD", "would"),
        ("’ll", "’ll", "MD", "will"),
        ("found", "find", "VBD", "find"),
        ("fined", "fin", "VBD", "fine"),
        ("shredded", "shred", "VBN", "shred"),
        ("maxed", "maxe", "VBD", "max"),
        ("cozying", "cozye", "VBG", "cozy"),
        ("prepped", "preppe", "VBN", "prep"),
        ("axed", "axe", "VBD", "axe"),
        ("eyed", "eye", "VBD", "eye"),
        ("silhouetted", "silhouette", "VBN", "silhouette"),
    ],
)
def test_base_form(word: str, lemma: str, tag: str, base: str) -> None:
    assert verb_lemma(word, lemma, tag) == base
