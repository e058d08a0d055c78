/**
 * The nodes of each view of the graph, and their positions.
 *
 * @typedef {{kind: "first", opened?: number} | {kind: "all"} | {kind: "filtered", by: string, all: boolean} | {kind: "around", centre: number, depth: ?number} |
 *   {kind: "articles", first: number} | {kind: "path", path: number[]} | {kind: "between", places: number[]}} View
 */

import { cardsShown, placesOnCards } from "./articles.js";
import { isEnd } from "./model.js";
import { neighbourhood } from "./paths.js";
import { between } from "./between_panel.js";
import { shownStatements } from "./filters.js";
import { nodeBoxes, overlap } from "./labels.js";
import { mostImportant, unfolded } from "./folding.js";
import { placedApart } from "./placement.js";

const TICKS = 150;
const BESIDE_PATH = 40;
const SHORT = 60;
/** The start of the search for a position of a new node, which continues in rings, wider than high. */
const NEAREST = 70;
const RING = 22;
const TURNS = 20;
const WIDER = 1.5;
const BESIDE = 22;

/**
 * Return the nodes of a view; those of the first view with their positions, which Python has computed.
 *
 * @param {any} app
 * @param {View} view
 * @param {boolean} tall whether the frame is higher than wide
 * @returns {{keys: Set<number>, at: ?Map<number, [number, number]>}}
 */
export function nodesOf(app, view, tall) {
  const { data } = app;
  if (view.kind === "articles") {
    const at = placesOnCards(data, cardsShown(app, view.first));
    return { keys: new Set(at.keys()), at };
  }
  if (view.kind === "around") return { keys: neighbourhood(data, view.centre, view.depth, app.shown), at: null };
  if (view.kind === "between") return { keys: new Set([...view.places, ...between(app, view.places).by.keys()]), at: null };
  if (view.kind === "path") return { keys: besidePath(app, view.path), at: null };
  if (view.kind === "filtered") return { keys: leftBy(app, view.all), at: null };
  const first = tall ? data.tall.places : data.network.nodes.map(({ id, x, y }) => [id, x, y]);
  // Python has placed everything in a wide frame
  if (view.kind === "all" && tall) return { keys: new Set(data.everything.map(([key]) => key)), at: null };
  const places = view.kind === "all" ? data.everything : first;
  const at = new Map(places.map(([key, x, y]) => [key, [x, y]]));
  const keys = new Set(at.keys());
  if (view.kind === "first" && view.opened !== undefined) for (const key of unfolded(app, new Set(keys), view.opened)) keys.add(key);
  return { keys, at };
}

