"""Features of a noun that may denote an event, and of the nearby phrases that may be its arguments."""

import bisect
import typing as t
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from kg.lexicon.supersenses import noun_supersense, verb_supersense

if t.TYPE_CHECKING:
    from kg.grammar.parse import Token

NOMINAL: t.Final = frozenset({"NOUN", "PROPN", "NUM", "PRON"})
SET_OFF: t.Final = frozenset({"relcl", "appos", "cc", "conj", "punct"})
"""Labels at which a phrase ends: the dependent is a phrase of its own, or only describes."""
MARKED: t.Final = frozenset({"prep", "agent", "dative"})
OWN: t.Final = frozenset({"poss", "compound", "amod", "acl", "relcl", "nummod", "appos", "agent", "conj", "ccomp"})
"""Labels of the noun's dependents that are features by themselves."""
Paths: t.TypeAlias = Mapping[str, bool]
"""The prefixes of the known paths, and whether each is itself a known path."""
BOUNDS: t.Final = (1, 2, 3, 5, 9, 16)
"""Bounds of the buckets for counts of words and for distances."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A phrase near a noun: its head, the path to it, the turning point, its prepositions, and the phrase's tokens.

    A path is a sequence of labels, each with its direction: `<dobj >nsubj` is the subject of the verb whose object the
    noun is. `base` is the path to the conjunct before the head if the head is a conjunct, else the path.
    """

    head: "Token"
    path: str
    base: str
    turn: "Token"
    prepositions: str
    start: int
    end: int


def paths_of(known: Collection[str]) -> Paths:
    """Return the prefixes of the known paths, and whether each is itself a known path.

    >>> paths_of([">prep >pobj"])
    {'>prep': False, '>prep >pobj': True}
    """
    steps = (path.split() for path in known)
    begun = (" ".join(row[:count]) for row in steps for count in range(1, len(row) + 1))
    return {path: path in known for path in begun}


def base_of(path: str) -> str:
    """Return the path to the conjunct before the last one if the path ends in a conjunct, or the path itself.

    >>> base_of(">prep >pobj >conj"), base_of("<dobj >conj")
    ('>prep >pobj', '<dobj >conj')
    """
    before, _, last = path.rpartition(" ")
    return before if last == ">conj" and ">" in before else path


def candidates(noun: "Token", paths: Paths) -> Iterator[Candidate]:
    """Yield the phrases at the ends of the known paths from a noun."""
    yield from _below(paths, noun, noun, noun, "", "")
    place, came, marks, path = noun, noun, "", ""
    while (step := f"{path}<{place.dep_}") in paths and place.head is not place:
        came, place, path = place, place.head, f"{step} "
        if place.dep_ in MARKED:
            marks += f"<{place.lower_}"
        elif paths[step]:
            yield from _candidate(place, step, place, marks, came)
        yield from _below(paths, place, place, came, path, marks)


def _below(paths: Paths, turn: "Token", place: "Token", came: "Token", path: str, marks: str) -> Iterator[Candidate]:
    """Yield the phrases at the ends of downward paths, except for the dependent that the path came from."""
    for child in place.children:
        step, first = f"{path}>{child.dep_}", child.left_edge.i
        if step not in paths or child is came:
            continue
        if child.dep_ == "relcl" and place.doc.tokens[max(first - 1, 0)].text == ",":  # an event of its own
            continue
        marks_only = child.dep_ in MARKED and any(inner.dep_ in {"pobj", "pcomp"} for inner in child.rights)
        if paths[step] and not marks_only:
            yield from _candidate(child, step, turn, marks)
        inner = f"{marks}>{child.lower_}" if child.dep_ in MARKED else marks
        yield from _below(paths, turn, child, place, f"{step} ", inner)


