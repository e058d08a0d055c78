"""What kind of thing each name of a document means: the labels of the recogniser are evidence beside other.

The recogniser labels each mention of a name by itself, and calls one person Person, City and Organization by turns.
What a whole document tells is surer: the words of the name, what stands beside it, what it does and has, the pronoun
behind it, and whether a full name ends in it. The weights of all this are learned (`training/name_labels.py`); the kind
that they make likely is that of all mentions of the name in the document.
"""

import math
import re
import typing as t
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set

from kg.grammar.labels import NOUN_TAGS, PLACE_ENTITIES, PLURAL_TAGS, RELATIVE_TAGS
from kg.lexicon import names, nouns, value, verbs, words
from kg.lexicon.gazetteer import default_gazetteer
from kg.lexicon.given_names import given_name_gender, pronoun_gender
from kg.lexicon.learned import learned, logistic
from kg.lexicon.name_forms import is_acronym, is_short_form, normal_form
from kg.lexicon.noun_types import broad_type, name_type, noun_type, organization_type, told_type
from kg.lexicon.supersenses import noun_supersense, verb_supersense

if t.TYPE_CHECKING:
    from kg.grammar.parse import Parse, Token, TokenSpan

NAMES: t.Final = frozenset({"PERSON", "ORG", "GPE", "FAC", "LOC", "PRODUCT", "WORK_OF_ART", "EVENT", "LAW", "MISC"})
"""The labels of names of things, `MISC` where it is not known which; those of peoples stay what they are."""
KIND_OF_LABEL: t.Final[Mapping[str, str]] = {
    "PERSON": "Person", "ORG": "Organization", "GPE": "Place", "FAC": "Place", "LOC": "Place",
}  # fmt: skip
LABEL_OF_KIND: t.Final[Mapping[str, str]] = {"Person": "PERSON", "Organization": "ORG", "Place": "GPE", "other": "MISC"}
"""The label that a name gets which no mention of the document has with a label of that kind."""
OTHER: t.Final = "other"
"""The kind of a name that is none of these: of a product, a work, an event."""
TOLD_BY_NOUN: t.Final[Mapping[str, str]] = {
    "Law": "LAW", "Organization": "ORG", "Place": "GPE", "Product": "PRODUCT", "Work": "WORK_OF_ART",
}  # fmt: skip
"""The label of a name behind a noun of that type."""
KINDS: t.Final = ("Person", "Organization", "Place", OTHER)
CERTAIN: t.Final = 0.5
"""How likely a kind must be for the recogniser's label to give way."""
NEW: t.Final = 0.7
"""How likely it must be for a name to which the recogniser gave no label, and that begins with no given name."""
UNFIT: t.Final = 0.1
"""A label whose kind is less likely gives way to a kind that is `FAR_AHEAD` of the others, though none is likely."""
AGE: t.Final = re.compile(r"[1-9]\d")
TOLD_BY_VERBS: t.Final[Mapping[str, str]] = {"nsubj": "subject", "nsubjpass": "object"}
"""By the role of a name, the class of the verbs that tell what stands in it."""
IN_PLACE: t.Final = " (place)"
"""What marks the mentions of a city whose name a person of the document has."""
MAX_WORDS: t.Final = 4
SEARCHED: t.Final = 25
"""How many words behind a name its pronoun is looked for."""

Evidence: t.TypeAlias = Mapping[str, float]


class Name(t.NamedTuple):
    """A mention of a name: its tokens, its head, and the recogniser's label or ""."""

    tokens: "TokenSpan"
    head: "Token"
    label: str

    @property
    def word_before(self) -> "Token | None":
        """The word directly before it."""
        return self.head.doc.tokens[self.tokens.start - 1] if self.tokens.start > 0 else None

    def words_behind(self, count: int) -> "Sequence[Token]":
        """Return so many words behind it, or fewer at the end of the text."""
        return self.head.doc.tokens[self.tokens.end : self.tokens.end + count]


def relabel(parse: "Parse") -> None:
    """Give the tokens of names the labels that the whole document makes likely."""
    found = names_of(parse)
    evidences, contested = evidence(found), _contested(found)
    for key, mentions in found.items():
        told = _told_by_noun(mentions)
        if key in contested:  # which of a person and a firm each mention means is told later
            counts = Counter(one.label for one in mentions)
            label = "PERSON" if counts["PERSON"] > counts["ORG"] else "ORG"
            changed = [one for one in mentions if one.label in PLACE_ENTITIES or not one.label]
        elif told is not None:
            label, kind = told, KIND_OF_LABEL.get(told, told)
            changed = [one for one in mentions if KIND_OF_LABEL.get(one.label, one.label) != kind]
        else:
            label, changed = _by_evidence(key, mentions, shares_of(evidences[key]))
        for mention in changed:
            _write(mention, label)


