import { untrack } from "svelte";
import { prefersReducedMotion } from "svelte/motion";
import type { Photo } from "../../../electron/contract/photo.ts";
import type { Turn } from "../../../electron/contract/value-names.ts";
import { isAnimated } from "../library/is-animated.ts";
import { originalUrl, previewUrl, thumbnailOf } from "../library/media-url.ts";
import { canBeShown, exceedsPreview, hasOriginal, hasShapeOf, mayMove } from "./original.ts";
import { PictureCache } from "./picture-cache.svelte.ts";
import type { Size, Zoom } from "./zoom/zoom.ts";
import { ZoomView } from "./zoom/zoom-view.svelte.ts";

export interface LayersSource {
  /** Undefined until it was read. */
  readonly photo: () => Photo | undefined;
  /** Photos that may follow, the likeliest first: their previews are read ahead. */
  readonly ahead: () => readonly Photo[];
  readonly zoom: () => Zoom;
  readonly become: (zoom: Zoom) => void;
}

/** A picture of the photo, and by how much it is turned to be seen as the photo is. */
export interface Layer {
  readonly source: string;
  readonly turn: Turn;
}

/** The pictures of one photo that are drawn over each other in a pane. Made where a component begins, and ends with it. */
export class PictureLayers {
  readonly #source: LayersSource;
  readonly #pictures = new PictureCache();
  readonly view: ZoomView;
  /** The photo whose animation was asked for, where motion is not wanted by itself. */
  #playedId = $state<number>();
  /** The photo that is known to have an animation. */
  #animatedId = $state<number>();

  readonly #thumbnail = $derived.by(() => this.photo && thumbnailOf(this.photo));
  readonly #preview = $derived.by(() => this.photo && previewOf(this.photo));
  readonly #original = $derived.by(() =>
    this.photo && hasOriginal(this.photo) ? originalUrl(this.photo.id) : undefined,
  );
  readonly #isMoving = $derived.by(() => {
    if (!this.photo || this.#original === undefined || !mayMove(this.photo)) return false;
    return !prefersReducedMotion.current || this.#playedId === this.photo.id;
  });
  readonly #wantsOriginal = $derived.by(() => {
    const { placement, frame } = this.view;
    if (this.#original === undefined || !placement) return false;
    const drawn = { widthPx: placement.widthPx * frame.density };
    return this.#isMoving || exceedsPreview(frame.picture, drawn);
  });
  /** Back to front; each of them is decoded, or is the thumbnail. Only the file itself is not turned yet. */
  readonly layers: readonly Layer[] = $derived.by(() => {
    if (!this.photo) return [];
    const [thumbnail, preview, original] = [this.#thumbnail, this.#preview, this.#original];
    const layers: Layer[] = thumbnail === undefined ? [] : [{ source: thumbnail, turn: 0 }];
    if (preview !== undefined && this.#pictures.isReady(preview))
      layers.push({ source: preview, turn: 0 });
    const { turn } = this.photo;
    if (this.#wantsOriginal && original !== undefined && this.#fits(original, turn)) {
      const file = { source: original, turn };
      // The first picture of an animation would shine through the others.
      return this.#isMoving ? [file] : [...layers, file];
    }
    return layers;
  });
  /** Nothing better than what is shown is on its way. */
  readonly isSettled = $derived.by(() => this.#pictures.isSettled(this.#preview));
  /** Whether there is an animation that waits for a click. */
  readonly isWaiting = $derived.by(
    () => this.photo !== undefined && this.#animatedId === this.photo.id && !this.#isMoving,
  );

  constructor(source: LayersSource) {
    this.#source = source;
    this.view = new ZoomView({
      picture: () => sizeOf(this.photo),
      zoom: source.zoom,
      become: source.become,
    });
    $effect(() => this.#load());
    $effect(() => this.#lookForAnimation());
  }

  get photo(): Photo | undefined {
    return this.#source.photo();
  }

  play(): void {
    this.#playedId = this.photo?.id;
  }

  /** What is looked at first, then what may follow. */
  #load(): void {
    const ahead = this.#source.ahead().flatMap((photo) => previewOf(photo) ?? []);
    const current = [this.#preview, this.#wantsOriginal ? this.#original : undefined].filter(
      (source) => source !== undefined,
    );
    untrack(() => this.#pictures.keep(new Set([...current, ...ahead])));
    for (const source of current) void this.#pictures.load(source);
    if (this.isSettled) for (const source of ahead) void this.#pictures.load(source);
  }

  #lookForAnimation(): void {
    const { photo } = this;
    const original = this.#original;
    if (!photo || original === undefined || !prefersReducedMotion.current || !mayMove(photo))
      return;
    void isAnimated(original).then((isSo) => {
      if (isSo) this.#animatedId = photo.id;
    });
  }

  /** A file that its reader alone turned, or that changed since it was read, is another picture. */
  #fits(source: string, turn: Turn): boolean {
    const size = turnedSize(this.#pictures.sizeOf(source), turn);
    const own = sizeOf(this.photo);
    return size !== undefined && own !== null && hasShapeOf(size, own);
  }
}

function sizeOf(photo: Photo | undefined): Size | null {
  if (photo?.widthPx == null || photo.heightPx === null) return null;
  return { widthPx: photo.widthPx, heightPx: photo.heightPx };
}

function turnedSize(size: Size | undefined, turn: Turn): Size | undefined {
  if (!size || turn % 180 === 0) return size;
  return { widthPx: size.heightPx, heightPx: size.widthPx };
}

function previewOf(photo: Photo): string | undefined {
  return canBeShown(photo) ? previewUrl(photo.id, photo.turn) : undefined;
}
