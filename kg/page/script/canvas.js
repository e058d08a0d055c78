/** The graph on its canvas: vis-network with fixed positions, and the words of edges drawn where there is room. */

import { drawText, nodeBoxes, overlap, placeNames, placeWords } from "./labels.js";
import { cardAt, cardsShown, drawCards, thingOf } from "./articles.js";
import { folds, linesOf, waitingAt } from "./folding.js";
import { lit, readColours, visEdge, visNode, visStructural } from "./look.js";
import { glide, isStill, onScreen } from "./gliding.js";
import { placeOfStructural } from "./network.js";
import { dropLoose, hasWordsOnAll, isOpened, makeRoom } from "./fitting.js";
import { layOut, nodesOf, placeBeside, sameView, spiral } from "./views.js";

const EDGE = 20;
const PAUSE = 80;
const MOTION = 200;

/** Return the picture of the graph in `place`; `app` provides the data, the filters and the selection. @param {App} app @param {HTMLElement} place */
export function createCanvas(app, place) {
  const nodes = new vis.DataSet();
  const edges = new vis.DataSet();
  const network = new vis.Network(place, { nodes, edges }, options(app.data.network.options));
  const canvas = {
    app, place, nodes, edges, network, drawn: null, view: null, light: null, lines: new Map(), waived: new Set(), urgent: new Set(), below: false, cards: [], waiting: new Map(), cursor: null, names: null, words: [], room: null, colours: {},
    dark: false, given: false, gliding: null, groups: [], family: "", tall: false, timer: 0, fitted: "",
  };
  // the picture is one tab stop (keyboard.js), its canvas is none
  network.canvas.frame.tabIndex = -1;
  network.on("beforeDrawing", (context) => drawCards(canvas, context));
  network.on("afterDrawing", (context) => drawText(canvas, context));
  network.on("click", (event) => {
    // after a tap the browser sends its own click, which would hit what the page has moved under the finger by then
    if (event.event.pointerType === "touch") place.addEventListener("click", () => press(canvas, event), { once: true });
    else press(canvas, event);
  });
  for (const kind of ["Node", "Edge"]) {
    network.on(`hover${kind}`, () => (place.style.cursor = "pointer"));
    network.on(`blur${kind}`, () => (place.style.cursor = ""));
  }
  network.on("zoom", () => soon(canvas, () => refresh(canvas)));
  network.on("dragEnd", (event) => {
    if (!event.nodes.length) return;
    canvas.given = false;
    refresh(canvas);
  });
  network.on("resize", () => soon(canvas, () => resized(canvas)));
  return canvas;
}

/** Draw a view of the graph, resetting it if it is already drawn. @param {any} canvas @param {import("./views.js").View} view */
export function showView(canvas, view) {
  const before = onScreen(canvas);
  canvas.view = view;
  canvas.tall = canvas.place.clientHeight > canvas.place.clientWidth;
  const { keys, at } = nodesOf(canvas.app, view, canvas.tall);
  const places = at ?? spiral(keys);
  canvas.drawn = keys;
  canvas.cards = view.kind === "articles" ? cardsShown(canvas.app, view.first) : [];
  canvas.given = view.kind === "first" && !canvas.tall;
  // what had no room before only lacks it because an entity is opened
  if (!isOpened(view)) Object.assign(canvas, { waived: new Set(), urgent: new Set(), below: false });
  findLines(canvas);
  if (isOpened(view)) dropLoose(canvas);
  canvas.names = null;
  readColours(canvas);
  canvas.words = [];
  canvas.edges.clear();
  canvas.nodes.clear();
  canvas.nodes.add([...keys].map((key) => visNode(canvas, key, places.get(key))));
  if (!at) layOut(canvas);
  else placeBeside(canvas, [...canvas.drawn].filter((key) => !at.has(key)));
  if (hasWordsOnAll(canvas)) makeRoom(canvas);
  fit(canvas);
  glide(canvas, before);
}

