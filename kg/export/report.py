"""The report of a run as Markdown: what was read and what was not."""

import itertools
import re
import typing as t
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import astuple

from kg.export import wording
from kg.export.contradictions import Contradiction, contradictions
from kg.export.lookup import Lookup
from kg.model import Claim, Decision, Entity, Failure, Graph, Reading, Span, Statement
from kg.places import Places
from kg.plurals import counted

MOST_FREQUENT: t.Final = 30
LONGEST: t.Final = 500
"""The maximum number of rows of most tables; a line below it gives the number of the others."""
SENTENCE_LENGTH: t.Final = 300
EXAMPLES: t.Final = 3
MOST_LISTED: t.Final = 50
"""The maximum number of rows of copies and contradictions, which a large run may have many of."""
AROUND: t.Final = 60
NOT_KNOWN: t.Final = "Unknown: this graph is part of another one, or was read from a file."

_MARKUP = re.compile(r"[\\`*_{}\[\]<>#!|~&$]")
_HTML: t.Final[t.Mapping[str, str]] = {"<": "&lt;", ">": "&gt;", "&": "&amp;"}
_INVISIBLE = re.compile("[\x00-\x1f\x7f-\x9f\u200b\u2028-\u202e\u2060-\u2069\ud800-\udfff\ufeff]")

OUTCOMES: t.Final = (
    "The glossary in `docs/reference` explains each outcome; `kg explain` shows the outcomes for a sentence."
)
STRUCTURE: t.Final = "A name within the words for another entity, such as the Bayern coach; not a statement."
AFTER_THE_END: t.Final = "after the end"
"""The kind of paragraph that looks like running text but was not read."""
COPIES: t.Final[t.Mapping[str, str]] = {"copy": "nearly all", "contains": "most, among other text"}
"""How much of a text another document has, in words."""

if t.TYPE_CHECKING:
    from kg.export.schema import Fitting

Row: t.TypeAlias = Sequence[object]


def report(
    graph: Graph,
    readings: Iterable[Reading],
    failures: Iterable[Failure],
    *,
    dropped: Iterable[tuple[Claim, str]] = (),
    ambiguous: Iterable[tuple[str, int, str, Sequence[str]]] = (),
    merged: Iterable[tuple[str, str, str, str]] = (),
    doubtful: Iterable[tuple[str, str, str, float]] = (),
    left_out: Mapping[Decision, int] = {},
    skipped: Iterable[tuple[str, Span]] = (),
    schema: "Fitting | None" = None,
    conflicts: Sequence[Contradiction] | None = None,
) -> str:
    """Return the report of a run.

    Args:
        graph: the graph.
        readings: the readings of the documents; none for a graph whose texts were read elsewhere.
        failures: the inputs that could not be processed.
        dropped: claims that cannot be part of the graph, each with the reason.
        ambiguous: the document, position and text of descriptions that fit several entities, and their ids; each is
            a node of its own.
        merged: the id of an entity, two of its names in the text, and the reason why they belong to it.
        doubtful: the ids of two entities with similar names that were not merged, the similarity, and a score.
        left_out: the number of claims left out for each decision that leaves claims out.
        skipped: the kind and span of each paragraph that is not running text.
        schema: what fits a schema and what does not, if there is one.
        conflicts: the contradictions of the graph, if already known.
    """
    readings = sorted(readings, key=lambda reading: reading.document.id)
    failures = sorted(failures, key=lambda failure: (failure.place, failure.reason))
    dropped = sorted(dropped, key=lambda each: (each[0].evidence.span, each[0].relation, repr(each)))
    ambiguous, conflicts = tuple(ambiguous), contradictions(graph) if conflicts is None else conflicts
    known, skipped, lookup = bool(readings) or not graph.documents, tuple(skipped), Lookup.of(graph, None)
    sections = (
        _section("Totals", _totals(graph, readings, failures, dropped, ambiguous, conflicts)),
        _section("Documents", _documents(readings) if known else NOT_KNOWN),
        _section("Paragraphs without statements", _skipped(skipped, lookup)),
        _section("Left out after the end of the text", _after_the_end(skipped, lookup)),
        _section("Copies", _copies(graph)),
        _section("Contradictions", _contradictions(conflicts, lookup)),
        _section("Clauses by outcome", _clauses(readings) if known else NOT_KNOWN, OUTCOMES),
        _section("Sentences without a statement, by reason", _unclaimed(readings) if known else NOT_KNOWN),
        _section("Statements by status", _factuality(graph.statements)),
        *([] if schema is None else [_section("Schema", _schema(schema))]),
        _section(f"Relations (the {MOST_FREQUENT} most frequent)", _relations(graph)),
        _section(f"Entities (the {MOST_FREQUENT} most connected)", _entities(graph)),
        _section("Structural edges by kind", _structure(graph, lookup), STRUCTURE),
        _section("Decisions", _decisions(graph, left_out, lookup)),
        _section("Merged names", _merged(merged, lookup)),
        _section("Doubtful merges", _doubtful(doubtful, lookup)),
        _section("Dropped claims", _dropped(dropped, readings)),
        _section("Ambiguous descriptions", _ambiguous(ambiguous, lookup)),
        *_rejections(readings),
        _section("Failures", _unread(each for each in failures if not each.skipped)),
        _section("Skipped in folders and archives", _unread(each for each in failures if each.skipped)),
    )
    return "# Report\n" + "".join(sections)


