/**
 * @file What an import planned, made the user's.
 *
 * [Note: Import in parts] One transaction for a hundred thousand photos would keep everybody else waiting for seconds. So an import is
 * applied in parts, which are one entry of the journal: an undo takes back all of it. A kill in between, or a user who stops it, leaves
 * whole parts, and the same import afterwards does the rest, because a plan holds only what the catalog lacks.
 */
import { exchangedValues, type ExchangedValue } from "../../../contract/exchange.ts";
import type { PhotoId } from "../../../contract/photo.ts";
import type { Told } from "../../../contract/told.ts";
import { tell } from "../../../texts/tell.ts";
import type { Database } from "../../catalog/database.ts";
import { record, type Recorded } from "../../catalog/journal/journal.ts";
import { settleValues } from "../../catalog/photo-facts.ts";
import { refreshTexts, type TextOptions } from "../../catalog/photo-text.ts";
import { ensureTag } from "../../catalog/tags.ts";
import { columnOf, type ImportPlan, type PlannedPhoto } from "./import-plan.ts";

/** Tags and values of a part: some tens of milliseconds. */
const PART = 1000;

export interface ImportOptions {
  /** Named in the entry's sentence. */
  readonly source: string;
  readonly text: TextOptions;
}

/** A plan on its way into the catalog, part by part. See [Note: Import in parts]. */
export class ImportWork {
  /** Undefined while nothing changed. */
  entry: number | undefined;
  /** Photos that did. */
  changed = 0;
  isDone = false;
  readonly #db: Database;
  readonly #parts: Iterator<readonly Planned[], undefined>;
  readonly #tally: Tally;
  readonly #text: TextOptions;

  constructor(
    db: Database,
    { photos }: Pick<ImportPlan, "photos">,
    { source, text }: ImportOptions,
  ) {
    this.#db = db;
    this.#parts = partsOf(photos);
    this.#tally = new Tally(source);
    this.#text = text;
  }

  /** Applies the next part, which is on the disk when this returns; answers with the photos that changed. */
  step(): readonly PhotoId[] {
    const next = this.#parts.next();
    if (next.done === true) {
      this.isDone = true;
      return [];
    }
    this.#tally.add(next.value);
    const options = { tally: this.#tally, text: this.#text, entry: this.entry };
    const recorded = applyPart(this.#db, next.value, options);
    this.entry ??= recorded.entry;
    this.changed += recorded.changed.length;
    return recorded.changed;
  }
}

type Planned = readonly [id: PhotoId, planned: PlannedPhoto];

function* partsOf(
  photos: ReadonlyMap<PhotoId, PlannedPhoto>,
): Generator<readonly Planned[], undefined> {
  let part: Planned[] = [];
  let size = 0;
  for (const [id, planned] of photos) {
    part.push([id, planned]);
    size += planned.tags.size + planned.values.size;
    if (size < PART) continue;
    yield part;
    part = [];
    size = 0;
  }
  if (part.length > 0) yield part;
  return undefined;
}

interface PartOptions {
  readonly tally: Tally;
  readonly text: TextOptions;
  readonly entry: number | undefined;
}

function applyPart(
  db: Database,
  part: readonly Planned[],
  { tally, text, entry }: PartOptions,
): Recorded {
  return db.durably(() => {
    const tags = [...photosByTag(part)].map(([path, photos]) => ({
      id: ensureTag(db, path),
      photos,
    }));
    const values = photosByValue(part);
    const ids = part.map(([id]) => id);
    const fields = [...values.keys()].map((one) => columnOf[one]);
    const touches = [
      { kind: "tag", photos: ids, keys: tags.map(({ id }) => id) },
      { kind: "user-value", photos: ids, keys: fields },
    ] as const;
    const sentence = (count: number) => tally.sentence(count);
    const recorded = record(db, { touches, sentence, entry }, () => {
      for (const one of tags) give(db, one);
      for (const [field, entered] of values) enter(db, columnOf[field], entered);
      settleValues(db, ids, fields);
    });
    refreshTexts(db, recorded.changed, text);
    return recorded;
  });
}

function photosByTag(part: readonly Planned[]): Map<string, PhotoId[]> {
  return grouped(part.flatMap(([id, { tags }]) => [...tags.values()].map((tag) => [tag, id])));
}

function photosByValue(
  part: readonly Planned[],
): Map<ExchangedValue, [id: PhotoId, value: string | number][]> {
  return grouped(
    part.flatMap(([id, { values }]) =>
      [...values].map(([field, value]): [ExchangedValue, [PhotoId, string | number]] => [
        field,
        [id, value],
      ]),
    ),
  );
}

function grouped<K, V>(pairs: readonly (readonly [K, V])[]): Map<K, V[]> {
  const groups = new Map<K, V[]>();
  for (const [key, value] of pairs) {
    const group = groups.get(key);
    if (group) group.push(value);
    else groups.set(key, [value]);
  }
  return groups;
}

function give(db: Database, { id, photos }: { id: number; photos: readonly PhotoId[] }): void {
  db.run(
    // The word WHERE also tells SQLite that ON belongs to the conflict and not to a join.
    `INSERT INTO photo_tag (photo_id, tag_id, added_at_ms)
     SELECT id, ?, ? FROM photo WHERE id IN (SELECT value FROM json_each(?))
     ON CONFLICT (photo_id, tag_id) DO UPDATE SET origin = 'user' WHERE origin = 'file'`,
    [id, Date.now(), JSON.stringify(photos)],
  );
}

function enter(
  db: Database,
  column: string,
  entered: readonly (readonly [PhotoId, string | number])[],
): void {
  db.run(
    `INSERT OR REPLACE INTO user_value (photo_id, field, value)
     SELECT photo.id, ?, each.value ->> 1 FROM json_each(?) AS each
     JOIN photo ON photo.id = each.value ->> 0`,
    [column, JSON.stringify(entered)],
  );
}

/** What was applied so far. */
class Tally {
  readonly #source: string;
  readonly #tags = new Set<string>();
  readonly #values = new Map<ExchangedValue, number>();

  constructor(source: string) {
    this.#source = source;
  }

  add(part: readonly Planned[]): void {
    for (const [, { tags, values }] of part) {
      for (const key of tags.keys()) this.#tags.add(key);
      for (const field of values.keys())
        this.#values.set(field, (this.#values.get(field) ?? 0) + 1);
    }
  }

  /** "Imported 5 tags and 2 ratings for 412 photos from trip.csv". */
  sentence(photos: number): Told {
    const what = [
      ...(this.#tags.size > 0 ? [tell("imported.tag", { count: this.#tags.size })] : []),
      ...exchangedValues.flatMap((field) => {
        const count = this.#values.get(field);
        return count === undefined ? [] : [tell(`imported.${field}`, { count })];
      }),
    ];
    return tell("done.imported", { what, count: photos, source: this.#source });
  }
}
