"""The candidates of one document, and the clusters that the rules have built so far."""

import bisect
import typing as t
from collections.abc import Iterable, Mapping, Sequence
from operator import attrgetter

from kg.caching import cached_property
from kg.grammar.parse import Parse, Token
from kg.lexicon.gazetteer import Entry, Gazetteer
from kg.lexicon.name_forms import normal_form
from kg.lexicon.noun_types import broad_type
from kg.reference.coref.bearers import Bearers, Forms
from kg.reference.coref.candidates import Candidate, candidates
from kg.reference.coref.clusters import Cluster
from kg.reference.coref.stretches import Stretch
from kg.reference.quotations import Quotation

Proposal: t.TypeAlias = tuple[Candidate, Candidate]
"""The antecedent that a rule proposes, and the later candidate that refers to it."""


def names_by_form(candidates: Iterable[Candidate], gazetteer: Gazetteer) -> Forms:
    """Return the candidates that are names by their forms; a person's name can also be a city's, but not a firm's."""
    named = [candidate for candidate in candidates if candidate.kind == "name"]
    lasts = {one.form.rpartition(" ")[2] for one in named if one.type == "Person" and " " in one.form}
    forms: dict[str, list[Candidate]] = {}
    for candidate in named:
        type_ = candidate.type if candidate.form in lasts else "Thing"
        entry = gazetteer.find(candidate.mention.words, type_=type_) if candidate.type != "Person" else None
        forms.setdefault(_key(candidate.form, entry), []).append(candidate)
    return forms


def _key(form: str, entry: Entry | None) -> str:
    """Return the key of a name: that of its entry in the gazetteer, which other names may share, or its form."""
    return f"={entry.label}" if entry else form


