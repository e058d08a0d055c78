/** Who says what: disputed statements side by side, then each speaker with what they deny, allege, affirm, report and say. */

import { ACTS, disputes, voicesOf } from "./voices.js";
import { counted, element, nameButton, numeral } from "./elements.js";
import { inParts } from "./parts.js";
import { statementList } from "./statement_list.js";
import { sidesOf } from "./statement_panel.js";

/** Return the speakers with their claims, and the choice of a kind of speech. @param {App} app @param {number[]} places */
export function voicesPanel(app, places) {
  const { data } = app;
  const left = new Set(places);
  const all = [...voicesOf(data)].map(([voice, said]) => ({ voice, said: said.filter(({ place }) => left.has(place)) })).filter(({ said }) => said.length);
  const { act } = app.story;
  const shown = all.map(({ voice, said }) => ({ voice, said: said.filter((each) => !act || each.act === act) })).filter(({ said }) => said.length)
    .sort((a, b) => b.said.length - a.said.length || data.entities[b.voice].importance - data.entities[a.voice].importance);
  if (!all.length) return [element("p", { class: "empty" }, "None of these statements has a named speaker or denier.")];
  const box = element("div", { class: "voices" });
  const list = inParts(box, shown.length, (at) => box.append(voiceSection(app, shown[at])));
  return [actChoice(app, all), ...(act ? [] : disputed(app, places)), list];
}

/** @param {App} app @param {{said: import("./voices.js").Said[]}[]} all */
function actChoice(app, all) {
  const counts = Object.fromEntries(Object.keys(ACTS).map((act) => [act, 0]));
  for (const { said } of all) for (const { act } of said) counts[act] += 1;
  const button = (act) => element(
    "button",
    { type: "button", id: `act-${act}`, "aria-pressed": String(app.story.act === act), onclick: () => app.tell({ act: app.story.act === act ? null : act }) },
    ACTS[act], " ", element("span", {}, numeral(counts[act])),
  );
  return element("div", { class: "acts segments", role: "group", "aria-label": "Ways of speaking" }, ...Object.keys(ACTS).filter((act) => counts[act]).map(button));
}

/** @param {App} app @param {number[]} places */
function disputed(app, places) {
  const found = disputes(app.data, places);
  if (!found.length) return [];
  return [element("h3", {}, "Disputed"), ...found.slice(0, 20).map(({ yes, no }) =>
    element("section", { class: "contradiction", "aria-label": "Contradiction" }, ...sidesOf(app, yes, no)))];
}

/** @param {App} app @param {{voice: number, said: import("./voices.js").Said[]}} entry */
function voiceSection(app, { voice, said }) {
  return element(
    "section",
    {},
    element("h3", { class: "document" }, nameButton(app.data.entities[voice].label, () => app.select("n", voice)), " ", element("span", { class: "also" }, counted(said.length, "statement"))),
    ...actLists(app, said),
  );
}

/** Return the statements of a speaker, by kind of speech. @param {App} app @param {import("./voices.js").Said[]} said */
export function actLists(app, said) {
  return Object.entries(ACTS).flatMap(([act, words]) => {
    const places = said.filter((each) => each.act === act).map(({ place }) => place);
    return places.length ? [element("h4", {}, words), statementList(app, places)] : [];
  });
}
