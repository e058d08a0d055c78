"""Salience of a thing: by grammatical role, distance and number of mentions."""

import bisect
import typing as t
from collections.abc import Iterable
from operator import attrgetter

from kg.grammar.antecedents import above_preposition, not_its_subject, not_itself, nouns_of_clauses
from kg.grammar.clause import WordFunction
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


def may_be_antecedent(discourse: Discourse, anaphor: Candidate, choice: Candidate) -> bool:
    """Return whether grammar allows `anaphor` to refer to `choice`.

    Two arguments of one verb are two things, and nothing is a part of its own description ("its owner", "Acme, its
    rival"). The antecedent of a relative pronoun is not the subject of its clause ("Silva, who she says left"). A
    pronoun is not the named subject below its own verb ("She said Silva had left"): Principle C of Chomsky, Lectures on
    Government and Binding, 1981.
    """
    members = discourse.members(choice)
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
