"""Corrections of named entities to whole names, made before anything else reads them.

The recogniser drops titles ("Mrs. Gates"), first names, generations ("Silva, Jr.") and years, and takes the field of an
office as an organization ("Home" of "Home Secretary"). A rule is kept only if it corrected more names than it broke,
and at least three, in text that it was not written from.
"""

import re
import typing as t
from collections.abc import Callable, Collection, Iterable

import numpy as np
from spacy.tokens import Doc, Token
from spacy.tokens import Span as TokenSpan

from kg.grammar import name_edges
from kg.grammar.labels import NAME_TAGS, PEOPLE
from kg.grammar.name_edges import Named
from kg.grammar.name_joins import RECOGNISED
from kg.grammar.patterns import by_name
from kg.lexicon import names
from kg.lexicon.gazetteer import default_gazetteer
from kg.lexicon.given_names import given_name_gender
from kg.lexicon.name_forms import JOINED, honorifics
from kg.lexicon.noun_types import broad_type, endings, name_type, noun_type
from kg.lexicon.supersenses import noun_supersense

YEAR: t.Final = re.compile(r"1\d{3}|20\d\d")
SCORE: t.Final = re.compile(r"(?:\d{1,2} ?[-–] ?\d{1,2}(?:,? |$))+")
GENERATION: t.Final = re.compile(r"(?:[JS]n?r\.?|I{2,3}|IV)")
FULL: t.Final = 3
"""The minimum number of words of a full name together with the noun before it."""


class Change(t.NamedTuple):
    """The change that a rule makes to a named entity."""

    rule: str
    before: Named
    after: Named


def complete_names(doc: Doc) -> None:
    """Turn the named entities of a Doc into whole names."""
    found = [Named(entity.start, entity.end, entity.label_) for entity in doc.ents]
    completed = [steps[-1].after if (steps := changes(doc, entity)) else entity for entity in found]
    named = [entity for entity in found if entity.label in RECOGNISED]
    second = (rule(doc, entity) for entity in named for rule in (name_edges.in_bracket, name_edges.after_comma))
    completed += [*_addressed(doc), *_called(doc), *_of_people(doc), *name_edges.seats(doc)]
    completed += [*name_edges.called_as_days(doc), *filter(None, second), *name_edges.titles_with_two_parts(doc)]
    if set(completed) != set(found):
        separate = _apart(completed, set(found))
        doc.set_ents([TokenSpan(doc, name.start, name.end, label=name.label) for name in separate])


def _addressed(doc: Doc) -> list[Named]:
    """Return persons that the recogniser missed and only a title shows: "*Mr Silva* left"."""
    following = [doc[word.i + 1] for word in _unlabelled(doc, "IS_TITLE") if _is_address(word)]
    named = (name for name in following if name.tag_ in NAME_TAGS and name.is_title and not name.ent_type_)
    return [Named(name.i - 1, name.i + 1, "PERSON") for name in named]


def _unlabelled(doc: Doc, form: str) -> list[Token]:
    """Return the words with a form that are in no recognised name and not the last word, from arrays of all words."""
    forms, labels = doc.to_array([form, "ENT_TYPE"])[:-1].T
    return [doc[place] for place in np.flatnonzero((forms != 0) & (labels == 0)).tolist()]


def _called(doc: Doc) -> list[Named]:
    """Return names that only the noun before them shows to be organizations: "chipmaker *Ardent Micro*"."""
    nouns = (word for word in _unlabelled(doc, "IS_LOWER") if word.tag_ == "NN")
    names_after = [doc[word.i + 1] for word in nouns if broad_type(noun_type(word.lower_)) == "Organization"]
    ends = [(word.i, _end_of_name(doc, word.i)) for word in names_after if not _is_titled(word)]
    return [Named(start, end, "ORG") for start, end in ends if end > start]


def _of_people(doc: Doc) -> list[Named]:
    """Return persons with two names that only the nationality before them shows: "American *Taylor Holt*"."""
    peoples = (word for entity in doc.ents if entity.label_ == PEOPLE for word in entity if word.tag_ in {"JJ", "NNP"})
    names_after = [(word.i + 1, _end_of_name(doc, word.i + 1)) for word in peoples]
    two = (doc[start:end] for start, end in names_after if end - start == FULL - 1)
    return [Named(name.start, name.end, "PERSON") for name in two if _is_first_and_last(*name)]


