"""Labels of unnamed entities: their fullest description, with names in place of pronouns and references."""

import bisect
import functools
import itertools
import re
import typing as t
from collections.abc import Iterable, Mapping, Sequence

from kg.lexicon import words
from kg.lexicon.name_forms import bare, without_unpaired_marks
from kg.model import Chain, Entity, Mention, Span
from kg.resolve.descriptions import APOSTROPHES, RELATIVE, by_speaker, described, describing, is_spoken_for
from kg.resolve.identity import is_name

MAX_OWNER_WORDS: t.Final = 4
"""The maximum length in words of an owner's description in a label: "Russian company's founder"."""

THE: t.Final = "the"
OWNING: t.Final = RELATIVE | words("determiner", "possessive") | {"them"}
"""The pronouns that attach clauses, parts or possessions to a description."""
OPENING_PHRASE: t.Final = words("dating") & words("preposition")
"""Prepositions that begin a phrase, and no noun of an owner: "treating *her* at home"."""
AM: t.Final = "am"
"""A verb form that occurs only after "I", never after a name."""

Pointer: t.TypeAlias = tuple[int, int, str]
"""The start and end of a pronoun or description of a named entity, and the name."""
Pointers: t.TypeAlias = Mapping[str, Sequence[Pointer]]
"""The pointers of each document, in text order."""


def pointers(named: Iterable[Entity], described: Iterable[Entity] = ()) -> Pointers:
    """Return the pronouns and descriptions of named entities, and pronouns that attach clauses or parts to others."""
    found: dict[str, list[Pointer]] = {}
    referring = ((entity, mention) for entity in named for mention in entity.mentions if not is_name(mention))
    related = ((entity, mention) for entity in described for mention in _joining(entity))
    for entity, mention in itertools.chain(referring, related):
        span, spoken = mention.span, is_spoken_for(mention)
        label = by_speaker(mention, mention.words) if spoken else entity.label
        found.setdefault(span.document, []).append((span.start, span.end, label))
    return {document: sorted(inside) for document, inside in found.items()}


def _joining(entity: Entity) -> list[Mention]:
    """Return the relative and possessive pronouns of an entity that are not in its label: "people *who* read".

    "a third of *them*" counts too. For a "we" of a speaker, all forms count: "the advice that *we* had".
    """
    mentions = entity.mentions
    if any(map(is_spoken_for, mentions)):
        return list(mentions)
    joining = OWNING if entity.label.count(" ") < MAX_OWNER_WORDS else RELATIVE
    pronouns = [m for m in mentions if m.kind == "pronoun" and m.words.casefold() in joining]
    others = [m.span for m in mentions if m.kind != "pronoun"] if pronouns else []
    within = inside(others, [pronoun.span for pronoun in pronouns])
    return [pronoun for pronoun in pronouns if pronoun.span not in within]


def inside(outer: Iterable[Span], inner: Iterable[Span]) -> set[Span]:
    """Return the inner spans that lie within an outer one."""
    found, furthest = set[Span](), ("", 0)
    # at the same start the longer comes first, and an outer one before an inner one
    spans = [*((span, False) for span in outer), *((span, True) for span in inner)]
    for span, is_inner in sorted(spans, key=lambda each: (each[0].document, each[0].start, -each[0].end, each[1])):
        if is_inner and furthest >= (span.document, span.end):
            found.add(span)
        elif not is_inner:
            furthest = max(furthest, (span.document, span.end))
    return found


def full_description(chains: Iterable[Chain], known: Pointers) -> str:
    """Return the fullest description in the chains, with names in place of references to named entities.

    "the sale of its phones" becomes "sale of Acme's phones" if "its" is known to mean Acme.
    """
    mention = describing(chains)
    if mention is None:
        return ""
    label = _pointing(described(mention, text := with_names(mention, known)), text)
    capital = mention.kind == "name" and label.casefold() == mention.words.casefold()
    return without_unpaired_marks(mention.words if capital else label)  # a name keeps the capital of "the Treasury"


def _pointing(label: str, text: str) -> str:
    """Return a label with the preceding word that refers elsewhere: "*these* people", "*their* coach"."""
    first, _, rest = text.partition(" ")
    points = first.casefold() in _pointing_words() and label == bare(rest)
    return f"{first.lower()} {label}" if points else label


@functools.cache
def _pointing_words() -> frozenset[str]:
    """Return the determiners whose referent is elsewhere in the text; articles are not among them."""
    return words("determiner", "lead") - words("determiner", "indefinite") - words("pronoun", "0") - {THE}


def with_names(mention: Mention, known: Pointers) -> str:
    """Return the words of a mention with names in place of pronouns and descriptions: "sale of *Acme's* phones"."""
    text, span = mention.described[0], mention.span
    here = known.get(span.document, ())
    first = bisect.bisect_left(here, (span.start, 0, ""))
    last = bisect.bisect_left(here, (span.end, 0, ""))
    end = span.end
    # from right to left, so that earlier offsets stay valid; of two that overlap the later is within the earlier
    for start, stop, name in reversed(_outermost(here[first:last])):
        if stop <= end and not start <= mention.head < stop:
            written = text[start - span.start : stop - span.start]
            following = text[stop - span.start :].split()
            if _is_next_to_name(text, start - span.start, stop - span.start, name):
                continue
            if following and (following[0] == AM or _is_shortened(written, following[0], text[stop - span.start])):
                continue  # "something *I am* pleased about", "what *we've* seen"
            possessive = _takes_ending(written, name) and stop < end and following[0] not in OPENING_PHRASE
            if possessive and text[stop - span.start :] == " own":
                continue  # "a life of its own"
            ending = ("'" if name.endswith("s") else "'s") if possessive else ""
            text = text[: start - span.start] + name + ending + text[stop - span.start :]
    return " ".join(text.split())


def _is_next_to_name(text: str, start: int, stop: int, name: str) -> bool:
    """Return whether a name is next to a coreferent mention: "*the firm* Acme", "*he*, Silva", "Acme, *which* left".

    A pronoun anywhere after its name counts too: "Acme, in *which* Bell has a stake", "Silva and *her* firm".
    """
    words_of_name, before = name.split(), text[:start].rstrip()
    if text[start:stop].casefold() in words("pronoun") and _has_word(before, words_of_name[-1]):
        return True
    after = text[stop:].lstrip(", ").split()[:1]
    apposed = before.endswith(",") and before.rstrip(",").endswith(words_of_name[-1])
    return apposed or any(word.rstrip(",") in words_of_name for word in after)


def _has_word(text: str, word: str) -> bool:
    """Return whether a text has a word, and not only as a part of another one: "Li" in "Li's firm", not in "Lisbon"."""
    return re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text) is not None


def _takes_ending(written: str, name: str) -> bool:
    """Return whether a name takes a possessive ending: "*Acme's* roads", not "*our (Ana Silva and others)* roads"."""
    return written.casefold() in words("determiner", "possessive") and not name.startswith(f"{written} (")


def _is_shortened(written: str, following: str, after: str) -> bool:
    """Return whether a pronoun is contracted with a verb: "*we*'ve", "*it*'s"."""
    return after == following[0] and after in APOSTROPHES and written.casefold() in words("pronoun")


def _outermost(inside: Sequence[Pointer]) -> list[Pointer]:
    found: list[Pointer] = []
    for pointer in inside:
        if not found or pointer[0] >= found[-1][1]:
            found.append(pointer)
    return found
