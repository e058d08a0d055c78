/** Statements as a list that is shown in parts. */

import { documentsOf, isDisputed } from "./model.js";
import { badge, counted, element, isNarrow, statementWords } from "./elements.js";

const PART = 100;
const PART_NARROW = 12;

/**
 * Return the list of statements, a hundred at a time, on a narrow screen twelve, since the picture comes below; each document named before its first one; arrow keys go from one
 * to the next.
 *
 * @param {any} app
 * @param {number[]} places in the order of the texts
 */
export function statementList(app, places) {
  const list = element("ol", { class: "statements", onkeydown: (event) => step(list, event) });
  const size = isNarrow() ? PART_NARROW : PART;
  const more = element("button", { type: "button", class: "more" });
  const grow = () => {
    const from = list.children.length;
    const part = places.slice(from, from + size);
    list.append(...part.map((place, index) => listItem(app, place, places[from + index - 1])));
    const left = places.length - list.children.length;
    more.hidden = left === 0;
    more.textContent = `Show ${Math.min(left, size)} more of ${left}`;
    if (from > 0) focusItem(list.children[from]);
  };
  more.addEventListener("click", grow);
  grow();
  return element("div", {}, list, more);
}

/** Return a heading with the statements below it, nothing where there are none. @param {App} app @param {string} heading @param {number[]} places */
export function section(app, heading, places) {
  return places.length ? [element("h3", {}, heading), statementList(app, places)] : [];
}

/** @param {App} app @param {number} place @param {number | undefined} before */
function listItem(app, place, before) {
  const { data } = app;
  const said = data.statement(place);
  const source = firstDocument(data, place);
  const others = documentsOf(data, place).size - 1;
  const named = data.documents.length > 1 && source !== undefined && source !== (before === undefined ? undefined : firstDocument(data, before));
  return element(
    "li",
    {},
    named ? element("button", { type: "button", class: "where", onclick: () => app.select("d", source) }, element("bdi", {}, data.documents[source].title)) : null,
    element(
      "button",
      { type: "button", "data-statement": place, onclick: () => app.select("s", place) },
      statementWords(data, said),
      badge(data, said.standing),
      isDisputed(data, place) ? element("span", { class: "badge disputed" }, "Contradicted") : null,
      others > 0 ? element("span", { class: "also" }, `also in ${counted(others, "other document")}`) : null,
    ),
  );
}

/** @param {Data} data @param {number} place */
function firstDocument(data, place) {
  return [...documentsOf(data, place)].sort((a, b) => a - b)[0];
}

/** @param {HTMLElement} list @param {any} event */
function step(list, event) {
  const steps = { ArrowDown: 1, ArrowUp: -1 };
  const item = event.target.closest("li");
  if (!(event.key in steps) || !item) return;
  const next = steps[event.key] > 0 ? item.nextElementSibling : item.previousElementSibling;
  event.preventDefault();
  if (next) focusItem(next);
}

/** @param {Element} item */
function focusItem(item) {
  /** @type {HTMLElement} */ (item.querySelector("[data-statement]")).focus();
}
