"""Words next to a name that belong to it: the recogniser splits "UK *Independence Party*" and "*MM* Warburg" in two.

Between two words that can be parts of names is a gap, sometimes with "of" or "and" in it. Learned weights decide
whether a name continues over a gap at which the recogniser ends it (`training/name_joins.py`). They use the forms and
tags of both words, their relation in the parse, the labels of the recogniser and the kinds in the lexicon. They also
use whether each word occurs without the other. A person's name is never joined to a role or a place of origin; such
tests are patterns in `kg/data/name_joins.txt`.
"""

import itertools
import typing as t
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from kg.grammar import cuts
from kg.grammar.labels import NAME_TAGS, NOUN_TAGS, PEOPLE
from kg.grammar.name_labels import NAMES
from kg.grammar.patterns import InText, Known, Pattern, patterns_of, question
from kg.lexicon import names, words
from kg.lexicon.gazetteer import country_meant, default_gazetteer, is_adjective_of_place
from kg.lexicon.given_names import given_name_gender
from kg.lexicon.learned import learned, probability
from kg.lexicon.name_forms import honorifics
from kg.lexicon.noun_types import broad_type, endings, name_type, noun_type
from kg.lexicon.person_names import PARTICLES
from kg.lexicon.supersenses import noun_supersense

if t.TYPE_CHECKING:
    from kg.grammar.parse import Parse, Token, TokenSpan

RECOGNISED: t.Final = NAMES | {PEOPLE}
"""The labels of names, including those of peoples."""
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
    "Cooperativa *del Sur*". It is also 1 in the name of a person after a title ("Mr Tavares *Nunes Li*") or if a city's
    name is a first name: "*Wellington* Tavares Nunes". It is also 1 if the document has the same linked words twice,
    and neither without the other: "*Salt and Ashes*".
    """
    sure = any(test(gap, gap.left, gap.right) for test in (particle_between, first_name_of_place, after_address))
    if sure or _is_always_linked(usage, gap) or _known(gap.text) != NONE:
        return 1.0
    return 0.0 if is_ruled_out(gap) else probability(evidence(usage, gap), learned("name_joins"))


def _is_always_linked(usage: Usage, gap: Gap) -> bool:
    """Return whether two linked words occur together twice and never alone, and are not two persons or known things."""
    persons = gap.left.ent_type_ == gap.right.ent_type_ == "PERSON"
    known = NONE not in {_known(gap.left.text), _known(gap.right.text)}
    apart = persons or known or not gap.link
    return not apart and _elsewhere(usage, gap) == (0, 0, SEVERAL)


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
    return next((label for label in every if label != PEOPLE), PEOPLE if main == PEOPLE else "")


def gaps(parse: "Parse") -> Iterator[Gap]:
    """Yield the gaps between words that can be parts of one name, in text order."""
    words_ = [word for word in parse.tokens if word.tag_ not in NOT_NAMES and word.text not in LINKING]
    parts = filter(_can_be_part, words_)
    return (_gap(left, right) for left, right in itertools.pairwise(parts) if _is_gap(left, right))


def _can_be_part(word: "Token") -> bool:
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
    row = [*zip([False, *capitals], capitals, [*capitals[1:], False], tokens, strict=False)]
    return Usage(
        times=Counter([word.text for word in tokens]),
        begins=Counter([word.text for before, own, _, word in row if own and not before]),
        ends=Counter([word.text for _, own, after, word in row if own and not after]),
        pairs=Counter([gap.texts for gap in found]),
        small={word.lower_ for word in tokens if word.text.islower()},
    )


def _is_in_row(word: "Token") -> bool:
    return word.tag_ in CAPITALS and word.text[:1].isupper()


def _is_someone(word: "Token") -> bool:
    """Return whether a word is a person's role: "*Striker*", "*Chancellor*", but not "Cook"."""
    noun = word.lower_.rstrip(".")
    if noun_type(noun) == "Person" or noun in names("title", "title", "person", "office", "ruler", "behind"):
        return True
    person = noun_supersense(noun) == "person" and noun not in names("surname", "common")
    return person and given_name_gender(word.text) is None


def _is_other_word(word: "Token") -> bool:
    """Return whether a word is also a noun, is in the gazetteer, or has an ending of words for people: "Marxist"."""
    person = word.lower_.endswith(endings("person"))
    return person or noun_supersense(word.lower_) is not None or _known(word.text) != NONE


def _is_people(word: "Token") -> bool:
    return is_adjective_of_place(word.text) and country_meant(word.text) != word.text


TESTS: t.Final[Mapping[str, Known]] = {
    "body": lambda word: broad_type(noun_type(word.lower_)) == "Organization",
    "digit": lambda word: word.text[0].isdigit(),
    "capitalised": _is_in_row,
    "in-s": lambda word: word.lower_.endswith("s"),
    "of-one-letter": lambda word: len(word) == 1,
    "other-word": _is_other_word,
    "people": _is_people,
    "of-role": _is_someone,
    "typed": lambda word: noun_type(word.lower_) != "Thing",
}
KNOWN: t.Final = cuts.KNOWN.extended(
    tests=TESTS,
    classes={"known": lambda *types: lambda word: _known(word.text) in types},
    steps={
        "start": InText(lambda gap, _: gap.left.doc.tokens[gap.start]),
        "end": InText(lambda gap, _: gap.left.doc.tokens[gap.end - 1]),
    },
    arguments=("gap", "left", "right"),
)
FOUND: t.Final[Mapping[str, Pattern[bool]]] = patterns_of("name_joins", KNOWN, question)
# the tests that show one name, and those that rule it out, in the order of their file
particle_between, first_name_of_place, after_address, *BARS = (each.answer for each in FOUND.values())


def is_ruled_out(gap: Gap) -> bool:
    """Return whether a test rules out that a gap is inside a name."""
    return any(bar(gap, gap.left, gap.right) for bar in BARS)


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
    yield f"tie {_relation(left, right)}"


def _form(word: "Token") -> str:
    if len(word.text.rstrip(".")) == 1:
        return "initial"
    if any(map(str.isdigit, word.text)):
        return "number"
    if word.text.isupper() or word.text.islower():
        return "capitals" if word.text.isupper() else "small"
    return "title" if word.text[1:].islower() else "mixed"


def _relation(left: "Token", right: "Token") -> str:
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
    lefts, rights, together = _elsewhere(usage, gap)
    yield f"elsewhere {lefts} {rights} {together}"


def _elsewhere(usage: Usage, gap: Gap) -> tuple[int, int, int]:
    """Return how often each word occurs without the other, and how often together; each count is at most 2."""
    together = usage.pairs[gap.texts]
    lefts, rights = (min(usage.times[word.text] - together, SEVERAL) for word in (gap.left, gap.right))
    return lefts, rights, min(together, SEVERAL)


def _by_place(usage: Usage, gap: Gap) -> Iterator[str]:
    """Yield the features from how the document uses the two words."""
    lefts, rights, together = _elsewhere(usage, gap)
    yield f"left elsewhere {lefts}"
    yield f"right elsewhere {rights}"
    yield f"together {together}"
    yield f"left ends {min(usage.ends[gap.left.text], SEVERAL)}"
    yield f"right begins {min(usage.begins[gap.right.text], SEVERAL)}"
