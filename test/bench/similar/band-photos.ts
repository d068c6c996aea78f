/**
 * @file The photos that the bands are measured on, each with edited copies and turned, in two halves.
 */
import { createHash } from "node:crypto";
import { existsSync, globSync, readFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { PhotoWorker } from "../../../electron/engine/photo-worker/photo-worker.ts";
import type { Vectors } from "../../../electron/engine/vectors/vector-column.ts";
import { edits, openPicture } from "./photo-edits.ts";

/** Constants are chosen on one half, errors reported on the other. */
export type Half = "chosen" | "reported";

export interface BandPhoto {
  readonly half: Half;
  /** Photos of one kind are no random pair. */
  readonly kind: string;
  readonly vectors: Vectors;
  /** Copies by the name of the edit. */
  readonly edited: ReadonlyMap<string, Vectors>;
  /** The photo turned by a quarter, a half and three quarters, as Find similar turns an example. */
  readonly turned: readonly Vectors[];
}

interface Found {
  /** Below the set's folder, with `/`. */
  readonly name: string;
  readonly path: string;
  readonly kind: string;
}

const AT_ONCE = 4;
/** Copies of one picture fill the set's other folders. */
const FOLDERS = ["camera", "clothing", "grocery", "rclip"];

/** Those beside the checkout; without them, the few of the fixtures. */
export async function readBandPhotos(worker: PhotoWorker): Promise<BandPhoto[]> {
  const scratch = await mkdtemp(path.join(tmpdir(), "bench-"));
  try {
    const found = findPhotos();
    const read: BandPhoto[] = [];
    for (let start = 0; start < found.length; start += AT_ONCE) {
      const batch = found.slice(start, start + AT_ONCE);
      read.push(...(await Promise.all(batch.map((photo) => readPhoto(worker, photo, scratch)))));
    }
    return read;
  } finally {
    await rm(scratch, { recursive: true });
  }
}

/** Whoever adds photos moves none from one half to the other. */
function halfOf(name: string): Half {
  return createHash("sha256").update(name).digest()[0]! % 2 === 0 ? "chosen" : "reported";
}

function findPhotos(): Found[] {
  const shared = path.join(import.meta.dirname, "../../../../shared/photos");
  const manifest = path.join(shared, "MANIFEST.tsv");
  if (!existsSync(manifest)) {
    const fixtures = path.join(import.meta.dirname, "../../fixtures/photos");
    return globSync("*/*.{jpg,png}", { cwd: fixtures }).map((name) => ({
      name,
      path: path.join(fixtures, name),
      kind: name.replace(/_?\d*\.\w+$/, ""),
    }));
  }
  return readFileSync(manifest, "utf8")
    .trim()
    .split("\n")
    .slice(1)
    .map((row) => row.split("\t"))
    .filter(([name]) => FOLDERS.includes(name!.split("/")[0]!) && /\.(jpe?g|png)$/i.test(name!))
    .map(([name, label]) => ({
      name: name!,
      path: path.join(shared, name!),
      kind: label === "" ? name! : label!,
    }));
}

async function readPhoto(worker: PhotoWorker, photo: Found, scratch: string): Promise<BandPhoto> {
  const { picture, size } = await openPicture(photo.path);
  const edited = new Map<string, Vectors>();
  for (const [name, edit] of Object.entries(edits)) {
    const copy = path.join(scratch, `${path.basename(photo.path)}-${edited.size}`);
    await writeFile(copy, await edit(picture, size));
    edited.set(name, await worker.look(copy));
    await rm(copy);
  }
  const turned = [];
  for (const quarterTurns of [1, 2, 3] as const)
    turned.push(await worker.look(photo.path, { quarterTurns }));
  const vectors = await worker.look(photo.path);
  return { half: halfOf(photo.name), kind: photo.kind, vectors, edited, turned };
}
