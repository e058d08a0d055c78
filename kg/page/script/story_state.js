/**
 * Which view of the statements is shown, and how.
 *
 * @typedef {{view: string, order: string, act: ?string, month: ?string}} Story
 */

export const VIEWS = ["story", "timeline", "voices", "documents"];

/** Return the view that the page opens with. @returns {Story} */
export function firstStory() {
  return { view: "story", order: "importance", act: null, month: null };
}

/** Return what an address says of the view. @param {(name: string) => string | null} one a field of the address @returns {Story} */
export function storyOf(one) {
  const first = firstStory();
  const view = one("view") ?? "";
  return { view: VIEWS.includes(view) ? view : first.view, order: one("order") === "time" ? "time" : first.order, act: one("act"), month: one("month") };
}

/** Return the fields of an address that differ from the view that the page opens with. @param {Story | undefined} story @returns {[string, string][]} */
export function storyFields(story) {
  return Object.entries(firstStory()).flatMap(([name, first]) => (story?.[name] && story[name] !== first ? [[name, story[name]]] : []));
}
