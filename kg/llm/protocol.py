"""One request to a model with chat completions; every fault of the answer is a one-line error.

Source: OpenAI API reference, Chat completions with structured outputs; vLLM, llama.cpp, Ollama and others speak it.
"""

import contextlib
import json
import os
import typing as t
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from urllib.parse import urlsplit

import urllib3

from kg.errors import ServiceError, UsageError
from kg.link import Cache
from kg.llm.prompts import VERSION, prompt, schema
from kg.threads import call_in_thread

KEY: t.Final = "KG_LLM_API_KEY"
"""The variable of the environment that holds the key of the service, where it wants one."""
TIMEOUT: t.Final = 120.0
"""Seconds for a question, with all its repetitions."""
MAX_ANSWER: t.Final = 2**20
"""Bytes of an answer that are read."""
MAX_CLAIMS: t.Final = 1_000
LONGEST: t.Final = 1_000
"""Characters of a quotation."""
CHUNK: t.Final = 2**16
REPEATED: t.Final = urllib3.Retry(
    total=2, connect=0, read=0, redirect=0, status_forcelist=(429, 500, 502, 503, 504), allowed_methods=None,
    raise_on_status=False, raise_on_redirect=False,
)  # fmt: skip
"""A question is put twice more where the service is too busy; what is not answered at all is not put again."""
WAIT: t.Final = 1.0
"""Seconds before the first repetition; twice as long before the next."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a model says that a sentence states, in the words of the sentence; `sentence` is its number, from 1."""

    sentence: int
    subject: str
    predicate: str
    object: str | None


@dataclass(frozen=True, slots=True)
class LanguageModel:
    """A model at an address; `cache` keeps its answers by all that was asked. The key is never shown or kept."""

    url: str
    name: str
    cache: Cache = field(default_factory=Cache)
    key: str = field(default="", repr=False, compare=False)
    timeout: float = TIMEOUT
    wait: float = WAIT

    def proposals(self, sentences: str) -> tuple[Proposal, ...]:
        """Return what the model says that numbered sentences state.

        Raises:
            ServiceError: there is no answer, or it is not what it must be.
        """
        question = json.dumps(self._question(sentences), sort_keys=True)
        (claims,) = self.cache.answers([f"{self.url} {question}"], lambda _: [self._claims(question)])
        return tuple(_proposal(each, self.url) for each in claims)

    def _question(self, sentences: str) -> dict[str, t.Any]:
        form = {"type": "json_schema", "json_schema": {"name": VERSION, "strict": True, "schema": schema()}}
        messages = [{"role": "system", "content": prompt()}, {"role": "user", "content": sentences}]
        return {"model": self.name, "messages": messages, "temperature": 0, "seed": 0, "response_format": form}

    def _claims(self, question: str) -> Sequence[t.Any]:
        """Return the claims of an answer; what is returned is of the right form, and may be kept."""
        try:
            content = call_in_thread(lambda: self._content(question.encode("ascii")), seconds=self.timeout)
        except TimeoutError as error:
            raise ServiceError(f"{self.url}: no answer in time") from error
        except (urllib3.exceptions.HTTPError, OSError, ValueError) as error:
            raise ServiceError(f"{self.url}: no answer: {_why(error)}") from error
        claims = self._list(self._message(content))
        for each in claims:
            _proposal(each, self.url)
        return claims

    def _content(self, body: bytes) -> bytes:
        """Return what the service answers with; it is asked again where it is too busy."""
        headers = {"Content-Type": "application/json", "Accept": "application/json"}
        headers |= {"Authorization": f"Bearer {self.key}"} if self.key else {}
        limits = urllib3.Timeout(self.timeout)
        with urllib3.PoolManager(retries=REPEATED.new(backoff_factor=self.wait), timeout=limits) as pool:
            place = f"{self.url}/chat/completions"
            answer = pool.request("POST", place, body=body, headers=headers, redirect=False, preload_content=False)
            with contextlib.closing(answer):
                return self._body(answer)

    def _body(self, answer: urllib3.BaseHTTPResponse) -> bytes:
        if answer.status != 200:
            raise ServiceError(f"{self.url}: answers with status {answer.status}")
        content = bytearray()
        for chunk in answer.stream(CHUNK, decode_content=True):
            content += chunk
            if len(content) > MAX_ANSWER:
                raise ServiceError(f"{self.url}: answers with more than {MAX_ANSWER} bytes")
        return bytes(content)

    def _message(self, content: bytes) -> str:
        """Return the words of the model in an answer of the service."""
        choice = _only(_json(content, self.url).get("choices"))
        if choice.get("finish_reason") not in {"stop", None}:
            raise ServiceError(
                f"{self.url}: the answer of the model is incomplete: {choice.get('finish_reason')!s:.40}"
            )
        message = choice.get("message")
        text = message.get("content") if isinstance(message, dict) else None
        if not isinstance(text, str):
            raise ServiceError(f"{self.url}: the answer contains no text from the model")
        return text

    def _list(self, words: str) -> Sequence[t.Any]:
        claims = _json(words, self.url).get("claims")
        if not isinstance(claims, list) or len(claims) > MAX_CLAIMS:
            raise ServiceError(f"{self.url}: the model does not answer with a list of up to {MAX_CLAIMS} claims")
        return claims


