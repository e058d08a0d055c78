"""Annotated document → claims: what each sentence states, read by named rules over its clauses, or by plugins.

An extractor is a function from an `AnnotatedDocument` to claims. If its first parameter is not annotated with that
type, it gets spaCy's Doc instead. Plugins are found by the entry point group `kg.extractors`; the built-in rules are
declared there in the same way, under the name `rules`.
"""

import itertools
import typing as t
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from kg.choices import DEFAULT_MIN_CONFIDENCE
from kg.entry_points import EntryPoint, entry_points
from kg.errors import UsageError, in_words
from kg.extract.adapter import Extractor, annotated_document, run
from kg.extract.claiming import Candidate, order
from kg.extract.close_appositions import close_appositions, joined_with_names
from kg.extract.confidence import REDUCTION
from kg.extract.governments import governments_of, of_countries
from kg.extract.named_parts import means_other, named_parts, with_countries
from kg.extract.named_phrases import with_named_phrases
from kg.extract.nominals import AGE
from kg.extract.outcomes import read_text, unclaimed_sentences
from kg.extract.posts import with_bodies
from kg.extract.spoken_for import spoken_for
from kg.extract.teams import parts_of_teams, teams_of, with_referents, with_teams
from kg.extract.unattached_names import misread_names, names_of, unattached_names
from kg.lexicon.gazetteer import default_gazetteer
from kg.model import EXTRACTORS, Chain, Claim, Document, Failure, Reading, Rejection, Span
from kg.reference.annotated import AnnotatedDocument, Sentence
from kg.reference.headline import with_headline
from kg.resolve import resolvable
from kg.resolve.identities import Identities

if t.TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = [
    "DEFAULT_MIN_CONFIDENCE",
    "AnnotatedDocument",
    "Extractor",
    "Sentence",
    "annotated_document",
    "claims",
    "doc_candidates",
    "installed_extractors",
    "reading",
]


def doc_candidates(doc: "AnnotatedDocument | Doc") -> Iterator[Candidate]:
    """Yield the candidates of a document with their confidence features, those of clauses first."""
    return read_text(annotated_document(doc).parse).candidates()


def claims(doc: "AnnotatedDocument | Doc") -> tuple[Claim, ...]:
    """Return all claims of a document by the built-in rules, sorted by the position of their sentence and words."""
    found = sorted((candidate.claim for candidate in doc_candidates(doc)), key=order)
    groups = (list(same) for _, same in itertools.groupby(found, key=order))
    return tuple(claim for same in groups for claim in (dict.fromkeys(same) if len(same) > 1 else same))


def installed_extractors(names: Iterable[str] = ()) -> dict[str, Extractor]:
    """Return the extractors of the entry point group `kg.extractors` with these names, or all if no names are given.

    Raises:
        UsageError: an extractor is not installed.
    """
    installed = {point.name: point for point in entry_points(group=EXTRACTORS)}
    wanted = sorted(set(names)) or sorted(installed)
    for name in wanted:
        if name not in installed:
            there = ", ".join(sorted(installed)) or "none"
            raise UsageError(f"extractor {name!r}: not installed; there are: {there}")
    return {name: _loaded(installed[name]) for name in wanted}


def _loaded(point: EntryPoint) -> Extractor:
    try:
        return t.cast("Extractor", point.load())
    except Exception as error:
        raise UsageError(f"extractor {point.name!r}: cannot be loaded: {in_words(error)}; name those to use") from error


BUILT_IN: t.Final[Mapping[str, Extractor]] = {"rules": claims}


def reading(
    doc: "Doc", *, extractors: Mapping[str, Extractor] = BUILT_IN, min_confidence: float = DEFAULT_MIN_CONFIDENCE
) -> Reading:
    """Return the result of the extractors for a Doc: its claims, chains, sentences without a claim, and clause counts.

    Args:
        doc: a Doc as `annotate` yields it.
        extractors: the functions that return claims, by name; one that fails yields a failure instead.
        min_confidence: claims below this confidence, in [0, 1], are left out, so a sentence may have none.
    """
    annotated = annotated_document(doc)
    parse = annotated.parse
    outcomes = [_outcome(name, extractors[name], doc, parse.document) for name in sorted(extractors)]
    failures = tuple(outcome for outcome in outcomes if isinstance(outcome, Failure))
    found, rejections = _given(each for outcome in outcomes if not isinstance(outcome, Failure) for each in outcome)
    read = read_text(parse)
    confident = (claim for claim in found if claim.evidence.confidence >= min_confidence)
    kept = tuple(_without_ages_of_nobody(confident, annotated.chains))
    silent = tuple(unclaimed_sentences(read, kept, doubtful=found))
    words, unread = read.words()
    parts, names = tuple(named_parts(read.text)), names_of(read.text)
    identities = Identities(default_gazetteer())
    resolved = resolvable(kept, annotated.chains, identities=identities)
    chains = joined_with_names(annotated.chains, close_appositions(read.text))
    parts = (*parts, *unattached_names(read.text, names, resolved, chains, parts))
    misread = misread_names(names, chains, resolved, parts)
    chains = tuple(chain for chain in chains if chain not in misread)
    countries = {part.part.key: part.part for part in parts if means_other(part.part)}
    bodies = teams_of(read.text) or governments_of(kept, chains, names)
    parts = (*parts_of_teams(parts, bodies), *of_countries(bodies.values(), (*countries.values(), *names.mentions)))
    chains = with_teams(with_countries(chains, countries), bodies)
    kept = tuple(with_bodies(read.text, kept, chains, identities))
    spoken = spoken_for(read.text, chains)
    referents = {**countries, **bodies, **spoken.referents}
    kept = tuple(map(spoken.said_by_speaker, kept))
    chains = with_headline(spoken.among(chains), parse.document)
    speeches = _speeches(found, kept, chains, min_confidence, identities)
    kept = tuple(with_referents(claim, referents) for claim in (*kept, *speeches))
    kept = tuple(with_named_phrases(parse, kept, chains))
    fields = (parse.document, kept, chains, len(parse.sents), silent, read.counts(), words, unread, parts, failures)
    return Reading(*fields, rejections=rejections)


