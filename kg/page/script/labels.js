/** Place names and words on the canvas: the more important first, without overlaps. */

import { cardOf, isHub, isOnCard, thingOf } from "./articles.js";
import { weightOf } from "./folding.js";
import { isEnd } from "./model.js";
import { edgeOf, nodeOf } from "./network.js";
import { faded, shaded } from "./look.js";
import { nodeHidden } from "./filters.js";

/** The font size of the smallest names and of the words of edges. */
const WORDS = 12;
/** The sizes tried for the smallest names on the screen when zoomed out; no text is smaller. */
const SIZES = [12, 11.5, 11];
/** The number of lines whose words are considered for the font size. */
const FEW = 30;
const GAP = 4;
/** The minimum distance of a name from the border of its card. */
const EDGE = 3;
const PADDING = 8;
const BOLD = "600 ";
/** The maximum ratio of sideways to upward distance for an edge that counts as leaving above or below. */
const STEEP = 1.5;
const LINE = 1.21;
const PLACES = [0.5, 0.45, 0.55, 0.4, 0.6, 0.35, 0.65, 0.3, 0.7, 0.25, 0.75, 0.2, 0.8];

/** Return the size of a node's name; `text` is its enlargement, so that it can be read when zoomed out. @param {import("./network.js").NodeLook} node @param {number} text */
export function nameSize(node, text) {
  return text * (node.font.size ?? WORDS);
}

/** Return the boxes of a node's shape and of its name, with x and y at their centres. @param {Canvas} canvas @param {number} key @param {number} [text] */
export function nodeBoxes(canvas, key, text = 1) {
  const node = nodeOf(canvas.app.data, key);
  const { x, y } = canvas.network.getPosition(key);
  const size = nameSize(node, text);
  const lines = rowsOf(canvas, key);
  const width = Math.max(...lines.map((line) => measured(canvas, line, size, isStrong(canvas.app, key) ? BOLD : "")));
  const height = lines.length * size * LINE;
  if (node.shape === "box") return [{ x, y, width: width + 12, height: height + 10 }];
  const shape = { x, y, width: 2 * node.size + 2, height: 2 * node.size + 2 };
  return [shape, { x, y: y + node.size + GAP + height / 2, width, height }];
}

/**
 * Choose the nodes whose names are shown, each on a free side of its node, and return the boxes of shapes and names.
 *
 * Names are as large as possible with room for all, or else as small as still readable; if some are highlighted, these count.
 *
 * @param {any} canvas
 * @param {any} light the highlighted elements
 * @param {?number} life the enlargement of all names, if given
 */
export function placeNames(canvas, light, life = null) {
  const sides = crowds(canvas);
  if (life !== null) return namesAt(canvas, light, { text: life, lit: life, room: null, sides });
  const scale = canvas.network.getScale();
  const sizes = SIZES.map((size) => Math.max(1, size / WORDS / scale));
  let best = null;
  for (const size of sizes) {
    const found = namesAt(canvas, light, { text: light ? sizes.at(-1) : size, lit: size, room: canvas.room, sides });
    if (!light && canvas.lines.size <= FEW && canvas.edges.length) found.lacking += canvas.lines.size - placeWords(canvas, [...canvas.lines.keys()], light, found).length;
    if (!best || found.lacking < best.lacking) best = found;
    if (best.lacking === 0) break;
  }
  return best;
}

