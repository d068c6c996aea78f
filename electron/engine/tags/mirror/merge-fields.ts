import {
  byKey,
  isKnown,
  isSame,
  singleFields,
  type MirrorFields,
  type SingleField,
  type SingleValue,
} from "./mirror-fields.ts";

/** What the catalog says. A field is there only where the user has a say in it; others are the file's. */
export interface OwnFields extends Partial<MirrorFields> {
  /** Keys of tags that the photo had and that the user took away. */
  readonly removedTags: ReadonlySet<string>;
}

/** What both sides agreed on last; a field that is absent was never agreed on. Tags are told by their keys. */
export interface AgreedFields extends Partial<Pick<MirrorFields, SingleField>> {
  readonly tags?: readonly string[];
  /** Paths of tags as the catalog spelled them by then, whatever the file did. */
  readonly spelledTags?: readonly string[];
  /** Tags that the user had taken away by then. */
  readonly removedTags?: readonly string[];
}

export interface Sides {
  readonly agreed: AgreedFields;
  readonly ours: OwnFields;
  /** Undefined where there is no sidecar: that says nothing, least of all that everything is to go. */
  readonly theirs: MirrorFields | undefined;
}

/** Both sides changed a field, each in its own way. */
export interface FieldConflict {
  readonly field: SingleField;
  readonly ours: SingleValue;
  readonly theirs: SingleValue;
}

export interface MergedFields {
  /** What the sidecar is to say; it keeps what it says of absent fields. */
  readonly sidecar: Partial<MirrorFields>;
  /** What the catalog takes over. */
  readonly imports: Partial<Pick<MirrorFields, SingleField>>;
  readonly addedTags: readonly string[];
  /** Tags of the photo, as the catalog spells them. */
  readonly removedTags: readonly string[];
  readonly conflicts: readonly FieldConflict[];
}

/**
 * Merges field by field, tags one by one, against what both sides agreed on last.
 *
 * [Note: Three-way merge] What one side changed since then is taken over by the other; what both changed in the same way is agreed.
 * A single value that both changed differently is a conflict: it stays as it is on either side; so does one that there is none of here. A tag can only be there or
 * not, so tags have no conflicts: one that either side added is added, one that either side took away is taken away.
 * The user took a tag away where the catalog remembers to have had it; one that is merely not there was never read, or its
 * file could not be. So a failed read never deletes a keyword.
 * A tag that both have keeps the spelling that its file gives it, unless the user has given it another one since.
 */
export function mergeFields(sides: Sides): MergedFields {
  const sidecar: Partial<Record<SingleField, SingleValue>> = {};
  const imports: Partial<Record<SingleField, SingleValue>> = {};
  const conflicts: FieldConflict[] = [];
  for (const field of singleFields) {
    const ours = sides.ours[field];
    if (ours === undefined) continue;
    const theirs = sides.theirs?.[field] ?? null;
    const judged = sides.theirs ? judge(sides.agreed[field], ours, theirs) : "ours";
    const verdict = judged === "theirs" && !isKnown(field, theirs) ? "conflict" : judged;
    if (verdict === "ours") sidecar[field] = ours;
    else if (verdict === "theirs") imports[field] = theirs;
    else if (verdict === "conflict") conflicts.push({ field, ours, theirs });
    // Other programs have properties of their own for these, which may still say something else.
    if (verdict !== "ours" && verdict !== "conflict" && isSpelledApart(field))
      sidecar[field] = theirs;
  }
  const tags = mergeTags(sides);
  return {
    sidecar: { ...(sidecar as Partial<MirrorFields>), ...tags.sidecar },
    imports: imports as Partial<MirrorFields>,
    addedTags: tags.added,
    removedTags: tags.removed,
    conflicts,
  };
}

function isSpelledApart(field: SingleField): boolean {
  return field === "flag" || field === "colourLabel";
}

function judge(
  agreed: SingleValue | undefined,
  ours: SingleValue,
  theirs: SingleValue,
): "same" | "ours" | "theirs" | "conflict" {
  if (isSame(ours, theirs)) return "same";
  // Never agreed on, and nothing there: nothing of theirs is lost.
  if (isSame(agreed ?? null, theirs)) return "ours";
  return agreed !== undefined && isSame(agreed, ours) ? "theirs" : "conflict";
}

interface MergedTags {
  readonly sidecar: Partial<Pick<MirrorFields, "tags">>;
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

function mergeTags({ agreed, ours, theirs }: Sides): MergedTags {
  if (!ours.tags) return { sidecar: {}, added: [], removed: [] };
  if (!theirs) return { sidecar: { tags: ours.tags }, added: [], removed: [] };
  const own = byKey(ours.tags);
  const other = byKey(theirs.tags);
  const before = agreed.tags && new Set(agreed.tags);
  // One that was taken away before then and is there now was given anew by the other program.
  const given = new Set(agreed.removedTags);
  const isOurRemoval = (key: string) => ours.removedTags.has(key) && !given.has(key);
  const kept = [...other].filter(([key]) => own.has(key) || !isOurRemoval(key));
  const spelled = byKey(agreed.spelledTags ?? []);
  const isRespelled = (key: string) => spelled.has(key) && spelled.get(key) !== own.get(key);
  const removed = [...own].filter(([key]) => !other.has(key) && before?.has(key) === true);
  const gone = new Set(removed.map(([key]) => key));
  const ownNew = [...own].filter(([key]) => !other.has(key) && !gone.has(key));
  return {
    sidecar: {
      tags: [
        ...kept.map(([key, tag]) => (isRespelled(key) ? (own.get(key) ?? tag) : tag)),
        ...ownNew.map(([, tag]) => tag),
      ],
    },
    added: kept.filter(([key]) => !own.has(key)).map(([, tag]) => tag),
    removed: removed.map(([, tag]) => tag),
  };
}

/** What both agree on once each says this; what they still differ in is as it was. */
export function agreeTags(
  agreed: readonly string[] | undefined,
  ours: readonly string[],
  theirs: readonly string[],
): string[] {
  const [own, other] = [byKey(ours), byKey(theirs)];
  const before = (agreed ?? []).filter((key) => own.has(key) !== other.has(key));
  return [...new Set([...own.keys()].filter((key) => other.has(key)).concat(before))].sort();
}
