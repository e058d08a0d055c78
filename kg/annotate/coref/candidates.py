"""What can be a mention of a thing: names, heads of noun phrases and pronouns, with what their words tell."""

import typing as t
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from spacy.tokens import Doc, Token

from kg.annotate.phrases import ENTITY_TYPES, mention
from kg.lexicon.given_names import Gender, given_name_gender
from kg.lexicon.names import HONORIFICS, bare, normal_form
from kg.lexicon.nouns import broad_type, is_capitalized_description, noun_type, organization_type
from kg.lexicon.words import word_list
from kg.model import Mention

Kind: t.TypeAlias = t.Literal["name", "nominal", "pronoun"]
Number: t.TypeAlias = t.Literal["singular", "plural"]

INNER_PARTS: t.Final = frozenset(
    {"compound", "flat", "fixed", "nummod", "quantmod", "amod", "advmod", "npadvmod", "det"}
)
RELATIVES: t.Final = frozenset({"who", "whom", "which", "that"})
PARTS_OF_SPEECH: t.Final = frozenset({"PRON", "NOUN", "PROPN", "X"})
SUBJECTS: t.Final = frozenset({"nsubj", "nsubjpass"})


class Pronoun(t.NamedTuple):
    """What the form of a pronoun tells: person (0: relative), number and gender (None: not told)."""

    person: int
    number: Number | None = None
    gender: Gender | None = None


PRONOUNS: t.Final[t.Mapping[str, Pronoun]] = {
    **dict.fromkeys(("he", "him", "his", "himself"), Pronoun(3, "singular", "male")),
    **dict.fromkeys(("she", "her", "hers", "herself"), Pronoun(3, "singular", "female")),
    **dict.fromkeys(("it", "its", "itself"), Pronoun(3, "singular")),
    **dict.fromkeys(("they", "them", "their", "theirs", "themselves"), Pronoun(3, "plural")),
    **dict.fromkeys(("i", "me", "my", "mine", "myself"), Pronoun(1, "singular")),
    **dict.fromkeys(("we", "us", "our", "ours", "ourselves"), Pronoun(1, "plural")),
    **dict.fromkeys(RELATIVES, Pronoun(0)),
}


@dataclass(frozen=True, eq=False)
class Candidate:
    """A possible mention: its head token, its sentence's number in the Doc, and what its own words tell.

    `form` is a name's normal form, the base form of a description's head noun, or a pronoun in small letters.
    `modifiers` are the base forms of a description's other content words.
    """

    index: int
    token: Token
    mention: Mention
    kind: Kind
    sentence: int
    type: str
    form: str
    number: Number | None
    gender: Gender | None
    modifiers: frozenset[str] = frozenset()

    @property
    def pronoun(self) -> Pronoun | None:
        """What its form tells, if it is a pronoun."""
        return PRONOUNS[self.form] if self.kind == "pronoun" else None

    @property
    def is_subject(self) -> bool:
        """Tell whether it is the subject of a clause."""
        return self.token.dep_ in SUBJECTS

    @cached_property
    def determiner(self) -> str:
        """The article, demonstrative or possessive before it: `the`, `this`, `its`, `'s` for any noun; or ""."""
        for child in self.token.lefts:
            if child.dep_ == "det":
                return child.lower_
            if child.dep_ == "poss":
                return child.lower_ if child.pos_ == "PRON" else "'s"
        return ""

    @cached_property
    def descriptors(self) -> frozenset[str]:
        """The nouns by which it is called: its own head noun, titles, appositions and predicates; of pronouns none."""
        return frozenset(_descriptors(self)) if self.kind != "pronoun" else frozenset()


def candidates(doc: Doc) -> list[Candidate]:
    """Return the candidates of a Doc in text order."""
    roots = {entity.root.i for entity in doc.ents if entity.label_ in ENTITY_TYPES}
    inside = {token.i for entity in doc.ents for token in entity} - roots
    found: list[Candidate] = []
    for number, sentence in enumerate(doc.sents):
        for token in sentence:
            kind = _kind(token, roots, inside) if token.pos_ in PARTS_OF_SPEECH else None
            if kind is not None:
                candidate = _candidate(len(found), token, kind, number)
                if candidate is not None:
                    found.append(candidate)
    return found


