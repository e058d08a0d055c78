"""Our page against those that pyvis makes of the same statements, in one run, and how a large page opens.

usage: python -m benchmarks.page [INPUT ...] [--statements 50000] [--first]

Builds the graph of the given texts (by default `data`), writes it as a page of pyvis with its defaults, as one of pyvis
with faster settings, and as ours, opens each in Chromium at 1280 by 800 pixels, and prints a table.
Then prints figures of our first view on four screens: lines, lines with their words, and crossings of lines.
Then builds a synthetic graph of that many statements and prints the size of its page and the cost of opening it
(`--first` prints only the table of the first view).

The CPU time is that of the renderer process (user and system, from /proc) until the picture has not changed for a
second and a half, the median of three. It is measured without the script that records the drawn text.
"""

import argparse
import os
import shutil
import statistics
import sys
import tempfile
import time
import typing as t
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, CDPSession, Page, Request, Route, sync_playwright
from pyvis.network import Network

from benchmarks.canvas_text import RECORDER, drawn_text, overlaps
from benchmarks.contrast import contrast
from benchmarks.made_graph import made_graph
from kg import build
from kg.export.wording import object_node, object_text
from kg.model import Graph
from kg.page import to_html

SIZE: t.Final = {"width": 1280, "height": 800}
STILL: t.Final = 1.5
IDLE: t.Final = 0.05
LONGEST: t.Final = 120.0
ROUNDS: t.Final = 3
MOST_TABS: t.Final = 60
SETTLED: t.Final = 500
TUNED: t.Final = """{
  "physics": {"stabilization": {"iterations": 200}},
  "layout": {"improvedLayout": false},
  "edges": {"smooth": {"type": "continuous"}}
}"""
STAND_STILL: t.Final = """network.once("stabilizationIterationsDone", () => network.setOptions({ physics: false }));"""
FRAMES: t.Final = """(() => {
  window.frames_drawn = 0;
  const { clearRect } = CanvasRenderingContext2D.prototype;
  CanvasRenderingContext2D.prototype.clearRect = function (...area) {
    window.frames_drawn += 1;
    return clearRect.apply(this, area);
  };
})();"""
COLOURS: t.Final = """() => {
  const { nodes, edges } = (window.kg ? kg.canvas.network : network).body;
  const drawn = [...Object.values(nodes)].filter((node) => !String(node.id).startsWith("edgeId:"));
  const shape = ({ options }) => (options.shape === "box" ? options.color.border : options.color.background);
  const line = ({ options }) => options.color.color ?? "#848484";
  const pen = document.createElement("canvas").getContext("2d");
  const resolved = (colour) => Object.assign(pen, { fillStyle: colour }).fillStyle;
  return [...new Set([...drawn.map(shape), ...Object.values(edges).map(line)])].map(resolved);
}"""
PAPER: t.Final = """() => {
  const place = document.querySelector("#graph, #mynetwork");
  for (let at = place; at; at = at.parentElement) {
    const colour = getComputedStyle(at).backgroundColor;
    if (!/, 0\\)$/.test(colour)) return colour;
  }
  return "rgb(255, 255, 255)";
}"""


SCREENS: t.Final = ((1920, 1080), (1280, 800), (1024, 768), (390, 844))
FIRST_VIEW: t.Final = """() => {
  const { lines, words, names, drawn, network } = kg.canvas;
  const at = (key) => network.getPosition(key);
  const turn = (a, b, c) => Math.sign((b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x));
  const all = [...lines.values()].map(({ from, to }) => ({ from, to, a: at(from), b: at(to) }));
  const cross = (one, other) => ![one.from, one.to].some((key) => key === other.from || key === other.to)
    && turn(one.a, one.b, other.a) !== turn(one.a, one.b, other.b)
    && turn(other.a, other.b, one.a) !== turn(other.a, other.b, one.b);
  const crossings = all.flatMap((one, index) => all.slice(0, index).filter((other) => cross(one, other))).length;
  const letters = [...names.named.values(), ...words].map(({ text }) => 12 * text * network.getScale());
  const named = [...drawn].filter((key) => names.named.has(key)).length;
  return [drawn.size, named, lines.size, words.length, crossings, Math.min(...letters)];
}"""


