/**
 * Small elements of the page; text always becomes text nodes.
 *
 */

import { joinOf, partsOf, visible } from "./model.js";

const ISO_DAY = /(\d{4}-\d\d-\d\d)/;

/**
 * Return an element with properties and children; strings become text, null is ignored.
 *
 * @param {string} name
 * @param {Record<string, any>} properties `onclick` and similar ones are listeners, all others are attributes
 * @param {...(Node | string | null | undefined | false)} children
 * @returns {any}
 */
export function element(name, properties = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (key.startsWith("on")) made.addEventListener(key.slice(2), value);
    else if (value !== null && value !== undefined) made.setAttribute(key, value);
  }
  made.append(...kept(children).map(shown));
  return made;
}

/** @param {Node | string} child */
function shown(child) {
  return typeof child === "string" ? visible(child) : child;
}

/** Return the element of the page with this id. @param {string} id @returns {any} */
export function find(id) {
  return document.getElementById(id);
}

/** Return the elements of the page that match a selector. @param {string} selector @returns {any[]} */
export function findAll(selector) {
  return [...document.querySelectorAll(selector)];
}

/**
 * Return an SVG element.
 *
 * @param {string} name
 * @param {Record<string, any>} attributes
 * @param {...(Node | string)} children
 * @returns {SVGElement}
 */
export function drawn(name, attributes, ...children) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) if (value !== null) made.setAttribute(key, String(value));
  made.append(...children.map(shown));
  return made;
}

/** Return the children that are not empty. @returns {(Node | string)[]} @param {Child[]} children */
export function kept(children) {
  return /** @type {(Node | string)[]} */ (children.filter((child) => child !== null && child !== undefined && child !== false));
}

/**
 * Return the words of a statement; `open` makes the entities in it buttons.
 *
 * @param {Data} data
 * @param {Statement} said
 * @param {{open?: ?((key: number) => void), without?: string[]}} options `without` are the roles to leave out
 */
export function statementWords(data, said, { open = null, without = [] } = {}) {
  const parts = partsOf(data, said).filter(({ role }) => !without.includes(role));
  const pieces = parts.flatMap(({ text, role, entity }) => {
    const inner = entity === null || !open || role === "source" ? withDays(text) : [nameButton(text, () => open(entity))];
    return [joinOf(data, role), element("span", { class: role }, element("bdi", {}, ...inner))];
  });
  return element("span", { class: "said", dir: "auto" }, ...pieces.slice(1), " ");
}

/** Return a text in pieces, with each day such as "2024-06-30" in an element that no line break splits. @param {string} text @returns {Child[]} */
function withDays(text) {
  return text.split(ISO_DAY).map((piece, index) => (index % 2 ? element("span", { class: "day" }, piece) : piece));
}

/** Return a button that looks like a name. @param {string} text @param {() => void} press */
export function nameButton(text, press) {
  return element("button", { type: "button", class: "name-button", onclick: press }, element("bdi", {}, text));
}

/** Return the badge for the status of a statement, or nothing for plain facts. @param {Data} data @param {string} standing */
export function badge(data, standing) {
  return standing === "stated" ? null : element("span", { class: `badge said-${standing}` }, data.standings[standing]);
}

/** Return a confidence as a bar with its value. @param {number} confidence */
export function meter(confidence) {
  const percent = Math.round(confidence * 100);
  const bar = drawn(
    "svg",
    { class: "meter", viewBox: "0 0 72 6", "aria-hidden": "true" },
    drawn("rect", { width: 72, height: 6, rx: 3 }),
    drawn("rect", { width: (72 * percent) / 100, height: 6, rx: 3 }),
  );
  return element("span", { class: "confidence" }, bar, `${percent} % confidence`);
}

/** Return a link for a web address, otherwise its text. @param {string} address */
export function safeLink(address) {
  const parsed = URL.canParse(address) ? new URL(address) : null;
  const web = parsed && (parsed.protocol === "https:" || parsed.protocol === "http:");
  if (!web) return element("bdi", {}, address);
  return element("a", { href: parsed.href, rel: "noopener noreferrer", target: "_blank" }, element("bdi", {}, address));
}

/** Return whether the screen is narrow, so that the list comes first and the picture below it. */
export function isNarrow() {
  return matchMedia("(max-width: 899px)").matches;
}

/** Return a number with its thousands separated: "1,905". @param {number} count */
export function numeral(count) {
  return count.toLocaleString("en");
}

/** Return a number with its noun. @param {number} count @param {string} noun @param {string} plural */
export function counted(count, noun, plural = `${noun}s`) {
  return `${numeral(count)} ${count === 1 ? noun : plural}`;
}

const BACK = { story: "← All statements", timeline: "← Timeline", voices: "← Voices", documents: "← Documents" };

/** Return the buttons back to the list and, on a narrow screen, down to the picture. @param {App} app */
export function backButton(app) {
  const down = () => find("graph").scrollIntoView({ block: "center" });
  return element(
    "p",
    { class: "back-row" },
    element("button", { type: "button", class: "back", onclick: () => app.clear() }, document.documentElement.classList.contains("embed") ? "← Picture" : BACK[app.story.view]),
    element("button", { type: "button", class: "back narrow", onclick: down }, "↓ Picture"),
  );
}
