"""What is seen of a noun that may stand for an event, and of the phrases around it that may be its arguments."""

import typing as t
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from kg.grammar.parse import Token
from kg.lexicon.supersenses import noun_supersense, verb_supersense

NOMINAL: t.Final = frozenset({"NOUN", "PROPN", "NUM", "PRON"})
SET_OFF: t.Final = frozenset({"relcl", "appos", "cc", "conj", "punct"})
"""What ends a phrase: it is a phrase of its own, or only describes."""
SET_OFF_CLAUSES: t.Final = frozenset({"relcl", "cc", "conj"})
MARKED: t.Final = frozenset({"prep", "agent", "dative"})
OWN: t.Final = frozenset({"poss", "compound", "amod", "acl", "relcl", "nummod", "appos", "agent", "conj", "ccomp"})
"""What hangs on a noun and counts by its label alone."""
LONG: t.Final = (1, 2, 3, 5, 9, 16)
FAR: t.Final = (1, 2, 3, 5, 9, 16)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A phrase near a noun: its head, the path there, where the path turns, its prepositions, and the phrase's tokens.

    A path is written as labels, each with the direction that it is followed in: `<dobj >nsubj` is the subject of the
    verb whose object the noun is.
    """

    head: Token
    path: str
    turn: Token
    prepositions: str
    start: int
    end: int


@dataclass(slots=True)
class Path:
    """A step of the known paths: what it is called if one ends there, and the next steps up and down by label."""

    name: str = ""
    up: dict[str, "Path"] = field(default_factory=dict)
    down: dict[str, "Path"] = field(default_factory=dict)


def paths_of(names: Iterable[str]) -> Path:
    """Return the first step of the paths with these names."""
    first = Path()
    for name in names:
        place = first
        for step in name.split():
            directed = place.up if step[0] == "<" else place.down
            place = directed.setdefault(step[1:], Path())
        place.name = name
    return first


def candidates(noun: Token, paths: Path) -> Iterator[Candidate]:
    """Yield the phrases at the ends of the known paths from a noun."""
    yield from _below(noun, noun, None, paths, "")
    place, came, marks = noun, noun, ""
    while place.dep_ in paths.up and place.head is not place:
        paths = paths.up[place.dep_]
        came, place = place, place.head
        if place.dep_ in MARKED:
            marks += f"<{place.lower_}"
        if paths.name:
            start, end = _phrase(place, came)
            if start < end:
                yield Candidate(place, paths.name, place, marks, start, end)
        yield from _below(place, place, came, paths, marks)


def _below(turn: Token, place: Token, came: Token | None, paths: Path, marks: str) -> Iterator[Candidate]:
    """Yield the phrases at the ends of paths downwards, but for what the path came from."""
    if not paths.down:
        return
    for child in place.children:
        step = paths.down.get(child.dep_)
        if step is None or child is came:
            continue
        if step.name:
            start, end = _phrase(child)
            if start < end:
                yield Candidate(child, step.name, turn, marks, start, end)
        if step.down:
            inner = f"{marks}>{child.lower_}" if child.dep_ in MARKED else marks
            yield from _below(turn, child, None, step, inner)


def _phrase(head: Token, without: Token | None = None) -> tuple[int, int]:
    """Return where a phrase stands, without what is set off behind it, its conjuncts, and one of its dependents."""
    start, end = head.left_edge.i, head.right_edge.i + 1
    ends = SET_OFF if head.pos_ in NOMINAL else SET_OFF_CLAUSES
    for child in head.rights:
        if child.dep_ in ends or child is without:
            end = child.left_edge.i
            break
    if without is not None and without.i < head.i:
        start = without.right_edge.i + 1
    tokens = head.doc.tokens
    while start < end and tokens[end - 1].is_punct:
        end -= 1
    while start < end and tokens[start].is_punct:
        start += 1
    return start, end


def lemma_features(noun: str, verb: str | None) -> list[str]:
    """Return what is seen of a noun by itself, given the verb that it is derived from."""
    sense, ending = noun_supersense(noun), derivation(noun, verb)
    action = verb_supersense(verb) if verb else None
    return [
        f"lemma={noun}",
        f"ending={noun[-3:]}",
        f"derivation={ending}",
        f"sense={sense}",
        f"verb={action}",
        f"sense={sense} derivation={ending}",
        f"sense={sense} verb={action}",
    ]


def derivation(noun: str, verb: str | None) -> str:
    """Return how a noun ends where its verb ends otherwise.

    >>> derivation("arrival", "arrive"), derivation("ban", "ban"), derivation("table", None)
    ('al', '=', '-')
    """
    if verb is None:
        return "-"
    same = 0
    while same < min(len(noun), len(verb)) and noun[same] == verb[same]:
        same += 1
    return noun[same:] or "="


def context_features(noun: Token) -> list[str]:
    """Return what is seen of a noun in its sentence: its form, what hangs on it and what it hangs on."""
    governor, label = noun.head, noun.dep_
    seen = ["", f"tag={noun.tag_}", f"label={label}", f"governor={label} {governor.lemma_}"]
    determined = modified = False
    for child in noun.children:
        below = child.dep_
        if below == "det":
            determined = True
            seen.append(f"det={child.lower_}")
        elif below == "prep":
            seen.append(f"prep={child.lower_}")
            seen.extend(f"prep={child.lower_} {inner.dep_} {inner.ent_type_}" for inner in child.children)
        elif below in OWN:
            modified = True
            seen.append(f"has={below} {child.tag_}")
            if below == "amod" or below == "compound":
                seen.append(f"{below}={child.lemma_}")
            if below == "conj":
                seen.append(f"conj={child.lemma_}")
    if not determined:
        seen.append("det=")
        if not modified:
            seen.append(f"bare {noun.tag_}")
    if label == "pobj":
        above = governor.head
        seen += (f"above={governor.lower_} {above.pos_}", f"above={governor.lower_} {above.lemma_}")
    elif governor.pos_ in {"VERB", "AUX"}:
        seen.append(f"verb={label} {verb_supersense(governor.lemma_)}")
    elif label == "conj":
        seen.append(f"conj={governor.lemma_}")
    if noun.text[:1].isupper():
        seen.append("capital first" if noun.is_sent_start else "capital")
    if noun.ent_type_:
        seen.append(f"name={noun.ent_type_}")
    return seen


@dataclass(frozen=True, slots=True)
class Around:
    """What the candidates of one noun share: where it stands, its base form, and what is seen of it on every path."""

    place: int
    lemma: str
    seen: tuple[str, ...]


class ArgumentFeatures(t.NamedTuple):
    """What is seen of a candidate that means another thing on each path, and what means the same on all."""

    by_path: list[str]
    common: list[str]


def around(noun: Token, verb: str | None) -> Around:
    """Return what all candidates of a noun share, given the verb that it is derived from."""
    lemma = noun.lemma_.lower()
    seen = {f"has={c.lower_ if c.dep_ in MARKED else c.dep_}" for c in noun.children}
    seen |= {f"det={c.lower_}" for c in noun.children if c.dep_ == "det"}
    action = verb_supersense(verb) if verb else None
    return Around(noun.i, lemma, ("", f"sense={noun_supersense(lemma)}", f"verb={action}", *sorted(seen)))


def argument_features(noun: Around, found: Candidate) -> ArgumentFeatures:
    """Return what is seen of a candidate, given what it shares with the others of its noun."""
    head, marks = found.head, found.prepositions
    word, entity, tag = head.lemma_.lower(), head.ent_type_, head.tag_
    size = bucket(found.end - found.start, LONG)
    far = bucket(abs(head.i - noun.place), FAR)
    side = "behind" if head.i > noun.place else "before"
    by_path = [
        *noun.seen,
        f"marks={marks}",
        f"noun={marks} {noun.lemma}",
        f"entity={marks} {entity}",
        f"word={word}",
        f"size={size}",
        f"far={far} {side}",
    ]
    if found.path[0] == "<":
        governor = found.turn.lemma_.lower()
        by_path += (f"governor={marks} {governor}", f"governor={verb_supersense(governor)}")
    last = found.path.rpartition(" ")[2]
    common = [
        f"word={word}",
        f"entity={entity}",
        f"tag={tag}",
        f"size={size}",
        f"far={far}",
        f"noun={noun.lemma}",
        f"last={last} {entity}",
    ]
    return ArgumentFeatures(by_path, common)


def bucket(number: int, bounds: tuple[int, ...]) -> int:
    """Return how many of the bounds a number exceeds."""
    return sum(number > bound for bound in bounds)
