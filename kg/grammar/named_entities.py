"""Named entities as whole names: what the recogniser cuts off or cuts out is put right, before anything reads them.

It drops forms of address ("Mrs. Gates"), first names that it does not know, forms of clubs ("FC Porto"), generations
("Silva, Jr."), years ("the Clean Air Act of 1970") and numbers ("iPhone 12", "737 MAX"), and takes the matter of an
office for an organization ("Home" of "Home Secretary").
"""

import re
import typing as t
from collections.abc import Callable, Collection, Iterable

from spacy.tokens import Doc, Token
from spacy.tokens import Span as TokenSpan

from kg.lexicon.given_names import given_name_gender
from kg.lexicon.names import CLUB_FORMS, HONORIFICS, ORGANIZATION_WORDS
from kg.lexicon.nouns import name_type, noun_type
from kg.lexicon.supersenses import noun_supersense
from kg.lexicon.words import word_list

YEAR: t.Final = re.compile(r"1\d{3}|20\d\d")
NUMBER: t.Final = re.compile(r"\d{1,4}[A-Z]?")
SCORE: t.Final = re.compile(r"\d{1,2}|\d{1,2}[-–]\d{1,2}|[-–]")
TEAMS: t.Final = frozenset({"FAC", "GPE", "LOC", "NORP", "ORG", "PERSON"})
"""Labels that the recogniser gives to teams."""
DASHES: t.Final = frozenset({"-", "–"})
GENERATION: t.Final = re.compile(r"(?:[JS]n?r\.?|I{2,3}|IV)")
ENDINGS_OF_PERSONS: t.Final = ("ist", "ian", "man", "er", "or")
"""Endings of nouns that say what a person is, before the name: "Scientologist"."""
CUT: t.Final = frozenset({"PERSON", "ORG", "GPE", "FAC", "LOC", "NORP", "PRODUCT", "WORK_OF_ART", "EVENT", "LAW"})
MISTAKEN: t.Final = frozenset({"FAC", "LOC", "ORG", "PRODUCT", "WORK_OF_ART"})
"""Labels that the recogniser gives to rare names of persons."""
INSTITUTIONS: t.Final = frozenset({"Company", "EducationalOrganization", "Organization"})
"""What is known by its place: a museum, a bank, a university; a body of a state is known by what it is."""
NOUNS: t.Final = frozenset({"NOUN", "PROPN"})
LONG: t.Final = 4
"""How many letters a preposition has at least that tells a name by its capital; titles have shorter ones too."""
NUMBERS: t.Final = frozenset({"", "CARDINAL", "DATE", "ORDINAL", "PRODUCT", "QUANTITY"})
"""Labels of a number that may be a part of a name."""


class Named(t.NamedTuple):
    """The tokens `start` to `end` (half-open) of a named entity, and its label; no label where it is none."""

    start: int
    end: int
    label: str


class Change(t.NamedTuple):
    """What a rule makes of a named entity; `before` is None where it finds a name that was none."""

    rule: str
    before: Named | None
    after: Named


def complete_names(doc: Doc) -> None:
    """Make the named entities of a Doc whole names."""
    found = [Named(entity.start, entity.end, entity.label_) for entity in doc.ents]
    whole = [steps[-1].after if (steps := changes(doc, entity)) else entity for entity in found]
    whole += [change.after for change in numbered_names(doc)]
    if set(whole) != set(found):
        doc.set_ents([_span(doc, name) for name in _apart(whole, set(found))])


def _apart(names: Iterable[Named], recognised: Collection[Named]) -> list[Named]:
    """Return names without those that overlap: what was put right goes before what was recognised, then the longer."""
    kept: list[Named] = []
    taken: set[int] = set()
    for name in sorted(names, key=lambda name: (name in recognised, name.start, -name.end)):
        if name.label and taken.isdisjoint(range(name.start, name.end)):
            kept.append(name)
            taken.update(range(name.start, name.end))
    return kept


def _span(doc: Doc, name: Named) -> TokenSpan:
    return TokenSpan(doc, name.start, name.end, label=name.label)


def changes(doc: Doc, entity: Named) -> list[Change]:
    """Return what the rules make of a named entity, one after the other."""
    made: list[Change] = []
    for name, rule in RULES.items() if entity.label in CUT else ():
        after = rule(doc, entity) if entity.label else entity
        if after != entity:
            made.append(Change(name, entity, after))
        entity = after
    return made


