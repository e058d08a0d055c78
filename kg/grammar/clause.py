"""What the grammar hands on: words, phrases and clauses, as plain values without a parser's labels.

The shape follows PredPatt (White et al., EMNLP 2016) and ClausIE (Del Corro and Gemulla, WWW 2013): one clause a
predicate, its arguments whole, arguments that clauses share filled in once.
"""

import typing as t
from dataclasses import dataclass

WordKind = t.Literal[
    "noun", "name", "pronoun", "number", "verb", "adjective", "adverb", "preposition", "conjunction", "determiner",
    "mark", "space", "other",
]  # fmt: skip
WordForm = t.Literal[
    "base", "comparative", "modal", "past", "past participle", "possessive", "present", "present participle",
    "relative", "superlative", "",
]  # fmt: skip
WordFunction = t.Literal[
    "adjective complement", "adverb", "adverbial clause", "adverbial noun", "agent", "apposition", "aside",
    "attribute", "auxiliary", "clause of preposition", "complement", "conjunct", "conjunction", "content clause",
    "determiner", "expletive", "first conjunction", "interjection", "loose clause", "main", "mark",
    "modifier of number", "negation", "noun clause", "noun modifier", "numeral", "object", "object complement",
    "object of preposition", "open clause", "part of compound", "particle", "passive auxiliary", "passive subject",
    "passive subject clause", "possessive mark", "possessor", "predeterminer", "preposition", "recipient",
    "relative clause", "subject", "subject clause", "subordinator", "unknown", "",
]  # fmt: skip
"""What a word is to the word that governs it; empty where that is not told."""
ModifierKind = t.Literal[
    "determiner", "possessor", "quantity", "quality", "compound", "title", "preposition", "apposition",
    "restrictive", "describing", "participle", "infinitive", "content", "other",
]  # fmt: skip
Role = t.Literal[
    "subject", "object", "recipient", "complement", "agent", "oblique", "extent", "when", "often", "where", "how",
    "content", "open", "adverbial", "description",
]  # fmt: skip
Question = t.Literal["as", "how long", "how much", "how often", "that", "by", "to"]
"""What names a role where no preposition or conjunction of the text does."""
ClauseKind = t.Literal["verb", "copula", "noun"]
Form = t.Literal["finite", "infinitive", "bare", "participle", "gerund", "noun"]
Tense = t.Literal["past", "present", "future", "none"]
Voice = t.Literal["active", "passive"]
LinkKind = t.Literal[
    "main", "content", "open", "adverbial", "relative", "participle", "infinitive", "noun content", "conjunct",
    "gerund", "subject", "modifier", "argument", "loose",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text: `index` is its number in the parse, `start` and `end` are its characters in the document."""

    index: int
    text: str
    lower: str
    lemma: str
    start: int
    end: int
    kind: WordKind
    plural: bool = False

    def __hash__(self) -> int:
        """Return its number, in which the words of a text differ: each statement makes sets of them."""
        return self.index


@dataclass(frozen=True, slots=True)
class Modifier:
    """What a phrase holds beside its head: the words `start` to `end` (half-open), and what they are to the head.

    `phrase` is the noun phrase inside, where there is one, and `marker` the preposition that opens it. `apart` tells
    that a comma, dash or bracket sets it off.
    """

    kind: ModifierKind
    start: int
    end: int
    head: Word
    marker: tuple[Word, ...] = ()
    phrase: "Phrase | None" = None
    apart: bool = False


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase, or a phrase of another word: the words `start` to `end` (half-open) around its head.

    `label_start` to `label_end` is what names the thing: the whole phrase but for what the named rules in `cuts` left
    off. `conjuncts` are the phrases coordinated with it, in text order, and `joint` the word that joins them. `entity`
    is the recogniser's type of its name, empty where it is none. `again` is the preposition that a conjunct has of its
    own: "on rain and *on* luck".
    """

    head: Word
    start: int
    end: int
    label_start: int
    label_end: int
    modifiers: tuple[Modifier, ...] = ()
    conjuncts: tuple["Phrase", ...] = ()
    joint: Word | None = None
    entity: str = ""
    cuts: tuple[str, ...] = ()
    again: Word | None = None

    def of_kind(self, *kinds: ModifierKind) -> tuple[Modifier, ...]:
        """Return its modifiers of these kinds, in text order."""
        return tuple([modifier for modifier in self.modifiers if modifier.kind in kinds]) if self.modifiers else ()


@dataclass(frozen=True, slots=True)
class Argument:
    """One argument of a clause: what fills its role, as a phrase or as the clause with that number.

    `start` to `end` (half-open) are the words of the whole constituent without its marker. `shared` is the name of the
    rule that filled it in, where it stands at another predicate; empty where it is the predicate's own. `sure` in [0,
    1] tells how often people who are asked about a predicate name such an argument.
    """

    role: Role
    head: Word
    start: int
    end: int
    marker: tuple[Word, ...] = ()
    phrase: Phrase | None = None
    clause: int | None = None
    shared: str = ""
    sure: float = 1.0

    @property
    def preposition(self) -> str:
        """The words that open it, in small letters: "because of", "if"."""
        return " ".join([word.lower for word in self.marker]) if self.marker else ""


@dataclass(frozen=True, slots=True)
class Link:
    """How a clause hangs on the clause above, on a noun, or on nothing.

    `marker` is its conjunction, its relative or question word, its preposition, or the "to" of an infinitive; `joint`
    the word that coordinates it with the clause above. A "loose" clause only stands beside the other: "*It rained*; we
    left".
    """

    kind: LinkKind
    above: int | None = None
    noun: Word | None = None
    marker: tuple[Word, ...] = ()
    apart: bool = False
    joint: Word | None = None


@dataclass(frozen=True, slots=True)
class Clause:
    """A predicate with all that its sentence says of it.

    `index` is its number among the clauses of its document. `head` is the verb, or the noun that stands for an event.
    `words` are all words of the predicate in text order: auxiliaries, negation, particles and the head. The preposition
    that a passive keeps without its noun is a particle ("was dealt *with*"). `unread` are all words of the clause that
    no slot, marker or adverb took. `certainty` in [0, 1] tells how likely a noun stands for an event; 1 for verbs.
    """

    index: int
    kind: ClauseKind
    head: Word
    words: tuple[Word, ...]
    lemma: str
    particles: tuple[Word, ...]
    auxiliaries: tuple[Word, ...]
    negations: tuple[Word, ...]
    voice: Voice
    form: Form
    tense: Tense
    arguments: tuple[Argument, ...]
    link: Link
    sentence: tuple[int, int]
    question: bool = False
    order: bool = False
    existential: bool = False
    adverbs: tuple[Word, ...] = ()
    unread: tuple[Word, ...] = ()
    certainty: float = 1.0

    def first(self, *roles: Role) -> Argument | None:
        """Return its first argument in one of these roles, by the order of the roles, then of the text."""
        for role in roles:
            for argument in self.arguments:
                if argument.role == role:
                    return argument
        return None

    def all(self, *roles: Role) -> tuple[Argument, ...]:
        """Return its arguments in these roles, in text order."""
        return tuple([argument for argument in self.arguments if argument.role in roles])
