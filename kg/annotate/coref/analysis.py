"""All that the model reads of one document."""

from collections import defaultdict
from dataclasses import dataclass

from kg.annotate.coref.discourse import Discourse
from kg.annotate.coref.mentions import MentionTable, mention_table
from kg.annotate.coref.pairs import Pairs, pair_table
from kg.annotate.coref.quotations import speaker_of


@dataclass(frozen=True, eq=False, slots=True)
class Analysis:
    """The columns of the candidates and of their pairs."""

    mentions: MentionTable
    pairs: Pairs


def analyse(discourse: Discourse) -> Analysis:
    """Return the columns of a document's candidates; they do not depend on what is united."""
    quotation_of: dict[int, int] = {}
    speakers: dict[int, int] = {}
    for number, quotation in enumerate(discourse.quotations):
        quotation_of.update(dict.fromkeys(range(quotation.start, quotation.end), number))
        speaker = speaker_of(discourse, quotation)
        if speaker is not None:
            speakers[number] = speaker.index
    found = discourse.candidates
    mentions = mention_table(discourse.tokens, found, quotation_of, speakers)
    described: defaultdict[str, set[str]] = defaultdict(set)
    for candidate in found:
        if candidate.kind == "name":
            described[candidate.form].update(candidate.descriptors)
    nouns = [frozenset(described[c.form]) if c.kind == "name" else frozenset() for c in found]
    return Analysis(mentions, pair_table(mentions, found, nouns))
