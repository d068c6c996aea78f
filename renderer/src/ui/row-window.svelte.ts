/** Drawn above and below what is seen. */
const OVERSCAN_ROWS = 24;

/** Which rows of a long list of equal rows are near the window of what scrolls it. */
export class RowWindow {
  start = $state(0);
  end = $state(64);
  readonly #rowPx: number;
  #list: HTMLElement | undefined;
  #scroller: HTMLElement | undefined;

  constructor(rowPx: number) {
    this.#rowPx = rowPx;
  }

  /** The list's element; it scrolls with the nearest element around it that scrolls. */
  attach(list: HTMLElement): () => void {
    const scroller = scrollerOf(list);
    this.#list = list;
    this.#scroller = scroller;
    const measure = (): void => this.measure();
    const sizes = new ResizeObserver(measure);
    sizes.observe(scroller);
    // What is above the list may grow and push it down.
    for (const part of scroller.children) sizes.observe(part);
    scroller.addEventListener("scroll", measure, { passive: true });
    return () => {
      sizes.disconnect();
      scroller.removeEventListener("scroll", measure);
    };
  }

  measure(): void {
    if (!this.#list || !this.#scroller) return;
    const list = this.#list.getBoundingClientRect();
    const seen = this.#scroller.getBoundingClientRect();
    const first = Math.floor((seen.top - list.top) / this.#rowPx);
    const count = Math.ceil(seen.height / this.#rowPx);
    // In steps, so that not every row that is passed draws the list anew.
    const step = OVERSCAN_ROWS / 2;
    this.start = Math.max(0, Math.floor(first / step) * step - OVERSCAN_ROWS);
    this.end = Math.max(0, Math.ceil((first + count) / step) * step + OVERSCAN_ROWS);
  }

  /** Scrolls as little as it takes to see a row, with some room at both ends. */
  reveal(at: number, roomPx = 8): void {
    if (!this.#list || !this.#scroller) return;
    const seen = this.#scroller.getBoundingClientRect();
    const topPx = this.#list.getBoundingClientRect().top + at * this.#rowPx;
    const abovePx = seen.top + roomPx - topPx;
    const belowPx = topPx + this.#rowPx + roomPx - seen.bottom;
    if (abovePx > 0) this.#scroller.scrollTop -= abovePx;
    else if (belowPx > 0) this.#scroller.scrollTop += belowPx;
    this.measure();
  }
}

function scrollerOf(element: HTMLElement): HTMLElement {
  for (let around = element.parentElement; around; around = around.parentElement) {
    if (/auto|scroll/.test(getComputedStyle(around).overflowY)) return around;
  }
  return document.documentElement;
}