def _why(error: Exception) -> str:
    """Return what the system says of a connection that failed, else the kind of error."""
    chain: list[BaseException] = [error]
    while isinstance(deeper := getattr(chain[-1], "reason", None) or chain[-1].__cause__, BaseException):
        chain.append(deeper)
    said = (each.strerror for each in chain if isinstance(each, OSError) and each.strerror)
    return next(said, type(error).__name__)


def language_model(url: str | None, name: str | None, *, cache: Cache | None = None) -> LanguageModel:
    """Return the model at an address, with the key that the environment holds.

    Args:
        url: of the service, as far as `/chat/completions`: `http://127.0.0.1:11434/v1`.
        name: of the model.
        cache: keeps its answers; None keeps none.

    Raises:
        UsageError: one of them is missing, or the address is none.
    """
    if not url or not name:
        raise UsageError("the extractor llm needs the address and the name of a model: --llm-url URL --llm-model NAME")
    parts = urlsplit(url)
    if parts.scheme not in {"http", "https"} or not parts.hostname or {"?", "#"} & {*url}:
        raise UsageError("llm-url: must be an http(s) address without ? and #, such as http://127.0.0.1:11434/v1")
    if parts.username or parts.password:
        raise UsageError(f"llm-url: leave out user and password; set the key in the environment, as {KEY}")
    return LanguageModel(url.rstrip("/"), name, cache or Cache(), os.environ.get(KEY, ""))


def _json(content: bytes | str, url: str) -> dict[str, t.Any]:
    try:
        found = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise ServiceError(f"{url}: does not answer with JSON") from error
    return found if isinstance(found, dict) else {}


def _only(choices: t.Any) -> Mapping[str, t.Any]:
    first = choices[0] if isinstance(choices, list) and choices else None
    return first if isinstance(first, dict) else {}


def _proposal(claim: t.Any, url: str) -> Proposal:
    """Return a claim of an answer as a value.

    Raises:
        ServiceError: it has not the form that was asked for.
    """
    values = claim if isinstance(claim, dict) else {}
    sentence, subject, predicate, object_ = (values.get(name) for name in Proposal.__slots__)
    texts = [subject, predicate, *([] if object_ is None else [object_])]
    is_number = isinstance(sentence, int) and not isinstance(sentence, bool)
    if not is_number or not all(isinstance(text, str) and len(text) <= LONGEST for text in texts):
        raise ServiceError(f"{url}: the answer of the model does not match the requested schema")
    return Proposal(t.cast("int", sentence), str(subject), str(predicate), object_)
