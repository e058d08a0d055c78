"""Candidates for mentions (names, noun phrases, pronouns and coordinations), with features of their own words."""

import itertools
import typing as t
from collections.abc import Iterable
from dataclasses import dataclass

from kg.caching import cached_property
from kg.grammar import antecedents as grammar
from kg.grammar.clause import WordFunction
from kg.grammar.parse import Token, TokenSpan
from kg.lexicon import value, words
from kg.lexicon.given_names import Gender, given_name_gender
from kg.lexicon.name_forms import bare, honorifics, is_function_word, normal_form
from kg.lexicon.noun_types import broad_type, is_capitalized_description, noun_type, organization_type
from kg.model import Mention
from kg.reference.coref.noun_phrases import NOUNS_BEFORE, NounPhrase, noun_phrase
from kg.reference.coref.stretches import Stretch
from kg.reference.mentions import ENTITY_TYPES, mention, row_mention

Kind: t.TypeAlias = t.Literal["name", "nominal", "pronoun", "row", "value"]
"""A row is several things joined by "and"; a value is a time, a number or an amount, which is never a node."""
Number: t.TypeAlias = t.Literal["singular", "plural"]

DESCRIBING: t.Final[frozenset[WordFunction]] = NOUNS_BEFORE | {"attribute", "possessor", "numeral", "preposition"}
"""The dependents of a noun that describe it."""
NUMBERS: t.Final = frozenset({"CARDINAL", "ORDINAL", "PERCENT", "QUANTITY"})
HEADS: t.Final = frozenset({"noun", "name", "number", "adjective"})
SUBJECTS: t.Final[frozenset[WordFunction]] = frozenset({"subject", "passive subject"})


class Pronoun(t.NamedTuple):
    """The features of a pronoun's form: person (0: relative), number and gender (None: unknown)."""

    person: int
    number: Number | None = None
    gender: Gender | None = None


def _pronoun_of(entry: str) -> Pronoun:
    """Return the lexicon entry of a pronoun: `3 singular male`."""
    person, *rest = entry.split(" ")
    number, gender = (*rest, None, None)[:2]
    return Pronoun(int(person), t.cast("Number | None", number), t.cast("Gender | None", gender))


PRONOUNS: t.Final[t.Mapping[str, Pronoun]] = {word: _pronoun_of(entry) for word, entry in value("pronoun").items()}
RELATIVE: t.Final = Pronoun(0)
RELATIVES: t.Final = frozenset(word for word, pronoun in PRONOUNS.items() if pronoun.person == 0) | {"that"}


