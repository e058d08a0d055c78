"""The topic of a text: the thing that its beginning introduces, and that it continues with.

The first topic of a text stays in the reader's mind, so that a pronoun may refer to it though others are as near
(Givón, Topic Continuity in Discourse, 1983).
"""

import typing as t
from collections.abc import Iterator

from kg.grammar.antecedents import subject_of_owned, tellers
from kg.reference.coref.candidates import Candidate
from kg.reference.coref.discourse import Discourse
from kg.reference.coref.salience import agrees, may_be_antecedent

BEGINNING: t.Final = 1
"""The number of the last sentence of the beginning of a text: its title, or the first sentence, is 0."""
PERSONS: t.Final = frozenset({"Group", "Person", "Thing"})
"""The general types of names that may be a person's, whatever their label."""
NEAR: t.Final = 3
"""The maximum number of sentences back to the last mention of the topic."""


def is_person_of_text(discourse: Discourse, anaphor: Candidate, person: Candidate) -> bool:
    """Return whether "he" or "she" can refer to the text's topic: "*Doe* sings. … *Doe* met fans. *She* waved".

    That person was a subject when last mentioned, outside the words of another possible antecedent. Since then no other
    subject is named and a possible antecedent.
    """
    last = _last_of_beginning(discourse, anaphor, person)
    if last is None or discourse.broad_type(person) != "Person":
        return False
    if all(_is_spoken_of(discourse, anaphor, subject) for subject in _subjects_up_to(discourse, last)):
        return False
    since = discourse.candidates[last.index + 1 : anaphor.index]
    return not any(_may_continue(discourse, anaphor, one) for one in since)


def is_topic_of_text(discourse: Discourse, anaphor: Candidate, topic: Candidate) -> bool:
    """Return whether "it" can refer to the topic, a main subject when last mentioned: "*The urn* is old".

    The topic is not a person. A quoted speaker may refer to something else, and what another owns is not its: "*Acme*
    wants France to cut its taxes".
    """
    last = _last_of_beginning(discourse, anaphor, topic) if discourse.broad_type(topic) != "Person" else None
    if last is None or discourse.speech_around(anaphor) not in {None, discourse.speech_around(last)}:
        return False
    if _is_owned_by_another(discourse, anaphor, topic) or any(_other_sources(discourse, anaphor, topic)):
        return False
    return any(subject.token.governor.function == "main" for subject in _subjects_up_to(discourse, last))


def is_organization_of_text(discourse: Discourse, anaphor: Candidate, topic: Candidate) -> bool:
    """Return whether "its", or "it" as a subject, can refer to the organization that is the topic of the text.

    It does not if the subject of its own clause may be the owner: "*Acme* wants France to cut its taxes".
    """
    begins = discourse.cluster(topic).members[0].sentence <= BEGINNING + 1
    acts = anaphor.is_subject or anaphor.token.function == "possessor"
    organization = begins and acts and discourse.broad_type(topic) == "Organization"
    open_ = organization and not _is_owned_by_another(discourse, anaphor, topic)
    return open_ and not any(_other_sources(discourse, anaphor, topic))


def _other_sources(discourse: Discourse, mention: Candidate, topic: Candidate) -> Iterator[Candidate]:
    """Yield other sources of the clause around a mention that it may refer to: "*Bolt* said its mill had closed".

    The subject of an expectation is one, too: "*analysts* expect it to fall".
    """
    sources = (source for word in tellers(mention.token) if (source := discourse.at(word)) is not None)
    yield from (source for source in sources if not discourse.are_one(source, topic))


def _is_owned_by_another(discourse: Discourse, anaphor: Candidate, topic: Candidate) -> bool:
    """Return whether "its" can refer to the named subject of its own clause, which is another thing."""
    other = discourse.at(subject_of_owned(anaphor.token))
    if other is None or discourse.are_one(other, topic):
        return False
    return discourse.has_name(other) and agrees(discourse, anaphor, other)


def _last_of_beginning(discourse: Discourse, anaphor: Candidate, topic: Candidate) -> Candidate | None:
    """Return the last mention of the topic that a text begins with, if it is near."""
    members = discourse.members_before(topic, anaphor.index)
    near = members[0].sentence <= BEGINNING and anaphor.sentence - members[-1].sentence <= NEAR
    return members[-1] if near else None


def _subjects_up_to(discourse: Discourse, last: Candidate) -> list[Candidate]:
    """Return the subjects that refer to a thing, in the sentence of a mention of it, up to that mention."""
    members = discourse.members_before(last, last.index + 1)
    return [member for member in members if member.sentence == last.sentence and member.is_subject]


def _is_spoken_of(discourse: Discourse, anaphor: Candidate, subject: Candidate) -> bool:
    """Return whether another possible antecedent of "he" or "she" speaks of a person: "*Doe* said *Hahn* had left"."""
    others = _other_sources(discourse, subject, subject)
    persons = (source for source in others if discourse.broad_type(source) in PERSONS)
    return any(discourse.cluster(source).genders <= {anaphor.gender} for source in persons)


def _may_continue(discourse: Discourse, anaphor: Candidate, other: Candidate) -> bool:
    """Return whether a subject has a name, or is "who" after one, and "he" or "she" may refer to it."""
    named = other.is_subject and discourse.has_name(other) and discourse.broad_type(other) in PERSONS
    fits = named and discourse.cluster(other).genders <= {anaphor.gender}
    return fits and may_be_antecedent(discourse, anaphor, other)
