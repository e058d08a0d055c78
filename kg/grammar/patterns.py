"""Word patterns in a parse, read from text: the words that a rule looks for, and the changes it makes.

The head of `kg/data/corrections.txt` describes the notation. A pattern is compiled once into functions, so its text is
not read again when it is matched.
"""

import functools
import re
import typing as t
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from operator import attrgetter
from types import MappingProxyType

from kg.grammar.labels import FUNCTIONS

if t.TYPE_CHECKING:
    from kg.grammar.parse import Token

SIGN: t.Final = re.compile(r"""(\s*)("[^"]+"|'[^']+'|[~@][\w-]+|-[LR]RB-|\.?[\w`$][\w`$-]*|[\[\]()|!])""")
"""A sign of a pattern with the space before it: a text, a lemma, a type of names, a tag, a name, a step, a mark."""
PART: t.Final = re.compile(r"(?:([a-z-]+) (\??=) )?(.+)")
"""A part of a pattern line: a role name and the path to its word; or a test."""
NAME: t.Final = re.compile(r"(?m)^([a-z-]+)(?! := )(?=\s)")
"""The start of a block."""
SENTENCE: t.Final = re.compile(r"[A-Z][a-z]*,? ")
"""The start of a line that explains a rule."""
ENDS: t.Final = frozenset({"", "|", ")", "]"})
ATTRIBUTES: t.Final[Mapping[str, str]] = {'"': "lower_", "'": "text", "~": "lemma_", "@": "ent_type_"}
"""The attribute that is tested, by the first character of a sign."""
WORD: t.Final = "word"
"""The role of the word that a pattern starts from."""
SUBJECT: t.Final = "as-subject"
"""Used instead of a label: the label of the subject of a verb, active or passive."""

ONE: t.Final = frozenset({"head", "left_edge", "right_edge", "first_conjunct"})
SEVERAL: t.Final = frozenset({"lefts", "rights", "children", "ancestors", "subtree"})
"""The attributes of a token whose values are tokens, which serve as steps."""
Roles: t.TypeAlias = "list[Token | None]"
"""The words that a pattern has found, beginning with the one that it starts from."""
Test: t.TypeAlias = "Callable[[Token, Roles], bool]"
Find: t.TypeAlias = "Callable[[Token, Roles], Token | None]"
FindAll: t.TypeAlias = "Callable[[Token, Roles], Iterable[Token]]"
Step: t.TypeAlias = "Callable[[Test, Find], Find]"
"""Makes a search from the test of the word to which a step leads and the search that continues from there."""


class Change(t.NamedTuple):
    """A new head and label for a token (a root is its own head); `tag` is its new part of speech."""

    word: "Token"
    head: "Token"
    label: str
    tag: str


Effect: t.TypeAlias = "Callable[[Roles], Iterable[Change]]"


Changes: t.TypeAlias = tuple[Change, ...]
Answer = t.TypeVar("Answer")


@dataclass(frozen=True, slots=True)
class Pattern(t.Generic[Answer]):
    """A compiled pattern: its answer for a word, and the labels and tags of the words that it applies to (empty: all).

    `told` is the text after "=>" in its lines.
    """

    answer: "Callable[..., Answer]"
    labels: Set[str]
    tags: Set[str]
    forms: Set[str] = frozenset()
    told: tuple[str, ...] = ()

    def looks_at(self, label: str, tag: str, form: str = "") -> bool:
        """Return whether it applies to words with this label and tag, or to clauses with this link, kind and form."""
        looks = label in (self.labels or {label}) and tag in (self.tags or {tag})
        return looks and form in (self.forms or {form})


class Member(t.NamedTuple):
    """A test of whether an attribute of a token is one of some values."""

    attribute: str
    values: frozenset[str]


Told: t.TypeAlias = "Member | Test"


def _label_or_tag(sign: str) -> str:
    """Return the attribute of a token that has a sign as its value, or "" if unknown."""
    return "dep_" if sign in FUNCTIONS else "" if sign[0].islower() else "tag_"