def _without_ages_of_nobody(claims: Iterable[Claim], chains: tuple[Chain, ...]) -> Iterator[Claim]:
    """Yield claims without the bare age of an unnamed person: "*the 22-year-old* won"."""
    persons = (chain for chain in chains if any(each.kind == "name" and each.type == "Person" for each in chain))
    named = {each.key for chain in persons for each in chain}
    for claim in claims:
        if claim.evidence.rule != AGE or claim.subject.kind == "name" or claim.subject.key in named:
            yield claim


def _speeches(
    found: Iterable[Claim],
    kept: tuple[Claim, ...],
    chains: tuple[Chain, ...],
    min_confidence: float,
    identities: Identities,
) -> Iterator[Claim]:
    """Yield the speaker of content that has no claim of its own: "*Silva said* that it fell", where "it" is unresolved.

    The claim was reported beside the content and keeps the confidence of a normal one.
    """
    by_sentence = defaultdict[Span, list[Claim]](list)
    for claim in kept:
        by_sentence[claim.evidence.span].append(claim)
    doubtful = (each for each in found if each.evidence.confidence < min_confidence and each.modality == "asserted")
    spoken = ((claim, _spoken(claim, by_sentence[claim.evidence.span])) for claim in doubtful)
    pairs = [(claim, content) for claim, content in spoken if content and _confidence(claim) >= min_confidence]
    contents = itertools.chain.from_iterable(content for _, content in pairs)
    resolved = frozenset(resolvable(contents, chains, identities=identities))
    speeches = (claim for claim, content in pairs if resolved.isdisjoint(content))
    raised = (replace(one, evidence=replace(one.evidence, confidence=round(_confidence(one), 4))) for one in speeches)
    yield from resolvable(raised, chains, identities=identities)


def _spoken(speech: Claim, others: Iterable[Claim]) -> list[Claim]:
    """Return the claims whose speaker a claim gives; none if another contains it: "“*I think* it fell,” she said"."""
    given = [] if any(_gives_speaker(each, speech) for each in others) else others
    return [each for each in given if _gives_speaker(speech, each)]


def _confidence(claim: Claim) -> float:
    """Return the confidence that a claim reported beside another would have on its own."""
    return min(claim.evidence.confidence / REDUCTION, 1.0)


def _gives_speaker(speech: Claim, claim: Claim) -> bool:
    """Return whether a claim is part of the object of another claim, whose subject is its speaker."""
    content = speech.object.span if speech.object is not None else None
    by_subject = claim.speaker is not None and claim.speaker.key == speech.subject.key
    return content is not None and by_subject and all(map(content.covers, claim.predicate))


def _given(found: Iterable[Claim | Rejection]) -> tuple[tuple[Claim, ...], tuple[tuple[str, int], ...]]:
    """Return the claims of all extractors, and the number of claims that they dropped, by reason."""
    given = list(found)
    rejections = Counter(each.reason for each in given if isinstance(each, Rejection))
    return tuple(each for each in given if isinstance(each, Claim)), tuple(sorted(rejections.items()))


def _outcome(name: str, extract: Extractor, doc: "Doc", document: Document) -> tuple[Claim | Rejection, ...] | Failure:
    """Return the claims of an extractor, which may be third-party code. If it fails, the failure names it."""
    try:
        found = tuple(run(extract, doc))
        wrong = next((each for each in found if not isinstance(each, Claim | Rejection)), None)
        if wrong is not None:
            raise TypeError(f"gives {type(wrong).__name__}, must give claims")
    except Exception as error:
        return Failure(document.id, f"extractor {name!r}: {in_words(error)}")
    return found
