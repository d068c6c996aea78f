import { LibraryError } from "../../contract/errors.ts";
import { tell } from "../../texts/tell.ts";
import { toldError } from "../../texts/told-error.ts";
import type { PhotoId } from "../../contract/photo.ts";
import type { ValueChange } from "../../contract/values.ts";
import type { Database } from "./database.ts";
import { expectSameEdit, record, type Recorded } from "./journal/journal.ts";
import { describeValues } from "./describe-values.ts";
import type { EditOptions } from "./edit-options.ts";
import { settleValues } from "./photo-facts.ts";
import { refreshTexts } from "./photo-text.ts";
import { valueFields } from "./photo-values.ts";

type FieldName = keyof typeof valueFields;
type FieldChange = readonly [field: FieldName, value: string | number | null];

/**
 * Gives photos stars, a flag, a colour label, a title or a caption, as one entry of the journal. They go before what files say; null
 * takes the user's own value back. On the disk when this returns. `request-invalid` for a text with control characters, and
 * where nothing is to be changed.
 */
export function setValues(
  db: Database,
  photos: readonly PhotoId[],
  change: ValueChange,
  options: EditOptions,
): Recorded {
  const changes = toChanges(change);
  const keys = changes.map(([field]) => valueFields[field]);
  const sentence = (count: number) => describeValues(Object.fromEntries(changes), count);
  return db.durably(() => {
    expectSameEdit(db, options.entry, sentence);
    const recorded = record(
      db,
      { touches: [{ kind: "user-value", keys, photos }], sentence, entry: options.entry },
      () => {
        const ids = JSON.stringify(photos);
        for (const one of changes) write(db, ids, one);
        settleValues(db, photos, keys);
      },
    );
    if (changes.some(([field]) => isText(field))) refreshTexts(db, recorded.changed, options);
    return recorded;
  });
}

function write(db: Database, ids: string, [field, value]: FieldChange): void {
  if (value === null) {
    db.run(
      "DELETE FROM user_value WHERE field = ? AND photo_id IN (SELECT value FROM json_each(?))",
      [valueFields[field], ids],
    );
    return;
  }
  db.run(
    `INSERT OR REPLACE INTO user_value (photo_id, field, value)
     SELECT id, ?, ? FROM photo WHERE id IN (SELECT value FROM json_each(?))`,
    [valueFields[field], value, ids],
  );
}

/** In a fixed order, texts cleaned. */
function toChanges(change: ValueChange): FieldChange[] {
  const fields = Object.keys(valueFields) as FieldName[];
  const changes = fields.flatMap((field): FieldChange[] => {
    const value = change[field];
    if (value === undefined) return [];
    return [[field, isText(field) && typeof value === "string" ? toText(field, value) : value]];
  });
  if (changes.length > 0) return changes;
  throw new LibraryError(
    "request-invalid",
    `expected one of ${fields.join(", ")} to change but got none of them`,
  );
}

function isText(field: FieldName): boolean {
  return field === "title" || field === "caption";
}

/** NFC without space around it, lines as \n. Only a caption may have lines and tabs; `request-invalid` for other control characters. */
export function toText(field: FieldName, given: string): string {
  const text = given.normalize("NFC").replaceAll(/\r\n?/g, "\n").trim();
  const checked = field === "caption" ? text.replaceAll(/[\n\t]/g, "") : text;
  if (/\p{Cc}/u.test(checked) || !checked.isWellFormed()) {
    const got = JSON.stringify(given.slice(0, 100));
    throw toldError(
      "request-invalid",
      tell("import.control-characters", { field: tell(`value.${field}`), got }),
    );
  }
  return text;
}
