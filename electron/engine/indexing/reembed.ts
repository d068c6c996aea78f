/**
 * @file Embeds a library that one model knows with another one, behind everything else that goes on.
 */
import { copyLabels, hasLabels, saveLabels } from "../catalog/labels.ts";
import { countIndexedBy, listIndexedBy, sampleIndexedBy } from "../catalog/model-coverage.ts";
import type { Database } from "../catalog/database.ts";
import { absolutePath, getPhoto, markIndexed, type PhotoRow } from "../catalog/photos.ts";
import { findLabelledTwin } from "../catalog/same-files.ts";
import type { PhotoId } from "../../contract/photo.ts";
import type { ModelSwitch } from "../../contract/model.ts";
import type { Inference } from "../photo-worker/photo-worker.ts";
import type { VectorTable } from "../vectors/vector-table.ts";
import { dotProduct } from "../support/dot-product.ts";
import { isFaultOfFile } from "./index-photo.ts";
import type { IndexingModel } from "./stages.ts";

export interface ReembeddingOptions {
  readonly db: Database;
  readonly answeringKey: string;
  readonly next: IndexingModel & { readonly vectors: Pick<VectorTable, "append" | "has"> };
  readonly thumbnailPath: (fingerprint: string) => string;
  /** Known from an earlier run; otherwise samples decide. */
  readonly source: "thumbnails" | "files" | undefined;
  readonly onSource: (source: "thumbnails" | "files") => void;
  readonly onProgress: () => void;
  /** Resolves when indexing leaves the machine to this; rejects when it cannot go on. */
  readonly turn: () => Promise<void>;
  /** Photos that may be on their way at this moment. */
  readonly atOnce: () => number;
  readonly signal: AbortSignal;
}

/** Photos under way at once: a batch for the model, little enough to give way soon. */
const AT_ONCE = 32;

/** Photos that show whether thumbnails are good enough, and below how many nobody need ask. */
const SAMPLES = 200;

/** Mean cosine between embeddings from thumbnails and from files that is as good as equal. */
const GOOD_ENOUGH = 0.99;

interface Embedded {
  readonly photo: PhotoRow;
  /** Undefined where the next model's table and labels have it already. */
  readonly inference: Inference | undefined;
}

/** One passage over a library. Photos that can be read neither from their file nor from a thumbnail are left. */
export class Reembedding {
  readonly #options: ReembeddingOptions;
  readonly #unreadable = new Set<PhotoId>();
  #source: ModelSwitch["source"];
  #done: number;
  #total: number;

  constructor(options: ReembeddingOptions) {
    const { db, answeringKey, next } = options;
    this.#options = options;
    this.#source = options.source ?? "deciding";
    this.#done = countIndexedBy(db, next.model.key);
    this.#total = this.#done + countIndexedBy(db, answeringKey);
  }

