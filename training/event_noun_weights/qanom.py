"""QANom's judged nouns in our parse: whether each is an event, and the answers to questions about it."""

import importlib.util
import sys
import typing as t
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

from spacy.language import Language

from kg.grammar.event_nouns import OBJECT, PREPOSITION
from kg.grammar.parse import Parse, Token, parse_of

Range: t.TypeAlias = tuple[int, int]
MODALS: t.Final = frozenset(
    {"do", "does", "did", "may", "might", "can", "could", "should", "would", "will", "must", "ca", "wo"}
)
BE: t.Final = frozenset({"is", "are", "was", "were", "be", "been", "being"})
AUXILIARIES: t.Final = MODALS | BE | {"has", "have", "had", "not", "n't"}
SOMEBODY: t.Final = frozenset({"someone", "something", "somewhere", "it", "they"})
HOW: t.Final = frozenset({"much", "many", "long", "often"})
ADVERBIAL: t.Final = frozenset({"when", "where", "why", "how", "how much", "how long"})


@dataclass(frozen=True, slots=True)
class Question:
    """A question by its parts.

    "Who was given something by someone?" asks `who`, has the verb `given`, and `by someone` after its object.
    `is_base` is whether the verb is in its base form ("did someone *ban*").
    """

    asked: str
    subject: bool
    verb: str
    is_base: bool
    is_passive: bool
    object: bool
    rest: str

    @property
    def role(self) -> str:
        """The role in the event that the question asks for."""
        if self.asked in ADVERBIAL:
            return self.asked
        if not self.subject:
            return OBJECT if self.is_passive else "agent"
        if self.rest in {"to do", "do"}:
            return "infinitive"
        return PREPOSITION if self.rest and self.rest.split()[-1] not in SOMEBODY else OBJECT


def question(text: str) -> Question:
    """Return the parts of a question."""
    words = text.rstrip("?").lower().replace("n't", "").split()
    asked = words.pop(0)
    if asked == "how" and words and words[0] in HOW:
        asked = f"how {words.pop(0)}"
    before = _taken(words, AUXILIARIES)[:1]
    words = words[len(before) :]
    subject = _taken(words, SOMEBODY)[:1]
    words = words[len(subject) :]
    inner = _taken(words[:-1], AUXILIARIES)
    words = words[len(inner) :]
    auxiliaries = {*before, *inner}
    verb = words[0] if words else ""
    has_object = len(words) > 1 and words[1] in SOMEBODY
    is_passive = bool(auxiliaries & BE) and (not verb.endswith("ing") or "being" in auxiliaries)
    is_base = bool(auxiliaries & MODALS) and not auxiliaries - MODALS
    return Question(asked, bool(subject), verb, is_base, is_passive, has_object, " ".join(words[1 + has_object :]))


def _taken(words: Sequence[str], kind: frozenset[str]) -> list[str]:
    found = []
    for word in words:
        if word not in kind:
            break
        found.append(word)
    return found


@dataclass(frozen=True, slots=True)
class Judged:
    """A noun that people judged: its sentence's number, whether it is an event, and its answers with their question."""

    sentence: int
    noun: Token
    event: bool
    answers: Mapping[Range, Question]

    @property
    def lemma(self) -> str:
        """Its base form, in lower case."""
        return self.noun.lemma_.lower()


@dataclass(frozen=True, slots=True)
class Sentence:
    """A parsed sentence with its id, and the tokens of the gold standard as ranges of our tokens."""

    id: str
    parse: Parse
    judged: tuple[Judged, ...]


def scorer(shared: Path) -> ModuleType:
    """Return the scorer module, which knows how tokens are joined to text."""
    spec = importlib.util.spec_from_file_location("qasrl", shared / "bench" / "qasrl.py")
    if spec is None or spec.loader is None:
        sys.exit(f"no scorer in {shared}")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def read(shared: Path, name: str, nlp: Language) -> Iterator[Sentence]:
    """Yield the sentences of a part of the gold standard, with their nouns."""
    qasrl = scorer(shared)
    rows = qasrl.read_gold(shared / "bench" / "data" / "qasrl" / f"{name}.jsonl.gz")
    laid = [qasrl.laid_out(row["tokens"]) for row in rows]
    docs = nlp.pipe((text for text, _ in laid), batch_size=64)
    for number, (row, (_, offsets), doc) in enumerate(zip(rows, laid, docs, strict=True)):
        parse = parse_of(doc)
        places = ours(parse, offsets)
        nouns = (p for p in row["predicates"] if p["kind"] == "noun")
        yield Sentence(qasrl.name(row["id"]), parse, tuple(_judged(number, parse, places, p) for p in nouns))


def ours(parse: Parse, offsets: Iterable[Range]) -> list[Range]:
    """Return for each range of characters the range of our tokens that it overlaps."""
    found, first = [], 0
    for start, end in offsets:
        while first + 1 < len(parse) and parse[first].idx + len(parse[first]) <= start:
            first += 1
        last = first
        while last + 1 < len(parse) and parse[last + 1].idx < end:
            last += 1
        found.append((first, last + 1))
    return found


def _judged(number: int, parse: Parse, places: Sequence[Range], row: Mapping[str, t.Any]) -> Judged:
    answers: dict[Range, Question] = {}
    for argument in row["arguments"]:
        asked = question(argument["question"])
        for start, end in argument["spans"]:
            answers.setdefault((places[start][0], places[end - 1][1]), asked)
    return Judged(number, parse[places[row["index"]][0]], row["event"], answers)
