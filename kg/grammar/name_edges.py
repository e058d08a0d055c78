"""Corrections of the boundaries of names, from the marks in and around them: brackets, dashes, small words, saints.

The recogniser leaves a bracket open ("the Film Board (FCB"), and continues names over a dash ("Maputo - Mozambique") or
comma. It ends names with an "of" or "and" that joins nothing, and before "and" or "of the" ("Mask of the | Marshes").
"""

import itertools
import re
import typing as t
from collections.abc import Iterable, Iterator

import numpy as np
from spacy.tokens import Doc, Token

from kg.grammar.labels import DASHES, FINITE_TAGS, NAME_TAGS, TIME_ENTITIES, VERB_TAGS
from kg.lexicon import names, nouns, words
from kg.lexicon.name_forms import has_legal_form, honorifics
from kg.lexicon.noun_types import broad_type, name_type
from kg.lexicon.spelling import state_names
from kg.lexicon.supersenses import noun_supersense

OPENING: t.Final = "("
CLOSING: t.Final = ")"
LOOSE: t.Final = frozenset({"CC", "``", "-LRB-", ":", ","})
"""Tags of words that do not end a name."""
OF: t.Final = "of"
THE: t.Final = "the"
SMALL: t.Final = frozenset({"CC", "DT", "IN"})
"""Tags of words whose letters an acronym leaves out: "Board *of* Trade *and* Tin (BTT)"."""
LISTED: t.Final = frozenset({"ORG", "PERSON"})
"""Labels of names that contain no comma unless an "and" follows it."""
LEAST_LISTED: t.Final = 3
"""The minimum number of tokens in two names with a comma between them."""
OPENS_SPEECH: t.Final = frozenset({":", "``", "''", "-LRB-"})
"""Tags of marks after which any word may be capitalized."""
LABELS: t.Final[t.Mapping[str, str]] = {"Organization": "ORG", "Place": "LOC", "Event": "EVENT"}
"""The label of a name by the type that its words show."""
POSSESSIVE: t.Final = "POS"
SPEAKING: t.Final = frozenset({"GPE", "NORP", "PERSON"})
"""Labels of names before a colon that give the speaker or the place, and of names after it in a list."""
LONGEST_TITLE: t.Final = 8
"""The maximum number of words of a title before its colon, and after it."""
LEAST: t.Final = 2
"""The minimum number of capitalized words after the colon of a title, and before it at the start of a sentence."""
SEAT: t.Final = re.compile(r"(?:\(|, )[DIR]-(?P<place>(?P<name>[A-Z][\w.]*\w(?: [A-Z]\w*)*)\.?)")
"""The party of a politician with the state or town: "(R-Fla.)", ", D-Fort Worth"."""


class Named(t.NamedTuple):
    """The tokens `start` to `end` (half-open) of a named entity, and its label, empty if it is not a name."""

    start: int
    end: int
    label: str


def without_bracket(doc: Doc, entity: Named) -> Named:
    """Remove an unclosed bracket inside a name: "the Film Board *(FCB*)"."""
    opened = _opened(doc, entity)
    return entity._replace(end=opened) if opened is not None and opened > entity.start else entity


def in_bracket(doc: Doc, entity: Named) -> Named | None:
    """Return the single word in an unclosed bracket of a name, which is another name: "the Film Board (*FCB*)"."""
    opened = _opened(doc, entity)
    if opened is None or opened + 2 != entity.end or entity.end >= len(doc):
        return None
    alone = doc[entity.end].text == CLOSING and doc[opened + 1].text[:1].isupper()
    return Named(opened + 1, entity.end, entity.label) if alone else None


def _opened(doc: Doc, entity: Named) -> int | None:
    """Return the position of a bracket that a name opens and does not close."""
    marks = [word.i for word in doc[entity.start : entity.end] if word.text in {OPENING, CLOSING}]
    return marks[-1] if marks and doc[marks[-1]].text == OPENING else None


def _end_of_row(doc: Doc, start: int) -> int:
    """Return the end of a sequence of capitalized words of names, including a year after it."""
    end = start
    while end < len(doc) and doc[end].tag_ in NAME_TAGS and doc[end].text[0].isupper():
        end += 1
    return end


