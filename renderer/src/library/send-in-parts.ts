import type { PhotoId } from "../../../electron/contract/photo.ts";
import { say } from "../messages/say.ts";
import type { HistoryEdits } from "./history-edits.ts";
import { inParts } from "./in-parts.ts";
import type { Notices } from "./notices.svelte.ts";

export interface Sent {
  /** Photos that changed. */
  readonly changed: number;
  /** Of the history, in their order. */
  readonly entries: readonly number[];
}

/** Sends an edit of many photos as so many requests as it takes, one after the other. */
export async function sendInParts(
  ids: readonly PhotoId[],
  send: (photos: PhotoId[]) => Promise<{ readonly changed: number; readonly entry: number | null }>,
): Promise<Sent> {
  const entries: number[] = [];
  let changed = 0;
  for (const part of inParts(ids)) {
    const answer = await send(part);
    changed += answer.changed;
    if (answer.entry !== null) entries.push(answer.entry);
  }
  return { changed, entries };
}

/** Tells what was done, and offers to take it back: the last entry first where there are several. */
export function offerUndoOf(
  {
    history,
    notices,
  }: { readonly history: Pick<HistoryEdits, "offerUndo" | "undo">; readonly notices: Notices },
  text: string,
  entries: readonly number[],
): void {
  if (entries.length < 2) {
    history.offerUndo(text, entries[0] ?? null);
    return;
  }
  const run = async (): Promise<void> => {
    for (const entry of entries.toReversed()) if (!(await history.undo(entry))) return;
  };
  notices.show(text, { label: say("action.undo"), run: () => void run() });
}
