"""All that the model reads of one document."""

from collections import defaultdict
from dataclasses import dataclass

from kg.annotate.coref.candidates import Candidate
from kg.annotate.coref.discourse import Discourse
from kg.annotate.coref.mentions import MentionTable, Voices, mention_table
from kg.annotate.coref.pairs import Pairs, pair_table
from kg.annotate.coref.speakers import side_of


@dataclass(frozen=True, eq=False, slots=True)
class Analysis:
    """The columns of the candidates and of their pairs."""

    mentions: MentionTable
    pairs: Pairs


def analyse(discourse: Discourse) -> Analysis:
    """Return the columns of a document's candidates; they do not depend on what is united."""
    found = discourse.candidates
    mentions = mention_table(discourse.tokens, found, [_voices(discourse, candidate) for candidate in found])
    described: defaultdict[str, set[str]] = defaultdict(set)
    for candidate in found:
        if candidate.kind == "name":
            described[candidate.form].update(candidate.descriptors)
    nouns = [frozenset(described[c.form]) if c.kind == "name" else frozenset() for c in found]
    return Analysis(mentions, pair_table(mentions, found, nouns))


def _voices(discourse: Discourse, candidate: Candidate) -> Voices:
    """Return the number of the speech that a candidate stands in, and the rows of those who speak and hear it."""
    number = discourse.speech_of.get(candidate.token.i)
    if number is None:
        return Voices()
    speech = discourse.speeches[number]
    speaker, hearer = discourse.at_index(speech.speaker), discourse.at_index(speech.hearer)
    side = side_of(discourse, speaker) if speaker is not None else None
    return Voices(number, *(found.index if found is not None else -1 for found in (speaker, hearer, side)))
