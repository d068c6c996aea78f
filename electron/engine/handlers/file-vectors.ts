import path from "node:path";
import type { LibraryError } from "../../contract/errors.ts";
import { isFaultOfFile } from "../indexing/index-photo.ts";
import type { UsedOutputs } from "../inference/models/resolved-model.ts";
import type { Parts } from "../parts.ts";
import type { PhotoWorker } from "../photo-worker/photo-worker.ts";
import { VECTOR_COLUMNS, type VectorColumn, type Vectors } from "../vectors/vector-column.ts";
import type { VectorTable } from "../vectors/vector-table.ts";
import { statFile } from "../watching/read-directory.ts";
import { findPathInLibrary } from "./find-path.ts";

/** Files under way at once: enough to keep the decoders busy. */
const AT_ONCE = 8;

/** What of the model's rooms is used. */
export interface VectorRooms {
  readonly model: { readonly outputs: UsedOutputs };
  readonly vectors: Pick<VectorTable, "rows">;
  readonly photoWorker: Pick<PhotoWorker, "look">;
}

/** What the model says of a file, or what is wrong with the file. */
export type FileVectors = Vectors | LibraryError;

/**
 * The vectors of image files, in the order of the paths: those of indexed photos are stored, as long as the file is
 * as it was then; all others are decoded and embedded now. Rejects when the fault is no file's.
 */
export async function vectorsOfFiles(
  parts: Pick<Parts, "db">,
  rooms: VectorRooms,
  files: readonly string[],
): Promise<FileVectors[]> {
  const columns = VECTOR_COLUMNS.filter((column) => rooms.model.outputs[column] !== undefined);
  const fingerprints = await inTurn(files, (file) => knownFingerprint(parts, file));
  const known = fingerprints.filter((fingerprint) => fingerprint !== undefined);
  const stored = await rooms.vectors.rows(known, columns);
  const found = fingerprints.map((fingerprint) =>
    fingerprint === undefined ? undefined : stored.get(fingerprint),
  );
  return inTurn([...files.entries()], async ([at, file]) => {
    const vectors = found[at];
    if (vectors && columns.every((column) => vectors[column])) return vectors;
    return look(rooms, file, columns);
  });
}

/** Undefined for a file that is not in the library, or not as the library has read it. */
async function knownFingerprint(
  parts: Pick<Parts, "db">,
  file: string,
): Promise<string | undefined> {
  const entry = findPathInLibrary(parts, file);
  if (entry?.fingerprint == null || entry.missingSinceMs !== null) return undefined;
  // A file that cannot be asked about is looked at, which then says why.
  const now = await statFile(path.dirname(file), path.basename(file)).catch(() => undefined);
  const isSame = now?.sizeBytes === entry.sizeBytes && now.modifiedAtUs === entry.modifiedAtUs;
  return isSame ? entry.fingerprint : undefined;
}

async function look(
  { photoWorker }: VectorRooms,
  file: string,
  columns: readonly VectorColumn[],
): Promise<FileVectors> {
  try {
    const seen = await photoWorker.look(file);
    return Object.fromEntries(columns.map((column) => [column, seen[column]]));
  } catch (error) {
    if (isFaultOfFile(error)) return error;
    throw error;
  }
}

async function inTurn<T, R>(values: readonly T[], work: (value: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  for (let start = 0; start < values.length; start += AT_ONCE) {
    results.push(...(await Promise.all(values.slice(start, start + AT_ONCE).map(work))));
  }
  return results;
}
