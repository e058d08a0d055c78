"""Words next to a name that belong to it: the recogniser splits "UK *Independence Party*" and "*MM* Warburg" in two.

Between two words that can be parts of names is a gap, sometimes with "of" or "and" in it. Learned weights decide
whether a name continues over a gap at which the recogniser ends it (`training/name_joins.py`). They use the forms and
tags of both words, their relation in the parse, the labels of the recogniser and the kinds in the lexicon. They also
use whether each word occurs without the other. A person's name is never joined to a role or a place of origin.
"""

import itertools
import typing as t
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from kg.grammar.labels import NAME_TAGS, NOUN_TAGS, PEOPLE, PLURAL_TAGS, SINGULAR_TAGS, TIME_ENTITIES, VALUE_ENTITIES
from kg.grammar.name_labels import NAMES
from kg.lexicon import names, words
from kg.lexicon.gazetteer import country_meant, default_gazetteer, is_adjective_of_place
from kg.lexicon.given_names import given_name_gender
from kg.lexicon.learned import learned, probability
from kg.lexicon.name_forms import has_legal_form, honorifics, is_acronym
from kg.lexicon.noun_types import broad_type, name_type, noun_type
from kg.lexicon.supersenses import noun_supersense

if t.TYPE_CHECKING:
    from kg.grammar.parse import Parse, Token, TokenSpan

RECOGNISED: t.Final = NAMES | {PEOPLE}
"""The labels of names, including those of peoples."""
PARTICLES: t.Final = names("particle", "particle")
LINKING: t.Final = names("common", "function") | names("particle") - words("place")
"""The words that may be between two words of one name: "Bank *of* Varn", "Anna *van der* Berg"."""
TIGHT: t.Final = frozenset({"", "'", "’", "&"})
"""The links between two words of a person's name; "of" says where somebody is from."""
NOT_NAMES: t.Final = frozenset({"DT", "PDT", "PRP", "PRP$", "MD", "WDT", "WP", "WP$", "WRB", "CC", "EX"})
CAPITALS: t.Final = NOUN_TAGS | {"JJ"}
"""The tags of words in a row of capitalised words."""
LIKELY: t.Final = 0.6
"""The minimum probability that a name continues for it to be joined."""
SEVERAL: t.Final = 2
NONE: t.Final = "none"
LABELS: t.Final[Mapping[str, str]] = {
    "Event": "EVENT", "Group": "NORP", "Law": "LAW", "Organization": "ORG", "Place": "GPE", "Work": "WORK_OF_ART",
}  # fmt: skip
"""The label of a joined name, by the type that it has in the gazetteer or that its words show."""


@dataclass(frozen=True, slots=True)
class Gap:
    """Two words that can be parts of one name, and the start and end of the recogniser's names around them."""

    left: "Token"
    right: "Token"
    start: int
    end: int
    joined: bool
    link: str

    @property
    def before(self) -> "TokenSpan":
        """The recogniser's name up to the gap, or the word before it."""
        return self.left.doc[self.start : self.left.i + 1]

    @property
    def after(self) -> "TokenSpan":
        """The recogniser's name from the gap on, or the word after it."""
        return self.left.doc[self.right.i : self.end]

    @property
    def text(self) -> str:
        """The name that the two sides would form."""
        return self.left.doc[self.start : self.end].text

    @property
    def texts(self) -> tuple[str, str, str]:
        """The word before the gap, the words in it, and the word after it."""
        return self.left.text, self.link, self.right.text


@dataclass(frozen=True, slots=True)
class Usage:
    """The counts of the words of a document: in all, at the edges of rows of capitalised words, and in pairs."""

    times: Counter[str]
    begins: Counter[str]
    ends: Counter[str]
    pairs: Counter[tuple[str, str, str]]
    small: Set[str]


def join_names(parse: "Parse") -> None:
    """Join the names that the recogniser split in two."""
    for start, end in joins(parse):
        label = _label(parse[start:end])
        label = "WORK_OF_ART" if label == "PERSON" and any(map(_is_own_link, parse[start:end])) else label
        for word in parse.tokens[start:end]:
            word.ent_type_ = label
            word.ent_iob_ = ("B" if word.i == start else "I") if label else "O"


