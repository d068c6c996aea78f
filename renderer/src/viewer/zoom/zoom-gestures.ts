import { pan, scaleOf, toggle, zoomAt, type Frame, type Point, type Zoom } from "./zoom.ts";

/** What the gestures read and change. */
export interface Zoomed {
  readonly frame: Frame;
  readonly zoom: Zoom;
  become(zoom: Zoom): void;
}

/** One notch of a wheel, some 100 px, is a third larger or smaller. */
const PER_PX = 0.003;
/** Browsers tell a pinch on a trackpad as a wheel with Ctrl, in far smaller steps. */
const PINCH_PER_PX = 0.01;
/** A wheel with Ctrl held is a wheel still. */
const NOTCH_PX = 50;
const LINE_PX = 33;
const PAGE_PX = 300;

/**
 * An attachment: the wheel and a pinch zoom at the pointer, a double click changes between fit and 1:1, a drag moves the
 * picture. The element is the pane.
 */
export function zoomGestures(view: Zoomed): (element: HTMLElement) => () => void {
  return (element) => {
    const events = new AbortController();
    const { signal } = events;
    // Only an active listener may keep the browser from zooming the page.
    const turn = (event: WheelEvent): void => turnWheel(view, element, event);
    element.addEventListener("wheel", turn, { passive: false, signal });
    const click = (event: MouseEvent): void => {
      if (isControl(event.target)) return;
      view.become(toggle(view.zoom, view.frame, pointOf(element, event)));
    };
    element.addEventListener("dblclick", click, { signal });
    listenToFingers(view, element, signal);
    return () => events.abort();
  };
}

function turnWheel(view: Zoomed, element: HTMLElement, event: WheelEvent): void {
  event.preventDefault();
  const unitPx = [1, LINE_PX, PAGE_PX][event.deltaMode] ?? 1;
  const isPinch = event.ctrlKey && Math.abs(event.deltaY) < NOTCH_PX;
  const factor = Math.exp(-event.deltaY * unitPx * (isPinch ? PINCH_PER_PX : PER_PX));
  scaleBy(view, factor, pointOf(element, event));
}

/** One finger, or the mouse, moves; two also zoom. */
function listenToFingers(view: Zoomed, element: HTMLElement, signal: AbortSignal): void {
  const fingers = new Map<number, Point>();

  function pressed(event: PointerEvent): void {
    if (event.button !== 0 || isControl(event.target)) return;
    fingers.set(event.pointerId, pointOf(element, event));
    element.setPointerCapture(event.pointerId);
  }

  function moved(event: PointerEvent): void {
    const before = fingers.get(event.pointerId);
    if (!before) return;
    const now = pointOf(element, event);
    fingers.set(event.pointerId, now);
    const other = [...fingers].find(([id]) => id !== event.pointerId)?.[1];
    if (other) {
      const factor = distance(now, other) / Math.max(1, distance(before, other));
      scaleBy(view, factor, middle(now, other));
    }
    // Of two fingers each moves the point between them by half.
    const share = other ? 0.5 : 1;
    const by = { xPx: (now.xPx - before.xPx) * share, yPx: (now.yPx - before.yPx) * share };
    view.become(pan(view.zoom, view.frame, by));
  }

  function released(event: PointerEvent): void {
    fingers.delete(event.pointerId);
  }

  element.addEventListener("pointerdown", pressed, { signal });
  element.addEventListener("pointermove", moved, { signal });
  element.addEventListener("pointerup", released, { signal });
  element.addEventListener("pointercancel", released, { signal });
}

function scaleBy(view: Zoomed, factor: number, at: Point): void {
  const scale = scaleOf(view.zoom, view.frame) * factor;
  view.become(zoomAt(view.zoom, view.frame, { scale, at }));
}

function pointOf(element: HTMLElement, event: MouseEvent): Point {
  const box = element.getBoundingClientRect();
  return { xPx: event.clientX - box.left, yPx: event.clientY - box.top };
}

function isControl(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("button, a, input, video") !== null;
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.xPx - b.xPx, a.yPx - b.yPx);
}

function middle(a: Point, b: Point): Point {
  return { xPx: (a.xPx + b.xPx) / 2, yPx: (a.yPx + b.yPx) / 2 };
}
