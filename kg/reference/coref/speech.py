"""Who speaks to whom: in quotations, and in the questions and answers of an interview."""

import typing as t
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from kg.lexicon.noun_types import broad_type
from kg.reference.coref.candidates import PRONOUNS, Candidate
from kg.reference.coref.tokens import Tokens

MIN_QUESTIONS: t.Final = 2
"""How many paragraphs must ask "you" something, and be followed by others, in an interview."""


class Speech(t.NamedTuple):
    """The tokens `start` to `end` (half-open) that one speaker says, and the head tokens of speaker and hearer.

    Either is None where the text does not tell.
    """

    start: int
    end: int
    speaker: int | None = None
    hearer: int | None = None


def speeches(tokens: Tokens, found: Sequence[Candidate]) -> list[Speech]:
    """Return the turns of an interview, then the quotations, which may stand in them."""
    quoted = [Speech(q.start, q.end, q.speaker) for q in tokens.quotations]
    return [*_turns(tokens, found, quoted), *quoted]


def speech_of_tokens(found: Sequence[Speech]) -> Mapping[int, int]:
    """Return the number of the innermost speech that each token stands in."""
    return {token: number for number, speech in enumerate(found) for token in range(speech.start, speech.end)}


def _turns(tokens: Tokens, found: Sequence[Candidate], quoted: Sequence[Speech]) -> Iterator[Speech]:
    """Yield the questions and answers of an interview: paragraphs that ask somebody, each with those that follow."""
    parts = _paragraphs(tokens)
    questions = [number for number, (start, end) in enumerate(parts) if _asks(tokens, start, end, quoted)]
    if len(questions) < MIN_QUESTIONS:
        return
    person = _introduced(found, parts[questions[0]][0])
    for number, following in pairwise([*questions, len(parts)]):
        start, end = parts[number]
        yield Speech(start, end, None, person)
        if following > number + 1:
            yield Speech(end, parts[following - 1][1], person)


def _paragraphs(tokens: Tokens) -> list[tuple[int, int]]:
    inside = range(tokens.start, tokens.end)
    starts = [i for i in inside if i == tokens.start or tokens.paragraph[i] != tokens.paragraph[i - 1]]
    return list(pairwise([*starts, tokens.end]))


def _asks(tokens: Tokens, start: int, end: int, quoted: Sequence[Speech]) -> bool:
    last = next((i for i in reversed(range(start, end)) if tokens.kind[i] != "space"), start)
    asked = tokens.text[last] == "?" and any(
        word in PRONOUNS and PRONOUNS[word].person == 2 for word in tokens.lower[start:end]
    )
    return asked and not any(speech.start <= last < speech.end for speech in quoted)


def _introduced(found: Sequence[Candidate], end: int) -> int | None:
    """Return the head of the first full name of the person who is named most often before the first question."""
    persons = [c for c in found if c.kind == "name" and c.token.i < end and broad_type(c.type) == "Person"]
    names = Counter(candidate.form.split()[-1] for candidate in persons)
    full = [candidate for candidate in persons if " " in candidate.form]
    first = max(full, key=lambda c: (names[c.form.split()[-1]], -c.index), default=None)
    return first.token.i if first is not None else None
