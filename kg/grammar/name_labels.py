"""The kind of entity for each name of a document, from the labels of the recogniser and other evidence.

The recogniser labels each mention by itself, so one person may be a Person, a City and an Organization in turn.
The evidence of the whole document is more reliable: the words of the name, the words around it, its verbs and
possessions, the pronoun after it, and whether a full name ends in it. The weights of this evidence are learned
(`training/name_labels.py`). All mentions of the name in the document get the most likely kind.
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
from kg.lexicon.name_forms import has_legal_form, is_acronym, is_short_form, normal_form
from kg.lexicon.noun_types import broad_type, name_type, noun_type, organization_type, unambiguous_type
from kg.lexicon.supersenses import noun_supersense, verb_supersense

if t.TYPE_CHECKING:
    from kg.grammar.parse import Parse, Token, TokenSpan

NAMES: t.Final = frozenset({"PERSON", "ORG", "GPE", "FAC", "LOC", "PRODUCT", "WORK_OF_ART", "EVENT", "LAW", "MISC"})
"""The labels of names, `MISC` if the kind is unknown; the labels of peoples do not change."""
KIND_OF_LABEL: t.Final[Mapping[str, str]] = {
    "PERSON": "Person", "ORG": "Organization", "GPE": "Place", "FAC": "Place", "LOC": "Place",
}  # fmt: skip
OTHER: t.Final = "other"
"""The kind of all other names, such as those of products, works and events."""
LABEL_OF_KIND: t.Final[Mapping[str, str]] = {"Person": "PERSON", "Organization": "ORG", "Place": "GPE", OTHER: "MISC"}
"""The label of a name of that kind, if none of its mentions has a label of the kind."""
LABEL_BY_NOUN: t.Final[Mapping[str, str]] = {
    "Law": "LAW", "Organization": "ORG", "Place": "GPE", "Product": "PRODUCT", "Work": "WORK_OF_ART",
}  # fmt: skip
"""The label of a name after a noun of that type."""
KINDS: t.Final = tuple(LABEL_OF_KIND)
CERTAIN: t.Final = 0.5
"""The minimum probability of a kind to replace the recogniser's label."""
NEW: t.Final = 0.7
"""The minimum for a name without a label of the recogniser that does not begin with a given name."""
UNFIT: t.Final = 0.1
"""A label whose kind is less likely than this is replaced if one kind clearly leads, even if that is unlikely too."""
AGE: t.Final = re.compile(r"[1-9]\d")
ARGUMENT_OF_VERB: t.Final[Mapping[str, str]] = {"nsubj": "subject", "nsubjpass": "object"}
"""The class of verbs that show the kind of a name, by the role of the name."""
IN_PLACE: t.Final = " (place)"
"""The suffix for mentions of a city that has the same name as a person in the document."""
MAX_WORDS: t.Final = 4
SEARCHED: t.Final = 25
"""The number of words after a name in which its pronoun is searched."""

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

    def words_after(self, count: int) -> "Sequence[Token]":
        """Return the next `count` words, or fewer at the end of the text."""
        return self.head.doc.tokens[self.tokens.end : self.tokens.end + count]


def relabel(parse: "Parse") -> None:
    """Set the labels of names to the most likely ones in the whole document."""
    found = names_of(parse)
    evidences, contested = evidence(found), _contested(found)
    for key, mentions in found.items():
        noun_label = _label_by_noun(mentions)
        if key in contested:  # whether each mention is the person or the firm is decided later
            counts = Counter(one.label for one in mentions)
            label = "PERSON" if counts["PERSON"] > counts["ORG"] else "ORG"
            changed = [one for one in mentions if one.label in PLACE_ENTITIES or not one.label]
        elif noun_label is not None:
            label, kind = noun_label, KIND_OF_LABEL.get(noun_label, noun_label)
            changed = [one for one in mentions if KIND_OF_LABEL.get(one.label, one.label) != kind]
        else:
            label, changed = _by_evidence(key, mentions, shares_of(evidences[key]))
        for mention in changed:
            _write(mention, label)