def _by_evidence(key: str, mentions: Sequence[Name], shares: Mapping[str, float]) -> tuple[str, list[Name]]:
    """Return the usual label of the likeliest kind of a name, and the mentions whose own label gives way to it.

    A label that can hardly be does so where a kind stands out, though none is likely: a person called *Lyon*.
    """
    kind, likely = likeliest(shares)
    labels = Counter(one.label for one in mentions)
    kinds = {label: KIND_OF_LABEL.get(label, OTHER) for label in labels}
    own = [label for label in labels if kinds[label] == kind]
    usual = min(own, key=lambda label: (-labels[label], label), default=LABEL_OF_KIND[kind])
    called = _is_called(key)
    stands_out = max(shares.values()) >= 0.6 * sum(shares.values())
    unfit = {label for label in labels if label and stands_out and shares[kinds[label]] < UNFIT}
    sure = {label for label in labels if likely >= (CERTAIN if label or called else NEW)}
    return usual, [one for one in mentions if one.label in (unfit | sure) - {*own}]


def _is_called(key: str) -> bool:
    """Return whether a name begins with a given name, which tells as much as a label: "*Ana* Silva"."""
    first, _, rest = key.partition(" ")
    return bool(rest) and given_name_gender(first) is not None


def _told_by_noun(mentions: Sequence[Name]) -> str | None:
    """Return the label that the noun before a mention tells: "the *ferry* Lady Rose"; None for what may be a place.

    A place's name stands for its team, too: "his old *club* Norla".
    """
    labels = {one.label for one in mentions}
    nouns_before = (_noun_before(one) for one in mentions if labels.isdisjoint(PLACE_ENTITIES))
    told = (TOLD_BY_NOUN.get(broad_type(told_type(noun.lower_))) for noun in nouns_before if noun is not None)
    return next(filter(None, told), None)


def _noun_before(mention: Name) -> "Token | None":
    """Return the common noun right before a name of one phrase with it: not "the *film* Ana Silva directed"."""
    head, before = mention.head, mention.word_before
    if before is None or before.tag_ != "NN" or not before.text.islower():
        return None
    part = before.head is head and before.dep_ in {"compound", "nmod"}
    return before if part or (head.head is before and head.dep_ == "appos") else None


def _contested(found: Iterable[str]) -> frozenset[str]:
    """Return the last names of persons that firms have too: "Jane Doe", "Doe Motors"."""
    split = {key: key.partition(" ") for key in found if " " in key}
    short = {first for key, (first, _, _) in split.items() if is_short_form(first, key)}
    typed = {first for first, _, rest in split.values() if organization_type(f"X {rest}".title()) is not None}
    return frozenset((short | typed) & set(map(_last, found)))


def _write(mention: Name, label: str) -> None:
    for word in mention.tokens:
        word.doc.recognised.setdefault(word.i, word.ent_type_)
        word.ent_type_ = label
        if word.tag_ in NOUN_TAGS and (word.tag_ not in PLURAL_TAGS or label == "PERSON"):
            word.tag_, word.pos_, word.lemma_ = "NNP", "PROPN", word.text
            word.classify()
        word.ent_iob_ = "B" if word.i == mention.tokens.start else "I"


def shares_of(told: Evidence) -> dict[str, float]:
    """Return how likely evidence makes each kind, for itself."""
    every = learned("name_labels").items()
    odds = {kind: sum([weights.get(name, 0.0) * value for name, value in told.items()]) for kind, weights in every}
    return {kind: logistic(odd) for kind, odd in odds.items()}


def likeliest(shares: Mapping[str, float]) -> tuple[str, float]:
    """Return the most likely kind, and how likely it is: by itself, and beside the others."""
    kind = max(KINDS, key=lambda one: shares[one])
    return kind, min(shares[kind], shares[kind] / sum(shares.values()))


def names_of(parse: "Parse") -> dict[str, list[Name]]:
    """Return the names of a document by their forms, each with its mentions."""
    found: dict[str, list[Name]] = {}
    recognised = [*_recognised(parse)]
    persons = {_last(_key(one)) for one in recognised if one.label == "PERSON"}
    mentions = [*recognised, *_unrecognised(parse, persons, _said_often(parse, recognised))]
    keys = [_key(one) for one in mentions]
    full_lasts = {last for last in map(_last, keys) if last}
    for mention, key in zip(mentions, keys, strict=True):
        if key and key in full_lasts and _is_in_place(mention, key):
            key += IN_PLACE
        if key:
            found.setdefault(key, []).append(mention)
    return found


def _key(mention: Name) -> str:
    return normal_form(mention.tokens.text)


def _last(key: str) -> str:
    """Return the last word of a name of two to four words, the first of which can be a given name."""
    parts = key.split()
    return parts[-1] if 1 < len(parts) <= MAX_WORDS and name_type(key.title()) is None else ""


