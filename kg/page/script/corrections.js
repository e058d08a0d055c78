/** Corrections in the page: forms for entities and statements, the menu of pending decisions, and their storage. */

import { TYPE, allDecisions, placesOf, referenceTo, sameDecision, toToml, wrongDecisions } from "./decisions.js";
import { counted, element, find } from "./elements.js";
import { searchBox } from "./search_box.js";
import { download } from "./saving.js";

const MOST_PLACES = 200;
const KINDS = { same: "One entity", split: "Separate entity", rename: "New name", retype: "New type", wrong: "Wrong" };

/** Return the decisions in this browser that are not in the graph yet. @param {any} raw @returns {Decision[]} */
export function keptDecisions({ key, decisions }) {
  try {
    const kept = JSON.parse(localStorage.getItem(`kg-decisions-${key}`) ?? "[]");
    return kept.filter((one) => KINDS[one.kind] && Array.isArray(one.names) && !decisions.some((old) => sameDecision(old, one)));
  } catch {
    // a frame without an origin, or a browser without storage
    return [];
  }
}

/** Store the decisions; return whether the browser did. @param {App} app */
export function keepDecisions({ data, pending }) {
  try {
    localStorage.setItem(`kg-decisions-${data.key}`, JSON.stringify(pending));
    return true;
  } catch {
    return false;
  }
}

/** Return the form that corrects an entity. @param {App} app @param {number} place */
export function correctThing(app, place) {
  const { data } = app;
  const entity = data.entities[place];
  const name = () => referenceTo(data, place);
  const decide = (kind, names, value = "") => app.decide([{ kind, names, value, claim: null }]);
  const type = data.types[entity.type].name;
  const box = searchBox(app, {
    id: "same-target", label: "Is the same as", placeholder: "another entity", kinds: "n",
    take: (hit) => hit.place !== place && decide("same", [name(), referenceTo(data, hit.place)].sort()),
  });
  return element(
    "details",
    { class: "correct" },
    element("summary", {}, "Correct"),
    box,
    field("new-name", "Its name is", entity.label, (value) => value !== entity.label && decide("rename", [name()], value)),
    field("new-type", "Its type is", type, (value) => value !== type && decide("retype", [name()], value), { list: data.types.map((each) => each.name), pattern: TYPE.source }),
    splitForm(app, entity),
  );
}

/** @param {string} id @param {string} label @param {string} value @param {(value: string) => void} take @param {{list?: string[], pattern?: string}} options */
function field(id, label, value, take, { list = [], pattern } = {}) {
  const input = element("input", { id, value, required: "", autocomplete: "off", pattern, list: list.length ? `${id}-list` : null, title: pattern ? "A word like Person or Organization" : null });
  // not a form: the policy of the page forbids sending any
  const change = () => input.reportValidity() && input.value.trim() && take(input.value.trim());
  input.addEventListener("keydown", (event) => event.key === "Enter" && change());
  return element(
    "div",
    { class: "correct-field" },
    element("label", { for: id }, label),
    input,
    element("button", { type: "button", class: "small", onclick: change }, "Change"),
    list.length ? element("datalist", { id: `${id}-list` }, ...list.map((each) => element("option", { value: each }))) : null,
  );
}

/** Return the choice of mentions to split off. @param {App} app @param {Entity} entity */
function splitForm(app, entity) {
  const places = placesOf(app.data, entity);
  const off = new Set(app.pending.filter(({ kind }) => kind === "split").flatMap(({ names }) => names));
  const boxes = places.slice(0, MOST_PLACES).map(({ reference, words, before, after, document }) => {
    const gone = off.has(reference);
    return element(
      "li",
      {},
      element("label", { dir: "auto", title: app.data.documents[document].title },
        element("input", { type: "checkbox", value: reference, disabled: gone ? "" : null }), " ",
        element("span", { class: "also" }, before && `…${before}`), gone ? element("s", {}, words) : element("mark", {}, words), element("span", { class: "also" }, after && `${after}…`)),
      gone ? element("span", { class: "badge pending" }, "Split off, pending") : null,
    );
  });
  if (!boxes.length) return null;
  const list = element("ul", { class: "places" }, ...boxes);
  const split = () => {
    const names = [...list.querySelectorAll("input:checked")].map(({ value }) => value).sort();
    if (names.length) app.decide([{ kind: "split", names, value: "", claim: null }]);
    else app.announce("Select the mentions of the other entity first");
  };
  return element(
    "details",
    {},
    element("summary", {}, `Split: ${counted(places.length, "mention")}`),
    element("p", { class: "also" }, "Select the mentions of the other entity."),
    list,
    element("button", { type: "button", class: "small", onclick: split }, "Split off the selected"),
  );
}

/** Return the button that marks a statement as wrong, or takes that back. @param {App} app @param {number} place */
export function correctStatement(app, place) {
  const decisions = wrongDecisions(app.data, place);
  const pending = decisions.filter((one) => app.pending.some((other) => sameDecision(one, other)));
  if (!decisions.length) return null;
  if (pending.length < decisions.length) return element("button", { type: "button", class: "small", id: "mark-wrong", onclick: () => app.decide(decisions) }, "Mark as wrong");
  return element("span", { class: "marked" }, element("span", { class: "badge pending" }, "Marked wrong, pending"), " ",
    element("button", { type: "button", class: "small", onclick: () => app.undecide(decisions) }, "Undo"));
}

/** Show the pending decisions in the menu. @param {App} app */
export function showCorrections(app) {
  const menu = find("corrections");
  if (!menu) return;
  menu.hidden = app.pending.length === 0;
  find("corrections-count").textContent = String(app.pending.length);
  find("corrections-list").replaceChildren(...app.pending.map((decision) => pendingItem(app, decision)));
}

/** @param {App} app @param {Decision} decision */
function pendingItem(app, decision) {
  const { kind, names, value, claim } = decision;
  const words = kind === "wrong" ? `${claim.subject} · ${claim.relation}${claim.object ? ` · ${claim.object}` : ""}: “${claim.sentence}”` : names.join(kind === "same" ? " = " : ", ");
  return element(
    "li",
    {},
    element("span", { dir: "auto" }, element("strong", {}, KINDS[kind]), " ", words, value ? ` → ${value}` : ""),
    element("button", { type: "button", class: "small", "aria-label": `Undo: ${KINDS[kind]} ${words}`, onclick: () => app.undecide([decision]) }, "Undo"),
  );
}

/** Connect the menu of pending decisions. @param {App} app */
export function connectCorrections(app) {
  const save = find("save-decisions");
  if (!save) return;
  const by = find("decided-by");
  by.value = app.data.decisions.find((decision) => decision.by)?.by ?? "";
  save.addEventListener("click", () => {
    const all = allDecisions(app.data.decisions, app.pending);
    download(toToml(all, by.value.trim()), "decisions.toml", "application/toml");
    app.announce("Saved decisions.toml");
  });
}
