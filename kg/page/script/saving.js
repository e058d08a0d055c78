/** Save the view to files: pictures of the drawing, and the shown statements as data. */

import { toCsv } from "./csv.js";
import { toGraphml } from "./graphml.js";
import { posterPng, posterText } from "./poster.js";
import { toTurtle } from "./turtle.js";
import { element, find, numeral } from "./elements.js";

/** The content, the extension and the media type of each format. */
const FORMATS = {
  png: { write: (app) => posterPng(app), type: "image/png" },
  svg: { write: (app) => posterText(app), type: "image/svg+xml" },
  ttl: { write: (app) => toTurtle(app.data, app.statements()), type: "text/turtle" },
  graphml: { write: (app) => toGraphml(app.data, app.statements()), type: "application/graphml+xml" },
  csv: { write: (app) => `\ufeff${toCsv(app.data, app.statements())}`, type: "text/csv" },
};

/** Connect the menu of formats. @param {App} app */
export function connectSaving(app) {
  const menu = find("save");
  for (const each of document.querySelectorAll("details.menu")) connectMenu(each);
  for (const button of menu.querySelectorAll("[data-format]")) {
    button.addEventListener("click", async () => {
      menu.open = false;
      menu.querySelector("summary").focus();
      await save(app, button.dataset.format);
    });
  }
  menu.addEventListener("toggle", () => {
    find("save-count").textContent = `The ${numeral(app.statements().length)} statements shown`;
  });
}

/** Close a menu on Escape or on a click outside it. @param {any} menu */
function connectMenu(menu) {
  document.addEventListener("pointerdown", (event) => {
    if (!menu.contains(event.target)) menu.open = false;
  });
  menu.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !menu.open) return;
    event.stopPropagation();
    menu.open = false;
    menu.querySelector("summary").focus();
  });
}

/** @param {App} app @param {keyof typeof FORMATS} format */
async function save(app, format) {
  const { write, type } = FORMATS[format];
  const written = await write(app);
  download(written, `${fileName(document.title)}.${format}`, type);
  app.announce(`Saved as ${format.toUpperCase()}`);
}

/** Offer a file for download. @param {Blob | string} written @param {string} name @param {string} type */
export function download(written, name, type) {
  const address = URL.createObjectURL(written instanceof Blob ? written : new Blob([written], { type }));
  element("a", { href: address, download: name }).click();
  // the download keeps its own reference once it has begun
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** Return a title as a file name. @param {string} title */
export function fileName(title) {
  return title.replace(/[^\p{L}\p{M}\p{N}]+/gu, "-").replace(/^-+|-+$/g, "").slice(0, 60) || "graph";
}