def _without_matter(doc: Doc, entity: Named) -> Named:
    """Take the matter of an office for no name: "*Home* Secretary", "*Defence* Minister"."""
    alone = entity.end - entity.start == 1 and entity.end < len(doc)
    if not alone or doc[entity.start].lower_ not in word_list("matters of offices"):
        return entity
    office = doc[entity.end]
    return entity._replace(label="") if office.is_title and noun_type(office.lower_) == "Person" else entity


def _without_score(doc: Doc, entity: Named) -> Named:
    """Cut the score off that stands behind a name: "Lanza *3-1*"."""
    end = entity.end
    while end - 1 > entity.start and SCORE.fullmatch(doc[end - 1].text):
        end -= 1
    score = entity.label in TEAMS and end < entity.end and not DASHES.isdisjoint(doc[end : entity.end].text)
    return entity._replace(end=end) if score else entity


def _without_role(doc: Doc, entity: Named) -> Named:
    """Cut the noun off that says what a person with a full name is: "*Striker* Ivan Petrov"."""
    first = doc[entity.start]
    full = entity.label == "PERSON" and entity.end - entity.start > 2
    role = noun_type(first.lower_) == "Person" and given_name_gender(first.text) is None
    kept = first.lower_ in word_list("titles of rulers") or _is_address(first)
    return entity._replace(start=entity.start + 1) if full and role and not kept else entity


def _with_first_name(doc: Doc, entity: Named) -> Named:
    """Add the first name, which is no other word, before a last name that stands alone: "*Emeka* Nwosu"."""
    alone = entity.end - entity.start == 1 and entity.label in {"PERSON", "ORG"}
    if alone and entity.start > 0 and _is_first_name(doc[entity.start - 1], doc[entity.start]):
        return entity._replace(start=entity.start - 1)
    return entity


def _is_first_name(word: Token, name: Token) -> bool:
    if word.tag_ != "NNP" or word.ent_type_ or word.dep_ != "compound" or word.head != name or not word.is_title:
        return False
    if not word.is_alpha or _is_address(word) or word.lower_.endswith(ENDINGS_OF_PERSONS):
        return False
    return given_name_gender(word.text) is not None or not _is_noun_too(word)


def _is_noun_too(word: Token) -> bool:
    """Tell whether a name is also a noun that says what something is."""
    return noun_type(word.lower_) != "Thing" or noun_supersense(word.lower_) is not None


def _as_person(doc: Doc, entity: Named) -> Named:
    """Take a name for a person's where a noun before it says so: "the businessman *Emeka Nwosu*", "her father, *Tom*".

    It has two words, or is a common given name.
    """
    length = entity.end - entity.start
    given = length == 1 and given_name_gender(doc[entity.start].text) is not None
    if entity.start == 0 or not (length == 2 or given) or entity.label not in MISTAKEN:
        return entity
    noun, name = doc[entity.start - 1], doc[entity.end - 1]
    if noun.text == "," and name.dep_ == "appos":  # "the country's minister, Tunde Bello"
        noun = name.head
    beside = (name.head == noun and name.dep_ == "appos") or (noun.head == name and noun.dep_ in {"compound", "nmod"})
    person = noun.pos_ == "NOUN" and noun_type(noun.lower_) == "Person"
    role = noun.lower_ in word_list("roles of organizations")
    called = name_type(doc[entity.start : entity.end].text)
    return entity._replace(label="PERSON") if beside and person and not role and called is None else entity


def _as_person_named_again(doc: Doc, entity: Named) -> Named:
    """Take a given name with a word that is none for a person's where that stands alone elsewhere: "*Martin Zelko*"."""
    if not 2 <= entity.end - entity.start <= 3 or entity.label not in MISTAKEN:
        return entity
    first, last = doc[entity.start], doc[entity.end - 1]
    known = (
        _is_noun_too(last)
        or last.lower_ in ORGANIZATION_WORDS
        or name_type(doc[entity.start : entity.end].text) is not None
    )
    if known or last.tag_ != "NNP" or not last.is_title or given_name_gender(first.text) is None:
        return entity
    again = any(word.text == last.text and _stands_alone(word) for word in doc if word.i != last.i)
    return entity._replace(label="PERSON") if again else entity


def _stands_alone(word: Token) -> bool:
    """Tell whether no other word of a name stands beside a word."""
    beside = [word.nbor(step) for step in (-1, 1) if 0 <= word.i + step < len(word.doc)]
    return word.tag_ == "NNP" and not any(other.tag_ in {"NNP", "NNPS"} for other in beside)


