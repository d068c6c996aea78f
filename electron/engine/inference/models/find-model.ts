import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { LibraryError } from "../../../contract/errors.ts";
import { FileCard, ModelCard } from "./model-card.ts";
import { modelsFolder } from "./models-folder.ts";
import { isFile, readJson } from "./read-json.ts";

/** A model file and what is written about it. */
export interface FoundModel {
  readonly name: string;
  readonly precision: string;
  readonly filePath: string;
  readonly bytes: Buffer;
  readonly sha256: string;
  readonly card: FileCard;
  /** What the card's own file names are relative to. */
  readonly cardFolder: string;
}

/** By name, a model that comes with the app; by path, any FILE.onnx. */
export async function findModel(nameOrFile: string): Promise<FoundModel> {
  return nameOrFile.endsWith(".onnx") ? findByFile(nameOrFile) : findByName(nameOrFile);
}

async function findByName(name: string): Promise<FoundModel> {
  const cardFolder = join(modelsFolder(), name);
  const cardPath = join(cardFolder, "model.json");
  if (!/^[\w.-]+$/.test(name) || !(await isFile(cardPath))) {
    const message = `Expected the name of a model or a file ending in .onnx but got ${name}`;
    throw new LibraryError("model-missing", message);
  }
  const card = await readJson(cardPath, ModelCard);
  const file = card.files[card.defaultPrecision];
  if (!file) {
    const message = `Expected a file of precision ${card.defaultPrecision} in ${cardPath} but got none`;
    throw new LibraryError("model-invalid", message);
  }
  const filePath = join(cardFolder, file.file);
  const model = await readModel(filePath);
  if (model.sha256 !== file.sha256) {
    const message = `Expected SHA-256 ${file.sha256} of ${filePath} but got ${model.sha256}`;
    throw new LibraryError("model-invalid", message);
  }
  return {
    name: card.name,
    precision: card.defaultPrecision,
    filePath,
    ...model,
    card,
    cardFolder,
  };
}

async function findByFile(filePath: string): Promise<FoundModel> {
  const model = await readModel(filePath);
  const name = basename(filePath, ".onnx");
  const cardFolder = dirname(filePath);
  const cardPath = join(cardFolder, `${name}.json`);
  const bare = { name, precision: "file", filePath, ...model, cardFolder };
  if (await isFile(cardPath)) return { ...bare, card: await readJson(cardPath, FileCard) };
  return { ...bare, card: {}, ...(await findKnown(model.sha256)) };
}

/** A file that is byte for byte one of the app's models has that model's card, wherever it lies. */
async function findKnown(
  sha256: string,
): Promise<Pick<FoundModel, "name" | "precision" | "card" | "cardFolder"> | undefined> {
  for (const folder of await readdir(modelsFolder())) {
    const cardFolder = join(modelsFolder(), folder);
    const cardPath = join(cardFolder, "model.json");
    if (!(await isFile(cardPath))) continue;
    const card = await readJson(cardPath, ModelCard);
    const precision = Object.keys(card.files).find((each) => card.files[each]?.sha256 === sha256);
    if (precision !== undefined) return { name: card.name, precision, card, cardFolder };
  }
  return undefined;
}

async function readModel(filePath: string): Promise<Pick<FoundModel, "bytes" | "sha256">> {
  try {
    const bytes = await readFile(filePath);
    return { bytes, sha256: createHash("sha256").update(bytes).digest("hex") };
  } catch (cause) {
    const said = cause instanceof Error ? cause.message : String(cause);
    const message = `Expected a model at ${filePath} but got: ${said}`;
    throw new LibraryError("model-missing", message, { cause });
  }
}
