/** Long lists, which are filled in parts and navigated with arrow keys. */

import { element, isNarrow, numeral } from "./elements.js";

const PART = 100;
const PART_NARROW = 12;

/**
 * Return a box that is filled in parts, with a button for the next part: a hundred entries at a time, twelve on a narrow screen,
 * where the picture comes below.
 *
 * @param {HTMLElement} box
 * @param {number} count the number of entries
 * @param {(at: number) => void} add adds one of them to the box
 * @returns {HTMLElement}
 */
export function inParts(box, count, add) {
  const size = isNarrow() ? PART_NARROW : PART;
  const more = element("button", { type: "button", class: "more" });
  let at = 0;
  const grow = () => {
    const before = itemsOf(box).length;
    const end = Math.min(count, at + size);
    const first = at === 0;
    for (; at < end; at++) add(at);
    more.hidden = at === count;
    more.textContent = `Show ${Math.min(count - at, size)} more of ${numeral(count - at)}`;
    if (!first) itemsOf(box)[before]?.focus();
  };
  more.addEventListener("click", grow);
  box.addEventListener("keydown", (event) => step(box, event));
  grow();
  return element("div", {}, box, more);
}

/** Return the items for navigation with arrow keys. @param {HTMLElement} box @returns {HTMLElement[]} */
function itemsOf(box) {
  return [...box.querySelectorAll("[data-statement], [data-again], .index-title")].map((item) => /** @type {HTMLElement} */ (item));
}

/** @param {HTMLElement} box @param {any} event */
function step(box, event) {
  const way = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const items = itemsOf(box);
  const at = items.indexOf(event.target);
  if (!way || at < 0) return;
  event.preventDefault();
  // a list within a list has handled it
  event.stopPropagation();
  items[at + way]?.focus();
}
