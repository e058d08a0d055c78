"""Persons and firms under a new description: "Doe won in Lyon. *The Acme striker* scored twice".

Journalists vary how they call the topic of a text, and mention its occupation or origin in passing ("elegant
variation": Fowler, The King's English, 1906).
"""

import typing as t

from kg.grammar.antecedents import shows_origin, shows_person_by_nation
from kg.lexicon import verbs, words
from kg.lexicon.noun_types import broad_type
from kg.reference.coref.candidates import Candidate
from kg.reference.coref.clusters import Cluster
from kg.reference.coref.discourse import Discourse
from kg.reference.coref.salience import may_be_antecedent

BODIES: t.Final[t.Mapping[str, frozenset[str]]] = {
    "Company": frozenset({"Company", "Organization"}),
    "Group": frozenset({"Company", "Organization"}),
    "SportsTeam": frozenset({"Organization", "SportsTeam"}),
}
"""The types of names that a description of each type can refer to: "the Lyon-based *firm*", "the Lyon *side*"."""


def may_add_detail(discourse: Discourse, anaphor: Candidate) -> bool:
    """Return whether a description could add something about a person or a firm mentioned before.

    It is a main subject, and has a name or an age in it; one of a person may have any word that is not a number.
    """
    definite = anaphor.kind == "nominal" and anaphor.number == "singular" and anaphor.determiner == "the"
    if not definite or not _is_main_subject(anaphor) or discourse.speech_around(anaphor) is not None:
        return False
    if broad_type(anaphor.type) == "Person":
        return _has_origin_or_age(anaphor) or _has_description(anaphor)
    return anaphor.type in BODIES and _has_origin_or_age(anaphor)


def _has_origin_or_age(anaphor: Candidate) -> bool:
    """Return whether a description contains a name, a people or an age."""
    return shows_origin(anaphor.token) or shows_person_by_nation(anaphor.token)


def _has_description(anaphor: Candidate) -> bool:
    """Return whether a description has words before its noun, none of which counts, and no restriction after it.

    Such are "the *defending* champion" and "the *former* guard", not "the first man" or "the young man from Lyon".
    """
    phrase = anaphor.phrase
    limited = any(child.function == "preposition" for child in anaphor.token.dependents_after)
    return bool(phrase.modifiers | phrase.numbers) and phrase.numbers <= {"former"} and not limited


def _is_main_subject(candidate: Candidate) -> bool:
    """Return whether a candidate is the subject of the main clause of its sentence, or the source of a report in it."""
    verb = candidate.token.governor
    return candidate.is_subject and (verb.function == "main" or verb.lemma_ in verbs("say"))


def continued_topic(discourse: Discourse, anaphor: Candidate) -> Candidate | None:
    """Return the last main subject if it is a named person or firm that a description adds something about.

    It may also be the only one named in that sentence, if the description has a name in it.
    """
    before = discourse.before(anaphor, 3) if may_add_detail(discourse, anaphor) else ()
    named = [one for one in before if _is_named_before(discourse, one, anaphor)]
    last = [one for one in named if one.sentence == named[-1].sentence]
    alone = len({discourse.first(one.index) for one in last}) == 1
    topic = next(filter(_is_main_subject, last), last[0] if alone and _has_origin_or_age(anaphor) else None)
    return topic if topic is not None and _may_be_called_so(discourse, anaphor, topic) else None


def described_place(discourse: Discourse, anaphor: Candidate) -> Candidate | None:
    """Return the last named country or city that a description adds to, if with an origin ("*Asian*") the only one."""
    near = reversed(discourse.before(anaphor, 3)) if is_described_place(anaphor) else ()
    named = [one for one in near if one.sentence < anaphor.sentence and discourse.has_name(one)]
    places = [one for one in named if discourse.cluster(one).type == anaphor.type]
    clear = len({discourse.first(one.index) for one in places}) == 1 or not shows_origin(anaphor.token)
    return next(iter(places), None) if clear else None


def is_described_place(anaphor: Candidate) -> bool:
    """Return whether a description says what a place is like: "the *Asian* country"; not "the *Dutch*, *next* city"."""
    place = anaphor.type in {"City", "Country"} and anaphor.is_definite and anaphor.number == "singular"
    of_many = anaphor.type == "City" and shows_origin(anaphor.token)
    selected = of_many or not anaphor.modifiers.isdisjoint(words("only"))
    return place and _has_description(anaphor) and not selected


def _is_named_before(discourse: Discourse, one: Candidate, anaphor: Candidate) -> bool:
    """Return whether a mention in an earlier sentence, outside speech, refers to a named thing of the same kind."""
    if one.sentence == anaphor.sentence or discourse.speech_around(one) is not None or not discourse.has_name(one):
        return False
    cluster = discourse.cluster(one)
    return cluster.type in BODIES[anaphor.type] if anaphor.type in BODIES else _is_person(cluster)


def _is_person(cluster: Cluster) -> bool:
    """Return whether names are a person's; a single word of no gender may be a place, whatever its label."""
    shown = bool(cluster.genders) or any(" " in name.form for name in cluster.names)
    return shown and broad_type(cluster.type) == "Person" and not cluster.is_plural


def _may_be_called_so(discourse: Discourse, anaphor: Candidate, antecedent: Candidate) -> bool:
    """Return whether a description agrees with a thing in grammar, gender, age and earlier uses of the same noun."""
    cluster = discourse.cluster(antecedent)
    gender = anaphor.gender is None or cluster.genders <= {anaphor.gender}
    agrees = gender and not discourse.cluster(anaphor).differs_in_age(cluster)
    consistent = all(discourse.are_one(antecedent, other) for other in discourse.same_form_before(anaphor))
    return agrees and consistent and may_be_antecedent(discourse, anaphor, antecedent)
