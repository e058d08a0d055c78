"""Apply decisions about single places in the texts: mentions that are split off, and claims that are wrong."""

import typing as t
from collections.abc import Iterable, Iterator, Mapping, Sequence

from kg.identifiers import digest
from kg.model import Chain, Claim, ClaimReference, Decision, Document, Mention
from kg.resolve.relations import relation_name
from kg.resolve.splitting import split_by_entity

Splits: t.TypeAlias = Mapping[str, str]
"""For the place of each split-off mention, the text that distinguishes it: the decisions that name it."""


def splits_of(decisions: Iterable[Decision]) -> Splits:
    """Return the group of each place that decisions split off; a place in several decisions gets all of them."""
    found: dict[str, list[str]] = {}
    for decision in sorted(set(decisions)):
        if decision.kind == "split":
            for name in decision.names:
                found.setdefault(name, []).append(digest(*decision.names))
    return {name: "+".join(sorted(set(names))) for name, names in found.items()}


def divided(chains: Sequence[Chain], splits: Splits) -> tuple[Chain, ...]:
    """Return the chains, with those that contain split-off mentions divided into these and the rest."""
    if not splits:
        return tuple(chains)
    parts = (part for chain in chains for undivided in _divided(chain, splits) for part in split_by_entity(undivided))
    return tuple(sorted(parts, key=lambda chain: (chain[0].span, chain[0].head)))


def _divided(chain: Chain, splits: Splits) -> Iterator[Chain]:
    by_split: dict[str, list[Mention]] = {}
    for mention in chain:
        by_split.setdefault(splits.get(mention.span.reference, ""), []).append(mention)
    yield from map(tuple, by_split.values())


def without_wrong(claims: Iterable[Claim], decisions: Iterable[Decision], documents: Iterable[Document]) -> list[Claim]:
    """Return the claims that no decision marks as wrong."""
    wrong = {_folded(decision.claim) for decision in decisions if decision.claim is not None}
    if not wrong:
        return list(claims)
    about = {reference.document for reference in wrong}
    texts = {document.id: document.text for document in documents if document.id in about}
    return [claim for claim in claims if wrong.isdisjoint(_references(claim, texts))]


def _references(claim: Claim, texts: Mapping[str, str]) -> Iterator[ClaimReference]:
    """Yield the ways in which a decision can quote a claim: without its object, and with it."""
    span = claim.evidence.span
    if span.document in texts:
        sentence = texts[span.document][span.start : span.end]
        quoted = (span.document, sentence, claim.relation, claim.subject.text)
        yield _folded(ClaimReference(*quoted))
        if claim.object is not None:
            yield _folded(ClaimReference(*quoted, claim.object.text))


def _folded(claim: ClaimReference) -> ClaimReference:
    """Return a reference with single spaces, so that line breaks in a text make no difference."""
    subject, object_, sentence = (" ".join(text.split()) for text in (claim.subject, claim.object, claim.sentence))
    return ClaimReference(claim.document, sentence, relation_name(claim.relation), subject, object_)
