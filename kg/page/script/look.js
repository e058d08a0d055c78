/** The look of nodes and edges: colours from the page's style, highlighting, and curved parallel lines. */

import { thingOf } from "./articles.js";
import { statementsIn } from "./model.js";
import { edgeOf, nodeOf, structuralKey, structuralOf } from "./network.js";
import { nodeHidden } from "./filters.js";
import { stepsOf } from "./paths.js";
import { nameSize } from "./labels.js";
import { between } from "./between_panel.js";
import { shownAs } from "./folding.js";

const DIM = 0.3;
/** The additional width of a line for each further statement on it. */
const THICKER = 0.4;
const THICKEST = 2;

/** Read the current colours of the page, light or dark. @param {Canvas} canvas */
export function readColours(canvas) {
  const { data } = canvas.app;
  const style = getComputedStyle(document.documentElement);
  const value = (name) => style.getPropertyValue(`--${name}`).trim();
  const names = ["paper", "ink", "soft", "accent", "other", "card", "faint"];
  canvas.colours = Object.fromEntries(names.map((name) => [name, value(name)]));
  canvas.dark = value("scheme") === "dark";
  canvas.groups = data.communities.map((_, index) => value(`c${index}`) || canvas.colours.other);
  canvas.colours.dim = faded(canvas.colours.ink, canvas.colours.paper);
  canvas.family = value("sans");
}

/** Return what the selection, or else the mouse, highlights; null if there is neither. @param {App} app */
export function lit(app) {
  const { data } = app;
  const selection = app.selection ?? app.hovered;
  if (!selection) return null;
  const places = litStatements(app, selection);
  const { lines, drawn } = app.canvas;
  const named = selection.kind === "m" ? selection.places : selection.kind === "p" ? (app.path() ?? []) : selection.kind === "n" ? data.structural[selection.place].flatMap((each) => /** @type {number[]} */ (data.structure[each].slice(0, 2))) : [];
  // an entity without edges is not in the picture: everything else would fade for no reason
  if (!places.length && !named.length) return null;
  const { from, to } = data.columns;
  const ends = new Set([...places.flatMap((place) => [from[place], to[place]]), ...named]);
  if (drawn) for (const key of [...ends]) ends.add(shownAs(data, drawn, key) ?? key);
  if (app.canvas.cards?.length) for (const key of drawn) if (ends.has(thingOf(data, key))) ends.add(key);
  const edges = new Set(places);
  for (const line of lines?.values() ?? []) if (line.places.some((place) => edges.has(place))) edges.add(line.place);
  return { nodes: ends, edges };
}

/** @param {App} app @param {Chosen} selection */
function litStatements(app, selection) {
  const { data } = app;
  if (selection.kind === "s") return [selection.place];
  if (selection.kind === "m") return betweenAll(app, selection.places);
  if (selection.kind === "p") return stepsOf(data, app.path() ?? [], app.shown).flat();
  return selection.kind === "n" ? data.touching[selection.place] : statementsIn(data, selection.place);
}

/** @param {App} app @param {number[]} places */
function betweenAll(app, places) {
  const { direct, by } = between(app, places);
  return [...direct, ...[...by.values()].flat()];
}

/** Return a colour of the pyvis network in the current colour scheme. @param {Canvas} canvas @param {string} colour */
export function shaded(canvas, colour) {
  return canvas.dark ? (canvas.app.data.dark[colour] ?? colour) : colour;
}

/** Return a node of the pyvis network, changed by the selection, with a position if one is given. @param {Canvas} canvas @param {number} key @param {number[] | null} [at] */
export function visNode(canvas, key, at = null) {
  const { app, light, names } = canvas;
  const node = nodeOf(app.data, key);
  const bright = !light || light.nodes.has(key);
  const chosen = isChosen(app.selection, key);
  const value = node.shape === "box";
  const named = !names || names.named.has(key);
  const { paper, ink } = canvas.colours;
  const { fill, border } = nodePaint(canvas, key);
  const shade = (colour) => (bright ? colour : faded(colour, paper));
  return {
    ...node,
    id: key,
    // its group is no longer needed; vis-network would take the colours of one from its options
    group: undefined,
    // only a box has its words inside; a space, because vis-network ignores an empty label and keeps the old one
    label: named && value ? node.label : " ",
    shape: named || !value ? node.shape : "dot",
    size: node.size + (chosen ? 3 : 0),
    ...(at ? { x: at[0], y: at[1] } : {}),
    hidden: nodeHidden(app.data, app.filters, key),
    borderWidth: chosen ? 2.5 : node.borderWidth,
    // a value without its words is a dot
    color: nodeColours(canvas, shade(value && !named ? border : fill), shade(chosen ? ink : border), fill),
    font: { color: shade(ink), size: nameSize(node, names?.named.get(key)?.text ?? 1), face: canvas.family },
  };
}

