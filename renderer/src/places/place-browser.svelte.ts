import type { Client } from "../../../electron/contract/client.ts";
import type { PlaceListing } from "../../../electron/contract/folder.ts";
import { toShownError } from "../errors/show-error.ts";

/** Walks through the folders of the engine's machine. */
export class PlaceBrowser {
  listing = $state.raw<PlaceListing | undefined>();
  error = $state<string | undefined>();
  #isReading = $state(false);
  /** What may be chosen: undefined while another place is on its way, which is what the user means by then. */
  readonly chosen = $derived(this.#isReading ? undefined : this.listing);
  readonly #host: Client<"host">;
  readonly #withImports: boolean;
  #asked = 0;

  /** `withImports`: lists files that tags can be imported from, too. */
  constructor(
    host: Client<"host">,
    { withImports = false }: { readonly withImports?: boolean } = {},
  ) {
    this.#host = host;
    this.#withImports = withImports;
  }

  /** Without a place: where the engine suggests to begin. What is shown stays when it cannot be read. */
  async open(place?: string): Promise<void> {
    const asked = ++this.#asked;
    this.#isReading = true;
    try {
      const listing = await this.#host.request("place.list", {
        withImports: this.#withImports,
        ...(place !== undefined && { place }),
      });
      if (asked !== this.#asked) return;
      this.listing = listing;
      this.error = undefined;
    } catch (error) {
      if (asked === this.#asked) this.error = toShownError(error).text;
    } finally {
      if (asked === this.#asked) this.#isReading = false;
    }
  }
}
