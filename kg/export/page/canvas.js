/** The graph on its canvas: vis-network with positions that are given, and the words of edges drawn where there is room. */

import { neighbourhood, nodeShown, roundness, statementShown, statementsIn } from "./model.js";
import { drawWords, nameSize, nodeBoxes, overlap, placeNames, placeWords } from "./labels.js";

const LANE = 24;
const DIM = 0.38;
const TOOLS = { width: 212, height: 60 };
const EDGE = 20;
const PAUSE = 80;

/** Return the picture of the graph in `place`; `app` gives the data, the filters and what is selected. */
export function createCanvas(app, place) {
  const nodes = new vis.DataSet();
  const edges = new vis.DataSet();
  const network = new vis.Network(place, { nodes, edges }, options());
  const canvas = { app, place, nodes, edges, network, drawn: null, centre: null, light: null, names: null, words: [], colours: {}, tall: false };
  // every statement is reached in the list: the canvas itself is no stop of the keyboard
  network.canvas.frame.tabIndex = -1;
  network.on("afterDrawing", (context) => drawWords(canvas, context));
  network.on("click", (event) => choose(canvas, event));
  network.on("hoverNode", () => (place.style.cursor = "pointer"));
  network.on("hoverEdge", () => (place.style.cursor = "pointer"));
  network.on("blurNode", () => (place.style.cursor = ""));
  network.on("blurEdge", () => (place.style.cursor = ""));
  network.on("zoom", () => soon(canvas, () => refresh(canvas)));
  network.on("dragEnd", (event) => event.nodes.length && refresh(canvas));
  network.on("resize", () => soon(canvas, () => resized(canvas)));
  return canvas;
}

/** Show the first view again, or the surroundings of a node where `centre` is its key. */
export function showView(canvas, centre = null) {
  const { data, touching } = canvas.app;
  canvas.centre = centre;
  canvas.tall = canvas.place.clientHeight > canvas.place.clientWidth;
  const fixed = new Map((canvas.tall ? data.tall : data.wide).map(([key, x, y]) => [key, [x, y]]));
  canvas.drawn = centre === null ? new Set(fixed.keys()) : neighbourhood(data, touching, centre);
  readColours(canvas);
  const at = centre === null ? fixed : spiral(canvas.drawn);
  canvas.edges.clear();
  canvas.nodes.clear();
  canvas.words = [];
  canvas.nodes.add([...canvas.drawn].map((key) => visNode(canvas, key, at.get(key))));
  if (centre !== null) layOut(canvas);
  fit(canvas);
}

/** Bring filters, selection and zoom into the picture. */
export function refresh(canvas) {
  if (!canvas.drawn) return;
  readColours(canvas);
  canvas.light = lit(canvas);
  canvas.names = placeNames(canvas, canvas.light);
  canvas.nodes.update([...canvas.drawn].map((key) => visNode(canvas, key)));
  updateEdges(canvas);
}

/** Show the whole view, not much larger than life except on a large screen; below the tools where it would lie under them. */
export function fit(canvas) {
  const boxes = canvas.nodes.getIds().flatMap((key) => nodeBoxes(canvas, key));
  if (!boxes.length) return;
  if (fitBelow(canvas, boxes, EDGE)) fitBelow(canvas, boxes, TOOLS.height);
  refresh(canvas);
}

/** Fit the boxes into the room below `head` pixels; tell whether one of them lies under the tools. */
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
  const corner = { x: canvas.place.clientWidth - TOOLS.width, y: TOOLS.height };
  const { x, y } = canvas.network.DOMtoCanvas(corner);
  return boxes.some((box) => box.x + box.width / 2 > x && box.y - box.height / 2 < y);
}

/** Return the picture as a PNG address, on the page's background. */
export function toPng(canvas) {
  const source = canvas.place.querySelector("canvas");
  const copy = document.createElement("canvas");
  copy.width = source.width;
  copy.height = source.height;
  const context = copy.getContext("2d");
  context.fillStyle = canvas.colours.paper;
  context.fillRect(0, 0, copy.width, copy.height);
  context.drawImage(source, 0, 0);
  return copy.toDataURL("image/png");
}

function soon(canvas, act) {
  clearTimeout(canvas.timer);
  canvas.timer = setTimeout(act, PAUSE);
}