def _by_evidence(key: str, mentions: Sequence[Name], shares: Mapping[str, float]) -> tuple[str, list[Name]]:
    """Return the usual label of the most likely kind of a name, and the mentions whose label it replaces.

    A label below `UNFIT` is replaced if one kind clearly leads, even if that is unlikely too: a person called *Lyon*.
    """
    kind, likely = likeliest(shares)
    labels = Counter(one.label for one in mentions)
    kinds = {label: KIND_OF_LABEL.get(label, OTHER) for label in labels}
    own = [label for label in labels if kinds[label] == kind]
    usual = min(own, key=lambda label: (-labels[label], label), default=LABEL_OF_KIND[kind])
    called = _is_called(key)
    clear = max(shares.values()) >= 0.6 * sum(shares.values())
    unfit = {label for label in labels if label and clear and shares[kinds[label]] < UNFIT}
    sure = {label for label in labels if likely >= (CERTAIN if label or called else NEW)}
    return usual, [one for one in mentions if one.label in (unfit | sure) - {*own}]


def _is_called(key: str) -> bool:
    """Return whether a name begins with a given name, which is as good evidence as a label: "*Ana* Silva"."""
    first, _, rest = key.partition(" ")
    return bool(rest) and given_name_gender(first) is not None


def _label_by_noun(mentions: Sequence[Name]) -> str | None:
    """Return the label from the noun before a mention: "the *ferry* Lady Rose"; None if it may be a place.

    The name of a place can also mean its team: "his old *club* Norla". A legal form shows a firm: "Ana Silva *Inc*".
    """
    if any(has_legal_form(one.tokens.text) for one in mentions) and "gendered" not in map(_pronoun_after, mentions):
        return "ORG"
    labels = {one.label for one in mentions}
    nouns_before = (_noun_before(one) for one in mentions if labels.isdisjoint(PLACE_ENTITIES))
    found = (LABEL_BY_NOUN.get(broad_type(unambiguous_type(noun.lower_))) for noun in nouns_before if noun is not None)
    return next(filter(None, found), None)


def _noun_before(mention: Name) -> "Token | None":
    """Return the common noun before a name in the same phrase: not "the *film* Ana Silva directed"."""
    head, before = mention.head, mention.word_before
    if before is None or before.tag_ != "NN" or not before.text.islower():
        return None
    part = before.head is head and before.dep_ in {"compound", "nmod"}
    return before if part or (head.head is before and head.dep_ == "appos") else None


def _contested(found: Iterable[str]) -> frozenset[str]:
    """Return the last names of persons that are also names of firms: "Jane Doe", "Doe Motors"."""
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


def shares_of(found: Evidence) -> dict[str, float]:
    """Return the probability of each kind by itself, from the evidence."""
    every = learned("name_labels").items()
    odds = {kind: sum([weights[one] * n for one, n in found.items() if one in weights]) for kind, weights in every}
    return {kind: logistic(odd) for kind, odd in odds.items()}


def likeliest(shares: Mapping[str, float]) -> tuple[str, float]:
    """Return the most likely kind and its probability: the lower of its own and its share among all kinds."""
    kind = max(KINDS, key=lambda one: shares[one])
    return kind, min(shares[kind], shares[kind] / sum(shares.values()))


def names_of(parse: "Parse") -> dict[str, list[Name]]:
    """Return the names of a document by their forms, each with its mentions."""
    found: dict[str, list[Name]] = {}
    recognised = [*_recognised(parse)]
    persons = {_last(_key(one)) for one in recognised if one.label == "PERSON"}
    mentions = [*recognised, *_unrecognised(parse, persons, _frequent(parse, recognised))]
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
    """Return the last word of a name of two to four words whose words show no type, or an empty string."""
    parts = key.split()
    return parts[-1] if 1 < len(parts) <= MAX_WORDS and name_type(key.title()) is None else ""


