import type { GridController } from "./grid-controller.svelte.ts";
import { indexAt } from "./photo-drag.ts";

/** A pinch on a trackpad is told as a wheel with Ctrl, in steps far smaller than those of a wheel. */
const NOTCH_PX = 50;
/** So much of a pinch, as a wheel tells it, is about one size. */
const PINCH_STEP_PX = 27;
/** Two fingers that spread by so much are one size. */
const SPREAD = 1.3;

interface Point {
  readonly clientX: number;
  readonly clientY: number;
}

/** Wheel with Ctrl or ⌘, and pinches, change the size of the photos; what is under the pointer stays there. */
export function gridZoom(
  grid: GridController,
  resize: (step: 1 | -1) => void,
): (element: HTMLElement) => () => void {
  return (element) => {
    const listening = new AbortController();
    const step = stepper(element, grid, resize);
    // Only an active listener may keep the browser from zooming the page.
    const options = { passive: false, signal: listening.signal };
    element.addEventListener("wheel", wheelZoom(step), options);
    const pinch = pinchZoom(step);
    element.addEventListener("touchstart", pinch, options);
    element.addEventListener("touchmove", pinch, options);
    return () => listening.abort();
  };
}

/** One size larger or smaller at a point. While the point rests, so does the photo that was under it first. */
function stepper(
  element: HTMLElement,
  grid: GridController,
  resize: (step: 1 | -1) => void,
): (step: 1 | -1, at: Point) => void {
  let held: (Point & { readonly index: number | undefined }) | undefined;
  return (step, { clientX, clientY }) => {
    const isResting = held?.clientX === clientX && held.clientY === clientY;
    const under = isResting ? held?.index : indexAt(document.elementFromPoint(clientX, clientY));
    const index = grid.anchorPoint(clientY - element.getBoundingClientRect().top, under);
    held = { clientX, clientY, index };
    resize(step);
  };
}

function wheelZoom(step: (by: 1 | -1, at: Point) => void): (event: WheelEvent) => void {
  let travelledPx = 0;
  return (event) => {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    if (event.deltaY === 0) return;
    if (Math.abs(event.deltaY) >= NOTCH_PX) {
      travelledPx = 0;
      step(event.deltaY < 0 ? 1 : -1, event);
      return;
    }
    // A turn begins anew.
    travelledPx = travelledPx * event.deltaY < 0 ? event.deltaY : travelledPx + event.deltaY;
    while (Math.abs(travelledPx) >= PINCH_STEP_PX) {
      const by = travelledPx < 0 ? 1 : -1;
      travelledPx += by * PINCH_STEP_PX;
      step(by, event);
    }
  };
}

function pinchZoom(step: (by: 1 | -1, at: Point) => void): (event: TouchEvent) => void {
  let spreadPx = 0;
  let middle: Point | undefined;
  return (event) => {
    const [a, b, more] = event.touches;
    if (!a || !b || more) return;
    event.preventDefault();
    const nowPx = Math.max(1, Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY));
    if (event.type === "touchstart") {
      spreadPx = nowPx;
      middle = { clientX: (a.clientX + b.clientX) / 2, clientY: (a.clientY + b.clientY) / 2 };
    }
    if (!middle) return;
    for (; nowPx / spreadPx >= SPREAD; spreadPx *= SPREAD) step(1, middle);
    for (; spreadPx / nowPx >= SPREAD; spreadPx /= SPREAD) step(-1, middle);
  };
}
