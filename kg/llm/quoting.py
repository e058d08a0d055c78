"""Turn a model's proposals into claims, only if their words are in the sentence that they name."""

import itertools
import re
import typing as t
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from kg.extract.chains import arguments_of, chain_of, name_of
from kg.extract.outcomes import NO_FRAME, SAME_TWICE, ReadClause, ReadText
from kg.extract.reasons import NO_PARTICIPANT, STATEMENT
from kg.extract.standing import standing_of
from kg.extract.text import Text, is_nominal
from kg.grammar.clause import Phrase
from kg.llm.protocol import Proposal
from kg.model import Claim, Evidence, Mention, Rejection, Span

EXTRACTOR: t.Final = "llm"
ALONE: t.Final = 0.4
"""The confidence of a claim that only a model makes. It is not fitted to any measured quality."""
AGREED: t.Final = 0.5
"""The factor for the remaining doubt about a claim of the rules that a model makes too."""
STATING: t.Final = frozenset({STATEMENT, NO_PARTICIPANT, NO_FRAME, SAME_TWICE})
"""The outcomes of clauses that state something; in other clauses a model's claim would be too uncertain."""
Why = t.Literal[
    "no such sentence",
    "words that are not in the sentence",
    "words that overlap",
    "no entity among the words",
    "no predicate among the words",
    "the clause states nothing",
]


class Part(t.NamedTuple):
    """Words of a sentence: the numbers of the first word and of the one after the last."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Quoting:
    """The data for checking proposals: a document as the rules read it, by sentences."""

    read: ReadText
    sentences: Sequence[Part]
    rules: Mapping[Span, Sequence[Claim]]

    @property
    def text(self) -> Text:
        """The text with its clauses."""
        return self.read.text

    def claim(self, proposal: Proposal, first: int) -> Claim | Rejection:
        """Return the claim for a proposal, or why there is none.

        Args:
            proposal: the proposal of the model.
            first: the index of the sentence with the number 1.
        """
        place = first + proposal.sentence - 1
        if proposal.sentence < 1 or place >= len(self.sentences):
            return _rejected("no such sentence")
        sentence = self.sentences[place]
        quotes = [proposal.subject, proposal.predicate, *([] if proposal.object is None else [proposal.object])]
        parts = [part for part in (self._part(quote, sentence) for quote in quotes) if part is not None]
        if len(parts) < len(quotes):
            return _rejected("words that are not in the sentence")
        if _overlap(parts):
            return _rejected("words that overlap")
        phrases = [phrase for phrase in map(self._phrase, (parts[0], *parts[2:])) if phrase is not None]
        if len(phrases) < len(parts) - 1:
            return _rejected("no entity among the words")
        clause = next(iter(self.read.inside(*parts[1])), None)
        return _rejected("no predicate among the words") if clause is None else self._checked(clause, phrases, sentence)

    def _checked(self, read: ReadClause, phrases: Sequence[Phrase], sentence: Part) -> Claim | Rejection:
        mentions = [self.text.mention(phrase.head) for phrase in phrases]
        spans = [Part(mention.span.start, mention.span.end) for mention in mentions]
        if read.becomes not in STATING:
            return _rejected("the clause states nothing")
        if mentions[0].kind in {"time", "value"}:
            return _rejected("no entity among the words")
        if _overlap(spans):
            return _rejected("words that overlap")
        return self._agreed(read, mentions, sentence) or self._unconfirmed(read, phrases, mentions, sentence)

    def _part(self, quote: str, sentence: Part) -> Part | None:
        """Return the first occurrence of whole words in a sentence, ignoring white space."""
        words, span = [re.escape(word) for word in quote.split()], self.text.span(*sentence)
        document = self.text.parse.document.text
        starts = {self.text.word(index).start: index for index in range(*sentence)}
        ends = {self.text.word(index).end: index + 1 for index in range(*sentence)}
        for found in re.compile(r"\s+".join(words)).finditer(document, span.start, span.end) if words else ():
            if found.start() in starts and found.end() in ends:
                return Part(starts[found.start()], ends[found.end()])
        return None

    def _phrase(self, part: Part) -> Phrase | None:
        """Return the widest phrase whose head is among some words."""
        words = (self.text.word(index) for index in range(*part))
        phrases = [self.text.phrase(word) for word in words if is_nominal(word)]
        return max(phrases, key=lambda phrase: (phrase.end - phrase.start, -phrase.head.index), default=None)

    def _agreed(self, read: ReadClause, mentions: Sequence[Mention], sentence: Part) -> Claim | None:
        """Return the claim of the rules with the same content, with a higher confidence."""
        ends, head = [mention.key for mention in mentions], read.clause.head
        for claim in self.rules.get(self.text.span(*sentence), ()):
            claimed = [claim.subject.key, *([] if claim.object is None else [claim.object.key])]
            if claimed == ends and any(span.start <= head.start < span.end for span in claim.predicate):
                confidence = round(1 - (1 - claim.evidence.confidence) * AGREED, 4)
                return replace(claim, evidence=replace(claim.evidence, extractor=EXTRACTOR, confidence=confidence))
        return None

    def _unconfirmed(
        self, read: ReadClause, phrases: Sequence[Phrase], mentions: Sequence[Mention], sentence: Part
    ) -> Claim:
        """Return the claim that only the model makes, with its status from the grammar."""
        text, chain = self.text, chain_of(self.text, read.clause)
        standing, similar = standing_of(text, chain, tuple(phrases)), next(iter(read.candidates), None)
        marker = [word for each in arguments_of(chain) if each.head == phrases[-1].head for word in each.marker]
        marker = marker if len(phrases) > 1 else []
        words = sorted([*chain.words, *marker], key=lambda word: word.index)
        return Claim(
            subject=mentions[0],
            relation=" ".join([name_of(chain), *(word.lower for word in marker)]),
            object=mentions[1] if len(mentions) > 1 else None,
            evidence=Evidence(text.span(*sentence), EXTRACTOR, "model", ALONE),
            negated=standing.negated,
            modality=standing.modality,
            speaker=text.mention(standing.speaker) if standing.speaker is not None else None,
            denied_by=text.mention(standing.denied_by) if standing.denied_by is not None else None,
            time=similar.claim.time if similar is not None else None,
            predicate=text.spans(words),
            cues=text.spans(standing.cues),
            phrase=" ".join(word.lower for word in words),
        )


def _rejected(why: Why) -> Rejection:
    return Rejection(why)


def _overlap(parts: Sequence[Part]) -> bool:
    """Return whether two spans overlap."""
    ordered = sorted(parts)
    return any(one.end > other.start for one, other in itertools.pairwise(ordered))
