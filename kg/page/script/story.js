/** The story: statements by article and by sentence, each sentence once with its statements under it. */

import { sentencesOf, textOf } from "./sentences.js";
import { element } from "./elements.js";
import { inParts } from "./parts.js";
import { statementButton } from "./statement_list.js";
import { aboutDocument } from "./statement_panel.js";

const ORDERS = { importance: "Importance", time: "Time" };

/** Return the story with the choice of its order. @param {App} app @param {number[]} places */
export function storyPanel(app, places) {
  const choice = ([order, words]) => element("label", {},
    element("input", { type: "radio", name: "order", id: `order-${order}`, value: order, checked: app.story.order === order ? "" : null, onchange: () => app.tell({ order }) }), words);
  const orders = element("fieldset", { class: "orders segments" }, element("legend", { class: "hidden" }, "In the order of"), ...Object.entries(ORDERS).map(choice));
  return [orders, sentenceList(app, places, { byTime: app.story.order === "time" })];
}

/**
 * Return sentences with their statements below them, under headings of their documents.
 *
 * @param {App} app
 * @param {number[]} places by decreasing importance
 * @param {{byTime?: boolean, only?: number | null}} options `only` restricts the list to one document
 */
export function sentenceList(app, places, { byTime = false, only = null } = {}) {
  const entries = sentencesOf(app.data, places, { byTime, only }).flatMap((sentence) => sentence.places.map((place) => ({ sentence, place })));
  const box = element("div", { class: "story" });
  const seen = new Set();
  let sentences, statements;
  return inParts(box, entries.length, (at) => {
    const { sentence, place } = entries[at];
    const before = entries[at - 1]?.sentence;
    if (before?.document !== sentence.document) {
      sentences = element("ul", { class: "sentences" });
      box.append(element("section", {}, ...(only === null ? documentHeading(app, sentence.document) : []), sentences));
    }
    if (before !== sentence) {
      statements = element("ol", { class: "statements" });
      sentences.append(element("li", {}, element("blockquote", { dir: "auto", lang: app.data.documents[sentence.document].language }, textOf(app.data, sentence)), statements));
    }
    statements.append(element("li", {}, statementButton(app, place, { again: seen.has(place) })));
    seen.add(place);
  });
}

/** Return the heading of a document, or none if there is only one. @param {App} app @param {number} place */
function documentHeading(app, place) {
  const source = app.data.documents[place];
  if (app.data.documents.length < 2) return [];
  const open = element("button", { type: "button", class: "where", onclick: () => app.select("d", place) }, element("bdi", {}, source.title));
  return [element("h3", { class: "document" }, open), element("p", { class: "facts" }, ...aboutDocument(source))];
}
