"""What can be a mention of a thing: names, noun phrases, pronouns and rows of them, with what their words tell."""

import bisect
import itertools
import typing as t
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from kg.grammar.clause import WordFunction
from kg.grammar.parse import Token
from kg.lexicon import value
from kg.lexicon.given_names import Gender, given_name_gender
from kg.lexicon.name_forms import bare, honorifics, is_function_word, normal_form
from kg.lexicon.noun_types import broad_type, is_capitalized_description, noun_type, organization_type
from kg.model import Mention
from kg.reference.coref.tokens import Tokens
from kg.reference.mentions import (
    ENTITY_TYPES,
    is_one_of_people,
    mention,
    row_mention,
    tells_person_by_age,
    tells_person_by_nation,
)

Kind: t.TypeAlias = t.Literal["name", "nominal", "pronoun", "row", "value"]
"""A row is several things joined by "and"; a value is a time, a number or an amount, which is never a node."""
Number: t.TypeAlias = t.Literal["singular", "plural"]

INNER_PARTS: t.Final = frozenset(
    {
        "part of compound",
        "numeral",
        "modifier of number",
        "attribute",
        "adverb",
        "adverbial noun",
        "determiner",
        "noun modifier",
    }
)
NOUNS_BEFORE: t.Final[frozenset[WordFunction]] = frozenset({"part of compound", "noun modifier"})
"""How a noun hangs on the one behind it."""
TELLING: t.Final[frozenset[WordFunction]] = NOUNS_BEFORE | {"attribute", "possessor", "numeral", "preposition"}
"""What hangs on a noun and tells more of it."""
OPENING: t.Final = frozenset({"determiner", "mark", "predeterminer", "possessor"})
NUMBERS: t.Final = frozenset({"CARDINAL", "ORDINAL", "PERCENT", "QUANTITY"})
HEADS: t.Final = frozenset({"noun", "name", "number", "adjective"})
SUBJECTS: t.Final[frozenset[WordFunction]] = frozenset({"subject", "passive subject"})


class Pronoun(t.NamedTuple):
    """What the form of a pronoun tells: person (0: relative), number and gender (None: not told)."""

    person: int
    number: Number | None = None
    gender: Gender | None = None


def _pronoun_of(told: str) -> Pronoun:
    """Return what the lexicon tells of a pronoun: `3 singular male`."""
    person, *rest = told.split(" ")
    number, gender = (*rest, None, None)[:2]
    return Pronoun(int(person), t.cast("Number | None", number), t.cast("Gender | None", gender))


PRONOUNS: t.Final[t.Mapping[str, Pronoun]] = {word: _pronoun_of(told) for word, told in value("pronoun").items()}
RELATIVE: t.Final = Pronoun(0)
RELATIVES: t.Final = frozenset(word for word, pronoun in PRONOUNS.items() if pronoun.person == 0) | {"that"}


@dataclass(frozen=True, eq=False)
class Candidate:
    """A possible mention: its head token, its sentence's number in the Doc, and what its own words tell.

    `form` is a name's normal form, the base form of a description's head noun, or a pronoun in small letters.
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
    entity: int = -1

    @cached_property
    def mention(self) -> Mention:
        """The mention as the graph shows it; that of a row has the word that joins it as its head."""
        return mention(self.token) if self.kind != "row" else row_mention(self.token)

    @property
    def is_subject(self) -> bool:
        """Tell whether it is the subject of a clause."""
        return self.token.function in SUBJECTS

    @cached_property
    def determiner(self) -> str:
        """The article, demonstrative or possessive before it: `the`, `this`, `its`, `'s` for any noun; or ""."""
        for child in self.token.dependents_before:
            if child.function == "determiner":
                return child.lower_
            if child.function == "possessor":
                return child.lower_ if child.kind == "pronoun" else "'s"
        return ""

    @cached_property
    def modifiers(self) -> frozenset[str]:
        """The base forms of a description's other content words: before it and in its `of`-phrase; no possessor."""
        return _modifiers(self.token)

    @cached_property
    def age(self) -> str:
        """The age in figures that stands at it: of "the *66*-year-old" and "Ana Silva, *45*,"; or ""."""
        return next(itertools.chain.from_iterable(map(_figures, _ages(self.token))), "")

    @cached_property
    def descriptors(self) -> frozenset[str]:
        """The nouns by which it is called: its own head noun, titles, appositions and predicates; of pronouns none."""
        return frozenset(_descriptors(self)) if self.kind in {"name", "nominal"} else frozenset()

    @cached_property
    def told(self) -> frozenset[str]:
        """The words, also in their base forms, of the titles, appositions and predicates of a name."""
        return frozenset(_told(self)) if self.kind == "name" else frozenset()


