import type { Client } from "../../../electron/contract/client.ts";
import { LibraryError } from "../../../electron/contract/errors.ts";
import type {
  HistoryDirection,
  HistoryWeighing,
  JournalEntry,
} from "../../../electron/contract/journal.ts";
import { retell } from "../messages/retell.ts";
import { say, type MessageKey } from "../messages/say.ts";
import type { Notices } from "./notices.svelte.ts";

type EntryId = JournalEntry["id"];

export interface HistoryEditContext {
  readonly client: Client<"renderer">;
  readonly notices: Notices;
  readonly refresh: () => void;
  /** Shows an entry in the history. */
  readonly showEntry: (entry: EntryId) => void;
}

const done = { undo: "history.undone", redo: "history.redone" } as const;
const back = { undo: "action.redo", redo: "action.undo" } as const;
const nothing = { undo: "history.nothing.undo", redo: "history.nothing.redo" } as const;

/** Takes entries of the history back and does them again; what came of it, or stands in the way, is told in a toast. */
export class HistoryEdits {
  readonly #context: HistoryEditContext;
  readonly #listeners = new Set<(entry: EntryId) => void>();

  constructor(context: HistoryEditContext) {
    this.#context = context;
  }

  /** Calls back with each entry that was taken back or done again. */
  onReverted(listener: (entry: EntryId) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Tells what was done, and offers to take it back where it is an entry of the history. */
  offerUndo(text: string, entry: EntryId | null): void {
    const { notices } = this.#context;
    if (entry === null) notices.show(text);
    else {
      const run = (): void => void this.undo(entry);
      notices.show(text, { label: say("action.undo"), run, isUndo: true });
    }
  }

  /** Without an entry: what the user did last. */
  undo(entry?: EntryId): Promise<boolean> {
    return this.#revert("undo", entry);
  }

  /** Without an entry: what was undone last. */
  redo(entry?: EntryId): Promise<boolean> {
    return this.#revert("redo", entry);
  }

  async #revert(direction: HistoryDirection, wanted: EntryId | undefined): Promise<boolean> {
    const { client, notices, refresh } = this.#context;
    const choice = wanted === undefined ? {} : { entry: wanted };
    try {
      const reverted = await client.request(`history.${direction}`, choice);
      const { entry } = reverted;
      const other = direction === "undo" ? "redo" : "undo";
      const run = (): void => void this.#revert(other, entry);
      const sentence = retell(reverted.told, reverted.sentence).text;
      notices.show(say(done[direction], { sentence }), { label: say(back[direction]), run });
      refresh();
      for (const listener of this.#listeners) listener(entry);
      return true;
    } catch (error) {
      if (!isRefusal(error)) notices.fail(error);
      else await this.#explain(error, direction, wanted);
      return false;
    }
  }

  async #explain(
    refusal: LibraryError,
    direction: HistoryDirection,
    wanted: EntryId | undefined,
  ): Promise<void> {
    const { client, notices, showEntry } = this.#context;
    try {
      const choice = wanted === undefined ? {} : { entry: wanted };
      const weighing = await client.request("history.weigh", { direction, ...choice });
      const { text, entry } = describeRefusal(weighing, direction) ?? {};
      if (text === undefined) notices.fail(refusal);
      else if (entry === undefined) notices.refuse(text);
      else notices.refuse(text, { label: say("history.show"), run: () => showEntry(entry) });
    } catch (error) {
      notices.fail(error);
    }
  }
}

/** Why it was refused, and the entry that says more; undefined where nothing is in the way any more. */
export function describeRefusal(
  { entry, obstacle }: HistoryWeighing,
  direction: HistoryDirection,
): { readonly text: string; readonly entry?: EntryId } | undefined {
  if (!entry) return { text: say(nothing[direction]) };
  if (entry.finalBecause !== null) {
    const sentence = retell(entry.told, entry.sentence).text;
    const reason = retell(entry.finalTold, entry.finalBecause).text;
    return { text: say("history.final", { sentence, reason }), entry: entry.id };
  }
  if (!obstacle) return undefined;
  const key: MessageKey = obstacle.isUndone ? "history.obstacle.redo" : "history.obstacle.undo";
  const sentence = retell(obstacle.told, obstacle.sentence).text;
  return { text: say(key, { sentence }), entry: obstacle.id };
}

function isRefusal(error: unknown): error is LibraryError {
  return (
    error instanceof LibraryError &&
    (error.code === "undo-conflict" || error.code === "undo-impossible")
  );
}
