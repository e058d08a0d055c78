/** The panel of several entities: the statements between them, directly or through others. */

import { homeOf } from "./folding.js";
import { nameOf } from "./model.js";
import { backButton, element, nameButton } from "./elements.js";
import { section, statementList } from "./statement_list.js";
import { searchBox } from "./search_box.js";

const MOST_BETWEEN = 12;

/** Return the statements between these entities, and for each other entity linked to at least two of them, the linking statements. @param {App} app @param {number[]} places @returns {{direct: number[], by: Map<number, number[]>}} */
export function between(app, places) {
  const { data } = app;
  const chosen = new Set(places);
  const { from, to } = data.columns;
  const at = (key) => (chosen.has(key) ? key : homeOf(data, key));
  const direct = [];
  /** @type {Map<number, {ends: Set<number>, places: number[]}>} */
  const others = new Map();
  for (const place of data.order) {
    if (!app.shown(place)) continue;
    const [one, other] = [at(from[place]), at(to[place])];
    if (one === other || !(chosen.has(one) || chosen.has(other))) continue;
    if (chosen.has(one) && chosen.has(other)) {
      direct.push(place);
      continue;
    }
    const [end, third] = chosen.has(one) ? [one, other] : [other, one];
    if (!others.has(third)) others.set(third, { ends: new Set(), places: [] });
    others.get(third).ends.add(end);
    others.get(third).places.push(place);
  }
  const linking = [...others].filter(([, { ends }]) => ends.size > 1).sort((a, b) => b[1].ends.size - a[1].ends.size || b[1].places.length - a[1].places.length || a[0] - b[0]);
  return { direct, by: new Map(linking.slice(0, MOST_BETWEEN).map(([key, found]) => [key, found.places])) };
}

/** @param {App} app @param {{places: number[]}} selection */
export function betweenPanel(app, { places }) {
  const { data } = app;
  const { direct, by } = between(app, places);
  const chips = places.map((key) =>
    element("li", {}, nameButton(nameOf(data, key), () => app.select("n", key)), " ",
      element("button", { type: "button", class: "all", "aria-label": `Without ${nameOf(data, key)}`, onclick: () => app.toggle(key) }, "×")));
  const through = [...by].flatMap(([key, linking]) => [
    element("h3", { class: "hop" }, "Via ", element("bdi", {}, nameOf(data, key))), statementList(app, linking)]);
  const nothing = !direct.length && !by.size;
  return [
    backButton(app),
    element("h2", { class: "title" }, "Between these"),
    element("ul", { class: "together" }, ...chips),
    element("div", { class: "ways" }, searchBox(app, { id: "add-target", label: "And also", placeholder: "another entity", kinds: "n", take: (hit) => app.toggle(hit.place) })),
    ...section(app, "Statements between them", direct),
    ...through,
    nothing ? element("p", { class: "facts" }, "No statement connects them, directly or via one other entity.") : null,
    places.length === 2 ? element("button", { type: "button", class: "more start", onclick: () => app.connect(places[0], places[1]) }, "Shortest path between the two") : null,
  ];
}
