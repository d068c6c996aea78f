import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { LibraryError } from "../../../contract/errors.ts";
import { log } from "../../support/log.ts";
import { AdoptedCard, ModelCard, type ModelFile } from "./model-card.ts";
import { modelsFolder } from "./models-folder.ts";
import { isFile, readJson } from "./read-json.ts";

/** A model that the app has a card of, whether or not its files are here. */
export interface ShippedModel {
  readonly card: ModelCard;
  readonly folder: string;
}

/** A file that the user picked, in the app's keeping. */
export interface AdoptedModel {
  readonly name: string;
  readonly card: AdoptedCard;
  readonly folder: string;
}

/** One file of a model with a card, and where it may be. */
export interface ShippedFile extends ModelFile {
  readonly name: string;
  readonly precision: string;
  /** Where it lies when it came with the app. */
  readonly bundledPath: string;
  /** Where it lies when the user fetched it. */
  readonly userPath: string;
}

/** Folders of the user's models folder that are no model's. */
const RESERVED: readonly string[] = ["prepared", "machine.json"];

/** In the order of their names. Rejects when a card is damaged. */
export async function listShippedModels(): Promise<ShippedModel[]> {
  const names = (await readdir(modelsFolder())).sort();
  const models = await Promise.all(names.map(readShippedModel));
  return models.filter((model) => model !== undefined);
}

/** Undefined where the app has no card of that name. */
export async function readShippedModel(name: string): Promise<ShippedModel | undefined> {
  const folder = join(modelsFolder(), name);
  const cardPath = join(folder, "model.json");
  if (!canBeName(name) || !(await isFile(cardPath))) return undefined;
  return { card: await readJson(cardPath, ModelCard), folder };
}

export function filesOf({ card, folder }: ShippedModel, userFolder: string): ShippedFile[] {
  return Object.entries(card.files).map(([precision, file]) => ({
    ...file,
    name: card.name,
    precision,
    bundledPath: join(folder, file.file),
    userPath: join(userFolder, card.name, file.file),
  }));
}

/** Where the file is: with the app, else with the user; undefined when it is in neither place. */
export async function placeOf({ bundledPath, userPath }: ShippedFile): Promise<string | undefined> {
  if (await isFile(bundledPath)) return bundledPath;
  return (await isFile(userPath)) ? userPath : undefined;
}

/** In the order of their names. */
export async function listAdoptedModels(userFolder: string): Promise<AdoptedModel[]> {
  const names = await readdir(userFolder).catch(() => []);
  const models = await Promise.all(names.sort().map((name) => readIfSound(userFolder, name)));
  return models.filter((model) => model !== undefined);
}

/** Undefined where no file of that name was adopted. */
export async function readAdoptedModel(
  userFolder: string,
  name: string,
): Promise<AdoptedModel | undefined> {
  if (!canBeName(name)) return undefined;
  const folder = join(userFolder, name);
  const cardPath = join(folder, `${name}.json`);
  if (!(await isFile(cardPath)) || !(await isFile(adoptedPath({ name, folder })))) return undefined;
  return { name, card: await readJson(cardPath, AdoptedCard), folder };
}

/** Whether a model, and so its folder, may be called so. */
export function canBeName(name: string): boolean {
  return !RESERVED.includes(name) && /^[^/\\:.][^/\\:]{0,199}$/.test(name);
}

export function adoptedPath({ name, folder }: Pick<AdoptedModel, "name" | "folder">): string {
  return join(folder, `${name}.onnx`);
}

/** One damaged card must not keep the others from being listed. */
async function readIfSound(userFolder: string, name: string): Promise<AdoptedModel | undefined> {
  try {
    return await readAdoptedModel(userFolder, name);
  } catch (error) {
    if (!(error instanceof LibraryError)) throw error;
    log.warn(error.message);
    return undefined;
  }
}
