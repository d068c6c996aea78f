import { closeSync, openSync, statSync, writeSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";

const PAGE = 4096;

/** A sequence of numbers in [0, 1) that is the same in every run (Park and Miller's generator). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}

/** Writes noise over one page of a file, as a failing disk does. */
export function overwritePage(file: string, page: number, random: () => number): void {
  const noise = Buffer.from(Array.from({ length: PAGE }, () => Math.floor(random() * 256)));
  const descriptor = openSync(file, "r+");
  writeSync(descriptor, noise, 0, PAGE, (page - 1) * PAGE);
  closeSync(descriptor);
}

export function countPages(file: string): number {
  return statSync(file).size / PAGE;
}

/** A page that holds rows of this table and none of another; one that is no root unless the table is small. */
export function pageOf(file: string, table: string): number {
  const db = new DatabaseSync(file);
  try {
    const row = db
      .prepare("SELECT min(pageno) AS page FROM dbstat WHERE name = ? AND pagetype = 'leaf'")
      .get(table);
    return Number(row?.page);
  } finally {
    db.close();
  }
}
