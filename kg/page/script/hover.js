/** Hovering highlights an element with its neighbours, in the picture and in the list; it does not select anything. */

import { thingOf } from "./articles.js";
import { find, findAll } from "./elements.js";
import { dim } from "./canvas.js";

/** @typedef {?{kind: "n" | "s", place: number}} Hovered */

/** Connect the picture and the list. @param {App} app */
export function connectHover(app) {
  const { network, place } = app.canvas;
  network.on("hoverNode", ({ node }) => hover(app, app.data.entities[thingOf(app.data, node)] ? { kind: "n", place: thingOf(app.data, node) } : null));
  network.on("hoverEdge", ({ edge }) => hover(app, typeof edge === "number" ? { kind: "s", place: edge } : null));
  for (const left of ["blurNode", "blurEdge", "dragStart"]) network.on(left, () => hover(app, null));
  // vis-network does not report a mouse that leaves the picture
  place.addEventListener("pointerleave", () => hover(app, null));
  const panel = find("panel");
  panel.addEventListener("pointerover", (event) => {
    const item = event.pointerType === "mouse" && event.target.closest("[data-statement]");
    hover(app, item ? { kind: "s", place: Number(item.dataset.statement) } : null);
  });
  panel.addEventListener("pointerleave", () => hover(app, null));
}

/** @param {App} app @param {Hovered} hovered */
function hover(app, hovered) {
  if (JSON.stringify(hovered) === JSON.stringify(app.hovered)) return;
  app.hovered = hovered;
  // the selection stays highlighted, whatever the mouse passes
  if (!app.selection) dim(app.canvas);
  const { from, to } = app.data.columns;
  const near = (place) => hovered?.kind === "n" && (from[place] === hovered.place || to[place] === hovered.place);
  for (const item of findAll("#panel [data-statement]")) {
    const place = Number(item.dataset.statement);
    item.classList.toggle("near", near(place) || (hovered?.kind === "s" && hovered.place === place));
  }
}