@dataclass(frozen=True, eq=False)
class Candidate:
    """A possible mention: its head token, the number of its sentence in the Doc, and the features of its own words.

    `form` is a name's normal form, the base form of a description's head noun, or a pronoun in lower case; `entity`
    is the named entity whose head it is.
    """

    index: int
    token: Token
    kind: Kind
    sentence: int
    type: str
    form: str
    number: Number | None
    gender: Gender | None
    pronoun: Pronoun | None = None
    entity: TokenSpan | None = None

    @cached_property
    def mention(self) -> Mention:
        """The mention as the graph shows it; the head of a row's mention is the conjunction."""
        return mention(self.token) if self.kind != "row" else row_mention(self.token)

    @cached_property
    def phrase(self) -> NounPhrase:
        """Its whole noun phrase."""
        return noun_phrase(self.token, self.entity if self.kind == "name" else None, row=self.kind == "row")

    @property
    def role(self) -> WordFunction:
        """Its grammatical role; conjuncts have the role of the first."""
        return self.token.first_conjunct.function

    @cached_property
    def governor(self) -> Token:
        """The word above it and its preposition, or above the first conjunct."""
        return grammar.above_preposition(self.token.first_conjunct)

    @property
    def person(self) -> int | None:
        """The grammatical person of a pronoun, 0 for a relative one; None for other candidates."""
        return self.pronoun.person if self.pronoun is not None else None

    @property
    def is_subject(self) -> bool:
        """Whether it is the subject of a clause."""
        return self.token.function in SUBJECTS

    @property
    def is_definite(self) -> bool:
        """Whether its determiner marks it as known: "*the* bank", "*this* bank"."""
        return self.determiner in words("determiner", "definite")

    @property
    def is_indefinite(self) -> bool:
        """Whether its determiner marks it as new: "*a* bank"."""
        return self.determiner in words("determiner", "indefinite")

    @cached_property
    def determiner(self) -> str:
        """The article, demonstrative or possessive before it: `the`, `this`, `its`, `'s` for any noun; or ""."""
        for child in self.token.dependents_before:
            if child.function == "determiner":
                return child.lower_
            if child.function == "possessor":
                return child.lower_ if child.kind == "pronoun" else "'s"
        return ""

    @property
    def is_none(self) -> bool:
        """Whether it denies that there is such a thing: "*neither club* won", "*none* was left"."""
        word = self.form if self.kind == "nominal" and not self.determiner else self.determiner
        return word in words("modality", "negative")

    @cached_property
    def modifiers(self) -> frozenset[str]:
        """The base forms of a description's other content words, before it and in its `of`-phrase; no possessors."""
        inside = grammar.modifying(self.token)
        return frozenset(word.lemma_.lower() for word in inside if any(map(str.isalnum, word.text)))

    @cached_property
    def age(self) -> str:
        """The age in figures next to it: in "the *66*-year-old" and "Ana Silva, *45*,"; or ""."""
        parts = (part for word in grammar.ages_at(self.token) for part in word.constituent)
        return next((part.text for part in parts if part.text.isdigit()), "")

    @cached_property
    def descriptors(self) -> frozenset[str]:
        """The nouns that describe it: its own head noun, titles, appositions and predicates; none for pronouns."""
        if self.kind not in {"name", "nominal"}:
            return frozenset()
        own = self.token.lemma_.lower() if self.kind == "nominal" else self.token.lower_.rstrip(".")
        others = (noun for noun in _describing(self) if not _is_part_of_title(noun, self))
        return frozenset((own, *(noun.lemma_.lower() for noun in others)))

    @cached_property
    def descriptive_words(self) -> frozenset[str]:
        """The words of a name's titles, appositions and predicates, and their base forms."""
        return frozenset(_descriptive_words(self)) if self.kind == "name" else frozenset()


def candidates(stretch: Stretch) -> list[Candidate]:
    """Return the candidates of a stretch in text order; a row comes before its first member."""
    entities = _entities_by_head(stretch)
    found: list[Candidate] = []
    for token in stretch.words:
        sentence, entity, kind = stretch.sentence[token.i], entities.get(token.i), token.kind
        asks = kind == "determiner" and grammar.is_asking(token)
        if entity is None and (kind == "pronoun" or asks):
            candidate = _pronoun(len(found), token, sentence)
        elif entity is not None or (kind in HEADS and _is_head(token)):
            if grammar.is_heading_row(token):
                found.append(Candidate(len(found), token, "row", sentence, "Thing", "", "plural", None))
            candidate = _noun(len(found), token, sentence, entity)
        else:
            continue
        if candidate is not None:
            found.append(candidate)
    return found


def _entities_by_head(stretch: Stretch) -> dict[int, TokenSpan]:
    """Return the named entities by the indices of their heads, without bare numbers."""
    spans, words_ = {}, stretch.parse.tokens
    for first in [word for word in stretch.words if word.entity and not word.inside_entity]:
        rest = range(first.i + 1, len(words_))
        end = next((i for i in rest if not (words_[i].entity and words_[i].inside_entity)), len(words_))
        if first.entity not in NUMBERS:
            span = TokenSpan(stretch.parse, first.i, end)
            heads = [word for word in span if word.governor is word or not first.i <= word.governor.i < end]
            spans[next((word.i for word in heads if word.kind in HEADS), heads[0].i)] = span
    return spans


def _is_head(word: Token) -> bool:
    """Return whether a word heads a noun phrase, outside of names and compounds: "a *bank*", "*one* of them, Doe,"."""
    if word.kind in {"noun", "name"}:
        return word.entity not in ENTITY_TYPES and not grammar.is_inner_part(word)
    return word.kind == "number" and grammar.stands_for_person(word)


