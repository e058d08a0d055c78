"""A client for reconciliation services.

Source: Reconciliation Service API, version 0.2, W3C Community Group report (https://www.w3.org/community/reports/
reconciliation/CG-FINAL-specs-0.2-20230410/).
"""

import json
import re
import typing as t
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from kg.errors import ServiceError
from kg.lexicon.noun_types import broad_type
from kg.link.cache import Cache
from kg.link.service import Candidate, Query
from kg.link.transport import TIMEOUT, ask

BATCH: t.Final = 10
LIMIT: t.Final = 7
WIKIDATA: t.Final = "http://www.wikidata.org/entity/"
WIKIDATA_TYPES: t.Final[Mapping[str, str]] = {
    "City": "Q486972",
    "Country": "Q6256",
    "NewsMediaOrganization": "Q43229",
    "Organization": "Q43229",
    "Person": "Q5",
}
"""Wikidata classes; services based on it know their subclasses."""
SAFE_ID: t.Final = re.compile(r"[^\x00-\x20<>\"{}|\\^`\ud800-\udfff]+")


@dataclass(frozen=True, slots=True)
class ReconciliationService:
    """A service at an address; `cache` stores its answers, `timeout` is in seconds."""

    place: str
    cache: Cache = field(default_factory=Cache)
    timeout: float = TIMEOUT

    def candidates(self, queries: Sequence[Query]) -> list[tuple[Candidate, ...]]:
        """Return the candidates for each query (see `Service`)."""
        manifest = self._manifest()
        questions = [json.dumps(_question(query, manifest), sort_keys=True) for query in queries]
        keys = [f"{self.place} {question}" for question in questions]
        answers = self.cache.answers(keys, self._results)
        return [tuple(_candidates(answer, manifest)) for answer in answers]

    def _manifest(self) -> Mapping[str, t.Any]:
        (manifest,) = self.cache.answers([f"{self.place} manifest"], lambda _: [ask(self.place, timeout=self.timeout)])
        if not isinstance(manifest, dict) or "name" not in manifest:
            raise ServiceError(f"{self.place}: is not a reconciliation service: its manifest has no name")
        return manifest

    def _results(self, keys: Sequence[str]) -> list[t.Any]:
        questions = [json.loads(key.removeprefix(f"{self.place} ")) for key in keys]
        found: list[t.Any] = []
        for start in range(0, len(questions), BATCH):
            batch = {f"q{i}": question for i, question in enumerate(questions[start : start + BATCH])}
            answer = ask(self.place, form={"queries": json.dumps(batch)}, timeout=self.timeout)
            found += [_result(answer, key, self.place) for key in batch]
        return found


def _result(answer: t.Any, key: str, place: str) -> t.Any:
    result = answer.get(key) if isinstance(answer, dict) else None
    candidates = result.get("result") if isinstance(result, dict) else None
    if not isinstance(candidates, list):
        raise ServiceError(f"{place}: answers without a result for a query")
    return candidates


def _question(query: Query, manifest: Mapping[str, t.Any]) -> dict[str, t.Any]:
    question: dict[str, t.Any] = {"query": query.name, "limit": LIMIT}
    type_ = _type_id(query.type, manifest)
    return question | ({"type": type_} if type_ is not None else {})


def _type_id(type_: str, manifest: Mapping[str, t.Any]) -> str | None:
    """Return the service's own id for a type: that of its default type with the same name, or Wikidata's."""
    names = {type_.casefold(), broad_type(type_).casefold()}
    for default in _dicts(manifest.get("defaultTypes")):
        if str(default.get("name", "")).casefold() in names and isinstance(default.get("id"), str):
            return t.cast("str", default["id"])
    of_wikidata = manifest.get("identifierSpace") == WIKIDATA
    return (WIKIDATA_TYPES.get(type_) or WIKIDATA_TYPES.get(broad_type(type_))) if of_wikidata else None


def _candidates(answer: t.Any, manifest: Mapping[str, t.Any]) -> Iterable[Candidate]:
    for found in _dicts(answer):
        iri, name, types = _iri(found.get("id"), manifest), found.get("name"), found.get("type")
        if iri is not None and isinstance(name, str):
            given = types if isinstance(types, list) else [types]
            names = [each.get("name") if isinstance(each, dict) else each for each in given]
            classes, words = tuple(each for each in names if isinstance(each, str)), str(found.get("description") or "")
            yield Candidate(iri, (name,), classes, words, is_match=found.get("match") is True)


def _iri(id_: t.Any, manifest: Mapping[str, t.Any]) -> str | None:
    """Return the IRI of an id: in the service's identifier space, or else the page that shows it."""
    if not isinstance(id_, str) or not SAFE_ID.fullmatch(id_):
        return None
    space, view = manifest.get("identifierSpace"), manifest.get("view")
    if isinstance(space, str) and space.startswith(("http://", "https://")) and space.endswith(("/", "#", "=")):
        return space + id_
    page = view.get("url") if isinstance(view, dict) else None
    return page.replace("{{id}}", id_) if isinstance(page, str) else None


def _dicts(value: t.Any) -> list[dict[str, t.Any]]:
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []
