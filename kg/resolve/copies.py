"""Find documents that share their text and so count as one source: copies, and articles that include an agency's text.

Texts are compared by their shingles, the runs of `SHINGLE` words in them (Broder, "On the resemblance and containment
of documents", 1997). Prefix filtering (Chaudhuri, Ganti and Kaushik, "A primitive operator for similarity joins", 2006)
proposes pairs of texts that may be nearly the same, or of which one may contain most of the other. Proposed pairs are
counted exactly. No step compares all documents with each other.
"""

import re
import typing as t
import zlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from operator import itemgetter

import numpy as np

from kg.identifiers import digest
from kg.model import Claim, Copy, Document

SHINGLE: t.Final = 5
"""In words; longer runs are lost when a text is edited, shorter ones are set phrases."""
RESEMBLANCE: t.Final = 0.6
"""The minimum share of shingles that two copies of one text have in common."""
CONTAINMENT: t.Final = 0.5
"""The minimum share of a text's shingles that an article made from it contains."""
SHORTEST: t.Final = 30
"""The minimum length in words of a text that can be a partial copy; shorter texts are copies only if equal."""
SENTENCE: t.Final = 8
"""The minimum length in words of a sentence that is unlikely to be written twice."""
FREQUENT: t.Final = 1000
"""The number of different texts above which a common passage is a template and no sign of a copy."""

_WORD: t.Final = re.compile(r"\w+")
_ROUNDING: t.Final = 1e-6

Shingles: t.TypeAlias = "np.typing.NDArray[np.uint32]"


@dataclass(frozen=True, slots=True)
class Sources:
    """Which documents count as one source: the first copy of each document, and the texts that each contains."""

    original: Mapping[str, str]
    contained: Mapping[str, Sequence[str]]

    def copies(self) -> tuple[Copy, ...]:
        """Return each document that is a copy of another or contains its text."""
        same = (Copy(document, first, "copy") for document, first in self.original.items() if document != first)
        holds = (Copy(one, other, "contains") for one, others in self.contained.items() for other in others)
        return tuple(sorted((*same, *holds)))

    def groups(self, claims: Iterable[Claim], sentence: Callable[[Claim], str]) -> tuple[tuple[str, ...], ...]:
        """Return the groups of documents that support a statement as one source, if they have several members; sorted.

        They are copies, one contains the text of another, or they share a sentence of the statement word for word.

        Args:
            claims: the claims of the statement.
            sentence: returns the text of a claim's sentence.
        """
        claims = tuple(claims)
        if len({claim.evidence.span.document for claim in claims}) < 2:
            return ()
        return self.joined((claim.evidence.span.document, distinctive(sentence(claim))) for claim in claims)

    def joined(self, rows: Iterable[tuple[str, str | None]]) -> tuple[tuple[str, ...], ...]:
        """Do the same as `groups`, given the document of each claim and what `distinctive` returns for its sentence."""
        sentences: dict[str, set[str]] = {}
        for document, key in rows:
            sentences.setdefault(document, set()).update(() if key is None else (key,))
        if len(sentences) < 2:
            return ()
        keys = {
            document: {*self._texts(document), *(("sentence", each) for each in found)}
            for document, found in sentences.items()
        }
        return tuple(group for group in _joined(keys) if len(group) > 1)

    def _texts(self, document: str) -> Iterator[tuple[str, str]]:
        """Yield the texts that a document contains, by the first document with each."""
        first = self.original.get(document, document)
        yield "text", first
        for other in self.contained.get(first, ()):
            yield "text", other


@dataclass(frozen=True, slots=True)
class Sketch:
    """What is compared of a document: its word count, a digest of its words, and the shingles of a long text."""

    document: str
    published: date | None
    words: int
    digest: str
    shingles: "Shingles | None"

    @property
    def appearance(self) -> tuple[bool, str, str]:
        """The sort key that selects the first of several copies: date, then id."""
        return self.published is None, str(self.published), self.document


