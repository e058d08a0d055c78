/** The choice of the view for the selection and the filters. */

import { addressOf, usualDrawing } from "./address.js";
import { firstOf } from "./folding.js";
import { filterCount, shownStatements } from "./filters.js";

/** Return the current view if it contains the selection, or else one that does. @param {App} app @returns {View} */
export function viewNeeded(app) {
  const { selection, data, depth, view } = app;
  const home = homeView(app);
  const whole = data.whole && (data.everything === null ? app.draw !== "articles" : app.draw === "everything");
  if (selection?.kind === "n" && depth !== null) return { kind: "around", centre: selection.place, depth };
  if (selection?.kind === "m") return whole ? home : { kind: "between", places: selection.places };
  if (selection?.kind === "p") return whole ? home : pathView(app, home);
  if (whole) return home;
  if (selection?.kind === "n" && home.kind === "first" && firstOf(data, app.canvas.tall).keys.has(selection.place)) return { kind: "first", opened: selection.place };
  if (selection?.kind === "n" && data.touching[selection.place].length) return { kind: "around", centre: selection.place, depth: null };
  const away = ["around", "path", "between"].includes(view.kind);
  const present = away ? view : home;
  if (selection?.kind !== "s") return present;
  const lines = app.canvas.view?.kind === present.kind ? [...app.canvas.lines.values()] : [];
  const there = lines.some(({ places }) => places.includes(selection.place));
  return there ? present : { kind: "around", centre: data.columns.from[selection.place], depth: null };
}

/** Return the view without a selection: in a large graph, filtered statements have a separate view. @returns {import("./views.js").View} @param {App} app */
export function homeView({ data, filters, draw, first }) {
  const all = draw === "everything" && data.everything !== null;
  if (filterCount(filters) === 0) return draw === "articles" ? { kind: "articles", first } : { kind: all ? "all" : "first" };
  return { kind: "filtered", all, by: addressOf(data, { selection: null, depth: null, filters, communities: false, draw: usualDrawing(data) }) };
}

/** @returns {import("./views.js").View} @param {App} app @param {View} home */
function pathView(app, home) {
  const path = app.path();
  return path ? { kind: "path", path } : home;
}

/** Return the statements that are shown: those that pass the filters and, in a partial view, are between its nodes. @param {App} app */
export function statementsOfView(app) {
  const places = shownStatements(app.data, app.filters);
  if (!["around", "path", "between"].includes(app.view.kind)) return places;
  const there = new Set([...app.canvas.lines.values()].flatMap((line) => line.places));
  return places.filter((place) => there.has(place));
}
