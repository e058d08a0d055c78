"""Text between dashes is parsed separately from its sentence, then attached to it; an editor's brackets are left out.

The parser has seen few spaced hyphens that are used as dashes. In "The vote - expected in May - will give a choice"
it finds no subject, but it parses "The vote will give a choice" and "expected in May" correctly (decision 13). So it
does "The mayor lied", but in "[The mayor] lied" it may take a bracket for a word.
"""

import re
import typing as t
from collections.abc import Callable, Iterator, Sequence

import numpy as np
from spacy import attrs
from spacy.symbols import PUNCT
from spacy.tokens import Doc, Token

from kg.grammar.attachments import ATTACHMENTS, attachments
from kg.grammar.labels import ANY_SUBJECT, AUXILIARIES, BRACKETS, NOMINAL_KINDS, RELATIVE_TAGS
from kg.grammar.tokenization import WORDS
from kg.lexicon import words

DASH: t.Final = "-"
ENDS: t.Final = frozenset(".!?;:")
"""Marks that end the part of a sentence in which a second dash is looked for."""
APART: t.Final = re.compile(r" (?:[.,]|n?['’][a-z]+)(?!\S)")
"""The sign of tokenized text, in which a spaced hyphen may be part of a word: "cost - effective ."."""
INSERTED: t.Final = re.compile(r"\[(?:I|[^\W\d][^][()]{1,60})\]")
"""Words that an editor has added to a quotation, not a capital letter: "[N]o attempt"."""
DETERMINERS: t.Final = words("determiner")
INCOMPLETE: t.Final = WORDS - (words("pronoun") - DETERMINERS)
"""Words that a phrase cannot end with."""
QUOTES: t.Final = frozenset('"”“')
NOMINAL: t.Final = NOMINAL_KINDS | {"DET"}
VERBAL: t.Final = frozenset({"VERB", "AUX"})
RELATIVES: t.Final = RELATIVE_TAGS - {"WRB"}
"""Tags of relative words that modify a noun; "where" and "when" after a dash mostly modify the whole sentence."""
SURE: t.Final = 0.7
"""The probability given to the attachment of an aside. Attachments to a noun or clause are right in six or seven of
ten cases in the treebanks."""
WRITTEN: t.Final = (
    attrs.HEAD, attrs.DEP, attrs.TAG, attrs.POS, attrs.MORPH, attrs.LEMMA, attrs.ENT_IOB, attrs.ENT_TYPE,
)  # fmt: skip
"""The token attributes that the pipeline sets."""
INSIDE, OUTSIDE, BEGIN = 1, 2, 3
"""spaCy's codes for the position of a token in a name."""


class Aside(t.NamedTuple):
    """The positions of the dashes around an aside, or of the brackets around words that complete a quotation."""

    dash: int
    last: int
    completes: bool = False

    @property
    def marks(self) -> tuple[int, int]:
        """The positions of both dashes or brackets."""
        return self.dash, self.last

    @property
    def words(self) -> range:
        """The positions of the words that are parsed separately."""
        return range(0) if self.completes else range(self.dash + 1, self.last)


class Rule(t.NamedTuple):
    """How to attach an aside with a certain root: to the noun before it or to the main word of its sentence."""

    name: str
    holds: Callable[[Token], bool]
    """Tests the root of the aside."""
    to_noun: bool
    label: str


def _has_subject(root: Token) -> bool:
    return any(child.dep_ in ANY_SUBJECT for child in root.children)


def _is_marked(root: Token) -> bool:
    return any(child.dep_ == "mark" or child.tag_ == "WRB" for child in root.children)


def _is_preposition(root: Token) -> bool:
    return root.pos_ in {"ADP", "SCONJ"} or root.lower_ in words("preposition")


