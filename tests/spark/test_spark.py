"""Documents read on Apache Spark: the same rows and files as on one machine, whatever happens to a process."""

import shutil
import typing as t
from pathlib import Path

import pytest
from spacy.language import Language

pytest.importorskip("pyspark", reason="the extra spark is not installed")
if shutil.which("java") is None:
    pytest.skip("Spark needs Java", allow_module_level=True)

import kg
from kg.cli import main
from kg.errors import UsageError
from kg.export.encodings import Encoding
from kg.export.rdf import rdf_text
from kg.lexicon.gazetteer import default_gazetteer
from kg.model import Document
from kg.spark import claims, graph, row_of, session, tables
from kg.stages import Options, batches, update
from kg.stages.batches import Setup, rows_of
from tests.spark.working import deadly
from tests.stages.articles import TEXTS, files, written

if t.TYPE_CHECKING:
    from collections.abc import Iterator

    from pyspark.sql import SparkSession

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
    with pytest.raises(UsageError, match="stays in this process"):
        update(places, places / "out", model=nlp, engine="spark")
    with pytest.raises(UsageError, match="there are local, spark"):
        update(places, places / "out", engine="flink")  # type: ignore[arg-type]  # that is the point


def test_resolution_on_spark_gives_the_same_graph(spark: "SparkSession", tmp_path: Path) -> None:
    texts = [(name, text) for name, text in TEXTS.items() if name != "poison"]
    data = [(path.stem, path.read_text(encoding="utf-8")) for path in sorted((REPOSITORY / "data").glob("*.txt"))]
    frame = spark.createDataFrame([*texts, *data, ("copy", data[0][1])], "id string, text string")
    rows = claims(frame.repartition(2)).cache()
    alone, folder = graph(rows), str(tmp_path / "tables")
    together = tables(rows, folder, default_gazetteer()).graph()
    for part in ("documents", "entities", "statements", "named_parts", "copies"):
        assert getattr(together, part) == getattr(alone, part), part
    encoding = Encoding(syntax="nq", provenance="doc-graphs")
    assert rdf_text(together, encoding) == rdf_text(alone, encoding)
    # what is whole is not made again, and what is not is
    shutil.rmtree(tmp_path / "tables" / "statements")
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*.parquet")}
    assert tables(rows, folder, default_gazetteer()).graph().statements == alone.statements
    assert {path: path.stat().st_mtime_ns for path in before} == before
