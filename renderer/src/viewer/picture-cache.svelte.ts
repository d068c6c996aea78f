import { SvelteMap } from "svelte/reactivity";
import type { Size } from "./zoom/zoom.ts";

/** `null` for a picture that could not be had. */
type Loaded = HTMLImageElement | null;

/** Pictures that are decoded and held, so that they can be drawn without a blank moment before. */
export class PictureCache {
  readonly #loaded = new SvelteMap<string, Loaded>();
  readonly #loading = new Map<string, HTMLImageElement>();

  isReady(source: string | undefined): boolean {
    return source !== undefined && this.#loaded.get(source) instanceof HTMLImageElement;
  }

  /** Ready, or never to be. */
  isSettled(source: string | undefined): boolean {
    return source === undefined || this.#loaded.has(source);
  }

  /** Upright, in the picture's own pixels; undefined until it is ready. */
  sizeOf(source: string): Size | undefined {
    const picture = this.#loaded.get(source);
    return picture ? { widthPx: picture.naturalWidth, heightPx: picture.naturalHeight } : undefined;
  }

  async load(source: string): Promise<void> {
    if (this.#loaded.has(source) || this.#loading.has(source)) return;
    const picture = new Image();
    this.#loading.set(source, picture);
    picture.src = source;
    const loaded = await picture.decode().then(
      () => picture,
      () => null,
    );
    if (this.#loading.get(source) !== picture) return;
    this.#loading.delete(source);
    this.#loaded.set(source, loaded);
  }

  /** Forgets all others. A request that is under way ends by itself; its answer is not waited for. */
  keep(sources: ReadonlySet<string>): void {
    for (const source of this.#loading.keys())
      if (!sources.has(source)) this.#loading.delete(source);
    for (const source of this.#loaded.keys()) if (!sources.has(source)) this.#loaded.delete(source);
  }
}
