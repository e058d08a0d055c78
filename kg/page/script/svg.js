/** The view of the graph as an SVG picture, for files and for print. */

import { nodeOf } from "./model.js";
import { nodeHidden } from "./filters.js";
import { LINE, WORDS, nameSize, nodeBoxes, placeNames, placeWords } from "./labels.js";
import { drawn } from "./elements.js";

const BORDER = 24;
const SAMPLES = 20;
const ARROW = 9;
/** Corners, turn in corners, and reach in radii of each shape, as picture.py has them. */
const SHAPES = {
  triangle: [3, 0, 1.15], triangleDown: [3, 0.5, 1.15], diamond: [4, 0, 1.1], square: [4, 0.5, 1.25], hexagon: [6, 0.5, 1.05],
};

/** Return the picture of all that the view holds, with text of life size whatever the zoom. @param {Canvas} canvas @param {string} title */
export function toSvg(canvas, title) {
  const { app, colours } = canvas;
  const keys = [...canvas.drawn].filter((key) => !nodeHidden(app.data, app.filters, key));
  const edges = canvas.edges.getIds().filter((id) => typeof id === "number").sort((a, b) => a - b);
  const structural = canvas.edges.getIds().filter((id) => typeof id === "string").sort();
  const names = placeNames(canvas, canvas.light, 1);
  const words = placeWords(canvas, edges, canvas.light, names);
  const frame = frameOf([...names.taken, ...words]);
  return drawn(
    "svg",
    { xmlns: "http://www.w3.org/2000/svg", viewBox: frame.join(" "), width: frame[2], height: frame[3], role: "img", "font-family": canvas.family },
    drawn("title", {}, title),
    drawn("rect", { x: frame[0], y: frame[1], width: frame[2], height: frame[3], fill: colours.paper }),
    ...structural.flatMap((id) => edgeShapes(canvas, id).slice(0, 1)),
    ...edges.flatMap((place) => edgeShapes(canvas, place)),
    ...keys.flatMap((key) => nodeShapes(canvas, names, key)),
    ...words.map((box) => wordsText(canvas, box)),
  );
}

/** @param {Box[]} boxes */
function frameOf(boxes) {
  if (!boxes.length) return [0, 0, 400, 40];
  const left = Math.min(...boxes.map((box) => box.x - box.width / 2)) - BORDER;
  const top = Math.min(...boxes.map((box) => box.y - box.height / 2)) - BORDER;
  const right = Math.max(...boxes.map((box) => box.x + box.width / 2)) + BORDER;
  const bottom = Math.max(...boxes.map((box) => box.y + box.height / 2)) + BORDER;
  return [left, top, right - left, bottom - top].map(Math.round);
}

/** Return the line of an edge and its arrow. @param {Canvas} canvas @param {number | string} place */
function edgeShapes(canvas, place) {
  const edge = canvas.network.body.edges[place];
  const { color, width, dashes } = canvas.edges.get(place);
  const points = linePoints(edge);
  if (points.length < 2) return [];
  const path = points.map(({ x, y }, index) => `${index ? "L" : "M"}${x.toFixed(1)} ${y.toFixed(1)}`).join("");
  const line = { d: path, fill: "none", stroke: color.color, "stroke-width": width, "stroke-dasharray": dashes ? dashes.join(" ") : null };
  return [drawn("path", line), drawn("polygon", { points: arrowPoints(points), fill: color.color })];
}

/** Return the points of an edge from the border of its first node to that of its second. @param {any} edge */
function linePoints(edge) {
  if (edge.from === edge.to) return loopPoints(edge);
  edge.edgeType.fromPoint = edge.from;
  edge.edgeType.toPoint = edge.to;
  const border = edge.edgeType.findBorderPosition(edge.to, canvasContext()) ?? edge.to;
  const all = Array.from({ length: SAMPLES + 1 }, (_, index) => edge.edgeType.getPoint(index / SAMPLES));
  const outside = (point) => Math.hypot(point.x - edge.to.x, point.y - edge.to.y) > Math.hypot(border.x - edge.to.x, border.y - edge.to.y);
  return [...all.filter(outside), { x: border.x, y: border.y }];
}

