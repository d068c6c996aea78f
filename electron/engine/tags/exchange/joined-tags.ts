/**
 * @file Tags in one cell: `Places/Lisbon; ferry`. A tag with a semicolon or a quote in it is in quotes, which are doubled inside, as in CSV.
 */

export function joinTags(tags: readonly string[]): string {
  return tags.map((tag) => (/[;"]/.test(tag) ? `"${tag.replaceAll('"', '""')}"` : tag)).join("; ");
}

const PART = /\s*(?:"([^"]*(?:""[^"]*)*)"|([^;]*?))\s*(;|$)/y;

/** Undefined where a quote is not closed before the next semicolon. */
export function splitTags(cell: string): string[] | undefined {
  const tags: string[] = [];
  for (let at = 0, end: string | undefined = ";"; end === ";";) {
    PART.lastIndex = at;
    const match = PART.exec(cell);
    if (!match || match[2]?.startsWith('"')) return undefined;
    const tag = match[1]?.replaceAll('""', '"') ?? match[2]!;
    if (tag !== "") tags.push(tag);
    at += match[0].length;
    end = match[3];
  }
  return tags;
}
