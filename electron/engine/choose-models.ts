import { LibraryError } from "../contract/errors.ts";
import type { Database } from "./catalog/database.ts";
import { hasIndexed } from "./catalog/model-coverage.ts";
import { clearSetting, getSetting, setSetting } from "./catalog/settings.ts";
import { resolveModel, type ResolvedModel } from "./inference/resolve-model.ts";
import { log } from "./support/log.ts";

const BUILT_IN = "starter";

export interface ChosenModels {
  readonly answering: ResolvedModel;
  /** The library is on its way to this one. */
  readonly next: { readonly model: ResolvedModel; readonly ref: string } | undefined;
}

/**
 * What answers in a library that is being opened, and what is to answer: the model that `wanted` names, else what
 * the library was on its way to. Only a model that is named here and cannot be had is an error.
 */
export async function chooseModels(
  db: Database,
  wanted: string | undefined,
): Promise<ChosenModels> {
  const named = wanted === undefined ? undefined : await resolveModel(wanted);
  const ref = wanted ?? getSetting(db, "next-model");
  const next = named ?? (ref === undefined ? undefined : await resolveIfHere(ref));
  const answering = await resolveIfHere(getSetting(db, "model") ?? BUILT_IN);
  if (next && ref !== undefined && answering && next.key !== answering.key && hasIndexed(db)) {
    setSetting(db, "next-model", ref);
    return { answering, next: { model: next, ref } };
  }
  clearSetting(db, "next-model");
  if (next && ref !== undefined) setSetting(db, "model", ref);
  return { answering: next ?? answering ?? (await resolveModel(BUILT_IN)), next: undefined };
}

/** A model whose file is gone must not keep anybody from their photos. */
async function resolveIfHere(ref: string): Promise<ResolvedModel | undefined> {
  try {
    return await resolveModel(ref);
  } catch (error) {
    if (!(error instanceof LibraryError)) throw error;
    log.warn(`the model ${ref} cannot be used: ${error.message}`);
    return undefined;
  }
}