def joins(parse: "Parse") -> list[tuple[int, int]]:
    """Return the spans of tokens that are one name and were split: half-open, without overlaps."""
    found = [*gaps(parse)] if parse.sents else []
    usage = usage_of(parse, found)
    return _stretches({gap: _likely(usage, gap) for gap in found if not gap.joined})


def _likely(usage: Usage, gap: Gap) -> float:
    """Return the probability that a name continues over a gap.

    It is 1 for a known name, and for one with a small word of another language: "the *Liberal Democrats*",
    "Cooperativa *del Sur*". It is also 1 if a city's name is a first name: "*Wellington* Tavares Nunes", and if
    the document has the same linked words twice, and neither without the other: "*Salt and Ashes*".
    """
    certain = _is_particle(gap) or _is_first_name_of_place(gap) or _is_always_linked(usage, gap)
    if certain or _known(gap.text) != NONE:
        return 1.0
    return 0.0 if any(bar(gap) for bar in BARS) else probability(evidence(usage, gap), learned("name_joins"))


def _is_particle(gap: Gap) -> bool:
    """Return whether the link is small words of another language: "Cooperativa *del* Sur", "Ana *van der* Berg"."""
    return bool(gap.link) and PARTICLES.issuperset(gap.link.split())


def _is_always_linked(usage: Usage, gap: Gap) -> bool:
    """Return whether two linked words occur together twice and never alone, and are not two persons or known things."""
    persons = gap.left.ent_type_ == gap.right.ent_type_ == "PERSON"
    known = NONE not in {_known(gap.left.text), _known(gap.right.text)}
    apart = persons or known or not gap.link
    return not apart and _elsewhere(usage, gap) == f"0 0 {SEVERAL}"


def _stretches(likely: Mapping[Gap, float]) -> list[tuple[int, int]]:
    joined = (gap for gap, chance in likely.items() if chance >= LIKELY and is_at_name(gap))
    found: list[tuple[int, int]] = []
    for start, end in sorted((gap.start, gap.end) for gap in joined):
        if found and start < found[-1][1]:
            start, end = found[-1][0], max(end, found.pop()[1])
        found.append((start, end))
    return found


def is_at_name(gap: Gap) -> bool:
    """Return whether at least one of the two words is part of a recognised name."""
    return not RECOGNISED.isdisjoint({gap.left.ent_type_, gap.right.ent_type_})


def _is_own_link(word: "Token") -> bool:
    """Return whether a word is a small English one, which links no person's name but a title: "Ana Full *of* Joy"."""
    return word.text in LINKING and word.lower_ not in PARTICLES


def _label(name: "TokenSpan") -> str:
    """Return the label of a joined name: from its words, or that of its main word, or else of its first part.

    If the link is a small word of another language, the main word is the first: "*Cooperativa* del Sur".
    """
    known = LABELS.get(_known(name.text)) or LABELS.get(broad_type(name_type(name.text) or ""))
    every = [word.ent_type_ for word in name if word.ent_type_ in RECOGNISED]
    foreign = any(word.lower_ in PARTICLES for word in name)
    main = next(iter(every), "") if foreign else name.root.ent_type_
    if known or main in NAMES:
        return known or main
    people = PEOPLE if main == PEOPLE else _label_of_people(name)
    return next((label for label in every if label != PEOPLE), people)


def _label_of_people(name: "TokenSpan") -> str:
    """Return the label of a name that starts with one recognised as a people: "*Roman* Novak", but "*Arab* Spring"."""
    last = name[-1].lower_
    noun = noun_supersense(last) is not None or noun_type(last) != "Thing"
    return "PERSON" if given_name_gender(name[0].text) is not None and not noun else ""


def gaps(parse: "Parse") -> Iterator[Gap]:
    """Yield the gaps between words that can be parts of one name, in text order."""
    parts = filter(_can_be_part, parse.tokens)
    return (_gap(left, right) for left, right in itertools.pairwise(parts) if _is_gap(left, right))


