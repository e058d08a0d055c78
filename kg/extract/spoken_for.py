"""Referents of "we" in a quotation without a named group: the speaker, and the people represented.

In “*We* need a bridge,” Ana Silva said. “*Our* roads are old.” both refer to one group, "we (Ana Silva and others)".
A letter or report that a group writes about itself has such a group, too, named after the headline.
"""

import typing as t
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from kg.extract.text import Text
from kg.grammar.parse import Token
from kg.lexicon import words
from kg.lexicon.gazetteer import default_gazetteer
from kg.model import Chain, Claim, Literal, Mention, MentionKey
from kg.read import headline_span
from kg.reference.mentions import mention
from kg.reference.quotations import quotation_at
from kg.resolve.chains import is_pronominal
from kg.resolve.descriptions import SPOKEN_FOR, describing, is_open
from kg.resolve.identity import identify
from kg.resolve.summary import summary

WE: t.Final = words("pronoun", "1") & words("pronoun", "plural")
FEWEST_OWN: t.Final = 10
LEAST_OWN: t.Final = 0.03
"""The minimum number of "we" outside quotations, and its share of the words, in a text of a group about itself."""
MAX_SPEAKER_WORDS: t.Final = 7
"""The maximum length of a speaker's description in words; a longer one is cut after its noun."""


class SpokenFor(t.NamedTuple):
    """The groups of speakers, each as the chain of its mentions, and the speaker by the key of each mention."""

    groups: tuple[Chain, ...]
    speakers: Mapping[MentionKey, Mention]

    @property
    def referents(self) -> dict[MentionKey, Mention]:
        """The mentions of the groups by their keys."""
        return {each.key: each for group in self.groups for each in group}

    def among(self, chains: Iterable[Chain]) -> tuple[Chain, ...]:
        """Return chains with the groups; no other chain has their mentions."""
        others = (tuple(each for each in chain if each.key not in self.speakers) for chain in chains)
        return (*filter(None, others), *self.groups)

    def said_by_speaker(self, claim: Claim) -> Claim:
        """Return a claim of a group as a claim of its speaker: for "*we* think that it fell", said by Ana Silva."""
        speaker = self.speakers.get(claim.speaker.key) if claim.speaker is not None else None
        return claim if speaker is None else replace(claim, speaker=speaker)


def spoken_for(text: Text, chains: Iterable[Chain]) -> SpokenFor:
    """Return the group of each speaker whose "we" has no named group; its mentions have its name as value.

    A speaker that is only a pronoun has no group.
    """
    chain_of = {each.key: chain for chain in chains if not is_pronominal(chain) for each in chain}
    groups: dict[MentionKey, list[Mention]] = {}
    speakers: dict[MentionKey, Mention] = {}
    called: dict[MentionKey, Literal] = {}
    for we, speaker in _quoted(text):
        if we.key in chain_of or (speaker.key not in chain_of and is_open(speaker)):
            continue
        speaking = chain_of.get(speaker.key, (speaker,))
        first = speaking[0].key
        if first not in called:
            called[first] = Literal(f"{called_in_document(speaking)} and others")
        groups.setdefault(first, []).append(replace(we, type=SPOKEN_FOR, value=called[first]))
        speakers[we.key] = speaker
    own = tuple(we for we in _own(text) if we.key not in chain_of)
    if own:
        groups[own[0].key] = [*own]
        speakers |= {we.key: we for we in own}
    return SpokenFor(tuple(map(tuple, groups.values())), speakers)


def _own(text: Text) -> Iterator[Mention]:
    """Yield each "we" outside quotations, named after the headline, in a text that a group writes about itself."""
    document = text.parse.document
    own = [token for token in _plurals(text) if quotation_at(token) is None]
    often = len(own) >= max(FEWEST_OWN, LEAST_OWN * len(text.parse.tokens))
    title = headline_span(document) if often else None
    if title is not None:
        called = Literal(document.text[title.start : title.end])
        yield from (replace(we, type=SPOKEN_FOR, value=called) for we in map(mention, own))


def _quoted(text: Text) -> Iterator[tuple[Mention, Mention]]:
    """Yield each "we" in a quotation with a known speaker, and the mention of the speaker."""
    for token in _plurals(text):
        quotation = quotation_at(token)
        if quotation is not None and quotation.speaker is not None:
            yield mention(token), mention(text.parse.tokens[quotation.speaker])


def _plurals(text: Text) -> Iterator[Token]:
    """Yield each "we", "us" and "our" of a text, but not "US"."""
    plural = (token for token in text.parse.tokens if token.lower_ in WE)
    return (token for token in plural if mention(token).kind == "pronoun")


def called_in_document(speaking: Chain) -> str:
    """Return the name of a speaker or another entity in the document, else the fullest description."""
    called, _ = summary([identify(speaking, default_gazetteer())]).label_and_type()
    described = describing([speaking])
    if described is None or called.count(" ") < MAX_SPEAKER_WORDS or any(each.kind == "name" for each in speaking):
        return called
    head = described.text[described.head - described.span.start :].split()[0]
    return f"{called.partition(head)[0]}{head}"
