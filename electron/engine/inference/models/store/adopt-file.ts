import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { writeWhole } from "../../../imaging/write-file.ts";
import { resolveModel } from "../../resolve-model.ts";
import { findModel, type FoundModel } from "../find-model.ts";
import {
  adoptedPath,
  canBeName,
  readAdoptedModel,
  readShippedModel,
  type AdoptedModel,
} from "../known-models.ts";
import type { AdoptedCard } from "../model-card.ts";
import { copyWhole } from "./durable-file.ts";

/**
 * Takes a classifier of the user's into the app's keeping, with its card and labels: a copy, so that the original
 * may go away. Answers with its name. Rejects with what `resolveModel` finds wrong with it, and then copies nothing.
 */
export async function adoptFile(path: string, userFolder: string): Promise<string> {
  const resolved = await resolveModel(path);
  const found = await findModel(path);
  const model = await placeFor(found, userFolder);
  const card: AdoptedCard = {
    ...found.card,
    ...(await copyLabels(found, model)),
    sha256: found.sha256,
    bytes: (await stat(path)).size,
    embeddingSize: resolved.embeddingSize,
    classes: resolved.labels.length,
    note: resolved.note,
    source: found.card.source ?? path,
  };
  if (path !== adoptedPath(model)) await copyWhole(path, adoptedPath(model), found.sha256);
  const text = `${JSON.stringify(card, undefined, 2)}\n`;
  await writeWhole(join(model.folder, `${model.name}.json`), Buffer.from(text));
  return model.name;
}

/** The file's own name where it is free or taken by the same bytes, else one with its checksum. */
async function placeFor(
  { name: fileName, sha256 }: FoundModel,
  userFolder: string,
): Promise<Pick<AdoptedModel, "name" | "folder">> {
  const plain = fileName.replaceAll(/[\\:]/g, "-").replace(/^\.+/, "").slice(0, 150);
  const own = `${plain}-${sha256.slice(0, 8)}`.replace(/^-/, "");
  const name = canBeName(plain) && (await isFree(plain, sha256, userFolder)) ? plain : own;
  return { name, folder: join(userFolder, name) };
}

async function isFree(name: string, sha256: string, userFolder: string): Promise<boolean> {
  if ((await readShippedModel(name)) !== undefined) return false;
  const adopted = await readAdoptedModel(userFolder, name).catch(() => undefined);
  return adopted === undefined || adopted.card.sha256 === sha256;
}

async function copyLabels(
  { card, cardFolder }: FoundModel,
  { name, folder }: Pick<AdoptedModel, "name" | "folder">,
): Promise<{ labels?: string }> {
  if (card.labels === undefined) return {};
  const labels = `${name}.labels.json`;
  await writeWhole(join(folder, labels), await readFile(join(cardFolder, card.labels)));
  return { labels };
}
