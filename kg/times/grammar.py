"""A grammar of named rules over tokens: a pattern of elements in words, and a function for its meaning."""

import itertools
import re
import typing as t
from dataclasses import dataclass
from datetime import date

from kg.grammar.clause import WordKind
from kg.grammar.parse import Parse
from kg.times.lexicon import LINKS
from kg.times.periods import OF_A_DAY, Period

MODIFIERS: t.Final[frozenset[WordKind]] = frozenset({"adjective", "adverb"})


class Context(t.NamedTuple):
    """The context that the meaning of an expression depends on.

    `words` are the tokens in lower case, and `end` is where the paragraph ends. `start` is where the whole expression
    begins, and `at` where the words of one rule begin (May in "early May"). `published` is the document's date.
    `mentioned` is the last date before it in the text, and `nearby` is whether that is in the same sentence.
    `year` is an explicit year before it in the sentence, or at the other end of a range ("from May to July 2024").
    `known` has the earlier readings of the whole expression, by element and position.
    """

    doc: Parse
    words: t.Sequence[str]
    end: int
    start: int
    at: int
    published: date | None
    mentioned: Period | None
    nearby: bool
    year: int | None
    known: dict[tuple[object, int], "Found | None"]

    @property
    def before(self) -> str:
        """The word before those of the rule."""
        return self.word(self.at - 1)

    @property
    def preposition(self) -> str:
        """The word before the whole expression."""
        return self.word(self.start - 1)

    @property
    def day_nearby(self) -> Period | None:
        """The day, or the time of a day, mentioned before in the sentence."""
        given = self.mentioned if self.nearby else None
        return given if given is not None and given.grain in OF_A_DAY else None

    @property
    def led_from(self) -> date | None:
        """The date in its sentence from which a range leads to it: Monday in "from Monday to Friday"."""
        given = self.mentioned if self.nearby and self.preposition in LINKS else None
        return given.start if given is not None else None

    def word(self, index: int) -> str:
        """Return the token at `index` in lower case, or the empty string before the text and after the paragraph."""
        return self.words[index] if 0 <= index < self.end else ""

    def row(self, at: int, count: int) -> str:
        """Return that many tokens from `at` in lower case, or fewer at the end of the paragraph."""
        return " ".join(self.words[at : min(at + count, self.end)])


class Found(t.NamedTuple):
    """The reading of an element or a rule, and the index of the token after it."""

    value: t.Any
    end: int


Parts: t.TypeAlias = t.Mapping[str, t.Any]
"""The readings of a pattern's elements, by element name."""

Element: t.TypeAlias = t.Callable[[Context, int], Found | None]


Meaning: t.TypeAlias = t.Callable[[Context, Parts], t.Any]


class Rule(t.NamedTuple):
    """A name in words, a pattern, and the meaning of the pattern's readings.

    A pattern is a sequence of elements: names in capitals, or literal words (`ago|before`); `?` marks optional ones.
    A meaning of None says that the words are not a time here.
    """

    name: str
    pattern: str
    meaning: Meaning


class Variant(t.NamedTuple):
    """One variant of a rule's pattern, with required elements only."""

    elements: tuple[tuple[str, Element], ...]
    rule: Rule


Read = t.TypeVar("Read")


@dataclass(frozen=True, eq=False, slots=True)
class ByWord(t.Generic[Read]):
    """What may be read at a word: by the word if it is listed, and what any other word may be."""

    listed: t.Mapping[str, tuple[Read, ...]]
    others: tuple[Read, ...]

    @classmethod
    def of(cls, rows: t.Sequence[tuple[Element | None, Read]]) -> "ByWord[Read]":
        """Return what may be read, given each with the element that reads the word, if there is one."""
        listed = [(element.words if isinstance(element, Listed) else None, row) for element, row in rows]
        named = {word for words, _ in listed for word in words or ()}
        by_word = {word: tuple(row for words, row in listed if words is None or word in words) for word in named}
        return cls(by_word, tuple(row for words, row in listed if words is None))


Group: t.TypeAlias = tuple[Element, ByWord[Variant]]
"""The variants with the same first element, by the word after it."""
Grammar: t.TypeAlias = ByWord[Group]


