import json
from pathlib import Path

from benchmarks.documents import main, read_documents

TEXT = "Norlin Ferries bought the Aveiro shipyard on Monday. The company employs 300 people."


def test_offsets_are_those_of_the_given_text(tmp_path: Path) -> None:
    source, out = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    rows = [{"id": "b", "text": TEXT, "dct": "2023-05-10"}, {"id": "a", "text": f"Oh.\n\n{TEXT}"}]
    source.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    assert main([str(source), str(out)]) == 0
    results = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    assert [result["id"] for result in results] == ["b", "a"]
    for row, result in zip(rows, results, strict=True):
        names = {row["text"][start:end] for entity in result["entities"] for start, end in entity["mentions"]}
        assert "Norlin Ferries" in names
        ids = {entity["id"] for entity in result["entities"]}
        assert all(triple["s"] in ids and triple.get("o", triple["s"]) in ids for triple in result["triples"])
        assert [row["text"][timex["start"] : timex["end"]] for timex in result["timexes"]] == ["Monday"]
    assert results[0]["timexes"][0] | {"start": 0, "end": 0} == {
        "start": 0,
        "end": 0,
        "value": "2023-05-08",
        "type": "DATE",
    }


def test_a_date_may_be_absent(tmp_path: Path) -> None:
    path = tmp_path / "in.jsonl"
    path.write_text(
        '{"id": "x", "text": "A."}\n\n{"id": "y", "text": "B.", "dct": "2020-02-03T10:00"}\n', encoding="utf-8"
    )
    assert [str(document.published) for document in read_documents(path)] == ["None", "2020-02-03"]
