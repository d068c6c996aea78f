import { noViews, stepView, visitView, type View, type ViewList } from "./view-list.ts";

/** The views that the window has shown, to go back and forward among them. Where each was scrolled is kept by its query. */
export class ViewHistory {
  #list = $state.raw<ViewList>(noViews);
  #restoring = 0;
  #arriving = $state(0);

  readonly canGoBack = $derived(this.#list.at > 0);
  readonly canGoForward = $derived(this.#list.at < this.#list.visits.length - 1);
  /** What is shown now is not yet what was asked for, and no visit: photos that a page has covered, until others come. */
  readonly isArriving = $derived(this.#arriving > 0);

  /** True where the window shows another view than before. */
  visit(view: View, typing: number): boolean {
    const before = this.#list;
    if (this.#restoring === 0) this.#list = visitView(before, view, typing);
    return this.#list !== before;
  }

  /** Until `shown` is settled, another view is on its way. */
  async arrive(shown: Promise<void>): Promise<void> {
    this.#arriving++;
    try {
      await shown;
    } finally {
      this.#arriving--;
    }
  }

  /**
   * One view back or forward: `show` shows it again, and what is shown on the way is no visit. It asks `isCurrent` before
   * each step, because another view may have been asked for meanwhile.
   */
  async go(
    by: 1 | -1,
    show: (view: View, isCurrent: () => boolean) => Promise<void>,
  ): Promise<void> {
    const before = this.#list;
    const list = stepView(before, by);
    const view = list.visits[list.at];
    if (list === before || !view) return;
    this.#list = list;
    this.#restoring++;
    try {
      await show(view, () => this.#list === list);
    } finally {
      this.#restoring--;
    }
  }
}
