/**
 * Statements by the day of their event; no function here uses the DOM.
 *
 * @typedef {{month: string, title: string, day: string, dated: number[], undated: number[]}} Day
 */

import { dayOf as dayNumber, isoDay } from "./time.js";

const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
const MONTH = 31;
const LATE = "9999-99";

/**
 * Return the days of statements, the earliest first; a year or a month comes before the days in it.
 *
 * Statements without a date are listed on the publication day of their first article, and last if that is unknown.
 *
 * @param {Data} data
 * @param {number[]} places by decreasing importance
 * @returns {Day[]}
 */
export function daysOf(data, places) {
  /** @type {Map<string, Day>} */
  const days = new Map();
  for (const place of places) {
    const { key, dated } = dayOf(data, place);
    if (!days.has(key)) days.set(key, { month: monthOf(key), title: titleOf(monthOf(key)), day: titleOf(key), dated: [], undated: [] });
    days.get(key)[dated ? "dated" : "undated"].push(place);
  }
  return [...days].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, day]) => day);
}

/** Return the months of days with their numbers of statements. @param {Day[]} days @returns {{month: string, title: string, count: number}[]} */
export function monthsOf(days) {
  const months = new Map();
  for (const { month, title, dated, undated } of days) {
    const count = (months.get(month)?.count ?? 0) + dated.length + undated.length;
    months.set(month, { month, title, count });
  }
  return [...months.values()];
}

/** @param {Data} data @param {number} place */
function dayOf(data, place) {
  const time = data.times[data.columns.time[place]];
  const first = time?.from ?? time?.to ?? null;
  if (first !== null) return { key: preciseTo(isoDay(first), isoDay(time.to ?? first)), dated: true };
  const dates = data.rows[place][13].map(([document]) => data.documents[document].published).filter(Boolean);
  return { key: dates.sort()[0] ?? LATE, dated: false };
}

/** Return the year, the month, the days or the day, depending on the length of the time. @param {string} first @param {string} last @returns {string} */
function preciseTo(first, last) {
  const length = dayNumber(last) - dayNumber(first);
  if (length >= MONTH) return first.slice(0, 4);
  if (length > 7) return first.slice(0, 7);
  return length > 0 ? `${first}/${last}` : first;
}

/** @param {string} key */
function monthOf(key) {
  return key.slice(0, 7);
}

/** Return a year, a month, days or a day in words. @param {string} key @returns {string} */
function titleOf(key) {
  if (key === LATE) return "Without a date";
  if (key.includes("/")) return titleOfDays(key.split("/"));
  const [year, month, day] = key.split("-");
  return [day && String(Number(day)), month && MONTHS[Number(month) - 1], year].filter(Boolean).join(" ");
}

/** Return the first and the last day in words, what they share only once: "4–10 September 2017". @param {string[]} days @returns {string} */
function titleOfDays([first, last]) {
  if (first.slice(0, 7) === last.slice(0, 7)) return `${Number(first.slice(8))}–${titleOf(last)}`;
  const shared = first.slice(0, 4) === last.slice(0, 4) ? ` ${first.slice(0, 4)}` : "";
  return `${titleOf(first).slice(0, shared ? -shared.length : undefined)} – ${titleOf(last)}`;
}
