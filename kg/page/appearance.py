"""The appearance of the page: a colour and a shape for each type, a line style for each status of a statement.

Every colour has a contrast of at least 3:1 to its background (WCAG 2.2, success criterion 1.4.11).
"""

import math
import typing as t
from collections import Counter
from collections.abc import Iterable, Mapping

from kg.page.wording import Standing

Shape = t.Literal["dot", "square", "diamond", "triangle", "triangleDown", "star", "hexagon"]

BACKGROUND_LIGHT: t.Final = "#fbfaf7"
BACKGROUND_DARK: t.Final = "#16181d"
INK: t.Final = ("#1d2027", "#eceae4")
CARD: t.Final = ("#ffffff", "#1e2128")
SMALLEST: t.Final = 6.0
LARGEST: t.Final = 24.0
VALUE_SIZE: t.Final = 5.0
END_SIZE: t.Final = 2.5
SMALLEST_NAME: t.Final = 13.0
LARGEST_NAME: t.Final = 19.0
NAME_GROWTH: t.Final = 0.4
WORDS_SIZE: t.Final = 12.0
"""The font size of values and of the words of edges."""


class Look(t.NamedTuple):
    """A shape, and its colour on the light and on the dark background."""

    shape: Shape
    light: str
    dark: str


class Line(t.NamedTuple):
    """A line style: lengths of dashes and gaps in pixels (none: solid), and its colours."""

    dashes: tuple[int, ...]
    light: str
    dark: str


FAMILIES: t.Final[Mapping[str, tuple[str, str]]] = {
    "people": ("#b4502a", "#f09a6d"),
    "organizations": ("#2f5fa8", "#7fa9ea"),
    "places": ("#2b7a4b", "#6fc793"),
    "works": ("#7a4b94", "#c79ae0"),
    "others": ("#6a6f78", "#a3a9b4"),
}
"""The five colours of entities; more would be hard to distinguish, so types of one family differ only in shape."""
_TYPES: t.Final[Mapping[str, tuple[Shape, str]]] = {
    "Person": ("dot", "people"),
    "Group": ("hexagon", "people"),
    "Organization": ("square", "organizations"),
    "Company": ("square", "organizations"),
    "NewsMediaOrganization": ("square", "organizations"),
    "SportsTeam": ("square", "organizations"),
    "GovernmentOrganization": ("hexagon", "organizations"),
    "EducationalOrganization": ("hexagon", "organizations"),
    "MilitaryOrganization": ("hexagon", "organizations"),
    "PoliticalParty": ("hexagon", "organizations"),
    "Place": ("diamond", "places"),
    "Country": ("diamond", "places"),
    "City": ("diamond", "places"),
    "Region": ("diamond", "places"),
    "Product": ("triangle", "works"),
    "Event": ("star", "works"),
    "Law": ("triangleDown", "works"),
    "Work": ("triangleDown", "works"),
    "Thing": ("dot", "others"),
}
LOOKS: t.Final[Mapping[str, Look]] = {name: Look(shape, *FAMILIES[family]) for name, (shape, family) in _TYPES.items()}
"""The look of each type: a shape, and the colour of its family."""
SPARE_LOOKS: t.Final[tuple[Look, ...]] = tuple(
    Look(shape, *FAMILIES["others"]) for shape in ("square", "star", "triangle", "diamond", "hexagon", "triangleDown")
)
COMMUNITIES: t.Final[tuple[tuple[str, str], ...]] = tuple(FAMILIES.values())[:-1]
"""The colours of the largest communities, taken from the families; smaller ones share the colour of everything else."""
_STATED, _UNSURE, _CONTRARY = ("#5d636e", "#98a0ae"), ("#8a5f00", "#d9ae55"), ("#b3261e", "#ff8a80")
LINES: t.Final[Mapping[Standing, Line]] = {
    "stated": Line((), *_STATED),
    "reported": Line((14, 4), *_STATED),
    "alleged": Line((2, 4), *_UNSURE),
    "possible": Line((5, 3), *_UNSURE),
    "planned": Line((7, 5), *_UNSURE),
    "conditional": Line((9, 4, 2, 4), *_UNSURE),
    "negated": Line((4, 2, 1, 2), *_CONTRARY),
    "denied": Line((3, 3), *_CONTRARY),
}
"""Line styles: facts, possibilities and denials each have a colour, and differ in their dashes."""
STRUCTURAL: t.Final = Line((1, 5), *FAMILIES["others"])
"""The line style of structural edges, thinner than those of statements."""


DARK: t.Final[Mapping[str, str]] = dict(
    [*FAMILIES.values(), *(line[1:] for line in LINES.values()), STRUCTURAL[1:], INK, CARD]
)
"""The dark-background colour for each light-background colour."""


def type_looks(types: Iterable[str]) -> dict[str, Look]:
    """Return a look for each type, given the most frequent type first; types without their own share spare ones."""
    counts = Counter(types)
    names = sorted(counts, key=lambda name: (-counts[name], name))
    unknown = [name for name in names if name not in LOOKS]
    spare = {name: SPARE_LOOKS[index % len(SPARE_LOOKS)] for index, name in enumerate(unknown)}
    return {name: LOOKS.get(name) or spare[name] for name in names}


def node_size(importance: float, greatest: float) -> float:
    """Return the radius in pixels of a node whose importance is in [0, greatest]."""
    share = importance / greatest if greatest > 0 else 0.0
    return round(SMALLEST + (LARGEST - SMALLEST) * math.sqrt(min(max(share, 0.0), 1.0)), 1)


def name_size(node_size: float) -> float:
    """Return the font size in pixels of a node's name, given the radius of the node."""
    return round(min(SMALLEST_NAME + max(node_size - SMALLEST, 0.0) * NAME_GROWTH, LARGEST_NAME), 1)
