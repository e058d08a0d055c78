"""Words with a prefix are one token with a correct base form; all other splits are spaCy's."""

import typing as t
from pathlib import Path

import pytest
import spacy
from spacy.language import Language

from kg.grammar.embedding import READ_AS
from kg.grammar.tokenization import PREFIXES, adapt_tokenizer, lemmatize_stems, with_learnt_signs

WHOLE = ("re-elected", "Co-founder", "anti-Trump", "non-Muslim", "E-meter", "vice-chairman")
CUT = ("well-known", "U.K.-based", "T-shirt", "fore-man", "taco-stand", "2010-12", "18-fold", "re-")


@pytest.mark.parametrize("word", WHOLE)
def test_words_with_a_prefix_stay_whole(nlp: Language, word: str) -> None:
    assert [token.text for token in nlp.make_doc(f"the {word}, then")] == ["the", word, ",", "then"]


def test_prefix_is_left_where_another_hyphen_cuts(nlp: Language) -> None:
    assert [token.text for token in nlp.make_doc("co-founder-led")] == ["co-founder", "-", "led"]


def test_the_other_authors_of_a_paper_are_one_word(nlp: Language) -> None:
    text = "Holm et al. found a moth. Reed et al. (2004) named it."
    assert [token.text for token in nlp.make_doc(text)].count("al.") == 2
    doc = nlp(text)
    assert next((token.head.text, token.dep_) for token in doc if token.text == "al.") == ("found", "nsubj")
    assert [sentence.text for sentence in doc.sents] == ["Holm et al. found a moth.", "Reed et al. (2004) named it."]


@pytest.mark.parametrize("title", ["Supt.", "Sgt.", "Cllr."])
def test_an_abbreviated_title_does_not_end_the_sentence(nlp: Language, title: str) -> None:
    doc = nlp(f"The town's {title} Ann Roe shut the pool. The town's head, Ann Roe, shut it.")
    assert len(list(doc.sents)) == 2
    assert next((token.head.text, token.dep_) for token in doc if token.text == title) == ("Roe", "compound")


@pytest.mark.parametrize("word", ["5G", "3D"])
def test_full_stop_after_a_figure_with_a_letter_ends_the_sentence(nlp: Language, word: str) -> None:
    alone = [token.text for token in nlp.make_doc(f"for {word} only")]
    assert [token.text for token in nlp.make_doc(f"for {word}. Acme")] == [*alone[:-1], ".", "Acme"]
    assert [token.text for token in nlp.make_doc("by J. Smith")] == ["by", "J.", "Smith"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Ministers announced a new dollars 21m aid package.",
        "The mill made a profit of pounds 1.34bn in May.",
        "Both reached a landmark $206bn deal.",
        "The farm lost Adollars 5m.",
    ],
)
def test_amounts_of_money_are_read_as_the_parser_learnt_them(nlp: Language, sentence: str) -> None:
    doc = with_learnt_signs(nlp.make_doc(sentence), sentence)
    for _, pipe in nlp.pipeline:
        doc = pipe(doc)
    figure = next(token for token in doc if token.text[0].isdigit())
    assert (figure.tag_, figure.nbor(-1).tag_, figure.ent_type_) == ("CD", "$", "MONEY")
    assert doc.text == sentence


def test_a_fraction_in_one_sign_is_part_of_its_number(nlp: Language) -> None:
    text = "The lamp sent no light 6 ½ minutes after the storm."
    doc = with_learnt_signs(nlp.make_doc(text), text)
    for _, pipe in nlp.pipeline:
        doc = pipe(doc)
    tags = {token.text: (token.tag_, token.head.text, token.ent_type_) for token in doc}
    assert tags["½"] == ("CD", "minutes", "TIME")
    assert tags["minutes"][1:] == ("after", "TIME")
    assert doc.text == text


def test_a_currency_after_its_number_is_no_sign(nlp: Language) -> None:
    text = "It weighed 40 pounds 3 weeks ago and cost dollars."
    doc = with_learnt_signs(nlp.make_doc(text), text)
    assert doc.user_data[READ_AS] == {}


@pytest.mark.parametrize(
    ("sentence", "verb"),
    [
        ("The mine wasn’t always the largest on the island.", "was"),
        ("The ships aren’t the only way out.", "are"),
        ("Doves weren’t friends of the mill.", "were"),
    ],
)
def test_a_curly_apostrophe_is_read_as_a_straight_one(nlp: Language, sentence: str, verb: str) -> None:
    doc = with_learnt_signs(nlp.make_doc(sentence), sentence)
    for _, pipe in nlp.pipeline:
        doc = pipe(doc)
    negation = next(token for token in doc if token.text == "n’t")
    assert (negation.tag_, negation.dep_, negation.head.text) == ("RB", "neg", verb)
    assert doc.text == sentence


@pytest.mark.parametrize("prefix", sorted(PREFIXES))
def test_each_prefix_keeps_its_hyphen(nlp: Language, prefix: str) -> None:
    assert [token.text for token in nlp.make_doc(f"{prefix}-law")] == [f"{prefix}-law"]


@pytest.mark.parametrize("word", CUT)
def test_other_words_are_cut_as_by_spacy(nlp: Language, stock: Language, word: str) -> None:
    ours = [token.text for token in nlp.make_doc(f"the {word} here")]
    theirs = [token.text for token in stock.make_doc(f"the {word} here")]
    assert ours == theirs


@pytest.mark.parametrize(
    ("sentence", "lemma"),
    [
        ("She was re-elected in May.", "re-elect"),
        ("Ana Lima co-founded the firm.", "co-found"),
        ("They are re-opening the mine.", "re-open"),
        ("She left in May.", "leave"),
    ],
)
def test_base_form_of_a_verb_with_a_prefix(nlp: Language, sentence: str, lemma: str) -> None:
    doc = nlp(sentence)
    lemmatize_stems(doc, sentence, nlp)
    assert lemma in [token.lemma_ for token in doc]


def test_tokenizer_keeps_the_prefixes_on_disk(nlp: Language, tmp_path: Path) -> None:
    nlp.to_disk(tmp_path)
    assert [token.text for token in spacy.load(tmp_path).make_doc("the re-elected mayor")] == [
        "the",
        "re-elected",
        "mayor",
    ]


def test_the_tokenizer_is_that_of_the_files(nlp: Language) -> None:
    """The pipeline's tokenizer is created without rules, and reads them from its file."""
    usual = spacy.load(str(nlp.path))
    adapt_tokenizer(usual)
    ours, theirs = (t.cast("t.Any", each.tokenizer).to_bytes(exclude=["vocab"]) for each in (nlp, usual))
    assert ours == theirs
