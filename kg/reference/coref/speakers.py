"""Links I and we to the speaker, and to the organization that the speaker speaks for."""

import itertools
import typing as t
from collections import defaultdict
from collections.abc import Iterable

from kg.grammar.antecedents import affiliations, affiliations_inside, called
from kg.grammar.parse import Token
from kg.lexicon import names, nouns
from kg.lexicon.gazetteer import country_meant
from kg.lexicon.noun_types import broad_type, means_person, noun_type, organization_type
from kg.lexicon.supersenses import noun_supersense
from kg.reference.coref.candidates import Candidate
from kg.reference.coref.discourse import Discourse
from kg.reference.coref.noun_phrases import NOUNS_BEFORE
from kg.reference.mentions import mention

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
    itself = speaker if type_ == "Organization" or several else None
    return itself or side_of(discourse, speaker) or _named_side(discourse, candidate, speaker)


def _named_side(discourse: Discourse, we: Candidate, speaker: Candidate) -> Candidate | None:
    """Return the one body whose speaker was named just before: "*Acme's* chief is Ana Silva. “We …”".

    A post counts in the whole text before. "We both" and "we all" often refer to others.
    """
    posts, members = nouns("type", "post"), discourse.members_before(speaker, we.index)
    near = (each for each in members if we.sentence - each.sentence <= NEAR or posts & each.descriptors)
    sides = [side for each in near if each.kind != "pronoun" and (side := side_of(discourse, each)) is not None]
    one = len({discourse.first(side.index) for side in sides}) == 1 and " " not in we.mention.words
    return sides[0] if one and (sides[0].kind == "name" or discourse.broad_type(sides[0]) == "Organization") else None


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
    sides, inside = (_sides(discourse, speaker, parts(speaker.token)) for parts in (affiliations, affiliations_inside))
    sides = sides or [each for each in inside if discourse.broad_type(each) != "Place"] or _implied(discourse, speaker)
    named = [each for each in sides if each.kind == "name"] or sides
    return named[0] if len({discourse.first(each.index) for each in named}) == 1 else None


def _sides(discourse: Discourse, speaker: Candidate, parts: Iterable[Token]) -> list[Candidate]:
    """Return the organizations, teams and states among the affiliations of a speaker who speaks for them."""
    named = ((part, entity) for part in parts if (entity := _named(discourse, part)) not in {None, speaker})
    entities = dict.fromkeys(entity for part, entity in named if _speaks_for(part, entity, discourse))
    return [each for each in entities if each.kind != "row" and discourse.broad_type(each) in SIDES]


def _named(discourse: Discourse, part: Token) -> Candidate | None:
    """Return the entity of an affiliation, or of its name elsewhere; of an adjective, as in "the *Dutch* minister"."""
    entity, adjective = discourse.at(part), part.function == "attribute"
    country = country_meant(part.text) if adjective else None
    if country is not None:
        return discourse.named(country) if part.governor.lemma_.lower() in names("title", "office") else None
    if entity is None and part.kind == "name" and part.function in NOUNS_BEFORE:
        return discourse.named(mention(part).words)
    return None if adjective and entity is not None and discourse.broad_type(entity) != "Organization" else entity


def _speaks_for(part: Token, entity: Candidate, discourse: Discourse) -> bool:
    """Return whether a role speaks for its affiliation: the mayor of Lyon for Lyon, a teacher from Lyon for nobody.

    A former mayor does not, nor a scholar for a university, a director for Asia or an office of state for its party or
    its subject: "Secretary of *Defense* for South Asia". A noun for a thing may be a person: "the Porto *star*".
    """
    above = itertools.takewhile(lambda each: each.kind != "verb", part.governors)
    role = next((each for each in above if each.kind == "name" or means_person(each.lemma_.lower())), part.governor)
    place = discourse.broad_type(entity) == "Place"
    if means_person(role.lemma_.lower()):
        apart = part.governor.lower_ == "from" or (place and part.governor.lower_ == "for")
    else:
        apart = place or role.kind != "name"
    former = any(word.lower_ == "former" for word in role.dependents_before)
    return not (apart or former or _is_no_side(discourse, entity, role.lemma_.lower()))


def _is_no_side(discourse: Discourse, entity: Candidate, role: str) -> bool:
    """Return whether a role never speaks for such a body: a minister for a party, a scholar for a university."""
    type_ = discourse.cluster(entity).type
    if type_ == "EducationalOrganization":
        return role not in nouns("type", "post")
    subject = type_ == "Organization" and noun_supersense(entity.form.rpartition(" ")[2]) is not None
    return role in names("title", "state") and (subject or type_ == "PoliticalParty")


def _implied(discourse: Discourse, speaker: Candidate) -> list[Candidate]:
    """Return the referent of a bare noun before a role: in "team captain" the most mentioned team, or the last."""
    parts = (part for noun in called(speaker.token) for part in noun.all("part of compound") if part.kind == "noun")
    nouns = [part.lemma_.lower() for part in parts if broad_type(noun_type(part.lemma_)) in SIDES]
    before = (c for c in discourse.candidates[: speaker.index] if c.kind == "name" or c.number == "singular")
    mentions = [c for c in before if nouns and nouns[0] in (c.form, *c.descriptors)]
    return [max(mentions, key=lambda c: (len(discourse.cluster(c).members), c.index))] if mentions else []