/** Return whether two views are the same. @param {View} one @param {View} other */
export function sameView(one, other) {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** Arrange nodes on a spiral of even density, which is always the same and without overlaps. @param {Set<number>} keys */
export function spiral(keys) {
  const point = (index) => [60 * Math.sqrt(index) * Math.cos(2.4 * index), 60 * Math.sqrt(index) * Math.sin(2.4 * index)];
  return new Map([...keys].map((key, index) => [key, point(index)]));
}

/** Lay out the nodes of a network by force, then spread them over the frame and fix them. @param {Canvas} canvas */
export function layOut(canvas) {
  const lines = [...canvas.lines.values()];
  canvas.edges.add(lines.map(({ place, from, to }) => ({ id: place, from, to, smooth: false, ...(isEnd(canvas.app.data, to) ? { length: SHORT } : {}) })));
  const force = { gravitationalConstant: -110, springLength: 110, springConstant: 0.08, avoidOverlap: 0.4 };
  canvas.network.setOptions({
    physics: { enabled: true, solver: "forceAtlas2Based", forceAtlas2Based: force, stabilization: { enabled: false } },
  });
  canvas.network.physics.startedStabilization = false;
  for (let step = 0; step < TICKS; step++) canvas.network.physics.physicsTick();
  canvas.network.storePositions();
  canvas.network.setOptions({ physics: { enabled: false } });
  const keys = [...canvas.drawn];
  const aspect = canvas.place.clientWidth / Math.max(1, canvas.place.clientHeight);
  const boxes = keys.map((key) => wholeBox(nodeBoxes(canvas, key)));
  canvas.nodes.update(placedApart(boxes, aspect, canvas.app.data.constants).map(({ x, y, drop }, index) => ({ id: keys[index], x, y: y - drop })));
}

/** Return the box around a shape and its name; `drop` is the offset of its middle below that of the shape. @param {Box[]} boxes */
function wholeBox(boxes) {
  const [shape, name] = [boxes[0], boxes.at(-1)];
  const top = shape.y - shape.height / 2;
  const bottom = name.y + name.height / 2;
  const width = Math.max(shape.width, name.width);
  return { x: shape.x, y: (top + bottom) / 2, width, height: bottom - top, drop: (top + bottom) / 2 - shape.y };
}

/** Return the path with some neighbours of its nodes, the nodes of the path first. @param {App} app @param {number[]} path */
function besidePath(app, path) {
  const keys = new Set(path);
  for (const key of path) {
    for (const near of neighbourhood(app.data, key, 1, app.shown)) if (keys.size < path.length + BESIDE_PATH) keys.add(near);
  }
  return keys;
}

/** Return the nodes of the filtered statements: the most important ones, or as many as can be drawn. @param {App} app @param {boolean} all */
function leftBy(app, all) {
  const { data } = app;
  const places = shownStatements(data, app.filters);
  return all || data.everything === null ? bestConnected(data, places) : mostImportant(data, places, data.constants.overview);
}

/** Place new nodes of a picture near the nodes that they are linked to. @param {Canvas} canvas @param {number[]} added */
export function placeBeside(canvas, added) {
  if (!added.length) return;
  const fresh = new Set(added);
  const taken = [...canvas.drawn].filter((key) => !fresh.has(key)).map((key) => wholeBox(nodeBoxes(canvas, key)));
  const middle = meanOf(taken);
  for (const key of added) {
    const line = [...canvas.lines.values()].find(({ from, to }) => (from === key && !fresh.has(to)) || (to === key && !fresh.has(from)));
    const anchor = line ? canvas.network.getPosition(line.from === key ? line.to : line.from) : middle;
    const box = wholeBox(nodeBoxes(canvas, key));
    const { x, y } = freeSpot(box, anchor, middle, taken);
    taken.push({ ...box, x, y: y + box.drop });
    canvas.nodes.update({ id: key, x, y });
    fresh.delete(key);
  }
}

/** Return the position nearest to a node, preferably away from the middle of the picture, where a box overlaps no other. @param {any} box @param {Point} anchor @param {Point} middle @param {Box[]} taken */
function freeSpot(box, anchor, middle, taken) {
  const away = Math.atan2(anchor.y - middle.y, anchor.x - middle.x);
  for (let reach = NEAREST; ; reach += RING) {
    for (let turn = 0; turn < TURNS; turn++) {
      const angle = away + (turn % 2 ? 1 : -1) * Math.ceil(turn / 2) * (2 * Math.PI / TURNS);
      const x = anchor.x + WIDER * reach * Math.cos(angle);
      const y = anchor.y + reach * Math.sin(angle);
      const there = { x, y: y + box.drop, width: box.width + BESIDE, height: box.height + BESIDE };
      if (!taken.some((other) => overlap(there, other))) return { x, y };
    }
  }
}

/** @param {Box[]} boxes @returns {Point} */
function meanOf(boxes) {
  const mean = (values) => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
  return { x: mean(boxes.map(({ x }) => x)), y: mean(boxes.map(({ y }) => y)) };
}

/** Return the nodes with most of these statements, each linked to another one of them. @param {Data} data @param {number[]} places */
function bestConnected(data, places) {
  const { from, to } = data.columns;
  const degree = new Map();
  for (const place of places) {
    for (const key of [from[place], to[place]]) degree.set(key, (degree.get(key) ?? 0) + 1);
  }
  const ranked = [...degree.keys()].sort((a, b) => degree.get(b) - degree.get(a) || a - b);
  const rank = new Map(ranked.map((key, place) => [key, place]));
  // an entity can be drawn once its first neighbour is in the ranking
  const best = new Map();
  for (const place of places) {
    const later = Math.max(rank.get(from[place]), rank.get(to[place]));
    for (const key of [from[place], to[place]]) best.set(key, Math.min(best.get(key) ?? later, later));
  }
  const order = [...best.keys()].sort((a, b) => best.get(a) - best.get(b) || rank.get(a) - rank.get(b));
  return new Set(order.slice(0, data.constants.atOnce));
}
