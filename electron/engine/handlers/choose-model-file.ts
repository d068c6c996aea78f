import { LibraryError } from "../../contract/errors.ts";
import { modelKey } from "../inference/models/model-key.ts";
import type { FileChoice } from "../inference/models/model-store.ts";
import type { StoredFile } from "../inference/models/store/stored-models.ts";
import { COMES_WITH_THE_APP, installCommand } from "../inference/models/ways-out.ts";
import type { Parts } from "../parts.ts";
import { processorKind } from "./known-provider.ts";

/** A model, and one of its precisions or what suits this machine. */
export interface ModelChoice {
  readonly name: string;
  readonly precision?: string | undefined;
}

/** The file that is meant, whether or not it is here. */
export async function chooseFile(
  { models, db }: Parts,
  { name, precision }: ModelChoice,
): Promise<FileChoice> {
  if (precision !== undefined) return { name, precision };
  const { preferred } = await models.findModel(name);
  return { name, precision: preferred[await processorKind(db)] };
}

/**
 * The file that is meant, which must be here; without a precision one of another precision does, too. `model-missing`
 * says how to get it.
 */
export async function chooseInstalled(parts: Parts, choice: ModelChoice): Promise<FileChoice> {
  const wanted = await chooseFile(parts, choice);
  const file = await parts.models.find(wanted);
  if (isHere(file)) return wanted;
  const { files } = await parts.models.findModel(choice.name);
  const other = choice.precision === undefined ? files.find(isHere) : undefined;
  if (other) return { name: choice.name, precision: other.precision };
  const way =
    file.downloadHost !== null ? `${installCommand(wanted)} fetches it` : COMES_WITH_THE_APP;
  const message = `Expected ${wanted.name}:${wanted.precision} to be installed but it is not; ${way}`;
  throw new LibraryError("model-missing", message);
}

/**
 * What there is to remove of a model: only what comes with the app where there is nothing else. `model-in-use` where
 * the library needs it, `model-missing` where there is nothing.
 */
export async function chooseRemovable(parts: Parts, choice: ModelChoice): Promise<FileChoice[]> {
  const { name, precision } = choice;
  const { files } = await parts.models.findModel(name);
  const meant = files.filter((file) => precision === undefined || file.precision === precision);
  const here = meant.filter(({ state }) => state !== "absent");
  const own = here.filter(({ state }) => state !== "bundled");
  const chosen = (own.length > 0 ? own : here).map((file) => ({ ...file, name }));
  for (const file of own) checkUnused(parts, { ...file, name });
  if (chosen.length > 0) return chosen;
  const what = precision === undefined ? name : `${name}:${precision}`;
  throw new LibraryError("model-missing", `Expected ${what} to be installed but it is not`);
}

function checkUnused(
  { current, modelSwitch }: Parts,
  { name, precision, sha256 }: StoredFile & FileChoice,
): void {
  const key = modelKey(name, precision, sha256);
  if (key !== current().model.key && key !== modelSwitch.nextKey) return;
  const does = key === modelSwitch.nextKey ? "is on its way to it" : "uses it";
  const message = `Expected a model that is not in use but the library ${does}: ${name}:${precision}; choose another one first`;
  throw new LibraryError("model-in-use", message);
}

function isHere({ path }: StoredFile): boolean {
  return path !== undefined;
}
