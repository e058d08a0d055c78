"""No collection and no regular expression outside the lexicon's tables contains two or more English words.

A literal string is an English word if it is, in lower case or capitalized, a row of a lexicon table, or a noun or verb
with a WordNet supersense. Parser labels and type names do not count, nor do identifiers: the values of the
`Literal` types that a file can import, the fields of its classes, the keys of a dict of functions, and the strings in
`IDENTIFIERS`.
A collection is a set, list, tuple or dict, the alternatives of a case, or a text that is split. It includes its
elements and those of nested collections, but not the arguments of calls in it. A regular expression is an argument of
a function of `re`, or any text with the marks of regular expressions.
"""

import ast
import functools
import json
import re
import typing as t
from collections.abc import Iterator
from fnmatch import fnmatch
from importlib import resources
from pathlib import Path

from spacy.glossary import GLOSSARY

import kg
from benchmarks.code_figures import Source, is_dict_of_functions, literals, sources
from kg.lexicon.noun_types import TYPES
from kg.lexicon.tables import TABLES, table

PACKAGE = Path(kg.__file__).parent
COLLECTIONS = (ast.Set, ast.List, ast.Tuple, ast.Dict, ast.MatchOr)
MAKERS = {"frozenset", "set", "tuple", "list", "dict"}
OF_RE = {"compile", "findall", "finditer", "fullmatch", "match", "search", "split", "sub"}
MARKS = re.compile(r"\(\?|\\b|\\s|\\w")
SYNTAX = re.compile(r"\\.|\(\?P?<\w+>|\(\?P=\w+\)|\[[^\]]*\]")
LETTERS = re.compile(r"[A-Za-z][a-z]{2,}")


class Identifiers(t.NamedTuple):
    """Strings that are identifiers of ours or of another vocabulary, not words to be compared with text."""

    files: str
    """A glob pattern of files below the package."""
    where: str
    """A pattern of the place that contains the collection: a constant, or a function as `name()`."""
    which: frozenset[str] | None
    """The strings; None means all."""
    reason: str


IDENTIFIERS: tuple[Identifiers, ...] = (
    Identifiers("ask/*", "*", None, "keys of answers"),
    Identifiers("cli/*", "*", None, "options of the command line and their help"),
    Identifiers("fetch/*", "*", None, "HTTP"),
    Identifiers("ledger/*", "*", None, "tables of the ledger"),
    Identifiers("outputs.py", "*", None, "names of files and of keys in what a run writes"),
    Identifiers("lexicon/person_names.py", "agreement_keys()", None, "kinds of keys"),
    Identifiers("read/formats/*", "*", None, "elements, headers and columns of file formats"),
    Identifiers("llm/*", "*", None, "the protocol of language models"),
    Identifiers("load/*", "*", None, "HTTP, stores"),
    Identifiers("serve/*", "*", None, "HTTP"),
    Identifiers("link/*", "*", None, "the protocols of services and their classes"),
    Identifiers("spark/*", "*", None, "columns of a table"),
    Identifiers("stages/*", "*", None, "names of files and of keys in what a run writes"),
    Identifiers("export/*", "*", None, "RDF, columns of tables, headings of the report"),
    Identifiers("verify/*", "*", None, "RDF, columns of tables"),
    Identifiers("page/[adnp]*.py", "*", None, "shapes, and keys of the page's data"),
    Identifiers("page/wording.py", "[A-Z]*", None, "what the page shows in our words"),
    Identifiers("read/boilerplate.py", "*", None, "the formulas that pages print around a text, as patterns"),
    Identifiers("extract/modalities.py", "*S", None, "names of rules"),
    Identifiers("extract/negations.py", "NEEDS", None, "names of rules"),
    Identifiers("extract/objects.py", "OBJECTS", None, "names of rules"),
    Identifiers("extract/nominals.py", "RULES", None, "names of rules"),
    Identifiers("extract/nominals.py", "relation", None, "names of relations"),
    Identifiers("grammar/*", "*RULES", None, "names of rules"),
    Identifiers("grammar/arguments.py", "NO_CIRCUMSTANCE", None, "classes of the lexicon"),
    Identifiers("lexicon/gazetteer_csv.py", "COLUMNS", None, "columns of a table"),
)


@functools.cache
def vocabulary() -> frozenset[str]:
    """Return all words of the lexicon, and the nouns and verbs with WordNet supersenses."""
    text = resources.files("kg").joinpath("data/supersenses.json").read_text(encoding="utf-8")
    listed = (words for part in ("nouns", "verbs") for words in json.loads(text)[part].values())
    return frozenset(word for words in listed for word in words.split()).union(*(table(name).words for name in TABLES))


def is_word(text: str) -> bool:
    """Return whether a literal is an English word, or several words that are one row of the lexicon."""
    plain = text[:1].lower() + text[1:]
    return any(map(str.isalpha, text)) and plain in vocabulary() and text not in GLOSSARY and text not in TYPES


class Found(t.NamedTuple):
    """English words in one collection or regular expression."""

    line: int
    where: str
    words: tuple[str, ...]


@functools.cache
def checkout() -> list[Source]:
    """Return the files of the package."""
    return sources(PACKAGE.parent)