def _is_in_place(mention: Name, key: str) -> bool:
    """Return whether the name of a known place is after a preposition of place, unlike the name of a person."""
    head = mention.head
    inside = head.dep_ == "pobj" and head.head.lower_ in words("place") and mention.label in PLACE_ENTITIES
    return inside and any(broad_type(one.type) == "Place" for one in default_gazetteer().meanings(key.title()))


def _recognised(parse: "Parse") -> Iterator[Name]:
    """Yield the names that the recogniser found, except those of peoples, times and numbers."""
    found: list[list[Token]] = []
    for word in (word for word in parse.tokens if word.ent_type_ in NAMES):
        if found and found[-1][-1].i + 1 == word.i and word.inside_entity:
            found[-1].append(word)
        else:
            found.append([word])
    for first, *rest in found:
        span = parse[first.i : first.i + 1 + len(rest)]
        yield Name(span, span.root, first.ent_type_)


def _frequent(parse: "Parse", recognised: Iterable[Name]) -> Set[str]:
    """Return the words that were recognised as names more than once and never occur in lower case."""
    counts = Counter(name.tokens.text for name in recognised if len(name.tokens) == 1)
    small = {word.text for word in parse.tokens}
    return {word for word, times in counts.items() if times > 1 and word.lower() not in small}


def _unrecognised(parse: "Parse", persons: Set[str], names: Set[str]) -> Iterator[Name]:
    """Yield the proper nouns that the recogniser missed, with the proper nouns before them in the same name.

    A word tagged as a plural ("Jane *Does* said …") is included if it is in `persons`, which are last names. A common
    noun ("*Labour* won") is included if it is in `names`.
    """
    for word in filter(_is_unlabelled, parse.tokens):
        plural = word.tag_ in PLURAL_TAGS and word.lower_ in persons
        name = word.tag_ == "NNP" or (word.tag_ in NOUN_TAGS and word.text in names)
        if word.dep_ in {"compound", "nmod"} or not (plural or name):
            continue
        start = word.i
        before = filter(_is_unlabelled, word.lefts)
        parts = {part.i for part in before if part.dep_ == "compound" and part.tag_ == "NNP"}
        while start - 1 in parts:
            start -= 1
        yield Name(parse[start : word.i + 1], word, "")


def _is_unlabelled(word: "Token") -> bool:
    return word.text[0].isupper() and not word.ent_type_


def evidence(found: Mapping[str, Sequence[Name]]) -> dict[str, Evidence]:
    """Return the evidence on each name: its own, and that of the names that share its last or first word."""
    own = {key: Counter(["", *_by_words(key, each), *_by_mentions(each)]) for key, each in found.items()}
    every = {key: Counter(each) for key, each in own.items()}
    for full in found:
        first, _, rest = full.partition(" ")
        if rest and first in own:
            every[first][f"begins {broad_type(name_type(full.title()) or 'none')}"] += 1
        for short in _parts_of_person(full):
            if short in own:
                every[short].update({f"full {name}": count for name, count in own[full].items()})
                every[full].update({f"short {name}": count for name, count in own[short].items()})
    return {key: {name: min(math.log2(1 + count), 3.0) for name, count in each.items()} for key, each in every.items()}


def _parts_of_person(full: str) -> list[str]:
    """Return the words of a person's full name that can be used alone."""
    last, first = _last(full), full.split()[0]
    given = first != last and given_name_gender(first) is not None
    return [part for part in (last, first if given else "") if last and part]


def _by_words(key: str, mentions: Sequence[Name]) -> Iterator[str]:
    """Yield the evidence from the words of a name."""
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
    yield from (feature for feature, is_so in WRITTEN.items() if is_so(text))
    yield f"shape {' '.join(map(_shape, text.split()[:MAX_WORDS]))}"


