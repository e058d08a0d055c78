from dataclasses import replace
from pathlib import Path

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
    assert verdicts(tmp_path.iterdir()) == {"x": False, "y": True}


def test_the_kept_verdicts_are_ids_and_verdicts_only() -> None:
    lines = [
        line.split("\t") for path in FOLDER.glob("*.tsv") for line in path.read_text(encoding="utf-8").splitlines()
    ]
    assert lines
    assert all(len(key) == 16 and key.isalnum() and verdict in {"0", "1"} for key, verdict, *_ in lines)
    assert all(len(kind) < 20 for *_, kind in lines)
