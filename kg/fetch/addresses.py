"""Decide which addresses may be fetched: public ones, judged by the IP addresses of a host name."""

import ipaddress
import socket
import typing as t
import urllib.parse
from dataclasses import dataclass

from kg.errors import UnreadableDocument

PORTS: t.Final[t.Mapping[str, int]] = {"http": 80, "https": 443}
NAT64: t.Final = ipaddress.IPv6Network("64:ff9b::/96")
"""IPv4 addresses as seen in an IPv6-only network (RFC 6052)."""
IN_PATH: t.Final = "/%:@!$&'()*+,;=~"
"""The characters that are kept unchanged in the path of an address."""


@dataclass(frozen=True, slots=True)
class Target:
    """The target of a URL: its parts, and the one IP address (`ip`) to connect to, even if the name changes later."""

    scheme: str
    host: str
    port: int
    path: str
    ip: str

    @property
    def authority(self) -> str:
        """The value of the header `Host`."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == PORTS[self.scheme] else f"{host}:{self.port}"


def target(url: str, *, private: bool = False) -> Target:
    """Return the target of a URL; all IP addresses of its host must be public.

    Args:
        url: http or https, without a user name.
        private: whether to allow addresses of this machine and of private networks.

    Raises:
        UnreadableDocument: the URL is invalid, its host is unknown, or it is in a private network.
    """
    parts, host, port = _parts(url)
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except OSError as error:
        raise UnreadableDocument(
            f"its host {host} is not found", kind="unreachable", advice="check the address"
        ) from error
    numbers = [str(each[4][0]) for each in found]
    inner = [number for number in numbers if not is_public(number)]
    if inner and not private:
        reason = f"leads to {inner[0]}, which is not a public address"
        raise UnreadableDocument(reason, kind="refused", advice="allow it with --allow-private")
    path = urllib.parse.quote(parts.path or "/", safe=IN_PATH)
    query = f"?{urllib.parse.quote(parts.query, safe=IN_PATH + '?')}" if parts.query else ""
    return Target(parts.scheme, host, port, path + query, numbers[0])


def _parts(url: str) -> tuple[urllib.parse.SplitResult, str, int]:
    """Return the parts of a URL, its host in ASCII, and its port.

    Raises:
        UnreadableDocument: the URL is invalid or cannot be fetched.
    """
    try:
        parts = urllib.parse.urlsplit(url)
        host, port = (parts.hostname or "").encode("idna").decode("ascii"), parts.port or PORTS[parts.scheme]
    except (ValueError, KeyError):
        parts, host, port = urllib.parse.urlsplit(""), "", 0
    if not host or parts.username is not None:
        reason = "is not an address that can be fetched"
        raise UnreadableDocument(reason, kind="refused", advice="give http or https, without a user name")
    return parts, host, port


def is_public(number: str) -> bool:
    """Return whether an IP address is public; IPv4 in IPv6 is judged by the embedded address."""
    address = ipaddress.ip_address(number.partition("%")[0])
    if isinstance(address, ipaddress.IPv6Address):
        translated = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF) if address in NAT64 else None
        held = address.ipv4_mapped or address.sixtofour or translated
        if held is not None or address.teredo is not None:
            return held is not None and is_public(str(held))
    return address.is_global and not address.is_multicast
