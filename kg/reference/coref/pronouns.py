"""The antecedents of he, she, it and they."""

import typing as t

from kg.grammar.antecedents import is_impersonal
from kg.lexicon.noun_types import broad_type
from kg.reference.coref.candidates import Candidate
from kg.reference.coref.discourse import Discourse
from kg.reference.coref.salience import ARGUMENTS, may_be_antecedent, most_salient

REACH: t.Final[t.Mapping[bool, int]] = {True: 2, False: 1}
"""The number of sentences back to the antecedent, for pronouns with a gender and for others."""
MARGIN: t.Final[t.Mapping[bool, float]] = {True: 0.5, False: 0.75}
"""The margin of salience by which the antecedent must lead the next one, for the same two."""


def salient_antecedent(discourse: Discourse, anaphor: Candidate) -> Candidate | None:
    """Return the antecedent of a third-person pronoun by salience, if only one is possible."""
    pronoun = anaphor.pronoun
    if pronoun is None or pronoun.person != 3 or len(discourse.members(anaphor)) > 1:
        return None
    if anaphor.token.function not in ARGUMENTS | {"possessor"} or is_impersonal(anaphor.token):
        return None
    gendered = pronoun.gender is not None
    near = (c for c in discourse.before(anaphor, REACH[gendered]) if _may_be_referent(discourse, anaphor, c))
    choices = [c for c in near if agrees(discourse, anaphor, c) and may_be_antecedent(discourse, anaphor, c)]
    return most_salient(discourse, anaphor, choices, margin=MARGIN[gendered])


def _may_be_referent(discourse: Discourse, anaphor: Candidate, choice: Candidate) -> bool:
    """Return whether a candidate is one thing, not an apposition, and not the speaker who uses the third person."""
    apposed = choice.token.function == "apposition" and discourse.at(choice.token.governor) is not None
    if choice.kind in {"row", "value"} or apposed:
        return False
    speaker = discourse.speaker_around(anaphor)
    return speaker is None or not discourse.are_one(choice, speaker)


def agrees(discourse: Discourse, anaphor: Candidate, choice: Candidate) -> bool:
    """Return whether a pronoun agrees with the features of a thing: number, gender, person or not."""
    pronoun, cluster = anaphor.pronoun, discourse.cluster(choice)
    if pronoun is None or not cluster.pronouns <= {pronoun}:
        return False
    if choice.kind == "pronoun" and not cluster.pronouns:
        return False
    genders = cluster.genders
    if pronoun.number == "plural":
        return cluster.is_plural or (not cluster.names and broad_type(cluster.type) == "Group")
    if cluster.is_plural:
        return False
    if pronoun.gender is not None:
        return genders == {pronoun.gender} or (not genders and broad_type(cluster.type) == "Person")
    return not genders and broad_type(cluster.type) not in {"Person", "Group"}
