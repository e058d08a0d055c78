"""A parsed text for the rules: its clauses by number, with the mentions, times and quotations of their words."""

import functools
import typing as t
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Set
from dataclasses import dataclass, field, replace
from operator import attrgetter

from kg.grammar.clause import Argument, Clause, LinkKind, Phrase, Word
from kg.grammar.clauses import clauses_of
from kg.grammar.parse import Parse, Token, word_of
from kg.grammar.phrases import Shared, named_phrase, noun_phrases, phrase_of, shared_phrase
from kg.lexicon import words
from kg.lexicon.name_forms import without_unpaired_marks
from kg.model import Literal, Mention, Span, Time
from kg.reference.mentions import mention
from kg.reference.quotations import Quotation, quotation_at
from kg.times import TimeExpression, time_at

VAGUE_GRAINS: t.Final = frozenset({"duration", "set"})
Result = t.TypeVar("Result")


@dataclass(frozen=True, slots=True, eq=False)
class Text:
    """The clauses of a document by the number of their head word, and the dependents of each.

    `cues` are the numbers of the words that attribute a quotation, `known` has the results of pure functions on the
    clauses (see `cached`).
    """

    parse: Parse
    clauses: Mapping[int, Clause]
    dependents: Mapping[int, tuple[Clause, ...]]
    cues: Set[int] = frozenset()
    known: defaultdict[object, dict[int, t.Any]] = field(default_factory=lambda: defaultdict(dict), repr=False)

    def word(self, index: int) -> Word:
        """Return the word with that number."""
        return word_of(self.parse.tokens[index])

    def words(self, start: int, end: int) -> tuple[Word, ...]:
        """Return the words `start` to `end` (half-open)."""
        return tuple(map(word_of, self.parse.tokens[max(start, 0) : end]))

    def token(self, word: Word) -> Token:
        """Return a word with its governor."""
        return self.parse.tokens[word.index]

    def phrase(self, word: Word) -> Phrase:
        """Return the phrase that a word is the head of."""
        return phrase_of(self.parse.tokens[word.index])

    def shared(self, phrase: Phrase) -> Shared | None:
        """Return the nouns of a phrase that may share a modifier after the last one: "*chair and head* of Acme"."""
        return shared_phrase(self.token(phrase.head))

    def sentence(self, word: Word) -> tuple[int, int]:
        """Return the start and end of the sentence of a word (half-open)."""
        sentence = self.token(word).sent
        return sentence.start, sentence.end

    def follows_mark(self, index: int) -> bool:
        """Return whether punctuation is directly before the word with that number."""
        return index > 0 and self.parse.tokens[index - 1].kind == "mark"

    def inside(self, start: int, end: int) -> list[Clause]:
        """Return the clauses of the verbs among the words `start` to `end` (half-open)."""
        found = [self.clauses[index] for index in range(start, end) if index in self.clauses]
        return [clause for clause in found if clause.kind != "noun"]

    def phrases(self) -> t.Iterator[Phrase]:
        """Return the phrase of each noun and name, in text order."""
        return noun_phrases(self.parse)

    def name_at(self, index: int) -> Phrase | None:
        """Return the phrase of the name that starts with that word, or None."""
        return named_phrase(self.parse, index)

    def below(self, clause: Clause) -> tuple[Clause, ...]:
        """Return the dependent clauses of a clause, in text order."""
        return self.dependents.get(clause.index, ())

    def above(self, clause: Clause, *kinds: LinkKind) -> Clause | None:
        """Return the governing clause, if the link is of one of these kinds; without kinds, of any."""
        link = clause.link
        return self.clauses.get(link.above) if link.above is not None and (not kinds or link.kind in kinds) else None

    def clause_of(self, argument: Argument | None) -> Clause | None:
        """Return the clause that fills an argument."""
        return self.clauses.get(argument.clause) if argument is not None and argument.clause is not None else None

    def next_conjunct(self, clause: Clause) -> Clause | None:
        """Return the first clause after a clause that is coordinated with it: "paid and *left*"."""
        return next((below for below in self.below(clause) if below.link.kind == "conjunct"), None)

    def coordinated(self, clause: Clause) -> t.Iterator[Clause]:
        """Yield a clause and those it is coordinated with, back to the first: "*paid* and left"."""
        yield clause
        while clause.link.kind == "conjunct" and (above := self.above(clause)) is not None:
            clause = above
            yield clause

    def mention(self, word: Word) -> Mention:
        """Return the mention that a word is the head of."""
        return mention(self.parse.tokens[word.index])

    def time(self, word: Word) -> Time | None:
        """Return the time that a word is part of."""
        found = time_at(self.token(word))
        return found.time if found is not None else None

    def is_over(self, time: Time | None) -> bool:
        """Return whether a time ended before the date of the text."""
        published, end = self.parse.document.published, time.end if time is not None else None
        return published is not None and end is not None and end < published

    def is_dated(self, word: Word) -> bool:
        """Return whether a word is part of a point or interval of time, and not of a duration or a frequency."""
        time = self.time(word)
        return time is not None and time.grain not in VAGUE_GRAINS

    def quotation(self, word: Word) -> Quotation | None:
        """Return the quotation that contains a word."""
        return quotation_at(self.token(word))

    def span(self, start: int, end: int) -> Span:
        """Return the characters of the words `start` to `end` (half-open)."""
        return self.parse.span(start, end)

    def spans(self, words: t.Iterable[Word]) -> tuple[Span, ...]:
        """Return the spans of words in text order; adjacent words form one span."""
        ranges: list[tuple[int, int]] = []
        for index in sorted({word.index for word in words}):
            if ranges and ranges[-1][1] == index:
                ranges[-1] = ranges[-1][0], index + 1
            else:
                ranges.append((index, index + 1))
        return tuple(self.span(start, end) for start, end in ranges)

    def literal(self, argument: Argument) -> Mention:
        """Return an argument as a literal phrase, in the words of the text without unpaired quotation marks."""
        end = self._end_of_words(argument)
        span = self.span(argument.start, end)
        value = Literal(without_unpaired_marks(self.parse[argument.start : end].words))
        head = argument.head.start if argument.head.index < end else span.start
        return Mention(span, self.parse.quoted(span), head, "phrase", "Phrase", value)

    def _end_of_words(self, argument: Argument) -> int:
        """Return the end of a phrase; one within somebody's words ends with them: "It rots *if it rains*," he said."""
        spoken = quotation_at(self.parse.tokens[argument.start])
        last = spoken.end - 1 if spoken is not None and spoken.start < argument.start else argument.end
        return last if last < argument.end - 1 and self.parse.tokens[last].text == "," else argument.end

    def date(self, argument: Argument) -> Time | None:
        """Return the point or interval of time of an argument; None for a duration, a frequency or a manner."""
        may_date = argument.clause is None and argument.role != "how"
        found = time_at(self.token(argument.head)) if may_date else None
        if found is None or found.time.grain in VAGUE_GRAINS or not found.time.value:
            return None
        return self._to_end(found)

    def _to_end(self, first: TimeExpression) -> Time:
        """Return a time; for either end of an interval the whole interval: "between *1996* and 1998" is 1996/1998.

        For alternative times it is the interval from the first to the second: "in *March* or April".
        """
        index = first.end + 1
        continues = index < len(self.parse) and not self.parse.tokens[index].is_sent_start
        last = time_at(self.parse.tokens[index]) if continues else None
        if last is None or not _is_later(last.time, first.time):
            return first.time
        either = self.parse.tokens[first.end].lower_ in words("coordination", "one")
        if not either and last.time.end != first.time.end:
            return first.time
        quoted = self.parse[first.start : last.end].words
        return replace(first.time, value=f"{first.time.value}/{last.time.value}", end=last.time.end, text=quoted)


