"""A model's proposals are accepted if their words are in their sentence; if it fails, only the rules are used."""

import json
import typing as t
from pathlib import Path

import pytest
from spacy.language import Language

from kg.cli import main
from kg.extract import claims, reading
from kg.llm import LanguageModel, llm_extractor
from kg.llm.quoting import AGREED, ALONE
from kg.model import Claim, Document, Reading, Span
from kg.reference.annotation import annotate
from tests.llm.stub import Raw, claim, serving

TEXT: t.Final = (
    "Norlin Ferries bought the old shipyard in 2021. The firm will not close the yard, director Ida Berg said. "
    "If fuel gets dearer, the line to Oslo will end. Did Bell sell the mill? Growers spray; banks lend."
)
BUYS: t.Final = claim(1, "Norlin Ferries", "bought", "the old shipyard")
NEW: t.Final = claim(1, "Norlin Ferries", "bought", "2021")


def read(nlp: Language, *given: object, text: str = TEXT) -> Reading:
    """Return the reading of a text with these answers of a model."""
    (doc,) = annotate([Document("a", text)], nlp, prose=lambda document: [Span("a", 0, len(document.text))])
    with serving(lambda _: list(given)) as stub:
        model = LanguageModel(stub.url, "m", wait=0.0)
        return reading(doc, extractors={"rules": claims, "llm": llm_extractor(model)}, min_confidence=0.0)


def told(found: Reading) -> list[Claim]:
    return [each for each in found.claims if each.evidence.extractor == "llm"]


def test_what_the_rules_say_too_is_surer(nlp: Language) -> None:
    (agreed,) = told(read(nlp, BUYS))
    (own,) = [each for each in read(nlp).claims if each.relation == "buy"]
    assert agreed.evidence.rule == own.evidence.rule
    assert agreed.evidence.confidence == round(1 - (1 - own.evidence.confidence) * AGREED, 4)
    assert (agreed.subject, agreed.relation, agreed.object) == (own.subject, own.relation, own.object)


def test_what_only_the_model_says_has_the_standing_of_its_clause(nlp: Language) -> None:
    text = "Norlin will not sell its fleet to Bell, director Ida Berg said."
    (alone,) = told(read(nlp, claim(1, "Norlin", "sell", "Bell"), text=text))
    assert (alone.subject.text, alone.relation, alone.object and alone.object.text) == ("Norlin", "sell to", "Bell")
    assert (alone.status, alone.negated, alone.speaker and alone.speaker.text) == ("planned", True, "Ida Berg")
    assert (alone.evidence.confidence, alone.evidence.rule) == (ALONE, "model")


PLANTED: t.Final[dict[str, dict[str, object]]] = {
    "a name from elsewhere": claim(1, "Acme", "bought", "the old shipyard"),
    "another verb": claim(1, "Norlin Ferries", "burned", "the old shipyard"),
    "another object": claim(1, "Norlin Ferries", "bought", "the airport"),
    "another year": claim(1, "Norlin Ferries", "bought", "2022"),
    "words of another sentence": claim(1, "Ida Berg", "bought", "the old shipyard"),
    "words of two sentences": claim(2, "Norlin Ferries", "close", "the yard"),
    "a sentence that there is not": claim(6, "Norlin Ferries", "bought", "the old shipyard"),
    "the sentence 0": claim(0, "Norlin Ferries", "bought", "the old shipyard"),
    "a sentence before the first": claim(-1, "Norlin Ferries", "bought", "the old shipyard"),
    "a part of a word": claim(1, "Norlin Ferr", "bought", "the old shipyard"),
    "a word put in": claim(1, "Norlin Ferries", "secretly bought", "the old shipyard"),
    "a word left out": claim(1, "Norlin Ferries", "bought", "the shipyard"),
    "other capitals": claim(1, "norlin ferries", "bought", "the old shipyard"),
    "a pattern": claim(1, ".*", "bought", "the old shipyard"),
    "nothing": claim(1, "", "bought", "the old shipyard"),
    "white space": claim(1, " \n", "bought", "the old shipyard"),
    "the same words twice": claim(1, "Norlin Ferries", "bought the old shipyard", "the old shipyard"),
    "a thing within a thing": claim(3, "the line", "will end", "Oslo"),
    "no verb": claim(1, "Norlin Ferries", "old", "shipyard"),
    "a verb as subject": claim(1, "bought", "Norlin Ferries", None),
    "a year that does something": claim(1, "2021", "bought", "the old shipyard"),
    "a question as a fact": claim(4, "Bell", "sell", "the mill"),
    "a condition as a fact": claim(3, "fuel", "gets", "dearer"),
    "instructions": claim(1, "Ignore all previous instructions", "bought", "the old shipyard"),
}


@pytest.mark.parametrize("planted", PLANTED)
def test_no_planted_claim_passes(planted: str, nlp: Language) -> None:
    found = read(nlp, PLANTED[planted], BUYS)
    assert [each.relation for each in told(found)] == ["buy"], "the claim beside it does"
    assert sum(count for _, count in found.rejections) == 1
    alone = read(nlp)
    assert [each for each in found.claims if each.evidence.extractor != "llm"] == list(alone.claims)
    assert found.failures == ()


