/** @file What the rows of an import say, against what the catalog has; nothing is changed before all of them are read. */
import {
  exchangedValues,
  type ExchangedValue,
  type ExchangeRow,
  type ImportChange,
} from "../../../contract/exchange.ts";
import type { PhotoId } from "../../../contract/photo.ts";
import type { Database } from "../../catalog/database.ts";
import { valueFields } from "../../catalog/photo-values.ts";
import { toText } from "../../catalog/set-values.ts";
import { foldText } from "../../../contract/fold-text.ts";
import type { SourcePlace } from "./import-source.ts";
import { toOwnPath } from "../photo-tags.ts";

/** The names under which user_value keeps them. */
export const columnOf: Readonly<Record<ExchangedValue, string>> = {
  rating: valueFields.rating,
  flag: valueFields.flag,
  colour: valueFields.colourLabel,
  title: valueFields.title,
  caption: valueFields.caption,
};

type Value = string | number;

/** An earlier row says something else of the same photo. */
export interface Contradiction {
  readonly field: ExchangedValue;
  readonly earlier: SourcePlace;
}

/** What is to be entered for a photo. */
export interface PlannedPhoto {
  /** By key, those that it lacks as the user's own. */
  readonly tags: Map<string, string>;
  /** Those that the user has not entered already. */
  readonly values: Map<ExchangedValue, Value>;
}

export class ImportPlan {
  /** Only photos that something is to be entered for. */
  readonly photos = new Map<PhotoId, PlannedPhoto>();
  /** By key, as they were spelled first. */
  readonly #paths = new Map<string, string>();
  /** What was said of each photo first, and where. */
  readonly #said = new Map<
    ExchangedValue,
    Map<PhotoId, readonly [value: Value, place: SourcePlace]>
  >();
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  /** Adds what a row says of a photo. Throws `tag-invalid` or `request-invalid` for words that may not be entered, and adds nothing then. */
  add(
    {
      id,
      path,
      place,
    }: { readonly id: PhotoId; readonly path: string; readonly place: SourcePlace },
    row: ExchangeRow,
  ): { readonly change: ImportChange | undefined; readonly contradictions: Contradiction[] } {
    const tags = (row.tags ?? []).map((tag) => toOwnPath(this.#db, tag));
    const said = exchangedValues.flatMap((field) => {
      const value = row[field];
      return value === undefined ? [] : [{ field, value: clean(field, value) }];
    });
    const addedTags = this.#addTags(id, tags);
    const contradictions: Contradiction[] = [];
    const values = said.flatMap(({ field, value }): ImportChange["values"] => {
      const [first, earlier] = this.#firstSaid(field, id) ?? [];
      if (first !== undefined && first !== value) contradictions.push({ field, earlier: earlier! });
      if (first !== undefined) return [];
      mapOf(this.#said, field).set(id, [value, place]);
      const from = this.#entered(id, field);
      if (from === value) return [];
      this.#planned(id).values.set(field, value);
      return [{ field, from, to: value }];
    });
    const hasChange = addedTags.length + values.length > 0;
    return { change: hasChange ? { path, addedTags, values } : undefined, contradictions };
  }

  #addTags(id: PhotoId, tags: readonly string[]): string[] {
    if (tags.length === 0) return [];
    const rows = this.#db.all<{ key: string }>(
      "SELECT key FROM photo_tag JOIN tag ON tag.id = tag_id WHERE photo_id = ? AND origin = 'user'",
      [id],
    );
    const own = new Set(rows.map(({ key }) => key));
    return tags.filter((path) => {
      const key = foldText(path);
      if (own.has(key) || this.photos.get(id)?.tags.has(key)) return false;
      if (!this.#paths.has(key)) this.#paths.set(key, path);
      this.#planned(id).tags.set(key, this.#paths.get(key)!);
      return true;
    });
  }

  #planned(id: PhotoId): PlannedPhoto {
    const planned = this.photos.get(id) ?? { tags: new Map(), values: new Map() };
    this.photos.set(id, planned);
    return planned;
  }

  #firstSaid(field: ExchangedValue, id: PhotoId): readonly [Value, SourcePlace] | undefined {
    return this.#said.get(field)?.get(id);
  }

  #entered(id: PhotoId, field: ExchangedValue): Value | null {
    const row = this.#db.get<{ value: Value }>(
      "SELECT value FROM user_value WHERE photo_id = ? AND field = ?",
      [id, columnOf[field]],
    );
    return row?.value ?? null;
  }
}

function clean(field: ExchangedValue, value: Value): Value {
  return (field === "title" || field === "caption") && typeof value === "string"
    ? toText(field, value)
    : value;
}

function mapOf<K, V>(maps: Map<K, Map<PhotoId, V>>, key: K): Map<PhotoId, V> {
  const found = maps.get(key) ?? new Map<PhotoId, V>();
  maps.set(key, found);
  return found;
}