/** Update the picture, which shows this view, with filters, selection and zoom. @param {any} canvas @param {?import("./views.js").View} view */
export function refresh(canvas, view = canvas.view) {
  if (!canvas.view || !sameView(view, canvas.view)) {
    showView(canvas, view);
    return;
  }
  readColours(canvas);
  findLines(canvas);
  canvas.names = placeNames(canvas, canvas.light);
  canvas.nodes.update([...canvas.drawn].map((key) => visNode(canvas, key)));
  updateEdges(canvas);
}

/** Find the lines between the drawn nodes, and the highlighted elements. @param {Canvas} canvas */
function findLines(canvas) {
  canvas.lines = linesOf(canvas);
  canvas.waiting = waitingAt(canvas);
  canvas.light = lit(canvas.app);
}

/** Update the highlighting without moving any name. @param {Canvas} canvas */
export function dim(canvas) {
  canvas.light = lit(canvas.app);
  canvas.nodes.update([...canvas.drawn].map((key) => visNode(canvas, key)));
  const ids = canvas.edges.getIds();
  canvas.edges.update(ids.map((id) => (typeof id === "number" ? visEdge(canvas, id) : visStructural(canvas, placeOfStructural(id)))));
}

/** Fit the whole view, enlarged only slightly except on a large screen, and below the tools if they would cover it. @param {Canvas} canvas */
export function fit(canvas) {
  aim(canvas);
  repaint(canvas);
}

/** Set the position and scale for the whole view without redrawing it. @param {Canvas} canvas */
export function aim(canvas) {
  canvas.fitted = sizeOf(canvas);
  const boxes = [...canvas.drawn].filter((key) => !canvas.nodes.get(key).hidden).flatMap((key) => nodeBoxes(canvas, key)).concat(canvas.cards);
  // for a part of a graph, the view's name is next to the tools
  if (boxes.length && (fitBelow(canvas, boxes, EDGE) || canvas.view.kind !== "first" || !canvas.app.data.whole)) fitBelow(canvas, boxes, toolsOf(canvas).height);
}

/** Zoom by a factor. @param {Canvas} canvas @param {number} factor */
export function zoom(canvas, factor) {
  const still = isStill();
  canvas.network.off("animationFinished");
  canvas.network.once("animationFinished", () => repaint(canvas));
  canvas.network.moveTo({ scale: canvas.network.getScale() * factor, animation: still ? false : { duration: MOTION, easingFunction: "easeInOutQuad" } });
  if (still) repaint(canvas);
}

/** @param {Canvas} canvas */
function repaint(canvas) {
  canvas.names = placeNames(canvas, canvas.light);
  canvas.nodes.update([...canvas.drawn].map((key) => visNode(canvas, key)));
  updateEdges(canvas);
}

/** Fit the boxes into the room below `head` pixels; return whether the tools cover one of them. @param {Canvas} canvas @param {Box[]} boxes @param {number} head */
function fitBelow(canvas, boxes, head) {
  const left = Math.min(...boxes.map((box) => box.x - box.width / 2));
  const right = Math.max(...boxes.map((box) => box.x + box.width / 2));
  const top = Math.min(...boxes.map((box) => box.y - box.height / 2));
  const bottom = Math.max(...boxes.map((box) => box.y + box.height / 2));
  const room = { width: canvas.place.clientWidth - 2 * EDGE, height: canvas.place.clientHeight - head - EDGE };
  const largest = Math.max(1.15, room.width / 1100);
  const scale = Math.max(0.02, Math.min(largest, room.width / (right - left), room.height / (bottom - top)));
  const position = { x: (left + right) / 2, y: (top + bottom) / 2 - (head - EDGE) / 2 / scale };
  canvas.network.moveTo({ position, scale, animation: false });
  const corner = toolsOf(canvas);
  const tools = canvas.network.DOMtoCanvas({ x: canvas.place.clientWidth - corner.width, y: corner.height });
  const half = (room.width + EDGE) / 2 / scale;
  const upper = position.y - (canvas.place.clientHeight / 2 - head + EDGE / 2) / scale;
  canvas.room = { left: position.x - half, right: position.x + half, top: upper, tools };
  return boxes.some((box) => box.x + box.width / 2 > tools.x && box.y - box.height / 2 < tools.y);
}

