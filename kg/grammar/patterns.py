"""Word patterns in a parse, read from text: the words that a rule looks for, and the changes it makes.

The head of `kg/data/corrections.txt` describes the notation. A pattern is translated to the source of a function, which
is compiled when the pattern is first asked. Like the methods of a dataclass, the source is made from our own words, the
files in `kg/data`; no text that is read gets into it.
"""

import functools
import re
import typing as t
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from types import CodeType, FunctionType, MappingProxyType

from kg.grammar.labels import FUNCTIONS
from kg.lexicon.tables import data_text

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
VARIABLE: t.Final = re.compile(r"\b\w+_\b")
"""The variable of a role in the source of a pattern."""
ENDS: t.Final = frozenset({"", "|", ")", "]"})
ATTRIBUTES: t.Final[Mapping[str, str]] = {'"': "lower_", "'": "text", "~": "lemma_", "@": "ent_type_"}
"""The attribute that is tested, by the first character of a sign."""
WORD: t.Final = "word"
"""The role of the word that a pattern starts from."""
SUBJECT: t.Final = "as-subject"
"""Used instead of a label: the label of the subject of a verb, active or passive."""
TESTED: t.Final = "w0"
"""The variable of the word that a definition tests, or that a loop starts from; `w1` is the next one on a path."""
SHORT: t.Final = 10
"""The most signs of a definition that is written out where it is used, instead of being called."""
FEW: t.Final = 8
"""The most values of an attribute that are written out."""

ONE: t.Final = frozenset({"head", "left_edge", "right_edge", "first_conjunct"})
SEVERAL: t.Final = frozenset({"lefts", "rights", "children", "ancestors", "subtree"})
"""The attributes of a token whose values are tokens, which serve as steps."""


class Change(t.NamedTuple):
    """A new head and label for a token (a root is its own head); `tag` is its new part of speech."""

    word: "Token"
    head: "Token"
    label: str
    tag: str


Changes: t.TypeAlias = tuple[Change, ...]
Answer = t.TypeVar("Answer")
Named = t.TypeVar("Named", bound=Callable[..., object])
Rule = t.TypeVar("Rule")


@dataclass(frozen=True, slots=True)
class Pattern(t.Generic[Answer]):
    """A compiled pattern: its answer for a word, and the labels and tags of the words that it applies to (empty: all).

    `effects` are the texts after "=>" in its lines.
    """

    answer: "Callable[..., Answer]"
    labels: Set[str]
    tags: Set[str]
    forms: Set[str] = frozenset()
    effects: tuple[str, ...] = ()

    def looks_at(self, label: str, tag: str, form: str = "") -> bool:
        """Return whether it applies to words with this label and tag, or to clauses with this link, kind and form."""
        looks = label in (self.labels or {label}) and tag in (self.tags or {tag})
        return looks and form in (self.forms or {form})


class Member(t.NamedTuple):
    """A test of whether an attribute of a token is one of some values."""

    attribute: str
    values: frozenset[str]


class InText(t.NamedTuple):
    """A function of the first arguments of a pattern and of a value, for example of the text and of a clause in it."""

    function: Callable[..., t.Any]
    given: int = 1


class Defined(t.NamedTuple):
    """A definition as a function of so many first arguments of the pattern and of a word.

    If it is short, it is read again where it is used: `text` is its text, with the vocabulary.
    """

    function: FunctionType
    given: int
    text: "tuple[str, Vocabulary] | None" = None


Known: t.TypeAlias = Callable[..., t.Any] | InText
Test: t.TypeAlias = Member | str
"""A test of a word: the source of a condition, or a member of a set, which may be joined with others."""


def _label_or_tag(sign: str) -> str:
    """Return the attribute of a token that has a sign as its value, or "" if unknown."""
    return "dep_" if sign in FUNCTIONS else "" if sign[0].islower() else "tag_"