def candidates(tokens: Tokens) -> list[Candidate]:
    """Return the candidates of a stretch in text order; a row stands before the first thing in it."""
    heads = _entity_heads(tokens)
    found: list[Candidate] = []
    for i in range(tokens.start, tokens.end):
        kind = tokens.kind[i]
        if (kind == "pronoun" or _asks(tokens, i)) and i not in heads:
            candidate = _pronoun(len(found), tokens, i)
        elif i in heads or (kind in {"noun", "name"} and not _is_inside(tokens, i)):
            if _heads_row(tokens, i):
                found.append(
                    Candidate(
                        len(found), tokens.parse.tokens[i], "row", tokens.sentence[i], "Thing", "", "plural", None
                    )
                )
            candidate = _noun(len(found), tokens, i, heads.get(i, -1))
        else:
            continue
        if candidate is not None:
            found.append(candidate)
    return found


def _entity_heads(tokens: Tokens) -> dict[int, int]:
    """Return the numbers of the named entities by their head tokens, without those that are numbers only."""
    found = {}
    first, last = (bisect.bisect_left(tokens.entities, (place,)) for place in (tokens.start, tokens.end))
    for number, (start, end) in enumerate(tokens.entities[first:last], start=first):
        if tokens.entity_type[start] not in NUMBERS:
            heads = [i for i in range(start, end) if tokens.governor[i] == i or not start <= tokens.governor[i] < end]
            found[next((i for i in heads if tokens.kind[i] in HEADS), heads[0])] = number
    return found


def _is_inside(tokens: Tokens, i: int) -> bool:
    """Tell whether a noun is part of a name or of a compound."""
    entity = tokens.entity[i]
    if entity >= 0 and tokens.entity_type[i] in ENTITY_TYPES:
        return True
    return tokens.function[i] in INNER_PARTS


def _heads_row(tokens: Tokens, i: int) -> bool:
    children = tokens.dependents[i]
    return (
        tokens.function[i] != "conjunct"
        and any(tokens.function[c] == "conjunct" and tokens.kind[c] in {"noun", "name", "pronoun"} for c in children)
        and any(tokens.function[c] == "conjunction" and tokens.lower[c] in {"and", "&"} for c in children)
    )


def _pronoun(index: int, tokens: Tokens, i: int) -> Candidate | None:
    word, text = tokens.lower[i], tokens.text[i]
    pronoun = PRONOUNS.get(word)
    if pronoun is None or (text.isupper() and len(text) > 1):  # IT, US and WHO are no pronouns
        return None
    if _asks(tokens, i):
        governor = tokens.governor[i]
        above = tokens.governor[governor]
        clause = (i, governor, above, tokens.governor[above])  # "two mines, one of *which* was flooded"
        if word not in RELATIVES or not any(tokens.function[a] == "relative clause" for a in clause):
            return None
        pronoun = RELATIVE
    bracketed = 0 < i < len(tokens.text) - 1 and tokens.text[i - 1] == "(" and tokens.text[i + 1] == ")"
    if pronoun.person == 0 and not _asks(tokens, i):
        return None
    if tokens.function[i] == "expletive" or bracketed:
        return None
    token, sentence = tokens.parse.tokens[i], tokens.sentence[i]
    return Candidate(index, token, "pronoun", sentence, "Thing", word, pronoun.number, pronoun.gender, pronoun)


def _asks(tokens: Tokens, i: int) -> bool:
    """Tell whether a word is a relative or interrogative pronoun or its possessive: "who", "that", "whose"."""
    return tokens.form[i] == "relative" and tokens.kind[i] in {"pronoun", "determiner"}


def _noun(index: int, tokens: Tokens, i: int, entity: int) -> Candidate | None:
    token, sentence, label = tokens.parse.tokens[i], tokens.sentence[i], tokens.entity_type[i]
    number = _number(tokens, i)
    if tells_person_by_age(token) or tells_person_by_nation(token) or is_one_of_people(token):
        return Candidate(index, token, "nominal", sentence, "Person", tokens.lemma[i], number, None, None, entity)
    amount = label != "" and label not in ENTITY_TYPES and entity >= 0
    if amount or i in tokens.timed:
        form = " ".join(tokens.lower[slice(*tokens.entities[entity])]) if entity >= 0 else tokens.lower[i]
        return Candidate(index, token, "value", sentence, "Thing", form, number, None, None, entity)
    if entity >= 0 or tokens.kind[i] == "name":
        found = mention(token)
        if found.kind == "name" and not is_capitalized_description(found.words):
            form, type_ = normal_form(found.words), name_type(found)
            gender = _name_gender(token, found) if type_ == "Person" else None
            candidate = Candidate(index, token, "name", sentence, type_, form, number, gender, None, entity)
            candidate.__dict__["mention"] = found
            return candidate if form else None
    form = tokens.lemma[i]
    return Candidate(index, token, "nominal", sentence, noun_type(form), form, number, _noun_gender(form), None, entity)


def name_type(found: Mention) -> str:
    """Return the type of a name: an organization where its words say so, whatever the model says."""
    told = organization_type(found.words) if broad_type(found.type) != "Organization" else None
    return told or found.type


def _number(tokens: Tokens, i: int) -> Number:
    return "plural" if tokens.plural[i] else "singular"


