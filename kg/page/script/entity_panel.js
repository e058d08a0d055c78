/** The panel of an entity: its names, type, links, neighbourhood, statements and documents. */

import { backButton, counted, element, nameButton, safeLink } from "./elements.js";
import { section } from "./statement_list.js";
import { correctThing } from "./corrections.js";
import { actLists } from "./voices_panel.js";
import { voicesOf } from "./voices.js";
import { searchBox } from "./search_box.js";

const DEPTHS = [1, 2, 3];

/** @param {any} app @param {{place: number}} selection */
export function entityPanel(app, { place }) {
  const { data } = app;
  const entity = data.entities[place];
  const said = data.touching[place];
  const spoken = voicesOf(data).get(place) ?? [];
  const own = new Set(spoken.map((each) => each.place));
  const others = entity.aliases.filter((alias) => alias !== entity.label);
  const hub = data.communities[entity.community];
  return [
    backButton(app),
    element("h2", { class: "title", dir: "auto" }, entity.label),
    element(
      "p",
      { class: "facts" },
      element("span", { dir: "auto" }, data.types[entity.type].words),
      element("span", {}, counted(new Set([...said, ...own]).size, "statement")),
      hub === undefined || hub === place ? null : element("span", {}, "group around ", nameButton(data.entities[hub].label, () => app.select("n", hub))),
    ),
    others.length ? element("p", { class: "names", dir: "auto" }, "Also: ", others.join(", ")) : null,
    entity.links.length ? element("ul", { class: "links" }, ...entity.links.map((link) => element("li", {}, safeLink(link)))) : null,
    said.length ? ways(app, place) : null,
    ...(spoken.length ? [element("h3", {}, "What it says"), ...actLists(app, spoken)] : []),
    ...section(app, spoken.length ? "Other statements" : "Statements", said.filter((each) => !own.has(each))),
    ...section(app, "Also named in", (data.mentioning.get(place) ?? []).filter((each) => !own.has(each) && !said.includes(each) && !data.wrong?.has(each))),
    ...structure(app, place),
    entity.mentions.length ? element("h3", {}, "Named in") : null,
    element("ul", { class: "statements" }, ...entity.mentions.map(([document, count]) => documentItem(app, document, count))),
    correctThing(app, place),
  ];
}

/** Return the choice of how much around the entity is shown, and the search for a path to another. @param {App} app @param {number} place */
function ways(app, place) {
  const steps = DEPTHS.map((depth) =>
    element(
      "button",
      { type: "button", "aria-pressed": String(app.depth === depth), onclick: () => app.around(place, app.depth === depth ? null : depth) },
      `${depth}`,
    ),
  );
  const box = searchBox(app, {
    id: "path-target", label: "Shortest path to", placeholder: "another entity", kinds: "n",
    take: (hit) => app.connect(place, hit.place),
  });
  return element(
    "div",
    { class: "ways" },
    element("div", { class: "segments", role: "group", "aria-label": "Steps to neighbours" }, element("span", { class: "ways-label", "aria-hidden": "true" }, "Neighbours, in steps"), ...steps),
    box,
    searchBox(app, { id: "add-target", label: "Everything between this and", placeholder: "another entity", kinds: "n", take: (hit) => app.toggle(hit.place) }),
  );
}

/** Return the entities named in the words for this one, and those whose words name it; they are not statements, and listed separately. @param {App} app @param {number} place */
function structure(app, place) {
  const { data } = app;
  const places = data.structural[place];
  if (!places.length) return [];
  const button = (key) => nameButton(data.entities[key].label, () => app.select("n", key));
  const items = places.map((each) => {
    const [from, to, kind] = data.structure[each];
    return element("li", {}, from === place ? null : button(from), " ", element("em", {}, kind), " ", to === place ? "this" : button(to));
  });
  return [
    element("h3", {}, "Named inside"),
    element("p", { class: "also" }, "Read from the names of entities; these are not statements."),
    element("ul", { class: "structure" }, ...items),
  ];
}

/** @param {App} app @param {number} place @param {number} count */
function documentItem(app, place, count) {
  return element(
    "li",
    {},
    element(
      "button",
      { type: "button", onclick: () => app.select("d", place) },
      element("bdi", {}, app.data.documents[place].title),
      " ", element("span", { class: "also" }, count === 1 ? "once" : `${count} times`),
    ),
  );
}
