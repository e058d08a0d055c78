/** What can be done with a statement: copy its link, or mark it as wrong. */

import { element } from "./elements.js";
import { correctStatement } from "./corrections.js";

/** @param {App} app @param {number} place */
export function actions(app, place) {
  // a frame whose page is given as text, as in a notebook, has no address
  const link = location.protocol === "about:" ? null : element("button", { type: "button", class: "small", id: "copy-link", onclick: () => copyLink(app, place) }, "Copy link");
  return element("div", { class: "actions" }, link, correctStatement(app, place));
}

/** Copy the address of the page with this statement selected. @param {App} app @param {number} place */
async function copyLink(app, place) {
  const { id } = app.data.statement(place);
  const address = `${location.href.split("#")[0]}#s=${encodeURIComponent(id)}`;
  try {
    await navigator.clipboard.writeText(address);
    app.announce("Link copied");
    document.getElementById("copy-link").textContent = "Link copied";
  } catch {
    // if the browser does not let a page copy, the reader can
    const shown = element("input", { type: "text", readonly: "", value: address, "aria-label": "Link to this statement" });
    document.getElementById("copy-link").replaceWith(shown);
    shown.select();
    app.announce("The link is selected: copy it");
  }
}