class Vocabulary(t.NamedTuple):
    """The names that patterns may use: tests of a word, of two words, and with classes of words; steps; definitions.

    A step leads to one word, to several, to several bounded by another word, or to those of classes. Patterns may also
    apply to other values than tokens. `arguments` names those of a pattern; it starts from the last one.
    `attributes` maps the first character of a sign to an attribute, and `attribute_of` returns that of a bare sign.
    `looked_at` are the attributes in the first line. `one` and `several` are attributes that serve as steps.
    """

    tests: Mapping[t.Any, Known]
    relations: "Mapping[t.Any, Callable[[t.Any, t.Any], bool]]"
    classes: "Mapping[t.Any, Callable[..., Member | Known]]"
    steps: Mapping[t.Any, Known]
    walks: Mapping[t.Any, Known]
    bounded: "Mapping[t.Any, Callable[[t.Any, t.Any], Iterable[t.Any]]]"
    defined: dict[str, Member | Defined]
    chosen: Mapping[t.Any, Callable[..., Known]] = MappingProxyType({})
    arguments: tuple[str, ...] = (WORD,)
    attributes: Mapping[str, str] = ATTRIBUTES
    attribute_of: Callable[[str], str] = _label_or_tag
    looked_at: tuple[str, ...] = ("dep_", "tag_")
    one: Set[str] = ONE
    several: Set[str] = SEVERAL

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


def _variable(role: str) -> str:
    """Return the variable of a role; no other name in the source ends with an underscore."""
    return f"{role.replace('-', '_')}_"


class _Code:
    """The source of a pattern, and the values that it refers to by name.

    `lines` are those of the function that is asked, with these `parameters`. `roles` are the variables of the roles,
    and `optional` those that may be None.
    """

    def __init__(self, name: str, known: Vocabulary) -> None:
        self.name, self.known = name, known
        self.roles = {role: _variable(role) for role in known.arguments}
        self.optional: set[str] = set()
        self.parameters = [*self.roles.values()]
        self.lines: list[str] = []
        self._values: dict[str, t.Any] = {"__name__": __name__}
        self._names: dict[Hashable, str] = {}
        self.function = self._later(self.parameters, self.lines)

    @property
    def start(self) -> str:
        """The variable of the word that the pattern starts from."""
        return self.roles[self.known.arguments[-1]]

    def _later(self, parameters: Sequence[str], lines: Sequence[str]) -> FunctionType:
        """Return a function that is compiled when it is first called."""

        def compiled() -> FunctionType:
            source = "\n ".join([f"def answer({', '.join(parameters)}):", *lines])
            made = compile(source, f"<pattern {self.name}>", "exec").co_consts
            later.__code__ = next(each for each in made if isinstance(each, CodeType))
            later.__kwdefaults__ = None
            return later

        later = FunctionType(_first_call.__code__, self._values, self.name)
        later.__kwdefaults__ = {"compiled": compiled}
        return later

    def named(self, value: Hashable) -> str:
        """Return the name of a value in the source."""
        if value not in self._names:
            self._names[value] = name = f"v{len(self._names)}"
            self._values[name] = value
        return self._names[value]

    def source(self, test: Test, word: str) -> str:
        """Return the source of a test of a word."""
        if isinstance(test, str):
            return test
        if len(test.values) == 1:
            return f"{word}.{test.attribute} == {min(test.values)!r}"
        few = f"{{{', '.join(map(repr, sorted(test.values)))}}}" if 0 < len(test.values) <= FEW else ""
        return f"{word}.{test.attribute} in {few or self.named(test.values)}"

    def loop(self, lines: Sequence[str], start: str) -> str:
        """Return the source of the word that a loop finds from a start; the loop is a function of its own."""
        source = "\n".join(lines)
        used = VARIABLE.findall(source)
        others = [each for each in self.roles.values() if each in used]
        if source not in self._names:
            self._names[source] = name = f"v{len(self._names)}"
            self._values[name] = self._later([TESTED, *others], lines)
        return f"{self._names[source]}({', '.join([start, *others])})"


