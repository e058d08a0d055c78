/** The index of the documents: title, date, source, and number of statements. */

import { counted, element } from "./elements.js";
import { inParts } from "./parts.js";
import { datesApart } from "./sentences.js";
import { aboutDocument } from "./statement_panel.js";

/** Return the documents by date, with undated ones last. @param {App} app @param {number[]} places */
export function documentsPanel(app, places) {
  const { data } = app;
  const counts = new Map();
  for (const place of places) {
    for (const document of new Set(data.rows[place][13].map(([source]) => source))) counts.set(document, (counts.get(document) ?? 0) + 1);
  }
  const order = [...data.documents.keys()].sort((a, b) => datesApart(data, a, b));
  const box = element("div", { class: "index" });
  return [inParts(box, order.length, (at) => {
    const source = data.documents[order[at]];
    const open = element("button", { type: "button", class: "index-title", onclick: () => app.select("d", order[at]) }, element("bdi", {}, source.title));
    box.append(element("article", {}, element("h3", { class: "document" }, open),
      element("p", { class: "facts" }, ...aboutDocument(source), element("span", {}, counted(counts.get(order[at]) ?? 0, "statement")),
        data.copies.some(([copy]) => copy === order[at]) ? element("span", {}, "has the text of another") : null)));
  })];
}