def _is_in_place(mention: Name, key: str) -> bool:
    """Return whether a known place's name stands where something is, which a person of that name does not."""
    head = mention.head
    inside = head.dep_ == "pobj" and head.head.lower_ in words("place") and mention.label in PLACE_ENTITIES
    return inside and any(broad_type(one.type) == "Place" for one in default_gazetteer().meanings(key.title()))


def _recognised(parse: "Parse") -> Iterator[Name]:
    """Yield the names that the recogniser found, but for those of peoples, times and numbers."""
    found: list[list[Token]] = []
    for word in (word for word in parse.tokens if word.ent_type_ in NAMES):
        if found and found[-1][-1].i + 1 == word.i and word.inside_entity:
            found[-1].append(word)
        else:
            found.append([word])
    for first, *rest in found:
        span = parse[first.i : first.i + 1 + len(rest)]
        yield Name(span, span.root, first.ent_type_)


def _said_often(parse: "Parse", recognised: Iterable[Name]) -> Set[str]:
    """Return the words that were recognised as names more than once and that nobody writes in small letters."""
    said = Counter(name.tokens.text for name in recognised if len(name.tokens) == 1)
    small = {word.text for word in parse.tokens}
    return {word for word, times in said.items() if times > 1 and word.lower() not in small}


def _unrecognised(parse: "Parse", persons: Set[str], names: Set[str]) -> Iterator[Name]:
    """Yield the proper nouns that the recogniser missed, with those before them that are part of them.

    What the tagger takes for a plural ("Jane *Does* said …") is one where `persons` have it as their last name, and any
    common noun ("*Labour* won") where it is one of `names`.
    """
    for word in filter(_is_unlabelled, parse.tokens):
        plural = word.tag_ in PLURAL_TAGS and word.lower_ in persons
        name = word.tag_ == "NNP" or (word.tag_ in NOUN_TAGS and word.text in names)
        if word.dep_ in {"compound", "nmod"} or not (plural or name):
            continue
        start = word.i
        parts = {
            part.i for part in word.lefts if part.dep_ == "compound" and part.tag_ == "NNP" and _is_unlabelled(part)
        }
        while start - 1 in parts:
            start -= 1
        yield Name(parse[start : word.i + 1], word, "")


def _is_unlabelled(word: "Token") -> bool:
    return word.text[0].isupper() and not word.ent_type_


def evidence(found: Mapping[str, Sequence[Name]]) -> dict[str, Evidence]:
    """Return what the document tells of each name: of itself, and of the names that share its last or first word."""
    own = {key: Counter(["", *_by_words(key, each), *_by_mentions(each)]) for key, each in found.items()}
    every = {key: Counter(told) for key, told in own.items()}
    for full in found:
        first, _, rest = full.partition(" ")
        if rest and first in own:
            every[first][f"begins {broad_type(name_type(full.title()) or 'none')}"] += 1
        for short in _parts_of_person(full):
            if short in own:
                every[short].update({f"full {name}": count for name, count in own[full].items()})
                every[full].update({f"short {name}": count for name, count in own[short].items()})
    return {key: {name: min(math.log2(1 + count), 3.0) for name, count in told.items()} for key, told in every.items()}


def _parts_of_person(full: str) -> list[str]:
    """Return the words that a person of that name may be called by alone."""
    last, first = _last(full), full.split()[0]
    given = first != last and given_name_gender(first) is not None
    return [part for part in (last, first if given else "") if last and part]


def _by_words(key: str, mentions: Sequence[Name]) -> Iterator[str]:
    """Yield what the words of a name tell."""
    text = mentions[0].tokens.text
    parts = key.removesuffix(IN_PLACE).split()
    yield f"words {min(len(parts), MAX_WORDS)}"
    yield f"type of words {broad_type(name_type(text) or 'none')}"
    yield f"given name {given_name_gender(parts[0]) is not None} {min(len(parts), MAX_WORDS - 1)}"
    yield f"noun {noun_supersense(parts[-1]) or 'none'}"
    yield from {f"known {broad_type(one.type)}" for one in default_gazetteer().meanings(text)}
    if noun_type(parts[-1]) != "Thing":
        yield f"noun of {broad_type(noun_type(parts[-1]))}"
    if parts[-1] in names("surname", "common"):
        yield "common surname"
    yield from (told for told, is_so in WRITTEN.items() if is_so(text))
    yield f"shape {' '.join(map(_shape, text.split()[:MAX_WORDS]))}"


def _shape(word: str) -> str:
    return "A" if word.isupper() else "a" if word.islower() else "Aa" if word.istitle() else "aA"


WRITTEN: t.Final[Mapping[str, Callable[[str], bool]]] = {
    "acronym": is_acronym,
    "number": lambda text: any(map(str.isdigit, text)),
    "small words": lambda text: any(map(str.islower, text.split())),
}
"""What the letters of a name tell."""


