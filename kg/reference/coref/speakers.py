"""Links I and we to the speaker, and to the organization that the speaker speaks for."""

import typing as t
from collections import defaultdict
from collections.abc import Iterator

from kg.grammar.antecedents import called
from kg.grammar.parse import Token
from kg.lexicon.noun_types import broad_type, noun_type, organization_type
from kg.lexicon.supersenses import noun_supersense
from kg.reference.coref.candidates import Candidate
from kg.reference.coref.discourse import Discourse
from kg.reference.coref.noun_phrases import NOUNS_BEFORE

NEAR: t.Final = 4
"""How many sentences before a "we" its speaker's organization may be named."""
SIDES: t.Final = frozenset({"Organization", "Place", "Group"})


def speakers(discourse: Discourse) -> None:
    """Link I to the person who speaks, and we to the organization that speaks or is spoken for."""
    for candidate in discourse.candidates:
        antecedent = first_person_antecedent(discourse, candidate)
        if antecedent is not None:
            discourse.unite(antecedent, candidate)
    _same_groups(discourse)


def _same_groups(discourse: Discourse) -> None:
    """Link an open "we" to the one thing to which the same speaker's "we" refers elsewhere.

    “We sell tea,” a spokesman for *Acme* said. He added: “*We* sell coffee.”
    """
    ours = [each for each in discourse.candidates if each.person == 1 and each.number == "plural"]
    voiced = ((we, speaker) for we in ours if (speaker := discourse.speaker_around(we)) is not None)
    spoken = [(we, discourse.cluster(we).first_noun, discourse.first(speaker.index)) for we, speaker in voiced]
    groups: defaultdict[int, set[Candidate]] = defaultdict(set)
    for _, group, voice in spoken:
        if group is not None:
            groups[voice].add(group)
    for we, group, voice in spoken:
        if group is None and len(groups[voice]) == 1:
            discourse.unite(*groups[voice], we)


def first_person_antecedent(discourse: Discourse, candidate: Candidate) -> Candidate | None:
    """Return the antecedent of I or we in a speech with a known speaker; None for other candidates."""
    speaker = discourse.speaker_around(candidate) if candidate.person == 1 else None
    if speaker is None:
        return None
    type_ = discourse.broad_type(speaker)
    if candidate.number == "singular":
        person = type_ == "Person" or speaker.gender is not None or _can_only_be_a_person(discourse, speaker)
        return speaker if person else None
    several = speaker.kind == "nominal" and speaker.number == "plural"  # "*the growers* said: “We sell tea.”"
    if type_ == "Organization" or several:
        return speaker
    return side_of(discourse, speaker) or _named_side(discourse, candidate, speaker)


def _named_side(discourse: Discourse, we: Candidate, speaker: Candidate) -> Candidate | None:
    """Return the one body whose speaker was named just before: "*Acme's* chief is Ana Silva. “We …”".

    "We both" and "we all" often refer to others.
    """
    near = (member for member in discourse.members(speaker) if 0 <= we.sentence - member.sentence <= NEAR)
    nouns = (member for member in near if member.kind != "pronoun")
    sides = [side for member in nouns if (side := side_of(discourse, member)) is not None]
    one = len({discourse.first(side.index) for side in sides}) == 1 and " " not in we.mention.words
    return sides[0] if one and discourse.broad_type(sides[0]) == "Organization" else None


def _can_only_be_a_person(discourse: Discourse, speaker: Candidate) -> bool:
    """Return whether a speaker who says I must be a person, whatever its label, since no organization or place does.

    So must a noun that is not a person by itself: "the Porto *star* said".
    """
    text = speaker.mention.words
    if speaker.kind == "nominal":
        return speaker.number == "singular" and discourse.broad_type(speaker) == "Thing"
    return speaker.kind == "name" and organization_type(text) is None and discourse.gazetteer.find(text) is None


def side_of(discourse: Discourse, speaker: Candidate) -> Candidate | None:
    """Return the one organization, team or state that a person speaks for: "Acme's chief", "a spokesman for Acme"."""
    own = ((role, entity) for role, entity in _belongings(discourse, speaker) if entity.kind != "row")
    entities = dict.fromkeys(entity for role, entity in own if _speaks_for(role, entity, discourse))
    sides = [c for c in entities if discourse.broad_type(c) in SIDES] or _implied(discourse, speaker)
    names = [c for c in sides if c.kind == "name"] or sides
    return names[0] if len({discourse.first(c.index) for c in names}) == 1 else None


def _speaks_for(role: Token, entity: Candidate, discourse: Discourse) -> bool:
    """Return whether a role speaks for a thing: the mayor of Lyon for Lyon, a teacher from Lyon for nobody.

    A former mayor does not; a noun for a thing may stand for a person who speaks for others: "the Porto *star*".
    """
    if any(word.lower_ == "former" for word in role.dependents_before):
        return False
    noun = role.lemma_.lower()
    human = "Person" in {broad_type(noun_type(noun)), (noun_supersense(noun) or "").title()}
    person = human and entity.token.governor.lower_ != "from"
    return person or (role.kind == "name" and discourse.broad_type(entity) != "Place")


def _belongings(discourse: Discourse, speaker: Candidate) -> Iterator[tuple[Token, Candidate]]:
    """Yield the possessors and affiliations of a speaker, each with the noun that has it."""
    for noun in called(speaker.token):
        for child in noun.dependents:
            inside = child.function == "possessor" or child.function in NOUNS_BEFORE or _is_party(discourse, child)
            parts = [child] if inside else child.all("object of preposition") if child.function == "preposition" else []
            entities = (entity for part in parts if (entity := discourse.at(part)) is not None)
            yield from ((noun, entity) for entity in entities if entity is not speaker)


def _is_party(discourse: Discourse, word: Token) -> bool:
    """Return whether an adjective before a noun is the name of an organization: "a *Conservative* spokesman"."""
    named = discourse.at(word) if word.function == "attribute" else None
    return named is not None and named.kind == "name" and discourse.broad_type(named) == "Organization"


def _implied(discourse: Discourse, speaker: Candidate) -> list[Candidate]:
    """Return the referent of a bare noun before a role: in "team captain" the most mentioned team, or the last."""
    parts = (part for noun in called(speaker.token) for part in noun.all("part of compound") if part.kind == "noun")
    nouns = [part.lemma_.lower() for part in parts if broad_type(noun_type(part.lemma_)) in SIDES]
    mentions = [c for c in discourse.candidates[: speaker.index] if nouns and nouns[0] in (c.form, *c.descriptors)]
    return [max(mentions, key=lambda c: (len(discourse.members(c)), c.index))] if mentions else []