/** Place the names; `named` has the enlargement of each, and its offset from the position below the node. @param {Canvas} canvas @param {Light | null} light @param {{text: number, lit: number, room: Room | null, sides: Map<number, number[]>}} options */
function namesAt(canvas, light, { text, lit, room, sides }) {
  const { app } = canvas;
  const { data, selection } = app;
  const keys = [...canvas.drawn].filter((key) => !nodeHidden(data, app.filters, key));
  const isSelected = (key) => selection?.kind === "n" && selection.place === thingOf(data, key);
  const rank = (key) => (isSelected(key) ? 2000 : light?.nodes.has(key) ? 1000 : 0) + nodeOf(data, key).size;
  const shapes = keys.map((key) => ({ ...shapeBox(canvas, key), key }));
  const spots = (key) => nameSpots(canvas, key, light?.nodes.has(key) ? lit : text, room);
  const names = new Map();
  const free = (key, box) => ![...shapes, ...names.values()].some((other) => other.key !== key && overlap(padded(box), other));
  const labelled = keys.filter((key) => !isEnd(data, key));
  for (const key of labelled.sort((a, b) => rank(b) - rank(a) || a - b)) {
    const [below] = spots(key);
    const box = spots(key).find((spot) => free(key, spot)) ?? (isSelected(key) ? below : null);
    if (box) names.set(key, { ...box, key });
  }
  // only now, so that no other name has lost its position
  for (const [key, name] of [...names]) {
    if (canvas.below || isOnCard(data, key)) continue;
    const crowd = sides.get(key);
    const better = spots(key).filter((spot) => crowd[spot.side] < crowd[name.side] && free(key, spot));
    if (better.length) names.set(key, { ...better.reduce((best, spot) => (crowd[spot.side] < crowd[best.side] ? spot : best)), key });
  }
  const lacking = labelled.filter((key) => !names.has(key) && (!light || light.nodes.has(key))).length;
  return { text, lit, named: names, taken: [...shapes, ...names.values()], lacking };
}

/** Return the possible positions of a node's name: below, above, right or left of it, and within the picture. @param {Canvas} canvas @param {number} key @param {number} text @param {Room | null} room */
function nameSpots(canvas, key, text, room) {
  const node = nodeOf(canvas.app.data, key);
  const box = { ...nodeBoxes(canvas, key, text).at(-1), text, dx: 0, dy: 0, side: 0 };
  if (node.shape === "box") return [box];
  const left = room ? room.left - (box.x - box.width / 2) : 0;
  const right = room ? box.x + box.width / 2 - room.right : 0;
  const dx = left > 0 && left < box.width / 2 ? left : right > 0 && right < box.width / 2 ? -right : 0;
  const reach = node.size + GAP;
  const middle = -(reach + box.height / 2);
  const aside = reach + box.width / 2;
  const shifts = [[dx, 0], [dx, 2 * middle], [aside, middle], [-aside, middle]];
  const spots = shifts.map(([dx, dy], side) => ({ ...box, x: box.x + dx, y: box.y + dy, dx, dy, side }));
  if (isOnCard(canvas.app.data, key)) return spotsOnCard(canvas, key, spots);
  return spots.filter((spot) => spot.side === 0 || !room || inside(spot, room));
}

/** Return the possible positions of a name on a card, none of them across its border; lines come from the left. @param {Canvas} canvas @param {number} key @param {NameBox[]} spots */
function spotsOnCard(canvas, key, [below, above, right]) {
  const card = cardOf(canvas, key);
  const over = (spot) => Math.max(0, Math.abs(spot.x - card.x) + spot.width / 2 + EDGE - card.width / 2) * Math.sign(spot.x - card.x);
  const moved = (spot) => ({ ...spot, x: spot.x - over(spot), dx: spot.dx - over(spot) });
  const upright = [moved(below), moved(above)];
  return over(right) || isHub(canvas.app.data, key) ? upright : [right, ...upright];
}

/** Return whether a box is within the picture, and not under the tools. @param {Box} name @param {Room} room */
function inside({ x, y, width, height }, { left, right, top, tools }) {
  const within = x - width / 2 >= left - 1 && x + width / 2 <= right + 1 && y - height / 2 >= top;
  return within && (x + width / 2 < tools.x || y - height / 2 > tools.y);
}

/** Return for each node how many edges leave it below, above, to the right and to the left. @param {Canvas} canvas */
function crowds(canvas) {
  const sides = new Map([...canvas.drawn].map((key) => [key, [0, 0, 0, 0]]));
  for (const { from, to } of canvas.lines.values()) {
    if (from === to) continue;
    const [one, other] = [canvas.network.getPosition(from), canvas.network.getPosition(to)];
    for (const [key, { x, y }, at] of [[from, one, other], [to, other, one]]) {
      const upright = Math.abs(at.x - x) < STEEP * Math.abs(at.y - y);
      sides.get(key)[upright ? (at.y > y ? 0 : 1) : at.x > x ? 2 : 3] += 1;
    }
  }
  return sides;
}