class Vocabulary(t.NamedTuple):
    """The names that patterns may use: tests of a word, of two words, and with classes of words; steps; definitions.

    A step leads to one word, to several, to several bounded by another word, or to those of classes. Patterns may also
    apply to other values than tokens. `asked` names the arguments of a pattern; it starts from the last one, and each
    test and step also receives the roles. `attributes` maps the first character of a sign to an attribute, and `meant`
    returns the attribute of a bare sign. `looked_at` are the attributes in the first line. `one` and `several` are
    attributes that serve as steps.
    """

    tests: "Mapping[t.Any, Callable[..., bool]]"
    relations: "Mapping[t.Any, Callable[[t.Any, t.Any], bool]]"
    classes: "Mapping[t.Any, Callable[..., Member | Callable[..., bool]]]"
    steps: "Mapping[t.Any, Callable[..., t.Any]]"
    walks: "Mapping[t.Any, Callable[..., Iterable[t.Any]]]"
    bounded: "Mapping[t.Any, Callable[[t.Any, t.Any], Iterable[t.Any]]]"
    defined: "dict[str, Told]"
    chosen: "Mapping[t.Any, Callable[..., Callable[..., Iterable[t.Any]]]]" = MappingProxyType({})
    asked: tuple[str, ...] = (WORD,)
    attributes: Mapping[str, str] = ATTRIBUTES
    meant: Callable[[str], str] = _label_or_tag
    looked_at: tuple[str, ...] = ("dep_", "tag_")
    one: Set[str] = ONE
    several: Set[str] = SEVERAL

    @property
    def places(self) -> dict[str, int]:
        """The positions of the arguments of a pattern."""
        return {name: place for place, name in enumerate(self.asked)}

    def extended(self, **more: t.Any) -> "Vocabulary":
        """Return a vocabulary with more names: mappings and sets are merged, other fields are replaced.

        It has its own definitions, so that patterns read with it define nothing in this one.
        """
        own = self._asdict()
        merged: dict[str, t.Any] = {
            field: own[field] | values if isinstance(own[field], (Mapping, Set)) else values
            for field, values in more.items()
        }
        return self._replace(defined={**self.defined}, **merged)

    def asks(self, function: Callable[..., Answer]) -> "Callable[[Token, Roles], Answer]":
        """Adapt a function of a word to also take the roles; with several arguments, the function takes them itself."""
        return function if len(self.asked) > 1 else lambda word, _: function(word)


def _asking(answer: Callable[..., bool], given: int) -> Test:
    """Return the test that asks a pattern of a word, with what is given besides."""
    return lambda word, roles: answer(*roles[:given], word)


def in_text(function: Callable[..., Answer]) -> Callable[[t.Any, Sequence[t.Any]], Answer]:
    """Adapt a function of a context, the first of the roles, and a value in it."""
    return lambda word, roles: function(roles[0], word)


def read(
    text: str, known: Vocabulary, make: Callable[[str, Sequence[str], Vocabulary], Pattern[Answer]]
) -> dict[str, Pattern[Answer]]:
    """Return the patterns in a text, by name; `make` is `correction`, or one like `question` that changes nothing.

    Raises:
        ValueError: a block cannot be read.
    """
    found: dict[str, Pattern[Answer]] = {}
    if len(known.asked) > 1:  # where each pattern may be a test in others
        known.defined.update({name: _later(known.defined, name) for name in NAME.findall(text)})
    for block in re.split(r"\n\s*\n", text):
        lines = [line.strip() for line in block.splitlines() if not line.startswith("#")]
        try:
            if lines and " := " in lines[0]:
                for name, _, told in (line.partition("  #")[0].partition(" := ") for line in lines):
                    known.defined[name] = _later(known.defined, name)
                    known.defined[name] = _Reader(told, known, known.places).whole()
            elif lines:
                name, _, looked_at = lines[0].partition("#")[0].strip().partition(" ")
                found[name] = made = make(looked_at, lines[1:], known)
                made.answer.__name__ = name
                if len(known.asked) > 1:
                    known.defined[name] = _asking(t.cast("Callable[..., bool]", made.answer), len(known.asked) - 1)
        except (ValueError, LookupError) as error:
            raise ValueError(f"cannot read the pattern {lines[0]!r}: {error}") from error
    return found


def by_labels(
    patterns: Mapping[str, Pattern[Answer]],
) -> Callable[..., tuple[tuple[str, Callable[..., Answer]], ...]]:
    """Return a lookup of the patterns that apply to a label and a tag: their names and answers."""

    @functools.lru_cache(maxsize=4096)
    def looking_at(*told: str) -> tuple[tuple[str, Callable[..., Answer]], ...]:
        return tuple((name, each.answer) for name, each in patterns.items() if each.looks_at(*told))

    return looking_at


