"""The answers of a model: every fault is one error, and valid answers are cached."""

import json
import threading
import typing as t
from pathlib import Path

import pytest

from kg.errors import ServiceError, UsageError
from kg.link import Cache
from kg.llm import LanguageModel, language_model
from kg.llm.prompts import PORTION, cost, portions, prompt, schema
from kg.llm.protocol import MAX_ANSWER, MAX_CLAIMS, Proposal
from tests.llm.stub import Answer, Raw, claim, said, serving, whole

RIGHT: t.Final = claim(1, "Norlin", "bought", "the yard")


def asked(answer: Answer, *, timeout: float = 10.0, cache: Cache | None = None) -> tuple[Proposal, ...]:
    with serving(answer) as stub:
        return LanguageModel(stub.url, "m", cache or Cache(), timeout=timeout, wait=0.0).proposals("[1] Norlin")


def test_a_question_is_bound_to_the_prompt_and_the_schema(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KG_LLM_API_KEY", "secret-key")
    with serving(lambda _: [RIGHT]) as stub:
        model = language_model(f"{stub.url}/", "small", cache=Cache())
        assert model.proposals("[1] Norlin bought the yard.") == (Proposal(1, "Norlin", "bought", "the yard"),)
    (question,) = stub.asked
    assert question["path"] == "/v1/chat/completions"
    assert question["model"] == "small"
    assert question["response_format"]["json_schema"]["schema"] == schema()
    assert question["response_format"]["json_schema"]["strict"] is True
    assert [each["content"] for each in question["messages"]] == [prompt(), "[1] Norlin bought the yard."]
    assert (question["temperature"], question["seed"]) == (0, 0)
    assert stub.keys == ["Bearer secret-key"]
    assert "secret-key" not in repr(model)


def late(_: object) -> object:
    threading.Event().wait(2)
    return [RIGHT]


FAULTS: t.Final[dict[str, tuple[Answer, str]]] = {
    "status 400": (lambda _: Raw(b"no", 400), "answers with status 400"),
    "status 401": (lambda _: Raw(b"no", 401), "answers with status 401"),
    "status 429": (lambda _: Raw(b"busy", 429), "answers with status 429"),
    "status 500": (lambda _: Raw(b"broken", 500), "answers with status 500"),
    "redirect": (lambda _: Raw(b"", 307, headers=(("Location", "http://127.0.0.1:9/"),)), "answers with status 307"),
    "no JSON": (lambda _: Raw(b"<html>"), "does not answer with JSON"),
    "JSON that is cut": (lambda _: Raw(whole([RIGHT]).content[:-20]), "does not answer with JSON"),
    "connection that is cut": (lambda _: Raw(b"{", declared=100), "no answer"),
    "nested too deeply": (lambda _: Raw(b"[" * 100_000), "does not answer with JSON"),
    "not UTF-8": (lambda _: Raw(b"\xff\xfe\xfd"), "does not answer with JSON"),
    "a list": (lambda _: Raw(b"[]"), "is incomplete|no text from the model"),
    "no choice": (lambda _: Raw(b'{"choices": []}'), "no text from the model"),
    "a choice that is none": (lambda _: Raw(b'{"choices": [3]}'), "no text from the model"),
    "an error in place of choices": (lambda _: Raw(b'{"error": {"message": "x"}}'), "no text from the model"),
    "no words": (lambda _: said(None), "no text from the model"),
    "a refusal": (lambda _: said("I am sorry, but", finish="content_filter"), "is incomplete: content_filter"),
    "cut by length": (lambda _: whole([RIGHT], finish="length"), "is incomplete: length"),
    "prose": (lambda _: said("Here are the claims: none."), "does not answer with JSON"),
    "prose around JSON": (lambda _: said('```json\n{"claims": []}\n```'), "does not answer with JSON"),
    "claims that are cut": (lambda _: said('{"claims": [{"sentence": 1, "subj'), "does not answer with JSON"),
    "another form": (lambda _: said('{"facts": []}'), "does not answer with a list"),
    "claims that are no list": (lambda _: whole({"a": 1}), "does not answer with a list"),
    "too many claims": (lambda _: whole([RIGHT] * (MAX_CLAIMS + 1)), "does not answer with a list"),
    "a claim that is a text": (lambda _: whole([RIGHT, "Norlin bought"]), "does not match the requested schema"),
    "a claim without a subject": (
        lambda _: whole([{"sentence": 1, "predicate": "a"}]),
        "does not match the requested schema",
    ),
    "a sentence that is a text": (lambda _: whole([RIGHT | {"sentence": "1"}]), "does not match the requested schema"),
    "a sentence that is a truth": (
        lambda _: whole([RIGHT | {"sentence": True}]),
        "does not match the requested schema",
    ),
    "an object that is a list": (
        lambda _: whole([RIGHT | {"object": ["yard"]}]),
        "does not match the requested schema",
    ),
    "a quotation that is huge": (
        lambda _: whole([RIGHT | {"subject": "a" * 2000}]),
        "does not match the requested schema",
    ),
    "an answer that is huge": (lambda _: Raw(b" " * (MAX_ANSWER + 1)), f"more than {MAX_ANSWER} bytes"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_every_fault_is_one_line_and_nothing_is_kept(fault: str, tmp_path: Path) -> None:
    answer, words = FAULTS[fault]
    cache = Cache(tmp_path / "llm.sqlite")
    with pytest.raises(ServiceError, match=words) as raised:
        asked(answer, cache=cache)
    assert "\n" not in str(raised.value)
    assert "Traceback" not in str(raised.value)
    if (tmp_path / "llm.sqlite").exists():
        assert b"Norlin" not in (tmp_path / "llm.sqlite").read_bytes()


def test_no_answer_in_time() -> None:
    with pytest.raises(ServiceError, match="no answer"):
        asked(late, timeout=0.2)


def test_nobody_is_there() -> None:
    with serving(lambda _: []) as stub:
        pass
    with pytest.raises(ServiceError, match="no answer: Connection refused"):
        LanguageModel(stub.url, "m", wait=0.0).proposals("[1] a")


def test_a_service_that_is_busy_is_asked_again() -> None:
    answers = iter([Raw(b"", 429), Raw(b"", 503), whole([RIGHT])])
    assert len(asked(lambda _: next(answers))) == 1


def test_an_answer_is_kept_by_all_that_was_asked(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "llm.sqlite")
    with serving(lambda _: [RIGHT]) as stub:
        one = LanguageModel(stub.url, "m", cache)
        first = one.proposals("[1] a")
        assert one.proposals("[1] a") == first
        assert len(stub.asked) == 1
        one.proposals("[1] b")
        LanguageModel(stub.url, "other", cache).proposals("[1] a")
        assert len(stub.asked) == 3


def test_what_was_kept_is_checked_too(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "llm.sqlite")
    with serving(lambda _: [RIGHT]) as stub:
        model = LanguageModel(stub.url, "m", cache)
        cache.answers([f"{stub.url} {json.dumps(model._question('[1] a'), sort_keys=True)}"], lambda _: [[{"x": 1}]])
        with pytest.raises(ServiceError, match="does not match the requested schema"):
            model.proposals("[1] a")


@pytest.mark.parametrize(
    ("url", "name", "words"),
    [
        (None, "m", "--llm-url URL --llm-model NAME"),
        ("http://127.0.0.1/v1", None, "--llm-url URL --llm-model NAME"),
        ("file:///etc/passwd", "m", "must be an http"),
        ("http://", "m", "must be an http"),
        ("http://h/v1?key=3", "m", "must be an http"),
        ("http://me:secret@h/v1", "m", "leave out user and password"),
    ],
)
def test_an_address_that_is_none(url: str | None, name: str | None, words: str) -> None:
    with pytest.raises(UsageError, match=words) as raised:
        language_model(url, name)
    assert "secret" not in str(raised.value)


def test_sentences_are_numbered_in_portions() -> None:
    sentences = ["a b\n c", "x" * PORTION, "d", "e"]
    assert [*portions(sentences)] == [(0, "[1] a b c"), (1, f"[1] {'x' * PORTION}"), (2, "[1] d\n[2] e")]
    assert [*portions([])] == []


def test_the_cost_grows_with_the_text() -> None:
    small, large = cost(documents=1, words=100), cost(documents=10, words=10_000)
    assert small.requests >= 1
    assert large.tokens_out > small.tokens_out > len(prompt()) / 4
    assert large.tokens_back == 10_000 // 20 * 80
    assert cost(documents=0, words=0).requests == 0