function resized(canvas) {
  if (!canvas.drawn) return;
  const tall = canvas.place.clientHeight > canvas.place.clientWidth;
  if (tall !== canvas.tall && canvas.centre === null) showView(canvas);
  else fit(canvas);
}

function options() {
  return {
    autoResize: true,
    physics: false,
    layout: { randomSeed: 1, improvedLayout: false },
    interaction: { hover: true, selectConnectedEdges: false, multiselect: false, tooltipDelay: 1e9 },
    nodes: { borderWidth: 0, borderWidthSelected: 0, labelHighlightBold: false, font: { vadjust: 0 } },
    edges: { arrows: { to: { scaleFactor: 0.55 } }, selectionWidth: 0, hoverWidth: 0.5, arrowStrikethrough: false },
  };
}

function readColours(canvas) {
  const style = getComputedStyle(document.documentElement);
  const names = ["paper", "ink", "soft", "accent", "card", ...Object.keys(canvas.app.data.standings)];
  canvas.colours = Object.fromEntries(names.map((name) => [name, style.getPropertyValue(`--${name}`).trim()]));
  canvas.types = canvas.app.data.types.map((_, index) => style.getPropertyValue(`--t${index}`).trim());
  canvas.family = style.getPropertyValue("--sans").trim();
}

/** Tell what the selection lights up: null where nothing is selected. */
function lit(canvas) {
  const { selection, data, touching } = canvas.app;
  if (selection?.kind === "s") {
    const edge = data.edges[selection.place];
    return { nodes: new Set([edge.from, edge.to]), edges: new Set([selection.place]) };
  }
  if (!selection) return null;
  const places = selection.kind === "n" ? touching[selection.place] : statementsIn(data, selection.place);
  const ends = places.flatMap((place) => [data.edges[place].from, data.edges[place].to]);
  // a thing that no statement is about is not in the picture: all else would fade beside nothing
  if (!places.length) return null;
  return { nodes: new Set(ends), edges: new Set(places) };
}

function visNode(canvas, key, at) {
  const { data, hidden, selection } = canvas.app;
  const node = data.nodes[key];
  const { light, names } = canvas;
  const bright = !light || light.nodes.has(key);
  const chosen = selection?.kind === "n" && selection.place === key;
  const { paper, ink, stated, card, accent } = canvas.colours;
  const value = node.shape === "box";
  const fill = value ? card : canvas.types[data.entities[key].type];
  const border = chosen ? ink : value ? stated : fill;
  const shade = (colour) => (bright ? colour : faded(colour, paper));
  const colour = { background: shade(fill), border: shade(border) };
  const placed = at ? { x: at[0], y: at[1] } : {};
  const touched = canvas.app.touching[key];
  const loose = value && !touched.some((place) => statementShown(data, hidden, place));
  return {
    id: key,
    // a space, because vis-network takes an empty label for none and keeps the old one
    label: !names || names.named.has(key) ? node.label : " ",
    shape: node.shape,
    size: node.size + (chosen ? 3 : 0),
    ...placed,
    hidden: !nodeShown(data, hidden, key) || loose,
    borderWidth: chosen ? 3 : value ? 1.2 : 0,
    margin: value ? 5 : undefined,
    shapeProperties: { borderRadius: 9 },
    color: { ...colour, highlight: colour, hover: { background: fill, border: accent } },
    font: {
      color: shade(ink),
      size: nameSize(node, names?.text ?? 1),
      vadjust: names?.named.get(key) ?? 0,
      face: canvas.family,
      // vis-network draws the halo of a line over the line before it
      strokeWidth: value ? 0 : node.label.includes("\n") ? 2 : 5,
      strokeColor: paper,
    },
  };
}

function updateEdges(canvas) {
  const { data, hidden } = canvas.app;
  const shown = [...data.edges.keys()].filter(
    (place) =>
      canvas.drawn.has(data.edges[place].from) &&
      canvas.drawn.has(data.edges[place].to) &&
      statementShown(data, hidden, place),
  );
  const kept = new Set(shown);
  canvas.edges.remove(canvas.edges.getIds().filter((place) => !kept.has(place)));
  canvas.edges.update(shown.map((place) => visEdge(canvas, place)));
  canvas.words = placeWords(canvas, shown, canvas.light);
  canvas.network.redraw();
}

