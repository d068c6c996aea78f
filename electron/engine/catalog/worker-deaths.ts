import { statSync } from "node:fs";
import type { Database } from "./database.ts";

/**
 * Which files were open in a photo worker when it died, so that one that kills workers is set aside after two deaths
 * although the app was closed between them. Counts hold for the file as it is now, and for these decoders.
 */
export class WorkerDeaths {
  readonly #db: Database;
  readonly #decoders: string;
  /** Paths that have a row: nearly always none, so that nothing is asked of the catalog or the disk. */
  readonly #paths: Set<string>;

  /** `decoders` by their versions; see imaging/decoder-versions.ts. */
  constructor(db: Database, decoders: string) {
    this.#db = db;
    this.#decoders = decoders;
    const rows = db.all<{ path: string }>("SELECT path FROM worker_death");
    this.#paths = new Set(rows.map(({ path }) => path));
  }

  count(path: string): number {
    if (!this.#paths.has(path)) return 0;
    const row = this.#db.get<{ deaths: number }>(
      "SELECT deaths FROM worker_death WHERE path = ? AND stamp = ? AND decoders = ?",
      [path, stampOf(path), this.#decoders],
    );
    return row?.deaths ?? 0;
  }

  /** One more; also the first of another file at the same path. */
  add(path: string): void {
    const deaths = this.count(path) + 1;
    this.#db.run(
      `INSERT OR REPLACE INTO worker_death (path, stamp, decoders, deaths, at_ms) VALUES (?, ?, ?, ?, ?)`,
      [path, stampOf(path), this.#decoders, deaths, Date.now()],
    );
    this.#paths.add(path);
  }

  /** It was read: something else was to blame. */
  clear(path: string): void {
    if (!this.#paths.delete(path)) return;
    this.#db.run("DELETE FROM worker_death WHERE path = ?", [path]);
  }
}

/** Empty for a file that is gone. */
function stampOf(path: string): string {
  const stat = statSync(path, { bigint: true, throwIfNoEntry: false });
  return stat ? `${stat.size} ${stat.mtimeNs}` : "";
}
