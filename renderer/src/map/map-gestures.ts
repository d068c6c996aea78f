import type { MapController } from "./map-controller.svelte.ts";

/** Less is a click with an unsteady hand. */
const DRAG_PX = 4;
const LINE_PX = 16;
/** Two notches of a wheel, or a pinch of a trackpad, are about one step. */
const WHEEL_STEP_PX = 240;
const PINCH_STEP_PX = 60;

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Wheel and pinch zoom at the pointer; one finger or the mouse drags. Covers can still be pressed. */
export function mapGestures(surface: HTMLElement, map: MapController): () => void {
  const gestures = new Gestures(surface, map);
  const ending = new AbortController();
  const { signal } = ending;
  surface.addEventListener("wheel", (event) => gestures.scrolled(event), {
    passive: false,
    signal,
  });
  surface.addEventListener("pointerdown", (event) => gestures.pressed(event), { signal });
  surface.addEventListener("pointermove", (event) => gestures.moved(event), { signal });
  surface.addEventListener("pointerup", (event) => gestures.released(event), { signal });
  surface.addEventListener("pointercancel", (event) => gestures.released(event), { signal });
  surface.addEventListener("click", (event) => gestures.clicked(event), { capture: true, signal });
  surface.addEventListener("dblclick", (event) => gestures.doubled(event), { signal });
  return () => ending.abort();
}

class Gestures {
  readonly #surface: HTMLElement;
  readonly #map: MapController;
  readonly #pointers = new Map<number, Point>();
  #isDragging = false;

  constructor(surface: HTMLElement, map: MapController) {
    this.#surface = surface;
    this.#map = map;
  }

  scrolled(event: WheelEvent): void {
    event.preventDefault();
    const isLines = event.deltaMode === WheelEvent.DOM_DELTA_LINE;
    const px = isLines ? event.deltaY * LINE_PX : event.deltaY;
    const stepPx = event.ctrlKey ? PINCH_STEP_PX : WHEEL_STEP_PX;
    this.#map.zoomBy(-px / stepPx, { at: this.#pointOf(event) });
  }

  pressed(event: PointerEvent): void {
    if (event.button !== 0) return;
    this.#pointers.set(event.pointerId, this.#pointOf(event));
    if (this.#pointers.size === 1) this.#isDragging = false;
  }

  moved(event: PointerEvent): void {
    const before = this.#pointers.get(event.pointerId);
    if (!before) return;
    const now = this.#pointOf(event);
    if (!this.#isDragging) {
      if (distance(now, before) < DRAG_PX) return;
      // From here on the pointer may leave the map; before, a press belongs to the cover under it.
      this.#surface.setPointerCapture(event.pointerId);
      this.#isDragging = true;
    }
    const [other] = [...this.#pointers].filter(([id]) => id !== event.pointerId);
    this.#pointers.set(event.pointerId, now);
    if (other) this.#pinch(other[1], before, now);
    else this.#map.pan({ x: before.x - now.x, y: before.y - now.y });
  }

  released({ pointerId }: PointerEvent): void {
    this.#pointers.delete(pointerId);
  }

  /** The click at the end of a drag is none. */
  clicked(event: MouseEvent): void {
    if (!this.#isDragging) return;
    this.#isDragging = false;
    // A key that presses a cover has no part in it.
    if (event.detail === 0) return;
    event.preventDefault();
    event.stopPropagation();
  }

  doubled(event: MouseEvent): void {
    if (event.target instanceof Element && event.target.closest("button")) return;
    this.#map.zoomBy(1, { at: this.#pointOf(event), isGliding: true });
  }

  #pinch(still: Point, before: Point, now: Point): void {
    const ratio = distance(still, now) / Math.max(1, distance(still, before));
    const at = { x: (still.x + now.x) / 2, y: (still.y + now.y) / 2 };
    this.#map.zoomBy(Math.log2(Math.max(0.1, ratio)), { at });
    this.#map.pan({ x: (before.x - now.x) / 2, y: (before.y - now.y) / 2 });
  }

  #pointOf({ clientX, clientY }: MouseEvent): Point {
    const { left, top } = this.#surface.getBoundingClientRect();
    return { x: clientX - left, y: clientY - top };
  }
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}