def _modifiers(token: Token) -> frozenset[str]:
    """Return the base forms of the content words before a noun, without its possessor, and in its `of`-phrase."""
    if tells_person_by_age(token):
        return frozenset()
    parts = [child for child in token.dependents_before if _tells_apart(child)]
    parts += [child for child in token.dependents_behind if child.function == "preposition" and child.lower_ == "of"]
    parts = [part for part in parts if not _tells_age(part)]
    words = (word for part in parts for word in part.constituent if word.form != "possessive" and word.lower_ != "of")
    return frozenset(word.lemma_.lower() for word in words if any(map(str.isalnum, word.text)))


def _tells_apart(part: Token) -> bool:
    """Tell whether what stands before a noun says which one is meant: "*old* roads", "the *.com* domain"."""
    return part.function not in OPENING or (part.function == "mark" and not part.is_alpha)


def _tells_age(part: Token) -> bool:
    """Tell whether a word before a noun tells an age, which tells nobody apart: "the *56-year-old* leader"."""
    return part.lower_ == "old" and any(word.kind == "number" for word in part.constituent)


def _ages(token: Token) -> Iterable[Token]:
    """Yield the words that tell an age at the head of a mention: "the 66-year-*old*", "Ana Silva, *45*,"."""
    if tells_person_by_age(token):
        yield token
    titles = (child for child in token.dependents_before if child.function in NOUNS_BEFORE)
    yield from (child for noun in (token, *titles) for child in noun.dependents_before if _tells_age(child))
    if token.kind == "name":
        yield from (child for child in token.behind("apposition") if child.kind == "number")


def _figures(word: Token) -> Iterable[str]:
    """Yield the numbers in a phrase as they are written."""
    return (part.text for part in word.constituent if part.text.isdigit())


def _name_gender(token: Token, found: Mention) -> Gender | None:
    words = bare(found.words).split()
    before = token.doc[token.i - len(words)] if token.i >= len(words) else token
    title = honorifics().get(words[0].casefold().rstrip(".")) or honorifics().get(before.lower_.rstrip("."))
    if title is not None:
        return title
    return given_name_gender(words[0]) if len(words) > 1 else _noun_gender(before.lemma_.lower())


def _noun_gender(noun: str) -> Gender | None:
    return t.cast("Gender | None", value("gender").get(noun))


def _descriptors(candidate: Candidate) -> Iterable[str]:
    token = candidate.token
    yield token.lemma_.lower() if candidate.kind == "nominal" else token.lower_.rstrip(".")
    yield from (noun.lemma_.lower() for noun in _describing(candidate) if not _is_part_of_title(noun, candidate))


def _describing(candidate: Candidate) -> Iterable[Token]:
    """Yield the nouns that tell what something is: appositions, and of a name titles and predicates."""
    yield from _appositions(candidate.token)
    if candidate.kind == "name":
        titles = (child for child in _before_name(candidate) if child.function in NOUNS_BEFORE and child.is_alpha)
        yield from itertools.chain(titles, _predicates(candidate.token))


def _is_part_of_title(noun: Token, candidate: Candidate) -> bool:
    """Tell whether a noun before a name is only a part of its title: "*finance* minister Jane Doe"."""
    before = candidate.kind == "name" and noun.function in NOUNS_BEFORE and noun.governor == candidate.token
    return before and noun.offset + len(noun) + 1 < candidate.mention.span.start


def _predicates(token: Token) -> Iterable[Token]:
    """Yield the nouns that clauses say a thing is: "became chief", "who served *as* chief", "was named chief"."""
    for verb in _clauses_about(token):
        roles = [role for child in verb.behind("preposition") if child.lower_ == "as" for role in child.dependents]
        nouns = (*verb.behind("complement", "object complement"), *roles)
        yield from (noun for noun in nouns if noun.kind == "noun" and not verb.all("negation"))


def _clauses_about(token: Token) -> Iterable[Token]:
    """Yield the verbs whose roles are those of a thing: of its object if there is one, else of the subject."""
    verb = token.governor
    if token.function == "object" or (token.function in SUBJECTS and not verb.behind("object")):
        yield verb
    relative = token.behind("relative clause")
    yield from (verb for verb in relative if any(word.lower_ in RELATIVES for word in verb.before(*SUBJECTS)))


def _before_name(name: Candidate) -> Iterable[Token]:
    start = name.mention.span.start  # "Bolt-Marsh" is one word of several tokens
    return (child for child in name.token.dependents_before if child.offset < start)


def _told(name: Candidate) -> Iterable[str]:
    """Yield the words of what tells what a name is, without names in apposition to it, and of adjectives before it."""
    parts = [child for child in _before_name(name) if child.function == "attribute"]
    for noun in _describing(name):
        yield noun.lemma_.lower()
        yield noun.lower_
        parts += [child for child in noun.dependents if child.function in TELLING]
    for word in (word for part in parts for word in part.constituent):
        if not is_function_word(word.lower_):
            yield word.lower_
            yield word.lemma_.lower()


def _appositions(token: Token) -> Iterable[Token]:
    yield from (child for child in token.behind("apposition") if child.kind == "noun")
    if token.function == "apposition" and token.governor.kind == "noun":
        yield token.governor
