"""Which named test goes red when a known fault is put into the page: run by hand, not by CI.

usage: python -m tests.browser.mutations [NAME ...]

Copies `kg`, `tests`, `benchmarks` and `data` from the present folder, puts one fault at a time into the copy, runs the
tests of the page, and prints a row for each fault with the first tests that failed. Exits 1 if a fault went unseen.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
import typing as t
from collections.abc import Sequence
from pathlib import Path

PAGE: t.Final = "kg/page"
STATIC: t.Final = ("tests/page/test_page.py", "tests/page/test_page_drawing.py")
FIRST: t.Final = ("tests/browser/test_first_view.py", "-k", "not 20k and not 50k and not gold")
HOSTILE: t.Final = ("tests/browser/test_drawing.py", "-k", "hostile")
DRAWING: t.Final = ("tests/browser/test_drawing.py",)
FINDING: t.Final = ("tests/browser/test_finding.py",)
READING: t.Final = ("tests/browser/test_page.py",)
SAVING: t.Final = ("tests/browser/test_saving.py",)
BARRIERS: t.Final = ("tests/browser/test_barriers.py",)
STANDING: t.Final = ("tests/browser/test_standing.py",)
LOOK: t.Final = ("tests/browser/test_look.py",)
STORY: t.Final = ("tests/browser/test_story.py", "tests/page/test_page.py", "-k", "not gold and not view")
PYVIS: t.Final = ("tests/browser/test_pyvis.py",)
OVERVIEW: t.Final = ("tests/browser/test_overview.py", "tests/page/test_page_overview.py", "-k", "not 2k")
ARTICLES: t.Final = ("tests/browser/test_articles.py", "tests/page/test_page_overview.py")
NOTEBOOK: t.Final = ("tests/browser/test_notebook.py",)


class Fault(t.NamedTuple):
    """What is put into a file in place of what, and the tests that are run."""

    name: str
    file: str
    old: str
    new: str
    tests: tuple[str, ...]


FAULTS: t.Final = (
    Fault("pyvis: heading unescaped", f"{PAGE}/template.html.j2", '<h1 dir="auto">{{ title }}',
          '<h1 dir="auto">{{ title | safe }}', HOSTILE),
    Fault("pyvis: names raw in <option>", f"{PAGE}/script/filter_form.js",
          'element("option", { value: relation }, `${app.data.relations[relation][0]} (${count})`)',
          "document.createRange().createContextualFragment(`<option>${app.data.relations[relation][0]} (${count})`)",
          HOSTILE),
    Fault("pyvis: text with `href` becomes markup", f"{PAGE}/script/elements.js",
          "made.append(...kept(children).map(shown));",
          'made.append(...kept(children).map((one) => typeof one === "string" && one.includes("href") '
          "? document.createRange().createContextualFragment(one) : one));", HOSTILE),
    Fault("pyvis: data closes its script", f"{PAGE}/page.py", ".translate(_JSON_ESCAPES)", "", STATIC),
    Fault("a link to a CDN", f"{PAGE}/template.html.j2", '<meta name="referrer"',
          '<link rel="stylesheet" href="https://cdn.example.org/bootstrap.css"><meta name="referrer"', FIRST),
    Fault("a parallel edge lost", f"{PAGE}/script/canvas.js", "  const kept = new Set([...shown,",
          "  const one = new Map(shown.map((place) => [`${from[place]} ${to[place]}`, place]));\n"
          "  shown.splice(0, shown.length, ...one.values());\n  const kept = new Set([...shown,", FIRST),
    Fault("the evidence mark removed", f"{PAGE}/script/article.js", "marked(text, mark));",
          "text.slice(mark.start, mark.end));", FIRST),
    Fault("the mark one emoji off", f"{PAGE}/evidence.py", "span.end + bisect.bisect_left(wide, span.end)", "span.end",
          STATIC),
    Fault("the mark not scrolled to", f"{PAGE}/script/main.js", "if (mark) showMark(box, mark);", "", READING),
    Fault("a focus trap", f"{PAGE}/script/main.js", 'if (event.key === "Escape") app.clear();',
          'if (event.key === "Tab" && target.closest(".panel")) event.preventDefault();\n'
          '    if (event.key === "Escape") app.clear();', BARRIERS),
    Fault("focus not to be seen", f"{PAGE}/style/base.css", ":focus-visible { outline: 2px solid var(--accent);",
          ":focus-visible { outline: 0;", BARRIERS),
    Fault("the title of the still picture unescaped", f"{PAGE}/template.html.j2", 'role="img">\n<title>{{ title }}',
          'role="img">\n<title>{{ title | safe }}', STATIC),
    Fault("a script without nonce", f"{PAGE}/template.html.j2", '<script nonce="{{ nonce }}">', "<script>", STATIC),
    Fault("no policy", f"{PAGE}/template.html.j2", "http-equiv=\"Content-Security-Policy\"", 'name="policy"', DRAWING),
    Fault("labels on labels", f"{PAGE}/script/labels.js",
          "Math.abs(one.x - other.x) * 2 < one.width + other.width &&", "false &&", FIRST),
    Fault("labels not stored at their size", f"{PAGE}/script/labels.js", "return canvas.widths.get(name) * size;",
          "return canvas.widths.get(name) * size * 0.6;", FIRST),
    Fault("a dark colour on dark", f"{PAGE}/appearance.py", '"people": ("#b4502a", "#f09a6d")',
          '"people": ("#b4502a", "#5a2a1a")', FIRST),
    Fault("a look that is not the network's", f"{PAGE}/script/network.js", "looks.set(data, { nodes: byId(nodes)",
          "looks.set(data, { nodes: new Map()", PYVIS),
    Fault("pyvis' own links left in its page", f"{PAGE}/network.py", "_ELSEWHERE.sub(\"\", html)", "html", PYVIS),
    Fault("a statement lost without scripts", f"{PAGE}/story.py",
          "in sorted(graph.statements, key=lambda said: (-weights[said.id], *_first_evidence(said)))",
          "in sorted(graph.statements, key=lambda said: (-weights[said.id], *_first_evidence(said)))[1:]", FIRST),
    Fault("no picture on paper", f"{PAGE}/script/printing.js",
          'element("figure", { class: "picture" }, toSvg(app.canvas, document.title)),', "", DRAWING),
    Fault("dark picture on paper", f"{PAGE}/script/printing.js", "  readColours(app.canvas);\n  refresh(app.canvas);",
          "", DRAWING),
    Fault("another layout at each build", f"{PAGE}/drawing.py", "layout(view, seed=LAYOUT_SEED)",
          'layout(view, seed=__import__("time").time_ns() % 9999)', STATIC),
    Fault("no address", f"{PAGE}/script/main.js", '  if (location.protocol === "about:") return;', "  return;",
          READING),
    Fault("a filter that leaves the list as it was", f"{PAGE}/script/filters.js",
          "nodeShown(data, filters, from[place]) &&", "", READING),
    Fault("touch does nothing", f"{PAGE}/script/canvas.js", 'network.on("click"', 'network.on("doubleClick"', READING),
    Fault("articles in spite of --no-text", f"{PAGE}/data.py", "document.text if include_text else None",
          "document.text", STATIC),
    Fault("formulas in CSV", f"{PAGE}/script/csv.js", "FORMULA.test(text) && ", "false && ", SAVING),
    Fault("denials saved as facts", f"{PAGE}/script/turtle.js", 'said.negated ? "kg:negated" : "kg:affirmed"',
          '"kg:affirmed"', SAVING),
    Fault("more than 300 nodes", f"{PAGE}/script/paths.js", "LARGEST_VIEW = 300", "LARGEST_VIEW = 3000", FINDING),
    Fault("contradictions not told", f"{PAGE}/script/model.js",
          "sideOf(data, other) * sideOf(data, place) < 0", "false", FINDING),
    Fault("no object saved as the value true", f"{PAGE}/script/turtle.js", '[["kg:noObject", TRUE]]', "[]", SAVING),
    Fault("a name for where a statement without an object ends", f"{PAGE}/script/network.js",
          'value?.drawn ?? ""', 'value?.drawn ?? "?"', STATIC),
    Fault("motion", f"{PAGE}/style/base.css", "(prefers-reduced-motion: no-preference) {",
          "(width > 1px) { .chip { transition: color 1s !important; }",
          ("tests/browser/test_drawing.py", "-k", "moves")),
    Fault("too small to touch", f"{PAGE}/style/map.css", ".tools button { min-height: 38px; min-width: 38px;",
          ".tools button { min-height: 16px; min-width: 16px; font-size: 9px;", BARRIERS),
    Fault("an allegation worded as a fact on its edge", f"{PAGE}/wording.py", "status == \"affirmed\" or",
          "status != \"denied\" or", STANDING),
    Fault("a denial drawn as a negation", f"{PAGE}/wording.py", "        return statement.status\n",
          '        return "negated" if statement.status == "denied" else statement.status\n', STANDING),
    Fault("a swipe that drags the picture", f"{PAGE}/style/map.css", "touch-action: pan-y !important",
          "touch-action: none", LOOK),
    Fault("a tap that opens what moves under the finger", f"{PAGE}/script/canvas.js",
          'event.event.pointerType === "touch"', "false", READING),
    Fault("nothing lit under the mouse", f"{PAGE}/script/look.js", "app.selection ?? app.hovered",
          "app.selection", LOOK),
    Fault("story: one statement of a sentence reached", f"{PAGE}/script/document_panel.js",
          "(said.length === 1 ? app", "(said.length > 0 ? app", STORY),
    Fault("story: what it says missing", f"{PAGE}/script/voices.js",
          "if (speaker >= 0) acts.set(", "if (speaker < 0) acts.set(", STORY),
    Fault("story: a sentence printed again", f"{PAGE}/script/sentences.js",
          "sentences.get(start) ?? {", "null ?? {", STORY),
    Fault("story: undated told as dated", f"{PAGE}/script/events.js", "dated: false };", "dated: true };", STORY),
    Fault("a line without its words", f"{PAGE}/script/fitting.js",
          "lacking.length; { worded, lacking } = tryOut()) {", "false; ) {", OVERVIEW),
    Fault("a thing without its name", f"{PAGE}/script/fitting.js",
          "!worded.has(place) || nameless(from) || nameless(to)", "!worded.has(place)", OVERVIEW),
    Fault("what has no room not counted", f"{PAGE}/script/folding.js",
          "(place) => !there.has(place) && app.shown(place)", "() => false", OVERVIEW),
    Fault("a denial in one line with a fact", f"{PAGE}/overview.py",
          "found[source, target, LINES[edge.standing].light]", 'found[source, target, ""]', OVERVIEW),
    Fault("things placed on each other", f"{PAGE}/arrangement.py", "ON_BOX: t.Final = 100.0", "ON_BOX: t.Final = 0.0",
          OVERVIEW),
    Fault("crossing lines left crossed", f"{PAGE}/arrangement.py", "CROSSING: t.Final = 30.0",
          "CROSSING: t.Final = -30.0", OVERVIEW),
    Fault("a statement on the card of another article", f"{PAGE}/articles.py",
          "edges[min(places[span.document] for span in spans)]", "edges[0]", ARTICLES),
    Fault("a denial drawn as a fact on a card", f"{PAGE}/script/look.js", "const edge = edgeOf(app.data, place);",
          "const edge = { ...edgeOf(app.data, place), dashes: false };", ARTICLES),
    Fault("a wrong statement left on its card", f"{PAGE}/script/articles.js", "from !== to && !data.wrong?.has(said)",
          "from !== to", ARTICLES),
    Fault("a card that opens nothing", f"{PAGE}/script/canvas.js", 'else if (card) app.select("d", card.document);', "",
          ARTICLES),
    Fault("a hole after a filter", f"{PAGE}/script/view_choice.js", "if (filterCount(filters) === 0) return", "return",
          FINDING),
    Fault("a filter that does nothing", f"{PAGE}/script/filters.js",
          "!filters.standings.has(data.standingNames[standing[place]]) &&", "", STANDING),
    Fault("a picture without its legend", f"{PAGE}/script/poster.js", "...rest, head.group, foot.group)",
          "...rest, head.group)", SAVING),
    Fault("gliding in spite of the system", f"{PAGE}/script/gliding.js", "if (!view || isStill())", "if (!view)", LOOK),
    Fault("nothing glides", f"{PAGE}/script/gliding.js", "if (!view || isStill())", "if (view)", LOOK),
    Fault("what a statement mentions not saved", f"{PAGE}/script/turtle.js",
          '...named.map((key) => ["kg:alsoMentions", entityTerm(data, key)]),', "", SAVING),
    Fault("a standing that is not of the status", f"{PAGE}/wording.py",
          'return "stated" if statement.speaker is None else "reported"', 'return "stated"', STANDING),
    Fault("a frame that reaches the notebook", "kg/graph.py", "allow-scripts allow-downloads",
          "allow-scripts allow-same-origin allow-downloads", NOTEBOOK),
)  # fmt: skip


def main(names: Sequence[str]) -> int:
    """Put in the faults whose names hold one of the given words, else all of them, and print the table."""
    unseen = 0
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder)
        for part in ("kg", "tests", "benchmarks", "data"):
            shutil.copytree(part, copy / part, ignore=shutil.ignore_patterns("__pycache__"))
        for name in ("pyproject.toml", "Makefile"):
            shutil.copy(name, copy)
        print("| fault | first tests that fail |\n|---|---|")  # noqa: T201 - a script
        for fault in FAULTS:
            if not names or any(name in fault.name for name in names):
                red = seen(copy, fault)
                unseen += not red
                print(f"| {fault.name} | {', '.join(red) or '**none**'} |", flush=True)  # noqa: T201 - a script
    return 1 if unseen else 0


def seen(copy: Path, fault: Fault) -> list[str]:
    """Return the names of the first tests that fail with the fault in."""
    file = copy / fault.file
    text = file.read_text(encoding="utf-8")
    if text.count(fault.old) != 1:
        raise SystemExit(f"{fault.name}: {fault.file} holds the place {text.count(fault.old)} times, not once")
    file.write_text(text.replace(fault.old, fault.new), encoding="utf-8")
    bundle = copy / PAGE / "bundle.js"
    kept = bundle.read_text(encoding="utf-8")
    try:
        if "/script/" in fault.file:
            subprocess.run(["make", "-s", "bundle"], cwd=copy, check=True)  # noqa: S607 - needs npm
        run = subprocess.run(  # noqa: S603 - our own tests
            [sys.executable, "-m", "pytest", "-q", "--maxfail=2", "--tb=no", "-p", "no:cacheprovider", *fault.tests],
            cwd=copy,
            env={**os.environ, "PYTHONPATH": str(copy)},
            capture_output=True,
            text=True,
            check=False,
        )
    finally:
        file.write_text(text, encoding="utf-8")
        bundle.write_text(kept, encoding="utf-8")
    return re.findall(r"^(?:FAILED|ERROR) \S*?::(\S+)", run.stdout, re.MULTILINE)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