def _kind(token: Token, roots: set[int], inside: set[int]) -> Kind | None:
    if token.pos_ == "PRON":
        shouted = token.is_upper and len(token) > 1  # IT, US and WHO are no pronouns
        return "pronoun" if token.lower_ in PRONOUNS and not shouted and _stands_for_a_thing(token) else None
    if token.i in roots:
        return "name"
    if token.i in inside or token.pos_ == "X" or token.dep_ in INNER_PARTS:
        return None
    return "nominal"


def _stands_for_a_thing(token: Token) -> bool:
    bracketed = 0 < token.i < len(token.doc) - 1 and token.nbor(-1).text == "(" and token.nbor(1).text == ")"
    if token.dep_ == "expl" or bracketed:
        return False
    return token.lower_ not in RELATIVES or any(a.dep_ == "relcl" for a in (token, token.head, token.head.head))


def _candidate(index: int, token: Token, kind: Kind, sentence: int) -> Candidate | None:
    found = mention(token)
    if found.kind in {"time", "value", "phrase"}:
        return None
    if kind == "pronoun":
        pronoun = PRONOUNS[token.lower_]
        return Candidate(index, token, found, kind, sentence, "Thing", token.lower_, pronoun.number, pronoun.gender)
    if found.kind == "name" and not is_capitalized_description(found.text):
        form, type_ = normal_form(found.text), name_type(found)
        number, gender = _number(token), _name_gender(token, found) if type_ == "Person" else None
        return Candidate(index, token, found, "name", sentence, type_, form, number, gender) if form else None
    form, number, gender = token.lemma_.lower(), _number(token), _noun_gender(token)
    return Candidate(index, token, found, "nominal", sentence, noun_type(form), form, number, gender, _modifiers(token))


def name_type(found: Mention) -> str:
    """Return the type of a name: an organization where its words say so, whatever the model says."""
    told = organization_type(found.text) if broad_type(found.type) != "Organization" else None
    return told or found.type


def _number(token: Token) -> Number | None:
    if any(child.dep_ == "conj" for child in token.rights) and token.dep_ != "conj":
        return None
    return "plural" if token.tag_ in {"NNS", "NNPS"} else "singular"


def _modifiers(token: Token) -> frozenset[str]:
    """Return the base forms of the content words before a noun, without its possessor, and in its `of`-phrase."""
    parts = [child for child in token.lefts if child.dep_ not in {"det", "punct", "predet", "poss"}]
    parts += [child for child in token.rights if child.dep_ == "prep" and child.lower_ == "of"]
    return frozenset(
        word.lemma_.lower() for part in parts for word in part.subtree if word.is_alpha and word.lower_ != "of"
    )


def _name_gender(token: Token, found: Mention) -> Gender | None:
    before = token.doc[token.i - len(bare(found.text).split())] if token.i >= len(found.text.split()) else token
    title = HONORIFICS.get(before.lower_.rstrip("."))
    if title is not None:
        return title
    words = bare(found.text).split()
    return given_name_gender(words[0]) if len(words) > 1 else _noun_gender(before)


def _noun_gender(token: Token) -> Gender | None:
    if token.lemma_.lower() in word_list("female nouns"):
        return "female"
    return "male" if token.lemma_.lower() in word_list("male nouns") else None


def _descriptors(candidate: Candidate) -> Iterable[str]:
    token = candidate.token
    yield from (word.lemma_.lower() for word in _appositions(token))
    if candidate.kind == "nominal":
        yield token.lemma_.lower()
        return
    yield token.lower_.rstrip(".")
    start = token.i - len(candidate.mention.text.split()) + 1
    yield from (c.lemma_.lower() for c in token.lefts if c.i < start and c.dep_ in {"compound", "nmod"} and c.is_alpha)
    if candidate.is_subject and token.head.lemma_ == "be":
        yield from (c.lemma_.lower() for c in token.head.rights if c.dep_ == "attr" and c.pos_ == "NOUN")


def _appositions(token: Token) -> Iterable[Token]:
    yield from (child for child in token.rights if child.dep_ == "appos" and child.pos_ == "NOUN")
    if token.dep_ == "appos" and token.head.pos_ == "NOUN":
        yield token.head
