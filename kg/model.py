"""The values that pass between the stages: frozen, slotted, and made of the standard library only.

Text side: Document, Span, Mention, Claim (what one sentence says).
Graph side: Entity, Statement, Graph (what all sentences say together).

All offsets are half-open, count Unicode code points, and point into `Document.text` as it was read.
"""

import bisect
import functools
import itertools
import re
import typing as t
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from kg.places import Names

MentionKey: t.TypeAlias = tuple[str, int]
"""Identifies a mention: its document and the offset of its head."""
Kind = t.Literal["name", "nominal", "pronoun", "time", "value", "phrase"]
Modality = t.Literal["asserted", "hedged", "possible", "planned", "hypothetical"]
Status = t.Literal["denied", "conditional", "planned", "alleged", "possible", "negated", "affirmed"]
DecisionKind = t.Literal["same", "different", "split", "rename", "retype", "block", "wrong"]
StructuralKind = t.Literal[
    "of", "in", "part of", "product of", "government of", "member of", "nationality", "includes", "listed with", "names"
]
CopyKind = t.Literal["copy", "contains"]
FailureKind = t.Literal[
    "failed",
    "missing",
    "unopened",
    "special",
    "output",
    "encrypted",
    "scanned",
    "binary",
    "unknown",
    "empty",
    "figures",
    "code",
    "language",
    "too large",
    "bomb",
    "broken",
    "extra",
    "column",
    "unreachable",
    "refused",
]
"""Why something was not read; `docs/howto/formats.md` explains each kind and what to do."""
Grain = t.Literal[
    "second",
    "minute",
    "hour",
    "daypart",
    "day",
    "weekend",
    "week",
    "month",
    "season",
    "quarter",
    "half",
    "year",
    "decade",
    "century",
    "duration",
    "set",
    "reference",
]

GRAIN_DATATYPES: t.Final[t.Mapping[str, tuple[str, re.Pattern[str]]]] = {
    "second": ("xsd:dateTime", re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d")),
    "day": ("xsd:date", re.compile(r"\d{4}-\d\d-\d\d")),
    "month": ("xsd:gYearMonth", re.compile(r"\d{4}-\d\d")),
    "year": ("xsd:gYear", re.compile(r"\d{4}")),
    "duration": ("xsd:duration", re.compile(r"P(?=[\dT])(\d+Y)?(\d+M)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+S)?)?")),
}
"""The datatype of each grain that has one, and the format of its values; everything else is a string."""

NOT_IN_XSD: t.Final[t.Mapping[str, tuple[int, str]]] = {"W": (7, "D"), "DE": (10, "Y"), "CE": (100, "Y")}
"""The TIMEX3 units that xsd:duration lacks, each as a number of units that it has."""

NUMBERS: t.Final = frozenset({"xsd:integer", "xsd:decimal"})
"""The datatypes of bare numbers."""
MONEY: t.Final = "kg:money"
MEASURE: t.Final = "kg:measure"
"""The datatypes that distinguish an amount with a unit from a bare number: "12 %" is not a bare number."""
OBJECT_GAP: t.Final = " … "
"""What stands in a phrase for an object that acts: "wants … to sell"."""
EXTRACTORS: t.Final = "kg.extractors"
"""The group of entry points that extractors are installed in."""
STATUS_OF_MODALITY: t.Final[t.Mapping[Modality, Status]] = {
    "hypothetical": "conditional",
    "planned": "planned",
    "hedged": "alleged",
    "possible": "possible",
}
"""The status for each modality except `asserted`, if nobody denies the claim."""


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A span of a document's text (half-open) that has a name in its file: "page 3", "row 17"."""

    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True)
class Document:
    """A text with its metadata; `text` never changes after it was read.

    `format` is the format of the source ("text", "html", "pdf"), `address` its URL. `places` are sorted and do not
    overlap.
    """

    id: str
    text: str
    title: str | None = None
    published: date | None = None
    source: str | None = None
    language: str = "en"
    author: str | None = None
    format: str = "text"
    address: str | None = None
    places: tuple[Place, ...] = ()

    def places_of(self, span: "Span") -> tuple[Place, ...]:
        """Return the places that contain a span: two pages if a sentence runs over from one to the next."""
        first = bisect.bisect_right(self.places, span.start, key=lambda place: place.end)
        end = bisect.bisect_left(self.places, span.end, key=lambda place: place.start)
        return self.places[first:end]

    def place_of(self, span: "Span") -> str | None:
        """Return the location of a span in words: "page 3", "page 3 to page 4", or the address, or None."""
        found = self.places_of(span)
        ends = dict.fromkeys((found[0].label, found[-1].label)) if found else ()
        return " to ".join(ends) or self.address


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """The characters `start` to `end` (half-open) of the document with that id."""

    document: str
    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"not a span: [{self.start}, {self.end})")

    @property
    def reference(self) -> str:
        """The document with the character range in RFC 5147 syntax: `report.txt#char=10,14`."""
        return f"{self.document}#char={self.start},{self.end}"

    def covers(self, other: "Span") -> bool:
        """Return whether `other` lies within this span."""
        return self.document == other.document and self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True, order=True)