def escape(text: str) -> str:
    """Return text that Markdown and HTML show unchanged, on one line, with U+FFFD for invisible characters."""
    one_line = _INVISIBLE.sub("\ufffd", " ".join(text.split()))
    return _MARKUP.sub(lambda found: _HTML.get(found.group(), f"\\{found.group()}"), one_line)


def _section(title: str, body: str, note: str = "") -> str:
    """Return a section; a note that explains its terms precedes the table, if there is one."""
    above = f"{note}\n\n" if note and body.startswith("|") else ""
    return f"\n## {title}\n\n{above}{body}\n"


def _table(columns: Row, rows: Iterable[Row], *, most: int = LONGEST) -> str:
    """Return a table, or a note that it is empty; cells are raw text, and are escaped here."""
    rows = iter(rows)
    heading, *lines = (
        f"| {' | '.join(escape(str(cell)) for cell in row)} |" for row in (columns, *itertools.islice(rows, most))
    )
    more = sum(1 for _ in rows)
    table = "\n".join([heading, "|" + " --- |" * len(columns), *lines]) if lines else "None."
    return f"{table}\n\n… and {more:,} more." if more else table


def _unread(failures: Iterable[Failure]) -> str:
    rows = ((each.place, each.kind, each.reason, each.advice) for each in failures)
    return _table(("Input", "Kind", "Reason", "What to do"), rows)


def _totals(
    graph: Graph,
    readings: Sequence[Reading],
    failures: Sequence[Failure],
    dropped: Sequence[object],
    ambiguous: Sequence[object],
    conflicts: Sequence[object],
) -> str:
    words, unread = sum(reading.words for reading in readings), sum(reading.unread for reading in readings)
    read: Sequence[Row] = (
        ("Sentences", sum(reading.sentences for reading in readings)),
        ("Sentences with a claim", sum(map(_speaking, readings))),
        ("Sentences with a claim in the graph", _sentences(graph)),
        ("Clauses", sum(_clause_counts(readings).values())),
        ("Words in clauses with a statement", words),
        ("Of these, in no part of a clause", f"{unread} ({unread / words:.1%})" if words else f"{unread}"),
    )
    counts: Sequence[Row] = (
        ("Documents", len(graph.documents)),
        ("Of these, copies", len({copy.document for copy in graph.copies})),
        ("Documents without a date (set it with --date)", sum(each.published is None for each in graph.documents)),
        *(read if readings or not graph.documents else ()),
        ("Claims in the graph", sum(len(each.claims) for each in graph.statements)),
        ("Claims dropped", len(dropped)),
        ("Ambiguous descriptions", len(ambiguous)),
        ("Statements", len(graph.statements)),
        ("Statements from several independent sources", sum(each.independent_sources > 1 for each in graph.statements)),
        ("Contradictions", len(conflicts)),
        ("Statements without an object", sum(statement.object is None for statement in graph.statements)),
        ("Structural edges (names within the words for entities)", len(graph.structural_edges)),
        ("Entities", len(graph.entities)),
        ("Relations", len({statement.relation for statement in graph.statements})),
        ("Failures", sum(not failure.skipped for failure in failures)),
        ("Skipped", sum(failure.skipped for failure in failures)),
    )
    return _table(("Item", "Count"), counts)


def _sentences(graph: Graph) -> int:
    """Return the number of sentences with a claim in a graph."""
    spans = (claim.evidence.span for statement in graph.statements for claim in statement.claims)
    return len(Places((span.document, span.start, span.end) for span in spans))


def _speaking(reading: Reading) -> int:
    """Return the number of sentences with a claim."""
    return len({claim.evidence.span for claim in reading.claims})


def _documents(readings: Iterable[Reading]) -> str:
    rows = (
        (
            *(document.id, document.title or "", document.published or "", document.source or ""),
            *(reading.sentences, _speaking(reading), len(reading.unclaimed)),
        )
        for reading in readings
        for document in (reading.document,)
    )
    return _table(("Document", "Title", "Date", "Source", "Sentences", "With a claim", "Without"), rows)


