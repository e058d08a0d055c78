"""Print the licences of all that is installed with kg as SPDX expressions, and of the data in the package.

Packages tell it of themselves; `REUSE.toml` tells it of the data.
"""

import sys
import tomllib
import typing as t
from collections import defaultdict
from collections.abc import Mapping
from importlib import metadata
from pathlib import Path

from packaging.licenses import InvalidLicenseExpression, canonicalize_license_expression
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

REPOSITORY: t.Final = Path(__file__).resolve().parents[2]
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
    return next(filter(is_expression, known), "")


def is_expression(words: str) -> bool:
    """Tell whether words are an SPDX expression."""
    try:
        return canonicalize_license_expression(words) == words
    except InvalidLicenseExpression:
        return False


def data_files() -> dict[str, list[Mapping[str, t.Any]]]:
    """Return what `REUSE.toml` says of each file of data in the package, by its path; the entry of all files aside."""
    entries = tomllib.loads((REPOSITORY / "REUSE.toml").read_text(encoding="utf-8"))["annotations"]
    files = sorted(path for path in (REPOSITORY / "kg" / "data").rglob("*") if path.is_file())
    named = [path.relative_to(REPOSITORY) for path in files]
    told = [entry for entry in entries if entry["path"] != ["**"]]
    return {
        str(path): [entry for entry in told if any(path.match(pattern) for pattern in entry["path"])] for path in named
    }


def reference() -> str:
    """Return the whole page."""
    lines = [
        "# Licences",
        "",
        "Written by `make reference`; a test compares it with what is installed. All of this comes with",
        "the package without extras; extras bring more.",
        "[Dependencies](../explanation/dependencies.md) has their sizes, and",
        "[third parties](../../THIRD_PARTY_NOTICES.md) the notices of the model and of what the package contains.",
        "",
        "| package | licence (SPDX) | needed by |",
        "|---|---|---|",
        *(f"| {name} | {licence(name)} | {', '.join(sorted(by))} |" for name, by in sorted(required().items())),
        "",
        "## Data in the package",
        "",
        "From `REUSE.toml`. `LicenseRef-WordNet` is `kg/data/LICENSE-wordnet.txt`.",
        "",
        "| file | licence (SPDX) | copyright | origin |",
        "|---|---|---|---|",
        *(_data_row(path, entry) for path, (entry,) in data_files().items()),
    ]
    return "\n".join(lines) + "\n"


def _data_row(path: str, entry: Mapping[str, t.Any]) -> str:
    holders = entry["SPDX-FileCopyrightText"]
    holders = holders if isinstance(holders, str) else ", ".join(holders)
    return f"| `{path}` | {entry['SPDX-License-Identifier']} | {holders} | {entry['SPDX-FileComment']} |"


if __name__ == "__main__":
    sys.stdout.write(reference())
