"""All that the model reads of one document: the columns of its candidates and of their pairs."""

from collections import defaultdict
from collections.abc import Sequence

from kg.reference.coref.candidates import Candidate
from kg.reference.coref.discourse import Discourse
from kg.reference.coref.entities import entities_of
from kg.reference.coref.mentions import MentionTable, Voices, mention_table
from kg.reference.coref.names import persons_meant
from kg.reference.coref.pairs import Pairs, pair_table
from kg.reference.coref.speakers import side_of


def mentions_of(discourse: Discourse) -> MentionTable:
    """Return the columns of a document's candidates, before any are united."""
    voices = [_voices(discourse, number) for number in range(len(discourse.speeches))]
    numbers = [discourse.speech_of.get(candidate.token.i) for candidate in discourse.candidates]
    silent = Voices()
    told = [silent if number is None else voices[number] for number in numbers]
    return mention_table(discourse.tokens, discourse.candidates, told, persons_meant(discourse.names))


def pairs_of(discourse: Discourse, mentions: MentionTable, anaphors: Sequence[Candidate]) -> Pairs:
    """Return the pairs of some candidates, in text order, with those before them; they do not depend on clusters."""
    described: defaultdict[str, set[str]] = defaultdict(set)
    names = [candidate for candidate in discourse.candidates if candidate.kind == "name"]
    for name in names:
        described[name.form].update(name.descriptors)
    nouns = {name.index: described[name.form] for name in names}
    entities = entities_of(discourse, persons_meant(discourse.names))
    return pair_table(mentions, discourse.candidates, [anaphor.index for anaphor in anaphors], nouns, entities)


def _voices(discourse: Discourse, number: int) -> Voices:
    """Return the number of a speech, and the rows of those who speak and hear it."""
    speech = discourse.speeches[number]
    speaker, hearer = discourse.at_index(speech.speaker), discourse.at_index(speech.hearer)
    side = side_of(discourse, speaker) if speaker is not None else None
    return Voices(number, *(found.index if found is not None else -1 for found in (speaker, hearer, side)))