/** Return the corner of the picture that the tools cover. @param {Canvas} canvas */
function toolsOf({ place }) {
  const tools = /** @type {HTMLElement} */ (place.nextElementSibling);
  return { width: place.clientWidth - tools.offsetLeft + EDGE / 2, height: tools.offsetTop + tools.offsetHeight + EDGE / 2 };
}

/** @param {Canvas} canvas */
function sizeOf({ place }) {
  return `${place.clientWidth} ${place.clientHeight}`;
}

/** @param {Canvas} canvas @param {() => void} act */
function soon(canvas, act) {
  clearTimeout(canvas.timer);
  canvas.timer = setTimeout(act, PAUSE);
}

/** @param {Canvas} canvas */
function resized(canvas) {
  if (!canvas.drawn || canvas.fitted === sizeOf(canvas)) return;
  const tall = canvas.place.clientHeight > canvas.place.clientWidth;
  if (tall !== canvas.tall && canvas.view.kind === "first") showView(canvas, canvas.view);
  else if (hasWordsOnAll(canvas)) showView(canvas, canvas.view);
  else fit(canvas);
}

/** @param {any} ofNetwork the options of the pyvis network */
function options(ofNetwork) {
  return {
    ...ofNetwork,
    autoResize: true,
    physics: false,
    layout: { randomSeed: 1, improvedLayout: false },
    groups: {},
    interaction: { ...ofNetwork.interaction, selectConnectedEdges: false, multiselect: false, tooltipDelay: 400 },
    nodes: { ...ofNetwork.nodes, borderWidth: 0, borderWidthSelected: 0, font: { vadjust: 0 } },
    edges: { ...ofNetwork.edges, arrowStrikethrough: false },
  };
}

/** @param {Canvas} canvas */
function updateEdges(canvas) {
  const shown = [...canvas.lines.keys()];
  const structural = structuralEdges(canvas);
  const kept = new Set([...shown, ...structural.map(({ id }) => id)]);
  canvas.edges.remove(canvas.edges.getIds().filter((place) => !kept.has(place)));
  canvas.edges.update([...shown.map((place) => visEdge(canvas, place)), ...structural]);
  const named = canvas.names.named.size;
  canvas.words = placeWords(canvas, shown, canvas.light);
  if (canvas.names.named.size < named) canvas.nodes.update([...canvas.drawn].map((key) => visNode(canvas, key)));
  canvas.network.redraw();
}

/** Return the structural edges between the drawn nodes, in the format of vis-network. @param {Canvas} canvas */
function structuralEdges(canvas) {
  const { app: { data }, drawn, light, view } = canvas;
  // in an overview only those of the selection: they have no words
  const there = (key) => drawn.has(key) && (!folds(data, view) || light?.nodes.has(key));
  return data.structure.flatMap(([from, to], place) => (there(from) && there(to) ? [visStructural(canvas, place)] : []));
}

/** Show a statement, or for a structural edge the entity whose words name the other. @param {App} app @param {number | string} id */
function pressEdge(app, id) {
  if (typeof id === "number") app.select("s", id);
  else app.select("n", app.data.structure[placeOfStructural(id)][0]);
}

/** @param {Canvas} canvas @param {any} event */
function press(canvas, event) {
  const { app } = canvas;
  const { x, y } = event.pointer.canvas;
  const here = { x, y, width: 2, height: 2 };
  const words = canvas.words.find((box) => overlap(box, here));
  const name = canvas.names?.taken.find((box) => overlap(box, here))?.key;
  const hit = event.nodes[0] ?? (words ? undefined : name);
  const node = hit === undefined ? hit : thingOf(app.data, hit);
  const card = cardAt(canvas, here);
  canvas.network.unselectAll();
  const also = event.event.srcEvent?.shiftKey || event.event.srcEvent?.ctrlKey || event.event.srcEvent?.metaKey;
  if (also && node !== undefined && app.data.entities[node]) app.toggle(node);
  else if (node !== undefined && app.data.entities[node]) app.select("n", node);
  else if (node !== undefined) app.select("s", app.data.touching[node][0]);
  else if (words) app.select("s", words.place);
  else if (event.edges.length) pressEdge(app, event.edges[0]);
  else if (card) app.select("d", card.document);
  else app.clear();
}
