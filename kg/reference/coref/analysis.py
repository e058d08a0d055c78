"""All that the model reads of one document: the columns of its candidates and of their pairs."""

from collections.abc import Sequence

from kg.reference.coref.candidates import Candidate
from kg.reference.coref.columns import Scheme
from kg.reference.coref.discourse import Discourse
from kg.reference.coref.entities import entities_of
from kg.reference.coref.mentions import MentionTable, mention_table
from kg.reference.coref.names import persons_meant
from kg.reference.coref.pairs import Pairs, pair_table


def mentions_of(discourse: Discourse, scheme: Scheme = "news") -> MentionTable:
    """Return the columns of a document's candidates, before any are united.

    Args:
        discourse: the document.
        scheme: of which annotators the networks are to do as they do.
    """
    speeches = [discourse.speech_of.get(candidate.token.i, -1) for candidate in discourse.candidates]
    return mention_table(discourse.tokens, discourse.candidates, speeches, persons_meant(discourse), scheme)


def pairs_of(discourse: Discourse, mentions: MentionTable, anaphors: Sequence[Candidate]) -> Pairs:
    """Return the pairs of some candidates, in text order, with those before them; they do not depend on clusters."""
    entities = entities_of(discourse, persons_meant(discourse))
    return pair_table(mentions, discourse.candidates, [anaphor.index for anaphor in anaphors], entities)