class Literal:
    """A typed value; `datatype` is a prefixed name (`xsd:integer`, `kg:range`).

    `unit` is the code of a currency (ISO 4217: `USD`) or of a measure (UCUM: `km`, `%`), or a word in braces if neither
    has a code.
    """

    value: str
    datatype: str = "xsd:string"
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class Time:
    """A point, interval or duration in time, exactly as precise as the text.

    `value` is TIMEX3-like (`1997`, `2024-06`, `2024-07-20`, `P20Y`), or None if the expression cannot be anchored.
    `start` and `end` are the first and the last possible day (inclusive), None if open or unknown.
    """

    value: str | None
    start: date | None
    end: date | None
    grain: Grain
    text: str

    @property
    def readable(self) -> str:
        """The day, month or year in figures ("2024-06-20"), otherwise the words, because "P6Y" is hard to read."""
        calendar = GRAIN_DATATYPES.get(self.grain) if self.grain in {"day", "month", "year"} else None
        return self.value if self.value and calendar and calendar[1].fullmatch(self.value) else self.text

    def literal(self) -> Literal:
        """Return the value as a typed literal: a string if no datatype fits, the words if there is no value.

        Neither a length without a number nor a frequency has one: the TIMEX3 value of "five days a week" is `P1W`.
        """
        if self.value is None or self.grain in {"reference", "set"} or self.value.startswith(("PX", "PTX")):
            return Literal(self.text)
        grain, value = self.grain, self.value
        if grain == "minute":  # xsd:dateTime demands seconds
            grain, value = "second", f"{value}:00"
        counted = re.fullmatch(rf"P(\d+)({'|'.join(NOT_IN_XSD)})", value) if grain == "duration" else None
        if counted:
            units, unit = NOT_IN_XSD[counted[2]]
            value = f"P{units * int(counted[1])}{unit}"
        datatype, form = GRAIN_DATATYPES.get(grain, ("", None))
        return Literal(value, datatype) if form and form.fullmatch(value) else Literal(self.value)


@dataclass(frozen=True, slots=True)
class Mention:
    """A span of text that names, describes or refers to one entity, or says something about it.

    `text` equals the document's text at `span`, with its line breaks and tabs; `head` is the offset of the first
    character of the head word, which identifies the mention in its document. The kinds `time`, `value` and `phrase` (an
    adjective or a clause) are literals: they carry a `value` and never become entities. A `nominal` that counts or
    measures what it describes has the number as its value ("12 top leaders", "70 percent of the market"). A `pronoun`
    of type Group is a "we" without an antecedent, with the name of the speaker as its value; other pronouns and names
    have no value. `completed` are the words of a nominal that leaves out its noun, with the noun, which stands before
    in the text, at the end: "one vote" for "Silva got three votes and Reed got *one*". It is empty for other mentions.
    """

    span: Span
    text: str
    head: int
    kind: Kind
    type: str = "Thing"
    value: Literal | Time | None = None
    completed: str = ""

    @property
    def key(self) -> MentionKey:
        """Document and head offset: two mentions with the same key are one mention."""
        return self.span.document, self.head

    @property
    def words(self) -> str:
        """The text on one line, with single spaces between words, as used by rules and shown to people.

        It has the noun that the text leaves out: "one *vote*".
        """
        return self.completed or _on_one_line(self.text)

    @property
    def described(self) -> tuple[str, int]:
        """The text, with the noun that it leaves out, and the offset of the head word in it."""
        if self.completed:
            return self.completed, self.completed.rfind(" ") + 1
        return self.text, max(self.head - self.span.start, 0)

    @property
    def wording(self) -> str:
        """The words as shown: a phrase may have names in place of pronouns, "after *Ana Silva* left"."""
        return self.value.value if self.kind == "phrase" and isinstance(self.value, Literal) else self.words


@functools.lru_cache(maxsize=2**14)  # the rules ask for the same words again and again
def _on_one_line(text: str) -> str:
    return " ".join(text.split())


