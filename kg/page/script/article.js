/** The text of a document in paragraphs, with marked sentences. */

import { element } from "./elements.js";

/**
 * Return an article.
 *
 * @param {{text: string, language: string}} source
 * @param {{start: number, end: number, words?: [number, number][], open?: (mark: HTMLElement) => void, class?: string, count?: number}[]} marks
 *   in UTF-16 units; if marks overlap, the one that starts first is used
 */
export function article(source, marks, name) {
  const apart = [];
  for (const mark of [...marks].sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (!apart.length || mark.start >= apart.at(-1).end) apart.push(mark);
  }
  const body = element("div", { class: "article", lang: source.language, tabindex: 0, role: "region", "aria-label": name });
  for (const [start, end] of paragraphs(source.text, apart)) {
    body.append(element("p", { dir: "auto" }, ...pieces(source.text, start, end, apart)));
  }
  return body;
}

/** Scroll the box so that its mark is near the top third; scroll nothing else. @param {HTMLElement} box @param {Element} mark */
export function showMark(box, mark) {
  const offset = mark.getBoundingClientRect().top - box.getBoundingClientRect().top + box.scrollTop;
  box.scrollTop = Math.max(0, offset - Math.max(12, (box.clientHeight - mark.getBoundingClientRect().height) / 3));
}

/** Return start and end of each paragraph; a blank line within a mark does not split it. @param {string} text @param {Mark[]} marks */
function paragraphs(text, marks) {
  const found = [];
  let start = 0;
  for (const gap of text.matchAll(/\n\s*\n/g)) {
    const end = gap.index + gap[0].length;
    if (marks.some((mark) => mark.start < end && gap.index < mark.end)) continue;
    if (text.slice(start, gap.index).trim()) found.push([start, gap.index]);
    start = end;
  }
  if (text.slice(start).trim()) found.push([start, text.length]);
  return found;
}

/** @param {string} text @param {number} start @param {number} end @param {Mark[]} marks */
function pieces(text, start, end, marks) {
  const made = [];
  let at = start;
  for (const mark of marks) {
    if (mark.end <= start || mark.start >= end) continue;
    made.push(text.slice(at, mark.start), marked(text, mark));
    at = mark.end;
  }
  made.push(text.slice(at, end));
  return made;
}

/** @param {string} text @param {Mark} mark */
function marked(text, mark) {
  const inner = [];
  let at = mark.start;
  for (const [start, end] of mark.words ?? []) {
    if (start < at || end > mark.end) continue;
    inner.push(text.slice(at, start), element("b", {}, text.slice(start, end)));
    at = end;
  }
  const made = element("mark", { class: mark.class ?? null, "data-start": mark.start, "data-count": mark.count > 1 ? mark.count : null }, ...inner, text.slice(at, mark.end));
  if (mark.open) {
    made.tabIndex = 0;
    made.setAttribute("role", "button");
    if (mark.count > 1) made.setAttribute("aria-expanded", "false");
    made.addEventListener("click", () => mark.open(made));
    made.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      // otherwise the key would also press the button that gets the focus
      event.preventDefault();
      mark.open(made);
    });
  }
  return made;
}