def _with_capital_preposition(doc: Doc, entity: Named) -> Named:
    """Add what stands before a preposition with a capital, as in names only: "*Nurses Against* Malaria"."""
    at = entity.start if _is_capital_preposition(doc[entity.start]) else entity.start - 1
    if at < 1 or not _is_capital_preposition(doc[at]) or not doc[at - 1].is_title or doc[at - 1].pos_ not in NOUNS:
        return entity
    start = doc[at - 1].i
    while start > 0 and doc[start - 1].is_title and doc[start - 1].dep_ == "compound":
        start -= 1
    return Named(start, entity.end, "ORG" if entity.label == "PERSON" else entity.label)


def _is_capital_preposition(word: Token) -> bool:
    return word.tag_ == "IN" and word.is_title and len(word) >= LONG and not word.is_sent_start


def _with_address(doc: Doc, entity: Named) -> Named:
    """Add the form of address before a name, which tells Mr. from Mrs. Gates; what is so addressed is a person."""
    if entity.start > 0 and _is_address(doc[entity.start - 1]) and not doc[entity.start - 1].ent_type_:
        return Named(entity.start - 1, entity.end, "PERSON")
    return entity


def _is_address(word: Token) -> bool:
    return word.is_title and HONORIFICS.get(word.lower_.rstrip(".")) is not None


def _with_club_form(doc: Doc, entity: Named) -> Named:
    """Add the form of a club beside its name: "*FC* Porto", "Porto *FC*"."""
    start, end = entity.start, entity.end
    if start > 0 and _is_club_form(doc[start - 1]):
        start -= 1
    if end < len(doc) and _is_club_form(doc[end]):
        end += 1
    return entity if (start, end) == (entity.start, entity.end) else Named(start, end, "ORG")


def _is_club_form(word: Token) -> bool:
    return word.text.isupper() and word.lower_.replace(".", "") in CLUB_FORMS and not word.ent_type_


def _with_generation(doc: Doc, entity: Named) -> Named:
    """Add the generation behind a person's name: "Martin Silva, *Jr.*"."""
    at = entity.end + (entity.end < len(doc) and doc[entity.end].text == ",")
    if entity.label == "PERSON" and at < len(doc) and GENERATION.fullmatch(doc[at].text):
        return entity._replace(end=at + 1)
    return entity


def _with_place(doc: Doc, entity: Named) -> Named:
    """Add the place that tells institutions of one name apart: "Royal Museum *of Antwerp*"."""
    at = entity.end + 1
    if entity.label not in {"FAC", "ORG"} or at >= len(doc) or doc[at - 1].lower_ != "of":
        return entity
    institution = noun_type(doc[entity.end - 1].lower_) in INSTITUTIONS and doc[entity.end - 1].is_title
    if not institution or doc[at].ent_type_ != "GPE":
        return entity
    end = at + 1
    while end < len(doc) and doc[end].ent_iob_ == "I" and doc[end].ent_type_ == "GPE":
        end += 1
    return Named(entity.start, end, "ORG")


def _with_year(doc: Doc, entity: Named) -> Named:
    """Add the year that tells laws and events of one name apart: "the Clean Air Act *of 1970*"."""
    if entity.end + 1 >= len(doc) or doc[entity.end].lower_ != "of" or not YEAR.fullmatch(doc[entity.end + 1].text):
        return entity
    dated = entity.label in {"LAW", "EVENT"} or name_type(doc[entity.start : entity.end].text) == "Law"
    return entity._replace(end=entity.end + 2) if dated else entity


def _with_last_name(doc: Doc, entity: Named) -> Named:
    """Add the last name, which is no other word, that was left out behind first names: "Jean-Luc *Nwosu*"."""
    if entity.label != "PERSON" or entity.end >= len(doc):
        return entity
    name = doc[entity.end]
    last = name.tag_ == "NNP" and name.is_title and not name.ent_type_ and doc[entity.end - 1].head == name
    whole = last and not _is_noun_too(name) and name.is_alpha and doc[entity.end - 1].dep_ == "compound"
    return entity._replace(end=entity.end + 1) if whole else entity


