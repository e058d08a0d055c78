"""Nouns that denote an event, the verb for the same event, and the positions of the event's arguments."""

import numpy as np
import pytest
from spacy.language import Language

from kg.grammar.event_nouns import LIKELY, event_arguments, event_probability, verb_of
from kg.grammar.parse import Parse, Token, parse_of
from training.event_noun_weights.learning import cross_validated, folds, kept, learned, predicted
from training.event_noun_weights.qanom import question
from training.event_noun_weights.sparse import fit, numbered, vocabulary
from training.logistic import fit as fit_dense
from training.logistic import matrix

MADE = [
    ("sale of", 1.0), ("sale of", 1.0), ("sale", 1.0), ("table", 0.0), ("table of", 0.0), ("table", 0.0),
    ("visit", 1.0), ("visit to", 1.0), ("visit", 0.0), ("chair", 0.0), ("chair of", 1.0), ("chair", 0.0),
]  # fmt: skip
"""Features of a made-up noun, and whether it denotes an event."""


def parsed(nlp: Language, text: str) -> Parse:
    return parse_of(nlp(text))


def word(parse: Parse, text: str) -> Token:
    return next(token for token in parse if token.text == text)


def found(nlp: Language, text: str, noun: str) -> dict[str, str]:
    parse = parsed(nlp, text)
    arguments = event_arguments(word(parse, noun))
    return {parse[a.phrase.start : a.phrase.end].text: a.role for a in arguments}


@pytest.mark.parametrize(
    ("text", "event", "other"),
    [
        ("The arrest of two pilots angered the town.", "arrest", "town"),
        ("Its sudden withdrawal from the treaty surprised people.", "withdrawal", "people"),
        ("The explosion broke all windows.", "explosion", "windows"),
        ("Their invasion of the island cost many lives.", "invasion", "island"),
    ],
)
def test_events_are_distinguished_from_things(nlp: Language, text: str, event: str, other: str) -> None:
    parse = parsed(nlp, text)
    assert event_probability(word(parse, event)) >= LIKELY > event_probability(word(parse, other))


def test_the_context_tells_an_event(nlp: Language) -> None:
    done = parsed(nlp, "The building of the bridge by the army took a year.")
    thing = parsed(nlp, "Three old buildings stand there.")
    assert event_probability(word(done, "building")) > event_probability(word(thing, "buildings"))


def test_a_noun_without_a_verb_is_no_event(nlp: Language) -> None:
    assert event_probability(word(parsed(nlp, "The kitchen burnt."), "kitchen")) == 0.0


@pytest.mark.parametrize(
    ("noun", "verb"),
    [
        ("ban", "ban"),
        ("arrival", "arrive"),
        ("decision", "decide"),
        ("death", "die"),
        ("choice", "choose"),
        ("leader", "lead"),
        ("kitchen", None),
    ],
)
def test_the_verb_says_what_the_noun_says(noun: str, verb: str | None) -> None:
    assert verb_of(noun) == verb


@pytest.mark.parametrize(
    ("text", "noun", "arguments"),
    [
        (
            "The government announced sanctions against three banks on Friday.",
            "sanctions",
            {"The government": "agent", "three banks": "against", "Friday": "when"},
        ),
        (
            "The arrest of Ana Silva by Spanish police surprised nobody.",
            "arrest",
            {"Ana Silva": "object", "Spanish police": "agent"},
        ),
        (
            "Kaspersky's decision to leave the country surprised analysts.",
            "decision",
            {"Kaspersky": "agent", "to leave the country": "infinitive"},
        ),
        (
            "The ministry announced a ban on selling old cars.",
            "ban",
            {"The ministry": "agent", "selling old cars": "object"},
        ),
        (
            "The company announced the closure of two plants and a mine.",
            "closure",
            {"two plants": "object", "a mine": "object"},
        ),
    ],
)
def test_arguments(nlp: Language, text: str, noun: str, arguments: dict[str, str]) -> None:
    assert found(nlp, text, noun) == arguments


def test_an_argument_says_how_it_was_found(nlp: Language) -> None:
    parse = parsed(nlp, "The government announced sanctions against three banks.")
    agent, banks = event_arguments(word(parse, "sanctions"))
    assert (agent.phrase.head.text, agent.phrase.path) == ("government", "<dobj >nsubj")
    assert (banks.phrase.head.text, banks.phrase.path) == ("banks", ">prep >pobj")
    assert 0.45 <= agent.probability < banks.probability <= 1.0


def test_a_lower_threshold_gives_more_arguments_and_none_holds_the_noun(nlp: Language) -> None:
    parse = parsed(
        nlp,
        "After talks in Oslo, members of the protest movement, which had asked for the release of its leaders, "
        "faced arrest, said a report by the lawyers of the group.",
    )
    for noun in (token for token in parse if token.pos_ == "NOUN"):
        few, many = event_arguments(noun), event_arguments(noun, threshold=0.0)
        assert len(few) <= len(many)
        assert all(0 <= a.phrase.start < a.phrase.end <= len(parse) for a in many)
        assert not any(a.phrase.start <= noun.i < a.phrase.end for a in many)


@pytest.mark.parametrize(
    ("text", "verb", "role"),
    [
        ("Who protested?", "protested", "agent"),
        ("Who might have been arrested?", "arrested", "object"),
        ("Who is being governed?", "governed", "object"),
        ("What was someone opening?", "opening", "object"),
        ("What did someone agree to?", "agree", "preposition"),
        ("What didn't someone ask someone to do?", "ask", "infinitive"),
        ("How long did someone lead something?", "lead", "how long"),
        ("Where was something sold by someone?", "sold", "where"),
    ],
)
def test_a_question_tells_the_verb_and_the_role(text: str, verb: str, role: str) -> None:
    asked = question(text)
    assert (asked.verb, asked.role) == (verb, role)


def test_weights_are_those_of_the_dense_model() -> None:
    rows, labels = [text.split() for text, _ in MADE], np.array([label for _, label in MADE])
    columns = vocabulary(rows, least=1)
    dense = fit_dense(matrix(rows, columns), labels, np.ones(len(rows)), ridge=1.0)
    assert np.allclose(fit(numbered(rows, columns), labels, ridge=1.0), dense, atol=1e-4)


def test_training_gives_the_same_weights_again() -> None:
    rows, labels = [text.split() for text, _ in MADE], np.array([label for _, label in MADE])
    first = kept(learned(rows, labels, least=2, ridge=1.0), least=0.0)
    assert first == kept(learned(rows, labels, least=2, ridge=1.0), least=0.0)
    assert first["sale"] > 0 > first["table"]
    assert "to" not in first


def test_cross_validation_holds_out_whole_sentences() -> None:
    rows, labels = [text.split() for text, _ in MADE], np.array([label for _, label in MADE])
    sentences = [i // 2 for i in range(len(rows))]
    where = folds(sentences)
    assert all(where[i] == where[i + 1] for i in range(0, len(rows), 2))
    fair = cross_validated(rows, labels, sentences, least=1, ridge=1.0)
    seen = predicted(rows, learned(rows, labels, least=1, ridge=1.0))
    assert np.abs(labels - fair).sum() > np.abs(labels - seen).sum()