def _first_call(*arguments: t.Any, compiled: Callable[[], FunctionType]) -> t.Any:
    return compiled()(*arguments)


Make: t.TypeAlias = Callable[[_Code, str, Sequence[str]], Pattern[Answer]]


def read(text: str, known: Vocabulary, make: Make[Answer]) -> dict[str, Pattern[Answer]]:
    """Return the patterns in a text, by name; `make` is `correction`, or one like `question` that changes nothing.

    Raises:
        ValueError: a block cannot be read.
    """
    found: dict[str, Pattern[Answer]] = {}
    codes = {name: _Code(name, known) for name in NAME.findall(text)}
    if len(known.arguments) > 1:  # where each pattern may be a test in others
        known.defined.update({name: Defined(code.function, len(known.arguments) - 1) for name, code in codes.items()})
    for block in re.split(r"\n\s*\n", text):
        lines = [line.strip() for line in block.splitlines() if not line.startswith("#")]
        try:
            if lines and " := " in lines[0]:
                for name, _, meaning in (line.partition("  #")[0].partition(" := ") for line in lines):
                    known.defined[name] = _definition(name, meaning, known)
            elif lines:
                name, _, looked_at = lines[0].partition("#")[0].strip().partition(" ")
                found[name] = make(codes[name], looked_at, lines[1:])
        except (ValueError, LookupError) as error:
            raise ValueError(f"cannot read the pattern {lines[0]!r}: {error}") from error
    return found


def patterns_of(name: str, known: Vocabulary, make: Make[Answer]) -> dict[str, Pattern[Answer]]:
    """Return the patterns of a file in `kg/data`, by its name without the extension; see `read`."""
    return read(data_text(f"{name}.txt"), known, make)


def by_labels(patterns: Mapping[str, Pattern[Answer]]) -> Callable[..., tuple[tuple[str, Callable[..., Answer]], ...]]:
    """Return a lookup of the patterns that apply to a label and a tag: their names and answers."""

    @functools.lru_cache(maxsize=4096)
    def looking_at(*signs: str) -> tuple[tuple[str, Callable[..., Answer]], ...]:
        return tuple((name, each.answer) for name, each in patterns.items() if each.looks_at(*signs))

    return looking_at


def by_name(*rules: Named) -> dict[str, Named]:
    """Return functions by names like those of patterns, in the order in which they are tried: "time-of-clause"."""
    return {rule.__name__.lstrip("_").replace("_", "-"): rule for rule in rules}


def by_signs(rules: Mapping[str, Rule], needs: Mapping[str, Set[str]]) -> Callable[[frozenset[str]], Sequence[Rule]]:
    """Return the choice of the rules that can find something by the signs present: those that need one, or none.

    `needs` are the signs of which a rule needs one, by the name of the rule. The choice is made once for each set.
    """

    @functools.cache
    def choice(signs: frozenset[str]) -> Sequence[Rule]:
        return [rule for name, rule in rules.items() if name not in needs or not signs.isdisjoint(needs[name])]

    return choice


def plain(known: Vocabulary, name: str) -> "Callable[[Token], bool]":
    """Return a test of a word that is defined in text, for use in Python."""
    return question(_Code(name, known), "", [name]).answer


def _definition(name: str, text: str, known: Vocabulary) -> Member | Defined:
    """Return a definition, which may name itself."""
    code = _Code(name, known)
    known.defined[name] = Defined(code.function, len(known.arguments))
    reader = _Reader(text, code)
    found = reader.parsed(TESTED)
    if isinstance(found, Member):
        return found
    code.parameters.append(TESTED)
    code.lines.append(f"return {found}")
    short = len(reader.signs) <= SHORT and all(sign != name for _, sign in reader.signs)
    return Defined(code.function, len(known.arguments), (text, known) if short else None)


