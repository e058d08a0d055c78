/** The controls of the filters: the legend's boxes, relation, document, confidence, and the active filters. */

import { filterCount, noFilters, relationCounts } from "./filters.js";
import { element, find, findAll, numeral } from "./elements.js";
import { visible } from "./model.js";

const LISTED_RELATIONS = 400;

/** Connect the legend's boxes and fill the form; each change is reported to the app. @param {App} app */
export function connectFilters(app) {
  for (const [box, set, value] of boxes(app)) {
    box.addEventListener("change", () => {
      const hidden = new Set(/** @type {Set<number | string>} */ (app.filters[set]));
      if (box.checked) hidden.delete(value);
      else hidden.add(value);
      app.filter({ [set]: hidden });
    });
  }
  connectOnly(app);
  connectOneOffs(app);
  find("asked").addEventListener("click", () => {
    app.filter({ words: "" });
    find("search").focus();
  });
  fillRelations(app);
  fillDocuments(app);
  const confidence = find("confidence");
  confidence.addEventListener("input", () => app.filter({ confidence: Number(confidence.value) / 100 }));
  find("clear-filters").addEventListener("click", () => {
    app.filter(noFilters());
    // the button has been removed
    find("filters").querySelector("summary").focus();
  });
}

/** Update the controls to the current filters. @param {App} app */
export function showFilters(app) {
  const { filters } = app;
  for (const [box, set, value] of boxes(app)) box.checked = !(/** @type {Set<number | string>} */ (filters[set]).has(value));
  showOnly(app);
  find("one-offs").checked = !filters.oneOffs;
  find("asked").hidden = filters.words === "";
  find("asked").textContent = visible(`“${filters.words}” ×`);
  find("asked").setAttribute("aria-label", `Remove the words “${filters.words}”`);
  find("relation").value = filters.relation === null ? "" : String(filters.relation);
  if (find("document")) find("document").value = filters.document === null ? "" : String(filters.document);
  const percent = Math.round(filters.confidence * 100);
  find("confidence").value = String(percent);
  find("confidence").setAttribute("aria-valuetext", `${percent} % or more`);
  find("confidence-value").textContent = percent ? `≥ ${percent} %` : "any";
  const count = filterCount(filters);
  find("filter-count").textContent = count ? `${count} set` : "";
  find("clear-filters").hidden = count === 0;
}

/** Give each chip of the legend a button that shows only it, and each row one that shows all again. @param {App} app */
function connectOnly(app) {
  for (const [box, set, value] of boxes(app)) {
    const chip = box.closest(".chip");
    const name = chip.querySelector(".chip-name").textContent;
    const press = () => {
      const others = boxes(app).filter(([, other, each]) => other === set && each !== value).map(([, , each]) => each);
      app.filter({ [set]: new Set(others) });
    };
    const group = element("span", { class: "chip-group" });
    chip.replaceWith(group);
    group.append(chip, element("button", { type: "button", class: "only", "aria-label": `Only ${name}`, onclick: press }, "only"));
  }
  for (const [id, set] of [["types-row", "types"], ["standings-row", "standings"]]) {
    find(id).append(element("button", { type: "button", class: "all", "data-all": set, hidden: "", onclick: () => app.filter({ [set]: new Set() }) }, "all"));
  }
}

/** @param {App} app */
function showOnly(app) {
  for (const button of findAll("[data-all]")) button.hidden = app.filters[button.dataset.all].size === 0;
}

/** @param {App} app */
function connectOneOffs(app) {
  const box = find("one-offs");
  const chip = box.closest(".chip");
  chip.hidden = app.data.oneOffs.size === 0;
  chip.querySelector(".count").textContent = numeral(app.data.oneOffs.size);
  box.addEventListener("change", () => app.filter({ oneOffs: !box.checked }));
}

/** @returns {[HTMLInputElement, "types" | "standings", number | string][]} @param {App} app */
function boxes(app) {
  const all = findAll("[data-type]").map((box) => [box, "types", Number(box.dataset.type)]);
  const said = findAll("[data-standing]").map((box) => [box, "standings", box.dataset.standing]);
  return /** @type {any} */ ([...all, ...said]);
}

/** @param {App} app */
function fillRelations(app) {
  const counts = relationCounts(app.data).slice(0, LISTED_RELATIONS);
  const select = find("relation");
  select.append(...counts.map(([relation, count]) => element("option", { value: relation }, `${app.data.relations[relation][0]} (${numeral(count)})`)));
  select.addEventListener("change", () => app.filter({ relation: chosenPlace(select) }));
}

/** @param {App} app */
function fillDocuments(app) {
  const select = find("document");
  if (!select) return;
  select.append(...app.data.documents.map((source, place) => element("option", { value: place }, source.title)));
  select.addEventListener("change", () => app.filter({ document: chosenPlace(select) }));
}

/** @param {HTMLSelectElement} select */
function chosenPlace(select) {
  return select.value === "" ? null : Number(select.value);
}
