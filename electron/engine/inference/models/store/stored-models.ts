import { stat } from "node:fs/promises";
import { join } from "node:path";
import type { ModelFileState } from "../../../../contract/model.ts";
import { enModels } from "../../../../texts/en/models.ts";
import {
  adoptedPath,
  filesOf,
  listAdoptedModels,
  listShippedModels,
  placeOf,
  type AdoptedModel,
  type ShippedFile,
  type ShippedModel,
} from "../known-models.ts";
import { LabelFile, type ProcessorKind } from "../model-card.ts";
import { readJson } from "../read-json.ts";
import { readPartial } from "./partial-download.ts";

/** A model that the app knows of, and how it stands with its files. */
export interface StoredModel {
  readonly name: string;
  readonly title: string;
  readonly note: string;
  readonly source: string;
  readonly classes: number;
  readonly embeddingSize: number;
  readonly preferred: Readonly<Record<ProcessorKind, string>>;
  readonly files: readonly StoredFile[];
}

export interface StoredFile {
  readonly precision: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly licence: string;
  readonly state: ModelFileState;
  readonly receivedBytes: number;
  readonly downloadHost: string | null;
  /** Where it is, where it is here. */
  readonly path: string | undefined;
}

/** Those with a card of the app's, then the user's own, each in the order of their names. */
export async function listStoredModels(userFolder: string): Promise<StoredModel[]> {
  const shipped = await listShippedModels();
  const adopted = await listAdoptedModels(userFolder);
  const names = new Set(shipped.map(({ card }) => card.name));
  return [
    ...(await Promise.all(shipped.map((model) => fromCard(model, userFolder)))),
    ...adopted.filter(({ name }) => !names.has(name)).map(fromAdopted),
  ];
}

async function fromCard(model: ShippedModel, userFolder: string): Promise<StoredModel> {
  const { name, title, note, source, embeddingSize, preferred, labels } = model.card;
  const files = await Promise.all(filesOf(model, userFolder).map(readState));
  const classes = await countLabels(join(model.folder, labels));
  return { name, title, note, source, embeddingSize, preferred, classes, files };
}

async function readState(file: ShippedFile): Promise<StoredFile> {
  const { precision, sha256, bytes, licence, url } = file;
  const stored = {
    precision,
    sha256,
    bytes,
    licence,
    downloadHost: url === null ? null : new URL(url).host,
  };
  const path = await placeOf(file);
  if (path !== undefined) {
    const state = path === file.bundledPath ? "bundled" : "installed";
    return { ...stored, state, receivedBytes: bytes, path };
  }
  const partial = await readPartial(file.userPath);
  const state = partial.isHeld ? "downloading" : partial.bytes > 0 ? "partial" : "absent";
  return { ...stored, state, receivedBytes: partial.bytes, path };
}

function fromAdopted(model: AdoptedModel): StoredModel {
  const { name, card } = model;
  const { bytes, sha256, note, source, embeddingSize, classes } = card;
  const file: StoredFile = {
    precision: "file",
    sha256,
    bytes,
    licence: card.licence ?? enModels["model.licence.unknown"],
    state: "installed",
    receivedBytes: bytes,
    downloadHost: null,
    path: adoptedPath(model),
  };
  const preferred = { cpu: "file", gpu: "file" };
  const title = card.title ?? name;
  return { name, title, note, source, embeddingSize, classes, preferred, files: [file] };
}

/** By the file's path and time: a list is asked for several times a second while something is fetched. */
const labelCounts = new Map<string, number>();

async function countLabels(path: string): Promise<number> {
  const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: 0 }));
  const key = `${path} ${mtimeMs}`;
  const known = labelCounts.get(key);
  if (known !== undefined) return known;
  const { length } = await readJson(path, LabelFile);
  labelCounts.set(key, length);
  return length;
}
