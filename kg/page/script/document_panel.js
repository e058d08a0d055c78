/** The panel of a document: its text, with a link from each sentence to its statements. */

import { statementsIn } from "./model.js";
import { passagesOf } from "./sentences.js";
import { choose } from "./chooser.js";
import { article } from "./article.js";
import { backButton, counted, element, nameButton } from "./elements.js";
import { sentenceList } from "./story.js";
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
    ...copiesOf(app, place),
    app.data.documents.length > 1 && places.length ? only : null,
    ...(source.text === null ? withoutText(app, place, places) : withText(app, source, place, places)),
  ];
}

/** Return which documents have the text of a document, and whose text it has. @param {any} app @param {number} place */
function copiesOf(app, place) {
  const words = { copy: ["Has nearly the same text as", "Nearly the same text is in"], contains: ["Contains most of the text of", "Most of its text is in"] };
  const title = (document) => nameButton(app.data.documents[document].title, () => app.select("d", document));
  return Object.entries(words).flatMap(([kind, ends]) => ends.map((said, end) => {
    const others = app.data.copies.filter((copy) => copy[2] === kind && copy[end] === place).map((copy) => copy[1 - end]);
    return others.length ? element("p", { class: "facts copies" }, element("span", {}, `${said} `, ...others.flatMap((other, at) => [at ? ", " : "", title(other)]))) : null;
  }));
}

/** @param {App} app @param {Source} source @param {number} place @param {number[]} places */
function withText(app, source, place, places) {
  const marks = passagesOf(app.data, place, places).map(({ start, end, places: said }) => ({
    start, end, class: "faint", count: said.length,
    open: (mark) => (said.length === 1 ? app.select("s", said[0]) : choose(app, mark, said)),
  }));
  const body = article(source, marks, source.title);
  body.classList.add("whole");
  return [
    element("h3", {}, "Text"),
    body,
    element("p", { class: "notes" }, "Underlined sentences make statements. Click one to see its statement; a number after it means that there are several."),
  ];
}

/** @param {App} app @param {number} place @param {number[]} places */
function withoutText(app, place, places) {
  return [element("p", { class: "notes" }, "This page has only the sentences of its statements, not the full text."), sentenceList(app, places, { byTime: true, only: place })];
}
