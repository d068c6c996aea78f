import { placeAt, rebase, spacerHeight } from "./layout/spacer.ts";

/** Above this, a thumbnail is gone before it is there. */
const FLYING_PX_PER_S = 3_000;

/** Where a grid is scrolled, in heights of the whole grid, over a spacer that a browser can draw. */
export class GridScroll {
  readonly #contentPx: () => number;
  #element: HTMLElement | undefined;
  #last = { px: 0, atMs: 0 };
  #scrollPx = $state(0);

  widthPx = $state(0);
  heightPx = $state(0);
  basePx = $state(0);
  isFlying = false;
  direction = $state<1 | -1>(1);

  /** The height of the grid at the top of the window. */
  readonly yPx = $derived(this.basePx + this.#scrollPx);

  constructor(contentPx: () => number) {
    this.#contentPx = contentPx;
  }

  get spacerPx(): number {
    return spacerHeight(this.#contentPx());
  }

  attach(element: HTMLElement): () => void {
    this.#element = element;
    const observer = new ResizeObserver(() => {
      this.widthPx = element.clientWidth;
      this.heightPx = element.clientHeight;
    });
    observer.observe(element);
    return () => observer.disconnect();
  }

  /** Whether it was the user who scrolled: where we scroll ourselves, the browser tells us so afterwards. */
  scrolled(): boolean {
    if (!this.#element) return false;
    const px = this.#element.scrollTop;
    const atMs = performance.now();
    const moved = px - this.#last.px;
    if (Math.abs(moved) < 1) return false;
    this.direction = moved > 0 ? 1 : -1;
    const speed = Math.abs(moved) / Math.max(1, atMs - this.#last.atMs);
    this.isFlying = speed * 1000 > FLYING_PX_PER_S;
    this.#last = { px, atMs };
    this.#scrollPx = px;
    return true;
  }

  /** The scrolling came to rest: nobody sees the base move now. */
  scrollEnded(): void {
    this.isFlying = false;
    const place = { basePx: this.basePx, scrollPx: this.#scrollPx };
    const better = rebase(place, this.#contentPx(), this.heightPx);
    if (better) this.#place(better.basePx, better.scrollPx);
  }

  /** Shows a height at the top of the window, as near as the ends allow. */
  jump(yPx: number): void {
    const contentPx = this.#contentPx();
    const lastPx = Math.max(0, contentPx - this.heightPx);
    const y = Math.min(lastPx, Math.max(0, Math.round(yPx)));
    const scrollPx = y - this.basePx;
    const isBaseValid = this.basePx + this.spacerPx <= contentPx;
    const isInReach = isBaseValid && scrollPx >= 0 && scrollPx <= this.spacerPx - this.heightPx;
    const place = isInReach
      ? { basePx: this.basePx, scrollPx }
      : placeAt(y, contentPx, this.heightPx);
    this.#place(place.basePx, place.scrollPx);
  }

  #place(basePx: number, scrollPx: number): void {
    this.basePx = basePx;
    this.#scrollPx = scrollPx;
    if (this.#element && this.#element.scrollTop !== scrollPx) this.#element.scrollTop = scrollPx;
    this.#last = { px: scrollPx, atMs: performance.now() };
  }
}