def cached(function: Callable[[Text, Clause], Result]) -> Callable[[Text, Clause], Result]:
    """Memoise a pure function of a clause of a text; the results are stored with the text."""

    @functools.wraps(function)
    def wrapper(text: Text, clause: Clause) -> Result:
        if text.clauses.get(clause.index) is not clause:  # a copy with other arguments
            return function(text, clause)
        known: dict[int, Result] = text.known[function]
        if clause.index not in known:
            known[clause.index] = function(text, clause)
        return known[clause.index]

    return wrapper


def _is_later(time: Time, other: Time) -> bool:
    """Return whether a time begins after another one."""
    return time.start is not None and other.start is not None and time.start > other.start


def is_nominal(word: Word) -> bool:
    """Return whether a word can refer to a thing."""
    return word.kind in {"noun", "name", "pronoun", "number", "determiner"}


def in_order(found: Iterable[Word]) -> tuple[Word, ...]:
    """Return words in text order, each once."""
    return tuple(sorted(set(found), key=attrgetter("index")))


def lowered(found: Iterable[Word]) -> str:
    """Return words in lowercase."""
    return " ".join([word.lower for word in found])


def marker_of(clause: Clause) -> str:
    """Return the words that open a clause, in lowercase: "even if"."""
    return lowered(clause.link.marker)


def has_modal(clause: Clause, *modalities: str) -> bool:
    """Return whether a clause has an auxiliary with one of some modalities: "*may* fall" is possible."""
    return any(word.lower in words("modality", *modalities) for word in clause.auxiliaries)


def before_head(phrase: Phrase) -> list[Word]:
    """Return the words of a phrase before its head; for longer modifiers, their heads."""
    return [modifier.head for modifier in phrase.modifiers if modifier.end <= phrase.head.index]


def has_determiner(phrase: Phrase, *kinds: str) -> bool:
    """Return whether a phrase has a determiner of one of some kinds: "*the* ship", "*their* coach" are definite."""
    return any(modifier.head.lower in words("determiner", *kinds) for modifier in phrase.of_kind("determiner"))


def text_of(parse: Parse) -> Text:
    """Return the text of a parse with its clauses."""
    clauses = {clause.index: clause for clause in clauses_of(parse)}
    dependents: defaultdict[int, list[Clause]] = defaultdict(list)
    for clause in clauses.values():
        if clause.link.above is not None:
            dependents[clause.link.above].append(clause)
    cues = frozenset(quotation.cue for quotation in parse.quotations)
    return Text(parse, clauses, {index: tuple(found) for index, found in dependents.items()}, cues)
