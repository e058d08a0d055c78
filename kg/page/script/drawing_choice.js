/** The choice between the overview and all that can be drawn. */

import { findAll } from "./elements.js";

/** @param {App} app */
export function connectDrawing(app) {
  for (const button of findAll("[data-draw]")) button.addEventListener("click", () => app.draw(button.dataset.draw === "everything"));
}

/** Bring the buttons to what is drawn. @param {App} app */
export function showDrawing(app) {
  for (const button of findAll("[data-draw]")) button.setAttribute("aria-pressed", String((button.dataset.draw === "everything") === app.everything));
}
