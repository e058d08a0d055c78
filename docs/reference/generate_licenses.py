"""Print the licences of all that is installed with kg as SPDX expressions, from what each package tells of itself."""

import re
import sys
import typing as t
from collections import defaultdict
from collections.abc import Mapping
from importlib import metadata

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

PACKAGE: t.Final = "kg-evidence"
SPDX: t.Final[Mapping[str, str]] = {
    "Apache 2.0": "Apache-2.0",
    "Apache Software License": "Apache-2.0",
    "BSD": "BSD-3-Clause",
    "BSD License": "BSD-3-Clause",
    "ISC License (ISCL)": "ISC",
    "ISC license": "ISC",
    "ISC License": "ISC",
    "MIT License": "MIT",
    "The BSD 2-Clause License": "BSD-2-Clause",
}
"""What packages write that know no SPDX; "BSD" alone is that of three clauses in each of them."""
EXPRESSION: t.Final = re.compile(r"[A-Z\d][\w.-]+(?: (?:AND|OR|WITH) [A-Z\d][\w.-]+)*")


def required() -> dict[str, set[str]]:
    """Return all that is installed for the package, without its extras: of each package, which others need it."""
    needed_by: dict[str, set[str]] = defaultdict(set)
    waiting = [PACKAGE]
    while waiting:
        name = waiting.pop()
        for line in metadata.requires(name) or ():
            requirement = Requirement(line)
            if requirement.marker is None or requirement.marker.evaluate({"extra": ""}):
                other = canonicalize_name(requirement.name)
                if other not in needed_by:
                    waiting.append(other)
                needed_by[other].add(name)
    return dict(needed_by)


def licence(name: str) -> str:
    """Return the licence of an installed package as an SPDX expression, empty where it tells none that is known."""
    told = metadata.metadata(name)
    classifiers = [
        line.rpartition(" :: ")[2] for line in told.get_all("Classifier") or () if line.startswith("License")
    ]
    words = [told.get("License-Expression"), told.get("License"), *classifiers]
    known = (SPDX.get(word, word) for word in words if word)
    return next((word for word in known if EXPRESSION.fullmatch(word) and word != "UNKNOWN"), "")


def reference() -> str:
    """Return the whole page."""
    lines = [
        "# Licences",
        "",
        "Written by `make reference`; a test compares it with what is installed. All of this comes with",
        "`pip install kg-evidence`; extras bring more. What of others is contained in the package itself, its data and",
        "the model stand in [third parties](../../THIRD_PARTY_NOTICES.md).",
        "",
        "| package | licence (SPDX) | needed by |",
        "|---|---|---|",
        *(f"| {name} | {licence(name)} | {', '.join(sorted(by))} |" for name, by in sorted(required().items())),
    ]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.stdout.write(reference())
