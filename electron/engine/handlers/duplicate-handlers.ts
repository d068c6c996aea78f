import path from "node:path";
import type { DuplicateCounts, DuplicateGroup, KeptCopy } from "../../contract/duplicates.ts";
import type { PhotoId } from "../../contract/photo.ts";
import { getPhoto, listPaths, type PhotoRow } from "../catalog/photos.ts";
import { carryOver } from "../duplicates/carry-over.ts";
import { decide } from "../duplicates/decisions.ts";
import {
  countGroups,
  listGroups,
  listSuggestions,
  type ListedGroup,
} from "../duplicates/list-groups.ts";
import { settleGroups, withGroup } from "../duplicates/regroup.ts";
import { countStale } from "../duplicates/stale-photos.ts";
import { hasSameStamp } from "../indexing/plan-directory.ts";
import type { Parts } from "../parts.ts";
import type { Handlers } from "../serve.ts";
import { inTurns } from "../support/in-turns.ts";
import { statFile } from "../watching/read-directory.ts";

type DuplicateHandlers = Pick<Handlers, Extract<keyof Handlers, `duplicate.${string}`>>;

/** Photos that are there more than once. */
export function duplicateHandlers(parts: Parts): DuplicateHandlers {
  const { db, feed, duplicateUpkeep } = parts;

  function counts(): DuplicateCounts {
    return { kinds: countGroups(db), waiting: countStale(db) };
  }

  return {
    "duplicate.counts": () => {
      duplicateUpkeep.settleSome();
      return counts();
    },
    "duplicate.list": ({ kind, ...page }) => {
      duplicateUpkeep.settleSome();
      const { groups, next } = listGroups(db, { kind, ...page });
      const { groups: total, spareBytes } = countGroups(db).find((one) => one.kind === kind)!;
      return {
        groups: groups.map((group) => toGroup(parts, kind, group)),
        total,
        spareBytes,
        next,
      };
    },
    "duplicate.suggestions": ({ kind }) => inTurns(listSuggestions(db, kind)),
    "duplicate.carryOver": ({ copies, entry }) => carryOverPresent(parts, copies, entry),
    "duplicate.decide": ({ photos: given, wholeOf, verdict }) => {
      const photos = wholeOf ? withGroup(db, wholeOf, given) : given;
      const { entry, changed } = decide(db, photos, verdict);
      settleGroups(db, photos);
      if (entry !== undefined) feed.reportHistory();
      feed.reportDuplicates();
      return { changed: changed.length, entry: entry ?? null };
    },
    "duplicate.check": async ({ isAnew }) => {
      await duplicateUpkeep.settled({ isAnew });
      return counts();
    },
  };
}

/** What is kept must be there before its copies go. */
async function carryOverPresent(
  parts: Parts,
  copies: readonly KeptCopy[],
  begun: number | undefined,
) {
  const { db, feed, reconciler } = parts;
  const wanted = copies.map(({ keep }) => keep);
  const present = await listPresent(parts, wanted);
  const kept = copies.filter(({ keep }) => present.includes(keep));
  const { entry, changed } = carryOver(db, kept, { text: reconciler.text, entry: begun });
  for (const { id, path: at } of listPaths(db, changed))
    feed.report({ kind: "tagged", id, path: at });
  if (entry !== undefined) {
    feed.reportHistory();
    feed.reportAlbums();
    feed.reportTags();
  }
  return { changed: changed.length, entry: entry ?? null, present };
}

function toGroup(
  { search }: Parts,
  kind: DuplicateGroup["kind"],
  { id, photos: candidates, more, reasons }: ListedGroup,
): DuplicateGroup {
  const rows = new Map(search.byId(candidates.map((one) => one.id)).map((row) => [row.id, row]));
  const photos = candidates.flatMap((one) => {
    const row = rows.get(one.id);
    const { sizeBytes, modifiedAtMs, albums } = one;
    return row ? [{ ...row, sizeBytes, modifiedAtMs, albums }] : [];
  });
  return { id, kind, photos, more, reasons: [...reasons] };
}

/** Those whose file is where the catalog says, unchanged. */
async function listPresent({ db }: Parts, ids: readonly PhotoId[]): Promise<PhotoId[]> {
  const present: PhotoId[] = [];
  for (const id of new Set(ids)) {
    const photo = getPhoto(db, id);
    if (photo?.missingSinceMs === null && (await isUnchanged(photo))) present.push(id);
  }
  return present;
}

async function isUnchanged(photo: PhotoRow): Promise<boolean> {
  const { folderPath, directory, name } = photo;
  const found = await statFile(path.join(folderPath, directory), name).catch(() => undefined);
  return found !== undefined && hasSameStamp(photo, found);
}
