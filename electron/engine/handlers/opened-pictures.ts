import { randomUUID } from "node:crypto";
import { LibraryError } from "../../contract/errors.ts";
import type { PhotoId } from "../../contract/photo.ts";

export interface OpenedPicture {
  readonly path: string;
  /** Where the file is one of the library's. */
  readonly entry?: PhotoId;
}

/** Far more than a session of dropping pictures; a query of examples holds at most 50. */
const MOST_PICTURES = 500;

/** Pictures from outside that this engine was handed, by token. */
export class OpenedPictures {
  readonly #pictures = new Map<string, OpenedPicture>();

  add(picture: OpenedPicture): string {
    const token = randomUUID();
    this.#pictures.set(token, picture);
    if (this.#pictures.size > MOST_PICTURES) this.#pictures.delete([...this.#pictures.keys()][0]!);
    return token;
  }

  remove(token: string): void {
    this.#pictures.delete(token);
  }

  get(token: string): OpenedPicture {
    const picture = this.#pictures.get(token);
    if (!picture)
      throw new LibraryError(
        "request-invalid",
        `expected a picture that was opened since the library was but got ${token}`,
      );
    return picture;
  }
}