def without_dash(doc: Doc, entity: Named) -> Named:
    """Remove the text after a dash with space on both sides: "Maputo *- Mozambique*", "Varn *3 - 1*"."""
    inside = (word for word in doc[entity.start + 1 : entity.end] if word.text in DASHES)
    dash = next((word for word in inside if word.whitespace_ and word.nbor(-1).whitespace_), None)
    if dash is None:
        return entity
    return entity._replace(end=dash.i - (dash.i > entity.start + 1 and dash.nbor(-1).is_digit))


def without_verb(doc: Doc, entity: Named) -> Named:
    """End a name before a lower-case finite verb: "Varn *beat Holm*"; "Palacio *do* Planalto" contains none."""
    inside = (word for word in doc[entity.start + 1 : entity.end] if word.tag_ in FINITE_TAGS and word.is_lower)
    ends = (word.i for word in inside if len(word) >= 3 and word.nbor(-1).whitespace_)  # not "Park Ji-*won*"
    return entity._replace(end=next(ends, entity.end))


def without_loose_ends(doc: Doc, entity: Named) -> Named:
    """Remove a mark or small word that joins nothing: "Holm & Sons *and*", "Ana Silva *duet*", "the city*’s* Holm".

    After an "of" the name continues if an article follows or it is not a person's: "the Police Service of *Norla*".
    """
    start, end = entity.start, entity.end
    start += end > start + 1 and doc[start].tag_ == POSSESSIVE
    while end > start + 1 and _is_loose(doc[end - 1], entity.label):
        end -= 1
    if end + 1 == entity.end and doc[end].lower_ == OF and doc[start].tag_ == "DT":
        article = entity.end < len(doc) and doc[entity.end].tag_ == "DT"
        row = _end_of_row(doc, entity.end + article)
        return entity._replace(end=row if row > entity.end + article else end)
    return entity._replace(start=start, end=end)


def _is_loose(word: Token, label: str) -> bool:
    """Return whether a word ends no name, or no person's name: a lower-case common noun before no capital."""
    if word.tag_ in LOOSE or word.lower_ == OF:
        return True
    common = label == "PERSON" and word.is_lower and word.tag_ == "NN"
    apart = word.nbor(-1).whitespace_ != ""  # not the end of a given name: "Kim Jae-*ho*"
    return common and apart and not any(each.text[0].isupper() for each in word.doc[word.i + 1 : word.i + 2])


def without_list(doc: Doc, entity: Named) -> Named:
    """Remove the text after a comma in a name without "and", which is another name: "Varn Board*, Norla Office*"."""
    comma = _comma(doc, entity)
    return entity if comma is None else entity._replace(end=comma)


def after_comma(doc: Doc, entity: Named) -> Named | None:
    """Return the text after the comma in a name, which is another name: "Varn Board, *Norla Office*"."""
    comma = _comma(doc, entity)
    return None if comma is None else entity._replace(start=comma + 1)


def _comma(doc: Doc, entity: Named) -> int | None:
    """Return the position of a comma between two names that were taken as one; a comma before "Inc." does not count."""
    if entity.label not in LISTED or entity.end - entity.start < LEAST_LISTED:
        return None
    inside = doc[entity.start : entity.end]
    comma = next((word.i for word in inside[1:-1] if word.text == ","), None)
    joined = comma is None or any(word.tag_ == "CC" for word in inside)
    return None if joined or has_legal_form(inside.text) else comma


def seats(doc: Doc) -> Iterator[Named]:
    """Yield the states and towns after a politician's party, which the recogniser often misses: "Silva, D-*Ohio*"."""
    found = (each.span("place" if each["place"] in state_names() else "name") for each in SEAT.finditer(doc.text))
    places = (doc.char_span(*span, alignment_mode="expand") for span in found)
    yield from (Named(place.start, place.end, "GPE") for place in places if place is not None)


def titles_with_two_parts(doc: Doc) -> Iterator[Named]:
    """Yield the titles that contain a colon, where the recogniser splits them: "Quill Saga: The Last Oath".

    A speaker, a place or a single word at the start of a sentence ("*Image*: Norla Press") is not part of a title. Nor
    is a person named after the colon.
    """
    for colon in np.flatnonzero(doc.to_array("ORTH") == doc.vocab.strings[":"]).tolist():
        before, after = doc[max(colon - LONGEST_TITLE, 0) : colon], doc[colon + 1 : colon + 1 + LONGEST_TITLE]
        first, last = _row_of_capitals(reversed([*before])), _row_of_capitals(after)
        if not first or len(last) < LEAST or any(word.ent_type_ in SPEAKING for word in last):
            continue
        is_name = len(first) < LEAST or first[-1].text.isupper() or first[-1].ent_type_ in SPEAKING
        if not (is_name and first[-1].is_sent_start):
            yield Named(first[-1].i, last[-1].i + 1, "WORK_OF_ART")


