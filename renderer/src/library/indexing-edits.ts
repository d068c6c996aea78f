import type { Client } from "../../../electron/contract/client.ts";
import type { CpuShare } from "../../../electron/contract/library.ts";
import type { Notices } from "./notices.svelte.ts";

/** How much of the processor indexing may take, the least first; their names are `pace.` messages. */
export const shares = ["quarter", "half", "full"] as const satisfies readonly CpuShare[];

/** What the user wants of indexing; `indexing.changed` tells what holds, and failures are told here. */
export class IndexingEdits {
  readonly #context: { readonly client: Client<"renderer">; readonly notices: Notices };

  constructor(context: { readonly client: Client<"renderer">; readonly notices: Notices }) {
    this.#context = context;
  }

  async useShare(share: CpuShare): Promise<void> {
    await this.#tell((client) => client.request("indexing.useShare", { share }));
  }

  async setPaused(isPaused: boolean): Promise<void> {
    await this.#tell((client) =>
      client.request(isPaused ? "indexing.pause" : "indexing.resume", {}),
    );
  }

  async #tell(act: (client: Client<"renderer">) => Promise<unknown>): Promise<void> {
    try {
      await act(this.#context.client);
    } catch (error) {
      this.#context.notices.fail(error);
    }
  }
}
