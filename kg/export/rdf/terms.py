"""RDF terms as strings: IRIs unchanged, literals and triple terms as in N-Triples.

Strings need no library, are fast to make and to sort, and equal terms are equal strings. The first character
distinguishes the three kinds, because no absolute IRI begins with `"` or `<`.
"""

import re
import typing as t

Iri = t.NewType("Iri", str)
"""An absolute IRI, without the angle brackets."""
LiteralTerm = t.NewType("LiteralTerm", str)
"""A literal in N-Triples: `"1997"^^<http://www.w3.org/2001/XMLSchema#gYear>`."""
TripleTerm = t.NewType("TripleTerm", str)
"""A triple that another triple refers to, in N-Triples 1.2: `<<( <s> <p> <o> )>>`."""

Node: t.TypeAlias = Iri | LiteralTerm | TripleTerm
Triple: t.TypeAlias = tuple[Iri, Iri, Node]
Quad: t.TypeAlias = tuple[Iri, Iri, Node, Iri | None]
"""A triple with the IRI of the named graph it is in; None is the default graph."""

STRING: t.Final = Iri("http://www.w3.org/2001/XMLSchema#string")
LANGUAGE_STRING: t.Final = Iri("http://www.w3.org/1999/02/22-rdf-syntax-ns#langString")

# line separators too, so that each line of a file is one line for every program
_ESCAPED = re.compile('[\\\\"\x00-\x1f\x7f-\x9f\u2028\u2029]')
_ESCAPE = re.compile(r'\\(?:u([0-9A-F]{4})|(["\\nrt]))')
SHORT_ESCAPES: t.Final[t.Mapping[str, str]] = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_UNESCAPED: t.Final[t.Mapping[str, str]] = {escape[1]: character for character, escape in SHORT_ESCAPES.items()}
_LITERAL = re.compile(r'"(?P<text>(?:[^"\\]|\\.)*)"(?:\^\^<(?P<datatype>.*)>|@(?P<language>.*))?', re.DOTALL)
_TRIPLE = re.compile(r"<<\( <([^<>]*)> <([^<>]*)> (.*) \)>>", re.DOTALL)


class LiteralParts(t.NamedTuple):
    """The parts of a literal; a string without a language has the datatype `xsd:string`."""

    text: str
    datatype: Iri = STRING
    language: str | None = None


def literal(text: str, datatype: Iri | None = None, *, language: str | None = None) -> LiteralTerm:
    """Return a literal with exactly this lexical form; it has a datatype, a language, or neither."""
    quoted = f'"{_ESCAPED.sub(_escape, text)}"'
    if language is not None:
        return LiteralTerm(f"{quoted}@{language}")
    return LiteralTerm(quoted if datatype is None or datatype == STRING else f"{quoted}^^<{datatype}>")


def _escape(found: re.Match[str]) -> str:
    character = found.group()
    return SHORT_ESCAPES.get(character) or f"\\u{ord(character):04X}"


def parts(node: LiteralTerm) -> LiteralParts:
    """Return the parts that were passed to `literal`."""
    found = _LITERAL.fullmatch(node)
    if found is None:
        raise ValueError(f"not a literal: {node}")
    text, datatype, language = found.groups()
    if "\\" in text:
        text = _ESCAPE.sub(_unescape, text)
    if language is not None:
        return LiteralParts(text, LANGUAGE_STRING, language)
    return LiteralParts(text, STRING if datatype is None else Iri(datatype))


def _unescape(found: re.Match[str]) -> str:
    return chr(int(found[1], 16)) if found[1] else _UNESCAPED[found[2]]


def triple_term(subject: Iri, predicate: Iri, object_: Node) -> TripleTerm:
    """Return a triple as a term."""
    return TripleTerm(f"<<( <{subject}> <{predicate}> {n_triples(object_)} )>>")


def triple_of(node: TripleTerm) -> Triple:
    """Return the triple that was passed to `triple_term`."""
    found = _TRIPLE.fullmatch(node)
    if found is None:
        raise ValueError(f"not a triple term: {node}")
    subject, predicate, object_ = found.groups()
    return Iri(subject), Iri(predicate), node_of(object_)


def n_triples(node: Node) -> str:
    """Return a term in N-Triples."""
    return node if node.startswith(('"', "<")) else f"<{node}>"


def node_of(text: str) -> Node:
    """Return the term that was passed to `n_triples`."""
    if text.startswith('"'):
        return LiteralTerm(text)
    return TripleTerm(text) if text.startswith("<<(") else Iri(text[1:-1])


def is_literal(node: Node) -> t.TypeGuard[LiteralTerm]:
    """Return whether a term is a literal."""
    return node.startswith('"')


def is_triple_term(node: Node) -> t.TypeGuard[TripleTerm]:
    """Return whether a term is a triple."""
    return node.startswith("<<(")


def is_iri(node: Node) -> t.TypeGuard[Iri]:
    """Return whether a term is an IRI."""
    return not node.startswith(('"', "<"))