def _can_be_part(word: "Token") -> bool:
    if word.tag_ in NOT_NAMES or word.text in LINKING:
        return False
    within = word.ent_type_ in RECOGNISED and word.is_alpha
    return within or word.text[:1].isupper() or word.text[:1].isdigit()


def _is_gap(left: "Token", right: "Token") -> bool:
    between = left.doc.tokens[left.i + 1 : right.i]
    if left.sent is not right.sent or len(between) > 2 or not _is_link(between):
        return False
    named = any(word.ent_type_ in RECOGNISED or word.tag_ in NAME_TAGS for word in (left, right))
    return named and left.lower_.rstrip(".") not in honorifics()


def _is_link(between: Sequence["Token"]) -> bool:
    """Return whether words can link two parts of a name; an article can only do so after a preposition."""
    articles = (word for word in between if word.tag_ == "DT")
    known = all(word.lower_ in LINKING or word.text in TIGHT for word in between)
    return known and all(word.i > between[0].i and between[0].tag_ == "IN" for word in articles)


def _gap(left: "Token", right: "Token") -> Gap:
    start, end = left.doc.around_entity(left.i, right.i + 1)
    after = left.doc.tokens[left.i + 1 : right.i + 1]
    joined = left.ent_type_ in RECOGNISED and all(word.inside_entity for word in after)
    return Gap(left, right, start, end, joined, " ".join(word.lower_ for word in after[:-1]))


def usage_of(parse: "Parse", found: Iterable[Gap]) -> Usage:
    """Return the counts of the words of a document."""
    tokens = parse.tokens
    capitals = [*map(_is_in_row, tokens)]
    begins = (word.text for word in tokens if capitals[word.i] and not (word.i and capitals[word.i - 1]))
    ends = (word.text for word in tokens if capitals[word.i] and not any(capitals[word.i + 1 : word.i + 2]))
    return Usage(
        times=Counter(word.text for word in tokens),
        begins=Counter(begins),
        ends=Counter(ends),
        pairs=Counter(gap.texts for gap in found),
        small={word.lower_ for word in tokens if word.text.islower()},
    )


def _is_in_row(word: "Token") -> bool:
    return word.text[:1].isupper() and word.tag_ in CAPITALS


def _is_next_to_value(gap: Gap) -> bool:
    """Return whether a number, a time or "I" is next to a gap: "Norla *2019*", "*Today* Norla"."""
    both = (gap.left, gap.right)
    times = words("adverb", "when")
    figure = any(word.text[:1].isdigit() or word.text == "I" for word in both)
    return figure or any(word.ent_type_ in TIME_ENTITIES | VALUE_ENTITIES or word.lower_ in times for word in both)


def _is_after_person(gap: Gap) -> bool:
    """Return whether the words after a gap only say where somebody is from: "Ana Silva *of Varn*"."""
    full = given_name_gender(gap.before[0].text) is not None and len(gap.before) > 1
    return (full or gap.left.ent_type_ == "PERSON") and gap.link not in TIGHT


def _is_before_office(gap: Gap) -> bool:
    """Return whether the capitalised words after a gap name a role: "Norla *Political Correspondent*"."""
    return any(word.tag_ in SINGULAR_TAGS and _is_someone(word) for word in _row_after(gap))


def _row_after(gap: Gap) -> Sequence["Token"]:
    """Return the row of capitalised words after a gap."""
    after = itertools.islice(gap.right.doc.tokens, gap.right.i + 1, None)
    return gap.right, *itertools.takewhile(_is_in_row, after)


def _is_after_office(gap: Gap) -> bool:
    """Return whether the word before a gap is a person's role: "*Striker* Ana", but not "*Actors* Guild"."""
    members = gap.left.tag_ in PLURAL_TAGS and not gap.link and _is_body(gap.right)
    return _is_someone(gap.left) and not members


def _is_body(word: "Token") -> bool:
    """Return whether a word is a common noun for an organisation: "*Guild*", "*Union*"."""
    return broad_type(noun_type(word.lower_)) == "Organization"


