"""What the page draws things as: a colour and a shape for each type, a line for each way of saying a statement.

Every colour has a contrast of at least 3:1 to the background that it is drawn on (WCAG 2.2, success criterion 1.4.11).
"""

import math
import typing as t
from collections import Counter
from collections.abc import Iterable, Mapping

from kg.page.wording import Standing

Shape = t.Literal["dot", "square", "diamond", "triangle", "triangleDown", "star", "hexagon"]

BACKGROUND_LIGHT: t.Final = "#fbfaf7"
BACKGROUND_DARK: t.Final = "#16181d"


class Look(t.NamedTuple):
    """A shape, and its colour on the light and on the dark background."""

    shape: Shape
    light: str
    dark: str


class Line(t.NamedTuple):
    """A line: lengths of dashes and gaps in pixels (none: solid), and its colours."""

    dashes: tuple[int, ...]
    light: str
    dark: str


LOOKS: t.Final[Mapping[str, Look]] = {
    "Person": Look("dot", "#b4502a", "#f09a6d"),
    "Group": Look("hexagon", "#7a4b94", "#c79ae0"),
    "Organization": Look("square", "#2f5fa8", "#7fa9ea"),
    "Company": Look("square", "#1b7894", "#62bddb"),
    "NewsMediaOrganization": Look("square", "#86507f", "#d9a5d2"),
    "SportsTeam": Look("square", "#8d4a5f", "#e09cb2"),
    "GovernmentOrganization": Look("hexagon", "#4b4fa6", "#a6a8f5"),
    "EducationalOrganization": Look("hexagon", "#3c6d92", "#8cc0e6"),
    "MilitaryOrganization": Look("hexagon", "#5b6b2f", "#b3c47c"),
    "PoliticalParty": Look("hexagon", "#9a3a3a", "#f08f8f"),
    "Place": Look("diamond", "#2b7a4b", "#6fc793"),
    "Country": Look("diamond", "#4a7a1f", "#9ccb62"),
    "City": Look("diamond", "#2f6f6a", "#74c7c0"),
    "Region": Look("diamond", "#77701c", "#cfc565"),
    "Product": Look("triangle", "#8a6410", "#dcb44e"),
    "Event": Look("star", "#a83265", "#ee8ab5"),
    "Law": Look("triangleDown", "#8a2f3c", "#ea8f9b"),
    "Work": Look("triangleDown", "#7d5a3c", "#cba683"),
    "Thing": Look("dot", "#6a6f78", "#a3a9b4"),
}
"""A shape for each family of types (places are diamonds), a colour for each type in it."""
SPARE_LOOKS: t.Final[tuple[Look, ...]] = (
    Look("square", "#6b6a12", "#c3c25c"),
    Look("star", "#5a55b0", "#a9a5f2"),
    Look("triangle", "#3d6b57", "#8fd0b3"),
    Look("diamond", "#a04a1f", "#f0a27c"),
    Look("hexagon", "#156f7d", "#5fc3d1"),
    Look("triangleDown", "#8d4a7a", "#dd9fcb"),
)
COMMUNITIES: t.Final[tuple[tuple[str, str], ...]] = (
    ("#2f5fa8", "#7fa9ea"),
    ("#b4502a", "#f09a6d"),
    ("#2b7a4b", "#6fc793"),
    ("#7a4b94", "#c79ae0"),
    ("#8a6410", "#dcb44e"),
    ("#a83265", "#ee8ab5"),
    ("#156f7d", "#5fc3d1"),
    ("#6b6a12", "#c3c25c"),
    ("#9a3a3a", "#f08f8f"),
    ("#5a55b0", "#a9a5f2"),
)
"""The colours of the largest communities; those of the smaller ones share the colour of the type "Thing"."""
LINES: t.Final[Mapping[Standing, Line]] = {
    "stated": Line((), "#5d636e", "#98a0ae"),
    "reported": Line((14, 4), "#33658f", "#7db2de"),
    "alleged": Line((2, 4), "#8a5f00", "#d9ae55"),
    "possible": Line((5, 3), "#00707a", "#5cc4cf"),
    "planned": Line((7, 5), "#4f6f35", "#97bf77"),
    "conditional": Line((9, 4, 2, 4), "#74569c", "#b79be0"),
    "negated": Line((4, 2, 1, 2), "#9b3d63", "#ee96b4"),
    "denied": Line((3, 3), "#b3261e", "#ff8a80"),
}
STRUCTURAL: t.Final = Line((1, 5), "#6a6f78", "#a3a9b4")
"""The line of what is read from the words for a thing, thinner than those of statements."""


def type_looks(types: Iterable[str]) -> dict[str, Look]:
    """Return a look for each type, the commonest type first; types without a look of their own share the spare ones."""
    counts = Counter(types)
    names = sorted(counts, key=lambda name: (-counts[name], name))
    unknown = [name for name in names if name not in LOOKS]
    spare = {name: SPARE_LOOKS[index % len(SPARE_LOOKS)] for index, name in enumerate(unknown)}
    return {name: LOOKS.get(name) or spare[name] for name in names}


def node_size(importance: float, greatest: float) -> float:
    """Return the radius in pixels of a node whose importance lies in [0, greatest]."""
    share = importance / greatest if greatest > 0 else 0.0
    return round(7.0 + 13.0 * math.sqrt(min(max(share, 0.0), 1.0)), 1)
