"""The parse of a Doc as plain Python objects: spaCy makes a new Token, and a new string, on each access."""

import bisect
import functools
import sys
import typing as t
from collections import defaultdict, deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from operator import attrgetter

import numpy as np
from spacy.tokens import Doc
from spacy.tokens import Token as SpacyToken

from kg.grammar.attachments import attachments
from kg.grammar.clause import Word, WordForm, WordFunction, WordKind
from kg.grammar.corrections import corrections
from kg.grammar.extensions import document_of
from kg.grammar.labels import FORMS, FUNCTIONS, KINDS, MARKS, PLURAL_TAGS, VERB_TAGS
from kg.grammar.lemmas import verb_lemma
from kg.grammar.name_joins import join_names
from kg.grammar.name_labels import relabel
from kg.grammar.patterns import Change
from kg.lexicon.spelling import full_titles
from kg.model import Document, Span

PARSE: t.Final = "kg_parse"
STRINGS: t.Final = ("ORTH", "LOWER", "LEMMA", "TAG", "POS", "DEP", "ENT_TYPE")
NUMBERS: t.Final = ("ENT_IOB", "IDX", "SPACY", "SENT_START", "IS_PUNCT", "IS_SPACE", "IS_ALPHA")
DEEPEST: t.Final = 32
"""The maximum depth of a sentence's tree, a power of two; in 1,979 sentences of news the deepest has 17 levels."""
SURE_OF_CORRECTIONS: t.Final = 0.95
"""The probability of a corrected attachment: on gold trees, far more are repaired than broken (decision 16)."""
COARSE_TAGS: t.Final = {"NNP": "PROPN", "NN": "NOUN", "VB": "VERB", "IN": "ADP", "DT": "PRON"}
"""The part of speech after a correction assigned a tag of another kind, by the tag's first three or two letters."""

Result = t.TypeVar("Result")


