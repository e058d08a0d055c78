"""Continued subjects: "he" or "she" as the person introduced before, "it" as the subject of its own sentence.

Centering: Grosz, Joshi and Weinstein, Computational Linguistics 21(2), 1995.
"""

from collections.abc import Iterable, Iterator
from functools import partial

from kg.grammar.antecedents import addressee, is_impersonal, is_main_subject
from kg.reference.coref.candidates import Candidate
from kg.reference.coref.columns import NEUTER
from kg.reference.coref.discourse import Discourse, Proposal
from kg.reference.coref.reports import sources
from kg.reference.coref.salience import agrees, may_be_antecedent, may_refer


def introduced_speakers(discourse: Discourse) -> Iterator[Proposal]:
    """Link he or she who says something to a person introduced right before: "*Doe* met Roe. “…,” *she* said"."""
    speaking = (one for _, source in sources(discourse.stretch) if (one := discourse.at_index(source)) is not None)
    outside = (one for one in speaking if one.token.governor.function != "adverbial clause")
    for subject, anaphor in _after_subjects(discourse, outside):
        introduced = discourse.has_name(subject) and discourse.first(subject.index) == subject.index
        owned = subject.kind == "name" and discourse.possessor(subject) is not None  # "Acme's CEO" is no name
        if introduced and not owned and may_refer(discourse, anaphor, subject):
            yield subject, anaphor


def _main_subjects(discourse: Discourse) -> dict[int, Candidate]:
    """Return the subjects of the main clauses by their sentences."""
    return {candidate.sentence: candidate for candidate in discourse.candidates if is_main_subject(candidate.token)}


def _after_subjects(discourse: Discourse, anaphors: Iterable[Candidate]) -> Iterator[Proposal]:
    """Yield the person who is the main subject before he or she, or before the speech, and the pronoun."""
    before = _main_subjects(discourse)
    starts = {speech.speaker: speech.start for speech in reversed(discourse.speeches)}
    for anaphor in filter(partial(_may_continue, discourse), anaphors):
        start = starts.get(anaphor.token.i, anaphor.token.i)
        subject = before.get(min(anaphor.sentence, discourse.stretch.sentence[start]) - 1)
        if subject is not None and _is_person(discourse, subject):
            yield subject, anaphor


def controlled_pronouns(discourse: Discourse) -> None:
    """Link "its" or the subject "it" to the one who is told to do something: "told *Acme* to cut *its* prices"."""
    for anaphor in filter(partial(_may_be_retained, discourse), discourse.candidates):
        controller = discourse.at(addressee(anaphor.token))
        if controller is not None and _is_retained(discourse, controller, anaphor):
            discourse.unite(controller, anaphor)


def retained_subjects(discourse: Discourse) -> Iterator[Proposal]:
    """Link "its" or the subject "it" to the main subject before it, if no other named thing is between them.

    "*Acme* raised *its* prices", "*Acme* said sales grew since *it* joined", not "Acme wants Bolt to cut its prices".
    """
    subjects = _main_subjects(discourse)
    for anaphor in filter(partial(_may_be_retained, discourse), discourse.candidates):
        subject = subjects.get(anaphor.sentence) if discourse.at(addressee(anaphor.token)) is None else None
        if subject is not None and _is_retained(discourse, subject, anaphor):
            yield subject, anaphor


def _is_retained(discourse: Discourse, subject: Candidate, anaphor: Candidate) -> bool:
    """Return whether a named subject in the same voice is the only named thing that "it" can refer to."""
    same_speech = discourse.in_same_speech(subject, anaphor)
    if not discourse.has_name(subject) or not same_speech or not agrees(discourse, anaphor, subject):
        return False
    before = discourse.before(anaphor, 0)
    between = (one for one in before if one.index > subject.index and not discourse.are_one(subject, one))
    named = (one for one in between if one.kind in {"name", "pronoun"} and discourse.has_name(one))
    alone = subject in before and not any(may_refer(discourse, anaphor, one) for one in named)
    return alone and may_be_antecedent(discourse, anaphor, subject)


def _may_be_retained(discourse: Discourse, anaphor: Candidate) -> bool:
    """Return whether a candidate is "its" or a referring subject "it", and is not linked yet."""
    if anaphor.pronoun != NEUTER or len(discourse.cluster(anaphor).members) > 1:
        return False
    subject = anaphor.is_subject and anaphor.token.governor.kind == "verb"  # not "makes it easy"
    placed = subject or anaphor.token.function == "possessor"
    return placed and not is_impersonal(anaphor.token)


def _may_continue(discourse: Discourse, anaphor: Candidate) -> bool:
    """Return whether a candidate is he or she, not linked yet and outside of speech."""
    third = anaphor.person == 3 and anaphor.gender is not None
    return third and len(discourse.cluster(anaphor).members) == 1 and discourse.speech_around(anaphor) is None


def _is_person(discourse: Discourse, subject: Candidate) -> bool:
    """Return whether a subject outside of speech is one person."""
    person = discourse.broad_type(subject) == "Person" and not discourse.cluster(subject).is_plural
    return person and discourse.speech_around(subject) is None