def _by_mentions(mentions: Sequence[Name]) -> Iterator[str]:
    """Yield what the sentences around the mentions of a name tell."""
    for mention in mentions:
        yield f"label {mention.label}"
        yield f"role {mention.head.dep_}"
        yield from _told_before(mention.word_before)
        yield from _told_behind(mention.words_behind(2))
        yield from _governed(mention.head)
        yield from (told for word in _beside(mention) for told in _described(word.lemma_.lower()))
        clauses = [word for word in mention.head.children if word.dep_ == "relcl"]
        words_inside = (each for word in clauses for each in word.subtree)
        yield from (f"relative {each.lower_}" for each in words_inside if each.tag_ in RELATIVE_TAGS)
        pronoun = _pronoun_behind(mention)
        if pronoun:
            yield f"pronoun {pronoun}"


def _told_before(before: "Token | None") -> Iterator[str]:
    """Yield what the word directly before a name tells."""
    yield f"word before {before.lower_ if before is not None else ''}"
    if before is None:
        return
    if before.lower_ == "the":
        yield "the"
    if before.text in {'"', "“", "‘", "``", "'"}:
        yield "quoted"
    type_ = noun_type(before.lemma_.lower()) if before.tag_ in {"NN", "NNP"} else "Thing"
    if before.text[0].isupper() and before.lower_.rstrip(".") in names("title", "person"):
        yield "title before"
    elif type_ != "Thing":
        yield f"before {broad_type(type_)}"


def _told_behind(behind: "Sequence[Token]") -> Iterator[str]:
    """Yield what the two words directly behind a name tell: "*Doe*, 34", "*Lyon*, France", "*Oslo*-based"."""
    first, second = (*[word.lower_ for word in behind], "", "")[:2]
    yield f"word behind {first}"
    if first == "(":
        yield "bracket"
    if first in {"-", "–"} and second == "based":
        yield "based"
    if first == "," and AGE.fullmatch(second):
        yield "age"
    if first == "," and second and behind[1].ent_type_ == "GPE":
        yield "comma place"


def _governed(head: "Token") -> Iterator[str]:
    """Yield what the word that a name hangs on tells, by the role of the name."""
    governor, role = head.head, head.dep_
    lemma = governor.lemma_.lower()
    if role in {"nsubj", "nsubjpass", "dobj", "agent"} and governor.tag_[:1] == "V":
        yield f"{role} {verb_supersense(lemma) or 'none'}"
        told = value(TOLD_BY_VERBS[role]).get(lemma) if role in TOLD_BY_VERBS else None
        if told:
            yield f"{role} told {broad_type(told)}"
        if role == "nsubj" and lemma in verbs("say"):
            yield "says"
    elif role == "pobj" and governor.lower_ in words("preposition"):
        yield governor.lower_
        if governor.lower_ == "of" and governor.head.tag_.startswith("NN"):
            yield from _owns("of", governor.head.lemma_.lower())
    elif role == "poss":
        yield from _owns("poss", lemma)
    elif role in {"compound", "nmod"}:
        yield f"compound {noun_supersense(lemma) or 'none'}"


def _owns(how: str, noun: str) -> Iterator[str]:
    yield f"{how} {noun_supersense(noun) or 'none'}"
    owner = value("owned").get(noun)
    if owner:
        yield f"owner {broad_type(owner)}"


def _beside(mention: Name) -> Iterator["Token"]:
    """Yield the nouns of appositions and predicates: "Doe, *a doctor*", "Doe is *a doctor*"."""
    head = mention.head
    beside = [word for word in head.children if word.dep_ == "appos"]
    if head.dep_ == "appos":
        beside.append(head.head)
    if head.dep_ in {"nsubj", "nsubjpass"} and head.head.lemma_ == "be":
        beside += [word for word in head.head.children if word.dep_ == "attr"]
    for word in beside:
        if word.tag_.startswith("NN") and not mention.tokens.start <= word.i < mention.tokens.end:
            yield word


def _described(noun: str) -> Iterator[str]:
    yield f"told {broad_type(noun_type(noun))}"
    yield f"told sense {noun_supersense(noun) or 'none'}"
    if noun in nouns("role"):
        yield "told role"


def _pronoun_behind(mention: Name) -> str:
    """Return the first pronoun of the third person behind a name, before another name: the gender, or itself."""
    for word in mention.words_behind(SEARCHED):
        if word.ent_type_ in NAMES or (word.tag_ == "NNP" and word.head.i >= mention.tokens.end):
            return ""
        if pronoun_gender(word.lower_):
            return "gendered"
        if value("pronoun").get(word.lower_, "")[:1] in {"0", "3"}:
            return word.lower_
    return ""