@dataclass(eq=False, slots=True)
class Token:
    """A token of a parse; the attributes have the names and the meaning that they have in spaCy.

    It is equal only to itself, and does not change once its parse is complete. `offset` is its position in the
    document, `idx` its position in the text that was parsed. Attributes with the parser's labels are read only inside
    this package; the stages above use its kind, form, function, and dependents.
    """

    doc: "Parse" = field(repr=False)
    i: int
    text: str
    lower_: str
    lemma_: str
    tag_: str
    pos_: str
    dep_: str
    ent_type_: str
    ent_iob_: str
    idx: int
    offset: int
    whitespace_: str
    is_sent_start: bool
    is_punct: bool
    is_space: bool
    is_alpha: bool
    kind: WordKind = field(init=False, repr=False)
    form: WordForm = field(init=False, repr=False)
    function: WordFunction = field(init=False, repr=False)
    head: "Token" = field(init=False, repr=False)
    sent: "TokenSpan" = field(init=False, repr=False)
    left_edge: "Token" = field(init=False, repr=False)
    right_edge: "Token" = field(init=False, repr=False)
    children: Sequence["Token"] = field(init=False, repr=False, default=())
    lefts: Sequence["Token"] = field(init=False, repr=False, default=())
    rights: Sequence["Token"] = field(init=False, repr=False, default=())
    word: Word | None = field(init=False, repr=False, default=None)

    def __len__(self) -> int:
        """Return the number of its characters."""
        return len(self.text)

    def nbor(self, distance: int = 1) -> "Token":
        """Return the token at this distance after it, or before it if negative."""
        return self.doc.tokens[self.i + distance]

    def neighbor(self, distance: int) -> "Token | None":
        """Return the token at this distance after it, or before it if negative; None outside the text."""
        place = self.i + distance
        return self.doc.tokens[place] if 0 <= place < len(self.doc.tokens) else None

    def classify(self) -> None:
        """Set the attributes derived from its labels; call again whenever a label changes.

        `kind` is the kind of word, `form` its form (a value of `FORMS`), and `function` its function with respect to
        its governor (a value of `FUNCTIONS`); the last two are empty if unknown.
        """
        self.kind = "verb" if self.tag_ in VERB_TAGS else KINDS.get(self.pos_, "other")
        self.form, self.function = FORMS.get(self.tag_, ""), FUNCTIONS.get(self.dep_, "")

    @property
    def plural(self) -> bool:
        """Whether it is a plural noun."""
        return self.tag_ in PLURAL_TAGS

    @property
    def auxiliary(self) -> bool:
        """Whether it is an auxiliary or a copula."""
        return self.pos_ == "AUX"

    @property
    def entity(self) -> str:
        """The recogniser's type of the name or value that contains it, or empty."""
        return self.ent_type_

    @property
    def recognised(self) -> str:
        """The recogniser's original type of it, before the evidence of the whole document changed it."""
        return self.doc.recognised.get(self.i, self.ent_type_)

    @property
    def inside_entity(self) -> bool:
        """Whether it continues the name or value of the word before it."""
        return self.ent_iob_ == "I"

    @property
    def governor(self) -> "Token":
        """Its governor; the main word of a sentence governs itself."""
        return self.head

    @property
    def dependents(self) -> Sequence["Token"]:
        """Its dependents, in text order."""
        return self.children

    @property
    def dependents_before(self) -> Sequence["Token"]:
        """Its dependents that precede it."""
        return self.lefts

    @property
    def dependents_after(self) -> Sequence["Token"]:
        """Its dependents that follow it."""
        return self.rights

    @property
    def first(self) -> "Token":
        """The first word of its constituent."""
        return self.left_edge

    @property
    def last(self) -> "Token":
        """The last word of its constituent."""
        return self.right_edge

    def all(self, *functions: WordFunction) -> list["Token"]:
        """Return its dependents with these functions, in text order."""
        return [word for word in self.children if word.function in functions]

    def before(self, *functions: WordFunction) -> list["Token"]:
        """Return its dependents with these functions that precede it."""
        return [word for word in self.lefts if word.function in functions]

    def after(self, *functions: WordFunction) -> list["Token"]:
        """Return its dependents with these functions that follow it."""
        return [word for word in self.rights if word.function in functions]

    @property
    def ancestors(self) -> Iterator["Token"]:
        """Its governor, the governor of that, up to the main word of its sentence, the root."""
        word = self
        while word.head is not word:
            word = word.head
            yield word

    governors = ancestors

    @property
    def first_conjunct(self) -> "Token":
        """The first of its conjuncts, which may be itself."""
        word = self
        while word.dep_ == "conj" and word.head is not word:
            word = word.head
        return word

    @property
    def subtree(self) -> Iterator["Token"]:
        """The words of its constituent: the token and its descendants, in text order."""
        for word in self.lefts:
            yield from word.subtree
        yield self
        for word in self.rights:
            yield from word.subtree

    constituent = subtree


@dataclass(eq=False, slots=True)
class TokenSpan:
    """The tokens `start` to `end` (half-open) of a parse; like a token it never changes."""

    doc: "Parse" = field(repr=False)
    start: int
    end: int

    def __iter__(self) -> Iterator[Token]:
        """Iterate over its tokens in text order."""
        return iter(self.doc.tokens[self.start : self.end])

    def __getitem__(self, index: int) -> Token:
        """Return its token at an index; negative indices count from the end."""
        return self.doc.tokens[self.start : self.end][index]

    def __len__(self) -> int:
        """Return the number of its tokens."""
        return self.end - self.start

    @property
    def text(self) -> str:
        """Its text, without trailing space."""
        if self.start >= self.end:
            return ""
        last = self.doc.tokens[self.end - 1]
        return self.doc.text[self.doc.tokens[self.start].idx : last.idx + len(last.text)]

    @property
    def words(self) -> str:
        """Its text with one space between words, as values have it."""
        return " ".join(self.text.split())

    @property
    def root(self) -> Token:
        """The token nearest to the root of its sentence, the first if several are; a mark only if all are marks."""
        return min(self, key=_steps_to_root)


