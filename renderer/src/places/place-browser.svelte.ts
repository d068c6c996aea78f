import type { Client } from "../../../electron/contract/client.ts";
import type { PlaceFiles, PlaceListing } from "../../../electron/contract/folder.ts";
import { toShownError } from "../errors/show-error.ts";

/** Walks through the folders of the engine's machine, and shows their photo files where one is to be chosen. */
export class PlaceBrowser {
  listing = $state.raw<PlaceListing | undefined>();
  error = $state<string | undefined>();
  #isReading = $state(false);
  /** What may be chosen: undefined while another place is on its way, which is what the user means by then. */
  readonly chosen = $derived(this.#isReading ? undefined : this.listing);
  readonly #host: Client<"host">;
  readonly #files: PlaceFiles | undefined;
  #asked = 0;

  /** With `files` it lists files of that kind, too. */
  constructor(host: Client<"host">, { files }: { readonly files?: PlaceFiles } = {}) {
    this.#host = host;
    this.#files = files;
  }

  /** Without a place: where the engine suggests to begin. What is shown stays when it cannot be read. */
  async open(place?: string): Promise<void> {
    const asked = ++this.#asked;
    this.#isReading = true;
    try {
      const listing = await this.#host.request("place.list", {
        ...(place !== undefined && { place }),
        ...(this.#files && { files: this.#files }),
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