def found_in(path: Path) -> list[Found]:
    """Return the collections and regular expressions of a file that contain two or more English words."""
    name = path.relative_to(PACKAGE).as_posix()
    source = next(one for one in checkout() if one.name == name)
    ours = [one for one in IDENTIFIERS if fnmatch(name, one.files)]
    names = literals(source, checkout()) | source.fields
    found = []
    for line, where, words in _holders(source.tree, "module"):
        here = [one for one in ours if fnmatch(where, one.where)]
        kept = {word for word in words if not any(one.which is None or word in one.which for one in here)} - names
        if len(kept) > 1:
            found.append(Found(line, where, tuple(sorted(kept))))
    return found


def _holders(node: ast.AST, where: str) -> Iterator[tuple[int, str, list[str]]]:
    """Yield the line of each collection and regular expression, its place, and the English words in it."""
    match node:
        case ast.FunctionDef(name=name):
            where = f"{name}()"
        case ast.Assign(targets=[ast.Name(id=name)]) | ast.AnnAssign(target=ast.Name(id=name)):
            where = name
        case ast.Expr(value=ast.Constant()):
            return
    if where == "__all__" or (isinstance(node, ast.Subscript) and _is_annotation(node)):
        return
    if _is_pattern(node):
        yield node.lineno, where, [word for text in _texts(node) for word in _pattern_words(text)]  # type: ignore[attr-defined]
        return
    if isinstance(node, COLLECTIONS) or _is_split_text(node):
        inner = list(_elements(node))
        texts = [one.value for one in inner if isinstance(one, ast.Constant) and isinstance(one.value, str)]
        held = [word for text in texts for word in ([text] if is_word(text) else _split_words(node, text))]
        yield node.lineno, where, held  # type: ignore[attr-defined]
    else:
        inner = list(ast.iter_child_nodes(node))
    for child in inner:
        yield from _holders(child, where)


def _elements(node: ast.AST) -> Iterator[ast.AST]:
    """Yield the elements of a collection and of nested collections; of a call only if it creates one."""
    for child in node.values if is_dict_of_functions(node) else ast.iter_child_nodes(node):
        makes = isinstance(child, ast.Call) and isinstance(child.func, ast.Name) and child.func.id in MAKERS
        if makes or isinstance(child, (*COLLECTIONS, ast.Starred, ast.BinOp, ast.IfExp, ast.MatchValue, ast.Attribute)):
            yield from _elements(child)
        elif not isinstance(child, ast.expr_context | ast.Name):
            yield child


def _is_annotation(node: ast.Subscript) -> bool:
    return isinstance(node.value, ast.Attribute) and node.value.attr in {"Literal", "Annotated"}


def _is_split_text(node: ast.AST) -> bool:
    called = isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "split"
    return called and isinstance(node.func.value, ast.Constant)  # type: ignore[attr-defined]


def _split_words(node: ast.AST, text: str) -> list[str]:
    return [word for word in text.split() if is_word(word)] if _is_split_text(node) else []


def _is_pattern(node: ast.AST) -> bool:
    if isinstance(node, ast.Constant):
        return isinstance(node.value, str) and MARKS.search(node.value) is not None
    of_re = isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in OF_RE
    return of_re and isinstance(node.func.value, ast.Name) and node.func.value.id == "re"  # type: ignore[attr-defined]


def _pattern_words(text: str) -> list[str]:
    return [word for word in LETTERS.findall(SYNTAX.sub(" ", text)) if is_word(word)]


def _texts(node: ast.AST) -> Iterator[str]:
    for child in ast.walk(node):
        if isinstance(child, ast.Constant) and isinstance(child.value, str):
            yield child.value


def found_now() -> dict[str, list[Found]]:
    """Return the findings for each file of the package that has any."""
    found = {path.relative_to(PACKAGE).as_posix(): found_in(path) for path in sorted(PACKAGE.rglob("*.py"))}
    return {name: listed for name, listed in found.items() if listed}


def test_words_stand_in_the_lexicon() -> None:
    for name, found in found_now().items():
        shown = "\n".join(f"  {one.line} {one.where}: {', '.join(one.words)}" for one in found)
        assert not found, f"move these words of kg/{name} to kg/data/lexicon:\n{shown}"


def test_what_counts_as_words(tmp_path: Path) -> None:
    source = '''
SAID = frozenset({"say", "tell"})
BY_WORD = {"say": 1, "Tell": 2}
LINKS = ("because of", "due to")
PATTERN = re.compile(r"(?:say|tell) (?P<word>x)")
SPLIT = "say tell".split()
LABELS = {"nsubj", "agent", "NNP", "PERSON"}
ONE = {"say", "", ","}
FUNCTIONS = {"say": lambda word: word, "tell": str}
TYPES = {"Person", "Place"}
__all__ = ["say", "tell"]
def f(word):
    """The say and tell."""
    return word in {"say", "tell"}
'''
    path = PACKAGE / "example.py"
    where = [where for _, where, words in _holders(ast.parse(source), "module") if len(set(words)) > 1]
    assert where == ["SAID", "BY_WORD", "LINKS", "PATTERN", "SPLIT", "f()"], path
