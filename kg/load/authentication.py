"""Authentication: Basic (RFC 7617), Digest (RFC 7616), or a bearer token (RFC 6750)."""

import base64
import hashlib
import re
import secrets
import typing as t
import urllib.parse
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

_PARAMETER: t.Final = re.compile(r'([\w!#$%&\'*+.^`|~-]+)\s*=\s*(?:"((?:\\.|[^"\\])*)"|([^\s,"]+))')
_SCHEME: t.Final = re.compile(r"(?:^|,)\s*(basic|digest)(?=\s|,|$)", re.IGNORECASE)
# RFC 7616 includes MD5, which is all that most stores offer
ALGORITHMS: t.Final[t.Mapping[str, str]] = {"sha-512-256": "sha512_256", "sha-256": "sha256", "md5": "md5"}
"""The digests of RFC 7616, the strongest first, with their names in hashlib."""


@dataclass(frozen=True, slots=True)
class Credentials:
    """A user and a password; a token has no user. The password is never part of any displayed text."""

    user: str | None
    password: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Challenge:
    """The challenge of a server: `scheme` in lower case, and its parameters by name."""

    scheme: str
    parameters: Mapping[str, str]

    @property
    def algorithm(self) -> str:
        """The digest algorithm, in lower case and without `-sess`."""
        return self.parameters.get("algorithm", "MD5").lower().removesuffix("-sess")


def strongest(headers: Iterable[str]) -> Challenge | None:
    """Return the strongest supported challenge in WWW-Authenticate headers, or None if there is none."""
    order = [*ALGORITHMS]
    found = [challenge for header in headers for challenge in _challenges(header)]
    digests = [each for each in found if each.scheme == "digest" and _can_be_met(each)]
    basics = (each for each in found if each.scheme == "basic")
    return min(digests, key=lambda each: order.index(each.algorithm), default=next(basics, None))


def _challenges(header: str) -> Iterable[Challenge]:
    starts = [*_SCHEME.finditer(header)]
    ends = [*(start.start() for start in starts[1:]), len(header)]
    for start, end in zip(starts, ends, strict=False):  # without a scheme, there is only the end
        words = header[start.end() : end]
        parameters = {
            found[1].lower(): re.sub(r"\\(.)", r"\1", found[2]) if found[2] is not None else found[3]
            for found in _PARAMETER.finditer(words)
        }
        yield Challenge(start[1].lower(), parameters)


def _can_be_met(digest: Challenge) -> bool:
    offered = re.split(r"[\s,]+", digest.parameters.get("qop", "auth").lower())
    return digest.algorithm in ALGORITHMS and "auth" in offered and "nonce" in digest.parameters


def authorization(
    credentials: Credentials,
    challenge: Challenge,
    *,
    method: str,
    target: str,
    count: int = 1,
    nonce: Callable[[], str] = lambda: secrets.token_hex(16),
) -> str:
    """Return the Authorization header that answers a challenge.

    Args:
        credentials: user and password.
        challenge: the result of `strongest`.
        method: the method of the request: `PUT`.
        target: path and query of the request, as in its first line.
        count: how often the challenge has been answered, including this time.
        nonce: returns the client nonce.
    """
    if challenge.scheme == "basic":
        pair = f"{credentials.user or ''}:{credentials.password}".encode()
        return f"Basic {base64.b64encode(pair).decode('ascii')}"
    return _digest(credentials, challenge, f"{method}:{target}", target, f"{count:08x}", nonce())


def bearer(credentials: Credentials) -> str:
    """Return the Authorization header with the password as a token."""
    return f"Bearer {credentials.password}"


def _digest(
    credentials: Credentials, challenge: Challenge, request: str, target: str, count: str, own_nonce: str
) -> str:
    parameters = challenge.parameters
    realm, nonce = parameters.get("realm", ""), parameters["nonce"]
    secret = _hash(challenge, credentials.user or "", realm, credentials.password)
    if parameters.get("algorithm", "").lower().endswith("-sess"):
        secret = _hash(challenge, secret, nonce, own_nonce)
    protected = "qop" in parameters
    middle = [nonce, count, own_nonce, "auth"] if protected else [nonce]
    response = _hash(challenge, secret, *middle, _hash(challenge, request))
    parts = [_user(credentials.user or ""), f"realm={_quoted(realm)}", f"nonce={_quoted(nonce)}"]
    parts += [f"uri={_quoted(target)}", f'response="{response}"']
    parts += [f"algorithm={parameters['algorithm']}"] if "algorithm" in parameters else []
    parts += [f"opaque={_quoted(parameters['opaque'])}"] if "opaque" in parameters else []
    parts += ["qop=auth", f"nc={count}", f'cnonce="{own_nonce}"'] if protected else []
    return f"Digest {', '.join(parts)}"


def _hash(challenge: Challenge, *words: str) -> str:
    name = ALGORITHMS[challenge.algorithm]
    return hashlib.new(name, ":".join(words).encode("utf-8"), usedforsecurity=False).hexdigest()


def _user(name: str) -> str:
    if name.isascii():
        return f"username={_quoted(name)}"
    return f"username*=UTF-8''{urllib.parse.quote(name, safe='')}"  # RFC 7616, 3.4.4


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", r"\\").replace('"', r"\"") + '"'
