import type { Command } from "../../keys/key-table.ts";
import {
  canPan,
  middleOf,
  pan,
  place,
  step,
  toggle,
  type Frame,
  type Placement,
  type Point,
  type Size,
  type Zoom,
} from "./zoom.ts";

/** Of the pane, for one press of an arrow. */
const PAN_SHARE = 0.15;

/** Towards the part that the arrow points at. */
const PANS: Readonly<Partial<Record<Command, { readonly x: number; readonly y: number }>>> = {
  "extend.left": { x: PAN_SHARE, y: 0 },
  "extend.right": { x: -PAN_SHARE, y: 0 },
  "extend.up": { x: 0, y: PAN_SHARE },
  "extend.down": { x: 0, y: -PAN_SHARE },
};

export interface ZoomSource {
  /** The photo's own pixels; null where nobody knows them, and it fills the pane. */
  readonly picture: () => Size | null;
  readonly zoom: () => Zoom;
  readonly become: (zoom: Zoom) => void;
}

/** A picture in a pane of the page: measures the pane, and does what commands and gestures ask for. */
export class ZoomView {
  readonly #source: ZoomSource;
  /** Where the pointer is over the pane. */
  pointer: Point | undefined;
  #pane = $state.raw<Size>({ widthPx: 0, heightPx: 0 });
  #density = $state(devicePixelRatio);
  readonly frame: Frame = $derived.by(() => ({
    picture: this.#source.picture() ?? this.#pane,
    pane: this.#pane,
    density: this.#density,
  }));
  /** Undefined until the pane was measured. */
  readonly placement: Placement | undefined = $derived.by(() =>
    this.#pane.widthPx > 0 && this.#pane.heightPx > 0
      ? place(this.#source.zoom(), this.frame)
      : undefined,
  );
  readonly isMovable = $derived.by(
    () => this.placement !== undefined && canPan(this.#source.zoom(), this.frame),
  );

  constructor(source: ZoomSource) {
    this.#source = source;
  }

  get zoom(): Zoom {
    return this.#source.zoom();
  }

  become(zoom: Zoom): void {
    this.#source.become(zoom);
  }

  /** False where the command is not about the zoom, or there is nothing to move. */
  run(command: Command): boolean {
    if (!this.placement) return false;
    const { frame, zoom } = this;
    const at = middleOf(frame.pane);
    const by = PANS[command];
    if (command === "zoom-toggle") this.become(toggle(zoom, frame, this.pointer ?? at));
    else if (command === "larger") this.become(step(zoom, frame, { direction: 1, at }));
    else if (command === "smaller") this.become(step(zoom, frame, { direction: -1, at }));
    else if (by && this.isMovable) {
      const { widthPx, heightPx } = frame.pane;
      this.become(pan(zoom, frame, { xPx: by.x * widthPx, yPx: by.y * heightPx }));
    } else return false;
    return true;
  }

  /** An attachment of the pane's element. */
  readonly measure = (element: HTMLElement): (() => void) => {
    const observer = new ResizeObserver(() => {
      this.#pane = { widthPx: element.clientWidth, heightPx: element.clientHeight };
      this.#density = devicePixelRatio;
    });
    observer.observe(element);
    return () => observer.disconnect();
  };
}