/** @param {any} edge */
function loopPoints(edge) {
  const { size, angle } = edge.options.selfReference;
  const reach = edge.from.options.size + size * 0.6;
  const [x, y] = [edge.from.x + reach * Math.cos(angle), edge.from.y - reach * Math.sin(angle)];
  return Array.from({ length: SAMPLES + 1 }, (_, index) => {
    const turn = Math.PI - angle + 0.6 + ((2 * Math.PI - 1.2) * index) / SAMPLES;
    return { x: x + size * Math.cos(turn), y: y + size * Math.sin(turn) };
  });
}

function canvasContext() {
  return document.createElement("canvas").getContext("2d");
}

/** @param {Point[]} points */
function arrowPoints(points) {
  const tip = points.at(-1);
  const from = points.findLast((point) => Math.hypot(point.x - tip.x, point.y - tip.y) >= ARROW) ?? points[0];
  const length = Math.hypot(tip.x - from.x, tip.y - from.y) || 1;
  const [x, y] = [(tip.x - from.x) / length, (tip.y - from.y) / length];
  const corner = (side) => `${(tip.x - ARROW * x + side * 0.42 * ARROW * y).toFixed(1)},${(tip.y - ARROW * y - side * 0.42 * ARROW * x).toFixed(1)}`;
  return `${tip.x.toFixed(1)},${tip.y.toFixed(1)} ${corner(1)} ${corner(-1)}`;
}

/** @param {Canvas} canvas @param {Names} names @param {number} key */
function nodeShapes(canvas, names, key) {
  const node = nodeOf(canvas.app.data, key);
  const { color } = canvas.nodes.get(key);
  const { x, y } = canvas.network.getPosition(key);
  const text = nameText(canvas, names, key, x, y);
  if (node.shape === "box") {
    const [{ width, height }] = nodeBoxes(canvas, key);
    const box = { x: x - width / 2, y: y - height / 2, width, height, rx: 9, fill: color.background, stroke: color.border, "stroke-width": 1.2 };
    return [drawn("rect", box), ...text];
  }
  const paint = { fill: color.background, stroke: color.border === color.background ? null : color.border, "stroke-width": 3 };
  const corners = cornersOf(node.shape, node.size).map(([dx, dy]) => `${(x + dx).toFixed(1)},${(y + dy).toFixed(1)}`);
  const shape = corners.length ? drawn("polygon", { points: corners.join(" "), ...paint }) : drawn("circle", { cx: x, cy: y, r: node.size, ...paint });
  return [shape, ...text];
}

/** @param {Canvas} canvas @param {Names} names @param {number} key @param {number} x @param {number} y */
function nameText(canvas, names, key, x, y) {
  if (!names.named.has(key)) return [];
  const node = nodeOf(canvas.app.data, key);
  const size = nameSize(node, names.text);
  const lines = node.label.split("\n");
  const height = lines.length * size * LINE;
  const { dx, dy } = names.named.get(key);
  const middle = node.shape === "box" ? y : y + node.size + 4 + height / 2 + dy;
  const { color } = canvas.nodes.get(key).font;
  return lines.map((line, index) =>
    haloed({ x: x + dx, y: middle - height / 2 + (index + 0.8) * size * LINE, fill: color, "font-size": size }, node.shape === "box" ? null : canvas.colours.paper, line));
}

/** @param {Canvas} canvas @param {WordsBox} words */
function wordsText(canvas, { x, y, place, label }) {
  const size = WORDS;
  const { color } = canvas.edges.get(place);
  // wide enough to hide the line between two words
  return haloed({ x, y: y + size * 0.35, fill: color.color, "font-size": size, "stroke-width": 6 }, canvas.colours.paper, label);
}

/** @param {Record<string, any>} attributes @param {string} paper @param {string} text */
function haloed(attributes, paper, text) {
  const halo = paper ? { stroke: paper, "stroke-width": 4, "stroke-linejoin": "round", "paint-order": "stroke" } : {};
  return drawn("text", { "text-anchor": "middle", ...halo, ...attributes }, text);
}

/** @param {string} shape @param {number} size */
function cornersOf(shape, size) {
  const corner = (index, count, radius) => [radius * Math.sin((2 * Math.PI * index) / count), -radius * Math.cos((2 * Math.PI * index) / count)];
  if (shape === "star") return Array.from({ length: 10 }, (_, index) => corner(index, 10, size * (index % 2 ? 0.5 : 1.15)));
  const [count, turn, reach] = SHAPES[shape] ?? [0, 0, 0];
  return Array.from({ length: count }, (_, index) => corner(index + turn, count, size * reach));
}