def _steps_to_root(word: Token) -> int:
    leaf = word.head is not word and not word.children
    if leaf and (word.is_space or word.is_punct):
        return len(word.doc)
    return len(_way_up(word)) - 1


def _way_up(word: Token) -> list[int]:
    """Return the numbers of a token and its governors, up to the root."""
    way = [word.i]
    while word.head is not word:
        word = word.head
        way.append(word.i)
    return way


@dataclass(eq=False, slots=True)
class Parse:
    """The tokens of a Doc in their sentences, and the annotations of the stages on the Doc.

    By token number, `time_of` maps to the time expression that contains the token, `repaired` to the name of the repair
    that changed its attachment, `attached` to the parser's probability of its attachment (empty if unknown), and
    `recognised` to the original label of a relabelled name. `known` holds results of pure functions of tokens (see
    `cached`), and `stage_cache` results that also depend on times or quotations. `paragraph_ends` holds the number of
    the token after each paragraph, and `marks` those of the marks that may divide a phrase.
    """

    text: str
    document: Document
    offsets: tuple[tuple[int, int], ...]
    times: tuple[t.Any, ...] = ()
    quotations: tuple[t.Any, ...] = ()
    time_of: dict[int, t.Any] = field(default_factory=dict, repr=False)
    tokens: list[Token] = field(default_factory=list, repr=False)
    sents: list[TokenSpan] = field(default_factory=list, repr=False)
    repaired: dict[int, str] = field(default_factory=dict, repr=False)
    recognised: dict[int, str] = field(default_factory=dict, repr=False)
    attached: list[float] = field(default_factory=list, repr=False)
    paragraph_ends: list[int] = field(default_factory=list, repr=False)
    marks: list[int] = field(default_factory=list, repr=False)
    known: defaultdict[object, dict[int, t.Any]] = field(default_factory=lambda: defaultdict(dict), repr=False)
    stage_cache: defaultdict[object, dict[int, t.Any]] = field(default_factory=lambda: defaultdict(dict), repr=False)

    def __len__(self) -> int:
        """Return the number of its tokens."""
        return len(self.tokens)

    def __iter__(self) -> Iterator[Token]:
        """Iterate over its tokens in text order."""
        return iter(self.tokens)

    @t.overload
    def __getitem__(self, place: int) -> Token: ...

    @t.overload
    def __getitem__(self, place: slice) -> TokenSpan: ...

    def __getitem__(self, place: int | slice) -> Token | TokenSpan:
        """Return the token with that number, or the tokens of a slice."""
        if isinstance(place, int):
            return self.tokens[place]
        start, end, _ = place.indices(len(self.tokens))
        return TokenSpan(self, start, max(start, end))

    def sureness(self, first: int, second: int) -> float | None:
        """Return the parser's probability of the least certain attachment between two tokens, or None if unknown."""
        if not self.attached:
            return None
        between = {*_way_up(self.tokens[first])}.symmetric_difference(_way_up(self.tokens[second]))
        return min([self.attached[place] for place in between], default=1.0)

    def paragraph_end(self, place: int) -> int:
        """Return the number of the token after the paragraph that contains a token."""
        return self.paragraph_ends[bisect.bisect_right(self.paragraph_ends, place)]

    def marks_between(self, start: int, end: int) -> list[int]:
        """Return the numbers of the marks that may divide a phrase among the tokens `start` to `end` (half-open)."""
        first = bisect.bisect_left(self.marks, start)
        return self.marks[first : bisect.bisect_left(self.marks, end, first)]

    def around_entity(self, start: int, end: int) -> tuple[int, int]:
        """Return the tokens `start` to `end` (half-open), extended to whole names of the recogniser at both ends."""
        while start > 0 and self.tokens[start].inside_entity:
            start -= 1
        while end < len(self.tokens) and self.tokens[end].inside_entity:
            end += 1
        return start, end

    def token_after(self, place: int, length: int) -> int | None:
        """Return the number of the token after so many characters from a token on; None if they end inside a token.

        The full stop of an abbreviation may be missing from the characters.
        """
        end = self.tokens[place].idx + length
        following = map(self.tokens.__getitem__, range(place, len(self.tokens)))
        last = next((word for word in following if word.idx + len(word) >= end), None)
        complete = last is not None and end - last.idx in {len(last), len(last.text.rstrip("."))}
        return last.i + 1 if last is not None and complete else None

    def place_of(self, offset: int) -> int:
        """Return the number of the first token that starts at or after a character of the document."""
        return bisect.bisect_left(self.tokens, offset, key=attrgetter("offset"))

    def span(self, start: int, end: int) -> Span:
        """Return the character span of the tokens `start` to `end` (half-open) in the document."""
        last = self.tokens[end - 1]
        return Span(self.document.id, self.tokens[start].offset, last.offset + len(last.text))

    def quoted(self, span: Span) -> str:
        """Return the original text of the document at a span."""
        return self.document.text[span.start : span.end]


