"""Persons whom a description calls something new: "Doe won in Lyon. *The Acme striker* scored twice".

Journalists vary how they call a person, and tell by the way where he or she is from ("elegant variation": Fowler, The
King's English, 1906).
"""

import typing as t

from kg.grammar.parse import Token
from kg.lexicon import verbs
from kg.lexicon.noun_types import broad_type
from kg.reference.coref.candidates import Candidate
from kg.reference.coref.discourse import Discourse
from kg.reference.coref.peoples import is_member
from kg.reference.coref.salience import may_be_antecedent

REACH: t.Final = 3
"""How many sentences back the person may have been mentioned."""
ALIKE: t.Final = 50
"""How many of the last descriptions with the same noun are looked at."""
MAIN: t.Final = "main"


def tells_more(discourse: Discourse, anaphor: Candidate) -> bool:
    """Tell whether a description could tell more of a person spoken of: a main subject with a name or an age in it."""
    person = broad_type(anaphor.type) == "Person" and anaphor.kind == "nominal" and anaphor.number == "singular"
    if not person or anaphor.determiner != "the":
        return False
    told = is_member(anaphor) or any(map(_tells_of, anaphor.token.dependents_before))
    return told and _is_main_subject(anaphor) and discourse.speech_around(anaphor) is None


def _tells_of(part: Token) -> bool:
    """Tell whether what stands before a noun has a name, a people or an age in it."""
    named = any(word.kind == "name" or word.entity for word in part.constituent)
    return named and part.function != "possessor"


def _is_main_subject(candidate: Candidate) -> bool:
    """Tell whether a candidate is the subject of the main clause of its sentence, or says what is told in it."""
    verb = candidate.token.governor
    return candidate.is_subject and (verb.function == MAIN or verb.lemma_ in verbs("say"))


def person_gone_on_with(discourse: Discourse, anaphor: Candidate) -> Candidate | None:
    """Return the person with a name who was the last main subject, or else the only one whom that sentence names."""
    before = discourse.before(anaphor, REACH) if tells_more(discourse, anaphor) else ()
    persons = [one for one in before if _is_person_before(discourse, one, anaphor)]
    last = [one for one in persons if one.sentence == persons[-1].sentence]
    alone = len({discourse.first(one.index) for one in last}) == 1
    person = next(filter(_is_main_subject, last), last[0] if alone else None)
    return person if person is not None and _may_be_called_so(discourse, anaphor, person) else None


def _is_person_before(discourse: Discourse, one: Candidate, anaphor: Candidate) -> bool:
    """Tell whether a mention in an earlier sentence, in nobody's words, means a person with a name.

    A single word of no gender may be a place, whatever its label.
    """
    if one.sentence == anaphor.sentence or discourse.speech_around(one) is not None:
        return False
    cluster = discourse.cluster(one)
    shown = bool(cluster.genders) or any(" " in name.form for name in cluster.names)
    person = discourse.has_name(one) and broad_type(cluster.type) == "Person" and not cluster.is_plural
    return shown and person


def _may_be_called_so(discourse: Discourse, anaphor: Candidate, person: Candidate) -> bool:
    """Tell whether grammar, gender, age and all earlier descriptions with the same noun let a person be called so."""
    cluster = discourse.cluster(person)
    gender = anaphor.gender is None or cluster.genders <= {anaphor.gender}
    agrees = gender and not discourse.cluster(anaphor).differs_in_age(cluster)
    alike = all(discourse.are_one(person, other) for other in discourse.alike(anaphor)[-ALIKE:])
    return agrees and alike and may_be_antecedent(discourse, anaphor, person)
