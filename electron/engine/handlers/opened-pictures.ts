import { randomUUID } from "node:crypto";
import path from "node:path";
import { LibraryError } from "../../contract/errors.ts";
import { fromKeptToken } from "../../contract/kept-picture.ts";
import type { PhotoId } from "../../contract/photo.ts";
import type { LibraryPaths } from "../catalog/open-catalog.ts";

export interface OpenedPicture {
  readonly path: string;
  /** Where the file is one of the library's. */
  readonly entry?: PhotoId;
}

/** Far more than a session of dropping pictures; a query of examples holds at most 50. */
const MOST_PICTURES = 500;

/** Pictures from outside that this engine was handed, or that the library keeps, by token. */
export class OpenedPictures {
  readonly #paths: Pick<LibraryPaths, "examples">;
  readonly #pictures = new Map<string, OpenedPicture>();

  constructor(paths: Pick<LibraryPaths, "examples">) {
    this.#paths = paths;
  }

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
    const kept = fromKeptToken(token);
    if (kept !== undefined) return { path: keptPicturePath(this.#paths, kept) };
    const picture = this.#pictures.get(token);
    if (!picture)
      throw new LibraryError(
        "request-invalid",
        `expected a picture that was opened since the library was but got ${token}`,
      );
    return picture;
  }
}

/** Where the copy of a picture from outside is that an album is like; `fingerprint` is its file's. */
export function keptPicturePath(
  { examples }: Pick<LibraryPaths, "examples">,
  fingerprint: string,
): string {
  return path.join(examples, `${fingerprint}.webp`);
}