Chain: t.TypeAlias = tuple[Mention, ...]
"""The mentions of one entity in one document, in text order."""


@dataclass(frozen=True, slots=True)
class Qualifier:
    """A circumstance of a claim; `role` is the preposition or question it answers: in, for, because of, until."""

    role: str
    value: Mention


@dataclass(frozen=True, slots=True)
class Evidence:
    """The source of a claim: the sentence, the rule that read it, and the confidence in [0, 1].

    `unread` are the words of its clause that are in no part of the claim, in text order.
    """

    span: Span
    extractor: str
    rule: str
    confidence: float
    unread: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Claim:
    """What one sentence says: one subject, one relation, at most one object, and how it is said.

    `relation` is the normalised name ("wind down", "work for"), `phrase` the wording of the sentence with tense,
    negation and modality ("will wind down", "worked for"). `predicate` has the words that express it, `cues` the
    words that negate, hedge, plan or attribute it, both as spans in text order. `object` is None if the sentence has
    none ("the minister resigned").
    """

    subject: Mention
    relation: str
    object: Mention | None
    evidence: Evidence
    negated: bool = False
    modality: Modality = "asserted"
    speaker: Mention | None = None
    denied_by: Mention | None = None
    time: Time | None = None
    qualifiers: tuple[Qualifier, ...] = ()
    predicate: tuple[Span, ...] = ()
    cues: tuple[Span, ...] = ()
    phrase: str = ""

    @property
    def status(self) -> Status:
        """How it is said, in one word (see `status_of`)."""
        return status_of(negated=self.negated, modality=self.modality, denied=self.denied_by is not None)


def status_of(*, negated: bool, modality: Modality, denied: bool) -> Status:
    """Return the status of a claim: the first that applies of denied, conditional … possible, negated, affirmed.

    >>> status_of(negated=True, modality="planned", denied=False)
    'planned'
    """
    if denied:
        return "denied"
    return STATUS_OF_MODALITY.get(modality, "negated" if negated else "affirmed")


@dataclass(frozen=True, slots=True)
class NamedPart:
    """A name within the words for another entity: *Bayern* in "Bayern coach", *German* in "the German government".

    `whole` is the mention of the other entity. `part` lies in it, or in words that belong to it: titles before
    a name, the place after one. `kind` is the relation between the two: `of` if it is unspecified, `names` if the name
    belongs to another noun in the words, or to a clause.
    """

    whole: Mention
    part: Mention
    kind: StructuralKind = "of"

    @property
    def place(self) -> tuple[Span, int, Span, int, str]:
        """What sorts named parts by document and text."""
        return self.whole.span, self.whole.head, self.part.span, self.part.head, repr(self)

    @property
    def span(self) -> Span:
        """The words from the first to the last of both mentions."""
        one, other = self.whole.span, self.part.span
        return Span(one.document, min(one.start, other.start), max(one.end, other.end))


@dataclass(frozen=True, slots=True)
class Unclaimed:
    """A sentence without a claim, and the reason."""

    span: Span
    reason: str


@dataclass(frozen=True, slots=True)
class Rejection:
    """A claim that an extractor dropped, and the reason; it is only counted."""

    reason: str


@dataclass(frozen=True, slots=True)
class Failure:
    """An input that was not read or could not be processed: its place, a one-line reason, and what to do.

    `skipped` is true for an unsupported file in a folder or an archive that was not given by name.
    """

    place: str
    reason: str
    kind: FailureKind = "failed"
    advice: str = ""
    skipped: bool = False

    @property
    def line(self) -> str:
        """Reason and advice as shown to users."""
        return f"{self.reason}; {self.advice}" if self.advice else self.reason


