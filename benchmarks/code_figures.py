"""Figures of the code of one or more checkouts, side by side: its size, its lists of words, its branches.

usage: python -m benchmarks.code_figures [--root DIR ...]

A collection is a set, list, tuple or dict literal, without the arguments of calls in it; it counts if two or more of
its strings are English words (nouns and verbs of WordNet, and function words), outside kg/lexicon and the packages
whose strings are names of formats and protocols. Our own names are not words: the values of the
`Literal` types of the model, of the file's package and of those that it imports from, the fields of the classes of
the file, and the keys of a dict of functions. The complexity of a function is McCabe's plus one for each boolean
operator. A predication is traced in a run of its own, over one sentence with one verb: the figures are how many files
and functions of the linguistic packages are entered, how often, and how many `return` statements those functions have.
"""

import argparse
import ast
import functools
import json
import subprocess
import sys
import typing as t
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib import resources
from pathlib import Path

from spacy.glossary import GLOSSARY
from spacy.lang.en.stop_words import STOP_WORDS

REPOSITORY: t.Final = Path(__file__).resolve().parent.parent
WITHOUT_WORDS: t.Final = (
    "lexicon",
    "ask",
    "spark",
    "cli",
    "load",
    "serve",
    "link",
    "llm",
    "stages",
    "export",
    "verify",
    "page",
    "fetch",
    "ledger",
    "outputs",
)
"""The packages whose strings are not compared with text, and the one for words."""
SHELL: t.Final = (
    "cli",
    "load",
    "serve",
    "link",
    "stages",
    "export",
    "verify",
    "page",
    "read",
    "resolve",
    "diff",
    "fetch",
)
"""The packages that are independent of language."""
FORMATS: t.Final = "read/formats/"
"""The modules whose strings are marks, elements, headers and columns of file formats."""
COLLECTIONS: t.Final = (ast.Set, ast.List, ast.Tuple, ast.Dict)
HIGH: t.Final = 15
PARTS: t.Final = 3
SENTENCE: t.Final = "Norlin sold the mill."
TRACER: t.Final = """
import importlib, importlib.util, json, sys
from pathlib import Path
from kg.model import Document
from kg.stages import run_documents
grammar = importlib.util.find_spec("kg.grammar") is not None
load = importlib.import_module("kg.grammar.pipeline" if grammar else "kg.annotate.pipeline").load
nlp, root = load(), str(Path("kg").resolve())
run_documents([Document("once", sys.argv[1])], model=nlp)
called = {}
def note(frame, event, argument):
    code = frame.f_code
    if event == "call" and code.co_filename.startswith(root):
        key = code.co_filename[len(root) + 1:], code.co_firstlineno
        called[key] = called.get(key, 0) + 1
sys.setprofile(note)
run_documents([Document("traced", sys.argv[1])], model=nlp)
sys.setprofile(None)
print(json.dumps([[*key, count] for key, count in sorted(called.items())]))
"""

Function: t.TypeAlias = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class Source:
    """A file of a package, with its tree."""

    name: str
    text: str
    tree: ast.Module

    @property
    def package(self) -> str:
        """The package below kg that contains it, or its own name."""
        return self.name.split("/")[0].removesuffix(".py")

    @property
    def fields(self) -> frozenset[str]:
        """The names of the fields of its classes."""
        bodies = (node.body for node in ast.walk(self.tree) if isinstance(node, ast.ClassDef))
        return frozenset(
            line.target.id
            for body in bodies
            for line in body
            if isinstance(line, ast.AnnAssign) and isinstance(line.target, ast.Name)
        )

    @property
    def imports(self) -> frozenset[str]:
        """The packages below kg that it imports from."""
        modules = (node.module or "" for node in ast.walk(self.tree) if isinstance(node, ast.ImportFrom))
        return frozenset(module.split(".")[1] for module in modules if module.startswith("kg."))

    @functools.cached_property
    def literals(self) -> frozenset[str]:
        """The values of its `Literal` types."""
        return frozenset(text for node in ast.walk(self.tree) if is_literal(node) for text in _strings(node))

    @property
    def functions(self) -> Iterator[Function]:
        """All functions and methods."""
        return (node for node in ast.walk(self.tree) if isinstance(node, Function))


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure each checkout, and print one table, then the functions of high complexity."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--root", type=Path, nargs="+", default=[REPOSITORY])
    roots = parser.parse_args(arguments).root
    measured = [code_figures(root) for root in roots]
    print(f"{'':64}" + "".join(f"{root.resolve().name:>14}" for root in roots))
    for name in measured[0]:
        print(f"{name:<64}" + "".join(f"{figures[name]:>14}" for figures in measured))
    for root in roots:
        listed = sorted(high_complexities(sources(root)), reverse=True)
        print(f"\n{root.resolve().name}: complexity over {HIGH}: {'' if listed else 'none'}")
        print("".join(f"  {value:3}  {where}\n" for value, where in listed), end="")
    return 0