def _shape(word: str) -> str:
    return "A" if word.isupper() else "a" if word.islower() else "Aa" if word.istitle() else "aA"


WRITTEN: t.Final[Mapping[str, Callable[[str], bool]]] = {
    "acronym": is_acronym,
    "number": lambda text: any(map(str.isdigit, text)),
    "small words": lambda text: any(map(str.islower, text.split())),
}
"""The evidence from the spelling of a name."""


def _by_mentions(mentions: Sequence[Name]) -> Iterator[str]:
    """Yield the evidence from the sentences around the mentions of a name."""
    for mention in mentions:
        yield f"label {mention.label}"
        yield f"role {mention.head.dep_}"
        yield from _by_word_before(mention.word_before)
        yield from _by_words_after(mention.words_after(2))
        yield from _governed(mention.head)
        yield from (feature for word in _describing_nouns(mention) for feature in _described(word.lemma_.lower()))
        clauses = [word for word in mention.head.children if word.dep_ == "relcl"]
        words_inside = (each for word in clauses for each in word.subtree)
        yield from (f"relative {each.lower_}" for each in words_inside if each.tag_ in RELATIVE_TAGS)
        pronoun = _pronoun_after(mention)
        if pronoun:
            yield f"pronoun {pronoun}"


def _by_word_before(before: "Token | None") -> Iterator[str]:
    """Yield the evidence from the word directly before a name."""
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


def _by_words_after(after: "Sequence[Token]") -> Iterator[str]:
    """Yield the evidence from the two words directly after a name: "*Doe*, 34", "*Lyon*, France", "*Oslo*-based"."""
    first, second = (*[word.lower_ for word in after], "", "")[:2]
    yield f"word behind {first}"
    if first == "(":
        yield "bracket"
    if first in {"-", "–"} and second == "based":
        yield "based"
    if first == "," and AGE.fullmatch(second):
        yield "age"
    if first == "," and second and after[1].ent_type_ == "GPE":
        yield "comma place"


def _governed(head: "Token") -> Iterator[str]:
    """Yield the evidence from the head of a name, by the role of the name."""
    governor, role = head.head, head.dep_
    lemma = governor.lemma_.lower()
    if role in {"nsubj", "nsubjpass", "dobj", "agent"} and governor.tag_[:1] == "V":
        yield f"{role} {verb_supersense(lemma) or 'none'}"
        type_ = value(ARGUMENT_OF_VERB[role]).get(lemma) if role in ARGUMENT_OF_VERB else None
        if type_:
            yield f"{role} told {broad_type(type_)}"
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


def _describing_nouns(mention: Name) -> Iterator["Token"]:
    """Yield the nouns of appositions and predicates: "Doe, *a doctor*", "Doe is *a doctor*"."""
    head = mention.head
    nouns = [word for word in head.children if word.dep_ == "appos"]
    if head.dep_ == "appos":
        nouns.append(head.head)
    if head.dep_ in {"nsubj", "nsubjpass"} and head.head.lemma_ == "be":
        nouns += [word for word in head.head.children if word.dep_ == "attr"]
    for word in nouns:
        if word.tag_.startswith("NN") and not mention.tokens.start <= word.i < mention.tokens.end:
            yield word


def _described(noun: str) -> Iterator[str]:
    yield f"told {broad_type(noun_type(noun))}"
    yield f"told sense {noun_supersense(noun) or 'none'}"
    if noun in nouns("role"):
        yield "told role"


def _pronoun_after(mention: Name) -> str:
    """Return the first third-person pronoun after a name and before another name: "gendered", or the pronoun."""
    for word in mention.words_after(SEARCHED):
        if word.ent_type_ in NAMES or (word.tag_ == "NNP" and word.head.i >= mention.tokens.end):
            return ""
        if pronoun_gender(word.lower_):
            return "gendered"
        if value("pronoun").get(word.lower_, "")[:1] in {"0", "3"}:
            return word.lower_
    return ""
