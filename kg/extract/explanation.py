"""Why a text gave the claims that it gave: its parse, the rules that fired, the weights that counted."""

import typing as t
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from spacy.tokens import Doc

from kg.extract import DEFAULT_MIN_CONFIDENCE, doc_readings, winner
from kg.extract.claiming import Candidate
from kg.extract.confidence import weights
from kg.extract.nouns import NOUN_RULES
from kg.extract.rivals import RIVAL_RULES, Readings
from kg.extract.silence import silences
from kg.extract.subjects import SUBJECT_RULES
from kg.grammar.parse import TokenSpan, parse_of
from kg.model import Chain, Claim, Document, Mention, Span
from kg.resolve import unresolved
from kg.resolve.chains import LITERAL_KINDS, is_pronominal

MOST_WEIGHTY: t.Final = 5
BELOW_THRESHOLD: t.Final = "confidence below the threshold"
LITERAL_SUBJECT: t.Final = "the subject or speaker is a time, a value or a phrase"
SAME_THING: t.Final = "the subject and the object are the same thing"
UNRESOLVED: t.Final = "only claims that cannot stand in a graph"
RULE_MEANINGS: t.Final[t.Mapping[str, str]] = {
    name: (rule.__doc__ or "").split("\n")[0]
    for name, rule in (
        *SUBJECT_RULES.items(),
        *((n, r) for n, (r, _) in RIVAL_RULES.items()),
        *((rule.__name__.replace("_", "-"), rule) for rule in NOUN_RULES),
    )
}
"""The first sentence of the docstring of each rule that a claim can come from, by its name in the evidence."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word in the dependency parse of its sentence: words count from 1, and the head of the root is 0.

    `repair` names what put the parser's own head and dependency right, or is "".
    """

    number: int
    text: str
    tag: str
    dependency: str
    head: int
    repair: str = ""


@dataclass(frozen=True, slots=True)
class Weight:
    """A feature of a claim, and what it adds to the log-odds of its confidence."""

    feature: str
    weight: float


@dataclass(frozen=True, slots=True)
class ExplainedClaim:
    """A claim that a rule made, and why it was kept or left out.

    `meaning` is what the rule says of itself, `cues` are the words of the claim's factuality, `raised` and `lowered`
    the features that moved the confidence most, the weightiest first; `rejection` is None where the claim was kept.
    """

    claim: Claim
    meaning: str
    cues: tuple[str, ...]
    raised: tuple[Weight, ...]
    lowered: tuple[Weight, ...]
    rejection: str | None = None


@dataclass(frozen=True, slots=True)
class ExplainedSentence:
    """A sentence with its parse and all claims that the rules made of it; `silence` says why none was kept."""

    span: Span
    text: str
    words: tuple[Word, ...]
    claims: tuple[ExplainedClaim, ...]
    silence: str | None

    @property
    def kept(self) -> tuple[ExplainedClaim, ...]:
        """The claims that can stand in a graph."""
        return tuple(explained for explained in self.claims if explained.rejection is None)

    @property
    def rejected(self) -> tuple[ExplainedClaim, ...]:
        """The claims that were left out."""
        return tuple(explained for explained in self.claims if explained.rejection is not None)


@dataclass(frozen=True, slots=True)
class Explanation:
    """How the built-in rules read a text, sentence by sentence."""

    document: Document
    min_confidence: float
    sentences: tuple[ExplainedSentence, ...]


def explanation(doc: Doc, *, min_confidence: float = DEFAULT_MIN_CONFIDENCE) -> Explanation:
    """Return how the built-in rules read a Doc.

    Args:
        doc: a Doc as `annotate` yields it.
        min_confidence: claims below this confidence, in [0, 1], are rejected.
    """
    parse, rivals = parse_of(doc), tuple(doc_readings(doc))
    found = {candidate.claim: candidate for each in rivals for reading in each for candidate in reading}
    outdone = dict(_outdone(rivals))
    sure = [c for c in found if c not in outdone and c.evidence.confidence >= min_confidence]
    lost = dict(_losses(sure, doc._.kg_chains))
    doubtful = {claim: BELOW_THRESHOLD for claim in found if claim.evidence.confidence < min_confidence}
    explained = [_explained(candidate, parse.document.text, doubtful | lost | outdone) for candidate in found.values()]
    silent = {silence.span: silence.reason for silence in silences(parse, sure, doubtful=found)}
    return Explanation(
        parse.document, min_confidence, tuple(_sentence(sentence, explained, silent) for sentence in parse.sents)
    )