def _is_after_rare(gap: Gap) -> bool:
    """Return whether a preposition follows a name that is not a noun: "Norla *of Varn*", "Acme AG *of Varn*".

    A noun used as a name is in the lexicon, or has an article before it: "the *Forum* for Justice".
    """
    left, word = gap.left, gap.left.lower_
    if words("preposition").isdisjoint(gap.link.split()) or left.tag_ != "NNP":
        return False
    common = noun_supersense(word) is not None or noun_type(word) != "Thing"
    opening = left.doc.tokens[max(gap.start - 1, 0) : gap.start + 1]
    return has_legal_form(f"X {word}") or not (common or any(each.tag_ == "DT" for each in opening))


def _is_between_names(gap: Gap) -> bool:
    """Return whether a gap joins two names or ends a list: "Oak Bank *and Elm Bank*", "... *and EBC*"."""
    both = len(gap.before) > 1 and (len(gap.after) > 1 or is_acronym(gap.right.text))
    listed = gap.start > 0 and gap.left.doc.tokens[gap.start - 1].text == ","
    return gap.link == "and" and (both or listed)


def _is_after_owner(gap: Gap) -> bool:
    """Return whether an apostrophe marks a possessor: "the *Netherlands'* Inge", but not "Blazin' Squad"."""
    return gap.link in {"'", "’"} and gap.left.lower_.endswith("s")


def _is_half(gap: Gap) -> bool:
    """Return whether the word after a gap is only a letter, or the first half of a word: "and *T*", "*T*-shirt"."""
    word = gap.right
    if gap.link and len(word) == 1:
        return True
    mark, rest = (*(one.text for one in word.doc.tokens[word.i + 1 : word.i + 3]), "", "")[:2]
    return not word.whitespace_ and mark == "-" and rest.islower()


def _is_someone(word: "Token") -> bool:
    """Return whether a word is a person's role: "*Striker*", "*Chancellor*", but not "Cook"."""
    noun = word.lower_.rstrip(".")
    if noun_type(noun) == "Person" or noun in names("title", "title", "person", "office", "ruler", "behind"):
        return True
    person = noun_supersense(noun) == "person" and noun not in names("surname", "common")
    return person and given_name_gender(word.text) is None


def _is_before_person(gap: Gap) -> bool:
    """Return whether the word before a person's name is not part of it: "*Argentine* Juan", "*Lock* Ben Kay"."""
    left, right = gap.left, gap.right
    person = given_name_gender(right.text) is not None or right.ent_type_ == "PERSON"
    if not person or given_name_gender(left.text) is not None or _is_people(left):
        return person and _is_people(left)
    longer = any(word.tag_ in NAME_TAGS for word in right.doc.tokens[right.i + 1 : right.i + 2])
    complete = _is_other_word(left) or len(gap.before) > 1
    return longer and complete and not gap.link


def _is_first_name_of_place(gap: Gap) -> bool:
    """Return whether a city's name is a person's first name in the parse: "*Wellington* Tavares Nunes"."""
    left, right = gap.left, gap.right
    alone = len(gap.before) == 1 and not gap.link and left.text.istitle()
    part = alone and left.dep_ == "compound" and left.head.i >= right.i
    if not part or right.ent_type_ != "PERSON":
        return False
    return broad_type(_known(left.text)) == "Place" and noun_supersense(left.lower_) in {None, "location"}


def _is_before_medium(gap: Gap) -> bool:
    """Return whether "TV" follows a country or its adjective, which names no station: "*Chilean* TV"."""
    return gap.right.text == "TV" and country_meant(gap.before.text) is not None


def _is_other_word(word: "Token") -> bool:
    """Return whether a word is also a noun, is in the gazetteer, or has an ending of words for people: "Marxist"."""
    ending = any(word.lower_.endswith(each.removeprefix("-")) for each in words("affix", "person"))
    return ending or noun_supersense(word.lower_) is not None or _known(word.text) != NONE


def _is_people(word: "Token") -> bool:
    return is_adjective_of_place(word.text) and country_meant(word.text) != word.text


BARS: t.Final[Sequence[Callable[[Gap], bool]]] = (
    _is_next_to_value, _is_after_person, _is_before_office, _is_after_office, _is_after_rare, _is_between_names,
    _is_after_owner, _is_half, _is_before_medium, _is_before_person,
)  # fmt: skip
"""The tests that rule out a gap inside a name."""