def correction(code: _Code, looked_at: str, lines: Sequence[str]) -> Pattern[Changes]:
    """Return a pattern that returns the changes which correct an error at a word, or none if there is no error."""
    return _pattern(code, looked_at, lines, _changes, "()")


def question(code: _Code, looked_at: str, lines: Sequence[str]) -> Pattern[bool]:
    """Return a pattern that returns whether its conditions hold for a word."""
    return _pattern(code, looked_at, lines, lambda *_: ["return True"], "False")


def finder(code: _Code, looked_at: str, lines: Sequence[str]) -> "Pattern[Token | None]":
    """Return a pattern that returns the word at the end of the first path after "=>" that leads to one."""
    return _pattern(code, looked_at, lines, lambda paths, code: [f"return {_found(' or '.join(paths), code)}"], "None")


def collector(code: _Code, looked_at: str, lines: Sequence[str]) -> "Pattern[list[Token]]":
    """Return a pattern that returns all words at the ends of the paths after "=>", path by path."""
    return _pattern(code, looked_at, lines, _words, "[]")


def _pattern(
    code: _Code,
    looked_at: str,
    lines: Sequence[str],
    ending: Callable[[Sequence[str], _Code], Iterable[str]],
    otherwise: str,
) -> Pattern[t.Any]:
    """Return the pattern with the labels and tags in the first line and the conditions in the lines below."""
    meaning = [line for line in lines if SENTENCE.match(line)]
    effects = tuple(line.removeprefix("=> ") for line in lines if line.startswith("=> "))
    conditions = (line for line in lines[len(meaning) :] if not line.startswith("=> "))
    allowed = _allowed(looked_at, code)
    for part in (part for line in conditions for part in line.split("; ")):
        code.lines += _condition(part, code, otherwise)
    code.lines += ending(effects, code)
    code.function.__doc__ = "\n".join(meaning)
    return Pattern(t.cast("Callable[..., t.Any]", code.function), *allowed, effects)


def _allowed(looked_at: str, code: _Code) -> tuple[Set[str], Set[str], Set[str]]:
    """Return the labels, the tags and the forms in the first line."""
    parts = [_Reader(test, code).parsed(code.start) for test in looked_at.split()]
    allowed = {test.attribute: test.values for test in parts if isinstance(test, Member)}
    if len(allowed) != len(parts):
        raise ValueError(f"{looked_at!r} is not only labels and tags")
    labels, tags, *forms = (allowed.get(each, frozenset[str]()) for each in code.known.looked_at)
    return labels, tags, forms[0] if forms else frozenset()


def _condition(text: str, code: _Code, otherwise: str) -> list[str]:
    """Return the source of a part of a line: a test, or the search for the word of a role, `role = path or path`."""
    parts = PART.fullmatch(text)
    role, sign, path = parts.groups() if parts is not None else ("", "", text)
    if not role:
        return [f"if not ({_test(path, code)}): return {otherwise}"]
    if role in code.known.tests or role in code.known.defined:
        raise ValueError(f"{role} is the name of a test")
    found, variable = _found(path, code), code.roles.setdefault(role, _variable(role))
    if sign == "?=":
        code.optional.add(variable)
        return [f"{variable} = {found}"]
    code.optional.discard(variable)
    return [f"if ({variable} := {found}) is None: return {otherwise}"]


def _test(text: str, code: _Code) -> str:
    """Return the source of a test of the word that a pattern starts from."""
    return code.source(_Reader(text, code).parsed(code.start), code.start)


def _found(text: str, code: _Code) -> str:
    """Return the source of the word at the end of the first path that leads to one, or None: `path or path`."""
    *others, last = (_Reader(each, code).path() for each in text.split(" or "))
    found = last.found
    for path in reversed(others):
        condition, word = path.surely
        found = f"{word} if {condition or True} else {found}"
    return found


