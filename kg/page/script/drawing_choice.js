/** The choice between the overview, the articles, and everything that can be drawn. */

import { findAll } from "./elements.js";

/** @param {App} app */
export function connectDrawing(app) {
  for (const button of findAll("[data-draw]")) button.addEventListener("click", () => app.show(button.dataset.draw));
}

/** Update the buttons. @param {App} app */
export function showDrawing(app) {
  const isPart = ["around", "path", "between"].includes(app.view.kind);
  for (const button of findAll("[data-draw]")) button.setAttribute("aria-pressed", String(!isPart && button.dataset.draw === app.draw));
}
