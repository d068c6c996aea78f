import type { Photo } from "../../../electron/contract/photo.ts";
import { previewUrl, thumbnailOf } from "../library/media-url.ts";
import type { PhotoSet } from "../library/photos/photo-set.ts";
import type { Selection } from "../library/photos/selection.svelte.ts";

/** Walks through the photos of a set one by one, with the neighbours at hand. */
export class ViewerController {
  readonly set: PhotoSet;
  readonly selection: Selection;
  /** The preview that is decoded and may take the thumbnail's place. */
  sharpSource = $state<string | undefined>();
  #direction: 1 | -1 = 1;
  readonly photo = $derived.by(() => this.set.photoAt(this.selection.focus));
  readonly thumbnail = $derived(this.photo && thumbnailOf(this.photo));
  readonly preview = $derived(
    this.photo && canBeShown(this.photo) ? previewUrl(this.photo.id) : undefined,
  );

  constructor(set: PhotoSet, selection: Selection) {
    this.set = set;
    this.selection = selection;
    $effect(() => {
      const { focus } = selection;
      set.need(Math.max(0, focus - 50), Math.min(set.total, focus + 50));
    });
    $effect(() => {
      const { preview } = this;
      const turn = new AbortController();
      if (preview !== undefined) void this.#sharpen(preview, turn.signal);
      return () => turn.abort();
    });
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

  step(step: 1 | -1): void {
    const next = this.selection.focus + step;
    if (next < 0 || next >= this.set.total) return;
    this.#direction = step;
    this.selection.apply(next, "only");
  }

  /** Until the signal says that another photo is shown, or none: a closed viewer has nothing to sharpen. */
  async #sharpen(source: string, signal: AbortSignal): Promise<void> {
    if (!(await decoded(source)) || signal.aborted) return;
    this.sharpSource = source;
    for (const step of [this.#direction, -this.#direction]) {
      const neighbour = this.set.photoAt(this.selection.focus + step);
      const ahead = neighbour && canBeShown(neighbour) ? previewUrl(neighbour.id) : undefined;
      if (ahead !== undefined) void decoded(ahead);
    }
  }
}

function canBeShown({ kind, state, isMissing }: Photo): boolean {
  return kind === "photo" && state !== "failed" && !isMissing;
}

async function decoded(source: string): Promise<boolean> {
  const image = new Image();
  image.src = source;
  return image.decode().then(
    () => true,
    () => false,
  );
}