@dataclass(frozen=True, slots=True)
class Reading:
    """The result of reading one document: its claims, its coreference chains, and the sentences without a claim.

    `clauses` counts the outcomes of clauses: "statement", or the reason why there is none. `words` is the number of
    words in clauses with a statement, `unread` the number of these that are in no part of the clause. `named_parts` are
    the names within the words for other entities. `failures` list the extractors that failed on the document, and the
    sentences that could not be read. `rejections` count the claims that extractors dropped, by reason.
    """

    document: Document
    claims: Sequence[Claim]
    chains: Sequence[Chain]
    sentences: int
    unclaimed: Sequence[Unclaimed]
    clauses: tuple[tuple[str, int], ...] = ()
    words: int = 0
    unread: int = 0
    named_parts: Sequence[NamedPart] = ()
    failures: tuple[Failure, ...] = ()
    rejections: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Record:
    """How a graph was made: the readings, the failures, the model, the extractors, and the options.

    `model` is name and version; `options` are those that affect the output, as in `run.json`.
    """

    readings: tuple[Reading, ...] = ()
    failures: tuple[Failure, ...] = ()
    model: str = ""
    extractors: tuple[str, ...] = ()
    options: Mapping[str, object] = field(default_factory=dict)

    def __or__(self, other: "Record") -> "Record":
        """Return the contents of both; model, extractors and options only if they are the same in both."""
        readings = {reading.document.id: reading for reading in (*self.readings, *other.readings)}
        failures = {(failure.place, failure.reason): failure for failure in (*self.failures, *other.failures)}
        return Record(
            tuple(reading for _, reading in sorted(readings.items())),
            tuple(failure for _, failure in sorted(failures.items())),
            self.model if self.model == other.model else "",
            self.extractors if self.extractors == other.extractors else (),
            self.options if self.options == other.options else {},
        )


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, place or thing in the world, with its mentions in chains by document.

    `id` is a local name, which becomes an IRI at export.
    """

    id: str
    label: str
    type: str
    aliases: tuple[str, ...]
    chains: Sequence[Chain]
    links: tuple[str, ...] = ()

    @property
    def mentions(self) -> tuple[Mention, ...]:
        """All mentions in all documents, in the order of documents and text."""
        return tuple(mention for chain in self.chains for mention in chain)


@dataclass(frozen=True, slots=True)
class Statement:
    """One or more claims with the same meaning about the same entities; the claims are its evidence.

    `subject`, `speaker` and `denied_by` are entity ids, `object` is an entity id, a literal, or None if the claims
    have none. `time` is the most precise of the claims' times. Claims form one statement if their subject, relation,
    object, negation, modality and speaker agree and their times do not conflict. `copies` are the groups of documents
    that count as one source (see `Copy`); sorted.
    """

    id: str
    subject: str
    relation: str
    object: str | Literal | None
    negated: bool
    modality: Modality
    speaker: str | None
    denied_by: str | None
    time: Time | None
    claims: Sequence[Claim]
    copies: tuple[tuple[str, ...], ...] = ()

    @property
    def mentions(self) -> int:
        """The number of sentences that make it."""
        return len({claim.evidence.span for claim in self.claims})

    @property
    def sources(self) -> tuple[tuple[str, ...], ...]:
        """The documents that make it, grouped by source; sorted."""
        documents = {claim.evidence.span.document for claim in self.claims}
        alone = documents.difference(*self.copies)
        return tuple(sorted((*self.copies, *((document,) for document in alone))))

    @property
    def independent_sources(self) -> int:
        """The number of sources that make it; documents that are copies of each other count as one."""
        return len(self.sources)

    @property
    def confidence(self) -> float:
        """Noisy-or over independent sources of the best confidence in each; repetition within one adds nothing."""
        source = {document: group[0] for group in self.copies for document in group}
        best: dict[str, float] = {}
        for claim in self.claims:
            document = claim.evidence.span.document
            first = source.get(document, document)
            best[first] = max(best.get(first, 0.0), claim.evidence.confidence)
        doubt = 1.0
        for confidence in best.values():
            doubt *= 1.0 - confidence
        return round(1.0 - doubt, 4)

    @property
    def status(self) -> Status:
        """How it is said, in one word (see `status_of`)."""
        return status_of(negated=self.negated, modality=self.modality, denied=self.denied_by is not None)

    @property
    def phrase(self) -> str:
        """The wording of its claim with the highest confidence, with tense, negation and modality.

        If no claim has a wording, it is the relation, with the status unless it is a fact: "close (negated)".
        """
        worded = [(claim.evidence.confidence, claim.phrase) for claim in self.claims if claim.phrase]
        if worded:
            return max(worded)[1]
        manner = filter(None, (STATUS_OF_MODALITY.get(self.modality), "negated" if self.negated else None))
        return f"{self.relation} ({', '.join(manner)})".removesuffix(" ()")

    @property
    def plain(self) -> bool:
        """Whether it is a plain edge: affirmed, asserted, and in the text's own voice."""
        own = self.speaker is None and self.denied_by is None
        return own and not self.negated and self.modality == "asserted"


@dataclass(frozen=True, slots=True)
class StructuralEdge:
    """A relation to another entity that the words for one entity name: the German government is that of Germany.

    It comes from a name or a description and is not a statement: nobody says it, and it is neither dated nor denied.
    `source` and `target` are entity ids; `named_parts` is its evidence, in the order of documents and text.
    """

    source: str
    kind: StructuralKind
    target: str
    named_parts: Sequence[NamedPart]