def evidence(usage: Usage, gap: Gap) -> list[str]:
    """Return the names of the features of a gap."""
    inside, link = f"within {gap.joined}", " linked" if gap.link else ""
    alone = [*_by_words(usage, gap), *_by_place(usage, gap)]
    pair = [*_by_pair(gap.left, gap.right)]
    with_names = [*pair, *_by_names(usage, gap)]
    features = [*(f"{one}{link}" for one in (*alone, *pair)), *(f"{one}{link} {inside}" for one in with_names)]
    return ["", inside, f"link {gap.link}", f"link {gap.link} {inside}", *features]


def _by_pair(left: "Token", right: "Token") -> Iterator[str]:
    """Yield the features of the two words together."""
    yield f"tags {left.tag_} {right.tag_}"
    yield f"forms {_form(left)} {_form(right)}"
    yield f"labels {left.ent_type_} {right.ent_type_}"
    yield f"tie {_tie(left, right)}"


def _form(word: "Token") -> str:
    if len(word.text.rstrip(".")) == 1:
        return "initial"
    if any(map(str.isdigit, word.text)):
        return "number"
    if word.text.isupper() or word.text.islower():
        return "capitals" if word.text.isupper() else "small"
    return "title" if word.text[1:].islower() else "mixed"


def _tie(left: "Token", right: "Token") -> str:
    if left.head is right:
        return f"to right {left.dep_}"
    if right.head is left:
        return f"to left {right.dep_}"
    if left.head is right.head:
        return f"beside {left.dep_}"
    return "below" if any(word is left for word in right.ancestors) else "apart"


def _by_words(usage: Usage, gap: Gap) -> Iterator[str]:
    """Yield the features of each word by itself."""
    for side, word in (("left", gap.left), ("right", gap.right)):
        yield from (f"{side} {feature}" for feature in _of_word(word))
        if word.lower_ in usage.small:
            yield f"{side} small elsewhere"


def _of_word(word: "Token") -> Iterator[str]:
    yield f"tag {word.tag_}"
    yield f"label {word.ent_type_} {word.ent_iob_}"
    yield f"type {broad_type(noun_type(word.lower_))}"
    yield f"sense {noun_supersense(word.lower_) or NONE}"
    yield f"known {_known(word.text)}"
    yield f"given {given_name_gender(word.text) is not None} {word.lower_ in names('surname', 'common')}"
    yield f"start {word.is_sent_start}"


def _known(text: str) -> str:
    found = default_gazetteer().meanings(text)
    return broad_type(found[0].type) if found else NONE


def _by_names(usage: Usage, gap: Gap) -> Iterator[str]:
    """Yield the features of the two names, of the joined name, and of the counts of the words elsewhere."""
    left, right, both = gap.before, gap.after, gap.text
    yield f"both known {_known(both) != NONE}"
    yield f"left known {_known(left.text)}"
    yield f"right known {_known(right.text)}"
    yield f"type {broad_type(name_type(both) or NONE)} {right[0].ent_type_}"
    yield f"left type {broad_type(name_type(left.text) or NONE)}"
    yield f"right type {broad_type(name_type(right.text) or NONE)}"
    yield f"words {min(len(left), SEVERAL + 1)} {min(len(right), SEVERAL + 1)}"
    yield f"elsewhere {_elsewhere(usage, gap)}"


def _elsewhere(usage: Usage, gap: Gap) -> str:
    """Return how often each word occurs without the other, and how often together; each count is at most 2."""
    together = usage.pairs[gap.texts]
    lefts, rights = (min(usage.times[word.text] - together, SEVERAL) for word in (gap.left, gap.right))
    return f"{lefts} {rights} {min(together, SEVERAL)}"


def _by_place(usage: Usage, gap: Gap) -> Iterator[str]:
    """Yield the features from how the document uses the two words."""
    lefts, rights, together = _elsewhere(usage, gap).split()
    yield f"left elsewhere {lefts}"
    yield f"right elsewhere {rights}"
    yield f"together {together}"
    yield f"left ends {min(usage.ends[gap.left.text], SEVERAL)}"
    yield f"right begins {min(usage.begins[gap.right.text], SEVERAL)}"
