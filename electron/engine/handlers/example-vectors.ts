import { existsSync } from "node:fs";
import type { PhotoId } from "../../contract/photo.ts";
import type { Example, Region } from "../../contract/similar.ts";
import type { QuarterTurns } from "../inference/turn-tensor.ts";
import type { ModelRooms } from "../model-rooms.ts";
import type { Parts } from "../parts.ts";
import { regionInFile } from "../similar/region-in-file.ts";
import type { ResolvedExample } from "../similar/similar-search.ts";
import { VECTOR_COLUMNS, type VectorColumn, type Vectors } from "../vectors/vector-column.ts";
import type { GreyPicture } from "../similar/same-picture.ts";
import type { GreyPictures } from "./grey-pictures.ts";
import type { OpenedPictures } from "./opened-pictures.ts";
import { notIndexed, readableFile, readPhoto } from "./readable-file.ts";

/** Embeddings that are stored nowhere: regions, and pictures from outside. */
const REMEMBERED = 100;

/** Upright is what the table holds. */
const TURNS: readonly QuarterTurns[] = [1, 2, 3];

const EMBEDDING: readonly VectorColumn[] = ["embedding"];

/** From what a question names to vectors. What is not in the vector table is embedded once. */
export class ExampleVectors {
  readonly #parts: Pick<Parts, "db" | "paths" | "thumbnailPath">;
  readonly #pictures: OpenedPictures;
  readonly #greys: GreyPictures;
  readonly #looked = new Map<string, Promise<Vectors>>();

  constructor(
    parts: Pick<Parts, "db" | "paths" | "thumbnailPath">,
    pictures: OpenedPictures,
    greys: GreyPictures,
  ) {
    this.#parts = parts;
    this.#pictures = pictures;
    this.#greys = greys;
  }

  /**
   * At depth 1 nothing but the embedding is read, unless edited copies are looked for. Examples of weight 0 say
   * nothing and are left out.
   */
  async resolve(
    examples: readonly Example[],
    rooms: ModelRooms,
    { depth, edited }: { readonly depth: number; readonly edited: boolean },
  ): Promise<ResolvedExample[]> {
    const columns = depth === 1 && !edited ? EMBEDDING : VECTOR_COLUMNS;
    return Promise.all(
      examples
        .filter(({ weight }) => weight !== 0)
        .map(async (example) => ({
          ...(await this.#resolve(example, rooms, columns)),
          ...(!example.region && { grey: () => this.#grey(example, rooms) }),
        })),
    );
  }

  #grey(example: Example, { photoWorker }: ModelRooms): Promise<GreyPicture | undefined> {
    const { file, content } = this.#smallest(example);
    return this.#greys.of(content, file, photoWorker);
  }

  /**
   * The only example, turned; none where there are several, or where it is a part of a photo. Of a photo the thumbnail
   * is looked at, which is read in a moment and there when its disk is not.
   */
  async resolveTurned(examples: readonly Example[], rooms: ModelRooms): Promise<ResolvedExample[]> {
    const [only, ...others] = examples.filter(({ weight }) => weight !== 0);
    if (!only || others.length > 0 || only.region) return [];
    const { file, content } = this.#smallest(only);
    return Promise.all(
      TURNS.map(async (quarterTurns) => ({
        vectors: await this.#lookAt(file, content, { rooms, quarterTurns }),
        weight: 1,
      })),
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

  #smallest({ of }: Example): { readonly file: string; readonly content: string } {
    if ("picture" in of) return { file: this.#pictures.get(of.picture).path, content: of.picture };
    const read = readPhoto(this.#parts, of.photo);
    const { fingerprint: content } = read;
    const thumbnail = this.#parts.thumbnailPath(content);
    return { file: existsSync(thumbnail) ? thumbnail : readableFile(this.#parts, read), content };
  }

  async #ofPhoto(
    id: PhotoId,
    { rooms, columns, region }: LookOptions & { columns: readonly VectorColumn[] },
  ): Promise<Vectors> {
    const read = readPhoto(this.#parts, id);
    const { photo, fingerprint } = read;
    if (region)
      return this.#lookAt(readableFile(this.#parts, read), fingerprint, {
        rooms,
        region: regionInFile(region, photo.turn),
      });
    const stored = (await rooms.vectors.rows([fingerprint], columns)).get(fingerprint);
    if (stored) return stored;
    // An embedding that was lost since is made for this question; one that never was is on its way.
    if (photo.indexedBy === null) throw notIndexed(photo);
    return this.#lookAt(readableFile(this.#parts, read), fingerprint, { rooms });
  }

  #lookAt(
    file: string,
    content: string,
    { rooms, region, quarterTurns }: LookOptions,
  ): Promise<Vectors> {
    const key = JSON.stringify([rooms.model.key, content, region, quarterTurns]);
    const known = this.#looked.get(key);
    if (known) return known;
    const looking = rooms.photoWorker.look(file, {
      ...(region && { region }),
      ...(quarterTurns && { quarterTurns }),
    });
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
  readonly quarterTurns?: QuarterTurns;
}
