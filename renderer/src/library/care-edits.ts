import type { Client } from "../../../electron/contract/client.ts";
import type { ErrorCode } from "../../../electron/contract/errors.ts";
import type { FolderId } from "../../../electron/contract/folder.ts";
import type { ReviewDecision } from "../../../electron/contract/journal.ts";
import type { PhotoId } from "../../../electron/contract/photo.ts";
import { say } from "../messages/say.ts";
import type { HistoryEdits } from "./history-edits.ts";
import { inParts } from "./in-parts.ts";
import type { Notices } from "./notices.svelte.ts";
import { offerUndoOf, sendInParts } from "./send-in-parts.ts";

export interface CareEditContext {
  readonly client: Client<"renderer">;
  readonly notices: Notices;
  readonly history: HistoryEdits;
  /** Reads again what is on the screen. */
  readonly refresh: () => void;
}

/** What is done about photos that are missing, could not be shown or are to be checked. What came of it, and failures, are told here. */
export class CareEdits {
  readonly #context: CareEditContext;

  constructor(context: CareEditContext) {
    this.#context = context;
  }

  /** Has photos read again: these, those that failed for this reason, or all that failed. */
  async retry(choice: { readonly photos?: PhotoId[]; readonly code?: ErrorCode }): Promise<void> {
    const { photos, ...others } = choice;
    await this.#tell(async ({ client, notices }) => {
      let count = 0;
      for (const part of photos ? inParts(photos) : [undefined]) {
        const these = part ? { photos: part } : others;
        count += (await client.request("failure.retry", these)).changed;
      }
      notices.show(say("care.retrying", { count }));
    });
  }

  /** Deletes what the library knows of missing photos. */
  async forget(photos: readonly PhotoId[]): Promise<void> {
    await this.#tell(async ({ client, notices }) => {
      const { changed } = await sendInParts(photos, (part) =>
        client.request("photo.forget", { photos: part }),
      );
      notices.show(say("care.forgotten", { count: changed }));
    });
  }

  /** Whether files that were replaced are the same photos, edited. False where it failed. */
  async decide(photos: readonly PhotoId[], decision: ReviewDecision): Promise<boolean> {
    return this.#tell(async (context) => {
      const { changed, entries } = await sendInParts(photos, (part) =>
        context.client.request("review.decide", { photos: part, decision }),
      );
      const text = say(decision === "same" ? "review.kept" : "review.cleared", { count: changed });
      offerUndoOf(context, text, entries);
    });
  }

  /** A missing photo has a file again; `entry` of the history takes it back. */
  located(name: string, entry: number): void {
    this.#context.history.offerUndo(say("locate-photo.done", { name }), entry);
    this.#context.refresh();
  }

  /** Looks at folders again. */
  async check(folders: readonly FolderId[]): Promise<void> {
    await this.#tell(async ({ client, notices }) => {
      for (const id of folders) await client.request("folder.rescan", { id });
      notices.show(say("care.checking", { count: folders.length }));
    });
  }

  async #tell(act: (context: CareEditContext) => Promise<void>): Promise<boolean> {
    try {
      await act(this.#context);
      this.#context.refresh();
      return true;
    } catch (error) {
      this.#context.notices.fail(error);
      return false;
    }
  }
}
