"""Who speaks to whom: in quotations, and in the questions and answers of an interview."""

import typing as t
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from kg.grammar.parse import TokenSpan
from kg.lexicon import value
from kg.lexicon.noun_types import broad_type
from kg.reference.coref.candidates import Candidate
from kg.reference.coref.stretches import Stretch


class Speech(t.NamedTuple):
    """The tokens `start` to `end` (half-open) that one speaker says, and the head tokens of speaker and hearer.

    Either is None where the text does not tell.
    """

    start: int
    end: int
    speaker: int | None = None
    hearer: int | None = None


def speeches(stretch: Stretch, found: Sequence[Candidate]) -> list[Speech]:
    """Return the turns of an interview, then the quotations, which may stand in them."""
    quoted = [Speech(q.start, q.end, q.speaker) for q in stretch.quotations]
    return [*_turns(stretch, found, quoted), *quoted]


def _turns(stretch: Stretch, found: Sequence[Candidate], quoted: Sequence[Speech]) -> Iterator[Speech]:
    """Yield the questions and answers of an interview: paragraphs that ask somebody, each with those that follow."""
    inside, of = range(stretch.start, stretch.end), stretch.paragraph
    parts = list(pairwise([*(i for i in inside if i == stretch.start or of[i] != of[i - 1]), stretch.end]))
    questions = [number for number, part in enumerate(parts) if _asks(stretch.parse[slice(*part)], quoted)]
    if len(questions) < 2:
        return
    person = _introduced(found, parts[questions[0]][0])
    for number, following in pairwise([*questions, len(parts)]):
        start, end = parts[number]
        yield Speech(start, end, None, person)
        if following > number + 1:
            yield Speech(end, parts[following - 1][1], person)


def _asks(paragraph: TokenSpan, quoted: Sequence[Speech]) -> bool:
    """Tell whether a paragraph that is not quoted ends with a question and has a "you" in it."""
    last = next((word for word in reversed(paragraph) if not word.is_space), paragraph[0])
    asked = last.text == "?" and any(value("pronoun").get(word.lower_, "").startswith("2") for word in paragraph)
    return asked and not any(speech.start <= last.i < speech.end for speech in quoted)


def _introduced(found: Sequence[Candidate], end: int) -> int | None:
    """Return the head of the first full name of the person who is named most often before the first question."""
    persons = [c for c in found if c.kind == "name" and c.token.i < end and broad_type(c.type) == "Person"]
    names = Counter(candidate.form.split()[-1] for candidate in persons)
    full = [candidate for candidate in persons if " " in candidate.form]
    first = max(full, key=lambda c: (names[c.form.split()[-1]], -c.index), default=None)
    return first.token.i if first is not None else None