AnyToken: t.TypeAlias = Token | SpacyToken
"""A token of a parse, or the spaCy token it was made from."""


def parse_of(doc: Doc) -> Parse:
    """Return the parse of a Doc, with its current annotations; it is made once and stored on the Doc.

    Results that depend on times or quotations are computed again after these are written on the Doc.
    """
    parse: Parse | None = doc.user_data.get(PARSE)
    written = doc._
    if parse is None:
        parse = doc.user_data[PARSE] = uncorrected(doc)
        correct(parse)
        join_names(parse)
        relabel(parse)
    if parse.times is not written.kg_times or parse.quotations is not written.kg_quotations:
        parse.times, parse.quotations = written.kg_times, written.kg_quotations
        parse.time_of = {i: found for found in parse.times for i in range(found.start, found.end)}
        parse.stage_cache.clear()
    return parse


def let_go(doc: Doc) -> None:
    """Free the parse of a Doc, whose tokens refer to each other, without waiting for the garbage collector.

    No reference to any of its tokens may remain in use.
    """
    parse: Parse | None = doc.user_data.pop(PARSE, None)
    if parse is None:
        return
    for word in parse.tokens:  # the remaining references are from words to their dependents
        del word.head, word.left_edge, word.right_edge
    parse.times = parse.quotations = ()
    for held in (parse.tokens, parse.sents, parse.time_of, parse.known, parse.stage_cache):
        held.clear()


def token_of(token: AnyToken) -> Token:
    """Return the token of the parse for a spaCy token."""
    return token if isinstance(token, Token) else parse_of(token.doc).tokens[token.i]


def cached(function: Callable[[Token], Result]) -> Callable[[Token], Result]:
    """Memoise a pure function of a token, independent of times and quotations; the results are stored on the parse."""

    @functools.wraps(function)
    def memoised(token: Token) -> Result:
        known: dict[int, Result] = token.doc.known[function]
        place = token.i
        if place in known:
            return known[place]
        found = known[place] = function(token)
        return found

    return memoised


def word_of(token: Token) -> Word:
    """Return a token as a plain value without labels, which is made once."""
    if token.word is None:
        end, lemma = token.offset + len(token.text), token.lemma_.lower()
        token.word = Word(token.i, token.text, token.lower_, lemma, token.offset, end, token.kind, token.plural)
    return token.word


def words_of(tokens: t.Iterable[Token]) -> tuple[Word, ...]:
    """Return tokens as words in text order, without duplicates."""
    return tuple(map(word_of, sorted(set(tokens), key=attrgetter("i"))))


