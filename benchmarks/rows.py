"""Extractions as positions of tokens: the basis of both views of the claims."""

import typing as t
from collections.abc import Iterable, Iterator
from dataclasses import replace

from benchmarks.phrases import NAMED, base_phrase, label, name_of
from benchmarks.syntax import complex_preposition, conjuncts, first_conjunct
from kg.grammar.parse import Parse, Token
from kg.model import Claim, Mention, Span
from kg.times import time_at

Words: t.TypeAlias = tuple[int, ...]
INCOMPLETE_NOUNS: t.Final = frozenset(
    {"each", "one", "some", "many", "most", "all", "any", "both", "none", "several", "few", "part", "portion", "number",
     "half", "majority", "variety", "series", "lot", "range", "group", "pair", "set", "kind", "type", "sort",
     "combination", "couple", "amount", "row", "total", "share", "proportion", "percentage", "fraction", "rest", "bulk",
     "handful", "dozen", "hundred", "thousand", "million", "billion", "piece", "array", "mix", "percent", "%", "form",
     "size", "strength", "magnitude", "presence", "absence", "lack", "degree", "level", "extent"}
)  # fmt: skip

"""Nouns that are incomplete without their of-phrase: parts, amounts and measures."""


class Row(t.NamedTuple):
    """One extraction; `inserted` are words that the relation needs and the sentence lacks: "be", "be in"."""

    confidence: float
    relation: Words
    arguments: tuple[Words, ...]
    inserted: str = ""


class ReadClaim(t.NamedTuple):
    """A claim with its words in the Doc: the grammatical subject and object are those of the sentence.

    A claim that was converted from passive to active is converted back. `what` is its object, or its first
    circumstance if it has none.
    """

    claim: Claim
    predicate: tuple[Token, ...]
    subject: Token
    object: Token
    what: Mention

    @property
    def verbs(self) -> Words:
        """The words of the predicate without its preposition."""
        kept = [w for w in self.predicate if not _is_preposition(w)]
        return tuple(w.i for w in kept or [w for w in self.predicate if w.pos_ == "VERB"])


def read_claims(doc: Parse, claims: Iterable[Claim]) -> Iterator[ReadClaim]:
    """Yield each claim with its words in `doc`; a row has two arguments, so claims with only one are left out.

    The sources of claims are left to `speech_rows`, and a claim that something is planned to the row of the plan.
    """
    claims = tuple(claims)
    reported = [claim for claim in claims if claim.speaker is not None]
    cues = {cue for claim in reported for cue in claim.cues if cue not in claim.predicate}
    for claim in map(_with_object, claims):
        if not cues.isdisjoint(claim.predicate) or _is_told_with_more(claim, claims):
            continue
        what = claim.object
        if what is None:
            continue
        subject, target = head_token(doc, claim.subject), head_token(doc, what)
        if claim.evidence.rule.endswith("role"):  # "be mayor of" Porto is read as "be" the mayor of Porto
            said = tokens(doc, claim.predicate)
            role = next(word for word in reversed(said) if not _is_preposition(word))
            inside = base_phrase(role)  # "became a *founding* justice of"
            verbs = tuple(word for word in said if word.pos_ in {"AUX", "VERB"} and word.i not in inside)
            if verbs or role.dep_ != "attr":
                yield ReadClaim(claim, verbs, subject, role, what)
            continue
        turned = claim.evidence.rule == "agent" and first_conjunct(subject).head.dep_ == "agent"
        pair = (target, subject) if turned else (subject, target)
        ends = (claim.subject.span, what.span)
        predicate = tuple(w for w in tokens(doc, claim.predicate) if not any(s.start <= w.offset < s.end for s in ends))
        yield ReadClaim(claim, predicate, *pair, what)


def _is_told_with_more(claim: Claim, claims: Iterable[Claim]) -> bool:
    """Return whether a claim's verb leads to that of another claim: "*plans* to sell" beside "plans to sell films"."""
    if claim.evidence.rule != "clause-as-object":
        return False
    own = _characters(claim)
    return any(own < _characters(other) for other in claims)


def _characters(claim: Claim) -> set[int]:
    return {i for span in claim.predicate for i in range(span.start, span.end)}


def _with_object(claim: Claim) -> Claim:
    """Return a claim with its first circumstance as the object, if it has none: "resigned on → Monday"."""
    if claim.object is not None or not claim.qualifiers:
        return claim
    first, *others = claim.qualifiers
    return replace(claim, object=first.value, qualifiers=tuple(others))


def head_token(doc: Parse, mention: Mention) -> Token:
    """Return the head word of a mention; the offsets of a benchmark's Doc are those of its own text."""
    token = next(token for token in doc if token.idx == mention.head)
    return token.head if token.dep_ == "cc" else token  # the head of a joint mention is the conjunction


def tokens(doc: Parse, spans: Iterable[Span]) -> list[Token]:
    """Return the tokens of the spans, in order."""
    return [token for span in spans for token in doc if span.start <= token.idx < span.end]


