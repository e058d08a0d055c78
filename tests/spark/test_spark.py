"""Reading on Apache Spark gives the same rows and files as on one machine, even if a process crashes."""

import shutil
import typing as t
from pathlib import Path

import pytest
from spacy.language import Language

pytest.importorskip("pyspark", reason="the extra spark is not installed")
if shutil.which("java") is None:
    pytest.skip("Spark needs Java", allow_module_level=True)

import kg
from benchmarks.made_readings import reading
from kg.cli import main
from kg.errors import UsageError
from kg.export.encodings import Encoding
from kg.export.rdf import rdf_text
from kg.ledger import Key as LedgerKey
from kg.ledger import row as ledger_row
from kg.lexicon.gazetteer import default_gazetteer
from kg.model import Document, Literal, Mention, Span
from kg.resolve.assemble import prepared
from kg.resolve.identities import Identities
from kg.resolve.identity import Identity, Key
from kg.resolve.summary import Ranked, summary
from kg.spark import claims, graph, row_of, session, tables, write_nquads
from kg.spark.given import contributions_of
from kg.spark.reading import ROWS, values_of
from kg.spark.sums import KEY, Fullest, Sums, summed
from kg.stages import Options, batches, update
from kg.stages.batches import Setup, rows_of
from tests.spark.working import deadly
from tests.stages.articles import TEXTS, files, written

if t.TYPE_CHECKING:
    from collections.abc import Iterator

    from pyspark.sql import DataFrame, SparkSession

pytestmark = pytest.mark.filterwarnings("ignore:PySpark does not yet fully support pandas")
MASTER = "local[2]"
REPOSITORY = Path(__file__).resolve().parent.parent.parent


@pytest.fixture(scope="module")
def spark() -> "Iterator[SparkSession]":
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHONPATH", str(REPOSITORY))  # the workers must find the tests
        running = session(MASTER)
        yield running
        running.stop()


@pytest.fixture
def places(tmp_path: Path) -> Path:
    return written(tmp_path / "in")


def test_a_data_frame_gives_the_rows_of_one_process(spark: "SparkSession", tmp_path: Path) -> None:
    (once := tmp_path / "once").touch()  # the worker that reads this is killed, and the task is tried again
    told: list[tuple[str, str, str | None, str | None]] = [
        (name, text, "2021-06-01", f"About {name}") for name, text in TEXTS.items()
    ]
    told += [("killed", f"The mill burned down. once: {once}", None, None)]
    frame = spark.createDataFrame(told, "id string, text string, published string, title string").repartition(2)
    rows = claims(frame, extractors={"rules": deadly})
    rows.write.parquet(str(tmp_path / "rows"))
    found = {row.id: row_of(row.asDict()) for row in spark.read.parquet(str(tmp_path / "rows")).collect()}
    assert not once.exists()
    assert sorted(found) == sorted([*TEXTS, "killed"])
    assert [row.id for row in found.values() if row.reading is None] == ["poison"]
    assert [failure.place for row in found.values() for failure in row.failures] == ["poison"]
    told_of = graph(spark.read.parquet(str(tmp_path / "rows")), extractors={"rules": deadly})
    assert [failure.place for failure in told_of.failures] == ["poison"]
    known = [Document(name, TEXTS[name], title=f"About {name}", published=None) for name in ("boat", "vote")]
    alone = rows_of(known, Setup.of(Options(date="2021-06-01")))  # type: ignore[arg-type]  # a str is made a date
    for row in alone:
        assert found[row.id].outcome().claims == row.outcome().claims  # type: ignore[union-attr]  # both were read


def test_the_graph_of_rows_is_that_of_documents(spark: "SparkSession", nlp: Language) -> None:
    texts = [(name, text) for name, text in TEXTS.items() if name != "poison"]
    rows = claims(spark.createDataFrame(texts, "id string, text string"))
    assert graph(rows) == kg.build_documents([Document(*each) for each in texts], model=nlp)