class Row(t.NamedTuple):
    """The measurements of one page."""

    cpu: float
    labels: int
    overlaps: int
    requests: int
    contrast: float
    tabs: int | None
    lost: int
    size: float


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("inputs", nargs="*", default=["data"])
    parser.add_argument("--statements", type=int, default=50_000)
    parser.add_argument("--first", action="store_true", help="print only the table of the first view")
    options = parser.parse_args(arguments)
    graph = build(options.inputs)
    if options.first:
        print_first_view(graph)
        return 0
    print(f"{len(graph.entities)} entities, {len(graph.statements)} statements\n")
    print("| page | renderer CPU s | lines of text | text on text | outside requests | least contrast "
          "| tabs to a sentence | statements lost | MB |\n|---|---|---|---|---|---|---|---|---|")  # fmt: skip
    with tempfile.TemporaryDirectory() as folder, chromium() as browser:
        for name, page in pages(graph).items():
            file = Path(folder) / "page.html"
            html, drawn = page()
            file.write_text(html, encoding="utf-8")
            print(line(name, measured(browser, file, graph, len(graph.statements) - drawn)), flush=True)
        large = Path(folder) / "large.html"
        started = time.process_time()
        large.write_text(to_html(made_graph(options.statements)), encoding="utf-8")
        built = time.process_time() - started
        print(f"\n{options.statements:,} statements in one page: {large.stat().st_size / 1e6:.1f} MB, "
              f"built in {built:.1f} CPU s, opened in {opened_cpu(browser, large):.2f} renderer CPU s")  # fmt: skip
    print()
    print_first_view(graph)
    return 0


def print_first_view(graph: Graph) -> None:
    """Print what the first view of a graph shows on each screen."""
    print("| screen | things | with a name | lines | with words | crossings | text on text | smallest letters, px |\n"
          "|---|---|---|---|---|---|---|---|")  # fmt: skip
    with tempfile.TemporaryDirectory() as folder, chromium() as browser:
        file = Path(folder) / "page.html"
        file.write_text(to_html(graph), encoding="utf-8")
        for width, height in SCREENS:
            context = browser.new_context(viewport={"width": width, "height": height})
            context.add_init_script(RECORDER)
            page = context.new_page()
            page.goto(file.as_uri())
            page.wait_for_timeout(SETTLED)
            *figures, letters = page.evaluate(FIRST_VIEW)
            told = [*figures, len(overlaps(drawn_text(page))), f"{letters:.1f}"]
            print(f"| {width} by {height} | {' | '.join(map(str, told))} |", flush=True)
            context.close()


def pages(graph: Graph) -> Mapping[str, Callable[[], tuple[str, int]]]:
    """Return for each page a function that makes its HTML and the number of its statements."""
    return {
        "pyvis, defaults": lambda: pyvis_page(graph, tuned=False),
        "pyvis, tuned": lambda: pyvis_page(graph, tuned=True),
        "kg": lambda: (to_html(graph), len(graph.statements)),
    }


def pyvis_page(graph: Graph, *, tuned: bool) -> tuple[str, int]:
    """Return the page that pyvis makes, with its script in the file, since without that it shows nothing offline."""
    network = Network(directed=tuned, cdn_resources="in_line")
    for entity in graph.entities:
        network.add_node(entity.id, label=entity.label)
    for said in graph.statements:
        text = object_text(said)
        if not isinstance(said.object, str):
            network.add_node(object_node(said), label=text or " ")
        network.add_edge(said.subject, object_node(said), label=said.relation, title=sentence_of(graph, said.claims))
    if tuned:
        network.set_options(TUNED)
    html = network.generate_html(notebook=False)
    return html.replace("return network;", f"{STAND_STILL} return network;") if tuned else html, len(network.edges)


def sentence_of(graph: Graph, claims: Sequence[t.Any]) -> str:
    """Return the sentence of the first of some claims."""
    span = claims[0].evidence.span
    text = next(document.text for document in graph.documents if document.id == span.document)
    return text[span.start : span.end]