def plain(known: Vocabulary, name: str) -> "Callable[[Token], bool]":
    """Return a test of a word that is defined in text, for use in Python."""
    test = _test(known.defined[name])
    return lambda word: bool(test(word, [word]))  # a test may return the word that it finds


def _later(defined: Mapping[str, Told], name: str) -> Test:
    """Return a test by name that may occur in its own definition."""
    return lambda word, roles: _test(defined[name])(word, roles)


def correction(looked_at: str, lines: Sequence[str], known: Vocabulary) -> Pattern[Changes]:
    """Return a pattern that returns the changes which correct an error at a word, or none if there is no error."""
    told = (line.removeprefix("=> ") for line in lines if line.startswith("=> "))

    def changes_by(roles: Mapping[str, int]) -> Callable[[Roles], Changes]:
        effects = [_effect(part, known, roles) for line in told for part in line.split("; ")]
        return lambda found: tuple(change for effect in effects for change in effect(found))

    return _pattern(looked_at, lines, known, changes_by, ())


def question(looked_at: str, lines: Sequence[str], known: Vocabulary) -> Pattern[bool]:
    """Return a pattern that returns whether its conditions hold for a word."""
    return _pattern(looked_at, lines, known, lambda _: lambda _: True, False)


def finder(looked_at: str, lines: Sequence[str], known: Vocabulary) -> "Pattern[Token | None]":
    """Return a pattern that returns the word at the end of the first path after "=>" that leads to one."""
    told = " or ".join(line.removeprefix("=> ") for line in lines if line.startswith("=> "))

    def word_by(places: Mapping[str, int]) -> "Callable[[Roles], Token | None]":
        find, place = _find(told, known, places), len(known.asked) - 1
        return lambda found: find(t.cast("Token", found[place]), found)

    return _pattern(looked_at, lines, known, word_by, None)


def collector(looked_at: str, lines: Sequence[str], known: Vocabulary) -> "Pattern[list[Token]]":
    """Return a pattern that returns all words at the ends of the paths after "=>", path by path."""
    told = [way for line in lines if line.startswith("=> ") for way in line.removeprefix("=> ").split(" or ")]

    def words_by(places: Mapping[str, int]) -> "Callable[[Roles], list[Token]]":
        ways = [_Reader(way, known, places).find_all() for way in told]
        return lambda found: [each for way in ways for each in way(t.cast("Token", found[0]), found)]

    return _pattern(looked_at, lines, known, words_by, [])


def _pattern(
    looked_at: str,
    lines: Sequence[str],
    known: Vocabulary,
    answer: Callable[[Mapping[str, int]], Callable[[Roles], Answer]],
    otherwise: Answer,
) -> Pattern[Answer]:
    """Return the pattern with the labels and tags in the first line and the conditions in the lines below."""
    places = known.places
    meaning = [line for line in lines if SENTENCE.match(line)]
    conditions = (line for line in lines[len(meaning) :] if not line.startswith("=> "))
    said = [part for line in conditions for part in line.split("; ")]
    tests = [_condition(part, known, places) for part in said]
    binding = next((place for place, part in enumerate(said) if " = " in part or " ?= " in part), len(said))
    unbound: Roles = [None] * (len(places) - len(known.asked))
    answered = _answered(tests[:binding], tests[binding:], unbound, answer(places), otherwise)
    answered.__doc__ = "\n".join(meaning)
    told = tuple(line.removeprefix("=> ") for line in lines if line.startswith("=> "))
    return Pattern(answered, *_allowed(looked_at, known), told)


def _allowed(looked_at: str, known: Vocabulary) -> tuple[Set[str], Set[str], Set[str]]:
    """Return the labels, the tags and the forms in the first line."""
    parts = [_Reader(told, known, known.places).whole() for told in looked_at.split()]
    allowed = {part.attribute: part.values for part in parts if isinstance(part, Member)}
    if len(allowed) != len(parts):
        raise ValueError(f"{looked_at!r} is not only labels and tags")
    labels, tags, *forms = (allowed.get(each, frozenset[str]()) for each in known.looked_at)
    return labels, tags, forms[0] if forms else frozenset()


