import { basename, dirname, join } from "node:path";
import { LibraryError } from "../../../contract/errors.ts";
import { readFingerprint } from "../../imaging/fingerprint.ts";
import { userModelsFolder } from "../../support/default-models.ts";
import {
  adoptedPath,
  filesOf,
  listShippedModels,
  placeOf,
  readAdoptedModel,
  readShippedModel,
  type AdoptedModel,
  type ShippedFile,
  type ShippedModel,
} from "./known-models.ts";
import { FileCard } from "./model-card.ts";
import { isFile, readJson } from "./read-json.ts";
import { megabytes, wayTo } from "./ways-out.ts";

/** A model file, whose checksum is right where one is known, and what is written about it. */
export interface FoundModel {
  readonly name: string;
  readonly precision: string;
  readonly filePath: string;
  readonly sha256: string;
  readonly card: FileCard;
  /** What the card's own file names are relative to. */
  readonly cardFolder: string;
}

/**
 * By `name` or `name:precision`, a model that the app knows or a file that it has adopted; by path, any FILE.onnx.
 * `model-missing` says how to get it, `model-invalid` what is wrong with it.
 */
export async function findModel(ref: string): Promise<FoundModel> {
  if (ref.endsWith(".onnx")) return findByFile(ref);
  const [name = "", precision] = ref.split(":", 2);
  const shipped = await readShippedModel(name);
  if (shipped) return findShipped(shipped, precision);
  const adopted = await readAdoptedModel(userModelsFolder(), name);
  if (adopted && (precision === undefined || precision === "file")) return findAdopted(adopted);
  const known = (await listShippedModels()).map(({ card }) => card.name).join(", ");
  const expected = "Expected the name of a model or a file ending in .onnx";
  throw new LibraryError("model-missing", `${expected} but got ${ref}; known are ${known}`);
}

async function findShipped(model: ShippedModel, precision?: string): Promise<FoundModel> {
  const file = await chooseFile(model, precision);
  const filePath = await placeOf(file);
  if (filePath === undefined) {
    const what = `${file.name}:${file.precision} (${megabytes(file.bytes)})`;
    const message = `Expected ${what} at ${file.userPath} but it is not installed; ${wayTo(file)}`;
    throw new LibraryError("model-missing", message);
  }
  const sha256 = await hash(filePath);
  if (sha256 !== file.sha256) {
    const message = `Expected SHA-256 ${file.sha256} of ${filePath} but got ${sha256}; ${wayTo(file)}`;
    throw new LibraryError("model-invalid", message);
  }
  const { card, folder: cardFolder } = model;
  return { name: card.name, precision: file.precision, filePath, sha256, card, cardFolder };
}

/** Without a precision: the one for processors, which every machine has; where it is not here, another. */
async function chooseFile(model: ShippedModel, precision?: string): Promise<ShippedFile> {
  const files = filesOf(model, userModelsFolder());
  const preferred = files.find(
    (file) => file.precision === (precision ?? model.card.preferred.cpu),
  );
  if (!preferred) {
    const known = files.map((file) => `${file.name}:${file.precision}`).join(", ");
    const message = `Expected one of ${known} but got ${model.card.name}:${precision}`;
    throw new LibraryError("model-missing", message);
  }
  if (precision !== undefined || (await placeOf(preferred)) !== undefined) return preferred;
  for (const file of files) if ((await placeOf(file)) !== undefined) return file;
  return preferred;
}

async function findAdopted(model: AdoptedModel): Promise<FoundModel> {
  const filePath = adoptedPath(model);
  const sha256 = await hash(filePath);
  if (sha256 !== model.card.sha256) {
    const message = `Expected SHA-256 ${model.card.sha256} of ${filePath} but got ${sha256}; choose the file again`;
    throw new LibraryError("model-invalid", message);
  }
  const { name, card, folder } = model;
  return { name, precision: "file", filePath, sha256, card, cardFolder: folder };
}

async function findByFile(filePath: string): Promise<FoundModel> {
  const sha256 = await hash(filePath);
  const name = basename(filePath, ".onnx");
  const cardFolder = dirname(filePath);
  const cardPath = join(cardFolder, `${name}.json`);
  const bare = { name, precision: "file", filePath, sha256, cardFolder };
  if (await isFile(cardPath)) return { ...bare, card: await readJson(cardPath, FileCard) };
  return { ...bare, card: {}, ...(await findKnown(sha256)) };
}

/** A file that is byte for byte one of the app's models has that model's card, wherever it lies. */
async function findKnown(
  sha256: string,
): Promise<Pick<FoundModel, "name" | "precision" | "card" | "cardFolder"> | undefined> {
  for (const { card, folder } of await listShippedModels()) {
    const known = Object.entries(card.files).find(([, file]) => file.sha256 === sha256);
    if (known) return { name: card.name, precision: known[0], card, cardFolder: folder };
  }
  return undefined;
}

async function hash(filePath: string): Promise<string> {
  try {
    return await readFingerprint(filePath);
  } catch (cause) {
    const said = cause instanceof Error ? cause.message : String(cause);
    const message = `Expected a model at ${filePath} but got: ${said}`;
    throw new LibraryError("model-missing", message, { cause });
  }
}