def _pronoun(index: int, token: Token, sentence: int) -> Candidate | None:
    word, interrogative = token.lower_, grammar.is_asking(token)
    pronoun = PRONOUNS.get(word)
    if pronoun is None or (token.text.isupper() and len(token) > 1):  # IT, US and WHO are not pronouns
        return None
    referring = _is_relative(token) if interrogative else pronoun.person != RELATIVE.person
    around = [each.text for each in token.doc[max(token.i - 1, 0) : token.i + 2]]
    bracketed = around[:1] == ["("] and around[-1:] == [")"]
    if not referring or token.function == "expletive" or bracketed:
        return None
    features = RELATIVE if interrogative else pronoun
    return Candidate(index, token, "pronoun", sentence, "Thing", word, features.number, features.gender, features)


def _is_relative(word: Token) -> bool:
    """Return whether a word begins a relative clause or is in its opening: "two mines, one of *which* was flooded"."""
    above = (word, *itertools.islice(word.governors, 3))
    return word.lower_ in RELATIVES and any(each.function == "relative clause" for each in above)


def _noun(index: int, token: Token, sentence: int, entity: TokenSpan | None) -> Candidate | None:
    form = token.lemma_.lower()
    number: Number = "plural" if token.plural else "singular"
    if grammar.stands_for_person(token):
        return Candidate(index, token, "nominal", sentence, "Person", form, number, None, None, entity)
    if (entity is not None and token.entity not in ENTITY_TYPES) or token.i in token.doc.time_of:
        form = " ".join(word.lower_ for word in entity or [token])
        return Candidate(index, token, "value", sentence, "Thing", form, number, None, None, entity)
    if entity is not None or token.kind == "name":
        named = mention(token)
        if named.kind == "name" and not is_capitalized_description(named.words):
            name, type_ = normal_form(named.words), _name_type(named)
            gender = _name_gender(token, named) if type_ == "Person" else None
            candidate = Candidate(index, token, "name", sentence, type_, name, number, gender, None, entity)
            return candidate if name else None
    return Candidate(index, token, "nominal", sentence, noun_type(form), form, number, _noun_gender(form), None, entity)


def _name_type(name: Mention) -> str:
    """Return the type of a name: an organization if its words indicate one, whatever the model says."""
    organization = organization_type(name.words) if broad_type(name.type) != "Organization" else None
    return organization or name.type


def _name_gender(token: Token, name: Mention) -> Gender | None:
    parts = bare(name.words).split()
    before = token.doc[token.i - len(parts)] if token.i >= len(parts) else token
    title = honorifics().get(parts[0].casefold().rstrip(".")) or honorifics().get(before.lower_.rstrip("."))
    if title is not None:
        return title
    return given_name_gender(parts[0]) if len(parts) > 1 else _noun_gender(before.lemma_.lower())


def _noun_gender(noun: str) -> Gender | None:
    return t.cast("Gender | None", value("gender").get(noun))


def _describing(candidate: Candidate) -> Iterable[Token]:
    """Yield the nouns that describe something: appositions, and for names also titles and predicates."""
    yield from grammar.described_by(candidate.token)
    if candidate.kind == "name":
        titles = (child for child in _before_name(candidate) if child.function in NOUNS_BEFORE and child.is_alpha)
        yield from (*titles, *grammar.predicates(candidate.token))


def _is_part_of_title(noun: Token, candidate: Candidate) -> bool:
    """Return whether a noun before a name is only a part of its title: "*finance* minister Jane Doe"."""
    before = candidate.kind == "name" and noun.function in NOUNS_BEFORE and noun.governor == candidate.token
    return before and noun.offset + len(noun) + 1 < candidate.mention.span.start


def _before_name(name: Candidate) -> Iterable[Token]:
    start = name.mention.span.start  # "Bolt-Marsh" is one word of several tokens
    return (child for child in name.token.dependents_before if child.offset < start)


def _descriptive_words(name: Candidate) -> Iterable[str]:
    """Yield the words of a name's titles, predicates and appositions (without names in them), and of its adjectives."""
    parts = [child for child in _before_name(name) if child.function == "attribute"]
    for noun in _describing(name):
        yield noun.lemma_.lower()
        yield noun.lower_
        parts += [child for child in noun.dependents if child.function in DESCRIBING]
    for word in (word for part in parts for word in part.constituent):
        if not is_function_word(word.lower_):
            yield word.lower_
            yield word.lemma_.lower()
