"""The rules in the order in which they are applied: the more precise, the earlier."""

import typing as t
from collections.abc import Callable

from spacy.tokens import Doc

from kg.annotate.coref.candidates import Candidate
from kg.annotate.coref.constructions import appositions, reflexive_pronouns, relative_pronouns
from kg.annotate.coref.discourse import Discourse
from kg.annotate.coref.names import equal_names, initials, short_names, surnames, unmarked_names
from kg.annotate.coref.nominals import resolve_description
from kg.annotate.coref.pronouns import resolve_pronoun
from kg.annotate.coref.quotations import speakers
from kg.lexicon.gazetteer import Gazetteer, default_gazetteer
from kg.model import Chain

PRECISE: t.Final[tuple[Callable[[Discourse], None], ...]] = (
    equal_names,
    surnames,
    short_names,
    unmarked_names,
    initials,
    appositions,
    relative_pronouns,
    reflexive_pronouns,
)
ANAPHORA: t.Final[t.Mapping[str, Callable[[Discourse, Candidate], None]]] = {
    "pronoun": resolve_pronoun,
    "nominal": resolve_description,
}
FINAL: t.Final[tuple[Callable[[Discourse], None], ...]] = (speakers,)


def coreference(doc: Doc, *, gazetteer: Gazetteer | None = None) -> tuple[Chain, ...]:
    """Return the mentions of a Doc in chains of one thing each, by rules that rather leave a mention alone than err.

    After Raghunathan et al. 2010, "A Multi-Pass Sieve for Coreference Resolution": each rule sees what the earlier ones
    united. The pronouns and descriptions are resolved from left to right, so that one can lean on the other.

    Args:
        doc: a parsed Doc; its times are already written on it.
        gazetteer: things known beforehand; None takes the one that comes with the package.

    Returns:
        the chains in text order; names and unresolved pronouns also stand alone, descriptions only with others.
    """
    discourse = Discourse(doc, default_gazetteer() if gazetteer is None else gazetteer)
    for rule in PRECISE:
        rule(discourse)
    for candidate in discourse.candidates:
        resolve = ANAPHORA.get(candidate.kind)
        if resolve is not None:
            resolve(discourse, candidate)
    for rule in FINAL:
        rule(discourse)
    clusters = (cluster.members for cluster in discourse.clusters())
    kept = (members for members in clusters if len(members) > 1 or members[0].kind != "nominal")
    return tuple(tuple(member.mention for member in members) for members in kept)
