"""The grammar's reading of a sentence, as text for comparison in tests."""

from spacy.language import Language
from spacy.tokens import Doc

from kg.grammar.clause import Argument, Clause
from kg.grammar.clauses import clauses_of
from kg.grammar.extensions import register_extensions
from kg.grammar.parse import Parse, parse_of


def read(doc: Doc, head: str) -> tuple[Parse, Clause]:
    """Return the parse of a Doc, and its first clause with that head."""
    register_extensions()
    parse = parse_of(doc)
    return parse, next(clause for clause in clauses_of(parse) if clause.head.text == head)


def slots(nlp: Language | Doc, text: str, head: str) -> list[str]:
    """Return the arguments of a clause as `role preposition: label`, followed by the rule if one filled them in."""
    parse, clause = read(nlp if isinstance(nlp, Doc) else nlp(text), head)
    return [_slot(parse, argument) for argument in clause.arguments]


def label(parse: Parse, argument: Argument) -> str:
    """Return the words of an argument's label."""
    phrase = argument.phrase
    start, end = (phrase.label_start, phrase.label_end) if phrase is not None else (argument.start, argument.end)
    return parse[start:end].text


def _slot(parse: Parse, argument: Argument) -> str:
    opened = f"{argument.role} {argument.preposition}".strip()
    rule = f" <{argument.shared}>" if argument.shared else ""
    return f"{opened}: {label(parse, argument)}{rule}"