@dataclass(frozen=True, slots=True, order=True)
class ClaimReference:
    """A reference to a claim by its words, independent of the names of its entities; white space does not matter.

    `subject` and `object` are the words of the mentions; without an object it matches a claim with any object or none.
    """

    document: str
    sentence: str
    relation: str
    subject: str
    object: str = ""


@dataclass(frozen=True, slots=True, order=True)
class Decision:
    """A person's decision about entities, by their names or ids, or about a claim, which is `claim`.

    `value` is a new label or type, `things` the matching ids. A name may be a place: `reference(span)` of a mention.
    """

    kind: DecisionKind
    names: tuple[str, ...]
    value: str = ""
    by: str = ""
    things: tuple[str, ...] = ()
    claim: ClaimReference | None = None

    @property
    def leaves_out(self) -> bool:
        """Whether it removes claims; the other decisions are about entities."""
        return self.kind in {"block", "wrong"}


@dataclass(frozen=True, slots=True, order=True)
class Copy:
    """A document that has the text of another: nearly the same (`copy`), or most of it among other text (`contains`).

    `original` is the earliest of the copies by date, then by id; the texts alone do not show who wrote first.
    """

    document: str
    original: str
    kind: CopyKind


class SameEntity(t.NamedTuple):
    """Two names that occur separately in the texts, and the reason why they are the same entity.

    Args:
        mention: the key of a mention of the entity.
        name: the usual name of some of its mentions.
        other: the usual name of its other mentions.
        reason: the rule that merged them.
    """

    mention: tuple[str, int]
    name: str
    other: str
    reason: str


@dataclass(frozen=True, slots=True)
class Graph:
    """Documents, the entities they mention and the statements they make, each sorted by id.

    The graph keeps every chain, claim, named part and decision it was made from, so it can be resolved again with
    another graph. `copies`, also those of statements, are derived from the texts of its documents. For a large graph,
    the chains, claims and named parts stay in a temporary file until they are needed (`kg.spool`). `united` lists the
    merged names, or None if the graph was not resolved here; `kg.resolve.merges` returns them for every graph.
    """

    documents: tuple[Document, ...] = ()
    entities: tuple[Entity, ...] = ()
    statements: tuple[Statement, ...] = ()
    decisions: tuple[Decision, ...] = ()
    named_parts: Sequence[NamedPart] = ()
    copies: tuple[Copy, ...] = ()
    united: Sequence[SameEntity] | None = field(default=None, repr=False, compare=False)
    _ids: Mapping[tuple[str, int], str] | None = field(default=None, init=False, repr=False, compare=False)
    _edges: tuple[StructuralEdge, ...] | None = field(default=None, init=False, repr=False, compare=False)

    @property
    def claims(self) -> tuple[Claim, ...]:
        """All claims of all statements; for a large graph, iterate over the statements instead."""
        return tuple(claim for statement in self.statements for claim in statement.claims)

    @property
    def chains(self) -> tuple[Chain, ...]:
        """All chains of all entities; for a large graph, iterate over the entities instead."""
        return tuple(chain for entity in self.entities for chain in entity.chains)

    @property
    def structural_edges(self) -> tuple[StructuralEdge, ...]:
        """The edges from entities to other entities named in their words, sorted."""
        if self._edges is None:
            object.__setattr__(self, "_edges", tuple(self._structure()))
        return t.cast("tuple[StructuralEdge, ...]", self._edges)

    def entity_ids(self) -> Mapping[tuple[str, int], str]:
        """Return the entity id for each mention, by its key; values and times have none."""
        if self._ids is None:
            ids = Names((*m.key, each.id) for each in self.entities for chain in each.chains for m in chain)
            object.__setattr__(self, "_ids", ids)
        return t.cast("Mapping[tuple[str, int], str]", self._ids)

    def _structure(self) -> Iterator[StructuralEdge]:
        from kg.spool import Spool, in_order  # slow to load

        ids, spool = self.entity_ids(), Spool[NamedPart]()

        def ends(named: NamedPart) -> tuple[str, str, StructuralKind]:
            return ids.get(named.whole.key, ""), ids.get(named.part.key, ""), named.kind

        for (source, target, kind), parts in itertools.groupby(in_order(self.named_parts, ends), ends):
            if source and target and source != target:
                yield StructuralEdge(source, kind, target, spool.keep(parts))