class Discourse:
    """The candidates of a Doc or a stretch, in text order, in clusters that only grow; rules read and unite them."""

    def __init__(self, parse: Parse | Stretch, gazetteer: Gazetteer) -> None:
        self.stretch = parse if isinstance(parse, Stretch) else Stretch.of(parse)
        self.candidates = tuple(candidates(self.stretch))
        self.speeches = tuple(self.stretch.quotations)
        self.speech_of = {i: n for n, speech in enumerate(self.speeches) for i in range(speech.start, speech.end)}
        self.gazetteer = gazetteer
        self.names = names_by_form(self.candidates, gazetteer)
        self._by_token = {one.token.i: one for one in self.candidates if one.kind not in {"row", "value"}}
        self._sentences = [candidate.sentence for candidate in self.candidates]
        self._by_form: dict[str, list[Candidate]] = {}
        for candidate in self.candidates:
            self._by_form.setdefault(candidate.form, []).append(candidate)
        self._clusters = [
            Cluster.of(each, gazetteer, self.speaker_around(each) if each.person == 3 or each.kind == "name" else None)
            for each in self.candidates
        ]

    @cached_property
    def bearers(self) -> Bearers:
        """The full names of persons, and the shorter names that are part of them."""
        return Bearers(self.names)

    @cached_property
    def descriptive_words(self) -> frozenset[str]:
        """The words of the titles, appositions and predicates of all names."""
        return frozenset[str]().union(*[one.descriptive_words for one in self.candidates if one.kind == "name"])

    @cached_property
    def called(self) -> Mapping[str, Sequence[Candidate]]:
        """The names by the nouns of their titles, appositions and predicates, and by their own last words."""
        named: dict[str, list[Candidate]] = {}
        for name in self.candidates:
            for noun in name.descriptors if name.kind == "name" else ():
                named.setdefault(noun, []).append(name)
        return named

    def at(self, token: Token | None) -> Candidate | None:
        """Return the candidate whose head is `token`, if there is any."""
        return self._by_token.get(token.i) if token is not None else None

    def at_index(self, token: int | None) -> Candidate | None:
        """Return the candidate whose head is the token with that index."""
        return self._by_token.get(token) if token is not None else None

    def named(self, words: str) -> Candidate | None:
        """Return the first candidate with a name, if there is any."""
        key = _key(normal_form(words), self.gazetteer.find(words))
        return next(iter(self.names.get(key, ())), None)

    def row_at(self, token: Token) -> Candidate | None:
        """Return the row whose first conjunct has `token` as its head: "*Doe* and Roe" together."""
        first = self.at(token)
        before = self.candidates[first.index - 1] if first is not None and first.index > 0 else None
        return before if before is not None and before.kind == "row" and before.token is token else None

    def speech_around(self, candidate: Candidate) -> Quotation | None:
        """Return the speech around a candidate."""
        number = self.speech_of.get(candidate.token.i)
        return self.speeches[number] if number is not None else None

    def speaker_around(self, candidate: Candidate) -> Candidate | None:
        """Return the speaker of the speech around a candidate; the third person in it is someone else."""
        speech = self.speech_around(candidate)
        return self.at_index(speech.speaker) if speech is not None else None

    def in_same_speech(self, one: Candidate, other: Candidate) -> bool:
        """Return whether two candidates are in the same speech, or both outside of speech."""
        return self.speech_around(one) is self.speech_around(other)

    def before(self, candidate: Candidate, sentences: int) -> Sequence[Candidate]:
        """Return the candidates before one, from that many sentences back, at most the last 100."""
        first = bisect.bisect_left(self._sentences, candidate.sentence - sentences)
        return self.candidates[max(first, candidate.index - 100) : candidate.index]

    def same_form_before(self, candidate: Candidate) -> Sequence[Candidate]:
        """Return the last 50 candidates of the same kind and form before one: descriptions with the same head noun."""
        same = self._by_form[candidate.form]
        before = same[: bisect.bisect_left(same, candidate.index, key=attrgetter("index"))]
        return [other for other in before if other.kind == candidate.kind][-50:]

    def of_noun(self, form: str) -> Sequence[Candidate]:
        """Return the descriptions with that head noun."""
        return [candidate for candidate in self._by_form.get(form, ()) if candidate.kind == "nominal"]

    def unite(self, *candidates: Candidate) -> None:
        """Merge the clusters of some candidates into one."""
        clusters = [*dict.fromkeys(map(self.cluster, candidates))]
        if len(clusters) > 1:
            joined = Cluster.united(clusters, {self.first(index) for part in clusters for index in part.mentioned_by})
            for member in joined.members:
                self._clusters[member.index] = joined

    def cluster(self, candidate: Candidate) -> Cluster:
        """Return the cluster of a candidate."""
        return self._clusters[candidate.index]

    def members_before(self, candidate: Candidate, index: int) -> Sequence[Candidate]:
        """Return the members of a candidate's cluster that precede the candidate with an index."""
        members = self.cluster(candidate).members
        return members[: bisect.bisect_left(members, index, key=attrgetter("index"))]

    def first(self, index: int) -> int:
        """Return the index of the first candidate in the cluster of the candidate with an index."""
        return self._clusters[index].members[0].index

    def are_one(self, one: Candidate, other: Candidate) -> bool:
        """Return whether two candidates are in one cluster."""
        return self.cluster(one) is self.cluster(other)

    def possessor(self, candidate: Candidate) -> Candidate | None:
        """Return the candidate that is the possessor: "Acme's" and "its" of "Acme's products", "its products"."""
        return self.at(next(iter(candidate.token.before("possessor")), None))

    def clusters(self) -> list[Cluster]:
        """Return all clusters, in order of their first candidates."""
        return [cluster for index, cluster in enumerate(self._clusters) if self.first(index) == index]

    def has_name(self, candidate: Candidate) -> bool:
        """Return whether the cluster of a candidate has a name."""
        return bool(self._clusters[candidate.index].names)

    def broad_type(self, candidate: Candidate) -> str:
        """Return the general type of a candidate's cluster: Person, Organization, Place, ..."""
        return broad_type(self.cluster(candidate).type)
