"""The extractor that asks a model and checks its proposals; if the model fails, only the rules apply."""

import typing as t
from collections import defaultdict
from collections.abc import Callable, Iterator

from kg.errors import ServiceError
from kg.extract import claims
from kg.extract.outcomes import read_text
from kg.llm.prompts import portions
from kg.llm.protocol import LanguageModel
from kg.llm.quoting import Part, Quoting
from kg.model import Claim, Rejection, Span
from kg.reference.annotated import AnnotatedDocument

FAILED: t.Final = 3
"""After so many documents in a row that a model failed on, it is not asked again in this process."""


def llm_extractor(model: LanguageModel) -> Callable[[AnnotatedDocument], Iterator[Claim | Rejection]]:
    """Return an extractor that asks a model about each document.

    It gives the claims of the rules that the model makes too, surer than the rules are, and those that the model alone
    makes; what does not stand in its sentence is a `Rejection`. It raises ServiceError where the model fails.
    """
    failures = 0

    def llm(document: AnnotatedDocument) -> Iterator[Claim | Rejection]:
        nonlocal failures
        if failures >= FAILED:
            raise ServiceError(f"{model.url}: not asked, because it failed {FAILED} times in a row")
        failures += 1  # until it has answered
        found, failures = list(_asked(document, model)), 0
        return iter(found)

    return llm


def _asked(document: AnnotatedDocument, model: LanguageModel) -> Iterator[Claim | Rejection]:
    quoting, texts = _quoting(document)
    given = set[Claim]()
    for first, numbered in portions(texts):
        for proposal in dict.fromkeys(model.proposals(numbered)):
            found = quoting.claim(proposal, first)
            if found not in given:
                yield found
            given |= {found} if isinstance(found, Claim) else set()


def _quoting(document: AnnotatedDocument) -> tuple[Quoting, list[str]]:
    """Return what proposals about a document are held against, and its sentences."""
    rules: dict[Span, list[Claim]] = defaultdict(list)
    for claim in claims(document):
        rules[claim.evidence.span].append(claim)
    parse = document.parse
    sentences = [Part(sentence.start, sentence.end) for sentence in parse.sents]
    return Quoting(read_text(parse), sentences, rules), [parse[part.start : part.end].words for part in sentences]
