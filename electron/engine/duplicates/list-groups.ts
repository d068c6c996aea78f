import {
  duplicateKinds,
  MOST_IN_GROUP,
  type CopyKind,
  type DuplicateCount,
  type DuplicateKind,
  type KeepReason,
  type KeptCopy,
} from "../../contract/duplicates.ts";
import { LibraryError } from "../../contract/errors.ts";
import type { PhotoId } from "../../contract/photo.ts";
import type { Database } from "../catalog/database.ts";
import type { Steps } from "../support/in-turns.ts";
import { readMembers, type Candidate } from "./read-candidates.ts";
import { bestOf, suggest } from "./suggest.ts";

/** Photos of groups that are read between two looks at what else is asked: some ten milliseconds. */
const STEP_PHOTOS = 1_000;
const STEP_GROUPS = 200;
/** Where a list begins: no files are as large. */
const FIRST = [Number.MAX_SAFE_INTEGER, 0] as const;

/** A group without its photos' rows. */
export interface ListedGroup {
  readonly id: number;
  /** The suggested one first, then the better ones; at most {@link MOST_IN_GROUP}. */
  readonly photos: readonly Candidate[];
  readonly more: number;
  readonly reasons: readonly KeepReason[];
}

export interface GroupPage {
  readonly groups: readonly ListedGroup[];
  readonly next: string | null;
}

interface GroupRow {
  readonly id: number;
  readonly photos: number;
  readonly spareBytes: number;
}

/** Groups of each kind that wait for a decision. */
export function countGroups(db: Database): DuplicateCount[] {
  return duplicateKinds.map((kind) => ({
    kind,
    ...db.get<{ groups: number; spareBytes: number }>(
      `SELECT count(*) AS groups, coalesce(sum(spare_bytes), 0) AS spareBytes FROM duplicate_group
       WHERE kind = ? AND is_settled = 0`,
      [kind],
    )!,
  }));
}

/** A page of the groups that wait for a decision, those first whose copies take the most space. */
export function listGroups(
  db: Database,
  {
    kind,
    after,
    limit,
  }: {
    readonly kind: DuplicateKind;
    readonly after?: string | undefined;
    readonly limit: number;
  },
): GroupPage {
  const rows = readRows(db, kind, { after, limit });
  const last = rows.length === limit ? rows.at(-1) : undefined;
  const members = readMembers(db, idsOf(rows));
  return {
    groups: rows.flatMap(({ id }) => toListed(kind, id, members.get(id) ?? []) ?? []),
    next: last ? cursorAfter(last) : null,
  };
}

/**
 * What is suggested for every group of the kind. A group that changes between two steps may come again further down, with another photo to be
 * kept: no photo is told twice, or all of the group would go, each for the sake of another.
 */
export function* listSuggestions(db: Database, kind: CopyKind): Steps<KeptCopy[]> {
  const suggestions: KeptCopy[] = [];
  const told = new Set<PhotoId>();
  let after: string | undefined;
  do {
    const rows = readRows(db, kind, { after, limit: STEP_GROUPS });
    for (const step of inSteps(rows)) {
      const groups = readMembers(db, idsOf(step));
      for (const candidates of groups.values()) {
        if (candidates.length < 2 || candidates.some(({ id }) => told.has(id))) continue;
        for (const { id } of candidates) told.add(id);
        const keep = bestOf(kind, candidates);
        const others = candidates.filter((one) => one !== keep).map(({ id }) => id);
        suggestions.push({ keep: keep.id, others });
      }
      yield;
    }
    const last = rows.length === STEP_GROUPS ? rows.at(-1) : undefined;
    after = last && cursorAfter(last);
  } while (after !== undefined);
  return suggestions;
}

function idsOf(rows: readonly GroupRow[]): number[] {
  return rows.map(({ id }) => id);
}

/** As many groups together as have {@link STEP_PHOTOS} photos; a larger one by itself. */
function* inSteps(rows: readonly GroupRow[]): Generator<GroupRow[]> {
  let [step, photos]: [GroupRow[], number] = [[], 0];
  for (const row of rows) {
    if (photos > 0 && photos + row.photos > STEP_PHOTOS) {
      yield step;
      [step, photos] = [[], 0];
    }
    step.push(row);
    photos += row.photos;
  }
  if (step.length > 0) yield step;
}

function readRows(
  db: Database,
  kind: DuplicateKind,
  { after, limit }: { readonly after: string | undefined; readonly limit: number },
): GroupRow[] {
  const [bytes, id] = after === undefined ? FIRST : parseCursor(after);
  return db.all(
    `SELECT id, photos, spare_bytes AS spareBytes FROM duplicate_group
     WHERE kind = ?1 AND is_settled = 0 AND spare_bytes <= ?2 AND (spare_bytes < ?2 OR id > ?3)
     ORDER BY spare_bytes DESC, id LIMIT ?4`,
    [kind, bytes, id, limit],
  );
}

function cursorAfter({ spareBytes, id }: GroupRow): string {
  return `${spareBytes} ${id}`;
}

function parseCursor(cursor: string): readonly [number, number] {
  const [, bytes, id] = /^(\d+) (\d+)$/.exec(cursor) ?? [];
  if (bytes === undefined || id === undefined)
    throw new LibraryError(
      "request-invalid",
      `expected the end of a page of groups but got ${JSON.stringify(cursor)}`,
    );
  return [Number(bytes), Number(id)];
}

/** Undefined where less than two of its photos are there, which the catalog is about to find out. */
function toListed(
  kind: DuplicateKind,
  id: number,
  candidates: readonly Candidate[],
): ListedGroup | undefined {
  if (candidates.length < 2) return undefined;
  const { keep, reasons } = suggest(kind, candidates);
  const others = candidates.filter((one) => one !== keep);
  // Of a burst in the order in which they were taken.
  if (kind !== "bursts")
    others.sort((a, b) => b.pixels - a.pixels || b.sizeBytes - a.sizeBytes || a.id - b.id);
  const photos = [keep, ...others].slice(0, MOST_IN_GROUP);
  return { id, photos, more: candidates.length - photos.length, reasons };
}
