"""The spaCy pipe: `nlp.add_pipe("kg")`, then `doc._.kg_claims`.

spaCy finds the factory by the entry point group `spacy_factories`. Without an installed package, importing this module
has the same effect. The pipe writes values of `kg.model`, which spaCy cannot serialize: leave `user_data` out of
`Doc.to_bytes`, and use one process (`n_process=1`).
"""

import typing as t
from dataclasses import dataclass

from spacy.language import Language
from spacy.tokens import Doc

from kg.choices import DEFAULT_MIN_CONFIDENCE
from kg.errors import UsageError
from kg.extract import annotated_document, claims
from kg.grammar.extensions import register_extensions
from kg.grammar.steps import step_from_python
from kg.reference.annotation import found_chains, set_times_and_quotations

CLAIMS: t.Final = "kg_claims"


@dataclass(frozen=True, slots=True)
class ClaimFinder:
    """The pipe: sets the claims and times of a Doc on the Doc; with `chains` also its coreference."""

    min_confidence: float
    chains: bool

    def __call__(self, doc: Doc) -> Doc:
        """Return the same Doc with `doc._.kg_claims`.

        Raises:
            UsageError: no parser ran before.
        """
        if not doc.has_annotation("DEP"):
            raise UsageError("pipe 'kg': the text is not parsed; add the pipe after a tagger and a parser")
        set_times_and_quotations(doc)
        if self.chains:
            doc._.kg_chains = found_chains(doc)
        found = claims(annotated_document(doc))
        doc._.kg_claims = tuple(claim for claim in found if claim.evidence.confidence >= self.min_confidence)
        return doc


@Language.factory(
    "kg",
    assigns=[f"doc._.{CLAIMS}"],
    requires=["token.tag", "token.dep", "token.lemma", "doc.ents"],
    default_config={"min_confidence": DEFAULT_MIN_CONFIDENCE, "chains": False},
)
def create(nlp: Language, name: str, min_confidence: float, chains: bool) -> ClaimFinder:
    """Return the pipe, and declare the attributes that it sets on a Doc.

    The parser before it also records the probability of its dependencies, for the confidence. Its parses do not change.

    Args:
        nlp: the pipeline, with a tagger, a parser and a named entity recogniser.
        name: the name of the pipe in the pipeline.
        min_confidence: claims below this confidence, in [0, 1], are left out.
        chains: whether to set the coreference on `doc._.kg_chains` as well.

    Raises:
        UsageError: the confidence is not between 0 and 1.
    """
    if not 0.0 <= min_confidence <= 1.0:
        raise UsageError(f"pipe {name!r}: min_confidence must lie between 0 and 1: {min_confidence}")
    register_extensions()
    step_from_python(nlp)
    if not Doc.has_extension(CLAIMS):
        Doc.set_extension(CLAIMS, default=())
    return ClaimFinder(min_confidence, chains)
