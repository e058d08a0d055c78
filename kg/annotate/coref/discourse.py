"""The candidates of one document and the sets that the rules have united so far."""

import bisect
import typing as t
from collections import Counter
from collections.abc import Iterable, Sequence

from spacy.tokens import Doc, Token

from kg.annotate.coref.candidates import Candidate, candidates
from kg.lexicon.gazetteer import Gazetteer
from kg.lexicon.given_names import Gender, given_name_gender
from kg.lexicon.nouns import broad_type, is_narrower, noun_type

OPENING_MARKS: t.Final = frozenset({"“", "``", '"', "«"})
CLOSING_MARKS: t.Final = frozenset({"”", "''", '"', "»"})


class Quotation(t.NamedTuple):
    """The tokens `start` to `end` between two quotation marks, half-open."""

    start: int
    end: int


def quotations(doc: Doc) -> list[Quotation]:
    """Return the quotations of a Doc; one whose closing mark is missing ends with its paragraph's next opening mark."""
    found: list[Quotation] = []
    start: int | None = None
    for token in doc:
        if start is not None and token.text in CLOSING_MARKS:
            found.append(Quotation(start, token.i))
            start = None
        elif token.text in OPENING_MARKS:
            start = token.i + 1
    return found


class Discourse:
    """Candidates in text order, in sets that only grow; the rules read and unite them."""

    def __init__(self, doc: Doc, gazetteer: Gazetteer) -> None:
        self.candidates = tuple(candidates(doc))
        self.quotations = tuple(quotations(doc))
        self.gazetteer = gazetteer
        self._by_token = {candidate.token.i: candidate for candidate in self.candidates}
        self._sentences = [candidate.sentence for candidate in self.candidates]
        self._by_form: dict[str, list[Candidate]] = {}
        for candidate in self.candidates:
            self._by_form.setdefault(candidate.form, []).append(candidate)
        self._sets = {candidate.index: [candidate] for candidate in self.candidates}

    def at(self, token: Token) -> Candidate | None:
        """Return the candidate whose head is `token`."""
        return self._by_token.get(token.i)

    def before(self, candidate: Candidate, sentences: int) -> Sequence[Candidate]:
        """Return the candidates before one in its sentence and in that many sentences before it."""
        first = bisect.bisect_left(self._sentences, candidate.sentence - sentences)
        return self.candidates[first : candidate.index]

    def alike(self, candidate: Candidate) -> Sequence[Candidate]:
        """Return the candidates of the same kind and form before one: descriptions with the same head noun."""
        same = self._by_form[candidate.form]
        return [other for other in same if other.index < candidate.index and other.kind == candidate.kind]

    def unite(self, one: Candidate, other: Candidate) -> None:
        """Make the sets of two candidates one set."""
        first, second = self._sets[one.index], self._sets[other.index]
        if first is not second:
            joined = sorted([*first, *second], key=lambda candidate: candidate.index)
            for member in joined:
                self._sets[member.index] = joined

    def members(self, candidate: Candidate) -> Sequence[Candidate]:
        """Return the set of a candidate, in text order."""
        return self._sets[candidate.index]

    def are_one(self, one: Candidate, other: Candidate) -> bool:
        """Tell whether two candidates stand in one set."""
        return self._sets[one.index] is self._sets[other.index]

    def possessor(self, candidate: Candidate) -> Candidate | None:
        """Return the candidate whose thing it is: "Acme's" and "its" of "Acme's products", "its products"."""
        owner = next((child for child in candidate.token.lefts if child.dep_ == "poss"), None)
        return self.at(owner) if owner is not None else None

    def sets(self) -> list[Sequence[Candidate]]:
        """Return all sets, by their first candidate."""
        return [found for index, found in self._sets.items() if found[0].index == index]

    def has_name(self, candidate: Candidate) -> bool:
        """Tell whether a name stands in the set of a candidate."""
        return any(member.kind == "name" for member in self.members(candidate))

    def type(self, candidate: Candidate) -> str:
        """Return the type of a candidate's set: what the gazetteer says, what most names say, or the descriptions."""
        members = self.members(candidate)
        names = [member for member in members if member.kind == "name"]
        known = [self.gazetteer.find(name.mention.text) for name in names if name.type != "Person"]
        type_ = most_frequent([entry.type for entry in known if entry] or [member.type for member in names or members])
        told = {noun_type(word) for word in self.descriptors(candidate)}
        if type_ == "Person" and _is_organization(names, told):
            type_ = "Organization"
        narrower = sorted(other for other in told if is_narrower(other, type_) and (names or type_ != "Thing"))
        return narrower[0] if narrower else type_

    def broad_type(self, candidate: Candidate) -> str:
        """Return the type of a candidate's set in general: Person, Organization, Place, ..."""
        return broad_type(self.type(candidate))

    def genders(self, candidate: Candidate) -> frozenset[Gender]:
        """Return what the members of a candidate's set tell of its gender."""
        return frozenset(member.gender for member in self.members(candidate) if member.gender)

    def is_plural(self, candidate: Candidate) -> bool:
        """Tell whether a candidate's set means several things."""
        return any(member.number == "plural" and member.kind != "name" for member in self.members(candidate))

    def descriptors(self, candidate: Candidate) -> frozenset[str]:
        """Return the head nouns by which a set is called: of its descriptions, titles, appositions and predicates."""
        members = [member for member in self.members(candidate) if member.kind != "pronoun"]
        return frozenset(noun for member in members for noun in _descriptors(member))


def _is_organization(names: Iterable[Candidate], told: Iterable[str]) -> bool:
    """Tell whether descriptions say organization, against the label Person: "the antivirus maker Bolt"."""
    kinds = {broad_type(type_) for type_ in told}
    given = any(given_name_gender(name.mention.text.split()[0]) or name.gender for name in names)
    return "Organization" in kinds and "Person" not in kinds and not given


def _descriptors(member: Candidate) -> Iterable[str]:
    token = member.token
    yield from (word.lemma_.lower() for word in _appositions(token))
    if member.kind == "nominal":
        yield token.lemma_.lower()
        return
    yield token.lower_.rstrip(".")
    start = token.i - len(member.mention.text.split()) + 1
    yield from (c.lemma_.lower() for c in token.lefts if c.i < start and c.dep_ in {"compound", "nmod"} and c.is_alpha)
    if member.is_subject and token.head.lemma_ == "be":
        yield from (c.lemma_.lower() for c in token.head.rights if c.dep_ == "attr" and c.pos_ == "NOUN")


def _appositions(token: Token) -> Iterable[Token]:
    yield from (child for child in token.rights if child.dep_ == "appos" and child.pos_ == "NOUN")
    if token.dep_ == "appos" and token.head.pos_ == "NOUN":
        yield token.head


def most_frequent(types: Iterable[str]) -> str:
    """Return the most frequent type but `Thing`; of equals the first by alphabet."""
    votes = Counter(type_ for type_ in types if type_ != "Thing")
    return min(votes, key=lambda type_: (-votes[type_], type_), default="Thing")
