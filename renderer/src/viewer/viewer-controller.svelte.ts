import { untrack } from "svelte";
import { prefersReducedMotion } from "svelte/motion";
import type { Photo } from "../../../electron/contract/photo.ts";
import type { Turn } from "../../../electron/contract/value-names.ts";
import { isAnimated } from "../library/is-animated.ts";
import { originalUrl, previewUrl, thumbnailOf } from "../library/media-url.ts";
import type { PhotoSet } from "../library/photos/photo-set.ts";
import type { Selection } from "../library/photos/selection.svelte.ts";
import { canBeShown, exceedsPreview, hasOriginal, hasShapeOf, mayMove } from "./original.ts";
import { PictureCache } from "./picture-cache.svelte.ts";
import { FIT, type Size, type Zoom } from "./zoom/zoom.ts";
import { ZoomView } from "./zoom/zoom-view.svelte.ts";

/** A picture of the photo, and by how much it is turned to be seen as the photo is. */
export interface Layer {
  readonly source: string;
  readonly turn: Turn;
}

/** Walks through the photos of a set one by one, with the neighbours at hand. */
export class ViewerController {
  readonly set: PhotoSet;
  readonly selection: Selection;
  readonly #pictures = new PictureCache();
  /** Stays from photo to photo. */
  zoom = $state.raw<Zoom>(FIT);
  readonly view: ZoomView;
  #direction: 1 | -1 = 1;
  /** The photo whose animation was asked for, where motion is not wanted by itself. */
  #playedId = $state<number>();
  /** The photo that is known to have an animation. */
  #animatedId = $state<number>();

  readonly photo = $derived.by(() => this.set.photoAt(this.selection.focus));
  readonly thumbnail = $derived(this.photo && thumbnailOf(this.photo));
  readonly preview = $derived(this.photo && previewOf(this.photo));
  readonly original = $derived(
    this.photo && hasOriginal(this.photo) ? originalUrl(this.photo.id) : undefined,
  );
  readonly #isMoving = $derived.by(() => {
    if (!this.photo || this.original === undefined || !mayMove(this.photo)) return false;
    return !prefersReducedMotion.current || this.#playedId === this.photo.id;
  });
  readonly #wantsOriginal = $derived.by(() => {
    const { placement, frame } = this.view;
    if (this.original === undefined || !placement) return false;
    const drawn = { widthPx: placement.widthPx * frame.density };
    return this.#isMoving || exceedsPreview(frame.picture, drawn);
  });
  /** Back to front; each of them is decoded, or is the thumbnail. Only the file itself is not turned yet. */
  readonly layers: readonly Layer[] = $derived.by(() => {
    const { photo, thumbnail, preview, original } = this;
    if (!photo) return [];
    const layers: Layer[] = thumbnail === undefined ? [] : [{ source: thumbnail, turn: 0 }];
    if (preview !== undefined && this.#pictures.isReady(preview))
      layers.push({ source: preview, turn: 0 });
    if (this.#wantsOriginal && original !== undefined && this.#fits(original, photo.turn)) {
      const file = { source: original, turn: photo.turn };
      // The first picture of an animation would shine through the others.
      return this.#isMoving ? [file] : [...layers, file];
    }
    return layers;
  });
  /** Nothing better than what is shown is on its way. */
  readonly isSettled = $derived.by(() => this.#pictures.isSettled(this.preview));
  /** Whether there is an animation that waits for a click. */
  readonly isWaiting = $derived.by(
    () => this.photo !== undefined && this.#animatedId === this.photo.id && !this.#isMoving,
  );

  constructor(set: PhotoSet, selection: Selection) {
    this.set = set;
    this.selection = selection;
    this.view = new ZoomView({
      picture: () => sizeOf(this.photo),
      zoom: () => this.zoom,
      become: (zoom) => (this.zoom = zoom),
    });
    $effect(() => {
      const { focus } = selection;
      set.need(Math.max(0, focus - 50), Math.min(set.total, focus + 50));
    });
    $effect(() => this.#load());
    $effect(() => this.#lookForAnimation());
  }

  get index(): number {
    return this.selection.focus;
  }
  get isFirst(): boolean {
    return this.selection.focus <= 0;
  }
  get isLast(): boolean {
    return this.selection.focus >= this.set.total - 1;
  }

  /** To a photo of the set, or as near to it as there is one. */
  go(index: number): void {
    const next = Math.max(0, Math.min(this.set.total - 1, index));
    if (next === this.selection.focus || this.set.total === 0) return;
    this.#direction = next < this.selection.focus ? -1 : 1;
    this.selection.apply(next, "only");
  }

  /** The next photo that can be shown, after the last one the first; videos have their own length and are left out. */
  goOn(): void {
    const { total } = this.set;
    for (let step = 1; step < total; step++) {
      const index = (this.index + step) % total;
      const photo = this.set.photoAt(index);
      if (photo && !canBeShown(photo)) continue;
      this.#direction = 1;
      this.selection.apply(index, "only");
      return;
    }
  }

  play(): void {
    this.#playedId = this.photo?.id;
  }

  /** What is looked at first, then the neighbours, the direction of travel before the way back. */
  #load(): void {
    const { preview, original } = this;
    const ahead = [this.#direction, -this.#direction].flatMap((step) => {
      const neighbour = this.set.photoAt(this.selection.focus + step);
      return (neighbour && previewOf(neighbour)) ?? [];
    });
    const current = [preview, this.#wantsOriginal ? original : undefined].filter(
      (source) => source !== undefined,
    );
    untrack(() => this.#pictures.keep(new Set([...current, ...ahead])));
    for (const source of current) void this.#pictures.load(source);
    if (this.isSettled) for (const source of ahead) void this.#pictures.load(source);
  }

  #lookForAnimation(): void {
    const { photo, original } = this;
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
