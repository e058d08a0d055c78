/** How nodes and edges look: colours from the page's style, what is lit, and lines bent apart. */

import { nodeOf, statementsIn } from "./model.js";
import { nodeHidden } from "./filters.js";
import { stepsOf } from "./paths.js";
import { nameSize } from "./labels.js";

const LANE = 24;
const DIM = 0.3;

/** Read the colours of the page as they are now, light or dark. @param {Canvas} canvas */
export function readColours(canvas) {
  const { data } = canvas.app;
  const style = getComputedStyle(document.documentElement);
  const value = (name) => style.getPropertyValue(`--${name}`).trim();
  const names = ["paper", "ink", "soft", "accent", "card", "other", "structural", ...data.standingNames];
  canvas.colours = Object.fromEntries(names.map((name) => [name, value(name)]));
  canvas.types = data.types.map((_, index) => value(`t${index}`));
  canvas.groups = data.communities.map((_, index) => value(`c${index}`) || canvas.colours.other);
  canvas.colours.dim = faded(canvas.colours.ink, canvas.colours.paper);
  canvas.family = value("sans");
}

/** Tell what the selection lights up: null where nothing is selected. @param {App} app */
export function lit(app) {
  const { selection, data } = app;
  if (!selection) return null;
  const places = litStatements(app, selection);
  const named = selection.kind === "n" ? data.structural[selection.place].flatMap((each) => data.structure[each].slice(0, 2)) : [];
  // a thing that has no edge is not in the picture: all else would fade beside nothing
  if (!places.length && !named.length) return null;
  const { from, to } = data.columns;
  return { nodes: new Set([...places.flatMap((place) => [from[place], to[place]]), ...named]), edges: new Set(places) };
}

/** @param {App} app @param {Chosen} selection */
function litStatements(app, selection) {
  const { data } = app;
  if (selection.kind === "s") return [selection.place];
  if (selection.kind === "p") return stepsOf(data, app.path() ?? [], app.shown).flat();
  return selection.kind === "n" ? data.touching[selection.place] : statementsIn(data, selection.place);
}

/** Return a node as vis-network draws it, at a place where it is given one. @param {Canvas} canvas @param {number} key @param {number[] | null} [at] */
export function visNode(canvas, key, at = null) {
  const { app, light, names } = canvas;
  const node = nodeOf(app.data, key);
  const bright = !light || light.nodes.has(key);
  const chosen = isChosen(app.selection, key);
  const value = node.shape === "box";
  const named = !names || names.named.has(key);
  const { paper, ink, stated, card } = canvas.colours;
  const fill = value ? card : nodeColour(canvas, key);
  const border = chosen ? ink : value ? stated : fill;
  const shade = (colour) => (bright ? colour : faded(colour, paper));
  return {
    id: key,
    // only a box has its words inside; a space, because vis-network takes an empty label for none and keeps the old one
    label: named && value ? node.label : " ",
    shape: named || !value ? node.shape : "dot",
    size: node.size + (chosen ? 3 : 0),
    ...(at ? { x: at[0], y: at[1] } : {}),
    hidden: nodeHidden(app.data, app.filters, key),
    borderWidth: chosen ? 2.5 : value ? 1.2 : 0,
    margin: value ? 5 : undefined,
    shapeProperties: { borderRadius: 9 },
    color: nodeColours(canvas, shade(fill), shade(border), fill),
    font: nodeFont(canvas, node, key, shade(ink)),
  };
}

/** @param {Chosen} selection @param {number} key */
function isChosen(selection, key) {
  if (selection?.kind === "p") return selection.from === key || selection.to === key;
  return selection?.kind === "n" && selection.place === key;
}

/** Return the colour of a node's type, or of its community where these are shown; ends have one of their own. @param {Canvas} canvas @param {number} key */
export function nodeColour(canvas, key) {
  const entity = canvas.app.data.entities[key];
  if (!entity) return canvas.colours.other;
  if (!canvas.app.communities) return canvas.types[entity.type];
  return canvas.groups[entity.community] ?? canvas.colours.other;
}