function visEdge(canvas, place) {
  const { light } = canvas;
  const edge = canvas.app.data.edges[place];
  const bright = !light || light.edges.has(place);
  const chosen = canvas.app.selection?.kind === "s" && canvas.app.selection.place === place;
  const colour = canvas.colours[edge.standing];
  const shade = bright ? colour : faded(colour, canvas.colours.paper);
  return {
    id: place,
    from: edge.from,
    to: edge.to,
    arrows: "to",
    width: chosen ? 3.2 : bright && light ? 2.2 : 1.5,
    dashes: DASHES[edge.standing] ?? false,
    color: { color: shade, highlight: shade, hover: colour, inherit: false },
    ...bent(canvas, edge),
  };
}

/** The dash patterns are those of the legend, read from it so that they are written down once. */
const DASHES = Object.fromEntries(
  [...document.querySelectorAll("[data-standing]")].map((box) => {
    const dashes = box.parentElement.querySelector("path").getAttribute("stroke-dasharray");
    return [box.dataset.standing, dashes ? dashes.split(" ").map(Number) : false];
  }),
);

function bent(canvas, edge) {
  if (edge.from === edge.to) {
    const turn = edge.lane * 0.5;
    return { selfReference: { size: 16 + 5 * Math.abs(edge.lane), angle: Math.PI / 2 + turn, renderBehindTheNode: false } };
  }
  // lanes are counted clockwise from the node with the smaller key, on a screen whose y runs down
  const lane = edge.from < edge.to ? edge.lane : -edge.lane;
  if (lane === 0) return { smooth: false };
  const at = canvas.network.getPositions([edge.from, edge.to]);
  const length = Math.hypot(at[edge.from].x - at[edge.to].x, at[edge.from].y - at[edge.to].y);
  const bend = roundness(LANE * Math.abs(lane), length);
  return { smooth: { enabled: true, type: lane > 0 ? "curvedCCW" : "curvedCW", roundness: bend } };
}

function choose(canvas, event) {
  const { x, y } = event.pointer.canvas;
  const [node] = event.nodes;
  const words = canvas.words.find((box) => overlap(box, { x, y, width: 2, height: 2 }));
  canvas.network.unselectAll();
  if (node !== undefined && node < canvas.app.data.entities.length) canvas.app.select("n", node);
  else if (node !== undefined) canvas.app.select("s", canvas.app.touching[node][0]);
  else if (words) canvas.app.select("s", words.place);
  else if (event.edges.length) canvas.app.select("s", event.edges[0]);
  else canvas.app.clear();
}

/** Start nodes on a spiral of even density: always the same, and no two at one place. */
function spiral(keys) {
  return new Map([...keys].map((key, index) => [key, [60 * Math.sqrt(index) * Math.cos(2.4 * index), 60 * Math.sqrt(index) * Math.sin(2.4 * index)]]));
}

/** Lay the surroundings of a node out by force, then stand still. */
function layOut(canvas) {
  const { data } = canvas.app;
  const links = data.edges.filter((edge) => canvas.drawn.has(edge.from) && canvas.drawn.has(edge.to));
  canvas.edges.add(links.map((edge) => ({ id: edge.id, from: edge.from, to: edge.to, smooth: false })));
  const force = { gravitationalConstant: -110, springLength: 130, springConstant: 0.06, avoidOverlap: 0.6 };
  canvas.network.setOptions({
    physics: { enabled: true, solver: "forceAtlas2Based", forceAtlas2Based: force, stabilization: { enabled: false } },
  });
  canvas.network.physics.startedStabilization = false;
  for (let step = 0; step < 150; step++) canvas.network.physics.physicsTick();
  canvas.network.storePositions();
  canvas.network.setOptions({ physics: { enabled: false } });
}

/** Return a colour as it looks through a veil of the background; not by opacity, which shows the edges under a node. */
function faded(colour, paper) {
  const parts = (text) => [1, 3, 5].map((at) => parseInt(text.slice(at, at + 2), 16));
  const under = parts(paper);
  const mixed = parts(colour).map((value, index) => Math.round(under[index] + (value - under[index]) * DIM));
  return `rgb(${mixed.join(",")})`;
}