def _is_preposition(word: Token) -> bool:
    if word.dep_ in {"prep", "agent", "dative"} or (word.pos_ == "ADP" and word.dep_ == "pcomp"):
        return True
    return word.dep_ == "pobj" and complex_preposition(word.head) is not None


def marker_of(head: Token) -> Words:
    """Return the preposition, simple or complex, that governs the phrase of `head`."""
    top = first_conjunct(head)
    if top.dep_ not in {"pobj", "pcomp"}:
        return ()
    word = top.head
    marker = [word.i]
    while word.head.pos_ == "ADP" and word.head.i == word.i - 1 and word.dep_ in {"prep", "pcomp"}:
        word = word.head
        marker.insert(0, word.i)
    if word.dep_ == "prep" and word.head.dep_ == "pobj" and complex_preposition(word.head.head) == word:
        marker[:0] = [word.head.head.i, word.head.i]
    if word.dep_ == "prep" and word.lower_ == "of" and word.head.lower_ == "because":
        marker.insert(0, word.head.i)
    return tuple(marker)


def whole_phrase(head: Token, without: Iterable[int], *, alone: bool = False) -> Words:
    """Return the whole phrase of a head, without the given words; `alone` leaves out its conjuncts."""
    left_out, coordination = set(without), {"conj", "cc", "preconj"} if alone else set()
    found, queue = [], [head]
    while queue:
        token = queue.pop()
        if token.i not in left_out:
            found.append(token.i)
            queue += [c for c in token.children if not is_aside(c) and (token != head or c.dep_ not in coordination)]
    return _without_edges(head.doc, sorted(found))


def is_aside(token: Token) -> bool:
    """Return whether something only adds to the phrase before it: an apposition, or a clause after a comma."""
    if token.dep_ in {"parataxis", "appos"}:
        return True
    return token.dep_ in {"relcl", "acl"} and token.left_edge.i > 0 and token.left_edge.nbor(-1).text == ","


def _without_edges(doc: Parse, words: list[int]) -> Words:
    while words and doc[words[0]].dep_ in {"punct", "cc"} and doc[words[0]].text not in "\"'(":
        words = words[1:]
    while words and doc[words[-1]].dep_ in {"punct", "cc"} and doc[words[-1]].text not in "\"')":
        words = words[:-1]
    return tuple(words)


def named(head: Token) -> Words:
    """Return a subject as the label of a node, with its of-phrase."""
    whole = label(head)
    return tuple(range(min(whole.start, base_phrase(head).start), whole.stop))


def minimal(head: Token) -> Words:
    """Return the shortest complete phrase: a name, a base noun phrase, a partitive with its of-phrase."""
    start, end = base_phrase(head).start, head.i + 1
    name, time = name_of(head), time_at(head)
    if time is not None:
        return tuple(range(min(start, time.start), max(end, time.end)))
    if name is not None and head.ent_type_ in NAMED:
        end = max(end, name.stop)
    elif head.lemma_.lower() in INCOMPLETE_NOUNS or head.pos_ == "NUM":
        end = label(head).stop
    return tuple(i for i in range(start, end) if head.doc[i].text != "," or i >= head.i)


def kinds(head: Token) -> list[Words]:
    """Return the minimal phrases of coordinated modifiers: "food *and drink* products" are two."""
    words = minimal(head)
    first = next((c for c in head.lefts if c.dep_ in {"nmod", "compound"} and c.pos_ in {"NOUN", "PROPN"}), head)
    parts = [part for part in conjuncts(first) if part.i < head.i]
    if first == head or len(parts) < 2 or any(word.text == "&" for word in first.children):
        return [words]
    start, end = base_phrase(first).start, parts[-1].i
    return [tuple(i for i in words if not start <= i <= end or i in base_phrase(part)) for part in parts]


def speech_rows(doc: Parse, claims: Iterable[Claim], *, minimal_speaker: bool) -> Iterator[Row]:
    """Yield the sources of claims: the speaker, the reporting verb, and the clause that the claims were taken from."""
    seen = set()
    for claim in sorted((c for c in claims if c.speaker is not None), key=lambda c: -c.evidence.confidence):
        for verb in tokens(doc, claim.cues):
            clause = next((c for c in verb.children if c.dep_ == "ccomp"), None)
            if claim.speaker is not None and clause is not None and verb.i not in seen:
                seen.add(verb.i)
                confidence, speaker = claim.evidence.confidence, head_token(doc, claim.speaker)
                if minimal_speaker:
                    yield from (_speech(confidence, speaker, verb, part, minimal=True) for part in conjuncts(clause))
                else:
                    yield _speech(confidence, speaker, verb, clause, minimal=False)


def _speech(confidence: float, speaker: Token, verb: Token, clause: Token, *, minimal: bool) -> Row:
    words = sorted([verb.i, *(c.i for c in verb.children if c.dep_ in {"aux", "neg", "auxpass", "prt"})])
    if not minimal:
        words += [c.i for c in clause.children if c.dep_ == "mark" and c.i > verb.i]
    said = whole_phrase(clause, [*words, speaker.i], alone=minimal)
    who = named(speaker) if minimal else whole_phrase(speaker, [verb.i])
    return Row(confidence, tuple(words), (who, said))