def uncorrected(doc: Doc) -> Parse:
    """Return a new parse of a Doc as the parser made it, which is not stored: the input of the corrections."""
    parse = Parse("", document_of(doc), doc._.kg_offsets or ())
    probabilities = attachments(doc)
    parse.attached = probabilities.tolist() if probabilities is not None else []
    parse.tokens = tokens = [Token(parse, *row) for row in _rows(doc, parse)]
    parse.text = "".join([word.text + word.whitespace_ for word in tokens])
    for word in tokens:
        word.classify()
        word.lemma_ = full_titles().get(word.lower_, word.lemma_)
        if word.pos_ in {"VERB", "AUX"}:
            word.lemma_ = verb_lemma(word.lower_, word.lemma_.lower(), word.tag_)
    parse.paragraph_ends = _paragraph_ends(parse)
    parse.marks = [word.i for word in tokens if word.text in MARKS]
    _attach(tokens, doc.to_array("HEAD").astype("int32").tolist())
    if doc.has_annotation("SENT_START"):
        parse.sents = [TokenSpan(parse, sentence.start, sentence.end) for sentence in doc.sents]
    for sentence in parse.sents:
        for word in sentence:
            word.sent = sentence
    return parse


def _rows(doc: Doc, parse: Parse) -> Iterator[tuple[t.Any, ...]]:
    """Yield the pipeline's annotations of each token, in the order of the fields of `Token`."""
    rows = doc.to_array([*STRINGS, *NUMBERS]).T.tolist()
    strings = doc.vocab.strings
    # the labels in rules are interned too, and identical strings compare equal at once
    names = {code: sys.intern(strings[code]) if code else "" for code in set().union(*rows[: len(STRINGS)])}
    marks, offsets, spaces, starts, *flags = rows[len(STRINGS) :]
    return zip(
        range(len(doc)),
        *(map(names.__getitem__, row) for row in rows[: len(STRINGS)]),
        [("", "I", "O", "B")[mark] for mark in marks],
        offsets,
        _document_offsets(offsets, parse.offsets),
        [("", " ")[space] for space in spaces],
        [start == 1 for start in starts],
        *(map(bool, flag) for flag in flags),
        strict=True,
    )


def correct(parse: Parse) -> list[tuple[str, tuple[Change, ...]]]:
    """Correct the certain errors of a parse, and return each correction's name with its changes.

    No token may become its own descendant, or depend on a token of another paragraph.
    """
    made = []
    distances = [word.head.i - word.i for word in parse.tokens]
    for name, mended in list(corrections(parse.tokens)):
        heads = {word.i: head.i for word, head, _, _ in mended}
        if _may_be_attached(parse, distances, heads):
            made.append((name, mended))
            for word, head, dependency, tag in mended:
                distances[word.i] = head.i - word.i
                if _coarse(tag) != _coarse(word.tag_):
                    word.pos_ = _coarse(tag) or word.pos_
                if tag == "VB" or tag[:2] == "VB" != word.tag_[:2]:
                    word.lemma_ = verb_lemma(word.lower_, word.lemma_.lower(), tag)
                word.dep_, word.tag_ = dependency, tag
                word.classify()
                if parse.attached:
                    parse.attached[word.i] = SURE_OF_CORRECTIONS
                parse.repaired[word.i] = name
    if made:
        _attach(parse.tokens, distances)
    return made


def _coarse(tag: str) -> str | None:
    """Return the part of speech that a correction assigns with a tag, or None if unchanged: a name is not a noun."""
    return COARSE_TAGS.get(tag[:3]) or COARSE_TAGS.get(tag[:2])


def _may_be_attached(parse: Parse, distances: Sequence[int], heads: t.Mapping[int, int]) -> bool:
    """Return whether tokens may get new heads: each only once, within its paragraph, and without a cycle."""
    within = all(parse.paragraph_end(place) == parse.paragraph_end(head) for place, head in heads.items())
    circle = any(_is_circle(distances, heads, place) for place in heads)
    return within and not circle and parse.repaired.keys().isdisjoint(heads)