def _candidate(
    head: "Token", path: str, turn: "Token", marks: str, without: "Token | None" = None
) -> Iterator[Candidate]:
    """Yield a phrase without set-off parts after it, its conjuncts, marks at its ends, and one of its dependents."""
    start, end = head.left_edge.i, head.right_edge.i + 1
    ends = SET_OFF if head.pos_ in NOMINAL else frozenset({"relcl", "cc", "conj"})
    for child in head.rights:
        last = child.i + 1 == end and child.dep_ == "case"
        if last or child.dep_ in ends or child is without:
            end = child.left_edge.i
            break
    if without is not None and without.i < head.i:
        start = without.right_edge.i + 1
    words = [word.i for word in head.doc.tokens[start:end] if not word.is_punct]
    if words:
        yield Candidate(head, path, base_of(path), turn, marks, words[0], words[-1] + 1)


def context_features(noun: "Token") -> list[str]:
    """Return the features of a noun in its sentence: its form, its dependents and its governor."""
    tag, label = noun.tag_, noun.dep_
    features = ["", f"tag={tag}", f"form={noun.lemma_.lower()} {tag}", f"label={label}"]
    if noun.recognised:
        features.append(f"name={noun.recognised}")
    labels = {child.dep_ for child in noun.children}
    if "det" not in labels:
        features.append("det=")
        if labels.isdisjoint(OWN):
            features.append(f"bare {tag}")
    for child in noun.children:
        _add_dependent(features, child)
    _add_governor(features, noun.head, label)
    return features


def _add_dependent(features: list[str], child: "Token") -> None:
    """Add the features of a dependent of the noun."""
    label, lower = child.dep_, child.lower_
    if label == "det":
        features.append(f"det={lower}")
    elif label == "prep":
        features.append(f"prep={lower}")
        features += [f"prep={lower} {inner.dep_} {inner.recognised}" for inner in child.children]
    elif label in OWN:
        features.append(f"has={label} {child.tag_}")
        if label in {"amod", "compound", "conj"}:
            features.append(f"{label}={child.lemma_}")


def _add_governor(features: list[str], governor: "Token", label: str) -> None:
    """Add the features of the governor of the noun."""
    features.append(f"governor={label} {governor.lemma_}")
    if label == "pobj":
        above = governor.head
        features += (f"above={governor.lower_} {above.pos_}", f"above={governor.lower_} {above.lemma_}")
    elif governor.pos_ in {"VERB", "AUX"}:
        features.append(f"verb={label} {verb_supersense(governor.lemma_)}")
    elif label == "conj":
        features.append(f"conj={governor.lemma_}")


def features_of(noun: "Token", verb: str | None) -> list[str]:
    """Return the features of a noun for the path to each of its candidates, given the verb that it is derived from."""
    features = {f"has={c.lower_ if c.dep_ in MARKED else c.dep_}" for c in noun.children}
    features |= {f"det={c.lower_}" for c in noun.children if c.dep_ == "det"}
    action = verb_supersense(verb) if verb else None
    return ["", f"sense={noun_supersense(noun.lemma_.lower())}", f"verb={action}", *sorted(features)]


def argument_features(noun: "Token", of_noun: Iterable[str], found: Candidate) -> tuple[list[str], list[str]]:
    """Return the features of a candidate argument that depend on the path, and those that do not.

    `of_noun` are the features of the noun itself (`features_of`).
    """
    head, marks, lemma = found.head, found.prepositions, noun.lemma_.lower()
    word, entity, tag = head.lemma_.lower(), head.recognised, head.tag_
    size = bisect.bisect_left(BOUNDS, found.end - found.start)
    far = bisect.bisect_left(BOUNDS, abs(head.i - noun.i))
    side = "behind" if head.i > noun.i else "before"
    by_path = [
        *of_noun,
        f"marks={marks}",
        f"noun={marks} {lemma}",
        f"entity={marks} {entity}",
        f"word={word}",
        f"size={size}",
        f"far={far} {side}",
    ]
    if found.path[0] == "<":
        governor = found.turn.lemma_.lower()
        by_path += (f"governor={marks} {governor}", f"governor={verb_supersense(governor)}")
    common = [
        f"word={word}",
        f"entity={entity}",
        f"tag={tag}",
        f"size={size}",
        f"far={far}",
        f"noun={lemma}",
        f"last={found.path.split()[-1]} {entity}",
    ]
    return by_path, common