/** @param {Chosen} selection @param {number} key */
function isChosen(selection, key) {
  if (selection?.kind === "p") return selection.from === key || selection.to === key;
  if (selection?.kind === "m") return selection.places.includes(key);
  return selection?.kind === "n" && selection.place === key;
}

/** Return the colours of a node, or those of its community if these are shown. @param {Canvas} canvas @param {number} key */
function nodePaint(canvas, key) {
  const { data, communities } = canvas.app;
  const { color } = nodeOf(data, key);
  const group = communities && data.entities[thingOf(data, key)] ? (canvas.groups[data.entities[thingOf(data, key)].community] ?? canvas.colours.other) : null;
  const { background, border } = typeof color === "object" ? color : { background: color, border: color };
  return { fill: group ?? shaded(canvas, background), border: group ?? shaded(canvas, border) };
}

/** @param {Canvas} canvas @param {string} background @param {string} border @param {string} fill */
function nodeColours(canvas, background, border, fill) {
  const colour = { background, border };
  return { ...colour, highlight: colour, hover: { background: fill, border: canvas.colours.accent } };
}

/** Return a statement of the pyvis network, changed by the selection. @param {Canvas} canvas @param {number} place */
export function visEdge(canvas, place) {
  const { light, app } = canvas;
  const { from, to, lane, places } = canvas.lines.get(place);
  const edge = edgeOf(app.data, place);
  const bright = !light || light.edges.has(place);
  const chosen = app.selection?.kind === "s" && places.includes(app.selection.place);
  const given = canvas.given && edge.smooth !== undefined && edge.from === from && edge.to === to;
  return {
    ...edge,
    id: place,
    from,
    to,
    // labels.js writes its words if there is room
    label: undefined,
    width: edge.width + Math.min(THICKER * (places.length - 1), THICKEST) + (chosen ? 1.7 : bright && light ? 0.7 : 0),
    color: edgeColours(canvas, edge.color, bright),
    ...(given ? {} : bent(canvas, from, to, lane)),
  };
}

/** Return a structural edge of the pyvis network, with its kind if it is highlighted. @param {Canvas} canvas @param {number} place */
export function visStructural(canvas, place) {
  const { light, app, colours } = canvas;
  const [from, to] = app.data.structure[place];
  const edge = structuralOf(app.data, place);
  const bright = !light || (light.nodes.has(from) && light.nodes.has(to));
  const color = edgeColours(canvas, edge.color, bright);
  return {
    ...edge,
    id: structuralKey(place),
    from,
    to,
    color,
    label: light && bright ? edge.label : " ",
    font: { ...edge.font, size: Math.max(edge.font.size, edge.font.size / canvas.network.getScale()), color: color.color, face: canvas.family, strokeWidth: 3, strokeColor: colours.paper },
  };
}

/** @param {Canvas} canvas @param {string} light @param {boolean} bright */
function edgeColours(canvas, light, bright) {
  const colour = shaded(canvas, light);
  const shade = bright ? colour : faded(colour, canvas.colours.paper);
  return { color: shade, highlight: shade, hover: colour, inherit: false };
}

/** @param {Canvas} canvas @param {number} from @param {number} to @param {number} seen */
function bent(canvas, from, to, seen) {
  const lanes = canvas.app.data.constants;
  if (from === to) {
    const turn = seen * 0.5;
    return { selfReference: { size: 16 + 5 * Math.abs(seen), angle: Math.PI / 2 + turn, renderBehindTheNode: false } };
  }
  // lanes are counted clockwise from the node with the smaller key, on a screen with y downwards
  const lane = from < to ? seen : -seen;
  if (lane === 0) return { smooth: false };
  const at = canvas.network.getPositions([from, to]);
  const bend = roundness(lanes.lane * Math.abs(lane), Math.hypot(at[from].x - at[to].x, at[from].y - at[to].y), lanes.bend);
  return { smooth: { enabled: true, type: lane > 0 ? "curvedCCW" : "curvedCW", roundness: bend } };
}

/**
 * Return the roundness of a "curvedCW" edge of vis-network whose middle is `aside` pixels off the straight line:
 * nearly so for small distances, and less for larger ones, so that edges stay apart and below 1.
 * @param {number} aside
 * @param {number} length
 * @param {number} bend
 */
export function roundness(aside, length, bend) {
  const wanted = (2 * aside) / Math.max(length, 1);
  return wanted / (bend + wanted);
}

/** Return a colour faded towards the background; opacity would show the edges under a node. @param {string} colour @param {string} paper */
export function faded(colour, paper) {
  const parts = (text) => [1, 3, 5].map((at) => parseInt(text.slice(at, at + 2), 16));
  const under = parts(paper);
  const mixed = parts(colour).map((value, index) => Math.round(under[index] + (value - under[index]) * DIM));
  return `rgb(${mixed.join(",")})`;
}
