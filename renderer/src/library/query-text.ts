/** A value as the query language writes it: quoted where it is more than one plain word. */
export function quoteValue(value: string): string {
  return /[\s"():]/.test(value) ? `"${value.replaceAll('"', "")}"` : value;
}

export function tagQuery(tag: string): string {
  return `tag:${quoteValue(tag)}`;
}

export function labelQuery(label: string): string {
  return `label:${quoteValue(label)}`;
}

export function folderQuery(path: string): string {
  return `folder:${quoteValue(path)}`;
}

export const UNTAGGED = "is:untagged";
export const MISSING = "is:missing";
export const FAILED = "is:failed";
