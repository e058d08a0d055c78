"""The output of the grammar: words, phrases and clauses, as plain values without parser labels.

The design follows PredPatt (White et al., EMNLP 2016) and ClausIE (Del Corro and Gemulla, WWW 2013): each predicate has
one clause, arguments are whole phrases, and arguments shared by several clauses are filled in once.
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
"""The function of a word with respect to its governor; empty if unknown."""
ModifierKind = t.Literal[
    "determiner", "possessor", "quantity", "quality", "compound", "title", "preposition", "apposition",
    "restrictive", "describing", "participle", "infinitive", "content", "other",
]  # fmt: skip
Role = t.Literal[
    "subject", "object", "recipient", "complement", "agent", "oblique", "extent", "when", "often", "where", "how",
    "content", "open", "adverbial", "description",
]  # fmt: skip
Question = t.Literal["as", "how long", "how much", "how often", "that", "by", "to"]
"""The name of a role that no preposition or conjunction of the text gives."""
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
    """A word of a text: `index` is its number in the parse, `start` and `end` its character offsets in the document."""

    index: int
    text: str
    lower: str
    lemma: str
    start: int
    end: int
    kind: WordKind
    plural: bool = False

    def __hash__(self) -> int:
        """Return the word's number, which identifies it within its text: each statement makes sets of words."""
        return self.index


@dataclass(frozen=True, slots=True)
class Modifier:
    """A part of a phrase other than its head: the words `start` to `end` (half-open) and their kind.

    `phrase` is the noun phrase inside, if there is one, and `marker` the preposition that introduces it. `apart` is
    true if a comma, dash or bracket sets the modifier off.
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
    """A noun phrase, or a phrase with another head: the words `start` to `end` (half-open) around its head.

    `label_start` to `label_end` is the name of the entity: the whole phrase without the parts that the rules in `cuts`
    left off. `conjuncts` are the phrases coordinated with it, in text order, and `joint` is the conjunction. `entity`
    is the recogniser's label of its name, empty if it is not a name. `again` is the preposition that a conjunct
    repeats: "on rain and *on* luck".
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
        """Return the modifiers of these kinds, in text order."""
        return tuple([modifier for modifier in self.modifiers if modifier.kind in kinds]) if self.modifiers else ()

    def with_phrases(self, *kinds: ModifierKind) -> list[tuple[Modifier, "Phrase"]]:
        """Return the modifiers of these kinds that have a noun phrase, with that phrase."""
        return [(modifier, modifier.phrase) for modifier in self.of_kind(*kinds) if modifier.phrase is not None]

    def as_argument(self, role: Role, marker: tuple[Word, ...] = ()) -> "Argument":
        """Return the phrase as an argument with a role."""
        return Argument(role, self.head, self.start, self.end, marker, self)


@dataclass(frozen=True, slots=True)
class Argument:
    """One argument of a clause: the phrase that fills the role, or the number of the clause that fills it.

    `start` to `end` (half-open) are the words of the whole constituent without its marker. `shared` is the name of the
    rule that filled in an argument from another predicate; it is empty if the argument is the predicate's own. `sure`,
    in [0, 1], is how often people who are asked about a predicate name such an argument.
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
        """The words that introduce it, in lower case: "because of", "if"."""
        return " ".join([word.lower for word in self.marker]) if self.marker else ""

    @property
    def modifiers(self) -> tuple[Modifier, ...]:
        """The modifiers of its phrase."""
        return self.phrase.modifiers if self.phrase is not None else ()

    @property
    def is_counted(self) -> bool:
        """Whether its phrase has a number: "*12* points"."""
        return any(modifier.kind == "quantity" for modifier in self.modifiers)


@dataclass(frozen=True, slots=True)
class Link:
    """The relation of a clause to the clause above or to a noun, if it has one.

    `marker` is its conjunction, its relative or question word, its preposition, or the "to" of an infinitive. `joint`
    is the word that coordinates it with the clause above. A "loose" clause is only juxtaposed with the other: "*It
    rained*; we left".
    """

    kind: LinkKind
    above: int | None = None
    noun: Word | None = None
    marker: tuple[Word, ...] = ()
    apart: bool = False
    joint: Word | None = None


@dataclass(frozen=True, slots=True)
class Clause:
    """A predicate with its arguments and modifiers.

    `index` is its number among the clauses of its document. `head` is the verb, or the noun that denotes an event.
    `words` are all words of the predicate in text order: auxiliaries, negation, particles and the head. The stranded
    preposition of a passive counts as a particle ("was dealt *with*"). `unread` are the words of the clause in no slot,
    marker or adverb. `certainty`, in [0, 1], is the probability that a noun denotes an event; 1 for verbs.
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
        """Return the first argument in one of these roles, by the order of the roles, then of the text."""
        for role in roles:
            for argument in self.arguments:
                if argument.role == role:
                    return argument
        return None

    def all(self, *roles: Role) -> tuple[Argument, ...]:
        """Return the arguments in these roles, in text order."""
        return tuple([argument for argument in self.arguments if argument.role in roles])
