"""He or she who is the subject goes on with the person who was the subject of the sentence before.

Centering: Grosz, Joshi and Weinstein, Computational Linguistics 21(2), 1995.
"""

import typing as t

from kg.lexicon.noun_types import broad_type
from kg.reference.coref.candidates import Candidate
from kg.reference.coref.discourse import Discourse
from kg.reference.coref.pronouns import agrees
from kg.reference.coref.salience import may_be_antecedent

MAIN: t.Final = "main"


def continued_subjects(discourse: Discourse) -> None:
    """Unite he or she with the subject before, where nobody else is named: "*Doe* left Acme. *She* joined Bolt"."""
    before = {candidate.sentence: candidate for candidate in discourse.candidates if _is_main_subject(candidate)}
    for anaphor in before.values():
        subject = before.get(anaphor.sentence - 1)
        if subject is None or not _may_go_on(discourse, anaphor) or not _is_person(discourse, subject):
            continue
        between = discourse.before(anaphor, 1)
        alone = not any(_is_another(discourse, subject, other) for other in between)
        if alone and agrees(discourse, anaphor, subject) and may_be_antecedent(discourse, anaphor, subject):
            discourse.unite(subject, anaphor)


def _is_main_subject(candidate: Candidate) -> bool:
    return candidate.is_subject and candidate.token.governor.function == MAIN


def _may_go_on(discourse: Discourse, anaphor: Candidate) -> bool:
    """Tell whether a candidate is he or she, not yet tied to anything and in nobody's words."""
    third = anaphor.pronoun is not None and anaphor.pronoun.person == 3 and anaphor.gender is not None
    return third and len(discourse.members(anaphor)) == 1 and discourse.speech_around(anaphor) is None


def _is_person(discourse: Discourse, subject: Candidate) -> bool:
    """Tell whether a subject that nobody else says is a person with a name, or is tied to one."""
    person = discourse.has_name(subject) and discourse.broad_type(subject) == "Person"
    return person and not discourse.cluster(subject).is_plural and discourse.speech_around(subject) is None


def _is_another(discourse: Discourse, subject: Candidate, other: Candidate) -> bool:
    """Tell whether a mention is somebody else: a named person, or he or she."""
    gendered = other.kind == "pronoun" and other.gender is not None
    person = other.kind == "name" and broad_type(other.type) == "Person"
    return (gendered or person) and not discourse.are_one(subject, other)