def _copies(graph: Graph) -> str:
    """Return the documents that count as one source, each with those that have its text."""
    found: dict[tuple[str, str], list[str]] = {}
    for copy in graph.copies:
        found.setdefault((copy.original, copy.kind), []).append(copy.document)
    rows = ((original, COPIES[kind], _listed(documents)) for (original, kind), documents in sorted(found.items()))
    return _table(("Text of", "How much", "In"), rows, most=MOST_LISTED)


def _contradictions(found: Iterable[Contradiction], lookup: Lookup) -> str:
    """Return the contradictions, with the speaker and a sentence of each statement."""

    def described(statement: Statement) -> tuple[str, str]:
        speaker, denied_by = wording.people(statement, lookup.entities)
        span = statement.claims[0].evidence.span
        voices = (speaker and f"said by {speaker}", denied_by and f"denied by {denied_by}")
        return _shortened(lookup.words(span)), ", ".join(filter(None, (span.document, *voices)))

    rows = ((each.kind, *described(each.one), *described(each.other)) for each in found)
    return _table(("Kind", "One sentence", "Where", "Another", "Where"), rows, most=MOST_LISTED)


def _listed(names: Sequence[str]) -> str:
    return ", ".join([*names[:MOST_LISTED], *([f"and {left} more"] if (left := len(names) - MOST_LISTED) > 0 else [])])


def _skipped(skipped: Iterable[tuple[str, Span]], lookup: Lookup) -> str:
    """Return the number of paragraphs of each kind that are not running text, with examples."""
    quoted = ((kind, _shortened(lookup.words(span))) for kind, span in skipped)
    return _table(("Kind", "Paragraphs", "Examples"), _with_examples(quoted))


def _after_the_end(skipped: Iterable[tuple[str, Span]], lookup: Lookup) -> str:
    """Return every paragraph with sentences that was classified as following the text, such as links to others."""
    rows = ((span.document, _shortened(lookup.words(span))) for kind, span in skipped if kind == AFTER_THE_END)
    return _table(("Document", "Paragraph"), rows)


def _clauses(readings: Iterable[Reading]) -> str:
    """Return the outcomes of clauses in all documents: "statement", or why there is none."""
    counts = _clause_counts(readings)
    total = sum(counts.values())
    rows = ((became, count, f"{count / total:.1%}") for became, count in _by_frequency(counts))
    return _table(("Outcome", "Clauses", "Share"), rows)


def _clause_counts(readings: Iterable[Reading]) -> Counter[str]:
    counts = Counter[str]()
    for reading in readings:
        counts.update(dict(reading.clauses))
    return counts


def _unclaimed(readings: Iterable[Reading]) -> str:
    quoted = (
        (unclaimed.reason, _shortened(reading.document.text[unclaimed.span.start : unclaimed.span.end]))
        for reading in readings
        for unclaimed in sorted(reading.unclaimed, key=lambda unclaimed: unclaimed.span)
    )
    return _table(("Reason", "Sentences", "Examples"), _with_examples(quoted))


def _with_examples(quoted: Iterable[tuple[str, str]]) -> Iterable[Row]:
    """Return the kinds of quoted items, the most frequent first, with their number and some examples."""
    examples: dict[str, list[str]] = {}
    counts = Counter[str]()
    for kind, words in quoted:
        counts[kind] += 1
        examples.setdefault(kind, []).extend([words] if counts[kind] <= EXAMPLES else [])
    return ((kind, count, " · ".join(examples[kind])) for kind, count in _by_frequency(counts))


def _shortened(words: str) -> str:
    """Return a sentence or paragraph, shortened for reading."""
    return words if len(words) <= SENTENCE_LENGTH else words[: SENTENCE_LENGTH - 1] + "…"


def _by_frequency(counts: Counter[str]) -> list[tuple[str, int]]:
    return sorted(counts.items(), key=lambda each: (-each[1], each[0]))


def _manner(statement: Statement) -> tuple[str, ...]:
    return (
        statement.status,
        statement.modality,
        "negated" if statement.negated else "affirmed",
        "reported" if statement.speaker is not None else "the text itself",
        "yes" if statement.denied_by is not None else "no",
    )


def _factuality(statements: Iterable[Statement]) -> str:
    rows = ((*manner, count) for manner, count in sorted(Counter(map(_manner, statements)).items()))
    return _table(("Status", "Modality", "Polarity", "Voice", "Denied by someone", "Statements"), rows)


def _relations(graph: Graph) -> str:
    counts = Counter(statement.relation for statement in graph.statements)
    return _table(("Relation", "Statements"), _by_frequency(counts)[:MOST_FREQUENT])


