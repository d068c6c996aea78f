/**
 * @file The catalog's side of a photo's mirror: what it says, and how it takes over what the sidecar says.
 */
import { LibraryError } from "../../../contract/errors.ts";
import type { PhotoId } from "../../../contract/photo.ts";
import { tell } from "../../../texts/tell.ts";
import type { Database } from "../../catalog/database.ts";
import { record } from "../../catalog/journal/journal.ts";
import {
  readMirrorState,
  type MirroredValues,
  type MirrorState,
} from "../../catalog/mirror-state.ts";
import { markMetadataStale, settleValues } from "../../catalog/photo-facts.ts";
import { refreshTexts, type TextOptions } from "../../catalog/photo-text.ts";
import {
  mirroredFields,
  readEnteredWords,
  readFileWords,
  readOrientation,
} from "../../catalog/photo-values.ts";
import { ensureTag } from "../../catalog/tags.ts";
import { toText } from "../../metadata/exif-text.ts";
import { foldText } from "../../../contract/fold-text.ts";
import { toTagPath } from "../tag-name.ts";
import { agreeTags, type MergedFields, type Sides } from "./merge-fields.ts";
import {
  byKey,
  isKnown,
  isSame,
  singleFields,
  tagKey,
  type MirrorFields,
  type SingleField,
  type SingleValue,
} from "./mirror-fields.ts";
import type { KeywordLists } from "./sidecar-fields.ts";

export interface OwnSide {
  readonly state: MirrorState;
  /** What the user entered. */
  readonly entered: MirroredValues;
  /** What the files said when they were last read. */
  readonly said: MirroredValues;
  /** That the file has of its own; undefined until it was read, and nothing is said of a turn before that. */
  readonly orientation: number | undefined;
  readonly tags: readonly { readonly path: string; readonly origin: "user" | "file" }[];
  /** Keys of tags that the photo had and does not have any more. */
  readonly removedTags: ReadonlySet<string>;
}

export function readOwnSide(db: Database, id: PhotoId): OwnSide {
  const orientation = readOrientation(db, id);
  const entered = Object.entries(readEnteredWords(db, id)).filter(
    ([field, value]) => value !== null && (field !== "turn" || orientation !== undefined),
  );
  const tags = db.all<OwnSide["tags"][number]>(
    "SELECT path, origin FROM photo_tag JOIN tag ON tag.id = tag_id WHERE photo_id = ? ORDER BY key",
    [id],
  );
  const keys = new Set(tags.map(({ path }) => tagKey(path)));
  const imported = db.all<{ key: string }>("SELECT key FROM imported_tag WHERE photo_id = ?", [id]);
  const state = readMirrorState(db, id);
  const had = [...imported.map(({ key }) => tagKey(key)), ...(state.agreed?.userTags ?? [])];
  return {
    state,
    // What the user removed is nothing to any program.
    entered: Object.fromEntries(
      entered.map(([field, value]) => [field, value === "" || value === "none" ? null : value]),
    ),
    said: readFileWords(db, id),
    orientation,
    tags,
    removedTags: new Set(had.filter((key) => !keys.has(key))),
  };
}

/** Whether there is something to be written where nothing was written yet. */
export function hasOwnWords({ entered, tags }: OwnSide): boolean {
  return Object.keys(entered).length > 0 || tags.some(({ origin }) => origin === "user");
}

/**
 * What is to be merged. The user has a say in a single value that was entered, and in one that was entered and taken back while it
 * is still in the sidecar: then what the files said otherwise is put back there. The user has a say in the tags once one was
 * given or taken away; then all of the photo's tags are written, because programs read a sidecar's list in the place of the file's.
 */
export function toSides(own: OwnSide, theirs: MirrorFields | undefined): Sides {
  const { state, entered, said, tags, removedTags } = own;
  const agreed: Partial<Record<SingleField, SingleValue>> = {};
  const ours: Partial<Record<SingleField, SingleValue>> = {};
  for (const field of singleFields) {
    const last = state.agreed?.[field];
    const there = theirs?.[field] ?? null;
    if (entered[field] !== undefined) {
      const neverAgreed = () =>
        there === null ? null : valueOf(state.before, field, said[field] ?? null);
      ours[field] = entered[field];
      agreed[field] = last === undefined ? neverAgreed() : last;
    } else if (last !== undefined && theirs && isSame(last, there)) {
      ours[field] = said[field] ?? null;
      agreed[field] = last;
    }
  }
  const hasSay =
    state.agreed?.tags !== undefined ||
    removedTags.size > 0 ||
    tags.some(({ origin }) => origin === "user");
  return {
    agreed: {
      ...(agreed as Partial<MirrorFields>),
      ...(state.agreed?.tags && { tags: state.agreed.tags }),
      ...(state.agreed?.spelledTags && { spelledTags: state.agreed.spelledTags }),
      ...(state.agreed?.removedTags && { removedTags: state.agreed.removedTags }),
    },
    ours: {
      ...(ours as Partial<MirrorFields>),
      ...(hasSay && { tags: tags.map(({ path }) => path) }),
      removedTags,
    },
    theirs,
  };
}

