"""One request to a model over the chat completions protocol; every invalid answer is a one-line error.

Source: OpenAI API reference, Chat completions with structured outputs; vLLM, llama.cpp, Ollama and others support it.
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
"""The environment variable with the key of the service, if it needs one."""
TIMEOUT: t.Final = 120.0
"""The time limit of a request in seconds, including its retries."""
MAX_ANSWER: t.Final = 2**20
"""The maximum size of an answer in bytes."""
MAX_CLAIMS: t.Final = 1_000
LONGEST: t.Final = 1_000
"""The maximum length of a quotation in characters."""
CHUNK: t.Final = 2**16
REPEATED: t.Final = urllib3.Retry(
    total=2, connect=0, read=0, redirect=0, status_forcelist=(429, 500, 502, 503, 504), allowed_methods=None,
    raise_on_status=False, raise_on_redirect=False,
)  # fmt: skip
"""A request is retried twice if the service is busy, but not if there is no answer at all."""
WAIT: t.Final = 1.0
"""The delay before the first retry in seconds; it doubles for the next."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A claim that a model finds in a sentence, in the words of the sentence; `sentence` is its number, from 1."""

    sentence: int
    subject: str
    predicate: str
    object: str | None


@dataclass(frozen=True, slots=True)
class LanguageModel:
    """A model at an address; `cache` stores its answers by the whole request. The key is never shown or stored."""

    url: str
    name: str
    cache: Cache = field(default_factory=Cache)
    key: str = field(default="", repr=False, compare=False)
    timeout: float = TIMEOUT
    wait: float = WAIT

    def proposals(self, sentences: str) -> tuple[Proposal, ...]:
        """Return the claims that the model finds in numbered sentences.

        Raises:
            ServiceError: there is no answer, or it is invalid.
        """
        question = json.dumps(self._question(sentences), sort_keys=True)
        (claims,) = self.cache.answers([f"{self.url} {question}"], lambda _: [self._claims(question)])
        return tuple(_proposal(each, self.url) for each in claims)

    def _question(self, sentences: str) -> dict[str, t.Any]:
        form = {"type": "json_schema", "json_schema": {"name": VERSION, "strict": True, "schema": schema()}}
        messages = [{"role": "system", "content": prompt()}, {"role": "user", "content": sentences}]
        return {"model": self.name, "messages": messages, "temperature": 0, "seed": 0, "response_format": form}

    def _claims(self, question: str) -> Sequence[t.Any]:
        """Return the claims in an answer; they have the right form, and can be cached."""
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
        """Return the answer of the service, retrying while it is busy."""
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
        """Return the model's message in an answer of the service."""
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
    """Return the system's message for a failed connection, or the type of the error."""
    chain: list[BaseException] = [error]
    while isinstance(deeper := getattr(chain[-1], "reason", None) or chain[-1].__cause__, BaseException):
        chain.append(deeper)
    messages = (each.strerror for each in chain if isinstance(each, OSError) and each.strerror)
    return next(messages, type(error).__name__)


def language_model(url: str | None, name: str | None, *, cache: Cache | None = None) -> LanguageModel:
    """Return the model at an address, with the key from the environment.

    Args:
        url: the address of the service, up to `/chat/completions`: `http://127.0.0.1:11434/v1`.
        name: the name of the model.
        cache: the cache for its answers; None disables it.

    Raises:
        UsageError: one of them is missing, or the address is invalid.
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
    """Return a claim in an answer as a value.

    Raises:
        ServiceError: it does not have the requested form.
    """
    values = claim if isinstance(claim, dict) else {}
    sentence, subject, predicate, object_ = (values.get(name) for name in Proposal.__slots__)
    texts = [subject, predicate, *([] if object_ is None else [object_])]
    is_number = isinstance(sentence, int) and not isinstance(sentence, bool)
    if not is_number or not all(isinstance(text, str) and len(text) <= LONGEST for text in texts):
        raise ServiceError(f"{url}: the answer of the model does not match the requested schema")
    return Proposal(t.cast("int", sentence), str(subject), str(predicate), object_)