def _is_first_and_last(first: Token, last: Token) -> bool:
    """Return whether two words can be a first and a last name; the last may be a noun: "Taylor *Dent*"."""
    titles = all(word.is_title and word.is_alpha and word.tag_ == "NNP" for word in (first, last))
    known_noun = noun_type(first.lower_) != "Thing" or noun_supersense(first.lower_) is not None
    return titles and not known_noun and noun_type(last.lower_) == "Thing"


def _end_of_name(doc: Doc, start: int) -> int:
    """Return the end of the words that form a name which the recogniser missed."""
    return next((word.i for word in doc[start:] if word.tag_ not in NAME_TAGS or word.ent_type_), len(doc))


def _is_titled(word: Token) -> bool:
    """Return whether a word after a noun is lower-case, a title or a first name and opens no name: "bank Chairman"."""
    title = word.lower_ in names("title", "title") or noun_type(word.lower_) == "Person"
    return title or not word.text[0].isupper() or given_name_gender(word.text) is not None


def _apart(names: Iterable[Named], recognised: Collection[Named]) -> list[Named]:
    """Return names without overlaps: corrected names take precedence over recognised ones, then longer names."""
    separate: list[Named] = []
    taken: set[int] = set()
    for name in sorted(names, key=lambda name: (name in recognised, name.start, -name.end)):
        if name.label and taken.isdisjoint(range(name.start, name.end)):
            separate.append(name)
            taken.update(range(name.start, name.end))
    return separate


def changes(doc: Doc, entity: Named) -> list[Change]:
    """Return the changes that the rules make to a named entity, one after the other."""
    made: list[Change] = []
    for name, rule in RULES.items() if entity.label in RECOGNISED else ():
        after = rule(doc, entity) if entity.label else entity
        if after != entity:
            made.append(Change(name, entity, after))
        entity = after
    return made


def _without_matter(doc: Doc, entity: Named) -> Named:
    """Remove the field of an office as a name: "*Home* Secretary", "*Education* minister"."""
    office = doc[entity.end] if entity.end - entity.start == 1 and entity.end < len(doc) else None
    held, matter = office is not None and office.lower_ in names("title", "office"), doc[entity.start].lower_
    common = entity.label == "ORG" and noun_supersense(matter) is not None and matter not in names("government")
    return entity._replace(label="") if held and common else entity


def _without_common_noun(doc: Doc, entity: Named) -> Named:
    """Remove lower-case common nouns as names, in a text with capitals: "the *transport ministry*"."""
    inside = [word for word in doc[entity.start : entity.end] if word.tag_ != "DT"]
    tagged = (word.lower_ for word in inside if word.tag_ in NAME_TAGS)
    nouns = (*tagged, doc[entity.end - 1].lemma_.lower())
    small = doc[0].text[0].isupper() and all(word.is_lower for word in inside)
    common = small and all(noun_supersense(noun) not in {None, "location"} for noun in nouns)
    return entity._replace(label="") if common and entity.label != "NORP" else entity


def _without_opening_noun(doc: Doc, entity: Named) -> Named:
    """Remove a common noun as a name if only the start of a sentence gives its capital: "*Theatre* chief resigns"."""
    word, noun = doc[entity.start], doc[entity.start].head
    doubtful = entity.label not in {"GPE", "NORP", "PERSON"} or word.tag_ == "NN"
    alone = doubtful and word.is_sent_start and entity.end - entity.start == 1
    before = noun.i > word.i and noun.tag_ in {"NN", "NNS"} and noun.is_lower
    common = noun_supersense(word.lower_) not in {None, "group"} and word.lower_ not in names("government")
    unknown = common and default_gazetteer().find(word.text) is None
    return entity._replace(label="") if alone and before and unknown else entity


def _without_score(doc: Doc, entity: Named) -> Named:
    """Remove the score after a name: "Lanza *3-1*"."""
    rest = range(entity.start + 1, entity.end)
    return entity._replace(end=next((i for i in rest if SCORE.fullmatch(doc[i : entity.end].text)), entity.end))


def _without_role(doc: Doc, entity: Named) -> Named:
    """Remove the noun for the role or origin of a person with a full name: "*Striker* Ivan Petrov"."""
    first, length = doc[entity.start], len(doc[entity.start : entity.end].text.split(" "))
    needed = first.lower_ in names("title", "ruler") or _is_address(first) or given_name_gender(first.text) is not None
    if needed or length < FULL:
        return entity
    if entity.label == "PERSON" and noun_type(first.lower_) == "Person":
        return entity._replace(start=entity.start + 1)
    given = given_name_gender(doc[entity.start + 1].text) is not None and length <= FULL + 1
    someone = noun_supersense(first.lower_) == "person" and first.lower_ not in names("surname", "common")
    return Named(entity.start + 1, entity.end, "PERSON") if given and someone else entity


