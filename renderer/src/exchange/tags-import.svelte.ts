import type { Client } from "../../../electron/contract/client.ts";
import type {
  AppliedImport,
  ImportChange,
  ImportPart,
  ImportProblem,
  OpenedImport,
} from "../../../electron/contract/exchange.ts";

/** More are counted and not shown: nobody reads them, and a library may have a million. */
const MOST_SHOWN = 200;

export type ProblemKind = ImportProblem["kind"];
/** What keeps everything from being imported comes first. */
export const problemKinds = ["invalid", "unmatched", "unreadable", "contradiction"] as const;

const none: Readonly<Record<ProblemKind, number>> = {
  invalid: 0,
  unmatched: 0,
  unreadable: 0,
  contradiction: 0,
};

/** One import: read to its end, looked at, applied. */
export class TagsImport {
  opened = $state.raw<OpenedImport | undefined>();
  isRead = $state(false);
  rows = $state(0);
  /** That would change. */
  photos = $state(0);
  changes = $state.raw<readonly ImportChange[]>([]);
  problems = $state.raw<readonly ImportProblem[]>([]);
  counts = $state.raw(none);
  isApplying = $state(false);
  /** Photos that were changed. */
  changed = $state(0);
  readonly problemCount = $derived.by(() =>
    problemKinds.reduce((sum, kind) => sum + this.counts[kind], 0),
  );
  readonly canApply = $derived.by(
    () => this.isRead && !this.isApplying && this.photos > 0 && this.counts.invalid === 0,
  );

  readonly #client: Client<"renderer">;
  #isStopped = false;

  constructor(client: Client<"renderer">) {
    this.#client = client;
  }

  /** Reads all of it and changes nothing. Rejects where the source as a whole is not what it should be. */
  async read(opened: OpenedImport): Promise<void> {
    this.#begin(opened);
    const { session } = opened;
    while (!this.isRead && !this.#hasBeenStopped()) {
      this.#take(await this.#client.request("exchange.readImport", { session }));
    }
  }

  /** Answers with what was done, to its end or until it was stopped; undefined where nothing was to be done. */
  async apply(): Promise<AppliedImport | undefined> {
    if (!this.opened || !this.canApply) return undefined;
    const { session } = this.opened;
    this.isApplying = true;
    try {
      for (;;) {
        const applied = await this.#client.request("exchange.applyImport", { session });
        this.changed = applied.changed;
        if (applied.isDone || this.#hasBeenStopped()) return applied;
      }
    } finally {
      this.isApplying = false;
    }
  }

  /** What is under way ends; what was changed stays. */
  async end(): Promise<void> {
    this.#isStopped = true;
    const { opened } = this;
    this.opened = undefined;
    if (opened) await this.#client.request("exchange.closeImport", { session: opened.session });
  }

  /** Nothing further is applied. */
  stop(): void {
    this.#isStopped = true;
  }

  #begin(opened: OpenedImport): void {
    this.opened = opened;
    this.isRead = false;
    this.rows = 0;
    this.photos = 0;
    this.changes = [];
    this.problems = [];
    this.counts = none;
    this.changed = 0;
    this.#isStopped = false;
  }

  #take(part: ImportPart): void {
    this.rows += part.rows;
    this.photos = part.photos;
    this.changes = added(this.changes, part.changes);
    this.problems = added(this.problems, part.problems);
    const counts = { ...this.counts };
    for (const { kind } of part.problems) counts[kind]++;
    this.counts = counts;
    this.isRead = part.isDone;
  }

  #hasBeenStopped(): boolean {
    return this.#isStopped;
  }
}

function added<T>(shown: readonly T[], more: readonly T[]): readonly T[] {
  return shown.length >= MOST_SHOWN ? shown : [...shown, ...more].slice(0, MOST_SHOWN);
}