/** @param {Canvas} canvas @param {string} background @param {string} border @param {string} fill */
function nodeColours(canvas, background, border, fill) {
  const colour = { background, border };
  return { ...colour, highlight: colour, hover: { background: fill, border: canvas.colours.accent } };
}

/** @param {Canvas} canvas @param {{label: string, size: number, shape: string}} node @param {number} key @param {string} color */
function nodeFont(canvas, node, key, color) {
  return { color, size: nameSize(node, canvas.names?.named.get(key)?.text ?? 1), face: canvas.family };
}

/** Return a statement as vis-network draws it. @param {Canvas} canvas @param {number} place */
export function visEdge(canvas, place) {
  const { light, app } = canvas;
  const said = app.data.rows[place];
  const standing = app.data.standingNames[app.data.columns.standing[place]];
  const bright = !light || light.edges.has(place);
  const chosen = app.selection?.kind === "s" && app.selection.place === place;
  const colour = canvas.colours[standing];
  const shade = bright ? colour : faded(colour, canvas.colours.paper);
  return {
    id: place,
    from: said[1],
    to: said[2],
    arrows: "to",
    width: chosen ? 3.2 : bright && light ? 2.2 : 1.5,
    dashes: app.data.dashes[standing] ?? false,
    color: { color: shade, highlight: shade, hover: colour, inherit: false },
    ...bent(canvas, said[1], said[2], said[5]),
  };
}

/** What the keys of structural edges in the picture begin with; those of statements are their places. */
const STRUCTURAL = "structural-";

/** Return the place of a structural edge by its key in the picture. @param {string} id @returns {number} */
export function placeOfStructural(id) {
  return Number(id.slice(STRUCTURAL.length));
}

/** Return a structural edge as vis-network draws it: thin, dotted, and with its kind where it is lit. @param {Canvas} canvas @param {number} place */
export function visStructural(canvas, place) {
  const { light, app, colours } = canvas;
  const [from, to, kind] = app.data.structure[place];
  const bright = !light || (light.nodes.has(from) && light.nodes.has(to));
  const shade = bright ? colours.structural : faded(colours.structural, colours.paper);
  return {
    id: `${STRUCTURAL}${place}`,
    from,
    to,
    arrows: { to: { enabled: false } },
    width: 0.8,
    dashes: app.data.structuralDashes,
    smooth: false,
    color: { color: shade, highlight: shade, hover: colours.structural, inherit: false },
    label: light && bright ? kind : " ",
    font: { color: shade, size: 10, face: canvas.family, strokeWidth: 3, strokeColor: colours.paper },
  };
}

/** @param {Canvas} canvas @param {number} from @param {number} to @param {number} seen */
function bent(canvas, from, to, seen) {
  if (from === to) {
    const turn = seen * 0.5;
    return { selfReference: { size: 16 + 5 * Math.abs(seen), angle: Math.PI / 2 + turn, renderBehindTheNode: false } };
  }
  // lanes are counted clockwise from the node with the smaller key, on a screen whose y runs down
  const lane = from < to ? seen : -seen;
  if (lane === 0) return { smooth: false };
  const at = canvas.network.getPositions([from, to]);
  const bend = roundness(LANE * Math.abs(lane), Math.hypot(at[from].x - at[to].x, at[from].y - at[to].y));
  return { smooth: { enabled: true, type: lane > 0 ? "curvedCCW" : "curvedCW", roundness: bend } };
}

/**
 * Return the roundness of a "curvedCW" edge of vis-network whose middle runs `aside` pixels beside the straight line:
 * nearly so for small distances, and ever less for larger ones, so that edges stay apart and below 1.
 * @param {number} aside
 * @param {number} length
 */
export function roundness(aside, length) {
  const wanted = (2 * aside) / Math.max(length, 1);
  return wanted / (0.9 + wanted);
}

/** Return a colour as it looks through a veil of the background; not by opacity, which shows the edges under a node. @param {string} colour @param {string} paper */
export function faded(colour, paper) {
  const parts = (text) => [1, 3, 5].map((at) => parseInt(text.slice(at, at + 2), 16));
  const under = parts(paper);
  const mixed = parts(colour).map((value, index) => Math.round(under[index] + (value - under[index]) * DIM));
  return `rgb(${mixed.join(",")})`;
}