def _words(effects: Sequence[str], code: _Code) -> Iterator[str]:
    """Yield the source that collects the words at the ends of paths."""
    yield "found = []"
    for path in (path for line in effects for path in line.split(" or ")):
        yield from _Reader(path, code).each(lambda word: [f"found.append({word})"])
    yield "return found"


def _changes(effects: Sequence[str], code: _Code) -> Iterator[str]:
    """Yield the source that makes changes."""
    yield "changes = []"
    for part in (part for line in effects for part in line.split("; ")):
        yield from _effect(part, code)
    yield "return tuple(changes)"


def _effect(text: str, code: _Code) -> Sequence[str]:
    """Return the source of a part of a line after "=>": `word: head label TAG if test`, `word: for other`."""
    moved, _, change = text.partition(": ")
    change, _, condition = change.partition(" if ")
    first, *rest = change.split()
    make = _placed if first == "for" else _as_auxiliary if first == "takes" else _attached
    signs = [first, *rest] if make is _attached else rest
    head = _found(signs.pop(0), code) if signs[0].partition(".")[0] in code.roles else "moved.head"
    label = signs.pop(0) if signs and signs[0] in {*FUNCTIONS, SUBJECT} else ""
    tag = " ".join(signs)
    if tag[:1].islower():
        raise ValueError(f"{tag} is neither a word of the pattern nor a label")
    made = f"if (above := {head}) is not None: changes += {code.named(make)}(moved, above, {label!r}, {tag!r})"
    if moved.startswith("each "):
        lines = _Reader(moved.removeprefix("each "), code).each(lambda word: [f"moved = {word}", made])
    else:
        lines = _block(f"if (moved := {_found(moved, code)}) is not None:", [made])
    return _block(f"if {_test(condition, code)}:", lines) if condition else lines


def _attached(word: "Token", head: "Token", label: str, tag: str) -> tuple[Change, ...]:
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


class Step(t.NamedTuple):
    """A step of a path: the variable of the word that it leads to, and the source of that word, or of several words.

    A word that is already known has no source. `conditions` hold before the step, and `test` of the word.
    """

    variable: str
    source: str = ""
    test: str = ""
    several: bool = False
    conditions: tuple[str, ...] = ()

    @property
    def passes(self) -> str:
        """The source of whether the path goes on after a step to one word."""
        found = f"({self.variable} := {self.source}) is not None" if self.source else ""
        return _all((*self.conditions, found, self.test))


class Path(t.NamedTuple):
    """The source of the word at the end of a path if a condition holds; unless it is `sure`, it may still be None."""

    condition: str
    word: str
    sure: bool
    unused: str

    @property
    def exists(self) -> str:
        """The source of whether there is a word at the end."""
        return _all((self.condition, "" if self.sure else f"{self.word} is not None")) or "True"

    @property
    def found(self) -> str:
        """The source of the word at the end, or None."""
        return f"{self.word} if {self.condition} else None" if self.condition else self.word

    @property
    def surely(self) -> tuple[str, str]:
        """The condition for a word at the end, and the variable of it, an unused one."""
        if self.sure:
            return self.condition, self.word
        return _all((self.condition, f"({self.unused} := {self.word}) is not None")), self.unused


def _all(conditions: Iterable[str]) -> str:
    """Return the source of whether all conditions hold."""
    return " and ".join(filter(None, conditions))


def _block(opening: str, lines: Iterable[str]) -> list[str]:
    return [opening, *(f" {line}" for line in lines)]


def _nested(steps: Sequence[Step], lines: Sequence[str]) -> Sequence[str]:
    """Return the source of steps, with lines for each word at their end."""
    for step in reversed(steps):
        if step.several:
            lines = _block(f"if {step.test}:", lines) if step.test else lines
            lines = _block(f"for {step.variable} in {step.source}:", lines)
        condition = _all(step.conditions) if step.several else step.passes
        lines = _block(f"if {condition}:", lines) if condition else lines
    return lines


