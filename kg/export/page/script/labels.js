/** Where names and words have room on the canvas: the more important first, and none on another. */

import { nodeOf } from "./model.js";
import { nodeHidden } from "./filters.js";

const NAME = 14;
/** The size of the words of edges. */
export const WORDS = 12;
const LEAST_NAME = 9;
const LEAST_WORDS = 7;
/** The height of a line of text in units of its size. */
export const LINE = 1.15;
const PLACES = [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74];

/** Return the size of a node's name; `text` is how much larger than life it is, so that it can be read when zoomed out. */
export function nameSize(node, text) {
  return text * (node.shape === "box" ? WORDS : node.size > 15 ? NAME + 2 : NAME);
}

/** Return the boxes of a node's shape and of its name, x and y in their middle. */
export function nodeBoxes(canvas, key, text = 1) {
  const node = nodeOf(canvas.app.data, key);
  const { x, y } = canvas.network.getPosition(key);
  const size = nameSize(node, text);
  const lines = node.label.split("\n");
  const width = Math.max(...lines.map((line) => measured(canvas, line, size)));
  const height = lines.length * size * LINE;
  if (node.shape === "box") return [{ x, y, width: width + 12, height: height + 10 }];
  const shape = { x, y, width: 2 * node.size + 2, height: 2 * node.size + 2 };
  return [shape, { x, y: y + node.size + 4 + height / 2, width, height }];
}

/**
 * Choose the nodes whose names are shown, below or else above them, and give the boxes that shapes and names take.
 * `named` holds for each of them how far its name is moved from its place below the node.
 */
export function placeNames(canvas, light, text = readableSize(canvas)) {
  const { app } = canvas;
  const { data, selection } = app;
  const keys = [...canvas.drawn].filter((key) => !nodeHidden(data, app.filters, key));
  const boxes = new Map(keys.map((key) => [key, nodeBoxes(canvas, key, text)]));
  const rank = (key) => (light?.nodes.has(key) ? 1000 : 0) + nodeOf(data, key).size;
  const taken = keys.map((key) => ({ ...boxes.get(key)[0], key }));
  const named = new Map();
  for (const key of keys.sort((a, b) => rank(b) - rank(a) || a - b)) {
    const below = boxes.get(key).at(-1);
    const node = nodeOf(data, key);
    const up = node.shape === "box" ? 0 : -(2 * (node.size + 4) + below.height);
    const free = [0, up].find((move) => {
      const name = { ...below, y: below.y + move };
      return !taken.some((other) => other.key !== key && overlap(name, other));
    });
    if (free === undefined && !(selection?.kind === "n" && selection.place === key)) continue;
    named.set(key, free ?? 0);
    taken.push({ ...below, y: below.y + (free ?? 0), key });
  }
  return { text, named, taken };
}

function readableSize(canvas) {
  return Math.max(1, LEAST_NAME / NAME / canvas.network.getScale());
}

/** Tell whether the words of edges can be read at the present zoom. */
export function wordsReadable(canvas) {
  return Boolean(canvas.light) || WORDS * canvas.names.text * canvas.network.getScale() >= LEAST_WORDS;
}

/** Choose the edges whose words are shown, and where; words that find no room wait until their edge is lit. */
export function placeWords(canvas, places, light, names = canvas.names) {
  const { data, selection } = canvas.app;
  const { text } = names;
  const taken = names.taken.filter((box) => !light || light.nodes.has(box.key));
  const { from, to } = data.columns;
  const rank = (place) => nodeOf(data, from[place]).size + nodeOf(data, to[place]).size;
  const lit = places.filter((place) => !light || light.edges.has(place));
  // beside the line only where there is no doubt which line is meant
  const shifts = selection?.kind === "s" ? [0, -1.4 * WORDS * text, 1.4 * WORDS * text] : [0];
  const words = [];
  for (const place of lit.sort((a, b) => rank(b) - rank(a) || a - b)) {
    const label = shortened(data.statement(place).label);
    const width = measured(canvas, label, WORDS * text) + 6;
    const height = WORDS * text + 4;
    const spots = shifts.flatMap((shift) => PLACES.map((along) => ({ ...spot(canvas, place, along, shift), width, height })));
    const crowd = spots.map((box) => taken.filter((other) => overlap(box, other)).length);
    const least = Math.min(...crowd);
    if (least > 0 && selection?.kind !== "s") continue;
    const box = spots[crowd.indexOf(least)];
    taken.push(box);
    words.push({ ...box, place, label });
  }
  return words;
}

/** Draw the words of the edges, each on a halo of the background. */
export function drawWords(canvas, context) {
  const { data, selection } = canvas.app;
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.lineJoin = "round";
  context.lineWidth = 5 * (canvas.names?.text ?? 1);
  for (const { x, y, place, label } of canvas.words) {
    const chosen = selection?.kind === "s" && selection.place === place;
    context.font = `${chosen ? "600 " : ""}${WORDS * canvas.names.text}px ${canvas.family}`;
    context.strokeStyle = canvas.colours.paper;
    context.strokeText(label, x, y);
    context.fillStyle = canvas.colours[data.statement(place).standing];
    context.fillText(label, x, y);
  }
}

/** Tell whether two boxes overlap. */
export function overlap(one, other) {
  return (
    Math.abs(one.x - other.x) * 2 < one.width + other.width && Math.abs(one.y - other.y) * 2 < one.height + other.height
  );
}

function spot(canvas, place, along, shift) {
  const edge = canvas.network.body.edges[place];
  if (edge.from !== edge.to) {
    // vis-network sets these when it draws, which has not happened yet
    edge.edgeType.fromPoint = edge.from;
    edge.edgeType.toPoint = edge.to;
    const { x, y } = edge.edgeType.getPoint(along);
    return { x, y: y + shift };
  }
  const { size, angle } = edge.options.selfReference;
  const reach = edge.from.options.size + 2 * size + 8;
  return { x: edge.from.x + reach * Math.cos(angle), y: edge.from.y - reach * Math.sin(angle) };
}

function measured(canvas, text, size) {
  canvas.pen ??= document.createElement("canvas").getContext("2d");
  canvas.pen.font = `100px ${canvas.family}`;
  canvas.widths ??= new Map();
  if (!canvas.widths.has(text)) canvas.widths.set(text, canvas.pen.measureText(text).width / 100);
  return canvas.widths.get(text) * size;
}

function shortened(label) {
  return label.length > 32 ? `${label.slice(0, 31)}…` : label;
}