/** Return the box of a node without its name. @param {Canvas} canvas @param {number} key */
function shapeBox(canvas, key) {
  const { size } = nodeOf(canvas.app.data, key);
  return { ...canvas.network.getPosition(key), width: 2 * size + 2, height: 2 * size + 2 };
}

/** Return a box with a margin that separates two names on one line. @param {Box} box */
function padded(box) {
  return { ...box, width: box.width + PADDING };
}

/** Choose the edges whose words are shown, and their positions; words without room wait until their edge is highlighted. @param {Canvas} canvas @param {number[]} places @param {Light | null} light @param {Names | null} [names] */
export function placeWords(canvas, places, light, names = canvas.names) {
  const { data, selection } = canvas.app;
  const text = light ? names.lit : names.text;
  /** @type {Box[]} */
  const taken = names.taken.filter((box) => !light || light.nodes.has(box.key));
  const faint = light ? names.taken.filter((box) => !light.nodes.has(box.key)) : [];
  const { lines } = canvas;
  const rank = (place) => weightOf(data, lines.get(place)) + (canvas.urgent.has(place) ? 1 : 0);
  const lit = places.filter((place) => !light || light.edges.has(place));
  // next to the line only if there is no doubt which line is meant
  const shifts = selection?.kind === "s" ? [0, -1.4, 1.4, -2.8, 2.8, -4.2, 4.2].map((lines) => lines * WORDS * text) : [0];
  const words = [];
  for (const place of lit.sort((a, b) => rank(b) - rank(a) || a - b)) {
    const rows = lines.get(place).label.split("\n").map(shortened);
    const chosen = isChosenLine(canvas, place);
    const width = Math.max(...rows.map((row) => measured(canvas, row, WORDS * text, chosen ? BOLD : ""))) + 6;
    const height = WORDS * text * (1 + LINE * (rows.length - 1)) + 4;
    const spots = shifts.flatMap((shift) => PLACES.map((along) => ({ ...within(canvas, spot(canvas, place, along, shift), width), width, height })));
    const under = (box, others) => others.filter((other) => overlap(box, other)).length;
    const crowd = spots.map((box) => under(box, taken) * (faint.length + 1) + under(box, faint));
    const least = Math.min(...crowd);
    const box = spots[crowd.indexOf(least)];
    if (under(box, taken) && selection?.kind !== "s") continue;
    taken.push(box);
    // highlighted words must be readable, others only show where there are any
    for (const [key, name] of names.named) if (light && !light.nodes.has(key) && overlap(box, name)) names.named.delete(key);
    words.push({ ...box, place, rows, text });
  }
  return words;
}

/** Draw the names of nodes and the words of edges, each on a halo in the background colour. @param {Canvas} canvas @param {CanvasRenderingContext2D} context */
export function drawText(canvas, context) {
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.lineJoin = "round";
  context.strokeStyle = groundOf(canvas);
  for (const [key, place] of canvas.names?.named ?? []) drawName(canvas, context, key, place);
  if (canvas.gliding !== null) return;
  for (const box of canvas.words) drawWords(canvas, context, box);
}

/** Return the background colour of text. @param {Canvas} canvas */
function groundOf({ cards, colours }) {
  return cards.length ? colours.card : colours.paper;
}

