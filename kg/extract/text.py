"""A parsed text as the rules see it: its clauses by number, with the mentions, times and quotations of their words."""

import typing as t
from collections import defaultdict
from collections.abc import Mapping, Set
from dataclasses import dataclass, replace

from kg.grammar.clause import Argument, Clause, Phrase, Word
from kg.grammar.clauses import clauses_of
from kg.grammar.parse import Parse, word_of
from kg.grammar.phrases import named_phrase, noun_phrases, phrase_of
from kg.lexicon import words
from kg.lexicon.name_forms import without_lone_marks
from kg.model import Literal, Mention, Span, Time
from kg.reference.mentions import mention_at
from kg.reference.quotations import Quotation, quotation_at
from kg.times import TimeExpression, time_at

VAGUE_GRAINS: t.Final = frozenset({"duration", "set"})


@dataclass(frozen=True, slots=True, eq=False)
class Text:
    """The clauses of a document by the number of their head word, and those that hang on each.

    `cues` are the numbers of the words that tell who says a quotation.
    """

    parse: Parse
    clauses: Mapping[int, Clause]
    hanging: Mapping[int, tuple[Clause, ...]]
    cues: Set[int] = frozenset()

    def word(self, index: int) -> Word:
        """Return the word with that number."""
        return word_of(self.parse.tokens[index])

    def phrase(self, word: Word) -> Phrase:
        """Return the phrase that a word is the head of."""
        return phrase_of(self.parse.tokens[word.index])

    def sentence(self, word: Word) -> tuple[int, int]:
        """Return where the sentence of a word starts and ends (half-open)."""
        sentence = self.parse.tokens[word.index].sent
        return sentence.start, sentence.end

    def inside(self, start: int, end: int) -> list[Clause]:
        """Return the clauses of the verbs among the words `start` to `end` (half-open)."""
        found = (self.clauses.get(index) for index in range(start, end))
        return [clause for clause in found if clause is not None and clause.kind != "noun"]

    def phrases(self) -> t.Iterator[Phrase]:
        """Return the phrase of each noun and name, in text order."""
        return noun_phrases(self.parse)

    def name_at(self, index: int) -> Phrase | None:
        """Return the phrase of the name that starts with that word, or None where none does."""
        return named_phrase(self.parse, index)

    def below(self, clause: Clause) -> tuple[Clause, ...]:
        """Return the clauses that hang on a clause, in text order."""
        return self.hanging.get(clause.index, ())

    def above(self, clause: Clause) -> Clause | None:
        """Return the clause that a clause hangs on."""
        return self.clauses.get(clause.link.above) if clause.link.above is not None else None

    def coordinated(self, clause: Clause) -> t.Iterator[Clause]:
        """Yield a clause and those that it is coordinated with, up to the first: "*paid* and left"."""
        yield clause
        while clause.link.kind == "conjunct" and (above := self.above(clause)) is not None:
            clause = above
            yield clause

    def mention(self, word: Word) -> Mention:
        """Return the mention that a word is the head of."""
        return mention_at(self.parse, word.index)

    def time(self, word: Word) -> Time | None:
        """Return the time that a word is part of."""
        found = time_at(self.parse.tokens[word.index])
        return found.time if found is not None else None

    def is_dated(self, word: Word) -> bool:
        """Tell whether a word is part of a point or interval of time, and of no length or repetition."""
        time = self.time(word)
        return time is not None and time.grain not in VAGUE_GRAINS

    def quotation(self, word: Word) -> Quotation | None:
        """Return the quotation that a word stands in."""
        return quotation_at(self.parse.tokens[word.index])

    def span(self, start: int, end: int) -> Span:
        """Return the characters of the words `start` to `end` (half-open)."""
        return self.parse.span(start, end)

    def spans(self, words: t.Iterable[Word]) -> tuple[Span, ...]:
        """Return the spans of words in text order, neighbouring words as one span."""
        ranges: list[tuple[int, int]] = []
        for index in sorted({word.index for word in words}):
            if ranges and ranges[-1][1] == index:
                ranges[-1] = ranges[-1][0], index + 1
            else:
                ranges.append((index, index + 1))
        return tuple(self.span(start, end) for start, end in ranges)

    def literal(self, argument: Argument) -> Mention:
        """Return what fills an argument as a literal phrase, in the words of the text without lone quotation marks."""
        span, told = self.span(argument.start, argument.end), self.parse[argument.start : argument.end].words
        value = Literal(without_lone_marks(told))
        return Mention(span, self.parse.quoted(span), argument.head.start, "phrase", "Phrase", value)

    def date(self, argument: Argument) -> Time | None:
        """Return the point or interval of time that an argument tells; a duration, a repetition, a manner is none."""
        told = argument.clause is None and argument.role != "how"
        found = time_at(self.parse.tokens[argument.head.index]) if told else None
        if found is None or found.time.grain in VAGUE_GRAINS or not found.time.value:
            return None
        return self._to_end(found)

    def _to_end(self, first: TimeExpression) -> Time:
        """Return a time, of two that are the ends of one stretch the whole: "between *1996* and 1998" is 1996/1998.

        One of two times is somewhere from the first to the second: "in *March* or April".
        """
        behind = first.end + 1
        last = time_at(self.parse.tokens[behind]) if behind < len(self.parse) else None
        if last is None or not _is_later(last.time, first.time):
            return first.time
        either = self.parse.tokens[first.end].lower_ in words("coordination", "one")
        if not either and last.time.end != first.time.end:
            return first.time
        told = self.parse[first.start : last.end].words
        return replace(first.time, value=f"{first.time.value}/{last.time.value}", end=last.time.end, text=told)


def _is_later(time: Time, other: Time) -> bool:
    """Tell whether a time begins after another one."""
    return time.start is not None and other.start is not None and time.start > other.start


NOMINAL: t.Final = frozenset({"noun", "name", "pronoun", "number", "determiner"})


def is_nominal(word: Word) -> bool:
    """Tell whether a word can stand for a thing."""
    return word.kind in NOMINAL


def text_of(parse: Parse) -> Text:
    """Return the text of a parse with its clauses."""
    clauses = {clause.index: clause for clause in clauses_of(parse)}
    hanging: defaultdict[int, list[Clause]] = defaultdict(list)
    for clause in clauses.values():
        if clause.link.above is not None:
            hanging[clause.link.above].append(clause)
    cues = frozenset(quotation.cue for quotation in parse.quotations)
    return Text(parse, clauses, {index: tuple(found) for index, found in hanging.items()}, cues)
