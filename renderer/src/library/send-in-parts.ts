import type { PhotoId } from "../../../electron/contract/photo.ts";
import { formatPercent } from "../messages/format.ts";
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

interface Answer {
  readonly changed: number;
  readonly entry: number | null;
}

type Send = (photos: PhotoId[]) => Promise<Answer>;

/** Sends an edit of many photos as so many requests as it takes, one after the other. */
export async function sendInParts(ids: readonly PhotoId[], send: Send): Promise<Sent> {
  const entries: number[] = [];
  let changed = 0;
  for (const part of inParts(ids)) {
    const answer = await send(part);
    changed += answer.changed;
    if (answer.entry !== null) entries.push(answer.entry);
  }
  return { changed, entries };
}

/** What takes longer says that it is going on, and can be cancelled. */
const PATIENCE_MS = 1_000;
/** Answered within a moment, so that progress is told, and a cancel obeyed, between two of them. */
const PATIENT_PART = 10_000;

export interface PatientContext {
  readonly history: Pick<HistoryEdits, "undo">;
  readonly notices: Notices;
}

export interface PatientEdit {
  readonly ids: readonly PhotoId[];
  /** What is going on, where it takes a while. */
  readonly going: string;
  /** An entry of the history that it goes on with. */
  readonly entry?: number | undefined;
}

/**
 * The same as one entry of the history: each request goes on with that of the one before. Undefined where the user cancelled it: then what
 * was done is taken back, and told as every undo is.
 */
export async function sendPatiently(
  { history, notices }: PatientContext,
  { ids, going, entry: begun }: PatientEdit,
  send: (photos: PhotoId[], entry: number | undefined) => Promise<Answer>,
): Promise<Sent | undefined> {
  const edit = { isCancelled: false, changed: 0, done: 0, entry: begun };
  const cancel = { label: say("action.cancel"), run: () => void (edit.isCancelled = true) };
  const patience = setTimeout(() => notices.show(going, cancel), PATIENCE_MS);
  try {
    for (const part of inParts(ids, PATIENT_PART)) {
      const answer = await send(part, edit.entry);
      edit.changed += answer.changed;
      edit.done += part.length;
      edit.entry = answer.entry ?? edit.entry;
      if (edit.isCancelled) break;
      const percent = formatPercent(edit.done / ids.length);
      notices.retell(say("notice.going", { going, percent }), cancel);
    }
    const { changed, entry } = edit;
    if (!edit.isCancelled) return { changed, entries: entry === undefined ? [] : [entry] };
    if (entry !== undefined) await history.undo(entry);
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