def _with_second_field(doc: Doc, entity: Named) -> Named:
    """Add the second of what an institution is for: "the Ministry of Trade *and Industry*"."""
    at = entity.end + 1
    if entity.label != "ORG" or at >= len(doc) or doc[entity.end].lower_ not in {"and", "&"}:
        return entity
    last = doc[entity.end - 1]
    fields = any(word.lower_ in {"of", "for"} for word in doc[entity.start + 1 : entity.end - 1])
    second = next((word for word in last.rights if word.dep_ == "conj" and word.left_edge.i == at), None)
    if second is None or not fields or last.head.lower_ not in {"of", "for"}:
        return entity
    words = doc[at : second.i + 1]
    free = not any(word.ent_type_ for word in words) or second.tag_ == "NNPS"
    whole = free and all(word.is_title and word.pos_ == "PROPN" for word in words)
    return entity._replace(end=second.i + 1) if whole else entity


def _without_institution(doc: Doc, entity: Named) -> Named:
    """Cut the institution off that a person is from: "Ana Silva *of the Red Cross*"."""
    words = doc[entity.start : entity.end]
    of = next((word.i for word in words if word.lower_ in {"of", "from"} and word.i + 1 < entity.end), 0)
    cut = entity.label == "PERSON" and of - entity.start > 1 and doc[of + 1].lower_ == "the"
    return entity._replace(end=of) if cut else entity


Rule: t.TypeAlias = Callable[[Doc, Named], Named]
RULES: t.Final[t.Mapping[str, Rule]] = {
    "matter-of-office": _without_matter,
    "score": _without_score,
    "role": _without_role,
    "first-name": _with_first_name,
    "last-name": _with_last_name,
    "person-by-role": _as_person,
    "person-named-again": _as_person_named_again,
    "capital-preposition": _with_capital_preposition,
    "address": _with_address,
    "club-form": _with_club_form,
    "generation": _with_generation,
    "place": _with_place,
    "year": _with_year,
    "second-field": _with_second_field,
    "institution-of-person": _without_institution,
}


def numbered_names(doc: Doc) -> list[Change]:
    """Return the names that numbers are a part of."""
    found = ((name, rule(number)) for number in _numbers(doc) for name, rule in NUMBER_RULES.items())
    return [Change(rule, None, name) for rule, name in found if name is not None]


def _numbers(doc: Doc) -> list[Token]:
    """Return the numbers in figures that may be a part of a name."""
    figures = doc.vocab.strings["CD"]
    found = [doc[i] for i, tag in enumerate(doc.to_array("TAG").tolist()) if tag == figures]
    return [
        word for word in found if NUMBER.fullmatch(word.text) and word.ent_type_ in NUMBERS and word.dep_ == "nummod"
    ]


def _before_number(number: Token) -> Named | None:
    """Return a product's name with the number behind it: "iPhone *12*"; or a new word's: "the PowerCell *9*"."""
    name = number.head
    if name.i != number.i - 1 or name.pos_ != "PROPN" or name.ent_type_ not in {"", "ORG", "PRODUCT"}:
        return None
    product = name_type(f"{name.text.title()} 1") == "Product"
    article = name.i > 0 and name.nbor(-1).lower_ in {"a", "an", "the", "its"}
    known = _is_noun_too(name)
    return Named(name.i, number.i + 1, "PRODUCT") if product or (article and not known) else None


def _behind_number(number: Token) -> Named | None:
    """Return a name with the number before it: one thing cannot be counted, so that "the *737* MAX" is a name.

    A year names an event only: "the *2014* World Cup".
    """
    name = number.head
    if name.pos_ != "PROPN" or name.i <= number.i or name.ent_type_ not in {"", "ORG", "PRODUCT", "EVENT"}:
        return None
    inside = name.doc[number.i + 1 : name.i + 1]
    if YEAR.fullmatch(number.text):
        event = name.ent_type_ == "EVENT" and all(word.ent_type_ == "EVENT" for word in inside)
        dated = event and name_type(f"Great {inside.text}") == "Event"
        return Named(number.i, name.i + 1, "EVENT") if dated else None
    before = number.nbor(-1) if number.i > 0 else None
    told = before is not None and before.head == name and before.dep_ in {"det", "compound"}
    return Named(number.i, name.i + 1, "PRODUCT") if told and len(inside) == 1 and name.text.isupper() else None


NUMBER_RULES: t.Final[t.Mapping[str, Callable[[Token], Named | None]]] = {
    "number-behind": _before_number,
    "number-before": _behind_number,
}