class _Reader:
    """A parser of one expression or path, which translates it to the source of a pattern."""

    def __init__(self, text: str, code: _Code) -> None:
        self.signs: list[tuple[str, str]] = [*SIGN.findall(text), ("", ""), ("", "")]
        if "".join(space + sign for space, sign in self.signs) != text.rstrip():
            raise ValueError(f"a sign is unknown in {text!r}")
        self.place, self.depth, self.code, self.known, self.roles = 0, 0, code, code.known, code.roles

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

    def variable(self) -> str:
        """Return a new variable."""
        self.depth += 1
        return f"w{self.depth}"

    def parsed(self, word: str) -> Test:
        """Return the test of a word that the whole text describes."""
        found = self.expression(word)
        self.take("")
        return found

    def path(self) -> Path:
        """Return the path that the whole text describes."""
        found = self.way(self.code.start)
        self.take("")
        return found

    def each(self, lines: Callable[[str], Sequence[str]]) -> Sequence[str]:
        """Return the source with lines for each word to which the whole text leads."""
        ahead, start, later = self.steps(self.code.start)
        self.take("")
        last = later[-1].variable if later else start
        inner = _nested(later, lines(last))
        return _nested(ahead, [f"{TESTED} = {start}", *inner] if later else inner)

    def expression(self, word: str) -> Test:
        """Return the test of several alternatives, of which one must hold."""
        found = [self.alternative(word)]
        while self.sign == "|":
            self.take()
            found.append(self.alternative(word))
        members = [each for each in found if isinstance(each, Member)]
        if len(members) == len(found) and len({each.attribute for each in members}) == 1:
            return Member(members[0].attribute, frozenset().union(*(each.values for each in members)))
        return f"({' or '.join(self.code.source(each, word) for each in found)})" if len(found) > 1 else found[0]

    def alternative(self, word: str) -> Test:
        """Return the test of several adjacent tests, which must all hold."""
        found = [self.one(word)]
        while self.sign not in ENDS:
            found.append(self.one(word))
        return _all(self.code.source(each, word) for each in found) if len(found) > 1 else found[0]

    def one(self, word: str) -> Test:
        """Return the next test."""
        sign = self.sign
        if sign[:1] == "." or sign in self.roles:
            return self.way(word).exists
        self.take()
        if sign == "!":
            return f"not ({self.code.source(self.one(word), word)})"
        if sign == "(":
            found = self.expression(word)
            self.take(")")
            return found
        if self.sign == "(" and self.glued:
            return self.of_classes(sign, word)
        return self.defined(self.known.defined[sign], word) if sign in self.known.defined else self.named(sign, word)

    def defined(self, test: Member | Defined, word: str) -> Test:
        """Return the test with a definition: that of its text if it is short, else that of its function."""
        if isinstance(test, Member):
            return test
        if test.text is not None:
            return self.inner(*test.text).parsed(word)
        return self.call(InText(test.function, test.given), word)

    def inner(self, text: str, known: Vocabulary) -> "_Reader":
        """Return the parser of a definition, which knows the arguments of the pattern but no other roles."""
        reader = _Reader(text, self.code)
        reader.known, reader.depth = known, self.depth
        reader.roles = dict(zip(known.arguments, self.roles.values(), strict=False))
        return reader

    def named(self, sign: str, word: str) -> Test:
        """Return the test with a name, or the test for a text, a lemma, a type of names, a tag, or a label."""
        if sign in self.known.tests:
            return self.call(self.known.tests[sign], word)
        if sign[0] in self.known.attributes:
            return Member(self.known.attributes[sign[0]], frozenset({sign[1:].removesuffix(sign[0])}))
        if not (attribute := self.known.attribute_of(sign)):
            raise ValueError(f"{sign} is not known")
        return Member(attribute, frozenset({sign}))

    def call(self, function: Known, word: str) -> str:
        """Return the source of the call of a function for a word."""
        if not isinstance(function, InText):
            return f"{self.code.named(function)}({word})"
        given = [*self.roles.values()][: function.given]
        return f"{self.code.named(function.function)}({', '.join([*given, word])})"

    def of_classes(self, name: str, word: str) -> Test:
        """Return the test with an argument in brackets after its name: classes of words, or the path to a word."""
        if name in self.known.relations:
            condition, other = self.argument(word).surely
            return _all((condition, f"{self.code.named(self.known.relations[name])}({word}, {other})"))
        test = self.known.classes[name](*self.named_classes())
        return test if isinstance(test, Member) else self.call(test, word)

    def named_classes(self) -> list[str]:
        """Return the names in brackets, adjacent or as alternatives."""
        self.take("(")
        classes = []
        while self.sign != ")":
            classes.append(self.take().strip('"'))
        self.take(")")
        return [each for each in classes if each != "|"]

    def argument(self, word: str) -> Path:
        """Return the path in brackets."""
        self.take("(")
        found = self.way(word)
        self.take(")")
        return found

    def way(self, word: str) -> Path:
        """Return a path from a word; the steps from the first one to several words on are a loop."""
        depth = self.depth
        ahead, start, later = self.steps(word)
        unused, self.depth = self.variable(), depth
        if later:
            loop = _nested(later, [f"return {later[-1].variable}"])
            return Path(_all(each.passes for each in ahead), self.code.loop(loop, start), False, unused)
        last = ahead[-1]
        if last.test or not last.passes:
            return Path(_all(each.passes for each in ahead), start, True, unused)
        return Path(_all(each.passes for each in ahead[:-1]), last.source or start, False, unused)

    def steps(self, word: str) -> tuple[list[Step], str, list[Step]]:
        """Return the steps to one word, the variable of that word, and the steps from the first to several words on."""
        ahead, later = list[Step](), list[Step]()
        if self.sign in self.roles:
            word = self.roles[self.take()]
            known = (f"{word} is not None",) if word in self.code.optional else ()
            ahead.append(Step(word, test=self.passed(word), conditions=known))
        elif self.sign[:1] != ".":
            raise ValueError(f"{self.sign} is no word of the pattern")
        start = word
        while self.sign[:1] == "." and (self.glued or not [*ahead, *later]):
            name = self.take()[1:]
            if later or self.leads_to_several(name):
                later.append(self.step(name, later[-1].variable if later else TESTED))
            else:
                ahead.append(self.step(name, start))
                start = ahead[-1].variable
        return ahead, start, later

    def passed(self, word: str) -> str:
        """Return the test in brackets after a step; without brackets everything passes."""
        if self.sign != "[" or not self.glued:
            return ""
        self.take("[")
        found = self.code.source(self.expression(word), word)
        self.take("]")
        return found

    def leads_to_several(self, name: str) -> bool:
        """Return whether the step with a name, which has just been read, may lead to several words."""
        chosen = self.sign == "(" and self.glued and name in self.known.chosen
        return chosen or not (name in self.known.steps or name.replace("-", "_") in self.known.one)

    def step(self, name: str, word: str) -> Step:
        """Return the step with a name."""
        known, attribute, conditions = self.known, name.replace("-", "_"), ("",)
        several = self.leads_to_several(name)
        if self.sign == "(" and self.glued and name in known.chosen:
            source = self.call(known.chosen[name](*self.named_classes()), word)
        elif name in known.steps or name in known.walks:
            source = self.call((known.walks if several else known.steps)[name], word)
        elif attribute in known.one | known.several:
            source = f"{word}.{attribute}"
        elif name in known.bounded:
            condition, end = self.argument(word).surely
            source, conditions = f"{self.code.named(known.bounded[name])}({word}, {end})", (condition,)
        else:
            raise ValueError(f"{name} is no step")
        variable = self.variable()
        return Step(variable, source, self.passed(variable), several, conditions)
