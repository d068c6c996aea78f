import type { Client } from "../../../electron/contract/client.ts";
import type { TagBranch } from "../../../electron/contract/tag.ts";
import { Throttle } from "./throttle.ts";

const REFRESH_MS = 500;

/** All tags with what is known of them. Read again when the engine says that something of them changed. */
export class TagState {
  nodes = $state.raw<readonly TagBranch[]>([]);
  isLoaded = $state(false);

  readonly #client: Client<"renderer">;
  readonly #throttle = new Throttle(REFRESH_MS, () => this.refresh());

  constructor(client: Client<"renderer">) {
    this.#client = client;
    client.subscribe((event) => {
      if (event.name === "tag.changed") this.#throttle.run();
    });
  }

  /** A failure leaves what is shown as it is. */
  async refresh(): Promise<void> {
    this.nodes = await this.#client.request("tag.tree", {});
    this.isLoaded = true;
  }

  refreshSoon(): void {
    this.#throttle.run();
  }

  /** The tag that a favourite key stands for. */
  favourite(key: number): TagBranch | undefined {
    return this.nodes.find((node) => node.key === key);
  }
}
