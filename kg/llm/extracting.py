"""The extractor that uses a language model: its proposals are checked; if the model fails, only the rules are used."""

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
"""The number of consecutive failed documents after which the model is no longer used in this process."""


def llm_extractor(model: LanguageModel) -> Callable[[AnnotatedDocument], Iterator[Claim | Rejection]]:
    """Return an extractor that queries a model about each document.

    It returns the claims of the rules that the model makes too, with a higher confidence, and those that only the model
    makes; claims whose words are not in their sentence become a `Rejection`. It raises ServiceError if the model fails.
    """
    failures = 0

    def llm(document: AnnotatedDocument) -> Iterator[Claim | Rejection]:
        nonlocal failures
        if failures >= FAILED:
            raise ServiceError(f"{model.url}: not asked, because it failed {FAILED} times in a row")
        failures += 1  # reset after an answer
        found, failures = list(_proposed(document, model)), 0
        return iter(found)

    return llm


def _proposed(document: AnnotatedDocument, model: LanguageModel) -> Iterator[Claim | Rejection]:
    quoting, texts = _quoting(document)
    given = set[Claim]()
    for first, numbered in portions(texts):
        for proposal in dict.fromkeys(model.proposals(numbered)):
            found = quoting.claim(proposal, first)
            if found not in given:
                yield found
            given |= {found} if isinstance(found, Claim) else set()


def _quoting(document: AnnotatedDocument) -> tuple[Quoting, list[str]]:
    """Return the data for checking proposals about a document, and its sentences."""
    rules: dict[Span, list[Claim]] = defaultdict(list)
    for claim in claims(document):
        rules[claim.evidence.span].append(claim)
    parse = document.parse
    sentences = [Part(sentence.start, sentence.end) for sentence in parse.sents]
    return Quoting(read_text(parse), sentences, rules), [parse[part.start : part.end].words for part in sentences]
