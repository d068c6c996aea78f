import { tell } from "../../texts/tell.ts";
import { toldError } from "../../texts/told-error.ts";
import { sampleFiles, type FolderRow } from "../catalog/folders.ts";
import type { Database } from "../catalog/database.ts";
import { isLikelyMatch, matchSample, SAMPLE_FILES, type SampleMatch } from "./tree-sample.ts";

export interface RelocateOptions {
  /** The user insists, although the photos are not there. */
  readonly isForced: boolean;
}

/** Refuses with `folder-mismatch` a place where most of the folder's photos are not. */
export async function checkRelocation(
  db: Database,
  folder: Pick<FolderRow, "id" | "path">,
  to: string,
  { isForced }: RelocateOptions,
): Promise<SampleMatch> {
  const match = await matchSample(to, sampleFiles(db, folder.id, SAMPLE_FILES));
  if (isForced || isLikelyMatch(match)) return match;
  const { found, sampled } = match;
  const why = tell("refused.folder.mismatch", { folder: folder.path, path: to, found, sampled });
  throw toldError("folder-mismatch", why);
}