@contextmanager
def chromium() -> Iterator[Browser]:
    """Yield a browser."""
    path = os.environ.get("KG_CHROMIUM") or shutil.which("chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        yield browser
        browser.close()


def measured(browser: Browser, file: Path, graph: Graph, lost: int) -> Row:
    """Open a page several times to measure the time, and once more to measure its content."""
    cpu = statistics.median(opened_cpu(browser, file) for _ in range(ROUNDS))
    with opened(browser, file, RECORDER) as (page, outside, _):
        paper, drawn = page.evaluate(PAPER), drawn_text(page)
        return Row(
            cpu,
            len(drawn),
            len(overlaps(drawn)),
            len(outside),
            min(contrast(colour, paper) for colour in page.evaluate(COLOURS)),
            tabs_to_sentence(page, graph),
            lost,
            file.stat().st_size / 1e6,
        )


def opened_cpu(browser: Browser, file: Path) -> float:
    """Return the CPU seconds of the renderer from an empty page to one whose picture no longer changes."""
    with opened(browser, file) as (_, _, cpu):
        return cpu


@contextmanager
def opened(browser: Browser, file: Path, *scripts: str) -> Iterator[tuple[Page, list[str], float]]:
    """Yield a page whose picture no longer changes, its requests to other hosts, and the CPU seconds that it took."""
    context = browser.new_context(viewport=SIZE)  # type: ignore[arg-type]  # a size
    for script in (FRAMES, *scripts):
        context.add_init_script(script)
    page = context.new_page()
    outside = noted_requests(page)
    session = browser.new_browser_cdp_session()
    before = {process: cpu_seconds(process) for process in renderers(session)}
    page.goto(file.as_uri())
    # a file may get a process of its own, and the browser keeps a spare one ready
    mine = max(renderers(session), key=lambda process: cpu_seconds(process) - before.get(process, 0.0))
    yield page, outside, wait_until_still(page, lambda: cpu_seconds(mine)) - before.get(mine, 0.0)
    context.close()


def noted_requests(page: Page) -> list[str]:
    """Return the list that collects the addresses that a page requests from others; none gets an answer."""
    outside: list[str] = []

    def note(request: Request) -> None:
        if not request.url.startswith(("file:", "data:", "blob:")):
            outside.append(request.url)

    def keep_in(route: Route) -> None:
        route.continue_() if route.request.url.startswith("file:") else route.abort()

    page.on("request", note)
    page.route("**/*", keep_in)
    return outside


def wait_until_still(page: Page, cpu: Callable[[], float]) -> float:
    """Wait until nothing is drawn or computed any more, and return the CPU seconds when that began."""
    began = time.monotonic()
    still, spent, frames = began, cpu(), -1
    while time.monotonic() - began < LONGEST:
        now = page.evaluate("window.frames_drawn")
        if now != frames or cpu() - spent > IDLE:
            still, spent, frames = time.monotonic(), cpu(), now
        elif now and time.monotonic() - still > STILL:
            return spent
        page.wait_for_timeout(100)
    return cpu()


def renderers(session: CDPSession) -> set[int]:
    """Return the process ids of all renderers of the browser."""
    found = session.send("SystemInfo.getProcessInfo")["processInfo"]
    return {process["id"] for process in found if process["type"] == "renderer"}


def cpu_seconds(process: int) -> float:
    """Return the CPU seconds that a process has taken."""
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def tabs_to_sentence(page: Page, graph: Graph) -> int | None:
    """Return the number of presses of Tab from the top of the page to a statement whose sentence Enter shows."""
    sentences = [sentence_of(graph, said.claims) for said in graph.statements]
    for presses in range(1, MOST_TABS + 1):
        page.keyboard.press("Tab")
        if not page.evaluate("document.activeElement.matches('a[href^=\"#\"], button, [role=button]')"):
            continue
        page.keyboard.press("Enter")
        marked = page.evaluate("[...document.querySelectorAll('mark')].map((one) => one.textContent)")
        if any(sentence in marked for sentence in sentences):
            return presses
    return None


def line(name: str, row: Row) -> str:
    """Return a row of the table."""
    tabs = "never" if row.tabs is None else str(row.tabs)
    return (f"| {name} | {row.cpu:.2f} | {row.labels} | {row.overlaps} | {row.requests} | {row.contrast:.2f} | {tabs} "
            f"| {row.lost} | {row.size:.2f} |")  # fmt: skip


if __name__ == "__main__":
    sys.exit(main())