def _row_of_capitals(row: Iterable[Token]) -> list[Token]:
    """Return the capitalized words and numbers at the start of a sequence; small words may be between them."""
    small = SMALL | {"TO"}
    begun = itertools.takewhile(lambda word: _is_titled(word) or word.tag_ in small - {"CC"}, row)
    return [word for word in begun if _is_titled(word)]


def _is_titled(word: Token) -> bool:
    return word.text[0].isupper() or word.tag_ == "CD"


def with_initials(doc: Doc, entity: Named) -> Named:
    """Add the words whose initials are in the bracket after a name: "the *Norla Tin and* Copper Board (NTCB)"."""
    after = [word.text for word in doc[entity.end : entity.end + 3]]
    if after[:1] != [OPENING] or after[2:] != [CLOSING] or not after[1].isupper():
        return entity
    titled = [word for word in doc[: entity.end] if not word.is_lower][-len(after[1]) :]
    fits = "".join([word.text[0] for word in titled]) == after[1]
    return Named(titled[0].i, entity.end, "ORG") if fits and titled[0].i < entity.start else entity


def with_noun(doc: Doc, entity: Named) -> Named:
    """Add the noun that opens a name before "of the": "the *Mask of the* Marshes film"; an office is not added."""
    article = entity.start - (doc[entity.start].lower_ != THE)
    name = doc[max(article - 2, 0) : entity.end]
    with_place = article > 1 and [word.lower_ for word in name[1:3]] == [OF, THE] and entity.label != "GPE"
    if not with_place or not _opens_name(name[0]):
        return entity
    return Named(name.start, name.end, LABELS.get(broad_type(name_type(name.text) or ""), "WORK_OF_ART"))


def _opens_name(noun: Token) -> bool:
    """Return whether a noun opens a name: it is capitalized, and at the start of a sentence tagged as a name."""
    word = noun.lower_
    office = word in nouns("role") or (word in names("title") and word not in honorifics())
    common = any(noun_supersense(form) is not None for form in (word, word.removesuffix("s")))
    titled = noun.is_title and noun.ent_type_ != "PERSON"
    if office or not common or not titled:
        return False
    before = noun.nbor(-1) if noun.i > noun.sent.start else None
    if before is None or before.tag_ in OPENS_SPEECH:
        return noun.tag_ == "NNP"
    return not (before.tag_ in NAME_TAGS and before.text[0].isupper())


def with_saint(doc: Doc, entity: Named) -> Named:
    """Add the words for what is named after a saint: "St Oswin's *Primary School*"."""
    mark = doc[entity.end] if entity.end < len(doc) else doc[entity.end - 1]
    mark = mark if mark.tag_ == POSSESSIVE else doc[entity.end - 1]
    saint = next((word for word in doc[entity.start : mark.i] if word.lower_.rstrip(".") == "st"), None)
    end = _end_of_row(doc, mark.i + 1)
    named = saint is not None and mark.tag_ == POSSESSIVE and end > mark.i + 1
    return Named(saint.i, end, "FAC") if saint is not None and named else entity


def called_as_days(doc: Doc) -> list[Named]:
    """Return works named by a word for a day, recognised by its capital inside a sentence: "told *Today*"."""
    times = (word for entity in doc.ents if entity.label_ in TIME_ENTITIES for word in entity)
    days = (word for word in times if word.lower_ in words("adverb", "when") and _is_capital_inside(word))
    return [Named(word.i, _end_of_row(doc, word.i + 1), "WORK_OF_ART") for word in days]


def _is_capital_inside(word: Token) -> bool:
    """Return whether a word is capitalized where no sentence, quotation or heading requires it: its verb is not."""
    sentence = word.sent
    before = word.nbor(-1) if word.i > sentence.start else word
    opened = before is word or before.tag_ in OPENS_SPEECH | {","} or not word.is_title
    return not opened and any(each.tag_ in VERB_TAGS and each.text.islower() for each in sentence)