def _without_office(doc: Doc, entity: Named) -> Named:
    """Remove the field of an office from the name of its holder: "Minister of *Mines* Ana Silva"."""
    if entity.start < 2 or entity.end - entity.start < 3 or doc[entity.start - 1].lower_ != "of":
        return entity
    first, last = doc[entity.end - 2 : entity.end]
    given = given_name_gender(first.text) is not None and first.is_title and last.is_title
    office = doc[entity.start - 2].lower_ in names("title", "title")
    return Named(first.i, entity.end, "PERSON") if office and given else entity


def _with_first_name(doc: Doc, entity: Named) -> Named:
    """Add the first name before a bare last name, if it is no other word: "*Emeka* Nwosu"."""
    alone = entity.end - entity.start == 1 and entity.start > 0
    named = alone and entity.label in {"PERSON", "ORG"} and _is_first_name(doc[entity.start - 1], doc[entity.start])
    return entity._replace(start=entity.start - 1) if named else entity


def _is_first_name(word: Token, name: Token) -> bool:
    part = word.dep_ == "compound" and word.head == name and not word.ent_type_
    capital = word.tag_ == "NNP" and word.is_title and word.is_alpha
    other = _is_address(word) or word.lower_.endswith(endings("person"))
    noun = noun_type(word.lower_) != "Thing" or noun_supersense(word.lower_) is not None
    named = not other and (given_name_gender(word.text) is not None or not noun)
    return part and capital and named


def _with_address(doc: Doc, entity: Named) -> Named:
    """Add the title before a name, which distinguishes Mr. from Mrs. Gates; a name with a title is a person's."""
    titled = entity.start > 0 and _is_address(doc[entity.start - 1]) and not doc[entity.start - 1].ent_type_
    return Named(entity.start - 1, entity.end, "PERSON") if titled else entity


def _with_hyphen(doc: Doc, entity: Named) -> Named:
    """Add the rest of a given name after its hyphen, if it is no other word: "Kim Jae-*ho*", but not "Silva-*era*"."""
    whole = doc[entity.end - 1 - (doc[entity.end - 1].text == "-") :][:3]
    person = entity.label == "PERSON" and JOINED.fullmatch(whole.text) is not None
    named = person and whole[-1].tag_ in {"NN", "NNP"} and noun_supersense(whole[-1].lower_) is None
    return entity._replace(end=whole.end) if named else entity


def _is_address(word: Token) -> bool:
    return word.is_title and honorifics().get(word.lower_.rstrip(".")) is not None


def _with_generation(doc: Doc, entity: Named) -> Named:
    """Add the generation after a person's name: "Martin Silva, *Jr.*"."""
    at = entity.end + (entity.end < len(doc) and doc[entity.end].text == ",")
    follows = entity.label == "PERSON" and at < len(doc) and GENERATION.fullmatch(doc[at].text)
    return entity._replace(end=at + 1) if follows else entity


def _with_year_before(doc: Doc, entity: Named) -> Named:
    """Add the year before an event that cannot be counted: "the *2014* World Cup"."""
    if entity.label != "EVENT" or entity.start == 0:
        return entity
    year = doc[entity.start - 1]
    inside = year.dep_ == "nummod" and entity.start <= year.head.i < entity.end and YEAR.fullmatch(year.text)
    event = name_type(f"Great {doc[entity.start : entity.end].text}") == "Event"
    return entity._replace(start=entity.start - 1) if inside and event else entity


RULES: t.Final[t.Mapping[str, Callable[[Doc, Named], Named]]] = by_name(
    name_edges.without_bracket, name_edges.without_dash, name_edges.without_list, name_edges.without_verb,
    name_edges.without_loose_ends, _without_matter, _without_common_noun, _without_opening_noun, _without_score,
    _without_role, _without_office, _with_hyphen, _with_first_name, _with_address, name_edges.with_saint,
    name_edges.with_initials, name_edges.with_noun, _with_generation, _with_year_before,
)  # fmt: skip
"""The effects of each rule on names are recorded in decision 16."""
