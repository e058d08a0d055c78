/** A search field with its list of results: a combobox following the ARIA patterns. */

import { search } from "./search.js";
import { wordsOf } from "./model.js";
import { counted, element, numeral } from "./elements.js";

const PAUSE_TYPING = 90;
const ENOUGH_TO_WAIT = 5000;

/**
 * Return a labelled search field.
 *
 * @param {any} app
 * @param {{id: string, label: string, placeholder: string, kinds: string, take: (hit: import("./search.js").Hit) => void}} options
 * @returns {HTMLElement}
 */
export function searchBox(app, { id, label, placeholder, kinds, take }) {
  const input = element("input", {
    id, type: "search", placeholder, autocomplete: "off", spellcheck: "false", role: "combobox",
    "aria-expanded": "false", "aria-controls": `${id}-hits`, "aria-autocomplete": "list",
  });
  const list = element("ul", { id: `${id}-hits`, class: "hits", role: "listbox", "aria-label": "Search results", hidden: "" });
  connectBox(app, input, list, { kinds, take });
  return element("div", { class: "search" }, element("label", { for: id }, label), input, list);
}

/** Combine a field and a list into one combobox. @param {App} app @param {HTMLInputElement} input @param {HTMLElement} list @param {{kinds: string, take: (hit: Hit) => void}} options */
export function connectBox(app, input, list, { kinds, take }) {
  const box = { app, input, list, take, hits: [], chosen: 0, timer: 0 };
  const show = () => showHits(box, kinds);
  input.addEventListener("input", () => {
    clearTimeout(box.timer);
    if (app.data.count < ENOUGH_TO_WAIT) show();
    else box.timer = window.setTimeout(show, PAUSE_TYPING);
  });
  input.addEventListener("focus", () => input.value && show());
  input.addEventListener("blur", () => closeHits(box));
  input.addEventListener("keydown", (event) => pressed(box, event, show));
}

/** @param {SearchBox} box @param {string} kinds */
function showHits(box, kinds) {
  const { app, input, list } = box;
  box.hits = search(app.data, input.value, { kinds });
  box.chosen = 0;
  list.replaceChildren(...box.hits.map((hit, index) => hitItem(box, hit, index)));
  if (input.value.trim() && !box.hits.length) list.append(element("li", { role: "option", "aria-disabled": "true" }, "Nothing found"));
  list.hidden = !input.value.trim();
  input.setAttribute("aria-expanded", String(!list.hidden));
  choose(box);
}

/** @param {SearchBox} box */
function choose(box) {
  const { list, input } = box;
  [...list.children].forEach((item, index) => item.setAttribute("aria-selected", String(index === box.chosen)));
  list.children[box.chosen]?.scrollIntoView({ block: "nearest" });
  if (box.hits.length && !list.hidden) input.setAttribute("aria-activedescendant", list.children[box.chosen].id);
  else input.removeAttribute("aria-activedescendant");
}

/** @param {SearchBox} box */
function closeHits({ list, input }) {
  list.hidden = true;
  input.setAttribute("aria-expanded", "false");
  input.removeAttribute("aria-activedescendant");
}

/** @param {SearchBox} box @param {any} event @param {() => void} show */
function pressed(box, event, show) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step && box.hits.length) {
    event.preventDefault();
    box.chosen = (box.chosen + step + box.hits.length) % box.hits.length;
    choose(box);
  } else if (event.key === "Enter") {
    // otherwise the key would also press the button that gets the focus
    event.preventDefault();
    clearTimeout(box.timer);
    if (box.list.hidden || !box.hits.length) show();
    takeHit(box, box.chosen);
  } else if (event.key === "Escape" && box.input.value) {
    // the first Escape empties the field, the next one clears the selection
    event.stopPropagation();
    box.input.value = "";
    closeHits(box);
  }
}

/** @param {SearchBox} box @param {number} index */
function takeHit(box, index) {
  const hit = box.hits[index];
  if (!hit) return;
  closeHits(box);
  box.take(hit);
}

/** @param {SearchBox} box @param {Hit} hit @param {number} index */
function hitItem(box, hit, index) {
  const { data } = box.app;
  if (hit.kind === "q") return allItem(box, hit, index);
  const entity = hit.kind === "n" ? data.entities[hit.place] : null;
  const item = element(
    "li",
    { role: "option", id: `${box.list.id}-${index}`, "aria-selected": "false" },
    entity ? element("span", { class: `swatch t${entity.type}`, "aria-hidden": "true" }) : null,
    element("bdi", {}, entity ? entity.label : wordsOf(data, data.statement(hit.place))),
    " ",
    element("span", { class: "quiet" }, entity ? `${data.types[entity.type].words} · ${counted(data.touching[hit.place].length, "statement")}` : "statement"),
  );
  return taking(box, item, index);
}

/** Return the item for all statements that match the words or the question. @param {SearchBox} box @param {Hit} hit @param {number} index */
function allItem(box, hit, index) {
  const words = `Show all ${numeral(hit.count)} statements: “${box.input.value.trim()}”`;
  return taking(box, element("li", { role: "option", id: `${box.list.id}-${index}`, "aria-selected": "false" }, element("strong", {}, words)), index);
}

/** @param {SearchBox} box @param {HTMLElement} item @param {number} index */
function taking(box, item, index) {
  // before the input loses the focus, which closes the list
  item.addEventListener("pointerdown", (event) => {
    event.preventDefault();
    takeHit(box, index);
  });
  return item;
}
