/** The panel of a document: its text, with each sentence that makes a statement leading to it. */

import { statementsIn } from "./model.js";
import { article } from "./article.js";
import { backButton, counted, element } from "./elements.js";
import { section } from "./statement_list.js";
import { aboutDocument } from "./statement_panel.js";

/** @param {any} app @param {{place: number}} selection */
export function documentPanel(app, { place }) {
  const source = app.data.documents[place];
  const places = statementsIn(app.data, place);
  const facts = [...aboutDocument(source), element("span", {}, counted(places.length, "statement"))];
  const only = element("button", { type: "button", class: "more start", onclick: () => app.filter({ document: place }, { clear: true }) }, "Show only its statements");
  return [
    backButton(app),
    element("h2", { class: "title", dir: "auto" }, source.title),
    element("p", { class: "facts" }, ...facts),
    app.data.documents.length > 1 && places.length ? only : null,
    ...(source.text === null ? withoutText(app, places) : withText(app, source, place, places)),
  ];
}

/** @param {App} app @param {Source} source @param {number} place @param {number[]} places */
function withText(app, source, place, places) {
  const marks = places.flatMap((index) =>
    app.data.statement(index).evidence
      .filter((evidence) => evidence.document === place)
      .map(({ start, end }) => ({ start, end, class: "faint", open: () => app.select("s", index) })),
  );
  const body = article(source, marks, source.title);
  body.classList.add("whole");
  return [
    element("h3", {}, "Text"),
    body,
    element("p", { class: "notes" }, "Underlined sentences make a statement: choose one to see it."),
  ];
}

/** @param {App} app @param {number[]} places */
function withoutText(app, places) {
  return [element("p", { class: "notes" }, "The text is not in this page, only the sentences of its statements."), ...section(app, "Statements", places)];
}
