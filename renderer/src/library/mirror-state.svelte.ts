import type { Client } from "../../../electron/contract/client.ts";
import type { FolderId } from "../../../electron/contract/folder.ts";
import type { FolderMirror } from "../../../electron/contract/mirror.ts";
import { Throttle } from "./throttle.ts";

const REFRESH_MS = 500;

/** How the watched folders stand to their XMP files. */
export class MirrorState {
  folders = $state.raw<readonly FolderMirror[]>([]);
  readonly #client: Client<"renderer">;
  readonly #throttle = new Throttle(REFRESH_MS, () => this.#read());

  constructor(client: Client<"renderer">) {
    this.#client = client;
    client.subscribe(({ name }) => {
      if (name === "mirror.changed" || name === "folder.changed") this.refreshSoon();
    });
  }

  /** Undefined until it is read. */
  of(folder: FolderId): FolderMirror | undefined {
    return this.folders.find(({ id }) => id === folder);
  }

  refreshSoon(): void {
    this.#throttle.run();
  }

  async #read(): Promise<void> {
    this.folders = await this.#client.request("mirror.status", {});
  }
}
