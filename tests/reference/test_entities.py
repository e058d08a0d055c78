"""The named things of a document and their features for a description or a pronoun."""

import numpy as np
import pytest
from spacy.language import Language

from kg.grammar.parse import parse_of
from kg.lexicon.gazetteer import default_gazetteer
from kg.reference.coref.columns import CONTEXT_SENSES, NAMES, SENSES
from kg.reference.coref.discourse import Discourse
from kg.reference.coref.entities import Entities, Entity, entities_of
from kg.reference.coref.mentions import mentions_of
from kg.reference.coref.pairs import FEATURES, pairs_of

TEXT = (
    "French President Helen Carter met Peter Kraus in Lyon. Carter praised the bridge. "
    "The French president left. She smiled."
)


def discourse_of(nlp: Language, text: str) -> Discourse:
    return Discourse(parse_of(nlp(text)), default_gazetteer())


def entity(discourse: Discourse, found: Entities, text: str) -> Entity:
    name = next(c for c in discourse.candidates if c.kind == "name" and c.mention.text.endswith(text))
    return found.found[found.of[name.index]]


def test_a_last_name_counts_for_the_person(nlp: Language) -> None:
    discourse = discourse_of(nlp, TEXT)
    found = entities_of(discourse)
    person = entity(discourse, found, "Helen Carter")
    assert len(person.names) == 2
    assert person is entity(discourse, found, "Carter")


def test_titles_give_roles_and_nations(nlp: Language) -> None:
    discourse = discourse_of(nlp, TEXT)
    found = entities_of(discourse)
    person, other = entity(discourse, found, "Helen Carter"), entity(discourse, found, "Peter Kraus")
    assert "president" in person.roles
    assert person.nations == {"France"}
    assert other.nations == frozenset()


def test_clauses_give_roles(nlp: Language) -> None:
    discourse = discourse_of(
        nlp,
        "Helen Carter, who was the mayor of Lyon, met farmers. Peter Kraus resigned as minister. "
        "Victor Hahn was not a judge.",
    )
    names = {c.mention.text: c for c in discourse.candidates if c.kind == "name"}
    assert "mayor" in names["Helen Carter"].descriptors
    assert {"mayor", "lyon"} <= names["Helen Carter"].descriptive_words
    assert "minister" in names["Peter Kraus"].descriptors
    assert "judge" not in names["Victor Hahn"].descriptors


def test_an_age_distinguishes_nobody(nlp: Language) -> None:
    discourse = discourse_of(nlp, "The 56-year-old leader met the old leader.")
    found = [candidate for candidate in discourse.candidates if candidate.kind == "nominal"]
    assert [candidate.modifiers for candidate in found] == [frozenset(), frozenset({"old"})]


def test_the_pairs_of_a_pronoun_show_who_was_named_most(nlp: Language) -> None:
    discourse = discourse_of(nlp, "Helen Carter met Peter Kraus in Lyon. Carter praised the bridge. She smiled.")
    pairs = pairs_of(discourse, mentions_of(discourse), discourse.candidates)
    column = list(FEATURES).index("prominence")
    she = next(c for c in discourse.candidates if c.form == "she")
    ranks = {
        discourse.candidates[antecedent].mention.text: rank
        for anaphor, antecedent, rank in np.column_stack([pairs.anaphor, pairs.antecedent, pairs.features[:, column]])
        if anaphor == she.index and discourse.candidates[antecedent].kind == "name"
    }
    assert ranks["Carter"] == 1
    assert ranks.get("Lyon", 5) == 5


@pytest.mark.parametrize(
    ("text", "noun", "sense", "context"),
    [
        ("The court bought the firm.", "firm", "group", "verb of possession"),
        ("The bridge is a monument.", "bridge", "artifact", "artifact"),
        ("The height of the bridge changed.", "bridge", "artifact", "attribute"),
        ("Lyon celebrated.", "lyon", "", "verb of social"),
    ],
)
def test_what_a_mention_and_the_word_above_it_mean(
    nlp: Language, text: str, noun: str, sense: str, context: str
) -> None:
    discourse = discourse_of(nlp, text)
    found = next(c.index for c in discourse.candidates if c.form == noun)
    mentions = mentions_of(discourse)
    senses = SENSES[mentions.column("sense")[found]], CONTEXT_SENSES[mentions.column("context")[found]]
    assert senses == (sense, context)


@pytest.mark.parametrize(
    ("text", "noun", "link"),
    [
        ("The firm praised its staff.", "firm", 1),
        ("The firm grew and it paid its debts.", "firm", 2),
        ("The firm grew because it paid its debts.", "firm", 3),
        ("The firm said that it had paid.", "firm", 4),
        ("The firm that built the mill said that it grew.", "mill", 7),
        ("Although the firm grew, it paid nothing.", "firm", 6),
        ("The firm grew. It paid its debts.", "firm", 8),
        ("Kraus said that the firm grew. It paid its debts.", "firm", 0),
    ],
)
def test_how_the_clause_of_a_pronoun_hangs_on_that_of_a_noun(nlp: Language, text: str, noun: str, link: int) -> None:
    discourse = discourse_of(nlp, text)
    pairs = pairs_of(discourse, mentions_of(discourse), discourse.candidates)
    column = list(FEATURES).index("clauses")
    noun_, pronoun = (next(c for c in discourse.candidates if c.form in forms) for forms in ({noun}, {"it", "its"}))
    found = {
        (int(anaphor), int(antecedent)): int(value)
        for anaphor, antecedent, value in zip(pairs.anaphor, pairs.antecedent, pairs.features[:, column], strict=True)
    }
    assert found[max(noun_.index, pronoun.index), min(noun_.index, pronoun.index)] == link


def test_the_networks_know_which_scheme_to_follow(nlp: Language) -> None:
    discourse = discourse_of(nlp, "Helen Carter met Peter Kraus.")
    ours, theirs = mentions_of(discourse).values, mentions_of(discourse, "OntoGUM").values
    assert ours.shape == theirs.shape
    assert (theirs - ours).any(axis=0).tolist() == [name == "scheme" for name in NAMES]