  get progress(): Pick<ModelSwitch, "done" | "total" | "source"> {
    return { done: this.#done, total: this.#total, source: this.#source };
  }

  /** Ends when every photo that can be embedded is, or the signal says so. */
  async run(): Promise<void> {
    for (let after: PhotoId | 0 = 0; !this.#options.signal.aborted;) {
      const photos = this.#nextPhotos(after);
      const last = photos.at(-1);
      if (last) await this.#embed(photos);
      else if (after === 0) return;
      // What came or changed while this passed over the library is behind: look from the start again.
      after = last?.id ?? 0;
    }
  }

  /** Whether a photo came meanwhile that is still to be embedded. */
  isCovered(): boolean {
    return this.#nextPhotos(0).length === 0;
  }

  #nextPhotos(after: PhotoId | 0): PhotoRow[] {
    const { db, answeringKey } = this.#options;
    const wanted = Math.min(AT_ONCE, Math.max(1, this.#options.atOnce()));
    const limit = wanted + this.#unreadable.size;
    return listIndexedBy(db, answeringKey, { after, limit })
      .filter(({ id }) => !this.#unreadable.has(id))
      .slice(0, wanted);
  }

  /**
   * A thumbnail is read in a fraction of the time, and from a disk that is there. Whether it shows this model the
   * same as the file differs from model to model, so it is measured on the library's own photos.
   */
  async #decideSource(): Promise<void> {
    const { db, answeringKey, signal, onSource } = this.#options;
    const isWorthwhile = this.#total > SAMPLES;
    const samples = isWorthwhile ? sampleIndexedBy(db, answeringKey, SAMPLES) : [];
    const cosines: number[] = [];
    for (let start = 0; start < samples.length; start += AT_ONCE) {
      await this.#options.turn();
      if (signal.aborted) return;
      const some = samples.slice(start, start + AT_ONCE);
      cosines.push(...(await Promise.all(some.map((photo) => this.#compare(photo)))).flat());
    }
    const mean = cosines.reduce((sum, each) => sum + each, 0) / cosines.length;
    this.#source = mean >= GOOD_ENOUGH ? "thumbnails" : "files";
    onSource(this.#source);
  }

  /** Cosine between both ways; none where one of them cannot be read. */
  async #compare(photo: PhotoRow): Promise<number[]> {
    const fromFile = await this.#look(absolutePath(photo));
    const fromThumbnail = await this.#look(this.#options.thumbnailPath(photo.fingerprint!));
    if (!fromFile || !fromThumbnail) return [];
    return [dotProduct(fromFile.embedding, fromThumbnail.embedding)];
  }

  async #embed(photos: readonly PhotoRow[]): Promise<void> {
    const { turn, signal, onProgress } = this.#options;
    await turn();
    if (signal.aborted) return;
    const unknown = await this.#takeKnown(photos);
    await this.#commit(await this.#lookAtAll(unknown));
    onProgress();
  }

  /** Answers with those that the next model never saw. A library that goes back to a model reads no file again. */
  async #takeKnown(photos: readonly PhotoRow[]): Promise<readonly PhotoRow[]> {
    const { vectors } = this.#options.next;
    const embedded = await vectors.has(photos.map(({ fingerprint }) => fingerprint!));
    const { known = [], unknown = [] } = Object.groupBy(photos, (photo) =>
      embedded.has(photo.fingerprint!) && this.#takeKnownLabels(photo) ? "known" : "unknown",
    );
    await this.#commit(known.map((photo) => ({ photo, inference: undefined })));
    return unknown;
  }

  async #lookAtAll(photos: readonly PhotoRow[]): Promise<readonly Embedded[]> {
    if (photos.length > 0 && this.#source === "deciding") await this.#decideSource();
    if (this.#options.signal.aborted) return [];
    const looked = await Promise.all(
      photos.map(async (photo): Promise<readonly Embedded[]> => {
        const inference = await this.#understand(photo);
        if (!inference) this.#unreadable.add(photo.id);
        return inference ? [{ photo, inference }] : [];
      }),
    );
    return looked.flat();
  }

  /** From an earlier stay with this model, or from another entry with the same bytes. */
  #takeKnownLabels({ id, fingerprint }: PhotoRow): boolean {
    const { db, next } = this.#options;
    if (hasLabels(db, id, next.classIds)) return true;
    const twin = findLabelledTwin(db, fingerprint!, next.classIds);
    if (twin !== undefined) copyLabels(db, twin, id, next.classIds);
    return twin !== undefined;
  }

  async #understand(photo: PhotoRow): Promise<Inference | undefined> {
    const thumbnail = this.#options.thumbnailPath(photo.fingerprint!);
    if (this.#source === "thumbnails") {
      return (await this.#look(thumbnail)) ?? (await this.#lookAtFile(photo));
    }
    // A disk that is away must not keep the library from its new model: the thumbnail is nearly as good.
    return (await this.#lookAtFile(photo)) ?? (await this.#look(thumbnail));
  }

  /** Nothing where the file is not the one that was indexed: the scan will find it. */
  async #lookAtFile(photo: PhotoRow): Promise<Inference | undefined> {
    const path = absolutePath(photo);
    const fingerprint = await orNothing(this.#options.next.photoWorker.fingerprint(path));
    return fingerprint === photo.fingerprint ? this.#look(path) : undefined;
  }

  #look(path: string): Promise<Inference | undefined> {
    return orNothing(this.#options.next.photoWorker.look(path));
  }

  /** Vectors first, as for a photo that is new. See [Note: Commit order]. */
  async #commit(rows: readonly Embedded[]): Promise<void> {
    const { db, next, answeringKey } = this.#options;
    await next.vectors.append(
      rows.flatMap(({ photo, inference }) =>
        inference ? [{ fingerprint: photo.fingerprint!, ...inference }] : [],
      ),
    );
    db.transaction(() => {
      for (const { photo, inference } of rows) {
        const now = getPhoto(db, photo.id);
        if (now?.fingerprint !== photo.fingerprint || now.indexedBy !== answeringKey) continue;
        if (inference) {
          const { probabilities } = inference;
          saveLabels(db, photo.id, { classIds: next.classIds, probabilities });
        }
        markIndexed(db, photo.id, next.model.key);
        this.#done += 1;
      }
    });
    this.#total = Math.max(this.#total, this.#done);
  }
}

async function orNothing<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work;
  } catch (error) {
    if (isFaultOfFile(error)) return undefined;
    throw error;
  }
}
