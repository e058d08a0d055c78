"""The command line with a growing folder: messages, exit codes, and what a failure leaves behind."""

import io
import json
import resource
import sys
from pathlib import Path

import pytest

from kg.cli import main
from kg.cli.progress import shown_progress
from kg.ledger import LEDGER, folder, locked
from kg.stages import Progress

Captured = pytest.CaptureFixture[str]
FERRY = "Norlin Ferries bought the shipyard in 2021. The firm will not close the yard, director Ida Berg said.\n"
BRIDGE = "Mayor Ana Duarte opened the Lisbon bridge on Monday.\n"


@pytest.fixture(autouse=True)
def news(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder of two documents, in an empty working directory."""
    monkeypatch.chdir(tmp_path)
    news = tmp_path / "news"
    news.mkdir()
    (news / "ferry.txt").write_text(FERRY, encoding="utf-8")
    (news / "bridge.txt").write_text(BRIDGE, encoding="utf-8")
    return news


def files(out: str = "out") -> dict[str, bytes]:
    paths = sorted(path for path in Path(out).iterdir() if path.is_file())
    return {path.name: path.read_bytes() for path in paths if not path.name.startswith((LEDGER, "."))}


def test_a_folder_grows_and_loses_documents(news: Path, capsys: Captured) -> None:
    assert main(["build", "news", "-o", "out"]) == 0
    assert capsys.readouterr().out.rstrip().endswith("(2 read)")
    assert main(["build", "news", "-o", "out"]) == 0
    assert capsys.readouterr().out.rstrip().endswith("(nothing has changed)")
    (news / "bridge.txt").unlink()
    assert main(["build", "news", "-o", "out"]) == 0
    captured = capsys.readouterr()
    assert captured.out.rstrip().endswith("(nothing has changed)")
    assert captured.err == (
        "kg: kept although no longer among the inputs: bridge; remove them with --prune or kg remove\n"
    )
    assert main(["remove", "out", "bridge"]) == 0
    assert capsys.readouterr().out.startswith("out: 1 document, ")
    assert main(["build", "news", "-o", "whole", "--no-ledger", "-q"]) == 0
    assert files() == files("whole")
    assert main(["verify", "out"]) == 0


@pytest.mark.parametrize(
    ("places", "out", "what"),
    [
        ("news", "news/", "is an input folder"),
        ("news/ferry.txt news/../news", "news", "is an input folder"),
        ("news --dry-run", "news", "is an input folder"),
        (".", "news", "holds files of the input folder ."),
    ],
)
def test_documents_are_not_written_over(places: str, out: str, what: str, news: Path, capsys: Captured) -> None:
    assert main(["build", *places.split(), "-o", out]) == 2
    assert capsys.readouterr().err == f"kg: news: the output folder {what}: choose another -o\n"
    assert sorted(path.name for path in news.iterdir()) == ["bridge.txt", "ferry.txt"]
    assert main(["build", "news", "-o", "out"]) == 0


def test_an_output_folder_below_the_input_folder(news: Path, capsys: Captured) -> None:
    (news / "out").mkdir()
    for did in ("(2 read)", "(nothing has changed)"):
        assert main(["build", "news", "-o", "news/out"]) == 0
        assert capsys.readouterr().out.rstrip().endswith(did)


def test_a_run_that_reads_nothing_leaves_nothing(news: Path) -> None:
    assert main(["build", "absent", "-o", "new/out"]) == 1
    assert main(["build", "absent", "-o", "news"]) == 1
    assert sorted(path.name for path in Path().iterdir()) == ["news"]
    assert sorted(path.name for path in news.iterdir()) == ["bridge.txt", "ferry.txt"]


def test_what_an_earlier_run_read_stays_where_the_next_reads_nothing() -> None:
    assert main(["build", "news", "-o", "out"]) == 0
    before = files()
    assert main(["build", "absent", "-o", "out", "--fresh"]) == 1
    assert files() == before
    assert Path("out", LEDGER).is_file()


def test_many_documents_that_vanished_are_one_line(news: Path, capsys: Captured) -> None:
    for number in range(15):
        (news / f"snow{number}.txt").write_text("Snow fell.", encoding="utf-8")
    assert main(["build", "news", "-o", "out", "-q"]) == 0
    assert main(["build", "news/ferry.txt", "-o", "out", "-q"]) == 0
    err = capsys.readouterr().err
    assert err.count("\n") == 1
    assert "and 6 more" in err


def test_a_document_of_another_file_with_its_id_is_told(news: Path, capsys: Captured) -> None:
    other = news.with_name("other")
    other.mkdir()
    (other / "ferry.txt").write_text(BRIDGE, encoding="utf-8")
    assert main(["build", "news/ferry.txt", "-o", "out", "-q"]) == 0
    assert main(["build", "other", "-o", "out"]) == 0
    captured = capsys.readouterr()
    assert captured.out.rstrip().endswith("(1 read, 1 replaced)")
    assert captured.err.startswith("kg: replaced by another file with the same id: ferry; give both files in one run ")


def test_remove_uses_the_options_of_the_last_run(capsys: Captured) -> None:
    Path("decisions.toml").write_text('[rename]\n"Norlin Ferries" = "Norlin"\n', encoding="utf-8")
    options = ["--title", "Ships", "-f", "nt", "--min-confidence", "0.1", "--no-text", "--date", "2024-01-05"]
    assert main(["build", "news", "-o", "out", *options, "-q"]) == 0
    assert main(["build", "news/ferry.txt", "-o", "whole", *options, "-q"]) == 0
    assert main(["remove", "out", "bridge", "-q"]) == 0
    assert files() == files("whole")
    assert capsys.readouterr() == ("", "")
    assert json.loads(files()["run.json"])["options"]["title"] == "Ships"


def test_what_cannot_be_removed(capsys: Captured) -> None:
    assert main(["build", "news", "-o", "out", "-q"]) == 0
    for arguments, words in ((["out", "absent"], "no document absent"), (["elsewhere", "x"], "no such file")):
        assert main(["remove", *arguments]) == 2
        err = capsys.readouterr().err
        assert err.count("\n") == 1
        assert words in err


def test_a_dry_run_writes_nothing(news: Path, capsys: Captured) -> None:
    assert main(["build", "news", "-o", "out", "--dry-run"]) == 0
    told = capsys.readouterr().out
    assert told.startswith("2 documents, 27 words; to read: 2 documents, 27 words, about 0 min ")
    assert told.endswith("failures: 0\n")
    assert not Path("out").exists()
    assert main(["build", "news", "absent.txt", "-o", "out", "--dry-run"]) == 1
    assert "absent.txt" in capsys.readouterr().err


def test_a_dry_run_tells_what_will_be_replaced(news: Path, capsys: Captured) -> None:
    assert main(["build", "news", "-o", "out", "-q"]) == 0
    Path("more").mkdir()
    Path("more/ferry.txt").write_text("Bolt sold Norlin Ferries.", encoding="utf-8")
    capsys.readouterr()
    assert main(["build", "more", "-o", "out", "--dry-run"]) == 0
    assert "kg: replaced by another file with the same id: ferry; give both files" in capsys.readouterr().err


def test_a_second_run_into_the_folder_is_one_line(capsys: Captured) -> None:
    with locked(Path("out")):
        assert main(["build", "news", "-o", "out"]) == 1
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err == ("kg: out: another kg is writing there; wait until it ends, or write to another folder\n")


@pytest.mark.parametrize("room", [6_000, 300_000], ids=["for no ledger", "for no page"])
def test_a_full_disk_leaves_the_last_output(room: int, news: Path, capsys: Captured) -> None:
    assert main(["build", "news", "-o", "out", "-q"]) == 0
    before = files()
    for number in range(20):
        (news / f"snow{number}.txt").write_text(f"Snow fell on Oslo. Ida Berg sold mill {number}.", encoding="utf-8")
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (room, limits[1]))
    try:
        code = main(["build", "news", "-o", "out", "-q"])
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    err = capsys.readouterr().err
    assert code == 1
    assert err.startswith("kg: out")
    assert err.count("\n") == 1
    assert files() == before
    assert not Path("out", folder.STAGING).exists()
    assert main(["build", "news", "-o", "out", "-q"]) == 0
    assert json.loads(files()["run.json"])["counts"]["documents"] == 22


def test_whoever_reads_a_folder_finishes_what_a_killed_run_began(capsys: Captured) -> None:
    assert main(["build", "news", "-o", "out", "-q"]) == 0
    staging = Path("out", folder.STAGING)
    staging.mkdir()
    Path("out", "graph.ttl").rename(staging / "graph.ttl")
    (staging / folder.COMPLETE).write_text('["nodes.csv"]', encoding="utf-8")
    assert main(["stats", "out"]) == 0
    assert not staging.exists()
    assert not Path("out", "nodes.csv").exists()
    assert capsys.readouterr().err == ""


def test_progress_is_shown_where_somebody_watches(monkeypatch: pytest.MonkeyPatch) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    with shown_progress(quiet=False) as show:
        assert show is None
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    with shown_progress(quiet=True) as show:
        assert show is None
    with shown_progress(quiet=False) as show:
        assert show is not None
        show(Progress("reading", 1, 4, 500, 2000))
        show(Progress("resolving", 0, 0, 0, 0))
    told = terminal.getvalue()
    assert "kg: resolving:  25%" in told
    assert "words/s, 1 of 4 documents]" in told
    assert told.endswith("\r"), "the line is cleared"