RULES: t.Final = (
    Rule("goes on: left - and came back", lambda root: root.left_edge.dep_ == "cc", False, "conj"),
    Rule("relative clause: a film - which won", lambda root: root.left_edge.tag_ in RELATIVES, True, "relcl"),
    Rule("clause with a conjunction: rose - while others fell",
        lambda root: _has_subject(root) and _is_marked(root), False, "advcl"),
    Rule("clause: denied it - he is ill", _has_subject, False, "parataxis"),
    Rule("preposition: towns - including two ports", _is_preposition, True, "prep"),
    Rule("participle: the vote - expected in May", lambda root: root.tag_ in {"VBG", "VBN"}, True, "acl"),
    Rule("verb: the plan - to say no more of it", lambda root: root.pos_ in VERBAL, False, "parataxis"),
    Rule("noun: Ana Silva - the mayor", lambda root: root.pos_ in NOMINAL, True, "appos"),
    Rule("adjective: a deficit - far bigger than before", lambda root: root.pos_ == "ADJ", True, "amod"),
    Rule("preposition after no noun: won - by a goal", _is_preposition, False, "prep"),
    Rule("adverb: came - at last", lambda root: root.pos_ == "ADV", False, "advmod"),
)  # fmt: skip
"""Tried in order; the first that holds applies, if it finds the noun that it needs."""


def asides(doc: Doc, text: str) -> list[Aside]:
    """Return the asides between pairs of dashes, and an editor's brackets, in a tokenized paragraph with a text.

    Function words distinguish dashes from hyphens split off by the tokenizer: "ice - *the* sea", but "ice - free sea".
    """
    dashed = text.count(f" {DASH} ") >= 2 and not APART.search(text)
    found = [aside for aside in _candidates(doc) if _is_apart(doc, aside)] if dashed else []
    return sorted([*found, *_insertions(doc, text)]) if QUOTES.intersection(text) else found


def _insertions(doc: Doc, text: str) -> Iterator[Aside]:
    """Yield the brackets around an editor's words that are part of the sentence: "[The mayor] lied".

    A noun phrase after a noun or a personal pronoun explains that instead: "they [the police] came".
    """
    spans = (doc.char_span(*match.span()) for match in INSERTED.finditer(text))
    for span in (span for span in spans if span is not None):
        before = doc[max(span.start - 1, 0)]
        opened = span.start == 0 or before.is_punct or before.lower_ in INCOMPLETE
        if (opened or span[1].lower_ in INCOMPLETE - DETERMINERS) and span[-2].lower_ not in DETERMINERS:
            yield Aside(span.start, span.end - 1, completes=True)


def _candidates(doc: Doc) -> Iterator[Aside]:
    for start, end in _sentences(doc):
        dashes = [i for i in range(start + 1, end - 1) if _is_dash(doc[i])]
        if len(dashes) == 2:
            yield Aside(dashes[0], dashes[1])


def _is_apart(doc: Doc, aside: Aside) -> bool:
    """Return whether an aside has several words and the words around its dashes show that these are not hyphens.

    Either a function word follows a dash, or a name precedes both dashes and a lower-case word follows: "Ana Silva -
    head of Acme - resigned".
    """
    before, after = doc[aside.dash - 1], doc[aside.last + 1]
    grammar = any(doc[dash].nbor(1).lower_ in WORDS for dash in aside.marks)
    named = before.text[0].isupper() and after.text[0].islower()
    set_off = grammar or named
    return set_off and len(aside.words) > 1 and _is_complete([doc[i].text for i in aside.words])


def _is_dash(token: Token) -> bool:
    before, after = token.nbor(-1), token.nbor(1)
    if before.is_digit and after.is_digit:  # a score
        return False
    return token.text == DASH and bool(before.whitespace_) and bool(token.whitespace_)


def _is_complete(words: Sequence[str]) -> bool:
    """Return whether no quotation or bracket of an aside continues in its sentence."""
    quotes = sum(word in QUOTES for word in words)
    return quotes % 2 == 0 and not BRACKETS.intersection(words)


def _sentences(doc: Doc) -> Iterator[tuple[int, int]]:
    """Yield the bounds of text that may hold an aside: it contains no full stop, colon or end of a quotation."""
    start = 0
    for token in doc:
        ends_speech = token.text == "," and token.i + 1 < len(doc) and token.nbor(1).text in QUOTES
        if ends_speech or token.text in ENDS:
            yield start, token.i
            start = token.i + 1
    yield start, len(doc)


def parts_of(doc: Doc, found: Sequence[Aside]) -> list[Doc]:
    """Return the Docs to parse instead of a tokenized one: the text without its asides, and each aside."""
    return [_part(doc, places) for places in _places(doc, found)] if found else [doc]


def _places(doc: Doc, found: Sequence[Aside]) -> list[Sequence[int]]:
    """Return the positions of the tokens of each part of a Doc."""
    inside = {place for aside in found for place in (*aside.marks, *aside.words)}
    return [[place for place in range(len(doc)) if place not in inside], *(aside.words for aside in found)]