def sketch(document: Document) -> Sketch:
    """Return the data of a document that is compared."""
    words = _words(document.text)
    shingles = _shingles(words) if len(words) >= SHORTEST else None
    key = digest(" ".join(words) if words else document.text)
    return Sketch(document.id, document.published, len(words), key, shingles)


def sources(documents: Iterable[Document]) -> Sources:
    """Return which documents count as one source; the order of the documents does not matter."""
    documents = tuple(documents)
    if len(documents) < 2:
        return Sources({document.id: document.id for document in documents}, {})
    return sources_of(map(sketch, documents))


def sources_of(sketches: Iterable[Sketch]) -> Sources:
    """Do the same as `sources`, given the sketches of the documents."""
    same: dict[tuple[int, str], list[Sketch]] = defaultdict(list)
    for each in sketches:
        same[-each.words, each.digest].append(each)
    # longest first: additions and cuts are measured against the longest known version
    texts = [found for _, found in sorted(same.items(), key=itemgetter(0))]
    shingles = {place: found[0].shingles for place, found in enumerate(texts) if found[0].shingles is not None}
    similar = _with_in_several(shingles, _Rarity.of(shingles), RESEMBLANCE)
    leader = {place: place for place in shingles} | _resembling(similar)
    members: dict[int, list[Sketch]] = defaultdict(list)
    for place, found in enumerate(texts):
        members[leader.get(place, place)].extend(found)
    first = {place: min(each.appearance for each in found)[-1] for place, found in members.items()}
    contained = _contained({place: each for place, each in shingles.items() if leader[place] == place})
    return Sources(
        {each.document: first[place] for place, found in members.items() for each in found},
        {first[place]: sorted(first[other] for other in others) for place, others in contained.items()},
    )


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def distinctive(sentence: str) -> str | None:
    """Return the words of a sentence that is unlikely to be written twice; None for a short one."""
    words = _words(sentence)
    return " ".join(words) if len(words) >= SENTENCE else None


def _shingles(words: Sequence[str]) -> Shingles:
    """Return the checksums of all runs of words, without duplicates and sorted."""
    encoded = [word.encode("utf-8", "surrogatepass") for word in words]
    runs = map(b" ".join, zip(*(encoded[start:] for start in range(SHINGLE)), strict=False))
    return np.unique(np.array([*map(zlib.crc32, runs)], dtype=np.uint32))


def _resembling(shingles: Mapping[int, Shingles]) -> dict[int, int]:
    """Return for each text the first one that it resembles, possibly itself; only these first ones are compared."""
    rarity, texts = _Rarity.of(shingles), defaultdict[int, list[int]](list)
    leader: dict[int, int] = {}
    for place, each in shingles.items():
        near = _near(rarity.rarest(each, RESEMBLANCE), texts)
        leader[place] = next((other for other in near if _resemblance(each, shingles[other]) >= RESEMBLANCE), place)
        if leader[place] == place:
            for shingle in rarity.shared(each).tolist():
                texts[shingle].append(place)
    return leader


def _near(shingles: Iterable[int], texts: Mapping[int, Sequence[int]]) -> list[int]:
    """Return the texts that share at least one of the shingles; those in more than `FREQUENT` texts are ignored."""
    having = (texts[shingle] for shingle in shingles if shingle in texts)
    return sorted({other for found in having if len(found) <= FREQUENT for other in found})


