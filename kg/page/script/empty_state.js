/** The content of the panel if no statement is shown. */

import { noFilters } from "./filters.js";
import { element, numeral } from "./elements.js";

/** The number of entities named if there is no statement. */
const NAMED = 5;

/** Return help for the case that no statement is shown. @param {App} app */
export function emptyState(app) {
  const { data } = app;
  const undo = element("button", { type: "button", class: "more start", onclick: () => app.filter(noFilters()) }, `Show all ${numeral(data.count)} statements`);
  const found = data.entities.length ? ` Entities were found: ${data.entities.slice(0, NAMED).map(({ label }) => label).join(", ")}.` : "";
  const words = data.count
    ? ["The filters hide every statement.", "A statement is shown only if it passes all of them."]
    : ["No statement was found.", data.documents.length ? `kg reads English news: sentences in which somebody does or is something.${found}` : "No document was read. Give files or folders, as in “kg build articles/ -o out”."];
  return element("div", { class: "empty" }, element("p", {}, element("strong", {}, words[0])), element("p", {}, words[1]), data.count ? undo : null);
}
