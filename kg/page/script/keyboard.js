/** The picture by keyboard: arrow keys move between entities, Enter opens one; the picture's name describes its content. */

import { thingOf } from "./articles.js";
import { nodeOf } from "./network.js";
import { nodeHidden } from "./filters.js";
import { counted } from "./elements.js";
import { nameOf } from "./model.js";

const DIRECTIONS = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] };
const NAMED = 4;
const RING = 7;
/** The penalty for each pixel of distance sideways from the direction. */
const ASIDE = 2.5;

/** Make the picture focusable and navigable. @param {App} app */
export function connectKeyboard(app) {
  const { canvas } = app;
  const { place, network } = canvas;
  place.addEventListener("keydown", (event) => {
    if (event.key in DIRECTIONS) step(app, DIRECTIONS[event.key]);
    else if (event.key === "Enter" && canvas.cursor !== null) open(app, canvas.cursor);
    else return;
    event.preventDefault();
  });
  place.addEventListener("focus", () => stand(app, start(app)));
  place.addEventListener("blur", () => stand(app, null));
  network.on("afterDrawing", (context) => ring(canvas, context));
}

/** Describe the content of the picture in its name. @param {App} app */
export function describePicture({ data, canvas, filters }) {
  const keys = things(canvas).filter((key) => !nodeHidden(data, filters, key));
  const names = keys.slice(0, NAMED).map((key) => nameOf(data, key));
  const places = new Set([...canvas.lines.values()].flatMap((line) => line.places));
  const what = keys.length ? `Graph of ${counted(keys.length, "entity", "entities")} and ${counted(places.size, "statement")}: ${names.join(", ")}${keys.length > NAMED ? " and others" : ""}` : "Empty graph";
  canvas.place.setAttribute("aria-label", `${what}. The arrow keys go from entity to entity, Enter opens one.`);
}

/** Return the entities of the picture, the larger first. @param {Canvas} canvas */
function things({ app: { data }, drawn }) {
  return [...drawn].filter((key) => data.entities[thingOf(data, key)]).sort((a, b) => nodeOf(data, b).size - nodeOf(data, a).size || a - b);
}

/** @param {App} app */
function start({ selection, canvas }) {
  const chosen = selection?.kind === "n" && canvas.drawn.has(selection.place) ? selection.place : null;
  return chosen ?? things(canvas)[0] ?? null;
}

/** Go to the nearest entity in a direction, if there is one. @param {App} app @param {number[]} direction */
function step(app, [right, down]) {
  const { canvas, data, filters } = app;
  const here = canvas.cursor !== null && canvas.drawn.has(canvas.cursor) ? canvas.cursor : start(app);
  if (here === null) return;
  const from = canvas.network.getPosition(here);
  const reach = (key) => {
    const { x, y } = canvas.network.getPosition(key);
    const along = (x - from.x) * right + (y - from.y) * down;
    const aside = Math.abs((x - from.x) * down) + Math.abs((y - from.y) * right);
    return along > 0 ? along + ASIDE * aside : Infinity;
  };
  const others = things(canvas).filter((key) => key !== here && !nodeHidden(data, filters, key) && reach(key) < Infinity);
  stand(app, others.reduce((best, key) => (best === null || reach(key) < reach(best) ? key : best), null) ?? here);
}

/** Move to an entity, or to none, and announce it. @param {App} app @param {number | null} key */
function stand(app, key) {
  const { canvas, data } = app;
  canvas.cursor = key;
  if (key !== null) {
    const { label, type } = data.entities[thingOf(data, key)];
    app.announce(`${label}, ${data.types[type].words}, ${counted(data.touching[thingOf(data, key)].length, "statement")}`);
  }
  canvas.network.redraw();
}

/** @param {App} app @param {number} key */
function open(app, key) {
  app.select("n", thingOf(app.data, key));
}

/** @param {Canvas} canvas @param {CanvasRenderingContext2D} context */
function ring(canvas, context) {
  const { cursor, nodes, network, colours } = canvas;
  if (cursor === null || !nodes.get(cursor)) return;
  const { x, y } = network.getPosition(cursor);
  context.beginPath();
  context.arc(x, y, nodeOf(canvas.app.data, cursor).size + RING, 0, 2 * Math.PI);
  context.lineWidth = 3 / network.getScale();
  context.strokeStyle = colours.accent;
  context.stroke();
}