def test_the_command_writes_the_same_files(
    spark: "SparkSession", nlp: Language, places: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(batches, "BATCH", 1)
    done = update(places, tmp_path / "spark", extractors={"rules": deadly}, engine="spark", master=MASTER)
    assert [failure.place for failure in done.failures] == ["poison"]
    (places / "poison.txt").unlink()
    assert main(["build", str(places), "-o", str(tmp_path / "spark"), "--engine", "spark", "--fresh", "-q"]) == 0
    update(places, tmp_path / "one", model=nlp)
    assert files(tmp_path / "one") == files(tmp_path / "spark")


def test_what_cannot_be_read_on_spark(spark: "SparkSession", nlp: Language, places: Path) -> None:
    frame = spark.createDataFrame([("a", "Snow fell.")], "id string, body string")
    with pytest.raises(UsageError, match="no column 'text'; it has id, body"):
        claims(frame)
    with pytest.raises(UsageError, match="cannot be sent to another process"):
        update(places, places / "out", model=nlp, engine="spark")
    with pytest.raises(UsageError, match="there are local, spark"):
        update(places, places / "out", engine="flink")  # type: ignore[arg-type]  # that is the point


@pytest.fixture(scope="module")
def rows(spark: "SparkSession", tmp_path_factory: pytest.TempPathFactory) -> "DataFrame":
    """The readings of the sample articles, of a copy of one, and of one that cannot be read."""
    place = str(tmp_path_factory.mktemp("rows") / "rows")
    data = [(path.stem, path.read_text(encoding="utf-8")) for path in sorted((REPOSITORY / "data").glob("*.txt"))]
    frame = spark.createDataFrame([*TEXTS.items(), *data, ("copy", data[0][1])], "id string, text string")
    claims(frame.repartition(2), extractors={"rules": deadly}).write.parquet(place)
    return spark.read.parquet(place)


def test_resolution_on_spark_gives_the_same_graph(rows: "DataFrame", tmp_path: Path) -> None:
    alone, folder = graph(rows, extractors={"rules": deadly}), str(tmp_path / "tables")
    found = tables(rows, folder, default_gazetteer())
    together = found.graph()
    for part in ("documents", "entities", "statements", "named_parts", "copies", "failures"):
        assert getattr(together, part) == getattr(alone, part), part
    assert [row.place for row in found.failures.collect()] == ["poison"]
    assert found.given.where("kind = 'points'").count() > 0  # names replace references in labels
    # complete tables are not made again, incomplete ones are
    shutil.rmtree(tmp_path / "tables" / "statements")
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*.parquet")}
    assert tables(rows, folder, default_gazetteer()).graph().statements == alone.statements
    assert {path: path.stat().st_mtime_ns for path in before} == before


def test_many_names_and_parts_give_the_same_graph(spark: "SparkSession", tmp_path: Path) -> None:
    made = (reading(number, names=200) for number in range(60))
    values = [values_of(ledger_row(each.document, each, key=LedgerKey("made", "made"), words=1)) for each in made]
    rows = spark.createDataFrame(values, ROWS).repartition(7)
    alone, together = graph(rows), tables(rows, str(tmp_path / "tables"), default_gazetteer()).graph()
    assert together.entities == alone.entities
    assert together.statements == alone.statements
    assert max(len(entity.mentions) for entity in alone.entities) > 100


@pytest.mark.parametrize("provenance", ["doc-graphs", "reify"])
def test_n_quads_by_partition_are_those_of_one_machine(
    rows: "DataFrame", tmp_path: Path, provenance: t.Literal["doc-graphs", "reify"]
) -> None:
    encoding = Encoding(syntax="nq", provenance=provenance, spans=True, selectors=True)
    found, folder = tables(rows.repartition(3), str(tmp_path / "tables"), default_gazetteer()), tmp_path / "quads"
    write_nquads(found, str(folder), encoding)
    lines = [row.value for row in rows.sparkSession.read.text([f"{folder}/documents", f"{folder}/together"]).collect()]
    alone = rdf_text(graph(rows, extractors={"rules": deadly}), encoding).splitlines()
    assert sorted(set(lines)) == sorted(alone)
    assert any(len(own := part.read_text().splitlines()) > 1 and own for part in folder.glob("documents/part-*"))
    # a complete folder is not written again
    shutil.rmtree(folder / "together")
    before = {path: path.stat().st_mtime_ns for path in folder.rglob("part-*")}
    write_nquads(found, str(folder), encoding)
    assert {path: path.stat().st_mtime_ns for path in before} == before
    assert (folder / "together" / "part-00000.txt").is_file()


def test_sums_of_parts_are_the_summary_of_all_mentions() -> None:
    gazetteer, documents = default_gazetteer(), [reading(number, names=40) for number in range(40)]
    identities, parts = Identities(gazetteer), [Sums(), Sums(), Sums()]
    by_key: dict[Key, list[Identity]] = {}
    for number, each in enumerate(documents):
        found = prepared([each.document], each.claims, each.chains, each.named_parts, identities)
        for identity in identities.among(found.chains, found.stated_types):
            by_key.setdefault(identity.key, []).append(identity)
            parts[number % 3].add(identity, None)
    rows = [row for part in parts for row in part.rows()]
    for key, some in by_key.items():
        told, _, in_documents = summed(key, (row for row in rows if Key(*(row[name] for name in KEY)) == key))
        expected = summary(some)
        if any(identity.names for identity in some):
            assert told.label_and_type() == expected.label_and_type()
        for part in ("names", "nouns", "pronouns", "stated_types", "types", "aliases", "mentions", "entry", "named"):
            assert getattr(told, part) == getattr(expected, part), (key, part)
        assert in_documents == len({identity.chain[0].span.document for identity in some})


@pytest.mark.parametrize(
    "mention",
    [
        Mention(Span("d", 0, 2), "We", 0, "pronoun", "Group", Literal("Ana Silva")),
        Mention(Span("d", 0, 4), "Some", 0, "nominal", completed="Some boats"),
    ],
)
def test_what_is_sent_of_a_mention_keeps_who_speaks_and_the_noun_left_out(mention: Mention) -> None:
    sent = Fullest(Ranked((False, -1, ("d", 0, 0)), mention), False)
    assert Fullest.of(sent.packed()) == sent


def test_what_is_sent_of_a_frequent_name_does_not_grow_with_its_mentions() -> None:
    def sent(documents: int) -> int:
        """Return the total size of the data sent for the most frequent name, without the list of its documents."""
        found = contributions_of(default_gazetteer())(reading(number, names=3) for number in range(documents))
        sums = [row for row in found if row["kind"] == "sum" and row["sort"] != "bound"]
        return max(len(str({**row, "documents": [], "counts": []})) for row in sums)

    assert sent(200) < 1.1 * sent(100)
