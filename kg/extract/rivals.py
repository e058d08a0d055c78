"""Rival readings: what else an attached clause may be said of, and which reading wins.

The parser hangs a relative clause, a participle or an adverbial clause on one word, and often on the wrong one. Each
other word that the clause may be about gives a rival reading of the same predicate. All readings get a confidence; only
the likeliest becomes claims.
"""

import typing as t
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from kg.extract.antecedents import agrees, antecedent, can_be_who
from kg.extract.claiming import Candidate, candidates
from kg.extract.predications import Predication
from kg.extract.subjects import bearer, subject_of
from kg.extract.syntax import SUBJECTS, child, is_verb
from kg.grammar.parse import Token
from kg.times import time_at

Readings: t.TypeAlias = tuple[tuple[Candidate, ...], ...]
"""The candidates of each reading of one predicate; the reading that follows the parser comes first."""
RivalRule: t.TypeAlias = Callable[[Token], Token | None]
NOUN_CLAUSES: t.Final = frozenset({"relative-subject", "participle-subject"})
ADVERBIAL_CLAUSES: t.Final = frozenset({"adverbial-subject"})
CONTESTED: t.Final = NOUN_CLAUSES | ADVERBIAL_CLAUSES
RELATIVE_PRONOUNS: t.Final = frozenset({"who", "which", "that"})
MEASURES: t.Final = frozenset({"PERCENT", "MONEY", "QUANTITY", "CARDINAL"})
"""What a number does is done by what it measures: "exceeded *10%*, threatening food supplies"."""
REFERENTIAL_TAGS: t.Final = frozenset({"NOUN", "PROPN", "PRON"})


def noun_above(verb: Token) -> Token | None:
    """The clause is about the noun that its noun completes: "a *request* from the town asking schools to pay"."""
    noun = antecedent(verb)
    if noun.dep_ == "pobj" and noun.head.head.pos_ in {"NOUN", "PROPN"}:
        return bearer(noun.head.head)
    return None


def nearest_noun(verb: Token) -> Token | None:
    """The clause is about the noun just before it: "She met a friend of the *mayor*, who had resigned"."""
    edge = verb.left_edge.i
    before = next((w for w in reversed(verb.doc[verb.sent.start : edge]) if not w.is_punct), None)
    return bearer(before) if before is not None and before.pos_ in REFERENTIAL_TAGS else None


def main_subject(verb: Token) -> Token | None:
    """The clause is about the subject of the main clause: "The *bank* closed two branches, citing costs"."""
    above = next((w for w in verb.ancestors if is_verb(w)), None)
    return subject_of(above) if above is not None else None


def main_object(verb: Token) -> Token | None:
    """The clause is about the object of the main clause: "They found the *boat* drifting out to sea"."""
    return child(verb.head, "dobj") if is_verb(verb.head) else None


RIVAL_RULES: t.Final[t.Mapping[str, tuple[RivalRule, frozenset[str]]]] = {
    "noun-above": (noun_above, NOUN_CLAUSES),
    "nearest-noun": (nearest_noun, NOUN_CLAUSES | ADVERBIAL_CLAUSES),
    "main-subject": (main_subject, frozenset({"participle-subject"})),
    "main-object": (main_object, ADVERBIAL_CLAUSES),
}
"""Each rule with the subject rules whose reading it may contest."""


def readings(predication: Predication) -> Readings:
    """Return the candidates of a predication and of each of its rivals."""
    if predication.rule not in CONTESTED:
        found = [tuple(candidates(predication))]
    else:
        rivals = tuple(rival_predications(predication))
        found = [_attached(each, len(rivals)) for each in (predication, *rivals)]
    return tuple(each for each in found if each)


def _attached(predication: Predication, rivals: int) -> tuple[Candidate, ...]:
    """Return the candidates of an attached clause, with the features of its attachment."""
    return tuple(candidates(predication, attachment_features(predication, rivals)))


def attachment_features(predication: Predication, rivals: int) -> Iterator[str]:
    """Yield the names of the features that tell how well an attached clause fits what it is said of."""
    verb, subject = predication.governor, predication.subject
    edge = verb.left_edge
    comma = edge.i > 0 and verb.doc[edge.i - 1].text == ","
    pronoun = child(verb, *SUBJECTS)
    opened = pronoun.lower_ if pronoun is not None and pronoun.lower_ in RELATIVE_PRONOUNS else verb.tag_
    yield f"rivals={rivals}"
    yield f"attachment={predication.rule} rivals={rivals > 0}"
    yield f"attachment={predication.rule} comma={comma}"
    yield f"opened by={opened} subject entity={subject.ent_type_ or subject.pos_}"
    yield f"opened by={opened} comma={comma}"
    yield f"opened by={opened} follows subject={edge.i - subject.i <= 2}"
    yield f"subject before clause={subject.i < edge.i}"
    if pronoun is not None:
        yield f"number agrees={agrees(verb, subject)}"


def rival_predications(predication: Predication) -> Iterator[Predication]:
    """Yield the predication with each other subject that its clause may be about."""
    verb = predication.governor
    taken = {predication.subject.i, *(a.head.i for a in predication.arguments)}
    for name, (rule, contested) in RIVAL_RULES.items():
        subject = rule(verb) if predication.rule in contested else None
        if subject is not None and subject.i not in taken and _may_be_meant(subject, verb):
            taken.add(subject.i)
            yield replace(predication, rule=name, subject=subject)


def _may_be_meant(subject: Token, verb: Token) -> bool:
    inside = verb in subject.ancestors or subject.ent_type_ in MEASURES
    return not inside and subject.pos_ in REFERENTIAL_TAGS and time_at(subject) is None and can_be_who(verb, subject)


def likeliest(confidences: Sequence[Sequence[float]]) -> int:
    """Return which reading has the claim of the highest confidence; where two have it, the one that comes first.

    Args:
        confidences: the confidence in [0, 1] of each candidate of each reading; at least one reading.
    """
    best = [max(values) for values in confidences]
    return best.index(max(best))
