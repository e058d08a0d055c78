from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks import rounds
from kg.model import Claim, Document, Evidence, Mention, Span
from training.judged import FOLDER, claim_id, verdicts


def _claim(start: int) -> Claim:
    def mention(begin: int, text: str) -> Mention:
        span = Span("d", start + begin, start + begin + len(text))
        return Mention(span, text, span.start, "nominal", "Thing")

    evidence = Evidence(Span("d", start, start + 18), "rules", "own-subject", 0.5)
    return Claim(mention(0, "Cats"), "chase", mention(11, "mice"), evidence)


def test_an_id_is_of_the_sentence_and_not_of_its_place() -> None:
    sentence = "Cats chase a mice."
    assert claim_id(Document("d", sentence), _claim(0)) == claim_id(Document("d", f"Well. {sentence}"), _claim(6))


def test_an_id_differs_with_relation_and_sentence() -> None:
    document, claim = Document("d", "Cats chase a mice."), _claim(0)
    assert claim_id(document, claim) != claim_id(document, replace(claim, relation="eat"))
    assert claim_id(document, claim) != claim_id(Document("d", "Cats phase a mice."), claim)


def test_of_two_verdicts_the_stricter_holds(tmp_path: Path) -> None:
    (tmp_path / "a.tsv").write_text("x\t1\t\ny\t1\t\n", encoding="utf-8")
    (tmp_path / "b.tsv").write_text("x\t0\tcut\n", encoding="utf-8")
    assert verdicts(tmp_path.iterdir()) == {"x": 0.0, "y": 1.0}


def test_the_kept_verdicts_are_ids_and_verdicts_only() -> None:
    lines = [
        line.split("\t") for path in FOLDER.glob("*.tsv") for line in path.read_text(encoding="utf-8").splitlines()
    ]
    assert lines
    assert all(len(key) == 16 and key.isalnum() and verdict in {"0", "0.5", "1"} for key, verdict, *_ in lines)
    assert all(len(kind) < 20 for *_, kind in lines)


HEAD = "item\tverdict\tcause\ttype\tnote\n"
KEY = "1\tnew\thttps://example.org/kg/statement/aaa\n2\tboth\tbbb ccc\n3\told\tddd\n"


def written(folder: Path, **texts: str) -> dict[str, Path]:
    paths = {name: folder / f"given-{name}.tsv" for name in texts}
    for name, path in paths.items():
        path.write_text(texts[name], encoding="utf-8")
    return paths


def test_a_round_is_kept_without_notes_and_read_again(tmp_path: Path) -> None:
    given = written(
        tmp_path,
        verdicts=f"{HEAD}1\tgood\t\tok\tall there\n#2.\tMINOR\trule-missing\tfalse\tlost a date\n3\tWRONG\tPARSE\n",
        key=KEY,
        second="2\tWRONG\tPARSE\tok\tsome note\n",
        facts="mill\t10\t7\t4\n",
    )
    kept = rounds.add("round-01", folder=tmp_path / "rounds", **given)
    assert rounds.read_rounds(tmp_path / "rounds") == [kept]
    assert kept.verdicts[1] == rounds.Judged(2, "MINOR", "RULE-MISSING", "false")
    assert kept.key == {1: "new", 2: "both", 3: "old"}
    text = "".join(path.read_text(encoding="utf-8") for path in (tmp_path / "rounds").iterdir())
    assert not any(word in text for word in ("all there", "lost a date", "some note", "example.org"))


@pytest.mark.parametrize(
    ("verdicts", "key", "reason"),
    [
        ("1\tFINE\t\tok\n", KEY, "'FINE'"),
        ("1\tGOOD\tPARSE\tok\n", KEY, "'PARSE'"),
        ("1\tWRONG\t\tok\n", KEY, "''"),
        ("1\tGOOD\t\tThing\n", KEY, "'thing'"),
        ("9\tGOOD\t\tok\n", KEY, "9 is"),
        ("1\tGOOD\n1\tGOOD\n", KEY, "judged twice"),
        ("1\tGOOD\n", "1\tmine\tx\n", "'mine'"),
        ("", KEY, "no verdicts"),
    ],
)
def test_what_is_no_verdict_is_not_kept(tmp_path: Path, verdicts: str, key: str, reason: str) -> None:
    given = written(tmp_path, verdicts=verdicts, key=key)
    with pytest.raises(ValueError, match=reason):
        rounds.add("round-01", folder=tmp_path / "rounds", **given)
    assert not (tmp_path / "rounds").exists()


def test_no_more_facts_are_found_than_were_written(tmp_path: Path) -> None:
    given = written(tmp_path, verdicts="1\tGOOD\n", key=KEY, facts="mill\t3\t4\t1\n")
    with pytest.raises(ValueError, match="mill has 3 facts"):
        rounds.add("round-01", folder=tmp_path / "rounds", **given)


def test_the_tally_reads_what_is_kept(shared: Path, tmp_path: Path) -> None:
    given = written(tmp_path, verdicts="1\tGOOD\n2\tWRONG\tNER\tok\n3\tWRONG\tPARSE\tok\n", key=KEY, second="1\tGOOD\n")
    rounds.add("round-01", folder=tmp_path, **given)
    told = rounds.tallied(shared, "round-01", tmp_path)
    assert "new: 2 judged: GOOD 1" in told
    assert "old: 2 judged: GOOD 0" in told
    assert "two readers on 1 items" in told


def test_the_kept_rounds_are_ids_and_verdicts_only() -> None:
    kept = rounds.read_rounds()  # which checks the form of each cell
    for path in rounds.FOLDER.glob("*"):
        assert path.name.removesuffix(".tsv").split(".")[0] in {each.name for each in kept}
        assert all(len(line) < 120 for line in path.read_text(encoding="utf-8").splitlines())
