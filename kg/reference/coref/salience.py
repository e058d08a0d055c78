"""Possible antecedents by grammar and agreement, and the most salient: by role, distance and number of mentions."""

import bisect
import typing as t
from collections.abc import Iterable
from operator import attrgetter

from kg.grammar.antecedents import above_preposition, is_impersonal, not_its_subject, not_itself, nouns_of_clauses
from kg.grammar.clause import WordFunction
from kg.lexicon.noun_types import broad_type
from kg.reference.coref.candidates import SUBJECTS, Candidate
from kg.reference.coref.discourse import Discourse

ROLES: t.Final[t.Mapping[WordFunction, float]] = {
    "subject": 1.5, "passive subject": 1.5, "main": 0.5, "object": 0.3, "agent": 0.3, "apposition": -0.3,
    "possessor": 0.0, "object of preposition": -0.3, "part of compound": -1.0,
}  # fmt: skip
THIRD: t.Final = 3
WINDOW: t.Final = 10
"""The number of mentions of a thing on either side of an anaphor that may be in its sentence."""
ARGUMENTS: t.Final[frozenset[WordFunction]] = SUBJECTS | {"object", "recipient", "object of preposition", "complement"}
"""The grammatical relation of a noun to its verb."""
REACH: t.Final[t.Mapping[bool, int]] = {True: 2, False: 1}
"""The number of sentences back to the antecedent, for pronouns with a gender and for others."""
MARGIN: t.Final[t.Mapping[bool, float]] = {True: 0.5, False: 0.75}
"""The margin of salience by which the antecedent must lead the next one, for the same two."""


def salient_antecedent(discourse: Discourse, anaphor: Candidate) -> Candidate | None:
    """Return the antecedent of a third-person pronoun by salience, if only one is possible."""
    pronoun = anaphor.pronoun
    if pronoun is None or pronoun.person != 3 or len(discourse.cluster(anaphor).members) > 1:
        return None
    if anaphor.token.function not in ARGUMENTS | {"possessor"} or is_impersonal(anaphor.token):
        return None
    gendered = pronoun.gender is not None
    near = (c for c in discourse.before(anaphor, REACH[gendered]) if _may_be_referent(discourse, anaphor, c))
    choices = [c for c in near if may_refer(discourse, anaphor, c)]
    return most_salient(discourse, anaphor, choices, margin=MARGIN[gendered])


def _may_be_referent(discourse: Discourse, anaphor: Candidate, choice: Candidate) -> bool:
    """Return whether a candidate is one thing, not an apposition, and not the speaker who uses the third person."""
    apposed = choice.token.function == "apposition" and discourse.at(choice.token.governor) is not None
    if choice.kind in {"row", "value"} or apposed:
        return False
    speaker = discourse.speaker_around(anaphor)
    return speaker is None or not discourse.are_one(choice, speaker)


def most_salient(
    discourse: Discourse, anaphor: Candidate, choices: Iterable[Candidate], *, margin: float
) -> Candidate | None:
    """Return the choice with the highest salience, or None if there is none or the second is within `margin`.

    Of the choices from one cluster the most salient counts.
    """
    best: dict[int, tuple[float, Candidate]] = {}
    for choice in choices:
        root = discourse.first(choice.index)
        score = _score(discourse, anaphor, choice)
        if root not in best or score > best[root][0]:
            best[root] = (score, choice)
    ranked = sorted(best.values(), key=lambda scored: (-scored[0], scored[1].index))
    if not ranked or (len(ranked) > 1 and ranked[0][0] - ranked[1][0] < margin):
        return None
    return ranked[0][1]


def _score(discourse: Discourse, anaphor: Candidate, choice: Candidate) -> float:
    members = discourse.members_before(choice, anaphor.index)
    mine, role = anaphor.token.function, choice.role
    score = ROLES.get(role, 0.0) - (anaphor.sentence - choice.sentence)
    score += 0.2 * min(len(members), 4)
    score += 0.5 * (mine == role or {mine, role} <= SUBJECTS)
    named = discourse.cluster(choice).names[:1]
    return score + 0.25 * any(name.index < anaphor.index for name in named)


def may_refer(discourse: Discourse, anaphor: Candidate, choice: Candidate) -> bool:
    """Return whether a pronoun agrees with a thing and grammar allows the link: not for Bolt in "Bolt, *its* rival"."""
    return agrees(discourse, anaphor, choice) and may_be_antecedent(discourse, anaphor, choice)


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


def may_be_antecedent(discourse: Discourse, anaphor: Candidate, choice: Candidate) -> bool:
    """Return whether grammar allows `anaphor` to refer to `choice`.

    Two arguments of one verb are two things, and nothing is a part of its own description ("its owner", "Acme, its
    rival"). The antecedent of a relative pronoun is not the subject of its clause ("Silva, who she says left"). A
    pronoun is not the named subject below its own verb ("She said Silva had left"): Principle C of Chomsky, Lectures on
    Government and Binding, 1981.
    """
    members = discourse.cluster(choice).members
    place = bisect.bisect_left(members, anaphor.index, key=attrgetter("index"))
    around = members[max(place - WINDOW, 0) : place + WINDOW]
    near = [member for member in around if member.sentence == anaphor.sentence]
    return not any(_clash(anaphor, member) for member in near)


def _clash(anaphor: Candidate, member: Candidate) -> bool:
    mine, other = anaphor.token, member.token
    arguments = mine.function in ARGUMENTS and other.function in ARGUMENTS
    together = arguments and above_preposition(mine) is above_preposition(other)
    owner = mine.function == "possessor" and mine.governor.function == "apposition" and mine.governor.governor is other
    distinct = (not_itself if anaphor.person else not_its_subject)(mine) is other
    if together or owner or distinct:
        return True
    return _contains(anaphor, member) or _contains(member, anaphor) or _governs(anaphor, member)


def _governs(anaphor: Candidate, member: Candidate) -> bool:
    """Return whether a name is the subject in a complement of a pronoun's verb: "*She* said *Silva* had left"."""
    if anaphor.pronoun is None or not anaphor.is_subject or member.index < anaphor.index:
        return False
    verb = member.token.governor
    reported = member.kind == "name" and member.is_subject and verb.function == "content clause"
    return reported and verb.governor == anaphor.token.governor


def _contains(outer: Candidate, inner: Candidate) -> bool:
    """Return whether a mention is inside another and depends on its head.

    In a description of a name a pronoun may refer to the name: "Ana Silva, the head of *her* family's firm".
    """
    head, word = outer.token, inner.token
    if head.function == "apposition" and inner.pronoun is not None:
        return False
    if not head.first.i <= word.i <= head.last.i:  # the governors of a word may be many
        return False
    if inner.pronoun is not None and head in nouns_of_clauses(word):
        return False  # "two brothers who would not sell *their* firm"
    return head in word.governors and outer.mention.span.covers(inner.mention.span)