def _part(doc: Doc, places: Sequence[int]) -> Doc:
    part = Doc(doc.vocab, [doc[i].text for i in places], [bool(doc[i].whitespace_) for i in places])
    for token, i in zip(part, places, strict=True):
        token.norm_ = doc[i].norm_
    return part


def joined(doc: Doc, found: Sequence[Aside], parts: Sequence[Doc]) -> Doc:
    """Return a tokenized Doc with the annotations of its parsed parts, each aside attached to what it modifies."""
    if not found:
        return parts[0]
    places = _places(doc, found)
    heads, sure = np.arange(len(doc)), np.full(len(doc), SURE, dtype="f")
    table = np.zeros((len(doc), len(WRITTEN)), dtype="uint64")
    columns = dict(zip(WRITTEN, table.T, strict=True))
    for part, at in zip(parts, places, strict=True):
        table[at] = part.to_array(list(WRITTEN))
        heads[at] = [at[token.head.i] for token in part]
        if (probabilities := attachments(part)) is not None:
            sure[at] = probabilities
    for dash in (mark for aside in found for mark in aside.marks):
        columns[attrs.TAG][dash], columns[attrs.POS][dash] = doc.vocab.strings.add(":"), PUNCT
        columns[attrs.LEMMA][dash], columns[attrs.ENT_IOB][dash] = doc[dash].orth, OUTSIDE
    for place, (above, label) in _attachments(found, parts, places):
        heads[place], columns[attrs.DEP][place], sure[place] = above, doc.vocab.strings.add(label), SURE
    columns[attrs.HEAD][:] = (heads - np.arange(len(doc))).astype("int64").view("uint64")
    named = columns[attrs.ENT_IOB]
    cut = (named[1:] == INSIDE) & np.isin(named[:-1], (0, OUTSIDE))  # a name on both sides of an aside
    named[1:][cut] = BEGIN
    doc.from_array(list(WRITTEN), t.cast("t.Any", table))
    doc.user_data[ATTACHMENTS] = sure
    return doc


def _attachments(
    found: Sequence[Aside], parts: Sequence[Doc], places: Sequence[Sequence[int]]
) -> Iterator[tuple[int, tuple[int, str]]]:
    """Yield the positions, heads and labels of words whose attachments the parts do not give, or give differently."""
    host, rest = parts[0], {place: i for i, place in enumerate(places[0])}
    for aside, part in zip(found, parts[1:], strict=True):
        if aside.completes:
            yield from ((aside.dash, (aside.dash + 1, "punct")), (aside.last, (aside.last - 1, "punct")))
            continue
        before = host[rest[aside.dash - 1]]
        for root in (token for token in part if token.head.i == token.i):
            above, label = _head_and_label(root, before)
            yield aside.words[root.i], (places[0][above.i], label)
        after = host[rest[aside.last + 1]] if aside.last + 1 in rest else None
        if after is not None and after.dep_ == "prep" and after.head == _noun_ending_in(before):
            # "shot a film - a drama - *for* Acme"
            yield aside.last + 1, (places[0][_above(before, clause=True).i], after.dep_)
        for dash in aside.marks:
            yield dash, (aside.dash - 1, "punct")


def _head_and_label(root: Token, before: Token) -> tuple[Token, str]:
    """Return the head and the label of an aside, given its root and the last token before the dash."""
    noun = _noun_ending_in(before)
    rule = next((rule for rule in RULES if rule.holds(root) and (noun is not None or not rule.to_noun)), None)
    if rule is not None and rule.to_noun and noun is not None:
        return noun, rule.label
    label = "dep" if rule is None else rule.label
    return _above(before, clause=label == "advcl"), label


def _above(token: Token, *, clause: bool) -> Token:
    """Return the main word of a token's sentence, or that of the clause that contains it."""
    while token.head.i != token.i and not (clause and _is_main_verb(token)):
        token = token.head
    return token


def _is_main_verb(token: Token) -> bool:
    return token.pos_ in VERBAL and token.dep_ not in AUXILIARIES


def _noun_ending_in(token: Token) -> Token | None:
    """Return the noun whose phrase ends with a token: "a *resort* - the mainstay"."""
    while token.pos_ not in NOMINAL and token.pos_ not in VERBAL and token.head.i < token.i:
        token = token.head
    return token if token.pos_ in NOMINAL else None
