"""Explanation of the claims of a text: the outcomes of its clauses, the rules that matched, and the weights."""

import typing as t
from collections.abc import Iterable
from dataclasses import dataclass

from kg.choices import DEFAULT_MIN_CONFIDENCE
from kg.extract.adapter import annotated_document
from kg.extract.claiming import Candidate, order
from kg.extract.outcomes import ReadClause, ReadText, read_text, unclaimed_sentences
from kg.extract.rules import claim_meanings, reason_meanings
from kg.extract.spoken_for import spoken_for
from kg.grammar.clause import Argument, Clause, Word
from kg.grammar.parse import TokenSpan
from kg.grammar.table import ParsedWord, parsed_words
from kg.lexicon.learned import learned
from kg.model import Claim, Document, Span
from kg.resolve import why_unresolved

if t.TYPE_CHECKING:
    from spacy.tokens import Doc

    from kg.reference.annotated import AnnotatedDocument

MOST_WEIGHTY: t.Final = 5
LEARNED: t.Final = "weights"
"""The source of the arguments of event nouns: learned weights instead of a rule."""
BELOW_THRESHOLD: t.Final = "confidence below the threshold"
UNRESOLVED: t.Final = "only claims that cannot be in the graph"


@dataclass(frozen=True, slots=True)
class ExplainedArgument:
    """An argument of a clause: its role, its opening words, its text, and the rule that filled it in, or ""."""

    role: str
    marker: str
    text: str
    filled_by: str
    sure: float


@dataclass(frozen=True, slots=True)
class RuleMeaning:
    """A rule with its name and its description."""

    name: str
    meaning: str


@dataclass(frozen=True, slots=True)
class ExplainedClause:
    """A clause with its outcome, and the rules or the reason for it.

    `predicate` has its words, `link` describes its link to the clause above. If `becomes` is "statement", `rules`
    are the rules that made it; else it is the reason for no statement, and `rules` has the description of the reason.
    """

    predicate: str
    kind: str
    link: str
    becomes: str
    rules: tuple[RuleMeaning, ...]
    arguments: tuple[ExplainedArgument, ...]
    unread: tuple[str, ...]
    certainty: float


@dataclass(frozen=True, slots=True)
class Weight:
    """A feature of a claim, and its contribution to the log-odds of the confidence."""

    feature: str
    weight: float


@dataclass(frozen=True, slots=True)
class ExplainedClaim:
    """A claim by a rule, and why it was kept or left out.

    `meaning` is the description of the rule, `cues` are the words of the claim's factuality, `unread` the words of its
    clause that are not in the claim. `raised` and `lowered` are the features that moved the confidence most, strongest
    first; `rejection` is None if the claim was kept.
    """

    claim: Claim
    status: str
    meaning: str
    cues: tuple[str, ...]
    unread: tuple[str, ...]
    raised: tuple[Weight, ...]
    lowered: tuple[Weight, ...]
    rejection: str | None = None


@dataclass(frozen=True, slots=True)
class ExplainedSentence:
    """A sentence with its parse, its clauses and all its claims; `unclaimed` is the reason why none was kept."""

    span: Span
    text: str
    words: tuple[ParsedWord, ...]
    clauses: tuple[ExplainedClause, ...]
    claims: tuple[ExplainedClaim, ...]
    unclaimed: str | None

    @property
    def kept(self) -> tuple[ExplainedClaim, ...]:
        """The claims that can be part of a graph."""
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


def explanation(doc: "AnnotatedDocument | Doc", *, min_confidence: float = DEFAULT_MIN_CONFIDENCE) -> Explanation:
    """Return an explanation of how the built-in rules read a document.

    Args:
        doc: an annotated document, or a Doc as `annotate` yields it.
        min_confidence: claims below this confidence, in [0, 1], are rejected.
    """
    annotated = annotated_document(doc)
    parse = annotated.parse
    read = read_text(parse)
    found = {candidate.claim: candidate for candidate in read.candidates()}
    confident = [claim for claim in found if claim.evidence.confidence >= min_confidence]
    rejections = {claim: BELOW_THRESHOLD for claim in found if claim.evidence.confidence < min_confidence}
    chains = spoken_for(read.text, annotated.chains).among(annotated.chains)
    rejections |= dict(why_unresolved(confident, chains))
    explained = [_explained(candidate, parse.document.text, rejections) for candidate in found.values()]
    silent = {unclaimed.span: unclaimed.reason for unclaimed in unclaimed_sentences(read, confident, doubtful=found)}
    sentences = tuple(_sentence(sentence, read, explained, silent) for sentence in parse.sents)
    return Explanation(parse.document, min_confidence, sentences)


def _sentence(
    sentence: TokenSpan, read: ReadText, explained: Iterable[ExplainedClaim], silent: t.Mapping[Span, str]
) -> ExplainedSentence:
    span = read.text.span(sentence.start, sentence.end)
    claims = sorted(
        (each for each in explained if each.claim.evidence.span == span),
        key=lambda each: (order(each.claim), repr(each.claim)),
    )
    lost = UNRESOLVED if all(each.rejection for each in claims) else None
    clauses = tuple(_clause(read, each) for each in read.inside(sentence.start, sentence.end))
    words = tuple(parsed_words(sentence))
    return ExplainedSentence(span, sentence.text, words, clauses, tuple(claims), silent.get(span, lost))


def _clause(read: ReadText, found: ReadClause) -> ExplainedClause:
    clause = found.clause
    names, meanings = (found.rules, claim_meanings()) if found.states else ((found.becomes,), reason_meanings())
    return ExplainedClause(
        predicate=_joined(clause.words),
        kind=clause.kind,
        link=clause.link.kind,
        becomes=found.becomes,
        rules=tuple(RuleMeaning(name, meanings.get(name, "")) for name in names),
        arguments=tuple(_argument(read, argument, clause) for argument in clause.arguments),
        unread=tuple(word.text for word in clause.unread),
        certainty=clause.certainty,
    )


def _argument(read: ReadText, argument: Argument, clause: Clause) -> ExplainedArgument:
    text = read.text.parse[argument.start : argument.end].text
    filled_by = LEARNED if clause.kind == "noun" else argument.shared  # for a noun it is a path through the parse
    return ExplainedArgument(argument.role, _joined(argument.marker), text, filled_by, argument.sure)


def _joined(words: Iterable[Word]) -> str:
    return " ".join(word.text for word in words)


def _explained(candidate: Candidate, text: str, rejections: t.Mapping[Claim, str]) -> ExplainedClaim:
    claim = candidate.claim
    return ExplainedClaim(
        claim,
        claim.status,
        claim_meanings().get(claim.evidence.rule, ""),
        tuple(text[cue.start : cue.end] for cue in claim.cues),
        tuple(text[span.start : span.end] for span in claim.evidence.unread),
        *weightiest(candidate.features),
        rejections.get(claim),
    )


def weightiest(features: Iterable[str]) -> tuple[tuple[Weight, ...], tuple[Weight, ...]]:
    """Return the features that raise and lower the confidence most, at most `MOST_WEIGHTY` of each."""
    table = learned("confidence")
    weights = (Weight(name, table.get(name, 0.0)) for name in features)
    weighed = sorted(weights, key=lambda each: (-abs(each.weight), each.feature))
    raised = tuple(each for each in weighed if each.weight > 0)
    lowered = tuple(each for each in weighed if each.weight < 0)
    return raised[:MOST_WEIGHTY], lowered[:MOST_WEIGHTY]