def _is_circle(distances: Sequence[int], heads: t.Mapping[int, int], start: int) -> bool:
    """Return whether the path from a token to the root of its sentence leads back to the token."""
    place, steps = start, 0
    while (above := heads.get(place, place + distances[place])) != place:
        place, steps = above, steps + 1
        if steps > len(distances):
            return True
    return False


def _document_offsets(indices: list[int], paragraphs: Sequence[tuple[int, int]]) -> list[int]:
    """Return the document offsets of the characters at these indices of the joined paragraphs."""
    if not paragraphs:
        return indices
    places, starts = np.array(paragraphs).T
    found = np.array(indices, dtype=np.int64)
    moved: list[int] = (found + (starts - places)[np.searchsorted(places, found, side="right") - 1]).tolist()
    return moved


def _paragraph_ends(parse: Parse) -> list[int]:
    """Return the number of the token after each paragraph, as joined by `annotate`, or else by line breaks."""
    places = [word.idx for word in parse.tokens]
    joints = (bisect.bisect_left(places, position) for position, _ in parse.offsets)
    breaks = (word.i + 1 for word in parse.tokens if word.is_space and "\n" in word.text)
    return sorted({*joints, *breaks, len(places)} - {0})


def _is_deep(distances: list[int]) -> bool:
    """Return whether a token is more than `DEEPEST` levels below the root of its sentence."""
    heads = np.arange(len(distances)) + np.array(distances, dtype=np.int64)
    above = heads
    for _ in range(DEEPEST.bit_length() - 1):
        above = above[above]
    return bool((heads[above] != above).any())


def _flattened(tokens: list[Token], distances: list[int]) -> list[int]:
    """Return the distances of a tree in which no token is more than `DEEPEST` levels below a root.

    A deeper token is attached to the topmost word above it with the same function as its own head, so that its governor
    is a word of the same kind: "A, B, C …" stays a coordination. If there is none in the upper half, it is attached to
    the root.
    """
    dependents: defaultdict[int, list[int]] = defaultdict(list)
    for place, distance in enumerate(distances):
        dependents[place + distance if distance else -1].append(place)
    heads, depth, waiting = list(range(len(tokens))), [0] * len(tokens), deque(dependents[-1])
    while waiting:
        place = waiting.popleft()
        for below in dependents.get(place, ()):
            head = place
            if depth[place] == DEEPEST:
                above = [place]
                while heads[above[-1]] != above[-1]:
                    above.append(heads[above[-1]])
                similar = (up for up in above[: DEEPEST // 2 : -1] if tokens[up].dep_ == tokens[place].dep_)
                head = next(similar, above[-1])
            heads[below], depth[below] = head, depth[head] + 1
            waiting.append(below)
    return [head - place for place, head in enumerate(heads)]


def _attach(tokens: list[Token], distances: list[int]) -> None:
    """Connect each token to its head, by its distance, and to its dependents; no tree is deeper than `DEEPEST`.

    This bounds recursion in functions that walk a tree, and the path up to the root.
    """
    if _is_deep(distances):
        distances = _flattened(tokens, distances)
    before: defaultdict[int, list[Token]] = defaultdict(list)
    after: defaultdict[int, list[Token]] = defaultdict(list)
    for word, distance in zip(tokens, distances, strict=True):
        word.children = word.lefts = word.rights = ()
        word.head = tokens[word.i + distance]
        word.left_edge = word.right_edge = word
        if distance:
            (before if distance > 0 else after)[word.i + distance].append(word)
    for i, words in before.items():
        tokens[i].children = tokens[i].lefts = words
    for i, words in after.items():
        tokens[i].children, tokens[i].rights = [*tokens[i].lefts, *words], words
    for word in tokens:
        head = word.head
        while head.left_edge.i > word.i:
            head.left_edge, head = word, head.head
    for word in reversed(tokens):
        head = word.head
        while head.right_edge.i < word.i:
            head.right_edge, head = word, head.head
