import type { WindowPage } from "./window-pages.svelte.ts";

/** What the window shows: a query's photos, or a page in their place. */
export interface View {
  readonly query: string;
  readonly page: WindowPage | null;
}

interface Visit extends View {
  /** Which run of typing the query came from; 0 where it was chosen. */
  readonly typing: number;
}

/** The views that were shown, the latest last, and which of them is shown now. */
export interface ViewList {
  readonly visits: readonly Visit[];
  readonly at: number;
}

export const noViews: ViewList = { visits: [], at: -1 };

/** More than anybody goes back. */
const MOST_VIEWS = 100;

/** The window shows this now. What is typed letter by letter is one view; to close a page is to go back. */
export function visitView(list: ViewList, view: View, typing: number): ViewList {
  const { visits, at } = list;
  const [before, current] = [visits[at - 1], visits[at]];
  if (current && isSameView(current, view)) return list;
  const isPageClosed = current?.page != null && view.page === null;
  if (isPageClosed && before && isSameView(before, view)) return { visits, at: at - 1 };
  const isSameTyping = typing !== 0 && current?.typing === typing;
  const kept = visits.slice(0, isSameTyping ? at : at + 1);
  const last = kept.at(-1);
  // Letters that were taken back leave nothing behind.
  const next = last && isSameView(last, view) ? kept : [...kept, { ...view, typing }];
  const newest = next.slice(-MOST_VIEWS);
  return { visits: newest, at: newest.length - 1 };
}

/** One view back or forward; the same at the ends. */
export function stepView(list: ViewList, by: 1 | -1): ViewList {
  return list.visits[list.at + by] ? { ...list, at: list.at + by } : list;
}

export function isSameView(a: View, b: View): boolean {
  return a.query === b.query && a.page === b.page;
}
