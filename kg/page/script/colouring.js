/** The meaning of the colours of nodes: types, or communities, which are listed with the entity that names each. */

import { element, find, findAll, numeral } from "./elements.js";


/** Connect the choice between types and communities. @param {App} app */
export function connectColouring(app) {
  for (const button of findAll("[data-colouring]")) {
    const groups = button.dataset.colouring === "communities";
    button.addEventListener("click", () => app.colour(groups));
  }
  find("groups")?.append(...app.data.communities.slice(0, app.data.constants.coloured).map((hub, index) => groupItem(app, hub, index)), restItem(app));
}

/** Update the choice and the list of communities. @param {App} app */
export function showColouring(app) {
  for (const button of findAll("[data-colouring]")) {
    const groups = button.dataset.colouring === "communities";
    button.setAttribute("aria-pressed", String(groups === app.communities));
  }
  document.documentElement.classList.toggle("with-communities", app.communities);
  if (find("groups")) find("groups").hidden = !app.communities;
}

/** @param {App} app @param {number} hub @param {number} index */
function groupItem(app, hub, index) {
  const count = app.data.entities.filter(({ community }) => community === index).length;
  return element(
    "button",
    { type: "button", class: "chip", onclick: () => app.select("n", hub) },
    element("span", { class: `swatch c${index}`, "aria-hidden": "true" }),
    element("bdi", {}, app.data.entities[hub].label),
    element("span", { class: "count" }, numeral(count)),
  );
}

/** @param {App} app */
function restItem(app) {
  const rest = app.data.communities.length - app.data.constants.coloured;
  const words = rest > 0 ? `in ${numeral(rest)} smaller groups, or in none` : "in no group";
  return element("span", { class: "chip still" }, element("span", { class: "swatch other", "aria-hidden": "true" }), words);
}
