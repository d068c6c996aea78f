import type { Photo, PhotoId } from "../../../../electron/contract/photo.ts";
import { ZoomLock } from "../zoom/zoom-lock.svelte.ts";

/** `compare` zooms into a few photos side by side, `survey` shows more of them whole. */
export type ComparingKind = "compare" | "survey";

/** How many photos each of them takes. */
export const MOST_COMPARED: Readonly<Record<ComparingKind, number>> = { compare: 4, survey: 12 };
export const LEAST_COMPARED = 2;

/** Which of the two are for so many photos; none for one photo or a crowd. */
export function comparingFor(count: number): readonly ComparingKind[] {
  return (["compare", "survey"] as const).filter(
    (kind) => count >= LEAST_COMPARED && count <= MOST_COMPARED[kind],
  );
}

/** Photos that are looked at together. One of them is the active one: marks and tags are for it alone. */
export class Comparing {
  readonly kind: ComparingKind;
  readonly zooms = new ZoomLock();
  photos = $state.raw<readonly Photo[]>([]);
  active = $state(0);

  readonly photo = $derived.by(() => this.photos[this.active]);

  constructor(kind: ComparingKind, photos: readonly Photo[]) {
    this.kind = kind;
    this.photos = photos;
  }

  /** To one of the photos, or as near to it as there is one. */
  go(index: number): void {
    this.active = Math.max(0, Math.min(this.photos.length - 1, index));
  }

  /** After a mark; the last one stays. */
  stepOn(): void {
    this.go(this.active + 1);
  }

  /** The active photo changes places with the next one, the last with the one before. It stays active. */
  swap(): void {
    const other = this.active + 1 < this.photos.length ? this.active + 1 : this.active - 1;
    const swapped = this.photos.map((photo, at) => {
      if (at === this.active) return this.photos[other]!;
      return at === other ? this.photos[this.active]! : photo;
    });
    this.photos = swapped;
    this.active = other;
  }

  /** All panes take the zoom of the active one, or each goes on from where it is. */
  setLocked(isLocked: boolean): void {
    if (!isLocked) this.zooms.unlock();
    else if (this.photo) this.zooms.lock(this.photo.id);
  }

  patch(ids: ReadonlySet<PhotoId>, edit: (photo: Photo) => Photo): void {
    this.photos = this.photos.map((photo) => (ids.has(photo.id) ? edit(photo) : photo));
  }

  /** Those that are on the screen. */
  shownIds(): readonly PhotoId[] {
    return this.photos.map(({ id }) => id);
  }

  /** What was done to a photo was taken back; it becomes the active one. */
  bringBack({ id }: Photo): boolean {
    const at = this.photos.findIndex((photo) => photo.id === id);
    if (at >= 0) this.active = at;
    return at >= 0;
  }
}