def grammar(rules: t.Iterable[Rule], elements: t.Mapping[str, Element]) -> Grammar:
    """Build a grammar from rules; earlier rules win if two read the same text."""
    groups: dict[str, list[Variant]] = {}
    for rule in rules:
        for names in _ways(rule.pattern.split()):
            row = tuple((name, _element(name, elements)) for name in names)
            groups.setdefault(names[0], []).append(Variant(row, rule))
    firsts = ((variants[0].elements[0][1], _by_second_word(variants)) for variants in groups.values())
    return ByWord.of([(first, (first, continuations)) for first, continuations in firsts])


def _by_second_word(variants: t.Iterable[Variant]) -> ByWord[Variant]:
    """Return variants by the word after their first element."""
    return ByWord.of([(each.elements[1][1] if len(each.elements) > 1 else None, each) for each in variants])


def openers(rules: t.Iterable[Rule]) -> frozenset[str]:
    """Return the literal words that the patterns begin with."""
    first = (way[0] for rule in rules for way in _ways(rule.pattern.split()))
    return frozenset(word for name in first if not name.isupper() for word in name.split("|"))


def _ways(pattern: list[str]) -> t.Iterator[tuple[str, ...]]:
    """Return the pattern with and without each optional element."""
    choices = [((name[:-1],), ()) if name.endswith("?") else ((name,),) for name in pattern]
    for way in itertools.product(*choices):
        yield tuple(itertools.chain.from_iterable(way))


def _element(name: str, elements: t.Mapping[str, Element]) -> Element:
    named = name.rstrip("2")
    return elements[named] if named.isupper() else Listed({word: word for word in name.split("|")})


@dataclass(frozen=True, eq=False, slots=True)
class Listed:
    """An element that reads one of the listed words, with the meaning in the list.

    `never` are kinds that the word has in another meaning: "*last* week", but not "will *last* two days".
    """

    words: t.Mapping[str, t.Any]
    never: t.Collection[WordKind] = ()

    def __call__(self, context: Context, at: int) -> Found | None:
        """Read the word at a place."""
        word = context.words[at]
        fits = word in self.words and context.doc.tokens[at].kind not in self.never
        return Found(self.words[word], at + 1) if fits else None


def matched(pattern: str | re.Pattern[str], meaning: t.Callable[[re.Match[str]], t.Any], *, tokens: int = 1) -> Element:
    """Return an element that reads one token, or that many, by a pattern, unless the meaning is None.

    Between the tokens, of which there may be one or that many, the pattern has spaces: "2004–05", "2004 - 05".
    """
    counts, written = sorted({1, tokens}), re.compile(pattern)

    def read(context: Context, at: int) -> Found | None:
        for count in counts:
            figures = written.fullmatch(context.words[at] if count == 1 else context.row(at, count))
            value = meaning(figures) if figures is not None else None
            if value is not None:
                return Found(value, at + count)
        return None

    return read


def longest(rules: Grammar, context: Context, at: int) -> Found | None:
    """Return the longest reading from `at` by a rule with a meaning, as a Period."""
    best: Found | None = None
    for first, continuations in rules.listed.get(context.words[at], rules.others):
        found = first(context, at)
        if found is None:
            continue
        for variant in continuations.listed.get(context.word(found.end), continuations.others):
            read = _read(variant, context, found)
            if read is not None and (best is None or read.end > best.end):
                period = variant.rule.meaning(context, read.value)
                best = Found(period, read.end) if period is not None else best
    return best


def _read(variant: Variant, context: Context, first: Found) -> Found | None:
    parts, end = {variant.elements[0][0]: first.value}, first.end
    for name, element in variant.elements[1:]:
        found = element(context, end) if end < context.end else None
        if found is None:
            return None
        parts[name], end = found
    return Found(parts, end)


def once(element: Element) -> Element:
    """Return an element that is read at one position once for the whole expression."""

    def read(context: Context, at: int) -> Found | None:
        place = (read, at)
        if place not in context.known:
            context.known[place] = element(context, at)
        return context.known[place]

    return read


def nonterminal(rules: Grammar) -> Element:
    """Return an element that reads by a grammar."""
    return once(lambda context, at: longest(rules, context if at == context.at else context._replace(at=at), at))
