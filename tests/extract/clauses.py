"""Clauses written by hand, so that a rule is tested on the intended clause and not on the output of a parser.

One string is one clause, and its words are numbered from those of the strings before it:

    written("[subject The board] +had vowed=vow", "open>0 to: close (subject The board) [object the mill]")

- `vowed=vow` is the head with its lemma, which can be left out if it equals the word; `.passive`, `.copula`, `.noun`,
  `.infinitive`, `.gerund`, `.past` and the like after it set its voice, kind, form and tense.
- `[role: words]` is an argument, `[role marker: words]` one with a preposition or conjunction. Its head is the last
  word, or the one that ends in `*`; after `/` comes the kind of a head that is not a noun or pronoun. `[content>1]` is
  the clause of the string with that number.
- `(role words)` is an argument that the clause shares with one before it.
- `+will` is an auxiliary, `-not` a negation, `~hardly` an adverb, `^up` a particle; `+has=have` gives the lemma.
- `kind>0 marker:` at the start is its link to the clause of the string with that number; `kind>0@` to the noun that
  is the last word before it. `?` and `!` at the end make it a question and an order.
"""

import re
import typing as t
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from spacy.tokens import Doc

from kg.extract.text import Text
from kg.grammar.clause import (
    Argument,
    Clause,
    ClauseKind,
    Form,
    Link,
    LinkKind,
    Modifier,
    Phrase,
    Role,
    Tense,
    WordKind,
)
from kg.grammar.clause import Word as Word
from kg.grammar.extensions import register_extensions
from kg.grammar.parse import Parse, parse_of
from kg.lexicon import words
from tests.extract.documents import vocabulary

PIECES: t.Final = re.compile(r"\[[^\]]*\]|\([^)]*\)|\S+")
LINK: t.Final = re.compile(r"(?P<kind>[a-z ]+)>(?P<above>\d*)(?P<noun>@?)(?P<apart>,?)(?P<marker>[^:]*): ?")
KINDS: t.Final = frozenset(t.get_args(ClauseKind))
FORMS: t.Final = frozenset(t.get_args(Form))
TENSES: t.Final = frozenset(t.get_args(Tense))
COARSE: t.Final[t.Mapping[WordKind, str]] = {
    "noun": "NOUN",
    "name": "PROPN",
    "pronoun": "PRON",
    "verb": "VERB",
    "adjective": "ADJ",
    "adverb": "ADV",
}
PRONOUNS: t.Final = frozenset({"she", "he", "it", "they", "them", "us", "that"})
JOINING: t.Final = frozenset({"and", "or"})


@dataclass(slots=True)
class _Writing:
    """The words and clauses that are written so far."""

    words: list[Word] = field(default_factory=list)
    clauses: list[Clause] = field(default_factory=list)

    def word(self, text: str, kind: WordKind, lemma: str = "") -> Word:
        start = self.words[-1].end + 1 if self.words else 0
        made = Word(len(self.words), text, text.lower(), lemma or text.lower(), start, start + len(text), kind)
        self.words.append(made)
        return made

    def several(self, text: str, kind: WordKind = "other") -> tuple[Word, ...]:
        return tuple(self.word(each, kind) for each in text.split())


def written(*strings: str) -> tuple[Text, tuple[Clause, ...]]:
    """Return clauses written by hand, and their text; its parse has words and no tree."""
    writing = _Writing()
    for string in strings:
        writing.clauses.append(_clause(writing, string))
    last = len(writing.words)
    made = tuple(_with_clauses(writing, replace(clause, sentence=(0, last))) for clause in writing.clauses)
    dependents = {c.index: tuple(each for each in made if each.link.above == c.index) for c in made}
    return Text(_parse(writing.words), {clause.index: clause for clause in made}, dependents), made


def _parse(words: Sequence[Word]) -> Parse:
    register_extensions()
    size = len(words)
    return parse_of(
        Doc(
            vocabulary(),
            words=[word.text for word in words],
            pos=[COARSE.get(word.kind, "X") for word in words],
            lemmas=[word.lemma for word in words],
            heads=[0] * size,
            deps=["ROOT", *["dep"] * (size - 1)],
        )
    )


def _clause(writing: _Writing, string: str) -> Clause:
    opened = LINK.match(string)
    link = _link(writing, opened) if opened is not None else Link("main")
    parts, flags = _parts(writing, string[opened.end() if opened is not None else 0 :].rstrip("?!"))
    (head,) = parts.head
    own = {*parts.auxiliaries, *parts.negations, *parts.particles, head}
    return Clause(
        index=head.index,
        kind=t.cast("ClauseKind", next((flag for flag in flags if flag in KINDS), "verb")),
        head=replace(head, kind="noun") if "noun" in flags else head,
        words=tuple(sorted(own, key=lambda word: word.index)),
        lemma=head.lemma,
        particles=tuple(parts.particles),
        auxiliaries=tuple(parts.auxiliaries),
        negations=tuple(parts.negations),
        voice="passive" if "passive" in flags else "active",
        form=t.cast("Form", next((flag for flag in flags if flag in FORMS), _usual_form(link))),
        tense=t.cast("Tense", next((flag for flag in flags if flag in TENSES), "none")),
        arguments=tuple(parts.arguments),
        link=link,
        sentence=(0, 0),
        question=string.endswith("?"),
        order=string.endswith("!"),
        adverbs=tuple(parts.adverbs),
    )


