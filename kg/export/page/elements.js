/** Small pieces of the page; text only ever becomes text nodes. */

/** Return an element with properties and children; strings become text. */
export function element(name, properties = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (key.startsWith("on")) made.addEventListener(key.slice(2), value);
    else if (value !== null && value !== undefined) made.setAttribute(key, value);
  }
  made.append(...children.filter((child) => child !== null && child !== undefined));
  return made;
}

/** Return an SVG element. */
function drawn(name, attributes, ...children) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

/** Return the words of a statement; `open` makes the entities in it buttons. */
export function statementWords(statement, open = null) {
  const pieces = statement.parts.flatMap(([text, role, entity]) => {
    const plain = entity === null || !open || role === "source";
    const inner = plain ? text : element("button", { type: "button", onclick: () => open(entity) }, text);
    return [element("span", { class: role }, element("bdi", {}, inner)), " "];
  });
  return element("span", { dir: "auto" }, ...pieces);
}

/** Return the badge for how a statement is said, or nothing for plain facts. */
export function badge(standing, words) {
  return standing === "stated" ? null : element("span", { class: `badge said-${standing}` }, words);
}

/** Return a confidence as a bar with the figure. */
export function meter(confidence) {
  const percent = Math.round(confidence * 100);
  const bar = drawn(
    "svg",
    { class: "meter", viewBox: "0 0 72 6", "aria-hidden": "true" },
    drawn("rect", { width: 72, height: 6, rx: 3 }),
    drawn("rect", { width: (72 * percent) / 100, height: 6, rx: 3 }),
  );
  return element("span", {}, bar, `${percent} % confidence`);
}

/** Return a link where the address is one of the web, else its text. */
export function safeLink(address) {
  const parsed = URL.canParse(address) ? new URL(address) : null;
  const web = parsed && (parsed.protocol === "https:" || parsed.protocol === "http:");
  if (!web) return element("bdi", {}, address);
  return element("a", { href: parsed.href, rel: "noopener noreferrer", target: "_blank" }, element("bdi", {}, address));
}
