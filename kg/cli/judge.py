"""`kg judge`: show a sample of statements with their sentences, and record the reader's verdicts."""

import typing as t
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import typer

from kg.cli.columns import aligned, printable
from kg.cli.options import GraphPlace, graph_file

if t.TYPE_CHECKING:
    from kg.graph import KnowledgeGraph
    from kg.judge import Judgement

FILE: t.Final = "verdicts.tsv"
BEFORE: t.Final = 240
"""How many characters before a sentence are shown."""
QUIT: t.Final = "q"
HELP: t.Final = "?"


def judge(
    graph: GraphPlace,
    items: t.Annotated[int, typer.Option(metavar="NUMBER", min=1, help="Number of statements to draw.")] = 100,
    seed: t.Annotated[int, typer.Option(metavar="NUMBER", help="Seed of the sample.")] = 0,
    verdicts: t.Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="File for the verdicts (TSV). Default: verdicts.tsv next to the graph."),
    ] = None,
    second: t.Annotated[
        Path | None, typer.Option(metavar="FILE", help="Another reader's verdicts: print the agreement.")
    ] = None,
    tally_only: t.Annotated[bool, typer.Option("--tally", help="Only print the figures.")] = False,
) -> None:
    """Judge a random sample of statements yourself.

    Shows each statement with its sentence, records your verdict, and prints precision with its interval. Run it again
    to continue with the remaining statements.
    """
    from kg.graph import KnowledgeGraph
    from kg.judge import agreement, drawn, read_judgements

    source = graph_file(graph)
    loaded, file = KnowledgeGraph.read(source), verdicts or source.with_name(FILE)
    rows = {row["id"]: row for row in loaded.rows(drawn(loaded, items, seed=seed))}
    judged = read_judgements(file)
    if not tally_only:
        _ask(loaded, rows, judged, file)
    sampled = [judged[id_] for id_ in rows if id_ in judged]
    typer.echo(f"{len(sampled)} of {len(rows)} statements judged, of {len(loaded)} in the graph: {file}")
    if len(judged) > len(sampled):
        typer.echo(f"not counted: {len(judged) - len(sampled)} verdicts on statements that are not in the sample")
    if sampled:
        typer.echo("\n".join(_figures(sampled)))
    if second is not None:
        agreed = agreement(judged, read_judgements(second))
        result = "nothing judged by both" if agreed is None else f"{agreed.same} the same, kappa {agreed.kappa:.2f}"
        typer.echo(f"two readers: {result}")


def _ask(
    graph: "KnowledgeGraph", rows: Mapping[str, t.Mapping[str, t.Any]], judged: "dict[str, Judgement]", file: Path
) -> None:
    """Show the statements that are not judged yet and save the verdicts, until all are judged or the reader stops."""
    from kg.judge import append_judgement

    texts = {document.id: (document.title or "", document.text) for document in graph.documents}
    typer.echo(_choices())
    for number, (id_, row) in enumerate(rows.items(), start=1):
        if id_ not in judged:
            typer.echo(f"\n{number} of {len(rows)}\n" + "\n".join(_shown(row, texts)))
            found = _verdict(id_)
            if found is None:
                return
            append_judgement(file, found, row)
            judged[id_] = found


def _verdict(id_: str) -> "Judgement | None":
    """Return the verdict that the reader types; None to stop."""
    from kg.judge import judgement_of

    while True:
        try:
            words = typer.prompt("verdict", default="", show_default=False)
        except typer.Abort:
            typer.echo()
            return None
        if words.strip().lower() == QUIT:
            return None
        found = judgement_of(id_, words)
        if found is not None:
            return found
        typer.echo(_choices())


def _choices() -> str:
    from kg.judge import MEANINGS, Cause

    rows = [(f"{each[0]} {each}", meaning) for each, meaning in MEANINGS.items()]
    rows += [(QUIT, "stop here; the verdicts are saved"), (HELP, "show this again")]
    after = f"You can add a cause ({', '.join(t.get_args(Cause))}), and a note: w time the year is another"
    return "\n".join([*aligned(rows), after])


def _shown(row: Mapping[str, t.Any], texts: Mapping[str, tuple[str, str]]) -> Iterator[str]:
    """Yield the lines that show a statement, the words before its sentence, and the sentence."""
    evidence = row["evidence"][0]
    title, text = texts.get(evidence["document"], ("", ""))
    before = text[max(0, evidence["start"] - BEFORE) : evidence["start"]]
    object_ = f"{row['object']} [{row['object_type']}]" if row["object"] is not None else "(no object)"
    yield printable(f"{evidence['document']}: {title}")
    yield "  " + printable(f"{row['subject']} [{row['subject_type']}] ; {row['relation']} ; {object_}")
    yield "  " + printable(", ".join(_standing(row)))
    yield from ([f"  before: …{printable(before)}"] if before.strip() else [])
    yield f"  sentence: {printable(evidence['sentence'])}"


def _standing(row: Mapping[str, t.Any]) -> Iterator[str]:
    yield row["status"]
    yield from (["negated"] if row["negated"] and row["status"] != "negated" else [])
    yield from (
        f"{name} {row[key]}" for name, key in (("said by", "attributed_to"), ("denied by", "denied_by")) if row[key]
    )
    if row["time"]:
        yield f"time {row['time']['value'] or '?'} ({row['time']['text']})"
    yield from (f"{each['role']}: {each['text']}" for each in row["qualifiers"])


def _figures(judged: "Sequence[Judgement]") -> Iterator[str]:
    from kg.judge import VERDICTS, tally

    found = tally(judged)
    rows = [("good", str(found.strict)), ("good or minor", str(found.lenient)), ("wrong", str(found.wrong))]
    yield from aligned(rows)
    yield ", ".join(f"{each} {found.verdicts[each]}" for each in VERDICTS)
    if found.causes:
        yield "causes: " + ", ".join(f"{cause} {count}" for cause, count in found.causes.items())