function valueOf(
  values: MirroredValues | undefined,
  field: SingleField,
  otherwise: SingleValue,
): SingleValue {
  return values?.[field] === undefined ? otherwise : values[field];
}

/** A sidecar as it is now. */
export interface LookedAt {
  readonly fields: MirrorFields;
  readonly lists: KeywordLists;
  /** The catalog's tags when it was merged: one that was given another spelling since is still to be written. */
  readonly mergedTags: readonly string[];
}

/** What both sides agree on now; texts as the reader of files has them. */
export function nextState(own: OwnSide, { fields, lists, mergedTags }: LookedAt): MirrorState {
  const { ours } = toSides(own, fields);
  const agreed: Partial<Record<SingleField, SingleValue>> = {};
  const before: Partial<Record<SingleField, SingleValue>> = {};
  for (const field of singleFields) {
    const entered = own.entered[field];
    if (entered === undefined) continue;
    const last = own.state.agreed?.[field];
    const former = own.state.before?.[field];
    if (isSame(entered, fields[field])) {
      agreed[field] = typeof entered === "string" ? (toText(entered) ?? null) : entered;
      continue;
    }
    if (last !== undefined) agreed[field] = last;
    if (former !== undefined) before[field] = former;
  }
  const tags = ours.tags && agreeTags(own.state.agreed?.tags, ours.tags, fields.tags);
  const there = byKey(fields.tags);
  const removedTags = [...own.removedTags].filter((key) => !there.has(key)).sort();
  const userTags = own.tags
    .filter(({ path, origin }) => origin === "user" && there.has(tagKey(path)))
    .map(({ path }) => tagKey(path));
  const merged = byKey(mergedTags);
  const spelledTags = [...byKey(ours.tags ?? [])]
    .filter(([key]) => there.has(key))
    .map(([key, path]) => merged.get(key) ?? path);
  const agreedTags = tags && { tags, spelledTags, userTags, removedTags };
  return {
    agreed: { ...(agreed as MirroredValues), ...agreedTags },
    ...(Object.keys(before).length > 0 && { before: before as MirroredValues }),
    ...(tags && { lists: { ...lists } }),
  };
}

/** What a photo takes over from its sidecar. */
export interface TakenOver {
  readonly id: PhotoId;
  readonly merged: Pick<MergedFields, "imports" | "addedTags" | "removedTags">;
}

/** Takes over what other programs wrote, as one entry of the journal. Answers with the photos that changed. */
export function takeOver(db: Database, taken: readonly TakenOver[], text: TextOptions): PhotoId[] {
  const photos = taken.map(({ id }) => id);
  if (photos.length === 0) return [];
  const sentence = (count: number) => tell("done.mirror.taken", { count });
  const touches = [
    { kind: "tag", photos },
    { kind: "user-value", photos },
  ] as const;
  return db.durably(() => {
    const { changed } = record(db, { touches, sentence }, () => {
      for (const one of taken) takeOverOne(db, one);
      settleValues(db, photos);
    });
    // What the user never entered is the file's to say: its reader does.
    for (const id of photos) markMetadataStale(db, id);
    refreshTexts(db, changed, text);
    return changed;
  });
}

function takeOverOne(db: Database, { id, merged }: TakenOver): void {
  for (const field of singleFields) {
    const value = merged.imports[field];
    if (value !== undefined) takeOverValue(db, id, { field, value });
  }
  for (const path of merged.addedTags.map(toTagPath)) {
    db.run(
      "INSERT OR IGNORE INTO photo_tag (photo_id, tag_id, added_at_ms, origin) VALUES (?, ?, ?, 'file')",
      [id, ensureTag(db, path), Date.now()],
    );
  }
  for (const path of merged.removedTags)
    db.run(
      "DELETE FROM photo_tag WHERE photo_id = ? AND tag_id = (SELECT id FROM tag WHERE key = ?)",
      [id, foldText(path)],
    );
}

/**
 * The user's value is the sidecar's from now on. Part of the caller's entry of the journal, who settles the values after it. Throws
 * `sidecar-conflict` for a value that there is none of here.
 */
export function takeOverValue(
  db: Database,
  id: PhotoId,
  { field, value }: { readonly field: SingleField; readonly value: SingleValue },
): void {
  const name = mirroredFields[field];
  if (!isKnown(field, value))
    throw new LibraryError(
      "sidecar-conflict",
      `Expected a value that the library has, too, but the XMP file says ${JSON.stringify(value)}; keep the library's`,
    );
  if (value === null) {
    db.run("DELETE FROM user_value WHERE photo_id = ? AND field = ?", [id, name]);
    return;
  }
  db.run("INSERT OR REPLACE INTO user_value (photo_id, field, value) VALUES (?, ?, ?)", [
    id,
    name,
    value,
  ]);
}

/** The sidecar has these now: that the photo does not have one of them any more will be the user's doing. */
export function rememberTags(db: Database, id: PhotoId, tags: readonly string[]): void {
  for (const tag of tags)
    db.run("INSERT OR IGNORE INTO imported_tag (photo_id, key) VALUES (?, ?)", [id, tagKey(tag)]);
}
