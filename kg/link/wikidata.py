"""A client for the search API of Wikidata, or of another Wikibase.

Source: https://www.wikidata.org/w/api.php?action=help&modules=wbsearchentities and &modules=wbgetentities.
"""

import re
import typing as t
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from kg.errors import ServiceError
from kg.link.cache import Cache
from kg.link.service import Candidate, Query
from kg.link.transport import TIMEOUT, ask

ADDRESS: t.Final = "https://www.wikidata.org/w/api.php"
ENTITY: t.Final = "http://www.wikidata.org/entity/"
LIMIT: t.Final = 7
BATCH: t.Final = 50
ITEM: t.Final = re.compile(r"Q[1-9][0-9]*")
CONCEPT: t.Final = re.compile(r"https?://[\w.-]+(?::[0-9]+)?/[\w./-]*", re.ASCII)
INSTANCE_OF: t.Final = "P31"
CLASSES: t.Final[Mapping[str, str]] = {
    "Q5": "human", "Q4167410": "disambiguation page", "Q101352": "family name", "Q202444": "given name",
    "Q6256": "country", "Q515": "city", "Q43229": "organization", "Q4830453": "business", "Q11032": "newspaper",
    "Q7278": "political party", "Q3918": "university",
}  # fmt: skip
"""The names of classes; other classes are recognised by an item's description."""


@dataclass(frozen=True, slots=True)
class WikidataSearch:
    """The search at an address; `cache` stores its answers, `timeout` is in seconds."""

    place: str = ADDRESS
    cache: Cache = field(default_factory=Cache)
    timeout: float = TIMEOUT

    def candidates(self, queries: Sequence[Query]) -> list[tuple[Candidate, ...]]:
        """Return the candidates for each query (see `Service`)."""
        names = [query.name for query in queries]
        keys = [f"{self.place} search {name}" for name in names]
        found = self.cache.answers(keys, lambda missing: [self._search(key) for key in missing])
        items = sorted({item["id"] for answer in found for item in _items(answer)})
        class_keys = [f"{self.place} classes {item}" for item in items]
        answers = self.cache.answers(class_keys, lambda missing: [*self._instances(missing)])
        classes = dict(zip(items, answers, strict=True))
        return [tuple(_candidate(item, classes) for item in _items(answer)) for answer in found]

    def _search(self, key: str) -> t.Any:
        parameters = {"action": "wbsearchentities", "search": key.removeprefix(f"{self.place} search ")}
        options = {"language": "en", "uselang": "en", "type": "item", "limit": str(LIMIT), "format": "json"}
        answer = self._ask(parameters | options)
        if not isinstance(answer.get("search"), list):
            raise ServiceError(f"{self.place}: answers without a list of what was found")
        return answer["search"]

    def _instances(self, keys: Sequence[str]) -> Iterable[list[str]]:
        """Yield the classes that each item is an instance of."""
        items = [key.rpartition(" ")[2] for key in keys]
        for start in range(0, len(items), BATCH):
            batch = items[start : start + BATCH]
            answer = self._ask({"action": "wbgetentities", "ids": "|".join(batch), "props": "claims", "format": "json"})
            entities = answer.get("entities")
            if not isinstance(entities, dict):
                raise ServiceError(f"{self.place}: answers without entities")
            yield from (_instance_of(entities.get(item)) for item in batch)

    def _ask(self, parameters: Mapping[str, str]) -> dict[str, t.Any]:
        answer = ask(self.place, parameters=parameters, timeout=self.timeout)
        error = answer.get("error") if isinstance(answer, dict) else {}
        if not isinstance(answer, dict) or error:
            message = error.get("info") if isinstance(error, dict) else None
            raise ServiceError(f"{self.place}: answers with an error: {' '.join(str(message or 'no object').split())}")
        return answer


def _items(answer: t.Any) -> list[dict[str, t.Any]]:
    found = answer if isinstance(answer, list) else []
    return [item for item in found if isinstance(item, dict) and ITEM.fullmatch(str(item.get("id")))]


def _instance_of(entity: t.Any) -> list[str]:
    """Return the ids of the classes in the claims of an entity, ignoring malformed ones."""
    claims = entity.get("claims") if isinstance(entity, dict) else None
    statements = claims.get(INSTANCE_OF) if isinstance(claims, dict) else None
    found = []
    for statement in statements if isinstance(statements, list) else []:
        value = statement if not isinstance(statement, dict) or statement.get("rank") != "deprecated" else None
        for key in ("mainsnak", "datavalue", "value", "id"):
            value = value.get(key) if isinstance(value, dict) else None
        if isinstance(value, str):
            found.append(value)
    return found


def _iri(item: Mapping[str, t.Any]) -> str:
    iri = item.get("concepturi")
    given = isinstance(iri, str) and CONCEPT.fullmatch(iri) and iri.endswith("/" + item["id"])
    return str(iri) if given else ENTITY + item["id"]


def _candidate(item: Mapping[str, t.Any], classes: Mapping[str, list[str]]) -> Candidate:
    aliases, match = item.get("aliases"), item.get("match")
    texts = [item.get("label"), *(aliases if isinstance(aliases, list) else [])]
    texts.append(match.get("text") if isinstance(match, dict) else None)
    names = dict.fromkeys(text for text in texts if isinstance(text, str))
    types = tuple(CLASSES[class_] for class_ in classes.get(item["id"], ()) if class_ in CLASSES)
    return Candidate(_iri(item), tuple(names), types, str(item.get("description") or ""))
