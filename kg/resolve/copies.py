"""Documents that have the text of another are one source with it: copies, and articles that hold an agency's text.

Texts are compared by their shingles, the runs of `SHINGLE` words in them (Broder, "On the resemblance and containment
of documents", 1997). Prefix filtering (Chaudhuri, Ganti and Kaushik, "A primitive operator for similarity joins", 2006)
proposes which texts may be nearly the same, and which may hold most of another; what it proposes is counted exactly. No
step compares all documents with each other.
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
"""Words; longer runs are lost where a text was edited, shorter ones are set phrases."""
RESEMBLANCE: t.Final = 0.6
"""The share of their shingles that two copies of one text have in common at least."""
CONTAINMENT: t.Final = 0.5
"""The share of a text's shingles that an article holds at least which was made from it."""
SHORTEST: t.Final = 30
"""The words of a text from which on a part of them tells a copy; shorter ones are copies if they are the same."""
SENTENCE: t.Final = 8
"""The words of a sentence from which on it is hardly written twice."""
FREQUENT: t.Final = 1000
"""The number of different texts from which on what they have in common is a form, and no sign of a copy."""

_WORD: t.Final = re.compile(r"\w+")
_ROUNDING: t.Final = 1e-6

Shingles: t.TypeAlias = "np.typing.NDArray[np.uint32]"


@dataclass(frozen=True, slots=True)
class Sources:
    """Which documents are one source: the first of the copies by document, and whose texts each of these holds."""

    original: Mapping[str, str]
    held: Mapping[str, Sequence[str]]

    def copies(self) -> tuple[Copy, ...]:
        """Return each document that is a copy of another or holds its text."""
        same = (Copy(document, first, "copy") for document, first in self.original.items() if document != first)
        holds = (Copy(one, other, "contains") for one, others in self.held.items() for other in others)
        return tuple(sorted((*same, *holds)))

    def groups(self, claims: Iterable[Claim], sentence: Callable[[Claim], str]) -> tuple[tuple[str, ...], ...]:
        """Return the documents that make one statement as one source, where they are more than one; sorted.

        They are copies, or one holds the text of another, or a sentence of the statement stands in them word for word.

        Args:
            claims: those of the statement.
            sentence: gives the text of a claim's sentence.
        """
        claims = tuple(claims)
        if len({claim.evidence.span.document for claim in claims}) < 2:
            return ()
        return self.joined((claim.evidence.span.document, telling(sentence(claim))) for claim in claims)

    def joined(self, said: Iterable[tuple[str, str | None]]) -> tuple[tuple[str, ...], ...]:
        """Do as `groups` with the document of each claim, and what `telling` gives for its sentence."""
        sentences: dict[str, set[str]] = {}
        for document, told in said:
            sentences.setdefault(document, set()).update(() if told is None else (told,))
        if len(sentences) < 2:
            return ()
        keys = {
            document: {*self._texts(document), *(("sentence", each) for each in found)}
            for document, found in sentences.items()
        }
        return tuple(group for group in _joined(keys) if len(group) > 1)

    def _texts(self, document: str) -> Iterator[tuple[str, str]]:
        """Yield the texts that a document has, by the first that has each."""
        first = self.original.get(document, document)
        yield "text", first
        for other in self.held.get(first, ()):
            yield "text", other


@dataclass(frozen=True, slots=True)
class Sketch:
    """What is compared of a document: how many words it has, a digest of these, and the shingles of a long text."""

    document: str
    published: date | None
    words: int
    digest: str
    shingles: "Shingles | None"

    @property
    def appearance(self) -> tuple[bool, str, str]:
        """What the first of several copies is told by: its date, then its id."""
        return self.published is None, str(self.published), self.document


def sketch(document: Document) -> Sketch:
    """Return what is compared of a document."""
    words = _words(document.text)
    shingles = _shingles(words) if len(words) >= SHORTEST else None
    key = digest(" ".join(words) if words else document.text)
    return Sketch(document.id, document.published, len(words), key, shingles)


def sources(documents: Iterable[Document]) -> Sources:
    """Return which documents are one source; a function of the set of documents, whatever their order."""
    documents = tuple(documents)
    if len(documents) < 2:
        return Sources({document.id: document.id for document in documents}, {})
    return sources_of(map(sketch, documents))


def sources_of(sketches: Iterable[Sketch]) -> Sources:
    """Do as `sources` with what is compared of the documents."""
    same: dict[tuple[int, str], list[Sketch]] = defaultdict(list)
    for each in sketches:
        same[-each.words, each.digest].append(each)
    # the longest first: what was added to a text or cut from it is measured against the most that is known of it
    texts = [found for _, found in sorted(same.items(), key=itemgetter(0))]
    shingles = {place: found[0].shingles for place, found in enumerate(texts) if found[0].shingles is not None}
    alike = _with_in_several(shingles, _Rarity.of(shingles), RESEMBLANCE)
    leader = {place: place for place in shingles} | _resembling(alike)
    members: dict[int, list[Sketch]] = defaultdict(list)
    for place, found in enumerate(texts):
        members[leader.get(place, place)].extend(found)
    first = {place: min(each.appearance for each in found)[-1] for place, found in members.items()}
    held = _held({place: each for place, each in shingles.items() if leader[place] == place})
    return Sources(
        {each.document: first[place] for place, found in members.items() for each in found},
        {first[place]: sorted(first[other] for other in others) for place, others in held.items()},
    )


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def telling(sentence: str) -> str | None:
    """Return the words of a sentence that is hardly written twice; None for a short one."""
    words = _words(sentence)
    return " ".join(words) if len(words) >= SENTENCE else None


