import { existsSync } from "node:fs";
import path from "node:path";
import { LibraryError } from "../../contract/errors.ts";
import type { PhotoId } from "../../contract/photo.ts";
import type { Example, Region } from "../../contract/similar.ts";
import { absolutePath, getPhoto, type PhotoRow } from "../catalog/photos.ts";
import type { ModelRooms } from "../model-rooms.ts";
import type { Parts } from "../parts.ts";
import type { ResolvedExample } from "../similar/similar-search.ts";
import { VECTOR_COLUMNS, type VectorColumn, type Vectors } from "../vectors/vector-column.ts";
import type { OpenedPictures } from "./opened-pictures.ts";

/** Embeddings that are stored nowhere: regions, and pictures from outside. */
const REMEMBERED = 100;

const EMBEDDING: readonly VectorColumn[] = ["embedding"];

/** From what a question names to vectors. What is not in the vector table is embedded once. */
export class ExampleVectors {
  readonly #parts: Pick<Parts, "db" | "paths" | "thumbnailPath">;
  readonly #pictures: OpenedPictures;
  readonly #looked = new Map<string, Promise<Vectors>>();

  constructor(parts: Pick<Parts, "db" | "paths" | "thumbnailPath">, pictures: OpenedPictures) {
    this.#parts = parts;
    this.#pictures = pictures;
  }

  /** At depth 1 nothing but the embedding is read. Examples of weight 0 say nothing and are left out. */
  async resolve(
    examples: readonly Example[],
    rooms: ModelRooms,
    depth: number,
  ): Promise<ResolvedExample[]> {
    const columns = depth === 1 ? EMBEDDING : VECTOR_COLUMNS;
    return Promise.all(
      examples
        .filter(({ weight }) => weight !== 0)
        .map((example) => this.#resolve(example, rooms, columns)),
    );
  }

  /** Decodes and embeds the picture now, so that whatever is wrong with it is said at once. */
  async lookAtPicture(token: string, rooms: ModelRooms): Promise<void> {
    await this.#lookAt(this.#pictures.get(token).path, token, { rooms });
  }

  async #resolve(
    { of, weight, region }: Example,
    rooms: ModelRooms,
    columns: readonly VectorColumn[],
  ): Promise<ResolvedExample> {
    if ("photo" in of) {
      const vectors = await this.#ofPhoto(of.photo, { rooms, columns, region });
      return { vectors, weight, entry: of.photo };
    }
    const { path: file, entry } = this.#pictures.get(of.picture);
    const vectors = await this.#lookAt(file, of.picture, { rooms, region });
    return { vectors, weight, ...(entry !== undefined && { entry }) };
  }

  async #ofPhoto(
    id: PhotoId,
    { rooms, columns, region }: LookOptions & { columns: readonly VectorColumn[] },
  ): Promise<Vectors> {
    const photo = getPhoto(this.#parts.db, id);
    if (!photo)
      throw new LibraryError(
        "photo-unknown",
        `expected a photo of the library but there is none with id ${id}`,
      );
    const { fingerprint } = photo;
    if (fingerprint === null) throw notIndexed(photo);
    if (region)
      return this.#lookAt(this.#readable(photo, fingerprint), fingerprint, { rooms, region });
    const stored = (await rooms.vectors.rows([fingerprint], columns)).get(fingerprint);
    if (stored) return stored;
    // An embedding that was lost since is made for this question; one that never was is on its way.
    if (photo.indexedBy === null) throw notIndexed(photo);
    return this.#lookAt(this.#readable(photo, fingerprint), fingerprint, { rooms });
  }

  /** The original, or the best rendition of it while its disk is away. */
  #readable(photo: PhotoRow, fingerprint: string): string {
    const { paths, thumbnailPath } = this.#parts;
    const original = absolutePath(photo);
    const preview = path.join(paths.previews, fingerprint.slice(0, 2), `${fingerprint}.webp`);
    return [original, preview, thumbnailPath(fingerprint)].find(existsSync) ?? original;
  }

  #lookAt(file: string, content: string, { rooms, region }: LookOptions): Promise<Vectors> {
    const key = JSON.stringify([rooms.model.key, content, region]);
    const known = this.#looked.get(key);
    if (known) return known;
    const looking = rooms.photoWorker.look(file, region && { region });
    const vectors = looking.then(({ probabilities: _, ...rest }): Vectors => rest);
    this.#looked.set(key, vectors);
    // What failed may go well the next time.
    vectors.catch(() => this.#looked.delete(key));
    if (this.#looked.size > REMEMBERED) this.#looked.delete([...this.#looked.keys()][0]!);
    return vectors;
  }
}

interface LookOptions {
  readonly rooms: ModelRooms;
  readonly region?: Region | undefined;
}

function notIndexed(photo: PhotoRow): LibraryError {
  return new LibraryError("photo-not-indexed", `${absolutePath(photo)} is not indexed yet`);
}