def code_figures(root: Path) -> dict[str, int]:
    """Return all figures of a checkout, by name."""
    files = sources(root)
    data = {"rows of data in kg/data/lexicon": data_rows(root / "kg" / "data" / "lexicon")}
    return data | figures_of(files) | predication(root, files)


def figures_of(files: Sequence[Source]) -> dict[str, int]:
    """Return the figures that need the files only, by name; some have a ceiling in `code_ceilings.json`."""
    functions = [function for source in files for function in source.functions]
    lists = [words for source in files for words in word_lists(source, literals(source, files))]
    lengths = sorted(length(function) for function in functions)
    return {
        "lines of Python in kg": sum(source.text.count("\n") for source in files),
        "files of Python": len(files),
        "functions": len(functions),
        "lines of a function, ninth decile": lengths[len(lengths) * 9 // 10],
        "lines of a function, most": lengths[-1],
        "collections of English words outside the lexicon": len(lists),
        "  words in them": sum(map(len, lists)),
        "  of fewer than six words": sum(len(words) < 6 for words in lists),
        f"conditions of more than {PARTS} parts": sum(many_parts(source.tree) for source in files),
        f"functions of a complexity over {HIGH}": len(list(high_complexities(files))),
        "highest complexity": max(map(complexity, functions)),
    }


def sources(root: Path) -> list[Source]:
    """Return the files of Python in the package of a checkout."""
    found = []
    for path in sorted((root / "kg").rglob("*.py")):
        text = path.read_text(encoding="utf-8")
        found.append(Source(path.relative_to(root / "kg").as_posix(), text, ast.parse(text)))
    return found


def data_rows(folder: Path) -> int:
    """Return the number of lines of the files of a folder, without empty lines and comments."""
    lines = (line for path in sorted(folder.rglob("*")) if path.is_file() for line in _lines(path))
    return sum(1 for line in lines if line.strip() and not line.startswith("#"))


def _lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines()


def length(function: Function) -> int:
    """Return the number of lines of a function, without its docstring and decorators."""
    end = function.end_lineno or function.lineno
    docstring = function.body[0] if ast.get_docstring(function) is not None else None
    return end - function.lineno + 1 - (_height(docstring) if docstring is not None else 0)


def _height(node: ast.stmt) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


def word_lists(source: Source, ours: frozenset[str] = frozenset()) -> Iterator[set[str]]:
    """Yield the English words of each collection that has two or more, without our own names."""
    if source.package not in WITHOUT_WORDS and not source.name.startswith(FORMATS):
        names = ours | source.fields
        found = ({text for text in texts if is_word(text)} - names for texts in _collected(source.tree))
        yield from (words for words in found if len(words) > 1)


def literals(source: Source, files: Sequence[Source]) -> frozenset[str]:
    """Return the values of the `Literal` types of a file's package, of those that it imports from, and of the model."""
    seen = {"model", source.package, *source.imports}
    return frozenset(text for other in files if other.package in seen for text in other.literals)


def is_literal(node: ast.AST) -> bool:
    """Return whether a node is a `Literal` type."""
    return isinstance(node, ast.Subscript) and isinstance(node.value, ast.Attribute) and node.value.attr == "Literal"


def _collected(node: ast.AST) -> Iterator[list[str]]:
    """Yield the strings of each outermost collection."""
    if is_literal(node) or _is_list_of_names(node):
        return
    inner = list(_elements(node) if isinstance(node, COLLECTIONS) else ast.iter_child_nodes(node))
    if isinstance(node, COLLECTIONS):
        yield [one.value for one in inner if isinstance(one, ast.Constant) and isinstance(one.value, str)]
    for child in inner:
        yield from _collected(child)


def _elements(collection: ast.AST) -> Iterator[ast.AST]:
    """Yield the elements of a collection, and those of nested collections."""
    for child in collection.values if is_dict_of_functions(collection) else ast.iter_child_nodes(collection):
        if isinstance(child, (*COLLECTIONS, ast.Starred, ast.BinOp, ast.IfExp)):
            yield from _elements(child)
        else:
            yield child


def is_dict_of_functions(node: ast.AST) -> t.TypeGuard[ast.Dict]:
    """Return whether a node is a dict of functions, at least one of them a lambda: `{"verb": lambda word: word.head}`.

    A function is a lambda, a name of one, or what a call returns that makes one.
    """
    values = node.values if isinstance(node, ast.Dict) else []
    functions = all(isinstance(value, (ast.Lambda, ast.Name, ast.Attribute, ast.Call)) for value in values)
    return functions and any(isinstance(each, ast.Lambda) for value in values for each in ast.walk(value))


def _is_list_of_names(node: ast.AST) -> bool:
    targets = node.targets if isinstance(node, ast.Assign) else []
    return any(isinstance(target, ast.Name) and target.id == "__all__" for target in targets)


def _strings(node: ast.AST) -> Iterator[str]:
    return (n.value for n in ast.walk(node) if isinstance(n, ast.Constant) and isinstance(n.value, str))


def is_word(text: str) -> bool:
    """Return whether a string is one or more English words, and not a label of the parser."""
    words = text.split()
    return bool(words) and text not in GLOSSARY and all(word in vocabulary() for word in words)


@functools.cache
def vocabulary() -> frozenset[str]:
    """Return the nouns and verbs of WordNet in kg, and the function words of English."""
    data = json.loads(resources.files("kg").joinpath("data/supersenses.json").read_text(encoding="utf-8"))
    listed = (words.split() for part in ("nouns", "verbs") for words in data[part].values())
    return frozenset(STOP_WORDS).union(*listed)


def many_parts(tree: ast.AST) -> int:
    """Return the number of conditions with too many parts; a part is an operand of "and" or "or"."""
    inner = {part for node in ast.walk(tree) for part in _operands(node)}
    outer = (node for node in ast.walk(tree) if isinstance(node, ast.BoolOp) and node not in inner)
    return sum(_parts(node) > PARTS for node in outer)


def _operands(node: ast.AST) -> list[ast.expr]:
    return node.values if isinstance(node, ast.BoolOp) else []


def _parts(node: ast.expr) -> int:
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        return _parts(node.operand)
    return sum(map(_parts, _operands(node))) or 1


def complexity(function: Function) -> int:
    """Return the complexity of a function: one, plus one for each branch, loop, handler and boolean operator in it."""
    return 1 + sum(map(_branches, ast.walk(function)))


def _branches(node: ast.AST) -> int:
    match node:
        case ast.If() | ast.IfExp() | ast.ExceptHandler() | ast.match_case(pattern=ast.MatchValue() | ast.MatchClass()):
            return 1
        case ast.For() | ast.AsyncFor() | ast.While():
            return 1 + bool(node.orelse)
        case ast.comprehension():
            return 1 + len(node.ifs)
        case ast.BoolOp():
            return len(node.values) - 1
        case _:
            return 0


def high_complexities(files: Sequence[Source]) -> Iterator[tuple[int, str]]:
    """Yield the complexity and the place of each function that is too complex."""
    for source in files:
        for function in source.functions:
            value = complexity(function)
            if value > HIGH:
                yield value, f"{source.name} {function.name}"


def predication(root: Path, files: Sequence[Source]) -> dict[str, int]:
    """Return how much of the linguistic packages one predication enters, by a traced run."""
    words = [sys.executable, "-c", TRACER, SENTENCE]
    done = subprocess.run(words, check=True, stdout=subprocess.PIPE, text=True, cwd=root)  # noqa: S603 - our own program
    called = [(name, line, n) for name, line, n in json.loads(done.stdout) if _knows_language(name)]
    returns = {(s.name, _first_line(f)): _returns(f) for s in files for f in s.functions}
    entered = {
        "extract alone": [row for row in called if row[0].startswith("extract/")],
        "all that knows language": called,
    }
    return {
        f"one predication, {where}: {what}": value
        for where, rows in entered.items()
        for what, value in (
            ("files", len({name for name, _, _ in rows})),
            ("functions", sum((name, line) in returns for name, line, _ in rows)),
            ("calls", sum(n for _, _, n in rows)),
            ("return statements", sum(returns.get((name, line), 0) for name, line, _ in rows)),
        )
    }


def _knows_language(name: str) -> bool:
    return "/" in name and name.split("/")[0] not in SHELL


def _first_line(function: Function) -> int:
    return min([function.lineno, *(decorator.lineno for decorator in function.decorator_list)])


def _returns(function: Function) -> int:
    return sum(isinstance(node, ast.Return) for node in ast.walk(function))


if __name__ == "__main__":
    sys.exit(main())
