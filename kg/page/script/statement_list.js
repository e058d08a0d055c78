/** Statements as a list that is filled in parts. */

import { documentsOf, isDisputed } from "./model.js";
import { badge, counted, element, statementWords } from "./elements.js";
import { inParts } from "./parts.js";

/**
 * Return the list of statements, naming each document before its first one.
 *
 * @param {any} app
 * @param {number[]} places in the order of the list
 * @param {{without?: string[], named?: boolean}} options `without` are the roles of words to leave out, `named` is true
 *   if documents are named
 */
export function statementList(app, places, options = {}) {
  const list = element("ol", { class: "statements" });
  return inParts(list, places.length, (at) => list.append(listItem(app, places[at], places[at - 1], options)));
}

/** Return a heading with the statements below it, or nothing if there are none. @param {App} app @param {string} heading @param {number[]} places */
export function section(app, heading, places) {
  return places.length ? [element("h3", {}, heading), statementList(app, places)] : [];
}

/**
 * Return the button that opens a statement.
 *
 * @param {App} app
 * @param {number} place
 * @param {{without?: string[], again?: boolean}} options `again` is true if the statement was in the list before
 */
export function statementButton(app, place, { without = [], again = false } = {}) {
  const { data } = app;
  const said = data.statement(place);
  const others = documentsOf(data, place).size - 1;
  return element(
    "button",
    { type: "button", [again ? "data-again" : "data-statement"]: place, onclick: () => app.select("s", place) },
    statementWords(data, said, { without }),
    badge(data, said.standing),
    isDisputed(data, place) ? element("span", { class: "badge disputed" }, "Contradicted") : null,
    others > 0 ? element("span", { class: "also" }, `also in ${counted(others, "other document")}`) : null,
  );
}

/** @param {App} app @param {number} place @param {number | undefined} before @param {{without?: string[], named?: boolean}} options */
function listItem(app, place, before, options) {
  const { data } = app;
  const source = firstDocument(data, place);
  const named = options.named !== false && data.documents.length > 1 && source !== undefined && source !== (before === undefined ? undefined : firstDocument(data, before));
  return element(
    "li",
    {},
    named ? element("button", { type: "button", class: "where", onclick: () => app.select("d", source) }, element("bdi", {}, data.documents[source].title)) : null,
    statementButton(app, place, options),
  );
}

/** @param {Data} data @param {number} place */
function firstDocument(data, place) {
  return [...documentsOf(data, place)].sort((a, b) => a - b)[0];
}