@dataclass(frozen=True, slots=True)
class _Rarity:
    """In how many texts each shared shingle occurs, sorted; most occur in only one and are left out."""

    several: Shingles
    counts: "np.typing.NDArray[np.int64]"

    @classmethod
    def of(cls, shingles: Mapping[int, Shingles]) -> "_Rarity":
        every = _concatenated(shingles)
        every.sort()
        again, often = every[1:] == every[:-1], np.zeros(len(every), dtype=np.bool_)
        often[1:] |= again
        often[:-1] |= again
        return cls(*np.unique(every[often], return_counts=True))

    def shared(self, some: Shingles) -> Shingles:
        """Return the shingles of a text that other texts have too."""
        return some[self._counts(some) > 1]

    def rarest(self, some: Shingles, share: float) -> list[int]:
        """Return the rarest shingles of a text. Any text that contains this share of its shingles has at least one.

        Shingles that no other text has are not returned.
        """
        counts = self._counts(some)
        least = int(np.ceil(share * len(some) - _ROUNDING))
        first = np.lexsort((some, counts))[: len(some) - least + 1]
        return t.cast("list[int]", some[first[counts[first] > 1]].tolist())

    def _counts(self, some: Shingles) -> "np.typing.NDArray[np.int64]":
        if not len(self.several):
            return np.ones(len(some), dtype=np.int64)
        found = np.minimum(np.searchsorted(self.several, some), len(self.several) - 1)
        return np.where(self.several[found] == some, self.counts[found], 1)


def _resemblance(one: Shingles, other: Shingles) -> float:
    common = _common(one, other)
    return common / (len(one) + len(other) - common)


def _common(one: Shingles, other: Shingles) -> int:
    return len(np.intersect1d(one, other, assume_unique=True))


def _contained(shingles: Mapping[int, Shingles]) -> dict[int, list[int]]:
    """Return for each text the shorter ones that it contains.

    A text that contains enough of another has at least one of its rarest shingles, so only those texts are checked.
    """
    rarity = _Rarity.of(shingles)
    parts = _with_in_several(shingles, rarity, CONTAINMENT)
    texts = _texts_with(shingles, np.intersect1d(rarity.several, _concatenated(parts)))
    contained: dict[int, list[int]] = defaultdict(list)
    for place, each in parts.items():
        for other in _near(rarity.rarest(each, CONTAINMENT), texts):
            if other < place and _common(each, shingles[other]) >= CONTAINMENT * len(each):
                contained[other].append(place)
    return contained


def _with_in_several(shingles: Mapping[int, Shingles], rarity: _Rarity, share: float) -> dict[int, Shingles]:
    """Return the texts that share at least this fraction of their shingles with others; no others can be copies."""
    least = ((place, each, share * len(each) - _ROUNDING) for place, each in shingles.items())
    return {place: each for place, each, number in least if len(rarity.shared(each)) >= number}


def _concatenated(shingles: Mapping[int, Shingles]) -> Shingles:
    return np.concatenate([*shingles.values()]) if shingles else np.array([], dtype=np.uint32)


def _texts_with(shingles: Mapping[int, Shingles], wanted: Shingles) -> dict[int, list[int]]:
    """Return for each of some shingles the texts that contain it."""
    texts: dict[int, list[int]] = defaultdict(list)
    for place, each in shingles.items() if len(wanted) else ():
        for shingle in each[_among(each, wanted)].tolist():
            texts[shingle].append(place)
    return texts


def _among(some: Shingles, every: Shingles) -> "np.typing.NDArray[np.bool_]":
    """Return for each shingle whether it is among others, which are sorted and not empty."""
    found = np.minimum(np.searchsorted(every, some), len(every) - 1)
    return t.cast("np.typing.NDArray[np.bool_]", every[found] == some)


def _joined(keys: Mapping[str, Iterable[object]]) -> Iterator[tuple[str, ...]]:
    """Yield the groups of documents that share a key, directly or through other documents; sorted."""
    with_key: dict[object, list[str]] = defaultdict(list)
    for document, own in keys.items():
        for key in own:
            with_key[key].append(document)
    unvisited = dict.fromkeys(sorted(keys))
    while unvisited:
        start = next(iter(unvisited))
        del unvisited[start]
        group, queue = [start], [start]
        while queue:
            for key in keys[queue.pop()]:
                for other in with_key.pop(key, ()):
                    if other in unvisited:
                        del unvisited[other]
                        group.append(other)
                        queue.append(other)
        yield tuple(sorted(group))
