/** A value as the query language writes it: quoted where it is more than one plain word. */
export function quoteValue(value: string): string {
  return /[\s"():]/.test(value) ? `"${value.replaceAll('"', "")}"` : value;
}

export function tagQuery(tag: string): string {
  return `tag:${quoteValue(tag)}`;
}

/** An album shows its photos in its own order. */
export function albumQuery(name: string): string {
  return `album:${quoteValue(name)}`;
}

export function labelQuery(label: string): string {
  return `label:${quoteValue(label)}`;
}

export function folderQuery(path: string): string {
  return `folder:${quoteValue(path)}`;
}

const RECENT_DAYS = 30;

/** What came into the library in the last 30 days, today included, where the user is. */
export function recentQuery(today: Date): string {
  const first = new Date(today.getFullYear(), today.getMonth(), today.getDate() - RECENT_DAYS + 1);
  const [month, day] = [first.getMonth() + 1, first.getDate()].map((part) =>
    String(part).padStart(2, "0"),
  );
  return `added:${first.getFullYear()}-${month!}-${day!}..`;
}

/** Photos that an entry of the history changed. */
export function entryQuery(entry: number): string {
  return `entry:${entry}`;
}

export const PICKED = "flag:pick";
export const UNTAGGED = "is:untagged";
export const MISSING = "is:missing";
export const FAILED = "is:failed";
export const CONFLICT = "is:conflict";
export const UNWRITTEN = "is:unwritten";
export const REVIEW = "is:review";
