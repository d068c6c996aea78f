import type { Client } from "../../../electron/contract/client.ts";
import type { PhotoDetail, PhotoId } from "../../../electron/contract/photo.ts";
import { toShownError } from "../errors/show-error.ts";
import type { LibraryState } from "../library/library-state.svelte.ts";

/** Everything about the photo in the panel, read again when the photo changes. */
export class DetailController {
  detail = $state.raw<PhotoDetail | undefined>();
  error = $state<string | undefined>();
  readonly #client: Client<"renderer">;
  #asked = 0;

  constructor(
    client: Client<"renderer">,
    library: LibraryState,
    photoId: () => PhotoId | undefined,
  ) {
    this.#client = client;
    $effect(() => void this.#read(photoId()));
    $effect(() =>
      library.onChanges((changes) => {
        const id = photoId();
        if (changes.some((change) => change.id === id)) void this.#read(id);
      }),
    );
  }

  async #read(id: PhotoId | undefined): Promise<void> {
    const asked = ++this.#asked;
    if (id === undefined) {
      this.detail = undefined;
      return;
    }
    try {
      const detail = await this.#client.request("photo.get", { id });
      if (asked !== this.#asked) return;
      this.detail = detail;
      this.error = undefined;
    } catch (error) {
      if (asked !== this.#asked) return;
      this.detail = undefined;
      this.error = toShownError(error).text;
    }
  }
}
