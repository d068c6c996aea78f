import type { PhotoWorker } from "../photo-worker/photo-worker.ts";
import { GREY_PX, type GreyPicture } from "../similar/same-picture.ts";

/** A kilobyte each. */
const REMEMBERED = 2_000;

/** Small grey pictures of files, made once. */
export class GreyPictures {
  readonly #known = new Map<string, Promise<GreyPicture | undefined>>();

  /** `content` tells files apart. Undefined where the file cannot be shown: then there is nothing to compare. */
  of(content: string, file: string, photoWorker: PhotoWorker): Promise<GreyPicture | undefined> {
    const known = this.#known.get(content);
    if (known) return known;
    const reading = photoWorker.grey(file, GREY_PX).catch(() => undefined);
    this.#known.set(content, reading);
    // A thumbnail that is lost may be there the next time.
    void reading.then((picture) => picture ?? this.#known.delete(content));
    if (this.#known.size > REMEMBERED) this.#known.delete([...this.#known.keys()][0]!);
    return reading;
  }
}