def _schema(schema: "Fitting") -> str:
    """Return the number of statements that fit a schema, the reasons of the others, and the relations it lacks."""
    fitting = len({each.statement.id for each in schema.mapped})
    rows = [
        ("Statements that match", fitting),
        *((f"Statements that do not match ({why})", n) for why, n in schema.reasons.items()),
    ]
    lacking = Counter(statement.relation for statement, reason in schema.rest if reason == "no such relation")
    relations = _table(("Relation not in the schema", "Statements"), _by_frequency(lacking)[:MOST_FREQUENT])
    return f"{_table(('Item', 'Count'), rows)}\n\n{relations}"


def _entities(graph: Graph) -> str:
    degree = Counter(
        id_ for statement in graph.statements for id_ in {statement.subject, statement.object} if isinstance(id_, str)
    )
    most = sorted(graph.entities, key=lambda entity: (-degree[entity.id], entity.id))[:MOST_FREQUENT]
    rows = ((entity.label, entity.type, degree[entity.id], len(entity.mentions)) for entity in most)
    return _table(("Entity", "Type", "Statements", "Mentions"), rows)


def _structure(graph: Graph, lookup: Lookup) -> str:
    """Return the number of edges read from the words for entities, with examples; they are not statements."""
    quoted = ((edge.kind, _shortened(lookup.words(edge.named_parts[0].span))) for edge in graph.structural_edges)
    return _table(("Kind", "Edges", "Read from"), _with_examples(quoted))


def _decisions(graph: Graph, left_out: Mapping[Decision, int], lookup: Lookup) -> str:
    """Return the manual decisions, and their effects."""
    rows = []
    for each in graph.decisions:
        effect = _effect(each, [lookup.entities[id_].label for id_ in each.things], left_out)
        names = each.names or (() if each.claim is None else astuple(each.claim))
        rows.append((each.kind, " / ".join(filter(None, names)), each.value, each.by, effect))
    return _table(("Decision", "Names", "Value", "By", "Effect"), rows)


def _effect(decision: Decision, labels: Sequence[str], left_out: Mapping[Decision, int]) -> str:
    if decision.leaves_out:
        count = left_out.get(decision, 0)
        return f"{counted(count, 'claim')} left out" if count else "matched no claim"
    if labels:
        return "applied to " + ", ".join(labels)
    if decision.kind == "different":
        return "not applied: the names are not two different entities"
    return "matched nothing" if decision.kind != "same" else "not applied: fewer than two of the names were found"


def _merged(merged: Iterable[tuple[str, str, str, str]], lookup: Lookup) -> str:
    """Return the evidence for each union of two names."""
    rows = ((_name(lookup.entities[id_]), name, other, reason) for id_, name, other, reason in merged)
    return _table(("Entity", "Name", "Other name", "Reason"), rows)


def _doubtful(doubtful: Iterable[tuple[str, str, str, float]], lookup: Lookup) -> str:
    """Return the pairs that were not merged and should be reviewed."""
    entities = lookup.entities
    rows = (
        (_name(entities[one]), _name(entities[other]), reason, f"{score:.2f}") for one, other, reason, score in doubtful
    )
    return _table(("Entity", "Not merged with", "In common", "Score"), rows)


def _name(entity: Entity) -> str:
    return f"{entity.label} ({entity.type})"


def _dropped(dropped: Iterable[tuple[Claim, str]], readings: Iterable[Reading]) -> str:
    texts = {reading.document.id: reading.document.text for reading in readings}
    rows = []
    for claim, reason in dropped:
        parts = (claim.subject.words, claim.relation, *([] if claim.object is None else [claim.object.words]))
        span = claim.evidence.span
        sentence = texts.get(span.document, "")[span.start : span.end]
        rows.append((" – ".join(parts), reason, span.document, _shortened(sentence)))
    return _table(("Claim", "Reason", "Document", "Sentence"), rows)


def _rejections(readings: Iterable[Reading]) -> Iterator[str]:
    """Yield the section on the claims that extractors dropped themselves, if there are any."""
    counts = Counter[str]()
    for reading in readings:
        counts.update(dict(reading.rejections))
    if counts:
        yield _section("Claims dropped by extractors", _table(("Reason", "Claims"), _by_frequency(counts)))


def _ambiguous(ambiguous: Iterable[tuple[str, int, str, Sequence[str]]], lookup: Lookup) -> str:
    """Return the descriptions that could mean several entities, with their contexts."""
    rows = []
    for document, start, text, ids in ambiguous:
        around = lookup.documents[document].text[max(start - AROUND, 0) : start + len(text) + AROUND]
        fits = [lookup.entities[id_].label for id_ in ids[:MOST_FREQUENT]]
        more = [f"… and {len(ids) - len(fits)} more"] if len(ids) > len(fits) else []
        rows.append((text, document, f"… {around} …", ", ".join([*fits, *more])))
    return _table(("Description", "Document", "Where", "Fits"), rows)