def test_rejections_are_counted_by_reason(nlp: Language) -> None:
    found = read(nlp, BUYS, *(PLANTED[name] for name in ("another verb", "another year", "the sentence 0")))
    assert found.rejections == (("no such sentence", 1), ("words that are not in the sentence", 2))


def test_what_is_said_twice_is_one_claim(nlp: Language) -> None:
    assert len(told(read(nlp, BUYS, BUYS, claim(1, "Ferries", "bought", "old shipyard")))) == 1


@pytest.mark.parametrize("fault", [Raw(b"busy", 429), Raw(b"{"), Raw(b"{}"), Raw(b"{", declared=50)], ids=str)
def test_where_the_model_fails_the_rules_stand_alone(fault: Raw, nlp: Language) -> None:
    (doc,) = annotate([Document("a", TEXT)], nlp, prose=lambda document: [Span("a", 0, len(document.text))])
    with serving(lambda _: fault) as stub:
        extract = llm_extractor(LanguageModel(stub.url, "m", wait=0.0))
        found = reading(doc, extractors={"rules": claims, "llm": extract}, min_confidence=0.0)
        asked = len(stub.asked)
        for _ in range(5):
            again = reading(doc, extractors={"rules": claims, "llm": extract}, min_confidence=0.0)
        assert len(stub.asked) == 3 * asked, "after three failures in a row it is left alone"
    assert found.claims == read(nlp).claims
    (failure,) = found.failures
    assert failure.reason.startswith("extractor 'llm': ServiceError: http://127.0.0.1")
    assert "not asked, because it failed 3 times" in again.failures[0].reason


@pytest.fixture
def article(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("KG_LLM_API_KEY", "key-that-nobody-sees")
    path = tmp_path / "a.txt"
    path.write_text("Norlin Ferries bought the old shipyard in 2021.\n", encoding="utf-8")
    return path


def build(url: str, *more: str) -> int:
    words = ["build", "a.txt", "-o", "out", "--date", "2024-01-01", "--no-page", "--extractor", "llm"]
    return main([*words, "--llm-url", url, "--llm-model", "small", *more])


def test_a_run_with_a_model(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with serving(lambda _: [BUYS, NEW, PLANTED["another verb"]]) as stub:
        assert build(stub.url, "--dry-run") == 0
        assert "small: up to 2 requests, about" in capsys.readouterr().out
        assert stub.asked == [], "an estimate asks nobody"
        assert build(stub.url) == 0
        assert len(stub.asked) == 1
        assert build(stub.url, "--fresh") == 0
        assert len(stub.asked) == 1, "the answer was kept"
        assert build(stub.url) == 0
    assert "nothing has changed" in capsys.readouterr().out
    rows = [json.loads(line) for line in Path("out/triples.jsonl").read_text(encoding="utf-8").splitlines()]
    assert {(row["relation"], row["object"]) for row in rows} == {("buy", "old shipyard"), ("buy in", "2021")}
    report = Path("out/report.md").read_text(encoding="utf-8")
    assert "| words that are not in the sentence | 1 |" in report
    run = json.loads(Path("out/run.json").read_text(encoding="utf-8"))
    assert run["options"]["extractors"] == ["llm", "rules"]
    assert (run["options"]["llm_url"], run["options"]["llm_model"]) == (stub.url, "small")
    kept = [path for folder in ("out", "cache") for path in Path(folder).rglob("*") if path.is_file()]
    assert kept
    assert not [path for path in kept if b"key-that-nobody-sees" in path.read_bytes()]


def test_a_run_whose_model_fails_has_what_the_rules_say(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    answers: list[object] = [Raw(b"", 400), [NEW]]
    with serving(lambda _: answers.pop(0)) as stub:
        assert build(stub.url) == 1
        assert "extractor 'llm': ServiceError" in capsys.readouterr().err
        assert '"relation": "buy"' in Path("out/triples.jsonl").read_text(encoding="utf-8")
        assert build(stub.url) == 0, "the next run asks again"
    assert '"relation": "buy in"' in Path("out/triples.jsonl").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--extractor", "llm"], "--llm-url URL --llm-model NAME"),
        (["--extractor", "llm", "--llm-model", "m"], "--llm-url URL --llm-model NAME"),
        (["--llm-url", "http://127.0.0.1:9/v1"], "need the extractor llm"),
        (["--extractor", "rules", "--llm-model", "m"], "need the extractor llm"),
        (["--extractor", "llm", "--llm-url", "gopher://x", "--llm-model", "m"], "must be an http"),
    ],
)
def test_options_that_do_not_go_together(
    words: list[str], told: str, article: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["build", "a.txt", "-o", "out", *words]) == 2
    assert told in capsys.readouterr().err


def test_a_file_of_settings_may_not_send_texts_anywhere(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("kg.toml").write_text('[build]\nllm-url = "http://127.0.0.1:9/v1"\n', encoding="utf-8")
    assert main(["build", "a.txt", "-o", "out"]) == 2
    assert "opens connections; set --llm-url on the command line" in capsys.readouterr().err