def _answered(
    first: Sequence[Callable[..., bool]],
    others: Sequence[Test],
    unbound: Roles,
    give: Callable[[Roles], Answer],
    otherwise: Answer,
) -> Callable[..., Answer]:
    """Return a function that runs the tests before the first role, then those with roles, and gives the answer."""

    def answered(*asked: t.Any) -> Answer:
        word = asked[-1]
        for test in first:
            if not test(word, asked):
                return otherwise
        roles = [*asked, *unbound]
        for test in others:
            if not test(word, roles):
                return otherwise
        return give(roles)

    return answered


def _condition(text: str, known: Vocabulary, roles: dict[str, int]) -> Test:
    """Return the test in a part of a line, or the search for the word of a role: `role = path or path`."""
    parts = PART.fullmatch(text)
    role, sign, told = parts.groups() if parts is not None else ("", "", text)
    if not role:
        return _test(_Reader(told, known, roles).whole())
    if role in known.tests or role in known.defined:
        raise ValueError(f"{role} is the name of a test")
    find, place = _find(told, known, roles), roles.setdefault(role, len(roles))

    def bound(word: "Token", roles: Roles) -> bool:
        found = roles[place] = find(word, roles)
        return found is not None or sign == "?="

    return bound


def _find(text: str, known: Vocabulary, roles: Mapping[str, int]) -> Find:
    """Return a search along the first path that leads to a word: `path or path`."""
    first, *others = (_Reader(way, known, roles).find() for way in text.split(" or "))

    def found(word: "Token", roles: Roles) -> "Token | None":
        for find in (first, *others):
            if (each := find(word, roles)) is not None:
                return each
        return None

    return found if others else first


def _effect(text: str, known: Vocabulary, roles: Mapping[str, int]) -> Effect:
    """Return the changes of a part of a line after "=>": `word: head label TAG if test`, `word: for other`."""
    moved, _, told = text.partition(": ")
    told, _, condition = told.partition(" if ")
    reader = _Reader(moved.removeprefix("each "), known, roles)
    several = reader.find_all() if moved.startswith("each ") else _alone(reader.find())
    guard = _test(_Reader(condition, known, roles).whole()) if condition else _passes
    first, *rest = told.split()
    make = _placed if first == "for" else _as_auxiliary if first == "takes" else _tied
    signs = [first, *rest] if make is _tied else rest
    head = _Reader(signs.pop(0), known, roles).find() if signs[0].partition(".")[0] in roles else None
    label = signs.pop(0) if signs and signs[0] in {*FUNCTIONS, SUBJECT} else ""
    tag = " ".join(signs)
    if tag[:1].islower():
        raise ValueError(f"{tag} is neither a word of the pattern nor a label")

    def changes(roles: Roles) -> Iterator[Change]:
        word = t.cast("Token", roles[0])
        for each in several(word, roles) if guard(word, roles) else ():
            above = head(word, roles) if head is not None else each.head
            if above is not None:
                yield from make(each, above, label, tag)

    return changes


def _alone(find: Find) -> FindAll:
    return lambda word, roles: (found,) if (found := find(word, roles)) is not None else ()


def _tied(word: "Token", head: "Token", label: str, tag: str) -> tuple[Change, ...]:
    """Return the change that attaches a word to a head; a label or tag that is not given is kept."""
    if label == SUBJECT:
        label = "nsubjpass" if any(c.dep_ == "auxpass" for c in head.lefts) else "nsubj"
    return (Change(word, head, label or word.dep_, tag or word.tag_),)


def _placed(word: "Token", other: "Token", _: str, tag: str) -> tuple[Change, ...]:
    """Return the change by which a word takes the place of another."""
    return (Change(word, word if other.head is other else other.head, other.dep_, tag or word.tag_),)


def _as_auxiliary(verb: "Token", upper: "Token", _: str, tag: str) -> tuple[Change, ...]:
    """Return the changes by which a verb takes the place of its governor, which becomes its auxiliary."""
    helping = upper.lemma_ == "be" and verb.tag_ == "VBN"
    passive = helping or any(c.dep_ == "auxpass" for c in verb.lefts)
    labels = {"csubj": "csubjpass", "nsubj": "nsubjpass"} if passive else {}
    moved = (Change(c, verb, labels.get(c.dep_, c.dep_), c.tag_) for c in upper.children if c is not verb)
    return (*_placed(verb, upper, "", tag), Change(upper, verb, "auxpass" if helping else "aux", upper.tag_), *moved)


