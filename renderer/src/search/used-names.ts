import type { Client } from "../../../electron/contract/client.ts";
import type { NamedCount } from "../../../electron/contract/photo-facets.ts";

/** The cameras and lenses that most photos were taken with, and with how many each. */
export interface UsedNames {
  readonly cameras: readonly NamedCount[];
  readonly lenses: readonly NamedCount[];
}

export const noNames: UsedNames = { cameras: [], lenses: [] };

/** Reads them when something is typed, once for as long as the search box has the keyboard. */
export class NameReader {
  readonly #client: Client<"renderer">;
  readonly #show: (names: UsedNames) => void;
  #isCurrent = false;

  constructor(client: Client<"renderer">, show: (names: UsedNames) => void) {
    this.#client = client;
    this.#show = show;
  }

  /** What is known stays until it was read again. */
  look(isTyping: boolean, isFocused: boolean): void {
    if (!isFocused) this.#isCurrent = false;
    else if (isTyping && !this.#isCurrent) void this.#read();
  }

  async #read(): Promise<void> {
    this.#isCurrent = true;
    try {
      const { cameras, lenses } = await this.#client.request("photo.facets", { query: "" });
      this.#show({ cameras, lenses });
    } catch {
      // A search can be typed without completion; the connection's own notice tells when the engine is away.
      this.#isCurrent = false;
    }
  }
}
