"""Questions over HTTP: `/api/NAME?parameter=value` returns JSON."""

import json
import typing as t
from collections.abc import Callable
from urllib.parse import parse_qsl

from kg.ask import QUESTIONS, GraphIndex, call
from kg.ask.calls import parameters
from kg.errors import KgError
from kg.serve.protocol import MAX_FIELDS, Reply

API: t.Final = "/api"
JSON: t.Final = "application/json"


def api_reply(index: Callable[[], GraphIndex], path: str, query_string: str) -> Reply:
    """Return the answer to a question, or the reason why there is none, as JSON.

    Args:
        index: returns the graph; it is called only if there is a question.
        path: the path of the request; `/api` itself lists the questions.
        query_string: the arguments.
    """
    name = path.removeprefix(API).strip("/")
    if not name:
        known = {each: {key: str(one) for key, one in parameters(each).items()} for each in QUESTIONS}
        return _json(200, {f"{API}/{each}": fields for each, fields in known.items()})
    try:
        pairs = parse_qsl(query_string, keep_blank_values=True, errors="strict", max_num_fields=MAX_FIELDS)
        return _json(200, call(index(), name, dict(pairs)))
    except ValueError:  # UnicodeDecodeError is one
        return _json(400, {"error": "the request is not encoded as it must be, or has too many fields"})
    except KgError as error:
        return _json(400 if name in QUESTIONS else 404, {"error": str(error)})


def _json(status: int, answer: t.Any) -> Reply:
    # lone surrogates in a text are escaped, because they cannot be encoded
    return Reply(status, JSON, json.dumps(answer, ensure_ascii=True).encode("ascii"))
