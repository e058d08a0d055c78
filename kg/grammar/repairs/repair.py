"""What a repair of a parse is, and how the rules that make repairs look around."""

import typing as t
from collections.abc import Callable

if t.TYPE_CHECKING:
    from kg.grammar.parse import Token

SUBJECTS: t.Final = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
OPENERS: t.Final = SUBJECTS | {"mark", "cc"}
VERBS_OF_FINDINGS: t.Final = frozenset(
    {"believe", "claim", "conclude", "confirm", "discover", "find", "indicate", "prove", "report", "reveal", "say",
     "show", "suggest", "think", "warn"}
)  # fmt: skip


class Repair(t.NamedTuple):
    """What a token should hang on (the root on itself), and as what; `tag` is its part of speech from then on."""

    word: "Token"
    head: "Token"
    dependency: str
    tag: str


class RepairRule(t.NamedTuple):
    """What mends an error, and the dependencies or the tags of the tokens that it is for; none named: of all."""

    mend: Callable[["Token"], tuple[Repair, ...]]
    dependencies: frozenset[str] = frozenset()
    tags: frozenset[str] = frozenset()


def auxiliaries(verb: "Token") -> frozenset[str]:
    """Return the auxiliaries before a verb, in small letters."""
    return frozenset(word.lower_ for word in verb.lefts if word.dep_ in {"aux", "auxpass"})


def has_subject(verb: "Token") -> bool:
    """Tell whether a subject stands before a verb."""
    return any(child.dep_ in SUBJECTS for child in verb.lefts)


def word_before(word: "Token") -> "Token | None":
    """Return the token before a word."""
    return word.doc.tokens[word.i - 1] if word.i > 0 else None


def has_opener(verb: "Token") -> bool:
    """Tell whether a subject or a conjunction stands before a verb and belongs to it."""
    return any(child.dep_ in OPENERS for child in verb.lefts)


def commas_between(first: "Token", last: "Token") -> int:
    """Return how many commas stand between two words."""
    return sum(word.text == "," for word in first.doc.tokens[first.i : last.i])