def _outdone(predicates: Iterable[Readings]) -> Iterator[tuple[Claim, str]]:
    """Yield the claims that only readings make which lose against a rival, and whom the rival is about."""
    best = [(winner(rivals), rivals) for rivals in predicates]
    kept = {candidate.claim for won, _ in best for candidate in won}
    for won, rivals in best:
        reason = f'a rival reading is likelier, which is about "{won[0].claim.subject.text}"'
        yield from ((c.claim, reason) for reading in rivals for c in reading if c.claim not in kept)


def _sentence(
    sentence: TokenSpan, explained: Iterable[ExplainedClaim], silent: t.Mapping[Span, str]
) -> ExplainedSentence:
    span = sentence.doc.span(sentence.start, sentence.end)
    claims = sorted((each for each in explained if each.claim.evidence.span == span), key=_text_order)
    lost = UNRESOLVED if all(each.rejection for each in claims) else None
    return ExplainedSentence(span, sentence.text, tuple(_words(sentence)), tuple(claims), silent.get(span, lost))


def _text_order(explained: ExplainedClaim) -> tuple[int, int, str, str]:
    claim = explained.claim
    return claim.subject.head, claim.object.head, claim.relation, repr(claim)


def _words(sentence: TokenSpan) -> Iterator[Word]:
    for token in sentence:
        head = 0 if token.head == token else token.head.i - sentence.start + 1
        yield Word(
            token.i - sentence.start + 1, token.text, token.tag_, token.dep_, head, token.doc.repaired.get(token.i, "")
        )


def _explained(candidate: Candidate, text: str, rejections: t.Mapping[Claim, str]) -> ExplainedClaim:
    claim = candidate.claim
    return ExplainedClaim(
        claim,
        RULE_MEANINGS[claim.evidence.rule],
        tuple(text[cue.start : cue.end] for cue in claim.cues),
        *weightiest(candidate.features),
        rejections.get(claim),
    )


def weightiest(features: Iterable[str]) -> tuple[tuple[Weight, ...], tuple[Weight, ...]]:
    """Return the features that raise and those that lower the confidence most, at most `MOST_WEIGHTY` each."""
    table = weights()
    weighed = sorted(
        (Weight(name, table.get(name, 0.0)) for name in features), key=lambda w: (-abs(w.weight), w.feature)
    )
    raised = tuple(each for each in weighed if each.weight > 0)
    lowered = tuple(each for each in weighed if each.weight < 0)
    return raised[:MOST_WEIGHTY], lowered[:MOST_WEIGHTY]


def _losses(claims: Iterable[Claim], chains: Iterable[Chain]) -> Iterator[tuple[Claim, str]]:
    """Yield the claims that resolving leaves out, and why."""
    chains = tuple(chains)
    chain_of = {mention.key: chain for chain in chains for mention in chain}
    for claim in unresolved(claims, chains):
        sources = [mention for mention in (claim.subject, claim.speaker, claim.denied_by) if mention is not None]
        pronoun = next((m for m in (*sources, claim.object) if _is_unexplained(m, chain_of)), None)
        if pronoun is not None:
            yield claim, f'nothing tells what the pronoun "{pronoun.text}" stands for'
        else:
            yield claim, LITERAL_SUBJECT if any(m.kind in LITERAL_KINDS for m in sources) else SAME_THING


def _is_unexplained(mention: Mention, chain_of: t.Mapping[tuple[str, int], Chain]) -> bool:
    return is_pronominal(chain_of.get(mention.key, (mention,)))