def _shingles(words: Sequence[str]) -> Shingles:
    """Return the checksums of all runs of words, each once and sorted."""
    runs = (" ".join(words[start : start + SHINGLE]) for start in range(len(words) - SHINGLE + 1))
    return np.unique(np.array([zlib.crc32(run.encode("utf-8", "surrogatepass")) for run in runs], dtype=np.uint32))


def _resembling(shingles: Mapping[int, Shingles]) -> dict[int, int]:
    """Return for each text the first one that resembles it, which may be itself; only these are compared with."""
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
    """Return the texts that have one of some shingles; what more than `FREQUENT` have is a form."""
    having = (texts[shingle] for shingle in shingles if shingle in texts)
    return sorted({other for found in having if len(found) <= FREQUENT for other in found})


@dataclass(frozen=True, slots=True)
class _Rarity:
    """In how many texts each shingle stands that several have, sorted; most stand in one, and are left out."""

    several: Shingles
    counts: "np.typing.NDArray[np.int64]"

    @classmethod
    def of(cls, shingles: Mapping[int, Shingles]) -> "_Rarity":
        every = _together(shingles)
        every.sort()
        again, often = every[1:] == every[:-1], np.zeros(len(every), dtype=np.bool_)
        often[1:] |= again
        often[:-1] |= again
        return cls(*np.unique(every[often], return_counts=True))

    def shared(self, some: Shingles) -> Shingles:
        """Return those of a text's shingles that other texts have too."""
        return some[self._counts(some) > 1]

    def rarest(self, some: Shingles, share: float) -> list[int]:
        """Return the rarest shingles of a text: what has such a share of its shingles has one of these at least.

        Those that no other text has are not returned.
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


def _held(shingles: Mapping[int, Shingles]) -> dict[int, list[int]]:
    """Return for each text the shorter ones that it holds.

    A text that holds so much of another has one at least of its rarest shingles, so only their texts are looked at.
    """
    rarity = _Rarity.of(shingles)
    parts = _with_in_several(shingles, rarity, CONTAINMENT)
    texts = _texts_with(shingles, np.intersect1d(rarity.several, _together(parts)))
    held: dict[int, list[int]] = defaultdict(list)
    for place, each in parts.items():
        for other in _near(rarity.rarest(each, CONTAINMENT), texts):
            if other < place and _common(each, shingles[other]) >= CONTAINMENT * len(each):
                held[other].append(place)
    return held


def _with_in_several(shingles: Mapping[int, Shingles], rarity: _Rarity, share: float) -> dict[int, Shingles]:
    """Return the texts of whose shingles such a share at least is in other texts too: no others can be copies."""
    least = ((place, each, share * len(each) - _ROUNDING) for place, each in shingles.items())
    return {place: each for place, each, number in least if len(rarity.shared(each)) >= number}


def _together(shingles: Mapping[int, Shingles]) -> Shingles:
    return np.concatenate([*shingles.values()]) if shingles else np.array([], dtype=np.uint32)


def _texts_with(shingles: Mapping[int, Shingles], wanted: Shingles) -> dict[int, list[int]]:
    """Return by shingle the texts that have it, of some shingles."""
    texts: dict[int, list[int]] = defaultdict(list)
    for place, each in shingles.items() if len(wanted) else ():
        for shingle in each[_among(each, wanted)].tolist():
            texts[shingle].append(place)
    return texts


def _among(some: Shingles, every: Shingles) -> "np.typing.NDArray[np.bool_]":
    """Tell of each shingle whether it is among others, which are sorted and more than none."""
    found = np.minimum(np.searchsorted(every, some), len(every) - 1)
    return t.cast("np.typing.NDArray[np.bool_]", every[found] == some)


def _joined(keys: Mapping[str, Iterable[object]]) -> Iterator[tuple[str, ...]]:
    """Yield the documents that are joined by a key they have in common, over others too; sorted."""
    with_key: dict[object, list[str]] = defaultdict(list)
    for document, own in keys.items():
        for key in own:
            with_key[key].append(document)
    left = dict.fromkeys(sorted(keys))
    while left:
        start = next(iter(left))
        del left[start]
        group, ahead = [start], [start]
        while ahead:
            for key in keys[ahead.pop()]:
                for other in with_key.pop(key, ()):
                    if other in left:
                        del left[other]
                        group.append(other)
                        ahead.append(other)
        yield tuple(sorted(group))