class _Reader:
    """A parser of one expression or path; `roles` are the positions of the words that the pattern names."""

    def __init__(self, text: str, known: Vocabulary, roles: Mapping[str, int]) -> None:
        self.signs: list[tuple[str, str]] = [*SIGN.findall(text), ("", ""), ("", "")]
        if "".join(space + sign for space, sign in self.signs) != text.rstrip():
            raise ValueError(f"a sign is unknown in {text!r}")
        self.place, self.known, self.roles = 0, known, roles

    @property
    def sign(self) -> str:
        """The next sign."""
        return self.signs[self.place][1]

    @property
    def glued(self) -> bool:
        """Whether the next sign directly follows the one before, without a space."""
        return not self.signs[self.place][0]

    def take(self, *wanted: str) -> str:
        """Consume and return the next sign, which must be one of those wanted."""
        if wanted and self.sign not in wanted:
            raise ValueError(f"{self.sign or 'the end'!r} stands where {wanted[0]!r} should")
        self.place += 1
        return self.signs[self.place - 1][1]

    def whole(self) -> Told:
        """Return the test that the whole text describes."""
        found = self.expression()
        self.take("")
        return found

    def find(self) -> Find:
        """Return a search for the word to which the whole text leads."""
        found = self.way(_itself)
        self.take("")
        return found

    def find_all(self) -> FindAll:
        """Return a search for all words to which the whole text leads."""
        go_on = self.way(lambda word, roles: roles.append(word))  # it finds nothing, so all paths are followed
        self.take("")

        def found(word: "Token", roles: Roles) -> "Iterable[Token]":
            size = len(roles)
            go_on(word, roles)
            several = t.cast("list[Token]", roles[size:])
            del roles[size:]
            return several

        return found

    def expression(self) -> Told:
        """Return a test of several alternatives, of which one must hold."""
        found = [self.alternative()]
        while self.sign == "|":
            self.take()
            found.append(self.alternative())
        members = [each for each in found if isinstance(each, Member)]
        if len(members) == len(found) and len({each.attribute for each in members}) == 1:
            return Member(members[0].attribute, frozenset().union(*(each.values for each in members)))
        return _either(*found) if len(found) > 1 else found[0]

    def alternative(self) -> Told:
        """Return a test of several adjacent tests, which must all hold."""
        found = [self.one()]
        while self.sign not in ENDS:
            found.append(self.one())
        return _both(*found) if len(found) > 1 else found[0]

    def one(self) -> Told:
        """Return the next test."""
        sign = self.sign
        if sign[:1] == "." or sign in self.roles:
            return t.cast("Test", self.way(_itself))  # a word that is found is never empty
        self.take()
        if sign == "!":
            return _not(self.one())
        if sign == "(":
            found = self.expression()
            self.take(")")
            return found
        if self.sign == "(" and self.glued:
            return self.call(sign)
        return self.known.defined[sign] if sign in self.known.defined else self.named(sign)

    def named(self, sign: str) -> Told:
        """Return the test with a name, or a test for a text, a lemma, a type of names, a tag, or a label."""
        if sign in self.known.tests:
            return self.known.asks(self.known.tests[sign])
        if sign[0] in self.known.attributes:
            return Member(self.known.attributes[sign[0]], frozenset({sign[1:].removesuffix(sign[0])}))
        if not (attribute := self.known.meant(sign)):
            raise ValueError(f"{sign} is not known")
        return Member(attribute, frozenset({sign}))

    def call(self, name: str) -> Told:
        """Return the test with an argument in brackets after its name: classes of words, or the path to a word."""
        if name in self.known.relations:
            relation, other = self.known.relations[name], self.argument()
            return lambda word, roles: (to := other(word, roles)) is not None and relation(word, to)
        test = self.known.classes[name](*self.named_classes())
        return test if isinstance(test, Member) else self.known.asks(test)

    def named_classes(self) -> list[str]:
        """Return the names in brackets, adjacent or as alternatives."""
        self.take("(")
        told = []
        while self.sign != ")":
            told.append(self.take().strip('"'))
        self.take(")")
        return [each for each in told if each != "|"]

    def argument(self) -> Find:
        """Return a search for the word at the end of a path in brackets."""
        self.take("(")
        found = self.way(_itself)
        self.take(")")
        return found

    def way(self, find: Find) -> Find:
        """Return a search that follows the steps of a path and then applies `find`."""
        steps: list[tuple[Step, Test]] = []
        if self.sign in self.roles:
            place = self.roles[self.take()]
            steps.append((_to_one(lambda _, roles: roles[place]), self.passed()))
        elif self.sign[:1] != ".":
            raise ValueError(f"{self.sign} is no word of the pattern")
        while self.sign[:1] == "." and (self.glued or not steps):
            steps.append((self.step(self.take()[1:]), self.passed()))
        for step, test in reversed(steps):
            find = step(test, find)
        return find

    def passed(self) -> Test:
        """Return the test in brackets after a step; without brackets everything passes."""
        if self.sign != "[" or not self.glued:
            return _passes
        self.take("[")
        found = _test(self.expression())
        self.take("]")
        return found

    def step(self, name: str) -> Step:
        """Return the step with a name."""
        known, attribute = self.known, name.replace("-", "_")
        if self.sign == "(" and self.glued and name in known.chosen:
            return _to_several(known.asks(known.chosen[name](*self.named_classes())))
        if name in known.steps:
            return _to_one(known.asks(known.steps[name]))
        if name in known.walks:
            return _to_several(known.asks(known.walks[name]))
        if attribute in known.one | known.several:
            told = attrgetter(attribute)
            return _to_one(lambda word, _: told(word)) if attribute in known.one else _to_several(lambda w, _: told(w))
        if name not in known.bounded:
            raise ValueError(f"{name} is no step")
        return _to_several(_up_to(known.bounded[name], self.argument()))


