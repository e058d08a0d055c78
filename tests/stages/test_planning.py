"""What a run does with the documents of earlier runs, by where they are from. Nothing is parsed."""

import shutil
from pathlib import Path

import pytest

from kg.ledger import Key, opened, row
from kg.model import Reading
from kg.stages import Options
from kg.stages.planning import Plan, planned
from kg.stages.running import inputs_at

KEY = Key("rules", "model")
X = "Prado Labs bought the mill in Varn."


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for folder in ("may", "june", "out"):
        Path(folder).mkdir()


def write(**texts: str) -> None:
    for name, text in texts.items():
        Path(name.replace("_", "/") + ".txt").write_text(text, encoding="utf-8")


def run(*places: str, prune: bool = False) -> Plan:
    """Do what a run does with its ledger, without reading the documents."""
    with opened(Path("out", "kg.sqlite")) as book:
        plan = planned(inputs_at(places, Options()), book, KEY, Path("out"), prune=prune)
        book.remove(plan.removed)
        for id_, origin in plan.origins.items():
            book.write_origin(id_, origin)
        for document in plan.documents:
            book.write(row(document, Reading(document, (), (), 0, ()), key=KEY, words=1))
        book.commit()
        return plan


def ids() -> list[str]:
    with opened(Path("out", "kg.sqlite"), writable=False) as book:
        return list(book.entries())


def test_the_same_text_in_a_later_part_is_another_document() -> None:
    write(may_x=X, june_y=X, may_z="Bolt sold Norlin Ferries.")
    run("may")
    plan = run("june")
    assert (plan.vanished, plan.removed) == (("x", "z"), ())
    assert ids() == ["x", "y", "z"]


@pytest.mark.parametrize("places", [["june"], ["may", "june"]])
def test_a_file_that_was_moved_is_renamed(places: list[str]) -> None:
    write(may_x=X, may_z="Bolt sold Norlin Ferries.")
    run("may")
    Path("may/x.txt").rename("june/y.txt")
    assert run(*places).removed == ("x",)
    assert ids() == ["y", "z"]


def test_both_folders_can_be_moved_together(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a").mkdir()
    for folder in ("may", "june", "out"):
        shutil.move(folder, tmp_path / "a" / folder)
    monkeypatch.chdir(tmp_path / "a")
    write(may_x=X, june_y=X)
    run("may")
    monkeypatch.chdir(tmp_path)
    Path("a").rename("b")
    monkeypatch.chdir(tmp_path / "b")
    assert run("june").removed == ()


def test_a_row_with_another_id_is_renamed() -> None:
    for id_ in ("a", "b"):
        Path("may/t.csv").write_text(f"id,text\n{id_},{X}\nz,Bolt sold Norlin Ferries.\n", encoding="utf-8")
        plan = run("may/t.csv")
    assert plan.removed == ("t/a",)


def test_a_file_of_another_folder_that_replaces_a_document_is_told() -> None:
    write(may_x=X, june_x="Bolt sold Norlin Ferries.")
    assert run("may").replaced == ()
    assert run("june").replaced == ("x",)
    assert run("june").replaced == ()
    write(june_x="Bolt sold the mill.")
    assert run("june").replaced == (), "a new version of the same file"
    Path("june/x.txt").unlink()
    assert run("may").replaced == (), "the other file is gone"
    assert len(run("may", "june").documents) == 0


def test_a_document_whose_input_failed_is_kept() -> None:
    write(may_x=X, june_y="Bolt sold Norlin Ferries.", june_z="Ida Berg sold the mill.")
    run("may", "june")
    Path("june/y.txt").write_bytes(b"\x89PNG\r\n")
    Path("june/z.txt").unlink()
    plan = run("may", "june/y.txt", prune=True)
    assert (plan.vanished, plan.removed) == ((), ("z",))
    shutil.rmtree("june")
    plan = run("may", "june", prune=True)
    assert (plan.vanished, plan.removed, plan.unchanged) == ((), (), ("x", "y"))
    plan = run("may", prune=True)
    assert plan.removed == ("y",)


def test_a_row_that_was_deleted_is_removed_although_another_is_not_read() -> None:
    foreign = "Der Vorstand hat gestern beschlossen, die alte Fabrik am Fluss zu verkaufen und das Geld zu verteilen."
    Path("may/t.csv").write_text(f'id,text\na,{X}\nb,"Bolt sold Norlin Ferries."\nc,"{foreign}"\n', encoding="utf-8")
    run("may/t.csv")
    assert ids() == ["t/a", "t/b"]
    Path("may/t.csv").write_text(f'id,text\na,{X}\nc,"{foreign}"\n', encoding="utf-8")
    assert run("may/t.csv").vanished == ("t/b",)
    assert run("may/t.csv", prune=True).removed == ("t/b",)


def test_a_file_in_a_folder_whose_name_begins_with_a_hyphen_can_be_gone() -> None:
    Path("out/-n").mkdir()
    write(**{"out_-n_x": X})
    run("out/-n/x.txt")
    Path("out/-n/x.txt").rename("may/y.txt")
    assert run("may").removed == ("x",)


def without_origins() -> None:
    with opened(Path("out", "kg.sqlite")) as book:
        book._change("DROP TABLE origin")
        book.commit()


def test_a_document_of_unknown_origin_is_kept_if_anything_failed() -> None:
    write(may_x=X, may_y="Bolt sold Norlin Ferries.")
    run("may")
    without_origins()
    Path("may/y.txt").unlink()
    assert run("may", "june/absent.txt", prune=True).removed == ()
    assert run("may", prune=True).removed == ("y",)


def test_origins_of_an_earlier_version_are_unknown() -> None:
    write(may_x=X, june_y=X)
    run("may")
    without_origins()
    with opened(Path("out", "kg.sqlite"), writable=False) as book:
        assert book.origins() == {}
    assert run("june").removed == ("x",), "as it was told apart then"
