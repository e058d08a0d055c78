/** The panel of a path: how two entities are connected, statement by statement. */

import { nameOf } from "./model.js";
import { stepsOf } from "./paths.js";
import { backButton, counted, element, nameButton } from "./elements.js";
import { statementList } from "./statement_list.js";

/** @param {any} app @param {{from: number, to: number}} selection */
export function pathPanel(app, { from, to }) {
  const { data } = app;
  const path = app.path();
  const named = (key) => nameButton(nameOf(data, key), () => app.select("n", key));
  const words = path ? `${counted(path.length - 1, "step")}, the shortest path ${stepsOf(data, path, app.shown).every((places) => places.length) ? "over the statements shown" : "including entities named inside"}` : null;
  return [
    backButton(app),
    element("h2", { class: "title", dir: "auto" }, "From ", named(from), " to ", named(to)),
    element("p", { class: "facts" }, words ?? "No path connects the two through the statements shown."),
    ...(path ? stepsOf(data, path, app.shown).flatMap((places, step) => hop(app, path, step, places)) : []),
  ];
}

/** @param {App} app @param {number[]} path @param {any} step @param {number[]} places */
function hop(app, path, step, places) {
  const heading = element("h3", { class: "hop" }, `${step + 1}. `, element("bdi", {}, nameOf(app.data, path[step])), " — ", element("bdi", {}, nameOf(app.data, path[step + 1])));
  // a structural edge is not a statement
  if (!places.length) return [heading, element("p", { class: "also" }, "One is named within the words for the other (not a statement).")];
  return [heading, statementList(app, places)];
}
