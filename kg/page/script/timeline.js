/** The timeline: what happened day by day, and undated statements by the day of their article. */

import { daysOf, monthsOf } from "./events.js";
import { counted, element, numeral } from "./elements.js";
import { inParts } from "./parts.js";
import { statementList } from "./statement_list.js";

/** Return the events by month and day, with the choice of one month. @param {App} app @param {number[]} places */
export function timelinePanel(app, places) {
  const days = daysOf(app.data, places);
  const months = monthsOf(days);
  const chosen = months.some(({ month }) => month === app.story.month) ? app.story.month : "";
  const shown = days.filter(({ month }) => !chosen || month === chosen);
  const box = element("div", { class: "events" });
  const list = inParts(box, shown.length, (at) => {
    const day = shown[at];
    if (shown[at - 1]?.month !== day.month) box.append(element("h3", { class: "month" }, day.title));
    box.append(...dayBlock(app, day));
  });
  return [monthChoice(app, months, chosen), list];
}

/** @param {App} app @param {{month: string, title: string, count: number}[]} months @param {string} chosen */
function monthChoice(app, months, chosen) {
  const options = months.map(({ month, title, count }) =>
    element("option", { value: month, selected: month === chosen ? "" : null }, `${title} (${numeral(count)})`));
  const select = element("select", { id: "month", onchange: (event) => app.tell({ month: event.target.value || null }) },
    element("option", { value: "" }, "All months"), ...options);
  return element("label", { class: "field" }, element("span", {}, "Month"), select);
}

/** @param {App} app @param {import("./events.js").Day} day */
function dayBlock(app, { title, day, dated, undated }) {
  return [
    dated.length && day !== title ? element("h4", {}, day) : null,
    dated.length ? statementList(app, dated) : null,
    undated.length ? undatedBlock(app, day, undated) : null,
  ].filter(Boolean);
}

/** Return the undated statements of an article from that day, created when opened. @param {App} app @param {string} day @param {number[]} places */
function undatedBlock(app, day, places) {
  const words = day === "Without a date" ? "in articles without a date" : `reported on ${day}, undated`;
  const block = element("details", { class: "undated-events" }, element("summary", {}, `${counted(places.length, "statement")} ${words}`));
  block.addEventListener("toggle", () => block.childElementCount === 1 && block.append(statementList(app, places)));
  return block;
}