/** @param {Canvas} canvas @param {CanvasRenderingContext2D} context @param {number} key @param {NameBox} name */
function drawName(canvas, context, key, { text, dx, dy }) {
  const node = nodeOf(canvas.app.data, key);
  // vis-network writes the words in its boxes itself
  if (node.shape === "box") return;
  const { x, y } = canvas.network.getPosition(key);
  const size = nameSize(node, text);
  const top = y + dy + node.size + GAP + (size * LINE) / 2;
  const lines = rowsOf(canvas, key).map((line, index) => /** @type {[string, number, number]} */ ([line, x + dx, top + index * size * LINE]));
  context.font = `${isStrong(canvas.app, key) ? BOLD : ""}${size}px ${canvas.family}`;
  context.lineWidth = 5 * text;
  for (const line of lines) context.strokeText(...line);
  context.fillStyle = !canvas.light || canvas.light.nodes.has(key) ? canvas.colours.ink : canvas.colours.dim;
  for (const line of lines) context.fillText(...line);
}

/** Return the rows of a node's name, with the number of its waiting statements. @param {Canvas} canvas @param {number} key */
function rowsOf({ app: { data }, waiting }, key) {
  const { label, shape } = nodeOf(data, key);
  const count = shape === "box" ? 0 : (waiting.get(key)?.length ?? 0);
  return (count ? `${label}\u00a0+${count}` : label).split("\n");
}

/** Return whether a name is bold: that of the selected entity, or of the two ends of the selected statement. @param {App} app @param {number} key */
function isStrong({ selection, data }, key) {
  const thing = thingOf(data, key);
  if (selection?.kind === "n") return selection.place === thing;
  const { from, to } = data.columns;
  return selection?.kind === "s" && (from[selection.place] === thing || to[selection.place] === thing);
}

/** @param {Canvas} canvas @param {CanvasRenderingContext2D} context @param {WordsBox} words */
function drawWords(canvas, context, { x, y, width, height, place, rows, text }) {
  const { data } = canvas.app;
  context.font = `${isChosenLine(canvas, place) ? BOLD : ""}${WORDS * text}px ${canvas.family}`;
  context.lineWidth = 5 * text;
  const step = WORDS * text * LINE;
  const lines = rows.map((row, index) => /** @type {[string, number, number]} */ ([row, x, y + step * (index - (rows.length - 1) / 2)]));
  for (const line of lines) context.strokeText(...line);
  // the halo leaves the line visible between two words
  context.fillStyle = groundOf(canvas);
  context.fillRect(x - width / 2 + 3, y - height / 2 + 2, width - 6, height - 4);
  const colour = shaded(canvas, edgeOf(data, place).color);
  context.fillStyle = !canvas.light || canvas.light.edges.has(place) ? colour : faded(colour, canvas.colours.paper);
  for (const line of lines) context.fillText(...line);
}

/** Return whether the selected statement is on a line. @param {Canvas} canvas @param {number} place */
function isChosenLine({ app: { selection }, lines }, place) {
  return selection?.kind === "s" && lines.get(place).places.includes(selection.place);
}

/** Return whether two boxes overlap. @param {Box} one @param {Box} other */
export function overlap(one, other) {
  return (
    Math.abs(one.x - other.x) * 2 < one.width + other.width && Math.abs(one.y - other.y) * 2 < one.height + other.height
  );
}

/** Return a position moved so that words of this width stay in the picture. @param {Canvas} canvas @param {Point} point @param {number} width */
function within({ room }, { x, y }, width) {
  if (!room || room.right - room.left < width) return { x, y };
  const inner = Math.min(Math.max(x, room.left + width / 2), room.right - width / 2);
  // words far from their edge would be taken for those of another
  return { x: Math.abs(inner - x) < width / 2 ? inner : x, y };
}

/** @param {Canvas} canvas @param {number} place @param {number} along @param {number} shift */
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

/** Return the width of a text. @param {Canvas} canvas @param {string} text @param {number} size @param {string} weight */
function measured(canvas, text, size, weight) {
  canvas.pen ??= document.createElement("canvas").getContext("2d");
  canvas.pen.font = `${weight}100px ${canvas.family}`;
  canvas.widths ??= new Map();
  const name = weight + text;
  if (!canvas.widths.has(name)) canvas.widths.set(name, canvas.pen.measureText(text).width / 100);
  return canvas.widths.get(name) * size;
}

/** @param {string} label */
function shortened(label) {
  return label.length > 32 ? `${label.slice(0, 31)}…` : label;
}
