"""What a document tells of each named thing, and how each stands before a description or a pronoun."""

import numpy as np
from spacy.language import Language

from kg.grammar.parse import parse_of
from kg.lexicon.gazetteer import default_gazetteer
from kg.reference.coref.analysis import mentions_of, pairs_of
from kg.reference.coref.columns import NAMES
from kg.reference.coref.discourse import Discourse
from kg.reference.coref.entities import Entities, Entity, entities_of
from kg.reference.coref.names import persons_meant
from kg.reference.coref.pairs import FEATURES

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
    found = entities_of(discourse, persons_meant(discourse))
    person = entity(discourse, found, "Helen Carter")
    assert len(person.names) == 2
    assert person is entity(discourse, found, "Carter")


def test_titles_tell_roles_and_nations(nlp: Language) -> None:
    discourse = discourse_of(nlp, TEXT)
    found = entities_of(discourse, persons_meant(discourse))
    person, other = entity(discourse, found, "Helen Carter"), entity(discourse, found, "Peter Kraus")
    assert "president" in person.roles
    assert person.nations == {"France"}
    assert other.nations == frozenset()


def test_clauses_tell_roles(nlp: Language) -> None:
    discourse = discourse_of(
        nlp,
        "Helen Carter, who was the mayor of Lyon, met farmers. Peter Kraus resigned as minister. "
        "Victor Hahn was not a judge.",
    )
    names = {c.mention.text: c for c in discourse.candidates if c.kind == "name"}
    assert "mayor" in names["Helen Carter"].descriptors
    assert {"mayor", "lyon"} <= names["Helen Carter"].told
    assert "minister" in names["Peter Kraus"].descriptors
    assert "judge" not in names["Victor Hahn"].descriptors


def test_an_age_tells_nobody_apart(nlp: Language) -> None:
    discourse = discourse_of(nlp, "The 56-year-old leader met the old leader.")
    found = [candidate for candidate in discourse.candidates if candidate.kind == "nominal"]
    assert [candidate.modifiers for candidate in found] == [frozenset(), frozenset({"old"})]


def test_the_pairs_of_a_pronoun_tell_who_was_named_most(nlp: Language) -> None:
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


def test_the_networks_are_told_whose_marks_to_follow(nlp: Language) -> None:
    discourse = discourse_of(nlp, "Helen Carter met Peter Kraus.")
    ours, theirs = mentions_of(discourse).values, mentions_of(discourse, "OntoGUM").values
    assert (NAMES[-1], ours.shape) == ("scheme", theirs.shape)
    assert (theirs - ours).any(axis=0).tolist() == [name == "scheme" for name in NAMES]
