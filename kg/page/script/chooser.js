/** The choice between the statements of one sentence, below the paragraph that contains it. */

import { element } from "./elements.js";
import { statementList } from "./statement_list.js";

/** Open the choice at a mark; a second press closes it. @param {App} app @param {HTMLElement} mark @param {number[]} places */
export function choose(app, mark, places) {
  const body = mark.closest(".article");
  const open = mark.getAttribute("aria-expanded") === "true";
  body.querySelector(".chooser")?.remove();
  for (const other of body.querySelectorAll("mark[aria-expanded]")) other.setAttribute("aria-expanded", "false");
  if (open) return;
  mark.setAttribute("aria-expanded", "true");
  const chooser = element("div", { class: "chooser", role: "group", "aria-label": `${places.length} statements of this sentence`, onkeydown: (event) => {
    if (event.key !== "Escape") return;
    // the next Escape leaves the document
    event.stopPropagation();
    choose(app, mark, places);
    mark.focus();
  } }, statementList(app, places, { named: false }));
  mark.closest("p").after(chooser);
  chooser.querySelector("button").focus({ preventScroll: true });
}