def _to_one(told: Find) -> Step:
    """Return a step to at most one word."""

    def step(test: Test, rest: Find) -> Find:
        if test is _passes and rest is _itself:
            return told

        def ends(word: "Token", roles: Roles) -> "Token | None":
            found = told(word, roles)
            return found if found is not None and test(found, roles) else None

        def passes(word: "Token", roles: Roles) -> "Token | None":
            found = told(word, roles)
            return rest(found, roles) if found is not None else None

        def find(word: "Token", roles: Roles) -> "Token | None":
            found = told(word, roles)
            return rest(found, roles) if found is not None and test(found, roles) else None

        return ends if rest is _itself else passes if test is _passes else find

    return step


def _to_several(told: FindAll) -> Step:
    """Return a step to several words: to the first from which the path leads to its end."""

    def step(test: Test, rest: Find) -> Find:
        def ends(word: "Token", roles: Roles) -> "Token | None":
            for each in told(word, roles):
                if test(each, roles):
                    return each
            return None

        def find(word: "Token", roles: Roles) -> "Token | None":
            for each in told(word, roles):
                if test(each, roles) and (found := rest(each, roles)) is not None:
                    return found
            return None

        return ends if rest is _itself else find

    return step


def _up_to(told: "Callable[[Token, Token], Iterable[Token]]", other: Find) -> FindAll:
    """Return a search for the words that another word bounds."""
    return lambda word, roles: () if (end := other(word, roles)) is None else told(word, end)


def _itself(word: "Token", roles: Roles) -> "Token | None":
    return word


def _passes(word: "Token", roles: Roles) -> bool:
    return True


def _test(told: Told) -> Test:
    """Return a test as a function."""
    if not isinstance(told, Member):
        return told
    values, attribute = told.values, attrgetter(told.attribute)
    return lambda word, _: attribute(word) in values


def _not(told: Told) -> Test:
    """Return the test that a test does not pass."""
    if isinstance(told, Member):
        values, attribute = told.values, attrgetter(told.attribute)
        return lambda word, _: attribute(word) not in values
    return lambda word, roles: not told(word, roles)


def _either(first: Told, *others: Told) -> Test:
    """Return the test that one of several tests passes."""
    if not others:
        return _test(first)
    rest = _either(*others)
    if isinstance(first, Member):
        values, attribute = first.values, attrgetter(first.attribute)
        return lambda word, roles: attribute(word) in values or rest(word, roles)
    test = first
    return lambda word, roles: test(word, roles) or rest(word, roles)


def _both(first: Told, *others: Told) -> Test:
    """Return the test that all of several tests pass; those of attributes need no call of their own."""
    if not others:
        return _test(first)
    rest = _both(*others)
    if isinstance(first, Member):
        values, attribute = first.values, attrgetter(first.attribute)
        return lambda word, roles: attribute(word) in values and rest(word, roles)
    test = first
    return lambda word, roles: test(word, roles) and rest(word, roles)