@dataclass(slots=True)
class _Parts:
    """The parts of one string."""

    arguments: list[Argument] = field(default_factory=list)
    head: list[Word] = field(default_factory=list)
    auxiliaries: list[Word] = field(default_factory=list)
    negations: list[Word] = field(default_factory=list)
    particles: list[Word] = field(default_factory=list)
    adverbs: list[Word] = field(default_factory=list)


def _parts(writing: _Writing, string: str) -> tuple[_Parts, list[str]]:
    """Return the parts of a string, and the flags of its head."""
    parts, flags = _Parts(), list[str]()
    marked = {"+": parts.auxiliaries, "-": parts.negations, "^": parts.particles, "~": parts.adverbs}
    for piece in PIECES.findall(string):
        if piece[0] in "[(":
            read = _argument if piece[0] == "[" else _shared
            parts.arguments.append(read(writing, piece[1:-1]))
        elif piece[0] in marked:
            kind: WordKind = "adverb" if piece[0] == "~" else "verb"
            marked[piece[0]].append(writing.word(_form_of(piece[1:]), kind, _lemma_of(piece)))
        else:
            flags += piece.split(".")[1:]
            parts.head.append(writing.word(_form_of(piece), "verb", _lemma_of(piece)))
    return parts, flags


def _usual_form(link: Link) -> Form:
    return "infinitive" if [word.lower for word in link.marker] == ["to"] else "finite"


def _form_of(piece: str) -> str:
    return re.split(r"[=.]", piece)[0]


def _lemma_of(piece: str) -> str:
    return piece.split(".")[0].partition("=")[2]


def _link(writing: _Writing, opened: re.Match[str]) -> Link:
    above = int(opened["above"]) if opened["above"] else None
    noun = writing.words[-1] if opened["noun"] else None
    marker = writing.several(opened["marker"], "preposition")
    joined = opened["kind"] == "conjunct" and opened["marker"].strip() in words("coordination")
    kind, joint = t.cast("LinkKind", opened["kind"]), marker[0] if joined else None
    return Link(kind, above, noun, () if joined else marker, bool(opened["apart"]), joint)


def _argument(writing: _Writing, text: str) -> Argument:
    if ">" in text:
        role, _, number = text.partition(">")
        place, _, before = number.partition(" ")
        nobody = Word(-1, "", "", "", 0, 0, "other")
        return Argument(t.cast("Role", role), nobody, -1, -1, writing.several(before, "preposition"), clause=int(place))
    opening, _, inside = text.partition(":")
    role, _, rest = opening.partition(" ")
    marker = writing.several(rest if inside else "", "preposition")
    phrase = _phrase(writing, (inside or rest).split())
    end = phrase.conjuncts[-1].end if phrase.conjuncts else phrase.end
    return Argument(t.cast("Role", role), phrase.head, phrase.start, end, marker, phrase)


def _phrase(writing: _Writing, words: list[str]) -> Phrase:
    place = next((place for place, word in enumerate(words) if word in JOINING), len(words))
    first = _single(writing, words[:place])
    if place == len(words):
        return first
    joint = writing.word(words[place], "other")
    return replace(first, joint=joint, conjuncts=(_single(writing, words[place + 1 :]),))


def _single(writing: _Writing, words: list[str]) -> Phrase:
    marked = next((place for place, word in enumerate(words) if word.endswith("*")), len(words) - 1)
    made = []
    for place, each in enumerate(words):
        text, _, kind = each.rstrip("*").partition("/")
        usual = "pronoun" if text.lower() in PRONOUNS else "noun"
        made.append(writing.word(text, t.cast("WordKind", kind or usual if place == marked else "other")))
    start, end = made[0].index, made[-1].index + 1
    before = [Modifier("determiner", start, start + 1, made[0])] if marked > 0 else []
    return Phrase(made[marked], start, end, start, end, tuple(before))


def _shared(writing: _Writing, text: str) -> Argument:
    role, _, words = text.partition(" ")
    known = (a for clause in reversed(writing.clauses) for a in clause.arguments if _words(writing, a) == words)
    found = next(known)
    return replace(found, role=t.cast("Role", role), marker=(), shared="by hand")


def _words(writing: _Writing, argument: Argument) -> str:
    return " ".join(word.text for word in writing.words[argument.start : argument.end])


def _with_clauses(writing: _Writing, clause: Clause) -> Clause:
    """Return a clause whose numbers are those of the words instead of those of the strings."""
    heads = [each.index for each in writing.clauses]
    link, arguments = clause.link, list[Argument]()
    for argument in clause.arguments:
        number = argument.clause
        if number is None:
            arguments.append(argument)
        else:
            head = writing.clauses[number].head
            marker = argument.marker or writing.clauses[number].link.marker
            arguments.append(
                replace(argument, clause=head.index, head=head, start=head.index, end=head.index + 1, marker=marker)
            )
    above = heads[link.above] if link.above is not None else None
    in_order = tuple(sorted(arguments, key=lambda argument: argument.start))
    return replace(clause, link=replace(link, above=above), arguments=in_order)
