"""The size that each library of the package adds to an installation, in megabytes without bytecode.

usage: python -m benchmarks.install_size

Run it in an installation like those of users. For each library in `pyproject.toml` it prints its own size, the size of
all libraries that are there for its sake alone, and which these are, the largest first.
"""

import typing as t
from collections.abc import Iterator
from importlib import metadata

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

PACKAGE: t.Final = "kg-evidence"
MEGABYTE: t.Final = 1e6


def needed(name: str) -> Iterator[str]:
    """Yield the requirements of a library, without its extras."""
    for line in metadata.requires(name) or ():
        requirement = Requirement(line)
        if requirement.marker is None or requirement.marker.evaluate({"extra": ""}):
            yield canonicalize_name(requirement.name)


def installed(without: str | None = None) -> frozenset[str]:
    """Return all distributions that the package installs, including itself; `without` is a library to leave out."""
    found: set[str] = set()
    waiting = [PACKAGE]
    while waiting:
        name = waiting.pop()
        if name not in found and name != without:
            found.add(name)
            waiting += needed(name)
    return frozenset(found)


def size(name: str) -> float:
    """Return the megabytes of an installed library."""
    places = (file.locate() for file in metadata.files(name) or () if file.suffix != ".pyc")
    return sum(place.stat().st_size for place in places if place.is_file()) / MEGABYTE  # type: ignore[attr-defined]


def main() -> None:
    """Print the table."""
    everything = installed()
    sizes = {name: size(name) for name in everything}
    print(f"{len(everything)} packages, {sum(sizes.values()):.0f} MB")
    brought = {name: everything - installed(name) for name in needed(PACKAGE)}
    for name, alone in sorted(brought.items(), key=lambda each: -sum(map(sizes.__getitem__, each[1]))):
        others = ", ".join(sorted(alone - {name}, key=lambda each: (-sizes[each], each)))
        print(f"| {name} | {sizes[name]:.1f} | {sum(map(sizes.__getitem__, alone)):.1f} | {others} |")


if __name__ == "__main__":
    main()
