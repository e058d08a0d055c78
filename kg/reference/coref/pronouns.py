"""The antecedents of he, she, it and they."""

import typing as t

from kg.lexicon import measures
from kg.lexicon.noun_types import broad_type
from kg.reference.coref.candidates import Candidate
from kg.reference.coref.discourse import Discourse
from kg.reference.coref.predicates import is_impersonal_verb
from kg.reference.coref.salience import may_be_antecedent, most_salient
from kg.reference.coref.speakers import speaker_around

REACH: t.Final[t.Mapping[bool, int]] = {True: 2, False: 1}
"""How many sentences back the antecedent may stand, for pronouns with a gender and for others."""
MARGIN: t.Final[t.Mapping[bool, float]] = {True: 0.5, False: 0.75}
"""How much more salient than the next the antecedent must be, for the same two."""
NEVER_IT: t.Final = frozenset({"Person", "Group"})
MAY_BE_THEY: t.Final = frozenset({"Group"})
ARGUMENTS: t.Final = frozenset(
    {"subject", "passive subject", "object", "recipient", "object of preposition", "possessor", "complement"}
)
CLAUSES: t.Final = frozenset({"content clause", "open clause", "subject clause", "adverbial clause", "noun clause"})


def salient_antecedent(discourse: Discourse, anaphor: Candidate) -> Candidate | None:
    """Return the one thing that a pronoun of the third person can mean by its salience, if there is one only."""
    pronoun = anaphor.pronoun
    if pronoun is None or pronoun.person != 3 or len(discourse.members(anaphor)) > 1:
        return None
    if anaphor.token.function not in ARGUMENTS or is_impersonal(anaphor):
        return None
    gendered = pronoun.gender is not None
    speaker = speaker_around(discourse, anaphor)
    choices = [
        choice
        for choice in discourse.before(anaphor, REACH[gendered])
        if choice.kind not in {"row", "value"}
        and not (speaker is not None and discourse.are_one(choice, speaker))
        and not _describes_its_neighbour(discourse, choice)
        and agrees(discourse, anaphor, choice)
        and may_be_antecedent(discourse, anaphor, choice)
    ]
    return most_salient(discourse, anaphor, choices, margin=MARGIN[gendered])


def _describes_its_neighbour(discourse: Discourse, choice: Candidate) -> bool:
    """Tell whether a candidate is an apposition, so that the noun beside it is the one to go on with."""
    return choice.token.function == "apposition" and discourse.at(choice.token.governor) is not None


def agrees(discourse: Discourse, anaphor: Candidate, choice: Candidate) -> bool:
    """Tell whether a pronoun agrees with what is known of a thing: number, gender, person or not."""
    pronoun, cluster = anaphor.pronoun, discourse.cluster(choice)
    if pronoun is None or not cluster.pronouns <= {pronoun} or (choice.kind == "pronoun" and not cluster.pronouns):
        return False
    genders = cluster.genders
    if pronoun.number == "plural":
        return cluster.is_plural or (not cluster.names and broad_type(cluster.type) in MAY_BE_THEY)
    if cluster.is_plural:
        return False
    if pronoun.gender is not None:
        return genders == {pronoun.gender} or (not genders and broad_type(cluster.type) == "Person")
    return not genders and broad_type(cluster.type) not in NEVER_IT


def _tells_time(noun: str) -> bool:
    return noun == "time" or noun in measures("calendar", "hour")


def is_impersonal(anaphor: Candidate) -> bool:
    """Tell whether an "it" means nothing: "it rained", "it is likely that", "it seems", "it is time to go"."""
    verb = anaphor.token.governor
    if anaphor.token.lower_ != "it" or not anaphor.is_subject:
        return False
    lemma = verb.lemma_.lower()
    if is_impersonal_verb(lemma):
        return True
    if lemma == "be" and any(
        child.function == "complement" and _tells_time(child.lemma_) for child in verb.dependents_behind
    ):
        return True
    predicate = lemma == "be" and any(
        child.function in {"adjective complement", "complement", "object complement"}
        for child in verb.dependents_behind
    )
    clause = any(
        child.function in CLAUSES and child.i > verb.i for child in verb.constituent if child.i > anaphor.token.i
    )
    return clause and (
        predicate
        or (
            anaphor.token.function == "passive subject"
            and any(c.function == "content clause" for c in verb.dependents_behind)
        )
    )
