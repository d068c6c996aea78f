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

type Send = (
  photos: PhotoId[],
) => Promise<{ readonly changed: number; readonly entry: number | null }>;

/** Sends an edit of many photos as so many requests as it takes, one after the other, while it is wanted. */
export async function sendInParts(
  ids: readonly PhotoId[],
  send: Send,
  isWanted: () => boolean = () => true,
): Promise<Sent> {
  const entries: number[] = [];
  let changed = 0;
  for (const part of inParts(ids)) {
    if (!isWanted()) break;
    const answer = await send(part);
    changed += answer.changed;
    if (answer.entry !== null) entries.push(answer.entry);
  }
  return { changed, entries };
}

/** What takes longer says that it is going on, and can be cancelled. */
const PATIENCE_MS = 1_000;

export interface PatientContext {
  readonly history: Pick<HistoryEdits, "undo">;
  readonly notices: Notices;
}

/**
 * The same; `going` says what is going on where it takes a while. Undefined where the user cancelled it: then what was done is taken
 * back, and told as every undo is.
 */
export async function sendPatiently(
  { history, notices }: PatientContext,
  { ids, going }: { readonly ids: readonly PhotoId[]; readonly going: string },
  send: Send,
): Promise<Sent | undefined> {
  const edit = { isCancelled: false };
  const cancel = { label: say("action.cancel"), run: () => void (edit.isCancelled = true) };
  const patience = setTimeout(() => notices.show(going, cancel), PATIENCE_MS);
  try {
    const sent = await sendInParts(ids, send, () => !edit.isCancelled);
    if (!edit.isCancelled) return sent;
    for (const entry of sent.entries.toReversed()) await history.undo(entry);
    return undefined;
  } finally {
    clearTimeout(patience);
  }
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
