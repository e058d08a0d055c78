"""Who I and we are: the speaker, and those for whom the speaker speaks."""

import itertools
import typing as t
from collections.abc import Iterator

from kg.grammar.parse import Token
from kg.lexicon.noun_types import broad_type, noun_type, organization_type
from kg.reference.coref.candidates import NOUNS_BEFORE, Candidate
from kg.reference.coref.discourse import Discourse

SIDES: t.Final = frozenset({"Organization", "Place", "Group"})


def speakers(discourse: Discourse) -> None:
    """Unite I with the person who speaks, we with the organization that speaks or is spoken for, you with who hears."""
    for candidate in discourse.candidates:
        meant = meant_by_speaker(discourse, candidate)
        if meant is not None:
            discourse.unite(meant, candidate)


def meant_by_speaker(discourse: Discourse, candidate: Candidate) -> Candidate | None:
    """Return what I, we or you mean in a speech whose speaker or hearer is told; of other candidates None."""
    pronoun, speech = candidate.pronoun, discourse.speech_around(candidate)
    if pronoun is None or speech is None or pronoun.person not in {1, 2}:
        return None
    if pronoun.person == 2:
        return discourse.at_index(speech.hearer)
    speaker = discourse.at_index(speech.speaker)
    if speaker is None:
        return None
    if pronoun.number == "singular":  # who says I is a person, whatever its label
        return speaker if organization_type(speaker.mention.words) is None else None
    return speaker if discourse.broad_type(speaker) == "Organization" else side_of(discourse, speaker)


def side_of(discourse: Discourse, speaker: Candidate) -> Candidate | None:
    """Return the one organization, team or state whose speaker it is: "Acme's chief", "a spokesman for Acme"."""
    found = dict.fromkeys(_belongings(discourse, speaker))
    sides = [c for c in found if discourse.broad_type(c) in SIDES] or _implied(discourse, speaker)
    names = [c for c in sides if c.kind == "name"] or sides
    return names[0] if len({discourse.members(c)[0].index for c in names}) == 1 else None


def _belongings(discourse: Discourse, speaker: Candidate) -> Iterator[Candidate]:
    """Yield what belongs to who speaks: what has the nouns for it, stands before them or behind a preposition.

    Who is from a place does not speak for it: "a teacher from Lyon".
    """
    for child in itertools.chain.from_iterable(noun.dependents for noun in _called(speaker.token)):
        beside = [child] if child.function in {"possessor", *NOUNS_BEFORE} else []
        objects = child.all("object of preposition") if child.function == "preposition" else beside
        things = filter(None, map(discourse.at, objects))
        yield from (one for one in things if child.lower_ != "from" or discourse.broad_type(one) != "Place")


def _implied(discourse: Discourse, speaker: Candidate) -> list[Candidate]:
    """Return what a bare noun before a role means: of "team captain" the team that is spoken of most, or last."""
    before = (child for noun in _called(speaker.token) for child in noun.all("part of compound"))
    nouns = [child.lemma_.lower() for child in before if child.kind == "noun"]
    sides = [noun for noun in nouns if broad_type(noun_type(noun)) in SIDES]
    found = [c for c in discourse.candidates[: speaker.index] if sides and sides[0] in (c.form, *c.descriptors)]
    return [max(found, key=lambda c: (len(discourse.members(c)), c.index))] if found else []


def _called(token: Token) -> Iterator[Token]:
    """Yield a noun, its titles, and the nouns in apposition to it or that it stands in apposition to."""
    beside = {"apposition", *NOUNS_BEFORE}
    found = [child for child in token.dependents if child.function in beside]
    found += [token.governor] if token.function in beside else []
    yield from (token, *(noun for noun in found if noun.kind in {"noun", "name"}))
